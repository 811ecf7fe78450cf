"""A buffer of samples on the time line of a run, written part by part; and the metrics that were unavailable."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import polars as pl

from pgrehearse.base.clock import Timeline
from pgrehearse.runs.metric_catalog import unit
from pgrehearse.runs.schema import METRICS
from pgrehearse.runs.write import write_part

PART_ROWS = 2_000


class Sample(NamedTuple):
    """One value of one metric at one time. *unit*: "" takes the unit of the metric catalog."""

    at_us: int
    source: str
    instance: str
    metric: str
    value: float
    subject: str = ""
    unit: str = ""


Row = tuple[int, str, str, str, str, float, str]


@dataclass
class SampleBuffer:
    """Writes the samples of one run (or capture) to ``metrics-NNNNN.parquet`` parts of *directory*.

    *unavailable*: the queries and sources that failed, with the reason. *recording* False: samples are discarded (the run has not
    started). Holds at most ``PART_ROWS`` samples and those of one tick.
    """

    timeline: Timeline
    directory: Path
    unavailable: dict[str, str] = field(default_factory=dict)
    recording: bool = True
    _rows: list[Row] = field(default_factory=list, init=False)
    _parts: int = field(default=0, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def add(self, sample: Sample) -> None:
        """Add one sample."""
        if not self.recording:
            return
        row = (
            sample.at_us,
            sample.source,
            sample.instance,
            sample.subject,
            sample.metric,
            float(sample.value),
            sample.unit or unit(sample.metric),
        )
        with self._lock:
            self._rows.append(row)
            is_full = len(self._rows) >= PART_ROWS
        if is_full:
            self.write()

    def begin(self, timeline: Timeline) -> None:
        """Record samples from now on, on another time line."""
        self.timeline, self.recording = timeline, True

    def add_frame(self, frame: pl.DataFrame) -> None:
        """Write samples that were collected elsewhere: rows of ``METRICS``."""
        if frame.height:
            write_part(self.directory, f"metrics-{self._next_part():05}", frame.select(*METRICS).cast(METRICS))

    def write(self) -> None:
        """Write the samples in the buffer to a part."""
        with self._lock:
            rows, self._rows = self._rows, []
        if rows:
            frame = pl.DataFrame(rows, schema=METRICS, orient="row")
            write_part(self.directory, f"metrics-{self._next_part():05}", frame)

    def _next_part(self) -> int:
        with self._lock:
            self._parts += 1
            return self._parts - 1
