"""Gates on metrics by source: which source decides, and what its values prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from pgrehearse.compare.gates.evaluate import GateResult, Outcome, evaluate
from pgrehearse.compare.gates.syntax import parse_gate
from pgrehearse.compare.metrics import metric_rows, metric_series
from pgrehearse.runs.metric_catalog import unit
from tests.unit.test_gates import golden_comparison

if TYPE_CHECKING:
    from collections.abc import Sequence

LAG = "replica_lag_ms"
CLOUD = "cloudwatch-aurora"
INCONCLUSIVE, PASSED, FAILED = Outcome.INCONCLUSIVE, Outcome.PASSED, Outcome.FAILED


def line(place: str, values: Sequence[float], every_s: float, subject: str = "") -> pd.DataFrame:
    """Return samples of SOURCE/INSTANCE/METRIC."""
    source, instance, metric = place.split("/")
    seconds = np.arange(len(values)) * every_s
    columns = {"second": seconds, "source": source, "instance": instance, "subject": subject, "name": metric}
    return pd.DataFrame(columns | {"unit": unit(metric), "value": np.asarray(values, dtype=np.float64)})


def gate(text: str, candidate: list[pd.DataFrame], baseline: list[pd.DataFrame] | None = None) -> GateResult:
    """Evaluate one gate on two sides with these samples."""
    frames = pd.concat(baseline or [line("host/primary/cpu_percent", [1.0], 1.0)]), pd.concat(candidate)
    rows = metric_rows(*frames)
    result = golden_comparison().candidates[0]
    series = tuple(metric_series(rows, [("control", frames[0]), (result.name, frames[1])]))
    (evaluated,) = evaluate([parse_gate(text)], golden_comparison(metrics=rows, series=series))
    return evaluated


BEATS = line(f"heartbeat/standby/{LAG}", [40.0] * 6000, 0.1)
STATUS = [line(f"aurora_replica_status/{name}/{LAG}", [lag] * 600, 1.0) for name, lag in (("a", 20.0), ("b", 300.0))]
MINUTES = line(f"{CLOUD}/a/{LAG}", [650.0] * 10, 60.0)
PRIMARY = line(f"pg_stat_replication/walreceiver/{LAG}", [5.0] * 600, 1.0)


@pytest.mark.parametrize(
    ("samples", "value", "source"),
    [
        ([MINUTES, *STATUS, BEATS, PRIMARY], 40.0, "heartbeat of standby (one value in 100 ms)"),
        ([MINUTES, *STATUS, PRIMARY], 300.0, "aurora_replica_status of b (one value in 1.00 s)"),
        ([MINUTES, PRIMARY], 5.0, "pg_stat_replication of walreceiver (one value in 1.00 s)"),
    ],
)
def test_a_gate_on_lag_uses_the_finest_source(samples: list[pd.DataFrame], value: float, source: str) -> None:
    """Although the baseline has only CloudWatch's; the report names the source, the reader and the resolution."""
    result = gate(f"{LAG}.p99 < 700 ms over 5m", samples, [MINUTES])
    assert (result.outcome, result.value) == (PASSED, value)
    assert source in result.why


def test_a_relative_gate_on_lag_uses_a_source_that_both_sides_have() -> None:
    """A heartbeat is another measure than CloudWatch's maximum."""
    result = gate(f"{LAG}.max <= 1.5 * baseline", [MINUTES, BEATS], [MINUTES])
    assert (result.outcome, result.value, result.bound) == (PASSED, 650.0, 975.0)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        # The highest of the highest values of each minute is the highest of all, in each window too.
        (f"{LAG}.max < 700 ms", PASSED),
        (f"{LAG}.max < 600 ms", FAILED),
        (f"{LAG}.max < 700 ms over 5m", PASSED),
        (f"{LAG}.max < 600 ms over 5m", FAILED),
        # Their percentile is an upper limit of the real one: it passes a gate, and fails none.
        (f"{LAG}.p99 < 700 ms", PASSED),
        (f"{LAG}.p99 < 600 ms", INCONCLUSIVE),
        (f"{LAG}.p99 < 700 ms over 5m", INCONCLUSIVE),
        (f"{LAG}.p99 <= 1.5 * baseline", INCONCLUSIVE),
        (f"{LAG}.max <= 1.5 * baseline", PASSED),
        # An average of each minute has no percentile, and its highest value is a lower limit.
        ("read_iops.p99 < 9000", INCONCLUSIVE),
        ("read_iops.max < 9000", INCONCLUSIVE),
        ("read_iops.max < 100", FAILED),
        ("read_iops.mean < 9000", PASSED),
        ("read_iops.mean < 100 over 5m", FAILED),
        # A mean is that of the averages, where there are any.
        ("cpu_percent.mean < 50", PASSED),
        ("cpu_percent.mean < 20", FAILED),
        ("cpu_percent.p50 < 50", INCONCLUSIVE),
        # The lowest value of each minute is a lower limit.
        ("memory_free_bytes.p50 > 1 GiB", PASSED),
        ("memory_free_bytes.p50 > 3 GiB", INCONCLUSIVE),
    ],
)
def test_values_of_each_minute_decide_what_they_prove(text: str, outcome: Outcome) -> None:
    """Anything else is inconclusive, with the source and the reason."""
    samples = [
        MINUTES,
        line(f"{CLOUD}/a/read_iops", [500.0] * 10, 60.0),
        line(f"{CLOUD}/a/cpu_percent", [90.0] * 10, 60.0),
        line(f"{CLOUD}/a/cpu_percent", [30.0] * 10, 60.0, "statistic:average"),
        line(f"{CLOUD}/a/memory_free_bytes", [2.0 * 2**30] * 10, 60.0),
    ]
    result = gate(text, samples, samples)
    assert result.outcome == outcome
    assert f"{CLOUD} of a (the " in result.why
    assert "of each 1 min 0 s)" in result.why


