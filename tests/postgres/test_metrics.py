"""The sampler on real servers: its samples, their exclusions, and the faults that do not end it."""

from __future__ import annotations

import asyncio
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import polars as pl
import pytest

from pgrehearse.base.clock import Timeline, wall_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.metrics.connection import ServerConnection
from pgrehearse.metrics.probes.custom_sql import parse_custom_metrics
from pgrehearse.metrics.sample_buffer import SampleBuffer
from pgrehearse.metrics.sampler import Sampler, Sampling, SamplingTarget
from pgrehearse.metrics.server_state import read_state
from pgrehearse.runs.metric_catalog import CATALOGUE
from pgrehearse.scenarios.measuring.production_metrics import record
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES, connect, superuser
from tests.postgres.sampled import wait_for_samples

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster


def test_a_query_that_fails_is_unavailable_and_the_sampling_continues(pg18: Cluster, tmp_path: Path) -> None:
    """Many functions of the WAL raise an error on Aurora: the query is sent once, and recorded as unavailable."""

    async def query_twice() -> tuple[list[object], list[object], SampleBuffer]:
        buffer = SampleBuffer(Timeline.starting_in(0), tmp_path)
        link = ServerConnection(pg18.endpoint(), buffer, "primary")
        await link.open()
        link.flavour = "aurora"
        nothing: list[object] = [*await link.query("wal"), *await link.query("replication")]
        raised: list[object] = [*await link.query("aurora_replicas"), *await link.query("aurora_replicas")]
        assert await link.query("database", ["postgres"])
        await link.close()
        return nothing, raised, buffer

    nothing, raised, buffer = asyncio.run(query_twice())
    assert nothing == raised == []
    assert list(buffer.unavailable) == ["aurora_replicas"]
    assert "does not exist" in buffer.unavailable["aurora_replicas"]


def test_the_metrics_exclude_the_samplers_own_work(server: Cluster, database: str, tmp_path: Path) -> None:
    """Commits, connections, host and disk of a busy database; the values of an idle database are nearly 0."""
    connected, stop, commits = threading.Event(), threading.Event(), [0]

    def work() -> None:
        with connect(server, database) as connection:
            connected.set()
            while not stop.is_set():
                connection.execute("select pg_sleep(0.002)")
                commits[0] += 1

    # The time line of a replay begins later than the sampler: earlier samples are kept too.
    sampler = Sampler(
        SamplingTarget(server.endpoint(), (database,)), Timeline.starting_in(500_000), tmp_path, every_us=500_000
    )
    thread = threading.Thread(target=work)
    thread.start()
    assert connected.wait(120)
    sampler.start()
    began, before = time.monotonic(), commits[0]
    stop.wait(3.3)
    rate = (commits[0] - before) / (time.monotonic() - began)
    sampler.stop()
    stop.set()
    thread.join()
    samples = pl.read_parquet(sorted(tmp_path.glob("metrics-*.parquet")))
    assert sampler.unavailable.keys() <= {"statements"}  # the extension is part of contrib, which may be missing
    assert abs(sampler.clocks["server"].start_us or 0) < 50_000
    assert abs(sampler.clocks["server"].end_us or 0) < 50_000
    assert samples.filter(metric="connections_limit")["value"].to_list() == [200]
    means = dict(samples.group_by("metric").agg(pl.col("value").mean()).iter_rows())
    assert {
        "cpu_percent",
        "server_cpu_percent",
        "others_cpu_percent",
        "steal_percent",
        "commits_per_s",
        "connections",
        "wal_bytes_per_s",
        "cache_hit_ratio",
        "write_iops",
    } <= set(means)
    assert samples["at_us"].to_numpy().min() < 0
    # A server reports the commits of a busy session once a second.
    assert means["commits_per_s"] > rate / 8
    assert means["connections"] == 1
    active = samples.filter(metric="active_sessions")
    assert {"wait:Timeout", "event:Timeout:PgSleep"} <= set(active["subject"])
    assert sum(subject.startswith("query:") for subject in set(active["subject"])) == 1
    assert not list(tmp_path.glob("activity*"))
    assert set(samples["metric"]) <= set(CATALOGUE)
    idle = tmp_path / "idle"
    idle.mkdir()
    quiet = Sampler(SamplingTarget(server.endpoint(), (database,)), Timeline.starting_in(0), idle, every_us=500_000)
    quiet.start()
    threading.Event().wait(3.2)
    quiet.stop()
    idle_samples = pl.read_parquet(sorted(idle.glob("metrics-*.parquet")))
    assert idle_samples.filter(metric="connections")["value"].max() == 0
    steady = idle_samples.filter(metric="commits_per_s").sort("at_us")["value"].to_list()[4:]
    # A few commits of the sampler's start may be reported late: a server reports an idle session at its next statement.
    assert sum(steady) * 0.5 <= 4


