"""What AWS refuses because of what there is, the stand-in refuses with AWS's code; and what a thing in a passing state refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.exceptions import ClientError, ConnectionClosedError

from tests.aws.standin.faults import Fault, Refusal

if TYPE_CHECKING:
    from tests.aws.standin.server import StandIn

PREFIX = "arn:aws:rds:eu-west-1:123456789012:"
INSTANCE: dict[str, Any] = {
    "DBInstanceIdentifier": "prod",
    "DBInstanceClass": "db.m6g.large",
    "Engine": "postgres",
    "EngineVersion": "16.6",
    "AllocatedStorage": 20,
    "MasterUsername": "root",
    "MasterUserPassword": "hunter22",
}
AURORA = {"Engine": "aurora-postgresql"}
CLUSTER: dict[str, Any] = {
    **AURORA,
    "DBClusterIdentifier": "cluster",
    "EngineVersion": "16.4",
    "MasterUsername": "root",
    "MasterUserPassword": "hunter22",
}
MEMBER: dict[str, Any] = {**AURORA, "DBClusterIdentifier": "cluster", "DBInstanceClass": "db.r6g.large"}
WRITER = {**MEMBER, "DBInstanceIdentifier": "writer"}
RESTORED: dict[str, Any] = {**AURORA, "DBClusterIdentifier": "new", "SnapshotIdentifier": f"{PREFIX}snapshot:s"}
NAMES = [
    {**INSTANCE, "DBInstanceIdentifier": name} for name in ("1st", "two--hyphens", "last-", "under_score", "a" * 64)
]


@pytest.fixture
def rds(stand_in: StandIn) -> Any:
    """A client; there are an instance `prod` with a snapshot `s`, a cluster `cluster` with a writer, and groups of version 15 and 16."""
    assert stand_in.url
    client = boto3.client("rds")
    client.create_db_instance(**INSTANCE)
    client.create_db_snapshot(DBInstanceIdentifier="prod", DBSnapshotIdentifier="s")
    client.create_db_cluster(**CLUSTER)
    client.create_db_cluster_snapshot(DBClusterIdentifier="cluster", DBClusterSnapshotIdentifier="cs")
    client.create_db_instance(**WRITER)
    for version in ("15", "16"):
        client.create_db_parameter_group(
            DBParameterGroupName=f"g{version}", DBParameterGroupFamily=f"postgres{version}", Description="d"
        )
    client.modify_db_instance(DBInstanceIdentifier="prod", DBParameterGroupName="g16", DeletionProtection=True)
    return client


def code(rds: Any, operation: str, values: dict[str, Any]) -> str:
    """Return the code of the error that an operation has."""
    with pytest.raises(ClientError) as caught:
        getattr(rds, operation)(**values)
    return str(caught.value.response["Error"]["Code"])


def test_requests_are_refused_because_of_what_there_is(rds: Any) -> None:
    """One case a line: the operation, its values, and the code of AWS."""
    new = {**INSTANCE, "DBInstanceIdentifier": "new"}
    moment = {"SourceDBInstanceIdentifier": "prod", "TargetDBInstanceIdentifier": "new"}
    clone = {"SourceDBClusterIdentifier": "cluster", "DBClusterIdentifier": "new", "RestoreType": "copy-on-write"}
    role = "arn:aws:iam::123456789012:role/nosuch"
    cases: list[tuple[str, dict[str, Any], str]] = [
        *(("create_db_instance", values, "InvalidParameterValue") for values in NAMES),
        ("create_db_instance", INSTANCE, "DBInstanceAlreadyExists"),
        ("create_db_instance", {**new, "EngineVersion": "16.99"}, "InvalidParameterCombination"),
        ("create_db_instance", {**new, "DBParameterGroupName": "g15"}, "InvalidParameterCombination"),
        ("create_db_instance", {**new, "DBParameterGroupName": "nosuch"}, "DBParameterGroupNotFound"),
        ("create_db_instance", {**new, "DBSubnetGroupName": "nosuch"}, "DBSubnetGroupNotFoundFault"),
        ("create_db_instance", {**new, "MonitoringInterval": 15, "MonitoringRoleArn": role}, "InvalidParameterValue"),
        (
            "create_db_instance",
            {**WRITER, "DBInstanceIdentifier": "x", "DBInstanceClass": "db.m6g.large"},
            "InvalidParameterCombination",
        ),
        (
            "create_db_instance",
            {**WRITER, "DBInstanceIdentifier": "x", "DBInstanceClass": "db.serverless"},
            "InvalidParameterCombination",
        ),
        (
            "create_db_instance",
            {**WRITER, "DBInstanceIdentifier": "x", "MasterUsername": "root"},
            "InvalidParameterCombination",
        ),
        (
            "create_db_instance",
            {**WRITER, "DBInstanceIdentifier": "x", "DBClusterIdentifier": "nosuch"},
            "DBClusterNotFoundFault",
        ),
        ("create_db_cluster", CLUSTER, "DBClusterAlreadyExistsFault"),
        (
            "restore_db_cluster_from_snapshot",
            {**RESTORED, "DBClusterIdentifier": "cluster"},
            "DBClusterAlreadyExistsFault",
        ),
        ("restore_db_cluster_from_snapshot", {**RESTORED, "SnapshotIdentifier": "s"}, "DBClusterSnapshotNotFoundFault"),
        (
            "restore_db_cluster_from_snapshot",
            {**RESTORED, "SnapshotIdentifier": f"{PREFIX}snapshot:x"},
            "DBSnapshotNotFound",
        ),
        ("restore_db_cluster_from_snapshot", {**RESTORED, "EngineVersion": "16.4"}, "InvalidParameterCombination"),
        ("restore_db_cluster_from_snapshot", {**RESTORED, "EngineVersion": "17.4"}, "InvalidParameterCombination"),
        ("restore_db_cluster_from_snapshot", {**RESTORED, "Engine": "postgres"}, "InvalidParameterCombination"),
        (
            "restore_db_cluster_to_point_in_time",
            {**clone, "RestoreToTime": "2026-11-28T00:00:00Z"},
            "InvalidParameterCombination",
        ),
        ("restore_db_cluster_to_point_in_time", clone, "InvalidParameterCombination"),
        ("restore_db_instance_to_point_in_time", moment, "InvalidParameterCombination"),
        (
            "create_db_cluster",
            {**CLUSTER, "DBClusterIdentifier": "new", "ReplicationSourceIdentifier": f"{PREFIX}db:prod"},
            "InvalidParameterCombination",
        ),
        (
            "modify_db_instance",
            {"DBInstanceIdentifier": "prod", "EngineVersion": "17.4", "ApplyImmediately": True},
            "InvalidParameterCombination",
        ),
        (
            "modify_db_instance",
            {
                "DBInstanceIdentifier": "prod",
                "EngineVersion": "17.4",
                "ApplyImmediately": True,
                "AllowMajorVersionUpgrade": True,
            },
            "InvalidParameterCombination",
        ),
        (
            "modify_db_instance",
            {"DBInstanceIdentifier": "writer", "EngineVersion": "16.8", "ApplyImmediately": True},
            "InvalidParameterCombination",
        ),
        (
            "modify_db_cluster",
            {"DBClusterIdentifier": "cluster", "EngineVersion": "15.12", "ApplyImmediately": True},
            "InvalidParameterCombination",
        ),
        ("promote_read_replica_db_cluster", {"DBClusterIdentifier": "cluster"}, "InvalidDBClusterStateFault"),
        ("promote_read_replica", {"DBInstanceIdentifier": "prod"}, "InvalidDBInstanceState"),
        (
            "delete_db_instance",
            {"DBInstanceIdentifier": "prod", "SkipFinalSnapshot": True},
            "InvalidParameterCombination",
        ),
        (
            "delete_db_cluster",
            {"DBClusterIdentifier": "cluster", "SkipFinalSnapshot": True},
            "InvalidDBClusterStateFault",
        ),
        ("delete_db_parameter_group", {"DBParameterGroupName": "g16"}, "InvalidDBParameterGroupState"),
        (
            "copy_db_cluster_snapshot",
            {"SourceDBClusterSnapshotIdentifier": "cs", "TargetDBClusterSnapshotIdentifier": "x", "KmsKeyId": "k"},
            "InvalidParameterCombination",
        ),
    ]
    assert [(operation, values, code(rds, operation, values)) for operation, values, _ in cases] == cases


def test_a_cluster_has_at_most_15_readers(rds: Any) -> None:
    for number in range(15):
        rds.create_db_instance(**MEMBER, DBInstanceIdentifier=f"r{number}")
    assert code(rds, "create_db_instance", {**MEMBER, "DBInstanceIdentifier": "r15"}) == "InstanceQuotaExceeded"


def test_a_thing_that_is_not_available_refuses_changes(rds: Any, stand_in: StandIn) -> None:
    """A new instance is creating, then backing-up; a snapshot that is being restored cannot be deleted; a deleted instance is deleting."""
    stand_in.states.descriptions, stand_in.states.backing_up = 2, 1
    rds.restore_db_cluster_from_snapshot(**RESTORED)
    assert (
        code(rds, "create_db_instance", {**WRITER, "DBInstanceIdentifier": "x", "DBClusterIdentifier": "new"})
        == "InvalidDBClusterStateFault"
    )
    assert (
        code(rds, "delete_db_cluster", {"DBClusterIdentifier": "new", "SkipFinalSnapshot": True})
        == "InvalidDBClusterStateFault"
    )
    assert code(rds, "delete_db_snapshot", {"DBSnapshotIdentifier": "s"}) == "InvalidDBSnapshotState"
    seen = [rds.describe_db_clusters(DBClusterIdentifier="new")["DBClusters"][0]["Status"] for _ in range(2)]
    assert seen == ["creating", "available"]
    name = {"DBInstanceIdentifier": "x"}
    rds.create_db_instance(**{**WRITER, **name, "DBClusterIdentifier": "new"})
    assert code(rds, "reboot_db_instance", name) == "InvalidDBInstanceState"
    states = [rds.describe_db_instances(**name)["DBInstances"][0]["DBInstanceStatus"] for _ in range(3)]
    assert states == ["creating", "backing-up", "available"]
    rds.delete_db_instance(**name, SkipFinalSnapshot=True)
    assert code(rds, "delete_db_instance", {**name, "SkipFinalSnapshot": True}) == "InvalidDBInstanceState"
    assert f"{PREFIX}db:x" in stand_in.left()
    rds.get_waiter("db_instance_deleted").wait(**name, WaiterConfig={"Delay": 0, "MaxAttempts": 3})
    rds.delete_db_cluster(DBClusterIdentifier="new", SkipFinalSnapshot=True)
    rds.get_waiter("db_cluster_deleted").wait(DBClusterIdentifier="new", WaiterConfig={"Delay": 0, "MaxAttempts": 3})
    rds.delete_db_snapshot(DBSnapshotIdentifier="s")


def test_a_failed_instance_can_only_be_deleted(rds: Any, stand_in: StandIn) -> None:
    """AWS accepts the request, and the instance fails afterwards."""
    stand_in.states.doomed["DBInstance", "x"] = "incompatible-network"
    rds.create_db_instance(**WRITER | {"DBInstanceIdentifier": "x"})
    (instance,) = rds.describe_db_instances(DBInstanceIdentifier="x")["DBInstances"]
    assert instance["DBInstanceStatus"] == "incompatible-network"
    assert code(rds, "reboot_db_instance", {"DBInstanceIdentifier": "x"}) == "InvalidDBInstanceState"
    rds.delete_db_instance(DBInstanceIdentifier="x", SkipFinalSnapshot=True)


@pytest.mark.parametrize(("fault", "there"), [(Fault.RESET, True), (Fault.REFUSED, False)])
def test_a_connection_ends_before_or_after_the_request_was_executed(
    rds: Any, stand_in: StandIn, fault: Fault, there: bool
) -> None:
    """The client has the same error; botocore repeats a request once, so that there are two faults."""
    stand_in.faults.add("CreateDBSnapshot", fault, Fault.REFUSED)
    with pytest.raises(ConnectionClosedError):
        rds.create_db_snapshot(DBInstanceIdentifier="prod", DBSnapshotIdentifier="new")
    assert (f"{PREFIX}snapshot:new" in stand_in.left()) == there


@pytest.mark.parametrize(
    "fault", [Fault.NO_CAPACITY, Fault.KMS_DENIED, Fault.EXPIRED, Refusal((400, "StorageQuotaExceeded", "no"))]
)
def test_a_refusal_of_the_service_is_injected(rds: Any, stand_in: StandIn, fault: Fault | Refusal) -> None:
    stand_in.faults.add("CreateDBInstance", fault)
    assert code(rds, "create_db_instance", {**WRITER, "DBInstanceIdentifier": "x"}) == fault.value[1]
