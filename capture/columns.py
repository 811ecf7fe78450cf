"""A unit's records become an event's columns, all units of a block at once."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from capture import grammar
from capture.grammar import EXECUTE, FETCH, PARSE, RECEIVED, STATEMENT
from capture.parameters import on_error, parameters
from capture.records import restored
from capture.units import CODE, Units
from workload.schema import EVENTS, Action, Ended

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

# Kinds of events, as codes of ``Action``.
ACTIONS = [word.value for word in Action]
CODES = {word: number for number, word in enumerate(ACTIONS)}
_A = CODES


def nullable(name: str, values: Ints, dtype: type[pl.DataType]) -> pl.Expr:
    """Return numbers as a column in which -1 is null."""
    return pl.when(pl.Series(values >= 0)).then(pl.Series(values)).cast(dtype).alias(name)


def actions(frame: pl.DataFrame, found: Units, what: Ints) -> Ints:
    """Return each unit's action as a code of ``Action``; -1: the unit makes no event."""
    main = np.where(found.main >= 0, what[np.maximum(found.main, 0)], -1)
    first = what[found.first]
    out = np.full(len(first), -1, dtype=np.int64)
    out[main == CODE[STATEMENT]] = _A["query"]
    out[(main == CODE[EXECUTE]) | (main == CODE[FETCH])] = _A["execute"]
    out[first == CODE[RECEIVED]] = _A["connect"]
    out[first == CODE[grammar.DISCONNECTED]] = _A["disconnect"]
    named = (first == CODE[PARSE]) & (main < 0) & (found.error < 0)
    if named.any():
        names = (frame["name"] != "").fill_null(value=False).to_numpy()
        out[named & names[found.first]] = _A["prepare"]
    alone = (found.error >= 0) & (main < 0)
    if alone.any():
        rows = np.maximum(found.error, 0)
        said = frame["sql"].is_not_null().to_numpy()[rows]
        extended = (
            frame["tag"].is_in(["PARSE", "BIND"]).fill_null(value=False).to_numpy()[rows]
            | (found.bind >= 0)
            | (found.parse >= 0)
        )
        out[alone & said] = np.where(extended, _A["execute"], _A["query"])[alone & said]
    return out


def with_fetches(found: Units, fetch: Flags) -> Ints:
    """Add the time of ``execute fetch from`` to the execute it continues."""
    if not fetch.any():
        return found.took_us
    rows = np.arange(len(fetch), dtype=np.int64)
    owner = np.maximum.accumulate(np.where(fetch, -1, rows))
    took = found.took_us.copy()
    np.add.at(took, owner[fetch & (owner >= 0)], np.maximum(found.took_us[fetch & (owner >= 0)], 0))
    return took


def taken(found: Units, keep: Ints) -> Units:
    return Units(*(getattr(found, name)[keep] for name in Units.__slots__))


def columns(frame: pl.DataFrame, found: Units, what: Ints, action: Ints, took: Ints) -> pl.DataFrame:
    """Gather an event's columns from the rows of its unit."""
    anchor = np.where(found.main >= 0, found.main, np.where(found.error >= 0, found.error, found.first))
    logged = frame["time_us"].to_numpy()
    log_us = logged[found.last]
    duration = frame["duration_us"].fill_null(0).to_numpy()
    timed = (found.main >= 0) & (duration[anchor] > 0)
    prelude = found.prelude_us > 0
    start = np.where(timed, logged[anchor] - duration[anchor], logged[anchor])
    start = np.where(prelude, logged[found.first] - duration[found.first], start)
    unknown = (found.main < 0) & (found.error >= 0) & ~prelude
    base = frame.select(
        "session",
        "record",
        "file",
        "line",
        "vxid",
        pl.col("sql").alias("sql_text"),
        "template",
        pl.col("name").alias("name_text"),
        pl.col("portal").alias("portal_text"),
    )[anchor]
    statement = (action == _A["query"]) | (action == _A["execute"])
    extended = (action == _A["execute"]) | (action == _A["prepare"])
    events = base.with_columns(
        pl.Series("action_code", action),
        pl.Series("action", action, dtype=pl.UInt8).cat.to(EVENTS["action"]),
        pl.Series("log_us", log_us),
        pl.when(pl.Series(~unknown)).then(pl.Series(start)).alias("at_us"),
        nullable(
            "took_us",
            np.where(
                statement | (action == _A["prepare"]),
                np.where(action == _A["prepare"], duration[anchor], took),
                -1,
            ),
            pl.Int64,
        ),
        nullable("parse_us", np.where(action == _A["prepare"], -1, found.parse_us), pl.Int64),
        nullable("bind_us", found.bind_us, pl.Int64),
        pl.Series("first_line", frame["line"].to_numpy()[found.first]),
    )
    events = events.with_columns(
        pl.when(pl.Series(extended)).then(pl.col("name_text").fill_null("")).alias("name_text"),
        pl.col("first_line").alias("line"),
    )
    events = _errors(frame, found, events, what, action)
    return _texts(events, _details(frame, found, action))


