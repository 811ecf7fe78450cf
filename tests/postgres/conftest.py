"""Servers for the attempts: a target of each version, and another server that they can reach."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.errors import UsageProblem
from pgrehearse.targets import client_sessions
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.binaries import programs, run
from pgrehearse.targets.warm_up import warm
from pgrehearse.targets.warm_up.settling import WINDOWS
from tests.conftest import superuser
from tests.engines import parametrize
from tests.postgres.attempts.attempt_servers import ROLES, AttemptServers, open_scratch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pgrehearse.targets.embedded.cluster import Cluster

VERSIONS = (15, 16, 18)
QUICK = {
    "fsync": "off",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "max_replication_slots": "60",
    "autovacuum": "off",
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Let the tests of order and faults run on this machine and on two hosts."""
    parametrize(metafunc)


def have_15() -> bool:
    """Return whether PostgreSQL 15 with its contrib modules is installed."""
    try:
        return (programs(15).parent / "lib" / "dblink.so").exists()
    except UsageProblem:
        return False


def start_cluster(home: Path, version: int, name: str, **settings: str) -> Cluster:
    """Make and start a server of a version; skip the test where it is not installed."""
    if version == 15 and not have_15():
        pytest.skip("PostgreSQL 15 with contrib is not installed (postgresql-15 of Debian)")
    cluster = clusters.create(home / name, version=version, name=name, settings={**QUICK, **settings})
    clusters.start(cluster)
    return cluster


def stop_cluster(cluster: Cluster) -> None:
    """Stop a server in immediate mode, because its data is no longer needed."""
    run([cluster.program("pg_ctl"), "-D", cluster.data, "-m", "immediate", "-w", "stop"])


@pytest.fixture(scope="session")
def production(home: Path) -> Iterator[Cluster]:
    """The server that no attempt may reach."""
    cluster = start_cluster(home, 15 if have_15() else 16, "production", wal_level="logical")
    with superuser(cluster) as connection:
        connection.execute(ROLES)
        connection.execute("create database shop")
    with superuser(cluster, "shop") as connection:
        connection.execute("create table sold (who text); insert into sold values ('genuine')")
        connection.execute("create publication nothing")
    yield cluster
    stop_cluster(cluster)


@pytest.fixture(scope="session")
def pg15(home: Path) -> Cluster:
    """PostgreSQL 15 with contrib: dblink, postgres_fdw, adminpack and the rest."""
    return start_cluster(home, 15, "contrib-15")


@pytest.fixture(scope="session")
def servers_of_version(home: Path, production: Cluster) -> Iterator[Callable[[int], AttemptServers]]:
    """Make a target of a version at its first use; it runs until the session ends, for any order of tests."""
    result: dict[int, AttemptServers] = {}

    def servers_of(version: int) -> AttemptServers:
        if version not in result:
            target = start_cluster(
                home, version, f"attempts-{version}", wal_level="logical", max_prepared_transactions="10"
            )
            # Not in the folder of the clusters: a statement that contains the name of pgrehearse could be skipped for that reason only.
            scratch = open_scratch(Path(tempfile.mkdtemp(prefix="attempts-")))
            result[version] = AttemptServers(target, production, scratch)
        return result[version]

    yield servers_of
    for attempt_servers in result.values():
        stop_cluster(attempt_servers.target)
        shutil.rmtree(attempt_servers.scratch)


# The oldest version and the newest one; the one between them only in `make soak`, where both others are installed.
ATTEMPT_SERVERS = [
    pytest.param(version, id=f"pg{version}", marks=[pytest.mark.soak] if version == 16 and have_15() else [])
    for version in VERSIONS
]


@pytest.fixture(params=ATTEMPT_SERVERS)
def attempt_servers(
    request: pytest.FixtureRequest, servers_of_version: Callable[[int], AttemptServers]
) -> AttemptServers:
    """A target of each version that only the attempts use, because a successful attempt can damage it."""
    return servers_of_version(request.param)


@pytest.fixture
def external(server: Cluster, monkeypatch: pytest.MonkeyPatch) -> Cluster:
    """A server that is not recognized as an embedded server of pgrehearse."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    return server


@pytest.fixture
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """An adoption that is refused because of other sessions is refused sooner: its attempts are 50 ms apart, not 250."""
    monkeypatch.setattr(client_sessions, "_PAUSE_S", 0.05)


@pytest.fixture
def steady_latency(monkeypatch: pytest.MonkeyPatch) -> None:
    """The latency of a warm-up's probe settles as on a machine without other programs: after the least number of windows."""
    monkeypatch.setattr(warm, "has_settled", lambda latencies: len(latencies) >= WINDOWS)


def wait_until_closed(cluster: Cluster, user: str) -> None:
    """Wait until the server has removed the sessions of a user, which the test has closed."""
    with superuser(cluster) as connection:
        connection.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = %s", (user,))
