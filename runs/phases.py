"""Phases of a run by its events in mid-run: before, during an event, recovery until normal, after. Pure decisions.

The rule of *normal* (docs/phases.md): statements are grouped by the second in which they were due (at full speed: sent).
A second is normal if the 95th percentile of their response times and the share of them that failed are not above a limit. The limit is
the 90th percentile of the seconds before the first event, and at least twice their median. The target is normal again at the first of
``QUIET_S`` consecutive normal seconds after the end of an event. Seconds without statements are left out. Another event before that
instant does not change the rule: its effect is part of the time to normal.

Events can overlap. A statement is in the phase *during* if it was due or running in any of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from pgrehearse.base.clock import SECOND
from pgrehearse.base.units import duration
from pgrehearse.runs.mid_run_events import MidRunEvent

QUIET_S = 3
# Fewer seconds with statements before the first event have no range.
LEAST_BEFORE_S = 5
_RANGE, _MEDIANS = 0.9, 2.0
TOO_SHORT = f"fewer than {LEAST_BEFORE_S} seconds with statements before the first event"


class Phase(StrEnum):
    """Where a statement is on the time line of its run."""

    BEFORE = "before"
    DURING = "during"
    RECOVERY = "recovery"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class EventSpan:
    """One event and what followed. *normal_us*: when statements were normal again (None: not known, *why*); *disturbed_s*: the seconds with
    statements that were not normal, from its begin until then, or until the end of the run (None: not known)."""

    event: MidRunEvent
    normal_us: int | None
    why: str = ""
    disturbed_s: int | None = None

    @property
    def normal_s(self) -> float | None:
        """The time from the end of the event until statements were normal again, in seconds (None: not known)."""
        return None if self.normal_us is None else (self.normal_us - self.event.ended_us) / SECOND


def normal_words(normal_s: float | None, why: str) -> str:
    """Return when statements were normal again after an event, from its end.

    >>> normal_words(2.5, ""), normal_words(0.0, "")
    ('normal again after 2.50 s', 'normal again at its end')
    """
    if normal_s is None:
        return f"time to normal not known: {why}"
    return f"normal again after {duration(normal_s * SECOND)}" if normal_s else "normal again at its end"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a normal second does not exceed: *wait_us*, the 95th percentile of response times, and *failed*, a share of statements."""

    wait_us: float
    failed: float


@dataclass(frozen=True, slots=True)
class Phases:
    """The phases of a run, from its events in the order of their start (none: the whole run is *before*). *limits*: None: not known."""

    spans: tuple[EventSpan, ...] = ()
    limits: Limits | None = None

    def column(self, *, paced: bool) -> pl.Expr:
        """Return the phase of an outcome (a text of ``Phase``)."""
        at = (
            (Phase.DURING, self._during(paced)),
            (Phase.RECOVERY, self._recovery(paced)),
            (Phase.AFTER, self._after(paced)),
        )
        column = pl.lit(Phase.BEFORE.value)
        for phase, condition in reversed(at):
            column = pl.when(condition).then(pl.lit(phase.value)).otherwise(column)
        return column

    def event_column(self, *, paced: bool) -> pl.Expr:
        """Return the number of the event whose phase *during* or *recovery* an outcome is in: of several, the one that began last (null: none)."""
        during = [(during_of(span, paced=paced), span) for span in reversed(self.spans)]
        recovery = [(recovery_of(span, paced=paced), span) for span in reversed(self.spans)]
        column = pl.lit(None, pl.Int32)
        for condition, span in reversed([*during, *recovery]):
            column = pl.when(condition).then(pl.lit(span.event.number, pl.Int32)).otherwise(column)
        return column

    def disturbed(self, *, paced: bool) -> pl.Expr:
        """Return whether an outcome is in the phase *during* or *recovery*."""
        return self._during(paced) | self._recovery(paced)

    def _during(self, paced: bool) -> pl.Expr:
        return pl.any_horizontal(pl.lit(value=False), *(during_of(span, paced=paced) for span in self.spans))

    def _recovery(self, paced: bool) -> pl.Expr:
        return pl.any_horizontal(pl.lit(value=False), *(recovery_of(span, paced=paced) for span in self.spans))

    def _after(self, paced: bool) -> pl.Expr:
        first = min((span.event.began_us for span in self.spans), default=None)
        return pl.lit(value=False) if first is None else end_of(paced=paced) >= first


