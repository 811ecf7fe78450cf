"""The host of a server on this machine: CPU, the disk of the data directory, and the use of both by other programs.

The processor time of other programs is the busy time minus that of the server and of pgrehearse. The kernel reports pressure
(``/proc/pressure``): the share of time in which some process waited; it includes waits of the server.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from pgrehearse.base.clock import SECOND
from pgrehearse.metrics.probes.server import CounterRates
from pgrehearse.metrics.rates import Reading
from pgrehearse.metrics.sample_buffer import Sample, SampleBuffer
from pgrehearse.runs.metric_catalog import HOST

# The share of one processor that the reading of all processes may take.
_MOST_OF_A_PROCESSOR = 0.05


class Host:
    """Reads the host of one local server. *postmaster*: its process id; *data*: its data directory."""

    def __init__(self, postmaster: int, data: Path) -> None:
        self._device = device_of(data)
        self._busy = psutil.cpu_times()
        self._programs = _ProgramTimes(psutil.Process(postmaster))
        self._waited: dict[str, int] = {}
        self._at = 0

    def gauges(self, at_us: int) -> dict[str, float]:
        """Return CPU shares and pressure since the last call."""
        now, before = psutil.cpu_times(), self._busy
        self._busy = now
        result = shares(now._asdict(), before._asdict())
        memory = psutil.virtual_memory()
        result |= {"memory_free_bytes": float(memory.available), "memory_limit_bytes": float(memory.total)}
        result |= self._programs.percent(at_us)
        result |= self._pressure(at_us)
        self._at = at_us
        return result

    def _pressure(self, at_us: int) -> dict[str, float]:
        """Return the share of time since the last call in which some process waited (empty where the kernel does not report it)."""
        result = {}
        for resource in ("cpu", "io"):
            try:
                waited = some_us(Path(f"/proc/pressure/{resource}").read_text(encoding="ascii"))
            except (OSError, ValueError):
                continue
            if resource in self._waited and at_us > self._at:
                share = 100 * (waited - self._waited[resource]) / (at_us - self._at)
                result[f"{resource}_pressure_percent"] = min(share, 100.0)
            self._waited[resource] = waited
        return result

    def counters(self) -> dict[str, float]:
        """Return the counters of the device (empty where the system has none)."""
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


class _ProgramTimes:
    """The processor time of the server, of pgrehearse and of all other programs.

    All processes of the server are read, and it may have thousands: then they are read less often than the rest of the host.
    """

    def __init__(self, postmaster: psutil.Process) -> None:
        self._programs = (postmaster, psutil.Process())
        self._cores = psutil.cpu_count() or 1
        self._used: tuple[float, ...] | None = None
        self._busy = psutil.cpu_times()
        self._at = self._next_at = -(1 << 62)

    def percent(self, at_us: int) -> dict[str, float]:
        """Return the shares of all processors since the last reading (empty: it is not time for one)."""
        if at_us < self._next_at:
            return {}
        began_s = time.thread_time()
        busy, used = psutil.cpu_times(), tuple(map(_tree, self._programs))
        self._next_at = at_us + int((time.thread_time() - began_s) / _MOST_OF_A_PROCESSOR * SECOND)
        result = {}
        if self._used is not None and at_us > self._at:
            available_s = (at_us - self._at) / SECOND * self._cores
            server, own = (
                100 * (now_s - before_s) / available_s for now_s, before_s in zip(used, self._used, strict=True)
            )
            all_programs = shares(busy._asdict(), self._busy._asdict()).get("cpu_percent")
            if server >= 0:  # negative: a child has ended and its parent has not counted its time yet
                result["server_cpu_percent"] = server
            if server >= 0 and own >= 0 and all_programs is not None:
                result["others_cpu_percent"] = max(all_programs - server - own, 0.0)
        self._used, self._busy, self._at = used, busy, at_us
        return result


def shares(now: Mapping[str, float], before: Mapping[str, float]) -> dict[str, float]:
    """Return the busy and the stolen share of all processors between two readings of the kernel's counters.

    >>> shares({"user": 3.0, "idle": 8.0, "steal": 1.0}, {"user": 1.0, "idle": 2.0, "steal": 0.0})
    {'cpu_percent': 22.2..., 'steal_percent': 11.1...}
    """
    # The time of guests is part of user time.
    used = {name: value - before.get(name, 0.0) for name, value in now.items() if not name.startswith("guest")}
    total = sum(used.values())
    if total <= 0:
        return {}
    stolen = used.get("steal", 0.0)
    idle = used.get("idle", 0.0) + used.get("iowait", 0.0)
    return {"cpu_percent": 100 * (total - idle - stolen) / total, "steal_percent": 100 * stolen / total}


def some_us(text: str) -> int:
    """Return the time in which some process waited, from the text of a file of ``/proc/pressure``.

    >>> some_us("some avg10=0.00 avg60=0.00 avg300=0.00 total=123\\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=4")
    123
    """
    return int(text.split("\n", 1)[0].rpartition("total=")[2])


def _tree(process: psutil.Process) -> float:
    """Return the CPU seconds of a process, of its children that have ended, and of all its descendants that run."""
    total = 0.0
    with suppress(psutil.NoSuchProcess):
        times = process.cpu_times()
        total += times.user + times.system + times.children_user + times.children_system
        for pid in _children(process):
            with suppress(psutil.NoSuchProcess):
                total += _tree(psutil.Process(pid))
    return total


def _children(process: psutil.Process) -> list[int]:
    """Return the process ids of a process's children: from the kernel's list where it exists (psutil reads all processes of
    the machine)."""
    try:
        tasks = list(Path(f"/proc/{process.pid}/task").iterdir())
        return [int(pid) for task in tasks for pid in (task / "children").read_text(encoding="ascii").split()]
    except OSError:
        return [child.pid for child in process.children()]


@dataclass
class HostProbe:
    """Samples a host."""

    host: Host
    buffer: SampleBuffer
    instance: str
    every_us: int = SECOND
    _rates: CounterRates = field(init=False)

    def __post_init__(self) -> None:
        self._rates = CounterRates(self.buffer, HOST, self.instance)

    async def sample(self, at_us: int) -> None:
        """Take one reading."""
        for metric, value in self.host.gauges(at_us).items():
            self.buffer.add(Sample(at_us, HOST, self.instance, metric, value))
        self._rates.add(Reading(at_us, self.host.counters()))


def device_of(path: Path) -> str | None:
    """Return the name of the block device of *path* in the kernel's counters."""
    try:
        number = path.stat().st_dev
        entry = Path(f"/sys/dev/block/{os.major(number)}:{os.minor(number)}").resolve(strict=True)
    except OSError:
        return None
    return entry.name


def postmaster_of(backend_pid: int) -> int | None:
    """Return the process id of the postmaster when *backend_pid* is a process of this machine."""
    try:
        process = psutil.Process(backend_pid)
        return process.ppid() if "postgres" in process.name() else None
    except psutil.Error:
        return None
