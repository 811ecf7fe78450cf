"""The events in mid-run of a comparison, and the figures of the phases that they make. Values only (``compare.events_of_sides`` computes them)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from math import inf
from typing import Any

from pgrehearse.base.clock import SECOND
from pgrehearse.runs.cut_over_facts import CutOverFacts
from pgrehearse.runs.fail_over_facts import FailOverFacts
from pgrehearse.runs.phases import Phase

# By what the statements of a phase are grouped.
APPLICATION, ENDPOINT, QUERY = "application", "endpoint", "query"
KINDS = (APPLICATION, ENDPOINT, QUERY)


@dataclass(frozen=True, slots=True)
class PhaseFigures:
    """The statements of one phase of a side. *seconds*: its length; *statements*: those that were due in it and not skipped.

    p50 to p99: of the service times of the statements that were executed (None: there is none); *response_p99_us*: of response times (None:
    at full speed). *failed*: those that failed, or could not be sent; *errors*: their number by SQLSTATE ("": none). *slow*: those with a
    response time of more than ten times the 99th percentile of the phase before (None: not known); *blocked*: of these, those that were running while
    the sampler saw sessions that wait for a lock (None: not sampled). *lock_waits*: the most sessions that waited for a lock at once;
    *lock_depth*: the longest chain of sessions of which each was blocked by the next one; *lock_cycles*: the most circles of sessions that
    waited for each other (None: not sampled).
    """

    phase: str
    seconds: float
    statements: int = 0
    p50_us: float | None = None
    p95_us: float | None = None
    p99_us: float | None = None
    response_p99_us: float | None = None
    failed: int = 0
    errors: Mapping[str, int] = field(default_factory=dict)
    slow: int | None = None
    blocked: int | None = None
    lock_waits: float | None = None
    lock_depth: float | None = None
    lock_cycles: float | None = None

    @property
    def failed_share(self) -> float:
        """The share of the statements that failed or could not be sent."""
        return self.failed / self.statements if self.statements else 0.0


@dataclass(frozen=True, slots=True)
class EventFigures:
    """One event on a side: when it was executed, its *error* ("": none), *normal_s* from its end until statements were normal again (None:
    not known, *why*), *disturbed_s*: seconds that were not normal, and the statements *during* it and in its *recovery*. *fail_over*,
    *cut_over*: what it cost, if it was one."""

    number: int
    name: str
    kind: str
    began_us: int
    ended_us: int
    error: str
    normal_s: float | None
    why: str
    disturbed_s: int | None
    during: PhaseFigures
    recovery: PhaseFigures
    fail_over: FailOverFacts | None = None
    cut_over: CutOverFacts | None = None

    @property
    def normal_us(self) -> float:
        """The instant at which statements were normal again (infinity: not known)."""
        return self.ended_us + self.normal_s * SECOND if self.normal_s is not None else inf

    @property
    def label(self) -> str:
        """The event for a text: its name, or what was done."""
        return self.name or self.kind.replace("_", " ")


@dataclass(frozen=True, slots=True)
class GroupPhase:
    """The statements of a group in one phase: how many, how many of them *failed* (or could not be sent), and these by SQLSTATE ("": none)."""

    statements: int
    failed: int
    errors: Mapping[str, int] = field(default_factory=dict)

    @property
    def ok_share(self) -> float:
        """The share of the statements that succeeded."""
        return 1 - self.failed / self.statements


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """The statements of one application, endpoint or query (*by*: one of ``KINDS``). *name*: "" is none; that of a query is its key.
    *phases*: by name; a phase without statements of the group is not contained. *sql*: the text of a query, without values."""

    by: str
    name: str
    phases: Mapping[str, GroupPhase]
    sql: str = ""

    @property
    def new_states(self) -> tuple[str, ...]:
        """The SQLSTATEs of statements that failed during events, and of none that failed before."""
        during, before = (self.phases.get(phase.value) for phase in (Phase.DURING, Phase.BEFORE))
        known = before.errors if before is not None else {}
        return tuple(state for state in during.errors if state not in known) if during is not None else ()

    def document(self) -> dict[str, Any]:
        """Return it for a JSON document."""
        phases = {
            name: {"statements": of.statements, "failed": of.failed, "ok_share": of.ok_share, "errors": dict(of.errors)}
            for name, of in self.phases.items()
        }
        return {"by": self.by, "name": self.name, "sql": self.sql, "phases": phases}


@dataclass(frozen=True, slots=True)
class SideEvents:
    """The events of a side in the order of their start, and its phases. *own* False: it had no event, and its phases are those of the
    other side's events. *groups*: its statements by application, by endpoint, and by query (only queries of which one failed in an event or
    its recovery); *groups_left_out*: how many groups of each kind are not listed (``event_groups.MOST``)."""

    side: str
    own: bool
    events: tuple[EventFigures, ...]
    phases: tuple[PhaseFigures, ...]
    groups: tuple[StatementGroup, ...] = ()
    groups_left_out: Mapping[str, int] = field(default_factory=dict)

    def phase(self, name: str) -> PhaseFigures | None:
        """Return the figures of a phase (None: the run had no such phase)."""
        return next((figures for figures in self.phases if figures.phase == name), None)


@dataclass(frozen=True, slots=True)
class EventComparison:
    """Both sides' events in mid-run (no sides: no run had one). *same*: both, and their second replays, had the same events. *left_out*:
    executions whose times are not compared, because not all sides had the same events. *errors*: statements that failed on the baseline and
    on the candidate in the phases during and recovery of any side; *new_errors*: of the candidate's, those that did not fail on the
    baseline, or failed there with another SQLSTATE."""

    sides: tuple[SideEvents, ...] = ()
    same: bool = True
    left_out: int = 0
    errors: tuple[int, int] = (0, 0)
    new_errors: int = 0

    def side(self, name: str) -> SideEvents | None:
        """Return a side by its name."""
        return next((side for side in self.sides if side.side == name), None)

    def at(self, name: str, at_us: int) -> str:
        """Return the event that an instant of a side belongs to, in its phases during and recovery ("": none); of several the last."""
        side = self.side(name)
        events = [event for event in side.events if event.began_us <= at_us <= event.normal_us] if side else []
        return events[-1].label if events else ""

    def document(self) -> dict[str, Any]:
        """Return it for a JSON document."""
        return {
            "same": self.same,
            "left_out": self.left_out,
            "sides": [
                {
                    **asdict(side),
                    "phases": list(map(_figures, side.phases)),
                    "events": list(map(_event, side.events)),
                    "groups": [group.document() for group in side.groups],
                }
                for side in self.sides
            ],
        }


def _figures(figures: PhaseFigures) -> dict[str, Any]:
    return {**asdict(figures), "failed_share": figures.failed_share}


def _event(event: EventFigures) -> dict[str, Any]:
    return {**asdict(event), "during": _figures(event.during), "recovery": _figures(event.recovery)}
