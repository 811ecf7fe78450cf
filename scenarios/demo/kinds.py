"""The kinds of the demo's traffic: the roles of its sessions, and the data that it has in addition (``[production.application] kind``)."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.scenarios.demo import queue, session_state, traffic, workspaces
from pgrehearse.scenarios.demo.database import DATABASE, Counts
from pgrehearse.scenarios.demo.stage import Actor, Stage
from pgrehearse.scenarios.file.scenario_model import Application


@dataclass(frozen=True, slots=True)
class Kind:
    """*roles*: how many of thirty sessions have each role; *actors*: what a session of a role does; *script*: a SQL script of the
    application that is executed after the others ("": none)."""

    roles: dict[str, int]
    actors: dict[str, Actor]
    script: str = ""


KINDS: dict[str, Kind] = {
    "videos": Kind(traffic.ROLES, traffic.ACTORS),
    "queue": Kind(queue.ROLES, traffic.ACTORS | queue.ACTORS),
    "session-state": Kind(session_state.ROLES, traffic.ACTORS | session_state.ACTORS),
    "workspaces": Kind(workspaces.ROLES, workspaces.ACTORS, script="workspaces"),
}


async def play(server: Endpoint, application: Application) -> None:
    """Run the application: about as many concurrent sessions as it has, for its number of seconds."""
    now = asyncio.get_running_loop().time()
    stage = Stage(server.to(database=DATABASE), Counts.at(application.scale), now, application.seconds)
    kind = KINDS[application.kind]
    async with asyncio.TaskGroup() as group:
        for number, role in enumerate(roles(application.sessions, kind.roles)):
            chance = random.Random(f"{application.seed}:{number}")
            group.create_task(kind.actors[role](stage, chance, number))


def roles(sessions: int, shares: dict[str, int]) -> list[str]:
    """Return the role of each session, in the proportions of *shares* (every role at least once)."""
    total = sum(shares.values())
    names = [name for name, share in shares.items() for _ in range(max(1, round(sessions * share / total)))]
    while len(names) > max(sessions, len(shares)):
        names.remove(max(shares, key=names.count))
    return names
