"""The wait of one session's statement for other transactions (``--sync commit``), and its timeout (``--sync-timeout``)."""

from __future__ import annotations

from pgrehearse.replay.session.commit_gate import TIMED_OUT
from pgrehearse.replay.session.context import SessionContext
from pgrehearse.replay.session.deadlines import WaitingSession, WaitTimeout


class CommitWait:
    """The wait of one session. *seq*: the event that was held back (-1: none); *timed_out*: the transaction for which the wait timed out (-1: none)."""

    __slots__ = ("_blocker", "_gate", "_reactor", "_session", "_timeout_us", "seq", "timed_out")

    def __init__(self, context: SessionContext, session: WaitingSession) -> None:
        self._gate, self._reactor, self._timeout_us = context.gate, context.reactor, context.wait_timeout_us
        self._session = session
        self.seq = self.timed_out = self._blocker = -1

    def must_wait(self, seq: int, waits: list[int], now: int) -> bool:
        """Return whether a statement has to wait for other transactions; its session is called when it may continue."""
        gate = self._gate
        if gate is None:
            return False
        if self.seq != seq:
            blocker = gate.blocker(waits)
            if blocker < 0:
                return False
            self.seq, self.timed_out = seq, -1
            self._reactor.call_at(now + self._timeout_us, WaitTimeout(self._session, seq))
        elif self.timed_out < 0 and gate.is_timed_out(self._blocker):
            self.timed_out = self._blocker
        while self.timed_out < 0 and (blocker := gate.blocker(waits)) >= 0:
            self._blocker = blocker
            if gate.wait(blocker, self._session):
                return True
        return False

    def time_out(self, now: int) -> None:
        """Stop waiting: the statement continues, and so do all that wait for the same transaction."""
        if self._gate is not None:
            self.timed_out = self._blocker
            self._gate.end(self._blocker, now, TIMED_OUT)

    def end_transaction(self, number: int | None, now: int) -> None:
        """Note that a transaction that others wait for has ended, however it ended (None: nobody waits for it)."""
        if number is not None and self._gate is not None:
            self._gate.end(number, now)

    def owner(self) -> tuple[int, int]:
        """Return the session of the transaction for which the wait timed out, and the transaction's number in it."""
        return self._gate.owner(self.timed_out) if self._gate is not None else (-1, -1)

    def reset(self) -> None:
        """Forget the statement that was held back: it has run."""
        self.seq = -1
