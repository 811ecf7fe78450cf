"""Ctrl-C and SIGTERM during a replay: it ends, and the run remains readable."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from pgrehearse.replay.workers.coordinator import Coordinator


@contextmanager
def stopping(coordinator: Coordinator) -> Iterator[None]:
    """In the block Ctrl-C and SIGTERM stop the replay; the second one kills the workers."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        coordinator.stop()

    before = [signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        yield
    finally:
        for number, old in zip((signal.SIGINT, signal.SIGTERM), before, strict=True):
            signal.signal(number, old)
