"""How the data of the targets differs from the start of the replayed part: sequences, the moment of the data, and what is missing."""

from __future__ import annotations

from collections.abc import Callable

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.replay.plan.plan import Ids
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.runs.start_gap import DECLARED, NEWEST, StartGap
from pgrehearse.scenarios.preparing.preflight import Ready
from pgrehearse.targets import safety
from pgrehearse.targets.data_origin import read_origin
from pgrehearse.targets.server_facts import connect
from pgrehearse.targets.start_state import StartState, start_notes, start_state
from pgrehearse.targets.target import NO_ORIGIN, DataOrigin
from pgrehearse.workload.analysis.statements_between import statements_between
from pgrehearse.workload.read import Workload


def start_differences(
    workload: Workload, ready: Ready, data: DataOrigin, note: Callable[[str], None]
) -> tuple[list[str], StartGap]:
    """Return, and report by *note*, how the data of the targets differs from the start, and the gap of the plan's target.

    *data*: which state of production the target has, where it is not stored there. The data of a target that an earlier replay changed is of no moment of production.
    """
    if ready.proven.used:
        return [], StartGap()
    start_us = workload.manifest.window_start_us + ready.plan.from_us
    stored, newest_us = event_loop.run(_data_of_target(ready))
    gap = start_gap(workload, start_us, data if stored == NO_ORIGIN else stored, newest_us)
    notes = event_loop.run(_distances(ready, None if gap.known == DECLARED else start_us))
    # The newest commit of a database that the replay writes to has a note already.
    notes += filter(None, [gap.note()] if gap.known == DECLARED or not ready.spent else [])
    for one in notes:
        note(one)
    return notes, gap


def start_gap(workload: Workload, start_us: int, origin: DataOrigin, newest_us: int | None) -> StartGap:
    """Return the gap between a target's data and the start. *newest_us*: the data's newest commit (None: not known)."""
    known = DECLARED if origin.at_us else NEWEST if newest_us is not None else ""
    if not known:
        return StartGap(origin.how, origin.name)
    data_us = origin.at_us or newest_us or 0
    window_us, duration_us = workload.manifest.window_start_us, workload.manifest.duration_us
    first, last = (one - window_us for one in sorted((data_us, start_us)))
    statements, writes = statements_between(workload, first, last)
    whole = first >= 0 and last <= duration_us
    return StartGap(origin.how, origin.name, known, data_us, start_us - data_us, statements, writes, whole)


async def _data_of_target(ready: Ready) -> tuple[DataOrigin, int | None]:
    """Return the stored origin of the data of the plan's target, and its newest commit."""
    place = Passwords(ready.plan.routing.password_command).of(_place(ready))
    connection = await connect(place)
    try:
        return await read_origin(connection), (await start_state(connection, only=())).newest_us
    finally:
        await connection.close()


def _place(ready: Ready) -> Endpoint:
    return ready.plan.target.to(database=ready.proven.facts.database)


async def _distances(ready: Ready, start_us: int | None) -> list[str]:
    """Return notes about the differences between the start and the databases that the replay writes to. *start_us*: compared with their
    newest commits (None: not)."""
    notes = []
    for place, proven in ready.spent:
        connection = await connect(place)
        try:
            await safety.require_identity(connection, proven.expected_identity)
            state: StartState = await start_state(connection)
            differences = start_notes(state, start_us, own_ids=ready.plan.ids != Ids.PRODUCTION)
        finally:
            await connection.close()
        notes += [f"{proven.facts.database}: {note}" for note in differences]
    return notes
