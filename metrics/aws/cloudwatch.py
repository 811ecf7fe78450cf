"""CloudWatch's values of instances, in the units of the metric catalog, at their own timestamps.

RDS metrics have one value a minute and are one to three minutes late: ``fetch`` waits for the values of the last minute while
they can still arrive, with a time limit. CloudWatch keeps the values of a minute for 15 days, of five minutes for 63 days, of
an hour for 455 days (CloudWatch user guide, "Metrics retention"); the period follows from the age of the window.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import boto3
import polars as pl

from pgrehearse.base.aws_errors import aws_errors, connected
from pgrehearse.base.clock import SECOND, instant, wall_us
from pgrehearse.base.errors import TargetProblem
from pgrehearse.metrics.aws.instances import Instance, purpose
from pgrehearse.metrics.aws.metric_table import CloudWatchMetric, Level, Statistic
from pgrehearse.runs.metric_catalog import STATISTIC, unit
from pgrehearse.runs.schema import METRICS

_DAY_US = 86_400 * SECOND
# The shortest period that CloudWatch still has, by the age of the window's start.
_PERIODS = ((15 * _DAY_US, 60), (63 * _DAY_US, 300), (455 * _DAY_US, 3600))
# AWS's limit of one request.
_MAX_QUERIES = 500
_RETRY_S = 10.0
# After this time a value that is still missing does not arrive.
_LATEST_US = 600 * SECOND
_WHY = {
    "Forbidden": "CloudWatch refused this metric: the permission cloudwatch:GetMetricData is missing for it",
    "InternalError": "CloudWatch failed to read this metric: fetch it again",
    "PartialData": "CloudWatch returned a part of the values of this metric: fetch it again",
}


class Wait(Protocol):
    """How to wait between two requests."""

    def __call__(self, seconds: float, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for late values, and by which clock."""

    timeout_s: float = 240.0
    wait: Wait = time.sleep
    now_us: Callable[[], int] = wall_us


@dataclass(frozen=True, slots=True)
class Fetched:
    """*samples*: rows of ``METRICS``, wall-clock at_us. *unavailable*: why a metric (``instance/metric``) is missing or
    incomplete. *notes*: what else limits the samples."""

    samples: pl.DataFrame
    unavailable: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Query:
    """One statistic of one metric of one instance, or of its cluster."""

    instance: Instance
    metric: CloudWatchMetric
    statistic: Statistic

    @property
    def owner(self) -> str:
        return self.instance.cluster if self.metric.level == Level.CLUSTER else self.instance.name

    @property
    def name(self) -> str:
        return f"{self.owner}/{self.metric.metric}"

    @property
    def subject(self) -> str:
        return "" if self.statistic == self.metric.statistic else f"{STATISTIC}{self.statistic.lower()}"

    def document(self, key: str, period_s: int) -> dict[str, Any]:
        """Return it as AWS's MetricDataQuery, without a unit: a mismatch would return nothing."""
        level = "DBClusterIdentifier" if self.metric.level == Level.CLUSTER else "DBInstanceIdentifier"
        metric = {
            "Namespace": "AWS/RDS",
            "MetricName": self.metric.aws_name,
            "Dimensions": [{"Name": level, "Value": self.owner}],
        }
        period = max(period_s, self.metric.period_s)
        return {"Id": key, "MetricStat": {"Metric": metric, "Period": period, "Stat": str(self.statistic)}}

    def row(self, at_us: int, value: float) -> tuple[Any, ...]:
        """Return one value as a row of ``METRICS``."""
        metric = self.metric
        return (
            at_us,
            self.instance.source,
            self.owner,
            self.subject,
            metric.metric,
            value * metric.factor,
            unit(metric.metric),
        )


@dataclass(slots=True)
class _Answer:
    """What CloudWatch returned: rows, the last status of each query, and its messages."""

    rows: list[tuple[Any, ...]] = field(default_factory=list)
    unavailable: dict[str, str] = field(default_factory=dict)
    messages: dict[str, None] = field(default_factory=dict)

    def add(self, query: _Query, result: dict[str, Any]) -> None:
        """Add one result of a page; a later page replaces the status."""
        for time_, value in zip(result["Timestamps"], result["Values"], strict=True):
            self.rows.append(query.row(round(time_.timestamp() * SECOND), float(value)))
        texts = "; ".join(str(message.get("Value", "")) for message in result.get("Messages", []))
        if why := _WHY.get(result.get("StatusCode", "")):
            self.unavailable[query.name] = f"{why} ({texts})" if texts else why
        else:
            self.unavailable.pop(query.name, None)


