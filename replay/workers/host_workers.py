"""The worker processes of one host: started, made ready, begun at one instant, watched, stopped.

The coordinator calls these methods through a ``HostExecutor``: in its own process for this machine, in an actor for a host of a cluster.
"""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import Future
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from pgrehearse.base.clock import Timeline
from pgrehearse.base.cluster.host_lost import HostLost as HostLost
from pgrehearse.base.errors import HarnessFailure
from pgrehearse.replay.prepare.session_selection import SessionCopy
from pgrehearse.replay.prepare.spool import Preparation
from pgrehearse.replay.session.commit_gate import WakeupPipes, map_flags, note_ends, release_sessions, wake
from pgrehearse.replay.workers.cpu_idle import idle_states_disabled
from pgrehearse.replay.workers.worker import Progress, Task, work

# How workers are started: a new interpreter each, because this process has threads.
CONTEXT: SpawnContext | ForkServerContext = multiprocessing.get_context("spawn")
# How long a call for messages waits for the first of them.
MESSAGES_S = 0.2


@dataclass(frozen=True, slots=True)
class WorkerFailure:
    """The error that ended a worker: the name of its class, what is wrong, and what to do."""

    kind: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Ended:
    """A worker has ended: as it should, with a *failure*, or *lost*: its process died."""

    worker: int
    failure: WorkerFailure | None = None
    lost: bool = False


Message = Progress | Ended


class HostExecutor(Protocol):
    """Calls the methods of the ``HostWorkers`` of one host, in the shape of ``concurrent.futures``. *name*: of the host."""

    name: str

    def submit(self, method: str, *args: object) -> Future[Any]:
        """Call a method of the host's workers. The future raises ``HostLost`` if the host cannot be reached."""
        ...

    def shutdown(self) -> None:
        """End all that was started on the host."""
        ...


class HostWorkers:
    """The workers of one host."""

    def __init__(self) -> None:
        self._task: Task | None = None
        self._processes: dict[int, BaseProcess] = {}
        self._pipes: dict[int, Connection] = {}
        self._open: dict[Connection, int] = {}
        self._wakeup: list[Connection] = []
        self._flags: NDArray[np.uint8] | None = None
        self._resources = ExitStack()

    def start(
        self,
        task: Task,
        preparation: Preparation,
        shards: dict[int, list[SessionCopy]],
        ends: Connection | None = None,
    ) -> None:
        """Start a worker for each shard, by its number, and wait until all are ready. Raises ``HarnessFailure`` if one fails.

        Each worker reads its own wakeup pipe and writes to those of the others. *ends*: the pipe to which workers write the transactions that they
        end (None: the replay has no other host).
        """
        # The preparation is an argument of its own: the rest of a task is small, and is sent to another host without being stored.
        self._task = task = replace(task, preparation=preparation)
        if ends is not None and preparation.order is not None:
            self._flags = map_flags(preparation.order)
        pipes = {number: CONTEXT.Pipe(duplex=False) for number in shards}
        self._wakeup = [writer for _, writer in pipes.values()]
        for writer in self._wakeup:
            os.set_blocking(writer.fileno(), False)
        for number, copies in shards.items():
            own, own_writer = pipes[number]
            others = tuple(writer for writer in self._wakeup if writer is not own_writer)
            wakeup = WakeupPipes(own, others, ends) if others or ends is not None else None
            self._start_worker(replace(task, copies=copies, worker=number), wakeup)
        for number in shards:
            self._wait_until_ready(number)

    def _start_worker(self, task: Task, wakeup: WakeupPipes | None) -> None:
        parent_end, worker_end = CONTEXT.Pipe()
        process = CONTEXT.Process(target=work, args=(task, worker_end, wakeup), daemon=True)
        process.start()
        worker_end.close()
        self._processes[task.worker], self._pipes[task.worker] = process, parent_end
        self._open[parent_end] = task.worker

    def _wait_until_ready(self, number: int) -> None:
        try:
            message = self._pipes[number].recv()
        except EOFError:
            code = self._processes[number].exitcode
            message = (
                HarnessFailure.__name__,
                f"a worker died during its preparation (exit code {code})",
                "check that memory and disk space are sufficient",
            )
        if message != "ready":
            self.kill()
            raise HarnessFailure(message[1], remedy=message[2])

    def begin(self, timeline: Timeline, paced: bool) -> bool:
        """Begin the replay by this host's time line; *paced*: disable the processors' idle states. Return whether they are disabled."""
        awake = self._resources.enter_context(idle_states_disabled()) if paced else False
        for pipe in self._pipes.values():
            with suppress(BrokenPipeError):  # a worker that died is found by ``messages``
                pipe.send(timeline)
        return awake

    def messages(self) -> list[Message]:
        """Return what workers reported: at once if there is something, after 0.2 s if there is nothing."""
        return [
            message
            for ready in wait(list(self._open), timeout=MESSAGES_S)
            if isinstance(ready, Connection) and (message := self._message(ready)) is not None
        ]

    def _message(self, pipe: Connection) -> Message | None:
        number = self._open[pipe]
        try:
            message: Any = pipe.recv()
        except (EOFError, OSError):
            del self._open[pipe]
            return Ended(number, lost=True)
        if isinstance(message, Progress):
            return message
        del self._open[pipe]
        return Ended(number) if message == "done" else Ended(number, WorkerFailure(*message))

    def release(self, sessions: list[int]) -> None:
        """Let no statement on this host wait for the transactions of *sessions*: their worker died."""
        order = self._task.preparation.order if self._task is not None else None
        if order is not None and order.exists():
            release_sessions(order, sessions)
            wake(self._wakeup)

    def note_ends(self, ends: bytes) -> None:
        """Note transactions that ended on another host (``commit_gate.note_ends``), and wake the workers whose statements wait for them."""
        if self._flags is not None and note_ends(self._flags, ends):
            wake(self._wakeup)

    def stop(self) -> None:
        """Ask every worker to end now: what is left is recorded as unsent."""
        for number, process in self._processes.items():
            with suppress(BrokenPipeError):  # a worker that is ending reads nothing more
                if process.is_alive():
                    self._pipes[number].send("stop")

    def join(self) -> None:
        """Wait until every worker process has ended, 10 seconds each at most, and enable the processors' idle states again."""
        self._resources.close()
        for process in self._processes.values():
            process.join(timeout=10)

    def kill(self) -> None:
        """End every worker at once, and enable the processors' idle states again."""
        for process in self._processes.values():
            if process.is_alive():
                process.kill()
        self._resources.close()


class LocalHost:
    """This machine as the only host: each method is called at once, and its future is done."""

    def __init__(self, name: str = "") -> None:
        self.name = name
        self._workers = HostWorkers()

    def submit(self, method: str, *args: object) -> Future[Any]:
        """Call a method of the workers in this thread."""
        future: Future[Any] = Future()
        try:
            future.set_result(getattr(self._workers, method)(*args))
        except HarnessFailure as error:
            future.set_exception(error)
        return future

    def shutdown(self) -> None:
        """End the workers."""
        self._workers.kill()
