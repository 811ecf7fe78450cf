"""The clients of the clinic's application: psycopg with each of its ways to send a statement, and asyncpg."""

from __future__ import annotations

import asyncio
import itertools
import re
from typing import TYPE_CHECKING, Any, Protocol

import asyncpg
import psycopg

if TYPE_CHECKING:
    from collections.abc import Coroutine, Sequence
    from typing import Self

    from pgrehearse.targets.embedded.cluster import Cluster


class Refused(Exception):
    """The server refused a statement."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__(sqlstate)
        self.sqlstate = sqlstate


class Client(Protocol):
    """A connection that autocommits. Values are marked by ``%s`` in the text."""

    def rows(self, text: str, *values: object) -> list[tuple[Any, ...]]:
        """Execute a statement and return its rows. Raises ``Refused``."""

    def control(self, text: str) -> None:
        """Execute a command that begins or ends a transaction or a savepoint, or that sets something."""

    def close(self) -> None:
        """End the session."""


class Psycopg:
    """psycopg, prepared (*threshold* 0) or not (None); as *literals* it sends values in the text, as a simple query."""

    def __init__(self, cluster: Cluster, database: str, name: str, threshold: int | None, *, literals: bool) -> None:
        self._connection = psycopg.connect(
            host="127.0.0.1",
            port=cluster.port,
            dbname=database,
            user="postgres",
            application_name=name,
            autocommit=True,
            prepare_threshold=threshold,
            cursor_factory=psycopg.ClientCursor if literals else psycopg.Cursor,
        )

    def rows(self, text: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            cursor = self._connection.execute(text.encode(), values or None)
        except psycopg.Error as error:
            raise Refused(error.sqlstate) from error
        return cursor.fetchall() if cursor.description else []

    def control(self, text: str) -> None:
        self.rows(text)

    def copy(self, text: str, lines: Sequence[str]) -> None:
        """Send lines by COPY FROM STDIN."""
        with self._connection.cursor() as cursor, cursor.copy(text.encode()) as stream:
            for line in lines:
                stream.write(line + "\n")

    def close(self) -> None:
        self._connection.close()


class Asyncpg:
    """asyncpg: named prepared statements, control by simple queries."""

    def __init__(self, loop: asyncio.AbstractEventLoop, connection: asyncpg.Connection[Any]) -> None:
        self._loop, self._connection = loop, connection

    @classmethod
    def connect(cls, cluster: Cluster, database: str, name: str) -> Self:
        loop = asyncio.new_event_loop()
        settings = {"application_name": name}
        opening = asyncpg.connect(
            host="127.0.0.1", port=cluster.port, database=database, user="postgres", server_settings=settings
        )
        return cls(loop, loop.run_until_complete(opening))

    def rows(self, text: str, *values: object) -> list[tuple[Any, ...]]:
        numbers = itertools.count(1)
        numbered = re.sub("%s", lambda _: f"${next(numbers)}", text)
        return [tuple(row) for row in self._run(self._connection.fetch(numbered, *values))]

    def control(self, text: str) -> None:
        self._run(self._connection.execute(text))

    def close(self) -> None:
        self._run(self._connection.close())
        self._loop.close()

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        try:
            return self._loop.run_until_complete(work)
        except asyncpg.PostgresError as error:
            raise Refused(error.sqlstate) from error


def open_client(cluster: Cluster, database: str, number: int) -> Client:
    """Connect as the client of a session's number: the four kinds in turn."""
    name = f"clinic {number}"
    match number % 4:
        case 0:
            return Psycopg(cluster, database, name, None, literals=False)
        case 1:
            return Psycopg(cluster, database, name, 0, literals=False)
        case 2:
            return Psycopg(cluster, database, name, None, literals=True)
        case _:
            return Asyncpg.connect(cluster, database, name)
