"""The frozen value that every report reads, and its pandas frames for notebooks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pgrehearse.compare.end_state.values import StateComparisons
from pgrehearse.compare.event_values import EventComparison
from pgrehearse.compare.finding import Finding
from pgrehearse.compare.frames import ERRORS, METRICS, QUERIES, frame
from pgrehearse.compare.generated_ids import SideIds
from pgrehearse.compare.notebook import comparison_html
from pgrehearse.compare.result_values import Results
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.metric_catalog import OF_INSTANCES
from pgrehearse.runs.run_facts import ReaderFacts
from pgrehearse.runs.traffic_facts import RewriteFacts

if TYPE_CHECKING:
    import pandas as pd


class Verdict(StrEnum):
    """The result of a comparison."""

    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    REGRESSED = "regressed"
    INCONCLUSIVE = "inconclusive"


class QueryOutcome(StrEnum):
    """The result of the tests of one query."""

    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    REGRESSED = "regressed"
    CANNOT_EVALUATE = "cannot evaluate"


@dataclass(frozen=True, slots=True)
class Latency:
    """One side's times of one query, in microseconds."""

    n: int
    p50_us: float
    p95_us: float
    p99_us: float
    mean_us: float
    total_us: float


@dataclass(frozen=True, slots=True)
class Change:
    """candidate / baseline with its 95 % interval; *p* for being beyond the tolerance in its direction."""

    ratio: float
    low: float
    high: float
    p: float


class PlanStatus(StrEnum):
    """Whether both sides' plans of a query were compared, and if not, why."""

    COMPARED = "compared"
    CAPTURE = "the baseline is a capture"
    NOT_RECORDED = "a run has no plans"
    NOT_OF_QUERY = "a run has no plan of the query"
    UNAVAILABLE = "a server could not plan the query"


@dataclass(frozen=True, slots=True)
class Query:
    """One query key on both sides, and its outcome.

    *response*: both sides' times from when executions were due; *distribution*: both sides' times at 41 quantiles, in
    microseconds. *smallest*: by test (paired, p50, p95), the smallest change that 95 of 100 such comparisons would have
    shown; *needed*: executions that would show twice the tolerance, where these would not. *plans*: the differences of the
    plans. *noticed*: the size of a change that is shown beyond the tolerance and does not count (too short to matter, or
    within the noise floor). *suspect*: it seems slower by more than the assumed noise, and its executions do not prove it: no
    verdict may call that unchanged.
    """

    query_key: str
    sql: str
    kind: str
    outcome: QueryOutcome
    why: str
    baseline: Latency
    candidate: Latency
    production: Latency | None
    paired: Change | None
    p50: Change | None
    p95: Change | None
    response: tuple[Latency, Latency] | None = None
    distribution: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
    smallest: Mapping[str, float] = field(default_factory=dict)
    needed: int | None = None
    plans: tuple[str, ...] = ()
    noticed: str = ""
    suspect: bool = False
    plan_status: PlanStatus = PlanStatus.NOT_RECORDED

    @property
    def cost_us(self) -> float:
        """The added time of the typical execution, over all executions: a stall of a few executions does not rank a query."""
        return (self.candidate.p50_us - self.baseline.p50_us) * self.candidate.n


@dataclass(frozen=True, slots=True)
class Difference:
    """Errors of one query and SQLSTATE that only one side had. *cause*: what the SQLSTATE means, and on which object.
    *accepted*: why a gates file accepts them ("": it does not)."""

    query_key: str
    sql: str
    what: str
    sqlstate: str
    baseline_sqlstate: str
    count: int
    message: str
    first: str
    cause: str = ""
    accepted: str = ""


@dataclass(frozen=True, slots=True)
class RowDrift:
    """A query whose row counts differ between two replays, and the cause where it is known.

    *baseline_mean* None: the baseline is a capture, which has no row counts, and *different* counts empty results. *cause*:
    generated ids, clock or data.
    """

    query_key: str
    sql: str
    pairs: int
    different: int
    baseline_mean: float | None
    candidate_mean: float
    explanation: str
    cause: str = ""


