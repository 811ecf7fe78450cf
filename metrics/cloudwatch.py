"""CloudWatch's metrics of an RDS or Aurora instance, in the vocabulary's units, placed by their own timestamps.

What each metric is called, its unit and its level (instance or cluster) is AWS's; the units of ours are reached by a
factor. RDS metrics come by the minute and a minute or three late: points of the last minute are awaited, with a bound.
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
# AWS's bounds of one question.
_MOST_QUERIES = 500
_AGAIN_S = 10.0


@dataclass(frozen=True, slots=True)
class Told:
    """An AWS metric: ours, AWS's, the factor to our unit, its period, and whether it is of the cluster."""

    metric: str
    name: str
    factor: float = 1.0
    period_s: int = 60
    cluster: bool = False


_BOTH = (
    Told("cpu_percent", "CPUUtilization"),
    Told("read_iops", "ReadIOPS"),
    Told("write_iops", "WriteIOPS"),
    Told("read_bytes_per_s", "ReadThroughput"),
    Told("write_bytes_per_s", "WriteThroughput"),
    Told("read_latency_ms", "ReadLatency", 1000.0),
    Told("write_latency_ms", "WriteLatency", 1000.0),
    Told("disk_queue", "DiskQueueDepth"),
    Told("connections", "DatabaseConnections"),
    Told("memory_free_bytes", "FreeableMemory"),
    Told("swap_used_bytes", "SwapUsage"),
    Told("network_receive_bytes_per_s", "NetworkReceiveThroughput"),
    Told("network_transmit_bytes_per_s", "NetworkTransmitThroughput"),
)
_RDS = (
    Told("replica_lag_ms", "ReplicaLag", 1000.0),
    Told("storage_free_bytes", "FreeStorageSpace"),
    Told("wal_bytes_per_s", "TransactionLogsGeneration"),
)
_AURORA = (
    Told("commits_per_s", "CommitThroughput"),
    Told("commit_latency_ms", "CommitLatency"),
    Told("replica_lag_ms", "AuroraReplicaLag"),
    Told("deadlocks_per_s", "Deadlocks"),
    Told("cache_hit_ratio", "BufferCacheHitRatio", 0.01),
    Told("storage_free_bytes", "FreeLocalStorage"),
    Told("acu", "ServerlessDatabaseCapacity"),
    # Operations in five minutes, for the whole volume.
    Told("volume_read_iops", "VolumeReadIOPs", 1 / 300, 300, cluster=True),
    Told("volume_write_iops", "VolumeWriteIOPs", 1 / 300, 300, cluster=True),
)


