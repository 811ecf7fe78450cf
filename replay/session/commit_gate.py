"""The state of all transactions across all workers: which have ended, and which statements wait for which.

Theory of operation. A file that every worker maps has one byte for each writing transaction: 0 (it is running), ENDED, or
TIMED_OUT (a statement's wait for it timed out). A statement waits for the first so many of a table's writers
(``commit_order``); how many of them have ended is counted here when it is needed. Who has to wait is kept under the last
transaction it needs, and checks again when that ends: nobody polls. A transaction that another worker waits for is
marked so (a second byte), and the worker that ends it writes to the others' wakeup pipes; a slow poll covers what two processors
can miss of each other's writes. Each host of a cluster has such a file of its own: a worker writes each transaction that it ends to a pipe
of its host, which passes them to the other hosts (``cluster.order_broadcast``), and these note them in their files.
"""

from __future__ import annotations

import mmap
import os
import sys
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pgrehearse.base.artifact import disk_errors
from pgrehearse.replay.session.deadlines import Deadline
from pgrehearse.replay.session.lock_cycles import OrderedWait

ENDED, TIMED_OUT = 1, 2
_FLAGS = "flags"
# How often a worker whose statements wait for other workers checks without being woken.
POLL_S = 0.05
# A transaction that has ended, on the pipe of its host: its number and, in the two lowest bits, how it ended.
_END_BYTES, _HOW_BITS = 8, 2


@dataclass(frozen=True, slots=True)
class WakeupPipes:
    """How workers wake each other: a worker reads *own* and writes to *others*; it writes the transactions that it ends to *host*
    (None: the replay has no other host)."""

    own: Connection
    others: tuple[Connection, ...]
    host: Connection | None = None


def wake(pipes: Sequence[Connection]) -> None:
    """Write to wakeup pipes. No queue: one that holds a byte already wakes its worker anyway."""
    for pipe in pipes:
        try:
            os.write(pipe.fileno(), b"\0")
        except (BlockingIOError, BrokenPipeError):  # it is full; or its worker has ended
            continue


def make_flags(directory: Path, writers: int) -> None:
    """Write the shared bytes before any worker maps them: a disk that is full is reported now."""
    with disk_errors(directory):
        (directory / _FLAGS).write_bytes(bytes(2 * max(writers, 1)))


def map_flags(directory: Path) -> NDArray[np.uint8]:
    """Return the shared bytes, for ``note_ends``."""
    return np.memmap(directory / _FLAGS, np.uint8, "r+")


def note_ends(flags: NDArray[np.uint8], ends: bytes) -> bool:
    """Note transactions that ended on another host, and return whether a statement of this host waits for one of them.

    *ends*: what the workers of that host wrote to its pipe.
    """
    values = np.frombuffer(ends, np.int64)
    numbers = values >> _HOW_BITS
    np.maximum.at(flags, numbers, (values & ((1 << _HOW_BITS) - 1)).astype(np.uint8))  # TIMED_OUT remains
    return bool(flags[len(flags) // 2 + numbers].any())


def _pass_on(host: Connection, number: int, how: int) -> None:
    """Write a transaction that has ended to the pipe of the host. A pipe that is full blocks: no end may be missing."""
    with suppress(BrokenPipeError):  # the host's process has ended: the replay is being stopped
        os.write(host.fileno(), (number << _HOW_BITS | how).to_bytes(_END_BYTES, sys.byteorder))


class CommitGate:
    """One worker's view of the commit order, and its statements that wait. *pipes*: None for a replay of one worker."""

    def __init__(self, directory: Path, pipes: WakeupPipes | None) -> None:
        self.pipes = pipes
        of_table, firsts = np.load(directory / "of_table.npy"), np.load(directory / "firsts.npy")
        self._of_table: Sequence[int] = memoryview(of_table)
        self._firsts: list[int] = firsts.tolist()
        self._ended = [0] * len(self._firsts)
        with (directory / _FLAGS).open("r+b") as file:
            self._flags = mmap.mmap(file.fileno(), 0)
        self._foreign = len(self._flags) // 2
        self._waiting: dict[int, list[Deadline]] = {}
        self._to_call: deque[Deadline] | None = None
        # The waits of this worker's sessions, held back or not.
        self.waits: list[OrderedWait] = []
        self._owners = [np.load(directory / f"{name}.npy", mmap_mode="r") for name in ("sessions", "transactions")]

    def blocker(self, waits: list[int]) -> int:
        """Return a transaction that has to end first (the last that is known to be needed), or -1: none.

        *waits*: pairs of a table and how many of its writers have to have ended.
        """
        ended, flags, of_table = self._ended, self._flags, self._of_table
        for k in range(0, len(waits), 2):
            table, needed = waits[k], waits[k + 1]
            count = ended[table]
            if count >= needed:
                continue
            first = self._firsts[table]
            last = of_table[first + needed - 1]
            if not flags[last]:
                return last
            while count < needed and flags[of_table[first + count]]:
                count += 1
            ended[table] = count
            if count < needed:
                return of_table[first + count]
        return -1

    def wait(self, number: int, waiter: Deadline) -> bool:
        """Have *waiter* called when a transaction has ended; False: it has ended already."""
        if self.pipes is not None:
            self._flags[self._foreign + number] = 1
            if self._flags[number]:
                return False
        self._waiting.setdefault(number, []).append(waiter)
        return True

    def forget(self, number: int, waiter: Deadline) -> None:
        """Do not call *waiter* when a transaction ends: it continues without waiting for that."""
        self._waiting[number] = [one for one in self._waiting.get(number, []) if one is not waiter]

    def end(self, number: int, now: int, how: int = ENDED) -> None:
        """Note that a transaction has ended, and call those that waited for it."""
        if self._flags[number] != TIMED_OUT:
            self._flags[number] = how
        if self.pipes is not None:
            if self._flags[self._foreign + number]:
                wake(self.pipes.others)
            if self.pipes.host is not None:
                _pass_on(self.pipes.host, number, self._flags[number])
        if number in self._waiting:
            self._call(self._waiting.pop(number), now)

    def check_waiting(self, now: int) -> None:
        """Call those whose transactions have ended in other workers."""
        for number in [number for number in self._waiting if self._flags[number]]:
            self._call(self._waiting.pop(number, []), now)

    def is_timed_out(self, number: int) -> bool:
        """Return whether a statement's wait for a transaction timed out."""
        return self._flags[number] == TIMED_OUT

    def owner(self, number: int) -> tuple[int, int]:
        """Return a transaction's session, and its number there."""
        return int(self._owners[0][number]), int(self._owners[1][number])

    def clear(self) -> None:
        """Forget all that wait: the replay is being stopped."""
        self._waiting.clear()

    def _call(self, waiters: list[Deadline], now: int) -> None:
        """Call them; what they cause to be called comes after them, not inside them (the stack does not grow)."""
        if self._to_call is not None:
            self._to_call += waiters
            return
        self._to_call = deque(waiters)
        try:
            while self._to_call:
                self._to_call.popleft().proceed(now)
        finally:
            self._to_call = None


def release_sessions(directory: Path, sessions: Sequence[int]) -> None:
    """Mark every transaction of the sessions of a worker that died as ended, so that nobody waits for them."""
    owners = np.load(directory / "sessions.npy")
    with (directory / _FLAGS).open("r+b") as file, mmap.mmap(file.fileno(), 0) as flags:
        for number in np.flatnonzero(np.isin(owners, np.asarray(sessions))).tolist():
            flags[number] = flags[number] or ENDED
