"""The hosts of a Ray cluster as the hosts of a replay: an actor on each, spread by a placement group."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, suppress
from pathlib import Path
from secrets import token_hex
from typing import Any, Self

import ray
from ray import exceptions
from ray.util.placement_group import PlacementGroup, remove_placement_group

from pgrehearse.base.clock import Timeline
from pgrehearse.base.cluster.actor_calls import ActorCalls, able_nodes, create_actor, distinct_names, placed, reserve
from pgrehearse.base.cluster.ray_connection import connect, connected_address
from pgrehearse.base.errors import HarnessFailure, UsageProblem
from pgrehearse.base.s3_cache import origin
from pgrehearse.base.version import tool_version
from pgrehearse.replay.cluster.clock_readings import ClockReadings
from pgrehearse.replay.cluster.gathering import gather_parts
from pgrehearse.replay.cluster.handed_files import RUN_FILES, WORKLOAD, files_of, listed, pieces, preparation_files
from pgrehearse.replay.cluster.host_actor import HostActor, HostFacts
from pgrehearse.replay.cluster.hosts_file import HOSTS_FILE, HostRecord, HostsFile, write_hosts_file
from pgrehearse.replay.cluster.left_parts import remove_left
from pgrehearse.replay.cluster.target_access import (
    endpoints_of,
    files_of_endpoints,
    network_of_this_process,
    own_addresses,
)
from pgrehearse.replay.cluster.target_clock import target_login
from pgrehearse.replay.cluster.worker_shares import worker_shares
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.session_selection import SessionCopy
from pgrehearse.replay.prepare.spool import Preparation
from pgrehearse.replay.workers.host_workers import HostExecutor, HostLost, WorkerFailure
from pgrehearse.replay.workers.hosts import Shards, numbered
from pgrehearse.replay.workers.worker import Task
from pgrehearse.runs.clocks import HostClock
from pgrehearse.runs.run_in_s3 import RunInS3

# How often each host is called, so that it does not take the coordinator for lost (``host_actor.LEASE_S``).
_ALIVE_S = 0.5
# How long a host may take to end its workers.
_CLOSED_S = 5.0
# The files of a run that are known before it starts, beside its manifest: a run whose coordinator was lost is completed with them.
_KNOWN_BEFORE = (HOSTS_FILE, "session_copies.parquet", "state.json")


class RayHost(ActorCalls):
    """One host of a replay: its actor (``HostActor``), its name, and the identifier of its *node*."""

    def __init__(self, actor: Any, node: str, name: str, facts: HostFacts) -> None:
        super().__init__(actor, node, name)
        self.facts = facts

    def _return(self, value: Any, result: Future[Any]) -> None:
        """Give the result of a method to its future; a ``WorkerFailure`` becomes a ``HarnessFailure``."""
        if isinstance(value, WorkerFailure):
            result.set_exception(HarnessFailure(f"{value.message} (host {self.name})", remedy=value.remedy))
        else:
            result.set_result(value)

    def shutdown(self) -> None:
        """End the workers, remove the host's files and end the actor."""
        self.close(keep=False)

    def close(self, *, keep: bool) -> None:
        """End the workers and the actor; *keep* the parts of the run on the host."""
        try:
            self.submit("close", keep).result(timeout=_CLOSED_S)
        except (HostLost, TimeoutError):
            self.end()
            if not keep:
                remove_left(self.record())
        self.end()

    def record(self, workers: Sequence[int] = ()) -> HostRecord:
        """Return where the files of this host are."""
        return HostRecord(self.name, self.node, self.facts.folder, list(workers))


