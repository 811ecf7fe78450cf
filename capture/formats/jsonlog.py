"""jsonlog of PostgreSQL 15 and later, or with the names of csvlog's columns: bytes to records.

One object per line (jsonlog.c); keys without a value are absent.
"""

from __future__ import annotations

import io
import json
from functools import partial

import polars as pl

from pgrehearse.capture.formats.records import RECORDS, LogFormat, count_file_lines, xid
from pgrehearse.capture.formats.timestamps import wall_time
from pgrehearse.capture.input.blocks import Block
from pgrehearse.workload.schema import Type

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
    "txid": pl.Int64,
    "error_severity": pl.String,
    "state_code": pl.String,
    "message": pl.String,
    "detail": pl.String,
    "context": pl.String,
    "statement": pl.String,
    "application_name": pl.String,
    "backend_type": pl.String,
}
# The names that collectors of a csvlog (CloudNativePG's) use: csvlog's columns, each a text.
_OF_CSVLOG = {
    "timestamp": "log_time",
    "user": "user_name",
    "dbname": "database_name",
    "remote_host": "connection_from",
    "line_num": "session_line_num",
    "ps": "command_tag",
    "session_start": "session_start_time",
    "vxid": "virtual_transaction_id",
    "txid": "transaction_id",
    "state_code": "sql_state_code",
    "statement": "query",
}


def detect(head: bytes) -> LogFormat | None:
    """Return the format if the first line is an object with a jsonlog's keys, or with csvlog's columns."""
    for line in head.split(b"\n"):
        try:
            document = json.loads(line.decode(errors="replace"))
        except (ValueError, RecursionError):
            continue
        if not isinstance(document, dict) or not {"error_severity", "session_id"} <= set(document):
            return None
        return jsonlog(columns="log_time" in document)
    return None


def jsonlog(*, columns: bool = False) -> LogFormat:
    """Return the format. *columns*: its keys are csvlog's columns."""
    description = "jsonlog with csvlog's columns" if columns else "jsonlog"
    return LogFormat("jsonlog", cut, partial(records, columns), zone, description=description)


def cut(data: bytes) -> int:
    """Return where the last complete line ends (0: there is none)."""
    return data.rfind(b"\n") + 1


def zone(data: bytes) -> str:
    """Return the time zone of the first record ("": it has none)."""
    try:
        document = json.loads(data.split(b"\n", 1)[0])
    except (ValueError, RecursionError):
        return ""
    stamp = document.get("timestamp", document.get("log_time", "")) if isinstance(document, dict) else ""
    return str(stamp).rpartition(" ")[2]


def records(columns: bool, block: Block) -> pl.DataFrame:
    """Return the block's records in the columns of ``RECORDS``; a damaged line is a row without a time."""
    rows = _read(block.data, columns=columns)
    height = block.newlines + (not block.data.endswith(b"\n"))
    numbers = pl.int_range(block.first_line, block.first_line + height, dtype=pl.Int64, eager=True)
    if rows is not None and rows.height == height:
        return count_file_lines(_shaped(rows, numbers), block)
    return count_file_lines(_repaired(block, columns=columns), block)


def _read(data: bytes, *, columns: bool) -> pl.DataFrame | None:
    names = _OF_CSVLOG if columns else {}
    schema = {names.get(name, name): pl.String if columns else kind for name, kind in _KEYS.items()}
    try:
        rows = pl.read_ndjson(io.BytesIO(data), schema=schema)
    except (pl.exceptions.ComputeError, pl.exceptions.NoDataError, pl.exceptions.SchemaError):
        return None
    if not columns:
        return rows
    numbers = (pl.col(name).cast(pl.Int64, strict=False) for name in ("line_num", "remote_port", "txid"))
    return rows.rename({column: name for name, column in names.items()}).with_columns(*numbers)


def _repaired(block: Block, *, columns: bool) -> pl.DataFrame:
    """Keep every line that can be read as an object; count the others as damaged."""
    lines = block.data.split(b"\n")
    if lines[-1] == b"":
        lines.pop()
    objects = pl.Series(lines, dtype=pl.Binary).cast(pl.String).str.json_path_match("$").str.starts_with("{")
    frames: list[pl.DataFrame] = []
    good: list[int] = []
    pending = [objects.fill_null(value=False).arg_true().to_list()]
    while pending:
        numbers = pending.pop()
        rows = _read(b"\n".join(lines[number] for number in numbers), columns=columns) if numbers else None
        if rows is not None and rows.height == len(numbers):
            frames.append(_shaped(rows, pl.Series([block.first_line + n for n in numbers], dtype=pl.Int64)))
            good += numbers
        elif len(numbers) > 1:
            half = len(numbers) // 2
            pending += [numbers[half:], numbers[:half]]
    bad = sorted(set(range(len(lines))) - set(good))
    damaged = pl.DataFrame(
        {"line": [block.first_line + n for n in bad], "lines": [1] * len(bad)},
        schema={"line": pl.Int64, "lines": pl.Int64},
    )
    frames.append(damaged.match_to_schema(RECORDS, missing_columns="insert").select(list(RECORDS)))
    return pl.concat(frames).sort("line", maintain_order=True)


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
        xid(pl.col("txid")),
        pl.col("error_severity").alias("severity"),
        pl.col("state_code").fill_null("00000").alias("sqlstate"),
        "message",
        "detail",
        "context",
        pl.col("statement").alias("query"),
        pl.col("application_name").alias("application"),
        "backend_type",
        pl.lit(None, pl.String).alias("doubt"),
    ).select(list(RECORDS))
