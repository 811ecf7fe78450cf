"""The metrics of a server's container, from Docker."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import docker
from docker.errors import DockerException

from pgrehearse.base.clock import SECOND
from pgrehearse.base.docker_socket import require_docker_socket
from pgrehearse.metrics.probes.server import CounterRates
from pgrehearse.metrics.rates import Reading
from pgrehearse.metrics.sample_buffer import Sample, SampleBuffer
from pgrehearse.runs.metric_catalog import CONTAINER


@dataclass
class ContainerProbe:
    """Samples one container by its name or id; an error of Docker is recorded as unavailable, once."""

    name: str
    buffer: SampleBuffer
    instance: str
    every_us: int = SECOND
    _client: Any = field(default=None, init=False)
    _before: tuple[float, float] | None = field(default=None, init=False)
    _rates: CounterRates = field(init=False)

    def __post_init__(self) -> None:
        self._rates = CounterRates(self.buffer, CONTAINER, self.instance)

    async def sample(self, at_us: int) -> None:
        """Take one reading, off the event loop: Docker's client blocks."""
        if "container" in self.buffer.unavailable:
            return
        try:
            stats = await asyncio.to_thread(self._stats)
        except (DockerException, OSError) as error:
            self.buffer.unavailable["container"] = str(error)
            return
        now = cpu(stats)
        if self._before is not None and now[1] > self._before[1]:
            share = 100 * (now[0] - self._before[0]) / (now[1] - self._before[1])
            self.buffer.add(Sample(at_us, CONTAINER, self.instance, "cpu_percent", share))
        self._before = now
        memory = stats.get("memory_stats", {})
        if "limit" in memory and "usage" in memory:
            self.buffer.add(
                Sample(at_us, CONTAINER, self.instance, "memory_free_bytes", memory["limit"] - memory["usage"])
            )
            self.buffer.add(Sample(at_us, CONTAINER, self.instance, "memory_limit_bytes", memory["limit"]))
        self._rates.add(Reading(at_us, counters(stats)))

    def _stats(self) -> dict[str, Any]:
        if self._client is None:
            require_docker_socket()
            self._client = docker.from_env(timeout=5)
        # One shot: Docker does not wait for a second sample; the probe computes the differences itself.
        stats: dict[str, Any] = self._client.api.stats(self.name, stream=False, one_shot=True)
        return stats


def cpu(stats: Mapping[str, Any]) -> tuple[float, float]:
    """Return the processor time of a container and of its host, in nanoseconds."""
    usage = stats.get("cpu_stats", {})
    return float(usage.get("cpu_usage", {}).get("total_usage", 0)), float(usage.get("system_cpu_usage", 0))


def counters(stats: Mapping[str, Any]) -> dict[str, float]:
    """Return the bytes that a container has read, written, received and sent; also its requests under cgroup v1."""
    blocks = stats.get("blkio_stats", {})
    result: dict[str, float] = {}
    for table, reads, writes in (
        ("io_service_bytes_recursive", "read_bytes", "write_bytes"),
        ("io_serviced_recursive", "read_count", "write_count"),
    ):
        for row in blocks.get(table) or ():
            name = {"read": reads, "write": writes}.get(str(row["op"]).lower())
            if name is not None:
                result[name] = result.get(name, 0.0) + float(row["value"])
    for network in (stats.get("networks") or {}).values():
        result["network_receive"] = result.get("network_receive", 0.0) + float(network["rx_bytes"])
        result["network_transmit"] = result.get("network_transmit", 0.0) + float(network["tx_bytes"])
    return result
