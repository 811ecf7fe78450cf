"""A scenario file (TOML) is read into frozen values (``scenarios/file/scenario_model``): every error has the path of its key."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pgrehearse.base.errors import PgrehearseError
from pgrehearse.scenarios.file.scenario_checks import faults_between_keys
from pgrehearse.scenarios.file.scenario_model import Application, Criteria, Production, Scenario
from pgrehearse.scenarios.keys.model_errors import raise_faults
from pgrehearse.scenarios.keys.replay_table import Replay
from pgrehearse.scenarios.keys.scenario_toml import Resolved, read_document, with_environment
from pgrehearse.scenarios.keys.validation import validated
from pgrehearse.scenarios.library_names import find, library
from pgrehearse.scenarios.sides.side import Side

__all__ = [
    "Application",
    "Criteria",
    "Production",
    "Replay",
    "Scenario",
    "ScenarioFile",
    "Side",
    "find",
    "library",
    "load",
]


@dataclass(frozen=True, slots=True)
class ScenarioFile:
    """A scenario with the document that it was read from. *document*: with the included files and the values of ``--set``, in which a
    variable of the environment is still ``${NAME}``: it is what an experiment stores. *digest*: of the document and of the variables' values. *clean*: returns a text that an experiment
    records, with ``${NAME}`` in the place of each value of a variable."""

    scenario: Scenario = field(repr=False)
    document: dict[str, Any]
    digest: str
    clean: Callable[[str], str] = field(default=str, repr=False, compare=False)


def load(path: Path, sets: Sequence[str] = ()) -> Scenario:
    """Read a scenario file with the values of *sets* (``KEY=VALUE``). Raises ``BadInput`` (exit 3) with all errors of an invalid one."""
    return read(path, sets).scenario


def read(path: Path, sets: Sequence[str] = (), environment: Mapping[str, str] = os.environ) -> ScenarioFile:
    """Read a scenario file, and keep its document. Raises as ``load`` does; messages have no value of the *environment*."""
    return of_document(read_document(path, sets), path, environment)


def of_document(document: dict[str, Any], path: Path, environment: Mapping[str, str] = os.environ) -> ScenarioFile:
    """Return the scenario of a document that was read from a file. Raises ``BadInput`` with all its errors."""
    scenario = parsed(document, str(path), environment)
    resolved = with_environment(document, environment)
    return ScenarioFile(scenario, document, _digest(document, resolved), resolved.without_values)


def parsed(document: dict[str, Any], path: str, environment: Mapping[str, str] = os.environ) -> Scenario:
    """Return the scenario that a document contains. Raises ``BadInput`` with all its errors; *path*: of its file, for them."""
    resolved = with_environment(document, environment)
    raise_faults(path, resolved.faults)
    listed, clean = _with_lists(resolved.document), resolved.without_values
    scenario = validated(Scenario, listed, path, document, clean)
    raise_faults(path, faults_between_keys(scenario, document), clean)
    return scenario


@contextmanager
def cleaned_messages(clean: Callable[[str], str]) -> Iterator[None]:
    """Errors of the block have ``${NAME}`` in the place of each value of a variable."""
    try:
        yield
    except PgrehearseError as error:
        error.message, error.remedy = clean(error.message), clean(error.remedy)
        raise


def _digest(document: dict[str, Any], resolved: Resolved) -> str:
    """Return a hash of the document and of the values of its variables. It is slow, so that nobody finds a short secret by trying."""
    written, values = (json.dumps(one, sort_keys=True, default=str) for one in (document, resolved.variables))
    return hashlib.scrypt(values.encode(), salt=written.encode(), n=1 << 14, r=8, p=1, dklen=32).hex()


def _with_lists(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document in which `sql` of each rule of `[[rewrite]]` is a list, also if the file has one text."""
    rules = document.get("rewrite")
    if not isinstance(rules, list):
        return document
    return {**document, "rewrite": [_with_list(rule) for rule in rules]}


def _with_list(rule: Any) -> Any:
    one_text = isinstance(rule, dict) and isinstance(rule.get("sql"), str)
    return {**rule, "sql": [rule["sql"]]} if one_text else rule
