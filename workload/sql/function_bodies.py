"""The tables that a function's body accesses, for example the function of a trigger that an INSERT fires."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pgrehearse.workload.sql.effects import Effects
from pgrehearse.workload.sql.find_effects import effects_of_function
from pgrehearse.workload.sql.parse_tree import Name
from pgrehearse.workload.sql.parser import GENERATORS, parse

_READABLE = {"sql", "plpgsql"}
# Of a body with one of these, something stayed unread.
_UNREAD = {"dynamic-sql", "untrusted-code", "unparsed"}


@dataclass(frozen=True, slots=True)
class Body:
    """Tables that a function reads and writes, and functions that it *calls*, as written. *whole*: the body was read completely."""

    read: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()
    whole: bool = False

    def joined(self, other: Body) -> Body:
        """Return two bodies as one."""
        return Body(
            self.read | other.read, self.written | other.written, self.calls | other.calls, self.whole and other.whole
        )


def body(definition: str, language: str) -> Body:
    """Read a function's body from its CREATE FUNCTION (``pg_get_functiondef``).

    Dynamic SQL (EXECUTE) and other languages cannot be read.
    """
    if language not in _READABLE:
        return Body()
    found: Effects = effects_of_function(definition)
    return Body(
        _dotted(found.reads - found.writes),
        _dotted(found.writes),
        _dotted(found.calls),
        whole=not found.hazards & _UNREAD,
    )


def _dotted(names: frozenset[Name]) -> frozenset[str]:
    return frozenset(f"{schema}.{word}" if schema else word for schema, word in names)


def called(expression: str) -> frozenset[str]:
    """Return the functions that an expression of SQL calls, as it names them."""
    return frozenset(parse(f"select {expression}", expression).functions)


def makes_ids(calls: frozenset[str], bodies: Mapping[str, Body]) -> bool:
    """Return whether functions generate ids, directly or through functions that they call. *bodies*: of functions that are not built in.

    A body that cannot be read completely is assumed to generate ids.
    """
    known: set[str] = set()
    left = set(calls)
    while left:
        name = left.pop()
        known.add(name)
        if name.rpartition(".")[2] in GENERATORS:
            return True
        inner = bodies.get(name)
        if inner is not None:
            if not inner.whole:
                return True
            left |= inner.calls - known
    return False
