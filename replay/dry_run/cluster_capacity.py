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


def hosts_needed(workers: int, processors: Sequence[int]) -> int:
    """Return how many hosts have a processor for each worker, the largest first; where all are too few, with more like the largest.

    >>> hosts_needed(3, [2, 4]), hosts_needed(5, [2, 4]), hosts_needed(11, [2, 4])
    (1, 2, 4)
    """
    left, needed = workers, 0
    for count in sorted(processors, reverse=True):
        if left <= 0:
            break
        left, needed = left - count, needed + 1
    return needed + math.ceil(max(left, 0) / max(processors))
