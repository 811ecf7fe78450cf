"""csvlog of PostgreSQL 9.6 to 18: bytes to records.

Quoted fields may hold raw newlines, so a record ends at a newline with an even number of quotes before it and a
timestamp behind it. A block that shows damage (a row cut in its middle swallows its neighbours) is taken apart
by hand: every line that looks like a record's beginning is tried, what still does not fit is counted as damaged.
Columns: 23 up to 12, 24 in 13, 26 since 14; all are indexed from the left (PostgreSQL's csvlog.c).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats.records import RECORDS, LogFormat, placed
from pgrehearse.capture.formats.timestamps import of_distinct
from pgrehearse.capture.input.files import Block, occurrences
from pgrehearse.workload.dictionary import Distinct, distinct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTHS = {23, 24, 26}
START = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [A-Za-z0-9+:-]{1,8},"
_START = re.compile(rb"(?:^|(?<=\n))" + START.encode())
_NEXT = re.compile(rb"\n(?=" + START.encode() + rb")")
_NAMES = [f"c{number}" for number in range(26)]
# A record broken in its middle: how many beginnings it may span before it counts as damaged.
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

_USED = ["c0", "c6", *_COLUMNS.values()]
# Fields that may hold newlines.
_LONG = ["c7", "c13", "c14", "c15", "c16", "c18", "c19", "c22"]


def recognised(head: bytes, name: str) -> LogFormat | None:
    """Return the format when a file holds csvlog rows near its beginning; raises for rows of too few columns."""
    found = _START.search(head)
    if found is None or head[: found.start()].count(b"\n") > _SPAN:
        return None
    row = head[found.start() :]
    width = columns(row[:end]) if (end := _record_end(row)) else None
    if width is not None and width not in WIDTHS:
        line = head[: found.start()].count(b"\n") + 1
        raise BadInput(
            f"{name}:{line}: not a csvlog row: {width} columns, at least 23 expected",
            remedy="was log_destination csvlog?",
        )
    return CSVLOG


def _record_end(row: bytes) -> int:
    """Return the length of the first record in *row* (0: it does not end there)."""
    quotes = at = 0
    for end in (found.end() for found in re.finditer(rb"\n", row)):
        quotes += row.count(b'"', at, end)
        if quotes % 2 == 0:
            return end
        at = end
    return 0


def columns(row: bytes) -> int | None:
    """Return how many columns one record has; None where the bytes are not one record and its newline."""
    outside = row.split(b'"')[::2]
    if not row.endswith(b"\n") or sum(part.count(b"\n") for part in outside) != 1:
        return None
    return sum(part.count(b",") for part in outside) + 1


def cut(octets: bytes) -> int:
    """Return where the last whole record ends that another one follows (0: nowhere)."""
    total = occurrences(octets, 0x22)
    after, end, fallback = 0, len(octets), 0
    while (newline := octets.rfind(b"\n", 0, end)) >= 0:
        after += octets.count(b'"', newline, end)
        if _NEXT.match(octets, newline):
            if (total - after) % 2 == 0:
                return newline + 1
            fallback = fallback or newline + 1
        if fallback and len(octets) - newline > len(octets) // 2:
            return fallback  # a broken quote earlier: any beginning will do, the rest is mended
        end = newline
    return fallback


def records(block: Block) -> pl.DataFrame:
    """Return the block's records in the columns of ``RECORDS``; a damaged stretch is a row without a time."""
    if b"\r\n" in block.octets and _is_windows(block.octets):
        block = replace(block, octets=block.octets.replace(b"\r\n", b"\n"))
    return placed(_records(block), block)


def _is_windows(octets: bytes) -> bool:
    """Say whether records end in a carriage return and a newline: then every line of theirs does."""
    ends = [octets[found.start() - 1 : found.start()] == b"\r" for found in _NEXT.finditer(octets)]
    return 2 * sum(ends) + octets.endswith(b"\r\n") > len(ends)


def _records(block: Block) -> pl.DataFrame:
    rows = _read(block.octets)
    newlines = block.newlines + (not block.octets.endswith(b"\n"))
    if rows is None or not block.octets.endswith(b"\n"):
        return _mended(block)
    stamps = distinct(rows["c0"])
    if _damaged(rows, stamps.values, newlines):
        return _mended(block)
    if newlines == rows.height:
        lines = pl.Series("lines", np.ones(rows.height, dtype=np.int64))
    else:
        lines = _spans(block.octets)
    if int(lines.sum()) != newlines:
        return _mended(block)
    return _shaped(rows, stamps, lines, block.first_line + lines.cum_sum() - lines)