def _details(frame: pl.DataFrame, found: Units, action: Ints) -> pl.Series:
    """Return the logged parameters of each execute: its own, its bind's, or those the error's context gives."""
    rows = np.where(found.main >= 0, found.main, np.where(found.bind >= 0, found.bind, found.first))
    details = frame["detail"]
    if details.null_count() == len(details):
        return pl.Series("params", [None], dtype=pl.List(pl.Binary)).new_from_index(0, len(action))
    own = details.gather(rows)
    if (found.error >= 0).any():
        spoken = on_error(frame["context"].gather(np.maximum(found.error, 0)))
        own = pl.select(
            pl.when(
                pl.Series(found.error >= 0)
                & spoken.is_not_null()
                & ~own.str.contains("(?i)^parameters: ").fill_null(value=False)
            )
            .then(spoken)
            .otherwise(own)
        ).to_series()
    return pl.select(pl.when(pl.Series(action == _A["execute"])).then(parameters(own))).to_series().alias("params")


def _errors(frame: pl.DataFrame, found: Units, events: pl.DataFrame, what: Ints, action: Ints) -> pl.DataFrame:
    statement = (action == _A["query"]) | (action == _A["execute"]) | (action == _A["prepare"])
    failed = (found.error >= 0) & statement
    if not failed.any():
        return events.with_columns(
            pl.when(pl.Series(statement)).then(pl.lit("ok")).alias("ended"),
            pl.lit(None, pl.String).alias("sqlstate"),
            pl.lit(None, pl.String).alias("failed_in"),
            pl.lit(None, pl.String).alias("error_text"),
        )
    rows = np.maximum(found.error, 0)
    fatal = what[rows] == CODE[grammar.FATAL]
    said = frame.select("sqlstate", "message", "tag")[rows]
    bound = (found.bind >= 0) | (found.main >= 0)
    fails = pl.Series(failed)
    ended = (
        pl.when(~fails & pl.Series(statement))
        .then(pl.lit(Ended.OK))
        .when(~fails)
        .then(None)
        .when(pl.Series(fatal))
        .then(pl.lit(Ended.KILLED))
        .when(said["message"].str.contains("statement timeout"))
        .then(pl.lit(Ended.TIMEOUT))
        .when(said["message"].str.contains("lock timeout"))
        .then(pl.lit(Ended.LOCK_TIMEOUT))
        .when(said["sqlstate"] == "57014")
        .then(pl.lit(Ended.CANCELLED))
        .otherwise(pl.lit(Ended.ERROR))
    )
    failed_in = (
        pl.when(~fails)
        .then(None)
        .when(said["tag"] == "PARSE")
        .then(pl.lit("parse"))
        .when((said["tag"] == "BIND") & ~pl.Series(found.main >= 0))
        .then(pl.lit("bind"))
        .when(pl.Series(bound))
        .then(pl.lit("execute"))
    )
    return events.with_columns(
        ended.alias("ended"),
        pl.when(fails).then(said["sqlstate"]).alias("sqlstate"),
        failed_in.alias("failed_in"),
        pl.when(fails).then(said["message"]).alias("error_text"),
    )


def _texts(events: pl.DataFrame, params: pl.Series) -> pl.DataFrame:
    """Turn client text to binary, and mark executes whose parameters the log does not hold."""
    execute = pl.Series(events["action_code"] == _A["execute"])
    missing = execute & params.is_null()
    if missing.any():
        missing &= events["sql_text"].str.contains(r"\$\d").fill_null(value=False)
    return events.with_columns(
        restored(events["sql_text"]).alias("sql"),
        restored(events["name_text"]).alias("prepared_name"),
        restored(events["portal_text"]).alias("portal"),
        restored(events["error_text"]).alias("error"),
        params,
        missing.alias("truncated"),
    )