class Wait(Protocol):
    """How to let time pass between two questions."""

    def __call__(self, seconds: float, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Instance:
    """What the service says of an instance. *kind*: its class; *limits*: what it can hold, by the catalogue's names."""

    name: str
    cluster: str
    aurora: bool
    kind: str
    resource: str
    limits: dict[str, float] = field(default_factory=dict)

    @property
    def source(self) -> str:
        return AURORA if self.aurora else CLOUDWATCH

    def told(self) -> tuple[Told, ...]:
        """Return the metrics that such an instance has."""
        return (*_BOTH, *(_AURORA if self.aurora else _RDS))

    def held(self, at_us: int) -> pl.DataFrame:
        """Return what it can hold, as samples of one moment: rows of ``METRICS``."""
        rows = [(at_us, self.source, self.name, "", name, value, unit(name)) for name, value in self.limits.items()]
        return pl.DataFrame(rows, schema=METRICS, orient="row")


def describe(name: str) -> Instance:
    """Ask the service what an instance is; no such one, or no right to ask, is a target problem."""
    with _refusals(name):
        rows = boto3.client("rds").describe_db_instances(DBInstanceIdentifier=name)["DBInstances"]
    row = rows[0]
    kind = str(row.get("DBInstanceClass", ""))
    return Instance(
        name,
        row.get("DBClusterIdentifier", ""),
        str(row.get("Engine", "")).startswith("aurora"),
        kind,
        str(row.get("DbiResourceId", "")),
        _provisioned(row) | _memory(kind),
    )


def _provisioned(row: dict[str, Any]) -> dict[str, float]:
    """Return what was ordered of the disk (Aurora and gp2 volumes have no such number)."""
    told = {"iops_limit": row.get("Iops", 0), "disk_bytes_per_s_limit": row.get("StorageThroughput", 0) * _MIB}
    return {name: float(value) for name, value in told.items() if value > 0}


def _memory(kind: str) -> dict[str, float]:
    """Return an instance class's memory, as EC2 tells it of the type of that name; nothing where it has none, or may not
    be asked (ec2:DescribeInstanceTypes)."""
    try:
        types = boto3.client("ec2").describe_instance_types(InstanceTypes=[kind.removeprefix("db.")])["InstanceTypes"]
    except (ClientError, BotoCoreError):
        return {}
    return {"memory_limit_bytes": float(types[0]["MemoryInfo"]["SizeInMiB"] * _MIB)} if types else {}


def fetch(
    instance: Instance, since_us: int, until_us: int, *, patience_s: float = 240.0, wait: Wait = time.sleep
) -> pl.DataFrame:
    """Return an instance's samples from *since_us* until *until_us* (wall clock): rows of ``METRICS``, wall-clock at_us.

    Points are asked for again until the last minute is there, for *patience_s* at most; what is missing then is missing.
    """
    client = boto3.client("cloudwatch")
    deadline = time.monotonic() + patience_s
    while True:
        with _refusals(instance.name):
            found = pl.DataFrame(list(_points(client, instance, since_us, until_us)), schema=METRICS, orient="row")
        seen = found.filter(pl.col("metric") == "cpu_percent")["at_us"].to_list()
        whole = max(seen, default=0) >= until_us // MINUTE_US * MINUTE_US - MINUTE_US
        if whole or time.monotonic() + _AGAIN_S > deadline:
            return found
        wait(_AGAIN_S)


def _points(client: Any, instance: Instance, since_us: int, until_us: int) -> Iterator[tuple[Any, ...]]:
    told = [one for one in instance.told() if not one.cluster or instance.cluster]
    for begin in range(0, len(told), _MOST_QUERIES):
        queries = {f"m{number}": one for number, one in enumerate(told[begin : begin + _MOST_QUERIES])}
        asked = {
            # The unit is never asked for: a mismatch would return nothing.
            "MetricDataQueries": [_query(key, one, instance) for key, one in queries.items()],
            # Whole minutes, as the service keeps them: a shorter window would be empty, or refused.
            "StartTime": _instant(since_us // MINUTE_US * MINUTE_US),
            "EndTime": _instant(-(-until_us // MINUTE_US) * MINUTE_US),
            "ScanBy": "TimestampAscending",
        }
        token = ""
        while True:
            page = client.get_metric_data(**asked, **({"NextToken": token} if token else {}))
            for result in page["MetricDataResults"]:
                one = queries[result["Id"]]
                for stamp, value in zip(result["Timestamps"], result["Values"], strict=True):
                    at_us = round(stamp.timestamp() * SECOND)
                    owner = instance.cluster if one.cluster else instance.name
                    yield at_us, instance.source, owner, "", one.metric, value * one.factor, unit(one.metric)
            token = page.get("NextToken", "")
            if not token:
                break


def _query(key: str, one: Told, instance: Instance) -> dict[str, Any]:
    dimension = ("DBClusterIdentifier", instance.cluster) if one.cluster else ("DBInstanceIdentifier", instance.name)
    return {
        "Id": key,
        "MetricStat": {
            "Metric": {
                "Namespace": "AWS/RDS",
                "MetricName": one.name,
                "Dimensions": [{"Name": dimension[0], "Value": dimension[1]}],
            },
            "Period": one.period_s,
            "Stat": "Average",
        },
    }


def fetch_load(instance: Instance, since_us: int, until_us: int) -> pl.DataFrame:
    """Return Performance Insights' load by wait event: rows of ``METRICS``, wall-clock at_us (where it is enabled)."""
    client = boto3.client("pi")
    asked: dict[str, Any] = {
        "ServiceType": "RDS",
        "Identifier": instance.resource,
        "MetricQueries": [
            {"Metric": "db.load.avg"},
            {
                "Metric": "db.load.avg",
                "GroupBy": {
                    "Group": "db.wait_event",
                    "Dimensions": ["db.wait_event.type", "db.wait_event.name"],
                    "Limit": 10,
                },
            },
        ],
        "StartTime": _instant(since_us),
        "EndTime": _instant(until_us),
        "PeriodInSeconds": 60 if until_us - since_us > 3600 * SECOND else 1,
    }
    rows = []
    token = ""
    with _refusals(instance.name):
        while True:
            page = client.get_resource_metrics(**asked, **({"NextToken": token} if token else {}))
            for series in page["MetricList"]:
                parts = series["Key"].get("Dimensions", {})
                event = ":".join(parts[name] for name in ("db.wait_event.type", "db.wait_event.name") if name in parts)
                rows += [
                    (
                        round(point["Timestamp"].timestamp() * SECOND),
                        INSIGHTS,
                        instance.name,
                        f"event:{event}" if event else "",
                        "active_sessions",
                        float(point["Value"]),
                        unit("active_sessions"),
                    )
                    for point in series["DataPoints"]
                    if "Value" in point
                ]
            token = page.get("NextToken", "")
            if not token:
                break
    return pl.DataFrame(rows, schema=METRICS, orient="row")


def _instant(wall_us: int) -> datetime:
    return datetime.fromtimestamp(wall_us / SECOND, UTC)


@contextmanager
def _refusals(name: str) -> Iterator[None]:
    """Turn AWS's refusals into a sentence that says what to do."""
    try:
        yield
    except ClientError as error:
        raise TargetProblem(
            f"{name}: AWS refused: {error}",
            remedy="the rights to rds:DescribeDBInstances, cloudwatch:GetMetricData and pi:GetResourceMetrics are needed",
        ) from None
    except BotoCoreError as error:
        raise TargetProblem(
            f"{name}: AWS could not be asked: {error}", remedy="check AWS_PROFILE and AWS_DEFAULT_REGION"
        ) from None
