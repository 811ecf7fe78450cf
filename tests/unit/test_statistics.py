"""The statistics of the verdict, by simulation: few false alarms, and changes are found."""

from __future__ import annotations

from time import process_time

import numpy as np
import pytest
from scipy.stats import false_discovery_control

from pgrehearse.compare.comparison import QueryOutcome
from pgrehearse.compare.executions import Round
from pgrehearse.compare.query_changes import Rules, evaluate, noise_floor
from pgrehearse.compare.statistics import Resampling, blocks, discoveries, paired, quantile_change
from tests.simulated import (
    PLANTED,
    Planted,
    World,
    compared,
    layout_of,
    measured,
    pair_outcomes,
    regressed,
    side,
    typical,
    work,
)


@pytest.mark.parametrize("pairs", [3, pytest.param(100, marks=pytest.mark.soak)])
def test_pairs_of_runs_have_few_false_alarms_and_changes_are_found(pairs: int) -> None:
    """Fifty queries in each pair, with heavy tails, noise per second, stalls and drift. At most 1 % of equal pairs are regressed.
    A change of +20 %, and a change of p95 only of the smallest detectable size, are found in at least 95 % of pairs.
    """
    alarms, planted, p95 = (sum(column) for column in zip(*(pair_outcomes(seed) for seed in range(pairs)), strict=True))
    assert alarms <= pairs * 0.01
    assert planted >= pairs * 0.95
    assert p95 >= pairs * 0.95


@pytest.mark.parametrize("pairs", [2, pytest.param(20, marks=pytest.mark.soak)])
@pytest.mark.parametrize("factor", [1.2, 2.0])
def test_a_slower_query_is_found_and_no_other(factor: float, pairs: int) -> None:
    """In at least 95 % of pairs; another query has another outcome in at most 5 % of them."""
    queries = [
        regressed(compared(np.random.default_rng(seed), typical(seed), Planted({49: factor})))
        for seed in range(100, 100 + pairs)
    ]
    assert sum(PLANTED in keys for keys in queries) >= pairs * 0.95
    assert sum(len(set(keys) - {PLANTED}) for keys in queries) <= pairs * 0.05


def test_a_faster_query_is_improved() -> None:
    """Its executions take half of the time."""
    queries = compared(np.random.default_rng(13), typical(13), Planted({49: 0.5}))
    assert queries[PLANTED].outcome == QueryOutcome.IMPROVED


def test_a_machine_that_is_slower_for_all_queries_is_no_regression() -> None:
    """If all queries are 25 % slower, as in a second replay of the control, that is noise. A query that is twice as slow is found."""
    rng, sizes = np.random.default_rng(18), World((600,) * 20)
    layout = layout_of(sizes.sizes)
    base_us = work(rng, sizes)
    baseline = measured(side(rng, layout, base_us, sizes))
    candidate = measured(side(rng, layout, base_us, sizes) * np.where(layout.code == 7, 2.5, 1.25))
    again = measured(side(rng, layout, base_us, sizes) * 1.25)
    without_noise_floor = evaluate(layout, [Round(baseline, candidate)], Rules())
    held = evaluate(layout, [Round(baseline, candidate)], Rules(), floor=noise_floor(layout, baseline, again))
    assert sum(query.outcome == QueryOutcome.REGRESSED for query in without_noise_floor) > 10
    assert [query.query_key for query in held if query.outcome == QueryOutcome.REGRESSED] == ["q7"]
    assert 0.15 < noise_floor(layout, baseline, again)[""] < 0.35


def test_two_rounds_are_one_larger_comparison() -> None:
    """A B A B: the smallest detectable change is smaller than with one pair of runs."""
    rng, small = np.random.default_rng(21), World((200,) * 10, drift=0.0)
    layout = layout_of(small.sizes)
    base_us = work(rng, small)
    first, second = (
        Round(measured(side(rng, layout, base_us, small)), measured(side(rng, layout, base_us, small) * 1.3))
        for _ in range(2)
    )
    one_round, two_rounds = evaluate(layout, [first], Rules()), evaluate(layout, [first, second], Rules())
    smallest = [np.median([query.smallest["paired"] for query in queries]) for queries in (one_round, two_rounds)]
    assert smallest[1] < smallest[0]
    assert two_rounds[0].baseline.n == 400
    assert sum(query.outcome == QueryOutcome.REGRESSED for query in two_rounds) >= sum(
        query.outcome == QueryOutcome.REGRESSED for query in one_round
    )


def test_few_executions_cannot_be_evaluated_and_the_needed_number_is_reported() -> None:
    """Fourteen executions are too few in any case; with some dozens the needed number is reported."""
    queries = compared(np.random.default_rng(14), World((14,) * 5), Planted({0: 5.0}))
    assert {query.outcome for query in queries.values()} == {QueryOutcome.CANNOT_EVALUATE}
    with_forty_executions = compared(np.random.default_rng(14), World((40, 2000, 2000)))
    assert with_forty_executions["q0"].smallest["paired"] > 0.2
    assert (with_forty_executions["q0"].needed or 0) > 40


def test_with_times_that_include_a_round_trip_short_changes_are_not_tested() -> None:
    """A change of less than two round trips is no result."""
    rng, world = np.random.default_rng(22), World((1000,), work=0.1)
    layout = layout_of(world.sizes)
    base_us = np.full(1000, 1000.0)
    sides = Round(measured(side(rng, layout, base_us, world)), measured(side(rng, layout, base_us, world) * 1.5))
    assert evaluate(layout, [sides], Rules())[0].outcome == QueryOutcome.REGRESSED
    (query,) = evaluate(layout, [sides], Rules(least_us=900))
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
    times_s = []
    for n in (20_000, 320_000):
        rng = np.random.default_rng(23)
        a, b = rng.lognormal(6, 0.5, n), rng.lognormal(6, 0.5, n)
        began = process_time()
        drawn = Resampling.of(blocks(np.arange(n) * (60_000_000 // n)), 1)
        assert drawn is not None
        quantile_change(a, b, drawn, (0.5, 0.95))
        times_s.append(process_time() - began)
    assert times_s[1] < 40 * times_s[0]


def test_false_discoveries_are_controlled() -> None:
    """Benjamini-Hochberg: uniform p-values are not rejected, tiny ones are."""
    rng = np.random.default_rng(17)
    assert discoveries(rng.random(500), 0.01).sum() == 0
    assert discoveries(np.append(np.full(3, 1e-6), rng.random(50)), 0.01)[:3].all()
    assert discoveries(np.zeros(0), 0.01).size == 0


@pytest.mark.parametrize("count", [1, 2, 7, 200])
def test_discoveries_are_those_of_scipy(count: int) -> None:
    """With equal p-values, with p-values of 0 and 1, and with rates between none and all."""
    for seed in range(20):
        p_values = np.round(np.random.default_rng(seed).random(count) ** 4, 3)
        for q in (0.01, 0.05, 0.3, 1.0):
            assert (discoveries(p_values, q) == (false_discovery_control(p_values, method="bh") <= q)).all()


def test_a_p_value_that_is_not_a_number_is_an_error() -> None:
    with pytest.raises(ValueError, match="not a number"):
        discoveries(np.array([0.5, np.nan]), 0.01)
