"""csvlog of PostgreSQL 9.6 to 18: bytes to records.

Quoted fields may contain raw newlines, so a record ends at a newline with an even number of quotes before it and a
time stamp after it. A block with damage (a truncated row merges with its neighbors) is parsed record by record: every
line that looks like a record's beginning is tried, and the lines that are in no record count as damaged.
Columns: 23 up to 12, 24 in 13, 26 since 14; all are indexed from the left (PostgreSQL's csvlog.c).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats.records import RECORDS, LogFormat, count_file_lines, xid
from pgrehearse.capture.formats.timestamps import of_distinct
from pgrehearse.capture.input.blocks import Block, count_byte
from pgrehearse.workload.dictionary import Distinct, distinct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTHS = {23, 24, 26}
START = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [A-Za-z0-9+:-]{1,8},"
_START = re.compile(rb"(?:^|(?<=\n))" + START.encode())
_NEXT = re.compile(rb"\n(?=" + START.encode() + rb")")
_NAMES = [f"c{number}" for number in range(26)]
# A record is searched for its end over so many beginnings of records before it counts as damaged.
_SPAN = 10_000

_COLUMNS = {
    "user": "c1",
    "database": "c2",
    "remote": "c4",
    "session_id": "c5",
    "tag": "c7",
    "session_start": "c8",
    "vxid": "c9",
    "severity": "c11",
    "sqlstate": "c12",
    "message": "c13",
    "detail": "c14",
    "context": "c18",
    "query": "c19",
    "application": "c22",
    "backend_type": "c23",
}

_XID = "c10"
_USED = ["c0", "c6", _XID, *_COLUMNS.values()]
# Fields that may contain newlines.
_LONG = ["c7", "c13", "c14", "c15", "c16", "c18", "c19", "c22"]


def detect(head: bytes, name: str) -> LogFormat | None:
    """Return the format if a file has csvlog rows near its beginning; raises ``BadInput`` for rows with too few columns."""
    match = _START.search(head)
    if match is None or head[: match.start()].count(b"\n") > _SPAN:
        return None
    row = head[match.start() :]
    width = columns(row[:end]) if (end := _record_end(row)) else None
    if width is not None and width not in WIDTHS:
        line = head[: match.start()].count(b"\n") + 1
        raise BadInput(
            f"{name}:{line}: not a csvlog row: {width} columns, at least 23 expected",
            remedy="was log_destination csvlog?",
        )
    return CSVLOG


def _record_end(row: bytes) -> int:
    """Return the length of the first record in *row* (0: its end is not in it)."""
    quotes = at = 0
    for end in (newline.end() for newline in re.finditer(rb"\n", row)):
        quotes += row.count(b'"', at, end)
        if quotes % 2 == 0:
            return end
        at = end
    return 0


def columns(row: bytes) -> int | None:
    """Return how many columns one record has; None if the bytes are not one record and its newline."""
    outside = row.split(b'"')[::2]
    if not row.endswith(b"\n") or sum(part.count(b"\n") for part in outside) != 1:
        return None
    return sum(part.count(b",") for part in outside) + 1


def cut(data: bytes) -> int:
    """Return where the last complete record ends that another record follows (0: there is none)."""
    total = count_byte(data, 0x22)
    after, end, fallback = 0, len(data), 0
    while (newline := data.rfind(b"\n", 0, end)) >= 0:
        after += data.count(b'"', newline, end)
        if _NEXT.match(data, newline):
            if (total - after) % 2 == 0:
                return newline + 1
            fallback = fallback or newline + 1
        if fallback and len(data) - newline > len(data) // 2:
            return fallback  # an unbalanced quote before: any beginning will do, the damage is repaired later
        end = newline
    return fallback


def records(block: Block) -> pl.DataFrame:
    """Return the block's records in the columns of ``RECORDS``; consecutive damaged lines are a row without a time."""
    # One byte is found in a fifteenth of the time of two.
    if b"\r" in block.data and _has_carriage_returns(block.data):
        block = replace(block, data=block.data.replace(b"\r\n", b"\n"))
    return count_file_lines(_records(block), block)


def _has_carriage_returns(data: bytes) -> bool:
    """Return whether records end in a carriage return and a newline: then each of their lines does."""
    ends = [data[newline.start() - 1 : newline.start()] == b"\r" for newline in _NEXT.finditer(data)]
    return 2 * sum(ends) + data.endswith(b"\r\n") > len(ends)


def _records(block: Block) -> pl.DataFrame:
    rows = _read(block.data)
    newlines = block.newlines + (not block.data.endswith(b"\n"))
    if rows is None or not block.data.endswith(b"\n"):
        return _repaired(block)
    stamps = distinct(rows["c0"])
    if _damaged(rows, stamps.values, newlines):
        return _repaired(block)
    one_line_each = newlines == rows.height
    lines = pl.Series("lines", np.ones(newlines, dtype=np.int64)) if one_line_each else _spans(block.data)
    if int(lines.sum()) != newlines:
        return _repaired(block)
    return _shaped(rows, stamps, lines, block.first_line + lines.cum_sum() - lines)


