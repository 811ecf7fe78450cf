"""The latest value of metrics of CloudWatch, as far as they are recent."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from pgrehearse.base.aws_errors import Purpose, aws_errors
from pgrehearse.base.clock import instant, wall_us
from pgrehearse.targets.aws.clients import Clients

PERMISSIONS = ("cloudwatch:GetMetricData",)
INSTANCE, CLUSTER = "DBInstanceIdentifier", "DBClusterIdentifier"
# RDS sends a point each minute, and it appears some minutes later. A point older than this one proves nothing.
RECENT = timedelta(minutes=15)


def latest(
    clients: Clients, of: tuple[str, str], metrics: dict[str, tuple[str, str]], within: timedelta = RECENT
) -> dict[str, float]:
    """Return the latest value of each metric that has one *within* a time. *of*: the dimension and its name; *metrics*: names of CloudWatch
    and statistics, by the names in the result. Raises ``TargetProblem``."""
    now = instant(wall_us())
    queries = [_query(name, metric, statistic, of) for name, (metric, statistic) in metrics.items()]
    client = clients.of("cloudwatch")
    with aws_errors(Purpose(of[1], PERMISSIONS)):
        answer = client.get_metric_data(
            MetricDataQueries=queries, StartTime=now - within, EndTime=now, ScanBy="TimestampDescending"
        )
    return {str(row["Id"]): float(row["Values"][0]) for row in answer["MetricDataResults"] if row["Values"]}


def _query(name: str, metric: str, statistic: str, of: tuple[str, str]) -> dict[str, Any]:
    dimensions = [{"Name": of[0], "Value": of[1]}]
    named = {"Namespace": "AWS/RDS", "MetricName": metric, "Dimensions": dimensions}
    return {"Id": name, "MetricStat": {"Metric": named, "Period": 60, "Stat": statistic}}
