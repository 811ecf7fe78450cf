"""The setting of pg_cron is an outbound path only where pg_cron may be loaded."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from pgrehearse.targets.external_access import OutboundPath, outbound_paths
from pgrehearse.targets.server_facts import connect
from tests.conftest import new_database, superuser

if TYPE_CHECKING:
    from pgrehearse.base.endpoint import Endpoint
    from pgrehearse.targets.embedded.cluster import Cluster


def open_paths(endpoint: Endpoint) -> list[OutboundPath]:
    async def read() -> list[OutboundPath]:
        connection = await connect(endpoint)
        try:
            return await outbound_paths(connection, managed=True)
        finally:
            await connection.close()

    return asyncio.run(read())


def test_the_setting_of_cron_is_no_job_where_pg_cron_is_not_loaded(pg16: Cluster) -> None:
    """RDS sets it always. A role that may not see the loaded libraries cannot exclude a job."""
    new_database(pg16, "scheduled", "alter database scheduled set cron.database_name = 'postgres'")
    with superuser(pg16) as connection:
        connection.execute("drop role if exists blind; create role blind login")
    try:
        assert open_paths(pg16.endpoint("scheduled")) == []
        (path,) = open_paths(pg16.endpoint("scheduled", "blind"))
        assert (path.name, path.object) == ("cron", "jobs of database postgres")
    finally:
        with superuser(pg16) as connection:
            connection.execute("drop role blind")