def test_a_window_without_one_of_its_minutes_is_inconclusive() -> None:
    """The missing value may be the highest."""
    with_gap = MINUTES[MINUTES["second"] != 120.0]
    assert gate(f"{LAG}.max < 700 ms over 5m", [with_gap]).outcome == INCONCLUSIVE


def test_a_source_that_ended_before_the_run_is_inconclusive() -> None:
    """A reader that no longer reports has no values in the last windows: they are not passed."""
    status = line(f"aurora_replica_status/a/{LAG}", [20.0] * 700, 1.0)
    host = line("host/primary/cpu_percent", [20.0] * 1500, 1.0)
    assert gate(f"{LAG}.p99 < 700 ms over 5m", [status]).outcome == PASSED
    for text in (f"{LAG}.p99 < 700 ms over 5m", f"{LAG}.max < 700 ms"):
        result = gate(text, [status, host])
        assert result.outcome == INCONCLUSIVE
        assert "its values end after 699 of 1499 s" in result.why
    late = line("host/primary/cpu_percent", [20.0] * 750, 1.0)
    assert gate(f"{LAG}.max < 700 ms", [status, late]).outcome == PASSED


def test_a_minute_of_production_is_a_minute_at_any_speed() -> None:
    """In a replay at speed 20 the values of production are three seconds apart."""
    fast = line(f"{CLOUD}/a/read_iops", [500.0] * 200, 3.0)
    same = line(f"{CLOUD}/a/read_iops", [500.0] * 200, 60.0)
    assert gate("read_iops.p99 <= 1.5 * baseline", [same], [fast]).outcome == INCONCLUSIVE


def test_a_gate_over_windows_tests_the_reader_with_the_worst_window() -> None:
    """A reader may have the higher percentile of the whole run, and another one the worst window."""
    short = line(
        f"aurora_replica_status/short/{LAG}", [900.0 if 305 <= second < 325 else 1.0 for second in range(5000)], 1
    )
    steady = line(f"aurora_replica_status/steady/{LAG}", [50.0] * 5000, 1)
    result = gate(f"{LAG}.p99 < 700 ms over 5m", [short, steady])
    assert result.outcome == FAILED
    assert "aurora_replica_status of short" in result.why


@pytest.mark.parametrize(("every_s", "outcome"), [(1.0, PASSED), (60.0, INCONCLUSIVE)])
def test_enhanced_monitoring_has_percentiles_if_its_interval_is_short(every_s: float, outcome: Outcome) -> None:
    """It is preferred to CloudWatch's minutes; its values are averages of its interval."""
    samples = [
        line("enhanced/a/cpu_percent", [30.0] * 120, every_s),
        line(f"{CLOUD}/a/cpu_percent", [90.0] * 120, 60.0),
    ]
    result = gate("cpu_percent.p99 < 60", samples)
    assert (result.outcome, result.value) == (outcome, 30.0)
    assert "enhanced of a" in result.why


def test_one_value_of_a_service_is_the_value_of_a_period() -> None:
    """A run of one minute: its resolution is not known from the distance of two values."""
    one = line(f"{CLOUD}/a/read_iops", [500.0], 60.0)
    assert gate("read_iops.p99 < 9000", [one]).outcome == INCONCLUSIVE
