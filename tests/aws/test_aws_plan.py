"""The plan of a target at AWS: from the specification and what AWS describes of the source to the requests, compared whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.aws.plan import again, plan, resolved
from pgrehearse.targets.aws.requests import Kind, Plan, SecretOf
from pgrehearse.targets.target import DataOrigin, TargetKind
from tests.aws.sources import AT, AT_US, AURORA, INSTANCE, PLACE, RDS_SNAPSHOT, RUN, aurora, facts, made

NETWORK: dict[str, Any] = {"DBSubnetGroupName": "shop", "VpcSecurityGroupIds": ["sg-1"]}
CLUSTER: dict[str, Any] = {
    "DBClusterIdentifier": "pgrehearse-4f2a-cluster",
    **NETWORK,
    "DBClusterParameterGroupName": "pgrehearse-4f2a-cluster-aurora-postgresql16",
    "DeletionProtection": False,
    "EnableIAMDatabaseAuthentication": False,
}
RDS: dict[str, Any] = {
    "DBInstanceClass": "db.m6g.large",
    **NETWORK,
    "DBParameterGroupName": "pgrehearse-4f2a-instance-postgres16",
    "PubliclyAccessible": False,
    "DeletionProtection": False,
    "AutoMinorVersionUpgrade": False,
    "MultiAZ": False,
    "EnableIAMDatabaseAuthentication": False,
}
WRITER: dict[str, Any] = {
    "DBInstanceIdentifier": "pgrehearse-4f2a-writer",
    "DBClusterIdentifier": "pgrehearse-4f2a-cluster",
    "Engine": "aurora-postgresql",
    "DBInstanceClass": "db.m6g.large",
    "DBParameterGroupName": "pgrehearse-4f2a-instance-aurora-postgresql16",
    "PubliclyAccessible": False,
    "AutoMinorVersionUpgrade": False,
}
MODIFIED = {"ManageMasterUserPassword": True, "ApplyImmediately": True}
RESTORED: dict[str, Any] = {"Engine": "aurora-postgresql", "EngineVersion": "16.6"}


def rows(made: Plan) -> list[tuple[str, dict[str, Any], tuple[str, ...]]]:
    """The requests that are not about parameter groups, without the names' common begin in what they wait for."""
    return [
        (
            one.action,
            {key: value for key, value in one.parameters.items() if key != "Tags"},
            tuple(name.removeprefix("pgrehearse-4f2a-") for name in one.after),
        )
        for one in made.requests
        if "group" not in one.action
    ]


SNAPSHOT_OF_PROD = (
    "create_db_snapshot",
    {"DBSnapshotIdentifier": "pgrehearse-4f2a-snapshot", "DBInstanceIdentifier": "prod"},
    (),
)
MASTER_OF_CLUSTER = (
    "modify_db_cluster",
    {"DBClusterIdentifier": "pgrehearse-4f2a-cluster", **MODIFIED},
    ("cluster", "writer"),
)
MARKED = ("mark", {"Databases": ["app"]}, ("cluster", "writer"))
MASTER_OF_INSTANCE = (
    "modify_db_instance",
    {"DBInstanceIdentifier": "pgrehearse-4f2a-writer", **MODIFIED},
    ("writer",),
)


def test_rds_to_aurora_from_a_new_snapshot() -> None:
    """The snapshot is restored by its ARN to a cluster, which then gets its writer."""
    snapshot = f"{PLACE}:snapshot:pgrehearse-4f2a-snapshot"
    assert rows(made(TargetKind.AURORA, aurora(), INSTANCE)) == [
        SNAPSHOT_OF_PROD,
        ("restore_db_cluster_from_snapshot", {**CLUSTER, "SnapshotIdentifier": snapshot, **RESTORED}, ("snapshot",)),
        ("create_db_instance", WRITER, ("cluster",)),
        MASTER_OF_CLUSTER,
        MARKED,
    ]


