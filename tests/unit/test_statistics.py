"""The arithmetic of the verdict, by simulation: few false alarms, and planted changes are found."""

from __future__ import annotations

from time import perf_counter

import numpy as np
import pytest

from pgrehearse.compare.comparison import QueryOutcome
from pgrehearse.compare.query_changes import Round, Rules, evaluate, noise_floor
from pgrehearse.compare.statistics import Resampling, blocks, discoveries, paired, quantile_change
from tests.simulated import (
    PLANTED,
    Planted,
    World,
    compared,
    judged,
    laid_out,
    measured,
    regressed,
    side,
    typical,
    work,
)


@pytest.mark.parametrize("pairs", [20, pytest.param(100, marks=pytest.mark.soak)])
def test_pairs_of_runs_have_few_false_alarms_and_find_planted_changes(pairs: int) -> None:
    """Fifty queries each, with heavy tails, noise per second, stalls and drift. A server against itself: at most 1 % regressed.
    A planted +20 %, and a change at p95 (with the same median) of the reported smallest size: found in at least 95 %."""
    alarms, planted, p95 = (sum(column) for column in zip(*(judged(seed) for seed in range(pairs)), strict=True))
    assert alarms <= pairs * 0.01
    assert planted >= pairs * 0.95
    assert p95 >= pairs * 0.95


@pytest.mark.parametrize("factor", [1.2, 2.0])
def test_a_slower_query_is_found_and_no_other(factor: float) -> None:
    """The other queries keep their outcome."""
    found = [
        regressed(compared(np.random.default_rng(seed), typical(seed), Planted({49: factor})))
        for seed in range(100, 120)
    ]
    assert sum(PLANTED in keys for keys in found) >= 19
    assert sum(len(set(keys) - {PLANTED}) for keys in found) <= 1


def test_a_faster_query_is_improved() -> None:
    """Half of the time."""
    found = compared(np.random.default_rng(13), typical(13), Planted({49: 0.5}))
    assert found[PLANTED].outcome == QueryOutcome.IMPROVED


def test_a_machine_that_is_slower_for_all_queries_is_no_regression() -> None:
    """All queries 25 % slower, as in a second replay of the control: noise. A query that is twice as slow is still found."""
    rng, sizes = np.random.default_rng(18), World((600,) * 20)
    where = laid_out(sizes.sizes)
    cost = work(rng, sizes)
    baseline = measured(side(rng, where, cost, sizes))
    candidate = measured(side(rng, where, cost, sizes) * np.where(where.code == 7, 2.5, 1.25))
    again = measured(side(rng, where, cost, sizes) * 1.25)
    alone = evaluate(where, [Round(baseline, candidate)], Rules())
    held = evaluate(where, [Round(baseline, candidate)], Rules(), floor=noise_floor(where, baseline, again))
    assert sum(query.outcome == QueryOutcome.REGRESSED for query in alone) > 10
    assert [query.query_key for query in held if query.outcome == QueryOutcome.REGRESSED] == ["q7"]
    assert 0.15 < noise_floor(where, baseline, again)[""] < 0.35


def test_two_rounds_are_one_larger_comparison() -> None:
    """A B A B: the smallest detectable change is smaller than with one pair of runs."""
    rng, small = np.random.default_rng(21), World((200,) * 10, drift=0.0)
    where = laid_out(small.sizes)
    cost = work(rng, small)
    first, second = (
        Round(measured(side(rng, where, cost, small)), measured(side(rng, where, cost, small) * 1.3)) for _ in range(2)
    )
    once, twice = evaluate(where, [first], Rules()), evaluate(where, [first, second], Rules())
    seen = [np.median([query.smallest["paired"] for query in found]) for found in (once, twice)]
    assert seen[1] < seen[0]
    assert twice[0].baseline.n == 400
    assert sum(query.outcome == QueryOutcome.REGRESSED for query in twice) >= sum(
        query.outcome == QueryOutcome.REGRESSED for query in once
    )


def test_few_executions_cannot_be_evaluated_and_the_needed_number_is_reported() -> None:
    """Fourteen are too few in any case; with a few dozen the needed number is known."""
    found = compared(np.random.default_rng(14), World((14,) * 5), Planted({0: 5.0}))
    assert {query.outcome for query in found.values()} == {QueryOutcome.CANNOT_EVALUATE}
    some = compared(np.random.default_rng(14), World((40, 2000, 2000)))
    assert some["q0"].smallest["paired"] > 0.2
    assert (some["q0"].needed or 0) > 40


def test_with_times_that_include_a_round_trip_short_changes_are_not_tested() -> None:
    """A change of less than two round trips is no result."""
    rng, one = np.random.default_rng(22), World((1000,), work=0.1)
    where = laid_out(one.sizes)
    cost = np.full(1000, 1000.0)
    sides = Round(measured(side(rng, where, cost, one)), measured(side(rng, where, cost, one) * 1.5))
    assert evaluate(where, [sides], Rules())[0].outcome == QueryOutcome.REGRESSED
    (query,) = evaluate(where, [sides], Rules(least_us=900))
    assert query.outcome == QueryOutcome.CANNOT_EVALUATE
    assert "round trip" in query.why


def test_intervals_have_their_nominal_coverage() -> None:
    """95 % intervals of the paired ratio contain the true value in about 95 of 100 draws."""
    rng = np.random.default_rng(15)
    covered = 0
    for draw in range(200):
        at = np.arange(600) * 100_000
        drawn = Resampling.of(blocks(at), draw)
        assert drawn is not None
        estimate = paired(rng.normal(np.log(1.2), 0.5, 600) + np.repeat(rng.normal(0, 0.1, 60), 10), drawn)
        covered += estimate.low <= np.log(1.2) <= estimate.high
    assert covered / 200 >= 0.90


def test_a_slower_tail_changes_p95_and_not_the_median() -> None:
    """Eight percent of the executions take three times as long."""
    rng = np.random.default_rng(16)
    baseline, candidate = rng.lognormal(6, 0.3, 4000), rng.lognormal(6, 0.3, 4000)
    candidate[rng.random(4000) < 0.08] *= 3
    drawn = Resampling.of(blocks(np.arange(4000) * 15_000), 1)
    assert drawn is not None
    p50, p95 = quantile_change(baseline, candidate, drawn, (0.5, 0.95))
    assert abs(p50.log_ratio) < 0.1
    assert p95.low > np.log(1.2)


def test_too_few_blocks_give_no_resampling() -> None:
    """Four blocks of time are not enough."""
    assert Resampling.of(np.repeat(np.arange(4), 10), 0) is None


def test_the_time_grows_with_the_number_of_executions() -> None:
    """Sixteen times as many take at most forty times as long (sorting, and the caches of a small machine)."""
    spent = []
    for n in (20_000, 320_000):
        rng = np.random.default_rng(23)
        a, b = rng.lognormal(6, 0.5, n), rng.lognormal(6, 0.5, n)
        began = perf_counter()
        drawn = Resampling.of(blocks(np.arange(n) * (60_000_000 // n)), 1)
        assert drawn is not None
        quantile_change(a, b, drawn, (0.5, 0.95))
        spent.append(perf_counter() - began)
    assert spent[1] < 40 * spent[0]


def test_false_discoveries_are_controlled() -> None:
    """Benjamini-Hochberg: uniform p-values are not rejected, tiny ones are."""
    rng = np.random.default_rng(17)
    assert discoveries(rng.random(500), 0.01).sum() == 0
    assert discoveries(np.append(np.full(3, 1e-6), rng.random(50)), 0.01)[:3].all()
    assert discoveries(np.zeros(0), 0.01).size == 0
