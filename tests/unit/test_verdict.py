"""The verdict: when there is none, and what it is without measured noise."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pgrehearse.compare.comparison import Caution, Change, HostLoad, Latency, Noise, Query, QueryOutcome, Verdict
from pgrehearse.compare.executions import Round
from pgrehearse.compare.host_load import too_busy
from pgrehearse.compare.query_changes import Rules, evaluate
from pgrehearse.compare.same_work import OtherWork
from pgrehearse.compare.verdict import Evidence, verdict
from tests.simulated import World, layout_of, measured, side, single_pair, work

LATENCY = Latency(100, 1000.0, 2000.0, 3000.0, 1100.0, 110_000.0)
SAME = Query(
    "k",
    "select 1",
    "select",
    QueryOutcome.UNCHANGED,
    "",
    LATENCY,
    LATENCY,
    None,
    Change(1.0, 0.9, 1.1, 0.5),
    None,
    None,
)
SLOWER, FASTER = replace(SAME, outcome=QueryOutcome.REGRESSED), replace(SAME, outcome=QueryOutcome.IMPROVED)
SUSPECT = replace(SAME, outcome=QueryOutcome.CANNOT_EVALUATE, suspect=True, why="seems 5.0 times as slow")
MEASURED, ASSUMED = (
    Noise(measured=True, floor=0.02),
    Noise(measured=False, floor=0.5, advice="pgrehearse compare a b --control c"),
)
NONE = {"same": 0, "new": 0, "vanished": 0, "different": 0, "moved": 0, "drifted": 0}
FEW_ROWS = OtherWork(Caution("1 execution differs", "look"), prevents=False)
MANY_ROWS = OtherWork(Caution("9 executions differ", "restore"), prevents=True)
PLAIN = Evidence((SAME,) * 6, NONE, 10_000, fit=True, timed=True, noise=MEASURED)


def typically(ratio: float) -> tuple[Query, ...]:
    return (replace(SAME, paired=Change(ratio, ratio, ratio, 0.0)),) * 6


@pytest.mark.parametrize(
    ("change", "expected", "words"),
    [
        ({}, Verdict.UNCHANGED, ""),
        ({"queries": (SLOWER, FASTER)}, Verdict.REGRESSED, "1 query is slower"),
        ({"queries": (SAME, FASTER)}, Verdict.IMPROVED, "1 query is faster"),
        ({"fit": False, "queries": (SLOWER,)}, Verdict.INCONCLUSIVE, ""),
        ({"timed": False}, Verdict.INCONCLUSIVE, "no common clock"),
        ({"errors": {**NONE, "new": 11}}, Verdict.REGRESSED, "11 statements fail"),
        ({"errors": {**NONE, "different": 10}}, Verdict.UNCHANGED, ""),
        ({"errors": {**NONE, "drifted": 500}}, Verdict.UNCHANGED, ""),
        ({"drifted": 11}, Verdict.INCONCLUSIVE, "restore both targets from the same state"),
        ({"drifted": -500}, Verdict.UNCHANGED, ""),
        ({"drifted": 11, "queries": (SLOWER,)}, Verdict.REGRESSED, "1 query"),
        ({"noise": ASSUMED}, Verdict.UNCHANGED, "--control c"),
        ({"noise": ASSUMED, "queries": (SLOWER,)}, Verdict.REGRESSED, "--control c"),
        ({"noise": ASSUMED, "queries": (SAME, FASTER)}, Verdict.IMPROVED, "--control c"),
        ({"noise": ASSUMED, "queries": typically(1.6)}, Verdict.INCONCLUSIVE, "the typical query changed by 60%"),
        (
            {"noise": ASSUMED, "queries": typically(1 / 1.6)},
            Verdict.INCONCLUSIVE,
            "from the machine or from the candidate",
        ),
        ({"noise": ASSUMED, "queries": typically(1.4)}, Verdict.UNCHANGED, "not measured: changes up to 50%"),
        ({"queries": typically(1.6)}, Verdict.UNCHANGED, ""),
        ({"queries": (SAME, SUSPECT, FASTER)}, Verdict.INCONCLUSIVE, "1 query seems slower"),
        ({"queries": (SLOWER, SUSPECT)}, Verdict.REGRESSED, "1 query is slower"),
        ({"other_work": (FEW_ROWS,)}, Verdict.UNCHANGED, "1 execution differs"),
        (
            {"other_work": (FEW_ROWS,), "queries": (SAME, FASTER)},
            Verdict.IMPROVED,
            "none is slower; 1 execution differs",
        ),
        (
            {"other_work": (FEW_ROWS, MANY_ROWS)},
            Verdict.INCONCLUSIVE,
            "9 executions differ; restore; 1 execution differs",
        ),
        ({"other_work": (MANY_ROWS,), "queries": (SAME, FASTER)}, Verdict.INCONCLUSIVE, "9 executions differ; restore"),
        (
            {"other_work": (MANY_ROWS,), "queries": (SLOWER,)},
            Verdict.REGRESSED,
            "1 query is slower, first: select 1; 9",
        ),
        ({"other_work": (MANY_ROWS,), "fit": False}, Verdict.INCONCLUSIVE, "9 executions differ"),
        (
            {"hosts": (HostLoad("a", 5.0), HostLoad("b", 60.0)), "queries": (FASTER,)},
            Verdict.INCONCLUSIVE,
            "5 % during a, 60 % during b",
        ),
        ({"hosts": (HostLoad("a", 60.0), HostLoad("b", 60.0))}, Verdict.UNCHANGED, ""),
        (
            {"hosts": (HostLoad("a", 60.0), HostLoad("b", 60.0)), "noise": ASSUMED, "queries": (FASTER,)},
            Verdict.INCONCLUSIVE,
            "a: other programs used 60 %",
        ),
        (
            {"hosts": (HostLoad("a", 60.0),), "noise": ASSUMED, "errors": {**NONE, "new": 500}},
            Verdict.REGRESSED,
            "500 statements",
        ),
    ],
)
def test_a_verdict(change: dict[str, object], expected: Verdict, words: str) -> None:
    """Fitness, errors, the host, speed; then remaining doubts."""
    result, why = verdict(replace(PLAIN, **change))  # type: ignore[arg-type]
    assert result == expected
    assert words in "; ".join(why)
    assert words or not why


@pytest.mark.parametrize(
    ("hosts", "noise", "busy"),
    [
        ((), ASSUMED, False),
        ((HostLoad("a"), HostLoad("b")), ASSUMED, False),
        ((HostLoad("a", 25.0, 10.0),), ASSUMED, False),
        ((HostLoad("a", 26.0),), ASSUMED, True),
        ((HostLoad("a", 1.0, 11.0),), ASSUMED, True),
        ((HostLoad("a", 1.0, 11.0),), MEASURED, False),
        ((HostLoad("a", io=10.0), HostLoad("b", io=60.0)), ASSUMED, True),
        ((HostLoad("a", io=10.0), HostLoad("b", io=60.0)), MEASURED, False),
        ((HostLoad("a", 10.0), HostLoad("b", 39.0), HostLoad("a-again", 12.0)), MEASURED, False),
        ((HostLoad("a", 10.0), HostLoad("b", 12.0), HostLoad("a-again", 41.0)), MEASURED, True),
    ],
)
def test_a_busy_host(hosts: tuple[HostLoad, ...], noise: Noise, busy: bool) -> None:
    """Absolute limits apply without measured noise; with measured noise only differences between the runs count."""
    assert bool(too_busy(hosts, noise)) == busy


@pytest.mark.parametrize(("slower", "share"), [(1.6, 0.5), (2.0, 1.0)])
def test_a_single_pair_beside_a_busy_neighbor_has_no_result(slower: float, share: float) -> None:
    """A server against itself; `make soak` runs more of them."""
    for seed in range(2):
        worse, better, _ = single_pair(seed, slower, share)
        assert (worse, better) == ([], [])


def test_a_large_regression_is_found_without_measured_noise() -> None:
    """A missing index slows one query, and no other is reported; also where few queries are tested."""
    for seed in range(3):
        worse, better, typical = single_pair(seed, 1.3, 0.5, planted=14.0)
        assert (worse, better) == (["q3"], [])
        assert typical < 0.5
    rng, world = np.random.default_rng(5), World((400,) * 2)
    layout = layout_of(world.sizes)
    base_us = work(rng, world)
    baseline, candidate = side(rng, layout, base_us, world), side(rng, layout, base_us, world)
    for factor, expected in ((2.0, 0), (6.0, 1)):
        pair = Round(measured(baseline), measured(np.where(layout.code == 1, candidate * factor, candidate)))
        queries = evaluate(layout, [pair], Rules(assumed=0.5))
        assert sum(query.outcome == QueryOutcome.REGRESSED for query in queries) == expected


def test_a_change_that_does_not_count_is_reported_with_its_size() -> None:
    """Short inserts that take 28 % longer are unchanged by rule, and reported; so are changes within the assumed floor."""
    rng, world = np.random.default_rng(6), World((2000, 400), work=0.2, stalled=0.0)
    layout = layout_of(world.sizes)
    base_us = np.where(layout.code == 0, 60.0, 50_000.0) * rng.lognormal(0, 0.2, len(layout.code))
    pair = Round(
        measured(side(rng, layout, base_us, world)),
        measured(side(rng, layout, base_us, world) * np.where(layout.code == 0, 1.28, 1.0)),
    )
    short = {query.query_key: query for query in evaluate(layout, [pair], Rules())}
    assert short["q0"].outcome == QueryOutcome.UNCHANGED
    assert short["q0"].noticed.startswith(("+26%", "+27%", "+28%", "+29%", "+30%"))
    assert "µs each" in short["q0"].noticed
    assert short["q1"].noticed == ""
    floored = {query.query_key: query for query in evaluate(layout, [pair], Rules(assumed=0.5))}
    assert "not counted, no change larger than 200% was found" in floored["q0"].why


def test_a_query_that_seems_slower_is_never_called_unchanged() -> None:
    """Four times as slow in few executions that vary widely: suspected and not tested, or found; no other query is suspected."""
    for seed in range(6):
        rng, world = np.random.default_rng(seed), World((20, 30, 60, 400, 400, 400), own=0.6)
        layout = layout_of(world.sizes)
        base_us = work(rng, world)
        baseline, candidate = side(rng, layout, base_us, world), side(rng, layout, base_us, world)
        pair = Round(measured(baseline), measured(np.where(layout.code == 0, candidate * 4, candidate)))
        queries = {query.query_key: query for query in evaluate(layout, [pair], Rules(assumed=0.5))}
        slower = queries.pop("q0")
        assert slower.outcome == QueryOutcome.REGRESSED or (
            slower.outcome == QueryOutcome.CANNOT_EVALUATE and slower.suspect
        ), slower.why
        assert not any(query.suspect for query in queries.values())
