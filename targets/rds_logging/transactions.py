"""How many transactions an instance executes a second: the busiest hour of the last day, from Performance Insights.

Source: RDS user guide, "Performance Insights counters" (db.Transactions.xact_commit, db.Transactions.xact_rollback, a second).
"""

from __future__ import annotations

from datetime import timedelta

import boto3
from botocore.exceptions import BotoCoreError, ClientError
from botocore.parsers import ResponseParserError

from pgrehearse.base.clock import instant

_COUNTERS = ("db.Transactions.xact_commit.avg", "db.Transactions.xact_rollback.avg")
_PERIOD_S = 3600


def busiest_hour(resource: str, now_us: int) -> float | None:
    """Return the transactions a second of the busiest hour; None if Performance Insights is off or may not be read."""
    end = instant(now_us)
    try:
        answer = boto3.client("pi").get_resource_metrics(
            ServiceType="RDS",
            Identifier=resource,
            MetricQueries=[{"Metric": name} for name in _COUNTERS],
            StartTime=end - timedelta(days=1),
            EndTime=end,
            PeriodInSeconds=_PERIOD_S,
        )
    except (BotoCoreError, ClientError, ResponseParserError, ValueError):
        return None
    by_time: dict[object, float] = {}
    for metric in answer.get("MetricList", []):
        for point in metric["DataPoints"]:
            by_time[point["Timestamp"]] = by_time.get(point["Timestamp"], 0.0) + float(point.get("Value") or 0.0)
    return max(by_time.values(), default=None)
