"""Faults during a replay, on a real server: cut, unreachable, full, slow, not responding. The replay continues, and the run reports the fault."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING, Any

import polars as pl
import psutil
import pytest

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import Interrupted
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Routing
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.adoption_mark import write_mark
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.server_facts import connect as connect_by_asyncpg
from pgrehearse.workload.read import Workload
from tests.conftest import LogMark, connect, superuser
from tests.proxies import Proxy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pgrehearse.replay.workers.worker import Progress
    from pgrehearse.runs.fitness_values import Fitness
    from pgrehearse.targets.embedded.cluster import Cluster

pytestmark = pytest.mark.usefixtures("engine")

SESSIONS, TURNS = 6, 20


@pytest.fixture
def steady(pg18: Cluster, tmp_path: Path) -> Iterator[Workload]:
    """Six sessions, each a transaction every 40 ms or so, for a second; the target is an adopted rehearsal."""
    with superuser(pg18) as connection:
        connection.execute("drop table if exists steady")
        connection.execute("create table steady (id int generated always as identity, who int, turn int)")
    start = LogMark.now(pg18)
    connections = [connect(pg18, "postgres", application="steady") for _ in range(SESSIONS)]
    for turn in range(TURNS):
        for who, connection in enumerate(connections):
            connection.execute("begin")
            connection.execute(f"insert into steady (who, turn) values ({who}, {turn})")
            connection.execute("select count(*) from steady")
            connection.execute("commit")
        connections[turn % SESSIONS].execute("select pg_sleep(0.03)")
    for connection in connections:
        connection.close()
    workload = start.capture(tmp_path, "steady")
    with superuser(pg18) as connection:
        connection.execute("truncate steady")
    yield workload
    with superuser(pg18) as connection:
        connection.execute("drop schema if exists pgrehearse cascade")


def adopted(cluster: Cluster, port: int) -> Endpoint:
    """Mark the server as a rehearsal that was not used before, and return its endpoint by the port of a proxy."""

    async def mark() -> None:
        connection = await connect_by_asyncpg(cluster.endpoint("postgres"))
        await write_mark(connection)
        await connection.close()

    event_loop.run(mark())
    registry.mark_fresh(cluster)
    return Endpoint(port=port, database="postgres", user="postgres")


def replayed(
    workload: Workload, target: Endpoint, output: Path, watch: Callable[[Progress], None] | None = None, **plan: Any
) -> tuple[Run, Fitness]:
    replay_plan = ReplayPlan(target, writes=True, **{"speed": 0.5, **plan})
    return rehearse(Rehearsal(workload.path, output, replay_plan, metrics=False), watch or (lambda _: None))


class Once:
    """Calls *action* once, when so many statements have succeeded."""

    def __init__(self, after: int, action: Callable[[], None]) -> None:
        self._after, self._action, self.done = after, action, False

    def __call__(self, progress: Progress) -> None:
        if progress.ok >= self._after and not self.done:
            self.done = True
            self._action()


def all_outcomes(run: Run, workload: Workload) -> pl.DataFrame:
    """Return the outcomes: every event has exactly one."""
    outcomes = run.outcomes().collect()
    assert outcomes.height == workload.manifest.events == outcomes.select("session", "seq").n_unique()
    return outcomes


def row_count(cluster: Cluster) -> int:
    with superuser(cluster) as connection:
        return int(str(connection.execute("select count(*) from steady").fetchall()[0][0]))


def test_sessions_whose_connections_are_cut_connect_again(pg18: Cluster, steady: Workload, tmp_path: Path) -> None:
    """Statements in flight fail, their transactions are lost and reported; the rest is sent."""
    with Proxy(pg18.port) as proxy:
        cut = Once(40, proxy.cut)
        run, fit = replayed(steady, adopted(pg18, proxy.port), tmp_path / "r.run", cut)
    outcomes = all_outcomes(run, steady)
    assert cut.done
    assert fit.connections["lost"] >= SESSIONS
    assert fit.connections["again"] >= SESSIONS - 1
    assert fit.statements["unsent"] == 0
    assert SESSIONS * TURNS - SESSIONS <= row_count(pg18) <= SESSIONS * TURNS
    committed = outcomes.join(
        steady.events().collect().select("session", "seq", "transaction", "commit_rank"), on=["session", "seq"]
    )
    assert committed.filter(pl.col("commit_rank").is_not_null() & (pl.col("status") != "ok")).height <= 4 * SESSIONS


@pytest.mark.parametrize("seconds", [1.0, pytest.param(30.0, marks=pytest.mark.soak)])
def test_a_server_that_is_unreachable_for_a_time_is_an_outage(
    pg18: Cluster, steady: Workload, tmp_path: Path, seconds: float
) -> None:
    """As in a failover: connections are refused, then accepted. The replay continues; the outage has its duration and its statements."""
    with Proxy(pg18.port) as proxy:

        def fail_over() -> None:
            proxy.stop_listening()
            threading.Timer(seconds, proxy.listen_again).start()

        speed = 0.5 if seconds < 10 else 0.02
        run, fit = replayed(steady, adopted(pg18, proxy.port), tmp_path / "r.run", Once(40, fail_over), speed=speed)
    outcomes = all_outcomes(run, steady)
    (outage,) = fit.outages
    assert outage.what == "server unreachable"
    assert 0.5 * seconds < (outage.until_us - outage.at_us) / 1e6 < seconds + 2
    assert outage.statements == fit.statements["failed"]
    assert outage.normal_us >= outage.until_us
    assert fit.connections["refused"] > 0
    assert run.events().height == 1
    assert fit.statements["sent"] < fit.statements["ok"] + fit.statements["failed"]
    assert outcomes.filter((pl.col("sent_us") > outage.until_us + 1_500_000) & (pl.col("status") != "ok")).is_empty()
    assert fit.statements["unsent"] == 0


def test_sessions_wait_for_an_unreachable_server_flat_out(pg18: Cluster, steady: Workload, tmp_path: Path) -> None:
    """Sessions pause instead of failing all their statements."""
    with Proxy(pg18.port, delay_s=0.004) as proxy:

        def fail_over() -> None:
            proxy.stop_listening()
            threading.Timer(0.7, proxy.listen_again).start()

        run, fit = replayed(steady, adopted(pg18, proxy.port), tmp_path / "r.run", Once(40, fail_over), speed=None)
    outcomes = all_outcomes(run, steady)
    assert fit.connections["refused"] > 0
    assert outcomes.filter(status="failed").height <= 5 * SESSIONS
    assert row_count(pg18) > SESSIONS * TURNS / 2


def test_sessions_connect_again_after_a_restart(pg18: Cluster, steady: Workload, tmp_path: Path) -> None:
    """Backends end with 57P01; sessions connect again when the server accepts connections."""

    def restart() -> None:
        clusters.stop(pg18)
        clusters.start(pg18)

    target = adopted(pg18, pg18.port)
    run, fit = replayed(steady, target, tmp_path / "r.run", Once(40, restart))
    outcomes = all_outcomes(run, steady)
    assert fit.connections["lost"] >= SESSIONS - 1
    assert outcomes.filter(status="ok").height > outcomes.height / 2
    assert fit.statements["unsent"] == 0


def test_sessions_beyond_the_connection_limit_try_again(pg18: Cluster, steady: Workload, tmp_path: Path) -> None:
    """After 53300 sessions try again at their later events, and succeed when others have ended."""
    with superuser(pg18) as connection:
        connection.execute("drop role if exists narrow")
        connection.execute("create role narrow login connection limit 3")
        connection.execute("grant all on steady to narrow")
    target = adopted(pg18, pg18.port)
    run, fit = replayed(steady, target, tmp_path / "r.run", routing=Routing(users=(("postgres", "narrow"),)))
    outcomes = all_outcomes(run, steady)
    assert "53300" in outcomes["sqlstate"].to_list()
    assert fit.connections["refused"] > 0
    assert outcomes.filter(status="ok").height >= outcomes.height // 2 - SESSIONS * 4
    assert fit.statements["unsent"] == 0
    with superuser(pg18) as connection:
        connection.execute("revoke all on steady from narrow; drop role narrow")


def test_a_longer_round_trip_is_not_the_harnesss_lateness(pg18: Cluster, steady: Workload, tmp_path: Path) -> None:
    """50 ms a round trip: statements are late by their predecessors, not by the harness, and the run is fit."""
    with Proxy(pg18.port, delay_s=0.025) as proxy:
        run, fit = replayed(steady, adopted(pg18, proxy.port), tmp_path / "r.run", speed=1.0)
    outcomes = all_outcomes(run, steady).drop_nulls("sent_us").filter(pl.col("rows") >= 0)
    assert outcomes.select((pl.col("done_us") - pl.col("sent_us")).median()).item() > 45_000
    assert fit.blame_us["predecessor"] > 100_000
    assert fit.blame_us["harness"] < 20_000
    assert fit.fit, fit.reasons
    assert row_count(pg18) == SESSIONS * TURNS


def test_a_replay_over_a_slow_connection_is_complete(pg18: Cluster, steady: Workload, tmp_path: Path) -> None:
    """Some kilobytes a second: slower, without failures."""
    with Proxy(pg18.port, rate=20_000) as proxy:
        run, fit = replayed(steady, adopted(pg18, proxy.port), tmp_path / "r.run", speed=None)
    all_outcomes(run, steady)
    assert (fit.statements["failed"], fit.statements["unsent"]) == (0, 0)
    assert row_count(pg18) == SESSIONS * TURNS


@pytest.mark.parametrize("seconds", [3.0, pytest.param(10.0, marks=pytest.mark.soak)])
def test_a_server_that_stops_responding_is_an_outage(
    pg18: Cluster, steady: Workload, tmp_path: Path, seconds: float
) -> None:
    """SIGSTOP to all its processes: no statement fails, all wait, and the time is reported as an outage."""
    postmaster = psutil.Process(int((pg18.data / "postmaster.pid").read_text().split()[0]))

    def stop_processes() -> None:
        stopped = [postmaster, *postmaster.children(recursive=True)]
        for process in stopped:
            process.send_signal(signal.SIGSTOP)

        def continue_processes() -> None:
            for process in stopped:
                if process.is_running():
                    process.send_signal(signal.SIGCONT)

        threading.Timer(seconds, continue_processes).start()

    # Progress is reported twice a second: slow enough that statements are left when the processes stop.
    run, fit = replayed(steady, adopted(pg18, pg18.port), tmp_path / "r.run", Once(40, stop_processes), speed=0.2)
    all_outcomes(run, steady)
    assert (fit.statements["failed"], fit.statements["unsent"]) == (0, 0)
    assert [entry.what for entry in fit.outages] == ["server stopped responding"]
    (outage,) = fit.outages
    assert abs((outage.until_us - outage.at_us) / 1e6 - seconds) < 0.6
    assert fit.blame_us["harness"] < 50_000


def test_ctrl_c_twice_kills_the_workers(pg18: Cluster, steady: Workload, tmp_path: Path) -> None:
    """The outcomes that they had written are readable under the run's final name."""
    pressed: list[int] = []

    def press(progress: Progress) -> None:
        if progress.ok >= 40 and not pressed:
            pressed.append(1)
            os.kill(os.getpid(), signal.SIGINT)
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(Interrupted) as caught:
        replayed(steady, adopted(pg18, pg18.port), tmp_path / "r.run", press, speed=0.1)
    assert caught.value.exit_code == 130
    run = Run.open(tmp_path / "r.run")
    assert run.manifest.interrupted
    assert run.partial


def test_a_role_that_may_not_log_in_ends_its_sessions(pg18: Cluster, steady: Workload, tmp_path: Path) -> None:
    """A permanent refusal: its sessions end at once, with the SQLSTATE, and the run is not fit."""
    target = adopted(pg18, pg18.port)
    run, fit = replayed(steady, target, tmp_path / "r.run", routing=Routing(users=(("postgres", "nobody here"),)))
    outcomes = all_outcomes(run, steady)
    assert set(outcomes["status"]) == {"failed", "unsent"}
    assert outcomes.filter(status="failed")["sqlstate"].unique().to_list() == ["28000"]
    assert fit.coverage == 0
    assert not fit.fit
