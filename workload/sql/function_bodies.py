"""The tables that a function's body accesses, for example the function of a trigger that an INSERT fires."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pgrehearse.workload.sql.clock import CLOCK_CALL
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
        dotted(found.reads - found.writes),
        dotted(found.writes),
        dotted(found.calls),
        whole=not found.hazards & _UNREAD,
    )


def dotted(names: frozenset[Name]) -> frozenset[str]:
    """Return names as one text each: ``schema.name``, or ``name`` where the schema is not given."""
    return frozenset(f"{schema}.{word}" if schema else word for schema, word in names)


def called(expression: str) -> frozenset[str]:
    """Return the functions that an expression of SQL calls, as it names them."""
    return frozenset(parse(f"select {expression}", expression).functions)


def makes_ids(calls: frozenset[str], bodies: Mapping[str, Body]) -> bool:
    """Return whether functions generate ids, directly or through functions that they call. *bodies*: of functions that are not built in.

    A body that cannot be read completely is assumed to generate ids.
    """
    names, whole = _reached(calls, bodies)
    return not whole or any(name.rpartition(".")[2] in GENERATORS for name in names)


def uses_clock(calls: frozenset[str], bodies: Mapping[str, Body]) -> bool:
    """Return whether functions use the clock, directly or through functions that they call, as far as their bodies can be read."""
    return ".".join(CLOCK_CALL) in _reached(calls, bodies)[0]


def _reached(calls: frozenset[str], bodies: Mapping[str, Body]) -> tuple[set[str], bool]:
    """Return all functions that are called, directly and indirectly, and whether all their bodies could be read."""
    known: set[str] = set()
    left, whole = set(calls), True
    while left:
        name = left.pop()
        known.add(name)
        inner = bodies.get(name)
        if inner is not None:
            whole = whole and inner.whole
            left |= inner.calls - known
    return known, whole
