"""How far the monotonic clock of a host is from the coordinator's: by the round trip that took the shortest time.

A reading is the host's clock between two instants of the coordinator's. The host read it somewhere between them, so that half of the round
trip bounds the error (the minimum filter of NTP, RFC 5905, section 10).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """A host's clock (*theirs_us*), read between *before_us* and *after_us* of the coordinator's; all monotonic, in microseconds."""

    before_us: int
    theirs_us: int
    after_us: int


@dataclass(frozen=True, slots=True)
class Offset:
    """How much the host's clock is ahead (*us*), and the bound of the error (*within_us*)."""

    us: float
    within_us: float


def offset_of(readings: Sequence[Reading]) -> Offset:
    """Return the offset by the reading with the shortest round trip.

    >>> offset_of([Reading(0, 1_090, 100), Reading(200, 1_260, 300)])
    Offset(us=1040.0, within_us=50.0)
    """
    best = min(readings, key=lambda reading: reading.after_us - reading.before_us)
    middle = (best.before_us + best.after_us) / 2
    return Offset(best.theirs_us - middle, (best.after_us - best.before_us) / 2)
