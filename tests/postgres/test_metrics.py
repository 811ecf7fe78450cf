"""Every query of the catalogue on every server there is; what the sampler finds; what it leaves alone."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from base.clock import Timeline
from base.endpoint import Endpoint
from metrics.queries import QUERIES, query, text
from metrics.sampler import Sampler, Watched
from metrics.state import read_state
from runs.catalogue import CATALOGUE
from targets import cluster as clusters
from tests.conftest import connect, superuser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from targets.cluster import Cluster

DEBIAN = Path("/usr/lib/postgresql/15/bin/postgres")


@pytest.fixture(scope="session")
def every_server(home: Path, pg16: Cluster, pg18: Cluster) -> Iterator[list[Cluster]]:
    """The embedded servers, and the system's own where there is one."""
    found = [pg16, pg18]
    if DEBIAN.exists():
        system = clusters.create(home / "pg15", version=15, name="test-15")
        clusters.start(system)
        found.append(system)
    yield found
    for cluster in found[2:]:
        clusters.stop(cluster)


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_every_query_runs_on_every_server(every_server: list[Cluster], name: str) -> None:
    """The SQL picked for a version is SQL that version takes."""
    for cluster in every_server:
        with superuser(cluster) as connection:
            wanted = query(name, cluster.version).replace("$1::text[]", "'{postgres}'")
            found = connection.execute(wanted.encode())
            assert found.description


def test_every_file_is_in_the_table() -> None:
    """No SQL lies about unused, none is asked for that is not there."""
    stems = {path.stem for path in (Path(__file__).parents[2] / "metrics" / "sql").glob("*.sql")}
    named = {stem for versions in QUERIES.values() for stem in versions.values()}
    assert {stem for stem in stems if not stem.startswith("state_")} == named
    assert all(text(stem) for stem in stems)


def test_the_sampler_sees_the_servers_work_and_not_its_own(server: Cluster, database: str, tmp_path: Path) -> None:
    """Commits, connections, host and disk of a busy database; an idle one shows next to nothing."""
    stop = threading.Event()

    def work() -> None:
        with connect(server, database) as connection:
            while not stop.is_set():
                connection.execute("select pg_sleep(0.002)")

    sampler = Sampler(Watched(server.endpoint(), (database,)), Timeline.starting_in(0), tmp_path, every_us=500_000)
    thread = threading.Thread(target=work)
    thread.start()
    sampler.start()
    stop.wait(2.3)
    stop.set()
    thread.join()
    sampler.stop()
    found = pl.read_parquet(sorted(tmp_path.glob("metrics-*.parquet")))
    assert sampler.unavailable == {}
    assert abs(sampler.clocks["server_offset_us"]) < 50_000
    means = dict(found.group_by("metric").agg(pl.col("value").mean()).iter_rows())
    assert {
        "cpu_percent",
        "server_cpu_percent",
        "commits_per_s",
        "connections",
        "wal_bytes_per_s",
        "cache_hit_ratio",
        "write_iops",
    } <= set(means)
    assert means["commits_per_s"] > 50
    assert means["connections"] == 1
    assert set(found["metric"]) <= set(CATALOGUE)
    idle = tmp_path / "idle"
    idle.mkdir()
    quiet = Sampler(Watched(server.endpoint(), (database,)), Timeline.starting_in(0), idle, every_us=500_000)
    quiet.start()
    threading.Event().wait(3.2)
    quiet.stop()
    alone = pl.read_parquet(sorted(idle.glob("metrics-*.parquet")))
    assert alone.filter(metric="connections")["value"].max() == 0
    steady = alone.filter(metric="commits_per_s").sort("at_us")["value"].to_list()[4:]
    assert sum(steady) / len(steady) < 0.5


def test_replica_lag_is_real(home: Path, pg18: Cluster, tmp_path: Path) -> None:
    """A standby that stops replaying falls behind, in bytes and milliseconds; caught up it is at zero."""
    standby = clusters.follow(pg18, home / "lagging", name="lagging")
    try:
        with superuser(pg18) as primary, superuser(standby) as replica:
            primary.execute("drop table if exists lag")
            primary.execute("create table lag (t text)")
            sampler = Sampler(
                Watched(pg18.endpoint(), ("postgres",), standby.endpoint()),
                Timeline.starting_in(0),
                tmp_path,
                every_us=200_000,
            )
            sampler.start()
            replica.execute("select pg_sleep(0.5)")
            replica.execute("select pg_wal_replay_pause()")
            for _ in range(10):
                primary.execute("insert into lag select repeat('x', 1000) from generate_series(1, 100)")
                primary.execute("select pg_sleep(0.1)")
            replica.execute("select pg_wal_replay_resume()")
            replica.execute("select pg_sleep(1.2)")
            sampler.stop()
        found = pl.read_parquet(sorted(tmp_path.glob("metrics-*.parquet")))
        lag_bytes, lag_ms = (
            found.filter(metric=name)["value"].to_list() for name in ("replica_lag_bytes", "replica_lag_ms")
        )
        assert max(lag_bytes) > 500_000
        assert max(lag_ms) > 300
        assert lag_ms[-1] == 0
    finally:
        clusters.stop(standby)
        with superuser(pg18) as connection:
            connection.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots where not active")


def test_a_server_that_goes_away_ends_no_sampling(tmp_path: Path) -> None:
    """What cannot be reached is recorded as unavailable."""
    sampler = Sampler(
        Watched(Endpoint("127.0.0.1", 1, "postgres", "postgres"), ("x",)), Timeline.starting_in(0), tmp_path
    )
    sampler.start()
    sampler.stop()
    assert "primary" in sampler.unavailable


def test_the_state_names_settings_indexes_and_sequences(server: Cluster, database: str) -> None:
    """What two targets may differ in."""
    with connect(server, database) as connection:
        connection.execute("create table things (id bigserial primary key, t text)")
        connection.execute("create index things_t on things (t)")
    state = asyncio.run(read_state(server.endpoint(database)))
    assert state["settings"]["log_min_duration_statement"] == "0 ms"
    assert "public.things_t" in state["indexes"]
    assert state["sequences"] == {"public.things.id": "things_id_seq"}