def begin_of(*, paced: bool) -> pl.Expr:
    """Return when an outcome's statement was due; at full speed, when it was sent, or could have been."""
    able = pl.max_horizontal("due_us", "ready_us")
    return pl.coalesce("due_us" if paced else "sent_us", able)


def end_of(*, paced: bool) -> pl.Expr:
    """Return when an outcome's statement ended; for one that was not sent, when it was due and its predecessor had ended."""
    return pl.coalesce("done_us", pl.max_horizontal("due_us", "ready_us"), begin_of(paced=paced))


def during_of(span: EventSpan, *, paced: bool) -> pl.Expr:
    """Return whether an outcome's statement was due or running during an event."""
    begin, end = begin_of(paced=paced), end_of(paced=paced)
    return ((begin <= span.event.ended_us) & (end >= span.event.began_us)).fill_null(value=False)


def recovery_of(span: EventSpan, *, paced: bool) -> pl.Expr:
    """Return whether an outcome's statement was due after an event and before statements were normal again (or the run ended)."""
    begin = begin_of(paced=paced)
    until = pl.lit(value=True) if span.normal_us is None else begin < span.normal_us
    return ((begin > span.event.ended_us) & until).fill_null(value=False)


def seconds(outcomes: pl.LazyFrame, *, paced: bool) -> pl.DataFrame:
    """Return one row for each second in which statements were due: *second*, *wait_us* (p95 of their response times) and *failed* (a share).

    *outcomes*: columns of ``OUTCOMES``. Skipped statements are left out; one that could not be sent counts as failed.
    """
    begin, status = begin_of(paced=paced), pl.col("status").cast(pl.String)
    frame = outcomes.filter(status != "skipped", begin >= 0).select(
        (begin // SECOND).alias("second"),
        (end_of(paced=paced) - begin).alias("wait_us"),
        (status != "ok").alias("failed"),
    )
    of_second = pl.col("wait_us").quantile(0.95), pl.col("failed").mean()
    return frame.group_by("second").agg(*of_second).sort("second").collect()


def phases(events: Sequence[MidRunEvent], by_second: pl.DataFrame) -> Phases:
    """Return the phases that *events* make. *by_second*: ``seconds`` of all statements of the run."""
    if not events:
        return Phases()
    ordered = sorted(events, key=lambda event: (event.began_us, event.number))
    limits = _limits(by_second.filter(pl.col("second") < ordered[0].began_us // SECOND))
    if limits is None:
        return Phases(tuple(EventSpan(event, None, TOO_SHORT) for event in ordered))
    is_normal = (pl.col("wait_us") <= limits.wait_us) & (pl.col("failed") <= limits.failed)
    judged = by_second.select("second", is_normal.alias("normal"))
    return Phases(tuple(_span(event, judged) for event in ordered), limits)


def _limits(before: pl.DataFrame) -> Limits | None:
    """Return the range of the seconds before the first event (None: they are too few)."""
    if before.height < LEAST_BEFORE_S:
        return None
    row = before.select(
        pl.max_horizontal(pl.col(name).quantile(_RANGE), _MEDIANS * pl.col(name).median())
        for name in ("wait_us", "failed")
    ).row(0, named=True)
    return Limits(float(row["wait_us"]), float(row["failed"]))


def _span(event: MidRunEvent, judged: pl.DataFrame) -> EventSpan:
    """Return when statements were normal again after an event. *judged*: for each second, whether it was normal."""
    later = judged.filter(pl.col("second") >= event.ended_us // SECOND)
    quiet = later.filter(
        pl.all_horizontal(pl.col("normal").shift(-ahead).fill_null(value=False) for ahead in range(QUIET_S))
    )
    known = quiet.height > 0
    normal_us = max(int(quiet["second"][0]) * SECOND, event.ended_us) if known else None
    until = pl.lit(value=True) if normal_us is None else pl.col("second") * SECOND < normal_us
    disturbed = judged.filter(pl.col("second") >= event.began_us // SECOND, ~pl.col("normal"), until).height
    why = "" if known else f"no {QUIET_S} consecutive seconds were normal before the run ended"
    return EventSpan(event, normal_us, why, disturbed)
