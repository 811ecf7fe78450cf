"""A server at AWS with its parameter groups: the values that they set, and the other servers that use them.

Sources: RDS API reference, Parameter (Source: user, system, engine-default; ApplyType: static, dynamic), DescribeDBParameters,
DescribeDBClusterParameters. In a cluster the group of an instance takes precedence over that of the cluster (Aurora user guide).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import boto3
from botocore.exceptions import ClientError

from pgrehearse.base.aws_errors import Purpose, aws_errors, connected, error_code
from pgrehearse.base.errors import TargetProblem

PERMISSIONS = (
    "rds:DescribeDBInstances",
    "rds:DescribeDBClusters",
    "rds:DescribeDBParameters",
    "rds:DescribeDBClusterParameters",
    "rds:DescribeDBParameterGroups",
    "rds:DescribeDBClusterParameterGroups",
)
_DEFAULT = "default."
_SHOWN = {"1": "on", "0": "off"}
_GIB = 1 << 30


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a group. *value*: None: the engine's default; *is_set*: somebody has set it; *allowed*: the permitted values as AWS
    writes them ("": not listed)."""

    name: str
    value: str | None
    is_set: bool = False
    dynamic: bool = True
    modifiable: bool = True
    allowed: str = ""
    boolean: bool = False

    @classmethod
    def described(cls, row: Mapping[str, Any]) -> Parameter:
        """Return a parameter of a description."""
        value = row.get("ParameterValue")
        return cls(
            str(row["ParameterName"]),
            None if value is None else str(value),
            row.get("Source") == "user",
            row.get("ApplyType", "dynamic") == "dynamic",
            bool(row.get("IsModifiable", True)),
            str(row.get("AllowedValues", "")),
            row.get("DataType") == "boolean",
        )


@dataclass(frozen=True, slots=True)
class Group:
    """A parameter group. *cluster*: it is one of clusters; *arn*: names its account and region too ("": of a default group);
    *family*: ``postgres16``."""

    name: str
    cluster: bool = False
    arn: str = ""
    family: str = ""
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    @property
    def is_default(self) -> bool:
        """Return whether nobody can modify it."""
        return self.name.startswith(_DEFAULT)


@dataclass(frozen=True, slots=True)
class Member:
    """An instance of a server. *group*: its own parameter group; *in_sync*: it has the values of the groups; *storage*: the allocated
    bytes (0: Aurora, whose local storage has no listed size)."""

    name: str
    group: Group
    in_sync: bool = True
    storage: int = 0
    resource: str = ""


@dataclass(frozen=True, slots=True)
class LoggedServer:
    """An RDS instance, or a cluster. *group*: where its logging settings are changed; *aurora*: its logs are in local storage."""

    name: str
    aurora: bool
    group: Group
    members: tuple[Member, ...]

    def effective(self) -> dict[str, Parameter]:
        """Return the parameters as they are in effect: what an instance's own group sets takes precedence over the cluster's."""
        own = {name: one for member in self.members for name, one in member.group.parameters.items() if one.is_set}
        return {**self.group.parameters, **own} if self.group.cluster else dict(self.group.parameters)

    def logging(self, changed: Mapping[str, str]) -> dict[str, str]:
        """Return the logging settings that the groups list, as pg_settings shows them. *changed*: values that replace them."""
        found = self.effective()
        values = {name: one.value for name, one in found.items() if one.value is not None} | dict(changed)
        named = {name: value for name, value in values.items() if name.startswith("log_") or name == "lc_messages"}
        return {
            name: _SHOWN.get(value, value) if found[name].boolean else value for name, value in sorted(named.items())
        }

    def overridden(self, names: set[str]) -> dict[str, str]:
        """Return which of *names* an instance's own group sets in a cluster, each with that group."""
        if not self.group.cluster:
            return {}
        return {
            name: member.group.name
            for member in self.members
            for name, one in member.group.parameters.items()
            if one.is_set and name in names
        }


def purpose(name: str) -> Purpose:
    """Return the purpose of a request about a server's parameter groups."""
    return Purpose(name, PERMISSIONS, TargetProblem)


def rds_client(name: str) -> Any:
    """Return the client of RDS. Raises ``TargetProblem``."""
    return connected(purpose(name), lambda: boto3.client("rds"))


def describe_server(client: Any, name: str) -> LoggedServer:
    """Describe an instance or a cluster; an instance of a cluster is described as its cluster.

    Raises ``TargetProblem`` if there is none of this name, or it is not PostgreSQL.
    """
    with aws_errors(purpose(name)):
        row = _instance(client, name)
        cluster = str(row.get("DBClusterIdentifier") or "") if row else name
        if row is not None and not cluster:
            _refuse_other_engine(name, str(row["Engine"]))
            group = _group(client, str(row["DBParameterGroups"][0]["DBParameterGroupName"]), cluster=False)
            return LoggedServer(name, False, group, (_member(row, group),))
        return _cluster(client, cluster)


