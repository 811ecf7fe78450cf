"""Whether both sides did the same work: what differs is reported with the verdict, and much of it prevents one on speed."""

from __future__ import annotations

import pytest

from pgrehearse.compare.end_state.values import RowCounts, Sameness, StateComparisons, StateDifference, TableDifference
from pgrehearse.compare.result_values import CONCURRENT, QueryRows, Results
from pgrehearse.compare.same_work import OTHER_ROWS, other_work, with_other_rows


def query(key: str, different: int, reason: str = "") -> QueryRows:
    """100 pairs of a query, so many with other rows."""
    return QueryRows(key, f"select {key}", 100, 0, different, 0, None, reason, "")


def rows(different: int) -> Results:
    """1,000 pairs."""
    return Results(same=1000 - different, different=different, queries=(query("a", different),) if different else ())


def state(first: str, second: str, only_first: int, *, listed: bool = True) -> StateDifference:
    """A table of 1,000 rows, of which the second side lacks some, and an equal table of 1,000."""
    outcome = Sameness.DIFFERENT if only_first else Sameness.EQUAL
    counts = RowCounts(only_first, 0) if only_first and listed else None
    lost = TableDifference("app", "public.lost", outcome, (1000, 1000 - only_first), supplied=counts)
    return StateDifference(first, second, (lost, TableDifference("app", "public.kept", Sameness.EQUAL, (1000, 1000))))


NO_STATE = StateComparisons(missing="no end state")


def test_equal_sides_did_the_same_work() -> None:
    """The same rows, and equal tables."""
    assert other_work(rows(0), StateComparisons((state("a", "b", 0),)), "a", "b") == ()


@pytest.mark.parametrize(("different", "prevents"), [(1, False), (2, True)])
def test_other_rows_are_reported_and_prevent_a_verdict_on_speed(different: int, prevents: bool) -> None:
    """More than one of a thousand executions."""
    (found,) = other_work(rows(different), NO_STATE, "a", "b")
    assert found.prevents == prevents
    words = "executions return other rows than on a, first: select a"
    assert found.caution.text == f"{different} of 1,000 {words}"
    assert "compare the rows" in found.caution.next_step


def test_differences_that_are_no_evidence_are_not_reported() -> None:
    """Sessions that run in another order read other rows."""
    results = Results(same=900, not_comparable=100, queries=(query("a", 100, CONCURRENT),))
    assert other_work(results, NO_STATE, "a", "b") == ()


@pytest.mark.parametrize(("lost", "prevents"), [(20, False), (21, True)])
def test_a_lost_row_is_reported_and_many_prevent_a_verdict_on_speed(lost: int, prevents: bool) -> None:
    """More than 1 % of the rows of all tables."""
    (found,) = other_work(rows(0), StateComparisons((state("a", "b", lost),)), "a", "b")
    assert found.prevents == prevents
    assert found.caution.text == f"the end states of a and b differ in {lost} rows of 1 table, first: public.lost"
    assert "same state" in found.caution.next_step


def test_a_number_of_rows_that_is_a_lower_limit_is_called_so() -> None:
    """Of a table whose rows are not listed."""
    (found,) = other_work(rows(0), StateComparisons((state("a", "b", 5, listed=False),)), "a", "b")
    assert "differ in at least 5 rows" in found.caution.text


def test_a_difference_from_production_is_no_difference_of_the_sides() -> None:
    """Both sides can differ from production in the same way."""
    states = StateComparisons((state("production", "b", 100), state("production", "a", 100), state("a", "b", 0)))
    assert other_work(rows(0), states, "a", "b") == ()


def test_a_query_with_many_other_rows_is_not_tested() -> None:
    """More than 2 % of its pairs, as for row counts."""
    results = Results(same=1, queries=(query("a", 2), query("b", 3), query("c", 50, CONCURRENT)))
    assert with_other_rows(results) == {"b": OTHER_ROWS}
