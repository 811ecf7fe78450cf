"""``targets adopt``: may this database be marked as a rehearsal? Who uses it, and what can it do outside itself?

The same is asked at each start of a replay that writes to an adopted database.
"""

from __future__ import annotations

from dataclasses import dataclass

import asyncpg

from base.endpoint import Endpoint
from base.errors import TargetProblem
from targets.facts import Facts, connect, facts
from targets.mark import drop_mark
from targets.proof import Proof, proved, refuse_denied
from targets.source import refuse_source
from targets.usage import refuse_users
from targets.ways_out import WayOut, refuse_open, ways_out


@dataclass(frozen=True, slots=True)
class Candidate:
    """A database that may be adopted, when its *ways* out are closed or allowed."""

    facts: Facts
    ways: tuple[WayOut, ...]


async def adoptable(connection: asyncpg.Connection, endpoint: Endpoint) -> Candidate:
    """Say who the server is and what its database can do outside. Raises for a standby, and for one that is in use."""
    refuse_denied(endpoint.host, ())
    known = await facts(connection, endpoint)
    refuse_source(known, {}, frozenset({"subscription"}))  # an enabled subscription is a way out: it can be disarmed
    await refuse_users(connection, f"{known.host}:{known.port}")
    return Candidate(known, tuple(await ways_out(connection, managed=bool(known.managed))))


async def still_fit(endpoint: Endpoint, proof: Proof, allowed: frozenset[str]) -> None:
    """Raise unless an adopted database is as unused and as closed as when it was adopted. *allowed*: more ways out."""
    if proof.mark is None:
        return
    connection = await connect(endpoint)
    try:
        await proved(connection, proof.witness)
        place = f"{proof.facts.host}:{proof.facts.port}/{proof.facts.database}"
        await refuse_users(connection, place)
        found = await ways_out(connection, managed=bool(proof.facts.managed))
        refuse_open(found, proof.mark.allowed | allowed, place)
    finally:
        await connection.close()


async def release(endpoint: Endpoint) -> bool:
    """Take the mark away; False: there was none."""
    connection = await connect(endpoint)
    try:
        return await drop_mark(connection)
    except asyncpg.InsufficientPrivilegeError as error:
        raise TargetProblem(
            f"{endpoint}: {error}", remedy="release it as the role that adopted it, or as a superuser"
        ) from None
    finally:
        await connection.close()
