"""The transactions of sessions that share connections, as a pooler's clients do: assigned as they come due.

A pooler's server connection carries the transactions of unrelated clients one after the other; replayed as one session they would
wait for each other. So the transaction is the unit here: whichever connection is free takes the next one. What waits
is a position in a sorted table, not a queue that grows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import polars as pl


class PooledTransaction(NamedTuple):
    """Rows *low* to *high* of the spool, of the captured *session*."""

    session: int
    low: int
    high: int


class Pool:
    """The transactions of one user and database, in the order in which they are due. *transactions*: low, high, session."""

    def __init__(self, transactions: pl.DataFrame) -> None:
        self._low, self._high, self._session = (_integers(transactions, name) for name in ("low", "high", "session"))
        self._next = 0

    def take(self) -> PooledTransaction | None:
        """Return the next transaction for a connection that is free; None: there is none left."""
        if self._next >= len(self._low):
            return None
        at, self._next = self._next, self._next + 1
        return PooledTransaction(self._session[at], self._low[at], self._high[at])


def _integers(table: pl.DataFrame, name: str) -> Sequence[int]:
    numbers: Any = table[name].cast(pl.Int64).to_numpy()
    integers: Sequence[int] = memoryview(numbers)
    return integers


def connections_of(worker: int, workers: int, connections: int) -> int:
    """Return how many of the shared connections one worker holds: no more than *connections* in all, each worker at least one."""
    return max(connections // workers + (worker < connections % workers), 1)
