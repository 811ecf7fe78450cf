"""Selects the events of a part of a workload's window; a transaction that began in the part is included up to its end."""

from __future__ import annotations

import polars as pl

from pgrehearse.workload.schema import Action, Began, Ended

_END = 1 << 62
# Kinds of statements whose effect on the session lasts: what a session set or prepared before the part still applies in it.
_LASTING = ["set", "prepare", "deallocate", "discard", "listen", "unlisten"]
_LOCAL = r"(?i)^\s*set\s+local\b"


# Columns of a shape: its kind, and whether it ends a transaction and opens the next.
KINDS = ("shape", "kind", pl.col("transaction_effect").str.ends_with("and opens").alias("chains"))


def unit() -> pl.Expr:
    """Return, for each event, the first transaction of the chain that its transaction belongs to (null: no transaction).

    After COMMIT AND CHAIN the next transaction is open: it has no BEGIN, and can only run after the transaction before it.
    Columns: those of events, and ``KINDS``; the events of each session are in order.
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
    """Return *sessions*; those that began before *from_us* are marked as already open."""
    early = pl.when(pl.col("at_us") < from_us).then(pl.lit(Began.OPEN.value, sessions.schema["began"]))
    return sessions.with_columns(early.otherwise("began").alias("began"))


def part_of(events: pl.LazyFrame, from_us: int, until_us: int | None) -> pl.LazyFrame:
    """Return the events to replay from *from_us* until *until_us* (None: the end); ``at_us`` is limited to this part.

    A transaction is included if it began in the part, and then up to its end. Of earlier events, a session's login, its settings, and
    its SQL-level PREPAREs and LISTENs are included, at the part's start. Columns: those of events, and ``KINDS``.
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
    # A disconnect after the part is kept, so that the session ends.
    after = (pl.col("action") == Action.DISCONNECT) & (pl.col("at_us") >= from_us)
    inside = (began >= from_us) & (began < end)
    return events.filter(inside | before | after).with_columns(pl.col("at_us").clip(from_us, end)).drop("unit")
