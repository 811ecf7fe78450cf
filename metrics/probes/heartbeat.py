"""Replica lag by heartbeat: how long after its commit a row is seen on a reader, by one clock, on every kind of server.

A beat is the instant, on the run's own clock, at which it was written. The writer keeps beating; a reader is asked what
it shows. A sample is the longest that any beat took which came to be seen since the last sample, or the age of the
oldest that is still unseen. It holds half a round trip to the reader and up to ``_LOOK_US`` of waiting between two
looks.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field

from pgrehearse.base.clock import MILLISECOND
from pgrehearse.metrics.connection import Link
from pgrehearse.runs.metric_catalog import HEARTBEAT

BEAT_US = 100 * MILLISECOND
_LOOK_US = 10 * MILLISECOND
# A reader that is this many beats behind is behind by the age of the oldest of them; more need not be remembered.
_MOST = 100_000


@dataclass
class Pulse:
    """Beats that were committed and that a reader has not shown yet: (the beat, when its commit was acknowledged)."""

    unseen: deque[tuple[int, int]] = field(default_factory=lambda: deque(maxlen=_MOST))
    _longest_us: int | None = None

    def committed(self, beat: int, at_us: int) -> None:
        """Note a beat's commit."""
        self.unseen.append((beat, at_us))

    def shown(self, beat: int, at_us: int) -> None:
        """Note what a reader showed at an instant.

        >>> pulse = Pulse(); pulse.committed(1, 100); pulse.committed(2, 200); pulse.shown(1, 150)
        >>> pulse.lag_us(260), pulse.lag_us(270)
        (60, 70)
        """
        while self.unseen and self.unseen[0][0] <= beat:
            took = max(0, at_us - self.unseen.popleft()[1])
            self._longest_us = max(took, self._longest_us or 0)

    def lag_us(self, at_us: int) -> int | None:
        """Return how far behind the reader is now, and begin anew; None when there was nothing to tell by."""
        waiting = at_us - self.unseen[0][1] if self.unseen else None
        told = [us for us in (waiting, self._longest_us) if us is not None]
        self._longest_us = None
        return max(told, default=None)


@dataclass
class Beat:
    """Writes a beat on the primary."""

    link: Link
    pulses: tuple[Pulse, ...]
    every_us: int = BEAT_US
    _made: bool = field(default=False, init=False)

    async def sample(self, at_us: int) -> None:
        """Write one beat, and make the row for it first."""
        self._made = self._made or await self.link.execute("heartbeat_make")
        if not self._made:
            return
        # A statement without rows returns none either way: the connection tells whether it went through.
        await self.link.ask("heartbeat_beat", at_us)
        if "heartbeat_beat" not in self.link.board.unavailable and await self.link.open() is not None:
            for pulse in self.pulses:
                pulse.committed(at_us, self.link.board.timeline.now_us())

    async def end(self) -> None:
        """Leave nothing behind."""
        if self._made:
            await self.link.execute("heartbeat_end")


@dataclass
class Reader:
    """Looks at a reader until a beat's time is over, and keeps a sample of what it saw."""

    link: Link
    pulse: Pulse
    instance: str
    every_us: int = BEAT_US
    _there: bool = field(default=False, init=False)

    async def sample(self, at_us: int) -> None:
        """Take one sample, once the row has come."""
        timeline = self.link.board.timeline
        if not self._there:
            self._there = any(row["there"] for row in await self.link.ask("heartbeat_there"))
            return
        while (now := timeline.now_us()) < at_us + self.every_us - _LOOK_US:
            for row in await self.link.ask("heartbeat_read"):
                self.pulse.shown(int(row["beat"]), timeline.now_us())
            await asyncio.sleep(max(0, now + _LOOK_US - timeline.now_us()) / 1e6)
        lag_us = self.pulse.lag_us(timeline.now_us())
        if lag_us is not None:
            self.link.board.keep(timeline.now_us(), HEARTBEAT, self.instance, "replica_lag_ms", lag_us / MILLISECOND)
