"""Two simulated replays of one workload, with the noise of a busy machine and a change that a test defines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from pgrehearse.compare.alignment import OK, Layout, Measured
from pgrehearse.compare.comparison import Query, QueryOutcome
from pgrehearse.compare.executions import Round
from pgrehearse.compare.query_changes import Rules, evaluate, noise_floor, typical_change
from pgrehearse.compare.thresholds import ASSUMED

SECONDS = 60
# The query of a ``typical`` world that gets the change.
PLANTED = "q49"
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class World:
    """The parameters of a simulation. *sizes*: executions of each query. All spreads are those of the logarithm of a time.

    *own*: spread of one execution (Student t with three degrees of freedom: heavy tails). *per_second*: spread of the seconds,
    equal for all queries in a second, with autocorrelation (AR(1) with *rho*). *stalled*: share of seconds in which every
    execution takes *stall* times as long. *drift*: spread of the difference between two runs. *work*: spread of the executions
    of a query.
    """

    sizes: tuple[int, ...]
    own: float = 0.1
    per_second: float = 0.05
    rho: float = 0.7
    stalled: float = 0.03
    stall: float = 4.0
    drift: float = 0.02
    work: float = 0.6


@dataclass(frozen=True)
class Planted:
    """The change of the candidate's queries, by their number. *factor_of_all*: a factor of every execution. *p95*: a factor of the
    slowest three tenths, which changes p95 and not the median.
    """

    factor_of_all: Mapping[int, float] = field(default_factory=dict)
    p95: Mapping[int, float] = field(default_factory=dict)


def layout_of(sizes: tuple[int, ...]) -> Layout:
    """Return a layout of queries q0, q1, ..., whose executions are spread evenly over a minute."""
    code = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    at_us = np.concatenate([np.arange(n, dtype=np.int64) * SECONDS * 1_000_000 // n for n in sizes])
    return Layout(np.zeros((1, 1), dtype=np.int64), code, at_us, tuple(f"q{n}" for n in range(len(sizes))))


def measured(us: Floats) -> Measured:
    """Return a side on which every statement succeeded, with these times."""
    record = Measured.nothing(len(us))
    record.us[:] = us
    record.status[:] = OK
    return record


def work(rng: np.random.Generator, world: World) -> Floats:
    """Return the time of each execution without noise: queries of 0.7 to 20 ms, executions with a lognormal distribution."""
    base = np.repeat(np.exp(rng.uniform(np.log(700), np.log(20_000), len(world.sizes))), world.sizes)
    return np.asarray(base * rng.lognormal(0, world.work, len(base)))


def side(rng: np.random.Generator, layout: Layout, base_us: Floats, world: World) -> Floats:
    """Return the times of one replay: the times without noise, with its own noise, stalls and drift."""
    noise = _autocorrelated(rng.standard_normal(SECONDS) * world.per_second, world.rho)
    stalls = np.where(rng.random(SECONDS) < world.stalled, np.log(world.stall), 0.0)
    run_drift = rng.normal(0, world.drift / np.sqrt(2))
    own = rng.standard_t(3, len(base_us)) * world.own
    return np.asarray(base_us * np.exp(own + (noise + stalls)[layout.at_us // 1_000_000] + run_drift))


def on_busy_host(rng: np.random.Generator, layout: Layout, us: Floats, slower: float, share: float) -> Floats:
    """Return the times of one replay while another program uses the host: in a *share* of the seconds every execution takes up to
    *slower* times as long. Each query has its own sensitivity.
    """
    begin, length = int(rng.integers(0, SECONDS)), int(share * SECONDS)
    busy = np.isin(np.arange(SECONDS), (begin + np.arange(length)) % SECONDS)
    sensitivity = rng.uniform(0.5, 1.0, len(layout.keys))
    return np.asarray(us * np.where(busy[layout.at_us // 1_000_000], slower ** sensitivity[layout.code], 1.0))


def single_pair(seed: int, slower: float, share: float, planted: float = 1.0) -> tuple[list[str], list[str], float]:
    """Compare one pair of runs without a second control, one of them on a busy host. *planted*: the factor of the candidate's q3.

    Return the slower queries, the faster queries, and the change of the typical query.
    """
    rng = np.random.default_rng(seed)
    world = World(tuple(int(n) for n in np.exp(rng.uniform(np.log(40), np.log(800), 12))))
    layout = layout_of(world.sizes)
    base_us = work(rng, world)
    sides = [side(rng, layout, base_us, world) for _ in range(2)]
    which = int(rng.integers(0, 2))
    sides[which] = on_busy_host(rng, layout, sides[which], slower, share)
    sides[1] = np.where(layout.code == 3, sides[1] * planted, sides[1])
    queries = evaluate(layout, [Round(measured(sides[0]), measured(sides[1]))], Rules(assumed=ASSUMED))
    faster = [query.query_key for query in queries if query.outcome == QueryOutcome.IMPROVED]
    return regressed({query.query_key: query for query in queries}), faster, typical_change(queries)


def _autocorrelated(shocks: Floats, rho: float) -> Floats:
    from scipy.signal import lfilter

    return np.asarray(lfilter([np.sqrt(1 - rho**2)], [1.0, -rho], shocks))


def compared(
    rng: np.random.Generator, world: World, planted: Planted | None = None, *, control: bool = False
) -> dict[str, Query]:
    """Compare a candidate with the change *planted*; *control*: with a second replay of the baseline. Return queries by key."""
    layout = layout_of(world.sizes)
    base_us = work(rng, world)
    baseline, candidate = side(rng, layout, base_us, world), side(rng, layout, base_us, world)
    for query, factor in (planted or Planted()).factor_of_all.items():
        candidate[layout.code == query] *= factor
    for query, factor in (planted or Planted()).p95.items():
        executions = layout.code == query
        candidate[executions & (candidate >= np.quantile(candidate[executions], 0.7))] *= factor
    floor = noise_floor(layout, measured(baseline), measured(side(rng, layout, base_us, world))) if control else None
    queries = evaluate(layout, [Round(measured(baseline), measured(candidate))], Rules(tolerance=0.10), floor=floor)
    return {query.query_key: query for query in queries}


def regressed(queries: dict[str, Query]) -> list[str]:
    """Return the keys of the regressed queries."""
    return [key for key, query in queries.items() if query.outcome == QueryOutcome.REGRESSED]


def typical(seed: int) -> World:
    """Return fifty queries of 20 to 2,000 executions; the last one (``PLANTED``) has 1,000."""
    sizes = np.exp(np.random.default_rng(seed).uniform(np.log(20), np.log(2000), 49))
    return World((*(int(n) for n in sizes), 1000))


def pair_outcomes(seed: int, more: Mapping[str, float] | None = None) -> tuple[bool, bool, bool]:
    """Whether a server against itself regressed, a planted +20 % was found, and the smallest detectable change at p95.

    *more*: what differs from a typical world.
    """
    world = replace(typical(seed), **(more or {}))  # type: ignore[arg-type]
    equal = compared(np.random.default_rng(seed), world)
    slower = compared(np.random.default_rng(seed), world, Planted({49: 1.2}))
    tail = compared(np.random.default_rng(seed), world, Planted(p95={49: 1 + equal[PLANTED].smallest["p95"]}))
    return bool(regressed(equal)), PLANTED in regressed(slower), PLANTED in regressed(tail)
