"""Finds what uses the clock among a database's defaults, views, functions, triggers and policies (``workload/catalog/clock_use``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import asyncpg

from pgrehearse.workload.catalog.clock_use import ClockUse
from pgrehearse.workload.sql.find_effects import effects_of, effects_of_expression
from pgrehearse.workload.sql.function_bodies import Body, body, dotted, uses_clock
from pgrehearse.workload.sql.generated_ids import Drawing

Rows = Iterable[asyncpg.Record]


def find_clock_use(views: Rows, defaults: Rows, triggers: Rows, policies: Rows, bodies: Mapping[str, Body]) -> ClockUse:
    """Return what uses the clock: the rows of ``views.sql``, ``defaults.sql``, ``triggers.sql`` and ``policies.sql``, and the bodies of
    functions."""
    columns: dict[str, list[Drawing]] = {}
    for row in defaults:
        if row["expression"] and uses_clock(dotted(effects_of_expression(row["expression"]).calls), bodies):
            columns.setdefault(row["relation"], []).append(Drawing(row["name"], int(row["place"])))
    return ClockUse(
        defaults={relation: tuple(names) for relation, names in columns.items()},
        views=frozenset(
            row["name"] for row in views if uses_clock(dotted(effects_of(row["definition"].encode()).calls), bodies)
        ),
        triggered=frozenset(
            row["name"] for row in triggers if uses_clock(body(row["definition"], row["language"]).calls, bodies)
        ),
        functions=frozenset(name for name, one in bodies.items() if uses_clock(one.calls, bodies)),
        secured=frozenset(
            row["name"]
            for row in policies
            if uses_clock(dotted(effects_of_expression(row["expressions"]).calls), bodies)
        ),
    )
