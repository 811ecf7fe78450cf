"""The queries of pgrehearse leave no error in the log of a production server, for any role."""

from __future__ import annotations

import asyncio
import csv
import io
from typing import TYPE_CHECKING

import pytest
from psycopg import sql

from pgrehearse.base.clock import Timeline
from pgrehearse.metrics.sampler import Sampler, SamplingTarget
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.doctor import diagnose
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.server_facts import read_source
from tests.conftest import LogMark, superuser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.base.endpoint import Endpoint
    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.fixture(params=["superuser", "plain"])
def asking_role(
    request: pytest.FixtureRequest, server: Cluster, database: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Endpoint]:
    """A superuser, and a role that may only log in. The server is not recognized as an embedded server."""
    monkeypatch.setattr(registry, "of_data_directory", lambda *_: None)
    if request.param == "superuser":
        yield server.endpoint(database)
        return
    name = sql.Identifier("asks_only")
    with superuser(server) as connection:
        connection.execute(sql.SQL("create role {} login").format(name))
    yield server.endpoint(database, "asks_only")
    with superuser(server) as connection:
        connection.execute(sql.SQL("drop role {}").format(name))


def errors(mark: LogMark) -> list[tuple[str, str]]:
    """Return the errors since, with their statements."""
    rows = csv.reader(io.StringIO(mark.settled().decode()))
    return [(row[13], row[19]) for row in rows if row[11] in {"ERROR", "FATAL", "PANIC"}]


def test_doctor_source_and_catalog_leave_no_error(server: Cluster, database: str, asking_role: Endpoint) -> None:
    """Queries that a role may not execute, or that the server does not support, are not sent."""
    mark = LogMark.now(server)
    asyncio.run(diagnose(asking_role))
    asyncio.run(read_source(asking_role))
    asyncio.run(read_catalog(asking_role, {database}))
    assert errors(mark) == []


def test_a_sampler_leaves_no_error(server: Cluster, database: str, asking_role: Endpoint, tmp_path: Path) -> None:
    """All probes once."""
    mark = LogMark.now(server)
    sampler = Sampler(SamplingTarget(asking_role, (database,)), Timeline.starting_in(0), tmp_path, every_us=200_000)
    sampler.start()
    sampler._stop.wait(1)
    sampler.stop()
    assert errors(mark) == []
