"""The SQL of the metrics on PostgreSQL 16 and 18, and on 15 if it is installed."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import psycopg
import pytest

from pgrehearse.base.clock import Timeline
from pgrehearse.compare.plan_diff import difference
from pgrehearse.metrics.explain import Example, read_plans
from pgrehearse.metrics.query_table import QUERIES, sql_for, text
from pgrehearse.metrics.sampler import Sampler, SamplingTarget
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.workload.sql.parser import parse
from tests.conftest import connect, superuser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster

DEBIAN = Path("/usr/lib/postgresql/15/bin/postgres")


@pytest.fixture(scope="session")
def every_server(home: Path, pg16: Cluster, pg18: Cluster) -> Iterator[list[Cluster]]:
    """The embedded servers, and the system's own where there is one."""
    servers = [pg16, pg18]
    if DEBIAN.exists():
        preload = {"shared_preload_libraries": "pg_stat_statements"}
        system = clusters.create(home / "metrics-15", version=15, name="test-15", settings=preload)
        clusters.start(system)
        with superuser(system) as connection:
            connection.execute("create extension pg_stat_statements")
        servers.append(system)
    yield servers
    for cluster in servers[2:]:
        clusters.stop(cluster)


# Scripts, in the order in which a heartbeat runs them. No server of the tests has Aurora's functions.
SCRIPTS = ("heartbeat_make", "heartbeat_beat", "heartbeat_read", "heartbeat_end")
ASKED = sorted(name for name in QUERIES if name not in SCRIPTS and not name.startswith("aurora_"))


@pytest.mark.parametrize("name", ASKED)
def test_every_query_runs_on_every_server(every_server: list[Cluster], name: str) -> None:
    """A server accepts the SQL that was selected for its version."""
    for cluster in every_server:
        sql = sql_for(name, cluster.version)
        if name == "statements" and cluster.version != 15:
            continue  # the extension is contrib's, which the embedded servers lack
        if sql is None:
            assert (name, cluster.version) == ("io", 15)
            continue
        with superuser(cluster) as connection:
            for place, value in (("$1::text[]", "'{postgres}'"), ("$1::int4", "2"), ("$2::int4", "1000")):
                sql = sql.replace(place, value)
            result = connection.execute(sql.encode())
            assert result.description


SAMPLING = "select state = 'active' from pg_stat_activity where pid = %s"


def test_each_sample_of_the_sessions_is_taken_separately(every_server: list[Cluster]) -> None:
    """Thirty samples in 1.5 s, of which a session works for 0.3 s: some of them contain it, not all, and none twice."""
    for cluster in every_server:
        sql = (sql_for("activity", cluster.version) or "").replace("$1::int4", "30").replace("$2::int4", "50000")
        with superuser(cluster) as looks, connect(cluster, "postgres") as works:

            def work(
                session: psycopg.Connection[tuple[object, ...]] = works, pid: int = looks.info.backend_pid
            ) -> None:
                while session.execute(SAMPLING, (pid,)).fetchone() != (True,):
                    pass
                session.execute("select pg_sleep(0.3)")

            thread = threading.Thread(target=work)
            thread.start()
            rows = looks.execute(sql.encode()).fetchall()
            thread.join()
        counts = {row[:2]: int(str(row[4])) for row in rows if row[3] == "select pg_sleep(0.3)"}
        assert 1 <= counts["Timeout", "PgSleep"] < 30


def test_a_session_counts_when_it_has_an_application_name(every_server: list[Cluster]) -> None:
    """A login that is blocked half-way (18 shows it, without a name) does not count: it may be a session of pgrehearse."""
    stuck = "select count(*) from pg_catalog.pg_locks where relation = 'pg_catalog.pg_authid'::regclass and not granted"
    for cluster in every_server:
        sessions = (sql_for("sessions", cluster.version) or "").encode()
        with superuser(cluster) as holds:
            # The sessions of earlier tests end.
            while holds.execute(sessions).fetchone()[:1] != (0,):  # type: ignore[index]
                pass
            with holds.transaction():
                holds.execute("lock table pg_catalog.pg_authid in access exclusive mode")
                login = threading.Thread(target=lambda where=cluster: superuser(where).close())
                login.start()
                while holds.execute(stuck).fetchone() == (0,):
                    assert login.is_alive()
                counted = holds.execute(sessions).fetchone()
            login.join()
        assert counted is not None
        assert counted[0] == 0


