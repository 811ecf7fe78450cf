"""Invalid input of ``compare``: one clear sentence and an exit code each."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
import pytest

from benchmarks.comparing import write_example
from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.compare.api import compare_runs
from pgrehearse.compare.comparison import Comparison, QueryOutcome, Verdict
from pgrehearse.compare.cost import read_prices
from pgrehearse.compare.gates.evaluate import Outcome, evaluate
from pgrehearse.compare.gates.exit_code import exit_code, gates_exit_code
from pgrehearse.compare.gates.syntax import parse_gate
from pgrehearse.report.html import write_report
from pgrehearse.runs.clocks import ClockOffset, Clocks
from pgrehearse.runs.fitness_values import Unfit
from pgrehearse.runs.metric_catalog import CATALOGUE
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_facts import SelectionFacts, ServerVersion
from pgrehearse.runs.schema import METRICS
from pgrehearse.runs.write import rewrite_manifest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A workload of twenty thousand statements, and two runs of it that differ by noise."""
    write_example(tmp_path, 20_000)
    return tmp_path


def changed(run: Path, **more: Any) -> None:
    """Change the manifest of a run."""
    rewrite_manifest(run, replace(Run.open(run).manifest, **more))


def samples(run: Path, metric: str, values: list[float], step_us: int = 1_000_000) -> None:
    """Add a metric to a run, one sample for each step."""
    rows = [(place * step_us, "postgres", "primary", "", metric, value, "1/s") for place, value in enumerate(values)]
    pl.DataFrame(rows, schema=METRICS, orient="row").write_parquet(run / "metrics.parquet")


def compared(folder: Path, **more: Any) -> Comparison:
    return compare_runs(folder / "a.run", folder / "b.run", **more)


def test_a_comparison_of_two_runs_has_frames(example: Path) -> None:
    """The Python API: a verdict, and pandas frames of queries, metrics and errors."""
    comparison = compared(example)
    assert comparison.verdict in {Verdict.UNCHANGED, Verdict.INCONCLUSIVE}
    queries = comparison.queries()
    assert {"query_key", "outcome", "baseline.p50_us", "candidate.p95_us", "cost_us", "smallest.paired"} <= set(
        queries.columns
    )
    assert queries["candidate.n"].sum() == 20_000
    assert comparison.metrics().empty
    assert comparison.errors().empty


def test_runs_of_different_workloads_are_refused(example: Path) -> None:
    """Exit 3, and the message names both."""
    path = example / "other.workload"
    (example / "w.workload").rename(path)
    document = json.loads((path / "manifest.json").read_text())
    (path / "manifest.json").write_text(json.dumps({**document, "digest": "e" * 64}))
    with pytest.raises(BadInput, match="is a replay of another workload"):
        compared(example, workload=path)


@pytest.mark.parametrize(
    ("plan", "fault"),
    [
        ({"from_us": 5}, "from_us"),
        ({"speed": 2.0}, "speed"),
        ({"selection": SelectionFacts(thin=0.5)}, "thin"),
        ({"writes": True}, "writes"),
    ],
)
def test_runs_with_different_plans_are_refused(example: Path, plan: dict[str, Any], fault: str) -> None:
    """The message names the difference and its option."""
    changed(example / "b.run", plan=replace(Run.open(example / "b.run").manifest.plan, **plan))
    with pytest.raises(BadInput, match=f"was replayed with {fault}") as caught:
        compared(example)
    assert "--" in caught.value.remedy


def test_an_interrupted_run_is_inconclusive(example: Path) -> None:
    """Exit 5, with the reason."""
    changed(example / "b.run", interrupted=True)
    comparison = compared(example)
    assert comparison.verdict == Verdict.INCONCLUSIVE
    assert exit_code(comparison) == 5
    assert any("interrupted" in reason for reason in comparison.reasons)


def test_a_gate_on_a_missing_metric_is_inconclusive(example: Path) -> None:
    """Inconclusive, never a pass."""
    gates = evaluate([parse_gate("commits_per_s.mean > 1")], compared(example))
    assert gates[0].outcome == Outcome.INCONCLUSIVE
    assert gates_exit_code(gates, allowed=False) == 5