def test_replica_lag_is_measured(home: Path, pg18: Cluster, tmp_path: Path) -> None:
    """A standby that stops replaying has a lag, in bytes and milliseconds; when it has caught up the lag is zero. Another standby has none."""
    standby, other = (clusters.follow(pg18, home / name, name=name) for name in ("lagging", "keeping-up"))
    try:
        with superuser(pg18) as primary, superuser(standby) as replica:
            primary.execute("drop table if exists lag")
            primary.execute("create table lag (t text)")
            sampler = Sampler(
                SamplingTarget(
                    pg18.endpoint(),
                    ("postgres",),
                    Sampling((standby.endpoint(), other.endpoint()), heartbeat=True),
                ),
                Timeline.starting_in(0),
                tmp_path,
                every_us=200_000,
            )
            sampler.start()
            # The lag of a standby is measured from the moment at which it has the heartbeat's table.
            for _ in range(1000):
                if replica.execute("select to_regclass('pgrehearse.heartbeat')").fetchone() != (None,):
                    break
                replica.execute("select pg_sleep(0.01)")
            replica.execute("select pg_sleep(0.5)")
            replica.execute("select pg_wal_replay_pause()")
            for _ in range(10):
                primary.execute("insert into lag select repeat('x', 1000) from generate_series(1, 100)")
                primary.execute("select pg_sleep(0.1)")
            replica.execute("select pg_wal_replay_resume()")
            replica.execute("select pg_sleep(1.2)")
            sampler.stop()
        samples = pl.read_parquet(sorted(tmp_path.glob("metrics-*.parquet")))
        lag_bytes, lag_ms = (
            samples.filter(source="postgres", instance="primary", metric=name).sort("at_us")["value"].to_list()
            for name in ("replica_lag_bytes", "replica_lag_ms")
        )
        assert max(lag_bytes) > 500_000
        assert max(lag_ms) > 300
        assert lag_ms[-1] == 0
        beats, others = (
            samples.filter(source="heartbeat", instance=name).sort("at_us")["value"].to_list()
            for name in ("standby", "standby-2")
        )
        assert len(others) > 15
        assert max(others) < 500
        assert samples.filter(source="postgres", instance="standby-2", metric="replica_lag_ms").height > 3
        of_primary = samples.filter(source="pg_stat_replication", metric="replica_lag_ms")
        assert of_primary["value"].max() > 300  # type: ignore[operator]
        assert of_primary.sort("at_us")["value"][-1] < 100
        assert abs(sampler.clocks["standby-2"].start_us or 0) < 50_000
        assert len(beats) > 15
        assert max(beats) > 800
        assert beats[-1] < 100
        assert min(beats) < 50
    finally:
        for follower in (standby, other):
            clusters.stop(follower)
        with superuser(pg18) as connection:
            connection.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots where not active")


def test_an_unreachable_server_does_not_end_the_sampling(tmp_path: Path) -> None:
    """A server that cannot be reached is recorded as unavailable."""
    sampler = Sampler(
        SamplingTarget(Endpoint("127.0.0.1", 1, "postgres", "postgres"), ("x",)), Timeline.starting_in(0), tmp_path
    )
    sampler.start()
    sampler.stop()
    assert "primary" in sampler.unavailable


