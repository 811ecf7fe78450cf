"""Enhanced Monitoring: the documents of its log group, with moto's CloudWatch Logs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import boto3
import polars as pl
import pytest
from botocore.stub import ANY, Stubber

from pgrehearse.base.errors import TargetProblem
from pgrehearse.metrics.aws.cloudwatch import fetch
from pgrehearse.metrics.aws.enhanced_monitoring import GROUP, OsMetrics, fetch_os_metrics
from pgrehearse.metrics.aws.instances import Instance
from pgrehearse.scenarios.measuring import production_metrics
from tests.aws.production import BEGAN, at_once, us
from tests.aws.production import put as put_points

if TYPE_CHECKING:
    from pathlib import Path

INSTANCE = Instance("prod-1", "prod", aurora=True, instance_class="db.r6g.large", resource="db-QPCTQVLJ4WI")
UNTIL = BEGAN + timedelta(minutes=2)


def document(second: int, idle: float) -> dict[str, object]:
    """A document of Enhanced Monitoring, shortened."""
    cpu = {
        "guest": 0.0,
        "irq": 0.01,
        "system": 0.88,
        "wait": 0.5,
        "idle": idle,
        "user": 0.68,
        "steal": 0.07,
        "nice": 0.25,
    }
    return {
        "engine": "Aurora",
        "timestamp": f"{BEGAN + timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}",
        "cpuUtilization": cpu | {"total": 1.56},
        "network": [{"interface": "eth0", "rx": 200.0, "tx": 3000.0}, {"interface": "eth1", "rx": 17.0, "tx": 2.0}],
    }


def put(*messages: str) -> None:
    """Write a log event for each message, one a second."""
    logs = boto3.client("logs")
    logs.create_log_group(logGroupName=GROUP)
    for stream in (INSTANCE.resource, "db-OTHER"):
        logs.create_log_stream(logGroupName=GROUP, logStreamName=stream)
    events = [
        {"timestamp": us(BEGAN + timedelta(seconds=second)) // 1000, "message": message}
        for second, message in enumerate(messages)
    ]
    logs.put_log_events(logGroupName=GROUP, logStreamName=INSTANCE.resource, logEvents=events)
    logs.put_log_events(logGroupName=GROUP, logStreamName="db-OTHER", logEvents=events[:1])


@pytest.mark.usefixtures("aws")
def test_the_processors_are_read_by_the_second() -> None:
    """Without waits for a disk and time of other machines; the interfaces of the network together; of this instance only."""
    put(*(json.dumps(document(second, 97.43 - second)) for second in range(60)))
    answer = fetch_os_metrics(INSTANCE, us(BEGAN), us(UNTIL))
    assert answer.notes == ()
    cpu = answer.samples.filter(metric="cpu_percent").sort("at_us")
    assert cpu.height == 60
    assert cpu["value"].to_list()[:2] == pytest.approx([2.0, 3.0])
    assert cpu["at_us"].to_list()[:2] == [us(BEGAN), us(BEGAN + timedelta(seconds=1))]
    first = answer.samples.filter(at_us=us(BEGAN)).select("metric", "value", "unit", "source", "instance")
    assert first.rows()[1:] == [
        ("steal_percent", 0.07, "percent", "enhanced", "prod-1"),
        ("network_receive_bytes_per_s", 217.0, "B/s", "enhanced", "prod-1"),
        ("network_transmit_bytes_per_s", 3002.0, "B/s", "enhanced", "prod-1"),
    ]


@pytest.mark.usefixtures("aws")
def test_documents_that_cannot_be_read_are_counted() -> None:
    """The others are kept."""
    put(
        "{",
        "[]",
        json.dumps({"timestamp": "soon"}),
        json.dumps(document(3, 90.0) | {"cpuUtilization": 7}),
        json.dumps(document(4, 90.0)),
    )
    answer = fetch_os_metrics(INSTANCE, us(BEGAN), us(UNTIL))
    assert answer.samples.filter(metric="cpu_percent").height == 1
    assert answer.notes == ("prod-1: 4 documents of Enhanced Monitoring could not be read",)


@pytest.mark.usefixtures("aws")
def test_an_instance_without_enhanced_monitoring_is_a_note() -> None:
    """There is no log group, or nothing of this time in it."""
    assert "it is disabled" in fetch_os_metrics(INSTANCE, us(BEGAN), us(UNTIL)).notes[0]
    put(json.dumps(document(0, 90.0)))
    later = fetch_os_metrics(INSTANCE, us(BEGAN + timedelta(hours=1)), us(BEGAN + timedelta(hours=2)))
    assert later.samples.is_empty()
    assert "it is disabled" in later.notes[0]


@pytest.mark.usefixtures("aws")
def test_pages_are_read_and_a_missing_permission_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page may be empty and have a token. The remedy names the permission."""
    client = boto3.client("logs")
    monkeypatch.setattr(boto3, "client", lambda _service: client)
    request = {"logGroupName": GROUP, "logStreamNames": [INSTANCE.resource], "startTime": ANY, "endTime": ANY}
    event = {"message": json.dumps(document(0, 90.0)), "timestamp": us(BEGAN) // 1000}
    with Stubber(client) as stub:
        stub.add_response("filter_log_events", {"events": [], "nextToken": "more"}, request)
        stub.add_response("filter_log_events", {"events": [event]}, request | {"nextToken": "more"})
        assert fetch_os_metrics(INSTANCE, us(BEGAN), us(UNTIL)).samples.height == 4
        stub.add_client_error("filter_log_events", "AccessDeniedException")
        with pytest.raises(TargetProblem) as caught:
            fetch_os_metrics(INSTANCE, us(BEGAN), us(UNTIL))
    assert caught.value.remedy == "grant `logs:FilterLogEvents`"


@pytest.mark.usefixtures("aws")
def test_the_metrics_of_cloudwatch_include_enhanced_monitoring_where_it_is_enabled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refusal makes it unavailable, and the metrics of CloudWatch are stored."""
    put(json.dumps(document(0, 97.43)))
    put_points("CPUUtilization", [40.0])
    monkeypatch.setattr(production_metrics, "fetch", lambda one, since, until: fetch(one, since, until, at_once()))
    window = (us(BEGAN), us(UNTIL))
    monitored = replace(INSTANCE, monitored_s=1)
    sources = []
    for name, instance in (("a", INSTANCE), ("b", monitored)):
        recording = production_metrics.fetched([instance], tmp_path / f"{name}.workload", window, "cloudwatch")
        sources.append(set(pl.read_parquet(recording.path).filter(metric="cpu_percent")["source"]))
    assert sources == [{"cloudwatch-aurora"}, {"cloudwatch-aurora", "enhanced"}]

    def refused(*_: object) -> OsMetrics:
        raise TargetProblem("prod-1: AWS refused")

    monkeypatch.setattr(production_metrics, "fetch_os_metrics", refused)
    recording = production_metrics.fetched([monitored], tmp_path / "c.workload", window, "cloudwatch")
    assert recording.unavailable == {"prod-1/enhanced": "prod-1: AWS refused"}
    assert recording.samples == 2