def test_a_metric_of_one_side_has_a_row_of_its_own(example: Path) -> None:
    """An absolute bound can be evaluated, a relative one cannot."""
    samples(example / "b.run", "commits_per_s", [100.0] * 50)
    comparison = compared(example)
    (row,) = comparison.candidates[0].metrics
    assert (row.baseline, row.candidate is not None) == (None, True)
    own, relative = evaluate(
        [parse_gate("commits_per_s.mean > 1"), parse_gate("commits_per_s.mean >= baseline")], comparison
    )
    assert (own.outcome, relative.outcome) == (Outcome.PASSED, Outcome.INCONCLUSIVE)


def test_nan_and_infinity_are_no_samples(example: Path) -> None:
    """They are left out of every statistic."""
    samples(example / "b.run", "commits_per_s", [100.0, float("nan"), float("inf"), 100.0])
    (row,) = compared(example).candidates[0].metrics
    assert row.candidate is not None
    assert (row.candidate["n"], row.candidate["mean"], row.candidate["max"]) == (2, 100.0, 100.0)


def test_a_run_shorter_than_a_window_is_inconclusive(example: Path) -> None:
    """The reason states how much was sampled."""
    samples(example / "b.run", "commits_per_s", [100.0] * 200)
    (gate,) = evaluate([parse_gate("commits_per_s.p99 > 1 over 5m")], compared(example))
    assert gate.outcome == Outcome.INCONCLUSIVE
    assert "no complete window (199 s were sampled)" in gate.why


def test_a_side_without_successful_statements_is_inconclusive(example: Path) -> None:
    """All of its errors are new: the run is not fit, and no query is tested; without the limit it regressed."""
    for part in (example / "b.run" / "outcomes").glob("*.parquet"):
        frame = pl.read_parquet(part)
        failed = frame.with_columns(
            pl.lit("failed").cast(frame.schema["status"]).alias("status"), pl.lit("42P01").alias("sqlstate")
        )
        failed.write_parquet(part)
    changed(example / "b.run", fitness=None)
    comparison = compared(example)
    candidate = comparison.candidates[0]
    assert (comparison.verdict, comparison.fit) == (Verdict.INCONCLUSIVE, False)
    assert comparison.reasons[0].startswith(
        "b: 20,000 of 20,000 transactions (100.0%) failed that did not fail in production"
    )
    assert compared(example, max_new_errors=1.0).verdict == Verdict.REGRESSED
    assert candidate.errors["new"] == 20_000
    assert candidate.counts()["cannot_evaluate"] == len(candidate.queries)
    assert sum(difference.count for difference in candidate.differences) <= 20_000
    assert candidate.differences[0].sqlstate == "42P01"


def failing(run: Path, session: int, states: dict[int, str]) -> None:
    """Make statements of one session fail, by their number in it."""
    for part in (run / "outcomes").glob("*.parquet"):
        frame = pl.read_parquet(part)
        place = pl.when(pl.col("session") == session).then(pl.int_range(pl.len()).over("session"))
        state = place.replace_strict(states, default=None, return_dtype=pl.String)
        status = pl.when(state.is_null()).then("status").otherwise(pl.lit("failed").cast(frame.schema["status"]))
        frame.with_columns(status, pl.coalesce(state, "sqlstate").alias("sqlstate")).write_parquet(part)


def test_a_deadlock_in_another_session_is_no_new_error(example: Path) -> None:
    """The same number in other executions is not new, nor are later errors in their transactions. An additional error, or one of another kind, is new."""
    first, second, *_ = Run.open(example / "a.run").outcomes().collect()["session"].unique(maintain_order=True)
    failing(example / "a.run", first, {5: "40P01", 6: "25P02", 9: "23505"})
    failing(example / "b.run", second, {2: "40P01", 3: "25P02", 4: "25P02", 7: "40P01", 8: "25P02", 11: "23503"})
    candidate = compared(example).candidates[0]
    assert candidate.errors == {"same": 0, "new": 3, "vanished": 1, "different": 0, "moved": 3, "drifted": 0}
    assert {(each.what, each.sqlstate or each.baseline_sqlstate) for each in candidate.differences} == {
        ("moved", "40P01"),
        ("moved", "25P02"),
        ("new", "40P01"),
        ("new", "25P02"),
        ("new", "23503"),
        ("vanished", "23505"),
    }


