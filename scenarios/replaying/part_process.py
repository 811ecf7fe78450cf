"""One of several replays that begin at the same instant: a process of its own, which exchanges values with its parent over a pipe.

A replay handles signals and runs event loops, which only the main thread of a process can do. Out: the step that runs, progress, notes, the
earliest instant at which it can begin, and how it ended. In: the instant at which all begin, and ``STOP``, which has the effect of Ctrl-C.
"""

from __future__ import annotations

import os
import queue
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection

from pgrehearse.base.failures import Failure, failure_of
from pgrehearse.base.progress import SILENT, Stage
from pgrehearse.replay.workers.worker import Progress
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse

STOP = "stop"


@dataclass(frozen=True, slots=True)
class StepBegins:
    """A step of the replay begins."""

    name: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the replay, for its user."""

    text: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything is prepared; the replay can begin at *earliest_us* (wall clock) or later."""

    earliest_us: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The replay has ended. *failure*: why it has no complete run (None: it has)."""

    failure: Failure | None = None


Message = StepBegins | Note | Prepared | Ended | Progress


@dataclass
class _Parent:
    """The parent as one replay uses it (``pgrehearse.base.progress.Stages``)."""

    pipe: Connection
    over: bool = False
    instants: queue.SimpleQueue[int] = field(default_factory=queue.SimpleQueue)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def send(self, message: Message) -> None:
        """Send a message; a parent that has ended gets none."""
        with self._lock, suppress(BrokenPipeError):
            self.pipe.send(message)

    @contextmanager
    def stage(self, name: str, *, unit: str = "", seconds: float = 0.0) -> Iterator[Stage]:
        """Report a step that begins, and run the block."""
        self.send(StepBegins(name))
        with SILENT.stage(name, unit=unit, seconds=seconds) as stage:
            yield stage

    def agreed(self, earliest_us: int) -> int:
        """Return the instant at which all replays begin."""
        self.send(Prepared(earliest_us))
        return self.instants.get()

    def listen(self) -> None:
        """Take messages until the parent ends; its end stops the replay, as ``STOP`` does."""
        while True:
            try:
                message = self.pipe.recv()
            except (EOFError, OSError):
                message = None
            if isinstance(message, int):
                self.instants.put(message)
                continue
            if not self.over:
                os.kill(os.getpid(), signal.SIGINT)
            if message is None:
                return

    def end(self, failure: Failure | None = None) -> None:
        """Report how the replay has ended. From now on the parent interrupts nothing."""
        self.over = True
        self.send(Ended(failure))


def replay_part(rehearsal: Rehearsal, pipe: Connection) -> None:
    """Run one replay to its end; the process's entry point."""
    os.setpgrp()  # Ctrl-C of the terminal reaches the parent only, which decides what it means
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # one that reached this process before is discarded
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    signal.signal(signal.SIGINT, signal.default_int_handler)
    parent = _Parent(pipe)
    rehearsal = replace(rehearsal, agreed=parent.agreed, note=lambda text: parent.send(Note(text)))
    try:
        threading.Thread(target=parent.listen, name="parent", daemon=True).start()
        rehearse(rehearsal, parent.send, parent)
    except BaseException as error:  # noqa: BLE001 (the parent shows every end of this process to the user)
        parent.end(failure_of(error))
    else:
        parent.end()
