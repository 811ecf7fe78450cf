"""``capture decode`` on PostgreSQL 15 and 18: every committed row is decoded, and nothing is left on the server."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pgrehearse.capture.decode.files import Decoded
from pgrehearse.targets.embedded.cluster import Cluster
from tests.conftest import connect, new_database, superuser
from tests.postgres.conftest import start_cluster, stop_cluster
from tests.postgres.decodings import decoding, left_on, start

SCHEMA = """
create table items (id serial primary key, name text, body text, made timestamptz default now(), key uuid default gen_random_uuid());
create table keyless (a int, b text);
create schema "Odd schema";
create table "Odd schema"."Odd ""table" ("Köln" text, "a b" int);
create table parted (id bigint generated always as identity, day date) partition by range (day);
create table parted_1 partition of parted for values from ('2026-01-01') to ('2026-02-01');
create table parted_2 partition of parted for values from ('2026-02-01') to ('2026-03-01');
create unlogged table fleeting_rows (a int);
"""


@pytest.fixture(scope="module", params=[15, 18], ids=["pg15", "pg18"])
def logical(home: Path, request: pytest.FixtureRequest) -> Iterator[Cluster]:
    """A server of each version whose WAL is logical."""
    cluster = start_cluster(home, request.param, f"logical-{request.param}", wal_level="logical")
    yield cluster
    stop_cluster(cluster)


@pytest.fixture
def shop(logical: Cluster) -> Iterator[str]:
    """A database with tables of every kind; nothing of a capture is left there afterwards."""
    create(logical, "shop")
    yield "shop"
    assert left_on(logical, "shop") == (0, 0)


def create(cluster: Cluster, name: str) -> None:
    new_database(cluster, name, SCHEMA)


def inserted(decoded: Decoded, table: str, *columns: str) -> list[tuple[str | None, ...]]:
    """Return values of the inserted rows of a table in the order of their commits."""
    changes = decoded.changes().filter((pl.col("action") == "insert") & (pl.col("relation") == table)).collect()
    rows = [dict(zip(names, values, strict=True)) for names, values in changes.select("columns", "values").iter_rows()]
    return [tuple(None if (value := row[column]) is None else value.decode() for column in columns) for row in rows]


def stored(cluster: Cluster, database: str, query: str) -> list[tuple[Any, ...]]:
    with superuser(cluster, database) as connection:
        return connection.execute(query.encode()).fetchall()


def test_every_committed_row_is_decoded(logical: Cluster, shop: str, tmp_path: Path) -> None:
    """Generated values too; rolled back rows are not, nor those of a savepoint; names need no quoting; partitions are their table's."""
    with decoding(logical, shop, tmp_path / "d.decoded") as running, connect(logical, shop) as app:
        app.execute("insert into items (name) values ('a'), (null), ('')")
        app.execute("begin")
        app.execute("insert into items (name) values ('kept')")
        app.execute("savepoint s")
        app.execute("insert into items (name) values ('undone')")
        app.execute("rollback to s")
        app.execute("commit")
        app.execute("begin")
        app.execute("insert into items (name) values ('rolled back')")
        app.execute("rollback")
        app.execute("insert into keyless select n, repeat('x', n) from generate_series(1, 500) n")
        app.execute("update keyless set b = 'changed' where a = 1")
        app.execute("delete from keyless where a = 2")
        app.execute("""insert into "Odd schema"."Odd ""table" values ('ä', 1)""")
        app.execute("insert into parted (day) values ('2026-01-05'), ('2026-02-05')")
        app.execute("insert into fleeting_rows values (1)")
        decoded = running.decoded()
    rows = stored(logical, shop, "select id::text, name, made::text, key::text from items order by id")
    with superuser(logical, shop) as connection:
        zone = connection.execute("show timezone").fetchall()[0][0]
    assert zone == "UTC"
    assert inserted(decoded, "items", "id", "name", "made", "key") == rows
    assert len(inserted(decoded, "keyless", "a", "b")) == 500
    assert inserted(decoded, 'Odd "table', "Köln", "a b") == [("ä", "1")]
    assert inserted(decoded, "parted", "id", "day") == [("1", "2026-01-05"), ("2", "2026-02-05")]
    tables = {table.name for table in decoded.manifest.tables}
    assert {"items", "keyless", "parted"} <= tables
    assert "fleeting_rows" not in tables
    assert decoded.manifest.changes == 4 + 500 + 1 + 2
    assert decoded.manifest.transactions == 5


