"""Servers, databases and users of replayed sessions: roles, names, routes, passwords, poolers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.base.errors import TargetProblem
from pgrehearse.capture.options import CaptureOptions, Selection
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Route, Routing
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.embedded import registry
from pgrehearse.workload.catalog.session_settings import SessionSettings
from pgrehearse.workload.read import Workload
from tests.conftest import LogMark, connect, reload, superuser
from tests.e2e.command import pgrehearse
from tests.proxies import PGBOUNCER, pgbouncer
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.fixture
def roles(pg18: Cluster) -> Iterator[Cluster]:
    """Two roles of production, and a table that records the user of each session."""
    with superuser(pg18) as connection:
        connection.execute("drop table if exists visits; drop role if exists app, reporting, other")
        connection.execute("create role app login; create role reporting login; create role other login")
        connection.execute(
            "create table visits (who text default current_user, logged_in text default session_user, at_db text default current_database(), path text default current_setting('search_path'))"
        )
        connection.execute("grant all on visits to public")
    yield pg18
    with superuser(pg18) as connection:
        connection.execute("drop table if exists visits; drop role if exists app, reporting, other")


def captured(cluster: Cluster, folder: Path) -> Workload:
    start = LogMark.now(cluster)
    for user in ("app", "reporting"):
        with connect(cluster, "postgres", user=user) as connection:
            connection.execute("insert into visits default values")
    workload = start.capture(folder, "users")
    with superuser(cluster) as connection:
        connection.execute("truncate visits")
    return workload


def recorded(cluster: Cluster, columns: str, database: str = "postgres") -> list[tuple[object, ...]]:
    with superuser(cluster, database) as connection:
        return connection.execute(f"select {columns} from visits order by 1").fetchall()


def test_users_and_databases_are_renamed(roles: Cluster, tmp_path: Path) -> None:
    """--map-user and --map-database."""
    workload = captured(roles, tmp_path)
    with superuser(roles) as connection:
        connection.execute("drop database if exists elsewhere")
        connection.execute("create database elsewhere template postgres")
    try:
        routing = Routing(users=(("app", "other"),), databases=(("postgres", "elsewhere"),))
        _, fit = replay(workload, roles, tmp_path / "r.run", plan={"routing": routing})
        assert fit.statements["ok"] == 2
        assert recorded(roles, "who, at_db", "elsewhere") == [("other", "elsewhere"), ("reporting", "elsewhere")]
    finally:
        with superuser(roles) as connection:
            connection.execute("drop database elsewhere with (force)")


def test_one_login_sets_every_role(roles: Cluster, tmp_path: Path) -> None:
    """--as-role: the target's own user logs in, and sets the captured user's role."""
    workload = captured(roles, tmp_path)
    _, fit = replay(workload, roles, tmp_path / "r.run", plan={"routing": Routing(as_role=True)})
    assert fit.statements["ok"] == 2
    assert recorded(roles, "who, logged_in") == [("app", "postgres"), ("reporting", "postgres")]


def test_sessions_start_with_given_settings(roles: Cluster, tmp_path: Path) -> None:
    """--session-set at the replay."""
    workload = captured(roles, tmp_path)
    routing = Routing(settings=(SessionSettings({"search_path": "shard_7, public"}, user="app"),))
    replay(workload, roles, tmp_path / "r.run", plan={"routing": routing})
    assert recorded(roles, "who, path") == [("app", "shard_7, public"), ("reporting", '"$user", public')]


def test_a_user_can_have_a_separate_target(roles: Cluster, pg16: Cluster, tmp_path: Path) -> None:
    """Both targets have to be rehearsals, and both count as used afterwards."""
    workload = captured(roles, tmp_path)
    with superuser(pg16) as connection:
        connection.execute("drop table if exists visits; drop role if exists reporting")
        connection.execute("create role reporting login")
        connection.execute("create table visits (who text default current_user)")
        connection.execute("grant all on visits to public")
    registry.mark_fresh(roles)
    registry.mark_fresh(pg16)
    routing = Routing(routes=(Route(pg16.endpoint("postgres"), user="reporting"),))
    plan = ReplayPlan(roles.endpoint("postgres"), speed=None, writes=True, routing=routing)
    _, fit = rehearse(Rehearsal(workload.path, tmp_path / "r.run", plan, metrics=False))
    assert fit.statements["ok"] == 2
    assert (recorded(roles, "who"), recorded(pg16, "who")) == ([("app",)], [("reporting",)])
    with pytest.raises(TargetProblem, match="used target"):
        rehearse(Rehearsal(workload.path, tmp_path / "again.run", plan, metrics=False))
    with superuser(pg16) as connection:
        connection.execute("drop table visits; drop role reporting")


def test_passwords_are_read_from_a_command(roles: Cluster, tmp_path: Path) -> None:
    """Once for each endpoint and user; no file has a password; a command that fails is an error (exit code 4)."""
    workload = captured(roles, tmp_path)
    calls = tmp_path / "calls"
    script = tmp_path / "token.sh"
    script.write_text(f'#!/bin/sh\necho "$PGUSER@$PGHOST:$PGPORT/$PGDATABASE" >> {calls}\necho s3cr3t-"$PGUSER"\n')
    script.chmod(0o755)
    with superuser(roles) as connection:
        connection.execute(
            "alter role app password 's3cr3t-app'; alter role reporting password 's3cr3t-reporting'; alter role postgres password 's3cr3t-postgres'"
        )
    hba = roles.data / "pg_hba.conf"
    before = hba.read_text()
    hba.write_text("host all all 127.0.0.1/32 scram-sha-256\n")
    try:
        reload(roles, "s3cr3t-postgres")
        run, fit = replay(workload, roles, tmp_path / "r.run", plan={"routing": Routing(password_command=str(script))})
        assert fit.statements["ok"] == 2
        assert {line.split("@")[0] for line in calls.read_text().splitlines()} == {"app", "reporting", "postgres"}
        assert not any("s3cr3t" in path.read_text(errors="replace") for path in run.path.rglob("*") if path.is_file())
        with pytest.raises(TargetProblem, match="password command"):
            replay(workload, roles, tmp_path / "f.run", plan={"routing": Routing(password_command="false")})
    finally:
        hba.write_text(before)
        reload(roles, "s3cr3t-postgres")


def pooled(cluster: Cluster, folder: Path) -> Workload:
    """Two server connections of a pooler: each carries transactions of several clients, one of them slow."""
    with superuser(cluster) as connection:
        connection.execute("drop table if exists clients")
        connection.execute("create table clients (n int)")
    start = LogMark.now(cluster)
    with (
        connect(cluster, "postgres", application="pooler") as first,
        connect(cluster, "postgres", application="pooler") as second,
    ):
        for n in range(10):
            connection = first if n % 2 else second
            connection.execute("begin")
            connection.execute(f"insert into clients values ({n})")
            if n == 0:
                connection.execute("select pg_sleep(0.4)")
            connection.execute("commit")
    log = folder / "pooled.csv"
    log.write_bytes(start.settled())
    output = folder / "pooled.workload"
    capture_logs(
        CaptureOptions((log,), output, pooled=Selection(applications=frozenset({"pooler"}))), tool_version="test"
    )
    with superuser(cluster) as connection:
        connection.execute("truncate clients")
    return Workload.open(output)


def test_a_poolers_transactions_are_assigned_as_they_come_due(pg18: Cluster, tmp_path: Path) -> None:
    """Clients do not wait for each other: three connections, eight times as fast, and only one of them sleeps."""
    workload = pooled(pg18, tmp_path)
    assert workload.sessions()["pooled"].all()
    run, fit = replay(workload, pg18, tmp_path / "r.run", speed=8, plan={"pooled": 3})
    outcomes = run.outcomes().collect()
    assert (fit.statements["ok"], fit.statements["failed"], fit.statements["unsent"]) == (31, 0, 0)
    assert run.connections().height == 3
    assert outcomes.filter(status="skipped")["reason"].unique().to_list() == [
        "its session shares connections (--pooled)"
    ]
    ran = outcomes.filter(pl.col("rows") >= 0).join(
        workload.events().collect().select("session", "seq", "transaction"), on=["session", "seq"]
    )
    assert ran.group_by("session", "transaction").agg(pl.col("connection").n_unique())["connection"].max() == 1
    with superuser(pg18) as connection:
        assert connection.execute("select count(*), sum(n) from clients").fetchone() == (10, 45)


def test_pooled_needs_a_capture_with_pooled_sessions(roles: Cluster, tmp_path: Path) -> None:
    """Otherwise exit code 2, with the remedy."""
    workload = captured(roles, tmp_path)
    error = pgrehearse(
        "replay",
        workload.path,
        "--target",
        f"postgresql://postgres@127.0.0.1:{roles.port}/postgres",
        "--pooled",
        "5",
        "-o",
        tmp_path / "r.run",
        code=2,
    )["error"]
    assert "--pooled" in error["message"]


@pytest.mark.skipif(PGBOUNCER is None, reason="there is no pgbouncer on this machine")
@pytest.mark.parametrize("mode", ["session", "transaction"])
def test_a_replay_through_pgbouncer(pg18: Cluster, tmp_path: Path, mode: str) -> None:
    """Settings are made by a first statement, transactions are not divided; a read-only replay is refused."""
    with superuser(pg18) as connection:
        connection.execute("drop table if exists pooled")
        connection.execute("create table pooled (n int, path text default current_setting('search_path'))")
    start = LogMark.now(pg18)
    for n in range(8):
        with connect(pg18, "postgres", application="pooled") as connection:
            connection.execute("begin")
            connection.execute("insert into pooled values (%s)", (n,))
            connection.execute("select count(*) from pooled")
            connection.execute("commit")
    workload = start.capture(tmp_path, "pooled")
    with superuser(pg18) as connection:
        connection.execute("truncate pooled")
    registry.mark_fresh(pg18)
    direct = f"postgresql://postgres@127.0.0.1:{pg18.port}/postgres"
    pgrehearse("targets", "adopt", direct, "--yes")
    with pgbouncer(pg18, mode) as port:
        dsn = f"postgresql://postgres@127.0.0.1:{port}/postgres"
        refused = pgrehearse("replay", workload.path, "--target", dsn, "-o", tmp_path / "ro.run", code=4)["error"]
        assert "pooler" in refused["message"]
        document = pgrehearse(
            "replay",
            workload.path,
            "--target",
            dsn,
            "--writes",
            "--no-metrics",
            "--speed",
            "max",
            "--session-set",
            "database=postgres: search_path=public",
            "-o",
            tmp_path / "r.run",
        )
    with superuser(pg18) as connection:
        connection.execute("drop schema pgrehearse cascade")
        assert (document["statements"]["ok"], document["errors"]["new"]) == (32, 0)
        assert connection.execute("select count(*) from pooled").fetchone() == (8,)
        if mode == "session":  # in transaction mode other sessions get the connection, with its settings
            assert connection.execute("select distinct path from pooled").fetchall() == [("public",)]
        assert any("pooler" in note for note in document["notes"])
