"""What ``compare`` is given that is not what it should be: one clear sentence and an exit code each."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
import pytest

from benchmarks.comparing import make
from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.commands.compare import exit_code, gates_exit_code
from pgrehearse.compare.api import compare_runs
from pgrehearse.compare.comparison import Comparison, QueryOutcome, Verdict
from pgrehearse.compare.cost import read_prices
from pgrehearse.compare.gates.evaluate import Outcome, evaluate
from pgrehearse.compare.gates.syntax import parse_gate
from pgrehearse.report.html import write_report
from pgrehearse.runs.metric_catalog import CATALOGUE
from pgrehearse.runs.read import Run
from pgrehearse.runs.schema import METRICS
from pgrehearse.runs.write import rewrite_manifest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A workload of twenty thousand statements, and two runs of it that differ by noise."""
    make(tmp_path, 20_000)
    return tmp_path


def changed(run: Path, **more: Any) -> None:
    """Rewrite what a run says of itself."""
    rewrite_manifest(run, replace(Run.open(run).manifest, **more))


def samples(run: Path, metric: str, values: list[float], step_us: int = 1_000_000) -> None:
    """Give a run a metric, one sample a step."""
    rows = [(place * step_us, "postgres", "primary", "", metric, value, "1/s") for place, value in enumerate(values)]
    pl.DataFrame(rows, schema=METRICS, orient="row").write_parquet(run / "metrics.parquet")


def compared(folder: Path, **more: Any) -> Comparison:
    return compare_runs(folder / "a.run", folder / "b.run", **more)


def test_two_runs_are_compared_and_told_in_frames(made: Path) -> None:
    """The Python API: a verdict, and pandas frames of queries, metrics and errors."""
    found = compared(made)
    assert found.verdict in {Verdict.UNCHANGED, Verdict.INCONCLUSIVE}
    queries = found.queries()
    assert {"query_key", "outcome", "baseline.p50_us", "candidate.p95_us", "cost_us", "smallest.paired"} <= set(
        queries.columns
    )
    assert queries["candidate.n"].sum() == 20_000
    assert found.metrics().empty
    assert found.errors().empty


def test_runs_of_different_workloads_are_refused(made: Path) -> None:
    """Exit 3, and both are named."""
    path = made / "other.workload"
    (made / "w.workload").rename(path)
    document = json.loads((path / "manifest.json").read_text())
    (path / "manifest.json").write_text(json.dumps({**document, "digest": "e" * 64}))
    with pytest.raises(BadInput, match="is a replay of another workload"):
        compared(made, workload=path)


@pytest.mark.parametrize(
    ("plan", "fault"),
    [
        ({"from_us": 5}, "from_us"),
        ({"speed": 2.0}, "speed"),
        ({"selection": {"thin": 0.5}}, "selection"),
        ({"writes": True}, "writes"),
    ],
)
def test_other_parts_of_one_workload_are_refused(made: Path, plan: dict[str, Any], fault: str) -> None:
    """With what differs, and the option it comes from."""
    changed(made / "b.run", plan={**Run.open(made / "b.run").manifest.plan, **plan})
    with pytest.raises(BadInput, match=f"was replayed with {fault}") as caught:
        compared(made)
    assert "--" in caught.value.remedy


def test_an_interrupted_run_is_inconclusive(made: Path) -> None:
    """Exit 5, and the reason."""
    changed(made / "b.run", interrupted=True)
    found = compared(made)
    assert found.verdict == Verdict.INCONCLUSIVE
    assert exit_code(found) == 5
    assert any("interrupted" in reason for reason in found.reasons)


def test_a_run_without_metrics_holds_no_gate_on_one(made: Path) -> None:
    """Inconclusive, never a pass."""
    gates = evaluate([parse_gate("commits_per_s.mean > 1")], compared(made))
    assert gates[0].outcome == Outcome.INCONCLUSIVE
    assert gates_exit_code(gates, allowed=False) == 5


def test_a_metric_that_one_side_has_is_told_alone(made: Path) -> None:
    """A bound of its own can be held, one by the other side cannot."""
    samples(made / "b.run", "commits_per_s", [100.0] * 50)
    found = compared(made)
    (row,) = found.candidates[0].metrics
    assert (row.baseline, row.candidate is not None) == (None, True)
    own, relative = evaluate(
        [parse_gate("commits_per_s.mean > 1"), parse_gate("commits_per_s.mean >= baseline")], found
    )
    assert (own.outcome, relative.outcome) == (Outcome.PASSED, Outcome.INCONCLUSIVE)


def test_not_a_number_is_no_sample(made: Path) -> None:
    """NaN and infinity are left out of every statistic."""
    samples(made / "b.run", "commits_per_s", [100.0, float("nan"), float("inf"), 100.0])
    (row,) = compared(made).candidates[0].metrics
    assert row.candidate is not None
    assert (row.candidate["n"], row.candidate["mean"], row.candidate["max"]) == (2, 100.0, 100.0)


