"""Defaults of columns read production's time during a replay to a server whose clock is not shifted, and are put back."""

from __future__ import annotations

import asyncio
from statistics import median
from typing import TYPE_CHECKING

import pytest

from pgrehearse.replay.plan.plan import Clock, Ordering, Sync
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.clock_defaults import put_back_clock_defaults, replace_clock_defaults
from pgrehearse.targets.server_facts import connect as connect_as_harness
from tests.apps import order_system
from tests.apps.true_ids import TrueIds
from tests.conftest import LogMark, connect, superuser
from tests.old_logs import AGE, captured_long_ago
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.clock_defaults import ReplacedDefaults
    from pgrehearse.targets.embedded.cluster import Cluster

SCHEMA = """
create table jobs (id int, run_at timestamptz default now(), day date default current_date, local timestamp default localtimestamp,
  until timestamptz default (now() + interval '7 days'), called timestamptz default clock_timestamp(), old date default ('now'::text)::date,
  n int default 7, twice int generated always as (n * 2) stored);
create table parts (at timestamptz default current_timestamp, v int) partition by range (v);
create table parts_1 partition of parts for values from (0) to (10);
"""
DEFAULTS = "select adrelid, adnum, pg_get_expr(adbin, adrelid) from pg_attrdef order by 1, 2"
DUE = "select id from jobs where run_at <= now()"
COLUMNS = ("run_at", "until", "local", "called")


def defaults(cluster: Cluster, database: str) -> list[tuple[object, ...]]:
    with superuser(cluster, database) as connection:
        return connection.execute(DEFAULTS).fetchall()


@pytest.fixture
def before(server: Cluster, database: str) -> list[tuple[object, ...]]:
    """The defaults of the test's tables."""
    with superuser(server, database) as connection:
        connection.execute(SCHEMA)
    return defaults(server, database)


@pytest.mark.parametrize("speed", [1.0, None], ids=["1x", "max"])
def test_defaults_are_production_s_and_put_back(
    server: Cluster, database: str, tmp_path: Path, before: list[tuple[object, ...]], speed: float | None
) -> None:
    """In autocommit and in transactions, of the simple and the extended protocol; a queue finds the rows that the replay inserts."""
    mark = LogMark.now(server)
    with connect(server, database) as client:
        client.execute("insert into jobs (id) values (1)")
        client.execute("insert into jobs (id) values (%s::int)", [2])
        with client.transaction():
            client.execute("select pg_sleep(0.02)")
            client.execute("insert into jobs (id) values (3)")
            client.execute("insert into jobs (id) values (%s::int)", [4])
        client.execute("insert into parts (v) values (1)")
        client.execute(DUE)
    catalog = asyncio.run(read_catalog(server.endpoint(database), {database}))
    workload = captured_long_ago(mark, tmp_path, "old", catalog=catalog)
    with superuser(server, database) as connection:
        connection.execute("create table production as select * from jobs; truncate jobs, parts")
    plan = {"clock": Clock.PRODUCTION, "skip_idle_us": 1}
    run, fit = replay(workload, server, tmp_path / "old.run", database=database, speed=speed, plan=plan)
    assert fit.errors["new"] == 0
    with superuser(server, database) as connection:
        for column in COLUMNS:
            query = f"select extract(epoch from j.{column} - p.{column} + %s)::float8 * 1000 from jobs j join production p using (id)"
            moved = [abs(float(str(row[0]))) for row in connection.execute(query.encode(), [AGE])]
            assert len(moved) == 4
            assert median(moved) <= 2, column
        found = connection.execute("select count(*) from jobs where day = run_at::date and old > day").fetchone()
        assert found == (4,)
        assert connection.execute("select now() - at > interval '9 days' from parts").fetchone() == (True,)
    due = run.outcomes().collect().sort("session", "seq")["rows"].to_list()
    assert due[-2] == 4  # the last event is the disconnect
    facts = run.manifest.clock
    assert facts is not None
    assert sorted(facts.defaults) == [
        *(f"public.jobs.{column}" for column in ("called", "day", "local", "run_at", "until")),
        "public.parts.at",
        "public.parts_1.at",
    ]
    assert defaults(server, database) == before


async def replaced(cluster: Cluster, database: str) -> ReplacedDefaults:
    connection = await connect_as_harness(cluster.endpoint(database))
    try:
        return await replace_clock_defaults(connection)
    finally:
        await connection.close()


async def put_back(cluster: Cluster, database: str) -> None:
    connection = await connect_as_harness(cluster.endpoint(database))
    try:
        await put_back_clock_defaults(connection)
    finally:
        await connection.close()


def test_what_a_killed_replay_left_is_put_back(
    server: Cluster, database: str, before: list[tuple[object, ...]]
) -> None:
    """Also the default of a partition that was created during the replay; without a setting a default is the target's time."""
    asyncio.run(replaced(server, database))
    assert defaults(server, database) != before
    with superuser(server, database) as connection:
        connection.execute(
            "create table parts_2 (like parts including defaults); alter table parts attach partition parts_2 for values from (10) to (20)"
        )
        connection.execute("insert into jobs (id) values (9)")
        assert connection.execute("select run_at <= now() and now() - run_at < '1 min' from jobs").fetchone() == (True,)
    asyncio.run(replaced(server, database))  # a second replay begins
    asyncio.run(put_back(server, database))
    after = defaults(server, database)
    assert after[: len(before)] == before
    assert "pgrehearse" not in str(after)
    with superuser(server, database) as connection:
        connection.execute("insert into parts (v) values (15)")


def created(cluster: Cluster) -> dict[int, float]:
    """When each order was created, by its id, in seconds since the epoch."""
    with superuser(cluster, order_system.DATABASE) as connection:
        rows = connection.execute("select id, extract(epoch from created_at)::float8 from orders").fetchall()
    return {int(str(number)): float(str(at)) for number, at in rows}


def test_rows_have_production_s_ids_and_times(server: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order system: serial ids and ``created_at default now()``, rollbacks and savepoints, at full speed in production's order."""
    truth = TrueIds.watching(monkeypatch)
    order_system.create(server)
    mark = LogMark.now(server)
    order_system.run(server, sessions=4, transactions=10, seed=5)
    catalog = asyncio.run(read_catalog(server.endpoint(order_system.DATABASE), {order_system.DATABASE}))
    workload = captured_long_ago(mark, tmp_path, "orders", catalog=catalog)
    truth.write(workload, server)
    production = created(server)
    order_system.create(server)
    plan = {"clock": Clock.PRODUCTION, "order": Ordering(Sync.COMMIT)}
    run, _ = replay(workload, server, tmp_path / "orders.run", database=order_system.DATABASE, plan=plan)
    found = created(server)
    assert found.keys() == production.keys()
    late = [abs(found[number] - production[number] + AGE.total_seconds()) for number in production]
    assert median(late) <= 0.002
    assert run.manifest.clock is not None
    assert run.manifest.clock.defaults == ["public.orders.created_at"]
