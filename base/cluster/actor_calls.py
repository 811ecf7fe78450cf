"""Actors of Ray on the hosts of a cluster: created on a node, called, ended."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

import ray
from ray import exceptions
from ray.util.placement_group import PlacementGroup, placement_group, placement_group_table
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from pgrehearse.base.cluster.host_lost import HostLost
from pgrehearse.base.cluster.ray_connection import NAMESPACE, first_line, nodes
from pgrehearse.base.errors import HarnessFailure, UsageProblem

# How long the cluster may take to place the actors.
PLACED_S = 60.0
# Calls that wait run beside those that stop or release: an actor has so many threads.
_THREADS = 16


class ActorCalls:
    """Calls the methods of the actor of one host. *name*: of the host; *node*: the identifier of its node. Equal to itself only."""

    def __init__(self, actor: Any, node: str, name: str) -> None:
        self.name, self.node, self._actor = name, node, actor

    def submit(self, method: str, *args: object) -> Future[Any]:
        """Call a method. The future raises ``HostLost`` if the host cannot be reached, and ``HarnessFailure`` if the method raises."""
        result: Future[Any] = Future()
        try:
            call = getattr(self._actor, method).remote(*args).future()
        except exceptions.RayError as error:
            result.set_exception(self._lost(error))
            return result
        call.add_done_callback(lambda done: self._pass(done, result))
        return result

    def _pass(self, done: Future[Any], result: Future[Any]) -> None:
        """Pass the result of a call on."""
        error = done.exception()
        if isinstance(error, exceptions.RayTaskError):
            on_disk = isinstance(error.cause, OSError)
            remedy = "free disk space on this host" if on_disk else "report this with the command line used"
            result.set_exception(HarnessFailure(f"the host {self.name} failed: {error.cause}", remedy=remedy))
        elif error is not None:
            result.set_exception(self._lost(error))
        else:
            self._return(done.result(), result)

    def _return(self, value: Any, result: Future[Any]) -> None:
        """Give the result of a method to its future."""
        result.set_result(value)

    def _lost(self, error: BaseException) -> HostLost:
        return HostLost(self.name, first_line(error))

    def call(self, method: str, *args: object) -> Any:
        """Call a method and return its result."""
        return self.submit(method, *args).result()

    def end(self) -> None:
        """End the actor's process."""
        with suppress(exceptions.RayError):
            ray.kill(self._actor)


def able_nodes() -> list[dict[str, Any]]:
    """Return the nodes that have a processor. Raises ``UsageProblem`` if there is none."""
    able = [node for node in nodes() if node["Resources"].get("CPU", 0) >= 1]
    if not able:
        raise UsageProblem(
            "the Ray cluster has no host with a processor", remedy="start hosts with: ray start --address=HEAD"
        )
    return able


def reserve(hosts: int, processors: int) -> PlacementGroup:
    """Begin to reserve so many *processors* on each of so many *hosts*: ``placed`` waits, ``remove_placement_group`` releases them."""
    group: PlacementGroup = placement_group([{"CPU": processors}] * hosts, strategy="STRICT_SPREAD")
    return group


def placed(group: PlacementGroup, hosts: int, processors: int, *, remedy: str) -> list[str]:
    """Return the nodes of a group. Raises ``UsageProblem`` with the *remedy* if the processors are not free after a minute."""
    if not group.wait(PLACED_S):
        raise UsageProblem(
            f"the Ray cluster did not provide {hosts} hosts with {processors} free processors in {PLACED_S:.0f} s",
            remedy=remedy,
        )
    table: dict[int, str] = placement_group_table(group)["bundles_to_node_id"]
    return [node for _, node in sorted(table.items())]


def create_actor(kind: type, node: str, name: str, *args: object) -> Any:
    """Create the actor of one host. It is detached: if this process dies, it ends itself (a lease), and can remove or keep what it has written.

    It is not in the placement group, which reserves the processors: Ray removes the group, with its actors, as soon as this process dies.
    """
    return (
        ray.remote(kind)
        .options(
            name=name,
            namespace=NAMESPACE,
            lifetime="detached",
            max_restarts=0,
            max_concurrency=_THREADS,
            num_cpus=0,
            scheduling_strategy=NodeAffinitySchedulingStrategy(node, soft=False),
        )
        .remote(*args)
    )


def remove_folder(node: str, folder: str) -> None:
    """Remove a folder on a node whose actor has ended, if the node can be reached."""
    strategy = NodeAffinitySchedulingStrategy(node, soft=False)
    with suppress(exceptions.RayError):
        if node in {one["NodeID"] for one in nodes()}:
            removal = ray.remote(_remove).options(num_cpus=0, max_retries=0, scheduling_strategy=strategy)
            ray.get(removal.remote(folder), timeout=PLACED_S)


def _remove(folder: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def distinct_names(names: Sequence[str], addresses: Sequence[str]) -> list[str]:
    """Return the names of hosts, with the address of each whose name another has too.

    >>> distinct_names(["a", "a", "b"], ["10.0.0.1", "10.0.0.2", "10.0.0.3"])
    ['a (10.0.0.1)', 'a (10.0.0.2)', 'b']
    """
    return [
        f"{name} ({address})" if names.count(name) > 1 else name for name, address in zip(names, addresses, strict=True)
    ]