def test_a_run_shorter_than_a_window_is_inconclusive(made: Path) -> None:
    """It says how much was sampled."""
    samples(made / "b.run", "commits_per_s", [100.0] * 200)
    (gate,) = evaluate([parse_gate("commits_per_s.p99 > 1 over 5m")], compared(made))
    assert gate.outcome == Outcome.INCONCLUSIVE
    assert "no whole window (199 s were sampled)" in gate.why


def test_a_side_without_a_success_cannot_be_judged(made: Path) -> None:
    """All of its errors are new: no rehearsal, and no query is praised or blamed; with the limit lifted it regressed."""
    for part in (made / "b.run" / "outcomes").glob("*.parquet"):
        frame = pl.read_parquet(part)
        failed = frame.with_columns(
            pl.lit("failed").cast(frame.schema["status"]).alias("status"), pl.lit("42P01").alias("sqlstate")
        )
        failed.write_parquet(part)
    changed(made / "b.run", fitness={})
    found = compared(made)
    one = found.candidates[0]
    assert (found.verdict, found.fit) == (Verdict.INCONCLUSIVE, False)
    assert found.reasons[0].startswith("b: 20,000 of 20,000 transactions (100.0%) failed that did not in production")
    assert compared(made, max_new_errors=1.0).verdict == Verdict.REGRESSED
    assert one.errors["new"] == 20_000
    assert one.counts()["cannot_evaluate"] == len(one.queries)
    assert sum(difference.count for difference in one.differences) <= 20_000
    assert one.differences[0].sqlstate == "42P01"


def failing(run: Path, session: int, states: dict[int, str]) -> None:
    """Have the statements of one session fail that are the so-manieth in it."""
    for part in (run / "outcomes").glob("*.parquet"):
        frame = pl.read_parquet(part)
        place = pl.when(pl.col("session") == session).then(pl.int_range(pl.len()).over("session"))
        state = place.replace_strict(states, default=None, return_dtype=pl.String)
        status = pl.when(state.is_null()).then("status").otherwise(pl.lit("failed").cast(frame.schema["status"]))
        frame.with_columns(status, pl.coalesce(state, "sqlstate").alias("sqlstate")).write_parquet(part)


def test_whom_a_deadlock_strikes_is_chance(made: Path) -> None:
    """As many elsewhere are no new errors, nor is what follows each in its transaction; one more is, and another kind is."""
    first, second, *_ = Run.open(made / "a.run").outcomes().collect()["session"].unique(maintain_order=True)
    failing(made / "a.run", first, {5: "40P01", 6: "25P02", 9: "23505"})
    failing(made / "b.run", second, {2: "40P01", 3: "25P02", 4: "25P02", 7: "40P01", 8: "25P02", 11: "23503"})
    one = compared(made).candidates[0]
    assert one.errors == {"same": 0, "new": 3, "vanished": 1, "different": 0, "moved": 3, "drifted": 0}
    assert {(each.what, each.sqlstate or each.baseline_sqlstate) for each in one.differences} == {
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
    made: Path, baseline: str, candidate: str, words: list[str]
) -> None:
    """Beside the verdict where only one side has them off, among the notes in any case."""
    for name, fsync in (("a", baseline), ("b", candidate)):
        (made / f"{name}.run" / "state.json").write_text(json.dumps({"settings": {"fsync": fsync}}))
    found = compared(made)
    reasons = [reason.rpartition(": ")[2][:6] for reason in found.reasons if "fsync = off" in reason]
    assert reasons == words
    notes = [note for note in found.candidates[0].notes if "are durable: fsync = off" in note]
    assert len(notes) == [baseline, candidate].count("off")


def test_only_the_durability_settings_that_differ_are_reported(made: Path) -> None:
    """Both sides without fsync, one also without synchronous_commit: only the latter is reported."""
    (made / "a.run" / "state.json").write_text(json.dumps({"settings": {"fsync": "off"}}))
    (made / "b.run" / "state.json").write_text(json.dumps({"settings": {"fsync": "off", "synchronous_commit": "off"}}))
    (reason,) = [reason for reason in compared(made).reasons if "off" in reason]
    assert "b runs with synchronous_commit = off and a does not" in reason


def test_a_clock_jump_is_reported(made: Path) -> None:
    """With its size; no time of the harness depends on that clock."""
    changed(made / "b.run", clocks={"server_offset_us": 10, "server_offset_at_end_us": 3_600_000_010})
    notes = compared(made).candidates[0].notes
    assert any("b: the server's clock moved by +3600000 ms" in note for note in notes)


def test_against_a_capture_without_the_candidates_log_the_round_trip_is_taken_off(made: Path) -> None:
    """No common clock without it: inconclusive; with it, what is shorter than two of them is not judged."""
    changed(made / "b.run", server_times=False)
    blind = compare_runs(made / "w.workload", made / "b.run")
    assert (blind.time, blind.verdict) == ("none", Verdict.INCONCLUSIVE)
    changed(made / "b.run", server_times=False, clocks={"round_trip_us": 50})
    told = compare_runs(made / "w.workload", made / "b.run")
    assert told.time == "service time less the round trip"
    assert told.verdict == Verdict.UNCHANGED
    assert told.metrics()["source"].tolist() == ["workload"]


