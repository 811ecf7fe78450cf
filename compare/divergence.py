"""Where the sides did different things: errors, and row counts. Told before any number about speed."""

from __future__ import annotations

from typing import Any

import polars as pl

from compare.comparison import Difference, RowDrift
from compare.queries import EXECUTION

# A key whose row counts differ in more pairs than this cannot be judged on latency.
DRIFT = 0.02
EXAMPLES = 50


def errors(
    baseline: pl.DataFrame, candidate: pl.DataFrame, shapes: dict[str, tuple[str, str]], files: list[str]
) -> tuple[dict[str, int], tuple[Difference, ...]]:
    """Return counts (same, new, vanished, different) and the divergent ones by query key and SQLSTATE."""
    pairs = baseline.select(
        *EXECUTION,
        "query_key",
        "file",
        "line",
        pl.col("status").alias("was"),
        pl.col("sqlstate").alias("was_state"),
        pl.col("message").alias("was_message"),
    ).join(candidate.select(*EXECUTION, "status", "sqlstate", "message"), on=EXECUTION)
    failed, erred = pl.col("status") == "failed", pl.col("was") == "failed"
    alike = pl.col("sqlstate").eq_missing(pl.col("was_state"))
    what = (
        pl.when(failed & erred & alike)
        .then(pl.lit("same"))
        .when(failed & erred)
        .then(pl.lit("different"))
        .when(failed & (pl.col("was") == "ok"))
        .then(pl.lit("new"))
        .when((pl.col("status") == "ok") & erred)
        .then(pl.lit("vanished"))
    )
    told = pairs.with_columns(what.alias("what")).filter(pl.col("what").is_not_null())
    counts = {word: int((told["what"] == word).sum()) for word in ("same", "new", "vanished", "different")}
    groups = (
        told.filter(pl.col("what") != "same")
        .group_by("query_key", "what", "sqlstate", "was_state", maintain_order=True)
        .agg(
            pl.len().alias("count"),
            pl.coalesce("message", "was_message").first().alias("text"),
            pl.col("file").first(),
            pl.col("line").first(),
        )
        .sort("count", descending=True)
        .head(EXAMPLES)
    )
    return counts, tuple(
        Difference(
            row["query_key"],
            shapes.get(row["query_key"], ("", ""))[0],
            row["what"],
            row["sqlstate"] or "",
            row["was_state"] or "",
            row["count"],
            row["text"] or "",
            _place(files, row["file"], row["line"]),
        )
        for row in groups.iter_rows(named=True)
    )


def _place(files: list[str], file: int | None, line: int | None) -> str:
    if file is None or line is None or file >= len(files):
        return ""
    return f"{files[file]}:{line}"


def row_drift(
    baseline: pl.DataFrame,
    candidate: pl.DataFrame,
    shapes: dict[str, tuple[str, str]],
    tables: dict[str, set[str]],
    state: dict[str, Any],
) -> tuple[RowDrift, ...]:
    """Return the query keys whose row counts differ between two replays in more than ``DRIFT`` of the pairs."""
    pairs = (
        baseline.filter(pl.col("status") == "ok")
        .select(*EXECUTION, "query_key", pl.col("rows").alias("a"))
        .join(
            candidate.filter(pl.col("status") == "ok").select(*EXECUTION, pl.col("rows").alias("b")),
            on=EXECUTION,
        )
        .drop_nulls(["a", "b"])
    )
    found = (
        pairs.group_by("query_key")
        .agg(
            pl.len().alias("pairs"),
            (pl.col("a") != pl.col("b")).sum().alias("different"),
            pl.col("a").mean().alias("a"),
            pl.col("b").mean().alias("b"),
        )
        .filter(pl.col("different") > DRIFT * pl.col("pairs"))
        .sort("different", descending=True)
    )
    sequenced = _sequenced(state)
    return tuple(
        RowDrift(
            row["query_key"],
            shapes.get(row["query_key"], ("", ""))[0],
            row["pairs"],
            row["different"],
            row["a"],
            row["b"],
            _explained(tables.get(row["query_key"], set()), sequenced),
        )
        for row in found.iter_rows(named=True)
    )


def _sequenced(state: dict[str, Any]) -> dict[str, str]:
    """Return tables (bare and qualified) with a column filled from a sequence, and that column."""
    found: dict[str, str] = {}
    for name in state.get("sequences", {}):
        parts = str(name).split(".")
        if len(parts) == 3:
            found |= {parts[1]: parts[2], f"{parts[0]}.{parts[1]}": parts[2]}
    return found


def _explained(tables: set[str], sequenced: dict[str, str]) -> str:
    for table in sorted(tables):
        if table in sequenced:
            return (
                f"sequence drift: {table}.{sequenced[table]} comes from a sequence, which hands out other values under another "
                "interleaving; a captured id then means another row. No fault of the candidate"
            )
    return "the sides held different data when it ran: under another interleaving it found other rows"
