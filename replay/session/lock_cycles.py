"""Waits that can only time out: a statement waits for a transaction that itself waits for a lock of the statement's transaction.

The server does not detect such a deadlock, because the statement has not been sent. It occurs where a replay locks other rows than
production did (a queue with SKIP LOCKED), or where the log inverted a pair of transactions. Statements that were held back at two
checks in sequence are suspected; only then the server is asked which sessions block which others (``pg_blocking_pids``). One wait of
each cycle is ended. Only cycles within one worker are found; others end by ``--sync-timeout``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from graphlib import CycleError, TopologicalSorter
from typing import Protocol

from psycopg import pq

from pgrehearse.base.application_names import LOCKS
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session.login import Login, prove_identity

CHECK_S = 0.1
# pg_locks is readable for every role.
_BLOCKED = b"""
select pid, array_to_string(pg_catalog.pg_blocking_pids(pid), ',')
from (select distinct pid from pg_catalog.pg_locks where not granted) blocked
"""


@dataclass(frozen=True, slots=True)
class WaitState:
    """*number*: of the captured session; *seq*: of its statement that is, or was, held back (-1: none); *waits_for*: the session of the
    transaction that it is held back for (-1: it is not held back); *backend_pid*: of its connection (0: it has none)."""

    number: int
    seq: int
    waits_for: int
    backend_pid: int
    login: Login | None

    @property
    def key(self) -> tuple[int, int]:
        return self.number, self.seq


class OrderedWait(Protocol):
    """The wait of one session for transactions of others. *held*: a statement is held back."""

    @property
    def held(self) -> bool: ...
    def state(self) -> WaitState: ...
    def end_in_cycle(self, now: int) -> None: ...


def cycles(edges: Mapping[int, Iterable[int]]) -> list[list[int]]:
    """Return cycles until none is left when one edge of each is removed; *edges*: from each node to the nodes that it waits for.

    >>> cycles({1: [2], 2: [3], 3: [1], 4: [1]})
    [[1, 2, 3]]
    """
    left = {node: set(after) for node, after in edges.items()}
    found: list[list[int]] = []
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            # The error has each node with the one before it, the first one at both ends.
            cycle = list(reversed(error.args[1][1:]))
            least = cycle.index(min(cycle))
            found.append(cycle[least:] + cycle[:least])
            left[cycle[-1]].discard(cycle[0])
            continue
        return found


@dataclass
class LockCycles:
    """Finds and ends such waits among the *waits* of one worker's sessions. *now*: the instant on the time line."""

    waits: Sequence[OrderedWait]
    passwords: Passwords
    now: Callable[[], int]
    _suspected: set[tuple[int, int]] = field(default_factory=set)

    async def watch(self) -> None:
        """Check until it is canceled."""
        while True:
            await asyncio.sleep(CHECK_S)
            await self.check()

    async def check(self) -> None:
        """End one wait of each cycle of statements that were held back at the check before, too."""
        held = [wait.state() for wait in self.waits if wait.held]
        before, self._suspected = self._suspected, {state.key for state in held}
        stuck = [state for state in held if state.key in before]
        logins = {(one.login.endpoint.host, one.login.endpoint.port): one.login for one in stuck if one.login}
        blocked: dict[int, list[int]] = {}
        for login in logins.values():
            blocked |= await asyncio.to_thread(read_blocked, login, self.passwords)
        if blocked:
            self._end({state.key for state in stuck}, blocked)

    def _end(self, stuck: set[tuple[int, int]], blocked: Mapping[int, list[int]]) -> None:
        """End one wait of each cycle; sessions that went on while the server was asked are not part of one."""
        states = {(state := wait.state()).number: (wait, state) for wait in self.waits}
        held = {number: state for number, (_, state) in states.items() if state.waits_for >= 0 and state.key in stuck}
        of_pid = {state.backend_pid: number for number, (_, state) in states.items() if state.backend_pid}
        edges = {number: {state.waits_for} for number, state in held.items()}
        for pid, blockers in blocked.items():
            if pid in of_pid:
                edges.setdefault(of_pid[pid], set()).update(of_pid[one] for one in blockers if one in of_pid)
        for cycle in cycles(edges):
            waiting = next((number for number in cycle if number in held), None)
            if waiting is not None:  # else it is a deadlock within the server, which ends it
                states[waiting][0].end_in_cycle(self.now())


def read_blocked(login: Login, passwords: Passwords) -> dict[int, list[int]]:
    """Return the process ids of the sessions of a server that wait for a lock, each with those that block it ({}: it cannot be asked)."""
    login = replace(login, application=LOCKS)
    pg = pq.PGconn.connect(login.conninfo(passwords))
    try:
        if pg.status != pq.ConnStatus.OK or prove_identity(pg, login) is None:
            return {}
        result = pg.exec_(_BLOCKED)
        if result.status != pq.ExecStatus.TUPLES_OK:
            return {}
        rows = ((result.get_value(row, 0), result.get_value(row, 1)) for row in range(result.ntuples))
        return {
            int(pid): [int(one) for one in blockers.split(b",") if one] for pid, blockers in rows if pid and blockers
        }
    finally:
        pg.finish()
