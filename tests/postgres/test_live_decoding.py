"""``capture live --decode``: the log and the committed rows of the same time, in one workload; nothing is left on the server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.workload.read import Workload
from tests.conftest import connect, held_to_schema, new_database, superuser
from tests.postgres.conftest import start_cluster, stop_cluster
from tests.postgres.decodings import dsn, is_decoding, left_on
from tests.postgres.test_live import read_since, reading

DATABASE = "live_rows"
SCHEMA = "create table lines (id serial primary key, key uuid default gen_random_uuid(), name text)"
WALSENDER = "select pg_terminate_backend(active_pid) from pg_replication_slots where active_pid is not null"


@pytest.fixture(scope="module")
def logical(home: Path) -> Iterator[Cluster]:
    """A server whose WAL is logical."""
    cluster = start_cluster(home, 16, "live-logical", wal_level="logical")
    new_database(cluster, DATABASE, SCHEMA)
    yield cluster
    stop_cluster(cluster)


def started(cluster: Cluster, output: Path, *options: str, database: str = DATABASE) -> subprocess.Popen[str]:
    words = ["capture", "live", dsn(cluster, database), "-o", str(output), "--json", "--decode", *options]
    code = "from pgrehearse.cli import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", code, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def settings(cluster: Cluster) -> str:
    """Return what ALTER SYSTEM has set of the settings that a capture changes."""
    with superuser(cluster) as connection:
        query = "select string_agg(name, ',' order by name) from pg_file_settings where name like 'log_%' and sourcefile like '%auto.conf'"
        return str(connection.execute(query.encode()).fetchall()[0][0])


def last_id(cluster: Cluster) -> int:
    """Return the last id that a row has (0: there is no row)."""
    with connect(cluster, DATABASE) as connection:
        return int(str(connection.execute("select coalesce(max(id), 0) from lines").fetchall()[0][0]))


def traffic(cluster: Cluster) -> None:
    """Rows of a statement and of a COPY."""
    with connect(cluster, DATABASE, application="shop") as app:
        app.execute("insert into lines (name) values ('a'), ('b')")
        with app.cursor() as cursor, cursor.copy("copy lines (name) from stdin") as copy:
            copy.write_row(("c",))


def nothing_is_left(cluster: Cluster, before: str, seconds: float = 120) -> None:
    assert left_on(cluster, DATABASE, seconds) == (0, 0)
    deadline = time.monotonic() + seconds
    while settings(cluster) != before and time.monotonic() < deadline:
        threading.Event().wait(0.2)
    assert settings(cluster) == before


def rows(workload: Workload) -> list[tuple[bytes, bool]]:
    """Return the name of each decoded row, and whether its statement is known."""
    decoded = workload.decoded().filter(pl.col("action") == "insert").collect()
    return [(values[2], seq is not None) for values, seq in decoded.select("values", "seq").iter_rows()]


def test_rows_and_log_are_of_the_same_time(logical: Cluster, tmp_path: Path) -> None:
    """The rows are joined with their statements, and COPY is covered; only the workload stays."""
    before, output, last = settings(logical), tmp_path / "live.workload", last_id(logical)
    with started(logical, output, "--for", "6s") as process:
        assert is_decoding(logical, DATABASE)
        assert reading(logical)
        traffic(logical)
        out, error = process.communicate(timeout=240)
    assert process.returncode == 0, error
    document: dict[str, Any] = json.loads(out)
    held_to_schema("capture", document)
    assert (document["decoded"]["rows"], document["decoded"]["copies"], document["coverage"]["count"]) == (3, 1, 1.0)
    assert len(document["live"]) == 1
    workload = Workload.verified(output)
    assert rows(workload) == [(b"a", True), (b"b", True), (b"c", True)]
    assert workload.pins()["ids"].to_list() == [[last + 1, last + 2], [last + 3]]
    assert [path.name for path in tmp_path.iterdir()] == ["live.workload"]
    nothing_is_left(logical, before)


@pytest.mark.parametrize("how", ["ctrl-c", "kill", "slot"])
def test_an_early_end(logical: Cluster, tmp_path: Path, how: str) -> None:
    """Ctrl-C keeps what was recorded; kill -9 leaves nothing on the server; without its slot the log is recorded to the end."""
    before, output = settings(logical), tmp_path / "live.workload"
    with started(logical, output, "--for", "8s" if how == "slot" else "10m") as process:
        assert is_decoding(logical, DATABASE)
        assert reading(logical)
        traffic(logical)
        assert read_since(logical)
        if how == "slot":
            with superuser(logical) as connection:
                connection.execute(WALSENDER.encode())
        else:
            os.kill(process.pid, signal.SIGKILL if how == "kill" else signal.SIGINT)
        out, error = process.communicate(timeout=240)
    nothing_is_left(logical, before)
    if how == "kill":
        return
    assert process.returncode == (0 if how == "slot" else 130), error
    workload = Workload.verified(output)
    assert [known for _, known in rows(workload)] == [True] * 3
    if how == "slot":
        assert "the decoding stopped early, at" in json.loads(out)["live"][1]
    assert [path.name for path in tmp_path.iterdir()] == ["live.workload"]


def test_a_server_that_cannot_be_decoded_is_not_changed(pg16: Cluster, tmp_path: Path) -> None:
    """wal_level = replica: the error has the remedy, and no statement was logged for it."""
    before, output = settings(pg16), tmp_path / "live.workload"
    with started(pg16, output, "--for", "5s", database="postgres") as process:
        out, error = process.communicate(timeout=240)
    assert process.returncode == 4, error
    problem = json.loads(out)["error"]
    assert "wal_level is replica" in problem["message"]
    assert "Traceback" not in error
    assert settings(pg16) == before
    assert list(tmp_path.iterdir()) == []
