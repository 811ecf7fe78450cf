"""When each event is due: captured instants, scaled by the speed, think time and connect time scaled separately, idle periods shortened.

Absolute instants on the run's time line, computed before it begins; none is a sum of waits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.base.clock import MILLISECOND
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.workload.arrays import Ints
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import TOOK

# Idle periods are searched in steps of this: the memory for them depends on the window's length, not on its events.
STEP_US = 10 * MILLISECOND


@dataclass(frozen=True, slots=True)
class IdleCuts:
    """Idle periods that are shortened: from each of *ends_us* (captured instants) on, every event is due *earlier_us* earlier."""

    ends_us: Ints
    earlier_us: Ints

    def apply(self, at_us: Ints) -> Ints:
        """Return captured instants with the idle periods shortened."""
        index = np.searchsorted(self.ends_us, at_us, side="right")
        return at_us - np.append(np.int64(0), self.earlier_us)[index]


NO_CUTS = IdleCuts(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))


def find_idle_cuts(parts: Iterable[pl.DataFrame], window_us: int, longest_us: int) -> IdleCuts:
    """Find the idle periods of all sessions together that are longer than *longest_us*. Columns: at_us, took_us (null: none)."""
    change = np.zeros(window_us // STEP_US + 3, dtype=np.int64)
    for part in parts:
        first = part["at_us"].to_numpy().clip(0, window_us) // STEP_US
        last = (part["at_us"] + part["took_us"].fill_null(0)).to_numpy().clip(0, window_us) // STEP_US
        np.add.at(change, first, 1)
        np.add.at(change, last + 1, -1)
    busy = np.append(np.append(True, np.cumsum(change)[:-1] > 0), True)
    edges = np.flatnonzero(busy[1:] != busy[:-1])
    begins, ends = edges[::2] * STEP_US, edges[1::2] * STEP_US
    long = (ends - begins) > longest_us
    return IdleCuts(ends[long], np.cumsum((ends - begins)[long] - longest_us))


def idle_cuts(workload: Workload, plan: ReplayPlan) -> IdleCuts:
    """Find the idle periods that the plan shortens."""
    if not plan.skip_idle_us:
        return NO_CUTS
    parts = (
        pl.scan_parquet(part, glob=False).select("at_us", TOOK.alias("took_us")).collect() for part in workload.parts()
    )
    return find_idle_cuts(parts, workload.manifest.duration_us, plan.skip_idle_us)


@dataclass(frozen=True, slots=True)
class _Last:
    """The last event of a part: its session continues in the next part when it is too large for one."""

    session: int
    at_us: int
    end_us: int
    due_us: float


class Schedule:
    """Computes the due instants of events, part by part."""

    def __init__(self, plan: ReplayPlan, cuts: IdleCuts) -> None:
        self._plan, self._cuts = plan, cuts
        self._last: _Last | None = None
        self._origin = int(cuts.apply(np.array([plan.from_us], dtype=np.int64))[0])

    def begins(self, at_us: pl.Series) -> pl.Series:
        """Return when sessions are due that connected at *at_us*."""
        return self._scaled((self._cuts.apply(at_us.to_numpy()) - self._origin) * self._plan.connect)

    def due(self, events: pl.DataFrame) -> pl.Series:
        """Return when events are due. Columns: session, at_us, took_us (null: none); ordered by (session, seq).

        The time between two events of a session is the server's time and the application's think time; only the latter
        is scaled by ``think``, and only a session's first event by ``connect``.
        """
        at = self._cuts.apply(events["at_us"].to_numpy()) - self._origin
        if len(at) == 0 or (self._plan.think == 1 and self._plan.connect == 1):
            return self._scaled(at)
        session, end = events["session"].to_numpy(), at + events["took_us"].fill_null(0).to_numpy()
        last = self._last if self._last is not None and self._last.session == session[0] else None
        starts = np.append(last is None, session[1:] != session[:-1])
        at_before = np.append(last.at_us if last else 0, at[:-1])
        think = (at - np.append(last.end_us if last else 0, end[:-1])).clip(0)
        step = np.where(starts, at * self._plan.connect, (at - at_before - think) + self._plan.think * think)
        total = np.cumsum(step) + (last.due_us if last else 0.0)
        rows = np.arange(len(at))
        first = np.maximum.accumulate(np.where(starts, rows, 0))
        due = total - np.where(starts[first], total[first] - step[first], 0.0)
        self._last = _Last(int(session[-1]), int(at[-1]), int(end[-1]), float(due[-1]))
        return self._scaled(due)

    def min_think(self, events: pl.DataFrame) -> pl.Series:
        """Return the session's minimum think time before each event (null: no minimum). Columns as in ``due``."""
        floor = self._plan.think_floor_us
        if not floor:
            return pl.Series("min_think_us", [None], dtype=pl.Int64).new_from_index(0, events.height)
        end = (pl.col("at_us") + pl.col("took_us").fill_null(0)).shift(1).over("session")
        return events.select((pl.col("at_us") - end).clip(0, floor).alias("min_think_us")).to_series()

    def _scaled(self, at: NDArray[np.floating[Any]] | Ints) -> pl.Series:
        """Apply the speed; at full speed everything is due at once."""
        speed = self._plan.speed
        scaled = np.zeros(len(at)) if speed is None else np.rint(at / speed)
        return pl.Series("due_us", scaled.astype(np.int64))
