"""Results of two runs, compared by hashes that a test plants: classes, what does not count, findings and gates."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.compare.api import compare_runs
from pgrehearse.compare.comparison import QueryOutcome, Verdict
from pgrehearse.compare.finding import Finding, Severity
from pgrehearse.compare.gates.evaluate import Outcome, evaluate
from pgrehearse.compare.gates.syntax import parse_gate
from pgrehearse.compare.result_values import CLOCK, CONCURRENT, FEW, NOT_DETERMINISTIC, Results
from pgrehearse.compare.same_work import OTHER_ROWS
from pgrehearse.report.html import render
from pgrehearse.report.json_document import document
from tests.conftest import held_to_schema
from tests.golden import test_golden as golden
from tests.planted_rows import (
    BOTH,
    FIRST,
    STATEMENTS,
    compared,
    executions,
    of,
    plan,
    plant,
    redigest,
    result,
    write_runs,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.compare.comparison import Comparison

SECRET = "planted-code"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A workload, a baseline, its second replay and a candidate that returned the same rows."""
    return write_runs(tmp_path)


def finding(comparison: Comparison, words: str) -> Finding:
    (one,) = [one for one in comparison.findings if words in one.what]
    return one


def test_equal_rows_are_the_same(made: Path) -> None:
    """Every pair is counted once; there is no finding."""
    comparison = compared(made)
    assert result(comparison).results == Results(same=STATEMENTS)
    assert not any("rows" in one.what for one in comparison.findings)


def test_each_class_is_counted_by_query(made: Path) -> None:
    """Another order, other rows, and one hash alone; with the executions and their counts."""
    places = executions(made, number=5)
    plant(made / "b.run", places[:1], ("rows_hash",))
    plant(made / "b.run", places[1:3], BOTH)
    plant(made / "b.run", places[3:], BOTH, None)
    comparison = compared(made)
    found = result(comparison).results
    assert (found.same, found.reordered, found.different, found.not_hashed) == (STATEMENTS - 5, 1, 2, 2)
    (row,) = found.queries
    assert (row.query_key, row.reordered, row.different, row.resized, row.again) == (FIRST, 1, 2, 0, None)
    assert [(one.session, one.seq) for one in row.examples] == places[:3]
    about = finding(comparison, "A query returns other rows than on a: select * from t0")
    assert (
        about.how_much
        == f"2 of {row.pairs} executions return different rows; 1 more return the same rows in another order"
    )
    assert about.next_step.endswith(f"session {places[0][0]}, event {places[0][1]}")
    assert about.query_key == FIRST


@pytest.mark.parametrize(("number", "verdict"), [(2, Verdict.UNCHANGED), (3, Verdict.INCONCLUSIVE)])
def test_other_rows_are_reported_with_the_verdict(made: Path, number: int, verdict: Verdict) -> None:
    """In any case; more than one of a thousand leave no verdict on speed, and the finding has the remedy."""
    plant(made / "b.run", executions(made, number=number), BOTH)
    comparison = compared(made, control=True)
    assert comparison.verdict == verdict
    assert any(f"{number} of 2,000 executions return other rows than on a" in reason for reason in comparison.reasons)
    found = [one for one in comparison.findings if one.severity == Severity.INCONCLUSIVE]
    assert bool(found) == (verdict == Verdict.INCONCLUSIVE)
    assert all("compare the rows" in one.next_step for one in found)


def test_the_latency_of_a_query_with_other_rows_is_not_evaluated(made: Path) -> None:
    """It did other work: more than 2 % of its pairs."""
    plant(made / "b.run", executions(made, number=20), BOTH)
    (query,) = (one for one in result(compared(made)).queries if one.query_key == FIRST)
    assert (query.outcome, query.why) == (QueryOutcome.CANNOT_EVALUATE, OTHER_ROWS)


def test_rows_in_another_order_without_order_by_are_information(made: Path) -> None:
    """The statements of this workload have no ORDER BY: their order follows the plan."""
    plant(made / "b.run", executions(made), ("rows_hash",))
    about = finding(compared(made), "The rows of a query come in another order than on a")
    assert about.severity == Severity.INFORMATION
    assert "no ORDER BY" in about.why


def test_what_differs_between_two_replays_of_the_baseline_does_not_count(made: Path) -> None:
    """One execution that differs there is enough; without the second replay the difference counts."""
    places = executions(made)
    plant(made / "b.run", places, BOTH)
    plant(made / "again.run", places[2:], BOTH, 9)
    assert of(made).different == 3
    found = of(made, control=True)
    assert (found.different, found.not_comparable, found.control) == (0, 3, True)
    assert (found.queries[0].reason, found.queries[0].again) == (NOT_DETERMINISTIC, 1)


