"""Whether both runs of a comparison are fit, by the fitness that each recorded at its end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pgrehearse.compare.sides import Side
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.quality.fitness_rules import NEW_ERRORS


@dataclass(frozen=True, slots=True)
class Fit:
    """Why the runs are not fit (empty: they are), and the fitness of each *by_run*."""

    reasons: tuple[str, ...]
    by_run: dict[str, Fitness]

    @property
    def fit(self) -> bool:
        return not self.reasons

    def with_reasons(self, reasons: tuple[str, ...]) -> Fit:
        """Return it with further reasons."""
        return replace(self, reasons=(*self.reasons, *reasons))

    def drifted(self, baseline: Side, candidate: Side) -> int:
        """Return how many more statements failed on the candidate because of ids that differ from production's."""
        before, after = (
            self.by_run[side.name].errors["drifted"] if side.name in self.by_run else 0
            for side in (baseline, candidate)
        )
        return after - before


def fit_of(baseline: Side, candidate: Side) -> Fit:
    """Return whether both sides are fit; production, as captured, has no fitness."""
    reasons: list[str] = []
    by_run: dict[str, Fitness] = {}
    for side in (baseline, candidate):
        fitness = side.fitness()
        if fitness is not None:
            by_run[side.name] = fitness
            reasons += [f"{side.name}: {reason}" for reason in fitness.reasons]
    with_new_errors = {
        name for name, fitness in by_run.items() if any(reason.what == NEW_ERRORS for reason in fitness.unfit)
    }
    if with_new_errors == {candidate.name} and baseline.run is not None:
        reasons.append(
            f"{baseline.name} executed these statements without these errors: the cause is {candidate.name} or its preparation. "
            "--max-new-errors 1 compares the runs in spite of it"
        )
    return Fit(tuple(reasons), by_run)
