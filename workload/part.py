"""A part of a workload's window: which events lie in it, with transactions whole."""

from __future__ import annotations

import polars as pl

from workload.schema import Action

_END = 1 << 62
# What a session set or prepared before the part goes on to hold in it.
_LASTING = ["set", "prepare", "deallocate", "discard"]
_LOCAL = r"(?i)^\s*set\s+local\b"


def part_of(events: pl.LazyFrame, from_us: int, until_us: int | None) -> pl.LazyFrame:
    """Return the events that play from *from_us* until *until_us* (None: the end), their ``at_us`` kept in it.

    A transaction plays if it began in the part, and then to its end. Of what came before, a session's settings, its
    SQL-level PREPAREs and its login play at the part's start. Columns: those of events, and the shape's ``kind``.
    """
    if from_us == 0 and until_us is None:
        return events
    end = until_us if until_us is not None else _END
    alone = pl.col("transaction").is_null()
    began = pl.when(alone).then("at_us").otherwise(pl.col("at_us").min().over("session", "transaction"))
    local = pl.col("sql").cast(pl.String, strict=False).str.contains(_LOCAL).fill_null(value=False)
    lasting = pl.col("kind").is_in(_LASTING) & pl.col("commit_rank").is_not_null() & ~local
    kept = lasting | (pl.col("action") == Action.CONNECT)
    before = (began < from_us) & kept.fill_null(value=False)
    # The end of a session that ends behind the part still ends it.
    after = (pl.col("action") == Action.DISCONNECT) & (pl.col("at_us") >= from_us)
    inside = (began >= from_us) & (began < end)
    return events.filter(inside | before | after).with_columns(pl.col("at_us").clip(from_us, end))
