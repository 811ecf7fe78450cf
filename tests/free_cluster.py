"""Whether anything is left on a Ray cluster."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import ray
from ray.util import list_named_actors
from ray.util.placement_group import placement_group_table

if TYPE_CHECKING:
    from collections.abc import Callable


def wait_until(done: Callable[[], bool], seconds: float = 120.0) -> None:
    """Wait until *done* returns True. Raises ``AssertionError`` if it did not in time."""
    pause = threading.Event()
    for _ in range(int(seconds * 20)):
        if done():
            return
        pause.wait(0.05)
    raise AssertionError("it did not happen in time")


def check_the_cluster_is_free(cluster: str) -> None:
    """Neither an actor nor a placement group is left."""
    ray.init(cluster, log_to_driver=False, configure_logging=False)
    try:
        wait_until(lambda: not list_named_actors(all_namespaces=True))
        groups: dict[str, Any] = placement_group_table()
        assert {group["state"] for group in groups.values()} <= {"REMOVED"}
    finally:
        ray.shutdown()
