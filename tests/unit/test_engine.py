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
