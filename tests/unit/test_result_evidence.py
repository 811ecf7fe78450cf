"""Which differences of rows count: large results, ids that both sides had from production, and production's time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.base.artifact import digest, write_json
from pgrehearse.compare.gates.evaluate import Outcome, evaluate
from pgrehearse.compare.gates.syntax import parse_gate
from pgrehearse.compare.result_values import CLOCK, FIRST_ROWS, GENERATED, WITH_GIVEN_IDS
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_facts import ClockFacts, IdFacts, SequenceIds
from pgrehearse.runs.write import rewrite_manifest
from pgrehearse.workload.read import PINS_FILE, Workload
from pgrehearse.workload.schema import PINS
from tests.planted_rows import (
    BOTH,
    FIRST,
    RUNS,
    STATEMENTS,
    compared,
    executions,
    of,
    plan,
    plant,
    redigest,
    write_runs,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from pgrehearse.compare.comparison import Comparison

GATE = "results.different == 0"
INSERT = b"insert into t0 (a) values ($1) returning id"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A workload, a baseline, its second replay and a candidate that returned the same rows."""
    return write_runs(tmp_path)


def gate(comparison: Comparison) -> tuple[Outcome, str]:
    """The outcome of the gate, and why."""
    (found,) = evaluate([parse_gate(GATE)], comparison)
    return found.outcome, found.why


def large(folder: Path, places: Iterable[tuple[int, int]], runs: Sequence[str], rows: int) -> None:
    """Give some executions of runs a large result, of which the first 100 rows are hashed."""
    plan(folder, RUNS, hash_rows=100)
    for name in runs:
        plant(folder / name, places, ("rows",), rows)


def test_a_large_result_is_sampled_and_never_called_the_same(made: Path) -> None:
    """The first rows and the number of rows are the same: no gate passes because of that."""
    large(made, executions(made), RUNS, 101)
    comparison = compared(made)
    (result,) = comparison.candidates
    assert (result.results.same, result.results.sampled) == (STATEMENTS - 3, 3)
    outcome, why = gate(comparison)
    assert (outcome, "--hash-rows 0" in why) == (Outcome.INCONCLUSIVE, True)


def test_a_result_of_as_many_rows_as_are_hashed_is_the_same(made: Path) -> None:
    """All of its rows were hashed."""
    large(made, executions(made), RUNS, 100)
    assert (of(made).same, of(made).sampled) == (STATEMENTS, 0)


def test_another_number_of_rows_of_a_large_result_counts(made: Path) -> None:
    """Although the first rows are the same."""
    large(made, executions(made), ["a.run", "again.run"], 101)
    large(made, executions(made), ["b.run"], 102)
    (row,) = of(made).queries
    assert (row.different, row.resized, row.reason) == (3, 3, "")


def test_other_first_rows_of_a_large_result_may_be_another_order(made: Path) -> None:
    """Nothing shows which: not counted, and the finding has the remedy."""
    large(made, executions(made), RUNS, 101)
    plant(made / "b.run", executions(made), BOTH)
    comparison = compared(made)
    (row,) = of(made).queries
    assert (row.different, row.reason) == (3, FIRST_ROWS)
    assert gate(comparison)[0] == Outcome.INCONCLUSIVE
    assert any(one.next_step == "replay both sides with --hash-rows 0" for one in comparison.findings)


def test_a_large_result_is_known_to_be_reordered_by_its_first_rows(made: Path) -> None:
    """The same first rows in another order; a smaller result of the query that differs counts beside it."""
    places = executions(made)
    large(made, places[:2], RUNS, 101)
    plant(made / "b.run", places[:1], BOTH[:1])
    plant(made / "b.run", places[2:], BOTH)
    (row,) = of(made).queries
    assert (row.reordered, row.different, row.reason) == (1, 1, "")
    assert of(made).sampled == 1


def test_runs_that_hashed_other_parts_are_not_compared_there(made: Path) -> None:
    """Only results that both sides hashed completely are."""
    large(made, executions(made), RUNS, 101)
    plan(made, ["b.run"], hash_rows=0)
    assert (of(made).same, of(made).not_hashed, of(made).sampled) == (STATEMENTS - 3, 3, 0)


def change(folder: Path, text: bytes, **shape: pl.Expr) -> None:
    """Give the first query another text, and its shape other columns."""
    shapes = folder / "w.workload" / "shapes.parquet"
    first = pl.col("query_key") == FIRST
    table = pl.read_parquet(shapes)
    changed = [pl.when(first).then(value).otherwise(name).alias(name) for name, value in shape.items()]
    table.with_columns(changed).write_parquet(shapes)
    numbers = table.filter(first)["shape"].implode()
    for part in (folder / "w.workload" / "events").glob("*.parquet"):
        sql = pl.when(pl.col("shape").is_in(numbers)).then(pl.lit(text)).otherwise("sql")
        pl.read_parquet(part).with_columns(sql.alias("sql")).write_parquet(part)
    redigest(folder)


