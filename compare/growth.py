"""How much more load a target takes: which step of a growing load breaks a bound first, and which resource ran out there. Pure decisions.

Theory of operation. Each step is one replay of the same workload with a larger factor, from the same state. A step holds if it keeps up
with what is due, if few of its transactions fail that succeeded in production, and if every gate passes. The knee is the last factor
before the first step that does not hold. Before the target is judged, the machine that replays is: a step that it sent late, or on which it
took more of the processors than the server, is inconclusive (unless the server used all processors that it is limited to), and so is a gate that could not be evaluated. The curve ends there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from pgrehearse.base.errors import UsageProblem
from pgrehearse.compare.gates.syntax import Gate

# A step does not hold if it achieves less than this share of the offered rate, or if more than this share of its transactions fail newly.
LEAST_RATE, MOST_NEW_ERRORS = 0.95, 0.01
# A resource ran out if it was used to this share of its limit, or if this share of the active sessions waited for it, on average.
USED, WAITED = 0.9, 0.5
# So much of the time in which some process waits for a disk is the limit of the disk.
PRESSURE = 50.0
_TOO_MANY_CONNECTIONS = "53300"
# The use of the processors to which a server on this machine is limited (``cpus``).
SERVER_PROCESSORS = "the server's processors"


class Resource(StrEnum):
    """What ran out at the first step that does not hold."""

    PROCESSOR = "the processors"
    CONNECTIONS = "connections"
    LOCKS = "locks"
    DISK = "the disk"
    UNKNOWN = "not known"


class StepOutcome(StrEnum):
    """Whether a step holds."""

    HOLDS = "holds"
    BREAKS = "breaks"
    INCONCLUSIVE = "inconclusive"


@dataclass(frozen=True, slots=True)
class GateOfStep:
    """One gate on one step: whether it *passed* (None: it could not be evaluated), and *why* in words."""

    gate: str
    passed: bool | None
    why: str


@dataclass(frozen=True, slots=True)
class StepFigures:
    """What one step measured.

    *factor* of the load; *offered* and *achieved* statements a second; *latency_us*, *response_us* (from when a statement was due): p50, p95,
    p99 of the statements that succeeded; *failed* statements; *new_errors*: statements that failed and did not so in production, by SQLSTATE; *new_share*: of
    the transactions. *harness*: why the replay was late by its own fault ("": it was not). *refused* connections. *used*: the share of each limit
    on average; *waits*: active sessions on average by wait class; *metrics*: means of other metrics by name. *unfit*: other reasons why it cannot be judged.
    """

    factor: float
    offered: float
    achieved: float
    latency_us: Mapping[str, float]
    response_us: Mapping[str, float]
    failed: int = 0
    new_errors: Mapping[str, int] = field(default_factory=dict)
    new_share: float = 0.0
    harness: str = ""
    refused: int = 0
    used: Mapping[str, float] = field(default_factory=dict)
    waits: Mapping[str, float] = field(default_factory=dict)
    metrics: Mapping[str, float] = field(default_factory=dict)
    gates: tuple[GateOfStep, ...] = ()
    unfit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A step with its outcome and the reasons for it."""

    figures: StepFigures
    outcome: StepOutcome
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Growth:
    """The steps of a growing load in their order. *knee*: the last factor that holds before one that does not (None: not known); *broke*: that one;
    *resource*: what ran out there, and *evidence* for it. *reason*: why there is no knee ("": there is one)."""

    steps: tuple[Step, ...]
    knee: float | None = None
    broke: float | None = None
    resource: Resource | None = None
    evidence: str = ""
    reason: str = ""

    def document(self) -> dict[str, Any]:
        """Return the JSON document."""
        return asdict(self)


def check_gates(gates: Sequence[Gate]) -> None:
    """Raise ``UsageProblem`` for a gate with a bound relative to the baseline: a step has none with the same load."""
    for gate in gates:
        if gate.relative:
            raise UsageProblem(
                f"{gate.text!r}: steps of growth have no baseline",
                remedy="write an absolute bound, such as latency.p99 <= 50ms",
            )


def limited_to(processors: float, figures: StepFigures) -> StepFigures:
    """Return the figures of a step of a server that is limited to a share of the machine's processors (0: it is not limited)."""
    server = figures.metrics.get("server_cpu_percent")
    if not processors or server is None:
        return figures
    return replace(figures, used={**figures.used, SERVER_PROCESSORS: server / 100 / processors})


