"""CloudWatch's metrics of an RDS or Aurora instance, in the units of the metric catalog, at their own timestamps.

The name, the unit and the level (instance or cluster) of each metric are AWS's; a factor converts to the unit of the metric
catalog. RDS metrics have one value a minute and are one to three minutes late: ``fetch`` waits for the values of the last
minute, with a time limit.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Protocol

import boto3
import polars as pl
from botocore.exceptions import BotoCoreError, ClientError

from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import TargetProblem
from pgrehearse.runs.metric_catalog import AURORA, CLOUDWATCH, INSIGHTS, unit
from pgrehearse.runs.schema import METRICS

MINUTE_US = 60 * SECOND
_MIB = 1 << 20
# AWS's limit of one request.
_MAX_QUERIES = 500
_RETRY_S = 10.0
_WAIT_EVENT = ("db.wait_event.type", "db.wait_event.name")


@dataclass(frozen=True, slots=True)
class CloudWatchMetric:
    """The name of a metric in the metric catalog and at AWS, the factor to the catalog's unit, its period, and whether it belongs to
    the cluster."""

    metric: str
    aws_name: str
    factor: float = 1.0
    period_s: int = 60
    cluster: bool = False


_BOTH = (
    CloudWatchMetric("cpu_percent", "CPUUtilization"),
    CloudWatchMetric("read_iops", "ReadIOPS"),
    CloudWatchMetric("write_iops", "WriteIOPS"),
    CloudWatchMetric("read_bytes_per_s", "ReadThroughput"),
    CloudWatchMetric("write_bytes_per_s", "WriteThroughput"),
    CloudWatchMetric("read_latency_ms", "ReadLatency", 1000.0),
    CloudWatchMetric("write_latency_ms", "WriteLatency", 1000.0),
    CloudWatchMetric("disk_queue", "DiskQueueDepth"),
    CloudWatchMetric("connections", "DatabaseConnections"),
    CloudWatchMetric("memory_free_bytes", "FreeableMemory"),
    CloudWatchMetric("swap_used_bytes", "SwapUsage"),
    CloudWatchMetric("network_receive_bytes_per_s", "NetworkReceiveThroughput"),
    CloudWatchMetric("network_transmit_bytes_per_s", "NetworkTransmitThroughput"),
)
_RDS = (
    CloudWatchMetric("replica_lag_ms", "ReplicaLag", 1000.0),
    CloudWatchMetric("storage_free_bytes", "FreeStorageSpace"),
    CloudWatchMetric("wal_bytes_per_s", "TransactionLogsGeneration"),
)
_AURORA = (
    CloudWatchMetric("commits_per_s", "CommitThroughput"),
    CloudWatchMetric("commit_latency_ms", "CommitLatency"),
    CloudWatchMetric("replica_lag_ms", "AuroraReplicaLag"),
    CloudWatchMetric("deadlocks_per_s", "Deadlocks"),
    CloudWatchMetric("cache_hit_ratio", "BufferCacheHitRatio", 0.01),
    CloudWatchMetric("storage_free_bytes", "FreeLocalStorage"),
    CloudWatchMetric("acu", "ServerlessDatabaseCapacity"),
    # Operations in five minutes, of the volume.
    CloudWatchMetric("volume_read_iops", "VolumeReadIOPs", 1 / 300, 300, cluster=True),
    CloudWatchMetric("volume_write_iops", "VolumeWriteIOPs", 1 / 300, 300, cluster=True),
)


class Wait(Protocol):
    """How to wait between two requests."""

    def __call__(self, seconds: float, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Instance:
    """An instance as the service describes it. *instance_class*: ``db.r6g.large``; *limits*: its limits, by the catalog's names."""

    name: str
    cluster: str
    aurora: bool
    instance_class: str
    resource: str
    limits: dict[str, float] = field(default_factory=dict)

    @property
    def source(self) -> str:
        return AURORA if self.aurora else CLOUDWATCH

    def metrics(self) -> tuple[CloudWatchMetric, ...]:
        """Return the CloudWatch metrics of such an instance."""
        return (*_BOTH, *(_AURORA if self.aurora else _RDS))

    def limit_samples(self, at_us: int) -> pl.DataFrame:
        """Return its limits as samples at one time: rows of ``METRICS``."""
        rows = [(at_us, self.source, self.name, "", name, value, unit(name)) for name, value in self.limits.items()]
        return pl.DataFrame(rows, schema=METRICS, orient="row")


def describe(name: str) -> Instance:
    """Describe an instance. Raises ``TargetProblem`` when it does not exist or the permission is missing."""
    with _aws_errors(name):
        rows = boto3.client("rds").describe_db_instances(DBInstanceIdentifier=name)["DBInstances"]
    row = rows[0]
    instance_class = str(row.get("DBInstanceClass", ""))
    return Instance(
        name,
        row.get("DBClusterIdentifier", ""),
        str(row.get("Engine", "")).startswith("aurora"),
        instance_class,
        str(row.get("DbiResourceId", "")),
        _provisioned(row) | _memory(instance_class),
    )


def _provisioned(row: dict[str, Any]) -> dict[str, float]:
    """Return the provisioned limits of the disk (Aurora and gp2 volumes have none)."""
    limits = {"iops_limit": row.get("Iops", 0), "disk_bytes_per_s_limit": row.get("StorageThroughput", 0) * _MIB}
    return {name: float(value) for name, value in limits.items() if value > 0}


def _memory(instance_class: str) -> dict[str, float]:
    """Return the memory of an instance class, from EC2's instance type of that name; {} where there is none, or without the
    permission ec2:DescribeInstanceTypes."""
    try:
        types = boto3.client("ec2").describe_instance_types(InstanceTypes=[instance_class.removeprefix("db.")])[
            "InstanceTypes"
        ]
    except (ClientError, BotoCoreError):
        return {}
    return {"memory_limit_bytes": float(types[0]["MemoryInfo"]["SizeInMiB"] * _MIB)} if types else {}


