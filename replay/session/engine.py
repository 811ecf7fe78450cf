"""The event loop of one worker: a heap of due sessions, one alarm, readiness callbacks.

No queue here grows with the workload: the heap holds at most one entry a session, and one for each statement that is to
be cancelled and still runs (or ran until a moment ago), and one for each login of the last half a minute.
"""

from __future__ import annotations

import asyncio
import heapq
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from pgrehearse.base.clock import Timeline
from pgrehearse.base.errors import PgrehearseError, TargetProblem
from pgrehearse.base.server_identity import Identity
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session.commit_gate import Turns
from pgrehearse.replay.session.recorder import PART, Recorder
from pgrehearse.replay.session.session import Session
from pgrehearse.replay.session.timers import make_alarm
from pgrehearse.runs.reasons import ANOTHER_SERVER, INTERRUPTED

FLUSH_S = 2.0


class Due(Protocol):
    """What has a due time: a session's next event, a statement's cancelling."""

    def proceed(self, now: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Limits:
    """What one worker's engine keeps to; *worker* is its number."""

    worker: int
    paced: bool
    together: int
    patience_us: int


class Engine:
    """Runs sessions to their ends. *paced* False: everything is due at once, at most *together* sessions open.

    *turns*: whose transactions go first (None: a session waits for itself alone), *patience_us*: how long a statement
    waits for that at most.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        record: Recorder,
        timeline: Timeline,
        limits: Limits,
        *,
        passwords: Passwords,
        turns: Turns | None = None,
    ) -> None:
        self._loop, self.record, self.turns, self.passwords = loop, record, turns, passwords
        self.paced, self._together, self.patience_us = limits.paced, limits.together, limits.patience_us
        self._zero_us = timeline.monotonic_start_us
        self._heap: list[tuple[int, int, Due]] = []
        self._alarm = make_alarm(loop, self._ring)
        self._armed = 1 << 62
        self._ticket = 0
        self._connection = limits.worker << 24
        self._waiting: list[Session] = []
        self._open = 0
        self._stopping = False
        self.finished: asyncio.Future[None] = loop.create_future()
        self._left: set[Session] = set()
        self.problem: TargetProblem | None = None
        self.restarts: set[int] = set()
        self.cpu_start_us = time.process_time_ns() // 1000

    @property
    def left(self) -> int:
        """How many sessions are not over."""
        return len(self._left)

    @property
    def in_flight(self) -> int:
        """How many statements are on the wire."""
        return sum(session.busy for session in self._left)

    def owner(self, number: int) -> tuple[int, int]:
        """Return whose a transaction is that others waited for: its session, and its number there."""
        return self.turns.owner(number) if self.turns is not None else (-1, -1)

    def now(self) -> int:
        """Return the instant on the run's time line."""
        return time.monotonic_ns() // 1000 - self._zero_us

    def next_connection(self) -> int:
        """Return a connection number of this worker's own range."""
        self._connection += 1
        return self._connection

    def start(self, sessions: list[Session], first_us: list[int]) -> None:
        """Begin all sessions, in the order given; *first_us*: when each one's first event is due."""
        self._left = set(sessions)
        if not sessions:
            self.finished.set_result(None)
            return
        self._loop.call_later(FLUSH_S, self._flush)
        if not self.paced:
            self._waiting = list(reversed(sessions))
            self._loop.call_later(max(-self.now(), 0) / 1e6, self._fill)
            return
        for session, at in zip(sessions, first_us, strict=True):
            self.call_at(at, session)

    def _fill(self) -> None:
        """Open waiting sessions while there is room."""
        while self._waiting and self._open < self._together and not self._stopping:
            self._open += 1
            self._waiting.pop().proceed(self.now())

    def ended(self, session: Session) -> None:
        """A session has no more events."""
        self._left.discard(session)
        if not self._left:
            if not self.finished.done():
                self.finished.set_result(None)
        elif not self.paced:
            self._open -= 1
            self._loop.call_soon(self._fill)

    def call_at(self, due: int, what: Due) -> None:
        """Have *what* proceed at *due*."""
        self._ticket += 1
        heapq.heappush(self._heap, (due, self._ticket, what))
        if due < self._armed:
            self._armed = due
            self._alarm.set(due + self._zero_us)

    def _ring(self) -> None:
        heap = self._heap
        self._armed = 1 << 62
        while heap and heap[0][0] <= (now := self.now()):
            heapq.heappop(heap)[2].proceed(now)
        if heap and heap[0][0] < self._armed:
            self._armed = heap[0][0]
            self._alarm.set(self._armed + self._zero_us)

    def watch(self, fd: int, writing: bool, call: Callable[[], None]) -> None:
        if writing:
            self._loop.add_writer(fd, call)
        else:
            self._loop.add_reader(fd, call)

    def unwatch_writing(self, fd: int) -> None:
        self._loop.remove_writer(fd)

    def unwatch(self, fd: int) -> None:
        self._loop.remove_reader(fd)
        self._loop.remove_writer(fd)

    def _flush(self) -> None:
        try:
            self.record.flush()
        except PgrehearseError as error:  # the disk: it ends the worker, with its reason
            if not self.finished.done():
                self.finished.set_exception(error)
            return
        if not self.finished.done():
            self._loop.call_later(FLUSH_S if self.record.waiting < PART else 0, self._flush)

    def stop(self, reason: str = INTERRUPTED) -> None:
        """End every session now: what is left is kept as unsent."""
        self._stopping = True
        if self.turns is not None:
            self.turns.dismiss()
        for session in list(self._left):
            session.drain(reason)

    def fail(self, problem: TargetProblem) -> None:
        """End the replay, because another server than the proven one answered (called in a session's callback)."""
        if self.problem is None:
            self.problem = problem
            self._loop.call_soon(self.stop, ANOTHER_SERVER)

    def restarted(self, identity: Identity) -> None:
        """Note that the target was restarted in mid-run."""
        self.restarts.add(identity.started_us)

    def close(self) -> None:
        self._alarm.close()
