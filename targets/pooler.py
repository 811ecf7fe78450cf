"""Whether a pooler is in front of a target: it may run the transactions of one session on any free server connection."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from uuid import uuid4

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.server_facts import connect

_TIMEOUT_S = 5.0
_BACKEND_PID = "select pg_catalog.pg_backend_pid()"


@dataclass(frozen=True, slots=True)
class PoolerBehavior:
    """*shares*: the transactions of a session run on any of several server connections; *forgets*: a statement that the session
    prepared does not exist on each of them."""

    shares: bool = False
    forgets: bool = False


async def probe_pooler(endpoint: Endpoint) -> PoolerBehavior:
    """Ask one session twice for its backend, by a statement that it prepared before, while another session holds a transaction open.

    Raises ``TargetProblem`` when the pooler accepts no transactions.
    """
    session, other = await connect(endpoint), await connect(endpoint)
    try:
        return await _probe(session, other, endpoint)
    finally:
        for connection in (session, other):
            connection.terminate()


async def _probe(session: asyncpg.Connection, other: asyncpg.Connection, endpoint: Endpoint) -> PoolerBehavior:
    try:
        backend_pid = await session.prepare(_BACKEND_PID, name=f"pgrehearse_{uuid4().hex}")
        first_pid = await backend_pid.fetchval()
    except asyncpg.PostgresError:  # it ran on another server connection than the one that prepared it
        return PoolerBehavior(shares=True, forgets=True)
    try:
        await asyncio.wait_for(other.execute("begin"), _TIMEOUT_S)
        other_pid = await other.fetchval(_BACKEND_PID)
    except TimeoutError:  # the pooler has one server connection, and gives it to the first session until its end
        return PoolerBehavior()
    except asyncpg.PostgresError as error:
        raise TargetProblem(
            f"{endpoint}: the pooler in front of the server accepts no transactions: {error}",
            remedy="replay past the pooler, or set its pool_mode to session or transaction",
        ) from None
    second_pid = 0
    with suppress(asyncpg.PostgresError, TimeoutError):
        second_pid = await asyncio.wait_for(backend_pid.fetchval(), _TIMEOUT_S)
    return PoolerBehavior(shares=other_pid == first_pid or second_pid != first_pid, forgets=not second_pid)
