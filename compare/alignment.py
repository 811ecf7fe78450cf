"""Every statement of a workload at its own place, so that sides are compared without a search.

A statement's place is the offset of its session and copy plus its ``seq``: what each side measured is one array over all
places, and the k-th number of one side and the k-th of another belong to the same execution. These are 12 bytes for each event of
the workload (and copy of its session), 17 for each side, in memory or in files (``columns``); files are read a batch at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.base.clock import SECOND
from pgrehearse.compare.columns import column, parts, release
from pgrehearse.runs.read import Run
from pgrehearse.runs.schema import Status
from pgrehearse.workload.arrays import Ints
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, TOOK

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

# What was measured: the server's own time; the client's; the client's less the round trip to the server.
SERVER, SERVICE, NET = "server time", "service time", "service time less the round trip"
# By place 0 means: not recorded.
OK, FAILED = 1, 2
_CODES = {word.value: number for number, word in enumerate(Status, start=1)}
# Files are read together until they weigh this much.
_BATCH_BYTES = 48 << 20
_UNKNOWN = -1
# The columns of ``Measured``.
TIMES = ("us", "response_us")
_RECORDED = (*TIMES, "status", "rows", "second")


@dataclass(frozen=True, slots=True)
class Layout:
    """The place of each statement. *offsets*: by copy and session (-1: not replayed); *code*: by place, the number of
    its query key in *keys* (-1: no statement); *at_us*: by place, when production sent it."""

    offsets: Ints
    code: NDArray[np.int32]
    at_us: Ints
    keys: tuple[str, ...]

    def places(self, frame: pl.DataFrame) -> Ints:
        """Return the place of each row of session, copy and seq."""
        copies = frame["copy"].to_numpy() if "copy" in frame.columns else np.zeros(frame.height, dtype=np.int64)
        places: Ints = self.offsets[copies, frame["session"].to_numpy()] + frame["seq"].to_numpy()
        return places

    def execution(self, place: int) -> tuple[int, int]:
        """Return the session and the seq of a place in the first copies of sessions."""
        sessions = np.flatnonzero(self.offsets[0] != _UNKNOWN)
        begins = self.offsets[0][sessions]
        at = int(np.searchsorted(begins, place, side="right")) - 1
        return int(sessions[at]), place - int(begins[at])


@dataclass(frozen=True, slots=True)
class Measured:
    """One side's record by place: time in microseconds (NaN: not measured), *response_us*: from when it was due; its status (0:
    not recorded), rows (-1: unknown), the second of the run in which it was done (-1: none)."""

    us: Floats
    response_us: Floats
    status: NDArray[np.uint8]
    rows: NDArray[np.int32]
    second: NDArray[np.int32]

    @classmethod
    def nothing(cls, size: int) -> Measured:
        """Return an empty record of *size* places."""
        return cls(
            column(size, np.float32, np.nan),
            column(size, np.float32, np.nan),
            column(size, np.uint8),
            column(size, np.int32, _UNKNOWN),
            column(size, np.int32, _UNKNOWN),
        )

    def without(self, places: Mask, names: Sequence[str] = _RECORDED) -> Measured:
        """Return this record with nothing at *places* in the columns *names*."""
        size = len(places)
        nothing = Measured.nothing(1)
        copies = {name: column(size, getattr(self, name).dtype) for name in names}
        for part in parts(size):
            for name, copy in copies.items():
                copy[part] = np.where(places[part], getattr(nothing, name), getattr(self, name)[part])
        return replace(self, **copies)


def layout(workload: Workload, roles: pl.DataFrame | None = None) -> Layout:
    """Return the layout of a workload. *roles*: the replayed sessions and copies (None: every session once)."""
    shapes = workload.shapes()
    keys = sorted(set(shapes["query_key"].to_list()))
    number = {key: place for place, key in enumerate(keys)}
    of_shape = np.full(_most(shapes["shape"]) + 1, _UNKNOWN, dtype=np.int32)
    of_shape[shapes["shape"].to_numpy()] = [number[key] for key in shapes["query_key"]]
    offsets, size = _offsets(workload, roles)
    code, at_us = column(size, np.int32, _UNKNOWN), column(size, np.int64)
    wanted = IS_STATEMENT
    for batch in batches(workload.parts(), ["session", "seq", "shape", "at_us", "action"], wanted):
        for row in offsets:
            base = row[batch["session"].to_numpy()]
            chosen = base >= 0
            place = (base + batch["seq"].to_numpy())[chosen]
            code[place] = of_shape[batch["shape"].to_numpy()[chosen]]
            at_us[place] = batch["at_us"].to_numpy()[chosen]
    return Layout(offsets, code, at_us, tuple(keys))


def _offsets(workload: Workload, roles: pl.DataFrame | None) -> tuple[Ints, int]:
    """Return where the events of each session and copy begin, and how many places there are."""
    ends_of_parts = [
        batch.group_by("session").agg((pl.col("seq").max() + 1).alias("length"))
        for batch in batches(workload.parts(), ["session", "seq"], pl.lit(value=True))
    ]
    empty = pl.DataFrame(schema={"session": pl.Int32, "length": pl.Int32})
    lengths = pl.concat([empty, *ends_of_parts]).group_by("session").agg(pl.col("length").max())
    length = np.zeros(_most(lengths["session"]) + 1, dtype=np.int64)
    length[lengths["session"].to_numpy()] = lengths["length"].to_numpy()
    replayed = roles if roles is not None else lengths.select("session", pl.lit(0).alias("copy"))
    replayed = replayed.filter(pl.col("session") < len(length)).sort("copy", "session")
    offsets: Ints = np.full((_most(replayed["copy"]) + 1, len(length)), _UNKNOWN, dtype=np.int64)
    sessions = replayed["session"].to_numpy()
    ends = np.cumsum(length[sessions])
    offsets[replayed["copy"].to_numpy(), sessions] = ends - length[sessions]
    return offsets, int(ends[-1]) if len(ends) else 0


def _most(numbers: pl.Series) -> int:
    return 0 if numbers.is_empty() else int(numbers.to_numpy().max())


def of_run(where: Layout, run: Run, time: str, trip_us: float = 0.0) -> Measured:
    """Return what a run measured. *time*: ``SERVER``, ``SERVICE`` or ``NET`` (less *trip_us*, never below 1 µs); "": none."""
    served = (pl.col("done_us") - pl.col("sent_us")).cast(pl.Float32)
    us = {
        SERVER: pl.col("server_us").cast(pl.Float32),
        SERVICE: served,
        NET: pl.max_horizontal(served - trip_us, 1.0),
    }.get(time, pl.lit(None, pl.Float32))
    # At full speed everything is due at once: a time from then has no meaning.
    response_us = pl.col("done_us") - pl.col("due_us") if run.manifest.plan.paced else pl.lit(None)
    columns = ["session", "copy", "seq", "server_us", "due_us", "sent_us", "done_us", "status", "rows"]
    record = Measured.nothing(len(where.code))
    for batch in batches(run.outcome_parts(), columns, pl.lit(value=True)):
        place = where.places(batch)
        values = batch.select(
            us.fill_null(float("nan")).alias("us"),
            response_us.cast(pl.Float32).fill_null(float("nan")).alias("response_us"),
            pl.col("status").cast(pl.String).replace_strict(_CODES, return_dtype=pl.UInt8).alias("status"),
            pl.col("rows").clip(_UNKNOWN, 2**31 - 1).fill_null(_UNKNOWN).cast(pl.Int32).alias("rows"),
            (pl.col("done_us") // SECOND).clip(0, 2**31 - 1).fill_null(_UNKNOWN).cast(pl.Int32).alias("second"),
        )
        for name in _RECORDED:
            getattr(record, name)[place] = values[name].to_numpy()
    return record


def of_production(where: Layout, workload: Workload, speed: float = 1.0) -> Measured:
    """Return production's times from the log, in the seconds of a replay at *speed*."""
    columns = ["session", "seq", "action", "at_us", "took_us", "parse_us", "bind_us", "ended"]
    record = Measured.nothing(len(where.code))
    first = where.offsets[0]
    for batch in batches(workload.parts(), columns, IS_STATEMENT):
        base = first[batch["session"].to_numpy()]
        chosen = base >= 0
        values = batch.select(
            "seq",
            TOOK.cast(pl.Float32).fill_null(float("nan")).alias("us"),
            pl.when(pl.col("ended") == "ok").then(OK).otherwise(FAILED).cast(pl.UInt8).alias("status"),
            (pl.col("at_us") / speed // SECOND).clip(0, 2**31 - 1).cast(pl.Int32).alias("second"),
        )
        place = (base + values["seq"].to_numpy())[chosen]
        for name in ("us", "status", "second"):
            getattr(record, name)[place] = values[name].to_numpy()[chosen]
    return record


def batches(paths: list[Path], columns: list[str], wanted: pl.Expr) -> Iterator[pl.DataFrame]:
    """Read files a batch at a time, each by its size on disk; the pages of columns are released after each."""
    batch: list[Path] = []
    weight = 0
    for path in paths:
        batch.append(path)
        weight += path.stat().st_size
        if weight >= _BATCH_BYTES:
            yield pl.scan_parquet(batch, glob=False).filter(wanted).select(columns).collect()
            release()
            batch, weight = [], 0
    if batch:
        yield pl.scan_parquet(batch, glob=False).filter(wanted).select(columns).collect()
        release()
