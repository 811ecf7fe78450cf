"""The frozen value that every report reads, and a notebook's way into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


class Verdict(StrEnum):
    """What a comparison says."""

    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    REGRESSED = "regressed"
    INCONCLUSIVE = "inconclusive"


class QueryOutcome(StrEnum):
    """What is said of one query."""

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


@dataclass(frozen=True, slots=True)
class Query:
    """One query key on both sides, and what is said of it.

    *response*: both sides' times from when executions were due; *distribution*: both sides' times at 41 quantiles, in
    microseconds. *smallest*: by test (paired, p50, p95), the smallest change that 95 of 100 such comparisons would have
    shown; *needed*: executions that would show twice the tolerance, where these would not. *noticed*: the size of a change
    that is shown beyond the tolerance and does not count (too short to be felt, or within the noise floor). *suspect*: it seems
    slower by more than noise is taken to be, and its executions do not prove it: no verdict may call that unchanged.
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

    @property
    def cost_us(self) -> float:
        """What its typical execution costs more, over all executions: a stall that hit a few does not rank a query."""
        return (self.candidate.p50_us - self.baseline.p50_us) * self.candidate.n


@dataclass(frozen=True, slots=True)
class Difference:
    """Errors of one query and SQLSTATE that one side had and the other had not. *cause*: what the SQLSTATE means, and on which
    object."""

    query_key: str
    sql: str
    what: str
    sqlstate: str
    baseline_sqlstate: str
    count: int
    message: str
    first: str
    cause: str = ""


@dataclass(frozen=True, slots=True)
class RowDrift:
    """A query whose row counts differ between two replays, and what that comes from where it is known.

    *baseline_mean* None: the baseline is a capture, which has no row counts, and *different* counts empty answers. *cause*:
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
class MetricRow:
    """One metric of both sides. Keys of the statistics: n, mean, p50, p99, max."""

    key: str
    name: str
    subject: str
    unit: str
    better: str
    baseline: dict[str, float] | None
    candidate: dict[str, float] | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Load:
    """Active sessions on average, by side in order (baseline, candidate): *what* (wait, event, query, table) and which."""

    what: str
    name: str
    sessions: tuple[float, ...]


# How a band that is a checkpoint ends: no fault, and drawn fainter.
CHECKPOINT = "checkpoint"


@dataclass(frozen=True, slots=True)
class Series:
    """A line per side over the run's seconds. *bands*: spans to mark, in the same seconds, with what they are; *metric*: the
    key of the row it draws, where it draws one; *part*: where in the report it stands (statements, metrics, load)."""

    title: str
    unit: str
    lines: tuple[tuple[str, tuple[float, ...], tuple[float, ...]], ...]
    bands: tuple[tuple[float, float, str], ...] = ()
    metric: str = ""
    part: str = "statements"

    @property
    def empty(self) -> bool:
        """Whether it is of a metric that never was anything but 0."""
        return bool(self.metric) and not any(any(values) for _, _, values in self.lines)


@dataclass(frozen=True, slots=True)
class Headroom:
    """How near a side came to a limit of its server: *used* at most, of *limit*."""

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
    """What a side costs: an *hour* of its servers; a *month* of them with *requests* (None: not known), and with requests
    for nothing (*optimized*, None: not known)."""

    side: str
    currency: str
    hour: float
    requests: float | None
    month: float
    optimized: float | None


@dataclass(frozen=True, slots=True)
class Noise:
    """What lies between two replays of one thing: *floor* of the typical query (a share), *measured* by a second replay of the
    baseline or else assumed; *advice*: the commands that measure it ("": it was)."""

    measured: bool = False
    floor: float = 0.0
    advice: str = ""

    def __str__(self) -> str:
        if self.measured:
            return f"two replays of the baseline differ by {self.floor:.1%} in the typical query"
        if not self.floor:
            return "none measured"
        return f"none was measured: changes up to {self.floor:.0%} are taken for noise"


@dataclass(frozen=True, slots=True)
class OpenType:
    """A parameter (*number*, from 1) of a statement: the type it was *sent* as, and the *others* that it may have had.

    *sqlstate*: why the target could not parse the statement before the start ("": it could). *sides*: the replays that say so.
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
    """What else a run's host did meanwhile, on average in percent (None: not measured): processor time of *others* than the
    server and this harness, *steal* of a hypervisor, time in which somebody waited for *io* or a *cpu* (pressure)."""

    side: str
    others: float | None = None
    steal: float | None = None
    io: float | None = None
    cpu: float | None = None


@dataclass(frozen=True, slots=True)
class CandidateResult:
    """One candidate against the baseline. *uncertain*: why its latencies cannot be told from noise."""

    name: str
    version: str
    verdict: Verdict
    fit: bool
    reasons: tuple[str, ...]
    fitness: dict[str, Any]
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

    def counts(self) -> dict[str, int]:
        """Return how many queries are of each class."""
        return {
            word.value.replace(" ", "_"): sum(query.outcome == word for query in self.queries) for word in QueryOutcome
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """A baseline and its candidates, judged."""

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

    @property
    def unmeasured(self) -> bool:
        """Whether a verdict on speed was given without measured noise."""
        judged = self.verdict != Verdict.INCONCLUSIVE
        return judged and any(not one.noise.measured and one.noise.floor > 0 for one in self.candidates)

    def queries(self, candidate: int = 0) -> pd.DataFrame:
        """Return one row per query key of a candidate, latencies in microseconds."""
        import pandas as pd  # when a notebook asks: a terminal need not wait for it

        return pd.json_normalize([_flat(query) for query in self.candidates[candidate].queries])

    def metrics(self, candidate: int = 0) -> pd.DataFrame:
        """Return one row per metric of a candidate."""
        import pandas as pd  # when a notebook asks: a terminal need not wait for it

        return pd.json_normalize([asdict(row) for row in self.candidates[candidate].metrics])

    def errors(self, candidate: int = 0) -> pd.DataFrame:
        """Return one row per kind of divergent error of a candidate."""
        import pandas as pd  # when a notebook asks: a terminal need not wait for it

        return pd.DataFrame([asdict(row) for row in self.candidates[candidate].differences])


def _flat(query: Query) -> dict[str, Any]:
    return {**asdict(query), "outcome": query.outcome.value, "cost_us": query.cost_us}
