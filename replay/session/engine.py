"""All sessions of one worker: which are left, how they start, and how they are stopped."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from pgrehearse.base.errors import PgrehearseError, TargetProblem
from pgrehearse.base.server_identity import Identity
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session.commit_gate import CommitGate
from pgrehearse.replay.session.context import SessionContext
from pgrehearse.replay.session.early_logins import LEAST_AT_ONCE
from pgrehearse.replay.session.reactor import Reactor
from pgrehearse.replay.session.recorder import PART, Recorder
from pgrehearse.replay.session.row_hash import RowHasher
from pgrehearse.replay.session.session import Session
from pgrehearse.runs.reasons import ANOTHER_SERVER, INTERRUPTED

FLUSH_S = 2.0


@dataclass(frozen=True, slots=True)
class Limits:
    """*paced*: statements are sent at their due times; otherwise everything is due at once, at most *max_open* sessions are open, and at most
    *logins* of them log in at the same time.

    *wait_timeout_us*: how long a statement waits at most for other transactions. *counts_draws*: the target reports draws.
    *hash_results*: the rows of results are hashed, at most *hash_rows* of each (0: all).
    """

    paced: bool
    max_open: int
    wait_timeout_us: int
    logins: int = LEAST_AT_ONCE
    counts_draws: bool = False
    hash_results: bool = True
    hash_rows: int = 0


class Engine:
    """Runs sessions to their ends. *gate*: which transactions go first (None: a session waits for itself alone).

    *problem*: why the replay was ended, when another server answered. *restarts*: the later starts of the target.
    """

    def __init__(
        self,
        reactor: Reactor,
        recorder: Recorder,
        limits: Limits,
        *,
        passwords: Passwords,
        gate: CommitGate | None = None,
    ) -> None:
        self._loop, self._reactor, self._recorder = reactor.loop, reactor, recorder
        self._limits, self._gate = limits, gate
        self.context = SessionContext(
            reactor,
            recorder,
            passwords,
            self._stop_at_wrong_server,
            self._note_restart,
            self._login_ended,
            paced=limits.paced,
            gate=gate,
            wait_timeout_us=limits.wait_timeout_us,
            hasher=RowHasher(limits.hash_rows) if limits.hash_results else None,
            counts_draws=limits.counts_draws,
        )
        self._not_open: list[Session] = []
        self._open = 0
        self._logging_in: set[object] = set()
        self._stopping = False
        self.finished: asyncio.Future[None] = reactor.loop.create_future()
        self._left: set[Session] = set()
        self.problem: TargetProblem | None = None
        self.restarts: set[int] = set()
        self.cpu_start_us = time.process_time_ns() // 1000
        reactor.end_with_errors(self.finished)

    @property
    def left(self) -> int:
        """How many sessions have not ended."""
        return len(self._left)

    @property
    def in_flight(self) -> int:
        """How many statements the server is executing."""
        return sum(session.in_flight for session in self._left)

    def start(self, sessions: list[Session], first_us: list[int]) -> None:
        """Start all sessions, in the order given; *first_us*: when each one's first event is due."""
        self._left = set(sessions)
        if not sessions:
            self.finished.set_result(None)
            return
        self._loop.call_later(FLUSH_S, self._flush)
        if not self._limits.paced:
            self._not_open = list(reversed(sessions))
            self._loop.call_later(max(-self._reactor.now(), 0) / 1e6, self._open_sessions)
            return
        for session, at in zip(sessions, first_us, strict=True):
            self._reactor.call_at(at, session)

    def _open_sessions(self) -> None:
        """Open sessions up to the limits."""
        while self._may_open():
            self._open += 1
            session = self._not_open.pop()
            self._logging_in.add(session)
            session.proceed(self._reactor.now())

    def _may_open(self) -> bool:
        within_limits = self._open < self._limits.max_open and len(self._logging_in) < self._limits.logins
        return bool(self._not_open) and within_limits and not self._stopping

    def _login_ended(self, session: object) -> None:
        """Note that a session has a connection, or was refused one, and open another one flat out."""
        if session in self._logging_in:
            self._logging_in.discard(session)
            self._loop.call_soon(self._open_sessions)

    def session_ended(self, session: Session) -> None:
        """Note that a session has ended, and open another one flat out."""
        self._left.discard(session)
        self._logging_in.discard(session)
        if not self._left:
            if not self.finished.done():
                self.finished.set_result(None)
        elif not self._limits.paced:
            self._open -= 1
            self._loop.call_soon(self._open_sessions)

    def _flush(self) -> None:
        try:
            self._recorder.flush()
        except PgrehearseError as error:  # the disk: it ends the worker, with its reason
            if not self.finished.done():
                self.finished.set_exception(error)
            return
        if not self.finished.done():
            self._loop.call_later(FLUSH_S if self._recorder.waiting < PART else 0, self._flush)

    def stop(self, reason: str = INTERRUPTED) -> None:
        """End every session now: what is left is recorded as unsent."""
        self._stopping = True
        if self._gate is not None:
            self._gate.clear()
        for session in list(self._left):
            session.stop(reason)

    def _stop_at_wrong_server(self, problem: TargetProblem) -> None:
        """End the replay, because another server than the proven one answered (called in a session's callback)."""
        if self.problem is None:
            self.problem = problem
            self._loop.call_soon(self.stop, ANOTHER_SERVER)

    def _note_restart(self, identity: Identity) -> None:
        """Note that the target was restarted during the run."""
        self.restarts.add(identity.started_us)
