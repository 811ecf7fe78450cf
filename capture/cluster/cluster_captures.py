"""The servers of a workload are captured on the hosts of a Ray cluster, side by side."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import Any, Self

import ray
from ray import exceptions
from ray.util.placement_group import PlacementGroup, remove_placement_group

from pgrehearse.base.artifact import fresh
from pgrehearse.base.cluster.actor_calls import (
    ActorCalls,
    able_nodes,
    create_actor,
    distinct_names,
    placed,
    remove_folder,
    reserve,
)
from pgrehearse.base.cluster.host_lost import HostLost
from pgrehearse.base.cluster.pieces import copy_pieces
from pgrehearse.base.cluster.ray_connection import connect
from pgrehearse.base.errors import PgrehearseError, UsageProblem
from pgrehearse.base.version import tool_version
from pgrehearse.capture.captured_server import CapturedServer
from pgrehearse.capture.cluster.host_capture import CaptureFailure, CaptureHost, HostCapture
from pgrehearse.capture.cluster.located_logs import LocatedLog, located, require_readable
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.server_logs import ServerLogs
from pgrehearse.capture.servers import Progress
from pgrehearse.workload.event_numbers import EventNumbers
from pgrehearse.workload.event_parts import part_path

# The processors that a capture of one server uses, if a host has them: one reads and assembles, others parse.
_PROCESSORS = 2
# How often each host is called, so that it does not take the coordinator for lost (``host_capture.LEASE_S``).
_ALIVE_S = 0.5
# How long a host may take to stop and to remove its files.
_CLOSED_S = 5.0
# So many parts are copied at the same time.
_COPIES = 2


class CapturingHost(ActorCalls):
    """One host: its actor (``HostCapture``), its name, the identifier of its *node*, and the *folder* of its files."""

    def __init__(self, actor: Any, node: str, name: str, folder: str) -> None:
        super().__init__(actor, node, name)
        self._folder = folder

    def _return(self, value: Any, result: Future[Any]) -> None:
        """Give the result of a method to its future; a ``CaptureFailure`` becomes the error that it is."""
        if isinstance(value, CaptureFailure):
            result.set_exception(value.error(self.name))
        else:
            result.set_result(value)

    def end_after(self, closing: Future[Any]) -> None:
        """End the actor when it has stopped its captures and removed its files; remove them if it cannot do that itself."""
        try:
            closing.result(timeout=_CLOSED_S)
        except (HostLost, TimeoutError):
            self.end()
            remove_folder(self.node, self._folder)
        self.end()


class ClusterCaptures:
    """The captures of the servers of one workload on a cluster. Use it in a ``with`` block: at its end nothing is left running.

    *address*: of the cluster, or ``auto``. Raises ``UsageProblem`` if there is no such cluster.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._group: PlacementGroup | None = None
        self._actors: list[Any] = []
        self._hosts: list[CapturingHost] = []
        self._host_of: dict[int, CapturingHost] = {}
        self._ended = threading.Event()
        self._keeper = threading.Thread(target=self._keep_alive, daemon=True)

    def __enter__(self) -> Self:
        connect(self._address)
        self._keeper.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.abandon()
        self._keeper.join()
        ray.shutdown()

    def capture(
        self, servers: Sequence[ServerLogs], options: CaptureOptions, progress: Progress | None
    ) -> list[CapturedServer]:
        """Read the logs of each server on one of the hosts: the next largest one on each host that is free.

        Raises ``UsageProblem`` if a host cannot read a log or has another version of pgrehearse, ``HostLost``, and the errors of a capture.
        """
        logs = [located(server) for server in servers]
        self._hosts = self._placed(len(servers))
        self._require_readable(logs)
        # The logs have closures that cannot be sent. The catalog is large: it is stored once. The key of the redaction is not stored.
        stored = ray.put(replace(options, paths=(), output=Path(), redaction=None))
        waiting = deque(sorted(range(len(servers)), key=lambda number: -servers[number].size_bytes))
        free = deque(self._hosts)
        running: dict[Future[Any], tuple[int, CapturingHost]] = {}
        captured: dict[int, CapturedServer] = {}
        total = sum(server.size_bytes for server in servers)
        while waiting or running:
            while waiting and free:
                number, host = waiting.popleft(), free.popleft()
                self._host_of[number] = host
                running[host.submit("capture", number, logs[number], stored, options.redaction)] = number, host
            for call in wait(running, timeout=_ALIVE_S, return_when=FIRST_COMPLETED).done:
                number, host = running.pop(call)
                captured[number] = call.result()
                free.append(host)
            self._report(progress, total)
        return [captured[number] for number in range(len(servers))]

    def _report(self, progress: Progress | None, total: int) -> None:
        if progress is not None:
            progress(sum(int(call.result()) for call in [host.submit("read_bytes") for host in self._hosts]), total)

    def write_parts(self, numbers: Sequence[EventNumbers], folder: Path) -> None:
        """Write the events of each server on its host, and copy them to *folder*."""
        written: list[Future[dict[str, int]]] = [Future() for _ in numbers]
        following = 0
        with (
            ThreadPoolExecutor(len(self._hosts)) as writers,
            ThreadPoolExecutor(_COPIES) as copiers,
            ExitStack() as undo,
        ):
            undo.callback(self.abandon)  # so that no thread waits for a host after an error
            for host in self._hosts:
                writers.submit(self._write_on, host, numbers, written)
            for server, parts in enumerate(written):
                copies = [
                    copiers.submit(self._copy, server, name, size, part_path(folder, following + place))
                    for place, (name, size) in enumerate(parts.result().items())
                ]
                following += len(copies)
                for copy in copies:
                    copy.result()
            undo.pop_all()

    def _write_on(
        self, host: CapturingHost, numbers: Sequence[EventNumbers], written: list[Future[dict[str, int]]]
    ) -> None:
        """Write the events of one server after the other on a host: an error is the result of this one and those after it."""
        for server in [server for server in range(len(numbers)) if self._host_of[server] is host]:
            try:
                written[server].set_result(host.call("write_parts", server, numbers[server]))
            except PgrehearseError as error:
                written[server].set_exception(error)

    def _copy(self, server: int, name: str, size: int, path: Path) -> None:
        """Copy one part from its host."""
        host = self._host_of[server]
        with fresh(path) as working, working.open("wb") as file:
            copy_pieces(partial(host.call, "piece", server, name), size, file)

    def _placed(self, servers: int) -> list[CapturingHost]:
        """Create an actor on each host that is used: no more than there are servers."""
        able = able_nodes()
        count = min(len(able), servers)
        processors = min(_PROCESSORS, *(int(node["Resources"]["CPU"]) for node in able))
        self._group = reserve(count, processors)
        used = placed(self._group, count, processors, remedy="end what runs on it, or add hosts")
        token = token_hex(8)
        for number, node in enumerate(used):
            self._actors.append(create_actor(HostCapture, node, f"{token}-{number}", token))
        addresses = {node["NodeID"]: str(node["NodeManagerAddress"]) for node in able}
        calls = [
            ActorCalls(actor, node, addresses[node]).submit("facts")
            for actor, node in zip(self._actors, used, strict=True)
        ]
        facts: list[CaptureHost] = [call.result() for call in calls]
        names = distinct_names([one.name for one in facts], [addresses[node] for node in used])
        for name, one in zip(names, facts, strict=True):
            if one.version != tool_version():
                raise UsageProblem(
                    f"the host {name} has pgrehearse {one.version}, and not {tool_version()}",
                    remedy="install the same version on every host of the cluster",
                )
        folders = [one.folder for one in facts]
        return [CapturingHost(*one) for one in zip(self._actors, used, names, folders, strict=True)]

    def _require_readable(self, logs: Sequence[Sequence[LocatedLog]]) -> None:
        """Raise ``UsageProblem`` unless each host reads the same logs: a server is captured on whichever host is free."""
        every = [log for server in logs for log in server]
        for host, call in [(host, host.submit("unreadable", every)) for host in self._hosts]:
            require_readable(host.name, call.result())

    def _keep_alive(self) -> None:
        """Call each actor from its creation on."""
        while not self._ended.wait(_ALIVE_S):
            for actor in tuple(self._actors):
                with suppress(exceptions.RayError):
                    actor.read_bytes.remote()

    def abandon(self) -> None:
        """End all that runs on the hosts, and remove their files."""
        self._ended.set()
        closings = [(host, host.submit("close")) for host in self._hosts]
        for host, closing in closings:
            host.end_after(closing)
        if not self._hosts:  # nothing of the actors is on a disk
            for actor in self._actors:
                with suppress(exceptions.RayError):
                    ray.kill(actor)
        if self._group is not None:
            remove_placement_group(self._group)
        self._hosts, self._actors, self._group = [], [], None
