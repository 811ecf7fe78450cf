"""Two simulated replays of one workload: the noise of a busy machine, and the changes that a test plants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from pgrehearse.compare.alignment import OK, Layout, Measured
from pgrehearse.compare.comparison import Query, QueryOutcome
from pgrehearse.compare.query_changes import Round, Rules, evaluate, noise_floor, typical_change
from pgrehearse.compare.thresholds import ASSUMED

SECONDS = 60
# The query with the planted change, of those of a ``typical`` world.
PLANTED = "q49"
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class World:
    """*sizes*: executions of each query. *own*: how far two executions of the same thing lie apart (log; Student t with
    three degrees of freedom: heavy tails), *per_second*: how far the machine's seconds differ, for all queries at once, with
    autocorrelation (AR(1) with *rho*); *stalled*: the share of seconds in which everything takes *stall* times as long;
    *drift*: how far two runs differ as a whole (log)."""

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
    """The planted change of queries (by number): *whole*: a factor of every execution; *p95*: of the slowest
    three tenths, so that p95 moves by it and the median does not."""

    whole: Mapping[int, float] = field(default_factory=dict)
    p95: Mapping[int, float] = field(default_factory=dict)


def laid_out(sizes: tuple[int, ...]) -> Layout:
    """Queries q0, q1, ..., each executed evenly over the minute."""
    code = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    at_us = np.concatenate([np.arange(n, dtype=np.int64) * SECONDS * 1_000_000 // n for n in sizes])
    return Layout(np.zeros((1, 1), dtype=np.int64), code, at_us, tuple(f"q{n}" for n in range(len(sizes))))


def measured(us: Floats) -> Measured:
    """A side on which every statement succeeded."""
    record = Measured.nothing(len(us))
    record.us[:] = us
    record.status[:] = OK
    return record


def work(rng: np.random.Generator, world: World) -> Floats:
    """The time of each execution on any side: queries of 0.7 to 20 ms (a fifth more matters), executions lognormal."""
    base = np.repeat(np.exp(rng.uniform(np.log(700), np.log(20_000), len(world.sizes))), world.sizes)
    return np.asarray(base * rng.lognormal(0, world.work, len(base)))


def side(rng: np.random.Generator, where: Layout, cost: Floats, world: World) -> Floats:
    """One replay's times: with its own noise, stalls and drift."""
    noise = _autocorrelated(rng.standard_normal(SECONDS) * world.per_second, world.rho)
    stalls = np.where(rng.random(SECONDS) < world.stalled, np.log(world.stall), 0.0)
    day = rng.normal(0, world.drift / np.sqrt(2))
    own = rng.standard_t(3, len(cost)) * world.own
    return np.asarray(cost * np.exp(own + (noise + stalls)[where.at_us // 1_000_000] + day))


def beside(rng: np.random.Generator, where: Layout, us: Floats, slower: float, share: float) -> Floats:
    """One replay's times beside a busy neighbor: in a *share* of the seconds everything takes up to *slower* times as long, each
    query by its own sensitivity."""
    begin, length = int(rng.integers(0, SECONDS)), int(share * SECONDS)
    busy = np.isin(np.arange(SECONDS), (begin + np.arange(length)) % SECONDS)
    sensitivity = rng.uniform(0.5, 1.0, len(where.keys))
    return np.asarray(us * np.where(busy[where.at_us // 1_000_000], slower ** sensitivity[where.code], 1.0))


def single_pair(seed: int, slower: float, share: float, planted: float = 1.0) -> tuple[list[str], list[str], float]:
    """Test one pair of runs without a second control, one of them beside a neighbor: the slower queries, the faster ones, and the
    change of the typical query. *planted*: the factor of the candidate's q3."""
    rng = np.random.default_rng(seed)
    world = World(tuple(int(n) for n in np.exp(rng.uniform(np.log(40), np.log(800), 12))))
    where = laid_out(world.sizes)
    cost = work(rng, world)
    sides = [side(rng, where, cost, world) for _ in range(2)]
    which = int(rng.integers(0, 2))
    sides[which] = beside(rng, where, sides[which], slower, share)
    sides[1] = np.where(where.code == 3, sides[1] * planted, sides[1])
    found = evaluate(where, [Round(measured(sides[0]), measured(sides[1]))], Rules(assumed=ASSUMED))
    faster = [query.query_key for query in found if query.outcome == QueryOutcome.IMPROVED]
    return regressed({query.query_key: query for query in found}), faster, typical_change(found)


def _autocorrelated(shocks: Floats, rho: float) -> Floats:
    from scipy.signal import lfilter

    return np.asarray(lfilter([np.sqrt(1 - rho**2)], [1.0, -rho], shocks))


def compared(
    rng: np.random.Generator, world: World, planted: Planted | None = None, *, control: bool = False
) -> dict[str, Query]:
    """Test a candidate that differs from the baseline in what was planted; *control*: with a second replay of the baseline."""
    where = laid_out(world.sizes)
    cost = work(rng, world)
    baseline, candidate = side(rng, where, cost, world), side(rng, where, cost, world)
    for query, factor in (planted or Planted()).whole.items():
        candidate[where.code == query] *= factor
    for query, factor in (planted or Planted()).p95.items():
        mine = where.code == query
        candidate[mine & (candidate >= np.quantile(candidate[mine], 0.7))] *= factor
    floor = noise_floor(where, measured(baseline), measured(side(rng, where, cost, world))) if control else None
    found = evaluate(where, [Round(measured(baseline), measured(candidate))], Rules(tolerance=0.10), floor=floor)
    return {query.query_key: query for query in found}


def regressed(found: dict[str, Query]) -> list[str]:
    """The query keys that regressed."""
    return [key for key, query in found.items() if query.outcome == QueryOutcome.REGRESSED]


def typical(seed: int) -> World:
    """Fifty queries of 20 to 2,000 executions, the last (``PLANTED``) of 1,000."""
    sizes = np.exp(np.random.default_rng(seed).uniform(np.log(20), np.log(2000), 49))
    return World((*(int(n) for n in sizes), 1000))


def judged(seed: int, more: Mapping[str, float] | None = None) -> tuple[bool, bool, bool]:
    """Whether a server against itself regressed, a planted +20 % was found, and the smallest detectable change at p95.

    *more*: what differs from a typical world.
    """
    world = replace(typical(seed), **(more or {}))  # type: ignore[arg-type]
    alone = compared(np.random.default_rng(seed), world)
    whole = compared(np.random.default_rng(seed), world, Planted({49: 1.2}))
    tail = compared(np.random.default_rng(seed), world, Planted(p95={49: 1 + alone[PLANTED].smallest["p95"]}))
    return bool(regressed(alone)), PLANTED in regressed(whole), PLANTED in regressed(tail)
