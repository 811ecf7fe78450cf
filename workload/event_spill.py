"""The events of a capture on disk: blocks in the order of the log become parts of complete sessions, so that memory does not grow with the log.

Each block of events is first written to a spill file (sorted by session). At the end, complete sessions are read from the
memory-mapped spill files, part by part, bounded by ``PART_ROWS`` and ``PART_BYTES``. A session larger than a part is split
between transactions.
"""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.base import artifact
from pgrehearse.workload.event_numbers import EventNumbers
from pgrehearse.workload.event_parts import part_path
from pgrehearse.workload.schema import ROW_GROUP_BYTES
from pgrehearse.workload.spill import MappedSpills, Spill, joined, merged, text_bytes, write_spill

PART_ROWS = 100_000
PART_BYTES = 32 << 20
# The number of parts that are written at the same time: it bounds the memory of the last step.
TOGETHER = 2
# After so many parts the memory of what they read is released.
RELEASED_AFTER = 8
# Measured on 83,000 pgbench events: 33 ms and 1.3 MB, against 52 ms and 1.6 MB with zstd and a dictionary tried everywhere.
_RISING = ("seq", "at_us", "at_least_us", "record", "line")
WRITE: dict[str, Any] = {
    "compression": "lz4",
    "use_dictionary": ["session", "action", "shape", "transaction", "ended", "sqlstate", "failed_in", "file"],
    "column_encoding": dict.fromkeys(_RISING, "DELTA_BINARY_PACKED"),
    # So that a reader of one session can skip the others.
    "write_statistics": ["session", "seq"],
}


