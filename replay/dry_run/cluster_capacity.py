"""What the hosts of a cluster have, and how many of them a number of workers needs."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from dataclasses import dataclass

from pgrehearse.replay.dry_run.calibration import Calibration


@dataclass(frozen=True, slots=True)
class HostCapacity:
    """A host of a cluster: its address, its processors, and its memory for workers."""

    host: str
    processors: int
    memory_mib: int


@dataclass(frozen=True, slots=True)
class Capacity:
    """What one worker can send (*calibration*), and the *hosts* of the cluster (none: this machine)."""

    calibration: Calibration
    hosts: tuple[HostCapacity, ...] = ()

    @property
    def processors(self) -> int:
        """The processors of all hosts, or of this machine."""
        return sum(host.processors for host in self.hosts) if self.hosts else os.cpu_count() or 1

    @property
    def for_workers(self) -> int:
        """The most workers that all hosts, or this machine, can have."""
        return sum(for_workers(host.processors) for host in self.hosts) if self.hosts else for_workers(self.processors)


def for_workers(processors: int) -> int:
    """Return how many workers a host can have: a processor for each, and one for the rest: the process that calls them, Ray, the packets of the network.

    A worker that shares its processor with them is late, although it is busy for a part of the time only.

    >>> for_workers(16), for_workers(1)
    (15, 1)
    """
    return max(processors - 1, 1)


def hosts_needed(workers: int, processors: Sequence[int]) -> int:
    """Return how many hosts have room for all workers, the largest first; where all are too few, with more like the largest.

    >>> hosts_needed(3, [2, 4]), hosts_needed(4, [2, 4]), hosts_needed(11, [2, 4])
    (1, 2, 5)
    """
    rooms = [for_workers(count) for count in processors]
    left, needed = workers, 0
    for room in sorted(rooms, reverse=True):
        if left <= 0:
            break
        left, needed = left - room, needed + 1
    return needed + math.ceil(max(left, 0) / max(rooms))
