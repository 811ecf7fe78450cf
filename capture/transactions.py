"""Which transaction each event belongs to, and whether it committed; all sessions of a block at once.

A transaction is opened by BEGIN and closed by COMMIT or ROLLBACK as the statements say (the log's own virtual
transaction id is at hand only at the end of a statement, so it serves for one thing: executes that share one
without BEGIN were one pipeline, one implicit transaction). A statement outside is a transaction of its own. A
COMMIT commits unless an error came after the last point rolled back to.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
# The first five in the order of ``workload.shapes.EFFECTS``.
NOTHING, OPENS, COMMITS, CLOSES, BACK, ENDS_SESSION = range(6)


@dataclass(frozen=True, slots=True)
class Before:
    """What a block inherits, one value per event's session: open?, failed?, transactions so far."""

    open: Flags
    failed: Flags
    count: Ints


@dataclass(frozen=True, slots=True)
class Transactions:
    """Per event: its *transaction* (-1: none) and its *commits* flag; *open* and *failed* after the event."""

    transaction: Ints
    commits: Flags
    open: Flags
    failed: Flags
    alone: Flags


def derive(starts: Flags, statement: Flags, effect: Ints, ok: Flags, before: Before, follows: Flags) -> Transactions:
    """Derive transactions of events sorted by (session, seq).

    *starts*: a session's first event in the block. *statement*: the event runs SQL. *follows*: the event continues
    the pipeline of the event before it.
    """
    rows = np.arange(len(starts), dtype=np.int64)
    first = np.maximum.accumulate(np.where(starts, rows, 0))
    mark = np.where(statement & ok & (effect == OPENS), 1, 0)
    mark = np.where(statement & ((effect == COMMITS) | (effect == CLOSES)) | (effect == ENDS_SESSION), 2, mark)
    set_at = np.maximum.accumulate(np.where(mark > 0, rows, -1))
    inherited = set_at < first
    open_after = np.where(inherited, before.open, mark[np.maximum(set_at, 0)] == 1)
    open_before = np.where(starts, before.open, np.concatenate(([False], open_after[:-1])))
    begins = statement & ~open_before & ~follows
    number = np.cumsum(begins)
    base: Ints = number[first] - begins[first]
    transaction = np.where(statement, before.count + number - base - 1, -1)
    failed_before, failed_after = _failed(starts, statement & ~ok, begins, ok & (effect == BACK), before.failed)
    block_commit = (effect == COMMITS) & open_before & ok & ~failed_before
    alone = statement & ~open_before & (effect != OPENS)
    return Transactions(transaction, block_commit | (alone & ok & (effect != CLOSES)), open_after, failed_after, alone)


def _failed(starts: Flags, fails: Flags, begins: Flags, goes_back: Flags, inherited: Flags) -> tuple[Flags, Flags]:
    """Return whether the transaction stood failed before and after each event."""
    rows = np.arange(len(starts), dtype=np.int64)
    first = np.maximum.accumulate(np.where(starts, rows, 0))
    error = np.maximum.accumulate(np.where(fails, rows, -1))
    healed = np.maximum.accumulate(np.where(begins | goes_back, rows, -1))
    # An event that begins a transaction and fails has both on its row: the error counts.
    after = np.where(np.maximum(error, healed) < first, inherited, error >= np.maximum(healed, first))
    before = np.where(starts, inherited, np.concatenate(([False], after[:-1])))
    return before & ~begins, after
