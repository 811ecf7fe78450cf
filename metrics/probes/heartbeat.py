"""Replica lag by heartbeat: the time between the commit of a row and its visibility on a standby, by one clock, on any server.

A heartbeat is the time, by the run's own clock, at which it was written. The writer writes heartbeats on the primary; each standby
is queried for the last one. A sample is the longest delay of the heartbeats that became visible since the last sample, or the age
of the oldest heartbeat that is not visible yet. It includes half a round trip to the standby and up to ``_QUERY_EVERY_US`` between
two queries.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field

from pgrehearse.base.clock import MILLISECOND
from pgrehearse.metrics.connection import ServerConnection
from pgrehearse.metrics.sample_buffer import Sample
from pgrehearse.runs.metric_catalog import HEARTBEAT

HEARTBEAT_US = 100 * MILLISECOND
_QUERY_EVERY_US = 10 * MILLISECOND
# For a standby that is this many heartbeats behind, the lag is the age of the oldest of them.
_MAX_HEARTBEATS = 100_000


@dataclass
class HeartbeatLag:
    """Heartbeats that are committed and not visible on a standby yet: (heartbeat, time at which its commit was acknowledged)."""

    pending: deque[tuple[int, int]] = field(default_factory=lambda: deque(maxlen=_MAX_HEARTBEATS))
    _longest_us: int | None = None

    def committed(self, beat: int, at_us: int) -> None:
        """Record the commit of a heartbeat."""
        self.pending.append((beat, at_us))

    def shown(self, beat: int, at_us: int) -> None:
        """Record the last heartbeat that a standby showed at a time.

        >>> lag = HeartbeatLag(); lag.committed(1, 100); lag.committed(2, 200); lag.shown(1, 150)
        >>> lag.lag_us(260), lag.lag_us(270)
        (60, 70)
        """
        while self.pending and self.pending[0][0] <= beat:
            took = max(0, at_us - self.pending.popleft()[1])
            self._longest_us = max(took, self._longest_us or 0)

    def lag_us(self, at_us: int) -> int | None:
        """Return the lag of the standby at this time, and start the next sample; None: there was no heartbeat."""
        waiting = at_us - self.pending[0][1] if self.pending else None
        lags = [us for us in (waiting, self._longest_us) if us is not None]
        self._longest_us = None
        return max(lags, default=None)


@dataclass
class HeartbeatWriter:
    """Writes heartbeats on the primary."""

    connection: ServerConnection
    lags: tuple[HeartbeatLag, ...]
    every_us: int = HEARTBEAT_US
    _created: bool = field(default=False, init=False)

    async def sample(self, at_us: int) -> None:
        """Write one heartbeat; create the table first."""
        self._created = self._created or await self.connection.execute("heartbeat_make")
        if not self._created:
            return
        # An UPDATE returns no rows in any case: the connection shows whether it succeeded.
        await self.connection.query("heartbeat_beat", at_us)
        if "heartbeat_beat" not in self.connection.buffer.unavailable and await self.connection.open() is not None:
            for lag in self.lags:
                lag.committed(at_us, self.connection.buffer.timeline.now_us())

    async def end(self) -> None:
        """Remove the table."""
        if self._created:
            await self.connection.execute("heartbeat_end")


@dataclass
class HeartbeatReader:
    """Queries a standby during the interval of a heartbeat, and adds a sample of its lag."""

    connection: ServerConnection
    lag: HeartbeatLag
    instance: str
    every_us: int = HEARTBEAT_US
    _exists: bool = field(default=False, init=False)

    async def sample(self, at_us: int) -> None:
        """Take one sample, when the table exists on the standby."""
        timeline = self.connection.buffer.timeline
        if not self._exists:
            self._exists = any(row["there"] for row in await self.connection.query("heartbeat_there"))
            return
        while (now := timeline.now_us()) < at_us + self.every_us - _QUERY_EVERY_US:
            for row in await self.connection.query("heartbeat_read"):
                self.lag.shown(int(row["beat"]), timeline.now_us())
            await asyncio.sleep(max(0, now + _QUERY_EVERY_US - timeline.now_us()) / 1e6)
        lag_us = self.lag.lag_us(timeline.now_us())
        if lag_us is not None:
            self.connection.buffer.add(
                Sample(timeline.now_us(), HEARTBEAT, self.instance, "replica_lag_ms", lag_us / MILLISECOND)
            )