def test_rds_to_aurora_from_a_moment_goes_by_an_instance_and_its_snapshot() -> None:
    """The instance has a group in which no subscription starts, and is removed when its snapshot exists."""
    target = aurora(origin="moment", moment="2026-11-24T09:00:00Z")
    passing = {
        "SourceDBInstanceIdentifier": "prod",
        "TargetDBInstanceIdentifier": "pgrehearse-4f2a-moment",
        "RestoreTime": datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
        **{key: value for key, value in RDS.items() if key != "EnableIAMDatabaseAuthentication"},
        "DBParameterGroupName": "pgrehearse-4f2a-moment-group",
    }
    snapshot = f"{PLACE}:snapshot:pgrehearse-4f2a-snapshot"
    plan = made(TargetKind.AURORA, target, INSTANCE)
    assert rows(plan)[:4] == [
        ("restore_db_instance_to_point_in_time", passing, ()),
        (
            "create_db_snapshot",
            {"DBSnapshotIdentifier": "pgrehearse-4f2a-snapshot", "DBInstanceIdentifier": "pgrehearse-4f2a-moment"},
            ("moment",),
        ),
        (
            "delete_db_instance",
            {
                "DBInstanceIdentifier": "pgrehearse-4f2a-moment",
                "SkipFinalSnapshot": True,
                "DeleteAutomatedBackups": True,
            },
            ("snapshot",),
        ),
        ("restore_db_cluster_from_snapshot", {**CLUSTER, "SnapshotIdentifier": snapshot, **RESTORED}, ("snapshot",)),
    ]
    assert plan.data == DataOrigin("moment", "2026-11-24T09:00:00Z", AT_US - 3600 * SECOND)
    (workers,) = [one for one in plan.requests if one.parameters.get("DBParameterGroupName", "").endswith("t-group")][
        1
    ].parameters["Parameters"]
    assert workers == {
        "ParameterName": "max_logical_replication_workers",
        "ParameterValue": "0",
        "ApplyMethod": "pending-reboot",
    }


def test_aurora_replica_of_an_rds_instance_is_promoted() -> None:
    """After it has caught up; the snapshot for a reset is before the mark; a reader is created after it."""
    plan = made(TargetKind.AURORA, aurora(origin="replica", readers=1, resettable=True), INSTANCE)
    source = {"ReplicationSourceIdentifier": INSTANCE.arn}
    promotion = next(one for one in plan.requests if one.action == "promote_read_replica_db_cluster")
    start = {
        "DBClusterSnapshotIdentifier": "pgrehearse-4f2a-start",
        "DBClusterIdentifier": "pgrehearse-4f2a-cluster",
    }
    assert rows(plan) == [
        ("create_db_cluster", {**CLUSTER, **RESTORED, **source}, ()),
        ("create_db_instance", WRITER, ("cluster",)),
        (
            "promote_read_replica_db_cluster",
            {"DBClusterIdentifier": "pgrehearse-4f2a-cluster"},
            ("cluster", "writer"),
        ),
        MASTER_OF_CLUSTER,
        ("create_db_cluster_snapshot", start, ("cluster", "writer")),
        MARKED,
        (
            "create_db_instance",
            {**WRITER, "DBInstanceIdentifier": "pgrehearse-4f2a-reader-1"},
            ("cluster", "writer"),
        ),
    ]
    assert (promotion.caught_up, plan.follows, plan.start) == (
        "pgrehearse-4f2a-writer",
        "prod",
        "pgrehearse-4f2a-start",
    )


def test_clone_and_moment_of_aurora() -> None:
    """A clone has no moment; a moment is a full copy. Serverless and I/O-Optimized are variants of the cluster."""
    clone, serverless = aurora("shop", origin="clone"), aurora("shop", origin="clone", min_acu=0.5, max_acu=8)
    how = {"SourceDBClusterIdentifier": "shop", "RestoreType": "copy-on-write", "UseLatestRestorableTime": True}
    assert rows(made(TargetKind.AURORA, clone, AURORA))[0] == (
        "restore_db_cluster_to_point_in_time",
        {**CLUSTER, **how},
        (),
    )
    scaled = rows(made(TargetKind.AURORA, replace(serverless, io_optimized=True), AURORA))
    capacity = {"MinCapacity": 0.5, "MaxCapacity": 8}
    assert scaled[0][1] == {
        **CLUSTER,
        **how,
        "ServerlessV2ScalingConfiguration": capacity,
        "StorageType": "aurora-iopt1",
    }
    assert scaled[1][1] == {**WRITER, "DBInstanceClass": "db.serverless"}
    latest = made(TargetKind.AURORA, aurora("shop", origin="moment"), AURORA)
    assert rows(latest)[0][1] == {
        **CLUSTER,
        "SourceDBClusterIdentifier": "shop",
        "RestoreType": "full-copy",
        "RestoreToTime": AT,
    }
    chosen = resolved(aurora("shop", origin="moment"), facts(TargetKind.AURORA, AURORA), latest)
    assert (chosen.moment_us, chosen.database) == (AT_US, "app"), "a reset restores the same moment"


