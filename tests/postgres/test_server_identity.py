"""The identity that every connection verifies, on real servers: addresses that move, restarts, load balancers, poolers."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import Form, answered, hashed
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session.login import Login, prove_identity
from pgrehearse.runs.read import Run
from pgrehearse.runs.reasons import ANOTHER_SERVER
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.adoption_mark import expected_identity
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.server_facts import connect as connect_facts
from tests.conftest import LogMark, connect, superuser
from tests.postgres.marks import captured, checked, count, write_mark_of
from tests.proxies import PGBOUNCER, Proxy, pgbouncer

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.mark.parametrize("writes", [True, False])
@pytest.mark.parametrize("workers", [1, 2])
def test_an_address_that_moves_after_the_check_ends_the_run(
    pg16: Cluster, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: bool, workers: int
) -> None:
    """Another server is at the address: exit code 4, the message names it, no statement was sent to it, the run is readable."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    start = LogMark.now(pg16)
    with superuser(pg16) as connection:
        connection.execute("create table if not exists moved (n int)")
    for n in range(6):
        with connect(pg16, "postgres") as connection:
            connection.execute(f"insert into moved values ({n})" if writes else f"select {n}")
            connection.execute("select pg_sleep(0.1)")
    workload = start.capture(tmp_path, "moved")
    other = clusters.create(home / "moved-to", version=16, name="moved-to", settings={"fsync": "off"})
    clusters.start(other)
    try:
        with superuser(other) as connection:
            connection.execute("create table moved (n int)")
        write_mark_of(pg16.endpoint())
        before = other.csvlog.stat().st_size
        with Proxy(pg16.port) as proxy:

            def move(progress: Any) -> None:
                if progress.ok:
                    proxy.target = other.port

            target = Endpoint(port=proxy.port, database="postgres", user="postgres")
            plan = ReplayPlan(target, writes=writes, speed=0.25, workers=workers)
            with pytest.raises(TargetProblem, match="expected the server at") as caught:
                rehearse(Rehearsal(workload.path, tmp_path / "r.run", plan, metrics=False), move)
        assert str(other.port) in caught.value.message
        assert caught.value.exit_code == 4
        run = Run.open(tmp_path / "r.run")
        assert run.manifest.interrupted
        assert any("the replay was ended" in note for note in run.manifest.notes)
        outcomes = run.outcomes().collect()
        assert outcomes.height == workload.manifest.events
        assert ANOTHER_SERVER in outcomes["reason"].to_list()
        log = other.csvlog.read_bytes()[before:].decode()
        assert "pgrehearse" in log
        assert "insert into moved" not in log
        assert "pg_sleep" not in log
        with superuser(other) as connection:
            assert connection.execute("select count(*) from moved").fetchone() == (0,)
    finally:
        clusters.destroy(other)
        with superuser(pg16) as connection:
            connection.execute("drop table moved; drop schema pgrehearse cascade")


