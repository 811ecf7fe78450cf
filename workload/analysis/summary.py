"""The summary that ``inspect`` prints of a workload: rates, kinds, query keys, tables, errors."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import polars as pl

from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT

SLICES = 60


@dataclass(frozen=True, slots=True)
class QueryRow:
    """The captured load of one query key."""

    query_key: str
    sql: str
    kind: str
    n: int
    total_us: float
    p50_us: float
    p99_us: float
    errors: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a summary. *rate*: statements in each of ``SLICES`` equal slices of the window."""

    peak_sessions: int
    rate: list[float]
    kinds: list[tuple[str, int]]
    queries: list[QueryRow]
    tables: list[tuple[str, int, int]]
    errors: list[tuple[str, int]]

    def document(self) -> dict[str, Any]:
        """Return what ``inspect --json`` adds to capture's document."""
        return {
            "peak_sessions": self.peak_sessions,
            "rate": self.rate,
            "kinds": dict(self.kinds),
            "queries": [asdict(row) for row in self.queries],
            "tables": [{"table": name, "read": read, "written": written} for name, read, written in self.tables],
            "errors_by_sqlstate": dict(self.errors),
        }


def summarise(workload: Workload, *, top: int) -> Summary:
    """Return the summary of a workload, with its *top* query keys by total time."""
    shapes = workload.shapes().lazy()
    statements = (
        workload.events()
        .filter(IS_STATEMENT)
        .select("shape", "at_us", "took_us", "ended", "sqlstate")
        .join(shapes, on="shape", how="left")
        .collect()
    )
    return Summary(
        peak_sessions=peak(workload.sessions()),
        rate=_rate(statements["at_us"], workload.manifest.duration_us),
        kinds=_counts(statements["kind"]),
        queries=_queries(statements, top),
        tables=_tables(statements),
        errors=_counts(statements["sqlstate"].drop_nulls()),
    )


def _queries(statements: pl.DataFrame, top: int) -> list[QueryRow]:
    """Return the *top* query keys by total time."""
    by_key = (
        statements.group_by("query_key")
        .agg(
            pl.col("template").first(),
            pl.col("kind").first(),
            pl.len().alias("n"),
            pl.col("took_us").sum().alias("total"),
            pl.col("took_us").quantile(0.5).alias("p50"),
            pl.col("took_us").quantile(0.99).alias("p99"),
            (pl.col("ended") != "ok").sum().alias("errors"),
        )
        .sort("total", "n", "query_key", descending=[True, True, False])
        .head(top)
    )
    return [
        QueryRow(
            row["query_key"] or "",
            (row["template"] or b"").decode(errors="replace"),
            row["kind"] or "",
            row["n"],
            float(row["total"] or 0),
            float(row["p50"] or 0),
            float(row["p99"] or 0),
            row["errors"],
        )
        for row in by_key.iter_rows(named=True)
    ]


def _counts(values: pl.Series) -> list[tuple[str, int]]:
    """Return each value with its count, the most frequent first."""
    counted = values.rename("value").to_frame().group_by("value").len()
    ordered = counted.sort("len", "value", descending=[True, False])
    return [(str(value), int(count)) for value, count in ordered.iter_rows()]


def _rate(at_us: pl.Series, duration_us: int) -> list[float]:
    width = max(duration_us // SLICES, 1)
    counted = (at_us // width).clip(0, SLICES - 1).value_counts()
    counts = dict(counted.iter_rows())
    return [float(counts.get(place, 0)) for place in range(SLICES)]


def _tables(statements: pl.DataFrame) -> list[tuple[str, int, int]]:
    frames = [
        statements.select(pl.col(column).alias("table"), pl.lit(value).alias("written")).explode(
            "table", empty_as_null=False
        )
        for column, value in (("tables_read", False), ("tables_written", True))
    ]
    table = (
        pl.concat(frames)
        .drop_nulls("table")
        .group_by("table")
        .agg((~pl.col("written")).sum().alias("read"), pl.col("written").sum().alias("write"))
    )
    return [
        (str(name), int(read), int(write))
        for name, read, write in table.sort(pl.col("read") + pl.col("write"), "table", descending=[True, False])
        .head(20)
        .iter_rows()
    ]


def peak(sessions: pl.DataFrame) -> int:
    """Return the largest number of sessions that were open at the same time. Columns: at_us, end_us."""
    if sessions.is_empty():
        return 0
    opens = sessions.select(pl.col("at_us").alias("at"), pl.lit(1).alias("step"))
    closes = sessions.select((pl.col("end_us") + 1).alias("at"), pl.lit(-1).alias("step"))
    return int(pl.concat([opens, closes]).sort("at", "step")["step"].cum_sum().max() or 0)  # type: ignore[arg-type]
