"""The rows of queries that depend on the clock, on both sides, and the finding about them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from pgrehearse.compare.clock_rows import clock_rows, target_places
from pgrehearse.compare.comparison import ClockComparison, ClockRows
from pgrehearse.compare.divergence import BothSides
from pgrehearse.compare.finding import Finding
from pgrehearse.compare.run_findings import clock
from pgrehearse.runs.run_facts import ClockFacts
from tests.golden.test_golden import comparison
from tests.simulated import layout_of, measured

FACTS = pl.DataFrame({"query_key": ["q0", "q1", "q2"], "clock": [True, False, True]})
GOLDEN = comparison()
(ONE,) = GOLDEN.candidates


def sides(rows: tuple[int, int]) -> BothSides:
    """Three queries of 10, 5 and 2 executions, with so many rows each on both sides."""
    where = layout_of((10, 5, 2))
    baseline, candidate = measured(np.ones(17)), measured(np.ones(17))
    baseline.rows[:], candidate.rows[:] = rows
    return BothSides(where, baseline, candidate, {"q0": ("select 1", "select")})


def test_rows_are_summed_by_query_key() -> None:
    """Only of queries that use the clock, and of executions that both sides counted."""
    both = sides((3, 0))
    both.candidate.status[0] = 2  # it failed
    assert clock_rows(both, FACTS) == (ClockRows("q0", "select 1", 9, 27, 0), ClockRows("q2", "", 2, 6, 0))


def test_a_capture_has_no_row_counts() -> None:
    """The candidate's are reported alone."""
    assert [(row.n, row.baseline, row.candidate) for row in clock_rows(sides((-1, 4)), FACTS)] == [
        (10, None, 40),
        (2, None, 8),
    ]


def found(*rows: ClockRows, production: tuple[str, ...] = ()) -> list[Finding]:
    return clock(replace(ONE, clock=ClockComparison(rows, production)), GOLDEN)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (ClockRows("k", "s", 5, 3400, 0), "1 query depends on the clock and found no rows"),
        (ClockRows("k", "s", 5, 3400, 1700), "1 query depends on the clock and found other rows"),
        (ClockRows("k", "s", 5, 0, 0), "found no rows"),
        (ClockRows("k", "s", 5, None, 0), "found no rows"),
    ],
)
def test_other_rows_are_a_finding_with_the_remedy(row: ClockRows, words: str) -> None:
    """A query without a difference beside it does not count."""
    (finding,) = found(row, ClockRows("same", "s", 9, 100, 100))
    assert words in finding.what
    assert f"{row.candidate:,} on {ONE.name}" in finding.how_much
    assert finding.next_step == "replay with --clock production"


def test_equal_rows_and_production_s_time_are_no_finding() -> None:
    """Then other rows have other causes, which are reported by query."""
    assert found(ClockRows("k", "s", 5, 100, 95)) == []
    assert found(ClockRows("k", "s", 5, None, 95)) == []
    assert found(ClockRows("k", "s", 5, 3400, 0), production=(ONE.name,)) == []


def test_a_view_that_reads_the_target_s_time_is_a_finding() -> None:
    """Although the replay had production's time: in texts. The remedy is another one."""
    clocks = ClockComparison((ClockRows("k", "s", 5, 3400, 0), ClockRows("t", "s", 5, 9, 0)), (ONE.name,), ("k",))
    (finding,) = clock(replace(ONE, clock=clocks), GOLDEN)
    assert "1 query depends on the clock and found no rows" in finding.what
    assert "with --writes these get production's time too" in finding.next_step


@pytest.mark.parametrize(
    ("facts", "places"),
    [
        (None, set()),
        (ClockFacts(way="server"), set()),
        (ClockFacts(), {"view", "function", "policy"}),
        (ClockFacts(definitions=["view public.recent"]), set()),
        (ClockFacts(definitions=["view public.recent"], left=["policy p of public.t"]), {"policy"}),
        (ClockFacts(definitions=["view public.recent"], left=["function f()"]), {"view", "function", "policy"}),
        (ClockFacts(definitions=["view public.recent"], left=["trigger t of public.t"]), set()),
    ],
)
def test_places_with_the_target_s_time(facts: ClockFacts | None, places: set[str]) -> None:
    """Where no object was replaced, or one of a kind that counts could not be."""
    assert target_places(facts) == places
