"""Whether the tables have equal rows on both servers: their number, and the sum of their hashes."""

from __future__ import annotations

from collections.abc import Sequence

import asyncpg

from pgrehearse.targets.logical.composing import command
from pgrehearse.targets.logical.move import TableName

_ROWS = "select count(*), coalesce(pg_catalog.sum(pg_catalog.hashtextextended(t::text, 0)), 0)::text from only {} as t"


async def different_tables(
    first: asyncpg.Connection, second: asyncpg.Connection, tables: Sequence[TableName]
) -> tuple[str, ...]:
    """Return the tables whose rows differ. Both connections must have the same settings of text output, as new ones have."""
    different = [table for table in tables if await _rows(first, table) != await _rows(second, table)]
    return tuple(map(str, different))


async def _rows(connection: asyncpg.Connection, table: TableName) -> tuple[object, ...]:
    return tuple(await connection.fetchrow(command(_ROWS, table)) or ())
