"""``targets adopt``: may this database be marked as a rehearsal database? Which sessions use it, and which outbound paths has it?

Each start of a replay that writes to an adopted database checks the same.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Protocol

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.base.server_facts import ServerFacts
from pgrehearse.targets.adoption_mark import Mark, drop_mark, read_mark, write_mark
from pgrehearse.targets.client_sessions import refuse_other_sessions
from pgrehearse.targets.clock_defaults import put_back_clock_defaults
from pgrehearse.targets.data_origin import read_origin, write_origin
from pgrehearse.targets.denied_hosts import refuse_denied
from pgrehearse.targets.external_access import (
    OutboundPath,
    disarm,
    outbound_paths,
    refuse_outbound_paths,
    without_allowed,
)
from pgrehearse.targets.given_values import put_back_values
from pgrehearse.targets.pinning import put_back
from pgrehearse.targets.replay_lock import lock_for_replay
from pgrehearse.targets.safety import SafetyCheck, check_connection, require_identity, require_rehearsal
from pgrehearse.targets.server_facts import connect, keeps_read_only, read_facts, takes_options
from pgrehearse.targets.source_check import refuse_source
from pgrehearse.targets.start_state import SequenceState, align, start_state
from pgrehearse.targets.target import NO_ORIGIN, DataOrigin


@dataclass(frozen=True, slots=True)
class Adoptable:
    """A database that may be adopted when its *outbound* paths are closed or allowed."""

    facts: ServerFacts
    outbound: tuple[OutboundPath, ...]


@dataclass(frozen=True, slots=True)
class AdoptionRequest:
    """How to adopt a database: for how long, with which outbound paths *allowed*, whether to close the others (*disarms*), and
    whether to align its sequences (*aligns*). *data*: which state of production its data is (empty: as stored, if it is)."""

    valid_us: int
    allowed: frozenset[str]
    disarms: bool
    aligns: bool = False
    data: DataOrigin = NO_ORIGIN


class Dialog(Protocol):
    """How an adoption shows what it will do, and asks for confirmation."""

    def show(self, text: str) -> None: ...
    async def confirm(self, question: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Adoption:
    """An adopted database: its *outbound* paths that are allowed, the SQL that closed the others, the sequences that were
    aligned, and which state of production its *data* is."""

    facts: ServerFacts
    mark: Mark
    outbound: tuple[OutboundPath, ...]
    closed: tuple[str, ...]
    aligned: tuple[SequenceState, ...] = ()
    data: DataOrigin = NO_ORIGIN

    def document(self) -> dict[str, Any]:
        """Return the document of ``targets adopt --json``."""
        return {
            "adopted": True,
            "target": self.facts.document(),
            "mark": asdict(self.mark.recorded()),
            "ways_out": [path.document() for path in self.outbound],
            "disarmed": list(self.closed),
            "data": asdict(self.data),
            "aligned": [sequence.document() for sequence in self.aligned],
        }


async def adopt(endpoint: Endpoint, request: AdoptionRequest, dialog: Dialog) -> Adoption:
    """Mark a database as a rehearsal database, if no check refuses it and *dialog* confirms."""
    refuse_denied(endpoint, ())
    if not (await takes_options(endpoint) and await keeps_read_only(endpoint)):
        raise TargetProblem(
            f"{endpoint}: a pooler is in front of the server, so that the client sessions cannot be checked",
            remedy="adopt the database by the server's own address",
        )
    connection = await connect(endpoint)
    try:
        database = await check_adoptable(connection, endpoint)
        outbound, closed = await _close_outbound_paths(connection, database, request, dialog)
        if not await dialog.confirm("Mark it as a rehearsal database that replays may change?"):
            raise UsageProblem("not adopted", remedy="confirm, or give --yes")
        mark = await _write_mark(connection, request, dialog)
        if request.data != NO_ORIGIN:
            await write_origin(connection, request.data)
        data = await read_origin(connection)
        aligned = await _align_sequences(connection, endpoint, request, dialog)
        return Adoption(database.facts, mark, outbound, closed, aligned, data)
    finally:
        await connection.close()


async def _close_outbound_paths(
    connection: asyncpg.Connection, database: Adoptable, request: AdoptionRequest, dialog: Dialog
) -> tuple[tuple[OutboundPath, ...], tuple[str, ...]]:
    """Show the outbound paths, close those that are not allowed where that is requested, and refuse the rest.

    Return the paths that stay open, and the SQL that closed the others.
    """
    facts, outbound = database.facts, database.outbound
    dialog.show(describe_server(facts))
    for path in outbound:
        dialog.show(f"outbound path: {path}")
    closed: list[str] = []
    if request.disarms:
        closed = await _disarm(connection, without_allowed(outbound, request.allowed), dialog)
        outbound = tuple(await outbound_paths(connection, managed=bool(facts.managed)))
    refuse_outbound_paths(outbound, request.allowed, facts.place)
    return outbound, tuple(closed)


async def _write_mark(connection: asyncpg.Connection, request: AdoptionRequest, dialog: Dialog) -> Mark:
    unreadable = await write_mark(connection, valid_us=request.valid_us, allowed=sorted(request.allowed))
    mark = await read_mark(connection)
    if mark is None:
        raise TargetProblem(
            "the mark that was just written cannot be read", remedy="check that the DSN leads to one server only"
        )
    if unreadable:
        dialog.show(
            f"this role may not read all parts of the server's identity: the mark lacks {', '.join(unreadable)}"
        )
    return mark


async def _align_sequences(
    connection: asyncpg.Connection, endpoint: Endpoint, request: AdoptionRequest, dialog: Dialog
) -> tuple[SequenceState, ...]:
    """Set the sequences of a verified database, where that is requested and confirmed; otherwise only show how far they are."""
    state = await start_state(connection)
    for sequence in state.drifting:
        value, called = sequence.aligned
        dialog.show(f"{sequence}: setval('{sequence.name}', {value}, {str(called).lower()})")
    if state.unread:
        dialog.show(f"sequences that could not be read: {', '.join(state.unread)}")
    if not request.aligns:
        if state.drifting:
            dialog.show("a replay will draw other ids than production did: adopt again with --align-sequences")
        return ()
    check = await check_connection(connection, endpoint, None, allowed=request.allowed)
    require_rehearsal(check, endpoint, dirty=True)
    if not state.drifting or not await dialog.confirm("Set these sequences?"):
        return ()
    await align(connection, state.drifting)
    return state.drifting


async def _disarm(connection: asyncpg.Connection, paths: list[OutboundPath], dialog: Dialog) -> list[str]:
    """Show the SQL that closes outbound paths, ask for confirmation, and execute it."""
    statements = list(dict.fromkeys(sql for path in paths for sql in path.disarm))
    for sql in statements:
        dialog.show(f"  {sql};")
    if statements and not await dialog.confirm("Execute these statements?"):
        raise UsageProblem(
            "not adopted", remedy="confirm, or give --yes; or accept the outbound paths by name: --allow"
        )
    return await disarm(connection, paths)


def describe_server(facts: ServerFacts) -> str:
    """Return a sentence about the server and the database that a DSN leads to."""
    return (
        f"{facts.host}:{facts.port}, database {facts.database}, PostgreSQL {facts.version}, running since {facts.postmaster_start}, "
        f"system identifier {facts.system_identifier or 'not readable'} (a restored copy has the identifier of its source: it proves nothing)"
    )


async def check_adoptable(connection: asyncpg.Connection, endpoint: Endpoint) -> Adoptable:
    """Return the facts and the outbound paths of a database. Raises ``TargetProblem`` for a standby and for a server in use."""
    facts = await read_facts(connection, endpoint)
    # An enabled subscription is an outbound path: it can be closed.
    refuse_source(facts, None, frozenset({"subscription"}))
    await refuse_other_sessions(connection, f"{facts.host}:{facts.port}")
    return Adoptable(facts, tuple(await outbound_paths(connection, managed=bool(facts.managed))))


async def require_still_fit(endpoint: Endpoint, check: SafetyCheck, allowed: frozenset[str]) -> None:
    """Raise when an adopted database is in use, or has outbound paths that neither its mark nor *allowed* names."""
    if check.mark is None:
        return
    connection = await connect(endpoint)
    try:
        await require_identity(connection, check.expected_identity)
        await refuse_other_sessions(connection, check.facts.place)
        paths = await outbound_paths(connection, managed=bool(check.facts.managed))
        refuse_outbound_paths(paths, check.mark.allowed | allowed, check.facts.place)
    finally:
        await connection.close()


async def release(endpoint: Endpoint) -> bool:
    """Remove the mark; False: the database had none."""
    connection = await connect(endpoint)
    try:
        await lock_for_replay(connection, f"{endpoint}")
        if left := await put_back_clock_defaults(connection):
            raise TargetProblem(
                f"{endpoint}: not put back: {'; '.join(left)}",
                remedy="define these objects without the functions of the schema pgrehearse, or reset the target",
            )
        await put_back_values(connection)
        await put_back(connection)  # defaults that a killed replay replaced would be dropped with the schema
        return await drop_mark(connection)
    except asyncpg.InsufficientPrivilegeError as error:
        raise TargetProblem(
            f"{endpoint}: {error}", remedy="release it as the role that adopted it, or as a superuser"
        ) from None
    finally:
        await connection.close()
