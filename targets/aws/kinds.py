"""What a target consists of at AWS: how each kind is described, proven and deleted.

Sources: RDS API reference, Describe*, Delete* and ListTagsForResource; Secrets Manager API reference, DescribeSecret, DeleteSecret.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from botocore import xform_name
from botocore.exceptions import ClientError

from pgrehearse.base.aws_errors import error_code
from pgrehearse.targets.aws.clients import Clients


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind. *order*: what has a smaller one is removed first; *describes*, *deletes*: AWS's actions; *rows*: the list in the answer ("":
    the answer is the row); *identifier*: the parameter with the name; *resource*: the key of the immutable id; *status*: the key of the
    state; *options*: further parameters of the deletion; *arn*: the key with the ARN whose tags are listed ("": the row has its tags)."""

    name: str
    order: int
    describes: str
    rows: str
    identifier: str
    resource: str
    deletes: str
    status: str = "Status"
    options: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    arn: str = ""
    service: str = "rds"
    key: str = ""

    @property
    def actions(self) -> tuple[str, ...]:
        """The IAM actions of its removal."""
        prefix = self.service
        lists = (f"{prefix}:ListTagsForResource",) if self.arn else ()
        return (f"{prefix}:{self.describes}", *lists, f"{prefix}:{self.deletes}")

    @property
    def search_actions(self) -> tuple[str, ...]:
        """The IAM actions of a search."""
        return (*self.actions[:-1],) if self.rows else (f"{self.service}:ListSecrets",)

    def rows_of(self, clients: Clients, **filters: Any) -> list[dict[str, Any]]:
        """Return the rows that AWS describes, all pages. Raises the errors of boto3."""
        client = clients.of(self.service)
        if not self.rows:
            return [client.describe_secret(**filters)]
        pages = client.get_paginator(xform_name(self.describes)).paginate(**filters)
        return [row for page in pages for row in page[self.rows]]

    def row(self, clients: Clients, name: str) -> dict[str, Any] | None:
        """Return what AWS describes of one thing, with its tags as ``TagList``; None: it does not exist. Raises the errors of boto3."""
        try:
            rows = self.rows_of(clients, **{self.identifier: name})
            return self.with_tags(clients, rows[0]) if rows else None
        except ClientError as error:
            if is_absent(error):
                return None
            raise

    def with_tags(self, clients: Clients, row: dict[str, Any]) -> dict[str, Any]:
        """Return a row with its tags as ``TagList``."""
        if not self.arn:
            return {**row, "TagList": row.get("TagList") or row.get("Tags") or []}
        listed = clients.of(self.service).list_tags_for_resource(ResourceName=row[self.arn])
        return {**row, "TagList": listed["TagList"]}

    def delete(self, clients: Clients, name: str) -> None:
        """Request the deletion. Raises the errors of boto3."""
        getattr(clients.of(self.service), xform_name(self.deletes))(**{self.identifier: name}, **self.options)

    def is_deleting(self, row: dict[str, Any]) -> bool:
        """Return whether the deletion was requested and has not ended."""
        return str(row.get(self.status, "")).startswith("deleting") or bool(row.get("DeletedDate"))

    def name_of(self, row: dict[str, Any]) -> str:
        """Return the name of a row."""
        return str(row.get(self.key or self.identifier, ""))

    def command(self, name: str, region: str) -> str:
        """Return the command of AWS's command line that removes one."""
        service, action = self.service, xform_name(self.deletes, "-")
        skip = " --skip-final-snapshot" if "SkipFinalSnapshot" in self.options else ""
        force = " --force-delete-without-recovery" if "ForceDeleteWithoutRecovery" in self.options else ""
        return f"aws {service} {action} --{xform_name(self.identifier, '-')} {name}{skip}{force} --region {region}".rstrip()


def is_absent(error: ClientError) -> bool:
    """Return whether AWS's error is that a thing does not exist (each kind has a code of its own: DBClusterNotFoundFault, ...)."""
    code = error_code(error)
    return "NotFound" in code or code == "ResourceNotFoundException"


_NO_SNAPSHOT = MappingProxyType({"SkipFinalSnapshot": True})
KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "db-proxy",
            0,
            "DescribeDBProxies",
            "DBProxies",
            "DBProxyName",
            "DBProxyArn",
            "DeleteDBProxy",
            arn="DBProxyArn",
        ),
        Kind(
            "db-instance",
            1,
            "DescribeDBInstances",
            "DBInstances",
            "DBInstanceIdentifier",
            "DbiResourceId",
            "DeleteDBInstance",
            "DBInstanceStatus",
            _NO_SNAPSHOT,
        ),
        Kind(
            "db-cluster",
            2,
            "DescribeDBClusters",
            "DBClusters",
            "DBClusterIdentifier",
            "DbClusterResourceId",
            "DeleteDBCluster",
            options=_NO_SNAPSHOT,
        ),
        Kind(
            "db-snapshot",
            3,
            "DescribeDBSnapshots",
            "DBSnapshots",
            "DBSnapshotIdentifier",
            "DBSnapshotArn",
            "DeleteDBSnapshot",
        ),
        Kind(
            "db-cluster-snapshot",
            3,
            "DescribeDBClusterSnapshots",
            "DBClusterSnapshots",
            "DBClusterSnapshotIdentifier",
            "DBClusterSnapshotArn",
            "DeleteDBClusterSnapshot",
        ),
        Kind(
            "db-parameter-group",
            4,
            "DescribeDBParameterGroups",
            "DBParameterGroups",
            "DBParameterGroupName",
            "DBParameterGroupArn",
            "DeleteDBParameterGroup",
            arn="DBParameterGroupArn",
        ),
        Kind(
            "db-cluster-parameter-group",
            4,
            "DescribeDBClusterParameterGroups",
            "DBClusterParameterGroups",
            "DBClusterParameterGroupName",
            "DBClusterParameterGroupArn",
            "DeleteDBClusterParameterGroup",
            arn="DBClusterParameterGroupArn",
        ),
        Kind(
            "secret",
            5,
            "DescribeSecret",
            "",
            "SecretId",
            "ARN",
            "DeleteSecret",
            options=MappingProxyType({"ForceDeleteWithoutRecovery": True}),
            service="secretsmanager",
            key="Name",
        ),
    )
}
