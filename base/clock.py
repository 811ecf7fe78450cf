"""Clocks and instants: integers in microseconds, which decisions receive as arguments.

Functions that decide get instants as arguments; only the replay engine, the samplers and the scenario read a clock. The wall
clock identifies an instant across machines; the monotonic clock measures intervals.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime

SECOND = 1_000_000
MILLISECOND = 1_000


def wall_us() -> int:
    """Microseconds since the Unix epoch."""
    return time.time_ns() // 1_000


def monotonic_us() -> int:
    """Microseconds of the monotonic clock."""
    return time.monotonic_ns() // 1_000


@dataclass(frozen=True, slots=True)
class Timeline:
    """The time line of a run: instants counted from its start, related to the wall clock once.

    The clock of a run is monotonic, so an NTP step during the run changes nothing.
    """

    wall_start_us: int
    monotonic_start_us: int

    @classmethod
    def starting_in(cls, delay_us: int) -> Timeline:
        """Return a time line that starts *delay_us* from now."""
        return cls(wall_us() + delay_us, monotonic_us() + delay_us)

    def now_us(self) -> int:
        """Return microseconds since the start (negative before it)."""
        return time.monotonic_ns() // 1_000 - self.monotonic_start_us

    def at_wall(self, wall_instant_us: int) -> int:
        """Convert an instant of the wall clock to this time line."""
        return wall_instant_us - self.wall_start_us


def iso(wall_instant_us: int) -> str:
    """Return an instant as ISO 8601 in UTC, with microseconds."""
    return instant(wall_instant_us).isoformat(timespec="microseconds")


def instant(wall_instant_us: int) -> datetime:
    """Return an instant of the wall clock as a datetime in UTC."""
    return datetime.fromtimestamp(wall_instant_us / SECOND, UTC)
