"""A move is prepared: the tables are copied to the second server and follow the first one, and the replication back is ready."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass
from typing import Any

from pgrehearse.base.application_names import SCENARIO
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.logical import replication
from pgrehearse.targets.logical.copy_times import CopyTimes, copy_both_ways
from pgrehearse.targets.logical.move import BACK, FORWARD, Move
from pgrehearse.targets.logical.moved_tables import find_tables, require_settings
from pgrehearse.targets.logical.schema_copy import SchemaCopy, divide
from pgrehearse.targets.server_facts import connect
from pgrehearse.workload.placement import Placement

# The longest time until the second server has what was written during the copies.
_CATCH_UP_S = 600.0


@dataclass(frozen=True, slots=True)
class PreparedMove:
    """A *move* that can be cut over. *times*: of its copies; *foreign_keys*: between the group and other tables, which no server enforces
    after the move."""

    move: Move
    times: CopyTimes
    foreign_keys: tuple[str, ...] = ()

    def document(self) -> dict[str, Any]:
        """Return what an experiment records of it."""
        tables = [str(table) for table in self.move.tables]
        return {"tables": tables, **asdict(self.times), "foreign_keys": list(self.foreign_keys)}


async def prepare_move(
    first: Cluster, second: Cluster, database: str, placement: Placement, server: str
) -> PreparedMove:
    """Prepare the move of the tables that *placement* gives to *server*. The database of the second server is empty.

    Raises ``TargetProblem`` for servers and tables that logical replication cannot move.
    """
    source = await connect(first.endpoint(database), application=SCENARIO)
    try:
        await require_settings(source, first.name)
        tables = await find_tables(source, placement, server)
        target = await connect(second.endpoint(database), application=SCENARIO)
        try:
            await require_settings(target, second.name)
            move, divided = Move(first, second, database, tables), await divide(source, tables)
            schema = SchemaCopy(move, second.home, second.version)
            await asyncio.to_thread(schema.read, divided)
            times = await copy_both_ways(source, target, move, schema)
            await replication.publish(target, BACK, tables)
            await replication.subscribe(source, BACK, move.target, copy=False, enabled=False)
            async with asyncio.timeout(_CATCH_UP_S):
                await replication.until_confirmed(source, FORWARD, await replication.position(source))
        finally:
            await target.close()
    finally:
        await source.close()
    return PreparedMove(move, times, divided.names)
