"""The document of a scenario file: files that it includes, values of the command line (``--set``), and variables of the environment."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.base.toml import read_toml
from pgrehearse.scenarios.keys.model_errors import Fault, Place, written
from pgrehearse.scenarios.library_names import library

INCLUDE, PLACEMENT = "include", "placement"
_STEP = re.compile(r'(?P<name>[A-Za-z0-9_-]+|"[^"]+")(?P<number>\[\d+\])?')
_PLAIN = re.compile(r"[A-Za-z0-9/.][\w./:@+-]*")
_VARIABLE = re.compile(r"\$?\$\{(?P<name>[^}:]*)(?::-(?P<default>[^}]*))?\}")
_FORM = "write KEY=VALUE, such as replay.workers=2"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# Shorter values of the environment are left in messages: they are parts of many words.
_LEAST_SECRET = 4


@dataclass(frozen=True, slots=True)
class Resolved:
    """A document with the values of the environment. *variables*: the value of each variable that it has."""

    document: dict[str, Any]
    variables: dict[str, str]
    faults: tuple[Fault, ...] = ()

    def without_values(self, text: str) -> str:
        """Return a message with the names of variables in the place of their values."""
        for name, value in self.variables.items():
            if len(value) >= _LEAST_SECRET:
                text = text.replace(value, f"${{{name}}}")
        return text


def read_document(path: Path, sets: Sequence[str]) -> dict[str, Any]:
    """Return the document of a file with what it includes (without the key `include`), and with the values of *sets* (``KEY=VALUE``).

    Raises ``BadInput`` for a file that cannot be read, and ``UsageProblem`` for a value that cannot be set.
    """
    document = _included(path, ())
    for text in sets:
        _set(document, text)
    return document


def _included(path: Path, before: tuple[Path, ...]) -> dict[str, Any]:
    """Return a file's document over those that it includes; *before*: the files whose `include` led here."""
    resolved = path.resolve()
    if resolved in before:
        chain = " -> ".join(one.name for one in (*before[before.index(resolved) :], resolved))
        raise BadInput(f"{before[-1]}: include: the files include each other: {chain}", remedy="remove one of them")
    remedy = (
        f"correct `include` of {before[-1]}" if before else f"use the path of a file, or one of: {', '.join(library())}"
    )
    own = read_toml(path, missing=remedy, form="docs/scenarios.md")
    names = own.pop(INCLUDE, [])
    names = [names] if isinstance(names, str) else names
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise BadInput(f"{path}: include is not a list of paths", remedy='write include = ["base.toml"]')
    document: dict[str, Any] = {}
    for name in names:
        document = merged(document, _included(path.parent / name, (*before, resolved)))
    return merged(document, _with_files_beside(own, path.parent))


def _with_files_beside(value: Any, folder: Path) -> Any:
    """Return a document whose placement files are in *folder*, unless they exist from the current directory."""
    if not isinstance(value, dict):
        return value
    found = {key: _with_files_beside(one, folder) for key, one in value.items()}
    name = found.get(PLACEMENT)
    if isinstance(name, str) and name and not Path(name).exists() and (folder / name).is_file():
        found[PLACEMENT] = str(folder / name)
    return found


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document with the values of *over* in that of *base*: tables are merged, any other value is replaced.

    >>> merged({"a": {"b": 1, "c": 2}, "d": [1]}, {"a": {"b": 3}, "d": [2]})
    {'a': {'b': 3, 'c': 2}, 'd': [2]}
    """
    values = dict(base)
    for key, value in over.items():
        both = isinstance(value, dict) and isinstance(values.get(key), dict)
        values[key] = merged(values[key], value) if both else value
    return values


def _set(document: dict[str, Any], text: str) -> None:
    """Put the value of ``KEY=VALUE`` into a document; tables on the way to it are made."""
    key, equals, value = text.partition("=")
    if not equals:
        raise UsageProblem(f"--set {text}: it has no value", remedy=_FORM)
    place = _place(key.strip(), text)
    table: Any = document
    for number, step in enumerate(place[:-1]):
        if isinstance(table, dict) and isinstance(step, str):
            table = table.setdefault(step, {})
        else:
            table = _element(table, place[: number + 1], text)
    if isinstance(table, list):
        _element(table, place, text)
    elif not isinstance(table, dict) or isinstance(place[-1], int):
        raise UsageProblem(f"--set {text}: {written(place[:-1])} is not a table", remedy="correct the key")
    table[place[-1]] = _value(value.strip(), text)


def _element(values: Any, place: Place, text: str) -> Any:
    last = place[-1]
    if not isinstance(values, list) or not isinstance(last, int) or not 0 <= last < len(values):
        raise UsageProblem(f"--set {text}: there is no {written(place)}", remedy="tables of a list are counted from 1")
    return values[last]


def _place(key: str, text: str) -> Place:
    """Parse a path as messages write it: ``events[2].at``."""
    place: list[int | str] = []
    rest = key
    while match := _STEP.match(rest):
        place.append(match["name"].strip('"'))
        if match["number"]:
            place.append(int(match["number"][1:-1]) - 1)
        rest = rest[match.end() :]
        if not rest.startswith("."):
            break
        rest = rest[1:]
    if rest or not place:
        raise UsageProblem(f"--set {text}: {key!r} is not the path of a key", remedy=_FORM)
    return tuple(place)


def _value(value: str, text: str) -> Any:
    """Parse a TOML value; a word without quotes is a text."""
    try:
        return tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        if _PLAIN.fullmatch(value):
            return value
        raise UsageProblem(
            f"--set {text}: {value!r} is not a TOML value", remedy="""write a text in quotes: --set 'name="a b"'"""
        ) from None


def with_environment(document: Mapping[str, Any], environment: Mapping[str, str]) -> Resolved:
    """Return a document with the value of each ``${NAME}`` and ``${NAME:-default}`` in its texts; ``$${`` is the text ``${``."""
    variables: dict[str, str] = {}
    faults: list[Fault] = []

    def replaced(text: str, place: Place) -> str:
        def value_of(match: re.Match[str]) -> str:
            if match[0].startswith("$$"):
                return match[0][1:]
            name, default = match["name"], match["default"]
            if not _NAME.fullmatch(name):
                faults.append(Fault(f"{written(place)}: {name!r} is not the name of a variable", "write ${NAME}"))
            elif name in environment:
                variables[name] = environment[name]
                return environment[name]
            elif default is None:
                faults.append(
                    Fault(
                        f"{written(place)}: the environment has no variable {name}",
                        f"set it, or write a default: ${{{name}:-VALUE}}",
                    )
                )
            return default or ""

        return _VARIABLE.sub(value_of, text)

    resolved: dict[str, Any] = _mapped(document, replaced, ())
    return Resolved(resolved, variables, tuple(faults))


def has_variable(value: object) -> bool:
    """Return whether a text, or one of a list, has a variable of the environment."""
    texts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    found = (match for text in texts if isinstance(text, str) for match in _VARIABLE.finditer(text))
    return any(not match[0].startswith("$$") for match in found)


def _mapped(value: Any, replaced: Callable[[str, Place], str], place: Place) -> Any:
    """Return a value with each of its texts replaced."""
    if isinstance(value, str):
        return replaced(value, place)
    if isinstance(value, Mapping):
        return {key: _mapped(one, replaced, (*place, key)) for key, one in value.items()}
    if isinstance(value, list):
        return [_mapped(one, replaced, (*place, number)) for number, one in enumerate(value)]
    return value
