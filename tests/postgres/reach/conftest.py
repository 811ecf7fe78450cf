"""The source, its copy and their workloads, made once a session and version."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.server_facts import read_source
from tests.conftest import superuser
from tests.postgres.attempts.attempt_servers import ROLES
from tests.postgres.attempts.cases import Statement
from tests.postgres.attempts.handmade_log import LoggedSession
from tests.postgres.conftest import QUICK, have_15
from tests.postgres.reach.servers import STATEMENTS_ON_MARK, WRITES, SourceAndCopy, VersionFolder, workload_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The others are tried by `make soak`.
VERSIONS = (pytest.param(15, marks=pytest.mark.soak), 16, pytest.param(18, marks=pytest.mark.soak))


@pytest.fixture(scope="session", params=VERSIONS)
def version_folder(request: pytest.FixtureRequest, home: Path) -> VersionFolder:
    """A version, and its folder."""
    if request.param == 15 and not have_15():
        pytest.skip("PostgreSQL 15 with contrib is not installed (postgresql-15 of Debian)")
    return VersionFolder(request.param, home / f"reach-{request.param}")


@pytest.fixture(scope="session")
def servers(version_folder: VersionFolder, tmp_path_factory: pytest.TempPathFactory) -> SourceAndCopy:
    """A source with two databases, a running copy of it, and workloads with and without the source in their manifests."""
    settings = {**QUICK, "wal_level": "logical"}
    source = clusters.create(
        version_folder.folder / "reach-source", version=version_folder.version, name="reach-source", settings=settings
    )
    clusters.start(source)
    with superuser(source) as connection:
        connection.execute(ROLES)
        # The settings are written to a file that every copy contains.
        connection.execute("alter system set max_prepared_transactions = 5")
        for name in ("shop", "billing"):
            connection.execute(f"create database {name} owner clerk")
    for name in ("shop", "billing"):
        with superuser(source, name) as connection:
            connection.execute(
                "create table sold (who text); insert into sold values ('genuine'); grant all on sold to clerk"
            )
    clusters.base_backup(source, version_folder.folder / "reach-base")
    copy = version_folder.restored("reach-base", "reach-copy")
    folder = tmp_path_factory.mktemp("reach")
    source_facts = asyncio.run(read_source(source.endpoint("shop")))
    shop = [LoggedSession(f"app{n}", "boss", "shop", WRITES) for n in range(4)]
    both = [*shop, LoggedSession("bills", "boss", "billing", WRITES)]
    marked = [LoggedSession("marked", "boss", "shop", tuple(map(Statement, STATEMENTS_ON_MARK)))]
    workloads = {
        "known": workload_of(folder, "known", shop, source_facts),
        "unknown": workload_of(folder, "unknown", shop, None),
        "both": workload_of(folder, "both", both, None),
        "marked": workload_of(folder, "marked", marked, None),
    }
    return SourceAndCopy(source, copy, folder, workloads)


@pytest.fixture(autouse=True)
def _no_embedded_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    """No server counts as an embedded server: only a mark is accepted."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)


@pytest.fixture
def adopted(servers: SourceAndCopy) -> SourceAndCopy:
    """The copy, freshly adopted."""
    result = servers.adopt()
    assert result.code == 0, result.text
    return servers


@pytest.fixture
def marked_source(adopted: SourceAndCopy) -> Iterator[SourceAndCopy]:
    """The source has a mark too, unless its adoption is refused."""
    adopted.adopt(adopted.source)
    yield adopted
    with superuser(adopted.source, "shop") as connection:
        connection.execute("drop schema if exists pgrehearse cascade")