def step_of(figures: StepFigures) -> Step:
    """Return whether a step holds. The faults of the load machine come first: the step shows nothing of the target then."""
    if doubts := _doubts(figures):
        return Step(figures, StepOutcome.INCONCLUSIVE, doubts)
    if faults := _faults(figures):
        return Step(figures, StepOutcome.BREAKS, faults)
    open_gates = tuple(f"{gate.gate}: {gate.why}" for gate in figures.gates if gate.passed is None)
    if open_gates:
        return Step(figures, StepOutcome.INCONCLUSIVE, open_gates)
    return Step(figures, StepOutcome.HOLDS, ())


def growth_of(steps: Sequence[Step]) -> Growth:
    """Return the knee of a curve. Steps after the first one that does not hold do not count."""
    known = tuple(steps)
    last = next((step for step in known if step.outcome != StepOutcome.HOLDS), None)
    held = [step.figures.factor for step in known[: known.index(last)]] if last is not None else []
    if last is None:
        top = max((step.figures.factor for step in known), default=0.0)
        return Growth(known, reason=f"no step breaks: the target holds {top:g} times the load, and its knee is higher")
    if last.outcome == StepOutcome.INCONCLUSIVE:
        return Growth(known, reason=f"step {last.figures.factor:g} is inconclusive: {'; '.join(last.why)}")
    resource, evidence = exhausted(last.figures)
    if not held:
        return Growth(
            known, None, last.figures.factor, resource, evidence, "the first step breaks: begin with a smaller one"
        )
    return Growth(known, max(held), last.figures.factor, resource, evidence)


def exhausted(figures: StepFigures) -> tuple[Resource, str]:
    """Return which resource ran out in a step, with the figure that shows it."""
    if figures.refused:
        return Resource.CONNECTIONS, f"{figures.refused:,} connections were refused"
    if failed := figures.new_errors.get(_TOO_MANY_CONNECTIONS, 0):
        return Resource.CONNECTIONS, f"{failed:,} statements failed because no connection was free"
    active = sum(figures.waits.values())
    waiting = {name: count / active for name, count in figures.waits.items()} if active >= 1 else {}
    if (locked := waiting.get("Lock", 0.0) + waiting.get("LWLock", 0.0)) >= WAITED:
        return Resource.LOCKS, f"{locked:.0%} of {active:.1f} active sessions waited for locks"
    for name, resource in _LIMITED.items():
        if (share := figures.used.get(name, 0.0)) >= USED:
            return resource, f"{name}: {share:.0%} of the limit on average"
    if (reading := waiting.get("IO", 0.0)) >= WAITED:
        return Resource.DISK, f"{reading:.0%} of {active:.1f} active sessions waited for the disk"
    if (pressure := figures.metrics.get("io_pressure_percent", 0.0)) >= PRESSURE:
        return Resource.DISK, f"some process waited for a disk in {pressure:.0f} % of the time"
    return Resource.UNKNOWN, "no limit that was measured was reached"


_LIMITED = {
    "processor": Resource.PROCESSOR,
    SERVER_PROCESSORS: Resource.PROCESSOR,
    "serverless capacity": Resource.PROCESSOR,
    "connections": Resource.CONNECTIONS,
    "disk requests": Resource.DISK,
    "disk throughput": Resource.DISK,
}


def _doubts(figures: StepFigures) -> tuple[str, ...]:
    """Return why a step shows nothing of the target (empty: it does)."""
    doubts = [f"the load machine is the limit: {figures.harness}"] if figures.harness else []
    at_its_limit = figures.used.get(SERVER_PROCESSORS, 0.0) >= USED
    busy, server = (figures.metrics.get(name) for name in ("cpu_percent", "server_cpu_percent"))
    if busy is not None and server is not None and busy >= 100 * USED and server < busy / 2 and not at_its_limit:
        others = figures.metrics.get("others_cpu_percent")
        parts = f"{server:.0f} % with the server" + (
            f", {others:.0f} % with other programs" if others is not None else ""
        )
        doubts.append(f"the load machine is the limit: {busy:.0f} % of the processors of the host were busy, {parts}")
    return (*doubts, *figures.unfit)


def _faults(figures: StepFigures) -> tuple[str, ...]:
    """Return why a step does not hold (empty: it holds)."""
    faults = [f"{gate.gate}: {gate.why}" for gate in figures.gates if gate.passed is False]
    if figures.achieved < LEAST_RATE * figures.offered:
        faults.append(f"{figures.achieved:,.0f} of {figures.offered:,.0f} statements a second were achieved")
    if figures.new_share > MOST_NEW_ERRORS:
        counts = ", ".join(f"{state}: {count:,}" for state, count in figures.new_errors.items())
        faults.append(f"{figures.new_share:.1%} of the transactions failed that did not fail in production ({counts})")
    return tuple(faults)
