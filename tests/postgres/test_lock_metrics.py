"""The metrics of waits for locks: the longest chain of sessions, and the sessions that wait for each table."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, cast

import psycopg

from pgrehearse.metrics.lock_chains import LockChains, lock_chains
from pgrehearse.metrics.query_table import sql_for
from tests.conftest import connect, superuser

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster

WAITING = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"


def chains(cluster: Cluster, database: str) -> LockChains:
    rows = cast("list[tuple[int, list[int]]]", read(cluster, database, "lock_blockers"))
    assert rows  # also if no session waits
    return lock_chains(dict(rows))


def read(cluster: Cluster, database: str, name: str) -> list[tuple[object, ...]]:
    with superuser(cluster, database) as connection:
        return connection.execute((sql_for(name, cluster.version) or "").encode()).fetchall()


def send(connection: psycopg.Connection[tuple[object, ...]], text: str, cluster: Cluster, waiting: int) -> None:
    """Send a statement without waiting for its end, until so many sessions wait for a lock."""
    connection.pgconn.send_query(text.encode())
    with superuser(cluster) as observer:
        for _ in range(24_000):
            if observer.execute(WAITING).fetchone() == (waiting,):
                return
            observer.execute("select pg_sleep(0.005)")
    raise AssertionError(f"{waiting} sessions should wait for a lock")


def test_sessions_that_wait_for_a_table_and_its_rows(server: Cluster, database: str) -> None:
    assert chains(server, database) == LockChains()
    assert read(server, database, "lock_queues") == []
    with ExitStack() as stack:
        first, migration, reader, other = (stack.enter_context(connect(server, database)) for _ in range(4))
        first.execute("create table public.t (n int primary key); create table public.u (n int primary key)")
        first.execute("insert into u values (1)")
        first.execute("begin")
        first.execute("select * from t; update u set n = 1")
        send(migration, "alter table t add column c int", server, 1)
        # It waits behind the migration, which itself waits: a chain of two.
        send(reader, "select * from t", server, 2)
        send(other, "update u set n = 1", server, 3)
        assert chains(server, database) == LockChains(depth=2)
        assert sorted(read(server, database, "lock_queues")) == [("public.t", 2.0), ("public.u", 1.0)]
        first.execute("rollback")
        for connection in (migration, reader, other):
            while connection.pgconn.get_result() is not None:
                pass
    assert chains(server, database) == LockChains()


def test_a_deadlock_that_is_not_detected_yet_is_a_circle_with_its_sessions(server: Cluster, database: str) -> None:
    """A third session waits behind the two that wait for each other. The server ends the deadlock later than the test does."""
    with ExitStack() as stack:
        first, second, third = (stack.enter_context(connect(server, database)) for _ in range(3))
        first.execute("create table public.t (n int primary key)")
        first.execute("insert into t values (1), (2)")
        for connection, row in ((first, 1), (second, 2)):
            connection.execute("set deadlock_timeout = '10min'")
            connection.execute("begin")
            connection.execute("update t set n = n where n = %s", (row,))
        third.execute("set deadlock_timeout = '10min'")
        send(first, "update t set n = n where n = 2", server, 1)
        send(second, "update t set n = n where n = 1", server, 2)
        assert chains(server, database) == LockChains(depth=2, cycles=1)
        send(third, "update t set n = n", server, 3)
        assert chains(server, database) == LockChains(depth=3, cycles=1)
        first.cancel()
        for connection in (first, second, third):
            while connection.pgconn.get_result() is not None:
                pass
            connection.execute("rollback")
