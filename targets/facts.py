"""Who a server is, asked of itself: what safety and manifests need to know."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import asyncpg

from base import postgres
from base.clock import monotonic_us
from base.endpoint import Endpoint

APPLICATION = "pgrehearse preflight"


@dataclass(frozen=True, slots=True)
class Facts:
    """A server's identity. Values it refuses to tell are empty."""

    host: str
    port: int
    version: str
    version_num: int
    data_directory: str
    system_identifier: str
    postmaster_start: str
    in_recovery: bool
    receives_from: str
    user: str
    database: str

    def document(self) -> dict[str, Any]:
        return asdict(self)


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


async def facts(connection: asyncpg.Connection, endpoint: Endpoint) -> Facts:
    """Ask a server who it is."""
    receiver = await ask(
        connection,
        "select coalesce(sender_host, '') || ':' || coalesce(sender_port::text, '') from pg_stat_wal_receiver",
    )
    subscription = await ask(
        connection,
        "select 'subscription ' || subname from pg_stat_subscription where pid is not null limit 1",
    )
    return Facts(
        host=endpoint.host,
        port=endpoint.port,
        version=str(await connection.fetchval("show server_version")),
        version_num=int(await connection.fetchval("show server_version_num")),
        data_directory=await ask(connection, "select current_setting('data_directory', true)"),
        system_identifier=await ask(connection, "select system_identifier::text from pg_control_system()"),
        postmaster_start=await ask(connection, "select pg_postmaster_start_time()::timestamptz(6)::text"),
        in_recovery=bool(await connection.fetchval("select pg_is_in_recovery()")),
        receives_from=receiver or subscription,
        user=str(await connection.fetchval("select current_user")),
        database=str(await connection.fetchval("select current_database()")),
    )


async def ask(connection: asyncpg.Connection, query: str) -> str:
    """Return one value as text, or "" where the server refuses to tell."""
    try:
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


async def source_document(endpoint: Endpoint) -> dict[str, Any]:
    """Return what a workload's manifest keeps of its source: who it is, and how it logs."""
    connection = await connect(endpoint)
    try:
        known = await facts(connection, endpoint)
        rows = await connection.fetch(
            "select name, setting from pg_settings where name like 'log\\_%' or name = 'lc_messages' order by name"
        )
    finally:
        await connection.close()
    return {**known.document(), "logging": {str(row["name"]): str(row["setting"]) for row in rows}}


def logged_share(source: dict[str, Any]) -> float:
    """Return the share of the load that a source with these settings logs (1: all of it)."""
    logging: dict[str, str] = source.get("logging", {})
    if logging.get("log_min_duration_statement") == "0" or logging.get("log_statement") == "all":
        return 1.0
    if 0 < (transactions := float(logging.get("log_transaction_sample_rate", 0))) < 1:
        return transactions
    sampled = logging.get("log_min_duration_sample") == "0"
    rate = float(logging.get("log_statement_sample_rate", 1))
    return rate if sampled and 0 < rate < 1 else 1.0
