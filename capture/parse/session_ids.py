"""The session that each record of a block belongs to."""

from __future__ import annotations

import polars as pl

from pgrehearse.capture.formats.records import AGAIN, BY_PROCESS
from pgrehearse.capture.parse import messages
from pgrehearse.workload.dictionary import distinct


def number_sessions(frame: pl.DataFrame) -> tuple[pl.Series, list[str]]:
    """Number session ids in order of appearance; null if a record belongs to no client's session."""
    no_session = (
        frame["session_id"].is_null() | frame["time_us"].is_null() | frame["what"].is_in(["background", "replication"])
    )
    ids = _session_ids(frame)
    sessions = distinct(ids.set(no_session, None) if no_session.any() else ids)
    return sessions.code.alias("session"), sessions.values.to_list()


def _session_ids(frame: pl.DataFrame) -> pl.Series:
    """Return the session ids; if the log has only processes, sessions of one process number are separated.

    A session starts with ``connection received``; if that is not logged, with a second ``connection authorized``,
    with the record after a disconnection, or with another user or database.
    """
    ids = frame["session_id"]
    if not ids.str.starts_with(BY_PROCESS).any():
        return ids
    what, pair = pl.col("what"), pl.concat_str("user", "database", separator="\0")
    authorized = (what == messages.AUTHORIZED) & pl.col("message").str.starts_with("connection authorized")
    received = what == messages.RECEIVED
    after_end = (what.shift(1).over("session_id") == messages.DISCONNECTED).fill_null(value=False) & ~received
    opened = frame.select(
        "session_id",
        pair.alias("pair"),
        (received | after_end).cum_sum().over("session_id").alias("n"),
        authorized=authorized,
    )
    session = ("session_id", "n")
    other_names = pl.col("pair") != pl.col("pair").forward_fill().shift(1).over(session)
    again = pl.col("authorized") & (pl.col("authorized").cum_sum().over(session) > 1)
    count = pl.col("n") + (other_names.fill_null(value=False) | again).cum_sum().over("session_id")
    return opened.select(
        pl.when(count > 0).then(pl.concat_str("session_id", pl.lit(AGAIN), count)).otherwise("session_id")
    )["session_id"]
