"""How many ids executions drew, where the log does not show it: counted in a first pass, or decoded."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

EXECUTION = ("session", "seq", "sequence")


@dataclass(frozen=True, slots=True)
class FirstPass:
    """What a first pass with pinned ids counted.

    *draws*: how many ids executions drew that ended as they did in production (session, seq, sequence, n). *failed*: those that failed with
    the same error (session, seq): from a sequence without a row in *draws* they drew none. Of a statement that succeeded and drew none
    the number stays open: in production it can have found rows that another session had changed or locked in the replay.
    """

    draws: pl.DataFrame
    failed: pl.DataFrame


def with_counts(
    drawn: pl.DataFrame, statements: pl.DataFrame, first: FirstPass | None, decoded: pl.DataFrame | None
) -> pl.DataFrame:
    """Return the executions (``executions.draws``) with the numbers that were counted or decoded where the log does not show them.

    Executions that only the counts show are added, at the places of their *statements*. Adds ``counted``.
    """
    counts = _counts(first, decoded)
    known = (pl.col("low") == pl.col("high")) & pl.col("sure")
    joined = drawn.join(counts, on=EXECUTION, how="left", maintain_order="left")
    if first is not None:
        failed = first.failed.select("session", "seq", pl.lit(0, pl.Int64).alias("none"))
        joined = joined.join(failed, on=["session", "seq"], how="left", maintain_order="left")
        joined = joined.with_columns(pl.coalesce("n", "none").alias("n")).drop("none")
    counted = pl.col("n").is_not_null() & ~known
    joined = joined.with_columns(
        pl.when(counted).then("n").otherwise("low").alias("low"),
        pl.when(counted).then("n").otherwise("high").alias("high"),
        (pl.col("sure") | counted).alias("sure"),
        counted.alias("counted"),
    ).drop("n")
    others = counts.filter(pl.col("n") > 0).join(drawn, on=EXECUTION, how="anti")
    added = _placed(others, statements).select(joined.columns)
    return pl.concat([joined, added]).sort("database", "sequence", "key", "session", "seq")


def _counts(first: FirstPass | None, decoded: pl.DataFrame | None) -> pl.DataFrame:
    """Return the numbers of both: session, seq, sequence, n. Decoded rows count before a first pass does."""
    schema = {"session": pl.Int32, "seq": pl.Int32, "sequence": pl.String, "n": pl.Int64}
    numbers = pl.DataFrame(schema=schema)
    if decoded is not None:
        numbers = decoded.select(*EXECUTION, pl.col("ids").list.len().cast(pl.Int64).alias("n"))
    if first is None:
        return numbers
    counted = first.draws.select(*EXECUTION, "n")
    return pl.concat([numbers, counted.join(numbers, on=EXECUTION, how="anti")])


def _placed(counts: pl.DataFrame, statements: pl.DataFrame) -> pl.DataFrame:
    """Return counted executions with the columns of ``executions.draws``."""
    places = statements.select(
        "session", "seq", "transaction", "database", "after", "before", "visible", pl.col("start").alias("key")
    )
    return counts.join(places, on=["session", "seq"], how="inner").with_columns(
        pl.col("n").alias("low"),
        pl.col("n").alias("high"),
        pl.lit(value=True).alias("sure"),
        pl.lit(value=True).alias("counted"),
        pl.lit(value=False).alias("resets"),
    )
