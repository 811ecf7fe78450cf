"""Run a coroutine from the command line: ``asyncio.run``, with Ctrl-C handled at every instant.

``asyncio.run`` handles SIGINT only while its task runs. Before and after that, while the loop and the task are created and
closed, SIGINT raises KeyboardInterrupt at any line. The remaining objects then print a traceback at an exit that was requested.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Coroutine
from dataclasses import dataclass
from types import FrameType
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass
class _Interrupt:
    """Handler of Ctrl-C: waits until there is a task to cancel. The second Ctrl-C raises at once.

    *canceled*: the task was canceled, and it decides how it ends.
    """

    times: int = 0
    canceled: bool = False
    task: asyncio.Task[Any] | None = None

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        self.times += 1
        if self.times > 1:
            raise KeyboardInterrupt
        if self.task is not None:
            self.task.get_loop().call_soon_threadsafe(self._cancel)

    def _cancel(self) -> None:
        self.canceled = self.task is not None and self.task.cancel()

    async def allow(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Run *coroutine* within a task. Ctrl-C cancels the task until it ends."""
        self.task = asyncio.current_task()
        if self.times:
            raise asyncio.CancelledError
        try:
            return await coroutine
        finally:
            self.task = None


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run *coroutine* to its end on a new event loop of the main thread. Ctrl-C cancels it and raises ``KeyboardInterrupt``,
    unless the coroutine then raises another error or returns a result. An existing handler of Ctrl-C is not replaced.
    """
    interrupt = _Interrupt()
    before = signal.getsignal(signal.SIGINT)
    try:
        if before is signal.default_int_handler:
            signal.signal(signal.SIGINT, interrupt)
        with asyncio.Runner() as runner:
            return runner.run(interrupt.allow(coroutine))
    except asyncio.CancelledError:
        if not interrupt.times:
            raise
        raise KeyboardInterrupt from None
    finally:
        coroutine.close()  # no effect if it ran; prevents a warning if it was never started
        signal.signal(signal.SIGINT, before)
        if interrupt.times and not interrupt.canceled:
            raise KeyboardInterrupt
