"""A team's own numbers: queries of theirs, asked beside the rest (queue depth, orders a minute)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, fields
from decimal import Decimal
from pathlib import Path
from typing import Any

import asyncpg

from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import BadInput
from pgrehearse.base.toml import read_toml
from pgrehearse.metrics.connection import GOING, LOST, Link
from pgrehearse.runs.metric_catalog import CATALOGUE, OWN

_SIDES = ("primary", "standby")


@dataclass(frozen=True, slots=True)
class CustomMetric:
    """*query* returns one number, or rows of (subject, number); *side*: where it is asked."""

    name: str
    unit: str
    query: str
    side: str = "primary"


@dataclass
class Own:
    """Asks a team's queries of one server, each in a read-only transaction."""

    link: Link
    wanted: tuple[CustomMetric, ...]
    instance: str
    every_us: int = SECOND

    async def sample(self, at_us: int) -> None:
        """Ask each once; one that raises is asked no more."""
        connection = await self.link.open()
        if connection is None:
            return
        for one in self.wanted:
            for row in await self._asked(connection, one):
                subject, value = (str(row[0]), row[1]) if len(row) > 1 else ("", row[0])
                if isinstance(value, int | float | Decimal):
                    self.link.board.keep_own(at_us, OWN, self.instance, one.name, float(value), one.unit, subject)
                elif value is not None:
                    self.link.board.unavailable[one.name] = f"it returns {type(value).__name__}, not a number"

    async def _asked(self, connection: asyncpg.Connection, one: CustomMetric) -> list[asyncpg.Record]:
        """Return a query's rows. It must not write, whatever it says; behind a pooler what a session SETs strangers would find."""
        rows: list[asyncpg.Record] = []
        with suppress(*LOST, *GOING):  # the link has noted it
            async with connection.transaction(readonly=True):
                rows = await self.link.fetch(connection, one.name, one.query)
        return rows


def read_custom_metrics(path: Path) -> tuple[CustomMetric, ...]:
    """Read a file of ``[[metric.sql]]`` tables; what it cannot mean is bad input that names the place."""
    document = read_toml(path, missing="give a file of [[metric.sql]] tables (docs/metrics.md)", form="docs/metrics.md")
    return parse_custom_metrics(document.get("metric", {}).get("sql", []), str(path))


def parse_custom_metrics(entries: Any, where: str) -> tuple[CustomMetric, ...]:
    """Read the entries of ``[[metric.sql]]``."""
    known = {item.name for item in fields(CustomMetric)}
    if not isinstance(entries, list) or not entries:
        raise BadInput(f"{where}: no [[metric.sql]]", remedy="write name, unit and query of each number")
    found = []
    for entry in entries:
        if not isinstance(entry, dict) or entry.keys() - known or {"name", "unit", "query"} - entry.keys():
            raise BadInput(f"{where}: not a metric: {entry!r}", remedy=f"known keys: {', '.join(sorted(known))}")
        one = CustomMetric(**{key: str(value) for key, value in entry.items()})
        if one.side not in _SIDES or one.name in CATALOGUE:
            raise BadInput(
                f"{where}: {one.name}: " + ("the name is taken" if one.name in CATALOGUE else f"no side {one.side!r}"),
                remedy=f"sides: {', '.join(_SIDES)}; names of docs/metrics.md are ours",
            )
        found.append(one)
    return tuple(found)
