"""The free storage of an instance: the latest point of its metric in CloudWatch.

FreeStorageSpace is of RDS; the logs of Aurora are in local storage, whose metric is FreeLocalStorage (bytes both; RDS and Aurora user
guides, metrics). Points arrive one to three minutes late.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import boto3

from pgrehearse.base.aws_errors import Purpose, aws_errors, connected
from pgrehearse.base.clock import instant
from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.rds_logging.groups import LoggedServer, Member
from pgrehearse.targets.rds_logging.record import Watched

RDS, AURORA = "FreeStorageSpace", "FreeLocalStorage"
# Logging ends early below this share: of the allocated storage, or, in Aurora, of what was free at the beginning.
LEAST_SHARE = 0.20
_LATEST = timedelta(minutes=15)


def metrics_client(name: str) -> Any:
    """Return the client of CloudWatch. Raises ``TargetProblem``."""
    return connected(_purpose(name), lambda: boto3.client("cloudwatch"))


def _purpose(name: str) -> Purpose:
    return Purpose(name, ("cloudwatch:GetMetricStatistics",), TargetProblem)


def free_storage(client: Any, instance: str, metric: str, now_us: int) -> int | None:
    """Return the free bytes of an instance (None: no point of the last quarter of an hour)."""
    now = instant(now_us)
    with aws_errors(_purpose(instance)):
        points = client.get_metric_statistics(
            Namespace="AWS/RDS",
            MetricName=metric,
            Dimensions=[{"Name": "DBInstanceIdentifier", "Value": instance}],
            StartTime=now - _LATEST,
            EndTime=now + timedelta(minutes=1),
            Period=60,
            Statistics=["Minimum"],
        )["Datapoints"]
    latest = max(points, key=lambda point: point["Timestamp"], default=None)
    return None if latest is None else int(latest["Minimum"])


def watched(server: LoggedServer, member: Member, free: int) -> Watched:
    """Return when the free storage of an instance ends the logging."""
    metric = AURORA if server.aurora else RDS
    return Watched(member.name, metric, round(LEAST_SHARE * (member.storage or free)))
