"""The table of sessions, from the facts of all blocks."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from pgrehearse.capture.options import CaptureOptions, Selection
from pgrehearse.capture.parse.messages import OUTSIDE
from pgrehearse.capture.parse.session_facts import APPLICATION
from pgrehearse.workload.schema import BEGAN, SESSIONS, Began

# pgrehearse's own connections to a server under capture (samplers, preflight) are not application traffic.
OWN_PREFIX = "pgrehearse "
OWN_CONNECTIONS = "pgrehearse's own"
# RDS and Aurora's own user.
PROVIDER = "rdsadmin"
# Sessions without a user in the log, or with statements but without a database: no connection could send them.
UNIDENTIFIED = (pl.col("user").fill_null("") == "") | (
    pl.col("has_statements") & (pl.col("database").fill_null("") == "")
)
_FIRST_OF_ALL_BLOCKS = (
    "captured_session",
    "user",
    "database",
    "authorized_as",
    "application",
    "received_from",
    "remote",
    "start_us",
)


def with_given_names(sessions: pl.DataFrame, selection: Selection) -> pl.DataFrame:
    """Give sessions with statements but without a user or a database the selected one, if exactly one is selected."""
    for column, names in (("user", selection.users), ("database", selection.databases)):
        if len(names) == 1:
            unnamed = pl.col("has_statements") & (pl.col(column).fill_null("") == "")
            sessions = sessions.with_columns(
                pl.when(unnamed).then(pl.lit(next(iter(names)))).otherwise(column).alias(column)
            )
    return sessions


def excluded_sessions(facts: pl.DataFrame, selection: Selection, named: Collection[int] = ()) -> pl.DataFrame:
    """Return the sessions (session, reason) that are not the application's, or not selected.

    *named*: sessions whose application name an earlier block contains.
    """
    # A session that has sent statements without an application name has none; before that, it may still set one.
    unnamed = pl.when(pl.col("has_statements") & ~pl.col("session").is_in(list(named))).then(pl.lit(""))
    sessions = facts.select("session", "user", "database", pl.coalesce(APPLICATION, unnamed).alias("application"))
    reason = (
        pl.when(pl.col("application").str.starts_with(OWN_PREFIX))
        .then(pl.lit(OWN_CONNECTIONS))
        .when(pl.col("user") == PROVIDER)
        .then(pl.lit(PROVIDER))
        .when(selection.excluded())
        .then(pl.lit(OUTSIDE))
    )
    return sessions.select("session", reason.alias("reason")).drop_nulls()


def combined_facts(blocks: list[pl.DataFrame]) -> pl.DataFrame:
    """Combine the facts of all blocks to one row per session."""
    return (
        pl.concat(blocks)
        .group_by("session")
        .agg(
            *(pl.col(name).drop_nulls().first() for name in _FIRST_OF_ALL_BLOCKS),
            pl.col("first_us").min(),
            pl.col("last_us").max(),
            pl.col("received_us").drop_nulls().first(),
            pl.col("end_us").drop_nulls().last(),
            pl.col("sqlstate").drop_nulls().last(),
            pl.col("refused").any(),
            pl.col("has_statements").any(),
            pl.col("line_low").min(),
            pl.col("line_high").max(),
            pl.col("records").sum(),
        )
        .sort("session")
    )


def session_table(
    sessions: pl.DataFrame, options: CaptureOptions, *, window_start_us: int, events: pl.Series, instances: pl.Series
) -> pl.DataFrame:
    """Return ``sessions.parquet``: the sessions that have a user. *events*, *instances*: by session number."""
    named = sessions.filter(~UNIDENTIFIED).with_columns(APPLICATION.fill_null("").alias("application"))
    named = named.filter(~options.selection.excluded() & _within_window(options))
    until_us = options.until_us if options.until_us is not None else 1 << 62
    named = named.with_columns(_began(options, window_start_us).alias("began"))
    start_us = (
        pl.when(pl.col("began") == Began.OPEN).then(window_start_us).otherwise(pl.coalesce("received_us", "first_us"))
    )
    remote_host = pl.coalesce("received_from", pl.col("remote").str.replace(r":\d*$", "")).fill_null("")
    end_us = pl.coalesce("end_us", "last_us").clip(upper_bound=until_us)
    return (
        named.select(
            "session",
            instances.gather(named["session"]).alias("instance"),
            "captured_session",
            "user",
            "database",
            pl.col("application").alias("application_name"),
            remote_host.alias("remote_host"),
            _encoding(options.encodings).alias("encoding"),
            (start_us - window_start_us).alias("at_us"),
            "began",
            "sqlstate",
            (pl.col("end_us") <= until_us).fill_null(value=False).alias("ended"),
            (end_us - window_start_us).alias("end_us"),
            pl.lit(value=False).alias("pooled"),
            events.gather(named["session"]).alias("events"),
        )
        .with_columns(_pooled(options.pooled).alias("pooled"))
        .cast(SESSIONS)
    )


def _began(options: CaptureOptions, window_start_us: int) -> pl.Expr:
    """Return how each session began: it connected in the window, was open before it, or was refused."""
    since_us = options.since_us if options.since_us is not None else window_start_us
    return (
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
    )


def _within_window(options: CaptureOptions) -> pl.Expr:
    """Return which sessions have records in the requested window."""
    within = pl.lit(value=True)
    if options.since_us is not None:
        within &= pl.col("last_us") >= options.since_us
    if options.until_us is not None:
        within &= pl.col("first_us") < options.until_us
    return within


def _encoding(encodings: dict[str, str]) -> pl.Expr:
    """Return each session's encoding: its database's, or the default of all others (null: not given)."""
    return pl.col("database").replace_strict(encodings, default=encodings.get(""), return_dtype=pl.String)


def _pooled(declared: Selection | None) -> pl.Expr:
    """Return which sessions were declared to be a pooler's server connections."""
    if declared is None:
        return pl.lit(value=False)
    pooled = pl.lit(value=True)
    for column, names in (
        ("user", declared.users),
        ("database", declared.databases),
        ("application_name", declared.applications),
    ):
        if names:
            pooled &= pl.col(column).is_in(sorted(names))
    return pooled
