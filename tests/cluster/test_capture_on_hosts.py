"""Captures of several servers on two simulated hosts of a Ray cluster: the same workload as on one machine, or none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.cluster.host_lost import HostLost
from pgrehearse.base.errors import Exit, UsageProblem
from pgrehearse.capture.cluster.cluster_captures import ClusterCaptures
from pgrehearse.capture.cluster.located_logs import LocatedLog, located
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from tests.e2e.command import ended
from tests.free_cluster import check_the_cluster_is_free, wait_until
from tests.several_servers import content, rotated_logs

if TYPE_CHECKING:
    from collections.abc import Callable

    from pgrehearse.capture.server_logs import ServerLogs


def capture(cluster: str, folder: Path, disturb: Callable[[ClusterCaptures], object], folders: set[Path]) -> None:
    """Capture four servers and *disturb* the hosts while they read. *folders*: gets the folders of the hosts."""
    options = CaptureOptions(tuple(rotated_logs(folder)), folder / "x.workload")
    with ClusterCaptures(cluster) as captures:

        def report(_: int, __: int) -> None:
            folders.update(Path(host._folder) for host in captures._hosts)
            disturb(captures)

        capture_logs(options, tool_version="test", captures=captures, progress=report)


def _check_nothing_is_left(cluster: str, folder: Path, folders: set[Path]) -> None:
    """Neither a workload, complete or not, nor a folder of a host, an actor or a placement group."""
    assert len(folders) == 2
    assert [one for one in folders if one.exists()] == []
    assert list(folder.glob("*.workload*")) == []
    check_the_cluster_is_free(cluster)


def test_two_hosts_capture_the_workload_of_one_machine(ray_cluster: str, tmp_path: Path) -> None:
    """The command on four servers, two for each host: the tables are the same, byte for byte, and so is the manifest."""
    words: list[str | Path] = [*rotated_logs(tmp_path), "--redact", "literals", "--redact-key", tmp_path / "key"]
    _, alone = ended("capture", "logs", *words, "-o", tmp_path / "one.workload", codes={0})
    _, spread = ended("capture", "logs", *words, "-o", tmp_path / "two.workload", "--cluster", ray_cluster, codes={0})
    assert content(tmp_path / "two.workload") == content(tmp_path / "one.workload")
    assert spread["statements"] == alone["statements"] > 0
    check_the_cluster_is_free(ray_cluster)


def test_a_lost_host_ends_the_capture(ray_cluster: str, tmp_path: Path) -> None:
    """Exit code 6. No workload has the name of a complete one, and the files of the lost host are removed too."""
    folders: set[Path] = set()
    with pytest.raises(HostLost, match=r"the host .* was lost") as lost:
        capture(ray_cluster, tmp_path, lambda captures: captures._hosts[0].end(), folders)
    assert lost.value.exit_code == Exit.HARNESS
    _check_nothing_is_left(ray_cluster, tmp_path, folders)


def test_ctrl_c_ends_the_captures_of_all_hosts(ray_cluster: str, tmp_path: Path) -> None:
    """As an error of a host, but with exit code 130."""
    folders: set[Path] = set()
    with pytest.raises(KeyboardInterrupt):
        capture(ray_cluster, tmp_path, lambda _: signal.raise_signal(signal.SIGINT), folders)
    _check_nothing_is_left(ray_cluster, tmp_path, folders)


def test_a_host_that_lacks_a_log_is_named(ray_cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read; the remedy is a folder that all hosts have, or S3."""

    def elsewhere(server: ServerLogs) -> list[LocatedLog]:
        return [replace(log, location=f"/only/here/{log.name}") for log in located(server)]

    monkeypatch.setattr("pgrehearse.capture.cluster.cluster_captures.located", elsewhere)
    with pytest.raises(UsageProblem, match=r"the host .* cannot read the logs: /only/here/") as refused:
        capture(ray_cluster, tmp_path, lambda _: None, set())
    assert "at the same path" in refused.value.remedy
    assert list(tmp_path.glob("*.workload*")) == []
    check_the_cluster_is_free(ray_cluster)


@pytest.mark.soak
def test_the_hosts_of_a_lost_coordinator_end_and_remove_their_files(ray_cluster: str, tmp_path: Path) -> None:
    """Values of statements do not stay on a host."""
    logs = rotated_logs(tmp_path)
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from pgrehearse.capture.cluster.cluster_captures import ClusterCaptures\n"
        "from pgrehearse.capture.options import CaptureOptions\n"
        "from pgrehearse.capture.pipeline import capture_logs\n"
        "with ClusterCaptures(sys.argv[1]) as captures:\n"
        "    def report(*_):\n"
        "        print(*(host._folder for host in captures._hosts), flush=True)\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    options = CaptureOptions(tuple(sys.argv[3:]), Path(sys.argv[2]))\n"
        "    capture_logs(options, tool_version='test', captures=captures, progress=report)\n"
    )
    command = [sys.executable, "-c", program, ray_cluster, str(tmp_path / "x.workload"), *logs]
    killed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, env=dict(os.environ))
    assert killed.returncode == -signal.SIGKILL
    folders = [Path(name) for name in killed.stdout.split()]
    assert len(folders) == 2
    wait_until(lambda: not any(folder.exists() for folder in folders))
    check_the_cluster_is_free(ray_cluster)
