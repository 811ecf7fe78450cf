"""The processors and the network of an instance by Enhanced Monitoring: one value in 1 to 60 seconds, from CloudWatch Logs.

The log group ``RDSOSMetrics`` has a stream for each instance (its resource id), and a JSON document for each interval (the RDS user guide,
"Viewing OS metrics using CloudWatch Logs").
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import boto3
import polars as pl
from botocore.exceptions import ClientError

from pgrehearse.base.aws_errors import Purpose, aws_errors, connected, error_code
from pgrehearse.base.clock import MILLISECOND, SECOND
from pgrehearse.metrics.aws.instances import Instance
from pgrehearse.runs.metric_catalog import ENHANCED, unit
from pgrehearse.runs.schema import METRICS

GROUP = "RDSOSMetrics"
PERMISSIONS = ("logs:FilterLogEvents",)
_DISABLED = "Enhanced Monitoring has no log of it: it is disabled, or its log is older than the retention of the log group RDSOSMetrics"


@dataclass(frozen=True, slots=True)
class OsMetrics:
    """*samples*: rows of ``METRICS``, wall-clock at_us; *notes*: what they lack."""

    samples: pl.DataFrame
    notes: tuple[str, ...] = ()


def fetch_os_metrics(instance: Instance, since_us: int, until_us: int) -> OsMetrics:
    """Return the values of an instance from *since_us* until *until_us* (wall clock).

    Raises ``TargetProblem`` if AWS is unreachable or refuses the request.
    """
    where = Purpose(instance.name, PERMISSIONS)
    client = connected(where, lambda: boto3.client("logs"))
    request = {
        "logGroupName": GROUP,
        "logStreamNames": [instance.resource],
        "startTime": since_us // MILLISECOND,
        "endTime": until_us // MILLISECOND,
    }
    rows: list[tuple[Any, ...]] = []
    invalid = 0
    with aws_errors(where):
        for message in _messages(client, request):
            found = _rows(instance, message)
            invalid += not found
            rows += found
    notes = [f"{instance.name}: {_DISABLED}"] if not rows and not invalid else []
    if invalid:
        notes.append(f"{instance.name}: {invalid:,} documents of Enhanced Monitoring could not be read")
    return OsMetrics(pl.DataFrame(rows, schema=METRICS, orient="row"), tuple(notes))


def _messages(client: Any, request: dict[str, Any]) -> Iterator[str]:
    """Yield the documents of all pages; none if there is no such log."""
    token = ""
    while True:
        try:
            page = client.filter_log_events(**request, **({"nextToken": token} if token else {}))
        except ClientError as error:
            if error_code(error) == "ResourceNotFoundException":
                return
            raise
        yield from (str(event["message"]) for event in page["events"])
        token = page.get("nextToken", "")
        if not token:
            return


def _rows(instance: Instance, message: str) -> list[tuple[Any, ...]]:
    """Return the values of one document; [] if it is not one of Enhanced Monitoring."""
    try:
        document = json.loads(message)
        at_us = round(datetime.fromisoformat(document["timestamp"]).timestamp() * SECOND)
        cpu = {name: float(value) for name, value in document["cpuUtilization"].items()}
        values = {
            # The "total" of the document contains waits for a disk or does not: the idle share is unambiguous.
            "cpu_percent": 100.0 - cpu["idle"] - cpu["wait"] - cpu["steal"],
            "steal_percent": cpu["steal"],
            "network_receive_bytes_per_s": sum(float(one["rx"]) for one in document.get("network", [])),
            "network_transmit_bytes_per_s": sum(float(one["tx"]) for one in document.get("network", [])),
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return []
    if not all(map(math.isfinite, values.values())):
        return []
    return [(at_us, ENHANCED, instance.name, "", name, value, unit(name)) for name, value in values.items()]
