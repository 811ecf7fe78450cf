"""A unit's records become an event's columns, all units of a block at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from pgrehearse.capture.assemble.record_view import Rows
from pgrehearse.capture.assemble.statement_groups import CODE, Units
from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.incomplete_statements import INCOMPLETE
from pgrehearse.capture.parse.messages import EXECUTE, FETCH, PARSE, RECEIVED, STATEMENT
from pgrehearse.capture.parse.parameters import on_error, parameters
from pgrehearse.workload.arrays import Flags, Ints
from pgrehearse.workload.schema import ENDED, EVENTS, FAILED_IN, MOST_WAITED_US, Action, Ended, Type
from pgrehearse.workload.sql.comment_tags import tags
from pgrehearse.workload.sql.credentials import LEFT_OUT

# Kinds of events, as codes of ``Action``.
ACTIONS = [word.value for word in Action]
CODES = {word: number for number, word in enumerate(ACTIONS)}
_A = CODES
# How soon a client sends its next statement, where the log does not tell: the stamps' own resolution.
TURNAROUND_US = 1_000
# PostgreSQL's default deadlock_timeout: the wait after which a deadlock is looked for.
DEADLOCK_TIMEOUT_US = 1_000_000
# Errors of statements that were waiting when they were struck: their start lies before, not at, the error.
WAITED = ("57014", "55P03", "40P01", "57P01", "57P02", "57P03")
# Access rule violations are met when a statement begins to run (42501), all else of its class before.
_LOOKED_UP = "^42(?:[^5]|5[^0]|50[^1])"


@dataclass(frozen=True, slots=True)
class Drafts:
    """Events in the making: their units, what each is, and the numbers that follow from their records.

    *anchor*: the record that speaks for the event. *at_us* is -1 where the log has no start.
    """

    units: Units
    action: Ints
    anchor: Ints
    session: Ints
    took_us: Ints
    at_us: Ints
    log_us: Ints
    failed: Flags

    @property
    def statement(self) -> Flags:
        """Which events run SQL."""
        flags: Flags = (self.action == _A["query"]) | (self.action == _A["execute"])
        return flags

    def taken(self, keep: Ints) -> Drafts:
        """Return some of the events."""
        return Drafts(taken(self.units, keep), *(getattr(self, name)[keep] for name in Drafts.__slots__[1:]))


@dataclass(frozen=True, slots=True)
class Places:
    """Where each event stands: *seq* in its session, its transaction and pipeline (-1: none), whether it committed.

    *ended_before_us*: when the event before it in its session ended (-1: not known).
    """

    seq: Ints
    transaction: Ints
    commits: Flags
    pipeline: Ints
    ended_before_us: Ints

    def taken(self, keep: Ints) -> Places:
        """Return the places of some events."""
        return Places(*(getattr(self, name)[keep] for name in Places.__slots__))


def taken(found: Units, keep: Ints) -> Units:
    """Return some of the units."""
    return Units(*(getattr(found, name)[keep] for name in Units.__slots__))


def actions(records: Rows, found: Units) -> Ints:
    """Return each unit's action as a code of ``Action``; -1: the unit makes no event."""
    what = records.codes()
    main = np.where(found.main >= 0, what[np.maximum(found.main, 0)], -1)
    first = what[found.first]
    out = np.full(len(first), -1, dtype=np.int64)
    out[main == CODE[STATEMENT]] = _A["query"]
    out[(main == CODE[EXECUTE]) | (main == CODE[FETCH])] = _A["execute"]
    out[first == CODE[RECEIVED]] = _A["connect"]
    out[first == CODE[messages.DISCONNECTED]] = _A["disconnect"]
    parses = np.flatnonzero((first == CODE[PARSE]) & (main < 0) & (found.error < 0))
    if len(parses):
        named = (records.texts("name", found.first[parses]) != "").fill_null(value=False).to_numpy()
        out[parses[named]] = _A["prepare"]
    alone = np.flatnonzero((found.error >= 0) & (main < 0))
    if len(alone):
        told = records.at(found.error[alone], "sql", "tag")
        said = told["sql"].is_not_null().to_numpy()
        # Where no command tag is logged, a placeholder tells the extended protocol.
        placed = told["tag"].is_null() & told["sql"].str.contains(r"\$\d")
        extended = (
            (told["tag"].is_in(["PARSE", "BIND"]) | placed).fill_null(value=False).to_numpy()
            | (found.bind[alone] >= 0)
            | (found.parse[alone] >= 0)
        )
        out[alone[said]] = np.where(extended, _A["execute"], _A["query"])[said]
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


