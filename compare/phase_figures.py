"""The statements of each phase of a run, and of each of its events: times, errors, and what was slow while sessions waited for locks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from pgrehearse.base.clock import SECOND
from pgrehearse.compare.alignment import Layout, batches
from pgrehearse.compare.divergence import failures
from pgrehearse.compare.event_groups import Senders
from pgrehearse.compare.event_values import KINDS, QUERY, EventFigures, PhaseFigures
from pgrehearse.runs.phases import EventSpan, Phase, Phases, begin_of, during_of, end_of, recovery_of
from pgrehearse.runs.read import Run
from pgrehearse.runs.schema import OUTCOMES
from pgrehearse.workload.arrays import Ints
from pgrehearse.workload.read import Workload

if TYPE_CHECKING:
    import pandas as pd

# A statement is slow if its response time is so many times the 99th percentile of the phase before.
SLOW = 10.0
_LOCKS = ("lock_waits", "lock_depth", "lock_cycles")
_READ = ["session", "copy", "seq", "due_us", "ready_us", "sent_us", "done_us", "status", "sqlstate"]
Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Waits:
    """The samples of a metric of waits for locks: *at_us*, in order, and how many sessions were *waiting*."""

    at_us: Ints
    waiting: Ints

    @classmethod
    def of(cls, frame: pd.DataFrame, metric: str) -> Waits | None:
        """Return the samples of a side's metric (None: it has none)."""
        samples = frame[(frame["name"] == metric) & (frame["subject"] == "")].sort_values("second")
        at_us, waiting = (samples["second"] * SECOND).to_numpy(np.int64), samples["value"].to_numpy(np.int64)
        return cls(at_us, waiting) if len(at_us) else None

    def most(self, intervals: Sequence[Interval]) -> int | None:
        """Return the most sessions that waited at once (None: there is no sample)."""
        inside = np.zeros(len(self.at_us), dtype=np.bool_)
        for begin_us, end_us in intervals:
            inside |= (self.at_us >= begin_us) & (self.at_us <= end_us)
        return int(self.waiting[inside].max()) if inside.any() else None

    def seen(self, rows: pl.DataFrame) -> int:
        """Return how many statements were running at a sample in which a session waited for a lock. *rows*: *sent_us*, *done_us*."""
        at_us, ran = self.at_us[self.waiting > 0], rows.drop_nulls(["sent_us", "done_us"])
        first = np.searchsorted(at_us, ran["sent_us"].to_numpy(), side="left")
        last = np.searchsorted(at_us, ran["done_us"].to_numpy(), side="right")
        return int((last > first).sum())


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of a run with the phase of each. *paced*: they have due times; *slow_us*: a longer one is slow (None: not known);
    *locks*: samples of the sessions that wait for locks, of the longest chain of them, and of circles (``_LOCKS``; None: there are none)."""

    rows: pl.DataFrame
    paced: bool
    slow_us: float | None
    locks: tuple[Waits | None, ...]

    def of_phases(self, phases: Phases, end_us: int) -> tuple[PhaseFigures, ...]:
        """Return the figures of each phase that the run has."""
        lengths = intervals(phases, end_us)
        return tuple(
            self._figures(phase, lengths[phase], self.rows.filter(pl.col("phase") == phase.value))
            for phase in Phase
            if lengths[phase]
        )

    def of_event(self, span: EventSpan, end_us: int) -> EventFigures:
        """Return the figures of one event, also where it overlaps with another."""
        event, until_us = span.event, span.normal_us if span.normal_us is not None else end_us
        during, recovery = (self.rows.filter(part(span, paced=self.paced)) for part in (during_of, recovery_of))
        return EventFigures(
            event.number,
            event.name,
            event.kind,
            event.began_us,
            event.ended_us,
            event.error,
            span.normal_s,
            span.why,
            span.disturbed_s,
            self._figures(Phase.DURING, [(event.began_us, event.ended_us)], during),
            self._figures(Phase.RECOVERY, [(event.ended_us, max(until_us, event.ended_us))], recovery),
        )

    def _figures(self, phase: Phase, of: Sequence[Interval], rows: pl.DataFrame) -> PhaseFigures:
        failed = rows.filter(pl.col("status") != "ok")
        slow = rows.filter(pl.col("wait_us") > self.slow_us) if self.slow_us is not None else None
        states = failed.group_by("sqlstate").len().sort("len", "sqlstate", descending=[True, False])
        took, waited, waits = rows["took_us"], rows["wait_us"], self.locks[0]
        return PhaseFigures(
            phase.value,
            sum(end - begin for begin, end in of) / SECOND,
            rows.height,
            took.quantile(0.5),
            took.quantile(0.95),
            took.quantile(0.99),
            waited.quantile(0.99) if self.paced else None,
            failed.height,
            dict(states.iter_rows()),
            slow.height if slow is not None else None,
            waits.seen(slow) if slow is not None and waits is not None else None,
            *(samples.most(of) if samples is not None else None for samples in self.locks),
        )


@dataclass(frozen=True, slots=True)
class Captured:
    """What production's capture has of the statements of a run: what sent them, and its *failures* (*place*, *captured*: the SQLSTATE)."""

    senders: Senders
    failures: pl.DataFrame

    @classmethod
    def of(cls, where: Layout, workload: Workload) -> Captured:
        """Read both."""
        failed = failures(where, workload, None)
        return cls(Senders.of(workload), failed.select("place", pl.col("sqlstate").alias("captured")))


