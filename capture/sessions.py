"""The table of sessions, from what each block says of them."""

from __future__ import annotations

import polars as pl

from capture.csvlog import wall_time
from capture.grammar import (
    AUTHORIZED,
    BARE,
    BIND,
    DISCONNECTED,
    EXECUTE,
    FATAL,
    FETCH,
    PARSE,
    RECEIVED,
    STATEMENT,
    application,
    remote_host,
)
from workload.schema import BEGAN, SESSIONS, Began

# Our own connections to a server under capture (samplers, preflight) are not its traffic.
OURS = "pgrehearse "
SPOKEN = (STATEMENT, PARSE, BIND, EXECUTE, FETCH, BARE)
_STARTUP = ("startup", "authentication", "")


def said(frame: pl.DataFrame) -> pl.DataFrame:
    """Return one row per session of a block: what its records say of the session.

    Statements say nothing that their session's first record in the block does not: only the other records' texts
    are looked at.
    """
    what, message = pl.col("what"), pl.col("message")
    fatal = what == FATAL
    numbers = frame.group_by("session").agg(
        pl.col("time_us").min().alias("first_us"),
        pl.col("time_us").max().alias("last_us"),
        pl.col("session_line").min().alias("line_low"),
        pl.col("session_line").max().alias("line_high"),
        pl.len().alias("records"),
    )
    telling = frame.filter(~what.is_in(SPOKEN) | pl.col("session").is_first_distinct())
    texts = telling.group_by("session").agg(
        pl.col("session_id").first().alias("captured_session"),
        pl.col("user").drop_nulls().first(),
        pl.col("database").drop_nulls().first(),
        application(message.filter((what == AUTHORIZED) & message.str.starts_with("connection authorized")))
        .first()
        .alias("authorized_as"),
        pl.col("application").filter(pl.col("application") != "").first(),
        remote_host(message.filter(what == RECEIVED)).first().alias("received_from"),
        pl.col("remote").drop_nulls().first(),
        pl.col("session_start").drop_nulls().first(),
        pl.col("time_us").filter(what == RECEIVED).first().alias("received_us"),
        pl.col("time_us").filter(what == DISCONNECTED).last().alias("end_us"),
        pl.col("sqlstate").filter(fatal).last().alias("sqlstate"),
        (fatal & pl.col("tag").fill_null("").is_in(_STARTUP)).any().alias("refused"),
    )
    return numbers.join(texts, on="session")


def ours(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the sessions of a block that are pgrehearse's own connections (one column: session)."""
    frame = frame.select("session", "what", "message", "application")
    applications = frame["application"].unique()
    mine = applications.filter(applications.str.starts_with(OURS))
    named = frame.filter(pl.col("application").is_in(mine.implode())) if len(mine) else frame.clear()
    authorized = frame.filter(pl.col("what") == AUTHORIZED)
    opened = authorized.filter(application(pl.col("message")).str.starts_with(OURS))
    return pl.concat([named, opened]).select(pl.col("session").unique())


def gathered(blocks: list[pl.DataFrame]) -> pl.DataFrame:
    """Fold the rows of all blocks to one row per session."""
    texts = [
        "captured_session",
        "user",
        "database",
        "authorized_as",
        "application",
        "received_from",
        "remote",
        "session_start",
    ]
    return (
        pl.concat(blocks)
        .group_by("session")
        .agg(
            *(pl.col(name).drop_nulls().first() for name in texts),
            pl.col("first_us").min(),
            pl.col("last_us").max(),
            pl.col("received_us").drop_nulls().first(),
            pl.col("end_us").drop_nulls().last(),
            pl.col("sqlstate").drop_nulls().last(),
            pl.col("refused").any(),
            pl.col("line_low").min(),
            pl.col("line_high").max(),
            pl.col("records").sum(),
        )
        .sort("session")
    )


def table(found: pl.DataFrame, *, window_start_us: int, events: pl.Series) -> pl.DataFrame:
    """Return ``sessions.parquet``: sessions that had a user. *events*: events by session number."""
    named = found.filter(pl.col("user").is_not_null() & (pl.col("user") != ""))
    known = named.with_columns(
        pl.when("refused")
        .then(pl.lit(Began.FAILED))
        .when(pl.col("received_us").is_not_null())
        .then(pl.lit(Began.CONNECTED))
        .when(pl.Series(_seconds(named["session_start"])) * 1_000_000 >= window_start_us)
        .then(pl.lit(Began.CONNECTED))
        .otherwise(pl.lit(Began.OPEN))
        .cast(BEGAN)
        .alias("began"),
    )
    return known.select(
        "session",
        pl.lit("").alias("instance"),
        "captured_session",
        "user",
        "database",
        pl.coalesce("authorized_as", "application").fill_null("").alias("application_name"),
        pl.coalesce("received_from", pl.col("remote").str.replace(r":\d+$", "")).fill_null("").alias("remote_host"),
        pl.lit(None, pl.String).alias("encoding"),
        (
            pl.when(pl.col("began") == Began.OPEN)
            .then(window_start_us)
            .otherwise(pl.coalesce("received_us", "first_us"))
            - window_start_us
        ).alias("at_us"),
        "began",
        "sqlstate",
        pl.col("end_us").is_not_null().alias("ended"),
        (pl.coalesce("end_us", "last_us") - window_start_us).alias("end_us"),
        pl.lit(value=False).alias("pooled"),
        events.gather(named["session"]).alias("events"),
    ).cast(SESSIONS)


def _seconds(starts: pl.Series) -> pl.Series:
    """Read ``2026-11-22 02:15:32 UTC`` as seconds since the epoch (0 when it cannot be read)."""
    whole = starts.str.slice(0, 19) + ".000" + starts.str.slice(19)
    return (wall_time(whole) // 1_000_000).fill_null(0)