def test_a_column_that_is_added_during_the_capture(logical: Cluster, shop: str, tmp_path: Path) -> None:
    """Also inside the transaction that adds it; and a table that is created then."""
    with decoding(logical, shop, tmp_path / "d.decoded") as running, connect(logical, shop) as app:
        app.execute("insert into keyless values (1, 'before')")
        app.execute("begin")
        app.execute("insert into keyless values (2, 'inside')")
        app.execute("alter table keyless add c text default 'c'")
        app.execute("insert into keyless values (3, 'after', 'd')")
        app.execute("create table later (n int)")
        app.execute("insert into later values (4)")
        app.execute("commit")
        decoded = running.decoded()
    changes = decoded.changes().filter(pl.col("relation") == "keyless").collect()
    assert changes["columns"].to_list() == [["a", "b"], ["a", "b"], ["a", "b", "c"]]
    assert inserted(decoded, "later", "n") == [("4",)]


def test_updates_of_the_users_publication(logical: Cluster, shop: str, tmp_path: Path) -> None:
    """A TOASTed value that an UPDATE leaves as it is has no value in the row."""
    with superuser(logical, shop) as connection:
        connection.execute("alter table items alter body set storage external")
        connection.execute("create publication theirs for table items")
        connection.execute("insert into items (name, body) values ('wide', repeat('x', 100000))")
    options = ("--publication", "theirs")
    with decoding(logical, shop, tmp_path / "d.decoded", *options) as running, connect(logical, shop) as app:
        app.execute("update items set name = 'renamed'")
        app.execute("delete from items")
        app.execute("truncate items")
        decoded = running.decoded()
    changes = decoded.changes().collect()
    assert changes["action"].to_list() == ["update", "delete", "truncate"]
    assert changes["columns"].to_list() == [["id", "name", "made", "key"], ["id"], []]
    assert stored(logical, shop, "select pubname from pg_publication") == [("theirs",)]


def test_one_database_of_several_is_decoded(logical: Cluster, shop: str, tmp_path: Path) -> None:
    """Two captures run beside each other; each has the rows of its own database."""
    create(logical, "other")
    with (
        decoding(logical, shop, tmp_path / "a.decoded") as first,
        decoding(logical, "other", tmp_path / "b.decoded") as second,
        connect(logical, shop) as app,
        connect(logical, "other") as other,
    ):
        app.execute("insert into keyless values (1, 'shop')")
        other.execute("insert into keyless values (2, 'other')")
        decoded = [first.decoded(), second.decoded()]
    assert [inserted(one, "keyless", "a", "b") for one in decoded] == [[("1", "shop")], [("2", "other")]]
    assert [one.manifest.database for one in decoded] == ["shop", "other"]


def test_large_transactions_and_many_small_ones(logical: Cluster, shop: str, tmp_path: Path) -> None:
    """More than one batch; every row once, in the order of commits."""
    with decoding(logical, shop, tmp_path / "d.decoded") as running, connect(logical, shop) as app:
        app.execute("insert into keyless select n, repeat('y', 1000) from generate_series(1, 20000) n")
        for n in range(20001, 20201):
            app.execute("insert into keyless values (%s, 'z')", [n])
        decoded = running.decoded()
    assert [int(str(a)) for (a,) in inserted(decoded, "keyless", "a")] == list(range(1, 20201))
    assert decoded.changes().collect()["place"].to_list() == list(range(20200))


def test_a_killed_capture_leaves_nothing_on_the_server(logical: Cluster, shop: str, tmp_path: Path) -> None:
    """kill -9: the server drops the temporary slot, and the watchdog the publication."""
    with decoding(logical, shop, tmp_path / "d.decoded") as running:
        assert left_on(logical, shop, 0) == (1, 1)
        os.kill(running.process.pid, signal.SIGKILL)
        assert left_on(logical, shop) == (0, 0)


def test_the_capture_ends_by_itself(logical: Cluster, shop: str, tmp_path: Path) -> None:
    """After --for: exit code 0, and what was committed until the end is there."""
    with decoding(logical, shop, tmp_path / "d.decoded", "--for", "2s") as running, connect(logical, shop) as app:
        app.execute("insert into keyless values (1, 'x')")
        code, document, error = running.ended()
    assert code == 0, error
    assert (document["changes"], document["stopped"]) == (1, "")
    assert inserted(Decoded.open(tmp_path / "d.decoded"), "keyless", "a") == [("1",)]


def test_it_stops_when_the_server_keeps_too_much_wal(logical: Cluster, shop: str, tmp_path: Path) -> None:
    """A transaction that is open holds the slot's restart_lsn back; --max-wal ends the capture before production's disk does."""
    with (
        decoding(logical, shop, tmp_path / "d.decoded", "--max-wal", "8MB") as running,
        connect(logical, shop) as idle,
        connect(logical, shop) as app,
    ):
        idle.execute("begin")
        idle.execute("insert into keyless values (0, 'open')")
        app.execute("insert into keyless select n, repeat('y', 1000) from generate_series(1, 20000) n")
        code, document, error = running.ended()
        idle.execute("rollback")
    assert code == 0, error
    assert "of WAL for the slot, more than --max-wal" in document["stopped"]
    # It may stop before the statement has committed, or while the server sends its rows: transactions are complete.
    assert document["changes"] in {0, 20000}
    assert Decoded.open(tmp_path / "d.decoded").changes().collect().height == document["changes"]


