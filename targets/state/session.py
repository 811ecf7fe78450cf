"""The connections that read a state: one holds the snapshot, the others adopt it for one query at a time.

Each query has a transaction of its own, so that no lock on a table is held longer than one query takes.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg

from pgrehearse.base import postgres
from pgrehearse.base.application_names import STATE
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem

Verify = Callable[[asyncpg.Connection], Awaitable[None]]
# The longest time in which a connection is closed; then it is dropped.
_CLOSE_S = 5.0
_BEGIN = "begin transaction isolation level repeatable read, read only"
_EXPORT = "select pg_catalog.format('set transaction snapshot %L', pg_catalog.pg_export_snapshot())"
# The longest time of a query of the catalog is at least so long.
_CATALOG_S = 60.0
# The settings on which the text form of a value depends, and the limits of a transaction (docs/safety.md).
_SETTINGS = {
    "search_path": "pg_catalog",
    "datestyle": "ISO, YMD",
    "intervalstyle": "postgres",
    "timezone": "UTC",
    "extra_float_digits": "1",
    "bytea_output": "hex",
    "lc_monetary": "C",
    "xmlbinary": "base64",
    "quote_all_identifiers": "off",
    "row_security": "off",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "lock_timeout": "3s",
    "idle_in_transaction_session_timeout": "0",
}


async def ignore(_: asyncpg.Connection) -> None:
    """Verify nothing: any server is read."""


def lost(session: Session) -> TargetProblem:
    """Return the error for a connection that ended during the reading."""
    return TargetProblem(
        f"{session.endpoint}: a connection was lost while the state was read",
        remedy="see the log of the server, and read the state again",
    )


@dataclass(frozen=True, slots=True)
class Session:
    """How to connect to a database. *max_seconds*: the longest time of a statement. *verify* raises if a connection is not with
    the verified server."""

    endpoint: Endpoint
    max_seconds: float
    verify: Verify = ignore

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[asyncpg.Connection]:
        """Yield a connection without a transaction."""
        connection = await postgres.connect(self.endpoint, application=STATE, statement_cache_size=0)
        try:
            await self.verify(connection)
            yield connection
        finally:
            await connection.close(timeout=_CLOSE_S)

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[tuple[asyncpg.Connection, str]]:
        """Yield a connection whose transaction holds a new snapshot, and the statement by which another transaction adopts it."""
        async with self.connected() as connection:
            await connection.execute(_BEGIN)
            adopt = str(await connection.fetchval(_EXPORT))
            await self._set(connection, max(self.max_seconds, _CATALOG_S))
            yield connection, adopt

    @asynccontextmanager
    async def transaction(self, connection: asyncpg.Connection, adopt: str) -> AsyncIterator[None]:
        """Run the block in a read-only transaction with the snapshot."""
        await connection.execute(_BEGIN)
        try:
            await self._adopt(connection, adopt)
            await self._set(connection, self.max_seconds)
            yield
        except asyncpg.PostgresError:
            if not connection.is_closed():
                await connection.execute("rollback")
            raise
        await connection.execute("commit")

    async def _adopt(self, connection: asyncpg.Connection, adopt: str) -> None:
        try:
            await connection.execute(adopt)
        except (
            asyncpg.InvalidParameterValueError,
            asyncpg.UndefinedObjectError,
            asyncpg.ObjectNotInPrerequisiteStateError,
        ):
            raise TargetProblem(
                f"{self.endpoint}: the snapshot is not available any more, because its connection ended",
                remedy="see the log of the server for the reason (transaction_timeout), and read the state again",
            ) from None

    async def _set(self, connection: asyncpg.Connection, seconds: float) -> None:
        settings = {**_SETTINGS, "statement_timeout": f"{round(seconds * 1000)}ms"}
        names, values = list(settings), list(settings.values())
        await connection.execute(
            "select pg_catalog.set_config(s.name, s.value, true) from unnest($1::text[], $2::text[]) as s (name, value)",
            names,
            values,
        )
