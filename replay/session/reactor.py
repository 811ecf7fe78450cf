"""The event loop of one worker: the run's clock, a heap of deadlines with one alarm, and readiness callbacks of sockets.

No queue here grows with the workload: the heap holds at most one entry a session, and one for each statement that is to
be cancelled and still runs (or ran until a moment ago), and one for each login of the last half a minute.
"""

from __future__ import annotations

import asyncio
import heapq
import time
from collections.abc import Callable
from typing import Any

from pgrehearse.base.clock import Timeline
from pgrehearse.replay.session.deadlines import Deadline
from pgrehearse.replay.session.timers import make_alarm

_NOT_ARMED = 1 << 62


class Reactor:
    """Calls deadlines and socket callbacks. Times are microseconds on the run's time line; *zero_us*: its zero on the monotonic clock."""

    def __init__(self, loop: asyncio.AbstractEventLoop, timeline: Timeline) -> None:
        self.loop = loop
        self.zero_us = timeline.monotonic_start_us
        self._heap: list[tuple[int, int, Deadline]] = []
        self._alarm = make_alarm(loop, self._run_due)
        self._armed_us = _NOT_ARMED
        self._ticket = 0

    def now(self) -> int:
        """Return the instant on the run's time line."""
        return time.monotonic_ns() // 1000 - self.zero_us

    def call_at(self, due_us: int, deadline: Deadline) -> None:
        """Call *deadline* at *due_us*; deadlines of one instant are called in the order of these calls."""
        self._ticket += 1
        heapq.heappush(self._heap, (due_us, self._ticket, deadline))
        if due_us < self._armed_us:
            self._armed_us = due_us
            self._alarm.set(due_us + self.zero_us)

    def _run_due(self) -> None:
        heap = self._heap
        self._armed_us = _NOT_ARMED
        while heap and heap[0][0] <= (now := self.now()):
            heapq.heappop(heap)[2].proceed(now)
        if heap and heap[0][0] < self._armed_us:
            self._armed_us = heap[0][0]
            self._alarm.set(self._armed_us + self.zero_us)

    def watch(self, fd: int, callback: Callable[[], None], *, writing: bool = False) -> None:
        """Call *callback* whenever a descriptor can be read (*writing*: written)."""
        if writing:
            self.loop.add_writer(fd, callback)
        else:
            self.loop.add_reader(fd, callback)

    def unwatch_writing(self, fd: int) -> None:
        """Remove the callback for writing."""
        self.loop.remove_writer(fd)

    def unwatch(self, fd: int) -> None:
        """Remove both callbacks of a descriptor."""
        self.loop.remove_reader(fd)
        self.loop.remove_writer(fd)

    def end_with_errors(self, finished: asyncio.Future[None]) -> None:
        """Give *finished* the error of a callback. What called it would not be called again, and *finished* would be waited for without end."""

        def failed(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
            if "handle" in context and not finished.done():
                finished.set_exception(context["exception"])
            else:
                loop.default_exception_handler(context)

        self.loop.set_exception_handler(failed)

    def close(self) -> None:
        """Close the alarm."""
        self._alarm.close()
