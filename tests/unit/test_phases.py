"""Phases of a run by its events in mid-run: when statements are normal again, and the phase of each outcome."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from pgrehearse.compare.phase_figures import intervals
from pgrehearse.runs.mid_run_events import MidRunEvent
from pgrehearse.runs.phases import TOO_SHORT, Limits, Phase, Phases, phases, seconds
from pgrehearse.runs.schema import OUTCOMES

SECOND = 1_000_000


def event(began_s: float, ended_s: float, number: int = 1) -> MidRunEvent:
    began, ended = round(began_s * SECOND), round(ended_s * SECOND)
    return MidRunEvent(number, f"event {number}", "sql", began, began, ended)


def by_second(waits_ms: list[float | None], failed: dict[int, float] | None = None) -> pl.DataFrame:
    """The seconds of a run: p95 of response times (None: no statement in it), and the share of failures."""
    rows = [
        {"second": second, "wait_us": wait * 1000, "failed": (failed or {}).get(second, 0.0)}
        for second, wait in enumerate(waits_ms)
        if wait is not None
    ]
    return pl.DataFrame(rows, schema={"second": pl.Int64, "wait_us": pl.Float64, "failed": pl.Float64})


def outcome(due_s: float, took_s: float, **more: Any) -> dict[str, Any]:
    due = round(due_s * SECOND)
    plain = {"session": 1, "seq": due, "copy": 0, "due_us": due, "ready_us": due, "sent_us": due, "status": "ok"}
    return {**plain, "done_us": due + round(took_s * SECOND), **more}


def phase_of(found: Phases, *rows: dict[str, Any], paced: bool = True) -> list[tuple[str, int | None]]:
    frame = pl.DataFrame([{name: row.get(name) for name in OUTCOMES} for row in rows], schema=OUTCOMES)
    columns = found.column(paced=paced).alias("phase"), found.event_column(paced=paced).alias("event")
    return frame.with_columns(*columns).select("phase", "event").rows()


def test_statements_are_normal_at_the_first_of_three_normal_seconds() -> None:
    """Two normal seconds and a slow one do not count; the seconds that were not normal are counted from the begin of the event."""
    waits: list[float | None] = [*[4.0] * 10, 300, 300, 300, 90, 4, 4, 90, 4, 4, 4, 4]
    (span,) = phases([event(10, 12.5)], by_second(waits)).spans
    assert (span.normal_us, span.normal_s, span.disturbed_s) == (17 * SECOND, 4.5, 5)


def test_an_event_without_an_effect_is_normal_at_its_end() -> None:
    (span,) = phases([event(10, 12.5)], by_second([4.0] * 20)).spans
    assert (span.normal_us, span.normal_s, span.disturbed_s) == (12_500_000, 0.0, 0)


def test_the_limit_is_the_range_of_the_seconds_before() -> None:
    """The 90th percentile of the seconds, and at least twice their median; one stall at the start does not raise it."""
    assert phases([event(10, 11)], by_second([900.0, *[4.0] * 19])).limits == Limits(8_000.0, 0.0)
    assert phases([event(10, 11)], by_second([4.0, 20.0] * 10)).limits == Limits(24_000.0, 0.0)


def test_seconds_with_failures_are_not_normal() -> None:
    """The response times are normal, and statements fail."""
    (span,) = phases([event(10, 11)], by_second([4.0] * 20, {11: 0.5, 12: 0.01})).spans
    assert span.normal_s == 2.0


def test_seconds_without_statements_are_left_out() -> None:
    waits: list[float | None] = [*[4.0] * 10, 300, None, None, 4, None, 4, 4]
    (span,) = phases([event(10, 11)], by_second(waits)).spans
    assert span.normal_us == 13 * SECOND


@pytest.mark.parametrize(
    ("waits", "began_s", "why"),
    [
        ([4.0] * 10 + [300.0] * 6 + [4.0] * 2, 10, "no 3 consecutive seconds were normal before the run ended"),
        ([4.0] * 4 + [300.0] * 2 + [4.0] * 9, 4, TOO_SHORT),
    ],
)
def test_the_time_to_normal_is_not_known(waits: list[float | None], began_s: float, why: str) -> None:
    """The run ended first, or it has no range before the event. The phase recovery then lasts until the end."""
    found = phases([event(began_s, began_s + 1)], by_second(waits))
    assert [(span.normal_us, span.normal_s, span.why) for span in found.spans] == [(None, None, why)]
    assert phase_of(found, outcome(17.9, 0.01)) == [("recovery", 1)]


def test_each_outcome_has_one_phase() -> None:
    """It is during an event if it was due or running in it."""
    waits: list[float | None] = [*[4.0] * 10, 300, 300, 90, 90, 4, 4, 4, 4]
    found = phases([event(10, 12)], by_second(waits))
    unsent = outcome(11, 0, status="unsent", sent_us=None, done_us=None)
    late = outcome(11, 5, sent_us=15_900_000)
    rows = [outcome(9, 0.5), outcome(9.9, 0.2), outcome(12, 0.1), unsent, late, outcome(13, 0.1), outcome(14, 0.1)]
    assert phase_of(found, *rows) == [
        ("before", None),
        ("during", 1),
        ("during", 1),
        ("during", 1),
        ("during", 1),
        ("recovery", 1),
        ("after", None),
    ]


def test_at_full_speed_the_phase_is_that_of_the_instant_of_sending() -> None:
    """Everything is due at once there."""
    found = phases([event(10, 12)], by_second([4.0] * 20))
    sent_later = outcome(0, 13.1, sent_us=13 * SECOND, ready_us=13 * SECOND)
    assert phase_of(found, sent_later, paced=False) == [("after", None)]
    assert phase_of(found, sent_later) == [("during", 1)]


def test_of_events_that_overlap_the_last_one_counts() -> None:
    """During an event comes before the recovery from another; the time to normal of the first contains the effect of the second."""
    waits: list[float | None] = [*[4.0] * 10, *[300.0] * 10, *[4.0] * 5]
    found = phases([event(10, 14, 1), event(12, 13, 2), event(17, 18, 3)], by_second(waits))
    assert [span.normal_s for span in found.spans] == [6.0, 7.0, 2.0]
    rows = [outcome(second, 0.01) for second in (10.5, 12.5, 13.5, 15, 17.5, 19, 21)]
    assert phase_of(found, *rows) == [
        ("during", 1),
        ("during", 2),
        ("during", 1),
        ("recovery", 2),
        ("during", 3),
        ("recovery", 3),
        ("after", None),
    ]
    assert intervals(found, 25 * SECOND) == {
        Phase.BEFORE: [(0, 10 * SECOND)],
        Phase.DURING: [(a * SECOND, b * SECOND) for a, b in ((10, 12), (12, 13), (13, 14), (17, 18))],
        Phase.RECOVERY: [(14 * SECOND, 17 * SECOND), (18 * SECOND, 20 * SECOND)],
        Phase.AFTER: [(20 * SECOND, 25 * SECOND)],
    }


def test_a_run_without_events_is_before_from_its_start_to_its_end() -> None:
    found = phases([], by_second([4.0] * 20))
    assert phase_of(found, outcome(1, 1), outcome(19, 1)) == [("before", None)] * 2
    assert [phase for phase, parts in intervals(found, 5 * SECOND).items() if parts] == [Phase.BEFORE]


def test_the_seconds_of_a_run_are_those_in_which_statements_were_due() -> None:
    """A statement that could not be sent counts as failed; skipped ones are left out."""
    rows = [
        outcome(1.2, 3.0),
        outcome(1.3, 3.0),
        outcome(2.5, 0.1, status="failed"),
        outcome(2.6, 0.1),
        outcome(3.0, 0.1, status="skipped"),
        outcome(4.0, 0, status="unsent", sent_us=None, done_us=None),
    ]
    frame = pl.DataFrame([{name: row.get(name) for name in OUTCOMES} for row in rows], schema=OUTCOMES)
    assert seconds(frame.lazy(), paced=True).rows() == [(1, 3_000_000.0, 0.0), (2, 100_000.0, 0.5), (4, 0.0, 1.0)]
