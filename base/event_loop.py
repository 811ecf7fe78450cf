"""Coroutines from the command line: ``asyncio.run``, without the instants at which Ctrl-C finds half a loop.

``asyncio.run`` takes SIGINT for itself only while its task runs. Before and after that, in the making and the closing of
loop and task, it raises wherever it strikes: what is left complains with a traceback, at an exit that was asked for.
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
    """Ctrl-C, held until there is a task that can be cancelled; pressed twice it waits for nobody.

    *heard*: the task was cancelled, and how it ends is its own answer.
    """

    times: int = 0
    heard: bool = False
    task: asyncio.Task[Any] | None = None

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        self.times += 1
        if self.times > 1:
            raise KeyboardInterrupt
        if self.task is not None:
            self.task.get_loop().call_soon_threadsafe(self._cancel)

    def _cancel(self) -> None:
        self.heard = self.task is not None and self.task.cancel()

    async def allow(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Run *coroutine*, within a task; from here to its end Ctrl-C cancels it."""
        self.task = asyncio.current_task()
        if self.times:
            raise asyncio.CancelledError
        try:
            return await coroutine
        finally:
            self.task = None


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run *coroutine* to its end on a fresh event loop of the main thread; Ctrl-C cancels it (``KeyboardInterrupt``, unless
    it answers with an error or a result of its own). Where somebody else handles Ctrl-C already, it stays theirs.
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
        coroutine.close()  # nothing, if it ran; no complaint, if it was never begun
        signal.signal(signal.SIGINT, before)
        if interrupt.times and not interrupt.heard:
            raise KeyboardInterrupt