def _cluster(client: Any, name: str) -> LoggedServer:
    (row,) = client.describe_db_clusters(DBClusterIdentifier=name)["DBClusters"]
    _refuse_other_engine(name, str(row["Engine"]))
    group = _group(client, str(row["DBClusterParameterGroup"]), cluster=True)
    members = []
    for one in row["DBClusterMembers"]:
        instance = _instance(client, str(one["DBInstanceIdentifier"])) or {}
        own = _group(client, str(instance["DBParameterGroups"][0]["DBParameterGroupName"]), cluster=False)
        in_sync = one.get("DBClusterParameterGroupStatus", "in-sync") == "in-sync"
        members.append(_member(instance, own, in_sync=in_sync))
    return LoggedServer(name, str(row["Engine"]).startswith("aurora"), group, tuple(members))


def _member(row: Mapping[str, Any], group: Group, *, in_sync: bool = True) -> Member:
    states = [str(one.get("ParameterApplyStatus", "in-sync")) for one in row["DBParameterGroups"]]
    storage = 0 if str(row["Engine"]).startswith("aurora") else int(row.get("AllocatedStorage") or 0) * _GIB
    in_sync = in_sync and all(state == "in-sync" for state in states)
    return Member(str(row["DBInstanceIdentifier"]), group, in_sync, storage, str(row.get("DbiResourceId", "")))


def _instance(client: Any, name: str) -> Mapping[str, Any] | None:
    """Return the description of an instance (None: there is none of this name)."""
    try:
        rows: list[Mapping[str, Any]] = client.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"]
    except ClientError as error:
        if error_code(error).startswith("DBInstanceNotFound"):
            return None
        raise
    return rows[0]


def _refuse_other_engine(name: str, engine: str) -> None:
    if "postgres" not in engine:
        raise TargetProblem(f"{name} is {engine}, not PostgreSQL", remedy="give an instance or a cluster of PostgreSQL")


def _group(client: Any, name: str, *, cluster: bool) -> Group:
    kind = "DBClusterParameterGroup" if cluster else "DBParameterGroup"
    action = "describe_db_cluster_parameters" if cluster else "describe_db_parameters"
    rows = [
        Parameter.described(row)
        for page in client.get_paginator(action).paginate(**{f"{kind}Name": name})
        for row in page["Parameters"]
    ]
    if name.startswith(_DEFAULT):
        return Group(name, cluster, "", name.removeprefix(_DEFAULT), {row.name: row for row in rows})
    arn, family = _identity(client, name, cluster=cluster)
    return Group(name, cluster, arn, family, {row.name: row for row in rows})


def read_group(client: Any, name: str, *, cluster: bool) -> Group:
    """Return a parameter group as it is now. Raises ``TargetProblem``."""
    with aws_errors(purpose(name)):
        return _group(client, name, cluster=cluster)


def _identity(client: Any, name: str, *, cluster: bool) -> tuple[str, str]:
    """Return the ARN and the family of a group that somebody made. Raises ``ClientError``."""
    kind = "DBClusterParameterGroup" if cluster else "DBParameterGroup"
    describe = client.describe_db_cluster_parameter_groups if cluster else client.describe_db_parameter_groups
    (row,) = describe(**{f"{kind}Name": name})[f"{kind}s"]
    return str(row.get(f"{kind}Arn", "")), str(row.get("DBParameterGroupFamily", ""))


def others_with(client: Any, server: LoggedServer) -> tuple[str, ...]:
    """Return the names of other instances or clusters that have the server's group: a change would be in effect there too."""
    with aws_errors(purpose(server.name)):
        if server.group.cluster:
            rows = [
                row for page in client.get_paginator("describe_db_clusters").paginate() for row in page["DBClusters"]
            ]
            found = [
                str(row["DBClusterIdentifier"])
                for row in rows
                if row.get("DBClusterParameterGroup") == server.group.name
            ]
        else:
            rows = [
                row for page in client.get_paginator("describe_db_instances").paginate() for row in page["DBInstances"]
            ]
            names = {str(row["DBInstanceIdentifier"]): row.get("DBParameterGroups", []) for row in rows}
            found = [
                name
                for name, own in names.items()
                if any(one["DBParameterGroupName"] == server.group.name for one in own)
            ]
    return tuple(sorted(name for name in found if name != server.name))
