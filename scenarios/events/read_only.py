"""The event ``read_only``: transactions are read-only by default for a while, and the setting is put back.

On an embedded server the setting is that of the server, and a reload applies it to the sessions that exist: transactions that run are
completed, later ones are read-only. On another server only databases that were verified may be changed: the setting is that of these
databases, and their sessions are ended, because a session reads it when it starts (ALTER DATABASE in PostgreSQL's manual).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import asyncpg

from pgrehearse.base.application_names import OURS
from pgrehearse.scenarios.events.target import EventTarget

_NAME = "default_transaction_read_only"
_OF_SERVER = f"""
select setting from pg_catalog.pg_file_settings
where name = '{_NAME}' and pg_catalog.right(sourcefile, 20) = 'postgresql.auto.conf'
"""  # noqa: S608 (a constant name)
_OF_DATABASE = f"""
select pg_catalog.split_part(setting, '=', 2)
from pg_catalog.pg_db_role_setting as s
join pg_catalog.pg_database as d on d.oid = s.setdatabase
cross join lateral pg_catalog.unnest(s.setconfig) as setting
where d.datname = pg_catalog.current_database() and s.setrole = 0 and pg_catalog.starts_with(setting, '{_NAME}=')
"""  # noqa: S608 (a constant name)
_END_SESSIONS = """
select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity
where datname = pg_catalog.current_database() and pid <> pg_catalog.pg_backend_pid() and backend_type = 'client backend'
  and application_name <> all ($1::text[])
"""


@dataclass(frozen=True, slots=True)
class FormerSettings:
    """The setting before the event, by database; "" as a database: the server's. None: it was not set there."""

    values: Mapping[str, str | None]


async def former_settings(target: EventTarget) -> FormerSettings:
    """Read what has to be put back."""
    if target.cluster is not None:
        async with target.verified() as connection:
            return FormerSettings({"": await connection.fetchval(_OF_SERVER)})
    values = {}
    for database in _databases(target):
        async with target.verified(database) as connection:
            values[database] = await connection.fetchval(_OF_DATABASE)
    return FormerSettings(values)


async def set_read_only(target: EventTarget, former: FormerSettings) -> None:
    """Make transactions read-only by default."""
    await _set(target, dict.fromkeys(former.values, "on"))


async def put_back_setting(target: EventTarget, former: FormerSettings) -> None:
    """Put the setting back as it was before the event."""
    await _set(target, former.values)


def _databases(target: EventTarget) -> tuple[str, ...]:
    return target.databases or (target.endpoint.database,)


async def _set(target: EventTarget, values: Mapping[str, str | None]) -> None:
    for database, value in values.items():
        async with target.verified(database) as connection:
            if database:
                await _set_of_database(connection, value)
            else:
                await _set_of_server(connection, value)


async def _set_of_server(connection: asyncpg.Connection, value: str | None) -> None:
    if value is None:
        await connection.execute(f"alter system reset {_NAME}")
    else:
        statement = "select pg_catalog.format('alter system set %I = %L', $1::text, $2::text)"
        await connection.execute(await connection.fetchval(statement, _NAME, value))
    await connection.execute("select pg_catalog.pg_reload_conf()")


async def _set_of_database(connection: asyncpg.Connection, value: str | None) -> None:
    if value is None:
        statement = "select pg_catalog.format('alter database %I reset %I', pg_catalog.current_database(), $1::text)"
        await connection.execute(await connection.fetchval(statement, _NAME))
    else:
        statement = "select pg_catalog.format('alter database %I set %I = %L', pg_catalog.current_database(), $1::text, $2::text)"
        await connection.execute(await connection.fetchval(statement, _NAME, value))
    await connection.fetch(_END_SESSIONS, sorted(OURS))
