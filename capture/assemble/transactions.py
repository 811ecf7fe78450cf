"""Which transaction each event belongs to, and whether it committed; all sessions of a block at once.

A transaction is opened by BEGIN and closed by COMMIT or ROLLBACK, by the text of the statements (the virtual
transaction id is logged only at the end of a statement, so it is used for one thing: executes that share one
without BEGIN were one pipeline, one implicit transaction). A statement outside is a transaction of its own. A
COMMIT commits unless an error came after the last point rolled back to. COMMIT AND CHAIN (or ``COMMIT; BEGIN`` in one text)
ends a transaction and opens the next, whose first statement is the one that follows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pgrehearse.workload.arrays import Flags, Ints

# Except for the last, in the order of ``pgrehearse.workload.shapes.EFFECTS``.
NOTHING, OPENS, COMMITS, CLOSES, BACK, COMMITS_AND_OPENS, CLOSES_AND_OPENS, ENDS_SESSION = range(8)
_OPENING = (OPENS, COMMITS_AND_OPENS, CLOSES_AND_OPENS)
_COMMITTING = (COMMITS, COMMITS_AND_OPENS)
_ROLLING_BACK = (CLOSES, CLOSES_AND_OPENS)


@dataclass(frozen=True, slots=True)
class Before:
    """The state before a block, one value per event: is the session's transaction *open*, *failed*; its *count* of transactions.

    *empty*: the open transaction was opened by the end of another, and no statement has run in it.
    """

    open: Flags
    failed: Flags
    count: Ints
    empty: Flags


@dataclass(frozen=True, slots=True)
class Transactions:
    """Per event: its *transaction* (-1: none) and its *commits* flag; *open*, *failed* and *empty* after the event."""

    transaction: Ints
    commits: Flags
    open: Flags
    failed: Flags
    alone: Flags
    empty: Flags


@dataclass(frozen=True, slots=True)
class Effects:
    """Events sorted by (session, seq), as far as transactions depend on them.

    *starts*: a session's first event in the block. *statement*: the event runs SQL. *effect*: what it does to its
    transaction. *ok*: it succeeded. *follows*: it continues the pipeline of the event before it.
    """

    starts: Flags
    statement: Flags
    effect: Ints
    ok: Flags
    follows: Flags


def derive(events: Effects, before: Before) -> Transactions:
    """Return the transactions of a block's events."""
    starts, statement, effect, ok = events.starts, events.statement, events.effect, events.ok
    rows = np.arange(len(starts), dtype=np.int64)
    first = np.maximum.accumulate(np.where(starts, rows, 0))
    ends_session = effect == ENDS_SESSION
    closing = statement & np.isin(effect, _COMMITTING + _ROLLING_BACK)
    opening = statement & ok & np.isin(effect, _OPENING)
    open_before, open_after = _state(starts, first, closing | opening | ends_session, opening, before.open)
    empty_before, empty_after = _state(starts, first, statement | ends_session, closing & opening, before.empty)
    begins = statement & (~open_before | empty_before) & ~events.follows
    number = np.cumsum(begins)
    base: Ints = number[first] - begins[first]
    transaction = np.where(statement, before.count + number - base - 1, -1)
    failed_before, failed_after = _failed(starts, statement & ~ok, begins, ok & (effect == BACK), before.failed)
    block_commit = np.isin(effect, _COMMITTING) & open_before & ok & ~failed_before
    alone = statement & ~open_before & (effect != OPENS)
    commits = block_commit | (alone & ok & ~np.isin(effect, _ROLLING_BACK))
    return Transactions(transaction, commits, open_after, failed_after, alone, empty_after)


def _state(starts: Flags, first: Ints, sets: Flags, value: Flags, inherited: Flags) -> tuple[Flags, Flags]:
    """Return a state before and after each event: the *value* of the last event of its session that *sets* it, or *inherited*."""
    set_at = np.maximum.accumulate(np.where(sets, np.arange(len(starts), dtype=np.int64), -1))
    after = np.where(set_at < first, inherited, value[np.maximum(set_at, 0)])
    before = np.where(starts, inherited, np.concatenate(([False], after[:-1])))
    return before, after


def _failed(starts: Flags, fails: Flags, begins: Flags, goes_back: Flags, inherited: Flags) -> tuple[Flags, Flags]:
    """Return whether the transaction is failed before and after each event."""
    rows = np.arange(len(starts), dtype=np.int64)
    first = np.maximum.accumulate(np.where(starts, rows, 0))
    error = np.maximum.accumulate(np.where(fails, rows, -1))
    recovered = np.maximum.accumulate(np.where(begins | goes_back, rows, -1))
    # An event that begins a transaction and fails has both on its row: the error counts.
    after = np.where(np.maximum(error, recovered) < first, inherited, error >= np.maximum(recovered, first))
    before = np.where(starts, inherited, np.concatenate(([False], after[:-1])))
    return before & ~begins, after