def test_a_second_replay_without_hashes_shows_nothing(made: Path) -> None:
    """It is no evidence that the rows are always the same."""
    plan(made, ["again.run"], hash_results=False)
    assert not of(made, control=True).control


def write_table(folder: Path, table: str) -> None:
    """Have the workload's last statement write to a table."""
    path = folder / "w.workload" / "shapes.parquet"
    shapes = pl.read_parquet(path)
    last = pl.col("shape") == shapes["shape"].max()
    changed = pl.when(last).then(pl.lit([table])).otherwise("tables_written")
    shapes.with_columns(changed.alias("tables_written")).write_parquet(path)
    redigest(folder)


@pytest.mark.parametrize(
    ("number", "control", "reason"), [(3, False, CONCURRENT), (3, True, FEW), (6, True, FEW), (7, True, "")]
)
def test_differences_in_tables_that_are_written_need_proof(made: Path, number: int, control: bool, reason: str) -> None:
    """A second replay of the baseline without differences, and so many executions that chance is excluded."""
    write_table(made, "t0")
    plan(made, ["a.run", "b.run", "again.run"], writes=True)
    plant(made / "b.run", executions(made, number=number), BOTH)
    comparison = compared(made, control=control)
    found = result(comparison).results
    assert [row.reason for row in found.queries] == [reason]
    assert (found.different, found.not_comparable) == ((0, number) if reason else (number, 0))
    (gate,) = evaluate([parse_gate("results.different == 0")], comparison)
    assert gate.outcome == (Outcome.INCONCLUSIVE if reason else Outcome.FAILED)


def test_a_read_only_replay_writes_no_table(made: Path) -> None:
    """Its differences need no second replay."""
    write_table(made, "t0")
    plant(made / "b.run", executions(made), BOTH)
    assert of(made).different == 3


def test_a_query_about_the_time_does_not_count(made: Path) -> None:
    """By the workload's shapes."""
    path = made / "w.workload" / "shapes.parquet"
    shapes = pl.read_parquet(path)
    shapes.with_columns(clock=pl.col("query_key") == FIRST).write_parquet(path)
    redigest(made)
    plant(made / "b.run", executions(made), BOTH)
    comparison = compared(made)
    assert [row.reason for row in result(comparison).results.queries] == [CLOCK]
    about = finding(comparison, "Rows of 1 query differ without evidence")
    assert (about.severity, about.how_much) == (Severity.INFORMATION, "3 executions")
    (gate,) = evaluate([parse_gate("results.different == 0")], comparison)
    assert gate.outcome == Outcome.PASSED


def test_a_run_without_hashes_is_not_compared(made: Path) -> None:
    """The side is named; a gate is inconclusive."""
    plan(made, ["b.run"], hash_results=False)
    comparison = compared(made)
    assert result(comparison).results.missing == "b was replayed with --no-hash-results"
    (gate,) = evaluate([parse_gate("results.different == 0")], comparison)
    assert (gate.outcome, "--no-hash-results" in gate.why) == (Outcome.INCONCLUSIVE, True)


def test_a_capture_has_no_rows(made: Path) -> None:
    """Production as captured is no side of this comparison."""
    comparison = compare_runs(made / "w.workload", made / "b.run")
    assert "capture" in result(comparison).results.missing


@pytest.mark.parametrize(
    ("gate", "outcome"),
    [
        ("results.different == 0", Outcome.FAILED),
        ("results.different <= 3", Outcome.PASSED),
        ("results.reordered == 0", Outcome.PASSED),
        ("results.same >= 1900", Outcome.PASSED),
        ("results.not_hashed == 0", Outcome.PASSED),
    ],
)
def test_a_gate_on_results(made: Path, gate: str, outcome: Outcome) -> None:
    """By class."""
    plant(made / "b.run", executions(made), BOTH)
    (found,) = evaluate([parse_gate(gate)], compared(made))
    assert found.outcome == outcome


def test_settings_that_change_texts_are_named(made: Path) -> None:
    """A setting of the targets that differs may be the cause."""
    for name, style in (("a.run", "ISO, MDY"), ("b.run", "German, DMY")):
        (made / name / "state.json").write_text(json.dumps({"settings": {"DateStyle": style}}))
    plant(made / "b.run", executions(made), BOTH)
    about = finding(compared(made), "A query returns other rows")
    assert about.why == "settings that change the text of values differ: DateStyle"


@pytest.mark.parametrize("values", [False, True])
def test_statements_that_differ_are_shown_with_values_only(values: bool) -> None:
    """Their text and parameters are data: in the report and in JSON with --with-values, and in no repr."""
    comparison = golden.comparison()
    page = io.StringIO()
    render(comparison, page, values=values)
    text = json.dumps(document(comparison, values=values))
    assert [SECRET in page.getvalue(), SECRET in text] == [values, values]
    held_to_schema("compare", json.loads(text))
    assert SECRET not in repr(result(comparison).results)
