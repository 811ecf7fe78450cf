"""Results of two runs, compared by hashes that a test plants: classes, what does not count, findings and gates."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl
import pytest

from benchmarks.comparing import write_example
from pgrehearse.base.artifact import digest, write_json
from pgrehearse.compare.api import compare_runs
from pgrehearse.compare.comparison import CandidateResult
from pgrehearse.compare.finding import Finding, Severity
from pgrehearse.compare.gates.evaluate import Outcome, evaluate
from pgrehearse.compare.gates.syntax import parse_gate
from pgrehearse.compare.result_values import CLOCK, CONCURRENT, FEW, NOT_DETERMINISTIC, Results
from pgrehearse.report.html import render
from pgrehearse.report.json_document import document
from pgrehearse.runs.read import Run
from pgrehearse.runs.write import rewrite_manifest
from pgrehearse.workload.read import Workload
from tests.conftest import held_to_schema
from tests.golden import test_golden as golden

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pgrehearse.compare.comparison import Comparison

STATEMENTS = 2_000
SECRET = "planted-code"
BOTH = ("rows_hash", "rows_hash_unordered")
FIRST = f"{0:016x}"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A workload, a baseline, its second replay and a candidate that returned the same rows."""
    write_example(tmp_path, STATEMENTS)
    shutil.copytree(tmp_path / "a.run", tmp_path / "again.run")
    return tmp_path


def executions(folder: Path, key: str = FIRST, number: int = 3) -> list[tuple[int, int]]:
    """The first executions of a query: session and seq."""
    workload = folder / "w.workload"
    shapes = pl.read_parquet(workload / "shapes.parquet").filter(query_key=key)
    events = pl.read_parquet(workload / "events" / "*.parquet").sort("session", "seq")
    return list(events.join(shapes, on="shape", how="semi").select("session", "seq").head(number).iter_rows())


def plant(run: Path, places: Iterable[tuple[int, int]], columns: tuple[str, ...], value: int | None = 7) -> None:
    """Give some executions of a run other hashes."""
    chosen = pl.DataFrame(list(places), schema={"session": pl.Int32, "seq": pl.Int32}, orient="row")
    for part in (run / "outcomes").glob("*.parquet"):
        frame = pl.read_parquet(part)
        marked = frame.join(chosen.with_columns(chosen=True), on=["session", "seq"], how="left", maintain_order="left")
        marked.with_columns(
            pl.when("chosen").then(pl.lit(value, pl.UInt64)).otherwise(name).alias(name) for name in columns
        ).drop("chosen").write_parquet(part)


def plan(folder: Path, names: Iterable[str], **more: object) -> None:
    """Change the plan of runs."""
    for name in names:
        manifest = Run.open(folder / name).manifest
        rewrite_manifest(folder / name, replace(manifest, plan=replace(manifest.plan, **more)))  # type: ignore[arg-type]


def compared(folder: Path, *, control: bool = False) -> Comparison:
    return compare_runs(folder / "a.run", folder / "b.run", control=folder / "again.run" if control else None)


def of(folder: Path, *, control: bool = False) -> Results:
    return result(compared(folder, control=control)).results


def result(comparison: Comparison) -> CandidateResult:
    (one,) = comparison.candidates
    return one


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


def redigest(folder: Path) -> None:
    """Give the workload and its runs the digest of what is there now."""
    workload = folder / "w.workload"
    files = [*(workload / "events").iterdir(), workload / "sessions.parquet", workload / "shapes.parquet"]
    manifest = replace(Workload.open(workload).manifest, digest=digest(files))
    write_json(workload / "manifest.json", manifest.document())
    for name in ("a.run", "b.run", "again.run"):
        rewrite_manifest(folder / name, replace(Run.open(folder / name).manifest, workload_digest=manifest.digest))


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
