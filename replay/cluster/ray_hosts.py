"""The hosts of a Ray cluster as the hosts of a replay: an actor on each, spread by a placement group."""

from __future__ import annotations

import socket
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any, Self

import ray
from ray import exceptions
from ray.util.placement_group import PlacementGroup, placement_group, remove_placement_group
from ray.util.scheduling_strategies import PlacementGroupSchedulingStrategy

from pgrehearse.base.artifact import disk_errors
from pgrehearse.base.clock import Timeline
from pgrehearse.base.errors import HarnessFailure, UsageProblem
from pgrehearse.base.version import tool_version
from pgrehearse.replay.cluster.clock_readings import ClockReadings
from pgrehearse.replay.cluster.handed_files import RUN_FILES, WORKLOAD, files_of, listed, pieces, preparation_files
from pgrehearse.replay.cluster.host_actor import HostActor, HostFacts
from pgrehearse.replay.cluster.target_clock import target_login
from pgrehearse.replay.plan.cluster_address import AUTO
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.session_selection import SessionCopy
from pgrehearse.replay.prepare.spool import Preparation
from pgrehearse.replay.workers.host_workers import HostExecutor, HostLost, WorkerFailure
from pgrehearse.replay.workers.hosts import Shards
from pgrehearse.replay.workers.worker import Task
from pgrehearse.runs.clocks import HostClock

NAMESPACE = "pgrehearse"
# How long the cluster may take to place the actors.
_PLACED_S = 60.0
# How long the head of the cluster may take to accept a connection.
_REACHED_S = 5.0
# How often each host is called, so that it does not take the coordinator for lost (``host_actor.LEASE_S``).
_ALIVE_S = 0.5
# Calls that wait run beside those that stop or release: an actor has so many threads.
_THREADS = 16


class RayHost:
    """One host: its actor, and its name. Equal to itself only."""

    def __init__(self, actor: Any, facts: HostFacts) -> None:
        self.name, self.facts, self._actor = facts.name, facts, actor

    def submit(self, method: str, *args: object) -> Future[Any]:
        """Call a method of ``HostActor``. The future raises ``HostLost`` if the host cannot be reached, and ``HarnessFailure``."""
        result: Future[Any] = Future()
        try:
            call = getattr(self._actor, method).remote(*args).future()
        except exceptions.RayError as error:
            result.set_exception(_lost(error))
            return result
        call.add_done_callback(lambda done: _pass(done, result))
        return result

    def call(self, method: str, *args: object) -> Any:
        """Call a method and return its result."""
        return self.submit(method, *args).result()

    def end(self) -> None:
        """End the actor's process."""
        with suppress(exceptions.RayError):
            ray.kill(self._actor)

    def shutdown(self) -> None:
        """End the workers, remove the host's files and end the actor."""
        with suppress(HostLost):
            self.submit("close").result(timeout=10)
        self.end()


def _pass(done: Future[Any], result: Future[Any]) -> None:
    """Pass the result of a call on."""
    error = done.exception()
    if isinstance(error, exceptions.RayTaskError):
        result.set_exception(
            HarnessFailure(
                f"a host of the cluster failed: {error.cause}", remedy="report this with the command line used"
            )
        )
    elif error is not None:
        result.set_exception(_lost(error))
    elif isinstance(value := done.result(), WorkerFailure):
        result.set_exception(HarnessFailure(value.message, remedy=value.remedy))
    else:
        result.set_result(value)


def _lost(error: BaseException) -> HostLost:
    return HostLost(str(error).strip().split("\n", 1)[0])


