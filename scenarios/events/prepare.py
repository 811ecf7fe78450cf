"""Checks every event of a replay against its target before the replay starts, and prepares what the events need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pgrehearse.base.endpoint import Endpoint, Place
from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.base.server_identity import ExpectedIdentity
from pgrehearse.scenarios.events.actions import Actions
from pgrehearse.scenarios.events.cut_over import MovingGroup
from pgrehearse.scenarios.events.plan import CPUS, EMBEDDED, STOPPING, EventKind, EventPlan
from pgrehearse.scenarios.events.pooler_console import Console
from pgrehearse.scenarios.events.read_only import former_settings
from pgrehearse.scenarios.events.statements import statements_of
from pgrehearse.scenarios.events.target import EventTarget
from pgrehearse.scenarios.events.user_program import words_of
from pgrehearse.targets.adoption_mark import expected_identity
from pgrehearse.targets.embedded import pooler as poolers
from pgrehearse.targets.embedded.affinity import processors_of
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.embedded.fail_over import require_streaming
from pgrehearse.targets.embedded.restart import unknown_settings
from pgrehearse.targets.embedded.shifted_clock import is_shifted
from pgrehearse.targets.logical.move import Move
from pgrehearse.targets.safety import embedded_server
from pgrehearse.targets.server_facts import connect, read_facts

_RESTARTING = (EventKind.RESTART, EventKind.FAIL_OVER, EventKind.SCALE)


async def prepared(
    events: Sequence[EventPlan], target: EventTarget, standbys: Sequence[Endpoint], move: Move | None = None
) -> Actions:
    """Check the events, and return what their execution needs. Nothing is changed on the target.

    *standbys*: of the target, as they are sampled or read from; *move*: of tables to a second server. Raises ``BadInput`` or ``TargetProblem`` for an event that would fail.
    """
    kinds = {event.kind for event in events}
    for number, event in enumerate(events, 1):
        _require_own_server(event, target, f"events[{number}] ({event.title(number)})")
    for database in sorted({event.database for event in events}):
        async with target.verified(database):
            pass
    if EventKind.SCALE in kinds:
        await _require_scalable(events, target)
    if EventKind.FAIL_OVER in kinds:
        target.standby = await _standby(target, standbys, sum(event.fail_over for event in events))
    actions = Actions(
        target,
        _statements(events),
        await _consoles(events, target),
        await former_settings(target) if EventKind.READ_ONLY in kinds else None,
    )
    if EventKind.CUT_OVER in kinds:
        actions.group = await _group(target, move, sum(event.cut_over for event in events))
    for number, event in enumerate(events, 1):
        if event.kind == EventKind.COMMAND:
            words_of(event, f"events[{number}]")
    return actions


async def _group(target: EventTarget, move: Move | None, count: int) -> MovingGroup:
    """Return the group of tables whose clients a cut-over moves."""
    if count > 1:
        raise BadInput(
            "events: more than one cut_over", remedy="keep one: after it the tables are on the second server"
        )
    if move is None:
        raise TargetProblem(
            f"cut_over: no tables of {target.endpoint} are prepared to move",
            remedy="use it in a scenario, on the side of a server with moves_from (docs/events.md)",
        )
    (console,) = (await _found_consoles([EMBEDDED], target)).values()
    return MovingGroup.of(move, target, console)


def _statements(events: Sequence[EventPlan]) -> dict[int, tuple[str, ...]]:
    return {
        number: statements_of(event, f"events[{number}]")
        for number, event in enumerate(events, 1)
        if event.kind == EventKind.SQL
    }


def _require_own_server(event: EventPlan, target: EventTarget, where: str) -> None:
    """Raise for an event that stops a server which pgrehearse did not start, or whose clock would change."""
    if event.kind not in STOPPING:
        return
    if event.kind == EventKind.SCALE and target.cluster is None and target.resizable is not None:
        target.resizable.check_size(event.scale)
        return
    if target.cluster is None:
        raise TargetProblem(
            f"{where}: {target.endpoint} is not an embedded server: pgrehearse restarts, stops and signals only servers that it started",
            remedy=f"use an event with command for it: your own program, or that of its service, in the place of {event.kind}",
        )
    if event.kind in _RESTARTING and is_shifted(target.cluster):
        raise BadInput(
            f"{where}: the clock of the target is shifted (--clock production), and a restart would end that",
            remedy="replay with --clock target, or without this event",
        )


async def _require_scalable(events: Sequence[EventPlan], target: EventTarget) -> None:
    """Raise for a number of processors that this machine does not have, and for settings that the server does not have."""
    if target.cluster is None:
        return
    for event in events:
        processors_of(event.scale.get(CPUS, "1"))
    names = {name for event in events for name in event.scaled_settings}
    async with target.verified() as connection:
        unknown = await unknown_settings(connection, names)
    if unknown:
        raise BadInput(
            f"scale: {unknown[0]} is not a setting of {target.endpoint}",
            remedy="use a name of pg_settings, or cpus for the number of processors",
        )


async def _standby(target: EventTarget, standbys: Sequence[Endpoint], failovers: int) -> Cluster:
    """Return the embedded standby that receives its WAL from the target now."""
    primary = target.cluster
    if failovers > 1:
        raise BadInput("events: more than one fail_over", remedy="keep one: after it the target has no standby")
    for place in standbys:
        connection = await connect(place)
        try:
            facts = await read_facts(connection, place)
        finally:
            await connection.close()
        standby = embedded_server(place, facts)
        if primary is not None and standby is not None and facts.in_recovery:
            await require_streaming(primary, standby)
            return standby
    raise TargetProblem(
        f"fail_over: {target.endpoint} has no embedded standby",
        remedy="create the target with a standby, and name it: --standby DSN; in a scenario: standby = true",
    )


async def successor(expected: ExpectedIdentity, standby: Cluster) -> ExpectedIdentity:
    """Return the identity that connections of the replay may report: that of the target, or after the failover that of its standby."""
    connection = await connect(standby.endpoint())
    try:
        found = await expected_identity(connection, standby.name, adopted=False)
    finally:
        await connection.close()
    return replace(expected, successor=found.expected)


async def _consoles(events: Sequence[EventPlan], target: EventTarget) -> dict[str, Console]:
    """Return the admin consoles of the poolers that lead to the target."""
    names = {event.pause_pooler or event.resume_pooler for event in events} - {""}
    return await _found_consoles(sorted(names), target) if names else {}


async def _found_consoles(names: Sequence[str], target: EventTarget) -> dict[str, Console]:
    """Return the admin console of each DSN, whose pooler leads to the target."""
    async with target.verified() as connection:
        facts = await read_facts(connection, target.place())
    # A pooler lists a database of "*" while it is used.
    using = await connect(target.endpoint)
    try:
        return {
            name: await Console(_endpoint_of(name, target), facts.server_address, facts.server_port).found()
            for name in names
        }
    finally:
        await using.close()


def _endpoint_of(name: str, target: EventTarget) -> Endpoint:
    """Return the admin console of a DSN, or of the pooler that pgrehearse has started for the side."""
    if name != EMBEDDED:
        return Endpoint.parse(name)
    port = poolers.port_of(target.cluster) if target.cluster is not None else None
    if target.cluster is None or port is None:
        raise TargetProblem(
            f"{target.endpoint} has no pooler that pgrehearse has started",
            remedy='give the side a pooler (pooler = "transaction"), or write the DSN of the admin console',
        )
    return target.cluster.endpoint(poolers.CONSOLE).at(Place("127.0.0.1", port, "127.0.0.1"))
