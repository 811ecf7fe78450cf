"""How long the copy of the tables takes with their secondary indexes in place, and without them and the indexes created afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import asyncpg

from pgrehearse.base.clock import monotonic_us
from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.logical import replication
from pgrehearse.targets.logical.composing import listed, quoted
from pgrehearse.targets.logical.move import FORWARD, Move
from pgrehearse.targets.logical.schema_copy import SchemaCopy

_TIMEOUT_S = 3600.0
_SIZES = """
select pg_catalog.sum(pg_catalog.pg_table_size(t)), pg_catalog.sum(pg_catalog.pg_indexes_size(t))
from pg_catalog.unnest($1::text[]::pg_catalog.regclass[]) as t
"""


@dataclass(frozen=True, slots=True)
class CopyTimes:
    """*with_indexes_us*: the copy into tables that have all indexes. *copy_us*: into tables with the indexes of their constraints only;
    *indexes_us*: to create the others afterwards. *table_bytes*, *index_bytes*: on the second server after that."""

    with_indexes_us: int
    copy_us: int
    indexes_us: int
    table_bytes: int
    index_bytes: int


class Stopwatch:
    """The duration of a block in microseconds, after its end."""

    us: int = 0


@contextmanager
def measured() -> Iterator[Stopwatch]:
    """Measure a block."""
    watch, began = Stopwatch(), monotonic_us()
    yield watch
    watch.us = monotonic_us() - began


async def copy_both_ways(
    source: asyncpg.Connection, target: asyncpg.Connection, move: Move, schema: SchemaCopy
) -> CopyTimes:
    """Copy the tables twice, and leave the second copy with all indexes, subscribed to the first server."""
    await replication.publish(source, FORWARD, move.tables)
    await asyncio.to_thread(schema.create_tables)
    await asyncio.to_thread(schema.create_indexes)
    with measured() as with_indexes:
        await _copy(target, move)
    await replication.end_subscription(target, source, FORWARD)
    await _drop_tables(target, move)
    await asyncio.to_thread(schema.create_tables)
    with measured() as copy:
        await _copy(target, move)
    with measured() as indexes:
        await asyncio.to_thread(schema.create_indexes)
    await asyncio.to_thread(schema.create_rest)
    sizes = await target.fetchrow(_SIZES, quoted(move.tables))
    tables, of_indexes = tuple(sizes or (0, 0))
    return CopyTimes(with_indexes.us, copy.us, indexes.us, int(tables), int(of_indexes))


async def _copy(target: asyncpg.Connection, move: Move) -> None:
    """Subscribe, and wait until all tables are copied."""
    try:
        async with asyncio.timeout(_TIMEOUT_S):
            await replication.subscribe(target, FORWARD, move.source, copy=True, enabled=True)
            await replication.until_copied(target, FORWARD)
    except TimeoutError:
        raise TargetProblem(
            f"the tables were not copied within {_TIMEOUT_S:.0f} s",
            remedy="read the log of the second server: a copy that fails is repeated",
        ) from None


async def _drop_tables(target: asyncpg.Connection, move: Move) -> None:
    await target.execute(listed("drop table {tables} cascade", move.tables))