@dataclass(frozen=True, slots=True)
class ClockRows:
    """A query whose answer depends on the clock: the rows of *n* executions on both sides (*baseline* None: a capture has none)."""

    query_key: str
    sql: str
    n: int
    baseline: int | None
    candidate: int


@dataclass(frozen=True, slots=True)
class ClockComparison:
    """The *queries* whose answer depends on the clock, the sides that were replayed with *production*'s time, and the query keys that may
    read the target's time on the candidate all the same (*target_time*: by a view, a function or a policy)."""

    queries: tuple[ClockRows, ...] = ()
    production: tuple[str, ...] = ()
    target_time: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One metric of both sides. Keys of the statistics: n, mean, p50, p99, max, every_s. *instances*: the baseline's and the candidate's ("":
    the side has no such metric); *reader*: it is a metric of a reader."""

    key: str
    name: str
    subject: str
    unit: str
    better: str
    baseline: dict[str, float] | None
    candidate: dict[str, float] | None
    source: str = ""
    instances: tuple[str, str] = ("", "")
    reader: bool = False

    @property
    def place(self) -> str:
        """Where it was measured, for a table: the source, and the instance if the source can have several."""
        names = dict.fromkeys(name for name in self.instances if name) if self.source in OF_INSTANCES else ()
        return " ".join([self.source, *names])

    @property
    def every_s(self) -> float:
        """The usual time between two samples, in seconds, of the side with the longer one (0: not known)."""
        return max((side.get("every_s", 0.0) for side in (self.baseline, self.candidate) if side), default=0.0)


@dataclass(frozen=True, slots=True)
class Load:
    """Active sessions on average, by side in order (baseline, candidate). *what*: wait, event, query or table; *name*: which one."""

    what: str
    name: str
    sessions: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A line per side over the run's seconds. *bands*: marked spans, in the same seconds, with their meaning; *events*: those in mid-run
    (begin, end, side, name); *metric*: the key of the metric row that it draws ("": none); *part*: its section of the report (statements, metrics, load)."""

    title: str
    unit: str
    lines: tuple[tuple[str, tuple[float, ...], tuple[float, ...]], ...]
    bands: tuple[tuple[float, float, str], ...] = ()
    events: tuple[tuple[float, float, str, str], ...] = ()
    metric: str = ""
    part: str = "statements"

    @property
    def empty(self) -> bool:
        """Whether it draws a metric that was always 0."""
        return bool(self.metric) and not any(any(values) for _, _, values in self.lines)


