"""``--clock production`` on an embedded server: its own clock is production's during the replay, and only then."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import polars as pl
import psycopg
import pytest

from pgrehearse.base.clock import wall_us
from pgrehearse.base.errors import TargetProblem
from pgrehearse.replay.plan.plan import Clock, ReplayPlan
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import start, stop
from pgrehearse.targets.embedded.shifted_clock import SETTLED_US, ShiftedServer, is_shifted, library, shifted
from pgrehearse.workload.schema import IS_STATEMENT
from tests.conftest import LogMark, connect, superuser
from tests.old_logs import AGE, captured_long_ago
from tests.postgres.test_production_clock import RECENT
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

pytestmark = pytest.mark.skipif(library() is None, reason="libfaketime is not installed (Debian: faketime)")

SCHEMA = """
create function recent_since() returns timestamptz language sql stable as 'select now() - interval ''1 hour''';
create table orders (id int, created_at timestamptz default now());
create view recent as select id from orders where created_at > recent_since();
"""
ORDER, VIEW = "insert into orders (id) values (100)", "select id from recent"


def clock_us(connection: psycopg.Connection[tuple[object, ...]]) -> int:
    row = connection.execute("select (extract(epoch from clock_timestamp()) * 1000000)::int8").fetchone()
    assert row is not None
    return int(str(row[0]))


def test_everything_that_reads_the_time_reads_production_s(server: Cluster, database: str, tmp_path: Path) -> None:
    """Texts, named statements, views with functions, defaults. Metrics and server times are of the run; the shift is recorded."""
    with superuser(server, database) as connection:
        connection.execute(SCHEMA)
        connection.execute("insert into orders select n, now() - n * interval '1 minute' from generate_series(1, 30) n")
    mark = LogMark.now(server)
    with connect(server, database) as client:
        client.execute(RECENT)
        for _ in range(2):
            client.execute(VIEW, prepare=True)
        client.execute("select pg_sleep(0.3)")
        client.execute(ORDER)
    workload = captured_long_ago(mark, tmp_path, "old")
    with superuser(server, database) as connection:
        connection.execute("update orders set created_at = created_at - %s", [AGE])
        connection.execute(
            "create table production as select * from orders where id = 100; delete from orders where id = 100"
        )
    registry.mark_fresh(server)
    plan = ReplayPlan(server.endpoint(database), writes=True, clock=Clock.PRODUCTION)
    run, fit = rehearse(Rehearsal(workload.path, tmp_path / "old.run", plan, logs=(server.csvlog,)))
    assert fit.errors["new"] == 0
    events = workload.events().filter(IS_STATEMENT).select("session", "seq", pl.col("sql").cast(pl.String))
    rows = run.outcomes().join(events, on=["session", "seq"]).select("sql", "rows").collect()
    assert rows.filter(sql=RECENT)["rows"].to_list() == [30]
    assert rows.filter(sql=VIEW)["rows"].to_list() == [30, 30]
    with superuser(server, database) as connection:
        late = connection.execute(
            "select extract(epoch from o.created_at - p.created_at)::float8 from orders o, production p where o.id = 100"
        ).fetchone()
        assert late is not None
        # As late as the statement was sent, which fitness bounds too.
        assert abs(float(str(late[0]))) < 0.1
        assert abs(clock_us(connection) - wall_us()) < 1_000_000
    facts, offset = run.manifest.clock, run.manifest.clocks.offsets["server"]
    assert facts is not None
    assert (facts.way, run.manifest.server_times) == ("server", True)
    shift_us = workload.manifest.window_start_us - run.manifest.wall_start_us
    assert offset.start_us == pytest.approx(shift_us, abs=5_000)
    assert offset.end_us == pytest.approx(shift_us, abs=5_000)
    assert not is_shifted(server)


def test_a_clock_that_a_killed_replay_left_is_refused(server: Cluster, database: str, tmp_path: Path) -> None:
    """The remedy starts the server with the clock of the machine."""
    mark = LogMark.now(server)
    with connect(server, database) as client:
        client.execute("select 1")
    workload = mark.capture(tmp_path, "one")
    ShiftedServer(server).shift(-1_000_000)
    with pytest.raises(TargetProblem, match="is shifted: another replay") as caught:
        replay(workload, server, tmp_path / "one.run", database=database)
    assert "targets reset" in caught.value.remedy
    stop(server)
    start(server)
    replay(workload, server, tmp_path / "one.run", database=database)


def test_timeouts_and_sleeps_of_a_shifted_server_take_their_time(server: Cluster) -> None:
    """A timer and a wait last as long as on any other server."""
    with shifted(server, -int(AGE.total_seconds() * 1_000_000)) as shifted_server, superuser(server) as connection:
        assert clock_us(connection) - wall_us() == pytest.approx(-AGE.total_seconds() * 1e6, abs=1e6)
        connection.execute("set statement_timeout = '200ms'")
        begun = time.monotonic()
        with pytest.raises(psycopg.errors.QueryCanceled):
            connection.execute("select pg_sleep(5)")
        assert 0.2 <= time.monotonic() - begun < 1
        connection.execute("reset statement_timeout")
        begun = time.monotonic()
        connection.execute("select pg_sleep(0.2)")
        assert 0.2 <= time.monotonic() - begun < 1
        connection.execute("vacuum pg_class")
        shifted_server.shift(0)
        connection.execute("select pg_sleep(%s)", [SETTLED_US / 1e6])
        assert abs(clock_us(connection) - wall_us()) < 1_000_000