def test_a_restart_during_the_run_is_accepted_and_noted(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same server, started after the check."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    cluster = clusters.create(home / "restarts", version=18, name="restarts", settings={"fsync": "off"})
    clusters.start(cluster)
    try:
        workload = captured(cluster, tmp_path, "postgres", statements=3)
        start = LogMark.now(cluster)
        for n in range(8):
            with connect(cluster, "postgres") as connection:
                connection.execute(f"insert into notes values ({n})")
                connection.execute("select pg_sleep(0.1)")
        workload = start.capture(tmp_path, "restarts")
        write_mark_of(cluster.endpoint())
        restarted = threading.Event()

        def restart(progress: Any) -> None:
            if progress.ok and not restarted.is_set():
                restarted.set()
                clusters.stop(cluster)
                clusters.start(cluster)

        plan = ReplayPlan(cluster.endpoint(), writes=True, speed=0.25)
        run, _ = rehearse(Rehearsal(workload.path, tmp_path / "r.run", plan, metrics=False), restart)
        assert restarted.is_set()
        assert any("restarted during the replay" in note for note in run.manifest.notes)
        assert not run.manifest.interrupted
    finally:
        clusters.destroy(cluster)


def test_a_server_that_was_started_before_the_check_is_no_restart(external: Cluster) -> None:
    """Neither with the same identifier nor without one."""
    identity = checked(external.endpoint()).expected_identity
    later = replace(identity.expected, started_us=identity.expected.asked_us + 1)
    assert identity.restarted(later)
    assert identity.refusal(later) == ""
    for wrong in (
        replace(later, system_identifier="1"),
        replace(later, address="10.0.0.1"),
        replace(later, port=1),
        replace(later, timeline=7),
        replace(identity.expected, started_us=identity.expected.asked_us),
        replace(later, token_hash="x"),
    ):
        assert identity.refusal(wrong)
    unknown = replace(identity, form=Form.PLAIN, expected=replace(identity.expected, system_identifier=""))
    assert unknown.refusal(replace(later, system_identifier=""))
    assert identity.refusal(None)


@pytest.mark.parametrize("row", [["x"], [None] * 11, ["", "", "no number", "", "", "", "", "", "", "1", "on"]])
def test_an_invalid_identity_is_none(row: list[str | None]) -> None:
    """A function of another program may have the same name and return any row."""
    assert answered(row) is None


def test_a_connection_that_is_not_read_only_is_refused(external: Cluster) -> None:
    """A connection whose read-only setting was dropped is detected before anything is sent."""
    from psycopg import pq

    identity = checked(external.endpoint()).expected_identity
    login = Login(external.endpoint(), "test", read_only=True, expected_identity=identity)
    pg = pq.PGconn.connect(login.conninfo(Passwords("")))
    assert prove_identity(pg, login) is not None
    pg.exec_(b"set default_transaction_read_only = off")
    with pytest.raises(TargetProblem, match="not read-only"):
        prove_identity(pg, login)
    pg.finish()


def test_the_expected_identity_shows_no_secret(external: Cluster, database: str) -> None:
    """The representation of what is sent to the workers has no secret."""
    mark = write_mark_of(external.endpoint(database))

    async def ask() -> Any:
        connection = await connect_facts(external.endpoint(database))
        try:
            return await expected_identity(connection, "x", adopted=True)
        finally:
            await connection.close()

    identity = asyncio.run(ask())
    assert hashed(mark.token, identity.nonce) == identity.expected.token_hash
    assert identity.expected.token_hash not in repr(identity)
    assert identity.nonce not in repr(identity)
    assert mark.token not in repr(identity)


class Balanced(Proxy):
    """A load balancer: each connection goes to the next server."""

    def __getattribute__(self, name: str) -> Any:
        if name != "target":
            return super().__getattribute__(name)
        servers = self.__dict__.setdefault("_servers", cycle(self.__dict__["target"]))
        return next(servers)


def balanced(*ports: int) -> Balanced:
    return Balanced(ports)  # type: ignore[arg-type]


@pytest.mark.parametrize("writes", [True, False])
def test_a_load_balancer_is_detected_before_anything_is_sent(
    pg16: Cluster, pg18: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: bool
) -> None:
    """Connections that lead to two servers, though both are adopted: nothing is written to either."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    workload = captured(pg16, tmp_path, "postgres")
    for server in (pg16, pg18):
        write_mark_of(server.endpoint())
        with superuser(server) as connection:
            connection.execute("create table if not exists notes (n int)")
    try:
        with balanced(pg16.port, pg18.port) as proxy:
            target = Endpoint(port=proxy.port, database="postgres", user="postgres")
            with pytest.raises(TargetProblem, match="expected the server at"):
                rehearse(
                    Rehearsal(
                        workload.path, tmp_path / "r.run", ReplayPlan(target, writes=writes, speed=None), metrics=False
                    )
                )
        for server in (pg16, pg18):
            assert count(server, "postgres") == 0
    finally:
        for server in (pg16, pg18):
            with superuser(server) as connection:
                connection.execute("drop schema pgrehearse cascade; drop table notes")


@pytest.mark.skipif(PGBOUNCER is None, reason="there is no pgbouncer on this machine")
def test_a_pooler_that_drops_options_is_refused(pg16: Cluster, tmp_path: Path) -> None:
    """ignore_startup_parameters = options: the read-only setting is dropped, and the refusal names the pooler's setting."""
    start = LogMark.now(pg16)
    with connect(pg16, "postgres") as connection:
        connection.execute("select 1")
    workload = start.capture(tmp_path, "w")
    with pgbouncer(pg16, "session", "ignore_startup_parameters = extra_float_digits, options") as port:
        target = Endpoint(port=port, database="postgres", user="postgres")
        plan = ReplayPlan(target, speed=None)
        with pytest.raises(TargetProblem, match="ignores the settings") as caught:
            rehearse(Rehearsal(workload.path, tmp_path / "r.run", plan, metrics=False))
    assert "ignore_startup_parameters" in caught.value.remedy
