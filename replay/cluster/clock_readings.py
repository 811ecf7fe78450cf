"""The clock of one host over a run: read before the start, with each call during the replay, and at the end."""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace

from pgrehearse.base.clock import Timeline, monotonic_us
from pgrehearse.base.errors import PgrehearseError
from pgrehearse.replay.cluster.host_clocks import Offset, Reading, drift_of, error_us, offset_of
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session.login import Login
from pgrehearse.replay.workers.host_workers import HostExecutor, HostLost
from pgrehearse.runs.clocks import ClockOffset, HostClock

# How many readings are taken before the start, and at the end.
_READINGS = 32
# A host that does not answer for so long is not read.
_ANSWER_S = 30.0
_TARGET_S = 40.0
_MINUTE_US = 60_000_000


class ClockReadings:
    """The readings of one host's clock, and of the target's from this host. *login*: how the host connects to the target."""

    def __init__(self, host: HostExecutor, login: Login, passwords: Passwords) -> None:
        self._host, self._target = host, (login, passwords)
        # The best reading of each minute: a run of days has no more than some thousand.
        self._during: dict[int, Reading] = {}
        self._first: Offset | None = None
        self._last: Offset | None = None
        self._target_first: Offset | None = None
        self._target_last: Offset | None = None

    def start(self) -> None:
        """Read both clocks before the time line is made. Raises ``HostLost``."""
        self._target_first = self._target_offset()
        self._first = offset_of([self._reading() for _ in range(_READINGS)])

    def own(self, timeline: Timeline) -> Timeline:
        """Return the run's time line by the host's monotonic clock."""
        return replace(timeline, monotonic_start_us=timeline.monotonic_start_us + self._used_us)

    def read_later(self) -> None:
        """Read the host's clock once more, without waiting for it."""
        before_us = monotonic_us()
        self._host.submit("clock").add_done_callback(lambda done: self._take(before_us, done))

    def _take(self, before_us: int, done: Future[int]) -> None:
        if done.exception() is None:
            reading = Reading(before_us, done.result(), monotonic_us())
            minute = before_us // _MINUTE_US
            best = self._during.get(minute, reading)
            self._during[minute] = min(best, reading, key=lambda one: one.trip_us)

    def end(self) -> None:
        """Read both clocks after the replay; a host that cannot be reached any more is not read."""
        with suppress(HostLost, PgrehearseError):
            self._last = offset_of([self._reading() for _ in range(_READINGS)])
            self._target_last = self._target_offset()

    def facts(self, timeline: Timeline) -> HostClock:
        """Return the host's clock as the run has it. *timeline*: the run's."""
        first = self._first or Offset(0.0, 0.0)
        offset = round(first.us, 1), round(first.within_us, 1)
        clock = HostClock(self._host.name, *offset, target=self._target_clock(timeline))
        during = [reading for reading in self._during.values() if reading.before_us > first.at_us]
        # Of a host that was lost, the last call that it answered is known.
        last = self._last or (offset_of(during[-1:]) if during else None)
        if last is None:
            return clock
        drift = drift_of(first, last)
        return replace(
            clock,
            drift_ppm=round(drift.ppm, 3),
            drift_within_ppm=round(drift.within_ppm, 3),
            error_us=round(error_us(self._used_us, first, during, last), 1),
        )

    @property
    def _used_us(self) -> int:
        """The offset that the host's time line began with."""
        return round(self._first.us) if self._first is not None else 0

    def _reading(self) -> Reading:
        before_us = monotonic_us()
        try:
            theirs_us = self._host.submit("clock").result(timeout=_ANSWER_S)
        except TimeoutError:
            raise HostLost(self._host.name, f"it did not answer in {_ANSWER_S:.0f} s") from None
        return Reading(before_us, theirs_us, monotonic_us())

    def _target_offset(self) -> Offset | None:
        """Return how far the target's clock is from the host's (None: the target did not answer)."""
        with suppress(TimeoutError):
            readings: list[Reading] = self._host.submit("target_clock", *self._target).result(timeout=_TARGET_S)
            return offset_of(readings) if readings else None
        return None

    def _target_clock(self, timeline: Timeline) -> ClockOffset:
        """Return how far the target's clock was from the run's. The error of the host's own clock adds to that of the reading."""

        def run_offset(target: Offset | None, host: Offset | None) -> tuple[float | None, float | None]:
            if target is None or host is None:
                return None, None
            ahead_us = target.us + host.us + timeline.monotonic_start_us - timeline.wall_start_us
            return round(ahead_us, 1), round(target.within_us + host.within_us, 1)

        return ClockOffset(*run_offset(self._target_first, self._first), *run_offset(self._target_last, self._last))
