"""Tables of events in mid-run and of the phases that they make, as texts: for the report, the terminal and Markdown."""

from __future__ import annotations

from pgrehearse.base import units
from pgrehearse.base.clock import SECOND
from pgrehearse.compare.event_values import EventComparison, EventFigures, PhaseFigures, SideEvents

Row = dict[str, str]
_NOT_KNOWN = "not known"


def event_table(events: EventComparison) -> list[Row]:
    """Return a row for each event of each side."""
    return [_event(side, event) for side in events.sides for event in side.events]


def phase_table(events: EventComparison) -> list[Row]:
    """Return a row for each phase of each side, in the order of the sides."""
    return [_phase(side, figures) for side in events.sides for figures in side.phases]


def _event(side: SideEvents, event: EventFigures) -> Row:
    disturbed = event.disturbed_s
    return {
        "run": side.side,
        "event": event.label,
        "kind": event.kind,
        "from": units.duration(event.began_us),
        "for": units.duration(event.ended_us - event.began_us),
        "failed": f"{event.during.failed + event.recovery.failed:,}",
        "blocked": _count(event.during.blocked),
        "not normal for": _NOT_KNOWN if disturbed is None else units.duration(disturbed * SECOND),
        "normal again after": _NOT_KNOWN if event.normal_s is None else units.duration(event.normal_s * SECOND),
    }


def _phase(side: SideEvents, figures: PhaseFigures) -> Row:
    return {
        "run": side.side,
        "phase": figures.phase,
        "length": units.duration(figures.seconds * SECOND),
        "statements": f"{figures.statements:,}",
        "p50": _time(figures.p50_us),
        "p95": _time(figures.p95_us),
        "p99": _time(figures.p99_us),
        "response p99": _time(figures.response_p99_us),
        "failed": f"{figures.failed:,} ({figures.failed_share:.1%})" if figures.failed else "0",
        "SQLSTATE": ", ".join(f"{state or 'none'}: {number:,}" for state, number in figures.errors.items()) or "-",
        "slow": _count(figures.slow),
        "blocked": _count(figures.blocked),
        "lock waits": _count(figures.lock_waits),
        "lock depth": _count(figures.lock_depth),
    }


def _time(us: float | None) -> str:
    return "-" if us is None else units.duration(us)


def _count(number: float | None) -> str:
    return _NOT_KNOWN if number is None else f"{number:,.0f}"
