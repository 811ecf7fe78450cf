"""The warm-up of an instance: which relations are read, and how it ends."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from psycopg import sql

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.targets.warm_up.relations import used_relations
from pgrehearse.targets.warm_up.warm import Instance, warm
from tests.conftest import drop_database, new_database, superuser

if TYPE_CHECKING:
    from pgrehearse.runs.run_facts import WarmUp
    from pgrehearse.targets.embedded.cluster import Cluster

SECOND_US = 1_000_000
SCHEMA = """
create table "Größe; x" (id int primary key, name text);
insert into "Größe; x" select n, repeat('x', 200) from generate_series(1, 2000) n;
create table parts (id int, day date) partition by range (day);
create table part1 partition of parts for values from ('2026-01-01') to ('2027-01-01');
insert into parts select n, '2026-05-05' from generate_series(1, 500) n;
create table other (id int); insert into other values (1);
create table nothing (id int)
"""
USED = ["Größe; x", "public.parts", "nothing", "unknown"]


def warmed(cluster: Cluster, database: str, bound_us: int = 60 * SECOND_US, names: list[str] = USED) -> WarmUp:
    instance = Instance("a", cluster.endpoint(), {database: (names, None)})
    return asyncio.run(warm(instance, bound_us))


@pytest.fixture
def filled(server: Cluster, database: str) -> str:
    with superuser(server, database) as connection:
        connection.execute(SCHEMA.encode())
    return database


@pytest.mark.usefixtures("steady_latency")
def test_the_tables_of_the_workload_are_read_and_the_latency_settles(server: Cluster, filled: str) -> None:
    result = warmed(server, filled)
    # Two tables with rows; the index of one is not read without pg_prewarm.
    assert (result.ended, result.relations, result.unread, result.problem) == ("settled", 2, 1, "")
    assert result.windows == 4
    assert result.first_us > 0
    assert result.last_us > 0
    assert result.settled


@pytest.mark.usefixtures("steady_latency")
def test_pg_prewarm_reads_indexes_too(pg15: Cluster) -> None:
    new_database(pg15, "prewarmed", SCHEMA)
    with superuser(pg15, "prewarmed") as connection:
        connection.execute("create schema extra")
        for extension in ("pg_prewarm", "pg_buffercache"):
            connection.execute(sql.SQL("create extension {} schema extra").format(sql.Identifier(extension)))
        cached = "select count(*) from extra.pg_buffercache where relfilenode = pg_relation_filenode(%s::regclass)"
        connection.execute("checkpoint")
        result = warmed(pg15, "prewarmed")
        assert (result.ended, result.relations, result.unread) == ("settled", 3, 0)
        row = connection.execute(cached.encode(), ('"Größe; x_pkey"',)).fetchone()
        assert row == connection.execute("select pg_relation_size('\"Größe; x_pkey\"') / 8192").fetchone()
    drop_database(pg15, "prewarmed")


def test_a_warm_up_ends_at_its_bound(server: Cluster, filled: str) -> None:
    with superuser(server, filled) as connection, connection.transaction():
        connection.execute('lock table "Größe; x" in access exclusive mode')
        result = warmed(server, filled, bound_us=SECOND_US // 2)
    assert (result.ended, result.settled) == ("bound", False)
    assert result.took_us < 5 * SECOND_US


def test_what_cannot_be_read_or_reached_is_part_of_the_result(server: Cluster, filled: str) -> None:
    assert warmed(server, filled, names=["nothing"]).ended == "nothing to read"
    unreachable = Instance("b", Endpoint("127.0.0.1", 1, "postgres", "postgres"), {filled: (USED, None)})
    result = asyncio.run(warm(unreachable, SECOND_US))
    assert (result.ended, result.settled, bool(result.problem)) == ("failed", False, True)


def test_no_other_table_is_read(server: Cluster, filled: str) -> None:
    async def names() -> set[str]:
        from pgrehearse.targets.server_facts import connect

        connection = await connect(server.endpoint(filled))
        try:
            return {one.name for one in await used_relations(connection, USED)}
        finally:
            await connection.close()

    assert asyncio.run(names()) == {'public."Größe; x"', 'public."Größe; x_pkey"', "public.part1"}
