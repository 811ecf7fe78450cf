"""The traffic of the demo application: about thirty sessions, from a random seed.

asyncpg with named prepared statements, psycopg in the simple and the extended protocol, long and short sessions, transactions,
rollbacks, expected unique violations, a row that many sessions update, a job queue, slow reports. The rate has a peak and a
quiet phase.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime

import asyncpg

from pgrehearse.base.postgres import connect
from pgrehearse.scenarios.demo.stage import Actor, Ids, Stage, psycopg_session
from pgrehearse.scenarios.demo.tagged import Tagged

# How many of thirty sessions have each role.
ROLES = {"web": 14, "legacy": 5, "api": 4, "jobs": 3, "reports": 2, "visitors": 2}


async def _web(stage: Stage, chance: random.Random, number: int) -> None:
    """A pooled web worker: asyncpg, prepared statements, short transactions."""
    connection = await connect(stage.server.to(user="app"), application=f"web-{number % 4}")
    ids = Ids(stage.counts, chance)
    pages: list[tuple[float, Callable[[Tagged, Ids, random.Random], Coroutine[None, None, None]]]] = [
        (0.42, _watch),
        (0.64, _list_workspace),
        (0.80, _comment),
        (0.88, _like_trending),
        (0.94, _change_mind),
        (1.0, _sign_up),
    ]
    try:
        while not stage.over():
            roll = chance.random()
            page = next(page for edge, page in pages if roll <= edge)
            await page(Tagged(connection, page.__name__.strip("_")), ids, chance)
            await stage.think(chance)
    finally:
        await connection.close()


async def _watch(connection: Tagged, ids: Ids, chance: random.Random) -> None:
    video = ids.some("v")
    await connection.fetchrow("select id, title, duration_s, views, transcript from videos where id = $1", video)
    await connection.fetch(
        "select id, author_id, body, created_at from comments where video_id = $1 order by created_at desc limit 20",
        video,
    )
    await connection.execute(
        "insert into view_events (id, video_id, member_id, watched_s, at) values ($1, $2, $3, $4, $5)",
        ids.fresh(),
        video,
        ids.some("m"),
        chance.randrange(600),
        datetime.now(UTC),
    )
    await connection.execute("update videos set views = views + 1 where id = $1", video)


async def _list_workspace(connection: Tagged, ids: Ids, _chance: random.Random) -> None:
    workspace = ids.some("w")
    await connection.fetchrow("select id, name, plan from workspaces where id = $1", workspace)
    await connection.fetch(
        "select id, title, duration_s, views, created_at from videos where workspace_id = $1 order by created_at desc limit 24",
        workspace,
    )


async def _comment(connection: Tagged, ids: Ids, chance: random.Random) -> None:
    video, author = ids.some("v"), ids.some("m")
    async with connection.transaction():
        await connection.execute(
            "insert into comments (id, video_id, author_id, body, created_at) values ($1, $2, $3, $4, $5)",
            ids.fresh(),
            video,
            author,
            f"it's comment {chance.random()}\nwith a second line",
            datetime.now(UTC),
        )
        await connection.execute("update videos set comments = comments + 1 where id = $1", video)
        notification = await connection.fetchval(
            "insert into notifications (member_id, kind) values ($1, 'comment') returning id", author
        )
    await connection.execute(
        "update notifications set seen = true where id = $1 and member_id = $2", notification, author
    )


async def _like_trending(connection: Tagged, ids: Ids, chance: random.Random) -> None:
    """Several sessions update one row."""
    async with connection.transaction():
        hot = await connection.fetchval("select video_id from trending order by video_id limit 1")
        await connection.execute(
            "update trending set score = score + $1 where video_id = $2", chance.randrange(1, 5), hot
        )
        await asyncio.sleep(0.004)
        await connection.execute("update members set last_seen_at = $1 where id = $2", datetime.now(UTC), ids.some("m"))


async def _change_mind(connection: Tagged, ids: Ids, _chance: random.Random) -> None:
    """A transaction that is rolled back."""
    transaction = connection.transaction()
    await transaction.start()
    await connection.execute("update videos set title = $1 where id = $2", "Untitled", ids.some("v"))
    await transaction.rollback()


async def _sign_up(connection: Tagged, ids: Ids, chance: random.Random) -> None:
    """An e-mail address that often exists already: the application expects the unique violation."""
    exists = chance.random() < 0.5
    address = f"member{chance.randrange(1, 20)}@example.com" if exists else f"new{chance.getrandbits(60):x}@example.com"
    try:
        await connection.execute(
            "insert into members (id, workspace_id, email, display_name) values ($1, $2, $3, $4)",
            ids.fresh(),
            ids.some("w"),
            address,
            "New Member",
        )
    except asyncpg.UniqueViolationError:
        await connection.fetchrow("select id, display_name from members where email = $1", address)


async def _legacy(stage: Stage, chance: random.Random, _number: int) -> None:
    """An old service: psycopg in the simple protocol, with values in the SQL text."""
    connection = await psycopg_session(stage, "legacy", "legacy-billing", simple=True)
    ids = Ids(stage.counts, chance)
    async with connection:
        while not stage.over():
            async with connection.transaction():
                await connection.execute(
                    "select display_name, email from members where workspace_id = %s and display_name like %s",
                    (ids.some("w"), f"%{chance.randrange(100)}%"),
                )
                await connection.execute(
                    "update members set display_name = %s where id = %s", ("O'Neil", ids.some("m"))
                )
            await connection.execute("select plan, count(*) from workspaces group by plan")
            await stage.think(chance)


async def _api(stage: Stage, chance: random.Random, _number: int) -> None:
    """A public API: psycopg in the extended protocol (it prepares statements that it repeats)."""
    connection = await psycopg_session(stage, "app", "api", simple=False)
    ids = Ids(stage.counts, chance)
    async with connection:
        while not stage.over():
            await connection.execute(
                "select count(*) from notifications where member_id = %s and not seen", (ids.some("m"),)
            )
            await connection.execute(
                "select v.id, v.title, m.display_name from videos v join members m on m.id = v.owner_id where v.id = %s",
                (ids.some("v"),),
            )
            if chance.random() < 0.3:
                await connection.execute(
                    "select body from comments where video_id = %s and body is distinct from %s limit 5",
                    (ids.some("v"), None),
                )
            await stage.think(chance)


async def _jobs(stage: Stage, chance: random.Random, number: int) -> None:
    """A worker of the job queue: takes a job, completes it, and adds another."""
    connection = await connect(stage.server.to(user="worker"), application=f"worker-{number}")
    ids = Ids(stage.counts, chance)
    try:
        while not stage.over():
            async with connection.transaction():
                job = await connection.fetchval(
                    "select id from jobs where state = 'queued' order by created_at limit 1 for update skip locked"
                )
                if job is not None:
                    await connection.execute(
                        "update jobs set state = 'done', attempts = attempts + 1 where id = $1", job
                    )
            await connection.execute(
                "insert into jobs (id, kind, payload, created_at) values ($1, 'thumbnail', $2, $3)",
                ids.fresh(),
                f'{{"video": "{ids.some("v")}"}}',
                datetime.now(UTC),
            )
            await stage.think(chance)
    finally:
        await connection.close()


async def _reports(stage: Stage, chance: random.Random, _number: int) -> None:
    """An analyst: few and slow statements."""
    connection = await psycopg_session(stage, "analyst", "reports", simple=False)
    async with connection:
        while not stage.over():
            day = 1 + chance.randrange(6)
            await connection.execute(
                "select v.workspace_id, count(*), avg(e.watched_s) from view_events e join videos v on v.id = e.video_id "
                "where e.at >= %s::timestamptz and e.at < %s::timestamptz + interval '1 day' group by 1 order by 2 desc limit 10",
                (f"2026-03-{day:02}", f"2026-03-{day:02}"),
            )
            await connection.execute(
                "select author_id, count(*), max(created_at) from comments group by author_id order by count(*) desc limit 10"
            )
            await stage.think(chance, 6)


async def _visitors(stage: Stage, chance: random.Random, number: int) -> None:
    """Short sessions: each reads the titles of a playlist (the first read has the cost of a cold connection)."""
    ids = Ids(stage.counts, chance)
    while not stage.over():
        connection = await connect(stage.server.to(user="app"), application=f"embed-{number % 2}")
        try:
            for _ in range(4):
                await connection.fetchrow("select title, duration_s from videos where id = $1", ids.some("v"))
        finally:
            await connection.close()
        await stage.think(chance, 2)


ACTORS: dict[str, Actor] = {
    "web": _web,
    "legacy": _legacy,
    "api": _api,
    "jobs": _jobs,
    "reports": _reports,
    "visitors": _visitors,
}
