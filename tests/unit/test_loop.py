"""Ctrl-C at every instant of a coroutine's life: one outcome, no complaint."""

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

# More instants than there are in the run of a small coroutine: the last of them never come.
INSTANTS = 2000


class Pressed:
    """Presses Ctrl-C at the *instant*-th call or return of Python within the loop's making, running and closing."""

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
    """Return whether Ctrl-C came, and whether it was told."""
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


def test_ctrl_c_ends_what_would_wait_for_ever() -> None:
    """It is cancelled, and what was opened in it is closed."""
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


def test_what_was_cancelled_may_say_so_itself() -> None:
    """With what was kept, for example."""

    async def wait() -> None:
        try:
            signal.raise_signal(signal.SIGINT)
            await asyncio.Event().wait()
        except asyncio.CancelledError as error:
            raise Interrupted("interrupted", remedy="what was done is kept") from error

    with pytest.raises(Interrupted, match="interrupted"):
        event_loop.run(wait())


def test_ctrl_c_is_one_thing_at_every_instant(caplog: pytest.LogCaptureFixture) -> None:
    """``KeyboardInterrupt`` whenever it was pressed; nothing half-made complains, and the handler is put back."""
    before = signal.getsignal(signal.SIGINT)
    with caplog.at_level(logging.WARNING):
        for instant in range(1, INSTANTS):
            came, told = _pressed_at(instant)
            assert came == told, instant
            assert signal.getsignal(signal.SIGINT) is before
            assert caplog.messages == [], instant
            if not came:
                break
    assert 100 < instant < INSTANTS - 1
