"""A workload is written in two steps, so that memory does not grow with the log.

Blocks of events are spilled as they come (each sorted by session); at the end whole sessions are gathered from the
mapped spills, part by part, bounded by ``PART_ROWS`` and ``PART_BYTES``. A session larger than a part spans parts,
cut between transactions.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from base import artifact
from workload.manifest import Manifest
from workload.schema import EVENTS, ROW_GROUP, SESSIONS, SHAPES

PART_ROWS = 300_000
PART_BYTES = 96 << 20
WRITE: dict[str, Any] = {"compression": "zstd", "compression_level": 1, "row_group_size": ROW_GROUP}


class WorkloadWriter:
    """Collects event frames and turns them into a workload under its final name."""

    def __init__(self, final: Path, *, force: bool) -> None:
        self.final = final
        self._home = artifact.begin(final, force=force)
        self._spill = self._home / "spill"
        self._spill.mkdir()
        self._spills: list[_Spill] = []
        self._count = 0
        self._thread = ThreadPoolExecutor(1)
        self._pending: Future[None] | None = None
        self.rows = np.zeros(0, dtype=np.int64)
        self.octets = np.zeros(0, dtype=np.int64)

    def add(self, events: pl.DataFrame) -> None:
        """Spill one block of events: sorted by (session, seq), times on the wall clock."""
        if events.is_empty():
            return
        if self._pending is not None:
            self._pending.result()
        path = self._spill / f"{self._count:05}.arrow"
        self._count += 1
        self._pending = self._thread.submit(self._write, path, events)

    def _write(self, path: Path, events: pl.DataFrame) -> None:
        """Write one spill and map it; weigh its sessions. Runs beside the caller, one at a time."""
        with artifact.disk_errors(path):
            events.write_ipc(path, compression="uncompressed")
        session = events["session"].to_numpy()
        self._spills.append(_Spill(path, int(session[0]), int(session[-1])))
        sizes = events.group_by("session").agg(pl.len().alias("rows"), pl.col("sql").bin.size().sum().alias("octets"))
        bound = events.select("session", "params").drop_nulls().explode("params", empty_as_null=True)
        if bound.height:
            heavy = bound.group_by("session").agg(pl.col("params").bin.size().sum().alias("bound"))
            sizes = sizes.join(heavy, on="session", how="left").with_columns(
                pl.col("octets") + pl.col("bound").fill_null(0)
            )
        who = sizes["session"].to_numpy()
        top = int(who.max()) + 1
        if top > len(self.rows):
            more = np.zeros(max(top - len(self.rows), len(self.rows)), dtype=np.int64)
            self.rows, self.octets = np.append(self.rows, more), np.append(self.octets, more)
        np.add.at(self.rows, who, sizes["rows"].to_numpy())
        np.add.at(self.octets, who, sizes["octets"].to_numpy())

    def finish(self, sessions: pl.DataFrame, shapes: pl.DataFrame, facts: dict[str, Any]) -> Manifest:
        """Write parts, tables and manifest, and give the workload its name. *facts* fill the manifest."""
        self._settle()
        start_us = int(facts["window_start_us"])
        kept = np.zeros(max(len(self.rows), 1), dtype=np.bool_)
        kept[sessions["session"].to_numpy()] = True
        folder = self._home / "events"
        with artifact.disk_errors(folder):
            folder.mkdir()
            number = 0
            for part in self._parts(kept):
                _finished(part, start_us).write_parquet(folder / f"part-{number:04}.parquet", **WRITE)
                number += 1
            if number == 0:
                pl.DataFrame(schema=EVENTS).write_parquet(folder / "part-0000.parquet", **WRITE)
            sessions.select(*SESSIONS).write_parquet(self._home / "sessions.parquet", compression="zstd")
            shapes.select(*SHAPES).write_parquet(self._home / "shapes.parquet", compression="zstd")
            self._spills.clear()
            shutil.rmtree(self._spill)
            files = [*folder.iterdir(), self._home / "sessions.parquet", self._home / "shapes.parquet"]
            manifest = Manifest(**facts, digest=artifact.digest(files))
        artifact.write_json(self._home / artifact.MANIFEST, manifest.document())
        artifact.finish(self.final)
        return manifest

    def abandon(self) -> None:
        """Remove what was written: nothing stays under any name."""
        self._thread.shutdown(wait=True)
        self._spills.clear()
        shutil.rmtree(self._home, ignore_errors=True)

    def _settle(self) -> None:
        """Wait for the last spill; a disk that refused it says so here."""
        if self._pending is not None:
            self._pending.result()
        self._thread.shutdown()

    def _parts(self, kept: NDArray[np.bool_]) -> Iterator[pl.DataFrame]:
        """Yield frames of whole kept sessions; a giant session in several, cut between transactions."""
        for begin, end in _groups(self.rows, self.octets, kept):
            if end - begin == 1 and (self.rows[begin] > PART_ROWS or self.octets[begin] > PART_BYTES):
                yield from self._giant(begin)
                continue
            slices = [piece for spill in self._spills if (piece := spill.sessions(begin, end)).height]
            if not slices:
                continue
            part = pl.concat(slices)
            if not kept[begin:end].all():
                part = part.filter(pl.col("session").is_in(np.flatnonzero(kept).tolist()))
            if part.height:
                yield part

    def _giant(self, session: int) -> Iterator[pl.DataFrame]:
        waiting: list[pl.DataFrame] = []
        rows = octets = 0
        for spill in self._spills:
            piece = spill.sessions(session, session + 1)
            if not piece.height:
                continue
            waiting.append(piece)
            rows += piece.height
            octets += int(piece["sql"].bin.size().sum() or 0)
            if rows > PART_ROWS or octets > PART_BYTES:
                whole = pl.concat(waiting)
                last = whole["transaction"].fill_null(strategy="forward").fill_null(-1)
                cut = int((last != last[-1]).sum()) or whole.height
                yield whole[:cut]
                waiting = [whole[cut:]]
                rows, octets = waiting[0].height, 0
        if rows:
            yield pl.concat(waiting)


@dataclass(frozen=True, slots=True)
class _Spill:
    """One block's events on disk, from session *low* to session *high*. Mapped while a part is made, no longer."""

    path: Path
    low: int
    high: int

    def sessions(self, begin: int, end: int) -> pl.DataFrame:
        """Return the events of sessions *begin* to *end* (not included)."""
        if end <= self.low or begin > self.high:
            return pl.DataFrame()
        return _slice(_mapped(self.path), begin, end)


