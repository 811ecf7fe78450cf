"""examples/cluster/ray-ssh.sh with an ``ssh`` that runs commands on this machine, each host with a home directory of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.hosts

SCRIPT = Path(__file__).parents[2] / "examples" / "cluster" / "ray-ssh.sh"

SSH = """#!/bin/sh
while [ "$1" = -o ]; do shift 2; done
export HOME="{homes}/$1"
shift
mkdir -p "$HOME"
cd "$HOME"
exec sh -c "$*"
"""
PGREHEARSE = """#!/bin/sh
cat "$HOME/version" 2>/dev/null || echo 'pgrehearse 0.1.0'
echo 'Python 3.11.2'
"""
# A node that records how it was started, and runs until it is ended.
RAY = """#!/bin/sh
[ "$1" != --version ] || { echo 'ray, version 2.60.0'; exit; }
echo "$RAY_AUTH_MODE $(cat "$RAY_AUTH_TOKEN_PATH")" >"$HOME/authentication"
echo "$*" >"$HOME/arguments"
[ ! -e "$HOME/broken" ] || { echo 'no such address'; exit 1; }
echo 'Ray runtime started.'
exec tail -f /dev/null
"""


class Hosts:
    """Three hosts, which are folders."""

    def __init__(self, folder: Path) -> None:
        self.homes, self._bin, self.file = folder / "homes", folder / "bin", folder / "hosts"
        self._bin.mkdir()
        for name, text in (("ssh", SSH.format(homes=self.homes)), ("pgrehearse", PGREHEARSE), ("ray", RAY)):
            (self._bin / name).write_text(text, encoding="utf-8")
            (self._bin / name).chmod(0o700)
        self.file.write_text("# the head\n10.0.0.4 0\n\nload@10.0.0.5\n10.0.0.6 8 # smaller\n", encoding="utf-8")
        self.names = ("10.0.0.4", "load@10.0.0.5", "10.0.0.6")
        for name in self.names:
            (self.homes / name).mkdir(parents=True)

    def script(self, action: str, **environment: str) -> subprocess.CompletedProcess[str]:
        path = f"{self._bin}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["sh", SCRIPT, action, self.file],
            env={"PATH": path, "HOME": str(self.homes), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def read(self, host: str, name: str) -> str:
        return (self.homes / host / name).read_text(encoding="utf-8").strip()

    def running(self) -> dict[str, int]:
        """Return the process of each host's node that the script records."""
        found = {host: self.homes / host / ".pgrehearse-ray" / "pid" for host in self.names}
        return {host: int(path.read_text(encoding="utf-8")) for host, path in found.items() if path.exists()}


@pytest.fixture
def hosts(tmp_path: Path) -> Iterator[Hosts]:
    made = Hosts(tmp_path)
    yield made
    made.script("stop")


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_script_starts_a_node_on_each_host_and_stops_it(hosts: Hosts) -> None:
    """The first host is the head; all nodes have one new token, which only the user can read; nothing is left at the end."""
    started = hosts.script("start", RAY_TEMP="/srv/ray")
    assert started.returncode == 0, started.stderr
    assert "pgrehearse replay WORKLOAD --cluster 10.0.0.4:6379" in started.stdout
    arguments = {host: hosts.read(host, "arguments") for host in hosts.names}
    assert "--head --port=6379" in arguments["10.0.0.4"]
    assert "--num-cpus=0 --node-ip-address=10.0.0.4 " in arguments["10.0.0.4"]
    assert "--address=10.0.0.4:6379 --node-ip-address=10.0.0.5 " in arguments["load@10.0.0.5"]
    assert "--address=10.0.0.4:6379 --num-cpus=8 --node-ip-address=10.0.0.6 " in arguments["10.0.0.6"]
    assert all("--temp-dir=/srv/ray" in text for text in arguments.values())
    (authentication,) = {hosts.read(host, "authentication") for host in hosts.names}
    mode, token = authentication.split()
    assert (mode, len(token)) == ("token", 64)
    assert token not in started.stdout + started.stderr + "".join(arguments.values())
    kept = list(hosts.homes.rglob(".pgrehearse-ray/*"))
    assert {path.name for path in kept} == {"token", "log", "pid"}
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept)
    nodes = hosts.running()
    assert set(nodes) == set(hosts.names)
    again = hosts.script("start")
    assert (again.returncode, hosts.running()) == (2, nodes)
    assert "ray-ssh.sh stop" in again.stderr
    stopped = hosts.script("stop")
    assert stopped.returncode == 0, stopped.stderr
    assert not any(alive(pid) for pid in nodes.values())
    assert list(hosts.homes.rglob(".pgrehearse-ray*")) == []


def test_the_script_starts_nothing_if_a_host_has_another_version(hosts: Hosts) -> None:
    """The error names the host and both versions."""
    (hosts.homes / "10.0.0.6" / "version").write_text("pgrehearse 0.0.9\n", encoding="utf-8")
    refused = hosts.script("start")
    assert refused.returncode == 2
    assert (
        "10.0.0.6 has pgrehearse 0.0.9 Python 3.11.2 ray, version 2.60.0, and 10.0.0.4 has pgrehearse 0.1.0"
        in refused.stderr
    )
    assert hosts.running() == {}


def test_the_script_shows_why_a_node_does_not_start(hosts: Hosts) -> None:
    """The error has the end of the node's log; `stop` then ends the nodes that were started."""
    (hosts.homes / "10.0.0.6" / "broken").touch()
    failed = hosts.script("start")
    assert failed.returncode == 2
    assert "no such address" in failed.stderr
    assert "10.0.0.6: the node of Ray does not start" in failed.stderr
    nodes = hosts.running()
    assert hosts.script("stop").returncode == 0
    assert not any(alive(pid) for pid in nodes.values())


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("-oProxyCommand=touch", "'-oProxyCommand=touch' is not [USER@]ADDRESS"),
        ("10.0.0.4;reboot", "'10.0.0.4;reboot' is not [USER@]ADDRESS"),
        ("10.0.0.4 $(reboot)", "'$(reboot)' is not a number of processors"),
        ("# none", "has no host"),
    ],
)
def test_the_script_refuses_lines_that_are_no_hosts(hosts: Hosts, line: str, error: str) -> None:
    """Nothing of a line reaches a shell before it is verified."""
    hosts.file.write_text(f"{line}\n", encoding="utf-8")
    refused = hosts.script("start")
    assert refused.returncode == 2
    assert error in refused.stderr
    assert hosts.running() == {}


def test_shells_of_the_script_parse_it() -> None:
    """dash, and bash where it is installed."""
    shells = [shell for shell in ("dash", "bash", "sh") if shutil.which(shell)]
    assert shells
    for shell in shells:
        assert subprocess.run([shell, "-n", SCRIPT], check=False).returncode == 0
