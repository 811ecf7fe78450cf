"""`pgrehearse state`, and the end state of a run: the state of databases in a directory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import asyncpg

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure, TargetProblem
from pgrehearse.base.progress import SILENT, Stages
from pgrehearse.base.server_identity import ExpectedIdentity, place_of
from pgrehearse.base.units import size
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.runs.state.read import OF_A_RUN, State
from pgrehearse.runs.state.write import writing
from pgrehearse.scenarios.preparing.preflight import Ready, primaries
from pgrehearse.targets.safety import require_identity
from pgrehearse.targets.server_facts import connect
from pgrehearse.targets.state.options import StateOptions
from pgrehearse.targets.state.session import Session
from pgrehearse.targets.state.take import take_state
from pgrehearse.workload.read import Workload

# The end state of a scenario is taken without being requested from databases of at most so many bytes (docs/scenarios.md).
SMALL = 1 << 30
# A note names so many tables.
_NAMED = 3
_SIZE = "select pg_catalog.pg_database_size(pg_catalog.current_database())"


def state_of_server(
    endpoint: Endpoint, output: Path, options: StateOptions, *, force: bool, stages: Stages = SILENT
) -> State:
    """Read the state of a server's databases into *output*. Raises ``TargetProblem`` if one cannot be read."""
    databases = options.databases or ("",)
    sessions = [
        Session(endpoint.to(database=name) if name else endpoint, options.max_seconds)
        for name in dict.fromkeys(databases)
    ]
    with writing(output, force=force) as writer:
        event_loop.run(take_state(sessions, options, writer, stages))
    return State.open(output)


def state_if_small(endpoint: Endpoint, output: Path, stages: Stages) -> Path | None:
    """Read the state of a database of at most ``SMALL`` bytes; return its path (None: the database is larger)."""
    if event_loop.run(_bytes([endpoint])) > SMALL:
        return None
    return state_of_server(endpoint, output, StateOptions(), force=True, stages=stages).path


@dataclass(frozen=True, slots=True)
class EndState:
    """How to take the end state of a run. *most_bytes*: not of larger databases (0: of any)."""

    options: StateOptions = field(default_factory=StateOptions)
    most_bytes: int = 0


def state_of_run(workload: Workload, ready: Ready, run: Path, wanted: EndState, stages: Stages) -> list[str]:
    """Store the state of a run's databases with the run; return notes on what was not read."""
    places = _places(workload, ready)
    names = [place.database for place in places]
    if len(set(names)) < len(names):
        return ["no end state: several targets have a database of the same name"]
    try:
        if wanted.most_bytes and (total := event_loop.run(_bytes(places))) > wanted.most_bytes:
            return [
                f"no end state: the databases have {size(total)}, and more than {size(wanted.most_bytes)} is read only on request"
            ]
        sessions = [
            Session(place, wanted.options.max_seconds, partial(require_identity, expected=expected))
            for place, expected in places.items()
        ]
        with writing(run / OF_A_RUN, force=True) as writer:
            event_loop.run(take_state(sessions, wanted.options, writer, stages))
        return _unread(State.open(run / OF_A_RUN))
    except (TargetProblem, HarnessFailure, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        return [f"no end state: {error}"]


def _unread(state: State) -> list[str]:
    """Return a note on the tables that were not read (empty: all were)."""
    unread = state.tables().drop_nulls("unavailable").select("name", "unavailable").rows()
    if not unread:
        return []
    more = f"; and {len(unread) - _NAMED:,} more" if len(unread) > _NAMED else ""
    return ["not in the end state: " + "; ".join(f"{name}: {why}" for name, why in unread[:_NAMED]) + more]


def _places(workload: Workload, ready: Ready) -> dict[Endpoint, ExpectedIdentity]:
    """Return the databases of a replay with the identity that each has to return."""
    passwords = Passwords(ready.plan.routing.password_command)
    return {
        passwords.of(place): ready.expected_identities[place_of(place)]
        for server, databases in primaries(workload, ready.plan).items()
        for place in (server.to(database=name) for name in sorted(databases))
    }


async def _bytes(places: Iterable[Endpoint]) -> int:
    """Return the size of all databases together."""
    total = 0
    for place in places:
        connection = await connect(place)
        try:
            total += int(await connection.fetchval(_SIZE))
        finally:
            await connection.close()
    return total
