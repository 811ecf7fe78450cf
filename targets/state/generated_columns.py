"""Which columns are generated: by a sequence, at random, from the clock, from other columns, or as a reference to such a column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pgrehearse.runs.state.schema import Generated
from pgrehearse.workload.sql.parser import GENERATORS, parse

_OF_A_SEQUENCE = {"nextval", "currval", "lastval"}
Place = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Reference:
    """A column of a foreign key, and the column to which it refers: the table's oid and the column's name of each."""

    column: Place
    target: Place


def kind_of(expression: str, *, identity: bool, computed: bool) -> Generated:
    """Return what generates a column, by its default *expression*.

    >>> kind_of("nextval('orders_id_seq'::regclass)", identity=False, computed=False).value
    'sequence'
    >>> kind_of("now()", identity=False, computed=False).value, kind_of("'x'::text", identity=False, computed=False).value
    ('time', '')
    """
    if identity:
        return Generated.SEQUENCE
    if computed:
        return Generated.COMPUTED
    if not expression:
        return Generated.NO
    facts = parse(f"select {expression}", expression)
    called = {name.rpartition(".")[2] for name in facts.functions}
    if called & _OF_A_SEQUENCE:
        return Generated.SEQUENCE
    if called & GENERATORS:
        return Generated.RANDOM
    return Generated.TIME if facts.clock else Generated.NO


def with_references(kinds: Mapping[Place, Generated], references: Iterable[Reference]) -> dict[Place, Generated]:
    """Return the kinds with those of foreign keys that refer to generated columns, directly or through other foreign keys."""
    found = dict(kinds)
    open_references = [one for one in references if found.get(one.column, Generated.NO) == Generated.NO]
    while reached := [one for one in open_references if found.get(one.target, Generated.NO) != Generated.NO]:
        found |= {one.column: Generated.REFERENCE for one in reached}
        open_references = [one for one in open_references if one.column not in {each.column for each in reached}]
    return found
