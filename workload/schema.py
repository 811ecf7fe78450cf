"""The columns of a workload, as documented in docs/formats.md (a test compares the two).

Text that came from a client is binary: a database's encoding need not be UTF-8. Times are integers in
microseconds relative to the window's start.
"""

from __future__ import annotations

from enum import StrEnum

import polars as pl
from polars.datatypes import DataTypeClass

FORMAT = 2
Type = pl.DataType | DataTypeClass


class Action(StrEnum):
    """The actions of a session; each event has one action."""

    CONNECT = "connect"
    PREPARE = "prepare"
    QUERY = "query"
    EXECUTE = "execute"
    DISCONNECT = "disconnect"


class Ended(StrEnum):
    """How a statement ended in production."""

    OK = "ok"
    ERROR = "error"
    CANCELLED = "cancelled"
    TIMEOUT = "timeout"
    LOCK_TIMEOUT = "lock_timeout"
    KILLED = "killed"


class Began(StrEnum):
    """How a session began in the window."""

    CONNECTED = "connected"
    OPEN = "already open"
    FAILED = "failed"


class ClockPlace(StrEnum):
    """Where a statement uses the clock."""

    TEXT = "text"  # an expression of its own
    DEFAULT = "default"  # the default of a column that it does not give
    VIEW = "view"  # the query of a view that it reads
    FUNCTION = "function"  # the body of a function that it calls
    TRIGGER = "trigger"  # the function of a trigger on a table that it writes to
    POLICY = "policy"  # a row security policy of a table that it reads or writes to


ACTION: Type = pl.Enum([word.value for word in Action])
ENDED: Type = pl.Enum([word.value for word in Ended])
BEGAN: Type = pl.Enum([word.value for word in Began])
FAILED_IN: Type = pl.Enum(["parse", "bind", "execute"])

_EVENTS: dict[str, Type] = {
    "session": pl.Int32,
    "seq": pl.Int32,
    "action": ACTION,
    "shape": pl.Int32,
    "sql": pl.Binary,
    "prepared_name": pl.Binary,
    "portal": pl.Binary,
    "params": pl.List(pl.Binary),
    "truncated": pl.Boolean,
    "pipeline": pl.Int32,
    "at_us": pl.Int64,
    "at_least_us": pl.Int64,
    "took_us": pl.Int64,
    "parse_us": pl.Int64,
    "bind_us": pl.Int64,
    "transaction": pl.Int32,
    "commit_rank": pl.Int64,
    "transaction_id": pl.Int64,
    "ended": ENDED,
    "sqlstate": pl.String,
    "failed_in": FAILED_IN,
    "error": pl.Binary,
    "endpoint": pl.String,
    "job": pl.String,
    "caller": pl.String,
    "trace": pl.String,
    "record": pl.Int64,
    "bind_record": pl.Int64,
    "last_record": pl.Int64,
    "file": pl.Int32,
    "line": pl.Int64,
}
EVENTS = pl.Schema(_EVENTS)
# Columns that a workload may lack: its log was captured by an earlier version. They are null then.
OPTIONAL = ("transaction_id", "bind_record", "last_record")

_SESSIONS: dict[str, Type] = {
    "session": pl.Int32,
    "instance": pl.String,
    "captured_session": pl.String,
    "user": pl.String,
    "database": pl.String,
    "application_name": pl.String,
    "remote_host": pl.String,
    "encoding": pl.String,
    "at_us": pl.Int64,
    "began": BEGAN,
    "sqlstate": pl.String,
    "ended": pl.Boolean,
    "end_us": pl.Int64,
    "pooled": pl.Boolean,
    "events": pl.Int64,
}
SESSIONS = pl.Schema(_SESSIONS)

_SHAPES: dict[str, Type] = {
    "shape": pl.Int32,
    "query_key": pl.String,
    "template": pl.Binary,
    "kind": pl.String,
    "tables_read": pl.List(pl.String),
    "tables_written": pl.List(pl.String),
    "clock": pl.Boolean,
    "clock_in": pl.List(pl.String),
    "generated": pl.Boolean,
    "writes": pl.Boolean,
    "transaction_effect": pl.String,
    "functions": pl.List(pl.String),
    "table_columns": pl.List(pl.String),
}
SHAPES = pl.Schema(_SHAPES)
# Columns of shapes that a workload of an earlier version lacks: null then.
LATER_SHAPES = ("clock_in", "table_columns")


class How(StrEnum):
    """How an id in ``PINS`` is known."""

    DECODED = "decoded"  # by logical decoding
    CONFIRMED = "confirmed"  # a later statement uses it
    ORDER = "order"  # by the order of the draws in the log: no other draw can have it
    COUNTED = "counted"  # by their order, with numbers of draws from a first pass
    GUESSED = "guessed"  # draws that overlapped with it, or whose number is not known, leave it open
    UNKNOWN = "unknown"


_PINS: dict[str, Type] = {
    "session": pl.Int32,
    "seq": pl.Int32,
    "sequence": pl.String,
    "ids": pl.List(pl.Int64),
    "how": pl.List(pl.String),
}
PINS = pl.Schema(_PINS)

_SAMPLES: dict[str, Type] = {
    "at_us": pl.Int64,
    "source": pl.String,
    "instance": pl.String,
    "subject": pl.String,
    "metric": pl.String,
    "value": pl.Float64,
    "unit": pl.String,
}
SAMPLES = pl.Schema(_SAMPLES)

DECODED_ACTION: Type = pl.Enum(["insert", "update", "delete", "truncate", "copy"])
_DECODED: dict[str, Type] = {
    "session": pl.Int32,
    "seq": pl.Int32,
    "own": pl.Boolean,
    "place": pl.Int64,
    "database": pl.String,
    "xid": pl.Int64,
    "commit_us": pl.Int64,
    "schema": pl.String,
    "relation": pl.String,
    "action": DECODED_ACTION,
    "columns": pl.List(pl.String),
    "values": pl.List(pl.Binary),
    "by_default": pl.List(pl.String),  # the columns that the statement did not give a value
}
DECODED = pl.Schema(_DECODED)

# For a canceled or timed-out statement of which only the error is logged, the start is assumed to be at most this long before the error.
MOST_WAITED_US = 10_000_000

# The size of a row group in memory, without the columns that have no value: the smallest unit that a reader of one session reads.
ROW_GROUP_BYTES = 1 << 20

# The events that are statements: the others connect, disconnect or prepare. Column: action.
STATEMENTS = (Action.QUERY.value, Action.EXECUTE.value)
IS_STATEMENT = pl.col("action").is_in(STATEMENTS)

# The duration of an event in production, parse and bind included (null: not logged). Columns: took_us, parse_us, bind_us.
TOOK = pl.col("took_us") + pl.col("parse_us").fill_null(0) + pl.col("bind_us").fill_null(0)
