"""The knee of a growing load: which step breaks, and what ran out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pgrehearse.compare.growth import (
    SERVER_PROCESSORS,
    GateOfStep,
    Growth,
    Resource,
    StepFigures,
    StepOutcome,
    exhausted,
    growth_of,
    limited_to,
    step_of,
)

TIMES = {"p50": 500.0, "p95": 900.0, "p99": 1500.0}


def figures(factor: float, **more: Any) -> StepFigures:
    """A step that holds, except for *more*."""
    return replace(StepFigures(factor, 100 * factor, 100 * factor, TIMES, TIMES), **more)


def grown(*steps: StepFigures) -> Growth:
    return growth_of([step_of(step) for step in steps])


def test_the_knee_is_the_last_factor_before_the_first_step_that_breaks() -> None:
    result = grown(figures(1), figures(1.5), figures(2, achieved=150.0), figures(3))
    assert (result.knee, result.broke, result.reason) == (1.5, 2, "")
    assert result.steps[2].why == ("150 of 200 statements a second were achieved",)


def test_without_a_step_that_breaks_the_knee_is_not_known() -> None:
    result = grown(figures(1), figures(2))
    assert (result.knee, result.broke) == (None, None)
    assert "holds 2 times the load" in result.reason


def test_a_first_step_that_breaks_has_no_knee() -> None:
    result = grown(figures(1, achieved=10.0))
    assert (result.knee, result.broke) == (None, 1)
    assert "begin with a smaller one" in result.reason


@pytest.mark.parametrize(
    "late",
    [
        {"harness": "12% of statements were sent late"},
        {"metrics": {"cpu_percent": 99.0, "server_cpu_percent": 40.0}},
        {"unfit": ("the run was interrupted",)},
    ],
)
def test_the_load_machine_is_judged_before_the_target(late: dict[str, Any]) -> None:
    """A step that is late by its fault has no verdict, even where the rate is not achieved."""
    result = grown(figures(1), figures(2, achieved=10.0, **late))
    assert result.steps[1].outcome == StepOutcome.INCONCLUSIVE
    assert (result.knee, result.resource) == (None, None)
    assert "step 2 is inconclusive" in result.reason


def test_a_server_that_used_all_of_its_processors_is_not_starved_by_the_load_machine() -> None:
    """With one of two processors a server can never use half of a busy machine."""
    busy = {"cpu_percent": 99.0, "server_cpu_percent": 48.0}
    step = figures(2, achieved=120.0, metrics=busy, used={"processor": 0.5, SERVER_PROCESSORS: 0.96})
    assert step_of(step).outcome == StepOutcome.BREAKS
    assert exhausted(step) == (Resource.PROCESSOR, "the server's processors: 96% of the limit on average")
    assert step_of(replace(step, used={SERVER_PROCESSORS: 0.7})).outcome == StepOutcome.INCONCLUSIVE


def test_the_use_of_a_limited_server_is_that_of_its_own_processors() -> None:
    step = figures(2, metrics={"server_cpu_percent": 24.0})
    assert limited_to(0.25, step).used == {SERVER_PROCESSORS: 0.96}
    assert limited_to(0.0, step) == step


def test_other_programs_on_the_host_are_named() -> None:
    busy = {"cpu_percent": 99.0, "server_cpu_percent": 3.0, "others_cpu_percent": 92.0}
    (why,) = step_of(figures(1, metrics=busy)).why
    assert why.endswith("99 % of the processors of the host were busy, 3 % with the server, 92 % with other programs")


def test_refused_connections_are_not_counted_with_the_statements_that_had_none() -> None:
    result = exhausted(figures(2, refused=3, new_errors={"53300": 90}))
    assert result == (Resource.CONNECTIONS, "3 connections were refused")


def test_a_busy_server_is_not_the_load_machine() -> None:
    step = step_of(figures(2, metrics={"cpu_percent": 99.0, "server_cpu_percent": 80.0}))
    assert step.outcome == StepOutcome.HOLDS


def test_a_gate_breaks_a_step_and_an_open_gate_makes_it_inconclusive() -> None:
    failed = step_of(figures(2, gates=(GateOfStep("latency.p99 <= 1ms", False, "1.5 ms"),)))
    assert (failed.outcome, failed.why) == (StepOutcome.BREAKS, ("latency.p99 <= 1ms: 1.5 ms",))
    unknown = step_of(figures(2, gates=(GateOfStep("replica_lag_ms.p99 <= 700ms", None, "no samples"),)))
    assert unknown.outcome == StepOutcome.INCONCLUSIVE


def test_new_errors_break_a_step_with_their_states() -> None:
    """Amplified writes can violate a unique index: that is named."""
    step = step_of(figures(2, new_share=0.03, new_errors={"23505": 30}))
    assert step.outcome == StepOutcome.BREAKS
    assert "23505: 30" in step.why[0]
    assert step_of(figures(2, new_share=0.003, new_errors={"23505": 3})).outcome == StepOutcome.HOLDS


@pytest.mark.parametrize(
    ("seen", "resource"),
    [
        ({"refused": 3}, Resource.CONNECTIONS),
        ({"new_errors": {"53300": 7}}, Resource.CONNECTIONS),
        ({"used": {"connections": 0.95}}, Resource.CONNECTIONS),
        ({"used": {"processor": 0.93}}, Resource.PROCESSOR),
        ({"used": {"processor": 0.93}, "waits": {"Lock": 8.0, "CPU": 2.0}}, Resource.LOCKS),
        ({"waits": {"Lock": 3.0, "LWLock": 3.0, "CPU": 4.0}}, Resource.LOCKS),
        ({"waits": {"IO": 6.0, "CPU": 4.0}}, Resource.DISK),
        ({"used": {"disk requests": 1.0}}, Resource.DISK),
        ({"metrics": {"io_pressure_percent": 71.0}}, Resource.DISK),
        ({"used": {"processor": 0.5}, "waits": {"CPU": 4.0}}, Resource.UNKNOWN),
        ({"waits": {"Lock": 0.5}}, Resource.UNKNOWN),
    ],
)
def test_the_resource_that_ran_out_is_named(seen: dict[str, Any], resource: Resource) -> None:
    """Few active sessions show nothing; locks explain a busy processor less than the processor explains locks."""
    assert exhausted(figures(2, **seen))[0] == resource
