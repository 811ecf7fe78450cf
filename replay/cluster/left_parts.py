"""Parts of a run that stayed on hosts of a cluster, because their coordinator or their actor was lost: copied to the run, and removed there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ray
from ray import exceptions
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from pgrehearse.base.cluster.ray_connection import connect, first_line, nodes
from pgrehearse.base.errors import UsageProblem
from pgrehearse.replay.cluster.host_folder import STILL_WRITE, Call, HostFolder, copy_parts
from pgrehearse.replay.cluster.hosts_file import HostRecord, HostsFile

# How long a host may take to answer.
_ANSWERED_S = 60.0


def collect_parts(left: HostsFile, run: Path, address: str) -> dict[str, str]:
    """Copy the parts of all hosts to the directory *run*; return the names of the hosts whose parts are missing, and why.

    *address*: of the cluster ("": the one in the record). Raises ``UsageProblem`` if there is none, or if the replay still runs, ``HarnessFailure`` if the
    disk is full.
    """
    connect(address or left.address)
    try:
        missing = {host.name: why for host in left.hosts if (why := copy_left(host, run))}
    finally:
        ray.shutdown()
    running = [f"the host {name}: {why}" for name, why in missing.items() if STILL_WRITE in why]
    if running:
        raise UsageProblem(
            f"the replay still runs: {running[0]}",
            remedy="wait until it has ended, or end its coordinator and wait 20 s",
        )
    return missing


def copy_left(host: HostRecord, run: Path) -> str:
    """Copy the parts of one host to the directory *run*, and remove them there; return why that is not possible ("": it is done).

    Raises ``HarnessFailure`` if the disk is full: the parts stay on the host.
    """
    return _in_folder(host, lambda call: copy_parts(call, run))


def remove_left(host: HostRecord) -> None:
    """Remove the files of a host whose actor was lost before the start, if its node can be reached."""
    _in_folder(host, lambda _: None)


def _in_folder(host: HostRecord, use: Callable[[Call], None]) -> str:
    """Use the folder of a host after its processes have ended, and remove it; return why that is not possible ("": it is done)."""
    if host.node not in {node["NodeID"] for node in nodes()}:
        return f"it is not in the cluster any more; its parts are in {host.folder} on it"
    folder: Any = (
        ray.remote(HostFolder)
        .options(num_cpus=0, scheduling_strategy=NodeAffinitySchedulingStrategy(host.node, soft=False))
        .remote(host.folder)
    )

    def call(method: str, *args: object) -> Any:
        return ray.get(getattr(folder, method).remote(*args), timeout=_ANSWERED_S)

    try:
        if why := str(call("wait")):
            return why
        use(call)
        call("remove")
    except exceptions.RayError as error:
        return f"{first_line(error)}; its parts are in {host.folder} on it"
    finally:
        ray.kill(folder)
    return ""
