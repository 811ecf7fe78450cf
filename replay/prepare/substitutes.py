"""What is sent in the place of statements that are not sent, so that their transactions come to production's end."""

from __future__ import annotations

import polars as pl

from pgrehearse.replay.prepare.skip_rules import IN_ITS_PLACE, NUMBERS, UNSEEN
from pgrehearse.workload.schema import IS_STATEMENT, Action, Ended

_ABORTED = "25P02"
_FAILED = pl.col("ended") != Ended.OK
_REFUSED = (pl.col("sqlstate") == _ABORTED).fill_null(value=False)
_UNSENT = (pl.col("skip") > 0) & IS_STATEMENT
_BORDERS = pl.col("borders").is_not_null()


def with_stand_ins(events: pl.DataFrame) -> pl.DataFrame:
    """Put in what stands for statements that are not sent where their transactions depend on them.

    One that failed inside a transaction is replaced by a DO that fails with its SQLSTATE; one that began or ended a transaction by
    what does so alone. Their ``skip`` has ``IN_ITS_PLACE`` on top. Where production's transaction had failed by what no event shows,
    the first statement that was refused for it is replaced as well. *events*: as ``skip_rules`` leaves them.
    """
    if not events.select((_REFUSED | (_UNSENT & (_FAILED | _BORDERS))).any()).item():
        return events
    # A PREPARE TRANSACTION that failed has rolled back.
    ends = _UNSENT & _FAILED & (pl.col("borders") == b"ROLLBACK").fill_null(value=False)
    together = pl.col("transaction").is_not_null() & (pl.len().over("session", "transaction") > 1)
    fails = _UNSENT & _FAILED & ~_REFUSED & together & ~ends
    marks = events.select(
        (fails | _failed_unseen()).alias("fails"),
        (ends | (_UNSENT & ~_FAILED & _BORDERS)).alias("borders"),
        _failed_unseen().alias("unseen"),
    )
    return (
        _put_in(events, *marks.get_columns())
        if marks.select(pl.any_horizontal("fails", "borders").any()).item()
        else events
    )


def _failed_unseen() -> pl.Expr:
    """Return which statements were refused in a failed transaction of which the statement before had gone well."""
    runs, number = IS_STATEMENT, pl.col("transaction")
    well = pl.when(runs).then(~_FAILED).forward_fill().shift(1).over("session").fill_null(value=False)
    same = (number == number.forward_fill().shift(1).over("session")).fill_null(value=False)
    return runs & _REFUSED & same & well


def _put_in(events: pl.DataFrame, fails: pl.Series, borders: pl.Series, unseen: pl.Series) -> pl.DataFrame:
    """Replace statements by one that fails, or by what begins and ends their transactions."""
    known = pl.col("sqlstate").str.contains("^[0-9A-Z]{5}$") & (pl.col("sqlstate") != "00000")
    state = pl.when(known).then("sqlstate").fill_null("P0001")
    failing = pl.format("do $$ begin raise 'as in production' using errcode = '{}'; end $$", state).cast(pl.Binary)
    stands = fails | borders
    reason = pl.when(unseen).then(NUMBERS[UNSEEN]).otherwise("skip") + IN_ITS_PLACE
    query = pl.lit(Action.QUERY.value, events.schema["action"])
    return events.with_columns(
        pl.when(fails).then(failing).when(borders).then("borders").otherwise("sql").alias("sql"),
        pl.when(stands).then(query).otherwise("action").alias("action"),
        *(pl.when(~stands).then(name).alias(name) for name in ("prepared_name", "params")),
        *(pl.when(stands).then(reason).otherwise(name).cast(pl.UInt8).alias(name) for name in ("skip", "copy_skip")),
    )
