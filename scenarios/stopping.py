"""Ctrl-C and SIGTERM during a replay: it ends, and the run remains readable."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stopping(stop: Callable[[], None]) -> Iterator[None]:
    """In the block Ctrl-C and SIGTERM call *stop*, which ends a replay; the second one kills its workers."""

    def call(_number: int, _frame: FrameType | None) -> None:
        stop()

    before = [signal.signal(number, call) for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        yield
    finally:
        for number, old in zip((signal.SIGINT, signal.SIGTERM), before, strict=True):
            signal.signal(number, old)
