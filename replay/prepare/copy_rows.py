"""The rows of COPY FROM STDIN, as they are sent: in COPY's text format, all COPYs of a worker one after the other in one file.

The rows come from the workload's decoded rows (``capture decode``). Bytes are escaped as the chapter of COPY in PostgreSQL's manual has it
("Text Format"): that works for every server encoding, since none uses ASCII bytes inside other characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from pgrehearse.base.artifact import disk_errors
from pgrehearse.workload.arrays import Ints
from pgrehearse.workload.read import DECODED_ROWS, Workload
from pgrehearse.workload.schema import Type

# So many decoded rows are read at once.
_ROWS = 20_000
_BACKSLASH, _TAB, _NEWLINE = b"\\\t\n"
# What follows the backslash in the place of a byte; 0: the byte is not escaped.
_ESCAPES = np.zeros(256, dtype=np.uint8)
for _byte, _letter in zip(b"\\\b\f\n\r\t\v", b"\\bfnrtv", strict=True):
    _ESCAPES[_byte] = _letter
_EVENT: dict[str, Type] = {"session": pl.Int32, "seq": pl.Int32}
_SIZES = pl.Schema(_EVENT | {"size": pl.Int64})
PLACES = pl.Schema(_EVENT | {"copy": pl.List(pl.Int64)})


def write_copies(workload: Workload, sessions: list[int], path: Path) -> pl.DataFrame:
    """Write the data of each COPY of *sessions* to *path*. Return the place of each (session, seq): ``copy``, its first byte and the end."""
    copies = workload.copies().filter(pl.col("session").is_in(sessions))
    if copies.is_empty():
        return pl.DataFrame(schema=PLACES)
    sizes = [pl.DataFrame(schema=_SIZES)]
    with disk_errors(path), path.open("wb") as file:
        for rows in _copied_rows(workload, copies):
            for group in _by_columns(rows):
                names = group["columns"][0].to_list()
                data, ends = text_format(group["values"], [names.index(name) for name in group["filled"][0]])
                file.write(data.data)
                size = pl.Series("size", np.diff(np.append(0, ends)), dtype=pl.Int64)
                sizes.append(group.select("session", "seq", size))
    return _places(copies, pl.concat(sizes))


def _copied_rows(workload: Workload, copies: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Yield the rows of COPYs in their order, some at a time; *filled*: the columns that the COPY fills."""
    named = copies.select("session", "seq", pl.col("columns").alias("filled"))
    wanted = ["session", "seq", "own", "action", "columns", "values"]
    with pq.ParquetFile(workload.home / DECODED_ROWS) as file:
        for batch in file.iter_batches(_ROWS, columns=wanted):
            frame = pl.DataFrame(pl.from_arrow(batch))
            rows = frame.filter(pl.col("own") & (pl.col("action") == "insert"))
            yield rows.join(named, on=["session", "seq"], how="inner", maintain_order="left")


def _by_columns(rows: pl.DataFrame) -> list[pl.DataFrame]:
    """Divide rows where the columns change that they have, or that their COPY fills; the order is kept."""
    layout = rows.with_columns(pl.struct("columns", "filled").rle_id().alias("layout"))
    return layout.partition_by("layout", maintain_order=True)


def _places(copies: pl.DataFrame, sizes: pl.DataFrame) -> pl.DataFrame:
    """Return the place of each COPY's data; the rows of one COPY follow each other. A COPY without rows has an empty place."""
    ends = sizes.with_columns(pl.col("size").cum_sum().alias("end"))
    spans = ends.group_by("session", "seq").agg(
        (pl.col("end") - pl.col("size")).min().alias("start"), pl.col("end").max()
    )
    placed = copies.join(spans, on=["session", "seq"], how="left")
    return placed.select(
        "session", "seq", pl.concat_list(pl.col("start").fill_null(0), pl.col("end").fill_null(0)).alias("copy")
    )


def text_format(values: pl.Series, columns: list[int]) -> tuple[NDArray[np.uint8], Ints]:
    """Return rows in text format, and where each row ends. *values*: a list of values for each row; *columns*: their positions, in COPY's order.

    >>> data, ends = text_format(pl.Series([[b"1", b"a\\tb"], [b"2", None]]), [1, 0])
    >>> bytes(data), ends.tolist()
    (b'a\\\\tb\\t1\\n\\\\N\\t2\\n', [7, 12])
    """
    cells = pl.DataFrame({"cells": values}).select(
        pl.concat_list(pl.col("cells").list.get(column) for column in columns).alias("cells")
    )
    array = cells["cells"].explode(empty_as_null=False).to_arrow(compat_level=pl.CompatLevel.oldest())
    content, offsets = _content(array)
    null = np.asarray(array.is_null())
    escaped = _ESCAPES[content] > 0
    before = np.append(0, np.cumsum(escaped))  # escapes before each byte
    size = np.where(null, 2, np.diff(offsets) + np.diff(before[offsets])) + 1
    ends = np.cumsum(size)
    out = np.empty(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    starts = ends - size
    lengths = np.diff(offsets)
    # Each byte's place: its cell's start, its position in the cell, and the escapes before it there.
    place = np.arange(len(content)) + before[1:] + np.repeat(starts - offsets[:-1] - before[offsets[:-1]], lengths)
    out[place] = np.where(escaped, _ESCAPES[content], content)
    out[place[escaped] - 1] = _BACKSLASH
    out[starts[null]], out[starts[null] + 1] = _BACKSLASH, ord("N")
    last = np.arange(1, len(size) + 1) % len(columns) == 0
    out[ends - 1] = np.where(last, _NEWLINE, _TAB)
    return out, ends[last]


def _content(array: Any) -> tuple[NDArray[np.uint8], Ints]:
    """Return the bytes of all values, and where each begins in them, with the end."""
    array = pa.concat_arrays([array])
    _, offsets, data = array.buffers()
    at = np.frombuffer(offsets, dtype=np.int64)[array.offset : array.offset + len(array) + 1]
    content = np.frombuffer(data or b"", dtype=np.uint8)
    return content[at[0] : at[-1]], at - at[0]
