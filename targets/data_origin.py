"""Which state of production a database's data is: stored in the database itself, in the schema ``pgrehearse``, by who restored it.

A mark that is written again keeps it, and ``targets release`` removes it.
"""

from __future__ import annotations

import asyncpg

from pgrehearse.targets.target import DataOrigin

_WRITE = """
create table if not exists pgrehearse.data_origin (
  one boolean primary key default true check (one), how text not null, name text not null, as_of_us bigint not null
);
grant select on pgrehearse.data_origin to public
"""


async def write_origin(connection: asyncpg.Connection, origin: DataOrigin) -> None:
    """Store the origin of a database that has a mark; the caller has verified the database."""
    async with connection.transaction():
        await connection.execute(_WRITE)
        await connection.execute("delete from pgrehearse.data_origin")
        await connection.execute(
            "insert into pgrehearse.data_origin (how, name, as_of_us) values ($1, $2, $3)",
            origin.how,
            origin.name,
            origin.at_us,
        )


async def read_origin(connection: asyncpg.Connection) -> DataOrigin:
    """Return the stored origin of a database (an empty one: none is stored, or this role may not read it)."""
    try:
        if not await connection.fetchval("select pg_catalog.to_regclass('pgrehearse.data_origin') is not null"):
            return DataOrigin()
        row = await connection.fetchrow("select how, name, as_of_us from pgrehearse.data_origin")
    except asyncpg.PostgresError:
        return DataOrigin()
    return DataOrigin(row["how"], row["name"], row["as_of_us"]) if row is not None else DataOrigin()
