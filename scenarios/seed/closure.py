"""Rows closed over foreign keys: every row that a row of the seed refers to is in the seed too, also through cycles and composite keys."""

from __future__ import annotations

import asyncpg

from pgrehearse.scenarios.seed.database import Database, ForeignKey
from pgrehearse.scenarios.seed.found import Places, tids

# Rows of one query.
CHUNK = 5_000


async def close_over_foreign_keys(connection: asyncpg.Connection, database: Database, places: Places) -> int:
    """Add the rows that others refer to; return how many were added. Ends because each row is looked at once."""
    new: Places = {table: set(rows) for table, rows in places.items()}
    added = 0
    while new:
        found: Places = {}
        for table, rows in new.items():
            for key in database.parents_of(table):
                await _add_parents(connection, database, key, sorted(rows), found)
        new = {}
        for table, rows in found.items():
            if rows := rows - places.get(table, set()):
                new[table] = rows
                places.setdefault(table, set()).update(rows)
                added += len(rows)
    return added


async def _add_parents(
    connection: asyncpg.Connection, database: Database, key: ForeignKey, rows: list[int], found: Places
) -> None:
    equal = " and ".join(
        f"p.{parent} = c.{column}" for column, parent in zip(key.columns, key.parent_columns, strict=True)
    )
    child, parent = database.tables[key.child].name, database.tables[key.parent].name
    query = f"select distinct p.tableoid::int8, p.ctid from only {child} c join {parent} p on {equal} where c.ctid = any($1::tid[])"  # noqa: S608 (quoted by the server)
    for start in range(0, len(rows), CHUNK):
        for table, (block, offset) in await connection.fetch(query, tids(rows[start : start + CHUNK])):
            if table in database.tables:
                found.setdefault(table, set()).add((block << 16) | offset)


def load_order(database: Database, tables: set[int]) -> list[int]:
    """Return tables so that each is after those that it refers to; within a cycle the order is that of their creation.

    >>> load_order(Database({}, (), (), frozenset()), {3, 1})
    [1, 3]
    """
    out: list[int] = []
    done: set[int] = set()
    for start in sorted(tables):
        stack = [(start, False)]
        while stack:
            table, after = stack.pop()
            if after:
                out.append(table)
            elif table not in done:
                done.add(table)
                stack.append((table, True))
                parents = {key.parent for key in database.keys if key.child == table} & tables
                stack += [(parent, False) for parent in sorted(parents - done, reverse=True)]
    return out
