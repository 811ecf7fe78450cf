"""The engine of a worker ends with the error of a callback; a session that nothing calls again would keep the replay open without end."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import cast

import pytest
import uvloop

from pgrehearse.base.clock import Timeline
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session.engine import Engine, Limits
from pgrehearse.replay.session.reactor import Reactor
from pgrehearse.replay.session.recorder import Recorder
from pgrehearse.replay.session.session import Session


class Broken:
    """A session whose callback has an error that no session handles."""

    def proceed(self, now: int) -> None:
        raise ZeroDivisionError(now)


async def run(folder: Path, limits: Limits) -> None:
    """Run one broken session to the end of its engine."""
    reactor = Reactor(asyncio.get_running_loop(), Timeline.starting_in(0))
    engine = Engine(reactor, Recorder(folder, 0), limits, passwords=Passwords(""))
    engine.start([cast("Session", Broken())], [0])
    try:
        await asyncio.wait_for(engine.finished, 60)
    finally:
        reactor.close()


@pytest.mark.parametrize("paced", [True, False])
def test_the_error_of_a_callback_ends_the_replay(tmp_path: Path, *, paced: bool) -> None:
    """It is the error of the engine, so that the worker ends and the run is reported as incomplete."""
    limits = Limits(paced=paced, max_open=1, wait_timeout_us=1)
    with pytest.raises(ZeroDivisionError):
        uvloop.run(run(tmp_path, limits))


class Crowd:
    """Sessions that log in at full speed, each until the loop calls it again, and then end."""

    def __init__(self) -> None:
        self.in_progress = self.most = self.ended = 0
        self.engine: Engine | None = None

    def member(self) -> Session:
        """Return one session of the crowd."""
        return cast("Session", Member(self))


class Member:
    """One session of a crowd."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd

    def proceed(self, _now: int) -> None:
        crowd = self._crowd
        crowd.in_progress += 1
        crowd.most = max(crowd.most, crowd.in_progress)
        asyncio.get_running_loop().call_soon(self._log_in)

    def _log_in(self) -> None:
        crowd, engine = self._crowd, self._crowd.engine
        assert engine is not None
        crowd.in_progress -= 1
        engine.context.login_ended(self)
        crowd.ended += 1
        engine.session_ended(cast("Session", self))


async def run_crowd(folder: Path, number: int, limits: Limits) -> Crowd:
    """Run a crowd of *number* sessions to its end."""
    reactor = Reactor(asyncio.get_running_loop(), Timeline.starting_in(0))
    crowd = Crowd()
    crowd.engine = Engine(reactor, Recorder(folder, 0), limits, passwords=Passwords(""))
    crowd.engine.start([crowd.member() for _ in range(number)], [0] * number)
    try:
        await asyncio.wait_for(crowd.engine.finished, 60)
    finally:
        reactor.close()
    return crowd


@pytest.mark.parametrize(("number", "most"), [(3, 3), (500, 7)])
def test_full_speed_has_a_limited_number_of_logins_in_progress(tmp_path: Path, number: int, most: int) -> None:
    """All sessions run, and the number that may be open at the same time is larger."""
    crowd = uvloop.run(run_crowd(tmp_path, number, Limits(paced=False, max_open=number, wait_timeout_us=1, logins=7)))
    assert (crowd.most, crowd.ended) == (most, number)
