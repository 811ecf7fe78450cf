"""Where samples are kept, on the run's time line, and written part by part; and what could not be had."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from pgrehearse.base.clock import Timeline
from pgrehearse.runs.metric_catalog import unit
from pgrehearse.runs.schema import METRICS
from pgrehearse.runs.write import write_part

PART_ROWS = 2_000
Sample = tuple[int, str, str, str, str, float, str]


@dataclass
class Board:
    """Samples of one run (or capture) into ``metrics-NNNNN.parquet`` parts of *directory*.

    *unavailable*: what was asked and could not be had, with why. *taking* False: what comes is not kept (nothing has begun). Holds at most ``PART_ROWS`` samples and one tick's.
    """

    timeline: Timeline
    directory: Path
    unavailable: dict[str, str] = field(default_factory=dict)
    taking: bool = True
    _rows: list[Sample] = field(default_factory=list, init=False)
    _parts: int = field(default=0, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def keep(self, at_us: int, source: str, instance: str, metric: str, value: float, subject: str = "") -> None:
        """Keep one sample of the vocabulary."""
        self.keep_own(at_us, source, instance, metric, value, unit(metric), subject)

    def keep_own(
        self, at_us: int, source: str, instance: str, metric: str, value: float, unit_: str, subject: str = ""
    ) -> None:
        """Keep one sample with a unit of its own."""
        if not self.taking:
            return
        with self._lock:
            self._rows.append((at_us, source, instance, subject, metric, float(value), unit_))
            full = len(self._rows) >= PART_ROWS
        if full:
            self.write()

    def begin(self, timeline: Timeline) -> None:
        """Take samples from now on, on a time line that was not known before."""
        self.timeline, self.taking = timeline, True

    def keep_frame(self, frame: pl.DataFrame) -> None:
        """Write samples that were gathered elsewhere: rows of ``METRICS``."""
        if frame.height:
            write_part(self.directory, f"metrics-{self._next():05}", frame.select(*METRICS).cast(METRICS))

    def write(self) -> None:
        """Write what is kept."""
        with self._lock:
            rows, self._rows = self._rows, []
        if rows:
            write_part(self.directory, f"metrics-{self._next():05}", pl.DataFrame(rows, schema=METRICS, orient="row"))

    def _next(self) -> int:
        with self._lock:
            self._parts += 1
            return self._parts - 1
