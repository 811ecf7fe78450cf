"""Which ids the draws of one sequence got: every id from the first on belongs to one draw, and draws are in the order of the log.

Theory of operation. Some draws are *confirmed*: a later use shows their id. They bound the others: a draw that was executed before
a confirmed one, with no overlap, has a smaller id. Ids that no confirmed draw has are *free*; the other draws get the free ids in
their order. What is left over between two confirmed draws was drawn by executions that drew an unknown number between them
(``least`` to ``most``), which moves the draws behind them. Two such executions between the same confirmed draws leave the
ids between them open.

Ids are counted here from the first one that the sequence can draw: 0, 1, 2 ...
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pgrehearse.workload.arrays import Flags, Ints
from pgrehearse.workload.generated.possible_ids import FAR, Draws, free_ids, free_numbers, possible_ids


@dataclass(frozen=True, slots=True)
class Aligned:
    """*ids*: those of each draw, one draw after the other; *count*: how many it has; *certain*: the order determines them,
    so no other draw whose id is open can have been before it as well as after it.

    *shift*: how many ids were drawn before the first draw of the log.
    """

    ids: Ints
    count: Ints
    certain: Flags
    shift: int


def align(draws: Draws) -> Aligned:
    """Return the ids of all draws."""
    possible = possible_ids(draws)
    others, taken = possible.rows, possible.taken
    # The first row stands for draws before the log, the last one for the end of the log.
    least = np.concatenate(([0], draws.least[others], [0]))
    most = np.concatenate(([FAR], draws.most[others], [0]))
    end = free_numbers(taken[-1:] + 1, taken)[0] if len(taken) else 0
    low = np.concatenate(([0], possible.release, [end]))
    high = np.concatenate((taken[:1] if len(taken) else [FAR], possible.deadline, [FAR]))
    line = _line(least, most, low, high)
    first, count, certain = np.zeros_like(draws.id), np.ones_like(draws.id), draws.id >= 0
    first[others], count[others] = line.first[1:-1], line.count[1:-1]
    certain[others] = line.certain[1:-1] & (possible.apart | (possible.exact & (first[others] == possible.low)))
    owner = np.repeat(np.arange(len(count)), count)
    place = np.arange(len(owner)) - (np.cumsum(count) - count)[owner]
    ids = np.where(draws.id[owner] >= 0, draws.id[owner], free_ids(first[owner] + place, taken))
    return Aligned(ids, count, certain, int(line.count[0]))


@dataclass(frozen=True, slots=True)
class _Line:
    """The draws without a confirmed id, in the numbers of free ids."""

    first: Ints
    count: Ints
    certain: Flags


def _line(least: Ints, most: Ints, low: Ints, high: Ints) -> _Line:
    """Give the free ids to the draws in their order; *low* and *high* bound the first id of each and the end of its ids."""
    first = _earliest(least, low)
    latest = np.cumsum(least) - least + np.minimum.accumulate((high - np.cumsum(least))[::-1])[::-1]
    room = latest - first
    holes = first - np.concatenate(([0], first[:-1] + least[:-1]))
    rows = np.arange(len(first))
    unknown = most > least
    last = np.maximum.accumulate(np.where(unknown, rows, -1))
    owner = np.concatenate(([-1], last[:-1]))  # the last draw of an unknown number before each
    more = np.zeros(len(first), dtype=np.int64)
    np.add.at(more, np.maximum(owner, 0), holes)
    more = np.clip(more, 0, np.minimum(most - least, np.maximum(room, 0)))
    count = least + more
    moved = _earliest(count, low)
    left = moved - np.concatenate(([0], moved[:-1] + count[:-1]))
    unknown[0] = more[0] > 0
    certain = _certain(first, latest, least, unknown, left) & (room >= 0)
    return _Line(moved, count, certain)


def _earliest(count: Ints, low: Ints) -> Ints:
    """Return the smallest first id of each draw: behind all draws before it, and at least *low*."""
    before = np.cumsum(count) - count
    return before + np.maximum.accumulate(low - before)


def _certain(first: Ints, latest: Ints, least: Ints, unknown: Flags, left: Ints) -> Flags:
    """Return which draws have the only ids that they can have, if every id was drawn by a draw of the log.

    Draws are apart where the latest ids of one end before the earliest of the next. Among draws that are not apart,
    those before the first unknown number have their earliest ids, and those behind the last one their latest.
    """
    apart = np.concatenate(([True], (latest + least)[:-1] <= first[1:]))
    group = np.cumsum(apart) - 1
    total = np.bincount(group, weights=unknown).astype(np.int64)
    before: Ints = np.cumsum(unknown) - unknown
    before = before - before[np.flatnonzero(apart)][group]
    open_end = latest >= FAR // 2
    # Ids that are left over before a draw are missing from the draws before it.
    unexplained = np.bincount(np.append(0, group[:-1]), weights=left, minlength=len(total)) > 0
    fixed: Flags = ((before == 0) | (~open_end & (before == total[group]))) & ~unexplained[group]
    alone: Flags = (total[group] == 1) & ~open_end & ~unexplained[group]
    certain: Flags = np.where(unknown, alone, fixed | (latest == first))
    return certain
