"""CloudWatch against a moto server, Performance Insights (which moto lacks) by botocore's Stubber."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import boto3
import polars as pl
import pytest
from botocore.stub import ANY, Stubber

from pgrehearse.base.errors import TargetProblem
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.metrics.aws.cloudwatch import Fetched, Patience, fetch
from pgrehearse.metrics.aws.insights import fetch_load
from pgrehearse.metrics.aws.instances import Instance, describe
from pgrehearse.metrics.sampler import Sampling
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.scenarios.measuring.production_metrics import fetched, record
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.workload.read import Workload
from tests.aws.production import BEGAN, at_once, aurora, put, us
from tests.conftest import SAMPLES, LogMark, connect

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.mark.usefixtures("aws")
def test_the_metrics_of_an_instance_have_the_catalogs_units() -> None:
    """Percent unchanged, seconds as milliseconds, a volume's five minutes as seconds; each at its own timestamp."""
    aurora()
    put("CPUUtilization", [20, 40, 60])
    put("ReadLatency", [0.002, 0.004, 0.002])
    put("CommitThroughput", [900, 1000, 1100])
    put("AuroraReplicaLagMaximum", [12, 700, 15])
    put("VolumeReadIOPs", [30_000], ("DBClusterIdentifier", "prod"), 300)
    put("CPUUtilization", [99], ("DBInstanceIdentifier", "other"))
    (instance,) = describe(["prod-1"])
    assert (instance.aurora, instance.cluster, instance.instance_class) == (True, "prod", "db.r6g.large")
    every = fetch([instance], us(BEGAN), us(BEGAN + timedelta(minutes=3)), at_once()).samples
    metrics = every.filter(subject="")
    values = {name: metrics.filter(metric=name).sort("at_us")["value"].to_list() for name in metrics["metric"].unique()}
    assert values == {
        "cpu_percent": [20, 40, 60],
        "read_latency_ms": [2, 4, 2],
        "commits_per_s": [900, 1000, 1100],
        "replica_lag_ms": [12, 700, 15],
        "volume_read_iops": [100],
    }
    assert set(metrics["source"]) == {"cloudwatch-aurora"}
    assert set(metrics.filter(metric="volume_read_iops")["instance"]) == {"prod"}
    assert metrics.filter(metric="cpu_percent")["at_us"].sort()[1] == us(BEGAN + timedelta(minutes=1))
    assert dict(metrics.select("metric", "unit").unique().iter_rows())["read_latency_ms"] == "ms"


@pytest.mark.usefixtures("aws")
def test_the_wait_for_late_values_has_a_timeout() -> None:
    """The last minute is available during the wait. If it is never available, the wait times out and the run is kept."""
    aurora()
    put("CPUUtilization", [20, 40])
    waited: list[float] = []

    def late(seconds: float) -> None:
        waited.append(seconds)
        put("CPUUtilization", [60], since=BEGAN + timedelta(minutes=2))

    until = BEGAN + timedelta(minutes=3)
    soon = Patience(wait=late, now_us=lambda: us(until))
    metrics = fetch(describe(["prod-1"]), us(BEGAN), us(until), soon).samples.filter(subject="")
    assert len(waited) == 1
    assert metrics["value"].to_list() == [20, 40, 60]
    never = replace(
        soon, timeout_s=25.0, wait=waited.append, now_us=iter(range(us(until), us(until) * 2, 10**7)).__next__
    )
    assert fetch(describe(["prod-1"]), us(BEGAN), us(until + timedelta(minutes=6)), never).samples.height == 6
    assert len(waited) == 2


@pytest.mark.usefixtures("aws")
def test_values_that_cannot_come_are_not_waited_for() -> None:
    """The window ended more than ten minutes ago, and CloudWatch has nothing of it."""
    aurora()
    yesterday = Patience(wait=lambda _: pytest.fail("waited"), now_us=lambda: us(BEGAN + timedelta(days=1)))
    answer = fetch(describe(["prod-1"]), us(BEGAN), us(BEGAN + timedelta(minutes=3)), yesterday)
    assert answer.samples.is_empty()
    assert answer.notes == ("CloudWatch has no values of prod-1 in this window",)


