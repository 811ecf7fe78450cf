"""A Ray cluster of two simulated hosts on this machine: a head without workers, and two nodes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("ray")
# The memory of the object store of each node, in bytes: the least that Ray accepts is 75 MB.
STORE = 100 << 20


@pytest.fixture(scope="session")
def ray_cluster() -> Iterator[str]:
    """Return the address of the cluster."""
    from ray.cluster_utils import Cluster

    with pytest.MonkeyPatch.context() as patch:
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