def test_rds_instance_from_a_given_snapshot_under_another_key() -> None:
    """A restore of an instance has no key: the snapshot is copied under it first. Read replicas follow the writer."""
    target = aurora(
        snapshot="nightly", kms_key="alias/x", readers=1, reader_class="db.m6g.xlarge", login="iam", user="a"
    )
    iam = {"EnableIAMDatabaseAuthentication": True}
    assert rows(made(TargetKind.RDS, target, INSTANCE, RDS_SNAPSHOT)) == [
        (
            "copy_db_snapshot",
            {
                "SourceDBSnapshotIdentifier": "nightly",
                "TargetDBSnapshotIdentifier": "pgrehearse-4f2a-copy",
                "KmsKeyId": "alias/x",
            },
            (),
        ),
        (
            "restore_db_instance_from_db_snapshot",
            {
                "DBInstanceIdentifier": "pgrehearse-4f2a-writer",
                "DBSnapshotIdentifier": "pgrehearse-4f2a-copy",
                **RDS,
                **iam,
            },
            ("copy",),
        ),
        ("mark", {"Databases": ["app"]}, ("writer",)),
        (
            "create_db_instance_read_replica",
            {
                "DBInstanceIdentifier": "pgrehearse-4f2a-reader-1",
                "SourceDBInstanceIdentifier": "pgrehearse-4f2a-writer",
                "DBInstanceClass": "db.m6g.xlarge",
                "DBParameterGroupName": "pgrehearse-4f2a-instance-postgres16",
                "VpcSecurityGroupIds": ["sg-1"],
                "PubliclyAccessible": False,
                "AutoMinorVersionUpgrade": False,
                **iam,
            },
            ("writer",),
        ),
    ]


def test_multi_az_cluster_of_rds_and_a_moment_of_an_instance() -> None:
    """A Multi-AZ DB cluster has a class of its own, and AWS creates its instances."""
    cluster = rows(made(TargetKind.RDS, aurora(multi_az=True), INSTANCE))
    assert cluster == [
        SNAPSHOT_OF_PROD,
        (
            "restore_db_cluster_from_snapshot",
            {
                **CLUSTER,
                "DBClusterParameterGroupName": "pgrehearse-4f2a-cluster-postgres16",
                "DBClusterInstanceClass": "db.m6g.large",
                "PubliclyAccessible": False,
                "SnapshotIdentifier": f"{PLACE}:snapshot:pgrehearse-4f2a-snapshot",
                "Engine": "postgres",
                "EngineVersion": "16.4",
            },
            ("snapshot",),
        ),
        ("modify_db_cluster", MASTER_OF_CLUSTER[1], ("cluster",)),
        ("mark", {"Databases": ["app"]}, ("cluster",)),
    ]
    moment = rows(made(TargetKind.RDS, aurora(origin="moment"), INSTANCE))
    restored = {
        "SourceDBInstanceIdentifier": "prod",
        "TargetDBInstanceIdentifier": "pgrehearse-4f2a-writer",
        "RestoreTime": AT,
        **RDS,
    }
    assert moment == [
        ("restore_db_instance_to_point_in_time", restored, ()),
        MASTER_OF_INSTANCE,
        ("mark", {"Databases": ["app"]}, ("writer",)),
    ]


def test_major_upgrade_has_groups_of_both_families() -> None:
    """The data is restored with its own version: what acts outside is off from the first start on."""
    plan = made(TargetKind.AURORA, aurora(engine_version="17.4"), INSTANCE)
    families = [
        one.parameters["DBParameterGroupFamily"] for one in plan.requests if one.action.startswith("create_db_c")
    ]
    assert families == ["aurora-postgresql16", "aurora-postgresql17"]
    restore = next(one for one in plan.requests if one.action.startswith("restore"))
    assert restore.parameters["EngineVersion"] == "16.8"
    upgrade = next(
        one for one in plan.requests if "EngineVersion" in one.parameters and one.action.startswith("modify")
    )
    assert upgrade.parameters == {
        "DBClusterIdentifier": "pgrehearse-4f2a-cluster",
        "EngineVersion": "17.4",
        "ApplyImmediately": True,
        "AllowMajorVersionUpgrade": True,
        "DBClusterParameterGroupName": "pgrehearse-4f2a-cluster-aurora-postgresql17",
        "DBInstanceParameterGroupName": "pgrehearse-4f2a-instance-aurora-postgresql17",
    }


