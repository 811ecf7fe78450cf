"""``--catalog``: names are resolved by each session's search_path, and access to a table includes its dependencies."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import polars as pl
import pytest
from psycopg import sql

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.workload.read import Workload
from tests.conftest import LogMark, connect, superuser

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

SCHEMA = """
create schema one; create schema two;
create table one.orders (id int primary key, total int); create table two.orders (id int primary key, total int);
create table videos (id int primary key, comments int default 0);
create table comments (id int primary key, video int references videos on delete cascade, body text);
create table audit (what text);
create function counted() returns trigger language plpgsql as $$
begin
  update videos set comments = comments + 1 where id = new.video;
  if exists (select 1 from one.orders) then insert into audit values ('x'); end if;
  return new;
end $$;
create trigger counted after insert on comments for each row execute function counted();
create view latest as select c.id, v.id as video from comments c join videos v on v.id = c.video;
create table logs (at date) partition by range (at);
create table logs_2026 partition of logs for values from ('2026-01-01') to ('2027-01-01');
create table inbox (id int); create rule kept as on insert to inbox do also insert into audit values (new.id::text);
"""


def worked(cluster: Cluster, database: str) -> None:
    with connect(cluster, database, user="shop", application="tenant") as tenant:
        tenant.execute("select * from orders")
        tenant.execute("set search_path to two, public")
        tenant.execute("update orders set total = 1 where id = 1")
        with tenant.transaction():
            tenant.execute("set local search_path = one")
            tenant.execute("update orders set total = 2 where id = 2")
        tenant.execute("update orders set total = 3 where id = 3")
        tenant.execute("select set_config('search_path', 'one', false)")
        tenant.execute("update orders set total = 4 where id = 4")
        tenant.execute("reset search_path")
    with connect(cluster, database, application="comments") as app:
        app.execute("insert into videos values (1)")
        app.execute("insert into comments values (1, 1, 'x')")
        app.execute("select * from latest where id = 1")
        app.execute("insert into logs values ('2026-05-05')")
        app.execute("insert into inbox values (7)")
        app.execute("delete from videos where id = 1")
        app.execute("create temp table mine (id int)")
        app.execute("select * from mine")


@pytest.fixture
def touched(server: Cluster, database: str, tmp_path: Path) -> pl.DataFrame:
    """The tables that each statement reads and writes, by the catalog."""
    with superuser(server, database) as connection:
        connection.execute(SCHEMA)
        connection.execute("create role shop login superuser")
        connection.execute(
            sql.SQL("alter role shop in database {} set search_path = one").format(sql.Identifier(database))
        )
    mark = LogMark.now(server)
    worked(server, database)
    log = tmp_path / "log.csv"
    log.write_bytes(mark.settled())
    catalog = asyncio.run(read_catalog(server.endpoint(database)))
    with superuser(server, database) as connection:
        connection.execute("drop owned by shop")
        connection.execute("drop role shop")
    assert next(setting for setting in catalog.settings if setting.user == "shop").settings == {"search_path": "one"}
    assert catalog.encodings[database] == "UTF8"
    output = tmp_path / "w.workload"
    settings = tuple(catalog.settings)
    manifest = capture_logs(CaptureOptions((log,), output, settings=settings, catalog=catalog), tool_version="test")
    assert any("were resolved, and dependent tables were added, by the catalog" in note for note in manifest.notes)
    assert any("mine" in note for note in manifest.notes)
    workload = Workload.open(output)
    return (
        workload.events()
        .collect()
        .join(workload.shapes(), on="shape")
        .select(pl.col("sql").cast(pl.String), "tables_read", "tables_written", "table_columns")
    )


def tables(touched: pl.DataFrame, beginning: str) -> list[tuple[set[str], set[str]]]:
    rows = touched.filter(pl.col("sql").str.starts_with(beginning)).rows()
    return [(set(read), set(written)) for _, read, written, _ in rows]


def test_names_are_resolved_by_the_search_path(touched: pl.DataFrame) -> None:
    """After SET, SET LOCAL (until the end of its transaction) and set_config. A name without a table is unchanged."""
    assert tables(touched, "select * from orders") == [({"one.orders"}, set())]
    assert [written for _, written in tables(touched, "update orders")] == [
        {"two.orders"},
        {"one.orders"},
        {"two.orders"},
        {"one.orders"},
    ]
    assert tables(touched, "select * from mine") == [({"mine"}, set())]


def test_an_insert_that_names_no_columns_has_those_of_its_table(touched: pl.DataFrame) -> None:
    unnamed = touched.filter(pl.col("table_columns").is_not_null())
    assert unnamed.filter(pl.col("sql").str.starts_with("insert into inbox"))["table_columns"].to_list() == [["id"]]


def test_access_to_a_table_includes_its_dependencies(touched: pl.DataFrame) -> None:
    """By foreign keys, triggers, views, rules, partitions and cascades."""
    assert tables(touched, "insert into comments") == [
        ({"one.orders"}, {"public.comments", "public.videos", "public.audit"})
    ]
    assert tables(touched, "insert into videos") == [({"public.comments"}, {"public.videos"})]
    assert tables(touched, "select * from latest") == [({"public.latest", "public.comments", "public.videos"}, set())]
    assert tables(touched, "insert into logs") == [(set(), {"public.logs", "public.logs_2026"})]
    assert tables(touched, "insert into inbox") == [(set(), {"public.inbox", "public.audit"})]
    ((_, written),) = tables(touched, "delete from videos")
    assert written >= {"public.videos", "public.comments"}
