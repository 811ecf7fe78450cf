"""The probe of a warm-up: random blocks of the tables that the workload uses are read one by one, larger tables more often."""

from __future__ import annotations

from random import Random
from statistics import fmean

import asyncpg

from pgrehearse.base.clock import monotonic_us
from pgrehearse.targets.warm_up.relations import Relation

# So many blocks are read in a window. Their mean latency is the window's: a volume that loads blocks when they are read has few slow reads.
BLOCKS = 200


async def window_us(connection: asyncpg.Connection, tables: list[Relation], random: Random) -> float:
    """Return the mean latency of reading one block, over one window, in microseconds."""
    latencies = []
    for table in random.choices(tables, weights=[table.blocks for table in tables], k=BLOCKS):
        block = f"({random.randrange(table.blocks)},1)"
        start_us = monotonic_us()
        await connection.fetch(f"select 1 from only {table.name} where ctid = $1::text::pg_catalog.tid", block)  # noqa: S608 (quoted by the server)
        latencies.append(monotonic_us() - start_us)
    return fmean(latencies)
