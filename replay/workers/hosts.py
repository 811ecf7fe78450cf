"""The hosts on which the workers of a replay run: this machine, or those of a cluster (``replay.cluster``)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Protocol

from pgrehearse.base.clock import Timeline
from pgrehearse.replay.prepare.session_selection import SessionCopy
from pgrehearse.replay.prepare.spool import Preparation
from pgrehearse.replay.workers.host_workers import HostExecutor, LocalHost
from pgrehearse.replay.workers.worker import Task
from pgrehearse.runs.clocks import HostClock

# The sessions of the workers of one host, by the workers' numbers.
Shards = dict[int, list[SessionCopy]]


def numbered(shards: Sequence[Sequence[list[SessionCopy]]]) -> list[Shards]:
    """Return the workers of each host by their numbers, which go on from host to host. *shards*: the sessions of each worker of each host."""
    numbers = count()
    return [{next(numbers): copies for copies in host} for host in shards]


class Hosts(Protocol):
    """The hosts of one replay, in the order of its steps."""

    def hand_out(self, task: Task, preparation: Preparation) -> None:
        """Bring the workload and the files of the preparation to each host."""
        ...

    def workers_of_each(self, workers: int) -> list[int]:
        """Return how many of the workers of the replay each host has."""
        ...

    def deal(self, shards: Sequence[Sequence[list[SessionCopy]]]) -> dict[HostExecutor, Shards]:
        """Return which workers run on which host. *shards*: the sessions of each worker of each host."""
        ...

    def read_clocks(self, task: Task) -> None:
        """Read the clock of each host, and the target's from each host, before the time line is made."""
        ...

    def begin(self, timeline: Timeline, *, paced: bool) -> bool:
        """Begin the replay on all hosts at one instant; return whether the processors' idle states are disabled on all of them."""
        ...

    def join(self) -> None:
        """Wait until the worker processes have ended."""
        ...

    def clocks(self) -> list[HostClock]:
        """Return the clocks of the hosts against the run's, after ``join``; this machine's is the run's clock."""
        ...

    def gather(self, run: Path) -> dict[HostExecutor, str]:
        """Bring the parts of the run that the hosts have written to the directory *run*; return the hosts whose parts are missing, and why."""
        ...

    def shutdown(self) -> None:
        """End all that still runs on the hosts."""
        ...


class LocalHosts:
    """This machine only: its workers read the workload and write the run where they are."""

    def __init__(self) -> None:
        self._host = LocalHost()

    def hand_out(self, task: Task, preparation: Preparation) -> None:
        """Do nothing."""

    def workers_of_each(self, workers: int) -> list[int]:
        """Return one number: all workers."""
        return [workers]

    def deal(self, shards: Sequence[Sequence[list[SessionCopy]]]) -> dict[HostExecutor, Shards]:
        """Return all workers."""
        return {self._host: numbered(shards)[0]}

    def read_clocks(self, task: Task) -> None:
        """Do nothing."""

    def begin(self, timeline: Timeline, *, paced: bool) -> bool:
        """Begin the replay."""
        return bool(self._host.submit("begin", timeline, paced).result())

    def join(self) -> None:
        """Wait until the worker processes have ended."""
        self._host.submit("join").result()

    def clocks(self) -> list[HostClock]:
        """Return none."""
        return []

    def gather(self, run: Path) -> dict[HostExecutor, str]:  # noqa: ARG002  # the parts are there
        """Do nothing."""
        return {}

    def shutdown(self) -> None:
        """End the workers."""
        self._host.shutdown()
