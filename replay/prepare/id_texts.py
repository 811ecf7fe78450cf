"""Statements that are sent with another text, so that they draw production's ids (``workload.sql.drawing_text``).

The text is the same for all executions of a statement: its parameters, its name and its number of messages do not change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT
from pgrehearse.workload.sql.drawing_text import DrawingText, drawing_text
from pgrehearse.workload.sql.named_ids import NamedTable
from pgrehearse.workload.sql.parse_tree import Name
from pgrehearse.workload.sql.sequence_calls import SEQUENCE_FUNCTIONS

_KEY = ["place", "shape", "sql"]
_TEXTS = pl.Schema({"place": pl.String, "shape": pl.Int32, "sql": pl.Binary, "sent": pl.Binary})


@dataclass(frozen=True, slots=True)
class IdTexts:
    """*texts*: what is sent (``sent``) for each text of a place (a target's database) and shape; *places*: session, place."""

    texts: pl.DataFrame
    places: pl.DataFrame

    def apply(self, events: pl.DataFrame) -> pl.DataFrame:
        """Return events with what is sent. Columns: session, shape, sql."""
        if self.texts.is_empty():
            return events
        placed = events.join(self.places, on="session", how="left", maintain_order="left")
        found = placed.join(self.texts, on=_KEY, how="left", maintain_order="left")
        return found.with_columns(pl.coalesce("sent", "sql").alias("sql")).drop("place", "sent")


@dataclass(frozen=True, slots=True)
class NamedCounts:
    """How many statements name the ids of tables, and how many insert into these tables in another form (*left*), by (place, schema,
    name); *calls*: how many statements call the functions of ``pgrehearse`` in the place of PostgreSQL's own."""

    named: Mapping[tuple[str, Name], int]
    left: Mapping[tuple[str, Name], int]
    calls: int


def read_id_texts(
    workload: Workload, places: pl.DataFrame, tables: Mapping[str, tuple[NamedTable, ...]]
) -> tuple[IdTexts, NamedCounts]:
    """Read the texts of the sessions in *places* that have to be changed. *tables*: those whose ids have to be named, by place."""
    rows, made = [], []
    written = {row["shape"]: row["tables_written"] or [] for row in _shapes(workload, tables).iter_rows(named=True)}
    for place, shape, sql, count in _texts(workload, places, list(written)).iter_rows():
        one = drawing_text(sql, _names(tables.get(place, ()), written[shape]))
        made.append((place, count, one))
        if one.text != sql:
            rows.append((place, shape, sql, one.text))
    texts = pl.DataFrame(rows, schema=_TEXTS, orient="row")
    return IdTexts(texts, places.select("session", "place")), _counts(made)


def _shapes(workload: Workload, tables: Mapping[str, tuple[NamedTable, ...]]) -> pl.DataFrame:
    """Return the shapes that call a sequence function, or write to one of the tables."""
    names = sorted({f"{table.schema}.{table.name}" for some in tables.values() for table in some})
    last = pl.element().str.split(".").list.last()
    calls = pl.col("functions").list.eval(last.is_in(sorted(SEQUENCE_FUNCTIONS))).list.any()
    words = [name.split(".", 1)[-1] for name in names]
    writes = pl.col("tables_written").list.eval(pl.element().is_in([*names, *words])).list.any()
    return workload.shapes().filter((calls | writes).fill_null(value=False))


def _texts(workload: Workload, places: pl.DataFrame, shapes: list[int]) -> pl.DataFrame:
    """Return the texts of shapes: place, shape, sql, and how many statements have it."""
    events = workload.events().filter(pl.col("shape").is_in(shapes) & pl.col("sql").is_not_null())
    placed = events.join(places.lazy().select("session", "place"), on="session")
    return placed.group_by(_KEY, maintain_order=True).agg(IS_STATEMENT.sum().alias("statements")).collect()


def _names(tables: tuple[NamedTable, ...], written: list[str]) -> dict[Name, NamedTable]:
    """Return the tables by the names with which a statement may write to them. *written*: the tables that its shape writes to."""
    names: dict[Name, NamedTable] = {}
    several = set()
    for table in tables:
        names[table.schema, table.name] = table
        if f"{table.schema}.{table.name}" in written or table.name in written:
            if ("", table.name) in names:
                several.add(("", table.name))
            names["", table.name] = table
    return {name: table for name, table in names.items() if name not in several}


def _counts(made: list[tuple[str, int, DrawingText]]) -> NamedCounts:
    named: dict[tuple[str, Name], int] = {}
    left: dict[tuple[str, Name], int] = {}
    for place, count, one in made:
        for tables, counted in ((set(one.left), left), (set(one.named) - set(one.left), named)):
            for table in tables:
                key = (place, (table.schema, table.name))
                counted[key] = counted.get(key, 0) + count
    return NamedCounts(named, left, sum(count for _, count, one in made if one.calls))
