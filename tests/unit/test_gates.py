"""Gates: syntax, outcomes, accepted changes, and the files for pipelines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from pgrehearse.base.errors import Exit, UsageProblem
from pgrehearse.compare.accepted_changes import Accepted, take_out
from pgrehearse.compare.comparison import Comparison, Difference, Series, Verdict
from pgrehearse.compare.end_state.values import StateComparisons
from pgrehearse.compare.gates.evaluate import Outcome, evaluate
from pgrehearse.compare.gates.exit_code import gates_exit_code
from pgrehearse.compare.gates.gate_file import read_gates
from pgrehearse.compare.gates.syntax import parse_gate
from pgrehearse.report.junit import junit
from pgrehearse.report.markdown import markdown
from pgrehearse.runs.run_facts import ReaderFacts, StaleReads
from tests.golden.test_golden import comparison, latency

if TYPE_CHECKING:
    from pathlib import Path


def golden_comparison(**more: object) -> Comparison:
    """Return the golden comparison with times of all statements and coverage; *more*: other values of its candidate."""
    result = comparison()
    candidate = result.candidates[0]
    fitness = {name: replace(fit, coverage=0.99) for name, fit in candidate.fitness.items()}
    overall = {"baseline": latency(600, 100), "candidate": latency(600, 108)}
    return replace(result, candidates=(replace(candidate, fitness=fitness, overall=overall, **more),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("latency.p50 <= 1.10 * baseline", Outcome.PASSED),
        ("latency.p50 <= 1.05 * baseline", Outcome.FAILED),
        ("latency.p99 < baseline", Outcome.FAILED),
        ('query["aaaa"].p50 < 2 ms', Outcome.PASSED),
        ('query["aaaa"].p50 < 1800 us', Outcome.FAILED),
        ('query["update <t>"].p95 <= 0.3 ms', Outcome.PASSED),
        ("errors.new == 0", Outcome.FAILED),
        ("errors.vanished == 0", Outcome.PASSED),
        ("regressed.count == 0", Outcome.FAILED),
        ("improved.count >= 1", Outcome.FAILED),
        ("coverage >= 0.99", Outcome.PASSED),
        ("coverage >= 99.5 %", Outcome.FAILED),
        ("statements.failed <= 4", Outcome.PASSED),
        ("lateness.p99 < 5 ms", Outcome.PASSED),
        ("cpu_percent.mean < 60", Outcome.INCONCLUSIVE),
        ("commits_per_s.mean >= 0.98 * baseline", Outcome.INCONCLUSIVE),
        ("errors.new <= 1.1 * baseline", Outcome.INCONCLUSIVE),
        ("state.tables_different == 0", Outcome.FAILED),
        ("state.tables_different <= 1", Outcome.INCONCLUSIVE),
        ("state.rows_different < 2", Outcome.FAILED),
        ("state.rows_different == 2", Outcome.INCONCLUSIVE),
        ("state.tables_not_compared == 1", Outcome.PASSED),
        ("state.sequences_different == 0", Outcome.FAILED),
    ],
)
def test_a_gate_is_evaluated(text: str, outcome: Outcome) -> None:
    """By its statistic and bound; a missing value is inconclusive, never a pass."""
    (gate_result,) = evaluate([parse_gate(text)], golden_comparison())
    assert (gate_result.outcome, gate_result.candidate) == (outcome, "candidate")
    assert gate_result.why


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("latency <= 3 ms", "has no value without a statistic"),
        ("latency.p98 <= 3 ms", "has no p98"),
        ("latency.p99 <= 3", "not measured in numbers without a unit"),
        ("latency.p99 <= 3 %", "not measured in %"),
        ("replica_lag.p99 < 100 ms", "unknown metric 'replica_lag'"),
        ("cpu_percent.mean < 60 ms", "not measured in ms"),
        ('query["nothing like it"].p95 < 1 ms', "no such query"),
        ("query.p95 < 1 ms", "query and own require a key"),
        ("errors.new = 0", "invalid gate"),
        ("drop table", "invalid gate"),
        ("latency.p99 <= 2 ms * baseline", "has no unit"),
        ("errors.new == 0 over 5m", "only metrics have windows"),
        ("latency.p99 <= 3 lightyears", "invalid gate"),
    ],
)
def test_an_invalid_gate_is_never_a_pass(text: str, fault: str) -> None:
    """Exit 2, with the gate and a remedy."""
    with pytest.raises(UsageProblem, match=fault) as caught:
        evaluate([parse_gate(text)], golden_comparison())
    assert caught.value.remedy
    assert caught.value.exit_code == 2


def test_a_gate_on_states_that_were_not_taken_is_inconclusive() -> None:
    """With the reason of the comparison."""
    golden = golden_comparison(
        end_state=StateComparisons(missing="candidate has no end state: replay with --end-state")
    )
    (gate_result,) = evaluate([parse_gate("state.tables_different == 0")], golden)
    assert (gate_result.outcome, gate_result.why) == (
        Outcome.INCONCLUSIVE,
        "candidate has no end state: replay with --end-state",
    )


def test_an_unfit_run_passes_no_gate_on_latency() -> None:
    """Gates on the run itself are evaluated."""
    comparison_of_unfit_run = golden_comparison(fit=False)
    results = evaluate([parse_gate("latency.p50 < 1 s"), parse_gate("coverage > 0.9")], comparison_of_unfit_run)
    assert [result.outcome for result in results] == [Outcome.INCONCLUSIVE, Outcome.PASSED]


def test_no_gate_on_speed_is_evaluated_on_a_busy_host() -> None:
    """Gates on errors are evaluated; drifted errors are counted separately."""
    on_busy_host = golden_comparison(verdict=Verdict.INCONCLUSIVE, uncertain=("a: other programs used 60 %",))
    texts = ("latency.p50 < 1 s", "regressed.count == 0", "errors.drifted == 3", "errors.new == 1")
    results = evaluate([parse_gate(text) for text in texts], on_busy_host)
    assert [result.outcome for result in results] == [Outcome.INCONCLUSIVE] * 2 + [Outcome.PASSED] * 2
    assert "other programs used 60 %" in results[0].why


@pytest.mark.parametrize(
    ("per_second", "outcome", "words"),
    [
        (10, Outcome.FAILED, "1 of 3 windows in breach, the worst 700"),
        (1, Outcome.INCONCLUSIVE, "fewer than 100 samples"),
    ],
)
def test_a_gate_over_windows_needs_samples(per_second: int, outcome: Outcome, words: str) -> None:
    """Each complete window must hold; a window needs a hundred samples."""
    seconds = tuple(n / per_second for n in range(65 * per_second))
    values = tuple(700.0 if 25 <= second < 38 else 20.0 for second in seconds)
    row = golden_comparison().candidates[0].metrics[0]
    lag = replace(
        row,
        name="replica_lag_ms",
        key="postgres/standby/replica_lag_ms",
        candidate={"mean": 1.0, "p50": 1.0, "p99": 700.0, "max": 700.0},
    )
    line = Series(
        "replica_lag_ms",
        "ms",
        (("control", seconds, (5.0,) * len(seconds)), ("candidate", seconds, values)),
        metric=lag.key,
    )
    (gate_result,) = evaluate(
        [parse_gate("replica_lag_ms.p99 < 100 ms over 20s")], golden_comparison(metrics=(lag,), series=(line,))
    )
    assert gate_result.outcome == outcome
    assert words in gate_result.why
    if gate_result.windows:
        assert [(window.side, window.broken, window.longest_s, window.stretches) for window in gate_result.windows] == [
            ("control", 0, 0.0, ()),
            ("candidate", 1, 20.0, ((20.0, 40.0),)),
        ]


def test_metrics_of_two_kinds_are_never_compared() -> None:
    """Aurora's writes are records of its log: a relative gate is exit 2; an absolute bound can be evaluated."""
    row = golden_comparison().candidates[0].metrics[0]
    stats = {"n": 9.0, "mean": 500.0, "p50": 500.0, "p99": 900.0, "max": 950.0}
    rds = replace(
        row,
        name="write_iops",
        key="cloudwatch/a/write_iops",
        source="cloudwatch",
        unit="1/s",
        baseline=stats,
        candidate=None,
    )
    aurora = replace(
        rds, key="cloudwatch-aurora/b/write_iops", source="cloudwatch-aurora", baseline=None, candidate=stats
    )
    with_two_kinds = golden_comparison(metrics=(rds, aurora))
    with pytest.raises(UsageProblem, match="another meaning on each side"):
        evaluate([parse_gate("write_iops.mean <= 1.1 * baseline")], with_two_kinds)
    assert evaluate([parse_gate("write_iops.mean <= 600")], with_two_kinds)[0].outcome == Outcome.PASSED


