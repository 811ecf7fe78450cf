"""A failover of an embedded server: the primary ends at once, its standby is promoted and gets the address of the primary."""

from __future__ import annotations

import asyncio

from pgrehearse.base import postgres
from pgrehearse.base.application_names import EVENTS
from pgrehearse.base.errors import HarnessFailure, TargetProblem
from pgrehearse.targets.embedded.address_forwarder import AddressForwarder
from pgrehearse.targets.embedded.binaries import run
from pgrehearse.targets.embedded.cluster import Cluster, postmaster
from pgrehearse.targets.embedded.lost_transactions import LostTransactions, lost_transactions

_PROMOTE_S = 60
_STREAMS = "select status = 'streaming' and sender_port = $1 from pg_catalog.pg_stat_wal_receiver"
_TIMELINE = "select ('x' || pg_catalog.substr(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_lsn()), 1, 8))::bit(32)::integer"
_DATABASES = "select datname from pg_catalog.pg_database where datallowconn"
# The files of pgrehearse's own relations in a database: the heartbeat, the mark.
_OWN = """
select d.oid || '/' || pg_catalog.pg_relation_filenode(c.oid)
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join pg_catalog.pg_database as d on d.datname = pg_catalog.current_database()
where n.nspname = 'pgrehearse' and c.relkind in ('r', 'i', 'S', 't')
"""


async def require_streaming(primary: Cluster, standby: Cluster) -> None:
    """Raise ``TargetProblem`` unless the standby receives WAL from the primary now."""
    connection = await postgres.connect(standby.endpoint(), application=EVENTS)
    try:
        streams = await connection.fetchval(_STREAMS, primary.port)
    finally:
        await connection.close()
    if not streams:
        raise TargetProblem(
            f"fail_over: {standby.name} does not receive WAL from {primary.name} now",
            remedy="start the standby again, and wait until pg_stat_wal_receiver has the status streaming",
        )


async def fail_over(primary: Cluster, standby: Cluster, forwarder: AddressForwarder) -> LostTransactions:
    """End the primary in immediate mode, promote the standby, and forward the address of the primary to it.

    Returns how many transactions were lost. Raises ``HarnessFailure`` or ``TargetProblem``.
    """
    await asyncio.to_thread(_end, primary)
    connection = await postgres.connect(standby.endpoint(), application=EVENTS)
    try:
        if not await connection.fetchval("select pg_catalog.pg_promote(true, $1)", _PROMOTE_S):
            raise HarnessFailure(
                f"{standby.name} was not promoted within {_PROMOTE_S} s", remedy=f"its log is in {standby.logs}"
            )
        await asyncio.to_thread(forwarder.listen)
        timeline = int(await connection.fetchval(_TIMELINE))
        databases = [str(row[0]) for row in await connection.fetch(_DATABASES)]
    finally:
        await connection.close()
    own = await _own_relations(standby, databases)
    return await asyncio.to_thread(lost_transactions, primary, standby, timeline, own)


def _end(primary: Cluster) -> None:
    run([primary.program("pg_ctl"), "-D", primary.data, "-m", "immediate", "-w", "-t", "60", "stop"])
    if postmaster(primary) is not None:
        raise HarnessFailure(f"{primary.name} did not end", remedy=f"its log is in {primary.logs}")


async def _own_relations(server: Cluster, databases: list[str]) -> frozenset[str]:
    found: set[str] = set()
    for database in databases:
        connection = await postgres.connect(server.endpoint(database), application=EVENTS)
        try:
            found.update(str(row[0]) for row in await connection.fetch(_OWN))
        finally:
            await connection.close()
    return frozenset(found)
