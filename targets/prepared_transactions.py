"""Prepared transactions of a server: they hold their locks until they are ended, also after the session that made them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import ExpectedIdentity
from pgrehearse.runs.run_facts import PreparedTransaction
from pgrehearse.targets.safety import require_identity
from pgrehearse.targets.server_facts import connect

_PREPARED = """
select gid, owner::text as owner, database::text as database, pg_catalog.format('rollback prepared %L', gid) as command
from pg_catalog.pg_prepared_xacts where database = pg_catalog.current_database() order by prepared, gid
"""


async def prepared_transactions(connection: asyncpg.Connection) -> list[PreparedTransaction]:
    """Return those of the connected database."""
    return [
        PreparedTransaction(str(gid), str(owner), str(database), str(command))
        for gid, owner, database, command in await connection.fetch(_PREPARED)
    ]


async def refuse_prepared_transactions(endpoint: Endpoint) -> None:
    """Raise when a database has prepared transactions: writes of a replay would wait for their locks."""
    connection = await connect(endpoint)
    try:
        prepared = await prepared_transactions(connection)
    finally:
        await connection.close()
    if prepared:
        commands = "; ".join(transaction.command for transaction in prepared[:3])
        raise TargetProblem(
            f"{endpoint}: {len(prepared)} prepared transactions hold their locks: {', '.join(map(str, prepared[:3]))}",
            remedy=f"end them in their database: {commands}; or restore the target's state",
        )


async def end_prepared_transactions(
    endpoint: Endpoint, expected_identity: ExpectedIdentity, names: Collection[str], *, keep: bool
) -> list[PreparedTransaction]:
    """Return the prepared transactions of a database with these *names*, rolled back unless *keep*.

    A transaction that the role may not end is returned as it is. Raises ``TargetProblem`` when another server answers.
    """
    connection = await connect(endpoint)
    try:
        prepared = [transaction for transaction in await prepared_transactions(connection) if transaction.gid in names]
        if not prepared or keep:
            return prepared
        await require_identity(connection, expected_identity)
        return [await _roll_back(connection, transaction) for transaction in prepared]
    finally:
        await connection.close()


async def _roll_back(connection: asyncpg.Connection, transaction: PreparedTransaction) -> PreparedTransaction:
    try:
        await connection.execute(transaction.command)
    except asyncpg.PostgresError:
        return transaction
    return replace(transaction, rolled_back=True)
