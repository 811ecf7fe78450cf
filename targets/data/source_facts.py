"""What a running server shows about itself before it is copied: read-only, with limits on time and on waiting for locks."""

from __future__ import annotations

from dataclasses import dataclass, replace

import asyncpg

from pgrehearse.base.application_names import PREFLIGHT
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.postgres import connect
from pgrehearse.base.sql_files import sql_text

_PACKAGE = "pgrehearse.targets"
# Also for pg_dump: a lock that another session holds or awaits ends the copy, and not the work of production.
BOUNDS = "-c default_transaction_read_only=on -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"
_READING = f"{BOUNDS} -c statement_timeout=15s"
# The columns of pg_database by version: collations have versions since 15, and providers for databases.
_DATABASES = """
select d.datname::text as name, d.datcollate::text as locale, {collation} as collation_version, {provider} as icu,
  case when pg_catalog.has_database_privilege(d.oid, 'connect') then pg_catalog.pg_database_size(d.oid) else 0 end as bytes
from pg_catalog.pg_database as d
where d.datallowconn and not d.datistemplate and pg_catalog.has_database_privilege(d.oid, 'connect') and d.datname <> all ($1::text[])
order by 1
"""
# Databases that only a managed service itself may use.
_OF_PROVIDERS = ["rdsadmin", "cloudsqladmin", "azure_maintenance", "azure_sys", "alloydbadmin"]


@dataclass(frozen=True, slots=True)
class SourceDatabase:
    """One database. *collation_version*: of its locale in the operating system ("": none or not known)."""

    name: str
    locale: str
    collation_version: str
    icu: bool
    bytes: int
    extensions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A running server. *superuser*: the role that created the cluster; *settings*: those that a copy has to have too."""

    version: int
    may_replicate: bool
    superuser: str
    wal_level: str
    free_senders: int
    has_tablespaces: bool
    libraries: tuple[str, ...]
    max_prepared_transactions: str
    managed: str
    databases: tuple[SourceDatabase, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()

    @property
    def bytes(self) -> int:
        """The size of all databases."""
        return sum(database.bytes for database in self.databases)


async def read_source_facts(endpoint: Endpoint) -> SourceFacts:
    """Read the facts of a server and of its databases. Raises ``TargetProblem``; nothing is changed."""
    connection = await connect(endpoint, application=PREFLIGHT, settings={"options": _READING})
    try:
        row = await connection.fetchrow(sql_text(_PACKAGE, "copied_server"))
        settings = await connection.fetch(sql_text(_PACKAGE, "copied_settings"))
        databases = await _databases(connection, int(row["version"]) if row is not None else 0)
    except asyncpg.PostgresError as error:
        raise _unreadable(endpoint, error) from None
    finally:
        await connection.close()
    if row is None:
        raise TargetProblem(
            f"{endpoint}: the server returned no facts", remedy="check that the DSN leads to PostgreSQL"
        )
    facts = dict(row)
    facts["libraries"] = tuple(filter(None, (name.strip().strip('"') for name in facts["libraries"].split(","))))
    complete = [await _with_extensions(endpoint, database) for database in databases]
    return SourceFacts(
        **facts, databases=tuple(complete), settings=tuple((one["name"], one["value"]) for one in settings)
    )


async def _databases(connection: asyncpg.Connection, version: int) -> list[SourceDatabase]:
    collation = "coalesce(d.datcollversion, '')::text" if version >= 15 else "''"
    provider = "d.datlocprovider = 'i'" if version >= 15 else "false"
    rows = await connection.fetch(_DATABASES.format(collation=collation, provider=provider), _OF_PROVIDERS)
    return [SourceDatabase(**dict(row)) for row in rows]


async def _with_extensions(endpoint: Endpoint, database: SourceDatabase) -> SourceDatabase:
    place = endpoint.to(database=database.name)
    connection = await connect(place, application=PREFLIGHT, settings={"options": _READING})
    try:
        row = await connection.fetchrow(sql_text(_PACKAGE, "copied_database"))
    except asyncpg.PostgresError as error:
        raise _unreadable(place, error) from None
    finally:
        await connection.close()
    extensions, uses_icu = (tuple(row["extensions"]), bool(row["uses_icu"])) if row is not None else ((), False)
    return replace(database, extensions=extensions, icu=database.icu or uses_icu)


def _unreadable(endpoint: Endpoint, error: asyncpg.PostgresError) -> TargetProblem:
    return TargetProblem(
        f"{endpoint}: its catalog cannot be read: {error}",
        remedy="connect as a role that may read it (pg_monitor), or make a dump and use it",
    )
