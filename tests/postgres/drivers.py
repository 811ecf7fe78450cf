"""One query by each driver: asyncpg, as the tool itself connects, and libpq, as replayed sessions do."""

from __future__ import annotations

import psycopg
from psycopg.conninfo import make_conninfo

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.postgres import connect


def by_asyncpg(endpoint: Endpoint, sql: str = "select 1") -> object:
    """Return the first value of a query by asyncpg."""

    async def run() -> object:
        connection = await connect(endpoint, application="pgrehearse test", statement_cache_size=0)
        try:
            return await connection.fetchval(sql)
        finally:
            await connection.close()

    return event_loop.run(run())


def by_libpq(endpoint: Endpoint, sql: str = "select 1") -> object:
    """Return the first value of a query by libpq."""
    with psycopg.connect(make_conninfo("", **endpoint.libpq())) as connection:
        row = connection.execute(sql.encode()).fetchone()
        return row[0] if row else None
