"""The proof of a target at AWS before a replay writes to it: each way in which it can be something else is refused."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import boto3
import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.scenarios.preparing.created_targets import require_created
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.proof import Part, described, prove
from pgrehearse.workload.source import Source
from tests.aws.created import create, creations, journal_of, produced
from tests.aws.standin.faults import Fault

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.journal import Journal
    from tests.aws.standin.server import StandIn

KINDS = {"db-cluster-snapshot", "db-cluster", "db-cluster-parameter-group", "db-instance"}


@pytest.fixture
def target(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Journal:
    """A cluster with two instances, which pgrehearse has created."""
    assert stand_in.url
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    produced()
    journal = journal_of("4f2a")
    create(journal, [one for one in creations("4f2a") if one.kind in KINDS])
    return journal


def cluster_endpoint() -> Endpoint:
    row = boto3.client("rds").describe_db_clusters(DBClusterIdentifier="pgrehearse-4f2a-cluster")["DBClusters"][0]
    return Endpoint.parse(f"postgresql://root@{row['Endpoint']}:{row['Port']}/app")


def test_the_created_target_is_proven(target: Journal) -> None:
    """By its cluster's endpoint; the ids are those of the journal."""
    asyncio.run(require_created(cluster_endpoint(), Source(resource="cluster-PRODUCTION")))
    parts = described(target, Clients())
    assert [part.kind.name for part in parts] == ["db-cluster", "db-instance", "db-instance"]
    assert all(part.addresses() for part in parts)


def test_an_endpoint_of_no_journal_has_only_its_mark(target: Journal) -> None:
    """AWS is not needed for it, also if its answer is an error."""
    assert target.left()
    asyncio.run(require_created(Endpoint.parse("postgresql://root@restored.example/app"), None))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"TagList": []}, "it has no tag pgrehearse:run = 4f2a"),
        ({"DbClusterResourceId": "cluster-ANOTHER"}, "its id is cluster-ANOTHER, and .* was created"),
        ({"DeletionProtection": True}, "somebody has turned on its deletion protection"),
        ({"GlobalClusterIdentifier": "world"}, "it is a member of the global cluster world"),
        ({"ReplicationSourceIdentifier": "arn:prod"}, "it is a replica of arn:prod, and is not promoted"),
        ({"DBClusterArn": "arn:green"}, "it is part of a blue/green deployment"),
    ],
)
def test_anything_else_is_refused(
    target: Journal, monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any], reason: str
) -> None:
    """Each fact that AWS can describe differently."""
    cluster, *instances = described(target, Clients())
    monkeypatch.setattr("pgrehearse.targets.aws.proof._deployments", lambda _clients: frozenset({"arn:green"}))
    changed = replace(cluster, row={**cluster.row, **changes})
    with pytest.raises(TargetProblem, match=f"db-cluster pgrehearse-4f2a-cluster: {reason}"):
        prove(target, [changed, *instances], Clients(), None)
    prove(target, [cluster, *instances], Clients(), None)


@pytest.mark.parametrize("place", [0, 1], ids=["cluster", "instance"])
def test_the_source_is_refused_by_its_id(target: Journal, place: int) -> None:
    """The id of the cluster, or of an instance, is the one that the workload was captured from."""
    parts = described(target, Clients())
    with pytest.raises(TargetProblem, match="it is the source of the workload") as caught:
        prove(target, parts, Clients(), Source(resource=parts[place].resource))
    assert "production is never a target" in caught.value.remedy


def test_a_thing_without_a_recorded_id_is_refused(target: Journal) -> None:
    """Its name and its tag alone prove nothing."""
    cluster, *_ = described(target, Clients())
    unknown = Part(replace(cluster.thing, resource=""), cluster.kind, cluster.row)
    with pytest.raises(TargetProblem, match="its id was not recorded"):
        prove(target, [unknown], Clients(), None)


def test_members_of_a_deployment_are_found(target: Journal) -> None:
    """A cluster that pgrehearse created became the blue side of a deployment."""
    rds = boto3.client("rds")
    row = rds.describe_db_clusters(DBClusterIdentifier="pgrehearse-4f2a-cluster")["DBClusters"][0]
    rds.create_blue_green_deployment(BlueGreenDeploymentName="up", Source=row["DBClusterArn"])
    with pytest.raises(TargetProblem, match="it is part of a blue/green deployment"):
        asyncio.run(require_created(cluster_endpoint(), None))
    assert target.left()


def test_the_name_of_a_target_that_aws_does_not_describe_is_refused(target: Journal, stand_in: StandIn) -> None:
    """The host has the name of a target, and another port; and AWS cannot be asked."""
    endpoint = cluster_endpoint()
    with pytest.raises(TargetProblem, match=f"AWS describes no endpoint {endpoint.host}:1 of it"):
        asyncio.run(require_created(replace(endpoint, port=1), None))
    stand_in.faults.add("DescribeDBClusters", Fault.EXPIRED)
    with pytest.raises(TargetProblem, match="ExpiredToken"):
        asyncio.run(require_created(endpoint, None))
    stand_in.faults.add("DescribeDBClusters", Fault.EXPIRED)
    asyncio.run(require_created(Endpoint.parse("postgresql://root@restored.example/app"), None))
    assert target.left()
