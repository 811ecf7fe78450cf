"""The host's side, where the server runs on this machine: CPU and the disk that holds the data directory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from base.clock import SECOND
from metrics.board import Board
from metrics.rates import Reading
from metrics.server import Rated
from runs.catalogue import HOST


class Host:
    """Reads the host of one local server. *postmaster*: its process id; *data*: its data directory."""

    def __init__(self, postmaster: int, data: Path) -> None:
        self._postmaster = psutil.Process(postmaster)
        self._device = device_of(data)
        self._cores = psutil.cpu_count() or 1
        self._busy = psutil.cpu_times()
        self._tree_s: float | None = None
        self._tree_at = 0

    def gauges(self, at_us: int) -> dict[str, float]:
        """Return CPU shares since the last call."""
        now = psutil.cpu_times()
        whole = sum(now) - sum(self._busy)
        idle = (now.idle - self._busy.idle) + (getattr(now, "iowait", 0.0) - getattr(self._busy, "iowait", 0.0))
        self._busy = now
        found = {"cpu_percent": 100 * (1 - idle / whole)} if whole > 0 else {}
        memory = psutil.virtual_memory()
        found |= {"memory_free_bytes": float(memory.available), "memory_limit_bytes": float(memory.total)}
        spent = self._tree()
        if self._tree_s is not None and at_us > self._tree_at and spent >= self._tree_s:
            found["server_cpu_percent"] = 100 * (spent - self._tree_s) / ((at_us - self._tree_at) / 1e6) / self._cores
        self._tree_s, self._tree_at = spent, at_us
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

    def _tree(self) -> float:
        """CPU seconds of the server: the postmaster, its reaped children, and those alive."""
        total = 0.0
        with suppress(psutil.NoSuchProcess):
            own = self._postmaster.cpu_times()
            total = own.user + own.system + own.children_user + own.children_system
        return total + sum(self._children())

    def _children(self) -> Iterator[float]:
        with suppress(psutil.NoSuchProcess):
            for child in self._postmaster.children():
                with suppress(psutil.NoSuchProcess):
                    spent = child.cpu_times()
                    yield spent.user + spent.system


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
