"""Each origin and variant is accepted by the strict stand-in, from the first request to the removal. No server is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import boto3
import pytest

from pgrehearse.base.progress import SILENT
from pgrehearse.targets.aws.proof import require_proof
from pgrehearse.targets.aws.rehearsal import AwsRehearsal
from pgrehearse.targets.journal import journals
from pgrehearse.targets.target import TargetKind
from pgrehearse.workload.source import Source
from tests.aws.rehearsals import production, target

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.aws.standin.server import StandIn

AURORA, RDS = TargetKind.AURORA, TargetKind.RDS

SOURCE = Source(resource="db-OF-PRODUCTION")


@pytest.fixture(autouse=True)
def prod(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """An RDS instance `prod` and an Aurora cluster `sea`; nothing else may exist in the end. The mark is not written."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(AwsRehearsal, "_mark", lambda _target: None)
    rds = production(stand_in)
    rds.create_db_cluster(
        DBClusterIdentifier="sea",
        Engine="aurora-postgresql",
        EngineVersion="16.6",
        MasterUsername="owner",
        MasterUserPassword="correct horse",
        DatabaseName="shop",
    )
    rds.create_db_instance(
        DBInstanceIdentifier="sea-1",
        DBClusterIdentifier="sea",
        DBInstanceClass="db.r6g.large",
        Engine="aurora-postgresql",
    )
    stand_in.servers.production.add("sea-1")
    yield
    assert (stand_in.left("shop"), journals()) == ((), [])


@pytest.fixture
def subnet_group() -> str:
    """A subnet group with two zones."""
    ec2 = boto3.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    zones = ("eu-west-1a", "eu-west-1b")
    subnets = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{place}.0/24", AvailabilityZone=zone)["Subnet"]["SubnetId"]
        for place, zone in enumerate(zones)
    ]
    boto3.client("rds").create_db_subnet_group(DBSubnetGroupName="lab", DBSubnetGroupDescription="x", SubnetIds=subnets)
    return "lab"


@pytest.mark.parametrize(
    ("kind", "keys", "instances"),
    [
        (AURORA, {"source": "sea", "origin": "clone", "readers": 2}, 3),
        (AURORA, {"source": "sea", "origin": "clone", "resettable": True}, 1),
        (AURORA, {"source": "sea", "origin": "moment", "io_optimized": True}, 1),
        (AURORA, {"source": "sea", "min_acu": 0.5, "max_acu": 8, "readers": 1}, 2),
        (AURORA, {"origin": "moment"}, 1),
        (AURORA, {"engine_version": "18.1"}, 1),
        (AURORA, {"login": "iam", "user": "app", "sslmode": "require", "readers": 1}, 2),
        (RDS, {"origin": "moment"}, 1),
        (RDS, {"engine_version": "18.1"}, 1),
        (RDS, {"multi_az": True}, 0),  # the stand-in does not create the instances of such a cluster
        (RDS, {"kms_key": "(a new key)"}, 1),
        (RDS, {"login": "iam", "user": "app", "sslmode": "require", "readers": 2, "reader_class": "db.r6g.xlarge"}, 3),
    ],
)
def test_a_variant_is_created_proven_and_removed(kind: TargetKind, keys: dict[str, Any], instances: int) -> None:
    if "kms_key" in keys:
        keys = {**keys, "kms_key": boto3.client("kms").create_key()["KeyMetadata"]["Arn"]}
    made = target(kind, **{"source": "prod", **keys})
    made.prepare(SILENT)
    found = made.describe()
    assert len(found.instances) == instances
    assert found.version == keys.get("engine_version", "16.6")
    assert found.data.how == keys.get("origin", "snapshot")
    assert found.data.at_us > 0
    connections = made.connect()
    for endpoint in (connections.primary, *connections.readers.values()):
        require_proof(endpoint, journals(), SOURCE)
    assert made.destroy(SILENT) == ()


def test_a_shared_snapshot_is_restored_without_its_source(subnet_group: str) -> None:
    """By its ARN: production is in another account, and nothing of it is described."""
    rds = boto3.client("rds")
    shared = rds.create_db_snapshot(DBSnapshotIdentifier="shared", DBInstanceIdentifier="prod")["DBSnapshot"]
    keys: dict[str, Any] = {"instance_class": "db.r6g.large", "subnet_group": subnet_group, "database": "shop"}
    made = target(AURORA, "", snapshot=shared["DBSnapshotArn"], **keys)
    made.prepare(SILENT)
    assert made.describe().data.name == "shared"
    assert "production is not described" in made.notes[0]
    made.reset(SILENT)
    assert made.describe().data.name == "shared"
    assert made.destroy(SILENT) == ()
    rds.delete_db_snapshot(DBSnapshotIdentifier="shared")


def test_a_proxy_is_in_front_of_the_target(subnet_group: str) -> None:
    """It reads the secret of the cluster; connections go to it."""
    made = target(AURORA, subnet_group=subnet_group, proxy=True, proxy_role="arn:aws:iam::123456789012:role/proxy")
    made.prepare(SILENT)
    (proxy,) = boto3.client("rds").describe_db_proxies()["DBProxies"]
    secret = boto3.client("rds").describe_db_clusters(DBClusterIdentifier=made.describe().aws_clusters[0])
    assert proxy["Auth"][0]["SecretArn"] == secret["DBClusters"][0]["MasterUserSecret"]["SecretArn"]
    assert made.connect().primary.host == proxy["Endpoint"]
    assert made.destroy(SILENT) == ()
