"""Each query key on both sides, and what can be said of it.

Between replays executions are paired (same session, same seq). A query is called changed when one of three tests
(the paired median ratio, p50, p95) finds a change beyond the tolerance, Benjamini-Hochberg over all queries keeping
false alarms down, and the change is one that somebody could feel.
"""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

import numpy as np
import polars as pl

from compare.comparison import Change, Class, Latency, Query
from compare.statistics import Estimate, blocks, discoveries, paired, quantile_change

FALSE_DISCOVERY = 0.01
LEAST_P50, LEAST_P95 = 15, 100
# A change is worth a verdict when it is this long, or this share of all the time the baseline spent.
FELT_US = 100.0
FELT_SHARE = 0.05
_TESTS = 3
# What tells one execution of a replay from another.
EXECUTION = ["session", "copy", "seq"]


@dataclass(frozen=True, slots=True)
class Tested:
    """One query's numbers before the verdict over all of them."""

    query_key: str
    baseline: Latency
    candidate: Latency
    production: Latency | None
    estimates: dict[str, Estimate]
    slower: float
    faster: float
    why_not: str
    tolerance: float


def latencies(frame: pl.DataFrame) -> dict[str, Latency]:
    """Return each query key's times. Columns: query_key, us (nulls are left out)."""
    us = pl.col("us")
    table = (
        frame.filter(us.is_not_null())
        .group_by("query_key")
        .agg(
            pl.len().alias("n"),
            us.quantile(0.5).alias("p50"),
            us.quantile(0.95).alias("p95"),
            us.quantile(0.99).alias("p99"),
            us.mean().alias("mean"),
            us.sum().alias("total"),
        )
    )
    return {row[0]: Latency(int(row[1]), *(float(value) for value in row[2:])) for row in table.iter_rows()}


NOTHING = Latency(0, 0.0, 0.0, 0.0, 0.0, 0.0)


def evaluate(
    baseline: pl.DataFrame,
    candidate: pl.DataFrame,
    production: pl.DataFrame | None,
    *,
    again: pl.DataFrame | None = None,
    tolerance: float,
    drifted: set[str],
    shapes: dict[str, tuple[str, str]],
) -> tuple[Query, ...]:
    """Judge every query key. Frames: statements that succeeded on their side; *drifted*: keys whose rows differ.

    *again*: a second replay of the baseline; what differs between the two is noise, and widens the tolerance of each
    query. *shapes*: query key to (SQL template, kind). Ordered: regressed first, then by what the change costs.
    """
    ours, theirs = latencies(baseline), latencies(candidate)
    before = latencies(production) if production is not None else {}
    by_key = _pairs(baseline, candidate)
    floor = noise_floor(baseline, again) if again is not None else {}
    tested = [
        _test(
            key,
            ours.get(key, NOTHING),
            theirs.get(key, NOTHING),
            before.get(key),
            by_key.get(key),
            max(tolerance, floor.get(key, floor.get("", 0.0))),
            key in drifted,
        )
        for key in sorted(ours.keys() | theirs.keys())
    ]
    whole = sum(latency.total_us for latency in ours.values())
    queries = _classified(tested, whole, shapes)
    rank = {Class.REGRESSED: 0, Class.IMPROVED: 1, Class.UNCHANGED: 2, Class.CANNOT_EVALUATE: 3}
    return tuple(sorted(queries, key=lambda query: (rank[query.klass], -abs(query.cost_us))))