@pytest.mark.parametrize(
    ("baseline", "candidate", "words"), [("on", "off", ["b runs"]), ("off", "on", ["a runs"]), ("off", "off", [])]
)
def test_different_durability_settings_are_reported(
    example: Path, baseline: str, candidate: str, words: list[str]
) -> None:
    """Next to the verdict if only one side has them off, and in the notes in any case."""
    for name, fsync in (("a", baseline), ("b", candidate)):
        (example / f"{name}.run" / "state.json").write_text(json.dumps({"settings": {"fsync": fsync}}))
    comparison = compared(example)
    reasons = [reason.rpartition(": ")[2][:6] for reason in comparison.reasons if "fsync = off" in reason]
    assert reasons == words
    notes = [note for note in comparison.candidates[0].notes if "are durable: fsync = off" in note]
    assert len(notes) == [baseline, candidate].count("off")


def test_only_the_durability_settings_that_differ_are_reported(example: Path) -> None:
    """Both sides without fsync, one also without synchronous_commit: only the latter is reported."""
    (example / "a.run" / "state.json").write_text(json.dumps({"settings": {"fsync": "off"}}))
    (example / "b.run" / "state.json").write_text(
        json.dumps({"settings": {"fsync": "off", "synchronous_commit": "off"}})
    )
    (reason,) = [reason for reason in compared(example).reasons if "off" in reason]
    assert "b runs with synchronous_commit = off and a does not" in reason


@pytest.mark.parametrize(
    ("baseline", "candidate", "words"),
    [
        ("production", "target", "only a drew"),
        ("target", "production", "only b drew"),
        ("production", "production", ""),
    ],
)
def test_sides_with_ids_of_different_kinds_are_reported(
    example: Path, baseline: str, candidate: str, words: str
) -> None:
    for name, ids in (("a", baseline), ("b", candidate)):
        run = Run.open(example / f"{name}.run")
        rewrite_manifest(run.path, replace(run.manifest, plan=replace(run.manifest.plan, ids=ids)))
    reasons = [reason for reason in compared(example).reasons if "--ids" in reason]
    assert len(reasons) == bool(words)
    assert all(words in reason for reason in reasons)


def test_a_clock_jump_is_reported(example: Path) -> None:
    """With its size; no time of the harness depends on that clock."""
    changed(example / "b.run", clocks=Clocks(offsets={"server": ClockOffset(start_us=10, end_us=3_600_000_010)}))
    notes = compared(example).candidates[0].notes
    assert any("b: the server's clock moved by +3600000 ms" in note for note in notes)


def test_without_the_candidates_log_the_round_trip_is_subtracted(example: Path) -> None:
    """Without a measured round trip there is no common clock: inconclusive; with it, changes shorter than two are not tested."""
    changed(example / "b.run", server_times=False)
    blind = compare_runs(example / "w.workload", example / "b.run")
    assert (blind.time, blind.verdict) == ("none", Verdict.INCONCLUSIVE)
    changed(example / "b.run", server_times=False, clocks=Clocks(round_trip_us=50))
    timed = compare_runs(example / "w.workload", example / "b.run")
    assert timed.time == "service time less the round trip"
    assert timed.verdict == Verdict.UNCHANGED
    assert timed.metrics()["source"].tolist() == ["workload"]


def test_a_second_replay_of_the_candidate_needs_one_of_the_baseline(example: Path) -> None:
    """The order is A B A B: a second B without a second A is refused."""
    with pytest.raises(UsageProblem, match="--repeat requires --control"):
        compared(example, repeat=example / "b.run")
    both = compared(example, control=example / "a.run", repeat=example / "b.run")
    assert both.queries()["candidate.n"].sum() == 40_000
    shutil.copytree(example / "b.run", example / "late.run")
    fitness = Run.open(example / "late.run").manifest.fitness
    assert fitness is not None
    unfit = replace(fitness, fit=False, reasons=["the harness was late"], unfit=[Unfit("late", "the harness was late")])
    changed(example / "late.run", fitness=unfit)
    with_unfit_repeat = compared(example, control=example / "a.run", repeat=example / "late.run")
    assert with_unfit_repeat.queries()["candidate.n"].sum() == 20_000
    assert any(
        "late is not fit and was left out: the harness was late" in note
        for note in with_unfit_repeat.candidates[0].notes
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[sides]\na = 'x'", "no price for x"),
        ("[sides]\na = -1", "invalid price"),
        ("cost = 1", "unknown key cost"),
        ("sides = [", "not TOML"),
    ],
)
def test_invalid_prices_are_bad_input(tmp_path: Path, text: str, fault: str) -> None:
    """The message names the place."""
    path = tmp_path / "prices.toml"
    path.write_text(text)
    with pytest.raises(BadInput, match=fault):
        read_prices(path)