def write_events(path: Path, events: pl.DataFrame) -> None:
    """Write a part of a workload's events."""
    import pyarrow.parquet as pq

    size = sum(int(column.estimated_size()) for column in events if column.null_count() < len(column))
    rows = max(1, ROW_GROUP_BYTES * events.height // max(size, 1))
    pq.write_table(events.to_arrow(compat_level=pl.CompatLevel.oldest()), path, row_group_size=rows, **WRITE)


class EventSpill:
    """Collects blocks of events in *folder*, which it creates, and writes them as parts of a workload."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with artifact.disk_errors(folder):
            folder.mkdir()
        self._spills: list[Spill] = []
        self._count = 0
        self._thread = ThreadPoolExecutor(1)
        self._thread.submit(import_module, "pyarrow.parquet")  # needed for the parts; 25 ms, while logs are read
        self._pending: Future[None] | None = None
        self.rows = np.zeros(0, dtype=np.int64)
        self.text_bytes = np.zeros(0, dtype=np.int64)

    def add(self, events: pl.DataFrame) -> None:
        """Spill one block of events: sorted by (session, seq), times on the wall clock."""
        if events.is_empty():
            return
        if self._pending is not None:
            self._pending.result()
        path = self.folder / f"{self._count:05}.arrow"
        self._count += 1
        self._pending = self._thread.submit(self._write, path, events)

    def _write(self, path: Path, events: pl.DataFrame) -> None:
        """Write one spill file and add up the rows and bytes of its sessions. Runs in the writer's thread, one block at a time."""
        spill = write_spill(path, events)
        self._spills.append(spill)
        numbers, top = spill.sessions, int(spill.sessions[-1]) + 1
        if top > len(self.rows):
            more = np.zeros(max(top - len(self.rows), len(self.rows)), dtype=np.int64)
            self.rows, self.text_bytes = np.append(self.rows, more), np.append(self.text_bytes, more)
        self.rows[numbers] += np.diff(spill.firsts)
        self.text_bytes[numbers] += np.add.reduceat(text_bytes(events), spill.firsts[:-1])

    def settle(self) -> None:
        """Wait for the last spill file. Raises an error of the disk that occurred while it was written."""
        if self._pending is not None:
            self._pending.result()
        self._thread.shutdown()

    def abandon(self) -> None:
        """Wait until nothing is written to the folder any more."""
        self._thread.shutdown(wait=True)
        self._spills.clear()

    def write_parts(self, folder: Path, numbers: EventNumbers, first: int = 0) -> int:
        """Write the kept sessions to ``part-NNNN.parquet`` in *folder*, from the part number *first* on, and remove the spill files.

        Returns the number of the next part. ``TOGETHER`` parts are written at the same time.
        """
        kept = np.zeros(max(len(self.rows), len(numbers.kept)), dtype=np.bool_)
        # A session without events may have a larger number than all sessions with events.
        kept[: len(numbers.kept)] = numbers.kept

        def write(number: int, part: pl.DataFrame) -> None:
            write_events(part_path(folder, number), _finished(part, numbers))

        following = first
        with ThreadPoolExecutor(TOGETHER) as threads:
            waiting: deque[Future[None]] = deque()
            for following, part in enumerate(self._parts(kept), first + 1):
                if len(waiting) == TOGETHER:
                    waiting.popleft().result()
                waiting.append(threads.submit(write, following - 1, part))
            for pending in waiting:
                pending.result()
        self._spills.clear()
        shutil.rmtree(self.folder)
        return following

    def _parts(self, kept: NDArray[np.bool_]) -> Iterator[pl.DataFrame]:
        """Yield frames of complete kept sessions; a session larger than a part is split between transactions."""
        self._spills = merged(self._spills, self.folder)
        spills = MappedSpills(self._spills)
        for number, (begin, end) in enumerate(_groups(self.rows, self.text_bytes, kept)):
            if number % RELEASED_AFTER == 0:
                spills.release()
            if end - begin == 1 and (self.rows[begin] > PART_ROWS or self.text_bytes[begin] > PART_BYTES):
                yield from _large_session(spills, begin)
                continue
            slices = list(spills.slices(begin, end))
            if not slices:
                continue
            part = joined(slices)
            if not kept[begin:end].all():
                part = part.filter(pl.col("session").is_in(np.flatnonzero(kept).tolist()))
            if part.height:
                yield part


def _large_session(spills: MappedSpills, session: int) -> Iterator[pl.DataFrame]:
    """Yield the events of a session that is larger than a part, split between transactions."""
    waiting: list[pl.DataFrame] = []
    rows = size = 0
    for piece in spills.slices(session, session + 1):
        waiting.append(joined([piece]))
        rows += waiting[-1].height
        size += int(text_bytes(waiting[-1]).sum())
        if rows > PART_ROWS or size > PART_BYTES:
            spills.release()
            events = pl.concat(waiting)
            last = events["transaction"].fill_null(strategy="forward").fill_null(-1)
            cut = int((last != last[-1]).sum()) or events.height
            yield events[:cut]
            waiting = [events[cut:]]
            rows, size = waiting[0].height, int(text_bytes(waiting[0]).sum())
    if rows:
        yield pl.concat(waiting)


def _groups(
    rows: NDArray[np.int64], text_bytes: NDArray[np.int64], kept: NDArray[np.bool_]
) -> Iterator[tuple[int, int]]:
    """Split the sessions into ranges of consecutive numbers that fit into a part."""
    weight = np.maximum(rows / PART_ROWS, text_bytes / PART_BYTES) * kept[: len(rows)]
    begin, load = 0, 0.0
    for session, share in enumerate(weight.tolist()):
        if load and load + share > 1:
            yield begin, session
            begin, load = session, 0.0
        load += share
    if load:
        yield begin, len(rows)


def _finished(part: pl.DataFrame, numbers: EventNumbers) -> pl.DataFrame:
    """Sort a part by session (the order within a session is kept), copy each commit's rank to all rows of its transaction, make
    times relative to the window's start, and give all numbers those of the workload."""
    finished = part.sort("session", maintain_order=True).with_columns(
        pl.col("commit_rank").max().over("session", "transaction"),
        pl.col("at_us") - numbers.start_us,
        pl.col("at_least_us") - numbers.start_us,
    )
    return numbers.renumber(finished)
