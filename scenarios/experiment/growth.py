"""A growing load: the same workload is replayed with a larger factor each time, from the same state, until a step does not hold."""

from __future__ import annotations

from collections.abc import Callable

from pgrehearse.compare.growth import Growth, StepOutcome, growth_of, limited_to, step_of
from pgrehearse.compare.growth_figures import figures_of
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.keys.growth_table import Steps
from pgrehearse.workload.read import Workload

# Replays with a factor of the load, and returns the run and its fitness.
Replay = Callable[[float], tuple[Run, Fitness]]


def grow(steps: Steps, workload: Workload, replay: Replay, processors: float = 0.0) -> Growth:
    """Replay each step until one does not hold, and return the curve. *replay* begins in the same state each time; *processors*: the share of
    the machine's processors that the server is limited to (0: it is not).

    Raises what *replay* raises: a curve with a step that is missing is not returned.
    """
    done = []
    for factor in steps.factors:
        run, fit = replay(factor)
        done.append(step_of(limited_to(processors, figures_of(factor, run, fit, workload, steps.gates))))
        if done[-1].outcome != StepOutcome.HOLDS:
            break
    return growth_of(done)