def fetch(instances: Sequence[Instance], since_us: int, until_us: int, patience: Patience = Patience()) -> Fetched:
    """Return the samples of instances and their clusters from *since_us* until *until_us* (wall clock).

    Repeats the request until the values of the last minute are present, while they can still arrive. Raises
    ``TargetProblem`` if AWS is unreachable or refuses the request.
    """
    began_us = patience.now_us()
    period_s = period_of_age(began_us - since_us)
    if not period_s:
        note = "the window began more than 455 days ago: CloudWatch has no values of it"
        return Fetched(pl.DataFrame(schema=METRICS), {}, (note,))
    deadline_us = min(began_us + round(patience.timeout_s * SECOND), until_us + _LATEST_US)
    while True:
        answer = _requested(instances, (since_us, until_us), period_s)
        samples = pl.DataFrame(answer.rows, schema=METRICS, orient="row")
        late = patience.now_us() + round(_RETRY_S * SECOND) > deadline_us
        last_us = until_us // (period_s * SECOND) * period_s * SECOND - period_s * SECOND
        if late or _is_complete(instances, samples, answer, last_us):
            notes = (*_notes(period_s), *_without_values(instances, samples), *answer.messages)
            return Fetched(samples, answer.unavailable, notes)
        patience.wait(_RETRY_S)


def period_of_age(age_us: int) -> int:
    """Return the shortest period that CloudWatch still has, in seconds (0: it has none).

    >>> [period_of_age(days * 86_400_000_000) for days in (0, 14, 16, 100, 500)]
    [60, 60, 300, 3600, 0]
    """
    return next((period for most_us, period in _PERIODS if age_us < most_us), 0)


def _notes(period_s: int) -> tuple[str, ...]:
    if period_s == _PERIODS[0][1]:
        return ()
    return (f"one value in {period_s} s: CloudWatch keeps the values of each minute for 15 days",)


def _without_values(instances: Sequence[Instance], samples: pl.DataFrame) -> list[str]:
    """Return a note for each instance of which CloudWatch has nothing."""
    present = set(samples["instance"].to_list())
    return [f"CloudWatch has no values of {one.name} in this window" for one in instances if one.name not in present]


def _is_complete(instances: Sequence[Instance], samples: pl.DataFrame, answer: _Answer, last_us: int) -> bool:
    """Return whether each instance has its value of the last period (which began at *last_us*), or cannot have one."""
    cpu = samples.filter((pl.col("metric") == "cpu_percent") & (pl.col("at_us") >= last_us))
    present = set(cpu["instance"].to_list())
    return all(one.name in present or f"{one.name}/cpu_percent" in answer.unavailable for one in instances)


def _requested(instances: Sequence[Instance], window: tuple[int, int], period_s: int) -> _Answer:
    """Request all statistics. Percentiles have requests of their own: if they are refused, the others are kept."""
    answer = _Answer()
    pairs = [(instance, metric) for instance in instances for metric in instance.metrics()]
    queries = [_Query(*pair, statistic) for pair in pairs for statistic in _statistics(pair[1])]
    distinct = {(query.owner, query.metric.aws_name, query.statistic): query for query in queries}.values()
    _request(answer, [query for query in distinct if query.statistic != Statistic.P99], window, period_s)
    try:
        _request(answer, [query for query in distinct if query.statistic == Statistic.P99], window, period_s)
    except TargetProblem as error:
        answer.messages[f"no 99th percentiles: {error.message}"] = None
    return answer


def _statistics(metric: CloudWatchMetric) -> Iterator[Statistic]:
    yield metric.statistic
    yield from metric.further_statistics()


def _request(answer: _Answer, queries: Sequence[_Query], window: tuple[int, int], period_s: int) -> None:
    """Send the queries, in as many requests as AWS's limit requires, and add all pages to *answer*."""
    step_us = period_s * SECOND
    for begin in range(0, len(queries), _MAX_QUERIES):
        batch = queries[begin : begin + _MAX_QUERIES]
        where = purpose(", ".join(dict.fromkeys(query.instance.name for query in batch)))
        client = connected(where, lambda: boto3.client("cloudwatch"))
        by_key = {f"m{number}": query for number, query in enumerate(batch)}
        request: dict[str, Any] = {
            "MetricDataQueries": [query.document(key, period_s) for key, query in by_key.items()],
            # Whole periods, as the service stores them: a shorter window would be empty, or refused.
            "StartTime": instant(window[0] // step_us * step_us),
            "EndTime": instant(-(-window[1] // step_us) * step_us),
            "ScanBy": "TimestampAscending",
        }
        with aws_errors(where):
            for page in _pages(client, request):
                for result in page["MetricDataResults"]:
                    answer.add(by_key[result["Id"]], result)
                for message in page.get("Messages", []):
                    answer.messages[f"CloudWatch: {message.get('Code', '')}: {message.get('Value', '')}"] = None


def _pages(client: Any, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
    token = ""
    while True:
        page = client.get_metric_data(**request, **({"NextToken": token} if token else {}))
        yield page
        token = page.get("NextToken", "")
        if not token:
            return
