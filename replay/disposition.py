"""Which events are sent, which are skipped and why: decided for all of them at once, before the replay.

Reasons are part of the run's format: each skipped event carries one.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import polars as pl

READ_ONLY = "it writes, and the replay is read-only"
NOT_LOGGED = "its parameters are not in the log"
COPY_DATA = "COPY data is not in the log"
ENCODING = "the replay speaks the log's own encoding"
PASSWORD = "it sets a password"  # noqa: S105 (a reason, not a secret)
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
REASONS = ("", READ_ONLY, NOT_LOGGED, COPY_DATA, ENCODING, PASSWORD, *_REACHES.values())

_ENCODING = r"(?i)^\s*set\s+(?:session\s+|local\s+)?(?:client_encoding|names)\b"
_SECRET = r"(?i)\bpassword\b"  # noqa: S105 (a pattern)


def dispositions(
    events: pl.LazyFrame, shapes: pl.DataFrame, *, writes: bool, allowed: AbstractSet[str] = frozenset()
) -> pl.LazyFrame:
    """Add ``skip`` (an index into ``REASONS``) and the shape's ``kind``; make BEGIN READ WRITE a plain one when read-only.

    *allowed*: names of ``OUTSIDE`` that are sent all the same.
    """
    facts = shapes.lazy().select(
        "shape", "kind", "writes", pl.col("template").cast(pl.String, strict=False).alias("template")
    )
    runs = pl.col("action").is_in(["query", "execute", "prepare"])
    begin = pl.col("kind") == "begin"
    skip = (
        pl.when(~runs)
        .then(0)
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
        .when(pl.col("writes").fill_null(value=False) & ~begin & pl.lit(not writes))
        .then(REASONS.index(READ_ONLY))
        .otherwise(0)
    )
    joined = events.join(facts, on="shape", how="left", maintain_order="left")
    lifted = begin & pl.col("writes") & pl.lit(not writes)
    return joined.with_columns(
        skip.cast(pl.UInt8).alias("skip"),
        pl.when(lifted).then(pl.lit(b"BEGIN")).otherwise("sql").alias("sql"),
    ).drop("writes", "template")


def _outside(allowed: AbstractSet[str]) -> pl.Expr:
    """Return the reason of what would reach outside (0: it does not)."""
    out: pl.Expr = pl.lit(0)
    for name, pattern in OUTSIDE.items():
        if name not in allowed:
            reaches = pl.col("template").str.contains(pattern).fill_null(value=False)
            out = pl.when(reaches).then(REASONS.index(_REACHES[name])).otherwise(out)
    return out
