"""Metrics of AWS in a comparison: writers and readers, throttled servers, the classes of several instances."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import polars as pl
import pytest

from benchmarks.comparing import write_example
from pgrehearse.compare.api import compare_runs
from pgrehearse.compare.comparison import CandidateResult, Verdict
from pgrehearse.compare.cost import Prices, _of_classes
from pgrehearse.compare.findings import findings
from pgrehearse.compare.gates.evaluate import Outcome, evaluate
from pgrehearse.compare.gates.syntax import parse_gate
from pgrehearse.compare.metrics import metric_rows, metric_series
from pgrehearse.compare.throttling import at_a_limit, throttled
from pgrehearse.metrics.aws import metric_table
from pgrehearse.runs.metric_catalog import CATALOGUE, unit
from pgrehearse.runs.schema import METRICS
from tests.unit.test_gates import golden_comparison

AURORA = "cloudwatch-aurora"
ROOT = Path(__file__).parents[2]


def frame(*rows: tuple[str, str, list[float]], source: str = AURORA) -> pd.DataFrame:
    """Return samples of (instance, metric, values), one a minute."""
    table = [
        (float(60 * place), source, instance, "", metric, unit(metric), value)
        for instance, metric, values in rows
        for place, value in enumerate(values)
    ]
    return pd.DataFrame(table, columns=["second", "source", "instance", "subject", "name", "unit", "value"])


def cluster(name: str, writer: float, *readers: float, lags: tuple[float, ...] = ()) -> pd.DataFrame:
    """Return the samples of a cluster: its readers are before its writer in the order of names."""
    rows = [(f"{name}-z", "is_reader", [0.0]), (f"{name}-z", "cpu_percent", [writer, writer])]
    for place, value in enumerate(readers):
        rows += [(f"{name}-{place}", "is_reader", [1.0]), (f"{name}-{place}", "cpu_percent", [value, value])]
    rows += [(f"{name}-{place}", "replica_lag_ms", [value, value]) for place, value in enumerate(lags)]
    return frame(*rows)


def test_a_writer_is_compared_with_a_writer_and_a_reader_with_a_reader() -> None:
    """Whatever their names are; the writer's row is first, and each plot has the lines of its own instances."""
    sides = [("a", cluster("a", 80.0, 10.0)), ("b", cluster("b", 70.0, 20.0, 30.0))]
    rows = [row for row in metric_rows(sides[0][1], sides[1][1]) if row.name == "cpu_percent"]
    assert [(row.instances, row.reader) for row in rows] == [
        (("a-z", "b-z"), False),
        (("a-0", "b-0"), True),
        (("", "b-1"), True),
    ]
    assert rows[0].place == f"{AURORA} a-z b-z"
    plots = metric_series(rows, sides)
    assert [[line[2][0] for line in plot.lines] for plot in plots] == [[80.0, 70.0], [10.0, 20.0], [30.0]]
    assert len({plot.title for plot in plots}) == 3


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("replica_lag_ms.max < 100 ms", Outcome.FAILED),
        ("replica_lag_ms.max < 1000 ms", Outcome.PASSED),
        ("replica_lag_ms.max > 10 ms", Outcome.FAILED),
        ("replica_lag_ms.max <= 2.0 * baseline", Outcome.FAILED),
        ("cpu_percent.max < 60", Outcome.PASSED),
    ],
)
def test_a_gate_on_readers_tests_the_worst_of_them(text: str, outcome: Outcome) -> None:
    """Where no writer has the metric; else the writer."""
    before = cluster("a", 50.0, 90.0, 90.0, lags=(5.0, 200.0))
    after = cluster("b", 50.0, 90.0, 90.0, lags=(5.0, 500.0))
    comparison = golden_comparison(metrics=metric_rows(before, after))
    assert evaluate([parse_gate(text)], comparison)[0].outcome == outcome


def test_a_server_without_io_credits_is_throttled() -> None:
    """The sentence has the balance, the instance and how long; a balance that is low but not used up is no reason."""
    used_up = frame(("i", "burst_balance_percent", [40.0, 0.5, 0.0]), ("i", "ebs_io_balance_percent", [2.0, 2.0, 2.0]))
    (caution,) = throttled([("b", used_up)])
    assert (
        "the I/O credits of its volume (gp2) were used up in 2 of 3 samples (burst_balance_percent of i" in caution.text
    )
    assert "provisioned IOPS" in caution.next_step
    assert throttled([("b", frame(("i", "ebs_byte_balance_percent", [99.0])))]) == ()


def result_with(tmp_path: Path, metric: str, values: list[float]) -> CandidateResult:
    """Compare two runs; the second one has samples of a metric."""
    write_example(tmp_path, 20_000)
    rows = [(place * 1_000_000, "cloudwatch", "i", "", metric, value, "") for place, value in enumerate(values)]
    pl.DataFrame(rows, schema=METRICS, orient="row").write_parquet(tmp_path / "b.run" / "metrics.parquet")
    return compare_runs(tmp_path / "a.run", tmp_path / "b.run").candidates[0]


