"""The statements of a workload that use the clock, by query key: in their text, or in what the catalog adds to them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import polars as pl

from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, ClockPlace

_MOST = 20
# Where the clock decides which rows a statement finds, or what it returns; elsewhere it decides what is stored.
_DECIDING = [ClockPlace.TEXT.value, ClockPlace.VIEW.value, ClockPlace.FUNCTION.value, ClockPlace.POLICY.value]
# Where a shape uses the clock; a workload that was captured by an earlier version has only ``clock``, for its text.
_PLACES = pl.coalesce(
    "clock_in",
    pl.when("clock").then(pl.lit([ClockPlace.TEXT.value])).otherwise(pl.lit([], pl.List(pl.String))),
)


@dataclass(frozen=True, slots=True)
class ClockQuery:
    """A query key whose statements use the clock: how many *statements*, and in which *places* (``ClockPlace``)."""

    query_key: str
    sql: str
    statements: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClockStatements:
    """The statements that use the clock: all of them, those in each place (a statement can be in several), the queries with the most.

    *deciding*: those whose rows or results depend on it (not only what a default or a trigger stores).
    """

    statements: int
    deciding: int
    places: dict[str, int]
    queries: tuple[ClockQuery, ...]

    def document(self) -> dict[str, Any]:
        """Return the JSON document."""
        return asdict(self)


def deciding_places() -> pl.Expr:
    """Return the places in which the clock decides which rows a shape's statements find, or what they return. Columns: clock, clock_in."""
    return _PLACES.list.set_intersection(pl.lit(_DECIDING))


def deciding() -> pl.Expr:
    """Return whether there is such a place."""
    return deciding_places().list.len() > 0


def uses_definitions(workload: Workload) -> bool:
    """Return whether statements of a workload use the clock in a definition of the catalog: in another place than their text."""
    places = workload.shapes().select(_PLACES.explode(empty_as_null=False).unique()).to_series()
    return not set(places) <= {ClockPlace.TEXT.value}


def examples_with_clock(workload: Workload) -> list[tuple[str, bytes]]:
    """Return the template of each shape that uses the clock, with one text of it."""
    shapes = workload.shapes().lazy().filter("clock").select("shape", pl.col("template").cast(pl.String, strict=False))
    texts = workload.events().drop_nulls("sql").group_by("shape").agg(pl.col("sql").first())
    return list(texts.join(shapes, on="shape").select("template", "sql").collect().iter_rows())


def clock_statements(workload: Workload) -> ClockStatements:
    """Count a workload's statements that use the clock."""
    shapes = workload.shapes().filter("clock").with_columns(_PLACES.alias("places"), deciding().alias("deciding"))
    used = (
        workload.events()
        .filter(IS_STATEMENT)
        .group_by("shape")
        .agg(pl.len().alias("statements"))
        .join(shapes.lazy().select("shape", "query_key", "template", "places", "deciding"), on="shape")
        .collect()
    )
    by_place = used.explode("places", empty_as_null=True).group_by("places").agg(pl.col("statements").sum())
    counts = {str(place): int(n) for place, n in by_place.drop_nulls().iter_rows()}
    queries = (
        used.group_by("query_key")
        .agg(
            pl.col("template").first(),
            pl.col("statements").sum(),
            pl.col("places").explode(empty_as_null=True).drop_nulls().unique(maintain_order=True),
        )
        .sort("statements", "query_key", descending=[True, False])
        .head(_MOST)
    )
    return ClockStatements(
        statements=int(used["statements"].sum()),
        deciding=int(used.filter("deciding")["statements"].sum()),
        places={place.value: counts[place.value] for place in ClockPlace if place.value in counts},
        queries=tuple(
            ClockQuery(key, text.decode(errors="replace"), n, tuple(places))
            for key, text, n, places in queries.iter_rows()
        ),
    )
