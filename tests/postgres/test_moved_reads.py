"""`--route-reads`: reads are sent to a reader on a connection of their own, and those that cannot be moved are counted by reason."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.conftest import LogMark, connect, superuser
from tests.postgres.readers import NAME, Servers, moved, wait_for, with_standby
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

# What each session sends, and which of the statements with a comment are sent to the reader.
SESSIONS = {
    "alone": [
        "select /* r1 */ name from item",
        "insert /* w1 */ into item values (10, 'x')",
        "select /* r2 */ name from item",
    ],
    "in_transaction": ["begin", "select /* w2 */ name from item", "commit", "select /* r3 */ 3"],
    "read_only": ["begin read only", "select /* r4 */ name from item", "select /* r5 */ 5", "commit"],
    "serializable": ["begin isolation level serializable read only", "select /* w3 */ 1", "commit"],
    "locks": ["select /* w4 */ from item for update", "select /* w5 */ pg_advisory_lock(7)"],
    "sets": ["select /* r6 */ 6", "set search_path to public", "select /* w6 */ name from item"],
    "sets_by_function": ["select /* w7 */ set_config('a.b', 'c', false)", "select /* w8 */ current_setting('a.b')"],
    "sets_for_a_transaction": ["begin", "set local work_mem = '1MB'", "commit", "select /* r7 */ 7"],
    "temporary": ["create temp table mine (n int)", "select /* w9 */ n from mine"],
    "draws": ["select /* w10 */ nextval('numbers')", "select /* w11 */ currval('numbers')"],
}


def run_traffic(servers: Servers) -> None:
    """Each session by the simple protocol, and one by named statements of the extended one."""
    for texts in SESSIONS.values():
        with connect(servers.primary, NAME) as connection:
            for text in texts:
                connection.execute(text.encode())
    with connect(servers.primary, NAME, application="named") as connection:
        connection.prepare_threshold = 0
        for _ in range(3):
            connection.execute("select /* r8 */ name from item where id = %s", (1,))
        connection.execute("update /* w12 */ item set name = %s where id = %s", ("b", 1))


@pytest.fixture(scope="module")
def servers(pg18: Cluster, home: Path) -> Iterator[Servers]:
    with with_standby(pg18, home, "reader-of-reads") as both:
        yield both


@pytest.fixture(scope="module")
def workload(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Workload:
    with superuser(servers.primary, NAME) as connection:
        connection.execute("create sequence numbers")
    mark = LogMark.now(servers.primary)
    run_traffic(servers)
    captured = mark.capture(tmp_path_factory.mktemp("moved"), "w")
    restore(servers)
    return captured


def restore(servers: Servers) -> None:
    with superuser(servers.primary, NAME) as connection:
        connection.execute("delete from item where id = 10")
    servers.caught_up()


def marked(log: bytes) -> set[str]:
    """Return the marks in the comments of statements that were executed. A PREPARE of the protocol is sent to the target."""
    executed = b"\n".join(line for line in log.splitlines() if b" parse " not in line)
    return {mark.decode() for mark in re.findall(rb"/\* ([rw]\d+) \*/", executed)}


def test_only_reads_that_give_the_same_result_alone_are_moved(
    servers: Servers, workload: Workload, tmp_path: Path
) -> None:
    marks = [LogMark.now(cluster) for cluster in servers]
    run, fit = replay(workload, servers.primary, tmp_path / "r.run", database=NAME, plan=moved(servers, "all"))
    on_primary, on_reader = (marked(mark.settled()) for mark in marks)
    reads = {f"r{number}" for number in range(1, 9)}
    assert (on_reader, on_primary) == (reads, {f"w{number}" for number in range(1, 13)})
    assert (fit.errors["new"], fit.statements["failed"]) == (0, 0)
    facts = run.manifest.readers
    assert facts is not None
    assert facts.moved == 10
    assert facts.kept == {
        "it writes, locks, or has another effect": 3,
        "it changes the settings of its session": 1,
        "its session changed its settings before": 2,
        "it is in a transaction that is not READ ONLY": 1,
        "its transaction is serializable, which a standby refuses": 1,
        "its session created temporary objects before": 1,
        "it reads what its session drew from a sequence": 1,
    }
    restore(servers)


def test_a_selection_moves_the_reads_of_one_application(servers: Servers, workload: Workload, tmp_path: Path) -> None:
    mark = LogMark.now(servers.standby)
    plan = moved(servers, "application=named")
    run, _ = replay(workload, servers.primary, tmp_path / "r.run", database=NAME, plan=plan)
    assert marked(mark.settled()) == {"r8"}
    assert run.manifest.readers is not None
    assert (run.manifest.readers.moved, run.manifest.readers.kept) == (3, {})
    assert run.manifest.plan.reads == "application=named"
    restore(servers)


def test_errors_of_moved_reads_are_compared_with_those_of_production(servers: Servers, tmp_path: Path) -> None:
    mark = LogMark.now(servers.primary)
    with connect(servers.primary, NAME) as connection:
        connection.execute("select 1")
        with pytest.raises(psycopg.errors.DivisionByZero):
            connection.execute("select 1 / 0")
        connection.execute("insert into item values (10, 'x')")
    workload = mark.capture(tmp_path, "w")
    restore(servers)
    run, fit = replay(workload, servers.primary, tmp_path / "r.run", database=NAME, plan=moved(servers, "all"))
    assert (fit.errors["same"], fit.errors["new"], fit.statements["ok"]) == (1, 0, 2)
    assert run.connections().height == 2
    restore(servers)


def test_a_connection_to_a_reader_that_was_lost_is_opened_again(servers: Servers, tmp_path: Path) -> None:
    mark = LogMark.now(servers.primary)
    with connect(servers.primary, NAME) as connection:
        for text in ("select 1", "begin", "select pg_sleep(1)", "commit", "select 2"):
            connection.execute(text.encode())
    workload = mark.capture(tmp_path, "w")
    ends = "select coalesce(bool_or(pg_terminate_backend(pid)), false) from pg_stat_activity where application_name = 'app' and query = 'select 1'"
    with superuser(servers.standby) as connection, ThreadPoolExecutor() as threads:
        ended = threads.submit(wait_for, connection, ends)
        run, fit = replay(workload, servers.primary, tmp_path / "r.run", database=NAME, plan=moved(servers, "all"))
        ended.result()
    assert (fit.statements["ok"], fit.statements["failed"]) == (5, 0)
    assert sorted(run.connections()["sqlstate"].to_list(), key=str) == ["08006", None, None]
