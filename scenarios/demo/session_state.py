"""Sessions whose statements need the state of their connection: settings, a temporary table, and a lock between transactions."""

from __future__ import annotations

import random

from pgrehearse.base.postgres import connect
from pgrehearse.scenarios.demo.stage import Actor, Ids, Stage

# Of thirty sessions: most have no state.
ROLES = {"web": 11, "legacy": 5, "api": 3, "jobs": 3, "reports": 1, "visitors": 2, "baskets": 3, "batches": 2}


async def _basket(stage: Stage, chance: random.Random, number: int) -> None:
    """Collect videos in a temporary table, then read it with other statements."""
    connection = await connect(stage.server.to(user="app"), application=f"basket-{number}")
    ids = Ids(stage.counts, chance)
    try:
        await connection.execute("create temporary table basket (video_id uuid)")
        while not stage.over():
            await connection.execute("insert into basket values ($1)", ids.some("v"))
            await connection.fetch("select v.title from basket b join videos v on v.id = b.video_id")
            await stage.think(chance, 2)
    finally:
        await connection.close()


async def _batch(stage: Stage, chance: random.Random, number: int) -> None:
    """Hold a lock of the session while several transactions run; the time zone is a setting of the session."""
    connection = await connect(stage.server.to(user="worker"), application=f"batch-{number}")
    try:
        await connection.execute("set time zone 'Asia/Tokyo'")
        while not stage.over():
            await connection.fetchval("select pg_try_advisory_lock(42)")
            await connection.fetchval("select count(*) from jobs where created_at::date = '2026-03-01'")
            await connection.fetchval("select pg_advisory_unlock(42)")
            await stage.think(chance, 2)
    finally:
        await connection.close()


ACTORS: dict[str, Actor] = {"baskets": _basket, "batches": _batch}