class RayHosts:
    """The hosts of one replay on a cluster. Use it in a ``with`` block: at its end nothing is left running.

    *address*: of the cluster, or ``auto``; *workers*: how many workers the replay has: at most so many hosts are used. *place*: where
    the hosts put the parts of the run (None: they are gathered from the hosts).
    Raises ``UsageProblem`` if there is no such cluster, or a host has another version of pgrehearse.
    """

    def __init__(self, address: str, workers: int, place: RunInS3 | None = None) -> None:
        self._address, self._workers, self._place = address, workers, place
        self._dealt: dict[RayHost, list[int]] = {}
        self._hosts: list[RayHost] = []
        self._group: PlacementGroup | None = None
        self._clocks: dict[RayHost, ClockReadings] = {}
        self._timeline = Timeline(0, 0)
        self._actors: list[Any] = []
        self._processors: dict[str, float] = {}
        self._run: Path | None = None
        self._keeps = False
        self._ended = threading.Event()
        self._keeper = threading.Thread(target=self._keep_alive, daemon=True)

    def __enter__(self) -> Self:
        connect(self._address)
        self._keeper.start()
        with ExitStack() as stack:
            stack.callback(self._close)
            self._hosts = self._placed()
            self._require_same_version()
            stack.pop_all()  # from here on the end of the block closes
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def _close(self) -> None:
        self.shutdown()
        self._keeper.join()
        for actor in self._actors:  # they did not become hosts of the replay: nothing of them is on a disk
            with suppress(exceptions.RayError):
                ray.kill(actor)
        if self._group is not None:
            remove_placement_group(self._group)
        ray.shutdown()

    @property
    def hosts(self) -> Sequence[RayHost]:
        """The hosts that are used."""
        return self._hosts

    def _placed(self) -> list[RayHost]:
        """Create an actor on each host that is used."""
        able = able_nodes()
        # Read before the placement group exists: Ray lists processors that it reserved under other names.
        self._processors = {node["NodeID"]: node["Resources"]["CPU"] for node in able}
        count = min(len(able), self._workers)
        each = min(-(-self._workers // count), min(int(node["Resources"]["CPU"]) for node in able))
        self._group = reserve(count, each)
        used = placed(self._group, count, each, remedy="end what runs on it, add hosts, or use fewer --workers")
        token = token_hex(8)
        for number, node in enumerate(used):
            self._actors.append(create_actor(HostActor, node, f"{token}-{number}", token))
        facts: list[HostFacts] = ray.get([actor.facts.remote() for actor in self._actors])
        addresses = {node["NodeID"]: node["NodeManagerAddress"] for node in able}
        names = distinct_names([one.name for one in facts], [addresses[node] for node in used])
        return [
            RayHost(actor, node, name, one)
            for actor, node, name, one in zip(self._actors, used, names, facts, strict=True)
        ]

    def _require_same_version(self) -> None:
        """Raise ``UsageProblem`` if a host has another version of pgrehearse."""
        for host in self._hosts:
            if host.facts.version != tool_version():
                raise UsageProblem(
                    f"the host {host.name} has pgrehearse {host.facts.version}, and not {tool_version()}",
                    remedy="install the same version on every host of the cluster",
                )

    def require_access(self, plan: ReplayPlan) -> None:
        """Raise ``UsageProblem`` if a host cannot connect to the targets of a plan: by their addresses, or without the files of the DSNs."""
        endpoints, here = endpoints_of(plan), network_of_this_process()
        own, names = own_addresses(endpoints), files_of_endpoints(endpoints)
        calls = [(host, host.submit("missing_files", names)) for host in self._hosts]
        for host, call in calls:
            if own and host.facts.network != here:
                raise UsageProblem(
                    f"{own[0]} is an address of this machine only: the host {host.name} would connect to itself",
                    remedy="use the address of the target at which all hosts of the cluster reach it",
                )
            if missing := call.result():
                raise UsageProblem(
                    f"the host {host.name} cannot read {', '.join(missing)}, which a DSN names",
                    remedy="copy the files to the same path on every host of the cluster",
                )

    def _keep_alive(self) -> None:
        """Call each actor from its creation on: one that has started waits for those that are still starting."""
        while not self._ended.wait(_ALIVE_S):
            clocks = tuple(self._clocks.values())
            for clock in clocks:
                clock.read_later()
            for actor in () if clocks else tuple(self._actors):
                with suppress(exceptions.RayError):
                    actor.clock.remote()

    def hand_out(self, task: Task, preparation: Preparation) -> None:
        """Bring the workload and the files of the preparation to each host, except a workload that a host reads at the same path or in S3."""
        self._run = task.run
        files = listed(task.workload)
        calls = [(host, host.submit("use_shared", origin(task.workload), files)) for host in self._hosts]
        without = [host for host, call in calls if not call.result()]
        for path in files_of(task.workload) if without else []:
            _hand_out(path, str(path.relative_to(task.workload)), WORKLOAD, without)
        for path in preparation_files(task.run, preparation):
            _hand_out(path, str(path.relative_to(task.run)), RUN_FILES, self._hosts)
        if self._place is not None:
            self._require_uploads(self._place.url)

    def _require_uploads(self, url: str) -> None:
        """Let each host put its parts in S3. Raises ``UsageProblem`` if one cannot."""
        for host, call in [(host, host.submit("upload_to", url)) for host in self._hosts]:
            if why := call.result():
                raise UsageProblem(
                    f"the host {host.name} cannot write to {url}: {why}",
                    remedy="give each host of the cluster the credentials and the network, or use a directory as -o",
                )

    def workers_of_each(self, workers: int) -> list[int]:
        """Return how many workers each host has: in proportion to its processors."""
        return worker_shares([self._processors[host.node] for host in self._hosts], workers)

    def deal(self, shards: Sequence[Sequence[list[SessionCopy]]]) -> dict[HostExecutor, Shards]:
        """Return which workers run on which host, and give each host those from which it may get transactions that have ended."""
        dealt: dict[HostExecutor, Shards] = {
            host: own for host, own in zip(self._hosts, numbered(shards), strict=True) if own
        }
        for call in [host.submit("set_others", [one for one in dealt if one is not host]) for host in dealt]:
            call.result()
        self._record(dealt)
        return dealt

    def read_clocks(self, task: Task) -> None:
        """Read the clock of each host, and the target's from each host. Raises ``HostLost``."""
        login, passwords = target_login(task), Passwords(task.plan.routing.password_command)
        clocks = {host: ClockReadings(host, login, passwords) for host in self._hosts}
        for clock in clocks.values():
            clock.start()
        self._clocks = clocks

    def _record(self, dealt: Mapping[HostExecutor, Shards]) -> None:
        """Record in the run where its parts will be: they can be collected if this process dies."""
        self._dealt = {host: sorted(dealt.get(host, ())) for host in self._hosts}
        if self._run is not None:
            hosts = [host.record(workers) for host, workers in self._dealt.items()]
            write_hosts_file(self._run, HostsFile(connected_address(), hosts))

    def begin(self, timeline: Timeline, *, paced: bool) -> bool:
        """Begin on all hosts at one instant: the time line is given to each by its own monotonic clock."""
        self._timeline = timeline
        if self._place is not None and self._run is not None:
            self._place.describe(self._run, _KNOWN_BEFORE, timeline.wall_start_us)
        calls = [host.submit("begin", clock.own(timeline), paced) for host, clock in self._clocks.items()]
        self._keeps = True
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

    def gather(self, run: Path) -> dict[HostExecutor, str]:
        """Copy the parts that the hosts have written to the directory *run*; return the hosts whose parts are missing, and why.

        Raises ``HarnessFailure`` if the disk is full: the parts stay on the hosts.
        """
        missing: dict[HostExecutor, str] = dict(gather_parts(self._dealt, run, self._place).items())
        self._hosts = [host for host in self._hosts if host not in missing]
        self._keeps = False
        (run / HOSTS_FILE).unlink(missing_ok=True)
        return missing

    def shutdown(self) -> None:
        """End all that runs on the hosts. Parts that were not gathered stay on them."""
        self._ended.set()
        for host in self._hosts:
            host.close(keep=self._keeps)
        if self._hosts:
            self._hosts, self._actors = [], []


def _hand_out(path: Path, name: str, kind: str, hosts: Sequence[RayHost]) -> None:
    """Copy a file to hosts, one piece at a time."""
    for piece in pieces(path):
        stored = ray.put(piece)
        for call in [host.submit("store", kind, name, stored) for host in hosts]:
            call.result()
