"""The table of sessions, from what each block says of them."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from pgrehearse.capture.formats.records import BY_PROCESS
from pgrehearse.capture.formats.timestamps import wall_time
from pgrehearse.capture.options import CaptureOptions, Selection
from pgrehearse.capture.parse.messages import (
    AUTHORIZED,
    BARE,
    BIND,
    DISCONNECTED,
    ERROR,
    EXECUTE,
    FATAL,
    FETCH,
    PARSE,
    RECEIVED,
    STATEMENT,
    application,
    remote_host,
    who,
)
from pgrehearse.workload.schema import BEGAN, SESSIONS, Began

# Our own connections to a server under capture (samplers, preflight) are not its traffic.
OURS = "pgrehearse "
# RDS and Aurora's own user.
PROVIDER = "rdsadmin"
SPOKEN = (STATEMENT, PARSE, BIND, EXECUTE, FETCH, BARE)
# What a session calls itself, as far as the log tells.
_CALLED = pl.coalesce(pl.col("authorized_as").replace("", None), pl.col("application"))
# Sessions of which the log does not tell the user, or with statements but without a database: nothing could send them.
NOBODYS = (pl.col("user").fill_null("") == "") | (pl.col("spoke") & (pl.col("database").fill_null("") == ""))
_STARTUP = ("startup", "authentication", "")


def said(frame: pl.DataFrame) -> pl.DataFrame:
    """Return one row per session of a block: what its records say of the session.

    Statements say nothing that their session's first record in the block does not: only the other records' texts
    are looked at.
    """
    what, message = pl.col("what"), pl.col("message")
    fatal = what == FATAL
    authorized = message.filter((what == AUTHORIZED) & message.str.starts_with("connection authorized"))
    numbers = frame.group_by("session").agg(
        pl.col("time_us").min().alias("first_us"),
        pl.col("time_us").max().alias("last_us"),
        pl.col("session_line").min().alias("line_low"),
        pl.col("session_line").max().alias("line_high"),
        pl.len().alias("records"),
        (what.is_in(SPOKEN) | ((what == ERROR) & pl.col("sql").is_not_null())).any().alias("spoke"),
        (what.last() == DISCONNECTED).alias("over"),
        _contradicted().filter((what == AUTHORIZED) & message.str.starts_with("connection authorized")).first(),
    )
    telling = frame.filter(~what.is_in(SPOKEN) | pl.col("session").is_first_distinct())
    texts = telling.group_by("session").agg(
        pl.col("session_id").first().alias("captured_session"),
        pl.coalesce(pl.col("user").drop_nulls().first(), who(authorized, "user").first()).alias("user"),
        pl.coalesce(pl.col("database").drop_nulls().first(), who(authorized, "database").first()).alias("database"),
        application(authorized).first().alias("authorized_as"),
        pl.col("application").filter(pl.col("application") != "").first(),
        remote_host(message.filter(what == RECEIVED)).first().alias("received_from"),
        pl.col("remote").drop_nulls().first(),
        pl.col("session_start").drop_nulls().first(),
        pl.col("time_us").filter(what == RECEIVED).first().alias("received_us"),
        pl.col("time_us").filter(what == DISCONNECTED).last().alias("end_us"),
        pl.col("sqlstate").filter(fatal).last().alias("sqlstate"),
        (fatal & pl.col("tag").fill_null("").is_in(_STARTUP)).any().alias("refused"),
    )
    texts = texts.with_columns(_seconds(texts["session_start"]).alias("start_us")).drop("session_start")
    return numbers.join(texts, on="session")


def _contradicted() -> pl.Expr:
    """Return, of a ``connection authorized`` record that its own user and database contradict, what it says."""
    user, database = pl.col("user"), pl.col("database")
    told = pl.concat_str(pl.lit("connection authorized: user="), user, pl.lit(" database="), database)
    differs = user.is_not_null() & database.is_not_null() & ~pl.col("message").str.starts_with(told)
    return (
        pl.when(differs)
        .then(
            pl.concat_str(
                pl.lit("user "), user, pl.lit(", database "), database, pl.lit(" where the message says: "), "message"
            )
        )
        .alias("contradicted")
    )


def processes(said: pl.DataFrame) -> tuple[dict[int, tuple[str, str]], set[int]]:
    """Return, of sessions that only their process tells, user and database as far as they are known, and which have ended."""
    mine = said.filter(pl.col("captured_session").str.starts_with(BY_PROCESS)).select(
        "session", "user", "database", "over"
    )
    known = mine.drop_nulls(["user", "database"])
    names = {session: (user, database) for session, user, database, _ in known.iter_rows()}
    return names, set(mine.filter("over")["session"].to_list())


def assigned(found: pl.DataFrame, selection: Selection) -> pl.DataFrame:
    """Give sessions with statements, whose user or database no log line tells, those that were asked for, if it is one each."""
    for column, asked in (("user", selection.users), ("database", selection.databases)):
        if len(asked) == 1:
            mute = pl.col("spoke") & (pl.col(column).fill_null("") == "")
            found = found.with_columns(pl.when(mute).then(pl.lit(next(iter(asked)))).otherwise(column).alias(column))
    return found


def aside(said: pl.DataFrame, selection: Selection, named: Collection[int] = ()) -> pl.DataFrame:
    """Return the sessions (session, why) that are not the application's, or not asked for.

    *named*: sessions whose application a block before told.
    """
    # A session that has spoken without a name has none; before, it may still get one.
    unnamed = pl.when(pl.col("spoke") & ~pl.col("session").is_in(list(named))).then(pl.lit(""))
    known = said.select("session", "user", "database", pl.coalesce(_CALLED, unnamed).alias("application"))
    why = (
        pl.when(pl.col("application").str.starts_with(OURS))
        .then(pl.lit("pgrehearse's own"))
        .when(pl.col("user") == PROVIDER)
        .then(pl.lit(PROVIDER))
        .when(selection.excluded())
        .then(pl.lit("outside the filter"))
    )
    return known.select("session", why.alias("why")).drop_nulls()


def named(said: pl.DataFrame) -> list[int]:
    """Return the sessions whose application a block tells."""
    return said.filter(_CALLED.is_not_null())["session"].to_list()


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
        "start_us",
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
            pl.col("spoke").any(),
            pl.col("line_low").min(),
            pl.col("line_high").max(),
            pl.col("records").sum(),
        )
        .sort("session")
    )


def table(
    found: pl.DataFrame, options: CaptureOptions, *, window_start_us: int, events: pl.Series, instances: pl.Series
) -> pl.DataFrame:
    """Return ``sessions.parquet``: sessions that had a user. *events*, *instances*: by session number."""
    named = found.filter(~NOBODYS).with_columns(_CALLED.fill_null("").alias("application"))
    named = named.filter(~options.selection.excluded() & _within(options))
    since_us = options.since_us if options.since_us is not None else window_start_us
    until_us = options.until_us if options.until_us is not None else 1 << 62
    known = named.with_columns(
        pl.when("refused")
        .then(pl.lit(Began.FAILED))
        .when(pl.col("received_us") >= since_us)
        .then(pl.lit(Began.CONNECTED))
        .when(pl.col("received_us").is_not_null())
        .then(pl.lit(Began.OPEN))
        .when(pl.col("start_us") >= window_start_us)
        .then(pl.lit(Began.CONNECTED))
        .otherwise(pl.lit(Began.OPEN))
        .cast(BEGAN)
        .alias("began"),
    )
    return (
        known.select(
            "session",
            instances.gather(named["session"]).alias("instance"),
            "captured_session",
            "user",
            "database",
            pl.col("application").alias("application_name"),
            pl.coalesce("received_from", pl.col("remote").str.replace(r":\d*$", "")).fill_null("").alias("remote_host"),
            _encoding(options.encodings).alias("encoding"),
            (
                pl.when(pl.col("began") == Began.OPEN)
                .then(window_start_us)
                .otherwise(pl.coalesce("received_us", "first_us"))
                - window_start_us
            ).alias("at_us"),
            "began",
            "sqlstate",
            (pl.col("end_us") <= until_us).fill_null(value=False).alias("ended"),
            (pl.coalesce("end_us", "last_us").clip(upper_bound=until_us) - window_start_us).alias("end_us"),
            pl.lit(value=False).alias("pooled"),
            events.gather(named["session"]).alias("events"),
        )
        .with_columns(_pooled(options.pooled).alias("pooled"))
        .cast(SESSIONS)
    )


def _within(options: CaptureOptions) -> pl.Expr:
    """Say which sessions were there in the window that was asked for."""
    out = pl.lit(value=True)
    if options.since_us is not None:
        out &= pl.col("last_us") >= options.since_us
    if options.until_us is not None:
        out &= pl.col("first_us") < options.until_us
    return out


def _encoding(encodings: dict[str, str]) -> pl.Expr:
    """Return each session's encoding: its database's, or the one given for all others (null: not given)."""
    return pl.col("database").replace_strict(encodings, default=encodings.get(""), return_dtype=pl.String)


def _pooled(declared: Selection | None) -> pl.Expr:
    """Say which sessions were declared to be a pooler's server connections."""
    if declared is None:
        return pl.lit(value=False)
    out = pl.lit(value=True)
    for column, names in (
        ("user", declared.users),
        ("database", declared.databases),
        ("application_name", declared.applications),
    ):
        if names:
            out &= pl.col(column).is_in(sorted(names))
    return out


def _seconds(starts: pl.Series) -> pl.Series:
    """Read ``2026-11-22 02:15:32 UTC`` as microseconds since the epoch (null when it cannot be read)."""
    return wall_time(starts.str.slice(0, 19) + ".000" + starts.str.slice(19))
