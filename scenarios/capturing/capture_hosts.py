"""The hosts of a capture: none, or those of a Ray cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pgrehearse.base.cluster.ray_installed import require_ray
from pgrehearse.capture.servers import ServerCaptures


@contextmanager
def captures_on(cluster: str) -> Iterator[ServerCaptures | None]:
    """Return what captures the servers on the hosts of the Ray cluster at this address ("": None, this process does).

    Raises ``UsageProblem`` if Ray is not installed, or there is no such cluster.
    """
    if not cluster:
        yield None
        return
    require_ray()
    from pgrehearse.capture.cluster.cluster_captures import ClusterCaptures

    with ClusterCaptures(cluster) as captures:
        yield captures
