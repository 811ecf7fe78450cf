"""Backward steps of a server's clock: the records of a session are in the order in which the server wrote them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pgrehearse.base.clock import SECOND, iso
from pgrehearse.workload.arrays import Ints

_FEW = 3


@dataclass(frozen=True, slots=True)
class Step:
    """The clock went from *from_us* back to *to_us*, at a line of a log."""

    file: int
    line: int
    from_us: int
    to_us: int

    @property
    def back_us(self) -> int:
        return self.from_us - self.to_us


def largest_steps(at_us: Ints, before_us: Ints, file: Ints, line: Ints) -> list[Step]:
    """Return, for each log, the largest backward step between a record and the one *before* it in its session."""
    back_us = np.where(before_us >= 0, before_us - at_us, 0)
    steps = []
    for number in np.unique(file).tolist():
        rows = np.flatnonzero(file == number)
        row = rows[np.argmax(back_us[rows])]
        if back_us[row] > 0:
            steps.append(Step(number, int(line[row]), int(before_us[row]), int(at_us[row])))
    return steps


def clock_notes(steps: list[Step], files: list[str]) -> list[str]:
    """Return the notes on backward steps, the largest of each log."""
    largest: dict[int, Step] = {}
    for step in steps:
        if step.file not in largest or largest[step.file].back_us < step.back_us:
            largest[step.file] = step
    if not largest:
        return []
    shown = sorted(largest.values(), key=lambda step: -step.back_us)[:_FEW]
    places = "; ".join(
        f"{files[step.file]}:{step.line} by {step.back_us / SECOND:.3f} s, from {iso(step.from_us)} to {iso(step.to_us)}"
        for step in shown
    )
    logs = f" (and in {len(largest) - _FEW} more logs)" if len(largest) > _FEW else ""
    return [
        f"the server's clock was set back: {places}{logs}; the order within each session is kept, the times before and after the step overlap"
    ]
