"""A production at AWS for tests: an Aurora cluster, and points of its metrics."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import boto3

from pgrehearse.metrics.aws.cloudwatch import Patience

BEGAN = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def us(when: datetime) -> int:
    return round(when.timestamp() * 1_000_000)


def at_once(now: datetime = BEGAN + timedelta(hours=1)) -> Patience:
    """No wait for late values. *now*: when the values are fetched."""
    return Patience(0.0, now_us=lambda: us(now))


def aurora(*instances: str) -> None:
    """An Aurora cluster `prod` with instances; the first one is the writer."""
    rds = boto3.client("rds")
    rds.create_db_cluster(
        DBClusterIdentifier="prod", Engine="aurora-postgresql", MasterUsername="root", MasterUserPassword="hunter22"
    )
    for name in instances or ("prod-1",):
        rds.create_db_instance(
            DBInstanceIdentifier=name,
            DBClusterIdentifier="prod",
            DBInstanceClass="db.r6g.large",
            Engine="aurora-postgresql",
        )


def put(
    name: str,
    values: list[float],
    dimension: tuple[str, str] = ("DBInstanceIdentifier", "prod-1"),
    step: float = 60,
    since: datetime = BEGAN,
) -> None:
    """Put points of a metric, one in each step."""
    boto3.client("cloudwatch").put_metric_data(
        Namespace="AWS/RDS",
        MetricData=[
            {
                "MetricName": name,
                "Value": value,
                "Timestamp": since + timedelta(seconds=step * place),
                "Dimensions": [{"Name": dimension[0], "Value": dimension[1]}],
            }
            for place, value in enumerate(values)
        ],
    )
