"""Sentences about events in mid-run: what each did to the statements of its run, and what that means for the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pgrehearse.base import units
from pgrehearse.compare.event_values import (
    APPLICATION,
    ENDPOINT,
    EventComparison,
    EventFigures,
    PhaseFigures,
    SideEvents,
    StatementGroup,
)
from pgrehearse.compare.finding import Finding, Severity, counted
from pgrehearse.runs.phases import Phase, normal_words

_STATES = 3
# So many applications or endpoints are named in a sentence.
_NAMES = 8
_NO_NAME = "(none)"


def event_findings(candidate: str, events: EventComparison) -> list[Finding]:
    """Return a finding for each event of each side, and one if the sides did not have the same events."""
    entries = [_finding(candidate, side, event) for side in events.sides for event in side.events]
    entries += [entry for side in events.sides if side.own for entry in _affected(candidate, side)]
    return entries + [
        Finding(
            candidate,
            Severity.WARNING,
            _upper(text),
            f"{counted(events.left_out, 'execution is', 'executions are')} not compared",
            next_step="give both sides the same events, if their effect is not what you compare",
        )
        for text in _unequal(events)
    ]


def cause_words(events: EventComparison) -> tuple[str, ...]:
    """Return what events have to do with a regression."""
    if not events.sides:
        return ()
    if events.same:
        before, after = events.errors
        more = f"{counted(after - before, 'more statement', 'more statements')} than on the baseline failed while an event disturbed both sides"
        return (more,) if after > before else ()
    stays = [
        f"after {event.label} on {side.side} the statements did not become normal again: this event may be the cause"
        for side in events.sides
        for event in side.events
        if event.normal_s is None
    ]
    return (*_unequal(events), *stays, *([_errors(events)] if events.new_errors else []))


def _errors(events: EventComparison) -> str:
    return f"{events.new_errors:,} of the new errors belong to statements that an event in mid-run disturbed"


def context(events: EventComparison) -> str:
    """Return what the verdict has to be read with, if not all sides had the same events ("": they had)."""
    words = [_upper(text) for text in _unequal(events)]
    if words and events.new_errors:
        words.append(_errors(events))
    return "; ".join([*words, "the verdict includes what the events did"]) if words else ""


def event_words(side: SideEvents, event: EventFigures) -> str:
    """Return what an event did, in one sentence: percentile, errors, waits for locks, and when statements were normal again.

    For example: index build: p99 rose from 4 ms to 310 ms; not normal for 12 s; 420 slow statements; normal again after 3 s.
    """
    return f"{event.label}: {'; '.join(_parts(side, event))}"


def _parts(side: SideEvents, event: EventFigures) -> Iterator[str]:
    if event.error:
        yield f"the event failed: {event.error}"
    yield _speed(side.phase("before"), event)
    if event.disturbed_s:
        yield f"not normal for {event.disturbed_s:,} s"
    if failed := event.during.failed + event.recovery.failed:
        yield f"{counted(failed, 'statement', 'statements')} failed ({_share(event)}){_states(event)}"
    yield from _waits(event)
    for facts in (event.fail_over, event.cut_over):
        if facts is not None:
            yield facts.words()
    yield normal_words(event.normal_s, event.why)


def _speed(before: PhaseFigures | None, event: EventFigures) -> str:
    first, second = (figures.p99_us if figures is not None else None for figures in (before, event.during))
    if second is None:
        return "no statement was executed during it"
    if first is None:
        return f"p99 {units.duration(second)}"
    if second > first:
        return f"p99 rose from {units.duration(first)} to {units.duration(second)}"
    return f"p99 did not rise ({units.duration(first)} before, {units.duration(second)} during it)"


def _share(event: EventFigures) -> str:
    every = event.during.statements + event.recovery.statements
    return f"{(event.during.failed + event.recovery.failed) / every:.1%} of those until normal" if every else "-"


def _states(event: EventFigures) -> str:
    states: dict[str, int] = {}
    for figures in (event.during, event.recovery):
        for state, number in figures.errors.items():
            states[state] = states.get(state, 0) + number
    most = sorted(states.items(), key=lambda entry: -entry[1])[:_STATES]
    return ": " + ", ".join(f"{state or 'no SQLSTATE'} {number:,}" for state, number in most) if most else ""


def _waits(event: EventFigures) -> Iterator[str]:
    figures = event.during
    if figures.slow:
        yield counted(figures.slow, "slow statement", "slow statements")
    if figures.blocked:
        most = f" (at most {figures.lock_waits:,.0f} at once)" if figures.lock_waits else ""
        yield f"{counted(figures.blocked, 'of them ran', 'of them ran')} while sessions waited for a lock{most}"


def _finding(candidate: str, side: SideEvents, event: EventFigures) -> Finding:
    bad = event.error or event.normal_s is None or event.during.failed or event.recovery.failed
    first, *rest = _parts(side, event)
    return Finding(
        candidate,
        Severity.WARNING if bad else Severity.INFORMATION,
        f"{side.side}: {event.label}: {first}",
        "; ".join(rest),
    )


def _affected(candidate: str, side: SideEvents) -> Iterator[Finding]:
    """Yield which applications and endpoints had failures in the events that they did not have before, and how many had none."""
    for by in (APPLICATION, ENDPOINT):
        active = [group for group in side.groups if group.by == by and Phase.DURING.value in group.phases]
        hit = [group for group in active if group.new_states]
        if not hit:
            continue
        left_out = side.groups_left_out.get(by, 0)
        event = side.events[0].label if len(side.events) == 1 else "the events"
        others = _first([group.name or _NO_NAME for group in active if not group.new_states])
        yield Finding(
            candidate,
            Severity.WARNING,
            f"{side.side}: during {event}, statements of {len(hit):,} of {counted(len(active), by, f'{by}s')} failed "
            "with an SQLSTATE that they did not have before",
            f"{_first([_share_of(group) for group in hit])}; no such failure: {others or 'none'}",
            f"{left_out:,} {by}s with fewer failed statements are not listed" if left_out else "",
        )


def _share_of(group: StatementGroup) -> str:
    during = group.phases[Phase.DURING.value]
    states = ", ".join(f"{state or 'no SQLSTATE'} {during.errors[state]:,}" for state in group.new_states)
    return f"{group.name or _NO_NAME} (failed {during.failed:,} of {during.statements:,}: {states})"


def _first(texts: Sequence[str]) -> str:
    more = f" and {len(texts) - _NAMES:,} more" if len(texts) > _NAMES else ""
    return ", ".join(texts[:_NAMES]) + more


def _unequal(events: EventComparison) -> tuple[str, ...]:
    if events.same or not events.sides:
        return ()
    names = (
        f"{side.side} had {', '.join(event.label for event in side.events)}" if side.events else f"{side.side} had none"
        for side in events.sides
    )
    return (f"the sides did not have the same events in mid-run: {'; '.join(names)}",)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
