"""``targets adopt``: may this database be marked as a rehearsal? Who uses it, and what can it do outside itself?

The same is asked at each start of a replay that writes to an adopted database.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Protocol

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.base.server_facts import Facts
from pgrehearse.targets.adoption_mark import Mark, drop_mark, read_mark, write_mark
from pgrehearse.targets.client_sessions import refuse_users
from pgrehearse.targets.denied_hosts import refuse_denied
from pgrehearse.targets.external_access import WayOut, disarm, refuse_open, still_open, ways_out
from pgrehearse.targets.safety import Proof, examined, proved, require
from pgrehearse.targets.server_facts import connect, facts, keeps_read_only, takes_options
from pgrehearse.targets.source_check import refuse_source
from pgrehearse.targets.start_state import SequenceState, align, start_state


@dataclass(frozen=True, slots=True)
class Candidate:
    """A database that may be adopted, when its *ways* out are closed or allowed."""

    facts: Facts
    ways: tuple[WayOut, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a database is to be adopted: for how long, with which ways out *allowed*, and whether it *disarms* others; *aligns*:
    its sequences."""

    valid_us: int
    allowed: frozenset[str]
    disarms: bool
    aligns: bool = False


class Asks(Protocol):
    """Who is shown what is about to happen, and agrees to it."""

    def tell(self, text: str) -> None: ...
    async def agreed(self, question: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Adopted:
    """An adopted database: its *ways* out that are allowed, the SQL that closed others, and the sequences that were aligned."""

    facts: Facts
    mark: Mark
    ways: tuple[WayOut, ...]
    closed: tuple[str, ...]
    aligned: tuple[SequenceState, ...] = ()

    def document(self) -> dict[str, Any]:
        """Return the document of ``targets adopt --json``."""
        return {
            "adopted": True,
            "target": self.facts.document(),
            "mark": asdict(self.mark.recorded()),
            "ways_out": [way.document() for way in self.ways],
            "disarmed": list(self.closed),
            "aligned": [one.document() for one in self.aligned],
        }


async def adopt(endpoint: Endpoint, wanted: Wanted, asks: Asks) -> Adopted:
    """Mark a database as a rehearsal, if nothing speaks against it and *asks* agrees."""
    refuse_denied(endpoint, ())
    if not (await takes_options(endpoint) and await keeps_read_only(endpoint)):
        raise TargetProblem(
            f"{endpoint}: a pooler is in front of it, whose clients cannot be seen",
            remedy="adopt the database by the server's own address",
        )
    connection = await connect(endpoint)
    try:
        candidate = await adoptable(connection, endpoint)
        known, ways = candidate.facts, candidate.ways
        asks.tell(described(known))
        for way in ways:
            asks.tell(f"way out: {way}")
        closed: list[str] = []
        if wanted.disarms:
            closed = await _disarmed(connection, still_open(ways, wanted.allowed), asks)
            ways = tuple(await ways_out(connection, managed=bool(known.managed)))
        refuse_open(ways, wanted.allowed, f"{known.host}:{known.port}/{known.database}")
        if not await asks.agreed("Mark it as a rehearsal that replays may change?"):
            raise UsageProblem("not adopted", remedy="say yes, or give --yes")
        mark = await _marked(connection, wanted, asks)
        return Adopted(known, mark, ways, tuple(closed), await _aligned(connection, endpoint, wanted, asks))
    finally:
        await connection.close()


async def _marked(connection: asyncpg.Connection, wanted: Wanted, asks: Asks) -> Mark:
    unknown = await write_mark(connection, valid_us=wanted.valid_us, allowed=sorted(wanted.allowed))
    mark = await read_mark(connection)
    if mark is None:
        raise TargetProblem("the mark that was just made is gone", remedy="does the DSN lead to one server only?")
    if unknown:
        asks.tell(f"this role may not ask for all of the server's identity: the mark lacks {', '.join(unknown)}")
    return mark


async def _aligned(
    connection: asyncpg.Connection, endpoint: Endpoint, wanted: Wanted, asks: Asks
) -> tuple[SequenceState, ...]:
    """Set the sequences of a database that has proved to be adopted, where that is wanted and agreed to; else say how far they are."""
    found = await start_state(connection)
    for one in found.drifting:
        value, called = one.aligned
        asks.tell(f"{one}: setval('{one.name}', {value}, {str(called).lower()})")
    if found.unread:
        asks.tell(f"sequences that could not be read: {', '.join(found.unread)}")
    if not wanted.aligns:
        if found.drifting:
            asks.tell("a replay will draw other ids than production did: adopt again with --align-sequences")
        return ()
    require(await examined(connection, endpoint, None, allowed=wanted.allowed), endpoint, dirty=True)
    if not found.drifting or not await asks.agreed("Set these sequences?"):
        return ()
    await align(connection, found.drifting)
    return found.drifting


async def _disarmed(connection: asyncpg.Connection, ways: list[WayOut], asks: Asks) -> list[str]:
    """Show the SQL that closes the ways out, ask, and execute it."""
    statements = list(dict.fromkeys(sql for way in ways for sql in way.disarm))
    for sql in statements:
        asks.tell(f"  {sql};")
    if statements and not await asks.agreed("Execute this?"):
        raise UsageProblem("not adopted", remedy="say yes, or give --yes; or accept the ways out by name: --allow")
    return await disarm(connection, ways)


def described(known: Facts) -> str:
    """Say in a sentence what a DSN is connected to."""
    return (
        f"{known.host}:{known.port}, database {known.database}, PostgreSQL {known.version}, running since {known.postmaster_start}, "
        f"system identifier {known.system_identifier or 'not readable'} (a restored copy has its source's: it proves nothing)"
    )


async def adoptable(connection: asyncpg.Connection, endpoint: Endpoint) -> Candidate:
    """Say who the server is and what its database can do outside. Raises for a standby, and for one that is in use."""
    known = await facts(connection, endpoint)
    refuse_source(known, None, frozenset({"subscription"}))  # an enabled subscription is a way out: it can be disarmed
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