def _mapped(path: Path) -> pl.DataFrame:
    """Map an uncompressed Arrow file: its pages come and go with the page cache."""
    with pa.memory_map(str(path)) as source:
        frame = pl.from_arrow(pa.ipc.open_file(source).read_all())
    if not isinstance(frame, pl.DataFrame):
        raise TypeError(f"{path} holds no table")
    return frame


def _slice(spill: pl.DataFrame, begin: int, end: int) -> pl.DataFrame:
    low, high = (int(spill["session"].search_sorted(edge, side="left")) for edge in (begin, end))
    return spill[low:high]


def _groups(rows: NDArray[np.int64], octets: NDArray[np.int64], kept: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Cut the sessions into runs that fit a part."""
    weight = np.maximum(rows / PART_ROWS, octets / PART_BYTES) * kept[: len(rows)]
    begin, load = 0, 0.0
    for session, share in enumerate(weight.tolist()):
        if load and load + share > 1:
            yield begin, session
            begin, load = session, 0.0
        load += share
    if load:
        yield begin, len(rows)


def _finished(part: pl.DataFrame, start_us: int) -> pl.DataFrame:
    """Order a part, spread each commit's rank over its transaction, and set times relative to the window."""
    return part.sort("session", "seq").with_columns(
        pl.col("commit_rank").max().over("session", "transaction"),
        pl.col("at_us") - start_us,
        pl.col("at_least_us") - start_us,
    )
