"""Whose turn it is: statements held back until the transactions before theirs have ended, across all workers.

Theory of operation. One byte a writing transaction lies in a file that every worker maps: 0 (it goes on), ENDED, or
GIVEN_UP (somebody waited for it too long). A statement waits for the first so many of a table's writers
(``precedence``); how far each table has come is counted here as it is asked. Who has to wait is kept under the last
transaction it needs, and looks again when that ends: nobody polls. A transaction that another worker waits for is
marked so (a second byte), and the worker that ends it rings the others' bells; a slow pulse covers what two processors
can miss of each other's writes.
"""

from __future__ import annotations

import mmap
import os
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

import numpy as np

from pgrehearse.base.artifact import disk_errors

ENDED, GIVEN_UP = 1, 2
_FLAGS = "turns"
# How often a worker whose statements wait for other workers looks without being called.
PULSE_S = 0.05


class Waiter(Protocol):
    """Who waits: it is asked to go on when its turn may have come."""

    def proceed(self, now: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Bells:
    """How workers call each other: *own* is heard, *others* are rung."""

    own: Connection
    others: tuple[Connection, ...]


def ring(bells: Sequence[Connection]) -> None:
    """Ring them. No queue: a bell that rings already is full."""
    for bell in bells:
        try:
            os.write(bell.fileno(), b"\0")
        except (BlockingIOError, BrokenPipeError):  # it rings already; or nobody is there to hear
            continue


def make_flags(directory: Path, writers: int) -> None:
    """Lay the shared bytes down before any worker maps them: a disk that is full says so now."""
    with disk_errors(directory):
        (directory / _FLAGS).write_bytes(bytes(2 * max(writers, 1)))


class Turns:
    """What one worker knows of the order, and who of its own waits."""

    def __init__(self, directory: Path, bells: Bells | None) -> None:
        self._bells = bells
        of_table, firsts = np.load(directory / "of_table.npy"), np.load(directory / "firsts.npy")
        self._of_table: Sequence[int] = memoryview(of_table)
        self._firsts: list[int] = firsts.tolist()
        self._come = [0] * len(self._firsts)
        with (directory / _FLAGS).open("r+b") as file:
            self._flags = mmap.mmap(file.fileno(), 0)
        self._foreign = len(self._flags) // 2
        self._waiting: dict[int, list[Waiter]] = {}
        self._called: deque[Waiter] | None = None
        self._owners = [np.load(directory / f"{name}.npy", mmap_mode="r") for name in ("sessions", "transactions")]

    def blocker(self, waits: list[int]) -> int:
        """Return a transaction that has to end first (the last that is known to be needed), or -1: go on.

        *waits*: pairs of a table and how many of its writers have to be over.
        """
        come, flags, of_table = self._come, self._flags, self._of_table
        for k in range(0, len(waits), 2):
            table, needed = waits[k], waits[k + 1]
            place = come[table]
            if place >= needed:
                continue
            first = self._firsts[table]
            last = of_table[first + needed - 1]
            if not flags[last]:
                return last
            while place < needed and flags[of_table[first + place]]:
                place += 1
            come[table] = place
            if place < needed:
                return of_table[first + place]
        return -1

    def wait(self, number: int, waiter: Waiter) -> bool:
        """Have *waiter* proceed once a transaction has ended; False if it has meanwhile."""
        if self._bells is not None:
            self._flags[self._foreign + number] = 1
            if self._flags[number]:
                return False
        self._waiting.setdefault(number, []).append(waiter)
        return True

    def ended(self, number: int, now: int, how: int = ENDED) -> None:
        """Note that a transaction is over, and have those that waited for it go on."""
        if self._flags[number] != GIVEN_UP:
            self._flags[number] = how
        if self._bells is not None and self._flags[self._foreign + number]:
            ring(self._bells.others)
        if number in self._waiting:
            self._call(self._waiting.pop(number), now)

    def heard(self, now: int) -> None:
        """Somebody rang: look which of the awaited transactions have ended elsewhere."""
        for number in [number for number in self._waiting if self._flags[number]]:
            self._call(self._waiting.pop(number, []), now)

    def gave_up(self, number: int) -> bool:
        """Say whether somebody waited for a transaction too long."""
        return self._flags[number] == GIVEN_UP

    def owner(self, number: int) -> tuple[int, int]:
        """Return whose a transaction is: its session, and its number there."""
        return int(self._owners[0][number]), int(self._owners[1][number])

    def dismiss(self) -> None:
        """Forget who waits: the replay is being stopped."""
        self._waiting.clear()

    def _call(self, waiters: list[Waiter], now: int) -> None:
        """Have them go on; who is called by what they do comes after them, not inside (no depth grows)."""
        if self._called is not None:
            self._called += waiters
            return
        self._called = deque(waiters)
        try:
            while self._called:
                self._called.popleft().proceed(now)
        finally:
            self._called = None


def release(directory: Path, sessions: Sequence[int]) -> None:
    """Mark every transaction of sessions that are gone (their worker died) as over, so that nobody waits for them."""
    owners = np.load(directory / "sessions.npy")
    with (directory / _FLAGS).open("r+b") as file, mmap.mmap(file.fileno(), 0) as flags:
        for number in np.flatnonzero(np.isin(owners, np.asarray(sessions))).tolist():
            flags[number] = flags[number] or ENDED
