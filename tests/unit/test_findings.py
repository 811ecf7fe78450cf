"""Findings: what got worse, by how much, why as far as it was recorded, and what to do next. Each finding is derived from the comparison."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pgrehearse.compare.comparison import (
    CandidateResult,
    Caution,
    Comparison,
    Headroom,
    HostLoad,
    Load,
    MetricRow,
    Noise,
    PlanStatus,
    QueryOutcome,
    Verdict,
)
from pgrehearse.compare.event_values import EventComparison, EventFigures, PhaseFigures, SideEvents
from pgrehearse.compare.finding import Finding, Severity
from pgrehearse.compare.findings import findings
from pgrehearse.runs.fitness_values import Unfit
from tests.golden.test_golden import comparison

GOLDEN = comparison()
(ONE,) = GOLDEN.candidates
SLOW = ONE.queries[0]
FITNESS = ONE.fitness["candidate"]


def with_candidate(**changes: Any) -> Comparison:
    """The golden comparison with another candidate result."""
    candidate = replace(ONE, **changes)
    return replace(GOLDEN, verdict=candidate.verdict, fit=candidate.fit, candidates=(candidate,))


def with_query(**changes: Any) -> Comparison:
    """The golden comparison with another slower query."""
    return with_candidate(queries=(replace(SLOW, **changes), *ONE.queries[1:]))


def about(all_findings: tuple[Finding, ...], words: str) -> Finding:
    """The one finding whose first sentence has these words."""
    (finding,) = [finding for finding in all_findings if words in finding.what]
    return finding


def test_a_regression_opens_the_findings() -> None:
    """With the size of the change, its cause by plan and index, and what to do."""
    result = findings(GOLDEN)
    assert [finding.severity for finding in result[:2]] == [Severity.WORSE] * 2
    slower = about(result, "A query is slower")
    assert "select id from videos where workspace_id = $?" in slower.what
    assert "p50 120 µs → 1.90 ms (15.8 x) in 500 executions" in slower.how_much
    assert "videos by Index Scan using videos_ws -> Seq Scan" in slower.why
    assert "candidate does not have the index public.videos_ws" in slower.why
    assert slower.next_step == "create the index public.videos_ws on candidate and replay again"
    assert slower.query_key == SLOW.query_key


@pytest.mark.parametrize(
    ("status", "why", "next_step"),
    [
        (PlanStatus.CAPTURE, "a capture has no plans", "replay the workload to a copy of production"),
        (PlanStatus.NOT_RECORDED, "no plan was recorded for both sides", "without --no-metrics"),
        (PlanStatus.NOT_OF_QUERY, "no plan of this query was recorded", "EXPLAIN (ANALYZE, BUFFERS)"),
        (PlanStatus.UNAVAILABLE, "EXPLAIN failed on a server", "EXPLAIN (ANALYZE, BUFFERS)"),
        (PlanStatus.COMPARED, "the recorded plans of both sides do not differ", "waits and metrics"),
    ],
)
def test_without_a_plan_difference_no_cause_is_claimed(status: PlanStatus, why: str, next_step: str) -> None:
    """The finding states which plan is missing and how to record it."""
    slower = about(findings(with_query(plans=(), plan_status=status)), "A query is slower")
    assert why in slower.why
    assert next_step in slower.next_step
    assert "index" not in slower.why


def test_a_table_that_was_never_analyzed_is_named() -> None:
    """Only if it is a table of the plan that differs."""
    other, same = (
        ("statistics of public.t", "2026-11-24", "never"),
        ("statistics of public.videos", "2026-11-24", "never"),
    )
    slower = about(findings(with_candidate(settings=(other, same))), "A query is slower")
    assert slower.next_step == "run ANALYZE public.videos on candidate and replay again"
    assert "public.t " not in slower.why


@pytest.mark.parametrize(
    ("changes", "what", "next_step"),
    [
        (
            {"fit": False, "fitness": {"b": replace(FITNESS, unfit=[Unfit("late", "7% of statements were late")])}},
            "run b is not fit to be compared",
            "--workers",
        ),
        (
            {
                "fit": False,
                "fitness": {"b": replace(FITNESS, unfit=[Unfit("late", "7% of statements were late")])},
                "hosts": (HostLoad("a", others=95.0), HostLoad("b", others=90.0)),
            },
            "run b is not fit to be compared",
            "replay again while nothing else uses the host",
        ),
        (
            {"doubts": (Caution("other programs used 60 %", "replay again"),)},
            "other programs used 60 %",
            "replay again",
        ),
        ({"reasons": ("something",)}, "something", "replay again"),
    ],
)
def test_an_inconclusive_comparison_opens_with_its_reason(changes: dict[str, Any], what: str, next_step: str) -> None:
    """And no query is reported as slower or faster."""
    result = findings(with_candidate(verdict=Verdict.INCONCLUSIVE, **changes))
    assert result[0].severity == Severity.INCONCLUSIVE
    assert what in result[0].what
    assert next_step in result[0].next_step
    assert not {Severity.WORSE, Severity.BETTER} & {finding.severity for finding in result}
    assert "this is not a result" in about(result, "1 query seems slower").what


def test_an_unfit_run_reports_no_error_as_new() -> None:
    """The errors may come from the replay itself."""
    assert not [
        finding
        for finding in findings(with_candidate(verdict=Verdict.INCONCLUSIVE, fit=False))
        if "fails" in finding.what
    ]


def test_an_accepted_error_is_no_finding_of_its_own() -> None:
    """It is reported once, as accepted."""
    row = replace(ONE.differences[0], accepted="since PR 812")
    changes = {"differences": (row,), "errors": {**ONE.errors, "new": 0}, "accepted": ("accepted: 1 errors 40001",)}
    result = findings(with_candidate(**changes))
    assert not [finding for finding in result if "fails" in finding.what]
    assert about(result, "Accepted: 1 errors 40001").severity == Severity.INFORMATION


def test_more_errors_and_queries_than_are_named_are_counted() -> None:
    """The number of those that are not listed is reported."""
    rows = tuple(replace(ONE.differences[0], query_key=f"q{n}", sql=f"delete from t{n}", count=2) for n in range(5))
    queries = tuple(replace(SLOW, query_key=f"s{n}", sql=f"select {n}") for n in range(8))
    result = findings(with_candidate(differences=rows, errors={**ONE.errors, "new": 10}, queries=queries))
    assert sum("A statement fails" in finding.what for finding in result) == 3
    assert about(result, "more statements fail").what.startswith("4 more")
    assert sum("A query is slower" in finding.what for finding in result) == 5
    assert "3 more queries are slower" in about(result, "more queries are").what


def test_an_unchanged_comparison_states_what_would_have_been_found() -> None:
    """The smallest detectable change of the median query."""
    queries = tuple(replace(query, outcome=QueryOutcome.UNCHANGED) for query in ONE.queries)
    finding = about(findings(with_candidate(verdict=Verdict.UNCHANGED, queries=queries)), "No query is slower")
    assert finding.how_much == "3 queries were tested"
    assert "+14%" in finding.why


def test_metrics_and_waits_are_reported_only_beyond_the_threshold() -> None:
    """As reported, not tested; in the direction that is worse for the metric."""
    stats = {"n": 30.0, "mean": 10.0, "p50": 10.0, "p99": 10.0, "max": 10.0}
    rows = tuple(
        MetricRow(f"host/i/{name}", name, "", "1/s", better, stats, {**stats, "mean": mean}, "host")
        for name, better, mean in (
            ("read_iops", "lower", 40.0),
            ("write_iops", "lower", 10.4),
            ("commits_per_s", "higher", 20.0),
            ("cache_hit_ratio", "higher", 5.0),
            ("steal_percent", "neither", 90.0),
        )
    )
    quiet = Noise(measured=True, floor=0.02)
    load = (
        Load("wait", "IO", (0.5, 1.5)),
        Load("event", "IO:DataFileRead", (0.4, 1.3)),
        Load("wait", "CPU", (1.0, 1.05)),
    )
    result = findings(with_candidate(metrics=rows, load=load, noise=quiet))
    metrics = about(result, "changed for the worse")
    assert metrics.what.startswith("2 metrics changed for the worse by more than 10% (reported, not tested)")
    assert metrics.how_much == "read_iops 10 -> 40 1/s; cache_hit_ratio 10 -> 5 1/s"
    waits = about(result, "More sessions")
    assert "wait class IO" in waits.what
    assert (waits.how_much, waits.why) == (
        "0.5 -> 1.5 sessions on average",
        "most of them in wait event IO:DataFileRead: 0.4 -> 1.3 sessions",
    )


def test_a_regressed_candidate_comes_before_an_inconclusive_one() -> None:
    """The verdict of the comparison is the worst candidate's."""
    other: CandidateResult = replace(
        ONE, name="second", verdict=Verdict.INCONCLUSIVE, doubts=(Caution("busy", "wait"),)
    )
    result = findings(replace(GOLDEN, candidates=(other, ONE)))
    assert (result[0].candidate, result[0].severity) == ("candidate", Severity.WORSE)
    assert [finding.candidate for finding in result if finding.severity == Severity.INCONCLUSIVE] == ["second"]


