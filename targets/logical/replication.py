"""Publications, subscriptions and slots: created, waited for, and dropped on the connections of two servers (PostgreSQL's manual, "Logical Replication")."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.targets.logical.composing import command, conninfo, listed
from pgrehearse.targets.logical.move import TableName

_LOOK_S = 0.01
_SUBSCRIBED = """
select true from pg_catalog.pg_subscription as s join pg_catalog.pg_database as d on d.oid = s.subdbid
where s.subname = $1 and d.datname = pg_catalog.current_database()
"""
# "r": the table is copied, and its changes are applied.
_COPIED = """
select coalesce(pg_catalog.bool_and(r.srsubstate = 'r'), true)
from pg_catalog.pg_subscription as s join pg_catalog.pg_subscription_rel as r on r.srsubid = s.oid where s.subname = $1
"""
_CONFIRMED = "select confirmed_flush_lsn >= $2::text::pg_catalog.pg_lsn from pg_catalog.pg_replication_slots where slot_name = $1"
_POSITION = "select pg_catalog.pg_current_wal_insert_lsn()::text"
# The process of a slot ends a little later than its subscription.
_END_OF_SLOT = "select pg_catalog.pg_terminate_backend(active_pid, 10000) from pg_catalog.pg_replication_slots where slot_name = $1 and active"
_DROP_SLOT = "select pg_catalog.pg_drop_replication_slot(slot_name) from pg_catalog.pg_replication_slots where slot_name = $1 and not active"
_SLOTS = "select count(*) from pg_catalog.pg_replication_slots where slot_name = $1"


async def publish(publisher: asyncpg.Connection, name: str, tables: Sequence[TableName]) -> None:
    """Create the publication of the tables."""
    await publisher.execute(listed("create publication {name} for table {tables}", tables, name))


async def subscribe(
    subscriber: asyncpg.Connection, name: str, publisher: Endpoint, *, copy: bool, enabled: bool
) -> None:
    """Create the subscription and its slot. *copy*: the rows that exist are copied first.

    With ``origin = none`` only changes of the publisher's own sessions are sent: what it got from the subscriber does not go back.
    """
    statement = command(
        "create subscription {} connection {place} publication {} "
        "with (origin = none, copy_data = {copy}, enabled = {enabled}, create_slot = true)",
        name,
        name,
        place=conninfo(publisher),
        copy=copy,
        enabled=enabled,
    )
    await subscriber.execute(statement)


async def enable(subscriber: asyncpg.Connection, name: str) -> None:
    """Let a subscription apply changes from now on."""
    await subscriber.execute(command("alter subscription {} enable", name))


async def until_copied(subscriber: asyncpg.Connection, name: str) -> None:
    """Wait until every table of a subscription is copied, and its changes are applied."""

    async def is_copied() -> bool:
        return bool(await subscriber.fetchval(_COPIED, name))

    await _until(is_copied)


async def position(publisher: asyncpg.Connection) -> str:
    """Return the WAL position (LSN) behind everything that is written now."""
    return str(await publisher.fetchval(_POSITION))


async def until_confirmed(publisher: asyncpg.Connection, name: str, lsn: str) -> None:
    """Wait until the subscriber of a slot has applied everything before the WAL position *lsn*."""

    async def is_confirmed() -> bool:
        return bool(await publisher.fetchval(_CONFIRMED, name, lsn))

    await _until(is_confirmed)


async def end_subscription(subscriber: asyncpg.Connection, publisher: asyncpg.Connection, name: str) -> None:
    """Drop a subscription and its slot; either may be gone already."""
    if await subscriber.fetchval(_SUBSCRIBED, name):
        await subscriber.execute(command("alter subscription {} disable", name))
        # A subscription with its slot could be dropped only while the publisher accepts connections.
        await subscriber.execute(command("alter subscription {} set (slot_name = none)", name))
        await subscriber.execute(command("drop subscription {}", name))

    async def is_gone() -> bool:
        await publisher.fetch(_END_OF_SLOT, name)
        await publisher.fetch(_DROP_SLOT, name)
        return not await publisher.fetchval(_SLOTS, name)

    await _until(is_gone)


async def end_publication(publisher: asyncpg.Connection, name: str) -> None:
    """Drop a publication, if there is one."""
    await publisher.execute(command("drop publication if exists {}", name))


async def _until(condition: Callable[[], Awaitable[bool]]) -> None:
    """Wait until a condition of a server is true, which can only be queried."""
    while not await condition():  # noqa: ASYNC110 (the server sends no notice of it)
        await asyncio.sleep(_LOOK_S)