class RayHosts:
    """The hosts of one replay on a cluster. Use it in a ``with`` block: at its end nothing is left running.

    *address*: of the cluster, or ``auto``; *workers*: how many workers the replay has: at most so many hosts are used.
    Raises ``UsageProblem`` if there is no such cluster, or a host has another version of pgrehearse.
    """

    def __init__(self, address: str, workers: int) -> None:
        self._address, self._workers = address, workers
        self._hosts: list[RayHost] = []
        self._group: PlacementGroup | None = None
        self._clocks: dict[RayHost, ClockReadings] = {}
        self._timeline = Timeline(0, 0)
        self._ended = threading.Event()
        self._keeper = threading.Thread(target=self._keep_alive, daemon=True)

    def __enter__(self) -> Self:
        _connect(self._address)
        try:
            self._hosts = self._placed()
        except BaseException:
            self.__exit__()
            raise
        self._keeper.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        if self._group is not None:
            remove_placement_group(self._group)
        ray.shutdown()

    @property
    def hosts(self) -> Sequence[RayHost]:
        """The hosts that are used."""
        return self._hosts

    def _placed(self) -> list[RayHost]:
        """Create an actor on each host that is used."""
        nodes = [node for node in _nodes() if node["Alive"] and node["Resources"].get("CPU", 0) >= 1]
        count = min(len(nodes), self._workers)
        if not count:
            raise UsageProblem(
                "the Ray cluster has no host with a processor", remedy="start hosts with: ray start --address=HEAD"
            )
        each = -(-self._workers // count)
        least = min(int(node["Resources"]["CPU"]) for node in nodes)
        self._group = group = placement_group([{"CPU": min(each, least)}] * count, strategy="STRICT_SPREAD")
        if not group.wait(_PLACED_S):
            raise UsageProblem(
                f"the Ray cluster did not provide {count} hosts with {min(each, least)} free processors in {_PLACED_S:.0f} s",
                remedy="end what runs on it, add hosts, or use fewer --workers",
            )
        token = token_hex(8)
        actors = [self._actor(group, number, token) for number in range(count)]
        hosts = [RayHost(actor, ray.get(actor.facts.remote())) for actor in actors]
        for host in hosts:
            if host.facts.version != tool_version():
                raise UsageProblem(
                    f"the host {host.name} has pgrehearse {host.facts.version}, and not {tool_version()}",
                    remedy="install the same version on every host of the cluster",
                )
        return hosts

    def _actor(self, group: PlacementGroup, number: int, token: str) -> Any:
        """Create the actor of one host. It is detached: if this process dies, it ends its workers itself and keeps their parts."""
        return (
            ray.remote(HostActor)
            .options(
                name=f"{token}-{number}",
                namespace=NAMESPACE,
                lifetime="detached",
                max_restarts=0,
                max_concurrency=_THREADS,
                num_cpus=0,
                scheduling_strategy=PlacementGroupSchedulingStrategy(group, placement_group_bundle_index=number),
            )
            .remote(token)
        )

    def _keep_alive(self) -> None:
        while not self._ended.wait(_ALIVE_S):
            for host in self._hosts:
                clock = self._clocks.get(host)
                if clock is not None:
                    clock.read_later()
                else:
                    host.submit("clock")

    def hand_out(self, task: Task, preparation: Preparation) -> None:
        """Bring the workload and the files of the preparation to each host, except a workload that a host has at the same path."""
        files = listed(task.workload)
        calls = [(host, host.submit("use_shared", str(task.workload.resolve()), files)) for host in self._hosts]
        without = [host for host, call in calls if not call.result()]
        for path in files_of(task.workload) if without else []:
            _hand_out(path, str(path.relative_to(task.workload)), WORKLOAD, without)
        for path in preparation_files(task.run, preparation):
            _hand_out(path, str(path.relative_to(task.run)), RUN_FILES, self._hosts)

    def deal(self, shards: Sequence[list[SessionCopy]]) -> dict[HostExecutor, Shards]:
        """Return which workers run on which host: in turn."""
        dealt: dict[HostExecutor, Shards] = {}
        for number, shard in enumerate(shards):
            dealt.setdefault(self._hosts[number % len(self._hosts)], {})[number] = shard
        return dealt

    def read_clocks(self, task: Task) -> None:
        """Read the clock of each host, and the target's from each host. Raises ``HostLost``."""
        login, passwords = target_login(task), Passwords(task.plan.routing.password_command)
        clocks = {host: ClockReadings(host, login, passwords) for host in self._hosts}
        for clock in clocks.values():
            clock.start()
        self._clocks = clocks

    def begin(self, timeline: Timeline, *, paced: bool) -> bool:
        """Begin on all hosts at one instant: the time line is given to each by its own monotonic clock."""
        self._timeline = timeline
        calls = [host.submit("begin", clock.own(timeline), paced) for host, clock in self._clocks.items()]
        return all(bool(call.result()) for call in calls)

    def join(self) -> None:
        """Wait until the worker processes have ended."""
        for call in [host.submit("join") for host in self._hosts]:
            with suppress(HostLost):
                call.result()
        for clock in self._clocks.values():
            clock.end()

    def clocks(self) -> list[HostClock]:
        """Return the clocks of the hosts against this process's."""
        return [clock.facts(self._timeline) for clock in self._clocks.values()]

    def gather(self, run: Path) -> None:
        """Copy the parts that the hosts have written to the directory *run*; those of a host that was lost are missing."""
        for host in self._hosts:
            with suppress(HostLost):
                for name in host.call("parts"):
                    content = host.call("part", name)
                    with disk_errors(run / name):
                        (run / name).write_bytes(content)

    def shutdown(self) -> None:
        """End all that runs on the hosts."""
        self._ended.set()
        for host in self._hosts:
            host.shutdown()
        self._hosts = []


def _connect(address: str) -> None:
    """Connect to the cluster. Raises ``UsageProblem`` if there is none."""
    try:
        _reach(address)
        ray.init(
            address=address, namespace=NAMESPACE, log_to_driver=False, configure_logging=False, include_dashboard=False
        )
    except (OSError, ValueError, RuntimeError, exceptions.RayError) as error:
        raise UsageProblem(
            f"there is no Ray cluster at {address}: {str(error).strip().splitlines()[0]}",
            remedy="start one with: ray start --head, or use the HOST:PORT of its head as --cluster",
        ) from None


def _reach(address: str) -> None:
    """Raise ``OSError`` if nothing accepts connections there: Ray itself would try for minutes."""
    if address != AUTO:
        host, _, port = address.rpartition(":")
        socket.create_connection((host.strip("[]"), int(port)), _REACHED_S).close()


def _nodes() -> list[dict[str, Any]]:
    """Return the nodes of the cluster, as Ray describes them."""
    nodes: list[dict[str, Any]] = ray.nodes()  # type: ignore[no-untyped-call]  # Ray has no types for it
    return nodes


def _hand_out(path: Path, name: str, kind: str, hosts: Sequence[RayHost]) -> None:
    """Copy a file to hosts, one piece at a time."""
    for piece in pieces(path):
        stored = ray.put(piece)
        for call in [host.submit("store", kind, name, stored) for host in hosts]:
            call.result()
