"""Each query key on both sides, and its outcome.

Between sides executions are paired (same session, same seq). A query has changed when one of three tests (the paired
ratio, p50, p95) finds a change beyond the tolerance that is significantly beyond half of it (and significantly beyond all
of the noise floor), with the false discovery rate of all queries controlled by Benjamini-Hochberg, and the change is large
enough to matter. The pairs have half of the error probability, each quantile has a quarter.

The noise floor is measured by a second replay of the baseline. Where there is none a floor is assumed (decision 0014): a
change counts when it is significantly larger than ``ASSUMED`` and exceeds the change of the typical query by as much,
since a busy machine affects most queries alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from pgrehearse.compare.alignment import Layout, Measured
from pgrehearse.compare.comparison import Change, Latency, Query, QueryOutcome
from pgrehearse.compare.estimates import LEAST_P50, estimates, paired_executions
from pgrehearse.compare.executions import Executions, Round, by_key, measured
from pgrehearse.compare.quantiles import Parts, quantiles
from pgrehearse.compare.statistics import Estimate, discoveries
from pgrehearse.compare.thresholds import ASSUMED, FEWEST_TYPICAL, ROOM, Margin, Margins, shared_change

FALSE_DISCOVERY = 0.01
# So many executions are needed to report the change of p99, which is never tested.
LEAST_P99 = 500
# A change matters when an execution changes by this time, or all of them by this share of the baseline's time.
RELEVANT_US = 100.0
RELEVANT_SHARE = 0.05
# Each side's times of a query are kept at so many quantiles.
_QUANTILES = np.linspace(0.0, 1.0, 41)


@dataclass(frozen=True, slots=True)
class Rules:
    """*tolerance*: a change up to this share does not count. *assumed*: the noise floor, where none was measured. *least_us*: no
    change shorter than this can be tested (where times include a round trip). *untested*: query keys that cannot be tested,
    and why. *shapes*: (template, kind) by key."""

    tolerance: float = 0.10
    assumed: float = 0.0
    least_us: float = 0.0
    untested: Mapping[str, str] = field(default_factory=dict)
    shapes: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Times:
    """One query's times on both sides, from when they were sent and from when they were due; its pairs are tested later."""

    query_key: str
    baseline: Latency
    candidate: Latency
    production: Latency | None
    response: tuple[Latency, Latency] | None
    distribution: tuple[tuple[float, ...], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class _Tested:
    """One query's estimates before the decision over all queries."""

    times: _Times
    estimates: dict[str, Estimate]
    why_not: str
    pairs: int

    def least(self, margins: Margins) -> tuple[float, float]:
        """Return the smallest p-value of its tests for the worse and for the better, each divided by its share (``ROOM``)."""
        ps = [(margins[name].beyond(estimate), ROOM[name]) for name, estimate in self.estimates.items()]
        return min([1.0, *(p / room for (p, _), room in ps)]), min([1.0, *(p / room for (_, p), room in ps)])

    def shown(self, margins: Margins, *, up: bool) -> set[str]:
        """Return the tests that show a change for the worse (*up*), or for the better."""
        return {
            name
            for name, estimate in self.estimates.items()
            if margins[name].beyond(estimate)[0 if up else 1] / ROOM[name] <= FALSE_DISCOVERY
        }


NOTHING = Latency(0, 0.0, 0.0, 0.0, 0.0, 0.0)


def latency(values: Parts) -> Latency:
    """Return the times of executions."""
    sums = [(len(part), float(part.astype(np.float64).sum())) for part in values()]
    n, sum_us = sum(count for count, _ in sums), sum(of_part for _, of_part in sums)
    if not n:
        return NOTHING
    p50, p95, p99 = quantiles(values, n, (0.5, 0.95, 0.99)).tolist()
    return Latency(n, p50, p95, p99, sum_us / n, sum_us)


def evaluate(
    where: Layout,
    rounds: Sequence[Round],
    rules: Rules,
    *,
    production: Measured | None = None,
    floor: Mapping[str, float] | None = None,
) -> tuple[Query, ...]:
    """Test every query key that a side timed. *rounds*: at least one; more of the same sides are pooled.

    *floor*: each query's noise floor (``noise_floor``): no change up to it counts. Ordered: regressed first, then by the cost
    of the change.
    """
    tested = []
    for key, executions in by_key(where, rounds, production):
        times = _times(key, executions)
        if times.baseline.n or times.candidate.n:
            tested.append(_test(times, executions, rules.untested.get(key, "")))
    shared = shared_change([query.estimates for query in tested]) if rules.assumed else {}
    keys = [query.times.query_key for query in tested]
    margins = {key: _margins(key, rules, floor or {}, shared) for key in keys}
    total_us = sum(query.times.baseline.total_us for query in tested)
    queries = _with_outcomes(tested, margins, total_us, rules)
    rank = {
        QueryOutcome.REGRESSED: 0,
        QueryOutcome.IMPROVED: 1,
        QueryOutcome.UNCHANGED: 2,
        QueryOutcome.CANNOT_EVALUATE: 3,
    }
    return tuple(sorted(queries, key=lambda query: (rank[query.outcome], -abs(query.cost_us))))


def typical_change(queries: Sequence[Query]) -> float:
    """Return the change of the typical query between the sides, as a share (0: too few queries were tested)."""
    ratios = [abs(np.log(query.paired.ratio)) for query in queries if query.paired is not None]
    return float(np.expm1(np.median(ratios))) if len(ratios) >= FEWEST_TYPICAL else 0.0


def _margins(key: str, rules: Rules, floor: Mapping[str, float], shared: Mapping[str, tuple[float, float]]) -> Margins:
    """Return by test what a query's change must exceed: the tolerance, and its noise floor, measured or assumed."""
    noise = max(floor.get(key, floor.get("", 0.0)), rules.assumed)
    tolerance, sure = max(rules.tolerance, noise), max(rules.tolerance / 2, noise)
    return {name: Margin(tolerance, sure, shared.get(name, (0.0, 0.0))) for name in ROOM}


def noise_floor(where: Layout, baseline: Measured, again: Measured) -> dict[str, float]:
    """Return the difference of each query's times in two replays of the same system, as a share ("": the typical query's).

    The load of a machine changes all queries together: no query's floor is lower than the typical one's.
    """
    floors: dict[str, float] = {}
    for key, executions in by_key(where, [Round(baseline, again)], response=False):
        if found := estimates(key, paired_executions(executions)):
            ratios = [abs(estimate.log_ratio) for name, estimate in found.items() if name != "p95"]
            floors[key] = float(np.expm1(max(ratios)))
    typical = float(np.median(list(floors.values()))) if floors else 0.0
    return {"": typical, **{key: max(share, typical) for key, share in floors.items()}}


def _times(key: str, executions: Executions) -> _Times:
    before, after = (measured([pair[side] for pair in executions.us]) for side in range(2))
    response = [latency(measured([pair[side] for pair in executions.response_us])) for side in range(2)]
    captured = executions.production_us
    production = latency(measured([captured])) if captured is not None else NOTHING
    return _Times(
        key,
        latency(before),
        latency(after),
        production if production.n else None,
        (response[0], response[1]) if all(side.n for side in response) else None,
        (_quantiles(before), _quantiles(after)),
    )


def _quantiles(values: Parts) -> tuple[float, ...]:
    n = sum(map(len, values()))
    return tuple(quantiles(values, n, _QUANTILES, np.float32).tolist()) if n else ()


def _test(times: _Times, executions: Executions, why: str) -> _Tested:
    pairs = paired_executions(executions)
    found: dict[str, Estimate] = {}
    if not why and pairs.n < LEAST_P50:
        why = f"{pairs.n} executions succeeded on both sides; {LEAST_P50} are needed"
    elif not why:
        found = estimates(times.query_key, pairs)
        why = "" if found else "its executions fall into too few seconds"
    return _Tested(times, found, why, pairs.n)


@dataclass(frozen=True, slots=True)
class _Decision:
    """The outcome of a query. *noticed*: the size of a change that is shown and does not count; *suspect*: it seems slower by
    more than the assumed noise, and its executions do not prove it."""

    outcome: QueryOutcome
    why: str
    noticed: str = ""
    suspect: bool = False


def _with_outcomes(tested: list[_Tested], margins: Mapping[str, Margins], total_us: float, rules: Rules) -> list[Query]:
    able = [query for query in tested if not query.why_not]
    plain = _margins("", replace(rules, assumed=0.0), {}, {})
    counting = _discovered(able, [margins[query.times.query_key] for query in able])
    shown = _discovered(able, [plain] * len(able))
    decisions: dict[str, _Decision] = {}
    for query, directions, (worse, better) in zip(able, counting, shown, strict=True):
        key = query.times.query_key
        decision = _decided(query, margins[key], total_us, rules, directions)
        if decision.outcome == QueryOutcome.UNCHANGED and (worse or better):
            decision = _noticed(query, decision, plain, up=worse)
        decisions[key] = decision
    level = FALSE_DISCOVERY / max(len(able), 1)
    return [
        _query(
            query,
            decisions.get(query.times.query_key, _Decision(QueryOutcome.CANNOT_EVALUATE, query.why_not)),
            rules,
            (margins[query.times.query_key], level),
        )
        for query in tested
    ]


def _discovered(able: Sequence[_Tested], margins: Sequence[Margins]) -> list[tuple[bool, bool]]:
    """Return of each query whether it is slower, and whether it is faster, with the false discovery rate of all controlled."""
    least = [query.least(of_query) for query, of_query in zip(able, margins, strict=True)]
    slower, faster = (discoveries(np.array([p[way] for p in least]), FALSE_DISCOVERY) for way in range(2))
    return list(zip(slower.tolist(), faster.tolist(), strict=True))


def _decided(
    query: _Tested, margins: Margins, total_us: float, rules: Rules, directions: tuple[bool, bool]
) -> _Decision:
    """Return the outcome of a query. *directions*: whether it is slower, whether it is faster (``_discovered``)."""
    up, down = directions
    widest = margins["paired"].widest
    if not up and not down:
        no_change = _Decision(QueryOutcome.UNCHANGED, f"no change larger than {widest:.0%} was found")
        return _unproven(query, margins, total_us) or no_change
    names = query.shown(margins, up=up)
    step = _step(query.times, names)
    if step < rules.least_us:
        why = f"its change of {step:.0f} µs is less than twice the round trip: not tested"
        return _Decision(QueryOutcome.CANNOT_EVALUATE, why)
    total = abs(query.times.candidate.p50_us - query.times.baseline.p50_us) * query.times.candidate.n
    if step < RELEVANT_US and not (total_us > 0 and total >= RELEVANT_SHARE * total_us):
        why = f"changed by less than {RELEVANT_US:.0f} µs and less than {RELEVANT_SHARE:.0%} of all time"
        return _Decision(QueryOutcome.UNCHANGED, why)
    tests = ", ".join(sorted(names)) or "all tests together"
    outcome = QueryOutcome.REGRESSED if up else QueryOutcome.IMPROVED
    return _Decision(outcome, f"changed by more than {widest:.0%}, shown by {tests}")


def _unproven(query: _Tested, margins: Margins, total_us: float) -> _Decision | None:
    """Return that a query seems to have changed by more than the assumed noise, if it does: this is not "unchanged"."""
    seems = [query.estimates[name].log_ratio for name in ("paired", "p50")]
    for sign, word, share in ((1, "slow", 0), (-1, "fast", 1)):
        edges = [float(np.log1p(ASSUMED)) + margins[name].shared[share] for name in ("paired", "p50")]
        beyond = all(sign * ratio > edge for ratio, edge in zip(seems, edges, strict=True))
        if beyond and _relevant(query.times, total_us):
            factor = float(np.exp(abs(seems[0])))
            why = f"seems {factor:.1f} times as {word}, but its executions do not prove it: replay again with a second control, or for longer"
            return _Decision(QueryOutcome.CANNOT_EVALUATE, why, suspect=sign > 0)
    return None


def _relevant(times: _Times, total_us: float) -> bool:
    """Return whether the change of the typical execution, or of all executions together, is large enough to matter."""
    step = abs(times.candidate.p50_us - times.baseline.p50_us)
    return step >= RELEVANT_US or (total_us > 0 and step * times.candidate.n >= RELEVANT_SHARE * total_us)


def _noticed(query: _Tested, decision: _Decision, plain: Margins, *, up: bool) -> _Decision:
    """Add the size of a change that is shown beyond the tolerance, though it does not count."""
    names = query.shown(plain, up=up) or set(query.estimates)
    name = next(test for test in ROOM if test in names)
    ratio = float(np.exp(query.estimates[name].log_ratio))
    of_what = "per execution" if name == "paired" else f"at {name}"
    size = f"{ratio - 1:+.0%} {of_what}, {_step(query.times, names):.0f} µs each"
    return replace(decision, why=f"{size}: not counted, {decision.why}", noticed=size)


def _step(times: _Times, names: set[str]) -> float:
    """Return how much longer or shorter an execution takes, by the tests that show it (*names*)."""
    steps = [abs(times.candidate.p50_us - times.baseline.p50_us)]
    if "p95" in names:
        steps.append(abs(times.candidate.p95_us - times.baseline.p95_us))
    return max(steps)


def _query(tested: _Tested, decision: _Decision, rules: Rules, held: tuple[Margins, float]) -> Query:
    changes = {name: _change(estimate) for name, estimate in tested.estimates.items()}
    times = tested.times
    sql, kind = rules.shapes.get(times.query_key, ("", ""))
    return Query(
        times.query_key,
        sql,
        kind,
        decision.outcome,
        decision.why,
        times.baseline,
        times.candidate,
        times.production,
        changes.get("paired"),
        changes.get("p50"),
        changes.get("p95"),
        response=times.response,
        distribution=times.distribution,
        smallest={name: _detectable(tested, name, *held) for name in tested.estimates},
        needed=_needed(tested, rules.tolerance, *held),
        noticed=decision.noticed,
        suspect=decision.suspect,
    )


def _detectable(query: _Tested, name: str, margins: Margins, level: float) -> float:
    """Return the smallest change that this test could have shown, and that matters."""
    at_us = query.times.baseline.p95_us if name == "p95" else query.times.baseline.p50_us
    relevant = RELEVANT_US / at_us if at_us > 0 else 0.0
    margin = margins[name]
    return max(query.estimates[name].seen(margin.widest, margin.widest_sure, level * ROOM[name]), relevant)


def _needed(query: _Tested, tolerance: float, margins: Margins, level: float) -> int | None:
    """Return how many executions would show a change of twice the tolerance; None where these did, or none would."""
    wanted, level = 2 * tolerance, level * ROOM["paired"]
    estimate, margin = query.estimates.get("paired"), margins["paired"]
    if estimate is None or margin.widest >= wanted or estimate.seen(margin.widest, margin.widest_sure, level) <= wanted:
        return None
    return estimate.needed(query.pairs, wanted, margin.widest_sure, level)


def _change(estimate: Estimate) -> Change:
    return Change(
        float(np.exp(estimate.log_ratio)),
        float(np.exp(estimate.low)),
        float(np.exp(estimate.high)),
        min(estimate.beyond(0.0)),
    )
