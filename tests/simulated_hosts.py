"""A Ray cluster of two simulated hosts on this machine: a head without workers, and two nodes; with an S3 that they reach."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

# The memory of the object store of each node, in bytes: the least that Ray accepts is 75 MB.
STORE = 100 << 20


@pytest.fixture(scope="session")
def s3_server() -> Iterator[dict[str, str]]:
    """A server with the API of S3; return the environment variables that lead to it."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "x",
        "AWS_DEFAULT_REGION": "eu-west-1",
    }
    server.stop()


@pytest.fixture(scope="session")
def ray_cluster(s3_server: dict[str, str]) -> Iterator[str]:
    """Return the address of the cluster."""
    pytest.importorskip("ray")
    from ray.cluster_utils import Cluster

    with pytest.MonkeyPatch.context() as patch:
        for name, value in s3_server.items():  # the hosts have the credentials too
            patch.setenv(name, value)
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("PYTHONPATH", os.pathsep.join([str(Path.cwd()), os.environ.get("PYTHONPATH", "")]))
        patch.setenv("RAY_raylet_start_wait_time_s", "300")  # its 30 s are too short on a machine with a high load
        # Ray replaces 127.0.0.1 in the address of a cluster by an address of the machine that is not of the loopback interface.
        head = {"num_cpus": 0, "node_ip_address": "127.0.0.2", "object_store_memory": STORE}
        cluster: Any = Cluster(initialize_head=True, head_node_args=head)
        try:
            for number in (3, 4):
                cluster.add_node(num_cpus=2, node_ip_address=f"127.0.0.{number}", object_store_memory=STORE)
            yield cluster.address
        finally:
            cluster.shutdown()
