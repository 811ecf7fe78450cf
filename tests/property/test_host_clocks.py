"""The clocks of hosts by simulated round trips: the true offset, drift and error are within the bounds."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from pgrehearse.replay.cluster.host_clocks import Reading, drift_of, error_us, offset_of

MINUTE = 60_000_000
DELAYS = st.tuples(st.integers(0, 20_000), st.integers(0, 20_000))
BURSTS = st.lists(DELAYS, min_size=1, max_size=8)


@dataclass(frozen=True)
class Simulated:
    """A host's clock: *ahead_us* at the coordinator's zero, and faster by *ppm*."""

    ahead_us: float
    ppm: float

    def offset_us(self, at_us: float) -> float:
        """The true offset at an instant of the coordinator's clock."""
        return self.ahead_us + at_us * self.ppm / 1e6

    def read(self, at_us: int, there_us: int, back_us: int) -> Reading:
        """A reading that begins at an instant, with the delays of both ways."""
        read_us = at_us + there_us
        return Reading(at_us, int(read_us + self.offset_us(read_us)), read_us + back_us)

    def burst(self, at_us: int, delays: list[tuple[int, int]]) -> list[Reading]:
        """Readings one after the other."""
        return [self.read(at_us + 50_000 * number, *ways) for number, ways in enumerate(delays)]


CLOCKS = st.builds(Simulated, st.floats(-1e12, 1e12), st.floats(-500, 500))


@given(CLOCKS, BURSTS)
def test_the_true_offset_is_within_the_bound_whatever_the_delays_of_both_ways(
    clock: Simulated, delays: list[tuple[int, int]]
) -> None:
    """Half of the shortest round trip bounds the error, also if only one way is slow."""
    offset = offset_of(clock.burst(0, delays))
    assert abs(offset.us - clock.offset_us(offset.at_us)) <= offset.within_us
    assert offset.within_us <= min(map(sum, delays)) / 2 * 1.001 + 1


@given(CLOCKS, BURSTS, BURSTS, st.integers(1, 600))
def test_the_true_drift_is_within_the_bound(
    clock: Simulated, start: list[tuple[int, int]], end: list[tuple[int, int]], minutes: int
) -> None:
    """The bound of the drift becomes smaller with the length of the run."""
    first, last = offset_of(clock.burst(0, start)), offset_of(clock.burst(minutes * MINUTE, end))
    drift = drift_of(first, last)
    assert abs(drift.ppm - clock.ppm) <= drift.within_ppm + 1e-3
    assert drift.within_ppm <= (first.within_us + last.within_us) / (minutes * 60 - 1)


@given(CLOCKS, BURSTS, BURSTS, st.lists(DELAYS, max_size=9), st.floats(0, 1))
def test_the_error_of_a_time_line_is_at_most_the_stated_one_at_each_instant(
    clock: Simulated,
    start: list[tuple[int, int]],
    end: list[tuple[int, int]],
    during: list[tuple[int, int]],
    share: float,
) -> None:
    """The host's time line keeps the offset of the start; a clock that drifts leaves it."""
    first, last = offset_of(clock.burst(0, start)), offset_of(clock.burst(10 * MINUTE, end))
    readings = [clock.read((number + 1) * MINUTE, *ways) for number, ways in enumerate(during)]
    used_us = round(first.us)
    at_us = first.at_us + share * (last.at_us - first.at_us)
    true_us = abs(clock.offset_us(at_us) - used_us)
    assert true_us <= error_us(used_us, first, readings, last) + 1e-3


@given(st.integers(2_000, 10**9), st.booleans())
def test_a_clock_that_left_the_straight_line_during_the_run_has_the_error_of_that_time(
    step_us: int, forward: bool
) -> None:
    """A clock that was set and set back has the right offset at the start and at the end, and not in between."""
    still, moved = Simulated(5_000, 0), Simulated(5_000 + (step_us if forward else -step_us), 0)
    first, last = offset_of(still.burst(0, [(100, 100)])), offset_of(still.burst(10 * MINUTE, [(100, 100)]))
    during = [still.read(MINUTE, 100, 100), moved.read(2 * MINUTE, 100, 100), still.read(3 * MINUTE, 900, 100)]
    assert step_us <= error_us(5_000, first, during, last) <= step_us + 102
    assert error_us(5_000, first, [during[0], during[2]], last) <= 102