@dataclass(frozen=True, slots=True)
class Headroom:
    """How close a side came to a limit of its server: *used* at most, of *limit*."""

    side: str
    what: str
    unit: str
    used: float
    limit: float

    @property
    def share(self) -> float:
        return self.used / self.limit if self.limit else 0.0


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of a side: an *hour* of its servers; a *month* of them with *requests* (None: not known), and with requests
    free of charge (*optimized*, None: not known)."""

    side: str
    currency: str
    hour: float
    requests: float | None
    month: float
    optimized: float | None


@dataclass(frozen=True, slots=True)
class Noise:
    """The difference between two replays of the same system: *floor* of the typical query (a share), *measured* by a second
    replay of the baseline or else assumed; *advice*: the commands that measure it ("": it was measured)."""

    measured: bool = False
    floor: float = 0.0
    advice: str = ""

    def __str__(self) -> str:
        if self.measured:
            return f"two replays of the baseline differ by {self.floor:.1%} in the typical query"
        if not self.floor:
            return "not measured"
        return f"not measured: changes up to {self.floor:.0%} are treated as noise"


@dataclass(frozen=True, slots=True)
class OpenType:
    """A parameter (*number*, from 1) of a statement: the type it was *sent* as, and the *others* that it may have had.

    *sqlstate*: why the target could not parse the statement before the start ("": it could). *sides*: the replays that report it.
    """

    query_key: str
    sql: str
    number: int
    sent: str
    others: tuple[str, ...]
    sqlstate: str
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HostLoad:
    """Other load of a run's host, on average in percent (None: not measured): processor time of *others* than the server and
    this harness, *steal* of a hypervisor, time in which a process waited for *io* or a *cpu* (pressure)."""

    side: str
    others: float | None = None
    steal: float | None = None
    io: float | None = None
    cpu: float | None = None


@dataclass(frozen=True, slots=True)
class Caution:
    """A reason to doubt a result, and what to do about it ("": nothing)."""

    text: str
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class CandidateResult:
    """One candidate against the baseline. *uncertain*: why changes of latency cannot be separated from noise. *doubts*: why the verdict is
    inconclusive although both runs are fit. *cautions*: what limits the result. *clock*: queries that depend on it. *results*: the rows of both
    sides. *events*: those in mid-run. *ids*: how each run got the ids that its statements drew. *readers*: of the candidate (None: none).
    *rewrites*: rules by side."""

    name: str
    version: str
    verdict: Verdict
    fit: bool
    reasons: tuple[str, ...]
    fitness: dict[str, Fitness]
    queries: tuple[Query, ...]
    errors: dict[str, int]
    differences: tuple[Difference, ...]
    drift: tuple[RowDrift, ...]
    metrics: tuple[MetricRow, ...]
    series: tuple[Series, ...]
    distribution: tuple[tuple[str, tuple[float, ...]], ...]
    settings: tuple[tuple[str, str, str], ...]
    notes: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    overall: dict[str, Latency] = field(default_factory=dict)
    load: tuple[Load, ...] = ()
    headroom: tuple[Headroom, ...] = ()
    costs: tuple[Cost, ...] = ()
    noise: Noise = field(default_factory=Noise)
    hosts: tuple[HostLoad, ...] = ()
    open_types: tuple[OpenType, ...] = ()
    uncertain: tuple[str, ...] = ()
    doubts: tuple[Caution, ...] = ()
    cautions: tuple[Caution, ...] = ()
    clock: ClockComparison = field(default_factory=ClockComparison)
    results: Results = field(default_factory=Results)
    end_state: StateComparisons = field(default_factory=StateComparisons)
    events: EventComparison = field(default_factory=EventComparison)
    ids: tuple[SideIds, ...] = ()
    readers: ReaderFacts | None = None
    rewrites: Mapping[str, tuple[RewriteFacts, ...]] = field(default_factory=dict)

    def counts(self) -> dict[str, int]:
        """Return the number of queries by outcome."""
        outcomes = [query.outcome for query in self.queries]
        return {word.value.replace(" ", "_"): outcomes.count(word) for word in QueryOutcome}


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """A baseline and its candidates, with a verdict and its findings (``compare.findings``)."""

    baseline: str
    baseline_version: str
    time: str
    tolerance: float
    verdict: Verdict
    fit: bool
    reasons: tuple[str, ...]
    candidates: tuple[CandidateResult, ...]
    workload: dict[str, Any]
    made: dict[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def __repr__(self) -> str:
        names = ", ".join(one.name for one in self.candidates)
        return f"<Comparison of {names} with {self.baseline}: {self.verdict.value}>"

    def _repr_html_(self) -> str:
        """Return the verdict, the findings and the first queries for a notebook. It holds no values of statements."""
        return comparison_html(self.verdict.value, self.baseline, self.findings, self.candidates)

    @property
    def unmeasured(self) -> bool:
        """Whether a verdict on speed was given without measured noise."""
        conclusive = self.verdict != Verdict.INCONCLUSIVE
        return conclusive and any(not result.noise.measured and result.noise.floor > 0 for result in self.candidates)

    def queries(self, candidate: int = 0) -> pd.DataFrame:
        """Return one row per query key of a candidate, latencies in microseconds."""
        return frame(map(_document, self.candidates[candidate].queries), QUERIES)

    def metrics(self, candidate: int = 0) -> pd.DataFrame:
        """Return one row per metric of a candidate."""
        return frame(map(asdict, self.candidates[candidate].metrics), METRICS)

    def errors(self, candidate: int = 0) -> pd.DataFrame:
        """Return one row per kind of error that only one side had."""
        return frame(map(asdict, self.candidates[candidate].differences), ERRORS)


def _document(query: Query) -> dict[str, Any]:
    words = {"outcome": query.outcome.value, "plan_status": query.plan_status.value}
    return {**asdict(query), **words, "cost_us": query.cost_us}
