"""``capture live`` on a real server: its statements are captured, and the settings are restored in all cases."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from pgrehearse.base.errors import TargetProblem
from pgrehearse.capture.live import recorder
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.server_facts import connect as connected
from pgrehearse.workload.read import Workload
from tests.conftest import connect, reload, superuser

BEFORE = {"log_min_duration_statement": "250ms", "log_connections": "off"}


@pytest.fixture
def quiet(pg16: Cluster) -> Iterator[Cluster]:
    """A server that logs little, by ALTER SYSTEM."""
    with superuser(pg16) as connection:
        connection.execute("alter system set log_min_duration_statement = 250")
        connection.execute("alter system set log_connections = off")
    reload(pg16)
    yield pg16
    with superuser(pg16) as connection:
        connection.execute("alter system reset log_min_duration_statement")
        connection.execute("alter system reset log_connections")
    reload(pg16)


def settings(cluster: Cluster) -> dict[str, str]:
    with superuser(cluster) as connection:
        rows = connection.execute(
            "select name, current_setting(name) from pg_settings where name = any(%s)", [list(BEFORE)]
        )
        return {str(name): str(value) for name, value in rows.fetchall()}


def started(cluster: Cluster, output: Path, length: str) -> subprocess.Popen[str]:
    code = "from pgrehearse.cli import main; main()"
    arguments = [
        "capture",
        "live",
        f"postgresql://postgres@127.0.0.1:{cluster.port}/postgres",
        "--for",
        length,
        "-o",
        str(output),
        "--json",
    ]
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def reading(cluster: Cluster, seconds: float = 120) -> bool:
    """Wait until the capture has read the log once: its window has begun."""
    deadline = time.monotonic() + seconds
    query = "select count(*) from pg_stat_activity where application_name = 'pgrehearse capture' and query like %s"
    while time.monotonic() < deadline:
        with superuser(cluster) as connection:
            if connection.execute(query, ["%log_directory%"]).fetchall()[0][0]:
                return True
        threading.Event().wait(0.05)
    return False


def read_since(cluster: Cluster) -> bool:
    """Wait until the capture has read the log again, from its beginning to its end."""
    with superuser(cluster) as connection:
        ((now,),) = connection.execute("select clock_timestamp()").fetchall()
        query = (
            "select count(*) from pg_stat_activity where application_name = 'pgrehearse capture' "
            "and query like %s and query_start > %s::timestamptz + interval '1 second'"
        )
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            if connection.execute(query, ["%log_directory%", now]).fetchall()[0][0]:
                return True
            threading.Event().wait(0.05)
    return False


def until(cluster: Cluster, expected: dict[str, str], seconds: float = 120) -> dict[str, str]:
    """Wait until the server has the wanted settings; return its settings."""
    deadline = time.monotonic() + seconds
    while (now := settings(cluster)) != expected and time.monotonic() < deadline:
        threading.Event().wait(0.2)
    return now


def test_every_statement_during_the_capture_is_captured(quiet: Cluster, tmp_path: Path) -> None:
    """Of sessions opened before and during it; the settings and the WAL position; the copy of the log is deleted."""
    output = tmp_path / "live.workload"
    with connect(quiet, "postgres", application="early") as early:
        process = started(quiet, output, "5s")
        assert reading(quiet)
        for number in range(20):
            early.execute("select %s::int + 1", [number])
        with connect(quiet, "postgres", application="late") as late:
            late.execute("select 'late'")
        stdout, stderr = process.communicate(timeout=240)
    assert process.returncode == 0, stderr
    assert settings(quiet) == BEFORE
    document = json.loads(stdout)
    assert "WAL" in document["live"][0]
    workload = Workload.open(output)
    assert {"early", "late"} <= set(workload.sessions()["application_name"].to_list())
    sql = workload.events().filter(pl.col("action").is_in(["query", "execute"])).collect()["sql"].to_list()
    assert sum(b"+ 1" in text for text in sql) == 20
    assert workload.manifest.source is not None
    assert workload.manifest.source.lsn
    assert [path.name for path in tmp_path.iterdir()] == ["live.workload"]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_settings_are_restored_after_a_signal(quiet: Cluster, tmp_path: Path, how: signal.Signals) -> None:
    """After kill -9 by the watchdog, after Ctrl-C by the capture."""
    with started(quiet, tmp_path / "live.workload", "60s") as process:
        assert until(quiet, {"log_min_duration_statement": "0", "log_connections": "on"})["log_connections"] == "on"
        os.kill(process.pid, how)
    assert until(quiet, BEFORE) == BEFORE


@pytest.mark.parametrize("how", ["lost", "ctrl-c"])
def test_the_recorded_log_is_kept_after_an_early_end(quiet: Cluster, tmp_path: Path, how: str) -> None:
    """The connection breaks (the watchdog restores the settings), or the user presses Ctrl-C."""
    output = tmp_path / "live.workload"
    with started(quiet, output, "60s") as process:
        assert reading(quiet)
        with connect(quiet, "postgres", application="early") as early:
            early.execute("select 'kept'")
        assert read_since(quiet)
        if how == "lost":
            with superuser(quiet) as connection:
                connection.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pgrehearse capture'"
                )
        else:
            os.kill(process.pid, signal.SIGINT)
        stdout, _ = process.communicate(timeout=240)
    assert process.returncode == (4 if how == "lost" else 130)
    error = json.loads(stdout)["error"]
    assert ("connection was lost" if how == "lost" else "interrupted") in error["message"]
    assert str(output) in error["remedy"]
    assert b"select 'kept'" in Workload.open(output).events().collect()["sql"].to_list()
    assert [path.name for path in tmp_path.iterdir()] == ["live.workload"]
    assert until(quiet, BEFORE) == BEFORE


def test_a_user_without_superuser_is_refused(pg16: Cluster) -> None:
    """The remedy is the command `doctor`."""
    with superuser(pg16) as connection:
        connection.execute("drop role if exists plain")
        connection.execute("create role plain login")

    async def checked() -> None:
        connection = await connected(pg16.endpoint().to(user="plain"))
        try:
            await recorder.check(connection)
        finally:
            await connection.close()

    with pytest.raises(TargetProblem, match="superuser") as caught:
        asyncio.run(checked())
    assert "doctor" in caught.value.remedy
