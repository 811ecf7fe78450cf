"""Fixtures and functions of all tests. The servers are embedded servers, created once per session; none may run after its end."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import shutil
import threading
from dataclasses import dataclass
from multiprocessing import forkserver
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import psycopg
import pytest
from hypothesis import settings
from psycopg import sql

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.replay.workers import host_workers, worker
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.workload.read import Workload
from tests.engines import engine as engine
from tests.simulated_hosts import ray_cluster as ray_cluster
from tests.simulated_hosts import s3_server as s3_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster

# No deadline: on a busy machine an example may take long. In a pipeline the examples are the same each time.
settings.register_profile("pgrehearse", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("pgrehearse")

SAMPLES = Path(__file__).parent / "samples"
# The other files that take more than half a minute: scenarios, and servers of their own.
LONG = frozenset(
    {
        "test_attempts_read_only",
        "test_attempts_writes",
        "test_ci",
        "test_decoded_orders",
        "test_deduced_ids",
        "test_resume_embedded",
        "test_restore_command",
        "test_scenario_rounds",
        "test_scenario_targets",
        "test_source",
    }
)
# Between two looks at a server.
_PAUSE = threading.Event()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-update", action="store_true", help="rewrite the golden files")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Collect the tests without searching for garbage: modules and tests stay until the end, and each search would visit all of them.

    It takes 3.5 s of 9 s of CPU time, in every process of the tests. Searches during the tests do not visit them either.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the complete rehearsals first, then the other long files: a long file that begins last is executed alone at the end."""
    items.sort(key=_rank)


def _rank(item: pytest.Item) -> int:
    """Return 0 for a test of a complete rehearsal, 1 for one of another long file, 2 for the others."""
    return 0 if "e2e" in item.path.parts else 1 if item.path.stem in LONG else 2


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> GoldenFiles:
    return GoldenFiles(Path(__file__).parent / "golden", update=request.config.getoption("--golden-update"))


@dataclass(frozen=True)
class GoldenFiles:
    """Files with the expected outputs; ``make golden`` rewrites them, and the diff is reviewed."""

    folder: Path
    update: bool

    def check(self, name: str, text: str) -> None:
        path = self.folder / name
        if self.update:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def quick_workers() -> Iterator[None]:
    """Workers of replays in the process of the tests are forked from one process that has their modules: 0.6 s of CPU time less for each.

    Replays by the command, as those of tests/e2e, start their workers as users' replays do.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([worker.__name__])
    forkserver.ensure_running()  # with the environment as it is before any test changes it
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(host_workers, "CONTEXT", context)
        yield


@pytest.fixture(scope="session")
def home(quick_workers: None) -> Iterator[Path]:  # noqa: ARG001 (the servers of this folder are for replays)
    """A folder for clusters. Clusters that still run at the end are stopped."""
    folder = registry.workspace()
    yield folder
    for entry in registry.list_clusters([folder]):
        clusters.stop(entry.cluster)
    shutil.rmtree(folder)


def _start_cluster(home: Path, version: int) -> Cluster:
    cluster = clusters.create(home / f"pg{version}", version=version, name=f"test-{version}", settings={"fsync": "off"})
    clusters.start(cluster)
    return cluster


@pytest.fixture(scope="session")
def pg16(home: Path) -> Cluster:
    return _start_cluster(home, 16)


@pytest.fixture(scope="session")
def pg18(home: Path) -> Cluster:
    return _start_cluster(home, 18)


@pytest.fixture(scope="session", params=[16, 18], ids=["pg16", "pg18"])
def server(request: pytest.FixtureRequest) -> Cluster:
    """Each embedded server: a test that uses it runs once on each."""
    cluster: Cluster = request.getfixturevalue(f"pg{request.param}")
    return cluster


@pytest.fixture
def database(server: Cluster, request: pytest.FixtureRequest) -> Iterator[str]:
    """A new database on *server*, which is dropped after the test."""
    name = f"t{abs(hash(request.node.nodeid)) % 10**9}_{os.getpid()}"
    with superuser(server) as connection:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    yield name
    with superuser(server) as connection:
        connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


def superuser(cluster: Cluster, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
    """Connect as a superuser, under an application name that a capture does not count as traffic."""
    return connect(cluster, database, application="pgrehearse test")


def new_database(cluster: Cluster, name: str, schema: str = "") -> None:
    """Create a database and execute *schema* in it. A database of that name is dropped before."""
    drop_database(cluster, name)
    with superuser(cluster) as connection:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    with superuser(cluster, name) as connection:
        connection.execute(schema.encode())


def reload(cluster: Cluster, password: str | None = None) -> None:
    """Make a server read its settings again, and wait until new sessions have them: the server does it after its answer.

    *password*: of the superuser, if the server requires one before or after it.
    """

    def own() -> psycopg.Connection[tuple[object, ...]]:
        return connect(cluster, "postgres", application="pgrehearse test", password=password)

    with own() as connection:
        asked = connection.execute("select clock_timestamp()").fetchone()
        connection.execute("select pg_reload_conf()")
    for _ in range(2000):
        with own() as connection:
            if connection.execute("select pg_conf_load_time() >= %s", asked).fetchone() == (True,):
                return
        _PAUSE.wait(0.01)
    raise AssertionError("the server did not read its settings again")


def drop_database(cluster: Cluster, name: str) -> None:
    """Drop a database, if the server has it, and end its connections."""
    with superuser(cluster) as connection:
        connection.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def connect(
    cluster: Cluster,
    database: str,
    *,
    user: str = "postgres",
    application: str = "app",
    password: str | None = None,
) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        host="127.0.0.1",
        port=cluster.port,
        dbname=database,
        user=user,
        application_name=application,
        password=password,
        autocommit=True,
    )


@dataclass(frozen=True)
class LogMark:
    """A position in a server's csvlog. ``capture`` captures only the records after it."""

    cluster: Cluster
    at: int

    @classmethod
    def now(cls, cluster: Cluster) -> LogMark:
        """Mark the end of the log, after the server has written all records of earlier statements and of sessions that were closed.

        The process that writes the log is one of its own, and on a busy machine it is late.
        """
        _wait_for_the_end_of_closed_sessions(cluster)
        _wait_for_a_new_record(cluster, cluster.csvlog.stat().st_size)
        return cls(cluster, cluster.csvlog.stat().st_size)

    def capture(self, folder: Path, name: str, **options: Any) -> Workload:
        """Capture the records since the mark, after the server has written all of them; *options*: of the capture."""
        log = folder / f"{name}.csv"
        log.write_bytes(self.settled())
        output = folder / f"{name}.workload"
        capture_logs(CaptureOptions((log,), output, force=True, **options), tool_version="test")
        return Workload.open(output)

    def settled(self) -> bytes:
        """Return the log since the mark, after a new statement has appeared in it."""
        _wait_for_the_end_of_closed_sessions(self.cluster)
        _wait_for_a_new_record(self.cluster, self.at)
        for _ in range(2000):
            text = _log_from(self.cluster, self.at)
            ended_sessions = text.count(b',"disconnection: ') + text.count(b",FATAL,")
            if ended_sessions >= text.count(b',"connection authorized: '):
                return text
            _PAUSE.wait(0.01)
        raise AssertionError("a session of the log has not ended")


