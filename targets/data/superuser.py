"""The role ``postgres`` of an embedded server: it exists and is a superuser, whatever roles the data has."""

from __future__ import annotations

import asyncpg

from pgrehearse.base.application_names import SCENARIO
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.embedded.cluster import SUPERUSER
from pgrehearse.targets.server_facts import connect


async def ensure_superuser(server: Endpoint) -> None:
    """Create the role ``postgres``, or make it a superuser that may log in; *server*: its superuser."""
    connection = await connect(server, application=SCENARIO)
    try:
        exists = await connection.fetchval("select true from pg_catalog.pg_roles where rolname = $1", SUPERUSER)
        await connection.execute(f"{'alter' if exists else 'create'} role {SUPERUSER} superuser login replication")
    except asyncpg.PostgresError as error:
        raise TargetProblem(
            f"{server}: the role {SUPERUSER} cannot be made a superuser: {error}",
            remedy="set superuser in the target's file: the role that created the cluster",
        ) from None
    finally:
        await connection.close()
