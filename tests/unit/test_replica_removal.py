"""The removal of a replica cluster: AWS deletes its last instance only after the cluster was promoted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from botocore.exceptions import ClientError

from pgrehearse.base.progress import SILENT
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.kinds import KINDS
from pgrehearse.targets.aws.ownership import Expected
from pgrehearse.targets.aws.removal import Item, Patience, Removal

TAGS = [
    {"Key": "pgrehearse:owner", "Value": "ana"},
    {"Key": "pgrehearse:run", "Value": "4f2a"},
    {"Key": "pgrehearse:expires", "Value": "2026-12-01T10:00:00+00:00"},
]
NAME = "pgrehearse-4f2a-writer"


@dataclass
class Rds:
    """A cluster with one instance, as RDS has it; *tags*: of the cluster."""

    tags: list[dict[str, str]]
    source: str = "arn:aws:rds:eu-west-1:1:db:prod"
    promoted: bool = False
    deleted: bool = False
    asked: list[str] = field(default_factory=list)

    def get_paginator(self, method: str) -> Rds:
        self.asked.append(method)
        return self

    def paginate(self, **_filters: str) -> list[dict[str, Any]]:
        if self.asked[-1] == "describe_db_clusters":
            replicates = {} if self.promoted else {"ReplicationSourceIdentifier": self.source}
            row = {"DBClusterIdentifier": "pgrehearse-4f2a-cluster", "Status": "available", "TagList": self.tags}
            return [{"DBClusters": [{**row, **replicates}]}]
        row = {"DBInstanceIdentifier": NAME, "DBClusterIdentifier": "pgrehearse-4f2a-cluster", "TagList": TAGS}
        return [{"DBInstances": [] if self.deleted else [{**row, "DBInstanceStatus": "available"}]}]

    def delete_db_instance(self, **_values: Any) -> None:
        if not self.promoted:
            raise ClientError({"Error": {"Code": "InvalidDBClusterStateFault", "Message": "x"}}, "DeleteDBInstance")
        self.deleted = True

    def promote_read_replica_db_cluster(self, **_values: str) -> None:
        self.promoted = True


@dataclass(slots=True)
class OneService(Clients):
    """Clients of the one service."""

    rds: Any = None

    def of(self, service: str) -> Any:
        """Return it."""
        assert service == "rds"
        return self.rds


@pytest.mark.parametrize("ours", [True, False])
def test_a_replica_is_promoted_before_its_last_instance_is_deleted(*, ours: bool) -> None:
    """Only the cluster of this run: another one is not changed, and the instance is reported."""
    rds = Rds(TAGS if ours else [])
    gone: list[Item] = []
    patience = Patience(interval_s=1, bound_s=6, sleep=lambda _seconds: None)
    item = Item(Expected(KINDS["db-instance"], NAME, "4f2a"))
    left = Removal(OneService(rds=rds), "eu-west-1", patience, gone.append).remove([item], SILENT)
    assert (rds.promoted, rds.deleted, gone) == ((True, True, [item]) if ours else (False, False, []))
    assert [NAME in sentence for sentence in left] == ([] if ours else [True])
