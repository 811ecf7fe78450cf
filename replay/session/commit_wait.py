"""How a statement waits for other transactions (``--sync commit``), and when it gives up waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pgrehearse.replay.session.commit_gate import GIVEN_UP
from pgrehearse.replay.session.deadlines import Patience

if TYPE_CHECKING:
    from pgrehearse.replay.session.engine import Engine
    from pgrehearse.replay.session.session import Session


class Waiting:
    """Of one session. *seq*: the event that was held back (-1: none is); *given_up*: the transaction that it waits for no longer (-1)."""

    __slots__ = ("_blocker", "_engine", "_session", "given_up", "seq")

    def __init__(self, engine: Engine, session: Session) -> None:
        self._engine, self._session = engine, session
        self.seq = self.given_up = self._blocker = -1

    def holds(self, seq: int, waits: list[int], now: int) -> bool:
        """Say whether a statement has to wait for other transactions; its session is called when it may go on."""
        turns = self._engine.turns
        if turns is None:
            return False
        if self.seq != seq:
            blocker = turns.blocker(waits)
            if blocker < 0:
                return False
            self.seq, self.given_up = seq, -1
            self._engine.call_at(now + self._engine.patience_us, Patience(self._session, seq))
        elif self.given_up < 0 and turns.gave_up(self._blocker):
            self.given_up = self._blocker
        while self.given_up < 0 and (blocker := turns.blocker(waits)) >= 0:
            self._blocker = blocker
            if turns.wait(blocker, self._session):
                return True
        return False

    def ends(self, now: int) -> None:
        """The bound of the wait ran out: the statement goes on, with whoever waits for the same transaction."""
        if (turns := self._engine.turns) is not None:
            self.given_up = self._blocker
            turns.ended(self._blocker, now, GIVEN_UP)

    def passes_on(self, number: int | None, now: int) -> None:
        """A transaction that others wait for is over, however it ended."""
        if number is not None and self._engine.turns is not None:
            self._engine.turns.ended(number, now)

    def over(self) -> None:
        """The statement has run."""
        self.seq = -1
