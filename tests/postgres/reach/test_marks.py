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
from tests.postgres.reach.servers import Ground, Places, command, untouched

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster


def test_every_database_of_the_workload_needs_a_mark(adopted: Places) -> None:
    """Without a mark in `billing`, the replay is refused with the name of this database, and writes to neither (row 27)."""
    with superuser(adopted.copy, "billing") as connection:
        connection.execute("drop schema if exists pgrehearse cascade")
    with untouched((adopted.copy, "shop"), (adopted.copy, "billing")):
        result = adopted.replay(adopted.dsn(), workload="both")
    assert result.code == 4, result.text
    assert "billing" in result.text


@pytest.fixture(scope="module")
def twin(places: Places, ground: Ground) -> Cluster:
    """A base backup of the copy while it was adopted: it carries the mark."""
    assert places.adopt().code == 0
    clusters.base_backup(places.copy, ground.folder / "reach-twin-base")
    return ground.restored("reach-twin-base", "reach-twin")


def test_a_base_backup_of_an_adopted_server_is_not_adopted(places: Places, twin: Cluster) -> None:
    """A restored base backup may be production now (row 28)."""
    with untouched((twin, "shop")):
        assert places.replay(places.dsn(twin), workload="unknown").code == 4


@pytest.mark.parametrize("where", ["source", "copy"])
def test_a_dump_of_an_adopted_database_is_not_adopted(adopted: Places, where: str) -> None:
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


def test_an_expired_mark_is_refused(places: Places) -> None:
    """`adopt --for 1s` ends after a second."""
    result = command("targets", "adopt", places.dsn(), "--yes", "--for", "1s")
    assert result.code == 0, result.text
    with superuser(places.copy, "shop") as connection:
        connection.execute("select pg_sleep(1.1)")
    with untouched((places.copy, "shop")):
        result = places.replay(places.dsn())
    assert result.code == 4, result.text


def test_replayed_statements_neither_read_nor_change_the_mark(adopted: Places) -> None:
    """The database is used afterwards, and the mark is still valid (row 35)."""
    places = adopted
    with superuser(places.copy, "shop") as connection:
        before = connection.execute(
            "select relname, relacl::text from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'pgrehearse' order by 1"
        ).fetchall()
    assert before
    result = places.replay(places.dsn(), "--allow", "dynamic-sql", workload="marked")
    with superuser(places.copy, "shop") as connection:
        after = connection.execute(
            "select relname, relacl::text from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'pgrehearse' order by 1"
        ).fetchall()
    assert after == before
    assert result.code == 0, result.text
    outcomes = statuses(places)
    assert outcomes.pop("insert into sold values ('replayed')") == "ok"
    assert {text: status for text, status in outcomes.items() if status == "ok" and "search_path" not in text} == {}
    again = command(
        "replay",
        places.workloads["unknown"],
        "--target",
        places.dsn(),
        "--writes",
        "--speed",
        "max",
        "--no-metrics",
        "--force",
        "-o",
        places.folder / "again.run",
    )
    assert again.code == 4, "the mark no longer records the use of the database"
    assert places.replay(places.dsn(), workload="unknown").code == 0


def statuses(places: Places) -> dict[str, str]:
    """Return what became of each statement of the last replay of the workload that touches the mark."""
    workload = Workload.open(places.workloads["marked"])
    joined = (
        workload.events()
        .select("session", "seq", "sql")
        .join(
            Run.open(places.folder / "attempt.run").outcomes().select("session", "seq", "status"), on=["session", "seq"]
        )
        .collect()
    )
    return {sql.decode(): str(status) for sql, status in joined.select("sql", "status").iter_rows() if sql is not None}


def test_a_capture_without_its_source_is_noted(adopted: Places) -> None:
    """No replay can recognize the source then: the workload's manifest notes it (row 26)."""
    notes = json.loads((adopted.workloads["unknown"] / "manifest.json").read_text())["notes"]
    assert any("source" in note for note in notes)
