"""The sides of one comparison, and the times of each: the baseline, a candidate, and the second replay of both."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pgrehearse.compare import notes
from pgrehearse.compare.alignment import NET, SERVER, TIMES, Layout, Mask, Measured
from pgrehearse.compare.executions import Round
from pgrehearse.compare.placed_sides import got_other_parts, not_on_both
from pgrehearse.compare.results import ResultSides
from pgrehearse.compare.sides import Side, has_time, one_clock


@dataclass(frozen=True, slots=True)
class Pair:
    """The baseline and a candidate, with the second replay of each (*control*, *repeat*), and the layout of all sides."""

    baseline: Side
    candidate: Side
    control: Side | None
    repeat: Side | None
    where: Layout

    @property
    def sides(self) -> tuple[Side, ...]:
        """Return the baseline, the candidate, and the second replays that are compared."""
        second = (self.control, self.repeat)
        return (
            self.baseline,
            self.candidate,
            *(side for side in second if side is not None and not notes.left_out(side)),
        )

    @property
    def time(self) -> str:
        """Return the time by which both sides are compared ("": there is none)."""
        return one_clock([self.baseline, self.candidate])

    @property
    def speed(self) -> float:
        """Return the factor at which the candidate was replayed (at full speed: 1)."""
        return self.candidate.run.manifest.plan.factor if self.candidate.run is not None else 1.0

    @property
    def least_change_us(self) -> float:
        """Return the largest change that is not tested: two round trips, where they were subtracted from the times."""
        return 2 * self.candidate.trip_us if self.time == NET else 0.0

    def measured(self, side: Side) -> Measured:
        """Return the times of a side."""
        return side.measured(self.where, self.time, self.speed)

    def measured_control(self) -> Measured | None:
        """Return the second replay of the baseline, if it is fit and has the time of the pair."""
        return self._measured_again(self.control)

    def measured_repeat(self) -> Measured | None:
        """Return the second replay of the candidate, if it is fit and has the time of the pair."""
        return self._measured_again(self.repeat)

    def _measured_again(self, side: Side | None) -> Measured | None:
        if side is None or notes.left_out(side) or not has_time(side, self.time):
            return None
        return self.measured(side)

    def result_sides(self) -> ResultSides:
        """Return the sides whose rows are compared; hashes need no common clock."""
        control = self.control
        if control is not None and (not control.hashed or notes.left_out(control)):
            control = None
        return ResultSides(self.baseline, self.candidate, control)

    def measured_production(self) -> Measured | None:
        """Return production's own times, where the baseline is a run and all times are the server's."""
        if self.baseline.run is None or self.time != SERVER:
            return None
        return self.measured(Side("production", self.baseline.workload))


@dataclass(frozen=True, slots=True)
class Times:
    """The times of each side of a pair. *alone*: the places of the statements that were not sent on both sides, of which nothing is recorded
    here (None: both got the same traffic)."""

    baseline: Measured
    candidate: Measured
    control: Measured | None
    repeat: Measured | None
    production: Measured | None
    alone: Mask | None = None

    @classmethod
    def of(cls, pair: Pair) -> Times:
        times = cls(
            pair.measured(pair.baseline),
            pair.measured(pair.candidate),
            pair.measured_control(),
            pair.measured_repeat(),
            pair.measured_production(),
        )
        return times.on_both() if got_other_parts(pair.baseline, pair.candidate) else times

    def on_both(self) -> Times:
        """Return the times of the statements that were sent on both sides."""
        alone = not_on_both(self.baseline, self.candidate)
        control, repeat, production = (
            side.without(alone) if side is not None else None for side in (self.control, self.repeat, self.production)
        )
        return Times(self.baseline.without(alone), self.candidate.without(alone), control, repeat, production, alone)

    def without(self, places: Mask) -> Times:
        """Return the times without those at *places*."""
        baseline, candidate = (side.without(places, TIMES) for side in (self.baseline, self.candidate))
        control, repeat = (
            side.without(places, TIMES) if side is not None else None for side in (self.control, self.repeat)
        )
        return replace(self, baseline=baseline, candidate=candidate, control=control, repeat=repeat)

    def of_sides(self, pair: Pair) -> list[tuple[str, Measured]]:
        """Return the times of both sides with their names."""
        return [(pair.baseline.name, self.baseline), (pair.candidate.name, self.candidate)]

    def of_production(self) -> list[tuple[str, Measured]]:
        """Return production's times with their name (empty: there are none)."""
        return [("production", self.production)] if self.production is not None else []

    def rounds(self) -> list[Round]:
        """Return the pairs of replays to compare: the second one where both sides have one."""
        first = Round(self.baseline, self.candidate)
        if self.control is None or self.repeat is None:
            return [first]
        return [first, Round(self.control, self.repeat)]
