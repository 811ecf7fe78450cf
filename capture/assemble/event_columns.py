"""Events become the columns of ``EVENTS``, all events of a block at once."""

from __future__ import annotations

import numpy as np
import polars as pl

from pgrehearse.capture.assemble.drafts import CODES as _A
from pgrehearse.capture.assemble.drafts import Drafts, Places
from pgrehearse.capture.assemble.event_errors import event_errors
from pgrehearse.capture.assemble.record_view import Rows
from pgrehearse.capture.assemble.statement_groups import Groups
from pgrehearse.capture.parse.incomplete_statements import INCOMPLETE
from pgrehearse.capture.parse.parameters import error_parameters, parameters
from pgrehearse.workload.arrays import Flags, Ints
from pgrehearse.workload.schema import EVENTS, MOST_WAITED_US, Type
from pgrehearse.workload.sql.comment_tags import tags
from pgrehearse.workload.sql.credentials import LEFT_OUT

# How soon a client sends its next statement, if the log does not show it: the resolution of the time stamps.
TURNAROUND_US = 1_000
# PostgreSQL's default deadlock_timeout: the wait after which the server checks for a deadlock.
DEADLOCK_TIMEOUT_US = 1_000_000
# Errors of statements that were waiting when they failed: they started before the error, not at it.
WAITED = ("57014", "55P03", "40P01", "57P01", "57P02", "57P03")


def columns(records: Rows, events: Drafts, places: Places) -> pl.DataFrame:
    """Return the events in the columns of ``EVENTS``; times remain wall clock."""
    record = records.numbers("record")[events.anchor]
    errors = event_errors(records, events)
    return pl.DataFrame(
        {
            "session": _numbers(events.session, pl.Int32),
            "seq": _numbers(places.seq, pl.Int32),
            "action": pl.Series(events.action.astype(np.uint8)).cat.to(EVENTS["action"]),
            **_statements(records, events, errors["failed_in"]),
            "pipeline": _nullable(places.pipeline, pl.Int32),
            **_times(events, places, errors["sqlstate"]),
            "transaction": _nullable(places.transaction, pl.Int32),
            "commit_rank": _nullable(np.where(places.commits, record, -1), pl.Int64),
            "transaction_id": _transaction_ids(records, events),
            **errors.to_dict(),
            **_tags(records, events),
            "record": record,
            **_records(records, events.groups),
            "file": _numbers(records.numbers("file")[events.anchor], pl.Int32),
            "line": records.numbers("line")[events.groups.first],
        }
    )


def _transaction_ids(records: Rows, events: Drafts) -> pl.Series:
    """Return each event's transaction id: a statement that is the first of its transaction to write has it in its last record only."""
    ids = records.numbers("xid")
    return _nullable(np.maximum(ids[events.anchor], ids[events.groups.last]), pl.Int64)


def _records(records: Rows, groups: Groups) -> dict[str, pl.Series]:
    """Return the places of each event's bind and of its last record: between them it was executed."""
    place = records.numbers("record")
    bind = np.where(groups.bind >= 0, place[np.maximum(groups.bind, 0)], -1)
    return {"bind_record": _nullable(bind, pl.Int64), "last_record": pl.Series(place[groups.last])}


def _statements(records: Rows, events: Drafts, failed_in: pl.Series) -> dict[str, pl.Series]:
    """Return the SQL, the names and the parameters of each event, and whether they are incomplete."""
    action, statement = events.action, events.statement
    extended = (action == _A["execute"]) | (action == _A["prepare"])
    texts = records.at(events.anchor, "sql", "name", "portal", "shape")
    params = _parameters(records, events.groups, action)
    left_out = texts["sql"].is_in([LEFT_OUT, INCOMPLETE]).fill_null(value=False)
    without_parameters = _without_parameters(action, params, texts["sql"])
    name = texts["name"].fill_null("").set(pl.Series(~extended), None) if extended.any() else texts["name"]
    return {
        "shape": texts["shape"].set(pl.Series(~(statement | extended)), None),
        "sql": records.binary(texts["sql"].set(left_out, None) if left_out.any() else texts["sql"]),
        "prepared_name": records.binary(name),
        "portal": records.binary(texts["portal"]),
        "params": params,
        "truncated": left_out | (without_parameters & (failed_in != "parse").fill_null(value=True)),
    }


def _times(events: Drafts, places: Places, sqlstate: pl.Series) -> dict[str, pl.Series]:
    """Return the start of each event and its durations."""
    groups = events.groups
    waited = sqlstate.is_in(list(WAITED)).fill_null(value=False).to_numpy()
    at_us, at_least_us = _starts(events, places, waited, sqlstate)
    # From its parse and bind, or its text, to its error; between two statements an application may also have idled.
    ran_us = np.maximum(events.log_us - at_us - groups.prelude_us, 0)
    took_us = np.where(waited & (events.took_us < 0) & (events.at_us >= 0), ran_us, events.took_us)
    return {
        "at_us": pl.Series(at_us),
        "at_least_us": _nullable(at_least_us, pl.Int64),
        "took_us": _nullable(took_us, pl.Int64),
        "parse_us": _nullable(np.where(events.action == _A["prepare"], -1, groups.parse_us), pl.Int64),
        "bind_us": _nullable(groups.bind_us, pl.Int64),
    }


def _tags(records: Rows, events: Drafts) -> dict[str, pl.Series]:
    """Return the tags in the comments of each event."""
    if records.has_values("comment"):
        return tags(records.texts("comment", events.anchor)).to_dict()
    return tags(pl.Series([None], dtype=pl.String).new_from_index(0, len(events.action))).to_dict()


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

    A statement of which only the error is logged began after its predecessor's end, and at the latest when it failed.
    One that failed while it *waited* is placed just after its predecessor's end, but at most ``MOST_WAITED_US`` before
    its error, since the session may have idled (a deadlock's victim had waited for ``deadlock_timeout``); any other is
    placed at its error.
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


def _parameters(records: Rows, groups: Groups, action: Ints) -> pl.Series:
    """Return the logged parameters of each execute: its own, its bind's, or those in the error's context."""
    none = pl.Series("params", [None], dtype=pl.List(pl.Binary)).new_from_index(0, len(action))
    if not records.has_values("detail") and not records.has_values("context"):
        return none
    execute = np.flatnonzero(action == _A["execute"])
    if len(execute) == 0:
        return none
    main, bind, error = groups.main[execute], groups.bind[execute], groups.error[execute]
    own = records.texts("detail", np.where(main >= 0, main, np.where(bind >= 0, bind, groups.first[execute])))
    if (error >= 0).any():
        in_error = error_parameters(records.texts("context", np.maximum(error, 0)))
        logged = own.str.contains("(?i)^parameters: ").fill_null(value=False)
        own = in_error.zip_with(pl.Series(error >= 0) & in_error.is_not_null() & ~logged, own)
    values = parameters(own)
    if len(execute) == len(action):
        return values
    places = np.full(len(action), -1, dtype=np.int64)
    places[execute] = np.arange(len(execute))
    return values.gather(_nullable(places, pl.Int64))


def _without_parameters(action: Ints, params: pl.Series, sql: pl.Series) -> pl.Series:
    """Return which executes have placeholders but no logged parameters."""
    missing = pl.Series(action == _A["execute"]) & params.is_null()
    return missing & sql.str.contains(r"\$\d").fill_null(value=False) if missing.any() else missing
