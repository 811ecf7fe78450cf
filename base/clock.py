"""Time is an integer, in microseconds, and it is an argument.

Everything that decides takes instants; only the shells (the replay engine, the samplers, the scenario)
hold a clock. The wall clock names a moment across machines; the monotonic clock measures between moments.
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
    """Microseconds on a clock that never steps."""
    return time.monotonic_ns() // 1_000


@dataclass(frozen=True, slots=True)
class Timeline:
    """One run's time line: instants counted from *start*, tied to the wall clock once.

    A run's clock is monotonic, so that an NTP step in mid-run moves nothing.
    """

    wall_start_us: int
    monotonic_start_us: int

    @classmethod
    def starting_in(cls, delay_us: int) -> Timeline:
        """Return a time line whose zero lies *delay_us* ahead of now."""
        return cls(wall_us() + delay_us, monotonic_us() + delay_us)

    def now_us(self) -> int:
        """Return microseconds since the start (negative before it)."""
        return time.monotonic_ns() // 1_000 - self.monotonic_start_us

    def at_wall(self, wall_instant_us: int) -> int:
        """Place a wall-clock instant on this time line."""
        return wall_instant_us - self.wall_start_us


def iso(wall_instant_us: int) -> str:
    """Return an instant as ISO 8601 in UTC, with microseconds."""
    return datetime.fromtimestamp(wall_instant_us / SECOND, UTC).isoformat(timespec="microseconds")
