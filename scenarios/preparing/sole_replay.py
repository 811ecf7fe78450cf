"""Only one replay at a time writes to a database: each replaces defaults and functions there, and puts them back."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.scenarios.preparing.preflight import Ready
from pgrehearse.targets import safety
from pgrehearse.targets.replay_lock import lock_for_replay
from pgrehearse.targets.server_facts import connect

_TIMEOUT_S = 5.0


@contextmanager
def sole_replay(ready: Ready) -> Iterator[None]:
    """Hold the locks of the databases that a replay writes to. Raises ``TargetProblem`` if another replay writes to one of them.

    A pooler in transaction mode gives the connection, and its lock, to other clients: no lock is taken through it.
    """
    if not ready.spent or ready.plan.routing.transaction_pooling:
        yield
        return
    held: list[asyncpg.Connection] = []
    with asyncio.Runner() as runner:
        try:
            for place, proven in ready.spent:
                held.append(runner.run(_locked(place, proven)))
            yield
        finally:
            for connection in held:
                runner.run(_end(connection))


async def _locked(endpoint: Endpoint, proven: safety.SafetyCheck) -> asyncpg.Connection:
    connection = await connect(endpoint)
    with ExitStack() as stack:
        stack.callback(connection.terminate)
        await safety.require_identity(connection, proven.expected_identity)
        await lock_for_replay(connection, f"{proven.facts.place}/{proven.facts.database}")
        stack.pop_all()
    return connection


async def _end(connection: asyncpg.Connection) -> None:
    """End a connection; the server may have ended it."""
    try:
        await connection.close(timeout=_TIMEOUT_S)
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
        connection.terminate()
