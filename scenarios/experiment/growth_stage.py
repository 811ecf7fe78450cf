"""The stage of a scenario in which the load on the last candidate grows, step by step (``scenarios.experiment.growth``)."""

from __future__ import annotations

import os
from dataclasses import replace

from pgrehearse.base.artifact import write_json
from pgrehearse.compare.growth import Growth
from pgrehearse.replay.plan.filters import EVERYTHING, parse_filter
from pgrehearse.report.growth_page import write_growth_page
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.experiment import stages
from pgrehearse.scenarios.experiment.growth import grow
from pgrehearse.scenarios.experiment.rounds import Rounds
from pgrehearse.scenarios.replaying.rehearsal import rehearse
from pgrehearse.workload.read import Workload

# The files of the stage, in the directory of the experiment.
DOCUMENT, PAGE = "growth.json", "growth.html"


def grow_candidate(rounds: Rounds) -> Growth | None:
    """Replay every step to the last candidate, which is restored before each, and write the curve (None: the scenario has no steps)."""
    scenario, directory = rounds.context.scenario, rounds.context.directory
    if not scenario.growth.steps:
        return None
    workload = Workload.open(rounds.source.workload)
    processors = list(scenario.sides.values())[-1].cpus / (os.cpu_count() or 1)
    growth = grow(scenario.growth.plan(), workload, lambda factor: _step(rounds, workload, factor), processors)
    write_json(directory / DOCUMENT, growth.document())
    write_growth_page(growth, workload.name, directory / PAGE)
    return growth


def _step(rounds: Rounds, workload: Workload, factor: float) -> tuple[Run, Fitness]:
    """Replay one step to the last candidate."""
    context = rounds.context
    name, side = list(context.scenario.sides.items())[-1]
    prepared = rounds.ready(name, side)
    rehearsal = rounds.rehearsal(f"step-{factor:g}.run", name, prepared)
    selection = rehearsal.plan.selection
    growing = (
        parse_filter("growth.where", context.scenario.growth.where)
        if context.scenario.growth.where
        else selection.where
    )
    where = growing if factor > 1 else EVERYTHING
    plan = replace(rehearsal.plan, selection=replace(selection, amplify=factor, where=where))
    with context.timed(f"replay {name}, {factor:g} times the load"):
        run, fit = rehearse(
            replace(rehearsal, plan=plan, end_state=None, overload=True),
            context.observer.replay(workload, plan),
            context.observer,
        )
    if not context.options.keep:
        stages.stop(prepared)
    return run, fit
