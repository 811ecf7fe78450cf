"""The values of gates on events in mid-run and on the phases that they make."""

from __future__ import annotations

from collections.abc import Sequence

from pgrehearse.base.clock import SECOND
from pgrehearse.compare.comparison import CandidateResult
from pgrehearse.compare.event_values import EventFigures, PhaseFigures, SideEvents
from pgrehearse.compare.gates.proof import Values
from pgrehearse.compare.gates.syntax import Gate

_NO_EVENT = "the replay had no event in mid-run"
_TIMES = frozenset({"p50", "p95", "p99", "response_p99"})
_UNITS = {**dict.fromkeys(_TIMES, "µs"), **dict.fromkeys(("normal_s", "disturbed_s", "outage_s"), "s")}
# Statistics of failovers alone.
_OF_FAIL_OVERS = frozenset({"outage_s", "unconfirmed", "lost"})


def of_phase(gate: Gate, result: CandidateResult) -> Values:
    """Return a figure of a phase on both sides. A side without an event is measured in the phases of the other side's events."""
    phase, unit = gate.subject.removeprefix("phase."), _UNITS.get(gate.statistic, "")
    candidate, baseline = _sides(result)
    if candidate is None:
        return Values(None, None, unit, _NO_EVENT)
    after = candidate.phase(phase)
    if after is None:
        return Values(None, None, unit, f"the replay had no phase {phase}")
    before = baseline.phase(phase) if baseline is not None else None
    values = [_figure(figures, gate.statistic) if figures is not None else None for figures in (before, after)]
    return Values(values[0], values[1], unit, "" if values[1] is not None else _missing(gate.statistic))


def _figure(figures: PhaseFigures, statistic: str) -> float | None:
    if statistic == "n":
        return float(figures.statements)
    # A phase without a statement has no share, as it has no percentile.
    if statistic == "failed_share" and not figures.statements:
        return None
    value: float | None = getattr(figures, f"{statistic}_us" if statistic in _TIMES else statistic)
    return None if value is None else float(value)


def _missing(statistic: str) -> str:
    """Return why the candidate has no such figure."""
    if statistic == "response_p99":
        return "no statement of this phase had a response time"
    if statistic in {"blocked", "lock_waits", "lock_depth", "lock_cycles"}:
        return "waits for locks were not sampled in this phase: replay with metrics"
    if statistic == "slow":
        return "no statement was executed before the first event"
    return "no statement was executed in this phase"


def of_events(gate: Gate, result: CandidateResult) -> Values:
    """Return a figure of the events: the worst of them, or their number. It is missing if it is not known of one of them."""
    unit = _UNITS.get(gate.statistic, "")
    candidate, baseline = _sides(result)
    if candidate is None or not candidate.own:
        return Values(None, None, unit, _NO_EVENT)
    if gate.statistic in {"count", "failed"}:
        counted = [float(_count(side, gate.statistic)) if side is not None else None for side in (baseline, candidate)]
        return Values(counted[0], counted[1], unit)
    events = _with(candidate, gate.statistic)
    if not events:
        return Values(None, None, unit, "no event in mid-run was a failover")
    unknown = next((event for event in events if _figure_of(event, gate.statistic) is None), None)
    if unknown is not None:
        return Values(None, None, unit, f"not known of {unknown.label}: {_why(unknown, gate.statistic)}")
    before = _worst(_with(baseline, gate.statistic), gate.statistic) if baseline is not None else None
    return Values(before, _worst(events, gate.statistic), unit)


def _count(side: SideEvents, statistic: str) -> int:
    return sum(statistic == "count" or bool(event.error) for event in side.events)


def _with(side: SideEvents, statistic: str) -> list[EventFigures]:
    """Return the events that have a statistic."""
    return [event for event in side.events if statistic not in _OF_FAIL_OVERS or event.fail_over is not None]


def _worst(events: Sequence[EventFigures], statistic: str) -> float | None:
    known = [value for event in events if (value := _figure_of(event, statistic)) is not None]
    return max(known) if known and len(known) == len(events) else None


def _figure_of(event: EventFigures, statistic: str) -> float | None:
    if statistic not in _OF_FAIL_OVERS:
        return event.normal_s if statistic == "normal_s" else event.disturbed_s
    cost = event.fail_over
    if cost is None:
        return None
    if statistic == "outage_s":
        return None if cost.outage_us is None else cost.outage_us / SECOND
    return cost.unconfirmed if statistic == "unconfirmed" else cost.lost


def _why(event: EventFigures, statistic: str) -> str:
    """Return why a figure of an event is not known."""
    if statistic == "outage_s":
        return "no statement failed because of it, or none succeeded after it"
    return event.fail_over.why if statistic == "lost" and event.fail_over is not None else event.why


def _sides(result: CandidateResult) -> tuple[SideEvents | None, SideEvents | None]:
    """Return the events of the candidate, and of the baseline."""
    candidate = result.events.side(result.name)
    return candidate, next((side for side in result.events.sides if side is not candidate), None)