def statements(where: Layout, run: Run, captured: Captured, phases: Phases, metrics: pd.DataFrame) -> Statements:
    """Return the statements of a run that were not skipped, and the samples of waits for locks. Memory: some eighty bytes each.

    One that fails with the same SQLSTATE as in production counts as ok.
    """
    paced = run.manifest.plan.paced
    columns = _columns(phases, paced=paced)
    wanted = pl.col("status").cast(pl.String) != "skipped"
    read = [pl.DataFrame(schema=OUTCOMES).select(_READ), *batches(run.outcome_parts(), _READ, wanted)]
    rows = pl.concat(_sent(where, captured, batch).select(columns) for batch in read)
    before = rows.filter(pl.col("phase") == Phase.BEFORE.value)["wait_us"].quantile(0.99)
    locks = tuple(Waits.of(metrics, name) for name in _LOCKS)
    return Statements(rows, paced, SLOW * before if before is not None else None, locks)


def _sent(where: Layout, captured: Captured, outcomes: pl.DataFrame) -> pl.DataFrame:
    """Return the outcomes of statements, with what sent them, and *query*: the number of the query key in the layout."""
    place = where.places(outcomes)
    code = np.where(place >= 0, where.code[np.maximum(place, 0)], -1)
    rows = captured.senders.joined(outcomes.with_columns(pl.Series(QUERY, code), pl.Series("place", place)))
    as_in_production = pl.col("sqlstate") == pl.col("captured")
    return (
        rows.join(captured.failures, on="place", how="left", maintain_order="left")
        .with_columns(status=pl.when(as_in_production).then(pl.lit("ok")).otherwise(pl.col("status").cast(pl.String)))
        .filter(pl.col(QUERY) >= 0)
    )


def _columns(phases: Phases, *, paced: bool) -> list[pl.Expr]:
    """Return the columns of an outcome: *took_us*, its service time, and *wait_us*, its response time (at full speed: its service time)."""
    executed = pl.when(pl.col("status").cast(pl.String).is_in(["ok", "failed"]))
    return [
        *map(pl.col, ("due_us", "ready_us", "sent_us", "done_us")),
        executed.then(pl.col("done_us") - pl.col("sent_us")).alias("took_us"),
        executed.then(end_of(paced=paced) - begin_of(paced=paced)).alias("wait_us"),
        pl.col("status").cast(pl.Categorical),
        pl.col("sqlstate").fill_null("").cast(pl.Categorical),
        phases.column(paced=paced).cast(pl.Categorical).alias("phase"),
        *map(pl.col, KINDS),
    ]


def intervals(phases: Phases, end_us: int) -> dict[Phase, list[Interval]]:
    """Return the intervals of each phase from the start of the run to *end_us*; an event that took no time is an interval of no length.

    Where events overlap, *during* comes before *recovery*.
    """
    spans = phases.spans
    if not spans:
        return {phase: [(0, end_us)] if phase == Phase.BEFORE else [] for phase in Phase}
    end_us = max([end_us, *(span.event.ended_us for span in spans)])
    during = [(span.event.began_us, span.event.ended_us) for span in spans]
    recovery = [(span.event.ended_us, span.normal_us if span.normal_us is not None else end_us) for span in spans]
    first = min(begin for begin, _ in during)
    edges = sorted({0, end_us, *(max(edge, 0) for interval in (*during, *recovery) for edge in interval)})
    found: dict[Phase, list[Interval]] = {phase: [] for phase in Phase}
    found[Phase.DURING] += [(begin, end) for begin, end in during if begin == end]
    for begin, end in pairwise(edges):
        if _covered(during, begin, end):
            phase = Phase.DURING
        elif _covered(recovery, begin, end):
            phase = Phase.RECOVERY
        else:
            phase = Phase.BEFORE if end <= first else Phase.AFTER
        found[phase].append((begin, end))
    return found


def _covered(of: Sequence[Interval], begin: int, end: int) -> bool:
    return any(first <= begin and end <= last for first, last in of)
