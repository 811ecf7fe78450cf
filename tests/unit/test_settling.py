"""When the latency of a probe has settled: on series of windows as they were recorded, and at the bounds of the rule."""

from __future__ import annotations

import pytest

from pgrehearse.runs.quality.fitness_rules import unfit
from pgrehearse.runs.quality.played import Played
from pgrehearse.runs.run_facts import WarmUp
from pgrehearse.targets.warm_up.settling import has_settled
from tests.unit.test_fitness_reasons import evidence

PLAYED = Played(1000, 0, 0, 0, "")
# Mean latencies of random reads in microseconds: a volume that loads its blocks when they are read, one in memory, one with bursts.
LAZY = [41_000, 33_500, 26_200, 18_900, 12_400, 8_100, 4_600, 2_300, 1_450, 1_380, 1_420, 1_395]
IN_MEMORY = [148, 131, 129, 135, 128]
BURSTS = [1_400, 5_200, 1_380, 4_900, 1_410, 5_050]


def windows_until_settled(series: list[int]) -> int | None:
    return next((n for n in range(1, len(series) + 1) if has_settled(series[:n])), None)


@pytest.mark.parametrize(("series", "windows"), [(LAZY, 12), (IN_MEMORY, 4), (BURSTS, None), ([], None)])
def test_a_series_settles_when_its_last_windows_are_alike(series: list[int], windows: int | None) -> None:
    assert windows_until_settled(series) == windows


@pytest.mark.parametrize(("last", "settled"), [(11_000, True), (11_001, False), (9_000, True), (8_999, False)])
def test_the_share_is_a_bound(last: int, settled: bool) -> None:
    assert has_settled([10_000, 10_000, 10_000, last]) == settled


def test_differences_of_the_length_of_a_round_trip_are_noise() -> None:
    assert has_settled([100, 100, 100, 300])
    assert not has_settled([100, 100, 100, 301])


def test_a_run_whose_warm_up_did_not_settle_is_not_fit() -> None:
    settled, bound = WarmUp("a:1", 5, "settled"), WarmUp("b:2", 9, "bound", first_us=900, last_us=700, windows=3)
    assert not unfit(evidence(PLAYED, warm_up=[settled, WarmUp("c:3", 1, "nothing to read")]))
    (reason,) = unfit(evidence(PLAYED, warm_up=[settled, bound]))
    assert reason.what == "warm-up"
    assert "b:2 (the latency of its probe had not settled)" in reason.text
