"""PgBouncer in front of an embedded server, and an embedded server with fewer processors."""

from __future__ import annotations

import json
import os
import socket
from contextlib import ExitStack
from typing import TYPE_CHECKING

import psycopg
import pytest

from pgrehearse.base import event_loop
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.base.processes import is_running, started
from pgrehearse.scenarios.events.plan import EMBEDDED, EventPlan
from pgrehearse.scenarios.events.prepare import prepared
from pgrehearse.scenarios.events.target import EventTarget
from pgrehearse.targets import safety
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import pooler as poolers
from pgrehearse.targets.embedded.affinity import limit_processors, require_processors
from pgrehearse.targets.embedded.pooler import CONSOLE, PoolMode
from pgrehearse.targets.pooler import probe_pooler
from pgrehearse.targets.server_facts import login_roles
from tests.postgres.conftest import start_cluster, stop_cluster
from tests.proxies import PGBOUNCER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.base.endpoint import Endpoint
    from pgrehearse.targets.embedded.cluster import Cluster

needs_pgbouncer = pytest.mark.skipif(PGBOUNCER is None, reason="PgBouncer is not installed")


@pytest.fixture(scope="module")
def pooled_server(home: Path) -> Iterator[Cluster]:
    """A server that only these tests use."""
    cluster = start_cluster(home, 18, "pooled")
    yield cluster
    poolers.stop(cluster)
    stop_cluster(cluster)


def connected(endpoint: Endpoint) -> psycopg.Connection[tuple[object, ...]]:
    """Return a connection whose driver prepares no statements."""
    return psycopg.connect(**endpoint.libpq(), autocommit=True, prepare_threshold=None)  # type: ignore[arg-type]


def backends(endpoint: Endpoint, clients: int) -> set[object]:
    """Return the server processes of clients that are connected at the same time."""
    with ExitStack() as stack:
        sessions = [stack.enter_context(connected(endpoint)) for _ in range(clients)]
        return {session.execute("select pg_backend_pid()").fetchall()[0][0] for session in sessions}


@needs_pgbouncer
def test_clients_of_a_pooler_in_transaction_mode_share_one_server_connection(pooled_server: Cluster) -> None:
    """Every role that may log in can use it; a role's name may contain a quotation mark."""
    with connected(pooled_server.endpoint()) as superuser:
        superuser.execute('create role "a ""guest""" login')
    users = event_loop.run(login_roles(pooled_server.endpoint()))
    pooler = poolers.start(pooled_server, PoolMode.TRANSACTION, 1, users)
    target = pooler.endpoint("postgres")
    assert len(backends(target, 5)) == 1
    assert len(backends(target.to(user='a "guest"'), 5)) == 1
    proof = event_loop.run(safety.check_target(target, None))
    assert (proof.kind, proof.cluster) == ("embedded", pooled_server)
    with connected(pooler.endpoint(CONSOLE)) as console:
        assert {row[0] for row in console.execute("show databases").fetchall()} >= {"postgres"}
    poolers.stop(pooled_server)
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.1", pooler.port), timeout=5):
        pass
    poolers.stop(pooled_server)


@needs_pgbouncer
def test_an_event_pauses_the_pooler_of_an_embedded_side(pooled_server: Cluster) -> None:
    """Its admin console is found by the server; without a pooler the event is refused before the replay."""
    pause = (EventPlan(at="1s", pause_pooler=EMBEDDED), EventPlan(at="2s", resume_pooler=EMBEDDED))
    target = EventTarget(pooled_server.endpoint(), ("postgres",), cluster=pooled_server)
    with pytest.raises(TargetProblem, match="has no pooler that pgrehearse has started"):
        event_loop.run(prepared(pause, target, ()))
    pooler = poolers.start(pooled_server, PoolMode.TRANSACTION, 1, ("postgres",))
    # PgBouncer lists a database from its first client on: those of the checks before a replay.
    assert len(backends(pooler.endpoint("postgres"), 1)) == 1
    actions = event_loop.run(prepared(pause, target, ()))
    with connected(pooler.endpoint(CONSOLE)) as console:
        states = []
        for action in (actions.consoles[EMBEDDED].pause, actions.consoles[EMBEDDED].resume):
            event_loop.run(action())
            states.append({row[0]: row[-2] for row in console.execute("show databases").fetchall()}["postgres"])
    poolers.stop(pooled_server)
    assert list(map(str, states)) == ["1", "0"]


@needs_pgbouncer
def test_a_replay_knows_what_a_pooler_shares(pooled_server: Cluster) -> None:
    """In transaction mode sessions share server connections; in session mode they do not."""
    users = event_loop.run(login_roles(pooled_server.endpoint()))
    shared = {}
    for mode in PoolMode:
        pooler = poolers.start(pooled_server, mode, 3, users)
        shared[mode] = event_loop.run(probe_pooler(pooler.endpoint("postgres"))).shares
        poolers.stop(pooled_server)
    assert shared == {PoolMode.TRANSACTION: True, PoolMode.SESSION: False}


def test_another_process_with_the_id_of_a_pooler_is_not_ended(pooled_server: Cluster) -> None:
    """The id of a process is used again after its end: here it is the one of this test."""
    folder = pooled_server.home / "pooler"
    folder.mkdir(exist_ok=True)
    process = folder / "process.json"
    process.write_text(json.dumps({"pid": os.getpid(), "started": started(os.getpid()) + 1, "port": 1}))
    poolers.stop(pooled_server)
    assert is_running(os.getpid())
    assert not process.exists()


def test_a_pooler_that_is_not_installed_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(poolers, "_MORE_PATHS", "")
    with pytest.raises(UsageProblem) as refused:
        poolers.program()
    assert "install PgBouncer" in refused.value.remedy


def test_a_server_runs_on_fewer_processors_after_each_start(home: Path) -> None:
    """Every process of the server has the limit; the program that started it does not."""
    cluster = start_cluster(home, 18, "one-processor")
    before = os.sched_getaffinity(0)
    limit_processors(cluster.home, 1)
    clusters.stop(cluster)
    clusters.start(cluster)
    with connected(cluster.endpoint()) as session:
        backend = int(str(session.execute("select pg_backend_pid()").fetchall()[0][0]))
        allowed = [os.sched_getaffinity(pid) for pid in (backend, clusters.postmaster(cluster) or 0)]
    stop_cluster(cluster)
    assert [len(processors) for processors in allowed] == [1, 1]
    assert os.sched_getaffinity(0) == before


def test_more_processors_than_the_machine_has_are_refused() -> None:
    available = len(os.sched_getaffinity(0))
    require_processors(available)
    with pytest.raises(UsageProblem, match=f"cpus is {available + 1}, this machine has {available}"):
        require_processors(available + 1)
