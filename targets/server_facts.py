"""Who a server is, asked of itself: what safety and manifests need to know."""

from __future__ import annotations

import asyncpg

from pgrehearse.base import postgres
from pgrehearse.base.application_names import PREFLIGHT
from pgrehearse.base.clock import monotonic_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.server_facts import Facts
from pgrehearse.workload.source import Source

APPLICATION = PREFLIGHT
# The prefixes of settings that only a managed service has.
_MANAGED = ("rds.", "cloudsql.", "azure.", "alloydb.")
_MAY_CALL = "select coalesce(pg_catalog.has_function_privilege(pg_catalog.to_regprocedure($1)::pg_catalog.oid, 'execute'), false)"
# The view hides what a role may not see, where SHOW raises.
_DIRECTORY = "select setting from pg_catalog.pg_settings where name = 'data_directory'"
_TIMELINE = (
    "select case when pg_catalog.pg_is_in_recovery() then (select timeline_id from pg_catalog.pg_control_checkpoint()) "
    "else ('x' || pg_catalog.substr(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_lsn()), 1, 8))::bit(32)::integer end"
)


async def connect(endpoint: Endpoint, *, application: str = APPLICATION) -> asyncpg.Connection:
    """Connect, or say in one sentence why not (exit 4). Behind a pooler a named statement may be another client's: there are none."""
    return await postgres.connect(endpoint, application=application, statement_cache_size=0)


async def round_trip_us(endpoint: Endpoint, *, trips: int = 20) -> int:
    """Return how long the smallest question takes to a server and back: the median of some."""
    connection = await connect(endpoint)
    try:
        taken = []
        for _ in range(trips):
            began = monotonic_us()
            await connection.execute("select 1")
            taken.append(monotonic_us() - began)
    finally:
        await connection.close()
    return sorted(taken)[len(taken) // 2]


async def takes_options(endpoint: Endpoint) -> bool:
    """Say whether a server takes settings in ``options`` as a session starts (a pooler in front of it may not)."""
    asked = {"options": "-c application_name=pgrehearse\\ preflight"}
    try:
        connection = await postgres.connect(endpoint, application=APPLICATION, statement_cache_size=0, settings=asked)
    except postgres.OptionsRefused:
        return False
    await connection.close()
    return True


async def keeps_read_only(endpoint: Endpoint) -> bool:
    """Say whether a session that asks in its ``options`` to be read-only is: a pooler may drop them silently."""
    asked = {"options": "-c default_transaction_read_only=on"}
    connection = await postgres.connect(endpoint, application=APPLICATION, statement_cache_size=0, settings=asked)
    try:
        return bool(await connection.fetchval("show default_transaction_read_only") == "on")
    finally:
        await connection.close()


async def facts(connection: asyncpg.Connection, endpoint: Endpoint) -> Facts:
    """Ask a server who it is."""
    managed = await _managed(connection)
    receiver = await ask(
        connection,
        "select coalesce(sender_host, '') || ':' || coalesce(sender_port::text, '') from pg_stat_wal_receiver",
    )
    subscription = await ask(
        connection,
        "select 'subscription ' || subname from pg_catalog.pg_subscription where subenabled order by subname limit 1",
    )
    return Facts(
        host=endpoint.host,
        port=endpoint.port,
        version=str(await connection.fetchval("show server_version")),
        version_num=int(await connection.fetchval("show server_version_num")),
        data_directory="" if managed else await ask(connection, _DIRECTORY),
        system_identifier=await ask(
            connection, "select system_identifier::text from pg_control_system()", "pg_control_system()"
        ),
        postmaster_start=await ask(connection, "select pg_postmaster_start_time()::timestamptz(6)::text"),
        in_recovery=bool(await connection.fetchval("select pg_is_in_recovery()")),
        receives_from=receiver or subscription,
        user=str(await connection.fetchval("select current_user")),
        database=str(await connection.fetchval("select current_database()")),
        postmaster_start_us=await _number(
            connection, "select (extract(epoch from pg_catalog.pg_postmaster_start_time()) * 1000000)::bigint"
        ),
        server_address=await ask(connection, "select pg_catalog.host(pg_catalog.inet_server_addr())"),
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
    """Return the prefix of the settings that only a managed service has ("": it is none)."""
    rows = await connection.fetch(
        "select distinct pg_catalog.split_part(name, '.', 1) || '.' from pg_catalog.pg_settings"
    )
    return next((prefix for prefix in _MANAGED if prefix in {str(row[0]) for row in rows}), "")


async def _number(connection: asyncpg.Connection, query: str, function: str = "") -> int:
    """Return one whole number, or 0 where the server does not tell."""
    return int(await ask(connection, query, function) or 0)


async def ask(connection: asyncpg.Connection, query: str, function: str = "") -> str:
    """Return one value as text, or "" where the server refuses to tell.

    *function*: of pg_catalog, which the query calls: a role that may not call it does not ask, and production logs no error.
    """
    try:
        if function and not await connection.fetchval(_MAY_CALL, f"pg_catalog.{function}"):
            return ""
        value = await connection.fetchval(query)
    except asyncpg.PostgresError:
        return ""
    return "" if value is None else str(value)


async def identity(endpoint: Endpoint) -> Facts:
    """Connect and ask a server who it is."""
    connection = await connect(endpoint)
    try:
        return await facts(connection, endpoint)
    finally:
        await connection.close()


async def read_source(endpoint: Endpoint) -> Source:
    """Return what a workload's manifest keeps of its source: its identity, and how it logs."""
    connection = await connect(endpoint)
    try:
        known = await facts(connection, endpoint)
        rows = await connection.fetch(
            "select name, setting from pg_settings where name like 'log\\_%' or name = 'lc_messages' order by name"
        )
    finally:
        await connection.close()
    return Source(**known.document(), logging={str(row["name"]): str(row["setting"]) for row in rows})
