"""A server that runs in a container: what Docker counts of it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import docker
from docker.errors import DockerException

from pgrehearse.base.clock import SECOND
from pgrehearse.metrics.probes.server import Rated
from pgrehearse.metrics.rates import Reading
from pgrehearse.metrics.sample_buffer import Board
from pgrehearse.runs.metric_catalog import CONTAINER


@dataclass
class ContainerProbe:
    """Samples one container by its name or id; what Docker refuses is recorded as unavailable, once."""

    name: str
    board: Board
    instance: str
    every_us: int = SECOND
    _client: Any = field(default=None, init=False)
    _before: tuple[float, float] | None = field(default=None, init=False)
    _rated: Rated = field(init=False)

    def __post_init__(self) -> None:
        self._rated = Rated(self.board, CONTAINER, self.instance)

    async def sample(self, at_us: int) -> None:
        """Take one reading, off the event loop: Docker's client blocks."""
        if "container" in self.board.unavailable:
            return
        try:
            told = await asyncio.to_thread(self._stats)
        except (DockerException, OSError) as error:
            self.board.unavailable["container"] = str(error)
            return
        now = cpu(told)
        if self._before is not None and now[1] > self._before[1]:
            share = 100 * (now[0] - self._before[0]) / (now[1] - self._before[1])
            self.board.keep(at_us, CONTAINER, self.instance, "cpu_percent", share)
        self._before = now
        memory = told.get("memory_stats", {})
        if "limit" in memory and "usage" in memory:
            self.board.keep(at_us, CONTAINER, self.instance, "memory_free_bytes", memory["limit"] - memory["usage"])
            self.board.keep(at_us, CONTAINER, self.instance, "memory_limit_bytes", memory["limit"])
        self._rated.keep(Reading(at_us, counters(told)))

    def _stats(self) -> dict[str, Any]:
        if self._client is None:
            self._client = docker.from_env(timeout=5)
        # One shot: the first sample is not waited for, differences are our own.
        found: dict[str, Any] = self._client.api.stats(self.name, stream=False, one_shot=True)
        return found


def cpu(told: Mapping[str, Any]) -> tuple[float, float]:
    """Return nanoseconds of processor that a container and its whole host have used."""
    stats = told.get("cpu_stats", {})
    return float(stats.get("cpu_usage", {}).get("total_usage", 0)), float(stats.get("system_cpu_usage", 0))


def counters(told: Mapping[str, Any]) -> dict[str, float]:
    """Return what a container has read, written, received and sent; requests where the system counts them (cgroup v1)."""
    blocks = told.get("blkio_stats", {})
    found: dict[str, float] = {}
    for table, reads, writes in (
        ("io_service_bytes_recursive", "read_bytes", "write_bytes"),
        ("io_serviced_recursive", "read_count", "write_count"),
    ):
        for row in blocks.get(table) or ():
            name = {"read": reads, "write": writes}.get(str(row["op"]).lower())
            if name is not None:
                found[name] = found.get(name, 0.0) + float(row["value"])
    for network in (told.get("networks") or {}).values():
        found["network_receive"] = found.get("network_receive", 0.0) + float(network["rx_bytes"])
        found["network_transmit"] = found.get("network_transmit", 0.0) + float(network["tx_bytes"])
    return found
