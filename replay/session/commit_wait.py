"""The wait of one session's statement for other transactions (``--sync commit``), and its timeout (``--sync-timeout``)."""

from __future__ import annotations

from pgrehearse.replay.session.commit_gate import TIMED_OUT, CommitGate
from pgrehearse.replay.session.connection import Connection
from pgrehearse.replay.session.context import SessionContext
from pgrehearse.replay.session.deadlines import WaitingSession, WaitTimeout
from pgrehearse.replay.session.lock_cycles import WaitState


class CommitWait:
    """The wait of one session. *seq*: the event that was held back (-1: none); *held*: it still is; *timed_out*: the transaction that it no longer
    waits for although that had not ended (-1: none); *in_cycle*: because it waits for a lock of this session."""

    __slots__ = (
        "_blocker",
        "_connection",
        "_gate",
        "_reactor",
        "_session",
        "_timeout_us",
        "held",
        "in_cycle",
        "seq",
        "timed_out",
    )

    def __init__(self, context: SessionContext, session: WaitingSession, connection: Connection | None) -> None:
        """*connection*: of the session (None: of a further copy, which no other session waits for)."""
        self._gate, self._reactor, self._timeout_us = context.gate, context.reactor, context.wait_timeout_us
        self._session, self._connection = session, connection
        self.seq = self.timed_out = self._blocker = -1
        self.held = self.in_cycle = False
        if self._gate is not None and connection is not None:
            self._gate.waits.append(self)

    def must_wait(self, seq: int, waits: list[int], now: int) -> bool:
        """Return whether a statement has to wait for other transactions; its session is called when it may continue."""
        self.held = self._gate is not None and self._must_wait(self._gate, seq, waits, now)
        return self.held

    def _must_wait(self, gate: CommitGate, seq: int, waits: list[int], now: int) -> bool:
        if self.seq != seq:
            blocker = gate.blocker(waits)
            if blocker < 0:
                return False
            self.seq, self.timed_out, self.in_cycle = seq, -1, False
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

    def state(self) -> WaitState:
        """Return what the statement is held back for, if it is."""
        waits_for = self._gate.owner(self._blocker)[0] if self.held and self._gate is not None else -1
        connection = self._connection
        pid, login = (connection.backend_pid, connection.login) if connection is not None else (0, None)
        return WaitState(self._session.number, self.seq, waits_for, pid, login)

    def end_in_cycle(self, now: int) -> None:
        """Stop waiting for a transaction that waits for a lock of this session; others still wait for it."""
        if self._gate is not None:
            self.timed_out, self.in_cycle = self._blocker, True
            self._gate.forget(self._blocker, self._session)
            self._session.proceed(now)

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
