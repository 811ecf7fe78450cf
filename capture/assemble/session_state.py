"""Sessions are numbered, and their state is kept from one block to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats.records import AGAIN, BY_PROCESS
from pgrehearse.workload.arrays import Ints

# A session takes 1.4 kB of memory at the end (measured with a million): this many are 4 GB.
MOST_SESSIONS = 3_000_000
# The end of a session's last event, if it has had no event.
NEVER = np.iinfo(np.int64).min


def require_few_sessions(count: int) -> None:
    """Raise ``BadInput`` for more than ``MOST_SESSIONS`` sessions."""
    if count > MOST_SESSIONS:
        raise BadInput(
            f"more than {MOST_SESSIONS:,} sessions",
            remedy="capture a part: of the time (--since, --until), or of the users or databases (--user, --database)",
        )


class ProcessNumbers:
    """Counts how often each process number was used, for sessions that are identified by nothing else."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()
        self._names: dict[str, tuple[str, str]] = {}  # the last user and database of each
        self._over: set[str] = set()  # those whose session has ended

    def count(self, process: str, names: tuple[str, str] | None, *, over: bool, again: bool) -> int:
        """Return how often a process number was used before this block.

        A session that continues from the block before, but had ended or has other *names*, is a new one. *over*: the
        session ends in this block; *again*: it is not the first of its process number in this block.
        """
        other = self._names.get(process, names) != (names or self._names.get(process))
        if not again and (process in self._over or other):
            self._used[process] += 1
            again = True
        if names is not None:
            self._names[process] = names
        elif again:
            self._names.pop(process, None)
        (self._over.add if over else self._over.discard)(process)
        return self._used[process]

    def add(self, used: Counter[str]) -> None:
        """Add how often each process number was used again in a block."""
        self._used.update(used)


class Sessions:
    """Numbers sessions in order of appearance and keeps, per session, the state that the next block needs."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[str, str], int] = {}
        self.instances: list[str] = []
        self._processes = ProcessNumbers()
        self.open = np.zeros(0, dtype=np.bool_)
        self.failed = np.zeros(0, dtype=np.bool_)
        self.empty = np.zeros(0, dtype=np.bool_)
        self._begun = np.zeros(0, dtype=np.bool_)  # whether it had an event
        self.transactions = np.zeros(0, dtype=np.int64)
        self.events = np.zeros(0, dtype=np.int64)
        self.end_us = np.zeros(0, dtype=np.int64)
        self.vxid: dict[int, tuple[str, int]] = {}

    def number(
        self,
        session_ids: list[str],
        instance: str = "",
        names: Mapping[int, tuple[str, str]] = MappingProxyType({}),
        over: Container[int] = (),
    ) -> NDArray[np.int32]:
        """Return the session number of each session id. The same id of another *instance* is another session.

        If only processes are known, another user is another session. *names*: user and database by the place of the id,
        as far as they are known; *over*: the places of sessions that have ended.
        """
        numbers: list[int] = []
        reused: Counter[str] = Counter()
        for place, text in enumerate(session_ids):
            name = text
            if text.startswith(BY_PROCESS):
                process, _, again = text.partition(AGAIN)
                key, count = instance + process, int(again or 0)
                before = self._processes.count(key, names.get(place), over=place in over, again=bool(again))
                name = f"{process}{AGAIN}{before + count}"
                reused[key] = max(reused[key], count)
            number = self.numbers.get((instance, name))
            if number is None:
                number = self.numbers[instance, name] = len(self.numbers)
                self.instances.append(instance)
            numbers.append(number)
        require_few_sessions(len(self.numbers))
        self._processes.add(reused)
        self._grow()
        return np.array(numbers, dtype=np.int32)

    def opened_by(self, sessions: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return those of a block's sessions that had no event before, in order of their numbers."""
        in_block = np.unique(sessions)
        fresh = in_block[~self._begun[in_block]]
        self._begun[fresh] = True
        return fresh

    def forget_end(self, session: Ints, assumed_us: Ints) -> None:
        """Forget when sessions' last events ended, if no record shows it: the ends were assumed (*assumed_us*)."""
        last = (self.end_us[session] == assumed_us) & (self.events[session] == 1)
        self.end_us[session[last]] = NEVER

    def _grow(self) -> None:
        missing = len(self.numbers) - len(self.open)
        if missing > 0:
            size = max(missing, len(self.open))
            self.open, self.failed, self.empty, self._begun = (
                np.append(a, np.zeros(size, dtype=np.bool_)) for a in (self.open, self.failed, self.empty, self._begun)
            )
            self.transactions, self.events = (
                np.append(a, np.zeros(size, dtype=np.int64)) for a in (self.transactions, self.events)
            )
            self.end_us = np.append(self.end_us, np.full(size, NEVER))
