"""Which figures of a history jump: a value that is far from those before it.

The rule (docs/history.md): a value is compared with the conclusive values before it, at most the last ten, if there are at least four. It
jumps if it differs from their median by more than three standard deviations, estimated as 1.4826 times their median absolute deviation
(Hampel's identifier), and by more than the least difference of the figure. An inconclusive comparison neither jumps nor counts as before.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

# The factor between the median absolute deviation and the standard deviation of a normal distribution.
_NORMAL = 1.4826
_DEVIATIONS = 3.0
_LEAST_BEFORE, _MOST_BEFORE = 4, 10


def jumps(values: Sequence[float | None], least: float) -> list[bool]:
    """Return for each value, the oldest first, whether it jumps. None: not known, or inconclusive. *least*: the least difference that counts.

    >>> jumps([0.0, 0.01, 0.0, 0.02, 0.01, 0.3], least=0.05)
    [False, False, False, False, False, True]
    """
    return [
        _jumps([one for one in values[:place] if one is not None], value, least) for place, value in enumerate(values)
    ]


def _jumps(before: list[float], value: float | None, least: float) -> bool:
    recent = before[-_MOST_BEFORE:]
    if value is None or len(recent) < _LEAST_BEFORE:
        return False
    middle = median(recent)
    deviation = _NORMAL * median(abs(one - middle) for one in recent)
    return abs(value - middle) > max(_DEVIATIONS * deviation, least)
