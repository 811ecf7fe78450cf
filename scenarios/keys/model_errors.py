"""The faults of a scenario file, each with the path of its key: ``candidates.b.settings.work_mem``, ``events[2].at``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from difflib import get_close_matches
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pgrehearse.base.errors import BadInput, PgrehearseError
from pgrehearse.scenarios.keys.key_types import WITH_REMEDY

Place = tuple[int | str, ...]
# The most characters of a value that a message shows.
_LONGEST = 80
MANUAL = "docs/scenarios.md lists every key"
# What a value is expected to be, by the type of pydantic's error
# (https://docs.pydantic.dev/latest/errors/validation_errors/).
_EXPECTED = {
    "string_type": "text",
    "int_type": "an integer",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "a table",
    "dataclass_type": "a table",
    "finite_number": "a finite number",
}


# The bounds of numbers, by the key of pydantic's error.
_BOUNDS = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a scenario file, with the path of its key, and what to do."""

    text: str
    remedy: str = MANUAL


def written(place: Place) -> str:
    """Return the path of a key. Tables and values of a list are counted from 1.

    >>> written(("events", 2, "at"))
    'events[3].at'
    """
    return "".join(f"[{one + 1}]" if isinstance(one, int) else f".{one}" for one in place).removeprefix(".")


def raise_faults(path: str, faults: Iterable[Fault], clean: Callable[[str], str] = str) -> None:
    """Raise one ``BadInput`` that has all faults; nothing without any. *clean*: returns a message without secrets."""
    every = list(dict.fromkeys(Fault(clean(fault.text), clean(fault.remedy)) for fault in faults))
    if len(every) == 1:
        raise BadInput(f"{path}: {every[0].text}", remedy=every[0].remedy)
    if every:
        lines = "".join(f"\n  {fault.text} ({fault.remedy})" for fault in every)
        raise BadInput(f"{path}: {len(every)} errors:{lines}", remedy="correct all of them")


def faults_of_call(check: Callable[[], object], where: str = "") -> Iterator[Fault]:
    """Yield the error that a function raises as a fault; *where*: what is written before its message."""
    try:
        check()
    except PgrehearseError as error:
        yield Fault(f"{where}{error.message}".removeprefix(": "), error.remedy)


def faults_of(error: ValidationError, kind: type[Any], document: Mapping[str, Any]) -> list[Fault]:
    """Return the faults of pydantic's error; values are shown as they are written in *document*, where a secret is still ``${NAME}``."""
    by_place: dict[Place, list[ErrorDetails]] = {}
    for detail in error.errors(include_url=False):
        by_place.setdefault(_without_types(detail["loc"], document), []).append(detail)
    # A union has an error for each of its types: that of the type which fits best is the innermost.
    inner = [place for place in by_place if not any(other[: len(place)] == place != other for other in by_place)]
    return [_fault(place, by_place[place], kind, document) for place in inner]


def _fault(place: Place, details: list[ErrorDetails], kind: type[Any], document: Mapping[str, Any]) -> Fault:
    """Return the fault at one place; it has several errors if a value fits none of the types of a union."""
    first, where = details[0], written(place)
    if first["type"] == "missing":
        return Fault(f"{where} is missing")
    if first["type"] == "unexpected_keyword_argument":
        return _unknown(place, kind)
    value, context = _shown(document, place), first.get("ctx", {})
    if first["type"] == WITH_REMEDY:
        return Fault(f"{where} is {value}: {context['text']}", context["remedy"])
    if (bound := _bound(first)) and len(details) == 1:
        return Fault(f"{where} is {value}", bound)
    if first["type"] == "literal_error" and len(details) == 1:
        return Fault(f"{where} is {value}", f"use {_expected(first)}")
    return Fault(f"{where}: {value} is not {' or '.join(map(_expected, details))}")


def _bound(detail: ErrorDetails) -> str:
    """Return what to use in the place of a number that is out of its bounds ("": it is not that)."""
    context = detail.get("ctx", {})
    return next((f"use {words} {context[name]:g}" for name, words in _BOUNDS.items() if name in context), "")


def _expected(detail: ErrorDetails) -> str:
    """Return what a value has to be."""
    if detail["type"] == "literal_error":
        # An empty text is the default of some keys: to leave the key out.
        choices = str(detail["ctx"]["expected"]).removeprefix("'', ").removeprefix("'' or ")
        return choices.replace("'", "")
    return _EXPECTED.get(detail["type"], f"valid ({detail['msg']})")


def _without_types(place: Place, document: Mapping[str, Any]) -> Place:
    """Return a place without what pydantic adds: the names of the types of a union, which are no keys of the document."""
    found: list[int | str] = []
    value: Any = document
    for number, one in enumerate(place):
        last = number == len(place) - 1
        if isinstance(value, Mapping) and (one in value or (last and isinstance(one, str))):
            found.append(one)
            value = value.get(one)
        elif isinstance(value, list) and isinstance(one, int):
            found.append(one)
            value = value[one]
    return tuple(found)


def _shown(document: Mapping[str, Any], place: Place) -> str:
    value: Any = document
    for one in place:
        value = _inside(value, one)
    if isinstance(value, Mapping):
        return "a table"
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def _inside(value: Any, step: int | str) -> Any:
    if isinstance(value, Mapping):
        return value[step]
    return value[step] if isinstance(value, list) and isinstance(step, int) else value


def _unknown(place: Place, kind: type[Any]) -> Fault:
    """Return the fault of an unknown key, with the known key that is most similar."""
    known = _known(kind, place[:-1])
    similar = get_close_matches(str(place[-1]), known, n=1)
    hint = f"; did you mean {similar[0]}?" if similar else ""
    return Fault(f"unknown key {written(place)}{hint}", f"known keys: {', '.join(known)}")


def _known(hint: Any, place: Place) -> list[str]:
    """Return the keys of the table at a place inside a value of a type: a dataclass, or a list, a dictionary or a union of them."""
    if is_dataclass(hint):
        if not place:
            return [item.name.rstrip("_") for item in fields(hint)]
        hints = get_type_hints(hint)
        return _known(hints.get(str(place[0]), hints.get(f"{place[0]}_")), place[1:])
    inside = [one for one in get_args(hint) if one is not Ellipsis]
    if place and get_origin(hint) in {tuple, dict}:
        return _known(inside[-1], place[1:])
    return next((known for one in inside if (known := _known(one, place))), [])
