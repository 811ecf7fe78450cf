"""How each event ended: its error, SQLSTATE, and in which phase it failed."""

from __future__ import annotations

import numpy as np
import polars as pl

from pgrehearse.capture.assemble.drafts import CODES as _A
from pgrehearse.capture.assemble.drafts import Drafts
from pgrehearse.capture.assemble.record_view import Rows
from pgrehearse.capture.assemble.statement_groups import CODE
from pgrehearse.capture.parse import messages
from pgrehearse.workload.schema import ENDED, FAILED_IN, Ended

# Names and types are looked up while a statement is parsed (class 42), except access rule violations (42501), which are
# raised when it begins to run.
_LOOKED_UP = "^42(?:[^5]|5[^0]|50[^1])"


def event_errors(records: Rows, events: Drafts) -> pl.DataFrame:
    """Return ``ended``, ``sqlstate``, ``failed_in`` and ``error`` of each event."""
    statement = pl.Series(events.statement | (events.action == _A["prepare"]))
    succeeded = statement.to_frame("statement").select(
        pl.when("statement").then(pl.lit(0, pl.UInt8)).cat.to(ENDED).alias("ended"),
        pl.lit(None, pl.String).alias("sqlstate"),
        pl.lit(None, FAILED_IN).alias("failed_in"),
        pl.lit(None, pl.Binary).alias("error"),
    )
    rows = np.flatnonzero(events.failed)
    if len(rows) == 0:
        return succeeded
    groups = events.groups.taken(rows)
    errors = records.at(groups.error, "sqlstate", "message", "tag").with_columns(
        pl.Series("fatal", records.codes()[groups.error] == CODE[messages.FATAL]),
        pl.Series("ran", groups.main >= 0),
        pl.Series("bound", (groups.bind >= 0) | (groups.main >= 0)),
    )
    failed = errors.select(
        _ended().cast(ENDED).alias("ended"),
        "sqlstate",
        _failed_in().cast(FAILED_IN).alias("failed_in"),
        pl.lit(records.binary(errors["message"])).alias("error"),
    )
    order = np.arange(len(statement))
    order[rows] = len(statement) + np.arange(len(rows))
    return pl.concat([succeeded, failed])[order]


def _ended() -> pl.Expr:
    """Return how a failed event ended."""
    return (
        pl.when("fatal")
        .then(pl.lit(Ended.KILLED))
        .when(pl.col("message").str.contains("statement timeout"))
        .then(pl.lit(Ended.TIMEOUT))
        .when(pl.col("message").str.contains("lock timeout"))
        .then(pl.lit(Ended.LOCK_TIMEOUT))
        .when((pl.col("sqlstate") == "57014") | pl.col("message").str.starts_with("canceling statement"))
        .then(pl.lit(Ended.CANCELLED))
        .otherwise(pl.lit(Ended.ERROR))
    )


def _failed_in() -> pl.Expr:
    """Return the phase in which an event failed; if no command tag is logged, class 42 shows that it was parsed."""
    without_tag = pl.col("tag").fill_null("idle").str.starts_with("idle")
    unparsed = without_tag & ~pl.col("bound") & pl.col("sqlstate").str.contains(_LOOKED_UP)
    return (
        pl.when((pl.col("tag") == "PARSE") | unparsed)
        .then(pl.lit("parse"))
        .when((pl.col("tag") == "BIND") & ~pl.col("ran"))
        .then(pl.lit("bind"))
        .when("bound")
        .then(pl.lit("execute"))
    )
