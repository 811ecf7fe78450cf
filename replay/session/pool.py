"""Transactions of sessions that share connections, as a pooler's clients do: dealt out as they come due.

A pooler's server connection carries strangers' transactions one after the other; replayed as one session they would
wait for each other. So the transaction is the unit here: whichever connection is free takes the next one. What waits
is a place in a sorted table, not a queue that grows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import polars as pl

if TYPE_CHECKING:
    from pgrehearse.replay.session.session import Session


class Pool:
    """The transactions of one user and database, in the order in which they are due. *units*: low, high, session."""

    def __init__(self, units: pl.DataFrame) -> None:
        self._low, self._high, self._session = (_cells(units, name) for name in ("low", "high", "session"))
        self._next = 0

    def deal_to(self, connection: Session) -> bool:
        """Give a free connection the next transaction; False: there is none left."""
        if self._next >= len(self._low):
            return False
        unit, self._next = self._next, self._next + 1
        connection.number = self._session[unit]
        connection.script.take(self._low[unit], self._high[unit])
        return True


def _cells(units: pl.DataFrame, name: str) -> Sequence[int]:
    numbers: Any = units[name].cast(pl.Int64).to_numpy()
    cells: Sequence[int] = memoryview(numbers)
    return cells


def shares(connections: int, workers: int, worker: int) -> int:
    """Return how many of the connections one worker holds: all of them together no more, each at least one."""
    return max(connections // workers + (worker < connections % workers), 1)