@pytest.mark.usefixtures("aws")
def test_metrics_fetched_twice_are_stored_once(tmp_path: Path) -> None:
    """They are in the workload, with times in its window, and its digest is unchanged."""
    rds = boto3.client("rds")
    rds.create_db_instance(
        DBInstanceIdentifier="prod-1",
        DBInstanceClass="db.m6g.large",
        Engine="postgres",
        MasterUsername="root",
        MasterUserPassword="hunter22",
    )
    capture_logs(CaptureOptions((SAMPLES / "pg15" / "mindur0.csv",), tmp_path / "w.workload"), tool_version="test")
    before = Workload.open(tmp_path / "w.workload").manifest
    begin = datetime.fromtimestamp(before.window_start_us / 1e6, UTC)
    boto3.client("cloudwatch").put_metric_data(
        Namespace="AWS/RDS",
        MetricData=[
            {
                "MetricName": "FreeStorageSpace",
                "Value": 250.0,
                "Timestamp": begin.replace(second=0, microsecond=0) + timedelta(minutes=2),
                "Dimensions": [{"Name": "DBInstanceIdentifier", "Value": "prod-1"}],
            }
        ],
    )
    window = (us(begin), us(begin + timedelta(minutes=5)))
    for _ in range(2):
        import pgrehearse.scenarios.measuring.production_metrics as production

        monkey = pytest.MonkeyPatch()
        monkey.setattr(production, "fetch", lambda one, since, until: fetch(one, since, until, at_once(begin)))
        result = fetched(describe(["prod-1"]), tmp_path / "w.workload", window, "cloudwatch")
        monkey.undo()
    assert result.samples == 2
    samples = Workload.open(tmp_path / "w.workload").metrics()
    lag = samples.filter(metric="storage_free_bytes", subject="")
    assert lag.select("value", "source").rows() == [(250.0, "cloudwatch")]
    assert 0 <= lag["at_us"][0] <= 180_000_000
    assert set(samples["metric"]) == {"storage_free_bytes", "memory_limit_bytes", "is_reader"}
    assert Workload.open(tmp_path / "w.workload").manifest.digest == before.digest
    assert (tmp_path / "w.workload" / "metrics.parquet").stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("aws")
def test_the_limits_of_an_instance_are_those_of_its_class_and_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """EC2 reports the memory, RDS the provisioned values of the disk. Without a known value or the permission there is no limit."""
    rds = boto3.client("rds")
    rds.create_db_instance(
        DBInstanceIdentifier="prod-2",
        DBInstanceClass="db.m6g.large",
        Engine="postgres",
        StorageType="io1",
        Iops=3000,
        AllocatedStorage=100,
        MasterUsername="root",
        MasterUserPassword="hunter22",
    )
    (instance,) = describe(["prod-2"])
    assert instance.limits == {"iops_limit": 3000.0, "memory_limit_bytes": 8.0 * 2**30}
    held = instance.fact_samples(us(BEGAN))
    assert held.select("source", "metric", "unit").rows() == [
        ("cloudwatch", "iops_limit", "1/s"),
        ("cloudwatch", "memory_limit_bytes", "B"),
        ("cloudwatch", "is_reader", "count"),
    ]
    real = boto3.client
    ec2 = real("ec2")
    with Stubber(ec2) as stub:
        stub.add_client_error("describe_instance_types", "UnauthorizedOperation")
        monkeypatch.setattr(boto3, "client", lambda service: ec2 if service == "ec2" else real(service))
        assert describe(["prod-2"])[0].limits == {"iops_limit": 3000.0}


