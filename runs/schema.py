"""The columns of a run, as documented in docs/formats.md. Times are microseconds on the run's time line."""

from __future__ import annotations

from enum import StrEnum

import polars as pl
from polars.datatypes import DataTypeClass

from pgrehearse.workload.schema import SAMPLES

FORMAT = 2
Type = pl.DataType | DataTypeClass


class Status(StrEnum):
    """What became of an event."""

    OK = "ok"
    FAILED = "failed"
    SKIPPED = "skipped"
    UNSENT = "unsent"


STATUS: Type = pl.Enum([word.value for word in Status])

_OUTCOMES: dict[str, Type] = {
    "session": pl.Int32,
    "seq": pl.Int32,
    "copy": pl.Int16,
    "connection": pl.Int32,
    "due_us": pl.Int64,
    "ready_us": pl.Int64,
    "ordered_us": pl.Int64,
    "sent_us": pl.Int64,
    "done_us": pl.Int64,
    "server_us": pl.Int64,
    "status": STATUS,
    "sqlstate": pl.String,
    "message": pl.String,
    "rows": pl.Int64,
    "rows_hash": pl.UInt64,
    "rows_hash_unordered": pl.UInt64,
    "reason": pl.String,
}
OUTCOMES = pl.Schema(_OUTCOMES)

_CONNECTIONS: dict[str, Type] = {
    "session": pl.Int32,
    "copy": pl.Int16,
    "connection": pl.Int32,
    "worker": pl.Int16,
    "backend_pid": pl.Int64,
    "connected_us": pl.Int64,
    "ended_us": pl.Int64,
    "sqlstate": pl.String,
}
CONNECTIONS = pl.Schema(_CONNECTIONS)

# A workload may hold samples too.
METRICS = SAMPLES

_EVENTS: dict[str, Type] = {
    "at_us": pl.Int64,
    "until_us": pl.Int64,
    "what": pl.String,
    "normal_us": pl.Int64,
    "statements": pl.Int64,
    "transactions": pl.Int64,
}
EVENTS = pl.Schema(_EVENTS)

_MID_RUN_EVENTS: dict[str, Type] = {
    "number": pl.Int32,
    "name": pl.String,
    "kind": pl.String,
    "planned_us": pl.Int64,
    "began_us": pl.Int64,
    "ended_us": pl.Int64,
    "error": pl.String,
}
MID_RUN_EVENTS = pl.Schema(_MID_RUN_EVENTS)

_DRAWS: dict[str, Type] = {
    "session": pl.Int32,
    "copy": pl.Int16,
    "seq": pl.Int32,
    "sequence": pl.String,
    "count": pl.Int64,
}
DRAWS = pl.Schema(_DRAWS)

_SESSION_COPIES: dict[str, Type] = {
    "session": pl.Int32,
    "copy": pl.Int16,
    "shift_us": pl.Int64,
}
SESSION_COPIES = pl.Schema(_SESSION_COPIES)

_POSITIONS: dict[str, Type] = {
    "server": pl.String,
    "asked_us": pl.Int64,
    "answered_us": pl.Int64,
    "position": pl.Int64,
}
POSITIONS = pl.Schema(_POSITIONS)

_REWRITTEN: dict[str, Type] = {
    "session": pl.Int32,
    "seq": pl.Int32,
    "rule": pl.Int32,
}
REWRITTEN = pl.Schema(_REWRITTEN)
