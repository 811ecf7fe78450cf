"""Coroutines from the command line: ``asyncio.run``, without the instant at which Ctrl-C finds half a loop.

``asyncio.run`` lets SIGINT raise inside the making of its event loop; what is left then complains from ``__del__``
with a traceback, and of a coroutine nobody awaited.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run *coroutine* to its end on a fresh event loop of the main thread; Ctrl-C cancels it (``KeyboardInterrupt``)."""
    early: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: early.append(number))
    try:
        runner = asyncio.Runner()
        runner.get_loop()
    finally:
        signal.signal(signal.SIGINT, before)
    with runner:
        try:
            if early:
                raise KeyboardInterrupt
            return runner.run(coroutine)
        finally:
            coroutine.close()  # nothing, if it ran; no complaint, if it was never begun