@pytest.mark.usefixtures("aws")
def test_a_run_contains_the_metrics_of_its_instance(
    pg18: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The values of the replay's time are in the run, with the instance's class and limits."""
    aurora()
    start = LogMark.now(pg18)
    with connect(pg18, "postgres") as connection:
        connection.execute("select pg_sleep(0.5)")
    workload = start.capture(tmp_path, "w")
    monkeypatch.setattr(
        "pgrehearse.scenarios.measuring.production_metrics.fetch",
        lambda instances, since, until: fetch(instances, since, until, Patience(0.0)),
    )
    put("CPUUtilization", [42.0] * 60, step=1, since=datetime.now(UTC).replace(microsecond=0))
    plan = ReplayPlan(pg18.endpoint("postgres"), writes=True)
    rehearsal = Rehearsal(
        workload.path, tmp_path / "a.run", plan, dirty=True, sampling=Sampling(aws_clusters=("prod",))
    )
    run, _ = rehearse(rehearsal)
    samples = run.metrics().filter(source="cloudwatch-aurora")
    assert set(samples["metric"]) == {"cpu_percent", "memory_limit_bytes", "is_reader"}
    assert set(samples.filter(metric="cpu_percent")["value"]) == {42.0}
    assert run.manifest.server.instance_class == "db.r6g.large"
    assert "postgres" in set(run.metrics()["source"])
    with pytest.raises(TargetProblem, match="unknown: AWS refused"):
        rehearse(replace(rehearsal, output=tmp_path / "b.run", sampling=Sampling(instances=("unknown",))))
    assert not (tmp_path / "b.run").exists()


@pytest.mark.usefixtures("aws")
def test_a_recording_contains_the_metrics_of_the_service(
    pg18: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The workload may not exist yet. If the service refuses the request at the end, only its metrics are missing."""
    aurora()
    into = tmp_path / "prod.workload"

    def late(instances: Sequence[Instance], since: int, until: int) -> Fetched:
        put("CPUUtilization", [42.0] * 90, step=1, since=datetime.fromtimestamp(since / 1e6, UTC))
        return fetch(instances, since, until, Patience(0.0))

    monkeypatch.setattr("pgrehearse.scenarios.measuring.production_metrics.fetch", late)
    how = Sampling(instances=("prod-1",), activity_us=0)
    recording = record(pg18.endpoint("postgres"), into, 0.5, how, threading.Event())
    samples = pl.read_parquet(recording.path)
    assert {"postgres", "cloudwatch-aurora"} <= set(samples["source"])
    assert "memory_limit_bytes" in set(samples.filter(source="cloudwatch-aurora")["metric"])

    def refused(*_: object) -> Fetched:
        raise TargetProblem("prod-1: AWS refused", remedy="ask")

    monkeypatch.setattr("pgrehearse.scenarios.measuring.production_metrics.fetch", refused)
    again = record(pg18.endpoint("postgres"), tmp_path / "b.workload", 0.3, how, threading.Event())
    assert again.unavailable["cloudwatch"] == "prod-1: AWS refused"
    assert again.samples > 0


@pytest.mark.usefixtures("aws")
def test_all_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """moto sends one page for any request: the Stubber sends AWS's pages."""
    aurora()
    instances = describe(["prod-1"])
    client = boto3.client("cloudwatch")
    with Stubber(client) as stub:
        pages: list[dict[str, Any]] = [
            {
                "MetricDataResults": [
                    {"Id": "m0", "Label": "x", "Timestamps": [BEGAN], "Values": [10.0], "StatusCode": "PartialData"}
                ],
                "NextToken": "more",
            },
            {
                "MetricDataResults": [
                    {
                        "Id": "m0",
                        "Label": "x",
                        "Timestamps": [BEGAN + timedelta(minutes=1)],
                        "Values": [20.0],
                        "StatusCode": "Complete",
                    }
                ]
            },
        ]
        request = {"MetricDataQueries": ANY, "StartTime": ANY, "EndTime": ANY, "ScanBy": "TimestampAscending"}
        stub.add_response("get_metric_data", pages[0], request)
        stub.add_response("get_metric_data", pages[1], {**request, "NextToken": "more"})
        stub.add_response("get_metric_data", {"MetricDataResults": []}, request)
        monkeypatch.setattr(boto3, "client", lambda _service: client)
        answer = fetch(instances, us(BEGAN), us(BEGAN + timedelta(minutes=2)), at_once())
    assert answer.samples["value"].to_list() == [10.0, 20.0]
    assert answer.unavailable == {}


@pytest.mark.usefixtures("aws")
def test_performance_insights_reports_load_by_wait_event(monkeypatch: pytest.MonkeyPatch) -> None:
    """The total, and each wait event; points without a value are omitted."""
    aurora()
    (instance,) = describe(["prod-1"])
    client = boto3.client("pi")
    page = {
        "AlignedStartTime": BEGAN,
        "AlignedEndTime": BEGAN + timedelta(minutes=1),
        "Identifier": "db-X",
        "MetricList": [
            {"Key": {"Metric": "db.load.avg"}, "DataPoints": [{"Timestamp": BEGAN, "Value": 2.5}]},
            {
                "Key": {
                    "Metric": "db.load.avg",
                    "Dimensions": {"db.wait_event.type": "IO", "db.wait_event.name": "DataFileRead"},
                },
                "DataPoints": [{"Timestamp": BEGAN, "Value": 1.5}],
            },
        ],
    }
    with Stubber(client) as stub:
        stub.add_response("get_resource_metrics", page)
        monkeypatch.setattr(boto3, "client", lambda _service: client)
        load = fetch_load(instance, us(BEGAN), us(BEGAN + timedelta(minutes=1)))
    assert dict(load.select("subject", "value").iter_rows()) == {"": 2.5, "event:IO:DataFileRead": 1.5}
    assert set(load["source"]) == {"insights"}


def test_the_write_iops_of_aurora_are_another_metric() -> None:
    """Aurora's WriteIOPS are records of its log: they must not be compared with another source's values."""
    from pgrehearse.runs.metric_catalog import kind

    assert kind("write_iops", "cloudwatch-aurora") != kind("write_iops", "cloudwatch") == kind("write_iops", "host")
    assert (
        kind("commits_per_s", "cloudwatch-aurora")
        == kind("commits_per_s", "postgres")
        == kind("commits_per_s", "workload")
    )
