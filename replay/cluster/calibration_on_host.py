"""The rate of one worker, measured on a host of the cluster, and what the hosts have: for a forecast."""

from __future__ import annotations

import ray
from ray import exceptions

from pgrehearse.base.cluster.ray_connection import connect, first_line, nodes
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure, PgrehearseError, TargetProblem, UsageProblem
from pgrehearse.base.server_identity import ExpectedIdentity
from pgrehearse.replay.dry_run.calibration import Calibration, calibrate
from pgrehearse.replay.dry_run.cluster_capacity import Capacity, HostCapacity
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.workers.host_workers import WorkerFailure

# How long the cluster may take to find a free processor, and to measure.
_MEASURED_S = 120.0
_MIB = 1 << 20


def calibrate_on_host(
    address: str, target: Endpoint, passwords: Passwords, expected_identity: ExpectedIdentity
) -> Capacity:
    """Return what one worker can send on a host of the cluster, and the hosts.

    Raises ``UsageProblem`` if there is no such cluster or no free processor on it, and ``TargetProblem`` if the host does not reach the target.
    """
    connect(address)
    try:
        hosts = _hosts()
        if not hosts:
            raise UsageProblem(
                "the Ray cluster has no host with a processor", remedy="start hosts with: ray start --address=HEAD"
            )
        call = ray.remote(_measured).options(num_cpus=1, max_retries=0).remote(target, passwords, expected_identity)
        found = ray.get(call, timeout=_MEASURED_S)
    except exceptions.GetTimeoutError:
        raise UsageProblem(
            f"no host of the Ray cluster measured the rate of a worker in {_MEASURED_S:.0f} s",
            remedy="end what runs on the cluster, or add hosts",
        ) from None
    except exceptions.RayError as error:
        raise HarnessFailure(
            f"a host of the cluster failed: {first_line(error)}",
            remedy="check their memory, and install the same version of pgrehearse on every host",
        ) from None
    finally:
        ray.shutdown()
    if isinstance(found, WorkerFailure):
        raise TargetProblem(f"on a host of the cluster: {found.message}", remedy=found.remedy)
    if not found.per_s:
        raise TargetProblem(
            "a host of the cluster has no connection to the target",
            remedy="use an address that all hosts of the cluster reach",
        )
    return Capacity(found, hosts)


def _hosts() -> tuple[HostCapacity, ...]:
    """Return the hosts of the cluster that can run workers."""
    resources = [(node["NodeManagerAddress"], node["Resources"]) for node in nodes()]
    return tuple(
        HostCapacity(host, int(has["CPU"]), int(has.get("memory", 0)) // _MIB)
        for host, has in resources
        if has.get("CPU", 0) >= 1
    )


def _measured(
    target: Endpoint, passwords: Passwords, expected_identity: ExpectedIdentity
) -> Calibration | WorkerFailure:
    """Measure on this host; an error is a value, because Ray cannot send every error."""
    try:
        return calibrate(target, passwords, expected_identity)
    except PgrehearseError as error:
        return WorkerFailure(type(error).__name__, error.message, error.remedy)
