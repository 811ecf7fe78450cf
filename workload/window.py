"""A part of a workload's window: which events lie in it, with transactions whole."""

from __future__ import annotations

import polars as pl

from pgrehearse.workload.schema import Action, Began, Ended

_END = 1 << 62
# What a session set or prepared before the part goes on to hold in it.
_LASTING = ["set", "prepare", "deallocate", "discard", "listen", "unlisten"]
_LOCAL = r"(?i)^\s*set\s+local\b"


# Of a shape: its kind, and whether it ends a transaction and opens the next.
KINDS = ("shape", "kind", pl.col("transaction_effect").str.ends_with("and opens").alias("chains"))


def unit() -> pl.Expr:
    """Return the first of the transactions that each event's transaction hangs together with (null: of none).

    After COMMIT AND CHAIN the next transaction is open: it has no BEGIN, and can only run where the one before it ran. Columns of the
    events, each session's in their order: those of events, and ``KINDS``.
    """
    number = pl.col("transaction")
    goes_on = pl.when(number.is_not_null()).then(
        pl.col("chains").fill_null(value=False) & (pl.col("ended") == Ended.OK)
    )
    follows = goes_on.forward_fill().shift(1).over("session").fill_null(value=False)
    other = (number != number.forward_fill().shift(1).over("session")).fill_null(value=True)
    begins = pl.when(number.is_not_null() & other & ~follows).then(number).forward_fill().over("session")
    return pl.when(number.is_not_null()).then(pl.coalesce(begins, number))


def before_it(sessions: pl.DataFrame, from_us: int) -> pl.DataFrame:
    """Return *sessions* with those as already open that began before *from_us*."""
    early = pl.when(pl.col("at_us") < from_us).then(pl.lit(Began.OPEN.value, sessions.schema["began"]))
    return sessions.with_columns(early.otherwise("began").alias("began"))


def part_of(events: pl.LazyFrame, from_us: int, until_us: int | None) -> pl.LazyFrame:
    """Return the events that play from *from_us* until *until_us* (None: the end), their ``at_us`` kept in it.

    A transaction plays if it began in the part, and then to its end. Of what came before, a session's settings, its
    SQL-level PREPAREs and LISTENs and its login play at the part's start. Columns: those of events, and ``KINDS``.
    """
    if from_us == 0 and until_us is None:
        return events
    end = until_us if until_us is not None else _END
    alone = pl.col("transaction").is_null()
    events = events.with_columns(unit().alias("unit"))
    began = pl.when(alone).then("at_us").otherwise(pl.col("at_us").min().over("session", "unit"))
    local = pl.col("sql").cast(pl.String, strict=False).str.contains(_LOCAL).fill_null(value=False)
    lasting = pl.col("kind").is_in(_LASTING) & pl.col("commit_rank").is_not_null() & ~local
    kept = lasting | (pl.col("action") == Action.CONNECT)
    before = (began < from_us) & kept.fill_null(value=False)
    # The end of a session that ends behind the part still ends it.
    after = (pl.col("action") == Action.DISCONNECT) & (pl.col("at_us") >= from_us)
    inside = (began >= from_us) & (began < end)
    return events.filter(inside | before | after).with_columns(pl.col("at_us").clip(from_us, end)).drop("unit")
