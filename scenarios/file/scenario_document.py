"""A scenario as a JSON document without passwords: the file as it was run, its digest, and how two of them differ.

The file of an experiment's directory shows what was run, after ``include`` and ``--set``. Only an experiment of the same document, and of the same
values of the environment, is continued.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import UsageProblem
from pgrehearse.scenarios.events.plan import EMBEDDED
from pgrehearse.scenarios.file.scenario_file import Scenario, ScenarioFile
from pgrehearse.scenarios.keys.scenario_toml import merged
from pgrehearse.scenarios.keys.validation import adapter

# The keys whose texts are DSNs of databases.
_DSNS = frozenset({"dsn", "standby_dsn", "catalog", "source", "pause_pooler", "resume_pooler"})
_HIDDEN = "(not recorded: it may contain a password)"
# So many differences are named.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class ScenarioDocument:
    """The *document* that an experiment stores, and the *digest* of the scenario with the values of its variables."""

    document: dict[str, Any]
    digest: str


def document_of(scenario: Scenario, file: ScenarioFile | None, command_line: Mapping[str, Any]) -> ScenarioDocument:
    """Return the document of a scenario without passwords: that of its *file*, or of all its keys.

    A variable of the environment stays ``${NAME}`` in the document of a file. *command_line*: the keys that its options set.
    """
    whole = file.document if file is not None else adapter(Scenario).dump_python(scenario, mode="json", by_alias=True)
    document = merged(json.loads(json.dumps(_without_passwords(whole), default=str)), command_line)
    values = file.digest if file is not None else ""
    return ScenarioDocument(document, sha256(json.dumps([document, values], sort_keys=True).encode()).hexdigest())


def differences(before: dict[str, Any], after: dict[str, Any]) -> str:
    """Return the keys in which two documents differ, without their values ("": they are the same).

    >>> differences({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 3}, "d": 4})
    'a.c, d'
    """
    old, new = dict(_leaves(before)), dict(_leaves(after))
    keys = [key for key in {**old, **new} if (key in old, old.get(key)) != (key in new, new.get(key))]
    more = f" and {len(keys) - _NAMED} more" if len(keys) > _NAMED else ""
    return ", ".join(keys[:_NAMED]) + more


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}" if path else key)
    else:
        yield path, value


def _without_passwords(value: Any, key: str = "") -> Any:
    """Return a value of a document whose texts contain no password. *key*: of the value, or of the list that it is in."""
    if isinstance(value, dict):
        return {name: _without_passwords(inner, name) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_passwords(inner, key) for inner in value]
    return _text(value, key) if isinstance(value, str) and value else value


def _text(text: str, key: str) -> str:
    if key in _DSNS and text != EMBEDDED:
        with suppress(UsageProblem):  # a variable of the environment is no DSN
            return str(Endpoint.parse(text))
    return _HIDDEN if _may_have_password(text) else text


def _may_have_password(text: str) -> bool:
    """Return whether a text has the form of a DSN or of a URL with a password.

    >>> [_may_have_password(text) for text in ("select 1", "http://a:b@host", "app password=b", "postgresql://app@db/x")]
    [False, True, True, False]
    """
    if "password=" in text.lower():
        return True
    try:
        return any(urlsplit(word).password is not None for word in text.split() if "://" in word)
    except ValueError:
        return True
