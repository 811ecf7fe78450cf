"""The load of an instance by wait event, as Performance Insights samples it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import boto3
import polars as pl

from pgrehearse.base.aws_errors import aws_errors, connected
from pgrehearse.base.clock import SECOND, instant
from pgrehearse.metrics.aws.instances import Instance, purpose
from pgrehearse.runs.metric_catalog import INSIGHTS, unit
from pgrehearse.runs.schema import METRICS

_WAIT_EVENT = ("db.wait_event.type", "db.wait_event.name")


def fetch_load(instance: Instance, since_us: int, until_us: int) -> pl.DataFrame:
    """Return Performance Insights' load by wait event: rows of ``METRICS``, wall-clock at_us (empty where it is disabled)."""
    client = connected(purpose(instance.name), lambda: boto3.client("pi"))
    request = _request(instance, since_us, until_us)
    rows: list[tuple[Any, ...]] = []
    token = ""
    with aws_errors(purpose(instance.name)):
        while True:
            page = client.get_resource_metrics(**request, **({"NextToken": token} if token else {}))
            for series in page["MetricList"]:
                rows += _rows(instance, series)
            token = page.get("NextToken", "")
            if not token:
                break
    return pl.DataFrame(rows, schema=METRICS, orient="row")


def _request(instance: Instance, since_us: int, until_us: int) -> dict[str, Any]:
    by_event = {"Group": "db.wait_event", "Dimensions": list(_WAIT_EVENT), "Limit": 10}
    return {
        "ServiceType": "RDS",
        "Identifier": instance.resource,
        "MetricQueries": [{"Metric": "db.load.avg"}, {"Metric": "db.load.avg", "GroupBy": by_event}],
        "StartTime": instant(since_us),
        "EndTime": instant(until_us),
        "PeriodInSeconds": 60 if until_us - since_us > 3600 * SECOND else 1,
    }


def _rows(instance: Instance, series: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of one series: of a wait event, or of the total load (subject "")."""
    dimensions = series["Key"].get("Dimensions", {})
    event = ":".join(dimensions[name] for name in _WAIT_EVENT if name in dimensions)
    subject, metric = f"event:{event}" if event else "", "active_sessions"
    for point in series["DataPoints"]:
        if "Value" in point:
            at_us = round(point["Timestamp"].timestamp() * SECOND)
            yield at_us, INSIGHTS, instance.name, subject, metric, float(point["Value"]), unit(metric)
