"""The seam between log formats and everything after them: one frame of log records.

A log format turns a block of bytes into these columns; the grammar of messages never knows which one it was.
Text is valid UTF-8 here: bytes that are not are *smuggled* as private characters, and given back exactly when
the workload is written (``restored``).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from pgrehearse.capture.input.files import Block

if TYPE_CHECKING:
    from pgrehearse.capture.input.envelopes import Wrapped

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
        "severity": pl.String,
        "sqlstate": pl.String,
        "message": pl.String,
        "detail": pl.String,
        "context": pl.String,
        "query": pl.String,
        "application": pl.String,
        "backend_type": pl.String,
        "doubt": pl.String,  # null: its texts are whole. JOINED, CUT
    }
)
# Why the texts of a record may not be what the server wrote: lines were put to it that do not say that they continue it;
# a part of it is missing.
JOINED, CUT = "joined", "cut"


# Begins the id of a session of which the log gives only the process; a process number may be used again, which shows
# in the connections a block logs: their count is appended behind AGAIN.
BY_PROCESS, AGAIN = "pid ", "+"


def placed(records: pl.DataFrame, block: Block) -> pl.DataFrame:
    """Return a block's records, which follow one another, with the lines that they were in the file."""
    if block.origin is None or records.is_empty():
        return records
    before = pl.concat([pl.Series([0], dtype=pl.Int64), block.origin["lines"].cum_sum()])
    first = records["line"] - block.first_line
    return records.with_columns((before.gather(first + records["lines"]) - before.gather(first)).alias("lines"))


def located(records: pl.DataFrame, block: Block) -> pl.DataFrame:
    """Return a block's records with the place in the file where each begins."""
    if block.origin is None or records.is_empty():
        return records
    return records.with_columns(block.origin["line"].gather(records["line"] - block.first_line).alias("line"))


@dataclass(frozen=True, slots=True)
class LogFormat:
    """A format of logs: how its bytes are cut into blocks of whole records, and read.

    *cut*: where the last whole record of some bytes ends (0: nowhere). *records*: a block in the columns of
    ``RECORDS``; its octets are valid UTF-8. *zone*: the time zone that a file's first bytes name. *said*: the format
    in words, for the manifest. *numbers_records*: a session's own line numbers count its records. *notes*: what whoever
    relies on the records has to know. *wrapped*: what its lines are wrapped in, if they are; the rest is of what is inside.
    """

    name: str
    cut: Callable[[bytes], int]
    records: Callable[[Block], pl.DataFrame]
    zone: Callable[[bytes], str]
    resolution_us: int = 1_000
    said: str = ""
    numbers_records: bool = True
    notes: tuple[str, ...] = ()
    wrapped: Wrapped | None = None


# U+10FF80 .. U+10FFFF stand for the bytes 0x80 .. 0xFF; a text that really holds such a character has its four
# bytes smuggled one by one, so that giving back is exact.
_BASE = 0x10FF00
_RESERVED = re.compile(rb"\xf4\x8f[\xbe\xbf][\x80-\xbf]")
SMUGGLED = "[\U0010ff80-\U0010ffff]"
_CHARACTER = re.compile(SMUGGLED)


def _escape(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(_BASE + octet) for octet in error.object[error.start : error.end]), error.end


codecs.register_error("pgrehearse-smuggle", _escape)


def smuggled(block: bytes) -> tuple[bytes, bool]:
    """Return the block as valid UTF-8, and whether any byte had to be smuggled."""
    if block.isascii():
        return block, False
    if _RESERVED.search(block):
        parts = _RESERVED.split(block)
        reserved = ["".join(chr(_BASE + octet) for octet in found) for found in _RESERVED.findall(block)]
        texts = [part.decode("utf-8", "pgrehearse-smuggle") for part in parts]
        return "".join(a + b for a, b in zip(texts, [*reserved, ""], strict=True)).encode(), True
    try:
        block.decode("utf-8")
    except UnicodeDecodeError:
        return block.decode("utf-8", "pgrehearse-smuggle").encode(), True
    return block, False


def restore(text: str) -> bytes:
    """Give back the bytes of one text."""
    out = bytearray()
    at = 0
    for found in _CHARACTER.finditer(text):
        out += text[at : found.start()].encode()
        out.append(ord(found[0]) - _BASE)
        at = found.end()
    return bytes(out + text[at:].encode())


def restored(texts: pl.Series) -> pl.Series:
    """Return a string column as binary, smuggled bytes given back."""
    octets = texts.cast(pl.Binary)
    wide = (texts.str.len_bytes() != texts.str.len_chars()).arg_true()
    if wide.is_empty():
        return octets
    rows = wide.filter(texts.gather(wide).str.contains(SMUGGLED))
    return octets.scatter(rows, [restore(text) for text in texts.gather(rows)])
