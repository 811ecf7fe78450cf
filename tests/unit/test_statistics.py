"""The verdict's arithmetic, by simulation: it keeps quiet about nothing and finds what is there."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from compare.comparison import Class
from compare.queries import evaluate, noise_floor
from compare.statistics import blocks, discoveries, paired, quantile_change

SECONDS, QUERIES = 60, 20


def side(
    rng: np.random.Generator, work: np.ndarray, *, factor: np.ndarray | float = 1.0, sigma: float = 0.3
) -> np.ndarray:
    """One replay's times: shared work, own noise, and stalls that hit all queries of a second together."""
    stalls = np.where(rng.random(SECONDS) < 0.05, 4.0, 1.0)
    at = np.tile(np.arange(work.shape[1]) * SECONDS // work.shape[1], (work.shape[0], 1))
    noise: np.ndarray = work * rng.lognormal(0, sigma, work.shape) * stalls[at] * factor
    return noise


def frames(rng: np.random.Generator, n: int, factor: dict[int, float]) -> tuple[pl.DataFrame, pl.DataFrame]:
    work = rng.lognormal(7, 0.6, (QUERIES, n)) * rng.lognormal(0, 0.3, (QUERIES, 1))
    scale = np.array([[factor.get(query, 1.0)] for query in range(QUERIES)])
    columns = {
        "session": np.zeros(QUERIES * n, dtype=np.int32),
        "copy": np.zeros(QUERIES * n, dtype=np.int16),
        "seq": np.arange(QUERIES * n, dtype=np.int32),
        "query_key": np.repeat([f"q{query}" for query in range(QUERIES)], n),
        "at_us": np.tile(np.arange(n) * SECONDS * 1_000_000 // n, QUERIES),
    }
    ours, theirs = (
        pl.DataFrame({**columns, "us": us.reshape(-1).astype(np.int64)})
        for us in (side(rng, work), side(rng, work, factor=scale))
    )
    return ours, theirs


def judged(rng: np.random.Generator, n: int, factor: dict[int, float]) -> dict[str, Class]:
    ours, theirs = frames(rng, n, factor)
    return {
        query.query_key: query.klass for query in evaluate(ours, theirs, None, tolerance=0.10, drifted=set(), shapes={})
    }


def test_a_server_against_itself_is_unchanged() -> None:
    """Eight comparisons of twenty queries, with stalls: none regressed."""
    rng = np.random.default_rng(11)
    alarms = sum(Class.REGRESSED in judged(rng, 120, {}).values() for _ in range(8))
    assert alarms == 0


@pytest.mark.parametrize("factor", [1.35, 2.0])
def test_a_slower_query_is_found_and_no_other(factor: float) -> None:
    """A planted change of one query of a thousand executions, in every one of three comparisons."""
    rng = np.random.default_rng(12)
    for _ in range(3):
        classes = judged(rng, 1000, {3: factor})
        assert [key for key, klass in classes.items() if klass == Class.REGRESSED] == ["q3"]


def test_a_faster_query_is_an_improvement() -> None:
    """The same, the other way."""
    assert judged(np.random.default_rng(13), 1000, {5: 0.5})["q5"] == Class.IMPROVED


def test_a_machine_in_a_mood_is_no_regression() -> None:
    """All queries 25 % slower, as in a second replay of the control: noise. One that is twice as slow still stands out."""
    ours, theirs = frames(np.random.default_rng(18), 600, dict.fromkeys(range(QUERIES), 1.25) | {7: 2.5})
    _, again = frames(np.random.default_rng(18), 600, dict.fromkeys(range(QUERIES), 1.25))

    def slower(second: pl.DataFrame | None) -> list[str]:
        found = evaluate(ours, theirs, None, again=second, tolerance=0.10, drifted=set(), shapes={})
        return [query.query_key for query in found if query.klass == Class.REGRESSED]

    assert len(slower(None)) > QUERIES / 2
    assert slower(again) == ["q7"]
    assert 0.15 < noise_floor(ours, again)[""] < 0.35


def test_few_executions_cannot_be_evaluated() -> None:
    """Fourteen are too few, whatever they show."""
    assert set(judged(np.random.default_rng(14), 14, {0: 5.0}).values()) == {Class.CANNOT_EVALUATE}


def test_intervals_cover_what_they_claim() -> None:
    """95 % intervals of the paired ratio hold the truth in about 95 of 100 draws."""
    rng = np.random.default_rng(15)
    covered = 0
    for draw in range(200):
        at = np.arange(600) * 100_000
        estimate = paired(rng.normal(np.log(1.2), 0.5, 600) + np.repeat(rng.normal(0, 0.1, 60), 10), blocks(at), draw)
        assert estimate is not None
        covered += estimate.low <= np.log(1.2) <= estimate.high
    assert covered / 200 >= 0.90


def test_quantiles_are_compared_at_their_own_place() -> None:
    """A tail that doubled shows at p95 and not at the median."""
    rng = np.random.default_rng(16)
    ours, theirs = rng.lognormal(6, 0.3, 4000), rng.lognormal(6, 0.3, 4000)
    theirs[rng.random(4000) < 0.08] *= 3
    block = blocks(np.arange(4000) * 15_000)
    p50, p95 = (quantile_change(ours, theirs, block, q, 1) for q in (0.5, 0.95))
    assert p50 is not None
    assert p95 is not None
    assert abs(p50.log_ratio) < 0.1
    assert p95.low > np.log(1.2)


def test_too_few_blocks_say_nothing() -> None:
    """Everything within four stretches of time is one stroke of luck."""
    assert paired(np.zeros(40), np.repeat(np.arange(4), 10), 0) is None


def test_false_discoveries_are_held() -> None:
    """Benjamini-Hochberg: uniform p-values give nothing, tiny ones are kept."""
    rng = np.random.default_rng(17)
    assert discoveries(rng.random(500), 0.01).sum() == 0
    assert discoveries(np.append(np.full(3, 1e-6), rng.random(50)), 0.01)[:3].all()
    assert discoveries(np.zeros(0), 0.01).size == 0
