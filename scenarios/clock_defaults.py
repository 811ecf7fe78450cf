"""Defaults of columns read production's time during a replay whose target's clock is not shifted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.replay.plan.plan import Clock
from pgrehearse.scenarios.preflight import Ready
from pgrehearse.targets import safety
from pgrehearse.targets.clock_defaults import ReplacedDefaults, put_back_clock_defaults, replace_clock_defaults
from pgrehearse.targets.server_facts import connect


@contextmanager
def clock_defaults(ready: Ready, *, shifted: bool) -> Iterator[ReplacedDefaults]:
    """Have the databases that a replay writes to evaluate defaults with production's time; put them back at the end of the block.

    *shifted*: the target's own clock is production's, so that nothing has to be replaced.
    """
    if ready.plan.clock != Clock.PRODUCTION or shifted:
        yield ReplacedDefaults()
        return
    try:
        found = [event_loop.run(_replace(place, proven)) for place, proven in ready.spent]
        columns = tuple(column for one in found for column in one.columns)
        yield ReplacedDefaults(columns, tuple(sentence for one in found for sentence in one.left))
    finally:
        put_back_defaults(ready)


def put_back_defaults(ready: Ready) -> None:
    """Put back the defaults that a replay replaced, this one or one that was killed."""
    for place, proven in ready.spent:
        event_loop.run(_put_back(place, proven))


async def _replace(endpoint: Endpoint, proven: safety.SafetyCheck) -> ReplacedDefaults:
    """Replace the defaults of one database. A role without the permission leaves it as it is."""
    connection = await connect(endpoint)
    try:
        await safety.require_identity(connection, proven.expected_identity)
        return await replace_clock_defaults(connection)
    except asyncpg.PostgresError as error:
        return ReplacedDefaults(left=(f"{endpoint.database}: {error}",))
    finally:
        await connection.close()


async def _put_back(endpoint: Endpoint, proven: safety.SafetyCheck) -> None:
    """Put back the defaults of one database. A server that cannot be reached is put back at the start of the next replay."""
    try:
        connection = await connect(endpoint)
    except TargetProblem:
        return
    try:
        await safety.require_identity(connection, proven.expected_identity)
        await put_back_clock_defaults(connection)
    finally:
        await connection.close()
