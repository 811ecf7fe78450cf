"""Events in mid-run in a comparison: figures of phases, what they mean for the verdict, gates, and every output."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from pgrehearse.base.errors import UsageProblem
from pgrehearse.compare.compare import compare_paths
from pgrehearse.compare.comparison import Comparison, QueryOutcome, Verdict
from pgrehearse.compare.event_findings import event_words
from pgrehearse.compare.finding import Severity
from pgrehearse.compare.gates.evaluate import Outcome, evaluate
from pgrehearse.compare.gates.syntax import parse_gate
from pgrehearse.comparison_view import print_comparison
from pgrehearse.report.html import render
from pgrehearse.report.json_document import document
from pgrehearse.report.markdown import markdown
from pgrehearse.run_view import print_run
from pgrehearse.runs.fail_over_facts import FailOverFacts
from pgrehearse.runs.mid_run_events import MidRunEvent
from pgrehearse.runs.quality.fitness import fitness
from pgrehearse.runs.read import Run
from tests.conftest import held_to_schema
from tests.runs_with_events import TOOK_US, Replayed, workload_of

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.workload.read import Workload

SECOND = 1_000_000
INDEX = MidRunEvent(1, "index build", "sql", 15 * SECOND, 15 * SECOND, 22 * SECOND)
BLOCKED = {16: 3.0, 17: 5.0}


@pytest.fixture(scope="module")
def workload(tmp_path_factory: pytest.TempPathFactory) -> Workload:
    return workload_of(tmp_path_factory.mktemp("workload"))


def compared(workload: Workload, folder: Path, baseline: Replayed, candidate: Replayed) -> Comparison:
    baseline.write(workload, folder / "control.run")
    candidate.write(workload, folder / "candidate.run")
    return compare_paths(folder / "control.run", [folder / "candidate.run"])


@pytest.fixture(scope="module")
def both(workload: Workload, tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """Both sides built an index; on each of them other statements failed because of it, as many."""
    control = Replayed(
        {range(15, 22): 310_000, range(22, 25): 90_000}, failing={19: "55P03"}, waiting=BLOCKED, events=(INDEX,)
    )
    candidate = Replayed(
        {range(15, 22): 310_000, range(22, 27): 90_000}, failing={20: "55P03"}, waiting=BLOCKED, events=(INDEX,)
    )
    return compared(workload, tmp_path_factory.mktemp("both"), control, candidate)


def test_the_figures_of_phases_are_those_of_their_statements(both: Comparison) -> None:
    """Ten statements a second; a session waited for a lock when the samples of two seconds were taken."""
    events = both.candidates[0].events
    assert [(side.side, side.own) for side in events.sides] == [("control", True), ("candidate", True)]
    during = events.sides[1].phase("during")
    assert during is not None
    assert (during.seconds, during.p99_us, during.failed, during.errors) == (7.0, 310_000, 10, {"55P03": 10})
    assert (during.slow, during.lock_waits, during.lock_depth, during.lock_cycles) == (during.statements, 5, 2, 1)
    # A statement every 100 ms takes 310 ms: four of them run at each of the two samples, and those that begin or end in it.
    assert 6 <= (during.blocked or 0) <= 10
    assert [figures.phase for figures in events.sides[1].phases] == ["before", "during", "recovery", "after"]
    assert sum(figures.statements for figures in events.sides[1].phases) == 400


@pytest.mark.parametrize(("state", "failed"), [("23505", 0), ("40001", 10)])
def test_failures_of_production_are_no_effect_of_an_event(tmp_path: Path, state: str, failed: int) -> None:
    """A statement that fails as in production counts as ok, one that fails with another SQLSTATE does not."""
    workload = workload_of(tmp_path, failed={19: "23505"})
    result = compared(
        workload, tmp_path, Replayed(failing={19: "23505"}), Replayed(failing={19: state}, events=(INDEX,))
    )
    side = next(side for side in result.candidates[0].events.sides if side.own)
    during = side.phase("during")
    assert during is not None
    assert (during.failed, during.statements, side.events[0].during.failed) == (failed, 71, failed)
    assert ("statements failed" in event_words(side, side.events[0])) == bool(failed)


def test_an_event_is_a_sentence(both: Comparison) -> None:
    side = both.candidates[0].events.sides[1]
    words = event_words(side, side.events[0])
    assert words.startswith(
        "index build: p99 rose from 4.60 ms to 310 ms; not normal for 12 s; 10 statements failed (8.3%"
    )
    assert "71 slow statements; " in words
    assert words.endswith("of them ran while sessions waited for a lock (at most 5 at once); normal again after 5.00 s")
    assert any("index build: p99 rose from" in finding.what for finding in both.findings)


def test_the_same_event_hits_other_statements_on_each_side(both: Comparison) -> None:
    """As many failed on both sides: the candidate did not regress, and all executions are compared."""
    result = both.candidates[0]
    assert (result.errors["new"], result.errors["vanished"]) == (10, 10)
    assert (result.events.same, result.events.left_out, result.fit) == (True, 0, True)
    assert both.verdict == Verdict.UNCHANGED


def test_an_instant_belongs_to_an_event_until_statements_are_normal(both: Comparison) -> None:
    """An outage that begins there gets the event as its cause."""
    events = both.candidates[0].events
    instants = [events.at("candidate", second * SECOND) for second in (14, 15, 22, 26, 28)]
    assert instants == ["", "index build", "index build", "index build", ""]
    assert events.at("another", 15 * SECOND) == ""


def test_more_failures_than_on_the_baseline_count(workload: Workload, tmp_path: Path) -> None:
    control = Replayed(events=(INDEX,))
    candidate = Replayed(failing={20: "55P03"}, events=(INDEX,))
    found = compared(workload, tmp_path, control, candidate)
    assert (found.verdict, found.fit) == (Verdict.REGRESSED, True)
    assert any(
        "10 more statements than on the baseline failed while an event disturbed" in text for text in found.reasons
    )


def test_the_same_event_can_end_a_statement_with_another_sqlstate(workload: Workload, tmp_path: Path) -> None:
    """A restart ends one connection with 57P01, and another one without a message of the server: as many failures on both sides."""
    control = Replayed(failing={19: "57P01"}, events=(INDEX,))
    found = compared(workload, tmp_path, control, Replayed(failing={19: "08006"}, events=(INDEX,)))
    assert (found.candidates[0].errors["different"], found.verdict) == (10, Verdict.UNCHANGED)


def test_what_an_event_of_one_side_disturbs_is_not_compared(workload: Workload, tmp_path: Path) -> None:
    """The candidate was slow for twelve seconds, because of its event alone."""
    slow = Replayed({range(15, 22): 310_000, range(22, 27): 90_000}, events=(INDEX,))
    found = compared(workload, tmp_path, Replayed(), slow)
    result = found.candidates[0]
    assert (result.events.same, result.events.left_out) == (False, 120)
    assert (found.verdict, result.queries[0].candidate.n) == (Verdict.UNCHANGED, 400 - 120)
    assert result.queries[0].candidate.p99_us == TOOK_US + 600
    assert [side.own for side in result.events.sides] == [False, True]
    assert [(figures.phase, figures.statements) for figures in result.events.sides[0].phases][:1] == [("before", 150)]
    assert any(
        "did not have the same events in mid-run: control had none" in finding.what for finding in found.findings
    )


def test_a_change_that_stays_after_an_event_is_a_regression_that_names_it(workload: Workload, tmp_path: Path) -> None:
    """The time to normal is not known: only the executions during the event are left out."""
    slow = Replayed({range(15, 40): 40_000}, events=(INDEX,))
    found = compared(workload, tmp_path, Replayed(), slow)
    result = found.candidates[0]
    assert (found.verdict, result.queries[0].outcome) == (Verdict.REGRESSED, QueryOutcome.REGRESSED)
    assert result.events.sides[1].events[0].normal_s is None
    assert any("after index build on candidate the statements did not become normal" in text for text in found.reasons)
    (gate,) = evaluate([parse_gate("events.normal_s <= 30")], found)
    assert (gate.outcome, gate.why.startswith("not known of index build: no 3 consecutive")) == (
        Outcome.INCONCLUSIVE,
        True,
    )


def test_at_full_speed_there_are_no_response_times(workload: Workload, tmp_path: Path) -> None:
    """Slow statements are those with a long service time then; an event without an effect is no warning."""
    slow = Replayed({range(15, 22): 310_000}, events=(INDEX,), speed="max")
    found = compared(workload, tmp_path, Replayed(events=(INDEX,), speed="max"), slow)
    control, candidate = (side.events[0] for side in found.candidates[0].events.sides)
    assert (candidate.during.response_p99_us, candidate.during.slow, candidate.normal_s) == (None, 70, 0.0)
    assert (control.during.slow, control.disturbed_s) == (0, 0)
    words = "control: index build: p99 did not rise (4.60 ms before, 4.60 ms during it)"
    assert [finding.severity for finding in found.findings if finding.what == words] == [Severity.INFORMATION]
    (gate,) = evaluate([parse_gate("phase.during.response_p99 < 1 s")], found)
    assert (gate.outcome, gate.why) == (Outcome.INCONCLUSIVE, "no statement of this phase had a response time")


def test_an_event_that_failed_leaves_no_verdict(workload: Workload, tmp_path: Path) -> None:
    """The experiment is not the one that was planned."""
    failed = MidRunEvent(1, "index build", "sql", 15 * SECOND, 15 * SECOND, 16 * SECOND, "relation does not exist")
    found = compared(workload, tmp_path, Replayed(events=(failed,)), Replayed(events=(failed,)))
    assert found.verdict == Verdict.INCONCLUSIVE
    assert "control: 1 of 1 events failed: event 1 (index build): relation does not exist" in found.reasons
    (gate,) = evaluate([parse_gate("events.failed == 0")], found)
    assert (gate.outcome, gate.value) == (Outcome.FAILED, 1.0)


@pytest.mark.parametrize(
    ("text", "outcome", "value"),
    [
        ("phase.during.p99 < 400 ms", Outcome.PASSED, 310_000),
        ("phase.during.p99 <= 2 * baseline", Outcome.PASSED, 310_000),
        ("phase.during.p99 < 100 ms", Outcome.FAILED, 310_000),
        ("phase.before.p50 < 5 ms", Outcome.PASSED, 4_300),
        ("phase.after.response_p99 < 5 ms", Outcome.PASSED, 4_600),
        ("phase.recovery.n == 49", Outcome.PASSED, 49),
        ("phase.during.failed_share < 1 %", Outcome.FAILED, 10 / 71),
        ("phase.during.lock_waits <= 4", Outcome.FAILED, 5),
        ("phase.during.lock_depth <= 2", Outcome.PASSED, 2),
        ("phase.during.lock_cycles == 0", Outcome.FAILED, 1),
        ("phase.after.blocked == 0", Outcome.PASSED, 0),
        ("phase.before.slow == 0", Outcome.PASSED, 0),
        ("events.normal_s <= 5", Outcome.PASSED, 5),
        ("events.normal_s <= 4 s", Outcome.FAILED, 5),
        ("events.disturbed_s <= baseline", Outcome.FAILED, 12),
        ("events.count == 1", Outcome.PASSED, 1),
        ("events.failed == 0", Outcome.PASSED, 0),
        ("events.lost == 0", Outcome.INCONCLUSIVE, None),
    ],
)
def test_a_gate_on_events_and_phases_is_evaluated(
    both: Comparison, text: str, outcome: Outcome, value: float | None
) -> None:
    (gate,) = evaluate([parse_gate(text)], both)
    assert gate.outcome == outcome
    assert gate.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("cost", "text", "outcome", "value"),
    [
        (FailOverFacts(1, 1_500_000, 3, 2), "events.outage_s < 2 s", Outcome.PASSED, 1.5),
        (FailOverFacts(1, 1_500_000, 3, 2), "events.unconfirmed <= 2", Outcome.FAILED, 3),
        (FailOverFacts(1, 1_500_000, 3, 2), "events.lost == 2", Outcome.PASSED, 2),
        (FailOverFacts(1, None, 0, None, "two servers"), "events.lost == 0", Outcome.INCONCLUSIVE, None),
        (FailOverFacts(1, None, 0, None, "two servers"), "events.outage_s < 2", Outcome.INCONCLUSIVE, None),
    ],
)
def test_a_gate_on_a_failover_is_evaluated(
    both: Comparison, cost: FailOverFacts, text: str, outcome: Outcome, value: float | None
) -> None:
    """What is not known is inconclusive."""
    result = both.candidates[0]
    control, candidate = result.events.sides
    costly = replace(candidate, events=(replace(candidate.events[0], fail_over=cost),))
    events = replace(result.events, sides=(control, costly))
    (gate,) = evaluate([parse_gate(text)], replace(both, candidates=(replace(result, events=events),)))
    assert (gate.outcome, gate.value) == (outcome, value)
    assert cost.words() in event_words(costly, costly.events[0])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("phase.lunch.p99 < 1 s", "unknown metric 'phase.lunch'"),
        ("phase.during.p98 < 1 s", "has no p98"),
        ("phase.during.p99 < 5", "not measured in numbers without a unit"),
        ("phase.during.failed < 5 ms", "not measured in ms"),
        ("events.p99 < 5 ms", "has no p99"),
        ("events.normal_s <= 5 over 5m", "only metrics have windows"),
    ],
)
def test_an_invalid_gate_on_events_is_an_error(text: str, fault: str) -> None:
    with pytest.raises(UsageProblem, match=fault):
        parse_gate(text)


def test_every_output_has_the_events(both: Comparison, capsys: pytest.CaptureFixture[str]) -> None:
    """The page marks them in every plot over time; JSON has its schema."""
    page, plots = io.StringIO(), both.candidates[0].series
    render(both, page)
    assert len(plots) > 4
    assert all(("control", "index build") in [mark[2:] for mark in plot.events] for plot in plots)
    assert page.getvalue().count("control: index build from 15 to 22 s.") == len([plot for plot in plots if plot.lines])
    assert "Before, during and after" in page.getvalue()
    print_comparison(both, "")
    assert "normal again after 5.00 s" in capsys.readouterr().out
    assert "| candidate | during |" in markdown(both, [])
    written = document(both)
    held_to_schema("compare", json.loads(json.dumps(written)))
    assert written["candidates"][0]["events"]["sides"][1]["events"][0]["normal_s"] == 5.0


def test_a_comparison_without_events_does_not_mention_them(workload: Workload, tmp_path: Path) -> None:
    """Gates on events are inconclusive then."""
    found = compared(workload, tmp_path, Replayed(), Replayed())
    page = io.StringIO()
    render(found, page)
    assert "in mid-run" not in page.getvalue() + markdown(found, [])
    gates = evaluate([parse_gate("events.count == 0"), parse_gate("phase.before.p99 < 1 s")], found)
    assert {(gate.outcome, gate.why) for gate in gates} == {
        (Outcome.INCONCLUSIVE, "the replay had no event in mid-run")
    }


def test_a_run_has_the_phase_of_each_outcome(workload: Workload, tmp_path: Path) -> None:
    """The columns are computed when they are read."""
    Replayed({range(15, 25): 90_000}, events=(INDEX,)).write(workload, tmp_path / "a.run")
    run = Run.open(tmp_path / "a.run")
    counts = run.outcomes_by_phase().group_by("phase", "event").len().sort("len").collect()
    assert counts.rows() == [("recovery", 1, 29), ("during", 1, 71), ("after", None, 150), ("before", None, 160)]
    assert np.isclose(run.phases().spans[0].normal_s or 0, 3.0)


def test_a_run_is_shown_with_the_time_to_normal(
    workload: Workload, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The errors of an event do not make the run unfit."""
    replayed = Replayed({range(15, 25): 90_000}, failing={16: "55P03"}, events=(INDEX,))
    run = replayed.write(workload, tmp_path / "a.run")
    fit = fitness(run, workload)
    print_run(run, fit, str(run.path), paced=True)
    assert "event 1 (index build) at 15.00 s: took 7.00 s; normal again after 3.00 s" in capsys.readouterr().out
    assert (fit.fit, fit.errors["new"], fit.new_errors.failed) == (True, 10, 0)
