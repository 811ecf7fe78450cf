"""A sampler's connection: made when it is needed, made again when it broke, silent about what a server refuses.

Autocommit (inside a transaction the statistics stand still). A query that raises is recorded as unavailable and asked
no more; a server that is gone is asked again a second later.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import asyncpg

from pgrehearse.base.application_names import SAMPLER
from pgrehearse.base.clock import SECOND, wall_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.postgres import connect
from pgrehearse.metrics.query_table import PLAIN, query
from pgrehearse.metrics.sample_buffer import Board

APPLICATION = SAMPLER
# InternalClientError: how asyncpg calls a server that went away between parse and execution ("another operation is in progress").
LOST = (asyncpg.InterfaceError, asyncpg.InternalClientError, asyncpg.PostgresConnectionError, OSError, TimeoutError)
# The server is going, coming, or has ended us: it is gone for now, whatever was asked.
GOING = (
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
)


@dataclass
class Link:
    """One connection to *endpoint*, called *name* where something is wrong with it. *asked*: transactions that it cost."""

    endpoint: Endpoint
    board: Board
    name: str
    version: int = field(default=0, init=False)
    flavour: str = field(default=PLAIN, init=False)
    asked: int = field(default=0, init=False)
    _connection: asyncpg.Connection | None = field(default=None, init=False)
    # A run's time is negative until it begins.
    _not_before_us: int = field(default=-(1 << 62), init=False)
    _refused: set[str] = field(default_factory=set, init=False)
    _parsed: set[str] = field(default_factory=set, init=False)

    def begin(self) -> None:
        """Another time line holds from now on: what was lost on the one before may be tried again."""
        self._not_before_us = -(1 << 62)

    async def open(self) -> asyncpg.Connection | None:
        """Return the connection, made if it has to be; None while the server is not to be had."""
        if self._connection is not None and not self._connection.is_closed():
            return self._connection
        if self.board.timeline.now_us() < self._not_before_us:
            return None
        try:
            made = await connect(self.endpoint, application=APPLICATION, command_timeout=10)
            self._connection, self.version = made, made.get_server_version().major
            self.asked += 3  # the login is a transaction too, and so is each first parse
            self._parsed = set()
            self.flavour = str(await made.fetchval(query("flavour", self.version) or ""))
        except (*LOST, asyncpg.PostgresError, TargetProblem) as error:
            self._gone(error)
            return None
        self.board.unavailable.pop(self.name, None)
        return made

    async def ask(self, name: str, *arguments: object) -> list[asyncpg.Record]:
        """Return the rows of one of our queries; none where it is not for this server, refused, or the server is gone."""
        if name in self._refused:
            return []
        connection = await self.open()
        if connection is None or (sql := query(name, self.version, self.flavour)) is None:
            return []
        return await self.fetch(connection, name, sql, *arguments)

    async def fetch(
        self, connection: asyncpg.Connection, name: str, sql: str, *arguments: object
    ) -> list[asyncpg.Record]:
        """Return the rows of *sql*; what raises is recorded under *name*, once."""
        if name in self._refused:
            return []
        self.asked += 1 if sql in self._parsed else 2
        self._parsed.add(sql)
        try:
            found: list[asyncpg.Record] = await connection.fetch(sql, *arguments)
        except (*LOST, *GOING) as error:
            self._gone(error)
            return []
        except asyncpg.PostgresError as error:
            self._refused.add(name)
            self.board.unavailable[name] = str(error)
            return []
        return found

    async def execute(self, name: str) -> bool:
        """Run one of our scripts; say whether it went through."""
        connection = await self.open()
        sql = query(name, self.version, self.flavour)
        if connection is None or sql is None:
            return False
        try:
            await connection.execute(sql)
        except (*LOST, asyncpg.PostgresError) as error:
            self.board.unavailable[name] = str(error)
            return False
        return True

    async def clock_us(self) -> tuple[int, int] | None:
        """Return the server's clock less ours, and half the round trip that this is uncertain by: the best of five."""
        connection = await self.open()
        if connection is None:
            return None
        found = []
        for _ in range(5):
            before = wall_us()
            rows = await self.fetch(
                connection, "clock", "select (extract(epoch from clock_timestamp()) * 1000000)::int8"
            )
            after = wall_us()
            if rows:
                found.append(((after - before) // 2, int(rows[0][0]) - (before + after) // 2))
        return (min(found)[1], min(found)[0]) if found else None

    async def close(self) -> None:
        """Leave."""
        if self._connection is not None and not self._connection.is_closed():
            try:
                await self._connection.close(timeout=5)
            except LOST:
                self._connection.terminate()

    def _gone(self, error: Exception) -> None:
        self.board.unavailable[self.name] = str(error) or type(error).__name__
        self._not_before_us = self.board.timeline.now_us() + SECOND
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None
