"""Which events are sent, which are skipped and why: decided for all of them at once, before the replay.

Reasons are part of the run's format: each skipped event carries one.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import polars as pl

from replay.selection import bearing

READ_ONLY = "it writes, and the replay is read-only"
VOLATILE = "it calls a volatile function, and the replay is read-only"
NOT_LOGGED = "its parameters are not in the log"
COPY_DATA = "COPY data is not in the log"
ENCODING = "the replay speaks the log's own encoding"
PASSWORD = "it sets a password"  # noqa: S105 (a reason, not a secret)
NOT_CHOSEN = "it is not chosen (--only, --except)"
THINNED = "thinned out (--thin)"
NOT_AMPLIFIED = "it is not what is amplified (--where)"
ONE_WRITES = "only the first copy writes (--amplify-writes lets all)"
POOLED = "its session shares connections (--pooled)"
# What would reach outside the databases that are rehearsed with, by the name that allows it.
OUTSIDE = {
    "drop-database": r"(?i)(?:^|;)\s*drop\s+database\b",
    "alter-system": r"(?i)(?:^|;)\s*alter\s+system\b",
    "copy-program": r"(?is)(?:^|;)\s*copy\b.*\b(?:to|from)\s+program\b",
    "terminate": r"(?i)\bpg_(?:terminate|cancel)_backend\s*\(",
    "dblink": r"(?i)\bdblink(?:_\w+)?\s*\(",
    "notify": r"(?i)(?:^|;)\s*notify\b|\bpg_notify\s*\(",
}
_REACHES = {name: f"it would reach outside: --allow {name} sends it" for name in OUTSIDE}
# The smallest answer that says "send it": reasons are stored as numbers in the spool.
REASONS = (
    "", READ_ONLY, VOLATILE, NOT_LOGGED, COPY_DATA, ENCODING, PASSWORD, NOT_CHOSEN, THINNED, NOT_AMPLIFIED, ONE_WRITES,
    POOLED, *_REACHES.values(),
)  # fmt: skip

_ENCODING = r"(?i)^\s*set\s+(?:session\s+|local\s+)?(?:client_encoding|names)\b"
_SECRET = r"(?i)\bpassword\b"  # noqa: S105 (a pattern)
# The name in an SQL-level PREPARE or EXECUTE.
STATEMENT_NAME = r'(?i)^\s*(?:prepare|execute)\s+("(?:[^"]|"")+"|\w+)'
_YES = pl.lit(value=True)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which statements a replay takes up, as expressions over ``cast.looked_at``: *taken* at all, *kept* when thinned
    out, *copied* by the further copies of an amplified session, which write if *copies_write*."""

    taken: pl.Expr = _YES
    kept: pl.Expr = _YES
    copied: pl.Expr = _YES
    copies_write: bool = False


def dispositions(
    events: pl.LazyFrame,
    shapes: pl.DataFrame,
    *,
    writes: bool,
    allowed: AbstractSet[str] = frozenset(),
    volatile: AbstractSet[str] = frozenset(),
    chosen: Chosen | None = None,
) -> pl.LazyFrame:
    """Add ``skip`` and ``copy_skip`` (an index into ``REASONS``; the latter for further copies of a session).

    BEGIN READ WRITE becomes a plain one when read-only. *events*: with the shape's ``kind``. *allowed*: names of
    ``OUTSIDE`` that are sent all the same. *volatile*: functions of the target that may change something.
    """
    facts = shapes.lazy().select(
        "shape", "writes", "functions", pl.col("template").cast(pl.String, strict=False).alias("template")
    )
    choice = chosen or Chosen()
    runs = pl.col("action").is_in(["query", "execute", "prepare"])
    begin = pl.col("kind") == "begin"
    may_write = pl.col("writes").fill_null(value=False) & ~begin
    calls = pl.col("functions").list.eval(pl.element().is_in(sorted(volatile))).list.any().fill_null(value=False)
    skip = (
        pl.when(~runs)
        .then(0)
        .when(~bearing() & ~choice.taken)
        .then(REASONS.index(NOT_CHOSEN))
        .when(~bearing() & ~choice.kept)
        .then(REASONS.index(THINNED))
        .when(pl.col("truncated").fill_null(value=False))
        .then(REASONS.index(NOT_LOGGED))
        .when((pl.col("kind") == "ddl") & pl.col("template").str.contains(_SECRET))
        .then(REASONS.index(PASSWORD))
        .when(pl.col("kind") == "copy from")
        .then(REASONS.index(COPY_DATA))
        .when((pl.col("kind") == "set") & pl.col("template").str.contains(_ENCODING))
        .then(REASONS.index(ENCODING))
        .when(_outside(allowed) > 0)
        .then(_outside(allowed))
        .when(may_write & pl.lit(not writes))
        .then(REASONS.index(READ_ONLY))
        .when(calls & pl.lit(not writes))
        .then(REASONS.index(VOLATILE))
        .otherwise(0)
    )
    copy_skip = (
        pl.when(pl.col("skip") > 0)
        .then("skip")
        .when(runs & ~bearing() & ~choice.copied)
        .then(REASONS.index(NOT_AMPLIFIED))
        .when(runs & pl.col("writes").fill_null(value=False) & pl.lit(not choice.copies_write))
        .then(REASONS.index(ONE_WRITES))
        .otherwise(0)
    )
    lifted = begin & pl.col("writes") & pl.lit(not writes)
    return (
        events.join(facts, on="shape", how="left", maintain_order="left")
        .with_columns(
            skip.cast(pl.UInt8).alias("skip"),
            pl.when(lifted).then(pl.lit(b"BEGIN")).otherwise("sql").alias("sql"),
        )
        .with_columns(_with_what_it_executes().cast(pl.UInt8).alias("skip"))
        .with_columns(copy_skip.cast(pl.UInt8).alias("copy_skip"))
        .drop("writes", "template", "functions")
    )


def of_its_prepare(column: str) -> pl.Expr:
    """Return a column's value at the PREPARE of the name that an SQL-level EXECUTE names (null: there is none).

    Columns: session, sql, kind; each session's events in their order.
    """
    name = pl.col("sql").cast(pl.String, strict=False).str.extract(STATEMENT_NAME).str.to_lowercase()
    return pl.when(pl.col("kind") == "prepare").then(column).forward_fill().over("session", name)


def _with_what_it_executes() -> pl.Expr:
    """Skip an SQL-level EXECUTE for the reason that its PREPARE was skipped for."""
    executes = (pl.col("kind") == "execute") & (pl.col("skip") == 0)
    return pl.when(executes).then(of_its_prepare("skip").fill_null(0)).otherwise("skip")


def _outside(allowed: AbstractSet[str]) -> pl.Expr:
    """Return the reason of what would reach outside (0: it does not)."""
    out: pl.Expr = pl.lit(0)
    for name, pattern in OUTSIDE.items():
        if name not in allowed:
            reaches = pl.col("template").str.contains(pattern).fill_null(value=False)
            out = pl.when(reaches).then(REASONS.index(_REACHES[name])).otherwise(out)
    return out
