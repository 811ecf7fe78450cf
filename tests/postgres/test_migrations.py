"""A migration file on a real server: what is executed, its locks, and its errors."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.scenarios.migration.record import read_records, write_records
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.scenarios.sides.side_changes import change_embedded
from tests.conftest import new_database, superuser

if TYPE_CHECKING:
    from pathlib import Path

    import psycopg

    from pgrehearse.scenarios.migration.record import MigrationRecord
    from pgrehearse.targets.embedded.cluster import Cluster

DATABASE = "migrated"
SCHEMA = """
create table orders (id bigint primary key, word text not null);
insert into orders select n, 'genuine' from generate_series(1, 50) n;
create table parts (id int) partition by range (id);
create table part partition of parts for values from (0) to (10);
"""


@pytest.fixture(autouse=True)
def _database(pg16: Cluster) -> None:
    new_database(pg16, DATABASE, SCHEMA)


def migrate(pg16: Cluster, folder: Path, sql: str) -> MigrationRecord:
    """Execute a file, and return what it did."""
    path = folder / "m.sql"
    path.write_text(sql)
    (record,) = asyncio.run(change_embedded(pg16.endpoint(DATABASE), Side(migrations=(str(path),))))
    return record


def exact(record: MigrationRecord) -> set[tuple[int, str, str]]:
    return {(lock.line, lock.table, lock.mode) for lock in record.locks if not lock.sampled}


def indexes(pg16: Cluster) -> list[str]:
    with superuser(pg16, DATABASE) as connection:
        rows = connection.execute("select indexname from pg_indexes where schemaname = 'public'").fetchall()
    return [str(name) for (name,) in rows]


def test_each_statement_and_the_locks_of_a_transaction(pg16: Cluster, tmp_path: Path) -> None:
    """A lock of a transaction block is held from the statement that took it to the commit; new tables lock nobody."""
    record = migrate(
        pg16,
        tmp_path,
        "-- a column\nbegin;\nalter table orders add column note text;\nupdate orders set note = 'a' where id < 9;\n"
        "commit;\ncreate table tags (tag text);\ncreate index orders_word on orders (word);\n",
    )
    tags = ["BEGIN", "ALTER TABLE", "UPDATE", "COMMIT", "CREATE TABLE", "CREATE INDEX"]
    assert [one.tag for one in record.statements] == tags
    assert [one.line for one in record.statements] == [2, 3, 4, 5, 6, 7]
    new = {(one.name, one.kind) for one in record.sizes if one.before_bytes is None}
    assert new == {("public.orders_word", "index"), ("public.tags", "table")}
    assert {one.name: one.after_bytes for one in record.sizes}["public.orders_word"] == 16384
    assert exact(record) == {
        (3, "public.orders", "AccessExclusiveLock"),
        (4, "public.orders", "RowExclusiveLock"),
        (7, "public.orders", "ShareLock"),
    }
    of_block = {lock.mode: lock.held_us for lock in record.locks if lock.line < 5}
    assert of_block["AccessExclusiveLock"] >= of_block["RowExclusiveLock"]
    assert [lock.held_us for lock in record.locks] == sorted((lock.held_us for lock in record.locks), reverse=True)


def test_statements_that_may_not_be_in_a_transaction_block(pg16: Cluster, tmp_path: Path) -> None:
    """They are executed alone, as psql executes them; a lock that was sampled is called sampled."""
    record = migrate(
        pg16,
        tmp_path,
        "create index concurrently orders_word on orders (word);\nvacuum orders;\n"
        "alter table parts detach partition part concurrently;\ndo $$ begin commit; end $$;\n"
        "reindex table concurrently orders;\ndrop index concurrently orders_word;",
    )
    assert exact(record) == set()
    assert [one.tag for one in record.statements] == [
        "CREATE INDEX",
        "VACUUM",
        "ALTER TABLE",
        "DO",
        "REINDEX",
        "DROP INDEX",
    ]
    assert indexes(pg16) == ["orders_pkey"]


def wait_for(connection: psycopg.Connection[tuple[object, ...]], query: str) -> None:
    """Wait until a query returns a row."""
    for _ in range(3000):
        if connection.execute(query.encode()).fetchone():
            return
        connection.execute("select pg_sleep(0.02)")
    raise AssertionError(query)


def test_a_lock_is_sampled_while_a_statement_waits(pg16: Cluster, tmp_path: Path) -> None:
    """CREATE INDEX CONCURRENTLY waits for an older transaction; its lock of the table is found while it waits."""
    with superuser(pg16, DATABASE) as older, ThreadPoolExecutor(1) as threads:
        older.autocommit = False
        older.execute("update orders set word = word where id = 1")
        build = threads.submit(migrate, pg16, tmp_path, "create index concurrently i on orders (word)")
        with superuser(pg16, DATABASE) as watcher:
            wait_for(watcher, "select true from pg_locks where not granted")
            wait_for(
                watcher,
                "select true from pg_stat_activity sampler, pg_stat_activity build where sampler.state = 'idle' "
                "and sampler.query like '%pg_locks%' and build.query like 'create index%' "
                "and build.wait_event_type = 'Lock' and sampler.query_start > build.state_change + interval '1 second'",
            )
        older.rollback()
        record = build.result()
    sampled = {(lock.table, lock.mode) for lock in record.locks if lock.sampled}
    assert sampled == {("public.orders", "ShareUpdateExclusiveLock")}


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("create table a (b int);\ncreate unique index on orders (word);\n", r"m\.sql:2: 23505: UniqueViolationError"),
        ("create table a (b int);\n\nalter table a add b int;\n", r'm\.sql:3: 42701: column "b" of relation "a"'),
        ("do $$ begin raise 'genuine'; end $$", r"m\.sql:1: P0001: RaiseError"),
    ],
)
def test_an_error_has_file_and_line_and_no_value(pg16: Cluster, tmp_path: Path, sql: str, message: str) -> None:
    """What was committed before the statement stays, as with psql."""
    with pytest.raises(BadInput, match=message) as caught:
        migrate(pg16, tmp_path, sql)
    assert "genuine" not in caught.value.message
    with superuser(pg16, DATABASE) as connection:
        assert connection.execute("select to_regclass('a') is not null").fetchone() == ("create table" in sql,)


def test_a_failed_transaction_block_leaves_nothing(pg16: Cluster, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"m\.sql:3: 42P07"):
        migrate(pg16, tmp_path, "begin;\ncreate index i on orders (word);\ncreate table orders (a int);\ncommit;")
    assert indexes(pg16) == ["orders_pkey"]


def test_records_are_read_back(pg16: Cluster, tmp_path: Path) -> None:
    """The file of an experiment has no text of a statement."""
    record = migrate(pg16, tmp_path, "insert into orders values (99, 'genuine')")
    path = tmp_path / "candidate.migrations.json"
    write_records(path, [record])
    assert read_records(path) == (record,)
    assert "genuine" not in path.read_text()
    path.write_text(json.dumps({"format": 1, "migrations": [{"path": 3}]}))
    with pytest.raises(BadInput, match=r"candidate\.migrations\.json: damaged: migrations"):
        read_records(path)
    assert read_records(tmp_path / "absent.json") == ()
