"""A document that came from a file, as a frozen dataclass: every value has its field's type, or the file is bad input."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pgrehearse.base.errors import BadInput

T = TypeVar("T")


def typed(kind: type[T], document: Mapping[str, Any], path: Path, *, again: str) -> T:
    """Return the document as a *kind*; *path* is the file it came from, *again* how to make that again."""
    fault = misfit(kind, document)
    if fault:
        raise BadInput(f"{path}: damaged: {fault}", remedy=again)
    hints = get_type_hints(kind)
    return kind(
        **{
            name: typed(hints[name], value, path, again=again) if is_dataclass(hints[name]) else value
            for name, value in document.items()
        }
    )


def misfit(kind: type[Any], document: Any, where: str = "") -> str:
    """Say which value of a document does not fit its field ("": all do)."""
    if not isinstance(document, Mapping):
        return f"{where or 'it'} is not an object"
    known = {one.name: one for one in fields(kind)}
    hints = get_type_hints(kind)
    prefix = f"{where}." if where else ""
    for name, value in document.items():
        if name not in known:
            return f"unknown key {prefix}{name}"
        if is_dataclass(hints[name]):
            if fault := misfit(hints[name], value, f"{prefix}{name}"):
                return fault
        elif not fits(value, hints[name]):
            return f"{prefix}{name} has the wrong type"
    missing = [
        name
        for name, one in known.items()
        if name not in document and one.default is MISSING and one.default_factory is MISSING
    ]
    return f"{prefix}{missing[0]} is missing" if missing else ""


def fits(value: Any, hint: Any) -> bool:
    """Say whether a value of a JSON document has a type; a whole number is a float too, true is no number.

    >>> fits([1, 2], list[int]), fits(True, int), fits(1, float), fits({"a": 1}, dict[str, str])
    (True, False, True, False)
    """
    origin, inner = get_origin(hint), get_args(hint)
    if hint is Any:
        return True
    if origin in {Union, types.UnionType}:
        return any(fits(value, one) for one in inner)
    if origin in {list, tuple}:
        return isinstance(value, list) and all(fits(one, inner[0]) for one in value)
    if origin is dict:
        return isinstance(value, dict) and all(fits(one, inner[1]) for one in value.values())
    if hint is float:
        return type(value) in {int, float}
    return type(value) is hint
