"""Statements that are sent in place of those that are not sent, so that their transactions end as in production."""

from __future__ import annotations

import polars as pl

from pgrehearse.replay.prepare.skip_rules import IN_ITS_PLACE, NUMBERS, UNSEEN
from pgrehearse.workload.schema import IS_STATEMENT, Action, Ended

_ABORTED = "25P02"
_FAILED = pl.col("ended") != Ended.OK
_REFUSED = (pl.col("sqlstate") == _ABORTED).fill_null(value=False)
_UNSENT = (pl.col("skip") > 0) & IS_STATEMENT
_HAS_TRANSACTION_SQL = pl.col("transaction_sql").is_not_null()


def with_substitutes(events: pl.DataFrame) -> pl.DataFrame:
    """Replace statements that are not sent where their transactions depend on them.

    A statement that failed inside a transaction is replaced by a DO that fails with its SQLSTATE; one that began or ended a transaction by
    the command that does so. ``IN_ITS_PLACE`` is added to their ``skip``. Where a transaction had failed in production without an event that
    shows it, the first statement that was refused for that is replaced as well. *events*: as returned by ``skip_rules``.
    """
    if not events.select((_REFUSED | (_UNSENT & (_FAILED | _HAS_TRANSACTION_SQL))).any()).item():
        return events
    # A PREPARE TRANSACTION that failed has rolled back.
    ends = _UNSENT & _FAILED & (pl.col("transaction_sql") == b"ROLLBACK").fill_null(value=False)
    together = pl.col("transaction").is_not_null() & (pl.len().over("session", "transaction") > 1)
    fails = _UNSENT & _FAILED & ~_REFUSED & together & ~ends
    marks = events.select(
        (fails | _failed_unseen()).alias("fails"),
        (ends | (_UNSENT & ~_FAILED & _HAS_TRANSACTION_SQL)).alias("transacts"),
        _failed_unseen().alias("unseen"),
    )
    return (
        _replace(events, *marks.get_columns())
        if marks.select(pl.any_horizontal("fails", "transacts").any()).item()
        else events
    )


def _failed_unseen() -> pl.Expr:
    """Return which statements were refused in a failed transaction although the statement before had succeeded."""
    runs, number = IS_STATEMENT, pl.col("transaction")
    succeeded = pl.when(runs).then(~_FAILED).forward_fill().shift(1).over("session").fill_null(value=False)
    same = (number == number.forward_fill().shift(1).over("session")).fill_null(value=False)
    return runs & _REFUSED & same & succeeded


def _replace(events: pl.DataFrame, fails: pl.Series, transacts: pl.Series, unseen: pl.Series) -> pl.DataFrame:
    """Replace statements by one that fails, or by the commands that begin and end their transactions."""
    known = pl.col("sqlstate").str.contains("^[0-9A-Z]{5}$") & (pl.col("sqlstate") != "00000")
    state = pl.when(known).then("sqlstate").fill_null("P0001")
    failing = pl.format("do $$ begin raise 'as in production' using errcode = '{}'; end $$", state).cast(pl.Binary)
    replaced = fails | transacts
    reason = pl.when(unseen).then(NUMBERS[UNSEEN]).otherwise("skip") + IN_ITS_PLACE
    query = pl.lit(Action.QUERY.value, events.schema["action"])
    return events.with_columns(
        pl.when(fails).then(failing).when(transacts).then("transaction_sql").otherwise("sql").alias("sql"),
        pl.when(replaced).then(query).otherwise("action").alias("action"),
        *(pl.when(~replaced).then(name).alias(name) for name in ("prepared_name", "params")),
        *(pl.when(replaced).then(reason).otherwise(name).cast(pl.UInt8).alias(name) for name in ("skip", "copy_skip")),
    )