def pinned(folder: Path, ids: dict[tuple[int, int], int | None], text: bytes = INSERT, **facts: object) -> None:
    """Have executions of the first query draw ids, which both sides have (None: not known); *facts*: of both runs."""
    change(folder, text, generated=pl.lit(value=True))
    rows = [
        (*place, "public.t0_id_seq", [number], ["order" if number is not None else "unknown"])
        for place, number in ids.items()
    ]
    path = folder / "w.workload" / PINS_FILE
    pl.DataFrame(rows, schema=PINS, orient="row").write_parquet(path)
    manifest = replace(Workload.open(folder / "w.workload").manifest, pins_digest=digest([path]))
    write_json(folder / "w.workload" / "manifest.json", manifest.document())
    drawn = [SequenceIds("app", "public.t0_id_seq", ["public.t0.id"], {"order": len(ids)})]
    for name in RUNS:
        give(folder / name, IdFacts(**{"sequences": drawn, **facts}))  # type: ignore[arg-type]


def give(run: Path, ids: IdFacts | None) -> None:
    """Record in a run which ids it had."""
    rewrite_manifest(run, replace(Run.open(run).manifest, ids=ids))


def reasons(folder: Path, *, control: bool = False) -> dict[str, int]:
    """The number of executions that differ, by the reason for which they do not count."""
    return {row.reason: row.different for row in of(folder, control=control).queries}


def test_an_id_that_both_sides_had_from_production_counts(made: Path) -> None:
    """RETURNING id of an INSERT of constants; the query's finding has the method. The execution whose id is not known does not count."""
    places = executions(made)
    pinned(made, {places[0]: 7, places[1]: 8, places[2]: None})
    plant(made / "b.run", places, BOTH)
    assert reasons(made) == {"": 2, GENERATED: 1}
    (counted,) = of(made).counted()
    assert counted.why == "both sides drew production's ids for it (2 by order)"
    assert [(one.session, one.seq) for one in counted.examples] == places[:2]


def test_an_id_of_one_side_alone_does_not_count(made: Path) -> None:
    """The other side drew its own, or knew others."""
    places = executions(made)
    pinned(made, dict.fromkeys(places, 7))
    plant(made / "b.run", places, BOTH)
    give(made / "a.run", None)
    assert reasons(made) == {GENERATED: 3}
    give(made / "a.run", IdFacts([SequenceIds("app", "public.t0_id_seq", ["public.t0.id"], {"order": 1})]))
    assert reasons(made) == {GENERATED: 3}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (b"insert into t0 (a) values ($1) returning id, at", {}),
        (b"insert into t0 (a) select $1 returning id", {}),
        (INSERT, {"not_given": ["public.t0.id: an identity column that divides a table into partitions"]}),
    ],
    ids=["another column", "a query", "an id that could not be given"],
)
def test_other_generated_values_need_a_second_replay(made: Path, text: bytes, facts: dict[str, object]) -> None:
    """They may be random; two replays of the baseline that agree, and enough executions, exclude that."""
    places = executions(made, number=7)
    pinned(made, dict.fromkeys(places, 7), text, **facts)
    plant(made / "b.run", places, BOTH)
    assert reasons(made) == {WITH_GIVEN_IDS: 7}
    assert reasons(made, control=True) == {"": 7}


@pytest.mark.parametrize(
    ("text", "way", "reason"),
    [
        (b"select now()", "statements", ""),
        (b"select now()", "server", CLOCK),
        (b"select timeofday()", "statements", CLOCK),
    ],
)
def test_rows_that_depend_on_the_time_count_if_both_sides_read_production_s(
    made: Path, text: bytes, way: str, reason: str
) -> None:
    """If the statement was sent with production's instant: a shifted clock goes on between two replays."""
    change(made, text, clock=pl.lit(value=True), clock_in=pl.lit(["text"]))
    plant(made / "b.run", executions(made), BOTH)
    assert reasons(made) == {CLOCK: 3}
    for name in RUNS:
        rewrite_manifest(made / name, replace(Run.open(made / name).manifest, clock=ClockFacts(way=way)))
    assert reasons(made) == {reason: 3}


def test_a_default_or_a_view_may_read_the_time_too(made: Path) -> None:
    """What a view reads is not known: only texts and defaults of columns have production's time."""
    change(made, b"select now() from v", clock=pl.lit(value=True), clock_in=pl.lit(["text", "view"]))
    plant(made / "b.run", executions(made), BOTH)
    for name in RUNS:
        rewrite_manifest(made / name, replace(Run.open(made / name).manifest, clock=ClockFacts()))
    assert reasons(made) == {CLOCK: 3}
