"""A snapshot of another account is found among those that are shared, by its ARN."""

from __future__ import annotations

from datetime import UTC, datetime

import boto3
import pytest
from botocore.stub import Stubber

from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.described import _snapshot
from pgrehearse.targets.aws.facts import Form, Snapshot

ARN = "arn:aws:rds:eu-west-1:999999999999:cluster-snapshot:night"
SHARED = {"SnapshotType": "shared", "IncludeShared": True}
ROW = {
    "DBClusterSnapshotIdentifier": "night",
    "DBClusterSnapshotArn": ARN,
    "Engine": "aurora-postgresql",
    "EngineVersion": "16.6",
    "Status": "available",
    "SnapshotCreateTime": datetime(2026, 11, 24, tzinfo=UTC),
    "DbClusterResourceId": "cluster-THEIRS",
}


@pytest.fixture
def clients(monkeypatch: pytest.MonkeyPatch) -> Clients:
    """Clients whose answers are given; each request is compared with the service's model."""
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    made = Clients()
    for service in ("rds", "sts"):
        made._clients[service] = boto3.client(service, aws_access_key_id="x", aws_secret_access_key="x")
    return made


def answer(clients: Clients, rows: list[dict[str, object]]) -> list[Stubber]:
    rds, sts = Stubber(clients.of("rds")), Stubber(clients.of("sts"))
    rds.add_response("describe_db_cluster_snapshots", {"DBClusterSnapshots": rows}, SHARED)
    sts.add_response("get_caller_identity", {"Account": "123456789012"}, {})
    for stubber in (rds, sts):
        stubber.activate()
    return [rds, sts]


def test_a_snapshot_of_another_account_is_found_by_its_arn(clients: Clients) -> None:
    """Not by its name, which another account may have too."""
    other = {**ROW, "DBClusterSnapshotArn": ARN.replace("9999", "8888"), "DbClusterResourceId": "cluster-OTHER"}
    stubbers = answer(clients, [other, ROW])
    at_us = round(datetime(2026, 11, 24, tzinfo=UTC).timestamp() * 1e6)
    assert _snapshot(clients, ARN) == Snapshot("night", ARN, Form.AURORA, "16.6", at_us, "cluster-THEIRS")
    for stubber in stubbers:
        stubber.assert_no_pending_responses()


def test_a_snapshot_that_is_not_shared_is_not_found(clients: Clients) -> None:
    """The message has its ARN."""
    answer(clients, [])
    with pytest.raises(TargetProblem, match=f"no snapshot {ARN}"):
        _snapshot(clients, ARN)
