"""The table ``[growth]`` of a scenario: the factors of a growing load, and the gates that each step has to pass."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from pydantic import Field

from pgrehearse.base.errors import UsageProblem
from pgrehearse.compare.gates.syntax import Gate, parse_gates
from pgrehearse.compare.growth import check_gates
from pgrehearse.replay.plan.filters import parse_filter
from pgrehearse.scenarios.keys.key_types import Texts, checked


@dataclass(frozen=True, slots=True)
class Steps:
    """The factors of the load in their order, and the *gates* that every step has to pass."""

    factors: tuple[float, ...]
    gates: tuple[Gate, ...] = ()

    def __post_init__(self) -> None:
        if not self.factors or self.factors[0] < 1 or list(self.factors) != sorted(set(self.factors)):
            listed = ", ".join(f"{factor:g}" for factor in self.factors)
            raise UsageProblem(
                f"steps of growth: {listed or 'none'}", remedy="write rising factors from 1 on, such as 1, 1.5, 2, 3"
            )
        check_gates(self.gates)


@dataclass(frozen=True, slots=True)
class GrowthTable:
    """A growing load on the last candidate, after the rounds."""

    steps: tuple[Annotated[float, Field(ge=1, le=1000)], ...] = ()
    """factors of the load in rising order (`[1, 1.5, 2, 3]`); each step is a replay from the same state, until one does not hold (empty: none)"""
    until: Annotated[Texts, checked(parse_gates)] = ()
    """[gates](gates.md) with absolute bounds that each step has to pass; the rate and new errors are always tested ([growing load](what-if.md#growing-load))"""
    where: Annotated[Texts, checked(partial(parse_filter, "growth.where"))] = ()
    """the sessions that grow: terms as for `--where`; all other sessions are replayed once (empty: all sessions grow)"""

    def plan(self) -> Steps:
        """Return the steps. Raises ``UsageProblem`` for factors that do not rise, and for an invalid gate."""
        return Steps(self.steps, parse_gates(self.until))