def test_prices_are_by_side_else_by_the_instances_class(example: Path) -> None:
    """A side that is not in the table has no cost."""
    changed(example / "b.run", server=ServerVersion(version="18.1", instance_class="db.r6g.xlarge"))
    table = example / "prices.toml"
    table.write_text('currency = "USD"\n[sides]\na = 1.5\n[classes]\n"db.r6g.xlarge" = 0.5')
    costs = compared(example, prices=table).candidates[0].costs
    assert [(cost.side, cost.hour, cost.month) for cost in costs] == [("a", 1.5, 1095.0), ("b", 0.5, 365.0)]
    assert not compared(example).candidates[0].costs


def test_headroom_is_reported_where_use_and_limit_are_known(example: Path) -> None:
    """At the moment closest to the limit: reads and writes together, memory by its free part, connections of any source."""
    samples_by_source: dict[str, dict[str, list[float]]] = {
        "cloudwatch": {
            "cpu_percent": [20, 70],
            "read_iops": [100, 900],
            "write_iops": [1500, 900],
            "iops_limit": [2000],
            "memory_free_bytes": [6e9, 2e9],
            "memory_limit_bytes": [8e9],
        },
        "postgres": {"connections": [40, 90], "connections_limit": [100]},
        "host": {"read_bytes_per_s": [1e6], "write_bytes_per_s": [1e6], "memory_free_bytes": [1e6]},
    }
    rows = [
        (place * 1_000_000, source, "i", "", metric, float(value), "")
        for source, metrics in samples_by_source.items()
        for metric, values in metrics.items()
        for place, value in enumerate(values)
    ]
    pl.DataFrame(rows, schema=METRICS, orient="row").write_parquet(example / "b.run" / "metrics.parquet")
    headroom = {room.what: (room.used, room.limit, room.share) for room in compared(example).candidates[0].headroom}
    assert headroom == {
        "processor": (70, 100, 0.7),
        "connections": (90, 100, 0.9),
        "memory": (6e9, 8e9, 0.75),
        "disk requests": (1800, 2000, 0.9),
    }


@pytest.mark.parametrize("seconds", [600, pytest.param(7200, marks=pytest.mark.soak)])
def test_the_report_of_a_long_run_stays_small(example: Path, seconds: int) -> None:
    """Every metric each second, lag ten times a second, checkpoints each minute, all of it random: under 5 MB."""
    rng = np.random.default_rng(24)
    for run in (example / "a.run", example / "b.run"):
        frames = []
        for name, metric in CATALOGUE.items():
            n = 10 * seconds if name == "replica_lag_ms" else seconds
            values = rng.lognormal(3, 0.5, n) * (np.arange(n) % 60 == 0 if name == "checkpoints_per_s" else 1)
            at_us = np.arange(n) * (seconds * 1_000_000 // n)
            place = {"source": "postgres", "instance": "primary", "subject": "", "metric": name, "unit": metric.unit}
            frames.append(
                pl.DataFrame({"at_us": at_us, "value": values}).select(
                    pl.lit(place[column]).alias(column) if column in place else pl.col(column) for column in METRICS
                )
            )
        pl.concat(frames).write_parquet(run / "metrics.parquet")
        changed(run, duration_us=seconds * 1_000_000)
    write_report(compared(example), example / "report.html")
    assert (example / "report.html").stat().st_size < 5_000_000


def test_thousands_of_statements_fit_in_one_page(example: Path) -> None:
    """The statements with the most time are listed, the others are counted, a text of 1 MB is truncated: less than 5 MB."""
    comparison = compared(example)
    candidate = comparison.candidates[0]
    many = tuple(
        replace(
            candidate.queries[0],
            outcome=QueryOutcome.UNCHANGED,
            query_key=f"{n:016x}",
            sql=f"select {n}, '{'x' * 3000}'",
        )
        for n in range(3000)
    )
    long = replace(many[0], sql="select " + "x" * 1_000_000)
    comparison_of_many = replace(comparison, candidates=(replace(candidate, queries=(long, *many)),))
    write_report(comparison_of_many, example / "report.html")
    page = (example / "report.html").read_text()
    assert len(page) < 5_000_000
    assert "And 2,601 more with lower cost: 0 improved, 2,601 unchanged, 0 regressed" in page
    assert "(1,000,007 characters)" in page
