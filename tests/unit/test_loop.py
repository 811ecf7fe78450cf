"""Ctrl-C at every instant of a coroutine: one outcome, no warning."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base import event_loop
from pgrehearse.base.errors import Interrupted

if TYPE_CHECKING:
    from types import FrameType

# More instants than the run of a small coroutine has: the last ones are not reached.
INSTANTS = 2000


class Pressed:
    """Presses Ctrl-C at the *instant*-th call or return of a Python function while the loop is created, runs and closes."""

    def __init__(self, instant: int) -> None:
        self.left, self.done = instant, False

    def __call__(self, frame: FrameType, _event: str, _argument: object) -> None:
        self.left -= frame.f_code is not _pressed_at.__code__
        if self.left == 0 and not self.done:
            self.done = True
            signal.raise_signal(signal.SIGINT)


async def _nothing() -> None:
    """End at once."""


async def _work(ended: list[str]) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(2):
                group.create_task(_nothing())
    finally:
        ended.append("ended")


def _pressed_at(instant: int) -> tuple[bool, bool]:
    """Return whether Ctrl-C was pressed, and whether KeyboardInterrupt was raised."""
    press, ended = Pressed(instant), list[str]()
    coroutine = _work(ended)
    sys.setprofile(press)
    try:
        event_loop.run(coroutine)
    except KeyboardInterrupt:
        return press.done, True
    finally:
        sys.setprofile(None)
        coroutine.close()
    assert ended == ["ended"]
    return press.done, False


def test_ctrl_c_ends_a_coroutine_that_waits_without_end() -> None:
    """It is cancelled, and its resources are closed."""
    ended: list[str] = []

    async def wait() -> None:
        try:
            signal.raise_signal(signal.SIGINT)
            await asyncio.Event().wait()
        finally:
            ended.append("ended")

    with pytest.raises(KeyboardInterrupt):
        event_loop.run(wait())
    assert ended == ["ended"]


def test_a_cancelled_coroutine_may_raise_an_error_of_its_own() -> None:
    """For example with a remedy."""

    async def wait() -> None:
        try:
            signal.raise_signal(signal.SIGINT)
            await asyncio.Event().wait()
        except asyncio.CancelledError as error:
            raise Interrupted("interrupted", remedy="what was done is kept") from error

    with pytest.raises(Interrupted, match="interrupted"):
        event_loop.run(wait())


def test_ctrl_c_has_the_same_result_at_every_instant(caplog: pytest.LogCaptureFixture) -> None:
    """``KeyboardInterrupt`` whenever it was pressed; no object logs a warning, and the handler is restored."""
    before = signal.getsignal(signal.SIGINT)
    with caplog.at_level(logging.WARNING):
        for instant in range(1, INSTANTS):
            pressed, raised = _pressed_at(instant)
            assert pressed == raised, instant
            assert signal.getsignal(signal.SIGINT) is before
            assert caplog.messages == [], instant
            if not pressed:
                break
    assert 100 < instant < INSTANTS - 1
