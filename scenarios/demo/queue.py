"""A busy job queue: its rows are inserted, taken and deleted, while an export keeps a snapshot open that VACUUM has to respect."""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime

from pgrehearse.base.postgres import connect
from pgrehearse.scenarios.demo.stage import Actor, Ids, Stage

# Of thirty sessions: the others are those of the videos.
ROLES = {"web": 6, "producers": 8, "consumers": 12, "exports": 2, "monitor": 2}
# How long an export keeps its snapshot, as a share of the traffic.
_EXPORT = 0.3


async def _produce(stage: Stage, chance: random.Random, number: int) -> None:
    """Add several jobs at once."""
    connection = await connect(stage.server.to(user="worker"), application=f"producer-{number}")
    ids = Ids(stage.counts, chance)
    try:
        while not stage.over():
            await connection.executemany(
                "insert into jobs (id, kind, payload, created_at) values ($1, $2, $3, $4)",
                [(ids.fresh(), "transcode", _payload(chance), datetime.now(UTC)) for _ in range(6)],
            )
            await stage.think(chance)
    finally:
        await connection.close()


def _payload(chance: random.Random) -> str:
    return f'{{"video": "{chance.getrandbits(64):x}", "options": "{chance.getrandbits(800):x}"}}'


async def _consume(stage: Stage, chance: random.Random, number: int) -> None:
    """Take the oldest job, retry it now and then, and delete it in the same transaction."""
    connection = await connect(stage.server.to(user="worker"), application=f"consumer-{number}")
    try:
        while not stage.over():
            async with connection.transaction():
                job = await connection.fetchval(
                    "select id from jobs where state = 'queued' order by created_at limit 1 for update skip locked"
                )
                if job is not None and chance.random() < 0.2:
                    await connection.execute("update jobs set attempts = attempts + 1 where id = $1", job)
                elif job is not None:
                    await connection.execute("delete from jobs where id = $1", job)
            await stage.think(chance, 0.25)
    finally:
        await connection.close()


async def _export(stage: Stage, chance: random.Random, number: int) -> None:
    """Read in one REPEATABLE READ transaction for a long time, as a dump does."""
    connection = await connect(stage.server.to(user="analyst"), application=f"export-{number}")
    try:
        while not stage.over():
            async with connection.transaction(isolation="repeatable_read", readonly=True):
                await connection.fetchval("select count(*) from comments")
                await stage.think(chance, 4)
                await asyncio.sleep(min(_EXPORT * stage.seconds, stage.left()))
                await connection.fetchval("select count(*) from view_events")
            await stage.think(chance, 4)
    finally:
        await connection.close()


async def _watch_depth(stage: Stage, chance: random.Random, number: int) -> None:
    """The monitoring of the team reads the depth of the queue."""
    connection = await connect(stage.server.to(user="analyst"), application=f"monitor-{number}")
    try:
        while not stage.over():
            await connection.fetchrow("select count(*), min(created_at) from jobs where state = 'queued'")
            await stage.think(chance, 3)
    finally:
        await connection.close()


ACTORS: dict[str, Actor] = {
    "producers": _produce,
    "consumers": _consume,
    "exports": _export,
    "monitor": _watch_depth,
}