def test_a_throttled_run_has_no_verdict(tmp_path: Path) -> None:
    """It is not reported as a slow engine; the finding has the reason and the remedy."""
    result = result_with(tmp_path, "ebs_io_balance_percent", [50.0, 0.0, 0.0])
    assert result.verdict == Verdict.INCONCLUSIVE
    assert "b: the I/O credits of its instance class were used up in 2 of 3 samples" in result.doubts[0].text
    shown = findings(golden_comparison(verdict=result.verdict, doubts=result.doubts, fit=True))
    assert "larger instance class" in shown[0].next_step


def test_used_up_cpu_credits_are_a_warning_in_unlimited_mode_only() -> None:
    """Without it, or if the mode is not known, the processors may have been limited."""
    used_up = ("i", "cpu_credits", [30.0, 0.0, 0.5])
    modes = [[("i", "is_cpu_unlimited", [1.0])], [("i", "is_cpu_unlimited", [0.0])], []]
    limits = [at_a_limit([("b", frame(used_up, *mode))]) for mode in modes]
    doubts = [throttled([("b", frame(used_up, *mode))]) for mode in modes]
    assert [(len(limit), len(doubt)) for limit, doubt in zip(limits, doubts, strict=True)] == [(1, 0), (0, 1), (0, 1)]
    assert "i had no CPU credits left in 2 of 3 samples: in unlimited mode it continues" in limits[0][0].text
    assert (
        "i had no CPU credits left in 2 of 3 samples: latencies show the limit of its processors" in doubts[1][0].text
    )
    assert "whether it is in unlimited mode is not known" in doubts[2][0].text
    assert throttled([("b", frame(("i", "cpu_credits", [30.0, 20.0])))]) == ()


def test_a_run_without_cpu_credits_has_no_verdict(tmp_path: Path) -> None:
    """The run does not show the mode of its instance."""
    result = result_with(tmp_path, "cpu_credits", [1.0, 0.0, 20.0])
    assert result.verdict == Verdict.INCONCLUSIVE
    assert "i had no CPU credits left in 2 of 3 samples" in result.doubts[0].text


def test_a_run_at_its_capacity_limit_has_a_verdict_and_a_warning(tmp_path: Path) -> None:
    """A limit is a choice, which production would have too."""
    result = result_with(tmp_path, "acu_percent", [100.0, 100.0, 50.0])
    assert "i used its maximum of capacity units in 2 of 3 samples" in result.cautions[-1].text
    assert not any("capacity units" in doubt.text for doubt in result.doubts)


def test_a_provisioned_limit_is_a_warning() -> None:
    """Requests and bytes of reads and writes together, and the capacity units of each serverless instance."""
    iops = [("i", "read_iops", [1000.0, 1500.0]), ("i", "write_iops", [1000.0, 1400.0]), ("i", "iops_limit", [3000.0])]
    (caution,) = at_a_limit([("b", frame(*iops, source="cloudwatch"))])
    assert caution.text.startswith(
        "b: i used the provisioned IOPS of its volume in 1 of 2 samples (at least 95% of it)"
    )
    assert "provision more IOPS" in caution.next_step
    serverless = [("r", "acu_percent", [100.0, 100.0]), ("w", "acu_percent", [40.0, 94.0])]
    (caution,) = at_a_limit([("b", frame(*serverless))])
    assert caution.text.startswith("b: r used its maximum of capacity units in 2 of 2 samples")
    assert at_a_limit([("b", frame(("i", "read_iops", [1e6]), ("i", "write_iops", [0.0])))]) == ()


def test_the_price_of_a_cluster_is_the_sum_of_its_classes() -> None:
    """Not known if the price of one class is not known."""
    prices = Prices(classes={"db.r6g.large": 0.3, "db.r6g.xlarge": 0.6})
    assert _of_classes(prices, "db.r6g.large + db.r6g.xlarge") == pytest.approx(0.9)
    assert _of_classes(prices, "db.r6g.large + db.r6g.2xlarge") is None
    assert _of_classes(prices, "") is None


def test_every_metric_of_cloudwatch_is_documented() -> None:
    """docs/metrics.md: its name at AWS, its level and its statistics; each is a metric of the catalog."""
    text = (ROOT / "docs" / "metrics.md").read_text(encoding="utf-8")
    kinds = {"RDS, Aurora": metric_table.BOTH, "RDS": metric_table.RDS, "Aurora": metric_table.AURORA}
    for kind, metrics in kinds.items():
        for one in metrics:
            further = ", ".join(one.further_statistics())
            row = f"| `{one.metric}` | {one.aws_name} | {kind} | {one.level} | {one.statistic} | {further} |"
            assert row in text
            assert one.metric in CATALOGUE
