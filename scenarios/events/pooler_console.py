"""PgBouncer's admin console: which databases lead to a server, and PAUSE and RESUME of them.

The console accepts the simple query protocol only (PgBouncer's manual, "Admin console"): asyncpg cannot read rows by it, libpq can.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from pgrehearse.base.application_names import EVENTS
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem

_TIMEOUT_S = 10
# PgBouncer's errors where the database is paused, or is not, already.
_ALREADY = ("already suspended/paused", "not paused")


@dataclass(frozen=True, slots=True)
class Console:
    """The admin console of a pooler (*endpoint*), for the *databases* that lead to the server at *address* and *port*."""

    endpoint: Endpoint
    address: str
    port: int
    databases: tuple[str, ...] = ()

    def document(self) -> dict[str, Any]:
        """Return all fields, with the password, for the watchdog (``Console.of``)."""
        place = {"endpoint": self.endpoint.document(), "address": self.address, "port": self.port}
        return {**place, "databases": list(self.databases)}

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Console:
        """Return the console of a ``document``."""
        place = Endpoint.of(document["endpoint"])
        return cls(place, document["address"], document["port"], tuple(document["databases"]))

    async def found(self) -> Console:
        """Return the console with the databases that lead to the server. Raises ``TargetProblem`` if the pooler is absent, or has none."""
        async with self._connected() as connection:
            servers = await self._servers(connection)
        names = tuple(sorted(name for name, leads_here in servers.items() if leads_here))
        if not names:
            raise TargetProblem(
                f"{self._name}: none of its databases leads to the target {self.address}:{self.port}",
                remedy="use the pooler through which the sessions of the replay reach the target",
            )
        return replace(self, databases=names)

    async def pause(self) -> None:
        """Pause these databases: PgBouncer answers when all their server connections are released."""
        await self._each("pause")

    async def resume(self) -> None:
        """Resume these databases; one that is not paused stays as it is."""
        await self._each("resume")

    async def reload(self) -> None:
        """Have PgBouncer read its configuration file again. Raises ``TargetProblem`` if it cannot."""
        async with self._connected() as connection:
            try:
                await connection.execute("reload")
            except psycopg.Error as error:
                raise TargetProblem(
                    f"{self._name}: reload failed: {error}", remedy="read the log of PgBouncer"
                ) from None

    async def _each(self, command: str) -> None:
        async with self._connected() as connection:
            servers = await self._servers(connection)
            for name in self.databases:
                # PgBouncer does not list a database of "*" that nobody uses now: it is what it was.
                if not servers.get(name, True):
                    raise TargetProblem(
                        f"{self._name}: its database {name} leads to another server now",
                        remedy="do not change the configuration of the pooler during a replay",
                    )
                statement = sql.SQL("{} {}").format(sql.SQL(command), sql.Identifier(name))
                try:
                    await connection.execute(statement)
                except psycopg.Error as error:
                    if not any(text in str(error) for text in _ALREADY):
                        raise TargetProblem(
                            f"{self._name}: {command} failed: {error}", remedy="read the log of PgBouncer"
                        ) from None

    @property
    def _name(self) -> str:
        return f"the admin console of PgBouncer {self.endpoint}"

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[psycopg.AsyncConnection[tuple[object, ...]]]:
        parameters = {"connect_timeout": str(_TIMEOUT_S), **self.endpoint.libpq(), "application_name": EVENTS}
        try:
            connection = await psycopg.AsyncConnection.connect(
                make_conninfo("", **parameters), autocommit=True, prepare_threshold=None
            )
        except psycopg.Error as error:
            reason = str(error).strip().splitlines()
            raise TargetProblem(
                f"{self._name} cannot be reached: {reason[-1] if reason else type(error).__name__}",
                remedy="start the pooler, and use the DSN of its database pgbouncer with a user of admin_users",
            ) from None
        try:
            yield connection
        finally:
            await connection.close()

    async def _servers(self, connection: psycopg.AsyncConnection[tuple[object, ...]]) -> dict[str, bool]:
        """Return the databases of the pooler, and whether each leads to the server of the target."""
        try:
            cursor = await connection.execute("show databases")
            names = [column.name for column in cursor.description or ()]
            rows = [dict(zip(names, row, strict=True)) for row in await cursor.fetchall()]
        except psycopg.Error as error:
            raise TargetProblem(
                f"{self._name}: it does not list its databases: {error}",
                remedy="use its database pgbouncer and a user of admin_users",
            ) from None
        return {str(row["name"]): await self._leads_here(row) for row in rows}

    async def _leads_here(self, row: dict[str, object]) -> bool:
        """Return whether a database of SHOW DATABASES is on the server of the target."""
        host, port = str(row.get("host") or ""), int(str(row.get("port") or 0))
        if not host or port != self.port:
            return False
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError:
            return False
        return self.address in {str(one[4][0]) for one in found}
