"""What is in front of a target: a pooler may give a session's transactions to whichever server connection is free."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from uuid import uuid4

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.server_facts import connect

_PATIENCE_S = 5.0
_WHO = "select pg_catalog.pg_backend_pid()"


@dataclass(frozen=True, slots=True)
class Door:
    """*shares*: the transactions of a session run on any of several server connections; *forgets*: and a statement that the session
    prepared is not known on each."""

    shares: bool = False
    forgets: bool = False


async def look_at_door(endpoint: Endpoint) -> Door:
    """Ask one session twice which backend it has, while another holds a transaction open, by a statement that it prepared before.

    Raises ``TargetProblem`` where the door takes no transactions.
    """
    one, other = await connect(endpoint), await connect(endpoint)
    try:
        return await _looked(one, other, endpoint)
    finally:
        for connection in (one, other):
            connection.terminate()


async def _looked(one: asyncpg.Connection, other: asyncpg.Connection, endpoint: Endpoint) -> Door:
    try:
        asked = await one.prepare(_WHO, name=f"pgrehearse_{uuid4().hex}")
        first = await asked.fetchval()
    except asyncpg.PostgresError:  # another server connection than the one that it was prepared on
        return Door(shares=True, forgets=True)
    try:
        await asyncio.wait_for(other.execute("begin"), _PATIENCE_S)
        theirs = await other.fetchval(_WHO)
    except TimeoutError:  # the one server connection that there is has its session
        return Door()
    except asyncpg.PostgresError as error:
        raise TargetProblem(
            f"{endpoint}: what is in front of it takes no transactions: {error}",
            remedy="replay past the pooler, or set its pool_mode to session or transaction",
        ) from None
    again = 0
    with suppress(asyncpg.PostgresError, TimeoutError):
        again = await asyncio.wait_for(asked.fetchval(), _PATIENCE_S)
    return Door(shares=theirs == first or again != first, forgets=not again)
