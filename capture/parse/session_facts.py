"""The facts about each session in the records of one block: user, database, application, client, start and end."""

from __future__ import annotations

import polars as pl

from pgrehearse.capture.formats.records import BY_PROCESS
from pgrehearse.capture.formats.timestamps import wall_time
from pgrehearse.capture.parse.messages import (
    AUTHORIZED,
    BARE,
    BIND,
    DISCONNECTED,
    ERROR,
    EVENTFUL,
    EXECUTE,
    FATAL,
    FETCH,
    PARSE,
    RECEIVED,
    STATEMENT,
    application,
    identity,
    remote_host,
)

_STATEMENTS = (STATEMENT, PARSE, BIND, EXECUTE, FETCH, BARE)
_DISCONNECTED = EVENTFUL.index(DISCONNECTED)
_STARTUP = ("startup", "authentication", "")
# The application name of a session: the one that it connected with, or the one that its records show.
APPLICATION = pl.coalesce(pl.col("authorized_as").replace("", None), pl.col("application"))


def session_facts(frame: pl.DataFrame) -> pl.DataFrame:
    """Return one row per session of a block: the facts in its records.

    Records of statements repeat what their session's first record in the block contains: only the texts of the other
    records are examined.
    """
    what = pl.col("what")
    other = frame.filter(~what.is_in(_STATEMENTS) | pl.col("session").is_first_distinct())
    return _numbers(frame).join(_texts(other), on="session")


def _authorized() -> pl.Expr:
    return (pl.col("what") == AUTHORIZED) & pl.col("message").str.starts_with("connection authorized")


def _numbers(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the facts that need every record of a session."""
    what = pl.col("what")
    # Only these columns: a group-by copies every column of a frame that consists of several chunks.
    facts = frame.select(
        "session",
        "time_us",
        "session_line",
        "what",
        (what.is_in(_STATEMENTS) | ((what == ERROR) & pl.col("sql").is_not_null())).alias("has_statements"),
    )
    return facts.group_by("session").agg(
        pl.col("time_us").min().alias("first_us"),
        pl.col("time_us").max().alias("last_us"),
        pl.col("session_line").min().alias("line_low"),
        pl.col("session_line").max().alias("line_high"),
        pl.len().alias("records"),
        pl.col("has_statements").any(),
        # By its number: for the last text of an Enum polars takes four times as long.
        (what.to_physical().last() == _DISCONNECTED).alias("over"),
    )


def _texts(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the facts that are in the texts of records."""
    what, message = pl.col("what"), pl.col("message")
    fatal = what == FATAL
    authorized = message.filter(_authorized())
    texts = frame.group_by("session").agg(
        pl.col("session_id").first().alias("captured_session"),
        pl.coalesce(pl.col("user").drop_nulls().first(), identity(authorized, "user").first()).alias("user"),
        pl.coalesce(pl.col("database").drop_nulls().first(), identity(authorized, "database").first()).alias(
            "database"
        ),
        application(authorized).first().alias("authorized_as"),
        pl.col("application").filter(pl.col("application") != "").first(),
        remote_host(message.filter(what == RECEIVED)).first().alias("received_from"),
        pl.col("remote").drop_nulls().first(),
        pl.col("session_start").drop_nulls().first(),
        pl.col("time_us").filter(what == RECEIVED).first().alias("received_us"),
        pl.col("time_us").filter(what == DISCONNECTED).last().alias("end_us"),
        pl.col("sqlstate").filter(fatal).last().alias("sqlstate"),
        (fatal & pl.col("tag").fill_null("").is_in(_STARTUP)).any().alias("refused"),
        _contradiction().filter(_authorized()).first(),
    )
    return texts.with_columns(_start_us(texts["session_start"]).alias("start_us")).drop("session_start")


def _contradiction() -> pl.Expr:
    """Return how the message of a ``connection authorized`` record differs from the user and database of its prefix."""
    user, database = pl.col("user"), pl.col("database")
    expected = pl.concat_str(pl.lit("connection authorized: user="), user, pl.lit(" database="), database)
    differs = user.is_not_null() & database.is_not_null() & ~pl.col("message").str.starts_with(expected)
    parts = (pl.lit("user "), user, pl.lit(", database "), database, pl.lit(" in a line with the message: "), "message")
    return pl.when(differs).then(pl.concat_str(*parts)).alias("contradiction")


def _start_us(starts: pl.Series) -> pl.Series:
    """Return ``2026-11-22 02:15:32 UTC`` as microseconds since the epoch (null if it is not a time)."""
    return wall_time(starts.str.slice(0, 19) + ".000" + starts.str.slice(19))


def process_names(facts: pl.DataFrame) -> tuple[dict[int, tuple[str, str]], set[int]]:
    """Return, of sessions that are identified by their process only: their user and database, and which have ended."""
    sessions = facts.filter(pl.col("captured_session").str.starts_with(BY_PROCESS)).select(
        "session", "user", "database", "over"
    )
    complete = sessions.drop_nulls(["user", "database"])
    names = {session: (user, database) for session, user, database, _ in complete.iter_rows()}
    return names, set(sessions.filter("over")["session"].to_list())


def with_application(facts: pl.DataFrame) -> list[int]:
    """Return the sessions whose application name a block contains."""
    return facts.filter(APPLICATION.is_not_null())["session"].to_list()
