"""The host's side, where the server runs on this machine: CPU, the disk that holds the data directory, and what others do to both.

Others' processor time is what is busy less the server's and our own. Pressure is the kernel's (``/proc/pressure``): the share of
time in which some process waited; the server's own waiting is part of it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from pgrehearse.base.clock import SECOND
from pgrehearse.metrics.probes.server import Rated
from pgrehearse.metrics.rates import Reading
from pgrehearse.metrics.sample_buffer import Board
from pgrehearse.runs.metric_catalog import HOST


class Host:
    """Reads the host of one local server. *postmaster*: its process id; *data*: its data directory."""

    def __init__(self, postmaster: int, data: Path) -> None:
        self._postmaster = psutil.Process(postmaster)
        self._device = device_of(data)
        self._cores = psutil.cpu_count() or 1
        self._busy = psutil.cpu_times()
        self._own = psutil.Process()
        self._spent: tuple[float, float] | None = None
        self._waited: dict[str, int] = {}
        self._at = 0

    def gauges(self, at_us: int) -> dict[str, float]:
        """Return CPU shares since the last call, and the pressure."""
        now, before = psutil.cpu_times(), self._busy
        self._busy = now
        found = shares(now._asdict(), before._asdict())
        memory = psutil.virtual_memory()
        found |= {"memory_free_bytes": float(memory.available), "memory_limit_bytes": float(memory.total)}
        spent = _tree(self._postmaster), _tree(self._own)
        if self._spent is not None and at_us > self._at:
            room = (at_us - self._at) / 1e6 * self._cores
            server, ours = (100 * (now_s - before_s) / room for now_s, before_s in zip(spent, self._spent, strict=True))
            if server >= 0:  # less: a child is gone that nobody has counted yet
                found["server_cpu_percent"] = server
            if server >= 0 and ours >= 0 and "cpu_percent" in found:
                found["others_cpu_percent"] = max(found["cpu_percent"] - server - ours, 0.0)
        found |= self._pressure(at_us)
        self._spent, self._at = spent, at_us
        return found

    def _pressure(self, at_us: int) -> dict[str, float]:
        """Return in which share of the time since the last call some process waited (empty where the kernel does not tell)."""
        found = {}
        for what in ("cpu", "io"):
            try:
                waited = some_us(Path(f"/proc/pressure/{what}").read_text(encoding="ascii"))
            except (OSError, ValueError):
                continue
            if what in self._waited and at_us > self._at:
                found[f"{what}_pressure_percent"] = min(100 * (waited - self._waited[what]) / (at_us - self._at), 100.0)
            self._waited[what] = waited
        return found

    def counters(self) -> dict[str, float]:
        """Return the device's counters (empty where the system keeps none)."""
        disks = psutil.disk_io_counters(perdisk=True) or {}
        disk = disks.get(self._device or "")
        if disk is None:
            return {}
        return {
            "read_count": disk.read_count,
            "write_count": disk.write_count,
            "read_bytes": disk.read_bytes,
            "write_bytes": disk.write_bytes,
        }


def shares(now: Mapping[str, float], before: Mapping[str, float]) -> dict[str, float]:
    """Return from two readings of the kernel's counters which share of all processors was busy, and stolen by a hypervisor.

    >>> shares({"user": 3.0, "idle": 8.0, "steal": 1.0}, {"user": 1.0, "idle": 2.0, "steal": 0.0})
    {'cpu_percent': 22.2..., 'steal_percent': 11.1...}
    """
    # A guest's time is in its user's already.
    spent = {name: value - before.get(name, 0.0) for name, value in now.items() if not name.startswith("guest")}
    whole = sum(spent.values())
    if whole <= 0:
        return {}
    stolen = spent.get("steal", 0.0)
    idle = spent.get("idle", 0.0) + spent.get("iowait", 0.0)
    return {"cpu_percent": 100 * (whole - idle - stolen) / whole, "steal_percent": 100 * stolen / whole}


def some_us(text: str) -> int:
    """Return how long some process waited, from the text of a file of ``/proc/pressure``.

    >>> some_us("some avg10=0.00 avg60=0.00 avg300=0.00 total=123\\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=4")
    123
    """
    return int(text.split("\n", 1)[0].rpartition("total=")[2])


def _tree(process: psutil.Process) -> float:
    """Return CPU seconds of a process, its reaped children, and all below it that are alive."""
    total = 0.0
    with suppress(psutil.NoSuchProcess):
        spent = process.cpu_times()
        total += spent.user + spent.system + spent.children_user + spent.children_system
        for pid in _children(process):
            with suppress(psutil.NoSuchProcess):
                total += _tree(psutil.Process(pid))
    return total


def _children(process: psutil.Process) -> list[int]:
    """Return the process ids of what a process started: from the kernel's own list where it keeps one (psutil looks at all of
    the machine's processes)."""
    try:
        tasks = list(Path(f"/proc/{process.pid}/task").iterdir())
        return [int(pid) for task in tasks for pid in (task / "children").read_text(encoding="ascii").split()]
    except OSError:
        return [child.pid for child in process.children()]


@dataclass
class HostProbe:
    """Samples a host beside the rest."""

    host: Host
    board: Board
    instance: str
    every_us: int = SECOND
    _rated: Rated = field(init=False)

    def __post_init__(self) -> None:
        self._rated = Rated(self.board, HOST, self.instance)

    async def sample(self, at_us: int) -> None:
        """Take one reading."""
        for name, value in self.host.gauges(at_us).items():
            self.board.keep(at_us, HOST, self.instance, name, value)
        self._rated.keep(Reading(at_us, self.host.counters()))


def device_of(path: Path) -> str | None:
    """Return the name of the block device under *path*, as the kernel's counters call it."""
    try:
        number = path.stat().st_dev
        entry = Path(f"/sys/dev/block/{os.major(number)}:{os.minor(number)}").resolve(strict=True)
    except OSError:
        return None
    return entry.name


def postmaster_of(backend_pid: int) -> int | None:
    """Return the server's main process, when *backend_pid* is a process of this machine."""
    try:
        process = psutil.Process(backend_pid)
        return process.ppid() if "postgres" in process.name() else None
    except psutil.Error:
        return None