def _wait_for_a_new_record(cluster: Cluster, at: int) -> None:
    """Execute a new statement, and wait until it is in the log after the position *at*: earlier records are there too."""
    token = f"settled {os.urandom(8).hex()}"
    with superuser(cluster) as connection:
        connection.execute(sql.SQL("select {}").format(sql.Literal(token)))
    for _ in range(2000):
        if token.encode() in _log_from(cluster, at):
            return
        _PAUSE.wait(0.01)
    raise AssertionError("the last statement did not appear in the server's log")


def _log_from(cluster: Cluster, at: int) -> bytes:
    """Return a server's csvlog from the position *at*: the log of a server of many tests is long."""
    with cluster.csvlog.open("rb") as log:
        log.seek(at)
        return log.read()


def _wait_for_the_end_of_closed_sessions(cluster: Cluster) -> None:
    """Wait until the server has ended every session whose client has closed the connection. One that executes a statement may go on."""
    busy = "select client_port from pg_stat_activity where state = 'active' and client_port is not null"
    if not _closed_by_clients(cluster):
        return
    with superuser(cluster) as connection:
        for _ in range(2000):
            executing = {row[0] for row in connection.execute(busy)}
            if _closed_by_clients(cluster) <= executing:
                return
            _PAUSE.wait(0.01)
    raise AssertionError("the server has not ended sessions that were closed")


def _closed_by_clients(cluster: Cluster) -> set[object]:
    """Return the clients' ports of the connections to a server that only the clients have closed.

    Such a socket is in the state CLOSE_WAIT (8 in proc_net_tcp(5)) until its process ends, which logs the end of the session before.
    """
    rows = (line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:])
    return {int(row[2][-4:], 16) for row in rows if row[1].endswith(f":{cluster.port:04X}") and row[3] == "08"}


def held_to_schema(command: str, document: object) -> None:
    """Validate the JSON document of a command (or its error document) against its published schema, if there is one."""
    is_error = isinstance(document, dict) and "error" in document
    schema = "error" if is_error else {"demo": "run"}.get(command, command)
    path = Path(__file__).parents[1] / "docs" / "schemas" / f"{schema}.json"
    if path.exists():
        jsonschema.Draft202012Validator(json.loads(path.read_text())).validate(document)