def test_the_heartbeat_is_created_and_removed(every_server: list[Cluster]) -> None:
    """Its scripts run on every server; after the last one nothing of the heartbeat exists, and a mark is kept."""
    for cluster in every_server:
        with superuser(cluster) as connection:
            connection.execute("drop database if exists beating")
            connection.execute("create database beating")
        with psycopg.connect(**cluster.endpoint().to(database="beating").libpq(), autocommit=True) as connection:  # type: ignore[arg-type]
            for name in SCRIPTS:
                connection.execute((sql_for(name, cluster.version) or "").replace("$1::bigint", "7").encode())
            row = connection.execute("select to_regnamespace('pgrehearse')::text").fetchone()
            assert row is not None
            assert row[0] is None
            connection.execute("create schema pgrehearse; create table pgrehearse.mark ()")
            for name in SCRIPTS:
                connection.execute((sql_for(name, cluster.version) or "").replace("$1::bigint", "7").encode())
            kept = connection.execute("select to_regclass('pgrehearse.mark')::text").fetchone()
            assert kept == ("pgrehearse.mark",)
        with superuser(cluster) as connection:
            connection.execute("drop database beating")


def test_every_file_is_in_the_table() -> None:
    """No SQL file is unused, and no entry lacks its file."""
    stems = {path.stem for path in (Path(__file__).parents[2] / "metrics" / "sql").glob("*.sql")}
    listed = {stem for variants in QUERIES.values() for versions in variants.values() for stem in versions.values()}
    assert {stem for stem in stems if not stem.startswith("state_")} == listed
    assert all(text(stem) for stem in stems)


def test_statements_are_counted_by_query_key(every_server: list[Cluster], tmp_path: Path) -> None:
    """The increase of pg_stat_statements over the run, with the query keys of a workload's shapes."""
    system = next((cluster for cluster in every_server if cluster.version == 15), None)
    if system is None:
        pytest.skip("no contrib on this machine")
    sampler = Sampler(
        SamplingTarget(system.endpoint(), ("postgres",)), Timeline.starting_in(0), tmp_path, every_us=100_000
    )
    with superuser(system) as connection:
        connection.execute("create table if not exists counted (n int)")
        connection.execute("select n from counted where n = 1")
        sampler.start()
        threading.Event().wait(0.7)
        for number in range(40):
            connection.execute(f"select n from counted where n = {number}")
        for number in range(8):
            connection.execute(f"select n + 1 from counted where n = {number}")
        sampler.stop()
    samples = pl.read_parquet(sorted(tmp_path.glob("metrics-*.parquet")))
    rates = [
        samples.filter(metric="statement_calls_per_s", subject=f"query:{parse(sql, sql).query_key}")["value"].item()
        for sql in ("select n from counted where n = 1", "select n + 1 from counted where n = 1")
    ]
    assert rates[0] == pytest.approx(5 * rates[1])


def test_plans_are_read_and_their_difference_is_reported(every_server: list[Cluster]) -> None:
    """Generic plans and plans with values, of reads and writes, on every version. No statement is executed, no value is stored."""
    examples = [
        Example("by_n", "select", "select * from planned where n = $1 and t <> $2", ("7", "o'clock")),
        Example("simple", "select", "select count(*) from planned where n = 7", None),
        Example("write", "delete", "delete from planned where n = $1", ("7",)),
        Example("two", "select", "select 1; drop table planned", None),
        Example("missing", "select", "select * from not_there", None),
    ]
    for cluster in every_server:
        with superuser(cluster) as connection:
            connection.execute("create table planned as select n, n::text as t from generate_series(1, 50000) n")
            connection.execute("create index planned_n on planned (n); analyze planned")
            before = asyncio.run(read_plans(cluster.endpoint(), examples))
            connection.execute("drop index planned_n")
            after = asyncio.run(read_plans(cluster.endpoint(), examples))
            assert connection.execute("select count(*) from planned").fetchone() == (50000,)
            connection.execute("drop table planned")
        assert set(before["by_n"]) == {"generic", "captured"}
        assert set(before["two"]) == set(before["missing"]) == {"unavailable"}
        assert "o'clock" not in str(before)
        sentences = difference(before["by_n"], after["by_n"])
        assert any("planned by Index Scan using planned_n -> Seq Scan" in sentence for sentence in sentences)
        assert any("estimated cost" in sentence for sentence in sentences)
        assert difference(before["by_n"], before["by_n"]) == ()
        assert any("Seq Scan" in sentence for sentence in difference(before["write"], after["write"]))
