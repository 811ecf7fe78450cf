"""The stand-in for AWS: what AWS refuses is refused, log files are those of a folder, faults come once."""

from __future__ import annotations

import urllib.request
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError

import boto3
import pytest
from botocore.exceptions import ClientError

from tests.aws.standin.faults import Fault

if TYPE_CHECKING:
    from pathlib import Path

    from tests.aws.standin.server import StandIn

INSTANCE: dict[str, Any] = {
    "DBInstanceIdentifier": "prod-1",
    "DBInstanceClass": "db.m6g.large",
    "Engine": "postgres",
    "AllocatedStorage": 20,
    "MasterUsername": "root",
    "MasterUserPassword": "hunter22",
}
DELETION = {"DBInstanceIdentifier": "prod-1"}
GROUP = {"DBParameterGroupName": "default.postgres16"}
PARAMETER = {"ParameterName": "log_statement", "ParameterValue": "all", "ApplyMethod": "immediate"}


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize(
    ("operation", "values", "code"),
    [
        ("create_db_instance", {**INSTANCE, "DBInstanceClass": "db.nosuch.9xlarge"}, "InvalidParameterValue"),
        ("create_db_instance", {**INSTANCE, "MonitoringInterval": 15}, "InvalidParameterCombination"),
        ("delete_db_instance", DELETION, "InvalidParameterCombination"),
        ("delete_db_cluster", {"DBClusterIdentifier": "prod"}, "InvalidParameterCombination"),
        ("modify_db_parameter_group", {**GROUP, "Parameters": [PARAMETER]}, "InvalidDBParameterGroupState"),
        ("delete_db_parameter_group", GROUP, "InvalidDBParameterGroupState"),
    ],
)
def test_what_aws_refuses_is_refused(operation: str, values: dict[str, Any], code: str) -> None:
    """With AWS's code; moto accepts these requests."""
    with pytest.raises(ClientError) as caught:
        getattr(boto3.client("rds"), operation)(**values)
    assert caught.value.response["Error"]["Code"] == code


@pytest.mark.usefixtures("stand_in")
def test_other_requests_are_answered_by_moto() -> None:
    """An instance is created, described and deleted."""
    rds = boto3.client("rds")
    rds.create_db_instance(**INSTANCE)
    assert rds.describe_db_instances(**DELETION)["DBInstances"][0]["DBInstanceClass"] == "db.m6g.large"
    rds.delete_db_instance(**DELETION, SkipFinalSnapshot=True)
    assert rds.describe_db_instances()["DBInstances"] == []


def test_log_files_are_those_of_a_folder(stand_in: StandIn, tmp_path: Path) -> None:
    """Listed in pages, filtered by name; in portions of lines from a marker; a long portion is cut."""
    for name in ("postgresql.log.2026-01-01-00", "postgresql.log.2026-01-01-00.csv", "postgresql.log.2026-01-01-01"):
        (tmp_path / name).write_text("one\ntwo\nthree\n")
    stand_in.logs.folders["prod-1"] = tmp_path
    stand_in.logs.page = 2
    rds = boto3.client("rds")
    pages = list(rds.get_paginator("describe_db_log_files").paginate(DBInstanceIdentifier="prod-1"))
    assert [len(page["DescribeDBLogFiles"]) for page in pages] == [2, 1]
    (csv,) = rds.describe_db_log_files(DBInstanceIdentifier="prod-1", FilenameContains=".csv")["DescribeDBLogFiles"]
    assert (csv["LogFileName"], csv["Size"]) == ("error/postgresql.log.2026-01-01-00.csv", 14)
    portion = rds.download_db_log_file_portion(
        DBInstanceIdentifier="prod-1", LogFileName=csv["LogFileName"], Marker="0", NumberOfLines=2
    )
    assert (portion["LogFileData"], portion["AdditionalDataPending"], portion["Marker"]) == ("one\ntwo\n", True, "1:8")
    stand_in.logs.portion = 5
    cut = rds.download_db_log_file_portion(DBInstanceIdentifier="prod-1", LogFileName=csv["LogFileName"], Marker="0")
    assert cut["LogFileData"] == "one\nt [Your log message was truncated]\n"
    with pytest.raises(HTTPError, match="403"):
        urllib.request.urlopen(f"{stand_in.url}/v13/downloadCompleteLogFile/prod-1/{csv['LogFileName']}")  # noqa: S310


def test_a_fault_is_for_one_request(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """botocore repeats a throttled request; an expired token is an error."""
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "3")
    rds = boto3.client("rds")
    stand_in.faults.add("DescribeDBInstances", Fault.THROTTLED)
    assert rds.describe_db_instances()["DBInstances"] == []
    assert stand_in.faults.seen.count("DescribeDBInstances") == 2
    stand_in.faults.add("DescribeDBInstances", Fault.EXPIRED)
    with pytest.raises(ClientError, match="ExpiredToken"):
        rds.describe_db_instances()


def test_states_take_their_time(stand_in: StandIn) -> None:
    """What was created is not available at once; botocore's waiters wait for it. Other requests are not changed."""
    stand_in.states.descriptions = 3
    rds = boto3.client("rds")
    assert rds.create_db_instance(**INSTANCE)["DBInstance"]["DBInstanceStatus"] == "creating"
    states = [rds.describe_db_instances(**DELETION)["DBInstances"][0]["DBInstanceStatus"] for _ in range(3)]
    assert states == ["creating", "creating", "available"]
    rds.create_db_snapshot(DBSnapshotIdentifier="s", DBInstanceIdentifier="prod-1")
    before = stand_in.faults.seen.count("DescribeDBSnapshots")
    waiter = rds.get_waiter("db_snapshot_available")
    waiter.wait(DBSnapshotIdentifier="s", WaiterConfig={"Delay": 0, "MaxAttempts": 5})
    assert stand_in.faults.seen.count("DescribeDBSnapshots") == before + 3
    with pytest.raises(ClientError, match="DBInstanceNotFound"):
        rds.describe_db_instances(DBInstanceIdentifier="nosuch")
    assert boto3.client("s3").list_buckets()["Buckets"] == []
