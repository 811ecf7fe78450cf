"""The main job, small: scenarios end to end by the command itself, and by hand as the README has it."""

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
from tests.e2e.command import ENOUGH, TINY, own_place, pgrehearse, scenario

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.fixture
def nothing_left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No server that a command of the test made may run when it ends."""
    tmp_path_factory.getbasetemp()  # made before the folder for temporary files is another one
    with own_place():
        yield


@pytest.mark.usefixtures("nothing_left")
def test_a_forgotten_index_is_named_first(tmp_path: Path) -> None:
    """Exit 1, and the query that got worse stands first."""
    found = pgrehearse("run", scenario("forgotten-index", tmp_path, ENOUGH), "-o", tmp_path / "out", code=1)
    first = found["comparison"]["candidates"][0]["top"][0]
    assert first["outcome"] == "regressed"
    assert "from videos where workspace_id" in first["sql"]
    assert found["verdict"] == "regressed"


def pgbench(cluster: Cluster, *words: str) -> None:
    """Run the server's own pgbench against its database postgres."""
    place = ["-h", "127.0.0.1", "-p", str(cluster.port), "-U", "postgres"]
    subprocess.run([cluster.program("pgbench"), *place, *words, "postgres"], check=True, capture_output=True)


@pytest.mark.usefixtures("nothing_left")
def test_the_ten_minute_path_by_hand(tmp_path: Path) -> None:
    """The README's own commands: capture, inspect, doctor, adopt, replay twice, compare."""
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
        prod = tmp_path / "prod.csv"
        shutil.copy(cluster.csvlog, prod)
        workload = tmp_path / "prod.workload"
        captured = pgrehearse("capture", "logs", prod, "-o", workload)
        assert captured["statements"] > 1600
        assert pgrehearse("inspect", workload)["peak_sessions"] >= 4
        assert all(one["well"] for one in pgrehearse("doctor", dsn)["source"])
        for name in ("control", "candidate"):
            pgrehearse("targets", "reset", dsn)
            done = pgrehearse(
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
            assert done["statements"]["unsent"] == 0
            assert done["errors"]["new"] == 0
        error = pgrehearse("replay", workload, "--target", dsn, "--writes", "-o", tmp_path / "again.run", code=4)[
            "error"
        ]
        assert "used target" in error["message"]
        compared = pgrehearse(
            "compare", tmp_path / "control.run", tmp_path / "candidate.run", "-o", tmp_path / "report.html", code={0, 5}
        )
        assert compared["time"] == "server time"
        against = pgrehearse("compare", workload, tmp_path / "candidate.run", code={0, 1, 5})
        assert against["time"] == "server time"
        assert (tmp_path / "report.html").stat().st_mode & 0o777 == 0o600
    finally:
        for entry in registry.list_clusters([home]):
            clusters.stop(entry.cluster)
        shutil.rmtree(home)


def _in_the_background() -> None:
    """As a script's background job: deaf to Ctrl-C when it begins."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def until_traffic(folder: Path) -> subprocess.Popen[str]:
    """Start a scenario and return while its application runs: progress in a pipe is a line every ten seconds."""
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
        preexec_fn=_in_the_background,
    )
    assert process.stderr is not None
    shown = []
    for line in process.stderr:
        shown.append(line)
        if line.startswith("  traffic: "):
            return process
    raise AssertionError(f"the traffic never began: {''.join(shown)}")


@pytest.mark.usefixtures("nothing_left")
def test_a_killed_scenario_is_found_and_told(tmp_path: Path) -> None:
    """kill -9 leaves servers behind; the next command finds them, and destroy removes them."""
    places = set(Path(tempfile.gettempdir()).glob("pgrehearse-*"))
    with until_traffic(tmp_path) as process:
        process.kill()
    left = [one for one in pgrehearse("targets", "list")["targets"] if one["left_behind"]]
    assert {one["name"] for one in left} >= {"production"}
    for one in left:
        pgrehearse("targets", "destroy", str(one["port"]))
    assert not any(one["left_behind"] for one in pgrehearse("targets", "list")["targets"])
    assert set(Path(tempfile.gettempdir()).glob("pgrehearse-*")) <= places


@pytest.mark.usefixtures("nothing_left")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "kill"])
def test_ctrl_c_and_kill_stop_every_server(tmp_path: Path, number: signal.Signals) -> None:
    """In the middle of the traffic: exit 130, nothing runs on."""
    with until_traffic(tmp_path) as process:
        began = time.monotonic()
        os.killpg(process.pid, number)
        assert process.stderr is not None
        said = process.stderr.read()
        assert process.wait() == 130
    assert "Traceback" not in said
    assert time.monotonic() - began < 30
