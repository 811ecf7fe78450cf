"""A document that came from a file, as a frozen dataclass: every value has the type of its field, or the file is bad input.

Fields may be dataclasses and typed dictionaries themselves, and lists, tuples, dictionaries and optional values of them.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints, is_typeddict

from pgrehearse.base.errors import BadInput

T = TypeVar("T")
_UNIONS = {Union, types.UnionType}


def typed(kind: type[T], document: Mapping[str, Any], path: Path, *, remedy: str) -> T:
    """Return the document as a *kind*; *path* is the file it came from, *remedy* how to create it again.

    Raises ``BadInput`` that names the first value which does not fit.
    """
    if fault := misfit(kind, document):
        raise BadInput(f"{path}: damaged: {fault}", remedy=remedy)
    built: T = _built(kind, document)
    return built


def of_user(kind: type[T], document: Mapping[str, Any], where: str, *, remedy: str) -> T:
    """Return a document that a user wrote as a *kind*. Raises ``BadInput`` that names *where*, and the first key that does not fit."""
    if fault := misfit(kind, document):
        raise BadInput(f"{where}: {fault}", remedy=remedy)
    built: T = _built(kind, document)
    return built


def misfit(kind: Any, document: Any, where: str = "") -> str:
    """Return which value of a document does not fit its field, and why ("": all fit)."""
    if not isinstance(document, Mapping):
        return f"{where} has the wrong type" if where else "it is not an object"
    hints, required = _hints(kind), _required(kind)
    prefix = f"{where}." if where else ""
    for name, value in document.items():
        if name not in hints:
            return f"unknown key {prefix}{name}"
        if fault := _fault(hints[name], value, f"{prefix}{name}"):
            return fault
    return next((f"{prefix}{name} is missing" for name in required if name not in document), "")


def fits(value: Any, hint: Any) -> bool:
    """Return whether a value of a JSON document has a type; a whole number is a float too, and true is not a number.

    >>> fits([1, 2], list[int]), fits(True, int), fits(1, float), fits({"a": 1}, dict[str, str])
    (True, False, True, False)
    """
    return not _fault(hint, value, "it")


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _required(kind: Any) -> list[str]:
    if is_typeddict(kind):
        return sorted(kind.__required_keys__)
    return [one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING]


def _fault(hint: Any, value: Any, where: str) -> str:
    """Return what does not fit in one value of a document ("": it fits); *where*: its path, such as ``plan.speed``."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in _UNIONS:
        faults = [_fault(one, value, where) for one in inner]
        return "" if "" in faults else _inmost(faults, where)
    if is_dataclass(hint) or is_typeddict(hint):
        return misfit(hint, value, where)
    if origin in {list, tuple} and isinstance(value, list):
        found = (_fault(inner[0], one, f"{where}[{place}]") for place, one in enumerate(value))
        return next(filter(None, found), "")
    if origin is dict and isinstance(value, dict):
        return next(filter(None, (_fault(inner[1], one, f"{where}.{key}") for key, one in value.items())), "")
    return "" if _is_plain(value, hint) else f"{where} has the wrong type"


def _inmost(faults: list[str], where: str) -> str:
    """Return the fault that is furthest inside: that of an object says more than that it is not null."""
    plain = f"{where} has the wrong type"
    return next((one for one in faults if one != plain), plain)


def _is_plain(value: Any, hint: Any) -> bool:
    if hint is Any:
        return True
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    if hint is float:
        return type(value) in {int, float}
    return type(value) is hint


def _built(hint: Any, value: Any) -> Any:
    """Return a value that fits as its type: objects of dataclasses are made, lists of a tuple's field become tuples."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in _UNIONS:
        return _built(next(one for one in inner if not _fault(one, value, "")), value)
    if is_dataclass(hint) and isinstance(hint, type):
        hints = _hints(hint)
        return hint(**{name: _built(hints[name], one) for name, one in value.items()})
    if origin in {list, tuple}:
        return origin(_built(inner[0], one) for one in value)
    if origin is dict:
        return {key: _built(inner[1], one) for key, one in value.items()}
    return value
