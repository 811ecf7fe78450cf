"""Where the workers of a replay run: on this machine, or on the hosts of a Ray cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from pgrehearse.base.errors import UsageProblem
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.workers.hosts import Hosts, LocalHosts


@contextmanager
def replay_hosts(cluster: str, plan: ReplayPlan) -> Iterator[Hosts]:
    """Return the hosts of a replay. *cluster*: the address of a Ray cluster ("": this machine).

    Raises ``UsageProblem`` if Ray is not installed, there is no such cluster, or a host cannot connect to the targets of the plan.
    """
    if not cluster:
        yield LocalHosts()
        return
    if find_spec("ray") is None:
        raise UsageProblem("--cluster needs the package ray", remedy="install it: pip install 'pgrehearse[ray]'")
    from pgrehearse.replay.cluster.ray_hosts import RayHosts

    with RayHosts(cluster, plan.workers) as hosts:
        hosts.require_access(plan)
        yield hosts
