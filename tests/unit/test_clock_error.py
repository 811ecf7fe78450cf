"""The error of the clocks of hosts: where lateness is stated, it is stated too, and no verdict is claimed that depends on it."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.clock import Timeline, monotonic_us, wall_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.compare.gates.evaluate import Outcome, evaluate
from pgrehearse.compare.gates.syntax import parse_gate
from pgrehearse.comparison_view import print_comparison
from pgrehearse.console import out
from pgrehearse.replay.cluster.clock_readings import ClockReadings
from pgrehearse.replay.cluster.host_clocks import Reading
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session.login import Login
from pgrehearse.replay.workers.host_workers import HostLost
from pgrehearse.report.html import render
from pgrehearse.runs.clocks import ClockError, Clocks, HostClock
from pgrehearse.runs.quality.fitness_rules import unfit
from pgrehearse.runs.quality.played import Played
from tests.unit.test_fitness_reasons import evidence
from tests.unit.test_gates import golden_comparison

if TYPE_CHECKING:
    from pgrehearse.compare.comparison import Comparison


def host(name: str, error_us: float | None) -> HostClock:
    return HostClock(name, offset_us=7.0, within_us=2.0, error_us=error_us)


@pytest.mark.parametrize(
    ("hosts", "error", "is_mentioned"),
    [
        ([], ClockError(0.0, ""), False),
        ([host("a", 200.0), host("b", 900.0)], ClockError(900.0, "b"), False),
        ([host("a", 1_400.0), host("b", 900.0)], ClockError(1_400.0, "a"), True),
        ([host("a", 1_400.0), host("b", None)], ClockError(None, "b"), True),
    ],
)
def test_the_error_of_a_run_is_the_largest_of_its_hosts(
    hosts: list[HostClock], error: ClockError, is_mentioned: bool
) -> None:
    """One that is not known is larger than all others."""
    assert Clocks(hosts=hosts).error == error
    assert error.is_mentioned == is_mentioned


def test_an_error_is_stated_with_its_host() -> None:
    """The reader learns how far the clocks agree, or that it is not known."""
    assert str(ClockError(1_400.0, "a")) == "the clocks of the hosts agree with the coordinator's within 1.40 ms (a)"
    assert "is not known: that of b was not read at the end" in str(ClockError(None, "b"))


@pytest.mark.parametrize(
    ("text", "error_us", "outcome"),
    [
        ("lateness.p99 < 5 ms", 0.0, Outcome.PASSED),
        ("lateness.p99 < 5 ms", 1_000.0, Outcome.PASSED),
        ("lateness.p99 < 5 ms", 4_900.0, Outcome.INCONCLUSIVE),
        ("lateness.p99 < 5 ms", None, Outcome.INCONCLUSIVE),
        ("lateness.p99 < 1 us", 1_000.0, Outcome.FAILED),
        ("lateness.p99 > 8 ms", 100.0, Outcome.FAILED),
        ("lateness.p99 <= 1.2 * baseline", 4_000.0, Outcome.INCONCLUSIVE),
        ("coverage > 0.5", 4_900.0, Outcome.PASSED),
        ("statements.failed <= 4", None, Outcome.PASSED),
    ],
)
def test_a_gate_on_lateness_is_inconclusive_if_its_bound_is_nearer_than_the_error(
    text: str, error_us: float | None, outcome: Outcome
) -> None:
    """The clocks decide nothing that does not depend on instants of several hosts."""
    (result,) = evaluate([parse_gate(text)], with_error(golden_comparison(), error_us))
    assert result.outcome == outcome
    assert ("clocks of the hosts" in result.why) == (outcome == Outcome.INCONCLUSIVE)


def with_error(comparison: Comparison, error_us: float | None) -> Comparison:
    """Return a comparison of runs whose hosts have clocks with this error."""
    result = comparison.candidates[0]
    fitness = {
        name: replace(fit, clock_error=ClockError(error_us, "host-b" if error_us != 0 else ""))
        for name, fit in result.fitness.items()
    }
    return replace(comparison, candidates=(replace(result, fitness=fitness),))


def test_the_report_and_the_terminal_state_an_error_above_a_millisecond() -> None:
    """Beside the lateness of each run; a smaller one is only in the manifest."""
    above, below = with_error(golden_comparison(), 1_400.0), with_error(golden_comparison(), 900.0)
    sentence = "the clocks of the hosts agree with the coordinator&#39;s within 1.40 ms (host-b)."
    pages = [StringIO(), StringIO()]
    for comparison, page in zip((above, below), pages, strict=True):
        render(comparison, page)
    assert [page.getvalue().count(sentence) for page in pages] == [len(above.candidates[0].fitness), 0]
    with out.capture() as shown:
        print_comparison(above, "")
    assert "within 1.40 ms (host-b)" in shown.get()


@pytest.mark.parametrize(
    ("harness_late", "late_between", "error", "expected"),
    [
        (0.5, (0.5, 0.5), ClockError(), ["late"]),
        (0.5, (0.4, 0.6), ClockError(2_000.0, "b"), ["late"]),
        (0.5, (0.01, 0.6), ClockError(8_000.0, "b"), ["clocks"]),
        (0.0, (0.0, 0.3), ClockError(8_000.0, "b"), ["clocks"]),
        (0.0, (0.0, 0.01), ClockError(8_000.0, "b"), []),
        (0.0, (0.0, 0.0), ClockError(None, "b"), ["clocks"]),
    ],
)
def test_lateness_by_the_harness_is_claimed_only_if_the_clocks_decide_it(
    harness_late: float, late_between: tuple[float, float], error: ClockError, expected: list[str]
) -> None:
    """Otherwise it is not known, and the reason names the clocks and the remedy."""
    reasons = unfit(
        evidence(Played(100, 0, 0, 0, ""), harness_late=harness_late, late_between=late_between, clock_error=error)
    )
    assert [reason.what for reason in reasons] == expected
    if expected == ["clocks"]:
        assert "is not known, because" in reasons[0].text
        assert "synchronize the clocks" in reasons[0].text


class SimulatedHost:
    """A host that answers at once, by a monotonic clock that is ahead, and reads a target whose clock is that of this machine."""

    def __init__(self, ahead_us: int, *, is_lost_after: int = 1_000) -> None:
        self.name, self.ahead_us, self.calls_left = "host-b", ahead_us, is_lost_after

    def submit(self, method: str, *_: object) -> Future[Any]:
        """Answer ``clock`` and ``target_clock``."""
        future: Future[Any] = Future()
        now_us = monotonic_us()
        if self.calls_left <= 0:
            future.set_exception(HostLost(self.name, "it ended"))
        elif method == "clock":
            future.set_result(now_us + self.ahead_us)
        else:
            own_us = now_us + self.ahead_us
            future.set_result([Reading(own_us - 50, wall_us() + 3_000_000, own_us + 50)])
        self.calls_left -= 1
        return future

    def shutdown(self) -> None:
        """Do nothing."""


LOGIN = Login(Endpoint.parse("host=127.0.0.1 user=u dbname=d"), "test", read_only=True)


def readings_of(host: SimulatedHost) -> HostClock:
    """Return the facts of a host over a run that ends at once."""
    readings = ClockReadings(host, LOGIN, Passwords(""))
    readings.start()
    timeline = Timeline.starting_in(0)
    own = readings.own(timeline)
    assert abs(own.monotonic_start_us - timeline.monotonic_start_us - host.ahead_us) < 1_000_000
    readings.read_later()
    readings.end()
    return readings.facts(timeline)


def test_the_facts_of_a_host_have_its_offset_and_that_of_the_target() -> None:
    """The offsets are those that the readings were made with, within the stated bounds."""
    clock = readings_of(SimulatedHost(5_000_000_000))
    assert abs(clock.offset_us - 5_000_000_000) <= clock.within_us
    assert clock.error_us is not None
    assert clock.drift_ppm is not None
    assert abs(clock.drift_ppm) <= (clock.drift_within_ppm or 0.0)
    assert clock.target.start_us == pytest.approx(3_000_000, abs=500_000)
    assert clock.target.end_us == pytest.approx(3_000_000, abs=500_000)
    assert (clock.target.start_within_us or 0.0) >= 50


def test_the_error_of_a_host_that_answers_no_more_is_not_known() -> None:
    """No call after the start was answered: 33 were, for the target's clock and its own."""
    clock = readings_of(SimulatedHost(0, is_lost_after=33))
    assert (clock.error_us, clock.drift_ppm, clock.target.end_us) == (None, None, None)


def test_the_error_of_a_host_that_was_lost_is_known_until_its_last_answer() -> None:
    """A call during the replay is a reading, too."""
    clock = readings_of(SimulatedHost(0, is_lost_after=34))
    assert clock.error_us is not None
    assert clock.target.end_us is None