def test_a_second_replay_of_the_candidate_needs_one_of_the_baseline(made: Path) -> None:
    """A B A B: B alone is no round."""
    with pytest.raises(UsageProblem, match="--repeat requires --control"):
        compared(made, repeat=made / "b.run")
    both = compared(made, control=made / "a.run", repeat=made / "b.run")
    assert both.queries()["candidate.n"].sum() == 40_000
    shutil.copytree(made / "b.run", made / "late.run")
    late = Run.open(made / "late.run").manifest.fitness
    changed(made / "late.run", fitness={**late, "fit": False, "reasons": ["the harness was late"]})
    alone = compared(made, control=made / "a.run", repeat=made / "late.run")
    assert alone.queries()["candidate.n"].sum() == 20_000
    assert any("late is not fit and was left out: the harness was late" in note for note in alone.candidates[0].notes)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[sides]\na = 'x'", "no price for x"),
        ("[sides]\na = -1", "invalid price"),
        ("cost = 1", "unknown key cost"),
        ("sides = [", "not TOML"),
    ],
)
def test_prices_that_are_none_are_bad_input(tmp_path: Path, text: str, fault: str) -> None:
    """They name the place."""
    path = tmp_path / "prices.toml"
    path.write_text(text)
    with pytest.raises(BadInput, match=fault):
        read_prices(path)


def test_prices_are_by_side_else_by_the_instances_class(made: Path) -> None:
    """What is not in the table is not told: nothing is assumed."""
    changed(made / "b.run", server={"version": "18.1", "class": "db.r6g.xlarge"})
    table = made / "prices.toml"
    table.write_text('currency = "USD"\n[sides]\na = 1.5\n[classes]\n"db.r6g.xlarge" = 0.5')
    costs = compared(made, prices=table).candidates[0].costs
    assert [(one.side, one.hour, one.month) for one in costs] == [("a", 1.5, 1095.0), ("b", 0.5, 365.0)]
    assert not compared(made).candidates[0].costs


def test_headroom_is_told_where_both_the_use_and_the_limit_are(made: Path) -> None:
    """At the moment that came nearest: reads and writes together, memory by what is left of it, connections whoever counts."""
    told: dict[str, dict[str, list[float]]] = {
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
        for source, metrics in told.items()
        for metric, values in metrics.items()
        for place, value in enumerate(values)
    ]
    pl.DataFrame(rows, schema=METRICS, orient="row").write_parquet(made / "b.run" / "metrics.parquet")
    found = {room.what: (room.used, room.limit, room.share) for room in compared(made).candidates[0].headroom}
    assert found == {
        "processor": (70, 100, 0.7),
        "connections": (90, 100, 0.9),
        "memory": (6e9, 8e9, 0.75),
        "disk requests": (1800, 2000, 0.9),
    }


def test_the_report_of_two_hours_stays_small(made: Path) -> None:
    """Every metric by the second, lag ten times a second, checkpoints every minute, all of it noise: under 5 MB."""
    rng = np.random.default_rng(24)
    for run in (made / "a.run", made / "b.run"):
        frames = []
        for name, metric in CATALOGUE.items():
            n = 72_000 if name == "replica_lag_ms" else 7200
            values = rng.lognormal(3, 0.5, n) * (np.arange(n) % 60 == 0 if name == "checkpoints_per_s" else 1)
            at_us = np.arange(n) * (7_200_000_000 // n)
            told = {"source": "postgres", "instance": "primary", "subject": "", "metric": name, "unit": metric.unit}
            frames.append(
                pl.DataFrame({"at_us": at_us, "value": values}).select(
                    pl.lit(told[column]).alias(column) if column in told else pl.col(column) for column in METRICS
                )
            )
        pl.concat(frames).write_parquet(run / "metrics.parquet")
        changed(run, duration_us=7_200_000_000)
    write_report(compared(made), made / "report.html")
    assert (made / "report.html").stat().st_size < 5_000_000


def test_thousands_of_statements_are_told_in_one_page(made: Path) -> None:
    """The costliest are listed, the rest counted, a text of a megabyte is cut: under 5 MB."""
    found = compared(made)
    one = found.candidates[0]
    many = tuple(
        replace(
            one.queries[0], outcome=QueryOutcome.UNCHANGED, query_key=f"{n:016x}", sql=f"select {n}, '{'x' * 3000}'"
        )
        for n in range(3000)
    )
    long = replace(many[0], sql="select " + "x" * 1_000_000)
    whole = replace(found, candidates=(replace(one, queries=(long, *many)),))
    write_report(whole, made / "report.html")
    page = (made / "report.html").read_text()
    assert len(page) < 5_000_000
    assert "And 2,601 more that cost less: 0 improved, 2,601 unchanged, 0 regressed" in page
    assert "(1,000,007 characters)" in page
