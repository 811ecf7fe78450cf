"""Asks a server for the facts about itself (``base/server_facts``): version, address, data directory."""

from __future__ import annotations

import asyncpg

from pgrehearse.base import postgres
from pgrehearse.base.application_names import PREFLIGHT
from pgrehearse.base.clock import monotonic_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.server_facts import ServerFacts
from pgrehearse.workload.source import Source

APPLICATION = PREFLIGHT
# The prefixes of settings that only managed services have.
_MANAGED = ("rds.", "cloudsql.", "azure.", "alloydb.")
_MAY_CALL = "select coalesce(pg_catalog.has_function_privilege(pg_catalog.to_regprocedure($1)::pg_catalog.oid, 'execute'), false)"
# For a role without permission the view has no row; SHOW raises.
_DIRECTORY = "select setting from pg_catalog.pg_settings where name = 'data_directory'"
_TIMELINE = (
    "select case when pg_catalog.pg_is_in_recovery() then (select timeline_id from pg_catalog.pg_control_checkpoint()) "
    "else ('x' || pg_catalog.substr(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_lsn()), 1, 8))::bit(32)::integer end"
)


async def connect(endpoint: Endpoint, *, application: str = APPLICATION) -> asyncpg.Connection:
    """Connect. Raises ``TargetProblem`` (exit 4). Behind a pooler a named statement may belong to another client: none is used."""
    return await postgres.connect(endpoint, application=application, statement_cache_size=0)


async def round_trip_us(endpoint: Endpoint, *, trips: int = 20) -> int:
    """Return the round trip time of the smallest query: the median of *trips*."""
    connection = await connect(endpoint)
    try:
        durations_us = []
        for _ in range(trips):
            start_us = monotonic_us()
            await connection.execute("select 1")
            durations_us.append(monotonic_us() - start_us)
    finally:
        await connection.close()
    return sorted(durations_us)[len(durations_us) // 2]


async def login_roles(endpoint: Endpoint) -> tuple[str, ...]:
    """Return the names of the roles that may log in."""
    connection = await connect(endpoint)
    try:
        rows = await connection.fetch("select rolname from pg_catalog.pg_roles where rolcanlogin order by rolname")
    finally:
        await connection.close()
    return tuple(str(row[0]) for row in rows)


async def takes_options(endpoint: Endpoint) -> bool:
    """Return whether a server accepts settings in ``options`` at a session's start (a pooler in front of it may refuse them)."""
    settings = {"options": "-c application_name=pgrehearse\\ preflight"}
    try:
        connection = await postgres.connect(
            endpoint, application=APPLICATION, statement_cache_size=0, settings=settings
        )
    except postgres.OptionsRefused:
        return False
    await connection.close()
    return True


async def keeps_read_only(endpoint: Endpoint) -> bool:
    """Return whether a session with ``default_transaction_read_only=on`` in its ``options`` is read-only: a pooler may drop them silently."""
    settings = {"options": "-c default_transaction_read_only=on"}
    connection = await postgres.connect(endpoint, application=APPLICATION, statement_cache_size=0, settings=settings)
    try:
        return bool(await connection.fetchval("show default_transaction_read_only") == "on")
    finally:
        await connection.close()


async def read_facts(connection: asyncpg.Connection, endpoint: Endpoint) -> ServerFacts:
    """Read the facts of the connected server."""
    managed = await _managed(connection)
    receiver = await read_value(
        connection,
        "select coalesce(sender_host, '') || ':' || coalesce(sender_port::text, '') from pg_stat_wal_receiver",
    )
    subscription = await read_value(
        connection,
        "select 'subscription ' || subname from pg_catalog.pg_subscription where subenabled order by subname limit 1",
    )
    return ServerFacts(
        host=endpoint.host,
        port=endpoint.port,
        version=str(await connection.fetchval("show server_version")),
        version_num=int(await connection.fetchval("show server_version_num")),
        data_directory="" if managed else await read_value(connection, _DIRECTORY),
        system_identifier=await read_value(
            connection, "select system_identifier::text from pg_control_system()", "pg_control_system()"
        ),
        postmaster_start=await read_value(connection, "select pg_postmaster_start_time()::timestamptz(6)::text"),
        in_recovery=bool(await connection.fetchval("select pg_is_in_recovery()")),
        receives_from=receiver or subscription,
        user=str(await connection.fetchval("select current_user")),
        database=str(await connection.fetchval("select current_database()")),
        postmaster_start_us=await _number(
            connection, "select (extract(epoch from pg_catalog.pg_postmaster_start_time()) * 1000000)::bigint"
        ),
        server_address=await read_value(connection, "select pg_catalog.host(pg_catalog.inet_server_addr())"),
        server_port=await _number(connection, "select pg_catalog.inet_server_port()"),
        timeline=await _number(connection, _TIMELINE, "pg_control_checkpoint()"),
        directory_changed_us=await _number(
            connection,
            "select (extract(epoch from change) * 1000000)::bigint from pg_catalog.pg_stat_file('PG_VERSION')",
            "pg_stat_file(text)",
        ),
        managed=managed,
    )


async def _managed(connection: asyncpg.Connection) -> str:
    """Return the prefix of the settings that only a managed service has ("": the server is not managed)."""
    rows = await connection.fetch(
        "select distinct pg_catalog.split_part(name, '.', 1) || '.' from pg_catalog.pg_settings"
    )
    return next((prefix for prefix in _MANAGED if prefix in {str(row[0]) for row in rows}), "")


async def _number(connection: asyncpg.Connection, query: str, function: str = "") -> int:
    """Return one integer, or 0 where the role may not read it."""
    return int(await read_value(connection, query, function) or 0)


async def read_value(connection: asyncpg.Connection, query: str, function: str = "") -> str:
    """Return one value as text, or "" where the server refuses the query.

    *function*: a function of pg_catalog that the query calls. For a role that may not call it the query is not sent, so that
    production logs no error.
    """
    try:
        if function and not await connection.fetchval(_MAY_CALL, f"pg_catalog.{function}"):
            return ""
        value = await connection.fetchval(query)
    except asyncpg.PostgresError:
        return ""
    return "" if value is None else str(value)


async def server_facts(endpoint: Endpoint) -> ServerFacts:
    """Connect to a server and read its facts."""
    connection = await connect(endpoint)
    try:
        return await read_facts(connection, endpoint)
    finally:
        await connection.close()


async def read_source(endpoint: Endpoint) -> Source:
    """Return the source in a workload's manifest: the server's facts and its logging settings."""
    connection = await connect(endpoint)
    try:
        facts = await read_facts(connection, endpoint)
        rows = await connection.fetch(
            "select name, setting from pg_settings where name like 'log\\_%' or name = 'lc_messages' order by name"
        )
    finally:
        await connection.close()
    return Source(**facts.document(), logging={str(row["name"]): str(row["setting"]) for row in rows})
