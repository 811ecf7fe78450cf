"""What a side changes before its replay: the statements of ``after``, then its migration files."""

from __future__ import annotations

import asyncpg

from pgrehearse.base.application_names import SCENARIO
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.scenarios.migration.execution import execute_script
from pgrehearse.scenarios.migration.record import MigrationRecord
from pgrehearse.scenarios.migration.script import read_script
from pgrehearse.scenarios.preparing.created_targets import require_created
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.targets import safety
from pgrehearse.targets.denied_hosts import refuse_denied
from pgrehearse.targets.server_facts import connect
from pgrehearse.workload.source import Source as CapturedSource


async def change_embedded(endpoint: Endpoint, side: Side) -> tuple[MigrationRecord, ...]:
    """Execute the changes of a side on an embedded server of the scenario."""
    connection = await connect(endpoint, application=SCENARIO)
    try:
        return await _executed(connection, endpoint, side)
    finally:
        await connection.close()


async def change(
    endpoint: Endpoint, side: Side, production: CapturedSource | None, denied: tuple[str, ...] = (), *, dirty: bool
) -> tuple[MigrationRecord, ...]:
    """Execute the changes of a side on a server that pgrehearse did not start, after it was verified on the same connection.

    *denied*: patterns of hosts that are never a target; *dirty*: an earlier replay may have used the server.
    """
    refuse_denied(endpoint, denied)
    connection = await connect(endpoint, application=SCENARIO)
    try:
        proof = await safety.check_connection(connection, endpoint, production)
        safety.require_rehearsal(proof, endpoint, dirty=dirty)
        await require_created(endpoint, production)
        return await _executed(connection, endpoint, side)
    finally:
        await connection.close()


async def _executed(connection: asyncpg.Connection, endpoint: Endpoint, side: Side) -> tuple[MigrationRecord, ...]:
    try:
        for statement in side.after:
            await connection.execute(statement)
    except asyncpg.PostgresError as error:
        raise TargetProblem(
            f"{endpoint}: {statement!r} failed: {error}", remedy="correct `after` in the scenario"
        ) from None
    if not side.migrations:
        return ()
    watcher = await connect(endpoint, application=SCENARIO)
    try:
        scripts = [read_script(path) for path in side.migrations]
        return tuple([await execute_script(connection, watcher, endpoint, script) for script in scripts])
    finally:
        await watcher.close()
