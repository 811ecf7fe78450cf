"""Where the workers of a replay run: on this machine, or on the hosts of a Ray cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pgrehearse.base.cluster.ray_installed import require_ray
from pgrehearse.base.server_identity import ExpectedIdentity
from pgrehearse.replay.dry_run.calibration import calibrate
from pgrehearse.replay.dry_run.cluster_capacity import Capacity
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.workers.hosts import Hosts, LocalHosts
from pgrehearse.runs.run_in_s3 import RunInS3


@contextmanager
def replay_hosts(cluster: str, plan: ReplayPlan, place: RunInS3 | None = None) -> Iterator[Hosts]:
    """Return the hosts of a replay. *cluster*: the address of a Ray cluster ("": this machine). *place*: the run's in S3, which is reserved
    (None: the run is a directory).

    Raises ``UsageProblem`` if Ray is not installed, there is no such cluster, or a host cannot connect to the targets of the plan.
    """
    if not cluster:
        _reserve(place)
        yield LocalHosts()
        return
    require_ray()
    from pgrehearse.replay.cluster.ray_hosts import RayHosts

    with RayHosts(cluster, plan.workers, place) as hosts:
        hosts.require_access(plan)
        _reserve(place)
        yield hosts


def _reserve(place: RunInS3 | None) -> None:
    """Reserve the place of a run in S3, after all that can refuse the replay."""
    if place is not None:
        place.reserve()


def calibrated(cluster: str, plan: ReplayPlan, passwords: Passwords, expected_identity: ExpectedIdentity) -> Capacity:
    """Return what one worker can send where the workers would run, and the hosts of the cluster (empty: this machine).

    Raises as ``replay_hosts``.
    """
    if not cluster:
        return Capacity(calibrate(plan.target, passwords, expected_identity))
    require_ray()
    from pgrehearse.replay.cluster.calibration_on_host import calibrate_on_host

    return calibrate_on_host(cluster, plan.target, passwords, expected_identity)