def test_an_own_metric_is_a_gate() -> None:
    """By its name; a name that no run has is a usage problem."""
    row = golden_comparison().candidates[0].metrics[0]
    depth = replace(
        row,
        name="queue depth",
        key="own/primary/queue depth",
        source="own",
        unit="jobs",
        candidate={"n": 9.0, "mean": 3.0, "p50": 3.0, "p99": 4.0, "max": 4.0},
    )
    with_own_metric = golden_comparison(metrics=(depth,))
    assert evaluate([parse_gate('own["queue depth"].mean < 5')], with_own_metric)[0].outcome == Outcome.PASSED
    with pytest.raises(UsageProblem, match="no run has such a metric") as caught:
        evaluate([parse_gate('own["queue dept"].mean < 5')], with_own_metric)
    assert caught.value.remedy == "known: queue depth"


def test_exit_codes_put_a_failed_gate_first() -> None:
    """1 for a failed gate, 5 for an inconclusive gate unless that is allowed, 0 otherwise."""
    failed, unknown, passed = (
        evaluate([parse_gate(text)], golden_comparison())[0]
        for text in ("errors.new == 0", "cpu_percent.p99 < 1.0 * baseline", "errors.same == 3")
    )
    assert gates_exit_code([failed, unknown], allowed=False) == Exit.VERDICT
    assert gates_exit_code([unknown, passed], allowed=False) == Exit.INCONCLUSIVE
    assert gates_exit_code([unknown, passed], allowed=True) == Exit.OK


