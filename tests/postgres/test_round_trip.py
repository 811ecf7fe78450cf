"""The round-trip law: the target's own log of a replay, captured, equals the workload event by event."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import asyncpg
import polars as pl
import psycopg
import pytest
from psycopg import sql

from pgrehearse.base.server_identity import PROOF
from tests.conftest import LogMark, connect, superuser
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

COMPARED = [
    "action",
    "sql",
    "prepared_name",
    "params",
    "pipeline",
    "transaction",
    "ended",
    "sqlstate",
    "error",
    "failed_in",
]


def events(workload: Workload) -> list[pl.DataFrame]:
    """Return each session's events with the columns that a replay has to repeat, sessions in a comparable order.

    The identity query that each connection of a replay begins with is not one of them.
    """
    table = workload.sessions().filter(pl.col("application_name").str.starts_with("rt-")).sort("application_name")
    table_of_events = (
        workload.events()
        .filter(~pl.col("sql").bin.starts_with(PROOF.encode()).fill_null(value=False))
        .collect()
        .sort("session", "seq")
    )
    return [
        table_of_events.filter(pl.col("session") == session, pl.col("action").is_in(["prepare", "query", "execute"]))
        .select(COMPARED)
        .with_columns(pl.col("transaction", "pipeline") - pl.col("transaction", "pipeline").min())
        for session in table["session"]
    ]


TABLES = ("simple", "extended", "named")


def prepare(cluster: Cluster, database: str) -> None:
    """Each session has a table of its own, so that no session waits for another."""
    with superuser(cluster, database) as connection:
        for table in TABLES:
            name = sql.Identifier(table)
            connection.execute(sql.SQL("drop table if exists {}").format(name))
            connection.execute(sql.SQL("create table {} (id int primary key, s text)").format(name))


async def application(cluster: Cluster, database: str) -> None:
    """Statements of drivers by every protocol, with errors, quotes, empty texts and other encodings."""
    with connect(cluster, database, application="rt-simple") as simple:
        cursor = psycopg.ClientCursor(simple)
        cursor.execute(
            "insert into simple values (1, 'it''s'), (2, E'two\\nlines'), (3, null); select count(*) from simple"
        )
        for statement in (
            "begin",
            "insert into simple values (4, 'four')",
            "savepoint a",
            "select 1/0",
            "rollback to a",
            "commit",
            "selec nonsense",
            "",
            "select 'ünï' -- c",
            "begin",
            "insert into simple values (5)",
            "rollback",
            "set work_mem = '2MB'",
        ):
            with suppress(psycopg.errors.DivisionByZero, psycopg.errors.SyntaxError):
                cursor.execute(statement)
    with connect(cluster, database, application="rt-extended") as extended:
        for number in range(8):  # psycopg prepares after five uses
            extended.execute("select s from extended where id = %s and %s::text is not null", (number, "x', $2 = 'y"))
        extended.execute("insert into extended values (%s, %s)", (10, None))
        with pytest.raises(psycopg.errors.UniqueViolation):
            extended.execute("insert into extended values (%s, %s)", (10, "again"))
        with extended.transaction():
            extended.execute("update extended set s = %s where id = %s", ("new\nline", 10))
    connection = await asyncpg.connect(
        host="127.0.0.1",
        port=cluster.port,
        user="postgres",
        database=database,
        server_settings={"application_name": "rt-named"},
    )
    try:
        for number in range(3):
            await connection.fetch("select * from named where id = $1 or s = $2", number, "o'clock")
        await connection.executemany(
            "insert into named values ($1, $2)", [(100 + number, f"row {number}") for number in range(5)]
        )
        async with connection.transaction():
            await connection.execute("delete from named where id = $1", 102)
        with pytest.raises(asyncpg.UniqueViolationError):
            await connection.executemany("insert into named values ($1, $2)", [(200, "a"), (100, "b"), (201, "c")])
        assert await connection.fetchval("select count(*) from named where id >= 200") == 0
    finally:
        await connection.close()


def contents(cluster: Cluster, database: str) -> list[list[tuple[object, ...]]]:
    with superuser(cluster, database) as connection:
        return [
            connection.execute(sql.SQL("select * from {} order by id").format(sql.Identifier(table))).fetchall()
            for table in TABLES
        ]


def test_the_log_of_a_replay_has_the_captured_events(server: Cluster, database: str, tmp_path: Path) -> None:
    """SQL, parameters, names, transactions, pipelines, errors: equal on 16 and on 18; the tables too."""
    prepare(server, database)
    start = LogMark.now(server)
    asyncio.run(application(server, database))
    first = start.capture(tmp_path, "first")
    expected = contents(server, database)
    prepare(server, database)
    start = LogMark.now(server)
    run, fit = replay(first, server, tmp_path / "r.run", database=database)
    second = start.capture(tmp_path, "second")
    before, after = events(first), events(second)
    assert len(before) == len(after) == len(TABLES)
    for captured, replayed in zip(before, after, strict=True):
        assert captured.rows() == replayed.rows()
    assert any(frame["pipeline"].is_not_null().any() for frame in before)
    assert fit.errors == {"same": fit.statements["failed"], "new": 0, "vanished": 0, "different": 0, "drifted": 0}
    assert run.outcomes().collect().filter(status="unsent").is_empty()
    assert contents(server, database) == expected