def _read(octets: bytes, columns: Sequence[str] = _USED) -> pl.DataFrame | None:
    try:
        scan = pl.scan_csv(
            octets,
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


def _spans(octets: bytes) -> pl.Series:
    """Return how many physical lines each row spans (nothing, when the block does not read)."""
    rows = _read(octets, _LONG)
    if rows is None:
        return pl.Series([], dtype=pl.Int64)
    inner = (pl.col(name).str.count_matches("\n", literal=True).fill_null(0).cast(pl.Int64) for name in _LONG)
    return rows.select(lines=pl.sum_horizontal(inner) + 1)["lines"]


def _damaged(rows: pl.DataFrame, stamps: pl.Series, newlines: int) -> bool:
    # The application name is always written, if only as "": a row without it was cut.
    if any(rows[name].null_count() for name in ("c0", "c11", "c13", "c22")):
        return True
    if not stamps.str.contains(f"^{START[:-1]}$").all():
        return True
    if newlines == rows.height:
        return False
    # Only a block with newlines inside fields can have swallowed a row.
    inside = "\n" + START
    swallowed = (pl.col(name).str.contains(inside).any() for name in ("c13", "c14", "c18", "c19"))
    return bool(rows.select(pl.any_horizontal(swallowed)).item())


def _mended(block: Block) -> pl.DataFrame:
    """Take a damaged block apart: keep every record that reads, count the rest as damaged lines."""
    octets = block.octets
    begins = [found.start() for found in _START.finditer(octets)]
    ends = [*begins[1:], octets.rfind(b"\n") + 1]
    good: list[tuple[int, int]] = []
    at = 0
    while at < len(begins):
        last = _whole(octets, begins, ends, at)
        if last is None:
            at += 1
            continue
        good.append((begins[at], ends[last]))
        at = last + 1
    return _pieces(block, good)


def _whole(octets: bytes, begins: list[int], ends: list[int], at: int) -> int | None:
    """Return the last beginning that the record starting at *at* spans, or None when it is damaged."""
    quotes = 0
    for last in range(at, min(at + _SPAN, len(begins))):
        quotes += octets.count(b'"', begins[last], ends[last])
        if quotes % 2 == 0:
            piece = octets[begins[at] : ends[last]]
            return last if columns(piece) in WIDTHS else None
    return None


def _pieces(block: Block, good: list[tuple[int, int]]) -> pl.DataFrame:
    """Read the good pieces, and put a row without a time where damage lies between them."""
    frames: list[pl.DataFrame] = []
    line, at = block.first_line, 0
    for begin, end, rows, spans in _readable(block.octets, good):
        line = _gone(block.octets, at, begin, line, frames)
        frames.append(_shaped(rows, distinct(rows["c0"]), spans, line + spans.cum_sum() - spans))
        line, at = line + int(spans.sum()), end
    _gone(block.octets, at, len(block.octets), line, frames)
    whole = [frame.match_to_schema(RECORDS, missing_columns="insert") for frame in frames]
    return pl.concat(whole) if whole else pl.DataFrame(schema=RECORDS)


def _gone(octets: bytes, at: int, until: int, line: int, frames: list[pl.DataFrame]) -> int:
    """Count the lines between two places as damaged; return the line that follows."""
    gone = octets.count(b"\n", at, until) + (until == len(octets) > at and not octets.endswith(b"\n"))
    if gone:
        frames.append(pl.DataFrame({"line": [line], "lines": [gone]}, schema={"line": pl.Int64, "lines": pl.Int64}))
    return line + gone


def _readable(octets: bytes, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int, pl.DataFrame, pl.Series]]:
    """Yield (begin, end, rows, lines of each row) of pieces that read back line for line.

    Pieces that touch are read together; a run that does not read back is halved until the piece at fault is alone.
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
        rows, spans = _read(octets[begin:end]), _spans(octets[begin:end])
        if rows is not None and rows.height == len(run) and int(spans.sum()) == octets.count(b"\n", begin, end):
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
        pl.col("c6").cast(pl.Int64, strict=False).alias("session_line"),
        pl.lit(None, pl.String).alias("doubt"),
    ).select(list(RECORDS))


def zone(octets: bytes) -> str:
    """Return the time zone of the first record ("": there is none)."""
    found = _START.search(octets)
    return found[0].decode()[24:-1] if found else ""


CSVLOG = LogFormat("csvlog", cut, records, zone, said="csvlog")
