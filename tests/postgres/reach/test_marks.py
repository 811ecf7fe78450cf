"""A mark proves nothing for a copy, a dump, another database or after its end, and a workload cannot change it (rows 26 to 29, 35)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pgrehearse.runs.read import Run
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded.binaries import run
from pgrehearse.workload.read import Workload
from tests.conftest import superuser
from tests.postgres.reach.servers import SourceAndCopy, VersionFolder, command, untouched

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster


def test_every_database_of_the_workload_needs_a_mark(adopted: SourceAndCopy) -> None:
    """Without a mark in `billing`, the replay is refused with the name of this database, and writes to neither (row 27)."""
    with superuser(adopted.copy, "billing") as connection:
        connection.execute("drop schema if exists pgrehearse cascade")
    with untouched((adopted.copy, "shop"), (adopted.copy, "billing")):
        result = adopted.replay(adopted.dsn(), workload="both")
    assert result.code == 4, result.text
    assert "billing" in result.text


@pytest.fixture(scope="module")
def copy_of_copy(servers: SourceAndCopy, version_folder: VersionFolder) -> Cluster:
    """A base backup of the copy while it was adopted: it carries the mark."""
    assert servers.adopt().code == 0
    clusters.base_backup(servers.copy, version_folder.folder / "reach-second-copy-base")
    return version_folder.restored("reach-second-copy-base", "reach-second-copy")


def test_a_base_backup_of_an_adopted_server_is_not_adopted(servers: SourceAndCopy, copy_of_copy: Cluster) -> None:
    """A restored base backup may be production now (row 28)."""
    with untouched((copy_of_copy, "shop")):
        assert servers.replay(servers.dsn(copy_of_copy), workload="unknown").code == 4


@pytest.mark.parametrize("where", ["source", "copy"])
def test_a_dump_of_an_adopted_database_is_not_adopted(adopted: SourceAndCopy, where: str) -> None:
    """A restored dump contains the mark, which proves nothing there (row 29)."""
    place = {"source": adopted.source, "copy": adopted.copy}[where]
    text = run(
        [
            adopted.copy.program("pg_dump"),
            "-h",
            "127.0.0.1",
            "-p",
            str(adopted.copy.port),
            "-U",
            "postgres",
            "--inserts",
            "shop",
        ]
    )
    with superuser(place) as connection:
        connection.execute("create database restored owner clerk")
    try:
        with superuser(place, "restored") as connection:
            for line in _statements(text):
                connection.execute(line)
        with untouched((place, "restored")):
            result = adopted.replay(
                adopted.dsn(place, "restored"), "--map-database", "shop=restored", workload="unknown"
            )
        assert result.code == 4, result.text
    finally:
        with superuser(place) as connection:
            connection.execute("drop database restored with (force)")


def _statements(text: str) -> list[str]:
    """Return a dump as one string that a server takes."""
    return ["\n".join(line for line in text.splitlines() if not line.startswith("\\"))]


def test_an_expired_mark_is_refused(servers: SourceAndCopy) -> None:
    """`adopt --for 1s` ends after a second."""
    result = command("targets", "adopt", servers.dsn(), "--yes", "--for", "1s")
    assert result.code == 0, result.text
    with superuser(servers.copy, "shop") as connection:
        connection.execute("select pg_sleep(1.1)")
    with untouched((servers.copy, "shop")):
        result = servers.replay(servers.dsn())
    assert result.code == 4, result.text


def test_replayed_statements_neither_read_nor_change_the_mark(adopted: SourceAndCopy) -> None:
    """The database is used afterwards, and the mark is still valid (row 35)."""
    servers = adopted
    with superuser(servers.copy, "shop") as connection:
        before = connection.execute(
            "select relname, relacl::text from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'pgrehearse' order by 1"
        ).fetchall()
    assert before
    result = servers.replay(servers.dsn(), "--allow", "dynamic-sql", workload="marked")
    with superuser(servers.copy, "shop") as connection:
        after = connection.execute(
            "select relname, relacl::text from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'pgrehearse' order by 1"
        ).fetchall()
    assert after == before
    assert result.code == 0, result.text
    outcomes = statuses(servers)
    assert outcomes.pop("insert into sold values ('replayed')") == "ok"
    assert {text: status for text, status in outcomes.items() if status == "ok" and "search_path" not in text} == {}
    again = command(
        "replay",
        servers.workloads["unknown"],
        "--target",
        servers.dsn(),
        "--writes",
        "--speed",
        "max",
        "--no-metrics",
        "--force",
        "-o",
        servers.folder / "again.run",
    )
    assert again.code == 4, "the mark no longer records the use of the database"
    assert servers.replay(servers.dsn(), workload="unknown").code == 0


def statuses(servers: SourceAndCopy) -> dict[str, str]:
    """Return what became of each statement of the last replay of the workload that touches the mark."""
    workload = Workload.open(servers.workloads["marked"])
    joined = (
        workload.events()
        .select("session", "seq", "sql")
        .join(
            Run.open(servers.folder / "attempt.run").outcomes().select("session", "seq", "status"),
            on=["session", "seq"],
        )
        .collect()
    )
    return {sql.decode(): str(status) for sql, status in joined.select("sql", "status").iter_rows() if sql is not None}


def test_a_capture_without_its_source_is_noted(adopted: SourceAndCopy) -> None:
    """No replay can recognize the source then: the workload's manifest notes it (row 26)."""
    notes = json.loads((adopted.workloads["unknown"] / "manifest.json").read_text())["notes"]
    assert any("source" in note for note in notes)