def _pairs(baseline: pl.DataFrame, other: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Return, by query key, the executions that both replays timed: at_us, a, b."""
    pairs = (
        baseline.select(*EXECUTION, "query_key", "at_us", pl.col("us").alias("a"))
        .join(other.select(*EXECUTION, pl.col("us").alias("b")), on=EXECUTION)
        .drop_nulls(["a", "b"])
    )
    return {str(key[0]): frame for key, frame in pairs.partition_by("query_key", as_dict=True).items()}


def noise_floor(baseline: pl.DataFrame, again: pl.DataFrame) -> dict[str, float]:
    """Return how far each query's times lie apart in two replays of the same thing, as a share ("": the typical query's).

    A machine's mood moves all queries together: no query's floor lies below the typical one's.
    """
    found: dict[str, float] = {}
    for key, pairs in _pairs(baseline, again).items():
        if pairs.height >= LEAST_P50 and (estimates := _estimates(key, pairs)):
            found[key] = float(np.expm1(max(abs(one.log_ratio) for name, one in estimates.items() if name != "p95")))
    typical = float(np.median(list(found.values()))) if found else 0.0
    return {"": typical, **{key: max(share, typical) for key, share in found.items()}}


def _test(
    key: str,
    ours: Latency,
    theirs: Latency,
    before: Latency | None,
    pairs: pl.DataFrame | None,
    tolerance: float,
    drifted: bool,
) -> Tested:
    n = pairs.height if pairs is not None else 0
    estimates: dict[str, Estimate] = {}
    why = ""
    if drifted:
        why = "its row counts differ between the sides"
    elif n < LEAST_P50:
        why = f"{n} executions that succeeded on both sides; {LEAST_P50} are needed"
    elif pairs is not None:
        estimates = _estimates(key, pairs)
        why = "" if estimates else "its executions fall into too few seconds"
    ps = [estimate.beyond(tolerance) for estimate in estimates.values()]
    slower = min(1.0, _TESTS * min((p for p, _ in ps), default=1.0))
    faster = min(1.0, _TESTS * min((p for _, p in ps), default=1.0))
    return Tested(key, ours, theirs, before, estimates, slower, faster, why, tolerance)


def _estimates(key: str, pairs: pl.DataFrame) -> dict[str, Estimate]:
    a, b = (np.maximum(pairs[name].to_numpy().astype(np.float64), 1.0) for name in ("a", "b"))
    block = blocks(pairs["at_us"].to_numpy())
    seed = crc32(key.encode())
    found = {"paired": paired(np.log(b / a), block, seed), "p50": quantile_change(a, b, block, 0.5, seed)}
    if len(a) >= LEAST_P95:
        found["p95"] = quantile_change(a, b, block, 0.95, seed)
    return {name: estimate for name, estimate in found.items() if estimate is not None}


def _classified(tested: list[Tested], whole_us: float, shapes: dict[str, tuple[str, str]]) -> list[Query]:
    able = [one for one in tested if not one.why_not]
    slower = discoveries(np.array([one.slower for one in able]), FALSE_DISCOVERY)
    faster = discoveries(np.array([one.faster for one in able]), FALSE_DISCOVERY)
    verdicts: dict[str, tuple[Class, str]] = {}
    for one, up, down in zip(able, slower.tolist(), faster.tolist(), strict=True):
        verdicts[one.query_key] = _class(one, whole_us, up=up, down=down)
    return [
        _query(
            one,
            *verdicts.get(one.query_key, (Class.CANNOT_EVALUATE, one.why_not)),
            shapes.get(one.query_key, ("", "")),
        )
        for one in tested
    ]


def _class(one: Tested, whole_us: float, *, up: bool, down: bool) -> tuple[Class, str]:
    if not up and not down:
        return Class.UNCHANGED, f"no change beyond {one.tolerance:.0%} shown"
    names = {
        name
        for name, estimate in one.estimates.items()
        if estimate.beyond(one.tolerance)[0 if up else 1] * _TESTS <= FALSE_DISCOVERY
    }
    if not _felt(one, names, whole_us):
        return Class.UNCHANGED, f"changed, by less than {FELT_US:.0f} µs and {FELT_SHARE:.0%} of all time"
    tests = ", ".join(sorted(names)) or "all tests together"
    return (Class.REGRESSED if up else Class.IMPROVED), f"beyond {one.tolerance:.0%} by {tests}"


def _felt(one: Tested, names: set[str], whole_us: float) -> bool:
    """Say whether a change is long enough, or adds up to enough, to matter to anybody."""
    steps = [abs(one.candidate.p50_us - one.baseline.p50_us)]
    if "p95" in names:
        steps.append(abs(one.candidate.p95_us - one.baseline.p95_us))
    total = abs(one.candidate.p50_us - one.baseline.p50_us) * one.candidate.n
    return max(steps) >= FELT_US or (whole_us > 0 and total >= FELT_SHARE * whole_us)


def _query(one: Tested, klass: Class, why: str, shape: tuple[str, str]) -> Query:
    changes = {name: _change(estimate) for name, estimate in one.estimates.items()}
    return Query(
        one.query_key,
        shape[0],
        shape[1],
        klass,
        why,
        one.baseline,
        one.candidate,
        one.production,
        changes.get("paired"),
        changes.get("p50"),
        changes.get("p95"),
    )


def _change(estimate: Estimate) -> Change:
    return Change(
        float(np.exp(estimate.log_ratio)),
        float(np.exp(estimate.low)),
        float(np.exp(estimate.high)),
        min(estimate.beyond(0.0)),
    )
