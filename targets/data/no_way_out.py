"""A server that pgrehearse creates with production's data: its outbound paths are closed in every database before it is used."""

from __future__ import annotations

from pgrehearse.base.application_names import SCENARIO
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.external_access import disarm, outbound_paths, without_allowed
from pgrehearse.targets.server_facts import connect

_DATABASES = "select datname::text from pg_catalog.pg_database where datallowconn and not datistemplate order by 1"


async def close_outbound_paths(server: Endpoint, allowed: frozenset[str]) -> list[str]:
    """Close the outbound paths of all databases, except those that are *allowed* by name; return the statements that closed them.

    Raises ``TargetProblem`` for a path that cannot be closed.
    """
    connection = await connect(server, application=SCENARIO)
    try:
        names = [str(row[0]) for row in await connection.fetch(_DATABASES)]
    finally:
        await connection.close()
    places = [server.to(database=name) for name in names]
    closed = [statement for place in places for statement in await _close(place, allowed)]
    # A path of one database may be visible in another one: all are closed before any is checked.
    for place in places:
        await _require_closed(place, allowed)
    return closed


async def _close(database: Endpoint, allowed: frozenset[str]) -> list[str]:
    connection = await connect(database, application=SCENARIO)
    try:
        return await disarm(connection, without_allowed(await outbound_paths(connection, managed=False), allowed))
    finally:
        await connection.close()


async def _require_closed(database: Endpoint, allowed: frozenset[str]) -> None:
    connection = await connect(database, application=SCENARIO)
    try:
        left = without_allowed(await outbound_paths(connection, managed=False), allowed)
    finally:
        await connection.close()
    if left:
        names = ", ".join(f'"{name}"' for name in sorted({path.name for path in left}))
        raise TargetProblem(
            f"database {database.database} has outbound paths that cannot be closed: {'; '.join(map(str, left))}",
            remedy=f"accept them in the target's file: allow = [{names}]",
        )
