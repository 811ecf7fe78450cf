"""The options of a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pgrehearse.base.errors import UsageProblem
from pgrehearse.compare.accepted_changes import Accepted
from pgrehearse.compare.cost import Prices
from pgrehearse.compare.sides import Side, open_side
from pgrehearse.runs.quality.fitness_rules import MOST_NEW_ERRORS

TOLERANCE = 0.10


@dataclass(frozen=True, slots=True)
class Request:
    """The options of a comparison. *again*: a second replay of the baseline; its difference from the first is the noise floor.
    *repeats*: a second replay of each candidate, in their order, paired with *again* (empty: none). *workload*: where the workload is, if it was moved.
    *accepted*: changes that are intended, and do not count. *prices*: prices of the sides. *max_new_errors*: the share of
    transactions above which errors that production did not have make a run unfit. *end_state*: production's state.
    *second_round*: what to do for a second replay of the baseline, if it is not made by commands ("": the commands).
    """

    tolerance: float = TOLERANCE
    again: Path | None = None
    repeats: Sequence[Path] = ()
    workload: Path | None = None
    accepted: Sequence[Accepted] = ()
    prices: Prices = field(default_factory=Prices)
    max_new_errors: float = MOST_NEW_ERRORS
    end_state: Path | None = None
    second_round: str = ""

    def opened(self, path: Path) -> Side:
        """Open one side."""
        return open_side(path, self.workload, self.max_new_errors)

    def second_replays(self, candidates: int) -> tuple[Side | None, list[Side | None]]:
        """Open the second replay of the baseline, and that of each of so many *candidates* (None: there is none).

        Raises ``UsageProblem`` if only some candidates have one, or the baseline has none.
        """
        again = self.opened(self.again) if self.again is not None else None
        if not self.repeats:
            return again, [None] * candidates
        if again is None or len(self.repeats) != candidates:
            raise UsageProblem(
                "--repeat requires --control, and one second run for each candidate",
                remedy="give the second run of every side, the candidates' in their order",
            )
        return again, [self.opened(path) for path in self.repeats]