def _read(data: bytes, columns: Sequence[str] = _USED) -> pl.DataFrame | None:
    try:
        scan = pl.scan_csv(
            data,
            has_header=False,
            schema=dict.fromkeys(_NAMES, pl.String),
            infer_schema=False,
            quote_char='"',
            truncate_ragged_lines=True,
            missing_columns="insert",
        )
        return scan.select(columns).collect()
    except (pl.exceptions.ComputeError, pl.exceptions.NoDataError, pl.exceptions.SchemaError):
        return None


def _spans(data: bytes) -> pl.Series:
    """Return how many physical lines each row spans (empty if the block cannot be read)."""
    rows = _read(data, _LONG)
    if rows is None:
        return pl.Series([], dtype=pl.Int64)
    inner = (pl.col(name).str.count_matches("\n", literal=True).fill_null(0).cast(pl.Int64) for name in _LONG)
    return rows.select(lines=pl.sum_horizontal(inner) + 1)["lines"]


def _damaged(rows: pl.DataFrame, stamps: pl.Series, newlines: int) -> bool:
    # The application name is always written, if only as "": a row without it was truncated.
    if any(rows[name].null_count() for name in ("c0", "c11", "c13", "c22")):
        return True
    if not stamps.str.contains(f"^{START[:-1]}$").all():
        return True
    if newlines == rows.height:
        return False
    # Only in a block with newlines inside fields can a field contain another row.
    inside = "\n" + START
    contains_row = (pl.col(name).str.contains(inside).any() for name in ("c13", "c14", "c18", "c19"))
    return bool(rows.select(pl.any_horizontal(contains_row)).item())


def _repaired(block: Block) -> pl.DataFrame:
    """Parse a damaged block record by record: keep every readable record, count the other lines as damaged."""
    data = block.data
    begins = [match.start() for match in _START.finditer(data)]
    ends = [*begins[1:], data.rfind(b"\n") + 1]
    good: list[tuple[int, int]] = []
    at = 0
    while at < len(begins):
        last = _last_beginning(data, begins, ends, at)
        if last is None:
            at += 1
            continue
        good.append((begins[at], ends[last]))
        at = last + 1
    return _pieces(block, good)


def _last_beginning(data: bytes, begins: list[int], ends: list[int], at: int) -> int | None:
    """Return the last beginning that the record starting at *at* spans, or None if it is damaged."""
    quotes = 0
    for last in range(at, min(at + _SPAN, len(begins))):
        quotes += data.count(b'"', begins[last], ends[last])
        if quotes % 2 == 0:
            piece = data[begins[at] : ends[last]]
            return last if columns(piece) in WIDTHS else None
    return None


def _pieces(block: Block, good: list[tuple[int, int]]) -> pl.DataFrame:
    """Read the good pieces, and insert a row without a time for the damaged lines between them."""
    frames: list[pl.DataFrame] = []
    line, at = block.first_line, 0
    for begin, end, rows, spans in _readable(block.data, good):
        line = _damaged_lines(block.data, at, begin, line, frames)
        frames.append(_shaped(rows, distinct(rows["c0"]), spans, line + spans.cum_sum() - spans))
        line, at = line + int(spans.sum()), end
    _damaged_lines(block.data, at, len(block.data), line, frames)
    records = [frame.match_to_schema(RECORDS, missing_columns="insert") for frame in frames]
    return pl.concat(records) if records else pl.DataFrame(schema=RECORDS)


def _damaged_lines(data: bytes, at: int, until: int, line: int, frames: list[pl.DataFrame]) -> int:
    """Count the lines between two places as damaged; return the line that follows."""
    damaged = data.count(b"\n", at, until) + (until == len(data) > at and not data.endswith(b"\n"))
    if damaged:
        frames.append(pl.DataFrame({"line": [line], "lines": [damaged]}, schema={"line": pl.Int64, "lines": pl.Int64}))
    return line + damaged


def _readable(data: bytes, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int, pl.DataFrame, pl.Series]]:
    """Yield (begin, end, rows, lines of each row) of pieces whose rows account for every line.

    Adjacent pieces are read together; a run that cannot be read is halved until the damaged piece is alone.
    """
    runs: list[list[tuple[int, int]]] = []
    for piece in pieces:
        if runs and runs[-1][-1][1] == piece[0]:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    runs.reverse()
    while runs:
        run = runs.pop()
        begin, end = run[0][0], run[-1][1]
        rows, spans = _read(data[begin:end]), _spans(data[begin:end])
        if rows is not None and rows.height == len(run) and int(spans.sum()) == data.count(b"\n", begin, end):
            yield begin, end, rows, spans
        elif len(run) > 1:
            half = len(run) // 2
            runs += [run[half:], run[:half]]


def _shaped(rows: pl.DataFrame, stamps: Distinct, lines: pl.Series, first: pl.Series) -> pl.DataFrame:
    return rows.select(
        first.cast(pl.Int64).alias("line"),
        lines.cast(pl.Int64).alias("lines"),
        of_distinct(stamps).alias("time_us"),
        *(pl.col(source).alias(name) for name, source in _COLUMNS.items()),
        xid(pl.col(_XID)),
        pl.col("c6").cast(pl.Int64, strict=False).alias("session_line"),
        pl.lit(None, pl.String).alias("doubt"),
    ).select(list(RECORDS))


def zone(data: bytes) -> str:
    """Return the time zone of the first record ("": there is none)."""
    match = _START.search(data)
    return match[0].decode()[24:-1] if match else ""


CSVLOG = LogFormat("csvlog", cut, records, zone, description="csvlog")
