"""The mark that makes somebody's database a rehearsal: a table of ours in it, made by ``targets adopt``.

The mark is in the database and dies with it: a restored copy of production carries none, and a copy of a marked
rehearsal is told by its postmaster and host. *spent_at* says that a replay with writes has been through.
"""

from __future__ import annotations

from dataclasses import dataclass

import asyncpg

_CREATE = """
create schema if not exists pgrehearse;
create table if not exists pgrehearse.rehearsal (
  one boolean primary key default true check (one),
  adopted_at timestamptz not null default now(),
  adopted_by text not null default current_user,
  system_identifier text not null,
  spent_at timestamptz,
  workload text
);
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a marked database says of itself."""

    adopted_at: str
    system_identifier: str
    spent_at: str
    workload: str


async def read_mark(connection: asyncpg.Connection) -> Mark | None:
    """Return a database's mark, or None."""
    try:
        row = await connection.fetchrow(
            "select adopted_at::text, system_identifier, coalesce(spent_at::text, ''), coalesce(workload, '') from pgrehearse.rehearsal"
        )
    except (asyncpg.UndefinedTableError, asyncpg.InvalidSchemaNameError):
        return None
    return None if row is None else Mark(*row)


async def write_mark(connection: asyncpg.Connection, system_identifier: str) -> None:
    """Mark the connected database as a fresh rehearsal."""
    async with connection.transaction():
        await connection.execute(_CREATE)
        await connection.execute(
            "insert into pgrehearse.rehearsal (system_identifier) values ($1) on conflict (one) do update "
            "set adopted_at = now(), adopted_by = current_user, system_identifier = $1, spent_at = null, workload = null",
            system_identifier,
        )


async def spend_mark(connection: asyncpg.Connection, digest: str) -> None:
    """Note in the mark that a replay with writes went through."""
    await connection.execute("update pgrehearse.rehearsal set spent_at = now(), workload = $1", digest)


async def others(connection: asyncpg.Connection) -> list[str]:
    """Return client sessions on the server that are not ours, as ``user@database application``."""
    rows = await connection.fetch(
        "select coalesce(usename, '?') || '@' || coalesce(datname, '?') || ' ' || coalesce(nullif(application_name, ''), '(no name)') "
        "from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() "
        "and application_name not like 'pgrehearse %' order by 1"
    )
    return [str(row[0]) for row in rows]
