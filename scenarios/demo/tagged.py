"""A connection whose statements have the tag of an endpoint in an SQL comment, as sqlcommenter writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import asyncpg
from asyncpg.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Tagged:
    """*connection*, for the statements of one *endpoint* (a word)."""

    connection: asyncpg.Connection
    endpoint: str

    async def fetch(self, sql: str, *values: Any) -> list[asyncpg.Record]:
        """Return all rows."""
        return await self.connection.fetch(self._tagged(sql), *values)

    async def fetchrow(self, sql: str, *values: Any) -> asyncpg.Record | None:
        """Return the first row."""
        return await self.connection.fetchrow(self._tagged(sql), *values)

    async def fetchval(self, sql: str, *values: Any) -> Any:
        """Return the first column of the first row."""
        return await self.connection.fetchval(self._tagged(sql), *values)

    async def execute(self, sql: str, *values: Any) -> str:
        """Execute a statement; return its command tag."""
        return await self.connection.execute(self._tagged(sql), *values)

    def transaction(self) -> Transaction:
        """Return a transaction; its BEGIN and COMMIT have no tag."""
        return self.connection.transaction()

    def _tagged(self, sql: str) -> str:
        return f"{sql} /*route='{self.endpoint}'*/"
