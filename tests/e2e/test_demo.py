"""A rehearsal by single commands; scenarios that are ended during their traffic."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from tests.e2e.command import TINY, pgrehearse, scenario, temporary_server_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.fixture
def no_server_remains(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No server that a command of the test created may run at the end of the test."""
    tmp_path_factory.getbasetemp()  # pytest creates this folder before the test changes the folder for temporary files
    with temporary_server_folder():
        yield


def pgbench(cluster: Cluster, *words: str) -> None:
    """Run the server's own pgbench against its database postgres."""
    server_options = ["-h", "127.0.0.1", "-p", str(cluster.port), "-U", "postgres"]
    subprocess.run([cluster.program("pgbench"), *server_options, *words, "postgres"], check=True, capture_output=True)


@pytest.mark.usefixtures("no_server_remains")
def test_a_rehearsal_by_single_commands_is_compared(tmp_path: Path) -> None:
    """The commands of the README: capture, inspect, doctor, two replays to a reset target, compare."""
    home = registry.workspace()
    try:
        cluster = clusters.create(home / "own", version=16, name="own", settings={"fsync": "off"})
        clusters.keep_snapshot(cluster)
        clusters.start(cluster)
        dsn = f"postgresql://postgres@127.0.0.1:{cluster.port}/postgres"
        pgbench(cluster, "-i", "-q")
        clusters.stop(cluster)
        shutil.rmtree(cluster.snapshot)
        clusters.keep_snapshot(cluster)
        cluster.csvlog.unlink()
        clusters.start(cluster)
        pgbench(cluster, "-c", "4", "-t", "60", "-M", "prepared", "-R", "200")
        log = tmp_path / "prod.csv"
        shutil.copy(cluster.csvlog, log)
        workload = tmp_path / "prod.workload"
        captured = pgrehearse("capture", "logs", log, "-o", workload)
        assert captured["statements"] > 1600
        assert pgrehearse("inspect", workload)["peak_sessions"] >= 4
        assert all(check["well"] for check in pgrehearse("doctor", dsn)["source"])
        for name in ("control", "candidate"):
            pgrehearse("targets", "reset", dsn)
            replayed = pgrehearse(
                "replay",
                workload,
                "--target",
                dsn,
                "--writes",
                "--target-log",
                cluster.csvlog,
                "-o",
                tmp_path / f"{name}.run",
            )
            assert replayed["statements"]["unsent"] == 0
            assert replayed["errors"]["new"] == 0
        error = pgrehearse("replay", workload, "--target", dsn, "--writes", "-o", tmp_path / "again.run", code=4)[
            "error"
        ]
        assert "used target" in error["message"]
        compared = pgrehearse(
            "compare", tmp_path / "control.run", tmp_path / "candidate.run", "-o", tmp_path / "report.html", code={0, 5}
        )
        assert compared["time"] == "server time"
        against_production = pgrehearse("compare", workload, tmp_path / "candidate.run", code={0, 1, 5})
        assert against_production["time"] == "server time"
        assert (tmp_path / "report.html").stat().st_mode & 0o777 == 0o600
    finally:
        for entry in registry.list_clusters([home]):
            clusters.stop(entry.cluster)
        shutil.rmtree(home)


def _ignore_ctrl_c() -> None:
    """Ignore SIGINT, as a shell does for the background jobs of a script."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def run_until_traffic(folder: Path) -> subprocess.Popen[str]:
    """Start a scenario, and return its process during its traffic. In a pipe the progress is a line every ten seconds."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "pgrehearse",
            "run",
            str(scenario("embedded-upgrade", folder, TINY)),
            "-o",
            str(folder / "out"),
        ],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_ignore_ctrl_c,
    )
    assert process.stderr is not None
    lines = []
    for line in process.stderr:
        lines.append(line)
        if line.startswith("  traffic: "):
            return process
    raise AssertionError(f"the traffic did not begin: {''.join(lines)}")


@pytest.mark.usefixtures("no_server_remains")
def test_servers_of_a_killed_scenario_are_listed_and_destroyed(tmp_path: Path) -> None:
    """After kill -9 the scenario's servers run; `targets list` shows them, and `targets destroy` removes them."""
    folders = set(Path(tempfile.gettempdir()).glob("pgrehearse-*"))
    with run_until_traffic(tmp_path) as process:
        process.kill()
    targets = [target for target in pgrehearse("targets", "list")["targets"] if target["left_behind"]]
    assert {target["name"] for target in targets} >= {"production"}
    for target in targets:
        pgrehearse("targets", "destroy", str(target["port"]))
    assert not any(target["left_behind"] for target in pgrehearse("targets", "list")["targets"])
    assert set(Path(tempfile.gettempdir()).glob("pgrehearse-*")) <= folders


@pytest.mark.usefixtures("no_server_remains")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "kill"])
def test_ctrl_c_and_kill_stop_every_server(tmp_path: Path, number: signal.Signals) -> None:
    """During the traffic: exit code 130, and no server runs afterwards."""
    with run_until_traffic(tmp_path) as process:
        began = time.monotonic()
        os.killpg(process.pid, number)
        assert process.stderr is not None
        messages = process.stderr.read()
        assert process.wait() == 130
    assert "Traceback" not in messages
    assert time.monotonic() - began < 30
