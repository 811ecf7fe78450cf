"""What every test may ask for. Servers are embedded ones, made once a session; nothing may outlive it."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import psycopg
import pytest
from hypothesis import settings
from psycopg import sql

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.workload.read import Workload

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster

# A busy machine is not a failure of a property (no deadline); a pipeline tries the same examples each time.
settings.register_profile("pgrehearse", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("pgrehearse")

SAMPLES = Path(__file__).parent / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-update", action="store_true", help="rewrite the golden files")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the whole rehearsals: they take minutes, of which most is waiting, so that other tests run beside them."""
    items.sort(key=lambda item: "e2e" not in item.path.parts)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> GoldenFiles:
    return GoldenFiles(Path(__file__).parent / "golden", update=request.config.getoption("--golden-update"))


@dataclass(frozen=True)
class GoldenFiles:
    """Expected outputs on disk; ``make golden`` rewrites them, and the diff is reviewed."""

    folder: Path
    update: bool

    def check(self, name: str, text: str) -> None:
        path = self.folder / name
        if self.update:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def home() -> Iterator[Path]:
    """A folder for clusters; whatever still runs in it at the end is stopped and is a failure of its own test."""
    place = registry.workspace()
    yield place
    for entry in registry.list_clusters([place]):
        clusters.stop(entry.cluster)
    shutil.rmtree(place)


def _made(home: Path, version: int) -> Cluster:
    cluster = clusters.create(home / f"pg{version}", version=version, name=f"test-{version}", settings={"fsync": "off"})
    clusters.start(cluster)
    return cluster


@pytest.fixture(scope="session")
def pg16(home: Path) -> Cluster:
    return _made(home, 16)


@pytest.fixture(scope="session")
def pg18(home: Path) -> Cluster:
    return _made(home, 18)


@pytest.fixture(scope="session", params=[16, 18], ids=["pg16", "pg18"])
def server(request: pytest.FixtureRequest) -> Cluster:
    """Both embedded servers, one after the other."""
    found: Cluster = request.getfixturevalue(f"pg{request.param}")
    return found


@pytest.fixture
def database(server: Cluster, request: pytest.FixtureRequest) -> Iterator[str]:
    """A fresh database on *server*, gone afterwards."""
    name = f"t{abs(hash(request.node.nodeid)) % 10**9}_{os.getpid()}"
    with superuser(server) as connection:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    yield name
    with superuser(server) as connection:
        connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


def superuser(cluster: Cluster, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
    """A superuser's connection that pgrehearse itself would not count as traffic."""
    return connect(cluster, database, application="pgrehearse test")


def connect(
    cluster: Cluster, database: str, *, user: str = "postgres", application: str = "app"
) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        host="127.0.0.1", port=cluster.port, dbname=database, user=user, application_name=application, autocommit=True
    )


@dataclass(frozen=True)
class LogMark:
    """A place in a server's csvlog: what is written after it can be captured by itself."""

    cluster: Cluster
    at: int

    @classmethod
    def now(cls, cluster: Cluster) -> LogMark:
        return cls(cluster, cluster.csvlog.stat().st_size)

    def capture(self, folder: Path, name: str, **options: Any) -> Workload:
        """Capture what came since, once the server has written all of it; *options*: further ones of the capture."""
        log = folder / f"{name}.csv"
        log.write_bytes(self.settled())
        output = folder / f"{name}.workload"
        capture_logs(CaptureOptions((log,), output, force=True, **options), tool_version="test")
        return Workload.open(output)

    def settled(self) -> bytes:
        """Return the log since the mark, when a statement made now has reached it."""
        token = f"settled {os.urandom(8).hex()}"
        with superuser(self.cluster) as connection:
            connection.execute(sql.SQL("select {}").format(sql.Literal(token)))
        for _ in range(2000):
            text = self.cluster.csvlog.read_bytes()[self.at :]
            ended = text.count(b',"disconnection: ') + text.count(b",FATAL,")
            if token.encode() in text and ended >= text.count(b',"connection authorized: '):
                return text
            with superuser(self.cluster) as connection:
                connection.execute("select pg_sleep(0.005)")
        raise AssertionError("the server's log never settled")


def held_to_schema(verb: str, document: object) -> None:
    """Hold a verb's JSON document (a failure's, when it is one) to its published schema, where it has one."""
    failed = isinstance(document, dict) and "error" in document
    named = "error" if failed else {"demo": "run"}.get(verb, verb)
    path = Path(__file__).parents[1] / "docs" / "schemas" / f"{named}.json"
    if path.exists():
        jsonschema.Draft202012Validator(json.loads(path.read_text())).validate(document)
