"""Limits of a source that end ``capture decode``, or that it cannot begin with: each is a sentence, and production is not disturbed."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pgrehearse.capture.decode.files import Decoded
from pgrehearse.targets.embedded.cluster import Cluster
from tests.conftest import connect, new_database, superuser
from tests.postgres.conftest import start_cluster, stop_cluster
from tests.postgres.decodings import decoding, left_on
from tests.postgres.test_decode import inserted, refused, stored

DATABASE = "narrow"
SCHEMA = "create table keyless (a int, b text); alter table keyless replica identity nothing"
LIMITS = {
    "wal_level": "logical",
    "max_replication_slots": "2",
    "max_wal_senders": "1",
    "max_slot_wal_keep_size": "1MB",
    "min_wal_size": "32MB",
    "max_wal_size": "32MB",
}


@pytest.fixture(scope="module", params=[16, 18], ids=["pg16", "pg18"])
def narrow(home: Path, request: pytest.FixtureRequest) -> Iterator[Cluster]:
    """A server with logical WAL and little room for captures."""
    cluster = start_cluster(home, request.param, f"narrow-{request.param}", **LIMITS)
    new_database(cluster, DATABASE, SCHEMA)
    yield cluster
    stop_cluster(cluster)


def test_a_table_without_a_replica_identity_is_not_disturbed(narrow: Cluster, tmp_path: Path) -> None:
    """Its rows are decoded; production's updates and deletes do not fail, because only inserts are published."""
    with superuser(narrow, DATABASE) as connection:
        connection.execute("truncate keyless")
    with decoding(narrow, DATABASE, tmp_path / "d.decoded") as running, connect(narrow, DATABASE) as app:
        app.execute("insert into keyless values (1, 'x'), (2, 'y')")
        app.execute("update keyless set b = 'z' where a = 1")
        app.execute("delete from keyless where a = 2")
        decoded = running.decoded()
    assert inserted(decoded, "keyless", "a", "b") == [("1", "x"), ("2", "y")]
    assert stored(narrow, DATABASE, "select * from keyless") == [(1, "z")]


def test_no_free_wal_sender_is_a_sentence(narrow: Cluster, tmp_path: Path) -> None:
    """Another capture reads with the only one."""
    with decoding(narrow, DATABASE, tmp_path / "first.decoded"):
        problem = refused(narrow, DATABASE, tmp_path / "second.decoded")
        assert "max_wal_senders" in problem["message"]
        assert problem["remedy"] == "raise max_wal_senders"
    assert left_on(narrow, DATABASE) == (0, 0)


def test_no_free_slot_is_a_sentence(narrow: Cluster, tmp_path: Path) -> None:
    with superuser(narrow, DATABASE) as connection:
        for name in ("theirs", "others"):
            connection.execute("select pg_create_physical_replication_slot(%s)", [name])
    problem = refused(narrow, DATABASE, tmp_path / "d.decoded")
    with superuser(narrow, DATABASE) as connection:
        connection.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots")
    assert "all replication slots are in use" in problem["message"]
    assert "max_replication_slots" in problem["remedy"]
    assert left_on(narrow, DATABASE) == (0, 0)


def test_a_slot_that_the_server_invalidated_is_a_sentence(narrow: Cluster, tmp_path: Path) -> None:
    """The capture's machine stalls, and the server needs its WAL's space: max_slot_wal_keep_size. The rows until then stay readable."""
    with decoding(narrow, DATABASE, tmp_path / "d.decoded") as running, connect(narrow, DATABASE) as app:
        app.execute("insert into keyless values (3, 'before')")
        assert until(narrow, "select bool_and(sent_lsn >= pg_current_wal_lsn()) from pg_stat_replication")
        os.kill(running.process.pid, signal.SIGSTOP)
        try:
            for _ in range(4):
                app.execute("insert into keyless select n, repeat('y', 1000) from generate_series(1, 10000) n")
                app.execute("select pg_switch_wal()")
                app.execute("checkpoint")
            assert until(narrow, "select count(*) = 0 from pg_replication_slots where active")
        finally:
            os.kill(running.process.pid, signal.SIGCONT)
        code, document, error = running.ended()
    assert (code, "Traceback" in error) == (4, False), (document, error)
    assert "max_slot_wal_keep_size is 1MB" in document["error"]["message"]
    assert "the rows until then are in" in document["error"]["remedy"]
    assert ("3", "before") in inserted(Decoded.open(tmp_path / "d.decoded"), "keyless", "a", "b")
    assert left_on(narrow, DATABASE) == (0, 0)


def until(cluster: Cluster, query: str, seconds: float = 120) -> bool:
    """Wait until a query returns true."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if stored(cluster, "postgres", query) == [(True,)]:
            return True
        threading.Event().wait(0.05)
    return False
