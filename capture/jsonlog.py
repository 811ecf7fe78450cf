"""jsonlog of PostgreSQL 15 and later, raw or inside Google Cloud's envelope: bytes to records.

One object a line (jsonlog.c); keys that have no value are absent.
"""

from __future__ import annotations

import io
import json
from functools import partial

import polars as pl

from capture.records import RECORDS, LogFormat
from capture.source import Block
from capture.stamps import wall_time
from workload.schema import Type

_KEYS: dict[str, Type] = {
    "timestamp": pl.String,
    "user": pl.String,
    "dbname": pl.String,
    "remote_host": pl.String,
    "remote_port": pl.Int64,
    "session_id": pl.String,
    "line_num": pl.Int64,
    "ps": pl.String,
    "session_start": pl.String,
    "vxid": pl.String,
    "error_severity": pl.String,
    "state_code": pl.String,
    "message": pl.String,
    "detail": pl.String,
    "context": pl.String,
    "statement": pl.String,
    "application_name": pl.String,
    "backend_type": pl.String,
}
ENVELOPE = "jsonPayload"


def recognised(head: bytes) -> LogFormat | None:
    """Return the format when the first line is an object with a jsonlog's keys, bare or in an envelope."""
    for line in head.split(b"\n"):
        try:
            document = json.loads(line.decode(errors="replace"))
        except ValueError:
            continue
        if not isinstance(document, dict):
            return None
        inner = document.get(ENVELOPE)
        keys = set(inner if isinstance(inner, dict) else document)
        if {"error_severity", "session_id"} <= keys:
            return jsonlog(enveloped=isinstance(inner, dict))
        return None
    return None


def jsonlog(*, enveloped: bool) -> LogFormat:
    """Return the format."""
    said = "jsonlog in Google Cloud's envelope" if enveloped else "jsonlog"
    return LogFormat("jsonlog", cut, partial(records, enveloped), zone, said=said)


def cut(octets: bytes) -> int:
    """Return where the last whole line ends (0: nowhere)."""
    return octets.rfind(b"\n") + 1


def zone(octets: bytes) -> str:
    """Return the time zone of the first record ("": it tells none)."""
    try:
        document = json.loads(octets.split(b"\n", 1)[0])
    except ValueError:
        return ""
    return str(document.get(ENVELOPE, document).get("timestamp", "")).rpartition(" ")[2]


def records(enveloped: bool, block: Block) -> pl.DataFrame:
    """Return the block's records in the columns of ``RECORDS``; a damaged line is a row without a time."""
    rows = _read(block.octets, enveloped=enveloped)
    height = block.newlines + (not block.octets.endswith(b"\n"))
    numbers = pl.int_range(block.first_line, block.first_line + height, dtype=pl.Int64, eager=True)
    if rows is not None and rows.height == height:
        return _shaped(rows, numbers)
    return _mended(block, enveloped=enveloped)


def _read(octets: bytes, *, enveloped: bool) -> pl.DataFrame | None:
    schema: dict[str, Type] = {ENVELOPE: pl.Struct(_KEYS)} if enveloped else _KEYS
    try:
        rows = pl.read_ndjson(io.BytesIO(octets), schema=schema)
    except (pl.exceptions.ComputeError, pl.exceptions.NoDataError, pl.exceptions.SchemaError):
        return None
    return rows[ENVELOPE].struct.unnest() if enveloped else rows


def _mended(block: Block, *, enveloped: bool) -> pl.DataFrame:
    """Keep every line that reads as an object; count the others as damaged."""
    lines = block.octets.split(b"\n")
    if lines[-1] == b"":
        lines.pop()
    good = [number for number, line in enumerate(lines) if _reads(line, enveloped=enveloped)]
    bad = sorted(set(range(len(lines))) - set(good))
    damaged = pl.DataFrame(
        {"line": [block.first_line + n for n in bad], "lines": [1] * len(bad)},
        schema={"line": pl.Int64, "lines": pl.Int64},
    )
    frames = [damaged.match_to_schema(RECORDS, missing_columns="insert").select(list(RECORDS))]
    rows = _read(b"\n".join(lines[number] for number in good), enveloped=enveloped) if good else None
    if rows is not None:
        frames.append(_shaped(rows, pl.Series([block.first_line + n for n in good], dtype=pl.Int64)))
    return pl.concat(frames).sort("line", maintain_order=True)


def _reads(line: bytes, *, enveloped: bool) -> bool:
    rows = _read(line, enveloped=enveloped) if line.startswith(b"{") else None
    return rows is not None and rows.height == 1


def _shaped(rows: pl.DataFrame, numbers: pl.Series) -> pl.DataFrame:
    stamp = rows["timestamp"]
    remote = pl.when(pl.col("remote_port").is_not_null()).then(
        pl.concat_str("remote_host", pl.lit(":"), pl.col("remote_port").cast(pl.String))
    )
    return rows.select(
        pl.lit(numbers).alias("line"),
        pl.lit(1, pl.Int64).alias("lines"),
        pl.lit(wall_time(stamp)).alias("time_us"),
        "user",
        pl.col("dbname").alias("database"),
        pl.coalesce(remote, "remote_host").alias("remote"),
        "session_id",
        pl.col("line_num").alias("session_line"),
        pl.col("ps").fill_null("").alias("tag"),
        "session_start",
        "vxid",
        pl.col("error_severity").alias("severity"),
        pl.col("state_code").fill_null("00000").alias("sqlstate"),
        "message",
        "detail",
        "context",
        pl.col("statement").alias("query"),
        pl.col("application_name").alias("application"),
        "backend_type",
    ).select(list(RECORDS))
