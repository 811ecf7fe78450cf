"""The interface between log formats and everything after them: one frame of log records.

A log format turns a block of bytes into these columns; the parser of messages does not depend on the format. Text is
valid UTF-8 here: bytes that are not are escaped (``input.raw_bytes``), and unescaped when the workload is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from pgrehearse.capture.input.blocks import Block

if TYPE_CHECKING:
    from pgrehearse.capture.input.wrapped import Wrapped

RECORDS = pl.Schema(
    {
        "line": pl.Int64,  # where the record begins, from 1
        "lines": pl.Int64,  # how many physical lines it spans
        "time_us": pl.Int64,  # when it was logged, wall clock; null: the record is damaged
        "user": pl.String,
        "database": pl.String,
        "remote": pl.String,  # host:port, "host:" where the log has no port, [local]
        "session_id": pl.String,
        "session_line": pl.Int64,
        "tag": pl.String,
        "session_start": pl.String,
        "vxid": pl.String,
        "xid": pl.Int64,  # null: the log has none, or the transaction had none yet
        "severity": pl.String,
        "sqlstate": pl.String,
        "message": pl.String,
        "detail": pl.String,
        "context": pl.String,
        "query": pl.String,
        "application": pl.String,
        "backend_type": pl.String,
        "doubt": pl.String,  # null: its texts are complete. JOINED, CUT
    }
)
# Why the texts of a record may differ from what the server wrote: lines without a sign that they continue it were joined
# to it; a part of it is missing.
JOINED, CUT = "joined", "cut"


# The session id starts with BY_PROCESS if the log has only the process number. A process number may be used again:
# the number of connections that the block logs for it is appended after AGAIN.
BY_PROCESS, AGAIN = "pid ", "+"


def count_file_lines(records: pl.DataFrame, block: Block) -> pl.DataFrame:
    """Return a block's consecutive records with ``lines`` as the number of lines in the file, before any envelope was opened."""
    if block.origin is None or records.is_empty():
        return records
    before = pl.concat([pl.Series([0], dtype=pl.Int64), block.origin["lines"].cum_sum()])
    first = records["line"] - block.first_line
    return records.with_columns((before.gather(first + records["lines"]) - before.gather(first)).alias("lines"))


def locate_in_file(records: pl.DataFrame, block: Block) -> pl.DataFrame:
    """Return a block's records with ``line`` as the line of the file where each begins."""
    if block.origin is None or records.is_empty():
        return records
    return records.with_columns(block.origin["line"].gather(records["line"] - block.first_line).alias("line"))


def xid(logged: pl.Expr) -> pl.Expr:
    """Return the transaction ids of records; 0, as the server writes it for a transaction that has none yet, becomes null."""
    number = logged.cast(pl.Int64, strict=False)
    return pl.when(number > 0).then(number).alias("xid")


@dataclass(frozen=True, slots=True)
class LogFormat:
    """A log format: how its bytes are cut into blocks of complete records, and read.

    *cut*: returns where the last complete record of some bytes ends (0: there is none). *records*: reads a block into
    the columns of ``RECORDS``; its data is valid UTF-8. *zone*: returns the time zone that a file's first bytes name.
    *description*: the format, for the manifest. *numbers_records*: the line numbers of a session count its records.
    *notes*: warnings about the records. *wrapped*: the envelopes of its lines, if there are any; the other fields describe
    the log inside them.
    """

    name: str
    cut: Callable[[bytes], int]
    records: Callable[[Block], pl.DataFrame]
    zone: Callable[[bytes], str]
    resolution_us: int = 1_000
    description: str = ""
    numbers_records: bool = True
    notes: tuple[str, ...] = ()
    wrapped: Wrapped | None = None