def drafts(records: Rows, found: Units, action: Ints, took: Ints) -> Drafts:
    """Return what the numbers of each unit's records say of its event."""
    anchor = np.where(found.main >= 0, found.main, np.where(found.error >= 0, found.error, found.first))
    logged = records.numbers("time_us")
    duration = np.maximum(records.numbers("duration_us"), 0)
    prelude = found.prelude_us > 0
    own = np.where(found.main >= 0, duration[anchor], 0)
    start = np.where(prelude, logged[found.first] - duration[found.first], logged[anchor] - own)
    unknown = (found.main < 0) & (found.error >= 0) & ~prelude
    statement = (action == _A["query"]) | (action == _A["execute"])
    prepare = action == _A["prepare"]
    return Drafts(
        units=found,
        action=action,
        anchor=anchor,
        session=records.numbers("session")[anchor],
        took_us=np.where(prepare, duration[anchor], np.where(statement, took, -1)),
        at_us=np.where(unknown, -1, start),
        log_us=logged[found.last],
        failed=(found.error >= 0) & (statement | prepare),
    )


def columns(records: Rows, events: Drafts, places: Places) -> pl.DataFrame:
    """Return the events in the columns of ``EVENTS``; times stay on the wall clock."""
    found, action = events.units, events.action
    statement = events.statement
    extended = (action == _A["execute"]) | (action == _A["prepare"])
    texts = records.at(events.anchor, "sql", "name", "portal", "shape")
    params = _parameters(records, found, action)
    errors = _errors(records, events)
    left_out = texts["sql"].is_in([LEFT_OUT, INCOMPLETE]).fill_null(value=False)
    record = records.numbers("record")[events.anchor]
    waited = errors["sqlstate"].is_in(list(WAITED)).fill_null(value=False).to_numpy()
    at_us, at_least_us = _starts(events, places, waited, errors["sqlstate"])
    # From its parse and bind, or its text, to its error; between two statements an application may also have idled.
    ran_us = np.maximum(events.log_us - at_us - found.prelude_us, 0)
    took_us = np.where(waited & (events.took_us < 0) & (events.at_us >= 0), ran_us, events.took_us)
    name = texts["name"].fill_null("").set(pl.Series(~extended), None) if extended.any() else texts["name"]
    return pl.DataFrame(
        {
            "session": _numbers(events.session, pl.Int32),
            "seq": _numbers(places.seq, pl.Int32),
            "action": pl.Series(action.astype(np.uint8)).cat.to(EVENTS["action"]),
            "shape": texts["shape"].set(pl.Series(~(statement | extended)), None),
            "sql": records.octets(texts["sql"].set(left_out, None) if left_out.any() else texts["sql"]),
            "prepared_name": records.octets(name),
            "portal": records.octets(texts["portal"]),
            "params": params,
            "truncated": left_out
            | (
                _without_parameters(action, params, texts["sql"])
                & (errors["failed_in"] != "parse").fill_null(value=True)
            ),
            "pipeline": _nullable(places.pipeline, pl.Int32),
            "at_us": at_us,
            "at_least_us": _nullable(at_least_us, pl.Int64),
            "took_us": _nullable(took_us, pl.Int64),
            "parse_us": _nullable(np.where(action == _A["prepare"], -1, found.parse_us), pl.Int64),
            "bind_us": _nullable(found.bind_us, pl.Int64),
            "transaction": _nullable(places.transaction, pl.Int32),
            "commit_rank": _nullable(np.where(places.commits, record, -1), pl.Int64),
            **errors.to_dict(),
            **tags(
                records.texts("comment", events.anchor) if records.told("comment") else _none(len(action))
            ).to_dict(),
            "record": record,
            "file": _numbers(records.numbers("file")[events.anchor], pl.Int32),
            "line": records.numbers("line")[found.first],
        }
    )


def _none(height: int) -> pl.Series:
    return pl.Series([None], dtype=pl.String).new_from_index(0, height)


def _numbers(values: Ints, dtype: Type) -> pl.Series:
    return pl.Series(values).cast(dtype)


def _nullable(values: Ints, dtype: Type) -> pl.Series:
    """Return numbers as a column in which -1 is null."""
    none = values < 0
    if none.all():
        return pl.Series([None], dtype=dtype).new_from_index(0, len(values))
    column = _numbers(values, dtype)
    return column.set(pl.Series(none), None) if none.any() else column