def fetch(
    instance: Instance, since_us: int, until_us: int, *, timeout_s: float = 240.0, wait: Wait = time.sleep
) -> pl.DataFrame:
    """Return an instance's samples from *since_us* until *until_us* (wall clock): rows of ``METRICS``, wall-clock at_us.

    Repeats the request until the values of the last minute are present, for *timeout_s* at most.
    """
    client = boto3.client("cloudwatch")
    deadline = time.monotonic() + timeout_s
    while True:
        with _aws_errors(instance.name):
            samples = pl.DataFrame(list(_points(client, instance, since_us, until_us)), schema=METRICS, orient="row")
        times = samples.filter(pl.col("metric") == "cpu_percent")["at_us"].to_list()
        is_complete = max(times, default=0) >= until_us // MINUTE_US * MINUTE_US - MINUTE_US
        if is_complete or time.monotonic() + _RETRY_S > deadline:
            return samples
        wait(_RETRY_S)


def _points(client: Any, instance: Instance, since_us: int, until_us: int) -> Iterator[tuple[Any, ...]]:
    metrics = [metric for metric in instance.metrics() if not metric.cluster or instance.cluster]
    for begin in range(0, len(metrics), _MAX_QUERIES):
        queries = {f"m{number}": metric for number, metric in enumerate(metrics[begin : begin + _MAX_QUERIES])}
        request = {
            # Without a unit: a mismatch would return nothing.
            "MetricDataQueries": [_query(key, metric, instance) for key, metric in queries.items()],
            # Full minutes, as the service stores them: a shorter window would be empty, or refused.
            "StartTime": _instant(since_us // MINUTE_US * MINUTE_US),
            "EndTime": _instant(-(-until_us // MINUTE_US) * MINUTE_US),
            "ScanBy": "TimestampAscending",
        }
        token = ""
        while True:
            page = client.get_metric_data(**request, **({"NextToken": token} if token else {}))
            for result in page["MetricDataResults"]:
                metric = queries[result["Id"]]
                for time_, value in zip(result["Timestamps"], result["Values"], strict=True):
                    at_us = round(time_.timestamp() * SECOND)
                    owner = instance.cluster if metric.cluster else instance.name
                    yield at_us, instance.source, owner, "", metric.metric, value * metric.factor, unit(metric.metric)
            token = page.get("NextToken", "")
            if not token:
                break


def _query(key: str, metric: CloudWatchMetric, instance: Instance) -> dict[str, Any]:
    dimension = ("DBClusterIdentifier", instance.cluster) if metric.cluster else ("DBInstanceIdentifier", instance.name)
    return {
        "Id": key,
        "MetricStat": {
            "Metric": {
                "Namespace": "AWS/RDS",
                "MetricName": metric.aws_name,
                "Dimensions": [{"Name": dimension[0], "Value": dimension[1]}],
            },
            "Period": metric.period_s,
            "Stat": "Average",
        },
    }


def fetch_load(instance: Instance, since_us: int, until_us: int) -> pl.DataFrame:
    """Return Performance Insights' load by wait event: rows of ``METRICS``, wall-clock at_us (empty where it is disabled)."""
    client = boto3.client("pi")
    request = _load_request(instance, since_us, until_us)
    rows: list[tuple[Any, ...]] = []
    token = ""
    with _aws_errors(instance.name):
        while True:
            page = client.get_resource_metrics(**request, **({"NextToken": token} if token else {}))
            for series in page["MetricList"]:
                rows += _load_rows(instance, series)
            token = page.get("NextToken", "")
            if not token:
                break
    return pl.DataFrame(rows, schema=METRICS, orient="row")


def _load_request(instance: Instance, since_us: int, until_us: int) -> dict[str, Any]:
    by_event = {"Group": "db.wait_event", "Dimensions": list(_WAIT_EVENT), "Limit": 10}
    return {
        "ServiceType": "RDS",
        "Identifier": instance.resource,
        "MetricQueries": [{"Metric": "db.load.avg"}, {"Metric": "db.load.avg", "GroupBy": by_event}],
        "StartTime": _instant(since_us),
        "EndTime": _instant(until_us),
        "PeriodInSeconds": 60 if until_us - since_us > 3600 * SECOND else 1,
    }


def _load_rows(instance: Instance, series: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of one series: of a wait event, or of the total load (subject "")."""
    dimensions = series["Key"].get("Dimensions", {})
    event = ":".join(dimensions[name] for name in _WAIT_EVENT if name in dimensions)
    subject, metric = f"event:{event}" if event else "", "active_sessions"
    for point in series["DataPoints"]:
        if "Value" in point:
            at_us = round(point["Timestamp"].timestamp() * SECOND)
            yield at_us, INSIGHTS, instance.name, subject, metric, float(point["Value"]), unit(metric)


def _instant(wall_us: int) -> datetime:
    return datetime.fromtimestamp(wall_us / SECOND, UTC)


@contextmanager
def _aws_errors(name: str) -> Iterator[None]:
    """Turn AWS's errors into target problems with a remedy."""
    try:
        yield
    except ClientError as error:
        raise TargetProblem(
            f"{name}: AWS refused: {error}",
            remedy="grant `rds:DescribeDBInstances`, `cloudwatch:GetMetricData` and `pi:GetResourceMetrics`",
        ) from None
    except BotoCoreError as error:
        raise TargetProblem(
            f"{name}: AWS is unreachable: {error}", remedy="check AWS_PROFILE and AWS_DEFAULT_REGION"
        ) from None
