"""The log of a real server with COPY FROM STDIN and cancelled statements, captured."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import polars as pl
import psycopg
import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.coverage import require_coverage
from tests.conftest import LogMark, connect, superuser

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster


def test_copy_from_stdin_lowers_the_coverage(server: Cluster, database: str, tmp_path: Path) -> None:
    """Three of four statements can be replayed; --require-coverage refuses the workload."""
    with superuser(server, database) as connection:
        connection.execute("create table t (i int)")
    mark = LogMark.now(server)
    with connect(server, database) as connection:
        connection.execute("select 1")
        for _ in range(3):
            with connection.cursor().copy("copy t from stdin") as copy:
                copy.write("1\n2\n")
    manifest = mark.capture(tmp_path, "copied").manifest
    assert (manifest.statements, manifest.losses.copies_from_stdin, manifest.coverage["count"]) == (4, 3, 0.25)
    with pytest.raises(BadInput, match="3 COPY"):
        require_coverage(manifest, 0.99)


def test_the_duration_of_a_cancelled_statement_excludes_idle_time(
    server: Cluster, database: str, tmp_path: Path
) -> None:
    """statement_timeout and lock_timeout after a pause, in the simple and in the extended protocol."""
    with superuser(server, database) as connection:
        connection.execute("create table t (i int)")
    mark = LogMark.now(server)
    with connect(server, database) as holding, connect(server, database) as connection:
        connection.execute("set statement_timeout = '20ms'")
        connection.execute("select pg_sleep(0.001)")
        idle = time.monotonic()
        with superuser(server) as other:
            other.execute("select pg_sleep(0.3)")
        idle = time.monotonic() - idle
        with pytest.raises(psycopg.errors.QueryCanceled):
            psycopg.ClientCursor(connection).execute("select pg_sleep(9)")
        with pytest.raises(psycopg.errors.QueryCanceled):
            connection.execute("select pg_sleep(%s)", [9])
        connection.execute("set statement_timeout = 0; set lock_timeout = '20ms'")
        with holding.transaction():
            holding.execute("lock table t")
            with pytest.raises(psycopg.errors.LockNotAvailable):
                psycopg.ClientCursor(connection).execute("select * from t")
    events = (
        mark.capture(tmp_path, "cancelled")
        .events()
        .filter(pl.col("ended").is_in(["timeout", "lock_timeout"]))
        .collect()
    )
    took = [took_us for (took_us,) in events.select("took_us").iter_rows()]
    assert events["ended"].to_list() == ["timeout", "timeout", "lock_timeout"]
    assert idle > 0.3
    assert all(took_us is None or 0 < took_us < idle * 1e6 for took_us in took)
