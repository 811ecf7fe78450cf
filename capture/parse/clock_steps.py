"""Where a server's clock ran backwards: records of one session stand in the order in which they were written."""

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


def largest(at_us: Ints, before_us: Ints, file: Ints, line: Ints) -> list[Step]:
    """Return, for each log, the largest step back among records, each with the time of the one *before* it in its session."""
    back_us = np.where(before_us >= 0, before_us - at_us, 0)
    found = []
    for one in np.unique(file).tolist():
        rows = np.flatnonzero(file == one)
        row = rows[np.argmax(back_us[rows])]
        if back_us[row] > 0:
            found.append(Step(one, int(line[row]), int(before_us[row]), int(at_us[row])))
    return found


def note(steps: list[Step], files: list[str]) -> list[str]:
    """Return what to note of steps, the largest of each log."""
    most: dict[int, Step] = {}
    for step in steps:
        if step.file not in most or most[step.file].back_us < step.back_us:
            most[step.file] = step
    if not most:
        return []
    shown = sorted(most.values(), key=lambda step: -step.back_us)[:_FEW]
    places = "; ".join(
        f"{files[step.file]}:{step.line} by {step.back_us / SECOND:.3f} s, from {iso(step.from_us)} to {iso(step.to_us)}"
        for step in shown
    )
    logs = f" (and in {len(most) - _FEW} more logs)" if len(most) > _FEW else ""
    return [
        f"the server's clock ran backwards: {places}{logs}; sessions keep their order, times before and after overlap"
    ]
