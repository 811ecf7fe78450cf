"""Tables of events in mid-run and of the phases that they make, as texts: for the report, the terminal and Markdown."""

from __future__ import annotations

from pgrehearse.base import units
from pgrehearse.base.clock import SECOND
from pgrehearse.compare.event_values import (
    APPLICATION,
    ENDPOINT,
    KINDS,
    QUERY,
    EventComparison,
    EventFigures,
    GroupPhase,
    PhaseFigures,
    SideEvents,
    StatementGroup,
)
from pgrehearse.compare.finding import counted
from pgrehearse.compare.statement_labels import labels
from pgrehearse.runs.phases import Phase

Row = dict[str, str]
_NOT_KNOWN = "not known"
_NOUNS = {
    APPLICATION: ("application", "applications"),
    ENDPOINT: ("endpoint", "endpoints"),
    QUERY: ("query", "queries"),
}
# The columns whose cells are texts.
TEXTS = ("run", "event", "kind", "phase", "SQLSTATE", *KINDS)


def event_tables(events: EventComparison, most: int) -> list[tuple[list[Row], str]]:
    """Return all tables with their titles, none without rows. *most*: characters of a query's text."""
    tables = [(event_table(events), "By event"), (phase_table(events), "Before, during and after")]
    return [(rows, title) for rows, title in tables if rows] + group_tables(events, most)


def event_table(events: EventComparison) -> list[Row]:
    """Return a row for each event of each side."""
    return [_event(side, event) for side in events.sides for event in side.events]


def phase_table(events: EventComparison) -> list[Row]:
    """Return a row for each phase of each side, in the order of the sides."""
    return [_phase(side, figures) for side in events.sides for figures in side.phases]


def group_tables(events: EventComparison, most: int) -> list[tuple[list[Row], str]]:
    """Return the tables by application, by endpoint and by query, with their titles: for each phase the share of statements that succeeded,
    and how many there were. Sides with events only. *most*: characters of a query's text."""
    owners = [side for side in events.sides if side.own]
    texts = labels({group.name: group.sql for side in owners for group in side.groups if group.by == QUERY}, most)
    # One side can have a phase that another one does not have.
    phases = [phase for phase in Phase if any(side.phase(phase.value) for side in owners)]
    tables = [
        ([_group(side, group, phases, texts) for side in owners for group in side.groups if group.by == by], f"By {by}")
        for by in KINDS
    ]
    return [(rows, title) for rows, title in tables if rows]


def group_notes(events: EventComparison) -> list[str]:
    """Return what the tables by application, endpoint and query do not have."""
    owners = [side for side in events.sides if side.own]
    listed = [by for by in KINDS if any(group.by == by for side in owners for group in side.groups)]
    notes = [
        f"{side.side}: {counted(left_out, f'more {one}', f'more {many}')} with fewer failed statements."
        for side in owners
        for by, left_out in side.groups_left_out.items()
        for one, many in (_NOUNS[by],)
    ]
    if APPLICATION in listed and ENDPOINT not in listed:
        notes.append("No statement has the tag of an endpoint in an SQL comment (sqlcommenter, marginalia).")
    if APPLICATION in listed:
        notes.append(
            "ok: the share of the statements that succeeded, of all that were due in the phase and not skipped. By query: "
            "only queries of which a statement failed in an event or its recovery."
        )
    return notes


def _group(side: SideEvents, group: StatementGroup, phases: list[Phase], texts: dict[str, str]) -> Row:
    name = (
        texts[group.name] if group.by == QUERY else group.name or f"(no {'name' if group.by == APPLICATION else 'tag'})"
    )
    states = {phase: _states(group.phases.get(phase.value)) for phase in (Phase.DURING, Phase.RECOVERY)}
    return {
        group.by: name,
        "run": side.side,
        **{f"{phase.value}: ok": _ok(group.phases.get(phase.value)) for phase in phases},
        "SQLSTATE": "; ".join(f"{phase.value} {text}" for phase, text in states.items() if text) or "-",
    }


def _ok(figures: GroupPhase | None) -> str:
    """Return the share of statements that succeeded, and of how many. 100 % is no failure."""
    if figures is None:
        return "-"
    share = f"{min(figures.ok_share, 0.999):.1%}" if figures.failed else "100%"
    return f"{share} of {figures.statements:,}"


def _states(figures: GroupPhase | PhaseFigures | None) -> str:
    return ", ".join(f"{state or 'none'}: {number:,}" for state, number in figures.errors.items()) if figures else ""


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
        "SQLSTATE": _states(figures) or "-",
        "slow": _count(figures.slow),
        "blocked": _count(figures.blocked),
        "lock waits": _count(figures.lock_waits),
        "lock depth": _count(figures.lock_depth),
        "lock cycles": _count(figures.lock_cycles),
    }


def _time(us: float | None) -> str:
    return "-" if us is None else units.duration(us)


def _count(number: float | None) -> str:
    return _NOT_KNOWN if number is None else f"{number:,.0f}"
