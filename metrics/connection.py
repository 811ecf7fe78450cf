"""A sampler's connection: opened when it is needed, opened again when it was lost.

Autocommit (inside a transaction the statistics do not change). A query that raises is recorded as unavailable and not sent
again; after a lost connection the next attempt follows a second later.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import asyncpg

from pgrehearse.base.application_names import SAMPLER
from pgrehearse.base.clock import SECOND, wall_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.postgres import connect
from pgrehearse.metrics.query_table import PLAIN, sql_for
from pgrehearse.metrics.sample_buffer import SampleBuffer

APPLICATION = SAMPLER
# InternalClientError: asyncpg's error when the server closes the connection between parse and execution ("another operation is in progress").
LOST = (asyncpg.InterfaceError, asyncpg.InternalClientError, asyncpg.PostgresConnectionError, OSError, TimeoutError)
# The server shuts down, starts, or has ended the session: it is unavailable for now, for any query.
UNAVAILABLE = (
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
)
# The queries that write: on a server that is read-only for a while they are sent again afterwards.
_WRITING = frozenset({"heartbeat_beat"})


@dataclass
class ServerConnection:
    """One connection to *endpoint*, under *name* in ``unavailable``. *transactions*: how many the server counted for it."""

    endpoint: Endpoint
    buffer: SampleBuffer
    name: str
    version: int = field(default=0, init=False)
    flavour: str = field(default=PLAIN, init=False)
    transactions: int = field(default=0, init=False)
    _connection: asyncpg.Connection | None = field(default=None, init=False)
    # A run's time is negative until it begins.
    _not_before_us: int = field(default=-(1 << 62), init=False)
    _failed: set[str] = field(default_factory=set, init=False)
    _parsed: set[str] = field(default_factory=set, init=False)

    def begin(self) -> None:
        """Use another time line from now on: a lost connection may be opened again at once."""
        self._not_before_us = -(1 << 62)

    async def open(self) -> asyncpg.Connection | None:
        """Return the connection, opened if necessary; None while the server is unreachable."""
        if self._connection is not None and not self._connection.is_closed():
            return self._connection
        if self.buffer.timeline.now_us() < self._not_before_us:
            return None
        try:
            connection = await connect(self.endpoint, application=APPLICATION, command_timeout=10)
            self._connection, self.version = connection, connection.get_server_version().major
            self.transactions += 3  # the login is a transaction, and so is each first parse
            self._parsed = set()
            self.flavour = str(await connection.fetchval(sql_for("flavour", self.version) or ""))
        except (*LOST, asyncpg.PostgresError, TargetProblem) as error:
            self._lost(error)
            return None
        self.buffer.unavailable.pop(self.name, None)
        return connection

    async def query(self, name: str, *arguments: object) -> list[asyncpg.Record]:
        """Return the rows of a query of ``QUERIES``; [] when it does not exist for this server, failed, or the server is unreachable."""
        if name in self._failed:
            return []
        connection = await self.open()
        if connection is None or (sql := sql_for(name, self.version, self.flavour)) is None:
            return []
        return await self.fetch(connection, name, sql, *arguments)

    async def fetch(
        self, connection: asyncpg.Connection, name: str, sql: str, *arguments: object
    ) -> list[asyncpg.Record]:
        """Return the rows of *sql*; an error is recorded under *name*, once."""
        if name in self._failed:
            return []
        self.transactions += 1 if sql in self._parsed else 2
        self._parsed.add(sql)
        try:
            rows: list[asyncpg.Record] = await connection.fetch(sql, *arguments)
        except (*LOST, *UNAVAILABLE) as error:
            self._lost(error)
            return []
        except asyncpg.PostgresError as error:
            if not (name in _WRITING and isinstance(error, asyncpg.ReadOnlySQLTransactionError)):
                self._failed.add(name)
            self.buffer.unavailable[name] = str(error)
            return []
        if name in _WRITING:
            self.buffer.unavailable.pop(name, None)
        return rows

    async def execute(self, name: str) -> bool:
        """Execute a script of ``QUERIES``; return whether it succeeded."""
        connection = await self.open()
        sql = sql_for(name, self.version, self.flavour)
        if connection is None or sql is None:
            return False
        try:
            await connection.execute(sql)
        except (*LOST, asyncpg.PostgresError) as error:
            self.buffer.unavailable[name] = str(error)
            return False
        return True

    async def clock_us(self) -> tuple[int, int] | None:
        """Return the server's clock minus this machine's clock, and its uncertainty (half the round trip): the best of five."""
        connection = await self.open()
        if connection is None:
            return None
        offsets = []
        for _ in range(5):
            before = wall_us()
            rows = await self.fetch(
                connection, "clock", "select (extract(epoch from clock_timestamp()) * 1000000)::int8"
            )
            after = wall_us()
            if rows:
                offsets.append(((after - before) // 2, int(rows[0][0]) - (before + after) // 2))
        return (min(offsets)[1], min(offsets)[0]) if offsets else None

    async def close(self) -> None:
        """Close the connection."""
        if self._connection is not None and not self._connection.is_closed():
            try:
                await self._connection.close(timeout=5)
            except LOST:
                self._connection.terminate()

    def _lost(self, error: Exception) -> None:
        self.buffer.unavailable[self.name] = str(error) or type(error).__name__
        self._not_before_us = self.buffer.timeline.now_us() + SECOND
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None
