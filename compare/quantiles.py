"""Exact quantiles, interpolated as numpy does: of sorted values, or, where there are too many to be sorted at once, by counts of their bits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from pgrehearse.compare.columns import at_once
from pgrehearse.workload.arrays import Floats, Ints

Times = NDArray[np.float32]
Bits = NDArray[np.uint32]
# Values part by part; each call reads them again.
Parts = Callable[[], Iterator[Times]]
# Of each pass the lowest bit that is counted, and the number of bits.
_PASSES = ((16, 16), (8, 8), (0, 8))
# From here on numpy interpolates from the upper value.
_HALF = 0.5
_BITS, _SIGN = 32, np.uint32(1 << 31)


def quantiles(values: Parts, n: int, at: Sequence[float] | Floats, kind: type[np.floating] = np.float64) -> Floats:
    """Return the quantiles *at* of *n* values (none is NaN), with the differences between values in the precision *kind*."""
    place = np.asarray(at, dtype=np.float64) * (n - 1)
    below = np.floor(place).astype(np.int64)
    ranks, share = np.stack([below, np.minimum(below + 1, n - 1)]), place - below
    if at_once(n):
        found = np.sort(np.concatenate(list(values())))[ranks]
    else:
        found = order_statistics(values, ranks.reshape(-1)).reshape(ranks.shape)
    lower, upper = found.astype(kind, copy=False)
    between: Floats = np.where(share < _HALF, lower + (upper - lower) * share, upper - (upper - lower) * (1 - share))
    return between


def order_statistics(values: Parts, ranks: Ints) -> Times:
    """Return the values of some *ranks* (0: the smallest)."""
    found, rest = np.zeros(len(ranks), dtype=np.uint32), ranks.astype(np.int64)
    for shift, width in _PASSES:
        above, of_rank = np.unique(found >> np.uint32(shift + width), return_inverse=True)
        ends = np.cumsum(_counts(values, above, shift, width), axis=1)
        pairs = zip(of_rank.tolist(), rest.tolist(), strict=True)
        digit = np.array([np.searchsorted(ends[row], rank, side="right") for row, rank in pairs], dtype=np.int64)
        rest -= np.where(digit > 0, ends[of_rank, digit - 1], 0)
        found |= (digit << shift).astype(np.uint32)
    return (found ^ np.where(found & _SIGN, _SIGN, ~np.uint32(0))).view(np.float32)


def _ordered(values: Times) -> Bits:
    """Return the bits of numbers, so changed that their order is the order of the numbers.

    >>> bool(np.all(np.diff(_ordered(np.array([-2, -1, 0, 1, 2], dtype=np.float32)).astype(np.int64)) > 0))
    True
    """
    bits = values.view(np.uint32)
    return bits ^ ((bits.view(np.int32) >> (_BITS - 1)).view(np.uint32) | _SIGN)


def _counts(values: Parts, above: Bits, shift: int, width: int) -> Ints:
    """Count the values by their *width* bits from *shift* on: a row for each number that the bits above these have in *above*."""
    rows = np.full(1 << (_BITS - shift - width), -1, dtype=np.int16)
    rows[above] = np.arange(len(above))
    counts = np.zeros(len(above) << width, dtype=np.int64)
    for part in values():
        bits = _ordered(part)
        row = rows[bits >> np.uint32(shift + width)]
        inside = row >= 0
        digit = (bits[inside] >> np.uint32(shift)) & np.uint32((1 << width) - 1)
        counts += np.bincount((row[inside].astype(np.int64) << width) + digit, minlength=len(counts))
    return counts.reshape(len(above), -1)