def test_a_slot_that_the_server_removed_is_a_sentence(logical: Cluster, shop: str, tmp_path: Path) -> None:
    """The rows until then stay readable. Exit code 4."""
    with decoding(logical, shop, tmp_path / "d.decoded") as running, connect(logical, shop) as app:
        app.execute("insert into keyless values (1, 'x')")
        assert _received(logical)
        stored(logical, shop, "select pg_terminate_backend(active_pid) from pg_replication_slots")
        code, document, error = running.ended()
    assert (code, document["error"]["code"]) == (4, 4)
    assert "the server ended the decoding" in document["error"]["message"]
    assert error == "" or "Traceback" not in error
    assert inserted(Decoded.open(tmp_path / "d.decoded"), "keyless", "a") == [("1",)]


def _received(cluster: Cluster) -> bool:
    """Wait until the slot's reader has received everything."""
    query = "select bool_and(sent_lsn >= pg_current_wal_lsn()) from pg_stat_replication where state = 'streaming'"
    for _ in range(2400):
        if stored(cluster, "postgres", query) == [(True,)]:
            return True
        threading.Event().wait(0.05)
    return False


def refused(cluster: Cluster, database: str, output: Path, *options: str, user: str = "postgres") -> dict[str, str]:
    """Return the error of a capture that cannot begin; nothing is written."""
    code, document, error = start(cluster, database, output, *options, user=user).ended()
    assert "Traceback" not in error
    assert not output.exists()
    assert code == document["error"]["code"] == 4, (document, error)
    problem: dict[str, str] = document["error"]
    return problem


def test_what_cannot_be_decoded_is_a_sentence(logical: Cluster, shop: str, tmp_path: Path) -> None:
    """A publication or a table that does not exist; a publication that would be incomplete."""
    output = tmp_path / "d.decoded"
    with superuser(logical, shop) as connection:
        connection.execute("create publication some_columns for table items (id, name)")
        connection.execute("create publication only_updates for table items with (publish = 'update')")
    assert "there is no publication nobody" in refused(logical, shop, output, "--publication", "nobody")["message"]
    assert "a list of columns" in refused(logical, shop, output, "--publication", "some_columns")["message"]
    assert "does not publish inserts" in refused(logical, shop, output, "--publication", "only_updates")["message"]
    assert "there is no table nothing" in refused(logical, shop, output, "--table", "nothing")["message"]
    with superuser(logical, shop) as connection:
        connection.execute("drop publication some_columns, only_updates")


def test_a_role_that_owns_its_tables_needs_no_superuser(logical: Cluster, shop: str, tmp_path: Path) -> None:
    """REPLICATION, CREATE on the database, and the tables; without one of them the error names it."""
    output = tmp_path / "d.decoded"
    with superuser(logical, shop) as connection:
        connection.execute("drop role if exists clerk")
        connection.execute("create role clerk login")
    assert "may not use replication slots" in refused(logical, shop, output, user="clerk")["message"]
    with superuser(logical, shop) as connection:
        connection.execute("alter role clerk replication")
        connection.execute("grant create on database shop to clerk")
    assert "does not own 4 of 4 tables" in refused(logical, shop, output, user="clerk")["message"]
    with superuser(logical, shop) as connection:
        connection.execute("alter table keyless owner to clerk")
    running = start(logical, shop, output, "--table", "keyless", "--for", "3s", user="clerk")
    _until_published(logical, shop)
    with connect(logical, shop) as app:
        app.execute("insert into items (name) values ('other')")
    code, document, error = running.ended()
    assert code == 0, (document, error)
    assert [table["name"] for table in document["tables"]] == ["keyless"]
    with superuser(logical, shop) as connection:
        connection.execute("drop owned by clerk cascade")
        connection.execute("drop role clerk")


def _until_published(cluster: Cluster, database: str) -> None:
    for _ in range(200):
        if stored(cluster, database, "select 1 from pg_publication where pubname like 'pgrehearse%'"):
            return
        threading.Event().wait(0.05)


def test_wal_level_replica_is_a_sentence(pg16: Cluster, tmp_path: Path) -> None:
    """It requires a restart; the log alone can be used without."""
    problem = refused(pg16, "postgres", tmp_path / "d.decoded")
    assert problem["message"].endswith("wal_level is replica; logical decoding requires wal_level = logical")
    assert "restart" in problem["remedy"]
    assert "deduced from the log alone" in problem["remedy"]
