"""How far the monotonic clock of a host is from the coordinator's, and how much faster it runs: from round trips, and by their bounds.

A reading is the host's clock between two instants of the coordinator's. The host read it somewhere between them, so that half of the round
trip bounds the error; the shortest round trip has the least (the minimum filter of NTP, RFC 5905, section 10). The readings before and after
a run give the drift. A step of a wall clock changes nothing: all clocks here are monotonic.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# No clock is faster than another by more than this: the kernel corrects the rate of the monotonic clock by 0.5 ms in a second at most.
_MOST_DRIFT = 1e-3
# Clocks are read in whole microseconds.
_RESOLUTION_US = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A host's clock (*theirs_us*), read between *before_us* and *after_us* of the coordinator's; all in microseconds."""

    before_us: int
    theirs_us: int
    after_us: int

    @property
    def trip_us(self) -> int:
        """How long the reading took."""
        return self.after_us - self.before_us


@dataclass(frozen=True, slots=True)
class Offset:
    """How much the host's clock is ahead (*us*) at an instant of the coordinator's (*at_us*), and the bound of the error (*within_us*)."""

    us: float
    within_us: float
    at_us: float = 0.0

    def error_us(self, used_us: float) -> float:
        """Return how far the offset is from the one that was *used*, at most."""
        return abs(self.us - used_us) + self.within_us


@dataclass(frozen=True, slots=True)
class Drift:
    """How much faster than the coordinator's clock the host's runs, in microseconds in a second (*ppm*), and the bound of the error."""

    ppm: float
    within_ppm: float


def offset_of(readings: Iterable[Reading]) -> Offset:
    """Return the offset by the reading with the shortest round trip.

    >>> offset_of([Reading(0, 1_090, 100), Reading(200, 1_260, 300)])
    Offset(us=1040.0, within_us=51.05, at_us=50.0)
    """
    best = min(readings, key=lambda reading: reading.trip_us)
    middle = (best.before_us + best.after_us) / 2
    return Offset(best.theirs_us - middle, best.trip_us / 2 * (1 + _MOST_DRIFT) + _RESOLUTION_US, middle)


def drift_of(first: Offset, last: Offset) -> Drift:
    """Return the drift between two offsets.

    >>> drift_of(Offset(1_000, 20, at_us=0), Offset(1_300, 30, at_us=10_000_000))
    Drift(ppm=30.0, within_ppm=5.0)
    """
    seconds = (last.at_us - first.at_us) / 1_000_000
    return Drift((last.us - first.us) / seconds, (first.within_us + last.within_us) / seconds)


def error_us(used_us: float, first: Offset, during: Sequence[Reading], last: Offset) -> float:
    """Return how far the host's time line was from the coordinator's at most, between *first* and *last*.

    *used_us*: the offset that the host's time line began with. Between two offsets the clock follows a straight line, which is farthest
    from the offset used at one of its ends. A reading *during* the run that contradicts the line counts with its own bound.
    """
    offsets = [offset_of([reading]) for reading in during]
    contradicting = [offset for offset in offsets if not _agrees(offset, first, last)]
    return max(offset.error_us(used_us) for offset in (first, last, *contradicting))


def _agrees(offset: Offset, first: Offset, last: Offset) -> bool:
    """Return whether an offset is on the straight line between two others, within the bounds."""
    share = (offset.at_us - first.at_us) / (last.at_us - first.at_us)
    line_us = first.us + share * (last.us - first.us)
    return abs(offset.us - line_us) <= offset.within_us + max(first.within_us, last.within_us)
