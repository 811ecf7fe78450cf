"""Replays on real servers: timing, faults, read-only, workers. The results are read from the server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import polars as pl
import psycopg
import pytest
from psycopg import sql

from pgrehearse.base.errors import HarnessFailure, Interrupted
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.runs.read import Run
from pgrehearse.runs.reasons import UNRECORDED
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.embedded import registry
from pgrehearse.workload.read import Workload
from tests.conftest import LogMark, connect, superuser
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.replay.workers.worker import Progress
    from pgrehearse.targets.embedded.cluster import Cluster
    from tests.engines import Engine

pytestmark = pytest.mark.usefixtures("engine")


def test_statements_start_when_they_are_due(pg18: Cluster, tmp_path: Path) -> None:
    """Each statement writes when it began; the intervals are production's, scaled by the speed."""
    with superuser(pg18) as connection:
        connection.execute("drop table if exists starts")
        connection.execute("create table starts (session int, n int, at timestamptz)")
    start = LogMark.now(pg18)
    with (
        connect(pg18, "postgres", application="paced") as first,
        connect(pg18, "postgres", application="paced") as second,
    ):
        for number in range(20):
            for session, connection in ((1, first), (2, second)):
                connection.execute("insert into starts values (%s, %s, statement_timestamp())", (session, number))
            first.execute("select pg_sleep(0.02)")
    workload = start.capture(tmp_path, "paced")
    began = "select extract(epoch from at)::float8 * 1e6 from starts order by session, n"
    with superuser(pg18) as connection:
        captured = [float(str(row[0])) for row in connection.execute(began.encode())]
        connection.execute("truncate starts")
    run, fit = replay(workload, pg18, tmp_path / "paced.run", speed=0.5)
    with superuser(pg18) as connection:
        started = [float(str(row[0])) - run.manifest.wall_start_us for row in connection.execute(began.encode())]
    inserts = workload.shapes().filter(kind="insert").select("shape").lazy()
    events = workload.events().join(inserts, on="shape").select("session", "seq", "at_us")
    executed = run.outcomes().filter(pl.col("rows") == 1)
    sent = executed.join(events, on=["session", "seq"]).sort("session", "seq").collect()
    due = sent["due_us"].to_list()
    scaled = [abs((at - due[0]) - 2 * (before - captured[0])) for at, before in zip(due, captured, strict=True)]
    assert sorted(scaled)[len(scaled) // 2] < 10_000
    # The server begins each of them after it is due, and between the times at which it was sent and done.
    times = zip(due, sent["sent_us"], started, sent["done_us"], strict=True)
    assert all(at <= first and first - 2_000 < start < done + 2_000 for at, first, start, done in times)
    assert min(sent["sent_us"] - sent["due_us"]) < 10_000
    assert (fit.statements["ok"], fit.statements["unsent"]) == (60, 0)
    assert run.outcomes().collect()["sent_us"].is_not_null().all()


def test_a_slow_session_delays_no_other_session(pg18: Cluster, tmp_path: Path) -> None:
    """Statements of other sessions do not wait for its statement."""
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", application="slow") as slow, connect(pg18, "postgres", application="quick") as quick:
        thread = threading.Thread(target=lambda: slow.execute("select pg_sleep(0.6)"))
        thread.start()
        for _ in range(10):
            quick.execute("select 1")
        thread.join()
    workload = start.capture(tmp_path, "two")
    run, _ = replay(workload, pg18, tmp_path / "two.run", speed=1)
    statements = run.outcomes().collect().filter(pl.col("rows") >= 0)
    sent = statements.join(workload.sessions().select("session", "application_name"), on="session")
    ends = {name: max(sent.filter(application_name=name)["done_us"].to_list()) for name in ("quick", "slow")}
    assert ends["quick"] < ends["slow"]


@pytest.fixture
def busy(pg18: Cluster, tmp_path: Path) -> tuple[Cluster, Path]:
    """A workload of reads and writes in six sessions over a second."""
    with superuser(pg18) as connection:
        connection.execute("drop table if exists busy")
        connection.execute("create table busy (id int generated always as identity, who int)")
    start = LogMark.now(pg18)
    connections = [connect(pg18, "postgres", application="busy") for _ in range(6)]
    for step in range(12):
        for who, connection in enumerate(connections):
            connection.execute("insert into busy (who) values (%s)", (who,))
            connection.execute("select count(*) from busy where who = %s", (who,))
        connections[0].execute("select pg_sleep(0.05)", prepare=step > 99)
    for connection in connections:
        connection.close()
    workload = start.capture(tmp_path, "busy")
    with superuser(pg18) as connection:
        connection.execute("truncate busy")
    return pg18, workload.path


def test_workers_share_the_sessions(busy: tuple[Cluster, Path], tmp_path: Path) -> None:
    """With two processes every event has exactly one outcome."""
    cluster, path = busy
    workload = Workload.open(path)
    run, fit = replay(workload, cluster, tmp_path / "two.run", workers=2)
    outcomes = run.outcomes().collect()
    assert outcomes.height == workload.manifest.events == outcomes.select("session", "seq").unique().height
    assert run.connections()["worker"].n_unique() == 2
    assert fit.statements["ok"] == workload.manifest.statements
    with superuser(cluster) as connection:
        assert connection.execute("select count(*), count(distinct who) from busy").fetchone() == (72, 6)


def test_a_read_only_replay_writes_nothing(busy: tuple[Cluster, Path], tmp_path: Path) -> None:
    """Writes are skipped with a reason, reads are sent, and the table stays empty."""
    cluster, path = busy
    run, fit = replay(Workload.open(path), cluster, tmp_path / "ro.run", writes=False)
    assert (fit.statements["skipped"], fit.statements["failed"]) == (72, 0)
    assert run.outcomes().filter(status="skipped").collect()["reason"].unique().to_list() == [
        "it writes, and the replay is read-only"
    ]
    with superuser(cluster) as connection:
        assert connection.execute("select count(*) from busy").fetchone() == (0,)


def test_a_read_only_replay_cannot_be_made_to_write(pg18: Cluster, tmp_path: Path) -> None:
    """By BEGIN READ WRITE, SET, set_config, a prepared DELETE, a function that writes."""
    with superuser(pg18) as connection:
        connection.execute("drop table if exists kept")
        connection.execute("create table kept as select 1 as a")
        connection.execute(
            "create or replace function wipe() returns int language sql as 'delete from kept returning 1'"
        )
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", application="writer") as writer:
        for text in (
            "begin read write",
            "delete from kept",
            "rollback",
            "set default_transaction_read_only = off",
            "select set_config('transaction_read_only', 'off', false)",
            "prepare p as delete from kept",
            "begin; set transaction read write",
            "execute p",
            "rollback",
            "begin",
            "select wipe()",
            "rollback",
        ):
            writer.execute(text)
    workload = start.capture(tmp_path, "writer")
    _, fit = replay(workload, pg18, tmp_path / "writer.run", writes=False)
    with superuser(pg18) as connection:
        assert connection.execute("select count(*) from kept").fetchone() == (1,)
    assert fit.statements["skipped"] >= 5


def test_a_refused_login_ends_its_session_only(pg18: Cluster, tmp_path: Path) -> None:
    """A role that does not exist on the target ends its sessions; the others continue."""
    with superuser(pg18) as connection:
        connection.execute("create role temporary login")
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", user="temporary") as temporary, connect(pg18, "postgres") as permanent:
        temporary.execute("select 1")
        permanent.execute("select 2")
        temporary.execute("select 3")
    with pytest.raises(psycopg.OperationalError):
        connect(pg18, "nosuch")
    workload = start.capture(tmp_path, "logins")
    with superuser(pg18) as connection:
        connection.execute("drop role temporary")
    run, fit = replay(workload, pg18, tmp_path / "logins.run")
    outcomes = run.outcomes().collect()
    refused = outcomes.filter(pl.col("reason") == "connection refused")
    assert sorted(refused["sqlstate"].drop_nulls()) == ["28000", "3D000"]
    assert (fit.statements["ok"], fit.statements["unsent"]) == (1, 2)


def test_a_killed_backend_ends_its_transaction_only(busy: tuple[Cluster, Path], tmp_path: Path) -> None:
    """The session connects again; other sessions are not affected."""
    cluster, path = busy
    killed: list[int] = []

    def kill(progress: Progress) -> None:
        if progress.ok > 20 and not killed:
            with superuser(cluster) as connection:
                row = connection.execute(
                    "select pg_terminate_backend(pid), pid from pg_stat_activity where application_name = 'busy' order by backend_start limit 1"
                ).fetchone()
                killed.append(int(str(row[1])) if row else 0)

    registry.mark_fresh(cluster)
    plan = ReplayPlan(cluster.endpoint(), speed=0.4, writes=True)
    run, fit = rehearse(Rehearsal(path, tmp_path / "kill.run", plan, metrics=False), kill)
    workload = Workload.open(path)
    connections = run.connections()
    assert killed
    assert connections.filter(pl.col("backend_pid") == killed[0])["sqlstate"].to_list() == ["08006"]
    assert connections.height == workload.manifest.sessions + 1
    assert fit.statements["failed"] <= 1
    assert fit.statements["unsent"] == 0


def test_ctrl_c_leaves_a_readable_run(busy: tuple[Cluster, Path], tmp_path: Path) -> None:
    """The outcomes are on disk under the final name, the rest is unsent, and the exit code is 130."""
    cluster, path = busy
    pressed: list[int] = []

    def interrupt(progress: Progress) -> None:
        if progress.ok > 10 and not pressed:
            pressed.append(progress.ok)
            signal.raise_signal(signal.SIGINT)

    registry.mark_fresh(cluster)
    plan = ReplayPlan(cluster.endpoint(), speed=0.2, writes=True)
    with pytest.raises(Interrupted) as caught:
        rehearse(Rehearsal(path, tmp_path / "c.run", plan, metrics=False), interrupt)
    assert caught.value.exit_code == 130
    run = Run.open(tmp_path / "c.run")
    counts = dict(run.outcomes().collect()["status"].value_counts().iter_rows())
    assert run.manifest.interrupted
    assert counts["ok"] > 10
    assert counts["unsent"] > 0


def test_a_full_disk_ends_the_replay_and_keeps_the_run(busy: tuple[Cluster, Path], tmp_path: Path) -> None:
    """The worker cannot write its part: exit code 6, the partial run is readable, no traceback."""
    cluster, path = busy
    registry.mark_fresh(cluster)
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])));"
        "sys.argv = ['pgrehearse', *sys.argv[2:]]; from pgrehearse.cli import main; main()"
    )
    dsn = f"postgresql://postgres@127.0.0.1:{cluster.port}/postgres"
    completed = subprocess.run(
        [
            sys.executable,
            "-c",
            script,
            "4096",
            "replay",
            str(path),
            "--target",
            dsn,
            "--writes",
            "--no-metrics",
            "-o",
            str(tmp_path / "full.run"),
            "--json",
        ],
        capture_output=True,
        text=True,
        check=False,
        # Python would write compiled modules that end at the limit (its writes may be short), and later processes would read them.
        env={**os.environ, "PYTHONPATH": ".", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert completed.returncode == 6, completed.stdout + completed.stderr
    document = json.loads(completed.stdout)
    assert document["error"]["code"] == 6
    assert "Traceback" not in completed.stderr
    assert Run.open(tmp_path / "full.run").manifest.workload == "busy"


def test_a_worker_that_dies_is_reported(busy: tuple[Cluster, Path], tmp_path: Path, engine: Engine) -> None:
    """The run is kept; the error is of the tool itself."""
    cluster, path = busy

    def kill(progress: Progress) -> None:
        if progress.ok > 10:
            engine.kill_workers(tmp_path / "d.run")

    registry.mark_fresh(cluster)
    with pytest.raises(HarnessFailure, match="workers died"):
        rehearse(
            Rehearsal(path, tmp_path / "d.run", ReplayPlan(cluster.endpoint(), speed=0.2, writes=True), metrics=False),
            kill,
        )
    run = Run.open(tmp_path / "d.run")
    assert run.manifest.workers_lost == (2 if engine.cluster else 1)
    assert [host.lost for host in run.manifest.hosts] == (["", ""] if engine.cluster else [])
    events = Workload.open(path).events().select("session", "seq").collect()
    recorded = run.outcomes().select("session", "seq", "status", "reason").collect()
    assert recorded.select("session", "seq").sort(pl.all()).equals(events.sort(pl.all()))
    assert set(recorded.filter(status="unsent")["reason"]) == {UNRECORDED}


def test_names_with_quotes_are_replayed(pg18: Cluster, tmp_path: Path) -> None:
    """Names of roles and applications."""
    odd = sql.Identifier('we"ird role')
    with superuser(pg18) as connection:
        connection.execute(sql.SQL("create role {} login").format(odd))
    try:
        start = LogMark.now(pg18)
        with connect(pg18, "postgres", user='we"ird role', application="it's an app") as connection:
            connection.execute("select current_user")
        workload = start.capture(tmp_path, "odd")
        _, fit = replay(workload, pg18, tmp_path / "odd.run")
        assert fit.statements["ok"] == 1
    finally:
        with superuser(pg18) as connection:
            connection.execute(sql.SQL("drop role {}").format(odd))


def test_a_cancelled_statement_is_cancelled_again(pg18: Cluster, tmp_path: Path) -> None:
    """By a cancel request, after production's time; later statements are not cancelled."""
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", application="cancelled") as connection:
        for seconds in (30, 30):
            timer = threading.Timer(0.3, connection.cancel)
            timer.start()
            with pytest.raises(psycopg.errors.QueryCanceled):
                connection.execute("select pg_sleep(%s)", (seconds,))
            timer.join()
        connection.execute("select 'after'")
    workload = start.capture(tmp_path, "cancelled")
    run, fit = replay(workload, pg18, tmp_path / "r.run", speed=1)
    canceled = run.outcomes().collect().filter(sqlstate="57014")
    assert canceled["reason"].to_list() == ["canceled, as in production"] * 2
    assert all(200_000 < took < 2_000_000 for took in canceled["done_us"] - canceled["sent_us"])
    assert fit.errors == {"same": 2, "new": 0, "vanished": 0, "different": 0, "drifted": 0}


def test_a_long_statement_is_ended_by_the_statement_timeout(pg18: Cluster, tmp_path: Path) -> None:
    """``--statement-timeout``: the server's setting; the run's manifest has it."""
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", application="long") as connection:
        connection.execute("select pg_sleep(0.4)")
    workload = start.capture(tmp_path, "long")
    registry.mark_fresh(pg18)
    plan = ReplayPlan(pg18.endpoint("postgres"), writes=True, statement_timeout_us=100_000)
    run, fit = rehearse(Rehearsal(workload.path, tmp_path / "r.run", plan, metrics=False))
    assert fit.errors["new"] == 1
    assert run.outcomes().collect().filter(status="failed")["sqlstate"].to_list() == ["57014"]
    assert run.manifest.plan.statement_timeout_us == 100_000


def test_parameters_that_cannot_be_inferred_are_sent_with_types(pg18: Cluster, tmp_path: Path) -> None:
    """The driver had sent types, which no log contains: ``$1 is null``, a bigint beside an integer column, an interval."""
    with superuser(pg18) as connection:
        connection.execute("drop table if exists typed")
        connection.execute("create table typed as select n as id, now() as at from generate_series(1, 10) n")
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", application="typed") as connection:
        for value in (7, 12_345_678_901):
            connection.execute("select count(*) from typed where %s is null or id > 3", (value,))
            connection.execute("select count(*) from typed where id = %s", (value,))
        connection.execute("select count(*) from typed where at > now() - %s", (timedelta(days=1),))
        connection.execute("select %s + %s", (1, 2), prepare=True)
    workload = start.capture(tmp_path, "typed")
    run, fit = replay(workload, pg18, tmp_path / "typed.run")
    assert fit.statements["ok"] == fit.statements["due"] == 6
    assert any("parameters of" in note for note in run.manifest.notes)


def test_a_session_that_was_open_before_the_window_connects_before_it(pg18: Cluster, tmp_path: Path) -> None:
    """Its first statement does not wait for a login, however long that takes, and a note of the run names its unknown state."""
    with connect(pg18, "postgres", application="long open") as connection:
        start = LogMark.now(pg18)
        connection.execute("select 1")
        connection.execute("select 2")
    log = tmp_path / "open.csv"
    log.write_bytes(start.settled())
    capture_logs(CaptureOptions((log,), tmp_path / "open.workload"), tool_version="test")
    workload = Workload.open(tmp_path / "open.workload")
    assert workload.sessions().filter(application_name="long open")["began"].to_list() == ["already open"]
    run, fit = replay(workload, pg18, tmp_path / "open.run", speed=1)
    assert run.connections()["connected_us"].to_list()[0] < 0
    assert fit.blame_us["connection"] < 5_000
    assert any("were open before the window" in note for note in run.manifest.notes)
