"""The target of a replay as its events use it: every connection of an event verifies the database before it sends anything else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg

from pgrehearse.base.application_names import EVENTS
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.targets import safety
from pgrehearse.targets.denied_hosts import refuse_denied
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.server_facts import connect
from pgrehearse.targets.target import Resizable
from pgrehearse.workload.source import Source


@dataclass(slots=True)
class EventTarget:
    """*endpoint*: of the target, with its password; *databases*: those that the replay writes to; *source*: production, which is refused;
    *cluster*: the embedded server (None: pgrehearse did not start the server), after a failover the new primary; *standby*: the embedded
    standby of it (None: there is none); *resizable*: the target, if pgrehearse created it in a form whose size it can change;
    *denied*: patterns of hosts that are never a target; *replicates*: whether pgrehearse itself replicates tables between this server and
    another one of a rehearsal."""

    endpoint: Endpoint
    databases: tuple[str, ...] = ()
    source: Source | None = None
    cluster: Cluster | None = None
    standby: Cluster | None = None
    resizable: Resizable | None = None
    denied: tuple[str, ...] = ()
    replicates: bool = False

    def place(self, database: str = "") -> Endpoint:
        """Return the database of an event ("": the target's own). An embedded server is reached past a pooler in front of it."""
        name = database or self.endpoint.database
        if self.cluster is None:
            return self.endpoint.to(database=name)
        return self.cluster.endpoint(name, self.endpoint.user or "postgres")

    @asynccontextmanager
    async def verified(self, database: str = "") -> AsyncIterator[asyncpg.Connection]:
        """Connect, and verify on this connection that the database is a rehearsal database. Raises ``TargetProblem`` for any other."""
        place = self.place(database)
        refuse_denied(place, self.denied)
        connection = await connect(place, application=EVENTS)
        try:
            allowed = frozenset({"subscription"}) if self.replicates else frozenset()
            proof = await safety.check_connection(connection, place, self.source, allowed=allowed)
            # This replay itself has used the target: ``preflight`` refuses a target that another one used.
            safety.require_rehearsal(proof, place, dirty=True)
            await connection.execute("set session characteristics as transaction read write")
            yield connection
        finally:
            connection.terminate()
