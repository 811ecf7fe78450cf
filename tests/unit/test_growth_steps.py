"""The steps of a growing load in a scenario: its table, and the order of the replays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.comparing import write_example
from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.quality.fitness import fitness
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.experiment.growth import grow
from pgrehearse.scenarios.file.scenario_file import load
from pgrehearse.scenarios.keys.growth_table import GrowthTable
from pgrehearse.workload.read import Workload


def test_steps_are_replayed_until_one_does_not_hold(tmp_path: Path) -> None:
    write_example(tmp_path, 2_000)
    run, workload = Run.open(tmp_path / "b.run"), Workload.open(tmp_path / "w.workload")
    fit = replace(fitness(run, workload), unfit=[])
    replayed = []

    def replay(factor: float) -> tuple[Run, Fitness]:
        replayed.append(factor)
        slow = {"offered": 1000.0, "achieved": 1000.0 if factor < 2 else 700.0}
        return run, replace(fit, rate=slow)  # type: ignore[arg-type]

    growth = grow(GrowthTable((1, 1.5, 2, 3), ("latency.p99 <= 1000s",)).plan(), workload, replay)
    assert replayed == [1, 1.5, 2]
    assert (growth.knee, growth.broke) == (1.5, 2)
    assert [step.figures.gates[0].passed for step in growth.steps] == [True] * 3
    assert growth.document()["steps"][2]["outcome"] == "breaks"


@pytest.mark.parametrize("steps", [(2, 1.5), (1, 1), ()])
def test_factors_have_to_rise(steps: tuple[float, ...]) -> None:
    with pytest.raises(UsageProblem, match="steps of growth"):
        GrowthTable(steps).plan()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("steps = [1, 2]", ""),
        ("steps = [2, 1]", "growth: steps of growth: 2, 1"),
        ("steps = [0.5]", "growth.steps[1]"),
        ('until = ["latency.p99 <= 50ms"]', "growth.until needs growth.steps"),
        ('steps = [2]\nwhere = ["workspace"]', "growth.where"),
        ('steps = [1]\nuntil = ["latency.p99 <= baseline"]', "steps of growth have no baseline"),
        ('steps = [1]\nuntil = ["nothing.p99 <= 1"]', "unknown metric"),
    ],
)
def test_a_scenario_names_the_fault_of_its_table(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "s.toml"
    path.write_text(f'name = "s"\n[growth]\n{text}\n')
    if not fault:
        assert load(path).growth.plan().factors == (1, 2)
        return
    with pytest.raises(BadInput) as refused:
        load(path)
    assert fault in refused.value.message


def test_a_side_that_cannot_be_restored_has_no_steps(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    sides = "".join(
        f'[{name}]\nkind = "dsn"\ndsn = "postgresql://127.0.0.1/{name}"\n' for name in ("control", "candidate")
    )
    path.write_text(f'name = "s"\n{sides}[growth]\nsteps = [1, 2]\n')
    with pytest.raises(BadInput, match="growth: candidate cannot be restored"):
        load(path)
