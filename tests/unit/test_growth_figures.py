"""What a step of a growing load measured, read from a run; and the page of the curve."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from benchmarks.comparing import write_example
from pgrehearse.base.errors import UsageProblem
from pgrehearse.compare.gates.syntax import parse_gate
from pgrehearse.compare.growth import StepFigures, check_gates, growth_of, step_of
from pgrehearse.compare.growth_figures import figures_of
from pgrehearse.report.growth_page import render
from pgrehearse.runs.fitness_values import Cause, Fitness, Unfit
from pgrehearse.runs.quality.fitness import fitness
from pgrehearse.runs.read import Run
from pgrehearse.runs.schema import METRICS
from pgrehearse.workload.read import Workload

GATES = [parse_gate("latency.p99 <= 1000s"), parse_gate("latency.p50 < 0us"), parse_gate("replica_lag_ms.p99 <= 700ms")]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Workload, Fitness]:
    """A run of two thousand statements, with samples of the host and of active sessions."""
    folder = tmp_path_factory.mktemp("growth")
    write_example(folder, 2_000)
    run, workload = Run.open(folder / "b.run"), Workload.open(folder / "w.workload")
    rows = [
        (second * 1_000_000, source, "primary", subject, metric, value, unit)
        for second in range(10)
        for source, subject, metric, value, unit in (
            ("host", "", "cpu_percent", 95.0, "percent"),
            ("host", "", "server_cpu_percent", 80.0, "percent"),
            ("postgres", "", "connections", 30.0, "count"),
            ("postgres", "", "connections_limit", 40.0, "count"),
            ("postgres", "", "active_sessions", 8.0, "count"),
            ("postgres", "wait:Lock", "active_sessions", 6.0, "count"),
            ("postgres", "wait:CPU", "active_sessions", 2.0, "count"),
        )
    ]
    pl.DataFrame(rows, schema=METRICS, orient="row").write_parquet(run.path / "metrics.parquet")
    return run, workload, fitness(run, workload)


def figures(example: tuple[Run, Workload, Fitness], factor: float = 2, **more: Any) -> StepFigures:
    run, workload, fit = example
    return figures_of(factor, run, replace(fit, **more), workload, GATES)


def test_a_step_has_the_figures_of_its_run(example: tuple[Run, Workload, Fitness]) -> None:
    step = figures(example)
    assert step.offered == example[2].rate["offered"] > 0
    assert 0 < step.latency_us["p50"] <= step.latency_us["p95"] <= step.latency_us["p99"]
    assert step.response_us["p50"] >= step.latency_us["p50"]
    assert step.used == {"processor": 0.95, "connections": 0.75}
    assert step.metrics == {"cpu_percent": 95.0, "server_cpu_percent": 80.0}
    assert step.waits.keys() == {"Lock", "CPU"}
    assert step.waits["Lock"] == 3 * step.waits["CPU"] > 0


def test_gates_are_evaluated_on_a_step(example: tuple[Run, Workload, Fitness]) -> None:
    """Latencies on the times of the client; a metric that was not sampled is not known."""
    assert [gate.passed for gate in figures(example).gates] == [True, False, None]


def test_unfit_runs_are_divided_by_who_is_at_fault(example: tuple[Run, Workload, Fitness]) -> None:
    """The harness; the target, which refuses connections or fails; and all else."""
    unfit = [Unfit("late", "late by the harness"), Unfit("new errors", "many"), Unfit("types", "unknown types")]
    step = figures(example, unfit=unfit)
    assert (step.harness, step.unfit) == ("late by the harness", ("unknown types",))
    unsent = [Unfit("coverage", "only 50 % were sent")]
    assert figures(example, unfit=unsent).unfit == ("only 50 % were sent",)
    connections = {**example[2].connections, "refused": 4}
    step = figures(example, unfit=unsent, connections=connections)
    assert (step.unfit, step.refused) == ((), 4)


def test_new_errors_are_counted_by_state(example: tuple[Run, Workload, Fitness]) -> None:
    causes = [
        Cause("unique violation", state, name, count, count, False, 0, "")
        for state, name, count in (("40P01", "t", 2), ("23505", "u", 5), ("23505", "v", 4))
    ]
    step = figures(example, new_errors=replace(example[2].new_errors, causes=causes, share=0.02))
    assert list(step.new_errors.items()) == [("23505", 9), ("40P01", 2)]
    assert step.new_share == 0.02


def test_a_gate_relative_to_the_baseline_is_refused() -> None:
    with pytest.raises(UsageProblem, match="steps of growth have no baseline"):
        check_gates([parse_gate("latency.p99 <= 1.10 * baseline")])


def test_the_page_has_the_curve_and_the_steps(example: tuple[Run, Workload, Fitness]) -> None:
    held = replace(figures(example, 1), gates=(), achieved=example[2].rate["offered"])
    growth = growth_of([step_of(held), step_of(replace(held, factor=1.5, achieved=0.5 * held.offered))])
    out = io.StringIO()
    render(growth, "w", out)
    page = out.getvalue()
    assert "The target holds 1 times the load of w" in page
    assert "What ran out there: locks" in page
    assert page.count("<svg") == 3
    assert (page.count(">ms<"), page.count(">us<")) == (2, 0)


def test_a_page_of_one_step_has_no_curve(example: tuple[Run, Workload, Fitness]) -> None:
    out = io.StringIO()
    render(growth_of([step_of(replace(figures(example, 1), achieved=0.0))]), "w", out)
    assert "No knee was found" in out.getvalue()
    assert "<svg" not in out.getvalue()