def test_proxy_waits_for_the_target_and_reads_its_secret() -> None:
    """The ARN of the secret is known when the target exists."""
    plan = made(TargetKind.AURORA, aurora(proxy=True, proxy_role="arn:aws:iam::1:role/p"), INSTANCE)
    proxy, registered = plan.requests[-2:]
    assert proxy.parameters["Auth"][0]["SecretArn"] == SecretOf(Kind.CLUSTER, "pgrehearse-4f2a-cluster")
    assert proxy.parameters["VpcSubnetIds"] == ["subnet-1", "subnet-2"]
    assert registered.parameters == {
        "DBProxyName": "pgrehearse-4f2a-proxy",
        "DBClusterIdentifiers": ["pgrehearse-4f2a-cluster"],
    }
    assert (registered.after, plan.proxy) == (("pgrehearse-4f2a-proxy",), "pgrehearse-4f2a-proxy")


def test_every_creation_is_tagged_and_a_later_generation_has_the_groups() -> None:
    """With owner, run and expiry. A reset requests no group, and its names are new ones."""
    first = made(TargetKind.AURORA, aurora(readers=2), INSTANCE)
    tags = [
        {"Key": "pgrehearse:owner", "Value": "ana"},
        {"Key": "pgrehearse:run", "Value": "4f2a"},
        {"Key": "pgrehearse:expires", "Value": "2026-11-24T18:00:00+00:00"},
    ]
    assert [one.parameters["Tags"] for one in first.requests if one.kind] == [tags] * 7
    snapshot = replace(RDS_SNAPSHOT, name="pgrehearse-4f2a-snapshot")
    again = plan(
        TargetKind.AURORA,
        aurora(snapshot=snapshot.name),
        facts(TargetKind.AURORA, INSTANCE, snapshot),
        replace(RUN, generation=2),
    )
    assert [one.name for one in again.requests if one.kind] == ["pgrehearse-4f2a-2-cluster", "pgrehearse-4f2a-2-writer"]
    group = "pgrehearse-4f2a-cluster-aurora-postgresql16"
    assert again.requests[0].parameters["DBClusterParameterGroupName"] == group


def test_a_reset_restores_what_the_run_has_kept() -> None:
    """Its snapshot; the given one; the same moment. A clone and a replica have a later state, unless a snapshot was made."""
    start = again(aurora(origin="replica", resettable=True), ["pgrehearse-4f2a-start"])
    assert (start.origin, start.snapshot) == ("snapshot", "pgrehearse-4f2a-start")
    copied = again(aurora(snapshot="s", kms_key="k"), ["pgrehearse-4f2a-snapshot", "pgrehearse-4f2a-copy"])
    assert (copied.snapshot, copied.kms_key) == ("pgrehearse-4f2a-copy", "")
    moment = again(aurora(origin="moment", moment="2026-11-24T09:00Z"), ["pgrehearse-4f2a-snapshot"])
    assert (moment.origin, moment.snapshot, moment.moment) == ("snapshot", "pgrehearse-4f2a-snapshot", "")
    for unchanged in (aurora(snapshot="s"), aurora(origin="moment", moment="2026-11-24T09:00Z")):
        assert again(unchanged, []) == unchanged
    with pytest.raises(TargetProblem, match="has a later state of production"):
        again(aurora("shop", origin="clone"), [])


def test_an_rds_instance_has_a_standby_as_production_has() -> None:
    """Because each commit waits for it; without it the plan has a note."""
    production = replace(INSTANCE, standby=True)
    same, single = (made(TargetKind.RDS, aurora(single_az=single_az), production) for single_az in (False, True))
    assert [row[1]["MultiAZ"] for plan in (same, single) for row in rows(plan) if "MultiAZ" in row[1]] == [True, False]
    assert any("wait for a standby" in note for note in single.notes)