def test_a_connection_lost_during_a_query_is_a_gap(
    server: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """asyncpg reports it if the server closes the connection between parse and execution: no exception is raised, the gap is recorded."""

    async def broken(*_: object, **__: object) -> list[object]:
        raise asyncpg.InternalClientError("cannot switch to state 12; another operation (2) is in progress")

    async def ask() -> None:
        link = ServerConnection(server.endpoint(), SampleBuffer(Timeline.starting_in(0), tmp_path), "primary")
        assert await link.query("limits")
        with monkeypatch.context() as patched:
            patched.setattr(asyncpg.Connection, "fetch", broken)
            assert await link.query("limits") == []
        assert "another operation" in link.buffer.unavailable["primary"]
        await link.close()

    asyncio.run(ask())


def test_the_state_contains_settings_indexes_sequences_and_collations(server: Cluster, database: str) -> None:
    """In these two targets may differ."""
    with connect(server, database) as connection:
        connection.execute("create table things (id bigserial primary key, t text)")
        connection.execute("create index things_t on things (t)")
        connection.execute('create table names (plain text, sorted text collate "C")')
    state = asyncio.run(read_state(server.endpoint(database)))
    assert state["settings"]["log_min_duration_statement"] == "0 ms"
    assert "public.things_t" in state["indexes"]
    assert state["sequences"] == {"public.things.id": "things_id_seq"}
    assert state["collations"] == {"database": "libc C.UTF-8", "public.names.sorted": "C"}


def test_a_restarted_server_is_sampled_again(home: Path, tmp_path: Path) -> None:
    """A restart is a gap in the samples, not their end, and the server is not unavailable afterwards."""
    cluster = clusters.create(home / "restarted", version=18, name="restarted")
    clusters.start(cluster)
    sampler = Sampler(
        SamplingTarget(cluster.endpoint(), ("postgres",)), Timeline.starting_in(0), tmp_path, every_us=200_000
    )
    try:
        sampler.start()
        threading.Event().wait(1)
        clusters.stop(cluster)
        threading.Event().wait(2.2)  # it contains a full second of the time line
        assert "primary" in sampler.unavailable
        clusters.start(cluster)
        threading.Event().wait(3)
        sampler.stop()
        assert sampler.unavailable.keys() <= {"statements"}  # the extension is part of contrib, which may be missing
        samples = pl.read_parquet(sorted(tmp_path.glob("metrics-*.parquet")))
        times = samples.filter(metric="connections")["at_us"].sort()
        assert times.diff().max() > 800_000  # type: ignore[operator]
        # While the server does not run, there is no sample of the number of sessions (not a sample of 0).
        seconds = samples.filter(metric="active_sessions", subject="")["at_us"].sort()
        assert seconds.diff().max() >= 2_000_000  # type: ignore[operator]
        assert times[-1] - times[0] > 4_000_000
    finally:
        clusters.stop(cluster)


def test_custom_metrics_are_sampled(server: Cluster, database: str, tmp_path: Path) -> None:
    """One number, or one by subject; a query that writes, or does not run, is unavailable."""
    with connect(server, database) as connection:
        connection.execute("create table jobs (queue text); insert into jobs values ('a'), ('a'), ('b')")
    custom = parse_custom_metrics(
        [
            {"name": "queue_depth", "unit": "jobs", "query": "select count(*) from jobs"},
            {"name": "by_queue", "unit": "jobs", "query": "select queue, count(*) from jobs group by 1"},
            {"name": "wrong", "unit": "1", "query": "delete from jobs returning 1"},
            {"name": "words", "unit": "1", "query": "select 'many'"},
            {"name": "precise", "unit": "1", "query": "select 1.5::numeric"},
        ],
        "test",
    )
    watched = SamplingTarget(server.endpoint(), (database,), Sampling(custom=custom))
    sampler = Sampler(watched, Timeline.starting_in(0), tmp_path, every_us=100_000)
    sampler.start()
    wait_for_samples(sampler, "precise")
    sampler.stop()
    samples = pl.read_parquet(sorted(tmp_path.glob("metrics-*.parquet"))).filter(source="own")
    rows = set(samples.select("metric", "subject", "value", "unit").iter_rows())
    assert rows == {
        ("queue_depth", "", 3.0, "jobs"),
        ("by_queue", "a", 2.0, "jobs"),
        ("by_queue", "b", 1.0, "jobs"),
        ("precise", "", 1.5, "1"),
    }
    assert "read-only" in sampler.unavailable["wrong"]
    assert sampler.unavailable["words"] == "the query returns str, not a number"


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ([], "no ..metric.sql"),
        ([{"name": "x"}], "not a metric"),
        ([{"name": "x", "unit": "1", "query": "select 1", "side": "left"}], "unknown side"),
        ([{"name": "cpu_percent", "unit": "1", "query": "select 1"}], "of this name exists"),
        ([{"name": "x", "unit": "1", "query": "select 1", "sid": "primary"}], "not a metric"),
    ],
)
def test_an_invalid_custom_metric_is_bad_input(entries: object, fault: str) -> None:
    """The message names the entry."""
    with pytest.raises(BadInput, match=fault):
        parse_custom_metrics(entries, "metrics.toml")


def test_production_is_sampled_before_it_is_captured(server: Cluster, database: str, tmp_path: Path) -> None:
    """The samples are stored by the wall clock next to the path of the workload; later they are in the window of the workload."""
    into = tmp_path / "prod.workload"
    began = wall_us()
    recording = record(server.endpoint(database), into, 1.5, Sampling(activity_us=200_000), threading.Event())
    assert recording.samples > 20
    assert recording.path.name == "prod.workload.metrics.parquet"
    assert recording.path.stat().st_mode & 0o077 == 0
    capture_logs(CaptureOptions((SAMPLES / "pg15" / "mindur0.csv",), into), tool_version="test")
    workload = Workload.open(into)
    zero = workload.manifest.window_start_us
    placed = workload.metrics()
    assert placed.height == recording.samples
    assert 0 <= int(placed["at_us"].to_numpy().min()) + zero - began < 5_000_000
    again = record(server.endpoint(database), into, 0.5, Sampling(activity_us=0), threading.Event())
    assert again.path == into / "metrics.parquet"
    assert workload.metrics().height == recording.samples + again.samples
