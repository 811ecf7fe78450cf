"""The targets that a scenario creates for its sides: they are removed at its end, after a failure, and after Ctrl-C.

A watchdog removes those at AWS if the command is killed.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from pgrehearse.base.errors import PgrehearseError, TargetProblem
from pgrehearse.base.progress import Stages
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.targets.guarding import guarded
from pgrehearse.targets.journal import Journal
from pgrehearse.targets.make import make
from pgrehearse.targets.target import PlannedTarget


@dataclass
class MadeTargets:
    """The targets of one scenario. *keep*: they stay, until they expire. Each has one watchdog, until the scenario ends."""

    stages: Stages
    keep: bool = False
    _made: list[PlannedTarget] = field(default_factory=list)
    _guarded: set[Path] = field(default_factory=set)
    _guards: ExitStack = field(default_factory=ExitStack)

    def new(self, name: str, side: Side) -> PlannedTarget:
        """Return a target that is not created yet; from now on it is removed at the end. Its name is that of the side with a token."""
        target = make(side.specification(f"{name}-{secrets.token_hex(3)}"), guard=self._hold)
        self._made.append(target)
        return target

    def remove(self) -> tuple[str, ...]:
        """Remove the targets, the last one first; return what could not be removed, a sentence each."""
        left: list[str] = []
        while self._made and not self.keep:
            left += self._made.pop().destroy(self.stages)
        self._guards.close()
        return tuple(left)

    def _hold(self, journal: Journal) -> AbstractContextManager[None]:
        """Have a watchdog for a target from its creation to the end of the scenario; it removes what a killed process leaves."""
        if journal.path not in self._guarded:
            self._guarded.add(journal.path)
            self._guards.enter_context(guarded(journal, keep=self.keep))
        return nullcontext()


@contextmanager
def made_targets(stages: Stages, *, keep: bool) -> Iterator[MadeTargets]:
    """Yield the targets of a scenario, and remove them when the block ends. Raises ``TargetProblem`` with what could not be removed."""
    made = MadeTargets(stages, keep)
    try:
        yield made
    except PgrehearseError as error:
        if left := made.remove():
            error.remedy = f"{error.remedy}; not removed: {'; '.join(left)}"
        raise
    finally:
        left = made.remove()
    if left:
        raise TargetProblem(f"not removed: {'; '.join(left)}", remedy="pgrehearse targets list shows what is left")
