"""A replay ends before its end, by Ctrl-C, SIGTERM or a target that is another server: the run remains readable."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from pgrehearse.base.errors import Interrupted, TargetProblem
from pgrehearse.replay.workers.coordinator import Coordinator
from pgrehearse.runs.read import Run


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


def raise_if_ended(coordinator: Coordinator, run: Run) -> None:
    """Raise if the replay ended before its end; the run is readable.

    Errors: ``TargetProblem`` (a connection reached another server), ``Interrupted``.
    """
    readable = f"the part that was replayed is in {run.path}"
    if coordinator.wrong_server is not None:
        raise TargetProblem(coordinator.wrong_server.message, remedy=f"{coordinator.wrong_server.remedy}; {readable}")
    if run.manifest.interrupted:
        raise Interrupted("interrupted", remedy=readable)