def test_findings_are_a_function_of_the_comparison() -> None:
    """The same comparison gives the same findings."""
    assert findings(GOLDEN) == findings(comparison())


@pytest.mark.parametrize(("server", "found"), [(None, 1), (97.0, 1), (20.0, 0)])
def test_the_processors_of_a_shared_machine_are_not_the_limit_of_its_server(server: float | None, found: int) -> None:
    """Other programs and the replay used them, as far as the server's own share is measured."""
    own = {"n": 20, "mean": 15.0, "p50": 15.0, "p99": 19.0, "max": server or 0.0, "every_s": 1.0}
    row = MetricRow("host/primary/server_cpu_percent", "server_cpu_percent", "", "percent", "lower", own, own, "host")
    result = findings(
        with_candidate(
            headroom=(Headroom("candidate", "processor", "percent", 100.0, 100.0),),
            metrics=(row,) if server is not None else (),
        )
    )
    assert sum("of its processor limit" in finding.what for finding in result) == found


def test_events_of_one_side_come_before_what_can_be_their_consequence() -> None:
    """The question of such a comparison is what the event does; errors and regressions in it follow."""
    during, recovery = (
        PhaseFigures("during", 1.0, 9, p99_us=5e3, failed=2, errors={"25006": 2}),
        PhaseFigures("recovery", 0.0),
    )
    event = EventFigures(1, "read-only", "read_only", 0, 1_000_000, "", 0.0, "", 1, during, recovery)
    side = SideEvents("candidate", True, (event,), (during, recovery))
    first, *rest = findings(with_candidate(events=EventComparison((side,), same=False)))
    assert first.what.startswith("candidate: read-only: p99")
    assert Severity.WORSE in {finding.severity for finding in rest}
    assert findings(with_candidate(events=EventComparison((side,), same=True)))[0].severity == Severity.WORSE


@pytest.mark.parametrize(
    ("others", "words", "step"),
    [(3.0, "used 96% of its processor limit", "raise the limit"), (90.0, "90% with other programs", "nothing else")],
)
def test_a_busy_host_is_no_limit_of_its_server(others: float, words: str, step: str) -> None:
    """Processors that other programs use are not used by the candidate."""
    room = Headroom("candidate", "processor", "percent", 96.0, 100.0)
    result = with_candidate(headroom=(room,), hosts=(HostLoad("candidate", others=others),))
    finding = about(findings(result), words)
    assert step in finding.next_step
