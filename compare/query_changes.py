"""Each query key on both sides, and what can be said of it.

Between sides executions are paired (same session, same seq). A query is called changed when one of three tests (the
paired ratio, p50, p95) finds a change beyond the tolerance that is surely beyond half of it (and surely beyond all of
the noise floor), Benjamini-Hochberg over all queries keeping false alarms down, and the change is one that somebody could
feel. The pairs come first: half of the room for error is theirs, a quarter each quantile's.

The noise floor is measured by a second replay of the baseline. Where there is none a floor is assumed (decision 0014): a
change counts when it is surely larger than ``ASSUMED`` and stands out by as much from the change of the typical query,
since what a busy machine does to one it does to most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from zlib import crc32

import numpy as np

from pgrehearse.compare.alignment import OK, Layout, Measured
from pgrehearse.compare.comparison import Change, Latency, Query, QueryOutcome
from pgrehearse.compare.statistics import Estimate, Resampling, blocks, discoveries, paired, quantile_change
from pgrehearse.compare.thresholds import ASSUMED, FEWEST_TYPICAL, ROOM, Margin, Margins, shared_change
from pgrehearse.workload.arrays import Floats, Ints

FALSE_DISCOVERY = 0.01
LEAST_P50, LEAST_P95 = 15, 100
# So many it takes to tell p99's change, which is never judged.
LEAST_P99 = 500
# A change is worth a verdict when it is this long, or this share of all the time the baseline spent.
FELT_US = 100.0
FELT_SHARE = 0.05
# Each side's times of a query are told at so many quantiles.
_QUANTILES = np.linspace(0.0, 1.0, 41)


@dataclass(frozen=True, slots=True)
class Round:
    """A replay of the baseline (or production) and one of the candidate."""

    baseline: Measured
    candidate: Measured


@dataclass(frozen=True, slots=True)
class Rules:
    """*tolerance*: a change up to this share is none. *assumed*: nor is one up to this, where no noise floor was measured.
    *least_us*: no change shorter than this can be judged (by a time that holds a round trip). *unjudged*: query keys that
    cannot be judged, and why. *shapes*: (template, kind) by key."""

    tolerance: float = 0.10
    assumed: float = 0.0
    least_us: float = 0.0
    unjudged: Mapping[str, str] = field(default_factory=dict)
    shapes: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """The executions that both sides timed: their times, and blocks that no two rounds share."""

    a: Floats
    b: Floats
    block: Ints


@dataclass(frozen=True, slots=True)
class _Told:
    """One query's times on both sides, as measured and as felt; its pairs are tested later."""

    query_key: str
    baseline: Latency
    candidate: Latency
    production: Latency | None
    response: tuple[Latency, Latency] | None
    distribution: tuple[tuple[float, ...], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class _Tested:
    """One query's numbers before the verdict over all of them."""

    told: _Told
    estimates: dict[str, Estimate]
    why_not: str
    pairs: int

    def least(self, margins: Margins) -> tuple[float, float]:
        """Return the smallest p-value of its tests for the worse and for the better, each by its share of the room."""
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


def latency(values: Floats) -> Latency:
    """Return the times of executions (NaN: not measured, left out)."""
    known = values[~np.isnan(values)].astype(np.float64)
    if not len(known):
        return NOTHING
    p50, p95, p99 = (float(one) for one in np.quantile(known, (0.5, 0.95, 0.99)))
    return Latency(len(known), p50, p95, p99, float(known.mean()), float(known.sum()))


def evaluate(
    where: Layout,
    rounds: Sequence[Round],
    rules: Rules,
    *,
    production: Measured | None = None,
    floor: Mapping[str, float] | None = None,
) -> tuple[Query, ...]:
    """Judge every query key that a side timed. *rounds*: at least one; more of the same sides are pooled.

    *floor*: each query's noise floor (``noise_floor``): no change up to it counts. Ordered: regressed first, then by what
    the change costs.
    """
    tested = []
    for key, places in where.by_key():
        told = _told(key, places, rounds, production)
        if told.baseline.n or told.candidate.n:
            tested.append(_test(told, _pooled(where, places, rounds), rules.unjudged.get(key, "")))
    shared = shared_change([one.estimates for one in tested]) if rules.assumed else {}
    margins = {one.told.query_key: _margins(one.told.query_key, rules, floor or {}, shared) for one in tested}
    whole = sum(one.told.baseline.total_us for one in tested)
    queries = _classified(tested, margins, whole, rules)
    rank = {
        QueryOutcome.REGRESSED: 0,
        QueryOutcome.IMPROVED: 1,
        QueryOutcome.UNCHANGED: 2,
        QueryOutcome.CANNOT_EVALUATE: 3,
    }
    return tuple(sorted(queries, key=lambda query: (rank[query.outcome], -abs(query.cost_us))))


def typical_change(queries: Sequence[Query]) -> float:
    """Return how far the typical query's executions lie apart between the sides, as a share (0: too few are judged)."""
    ratios = [abs(np.log(query.paired.ratio)) for query in queries if query.paired is not None]
    return float(np.expm1(np.median(ratios))) if len(ratios) >= FEWEST_TYPICAL else 0.0


def _margins(key: str, rules: Rules, floor: Mapping[str, float], shared: Mapping[str, tuple[float, float]]) -> Margins:
    """Return by test what a query's change has to exceed: the tolerance, and its noise floor, measured or assumed."""
    noise = max(floor.get(key, floor.get("", 0.0)), rules.assumed)
    tolerance, sure = max(rules.tolerance, noise), max(rules.tolerance / 2, noise)
    return {name: Margin(tolerance, sure, shared.get(name, (0.0, 0.0))) for name in ROOM}


def noise_floor(where: Layout, baseline: Measured, again: Measured) -> dict[str, float]:
    """Return how far each query's times lie apart in two replays of the same thing, as a share ("": the typical query's).

    A machine's mood moves all queries together: no query's floor lies below the typical one's.
    """
    found: dict[str, float] = {}
    for key, places in where.by_key():
        pairs = _pooled(where, places, [Round(baseline, again)])
        if len(pairs.a) >= LEAST_P50 and (estimates := _estimates(key, pairs)):
            found[key] = float(np.expm1(max(abs(one.log_ratio) for name, one in estimates.items() if name != "p95")))
    typical = float(np.median(list(found.values()))) if found else 0.0
    return {"": typical, **{key: max(share, typical) for key, share in found.items()}}


def _told(key: str, places: Ints, rounds: Sequence[Round], production: Measured | None) -> _Told:
    sides = [[getattr(one, name) for one in rounds] for name in ("baseline", "candidate")]
    ours, theirs = (np.concatenate([one.us[places][one.status[places] == OK] for one in side]) for side in sides)
    felt = [np.concatenate([one.felt[places][one.status[places] == OK] for one in side]) for side in sides]
    before = production.us[places][production.status[places] == OK] if production is not None else None
    response = tuple(latency(values) for values in felt)
    return _Told(
        key,
        latency(ours),
        latency(theirs),
        latency(before) if before is not None and len(before) else None,
        (response[0], response[1]) if all(one.n for one in response) else None,
        (_quantiles(ours), _quantiles(theirs)),
    )


def _quantiles(values: Floats) -> tuple[float, ...]:
    known = values[~np.isnan(values)]
    return tuple(np.quantile(known, _QUANTILES).tolist()) if len(known) else ()


def _pooled(where: Layout, places: Ints, rounds: Sequence[Round]) -> _Pairs:
    parts, taken = [], 0
    for one in rounds:
        a, b = one.baseline, one.candidate
        both = (a.status[places] == OK) & (b.status[places] == OK) & ~np.isnan(a.us[places]) & ~np.isnan(b.us[places])
        chosen = places[both]
        if not len(chosen):
            continue
        block = blocks(where.at_us[chosen]) + taken
        taken = int(block.max()) + 1
        parts.append((a.us[chosen], b.us[chosen], block))
    if not parts:
        return _Pairs(np.zeros(0), np.zeros(0), np.zeros(0, dtype=np.int64))
    a_us, b_us, block = (np.concatenate(column) for column in zip(*parts, strict=True))
    return _Pairs(np.maximum(a_us.astype(np.float64), 1.0), np.maximum(b_us.astype(np.float64), 1.0), block)


def _test(told: _Told, pairs: _Pairs, why: str) -> _Tested:
    n = len(pairs.a)
    estimates: dict[str, Estimate] = {}
    if not why and n < LEAST_P50:
        why = f"{n} executions that succeeded on both sides; {LEAST_P50} are needed"
    elif not why:
        estimates = _estimates(told.query_key, pairs)
        why = "" if estimates else "its executions fall into too few seconds"
    return _Tested(told, estimates, why, n)


def _estimates(key: str, pairs: _Pairs) -> dict[str, Estimate]:
    drawn = Resampling.of(pairs.block, crc32(key.encode()))
    if drawn is None:
        return {}
    qs = {"p50": 0.5} | ({"p95": 0.95} if len(pairs.a) >= LEAST_P95 else {})
    changes = quantile_change(pairs.a, pairs.b, drawn, tuple(qs.values()))
    return {"paired": paired(np.log(pairs.b / pairs.a), drawn), **dict(zip(qs, changes, strict=True))}


def _classified(tested: list[_Tested], margins: Mapping[str, Margins], whole_us: float, rules: Rules) -> list[Query]:
    able = [one for one in tested if not one.why_not]
    plain = _margins("", replace(rules, assumed=0.0), {}, {})
    found = _found(able, [margins[one.told.query_key] for one in able])
    seen = _found(able, [plain] * len(able))
    verdicts: dict[str, _Said] = {}
    for one, (up, down), (worse, better) in zip(able, found, seen, strict=True):
        mine = margins[one.told.query_key]
        said = _judged(one, mine, whole_us, rules, up=up, down=down)
        if said.outcome == QueryOutcome.UNCHANGED and (worse or better):
            said = _noticed(one, said, plain, up=worse)
        verdicts[one.told.query_key] = said
    level = FALSE_DISCOVERY / max(len(able), 1)
    return [
        _query(
            one,
            verdicts.get(one.told.query_key, _Said(QueryOutcome.CANNOT_EVALUATE, one.why_not)),
            rules,
            (margins[one.told.query_key], level),
        )
        for one in tested
    ]


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of a query; *noticed*: of a change that is shown and does not count, how large it is; *suspect*: it seems
    slower by more than noise is taken to be, and its executions do not prove it."""

    outcome: QueryOutcome
    why: str
    noticed: str = ""
    suspect: bool = False


def _found(able: Sequence[_Tested], margins: Sequence[Margins]) -> list[tuple[bool, bool]]:
    """Return of each query whether it is slower, and whether it is faster: false discoveries are held over all of them."""
    least = [one.least(mine) for one, mine in zip(able, margins, strict=True)]
    slower, faster = (discoveries(np.array([one[way] for one in least]), FALSE_DISCOVERY) for way in range(2))
    return list(zip(slower.tolist(), faster.tolist(), strict=True))


def _judged(one: _Tested, margins: Margins, whole_us: float, rules: Rules, *, up: bool, down: bool) -> _Said:
    widest = margins["paired"].widest
    if not up and not down:
        return _unproven(one, margins, whole_us) or _Said(
            QueryOutcome.UNCHANGED, f"no change beyond {widest:.0%} shown"
        )
    names = one.shown(margins, up=up)
    step = _step(one.told, names)
    if step < rules.least_us:
        return _Said(
            QueryOutcome.CANNOT_EVALUATE, f"its change of {step:.0f} µs is less than twice the round trip: not judged"
        )
    total = abs(one.told.candidate.p50_us - one.told.baseline.p50_us) * one.told.candidate.n
    if step < FELT_US and not (whole_us > 0 and total >= FELT_SHARE * whole_us):
        return _Said(QueryOutcome.UNCHANGED, f"changed, by less than {FELT_US:.0f} µs and {FELT_SHARE:.0%} of all time")
    tests = ", ".join(sorted(names)) or "all tests together"
    return _Said(QueryOutcome.REGRESSED if up else QueryOutcome.IMPROVED, f"beyond {widest:.0%} by {tests}")


def _unproven(one: _Tested, margins: Margins, whole_us: float) -> _Said | None:
    """Say that a query seems to have changed by more than noise is taken to be, if it does: that is not "unchanged"."""
    seems = [one.estimates[name].log_ratio for name in ("paired", "p50")]
    for sign, word, share in ((1, "slow", 0), (-1, "fast", 1)):
        edges = [float(np.log1p(ASSUMED)) + margins[name].shared[share] for name in ("paired", "p50")]
        if all(sign * ratio > edge for ratio, edge in zip(seems, edges, strict=True)) and _felt(one.told, whole_us):
            times = float(np.exp(abs(seems[0])))
            why = f"seems {times:.1f} times as {word}, which its executions do not prove: replay again with a second control, or for longer"
            return _Said(QueryOutcome.CANNOT_EVALUATE, why, suspect=sign > 0)
    return None


def _felt(told: _Told, whole_us: float) -> bool:
    """Say whether somebody would feel the change of the typical execution, or of all of them together."""
    step = abs(told.candidate.p50_us - told.baseline.p50_us)
    return step >= FELT_US or (whole_us > 0 and step * told.candidate.n >= FELT_SHARE * whole_us)


def _noticed(one: _Tested, said: _Said, plain: Margins, *, up: bool) -> _Said:
    """Add the size of a change that is shown beyond the tolerance, though it does not count."""
    names = one.shown(plain, up=up) or set(one.estimates)
    name = next(test for test in ROOM if test in names)
    ratio = float(np.exp(one.estimates[name].log_ratio))
    size = f"{ratio - 1:+.0%} {'of its executions' if name == 'paired' else 'at ' + name}, {_step(one.told, names):.0f} µs each"
    return replace(said, why=f"{size}: not counted, {said.why}", noticed=size)


def _step(told: _Told, names: set[str]) -> float:
    """Return how much longer or shorter an execution takes, by what showed it."""
    steps = [abs(told.candidate.p50_us - told.baseline.p50_us)]
    if "p95" in names:
        steps.append(abs(told.candidate.p95_us - told.baseline.p95_us))
    return max(steps)


def _query(one: _Tested, said: _Said, rules: Rules, held: tuple[Margins, float]) -> Query:
    changes = {name: _change(estimate) for name, estimate in one.estimates.items()}
    told = one.told
    sql, kind = rules.shapes.get(told.query_key, ("", ""))
    return Query(
        told.query_key,
        sql,
        kind,
        said.outcome,
        said.why,
        told.baseline,
        told.candidate,
        told.production,
        changes.get("paired"),
        changes.get("p50"),
        changes.get("p95"),
        response=told.response,
        distribution=told.distribution,
        smallest={name: _seen(one, name, *held) for name in one.estimates},
        needed=_needed(one, rules.tolerance, *held),
        noticed=said.noticed,
        suspect=said.suspect,
    )


def _seen(one: _Tested, name: str, margins: Margins, level: float) -> float:
    """Return the smallest change that this test could have shown, and somebody felt."""
    at = one.told.baseline.p95_us if name == "p95" else one.told.baseline.p50_us
    felt = FELT_US / at if at > 0 else 0.0
    margin = margins[name]
    return max(one.estimates[name].seen(margin.widest, margin.widest_sure, level * ROOM[name]), felt)


def _needed(one: _Tested, tolerance: float, margins: Margins, level: float) -> int | None:
    """Return how many executions would show a change of twice the tolerance; None where these did, or none would."""
    wanted, level = 2 * tolerance, level * ROOM["paired"]
    estimate, margin = one.estimates.get("paired"), margins["paired"]
    if estimate is None or margin.widest >= wanted or estimate.seen(margin.widest, margin.widest_sure, level) <= wanted:
        return None
    return estimate.needed(one.pairs, wanted, margin.widest_sure, level)


def _change(estimate: Estimate) -> Change:
    return Change(
        float(np.exp(estimate.log_ratio)),
        float(np.exp(estimate.low)),
        float(np.exp(estimate.high)),
        min(estimate.beyond(0.0)),
    )