def test_an_accepted_change_does_not_count_and_is_reported() -> None:
    """Until its last valid day; after that day it is a failed gate."""
    candidate = golden_comparison().candidates[0]
    entry = Accepted("aaaa", "the index moves next week", outcome="regressed", until=date(2026, 12, 1))
    moved = Accepted("bbbb", "retried by the application", sqlstate="40001")
    taken = take_out(candidate.queries, candidate.errors, candidate.differences, [entry, moved])
    assert [query.outcome.value for query in taken.queries] == ["unchanged", "unchanged", "cannot evaluate"]
    assert taken.errors["new"] == 0
    assert [sentence.split(",")[0] for sentence in taken.sentences] == [
        "accepted: regressed",
        "accepted: 1 errors 40001",
    ]
    assert entry.expired(date(2026, 12, 2))
    assert not entry.expired(date(2026, 12, 1))
    other = Difference("bbbb", "update <t>", "new", "23505", "", 1, "", "")
    assert take_out((), {"new": 1}, (other,), [moved]).errors["new"] == 1


GOOD = """
allow_inconclusive = true
gates = ["errors.new == 0", "latency.p99 <= 1.10 * baseline"]
[[accept]]
query_key = "aaaa"
outcome = "regressed"
why = "meant"
until = 2026-12-01
"""


