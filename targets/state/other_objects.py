"""The positions of a database's sequences, and its large objects. Positions are those of the query: they have no snapshot."""

from __future__ import annotations

from typing import Any

import asyncpg

from pgrehearse.base.sql_files import sql_text
from pgrehearse.runs.state.manifest import LargeObjects

# So many sequences are read by one query.
_AT_ONCE = 200
_NO_PERMISSION = "this role has no permission to read it"
_MAY_READ = "select pg_catalog.has_table_privilege('pg_catalog.pg_largeobject', 'select')"
_COUNT = "select pg_catalog.count(*) from pg_catalog.pg_largeobject_metadata"
# One hash for each page of 2 kB: its object, its place and its bytes.
_CHECKSUM = """
select coalesce(pg_catalog.sum(pg_catalog.hashtextextended(
  pg_catalog.concat_ws(' ', loid, pageno, data) collate pg_catalog."C", 0)), 0) from pg_catalog.pg_largeobject
"""


async def read_sequences(connection: asyncpg.Connection, database: str) -> list[dict[str, Any]]:
    """Return one row of ``SEQUENCES`` for each sequence."""
    found = await connection.fetch(sql_text("pgrehearse.targets", "state_sequences"))
    rows = [_row(database, row["name"], unavailable=_NO_PERMISSION) for row in found if not row["readable"]]
    queries = [row["position"] for row in found if row["readable"]]
    for start in range(0, len(queries), _AT_ONCE):
        positions = await connection.fetch(" union all ".join(queries[start : start + _AT_ONCE]))
        rows += [_row(database, name, last_value=last, is_called=called) for name, last, called in positions]
    return rows


def _row(database: str, name: str, **values: Any) -> dict[str, Any]:
    unread = {"last_value": None, "is_called": None, "unavailable": None}
    return {"database": database, "name": name, **unread, **values}


async def read_large_objects(connection: asyncpg.Connection) -> LargeObjects:
    """Return the number of large objects, and the checksum of their pages."""
    count = int(await connection.fetchval(_COUNT))
    if not count:
        return LargeObjects(0, "0")
    if not await connection.fetchval(_MAY_READ):
        return LargeObjects(count, unavailable="this role has no permission to read pg_largeobject")
    return LargeObjects(count, str(int(await connection.fetchval(_CHECKSUM)) % (1 << 64)))
