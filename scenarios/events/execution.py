"""Executes the events of a replay beside it: on a thread with an event loop of its own, so that the workers never wait for it.

Theory of operation. Each event is a task. It waits until it is due (an instant of the time line that all workers share, or the number of
statements that they report), then until the events before it have ended. One with ``concurrent`` waits for none, and none waits for it. At the end of the replay an event
that has not begun is recorded as not executed, one that runs is completed within its timeout, and what events paused or set is put back.
After an interruption running events are canceled.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg
import psycopg

from pgrehearse.base.clock import SECOND, Timeline
from pgrehearse.base.errors import PgrehearseError
from pgrehearse.runs.mid_run_events import MidRunEvent
from pgrehearse.runs.write import write_mid_run_events
from pgrehearse.scenarios.events.plan import EventKind, EventPlan
from pgrehearse.scenarios.events.put_back import PutBack

# What an event can raise: it is recorded with the event.
FAILURES = (
    PgrehearseError,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    psycopg.Error,
    OSError,
    TimeoutError,
)
# How often an interruption is looked for while the end of an event is waited for.
_LOOK_S = 0.1
NOT_BEGUN = "not executed: the replay ended before it"
INTERRUPTED = "not completed: the replay was interrupted"
# SQLSTATE classes whose messages contain values of data: data exceptions, integrity violations, RAISE.
_WITH_VALUES = ("22", "23", "P0")

Action = Callable[[int, EventPlan, asyncio.Event], Awaitable[None]]


async def _nothing() -> None:
    """Do nothing."""


@dataclass
class Execution:
    """The events of one replay. *act*: executes one event, by its number (its last argument is set when the replay is over);
    *directory*: of the run; *complete*: is called after the replay, before anything is put back. *problems*: what could not be put back, and defects; *is_put_back*: whether nothing is left paused or set."""

    events: tuple[EventPlan, ...]
    act: Action
    put_back: PutBack
    directory: Path
    complete: Callable[[], Awaitable[None]] = _nothing
    problems: list[str] = field(default_factory=list, init=False)
    is_put_back: bool = field(default=True, init=False)
    _timeline: Timeline | None = field(default=None, init=False)
    _loop: asyncio.AbstractEventLoop | None = field(default=None, init=False)
    _thread: threading.Thread | None = field(default=None, init=False)
    _started: threading.Event = field(default_factory=threading.Event, init=False)
    _over: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)
    _counted: dict[int, asyncio.Event] = field(default_factory=dict, init=False)
    _begun: dict[int, asyncio.Event] = field(default_factory=dict, init=False)
    _done: dict[int, int] = field(default_factory=dict, init=False)
    _executed: dict[int, MidRunEvent] = field(default_factory=dict, init=False)
    _tasks: list[asyncio.Future[None]] = field(default_factory=list, init=False)
    _interrupted: bool = field(default=False, init=False)

    def begin(self, timeline: Timeline) -> None:
        """Start the thread. The instants of the events are those of *timeline*."""
        self._timeline, self.is_put_back = timeline, self.put_back.is_empty
        self._counted = {event.at_statements: asyncio.Event() for event in self.events if event.at_statements}
        self._begun = {number: asyncio.Event() for number in range(1, len(self.events) + 1)}
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="events", daemon=True)
        self._thread.start()
        self._started.wait()

    def count(self, worker: int, statements: int) -> None:
        """Take the number of statements that a worker has done."""
        self._done[worker] = statements
        total = sum(self._done.values())
        for number, reached in self._counted.items():
            if total >= number:
                self._call(reached.set)

    def end(self, stopped: Callable[[], bool]) -> tuple[MidRunEvent, ...]:
        """End the events after the replay has ended; return all of them, which are also in the run's directory.

        *stopped*: whether the replay was interrupted; it may be so while this waits for an event.
        """
        if self._thread is None:
            return ()
        self._call(self._over.set)
        is_canceled = False
        while self._thread.is_alive():
            if not is_canceled and stopped():
                self._call(self._cancel)
                is_canceled = True
            self._thread.join(_LOOK_S)
        return tuple(self._executed[number] for number in sorted(self._executed))

    def _cancel(self) -> None:
        self._interrupted = True
        for task in self._tasks:
            task.cancel()

    def _call(self, function: Callable[[], object]) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended: every event has
                self._loop.call_soon_threadsafe(function)

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._tasks = [asyncio.create_task(self._event(number, event)) for number, event in enumerate(self.events, 1)]
        self._started.set()
        results = await asyncio.gather(*self._tasks, return_exceptions=True)
        for number, result in enumerate(results, 1):
            if isinstance(result, BaseException):
                self.problems.append(
                    f"event {number} failed by a defect of pgrehearse: {type(result).__name__}: {result}"
                )
        # What was set for the time of the replay stays until its end, whenever the last event ended.
        await self._over.wait()
        await self._complete()
        if not self.put_back.is_empty:
            try:
                await self.put_back.execute()
                self.is_put_back = True
            except FAILURES as error:
                self.problems.append(f"what the events paused or set was not put back: {reason_of(error)}")

    async def _complete(self) -> None:
        """Read what is known only after the last statement; not after an interruption."""
        if not self._interrupted:
            task = asyncio.ensure_future(self.complete())
            self._tasks.append(task)
            await asyncio.wait([task])
            error = None if task.cancelled() else task.exception()
            if error is not None:
                self.problems.append(f"the end of the events failed: {reason_of(error)}")

    async def _event(self, number: int, event: EventPlan) -> None:
        """Execute one event when it is due, and record it."""
        planned = event.at_us if event.at else None
        began = None
        error = NOT_BEGUN
        try:
            if await self._due(event):
                await self._after_earlier(number, event)
                planned = self._now() if planned is None else planned
                async with self._turn_of(event):
                    began = self._now()
                    self._begun[number].set()
                    error = await self._outcome(number, event)
        except asyncio.CancelledError:
            error = INTERRUPTED if began is not None else NOT_BEGUN
        ended = self._now()
        self._begun[number].set()
        began = ended if began is None else began
        planned = ended if planned is None else planned
        self._record(MidRunEvent(number, event.title(number), event.kind, planned, began, ended, error))

    async def _outcome(self, number: int, event: EventPlan) -> str:
        """Execute an event; return why it failed ("": it did not)."""
        try:
            await self.act(number, event, self._over)
        except FAILURES as error:
            return reason_of(error)
        return ""

    async def _after_earlier(self, number: int, event: EventPlan) -> None:
        """Wait until the event before this one in the order of their instants has begun: that of the file, where they are the same."""
        if event.at and not _is_free(event):
            place = (event.at_us, number)
            waits = [(one.at_us, n) for n, one in enumerate(self.events, 1) if one.at and not _is_free(one)]
            before = max((other for other in waits if other < place), default=None)
            if before is not None:
                await self._begun[before[1]].wait()

    def _turn_of(self, event: EventPlan) -> asyncio.Lock:
        """Return what an event holds while it is executed."""
        return asyncio.Lock() if _is_free(event) else self._turn

    async def _due(self, event: EventPlan) -> bool:
        """Wait until an event is due; return whether the replay had not ended before."""
        if event.at_statements:
            waits = [asyncio.ensure_future(one.wait()) for one in (self._counted[event.at_statements], self._over)]
            try:
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for one in waits:
                    one.cancel()
            return self._counted[event.at_statements].is_set()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._over.wait(), max(0.0, event.at_us - self._now()) / SECOND)
        return not self._over.is_set()

    def _now(self) -> int:
        assert self._timeline is not None  # noqa: S101 (set by ``begin``)
        return self._timeline.now_us()

    def _record(self, event: MidRunEvent) -> None:
        self._executed[event.number] = event
        write_mid_run_events(self.directory, list(self._executed.values()))


def _is_free(event: EventPlan) -> bool:
    """Return whether an event waits for no other one. A pooler is resumed whatever runs: that may wait for the pooler."""
    return event.concurrent or event.kind == EventKind.RESUME_POOLER


def reason_of(error: BaseException) -> str:
    """Return why an event failed, in one line and without values of data."""
    if isinstance(error, PgrehearseError):
        return error.message
    if isinstance(error, TimeoutError):
        return "it was not completed within its timeout"
    state = str(getattr(error, "sqlstate", "") or "")
    if state.startswith(_WITH_VALUES):
        return f"{type(error).__name__} (SQLSTATE {state})"
    text = " ".join(str(error).split())
    return f"{text} (SQLSTATE {state})" if state else text or type(error).__name__
