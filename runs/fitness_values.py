"""What a run's manifest keeps of its fitness: values only (``runs.quality.fitness`` computes them).

Documented in docs/json.md under ``replay``. Parts that are counts by name stay dictionaries, as they are in JSON.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, TypedDict

from pgrehearse.runs.clocks import ClockError


class StatementCounts(TypedDict):
    """Statements by what became of them: *due* = *ok* + *failed* + *skipped* + *unsent*."""

    due: int
    sent: int
    ok: int
    failed: int
    skipped: int
    unsent: int


class ErrorCounts(TypedDict):
    """Errors against production's; *drifted* ones follow from ids that differ from production's."""

    same: int
    new: int
    vanished: int
    different: int
    drifted: int


class Rate(TypedDict):
    """Statements a second."""

    offered: float
    achieved: float


class Lateness(TypedDict):
    """Quantiles of the time between due and sent, in microseconds."""

    p50: float
    p99: float
    max: float


class Blame(TypedDict):
    """The 99th percentile of lateness by its cause, in microseconds."""

    predecessor: float
    connection: float
    ordering: float
    harness: float


class RateOverTime(TypedDict):
    """One number for each step of *step_s* seconds: statements a second, and statements in flight."""

    step_s: float
    offered: list[float]
    achieved: list[float]
    in_flight_captured: list[float]
    in_flight: list[float]


class ConnectionCounts(TypedDict):
    """Connections: *again* counts those that replaced a lost one."""

    made: int
    refused: int
    lost: int
    again: int


class OrderingCounts(TypedDict):
    """Statements that waited for other transactions, and those whose wait ended before their transaction."""

    waited: int
    given_up: int


class Fidelity(TypedDict):
    """How close the replay is to the capture, each part from 0 to 1; *score* is the lowest that counts."""

    coverage: float
    on_time: float
    rate: float
    types: float
    errors: float
    in_flight: float
    score: float


class PlayedCounts(TypedDict):
    """Statements that do work: see ``runs.quality.coverage.Played``."""

    chosen: int
    read_only: int
    skipped: int
    unreached: int
    why: str
    share: float


@dataclass(frozen=True, slots=True)
class Outage:
    """*what* happened from *at_us* to *until_us*; *statements* and *transactions* that failed because of it; *normal_us*:
    when statements were on time again (the run's end, if they never were)."""

    what: str
    at_us: int
    until_us: int
    normal_us: int
    statements: int
    transactions: int

    def document(self) -> dict[str, Any]:
        """Return a row of the run's ``events.parquet``."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Cause:
    """Errors of one SQLSTATE on one object: *statements* that failed (those of the rest of the transaction included),
    *transactions* whose first error it was, *drifted*: it follows from ids that differ from production's; *at_us*: the first."""

    kind: str
    sqlstate: str
    named: str
    statements: int
    transactions: int
    drifted: bool
    at_us: int
    remedy: str

    def __str__(self) -> str:
        return f"{self.kind}{f' {self.named}' if self.named else ''} ({self.sqlstate or 'no SQLSTATE'})"


@dataclass(frozen=True, slots=True)
class NewErrors:
    """Transactions of the replay, those of them that *failed* and did not so in production, and why: the most frequent first."""

    transactions: int
    failed: int
    share: float
    causes: list[Cause] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a run cannot be judged: by which rule (*what*), in words."""

    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Fitness:
    """Whether a run can be judged (*fit*, *reasons*), and the figures that decide it.

    *hashed*: statements whose rows were hashed (those that succeeded and returned rows, possibly none). *duration_s*: of the replay; *harness_late*: the share of statements that the harness sent late; *coverage*: the share
    of the statements to send that were sent; *clock_error*: how far instants of different hosts of a cluster are from one time line.
    """

    statements: StatementCounts
    errors: ErrorCounts
    duration_s: float
    rate: Rate
    lateness_us: Lateness
    blame_us: Blame
    harness_late: float
    coverage: float
    fit: bool
    reasons: list[str]
    rate_over_time: RateOverTime
    connections: ConnectionCounts
    ordering: OrderingCounts
    outages: list[Outage]
    fidelity: Fidelity
    played: PlayedCounts
    new_errors: NewErrors
    unfit: list[Unfit]
    hashed: int = 0
    clock_error: ClockError = field(default_factory=ClockError)

    def document(self) -> dict[str, Any]:
        """Return the JSON document."""
        return asdict(self)