def test_a_gates_file_is_read(tmp_path: Path) -> None:
    """Gates, accepted changes, and whether inconclusive gates pass."""
    path = tmp_path / "gates.toml"
    path.write_text(GOOD)
    gates_file = read_gates(path)
    assert [gate.subject for gate in gates_file.gates] == ["errors", "latency"]
    assert gates_file.allow_inconclusive
    assert gates_file.standing(date(2026, 12, 1))[0].why == "meant"
    (expired,) = gates_file.expired(date(2026, 12, 2))
    assert (expired.outcome, gates_file.standing(date(2026, 12, 2))) == (Outcome.FAILED, ())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("gates = [", "not TOML"),
        ("gate = ['errors.new == 0']", "unknown key gate"),
        ("gates = 'errors.new == 0'", "must be a list"),
        ("gates = []", "must be a list"),
        ("gates = ['errors.nwe == 0']", "has no nwe"),
        (GOOD.replace("2026-12-01", "'soon'"), "invalid date in until"),
        (GOOD.replace('why = "meant"', ""), "invalid entry of accept"),
        (GOOD.replace('"regressed"', '"worse"'), "name an outcome or a sqlstate"),
        (GOOD.replace("true", "1"), "must be true or false"),
    ],
)
def test_a_gates_file_with_a_typo_is_refused(tmp_path: Path, text: str, fault: str) -> None:
    """The message has the place of the error."""
    path = tmp_path / "gates.toml"
    path.write_text(text)
    with pytest.raises(UsageProblem, match=fault):
        read_gates(path)


def test_junit_has_one_case_for_each_gate() -> None:
    """A failed gate is a failure, an inconclusive gate is an error; without gates the verdict is the case."""
    golden = golden_comparison()
    gates = evaluate(
        [parse_gate("errors.new == 0"), parse_gate("cpu_percent.mean < 60"), parse_gate('query["update <t>"].n > 1')],
        golden,
    )
    suite = ET.fromstring(junit(golden, gates))  # noqa: S314 (the test's own)
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "1", "1")
    assert [case.get("name") for case in suite.iter("testcase")][2] == 'query["update <t>"].n > 1'
    (case,) = ET.fromstring(junit(golden, [])).iter("testcase")  # noqa: S314 (the test's own)
    assert case.find("failure") is not None


def test_a_markdown_comment_starts_with_the_verdict() -> None:
    """Details are collapsed, table cells are escaped, and it holds no values."""
    golden = golden_comparison()
    text = markdown(golden, evaluate([parse_gate("errors.new == 0")], golden))
    assert text.splitlines()[:2] == [
        "<!-- made by pgrehearse Markdown -->",
        "## pgrehearse: regressed (noise not measured)",
    ]
    assert "| ❌ | `errors.new == 0` | 1, bound 0 |" in text
    assert text.index("<details>") > text.index("errors.new")
    assert "could not serialize" not in text


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("stale_reads.stale <= 4", Outcome.FAILED),
        ("stale_reads.stale <= 7", Outcome.INCONCLUSIVE),
        ("stale_reads.stale <= 8", Outcome.PASSED),
        ("stale_reads.stale == 6", Outcome.INCONCLUSIVE),
        ("stale_reads.stale == 4", Outcome.FAILED),
        ("stale_reads.own < 1", Outcome.FAILED),
        ("stale_reads.own <= 1", Outcome.INCONCLUSIVE),
        ("stale_reads.not_known == 3", Outcome.PASSED),
    ],
)
def test_a_gate_on_stale_reads_holds_at_both_bounds_or_at_none(text: str, outcome: Outcome) -> None:
    readers = ReaderFacts(stale=StaleReads(reads=100, stale=5, own=1, fresh=92, not_known=3))
    (result,) = evaluate([parse_gate(text)], golden_comparison(readers=readers))
    assert result.outcome == outcome


def test_a_gate_on_stale_reads_is_inconclusive_without_readers() -> None:
    (result,) = evaluate([parse_gate("stale_reads.stale == 0")], golden_comparison())
    assert (result.outcome, "replay with --reader" in result.why) == (Outcome.INCONCLUSIVE, True)
