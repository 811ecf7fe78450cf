"""The change of a query that has more executions than are worked on at once (``columns.PART``), part by part.

The same statistics as for fewer executions, with one difference: equal times are in one bin of the histograms. A bin has at most one 512th of
the executions, and those that are equal to its longest time. All counts are exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pgrehearse.compare.columns import parts
from pgrehearse.compare.executions import Executions
from pgrehearse.compare.quantiles import Times, order_statistics
from pgrehearse.compare.statistics import (
    BINS,
    FEWEST_BLOCKS,
    FLOOR_US,
    Estimate,
    Sorted,
    block_us,
    paired_change,
    quantile_changes,
    resamples,
)
from pgrehearse.workload.arrays import Ints

_Values = Callable[["_Part"], Times]


@dataclass(frozen=True, slots=True)
class _Part:
    """Some pairs: their times, at least ``FLOOR_US``, and the blocks of time that they are in."""

    before: Times
    after: Times
    block: Ints

    def ratio(self) -> Times:
        """Return how many times as long each took on the candidate."""
        return self.after / self.before


@dataclass(frozen=True, slots=True)
class ManyPairs:
    """The executions that both sides timed (``estimates.Pairs``). By round: *first* and *width*, the begin and the length of its blocks in
    microseconds, *taken*: the number of its first block. *used*: by block, how many of the *n* pairs it has."""

    executions: Executions
    n: int
    first: tuple[int, ...]
    width: tuple[int, ...]
    taken: tuple[int, ...]
    used: Ints

    @classmethod
    def of(cls, executions: Executions) -> ManyPairs:
        """Return the pairs of a query's executions, with the blocks of time of each round."""
        rounds = len(executions.us)
        n, low, high = [0] * rounds, [np.iinfo(np.int64).max] * rounds, [np.iinfo(np.int64).min] * rounds
        for at, (_, _, at_us) in _timed(executions):
            n[at] += len(at_us)
            low[at], high[at] = min(low[at], int(at_us.min())), max(high[at], int(at_us.max()))
        width = [block_us(low[at], high[at], n[at]) if n[at] else 1 for at in range(rounds)]
        length = [(high[at] - low[at]) // width[at] + 1 if n[at] else 0 for at in range(rounds)]
        taken = np.cumsum([0, *length]).tolist()
        used = np.zeros(taken[-1], dtype=np.int64)
        for at, (_, _, at_us) in _timed(executions):
            used += np.bincount((at_us - low[at]) // width[at] + taken[at], minlength=len(used))
        return cls(executions, sum(n), tuple(low), tuple(width), tuple(taken), used)

    def parts(self) -> Iterator[_Part]:
        """Return all pairs, part by part."""
        number = np.cumsum(self.used > 0) - 1
        for of_round, (before, after, at_us) in _timed(self.executions):
            block = (at_us - self.first[of_round]) // self.width[of_round] + self.taken[of_round]
            yield _Part(
                np.maximum(before, np.float32(FLOOR_US)), np.maximum(after, np.float32(FLOOR_US)), number[block]
            )

    def estimates(self, seed: int, qs: dict[str, float]) -> dict[str, Estimate]:
        """Return the estimates by name (``estimates.Pairs``)."""
        count = int(np.count_nonzero(self.used))
        if count < FEWEST_BLOCKS:
            return {}
        weights = resamples(count, seed)
        before, after, ratio = (
            _sorted(self, weights, values)
            for values in (lambda part: part.before, lambda part: part.after, _Part.ratio)
        )
        changes = quantile_changes(before, after, count - 1, tuple(qs.values()))
        return {"paired": paired_change(ratio, count - 1), **dict(zip(qs, changes, strict=True))}


def _timed(executions: Executions) -> Iterator[tuple[int, tuple[Times, Times, Ints]]]:
    """Return the pairs that were timed, part by part: the number of the round, the times of both sides, and when they were sent."""
    for of_round, (before, after) in enumerate(executions.us):
        for part in parts(len(before)):
            chosen = ~np.isnan(before[part]) & ~np.isnan(after[part])
            if chosen.any():
                yield of_round, (before[part][chosen], after[part][chosen], executions.at_us[part][chosen])


def _sorted(found: ManyPairs, weights: NDArray[np.float64], values: _Values) -> Sorted:
    """Return the logarithms of *values* in bins: the edges are those of bins of equal count."""
    bins = min(BINS, found.n)
    ranks = -(-np.arange(1, bins + 1) * found.n // bins) - 1  # of the longest time of each bin
    edges = np.unique(order_statistics(lambda: (values(part) for part in found.parts()), ranks))
    blocks, bins = weights.shape[1], len(edges)
    held, sums = np.zeros(blocks * bins, dtype=np.int64), np.zeros(bins)
    for part in found.parts():
        of_part = values(part)
        place = np.searchsorted(edges, of_part)
        sums += np.bincount(place, weights=np.log(of_part.astype(np.float64)), minlength=bins)
        held += np.bincount(part.block * bins + place, minlength=len(held))
    by_block = held.reshape(blocks, bins)
    return Sorted.counted(sums / by_block.sum(axis=0), by_block, weights)
