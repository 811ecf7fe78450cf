"""Which ids each draw of a sequence can have, by the draws that were certainly before it and those that were possibly before it.

Draws are *confirmed* where a use shows their id. Ids that no confirmed draw has are *free*: they are numbered 0, 1, 2 ... here, and the
other draws got them. Of those, a draw that ended before another one began has a smaller id. So a draw has at least the number of
the draws that had ended before it began, and at most the number of those that had begun before it ended; confirmed draws bound it
in the same way. If both bounds are equal, the order alone shows the id.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np

from pgrehearse.workload.arrays import Flags, Ints

FAR = np.int64(1 << 60)
# More ids than any statement draws; sums of it stay within 64 bits.
MANY = 1 << 40


@dataclass(frozen=True, slots=True)
class Draws:
    """The draws of one sequence in their estimated order, one row each.

    *after*, *before*: the records between which it was executed. *least*, *most*: how many ids it drew. *id*: the id that a later
    use shows (-1: none; only where *least* and *most* are 1).
    """

    after: Ints
    before: Ints
    least: Ints
    most: Ints
    id: Ints

    @property
    def known(self) -> bool:
        """Whether the log shows how many ids each of them drew."""
        return bool((self.least == self.most).all())

    def taken(self, order: Ints) -> Draws:
        """Return the draws at some rows."""
        return Draws(self.after[order], self.before[order], self.least[order], self.most[order], self.id[order])


@dataclass(frozen=True, slots=True)
class Possible:
    """The other draws (their *rows*), and the free numbers that each can have: from *low* to *high*. *taken*: the ids that are not free.

    *release*, *deadline*: the bounds by confirmed draws alone (*deadline*: the first number that is too large). *apart*: it overlaps
    with no other draw of another execution.
    """

    rows: Ints
    taken: Ints
    release: Ints
    deadline: Ints
    low: Ints
    high: Ints
    apart: Flags

    @property
    def exact(self) -> Flags:
        """Which draws can have one id only."""
        exact: Flags = self.low == self.high
        return exact


def possible_ids(draws: Draws) -> Possible:
    """Return which ids each draw without a confirmed id can have, if every id was drawn by a draw of the log."""
    rows = np.flatnonzero(draws.id < 0)
    taken = np.sort(draws.id[draws.id >= 0])
    low, high = _bounds(draws, draws.id >= 0, rows)
    release, deadline = free_numbers(low, taken), free_numbers(high, taken)
    after, before = draws.after[rows], draws.before[rows]
    least, most = draws.least[rows], np.minimum(draws.most[rows], MANY)
    # The draws of one execution begin and end at the same records, and are in their order.
    _, first, own = np.unique(np.stack((before, after)), axis=1, return_index=True, return_inverse=True)
    own = own.reshape(-1)
    inside = np.cumsum(least) - least
    inside = inside - inside[first][own]
    all_own = np.bincount(own, weights=most).astype(np.int64)[own] if len(rows) else most
    ended = _before(before, least, after, side="right")
    begun = _before(after, most, before, side="left") - all_own
    return Possible(
        rows,
        taken,
        release,
        deadline,
        np.maximum(ended + inside, release),
        np.minimum(begun + inside, deadline - 1),
        _before(after, np.ones_like(after), before, side="left")
        - _before(before, np.ones_like(before), after, side="right")
        == np.bincount(own)[own],
    )


def _before(places: Ints, counts: Ints, limits: Ints, *, side: str) -> Ints:
    """Return for each limit the sum of the *counts* whose places are before it (*side* right: or equal)."""
    order = np.argsort(places, kind="stable")
    sums = np.append(0, np.cumsum(counts[order]))
    found: Ints = sums[np.searchsorted(places[order], limits, side="right" if side == "right" else "left")]
    return found


def _bounds(draws: Draws, confirmed: Flags, others: Ints) -> tuple[Ints, Ints]:
    """Return for each other draw the smallest id that it can have, and the smallest one that is too large, by the confirmed draws."""
    low = np.zeros(len(others), dtype=np.int64)
    high = np.full(len(others), FAR)
    ids, after, before = draws.id[confirmed], draws.after[confirmed], draws.before[confirmed]
    if not len(ids) or not len(others):
        return low, high
    order = np.argsort(before, kind="stable")
    place = np.searchsorted(before[order], draws.after[others], side="right")
    low = np.where(place > 0, np.maximum.accumulate(ids[order])[place - 1] + 1, 0)
    order = np.argsort(after, kind="stable")
    place = np.searchsorted(after[order], draws.before[others], side="left")
    least = np.append(np.minimum.accumulate(ids[order][::-1])[::-1], FAR)
    return low, least[place]


def free_numbers(ids: Ints, taken: Ints) -> Ints:
    """Return how many free ids are smaller than each id."""
    return np.where(ids >= FAR, FAR, ids - np.searchsorted(taken, ids, side="left"))


def free_ids(numbers: Ints, taken: Ints) -> Ints:
    """Return the id with each number among the free ids."""
    return numbers + np.searchsorted(taken - np.arange(len(taken)), numbers, side="right")


def in_possible_order(possible: Possible) -> Ints:
    """Return the order of the other draws in which each gets an id that confirmed draws leave it: the estimated order, if it can be.

    Each free id in turn gets the first draw of those that can have it. A draw that has to be before a confirmed one is early enough.
    (Unit jobs with release times and deadlines; 1 us a draw, only where the estimated order is not possible.)
    """
    count = len(possible.rows)
    rank = np.arange(count)
    if ((possible.release <= rank) & (rank < possible.deadline)).all():
        return rank
    latest = _latest(possible.deadline)
    urgency = np.where(latest < rank, 2 * np.minimum(rank, latest), 2 * rank + 1).tolist()
    by_release = np.argsort(possible.release, kind="stable").tolist()
    release = possible.release.tolist()
    waiting: list[tuple[int, int]] = []
    order: list[int] = []
    begun, number = 0, 0
    while len(order) < count:
        if not waiting:
            number = max(number, release[by_release[begun]])
        while begun < count and release[by_release[begun]] <= number:
            row = by_release[begun]
            heapq.heappush(waiting, (urgency[row], row))
            begun += 1
        order.append(heapq.heappop(waiting)[1])
        number += 1
    return np.array(order, dtype=np.int64)


def _latest(deadline: Ints) -> Ints:
    """Return the last number that each draw can have so that all draws with the same or a later deadline are in time too."""
    order = np.argsort(deadline, kind="stable")
    place = np.arange(len(order))
    latest = np.empty_like(deadline)
    latest[order] = np.minimum.accumulate((deadline[order] - 1 - place)[::-1])[::-1] + place
    return latest