def _starts(events: Drafts, places: Places, waited: Flags, sqlstate: pl.Series) -> tuple[Ints, Ints]:
    """Return each event's start, and the earliest it can have been (-1: not known).

    A statement of which only the error is logged began after its predecessor's end and at the latest when it failed:
    one that was struck while it *waited* is put just behind the former, but not longer than ``MOST_WAITED_US`` before
    its error, since the session may have idled (a deadlock's victim had waited for ``deadlock_timeout``); any other at
    the latter.
    """
    unknown = events.at_us < 0
    if not unknown.any():
        return events.at_us, events.at_us
    at_least = np.minimum(places.ended_before_us, events.log_us)
    early = np.minimum(at_least + TURNAROUND_US, events.log_us)
    deadlocked = (sqlstate == "40P01").fill_null(value=False).to_numpy()
    longest = np.where(deadlocked, DEADLOCK_TIMEOUT_US, MOST_WAITED_US)
    early = np.maximum(early, events.log_us - longest)
    at = np.where(unknown, np.where(waited & (at_least >= 0), early, events.log_us), events.at_us)
    return at, np.where(unknown, at_least, events.at_us)


def _parameters(records: Rows, found: Units, action: Ints) -> pl.Series:
    """Return the logged parameters of each execute: its own, its bind's, or those the error's context gives."""
    none = pl.Series("params", [None], dtype=pl.List(pl.Binary)).new_from_index(0, len(action))
    if not records.told("detail") and not records.told("context"):
        return none
    execute = np.flatnonzero(action == _A["execute"])
    if len(execute) == 0:
        return none
    main, bind, error = found.main[execute], found.bind[execute], found.error[execute]
    own = records.texts("detail", np.where(main >= 0, main, np.where(bind >= 0, bind, found.first[execute])))
    if (error >= 0).any():
        spoken = on_error(records.texts("context", np.maximum(error, 0)))
        told = own.str.contains("(?i)^parameters: ").fill_null(value=False)
        own = spoken.zip_with(pl.Series(error >= 0) & spoken.is_not_null() & ~told, own)
    values = parameters(own)
    if len(execute) == len(action):
        return values
    places = np.full(len(action), -1, dtype=np.int64)
    places[execute] = np.arange(len(execute))
    return values.gather(_nullable(places, pl.Int64))


def _without_parameters(action: Ints, params: pl.Series, sql: pl.Series) -> pl.Series:
    """Mark executes whose parameters the log does not hold (one that did not even parse needs none)."""
    missing = pl.Series(action == _A["execute"]) & params.is_null()
    return missing & sql.str.contains(r"\$\d").fill_null(value=False) if missing.any() else missing


def _errors(records: Rows, events: Drafts) -> pl.DataFrame:
    """Return ``ended``, ``sqlstate``, ``failed_in`` and ``error`` of each event."""
    statement = pl.Series(events.statement | (events.action == _A["prepare"]))
    fine = statement.to_frame("statement").select(
        pl.when("statement").then(pl.lit(0, pl.UInt8)).cat.to(ENDED).alias("ended"),
        pl.lit(None, pl.String).alias("sqlstate"),
        pl.lit(None, FAILED_IN).alias("failed_in"),
        pl.lit(None, pl.Binary).alias("error"),
    )
    rows = np.flatnonzero(events.failed)
    if len(rows) == 0:
        return fine
    found = taken(events.units, rows)
    said = records.at(found.error, "sqlstate", "message", "tag").with_columns(
        pl.Series("fatal", records.codes()[found.error] == CODE[messages.FATAL]),
        pl.Series("ran", found.main >= 0),
        pl.Series("bound", (found.bind >= 0) | (found.main >= 0)),
    )
    ended = (
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
    # Where no command's tag is logged, class 42 tells: names and types are looked up while a statement is parsed.
    untold = pl.col("tag").fill_null("idle").str.starts_with("idle")
    unparsed = untold & ~pl.col("bound") & pl.col("sqlstate").str.contains(_LOOKED_UP)
    failed_in = (
        pl.when((pl.col("tag") == "PARSE") | unparsed)
        .then(pl.lit("parse"))
        .when((pl.col("tag") == "BIND") & ~pl.col("ran"))
        .then(pl.lit("bind"))
        .when("bound")
        .then(pl.lit("execute"))
    )
    bad = said.select(
        ended.cast(ENDED).alias("ended"),
        "sqlstate",
        failed_in.cast(FAILED_IN).alias("failed_in"),
        pl.lit(records.octets(said["message"])).alias("error"),
    )
    order = np.arange(len(statement))
    order[rows] = len(statement) + np.arange(len(rows))
    return pl.concat([fine, bad])[order]
