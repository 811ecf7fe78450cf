"""A document from a file as a frozen dataclass: every value has the type of its field, or the file is invalid."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pgrehearse.base.errors import BadInput

T = TypeVar("T")


def typed(kind: type[T], document: Mapping[str, Any], path: Path, *, remedy: str) -> T:
    """Return the document as a *kind*; *path* is the file, *remedy* how to create it again."""
    fault = misfit(kind, document)
    if fault:
        raise BadInput(f"{path}: damaged: {fault}", remedy=remedy)
    hints = get_type_hints(kind)
    return kind(
        **{
            name: typed(hints[name], value, path, remedy=remedy) if is_dataclass(hints[name]) else value
            for name, value in document.items()
        }
    )


def misfit(kind: type[Any], document: Any, where: str = "") -> str:
    """Return which value of a document does not fit its field ("": all fit)."""
    if not isinstance(document, Mapping):
        return f"{where or 'it'} is not an object"
    by_name = {item.name: item for item in fields(kind)}
    hints = get_type_hints(kind)
    prefix = f"{where}." if where else ""
    for name, value in document.items():
        if name not in by_name:
            return f"unknown key {prefix}{name}"
        if is_dataclass(hints[name]):
            if fault := misfit(hints[name], value, f"{prefix}{name}"):
                return fault
        elif not fits(value, hints[name]):
            return f"{prefix}{name} has the wrong type"
    missing = [
        name
        for name, item in by_name.items()
        if name not in document and item.default is MISSING and item.default_factory is MISSING
    ]
    return f"{prefix}{missing[0]} is missing" if missing else ""


def fits(value: Any, hint: Any) -> bool:
    """Return whether a value of a JSON document has a type. An integer is also a float; true is not a number.

    >>> fits([1, 2], list[int]), fits(True, int), fits(1, float), fits({"a": 1}, dict[str, str])
    (True, False, True, False)
    """
    origin, inner = get_origin(hint), get_args(hint)
    if hint is Any:
        return True
    if origin in {Union, types.UnionType}:
        return any(fits(value, item) for item in inner)
    if origin in {list, tuple}:
        return isinstance(value, list) and all(fits(item, inner[0]) for item in value)
    if origin is dict:
        return isinstance(value, dict) and all(fits(item, inner[1]) for item in value.values())
    if hint is float:
        return type(value) in {int, float}
    return type(value) is hint
