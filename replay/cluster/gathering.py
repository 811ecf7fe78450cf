"""The parts of a run are gathered from all hosts of a cluster at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pgrehearse.replay.cluster.host_folder import copy_parts, worker_of
from pgrehearse.replay.cluster.hosts_file import HostRecord
from pgrehearse.replay.cluster.left_parts import copy_left
from pgrehearse.replay.workers.host_workers import HostLost
from pgrehearse.runs.run_in_s3 import RunInS3

# From so many hosts at the same time: each has one piece of a part in the memory of this process.
_HOSTS = 8


class PartsHost(Protocol):
    """A host that has parts of the run."""

    def call(self, method: str, *args: object) -> Any:
        """Call a method of ``HostActor``. Raises ``HostLost`` if the host cannot be reached."""
        ...

    def end(self) -> None:
        """End the actor's process."""
        ...

    def record(self, workers: Sequence[int] = ()) -> HostRecord:
        """Return where the files of this host are."""
        ...


Host = TypeVar("Host", bound=PartsHost)


def gather_parts(hosts: dict[Host, list[int]], run: Path, place: RunInS3 | None) -> dict[Host, str]:
    """Bring the parts of all hosts to the directory *run*; return the hosts that were lost, and why.

    *hosts*: with their workers. *place*: where the hosts have put their parts (None: they have them). Memory: one piece of a part for each host. Raises
    ``HarnessFailure`` if the disk is full: the parts stay on the hosts.
    """
    lost: dict[Host, str] = {}
    with ThreadPoolExecutor(_HOSTS) as threads:
        calls = {host: threads.submit(_gather, host, workers, run, place) for host, workers in hosts.items()}
        try:
            for host, call in calls.items():
                if why := call.result():
                    lost[host] = why
        finally:
            for call in calls.values():  # after an error the hosts that are not begun yet keep their parts
                call.cancel()
    return lost


def _gather(host: PartsHost, workers: list[int], run: Path, place: RunInS3 | None) -> str:
    """Bring the parts of one host; return why it was lost ("": it was not)."""
    try:
        uploaded: dict[str, str] | None = host.call("uploaded") if place is not None else None
        if place is not None and uploaded is not None:
            place.fetch_parts(run, uploaded)
        else:
            copy_parts(host.call, run)
    except HostLost as lost:
        host.end()
        why = copy_left(host.record(), run) or f"{lost.reason}; its parts were collected"
        if place is not None:
            place.fetch_parts(run, {name: tag for name, tag in place.tags().items() if worker_of(name) in workers})
        return why
    return ""
