"""Instances and clusters of AWS: by name, with their roles; and which of their metrics are fetched."""

from __future__ import annotations

from datetime import timedelta

import boto3
import polars as pl
import pytest

from pgrehearse.base.errors import TargetProblem
from pgrehearse.metrics.aws.cloudwatch import Patience, fetch
from pgrehearse.metrics.aws.instances import Instance, classes, describe
from tests.aws.production import BEGAN, at_once, aurora, put, us

UNTIL = BEGAN + timedelta(minutes=2)


@pytest.mark.usefixtures("aws")
def test_a_cluster_is_its_instances() -> None:
    """The writer is first; an instance that is also given by name is there once."""
    aurora("prod-9", "prod-1", "prod-2")
    found = describe(["prod-2"], ["prod"])
    assert [(one.name, one.reader) for one in found] == [("prod-9", False), ("prod-2", True), ("prod-1", True)]
    assert classes(found) == "db.r6g.large + db.r6g.large + db.r6g.large"


@pytest.mark.usefixtures("aws")
def test_the_lag_of_a_cluster_is_of_its_writer_and_of_each_reader() -> None:
    """The writer has the lag of its last reader; the volume is the cluster's and is fetched once."""
    aurora("prod-1", "prod-2", "prod-3")
    put("AuroraReplicaLagMaximum", [700, 40])
    put("AuroraReplicaLag", [5, 40], ("DBInstanceIdentifier", "prod-2"))
    put("AuroraReplicaLag", [700, 9], ("DBInstanceIdentifier", "prod-3"))
    put("VolumeReadIOPs", [30_000], ("DBClusterIdentifier", "prod"), 300)
    samples = fetch(describe([], ["prod"]), us(BEGAN), us(UNTIL), at_once()).samples.filter(subject="")
    lag = samples.filter(metric="replica_lag_ms").group_by("instance").agg(pl.col("value").sort_by("at_us"))
    assert dict(lag.iter_rows()) == {"prod-1": [700, 40], "prod-2": [5, 40], "prod-3": [700, 9]}
    assert samples.filter(metric="volume_read_iops").select("instance", "value").rows() == [("prod", 100.0)]


@pytest.mark.usefixtures("aws")
def test_the_statistic_shows_trouble() -> None:
    """The highest CPU use and latency, the lowest balance; the average and the 99th percentile are beside them."""
    aurora()
    put("CPUUtilization", [10, 90], step=30)
    put("ReadLatency", [*[0.001] * 59, 0.5], step=1)
    put("EBSIOBalance%", [100, 3], step=30)
    put("FreeableMemory", [9e9, 1e9], step=30)
    put("ReadIOPS", [100, 300], step=30)
    samples = fetch(describe(["prod-1"]), us(BEGAN), us(BEGAN + timedelta(minutes=1)), at_once()).samples
    values = {
        (metric, subject): value for metric, subject, value in samples.select("metric", "subject", "value").rows()
    }
    assert values == {
        ("cpu_percent", ""): 90,
        ("cpu_percent", "statistic:average"): 50,
        ("read_latency_ms", ""): 500,
        ("read_latency_ms", "statistic:average"): pytest.approx((59 + 500) / 60),
        ("read_latency_ms", "statistic:p99"): pytest.approx(205.6, abs=1),
        ("ebs_io_balance_percent", ""): 3,
        ("ebs_io_balance_percent", "statistic:average"): 51.5,
        ("memory_free_bytes", ""): 1e9,
        ("memory_free_bytes", "statistic:average"): 5e9,
        ("read_iops", ""): 200,
    }


@pytest.mark.usefixtures("aws")
def test_a_name_of_the_other_kind_is_explained() -> None:
    """A cluster given as an instance: its members; an instance given as a cluster: the option to use."""
    aurora("prod-1", "prod-2")
    with pytest.raises(
        TargetProblem, match=r"prod is a cluster, with the instances prod-1 \(writer\), prod-2 \(reader\)"
    ):
        describe(["prod"])
    with pytest.raises(TargetProblem, match="prod-2 is an instance") as caught:
        describe([], ["prod-2"])
    assert caught.value.remedy == "use --instance prod-2"
    boto3.client("rds").create_db_cluster(
        DBClusterIdentifier="empty", Engine="aurora-postgresql", MasterUsername="root", MasterUserPassword="hunter22"
    )
    with pytest.raises(TargetProblem, match="empty: the cluster has no instances"):
        describe([], ["empty"])


@pytest.mark.usefixtures("aws")
def test_the_lag_of_an_rds_replica_is_its_own() -> None:
    """In milliseconds; an instance that is no replica has none."""
    rds = boto3.client("rds")
    rds.create_db_instance(
        DBInstanceIdentifier="prod-1",
        DBInstanceClass="db.m6g.large",
        Engine="postgres",
        AllocatedStorage=20,
        MasterUsername="root",
        MasterUserPassword="hunter22",
    )
    rds.create_db_instance_read_replica(DBInstanceIdentifier="replica", SourceDBInstanceIdentifier="prod-1")
    put("ReplicaLag", [0.25, 1.5], ("DBInstanceIdentifier", "replica"))
    put("ReplicaLag", [9, 9])
    found = describe(["replica", "prod-1"])
    assert [(one.name, one.reader) for one in found] == [("prod-1", False), ("replica", True)]
    samples = fetch(found, us(BEGAN), us(UNTIL), at_once()).samples.filter(metric="replica_lag_ms", subject="")
    assert samples.select("instance", "value").rows() == [("replica", 250.0), ("replica", 1500.0)]


def test_the_class_shows_whether_an_instance_continues_without_cpu_credits() -> None:
    """It is a fact of the run; a class without CPU credits has none."""
    for name, facts in (("db.t2.small", [0.0]), ("db.t3.small", [1.0]), ("db.t4g.small", [1.0]), ("db.r6g.large", [])):
        instance = Instance("i", "", aurora=False, instance_class=name, resource="db-X")
        assert instance.fact_samples(0).filter(metric="is_cpu_unlimited")["value"].to_list() == facts


@pytest.mark.usefixtures("aws")
def test_the_network_to_the_storage_has_both_directions() -> None:
    """The total, what is received, what is sent; and the shortest time since the start of the engine."""
    aurora()
    for name, value in (("", 30), ("Receive", 10), ("Transmit", 20)):
        put(f"StorageNetwork{name}Throughput", [value])
    put("EngineUptime", [7200, 12], step=30)
    samples = fetch(describe(["prod-1"]), us(BEGAN), us(UNTIL), at_once()).samples.filter(subject="")
    assert dict(samples.select("metric", "value").iter_rows()) == {
        "storage_network_bytes_per_s": 30,
        "storage_network_receive_bytes_per_s": 10,
        "storage_network_transmit_bytes_per_s": 20,
        "engine_uptime_s": 12,
    }


@pytest.mark.usefixtures("aws")
def test_the_last_value_of_a_longer_period_is_not_waited_for_by_the_minute() -> None:
    """A window of 20 days has one value in five minutes: the last complete one is the last that can come."""
    aurora()
    began = UNTIL - timedelta(days=20)
    put("CPUUtilization", [40], since=UNTIL - timedelta(minutes=UNTIL.minute % 5 + 5))
    soon = Patience(wait=lambda _: pytest.fail("waited"), now_us=lambda: us(UNTIL))
    answer = fetch(describe(["prod-1"]), us(began), us(UNTIL), soon)
    assert answer.samples.filter(subject="")["value"].to_list() == [40]
    assert "one value in 300 s" in answer.notes[0]
