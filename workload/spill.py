"""Blocks of events on disk, from when they are captured until the parts of a workload are written.

A part needs the rows of its sessions from every block's file. If sessions last as long as the log, the number of pairs of a part and a
file grows with the square of the log. What is done for a pair is therefore little: each file is mapped into memory once, its table
has the columns of all other files' tables, and a session's rows are a slice of it. And many files are merged, ``TOGETHER`` at a
time, into files that contain a range of sessions each: a part then needs a few files of each merge.
"""

from __future__ import annotations

import ctypes
import mmap
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from pgrehearse.base import artifact
from pgrehearse.workload.arrow import frame_of
from pgrehearse.workload.schema import EVENTS

# With more files than this it takes less time to merge them than to search each of them for each part: a merge takes 0.3 us for
# a row, and the parts take 0.1 us for a row with 80 files, 0.17 with 180, 0.05 after a merge.
MOST, TOGETHER = 360, 64
# The size of a file that a merge writes: it bounds the memory of the merge.
_MERGED_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Spill:
    """One block's events on disk, sorted by session.

    *sessions*: the numbers of its sessions, ascending; *firsts*: the first row of each, and the end.
    """

    path: Path
    sessions: NDArray[np.int64]
    firsts: NDArray[np.int64]


def write_spill(path: Path, events: pl.DataFrame) -> Spill:
    """Write a block's events, sorted by session; columns without values are left out."""
    filled = events.select(column.name for column in events if column.null_count() < len(column))
    with artifact.disk_errors(path):
        filled.write_ipc(path, compression="uncompressed")
    session = events["session"].to_numpy()
    firsts = np.flatnonzero(np.append(True, session[1:] != session[:-1]))
    return Spill(path, session[firsts].astype(np.int64), np.append(firsts, len(session)))


class MappedSpills:
    """The files of spilled blocks, in order, mapped into memory."""

    def __init__(self, spills: list[Spill]) -> None:
        self._spills = spills
        buffers = [_mapped(spill.path) for spill in spills]
        self._regions = [(buffer.address, buffer.size) for buffer in buffers]
        self._first = np.array([spill.sessions[0] for spill in spills], dtype=np.int64)
        self._last = np.array([spill.sessions[-1] for spill in spills], dtype=np.int64)
        self._tables = _alike([pa.ipc.open_file(buffer).read_all() for buffer in buffers])

    def slices(self, begin: int, end: int) -> Iterator[pa.Table]:
        """Yield the events of sessions *begin* to *end* (not included), of each file that has any."""
        for number in np.flatnonzero((self._last >= begin) & (self._first < end)).tolist():
            spill, table = self._spills[number], self._tables[number]
            low, high = np.searchsorted(spill.sessions, (begin, end))
            if low < high:
                yield table.slice(spill.firsts[low], spill.firsts[high] - spill.firsts[low])

    def release(self) -> None:
        """Let the system take back the memory of what was read: mapped pages count as memory of the process."""
        if sys.platform != "linux":
            return
        libc = ctypes.CDLL(None)
        for address, size in self._regions:
            libc.madvise(ctypes.c_void_p(address), ctypes.c_size_t(size), mmap.MADV_DONTNEED)


def merged(spills: list[Spill], folder: Path) -> list[Spill]:
    """Return spills with the same rows in the same order of each session: ``MOST`` files for each part at most.

    The files that are merged are removed; the new ones are written to *folder*.
    """
    if len(spills) <= MOST:
        return spills
    groups = [spills[at : at + TOGETHER] for at in range(0, len(spills), TOGETHER)]
    return [spill for number, group in enumerate(groups) for spill in _merge(group, folder, f"merged-{number:05}")]


def _merge(spills: list[Spill], folder: Path, name: str) -> Iterator[Spill]:
    """Write the rows of some files as files that contain a range of sessions each."""
    mapped = MappedSpills(spills)
    for number, (begin, end) in enumerate(_ranges(spills)):
        events = joined(list(mapped.slices(begin, end))).sort("session", maintain_order=True)
        mapped.release()
        yield write_spill(folder / f"{name}-{number:05}.arrow", events)
    for spill in spills:
        spill.path.unlink()


def _ranges(spills: list[Spill]) -> Iterator[tuple[int, int]]:
    """Split the sessions of some files into ranges of at most ``_MERGED_BYTES`` (or one session)."""
    size = np.zeros(max(int(spill.sessions[-1]) for spill in spills) + 1)
    for spill in spills:
        size[spill.sessions] += np.diff(spill.firsts) * (spill.path.stat().st_size / spill.firsts[-1])
    used = np.flatnonzero(size)
    begin, total = int(used[0]), 0.0
    for session in used.tolist():
        if total and total + size[session] > _MERGED_BYTES:
            yield begin, session
            begin, total = session, 0.0
        total += size[session]
    yield begin, len(size)


def joined(slices: list[pa.Table]) -> pl.DataFrame:
    """Concatenate slices of files; columns without values, which were not written, are added as nulls."""
    # One chunk for each column: polars takes five times as long for a chunk as Arrow does.
    frame = frame_of(pa.concat_tables(slices).combine_chunks())
    return frame.match_to_schema(EVENTS, missing_columns="insert").select(*EVENTS)


def text_bytes(events: pl.DataFrame) -> NDArray[np.int64]:
    """Return the size of each event's texts in bytes: its SQL and its parameters."""
    size = pl.col("sql").bin.size().fill_null(0).cast(pl.Int64)
    if events["params"].null_count() < events.height:
        size += pl.col("params").list.eval(pl.element().bin.size()).list.sum().fill_null(0).cast(pl.Int64)
    return events.select(size).to_series().to_numpy()


def _mapped(path: Path) -> pa.Buffer:
    """Return a file's bytes, which the system reads when they are used."""
    with pa.memory_map(str(path)) as source:
        return source.read_buffer()


def _alike(tables: list[pa.Table]) -> list[pa.Table]:
    """Return the tables with the columns of all of them, in one order. Columns of nulls share one array for each type."""
    fields = {field.name: field for table in tables for field in table.schema}
    longest = max((table.num_rows for table in tables), default=0)
    nulls: dict[str, pa.Array] = {}
    out = []
    for table in tables:
        columns = []
        for name, field in fields.items():
            if name in table.column_names:
                columns.append(table[name])
                continue
            if name not in nulls:
                nulls[name] = pa.nulls(longest, field.type)
            columns.append(nulls[name].slice(0, table.num_rows))
        out.append(pa.table(columns, schema=pa.schema(list(fields.values()))))
    return out
