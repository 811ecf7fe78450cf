"""When the latency of a repeated probe has settled: a pure rule (docs/replay.md)."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

# The last so many windows are compared with each other.
WINDOWS = 4
# Each of them may differ by this share from their median, or by this time, which is the noise of a round trip.
SHARE = 0.1
LEAST_US = 200.0


def has_settled(latencies_us: Sequence[float], *, windows: int = WINDOWS, share: float = SHARE) -> bool:
    """Return whether the last *windows* latencies (of a window each, the oldest first) are within *share* of their median.

    >>> has_settled([9000, 4000, 2000, 1900, 2050, 1950]), has_settled([9000, 4000, 2000])
    (True, False)
    """
    last = latencies_us[-windows:]
    if len(last) < windows:
        return False
    middle = median(last)
    return all(abs(one - middle) <= max(share * middle, LEAST_US) for one in last)
