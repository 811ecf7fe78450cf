"""Custom metrics: a team's own queries, sampled with the other metrics (queue depth, orders a minute)."""

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
from pgrehearse.metrics.connection import LOST, UNAVAILABLE, ServerConnection
from pgrehearse.metrics.sample_buffer import Sample
from pgrehearse.runs.metric_catalog import CATALOGUE, OWN

_SIDES = ("primary", "standby")


@dataclass(frozen=True, slots=True)
class CustomMetric:
    """A metric that a query of the user returns."""

    name: str
    """the name of the metric"""
    unit: str
    """its unit"""
    query: str
    """SQL that returns one number, or rows of (subject, number)"""
    side: str = "primary"
    """the server that it is sent to: `primary` or `standby`"""


@dataclass
class CustomSqlProbe:
    """Sends custom metrics' queries to one server, each in a read-only transaction."""

    connection: ServerConnection
    metrics: tuple[CustomMetric, ...]
    instance: str
    every_us: int = SECOND

    async def sample(self, at_us: int) -> None:
        """Send each query once; a query that raised is not sent again."""
        connection = await self.connection.open()
        if connection is None:
            return
        for metric in self.metrics:
            for row in await self._fetch(connection, metric):
                subject, value = (str(row[0]), row[1]) if len(row) > 1 else ("", row[0])
                if isinstance(value, int | float | Decimal):
                    self.connection.buffer.add(
                        Sample(at_us, OWN, self.instance, metric.name, float(value), subject, metric.unit)
                    )
                elif value is not None:
                    self.connection.buffer.unavailable[metric.name] = (
                        f"the query returns {type(value).__name__}, not a number"
                    )

    async def _fetch(self, connection: asyncpg.Connection, metric: CustomMetric) -> list[asyncpg.Record]:
        """Return a query's rows. The transaction is read-only; a SET would affect other clients behind a pooler."""
        rows: list[asyncpg.Record] = []
        with suppress(*LOST, *UNAVAILABLE):  # the connection has recorded the error
            async with connection.transaction(readonly=True):
                rows = await self.connection.fetch(connection, metric.name, metric.query)
        return rows


def read_custom_metrics(path: Path) -> tuple[CustomMetric, ...]:
    """Read a file of ``[[metric.sql]]`` tables. Raises ``BadInput`` with the file and the entry."""
    document = read_toml(path, missing="give a file of [[metric.sql]] tables (docs/metrics.md)", form="docs/metrics.md")
    return parse_custom_metrics(document.get("metric", {}).get("sql", []), str(path))


def parse_custom_metrics(entries: Any, where: str) -> tuple[CustomMetric, ...]:
    """Parse the entries of ``[[metric.sql]]``. *where*: the file, for errors."""
    keys = {item.name for item in fields(CustomMetric)}
    if not isinstance(entries, list) or not entries:
        raise BadInput(f"{where}: no [[metric.sql]]", remedy="give name, unit and query of each metric")
    metrics = []
    for entry in entries:
        if not isinstance(entry, dict) or entry.keys() - keys or {"name", "unit", "query"} - entry.keys():
            raise BadInput(f"{where}: not a metric: {entry!r}", remedy=f"known keys: {', '.join(sorted(keys))}")
        metric = CustomMetric(**{key: str(value) for key, value in entry.items()})
        check_custom_metric(metric, where)
        metrics.append(metric)
    return tuple(metrics)


def check_custom_metric(metric: CustomMetric, where: str) -> None:
    """Raise ``BadInput`` for a name that is in use, and for an unknown side."""
    if metric.side not in _SIDES or metric.name in CATALOGUE:
        raise BadInput(
            f"{where}: {metric.name}: "
            + ("a metric of this name exists" if metric.name in CATALOGUE else f"unknown side {metric.side!r}"),
            remedy=f"sides: {', '.join(_SIDES)}; docs/metrics.md lists the names that are in use",
        )
