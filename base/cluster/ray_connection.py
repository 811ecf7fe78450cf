"""The connection of this process to a Ray cluster, and the nodes of the cluster."""

from __future__ import annotations

import socket
from typing import Any

import ray
from ray import exceptions
from ray._private import worker

from pgrehearse.base.cluster.address import AUTO
from pgrehearse.base.errors import UsageProblem

NAMESPACE = "pgrehearse"
# How long the head of the cluster may take to accept a connection.
_REACHED_S = 5.0


def connect(address: str) -> None:
    """Connect to the cluster; ``ray.shutdown`` ends the connection. Raises ``UsageProblem`` if there is none."""
    # Ray prints what happens to nodes on standard output, where --json has its document; an option for this does not exist.
    worker._worker_logs_enabled = False  # noqa: SLF001  # as Ray's own debugger does it
    try:
        _reach(address)
        ray.init(
            address=address, namespace=NAMESPACE, log_to_driver=False, configure_logging=False, include_dashboard=False
        )
    except (OSError, ValueError, RuntimeError, exceptions.RayError) as error:
        raise UsageProblem(
            f"there is no Ray cluster at {address}: {first_line(error)}",
            remedy="start one with: ray start --head, or use the HOST:PORT of its head as --cluster; "
            "if the cluster has a token, set RAY_AUTH_MODE=token and RAY_AUTH_TOKEN_PATH",
        ) from None


def _reach(address: str) -> None:
    """Raise ``OSError`` if nothing accepts connections there: Ray itself would try for minutes."""
    if address != AUTO:
        host, _, port = address.rpartition(":")
        socket.create_connection((host.strip("[]"), int(port)), _REACHED_S).close()


def connected_address() -> str:
    """Return the address of the cluster that this process is connected to."""
    return str(ray.get_runtime_context().gcs_address)


def nodes() -> list[dict[str, Any]]:
    """Return the nodes of the cluster that can be reached, as Ray describes them."""
    found: list[dict[str, Any]] = ray.nodes()  # type: ignore[no-untyped-call]  # Ray has no types for it
    return [node for node in found if node["Alive"]]


def first_line(error: BaseException) -> str:
    """Return the first line of an error of Ray: the rest is for Ray's developers."""
    return str(error).strip().split("\n", 1)[0]
