"""The relations of one database that a warm-up reads, and how each is read: by ``pg_prewarm`` where it is installed, else by a sequential scan."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import asyncpg

from pgrehearse.base.sql_files import sql_text

_PACKAGE = "pgrehearse.targets"
_PREWARM = """
select pg_catalog.format('%I.pg_prewarm', n.nspname)
from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
where e.extname = 'pg_prewarm'
"""
# An index scan would not read the blocks of the table.
SEQUENTIAL = """
set enable_indexscan = off; set enable_indexonlyscan = off; set enable_bitmapscan = off; set max_parallel_workers_per_gather = 0;
set row_security = off; set default_transaction_read_only = on
"""


@dataclass(frozen=True, slots=True)
class Relation:
    """A table or an index, its name as SQL writes it, and its size in blocks."""

    oid: int
    name: str
    is_index: bool
    blocks: int


async def used_relations(connection: asyncpg.Connection, names: Collection[str]) -> list[Relation]:
    """Return the tables of these names (with or without a schema) and their indexes, tables first, the smallest first."""
    rows = await connection.fetch(sql_text(_PACKAGE, "warm_up_relations"), sorted(names))
    return [Relation(row["oid"], row["name"], row["is_index"], row["blocks"]) for row in rows]


async def prewarm_function(connection: asyncpg.Connection) -> str:
    """Return the name of ``pg_prewarm`` as SQL writes it ("": it is not installed)."""
    return str(await connection.fetchval(_PREWARM) or "")


async def read_relation(connection: asyncpg.Connection, relation: Relation, prewarm: str) -> bool:
    """Read all blocks of a relation; return whether it was read: without ``pg_prewarm`` an index is not."""
    if prewarm:
        await connection.execute(f"select {prewarm}($1::bigint::pg_catalog.oid::pg_catalog.regclass)", relation.oid)
        return True
    if relation.is_index:
        return False
    await connection.execute(f"select pg_catalog.count(*) from only {relation.name}")  # noqa: S608 (quoted by the server)
    return True
