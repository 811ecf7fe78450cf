"""The instances of RDS and Aurora whose metrics are fetched: by name, or as the members of a cluster."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import boto3
import polars as pl
from botocore.exceptions import BotoCoreError, ClientError

from pgrehearse.base.aws_errors import Purpose, aws_errors, connected, error_code
from pgrehearse.base.errors import TargetProblem
from pgrehearse.metrics.aws import metric_table
from pgrehearse.metrics.aws.metric_table import CloudWatchMetric, Level
from pgrehearse.runs.metric_catalog import AURORA, CLOUDWATCH, READER, UNLIMITED_CPU, unit
from pgrehearse.runs.schema import METRICS

_MIB = 1 << 20
_NOT_FOUND = frozenset({"DBInstanceNotFound", "DBInstanceNotFoundFault", "DBClusterNotFoundFault"})
PERMISSIONS = (
    "rds:DescribeDBInstances",
    "rds:DescribeDBClusters",
    "cloudwatch:GetMetricData",
    "pi:GetResourceMetrics",
)


@dataclass(frozen=True, slots=True)
class Instance:
    """An instance as the service describes it. *instance_class*: ``db.r6g.large``; *resource*, *cluster_resource*: AWS's
    immutable ids; *address*, *port*: its endpoint; *monitored_s*: the interval of Enhanced Monitoring (0: it is disabled); *limits*: its limits, by the catalog's names; *reader*: it replays what another
    instance writes (None: not known)."""

    name: str
    cluster: str
    aurora: bool
    instance_class: str
    resource: str
    limits: dict[str, float] = field(default_factory=dict)
    reader: bool | None = None
    cluster_resource: str = ""
    address: str = ""
    port: int = 0
    version: str = ""
    monitored_s: int = 0

    @property
    def source(self) -> str:
        return AURORA if self.aurora else CLOUDWATCH

    @property
    def unlimited_cpu(self) -> bool | None:
        """Whether it continues without CPU credits (None: its class has none, or it is not known). On RDS and Aurora the classes db.t3
        and db.t4g are in unlimited mode, and db.t2 is not (the RDS user guide, "DB instance class types")."""
        family = self.instance_class.removeprefix("db.").partition(".")[0]
        return {"t2": False, "t3": True, "t4g": True}.get(family)

    def metrics(self) -> tuple[CloudWatchMetric, ...]:
        """Return the CloudWatch metrics of such an instance, and of its cluster."""
        absent = {Level.WRITER} if self.reader else {Level.READER} if self.reader is False else set()
        if not self.cluster:
            absent.add(Level.CLUSTER)
        every = (*metric_table.BOTH, *(metric_table.AURORA if self.aurora else metric_table.RDS))
        return tuple(metric for metric in every if metric.level not in absent)

    def fact_samples(self, at_us: int) -> pl.DataFrame:
        """Return its limits, whether it is a reader, and whether it continues without CPU credits, as samples at one time: rows of
        ``METRICS``."""
        known = {READER: self.reader, UNLIMITED_CPU: self.unlimited_cpu}
        facts = self.limits | {name: float(is_so) for name, is_so in known.items() if is_so is not None}
        rows = [(at_us, self.source, self.name, "", name, value, unit(name)) for name, value in facts.items()]
        return pl.DataFrame(rows, schema=METRICS, orient="row")


def purpose(name: str) -> Purpose:
    """Return the purpose of a request about an instance or a cluster."""
    return Purpose(name, PERMISSIONS)


def describe(instances: Sequence[str], clusters: Sequence[str] = ()) -> tuple[Instance, ...]:
    """Describe *instances* and the members of *clusters*, each once, writers first.

    Raises ``TargetProblem`` if one does not exist, or a permission is missing.
    """
    members = [member for cluster in clusters for member in _members(cluster)]
    found = [_instance(name) for name in dict.fromkeys([*instances, *members])]
    return tuple(sorted(_with_roles(found), key=lambda instance: bool(instance.reader)))


def classes(instances: Iterable[Instance]) -> str:
    """Return the classes of instances, joined with `` + `` ("": there are none)."""
    return " + ".join(instance.instance_class for instance in instances)


def _members(cluster: str) -> list[str]:
    client = connected(purpose(cluster), lambda: boto3.client("rds"))
    with aws_errors(purpose(cluster)):
        try:
            (row,) = client.describe_db_clusters(DBClusterIdentifier=cluster)["DBClusters"]
        except ClientError as error:
            if error_code(error) in _NOT_FOUND and _exists(client, cluster):
                raise TargetProblem(f"{cluster} is an instance", remedy=f"use --instance {cluster}") from None
            raise
    if not row["DBClusterMembers"]:
        raise TargetProblem(f"{cluster}: the cluster has no instances", remedy="create an instance in the cluster")
    return [str(member["DBInstanceIdentifier"]) for member in row["DBClusterMembers"]]


def _exists(client: Any, instance: str) -> bool:
    try:
        client.describe_db_instances(DBInstanceIdentifier=instance)
    except ClientError:
        return False
    return True


def _instance(name: str) -> Instance:
    client = connected(purpose(name), lambda: boto3.client("rds"))
    with aws_errors(purpose(name)):
        try:
            (row,) = client.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"]
        except ClientError as error:
            if error_code(error) in _NOT_FOUND:
                _raise_if_cluster(client, name)
            raise
    instance_class = str(row.get("DBInstanceClass", ""))
    replays = row.get("ReadReplicaSourceDBInstanceIdentifier") or row.get("ReadReplicaSourceDBClusterIdentifier")
    cluster = str(row.get("DBClusterIdentifier", ""))
    return Instance(
        name,
        cluster,
        str(row.get("Engine", "")).startswith("aurora"),
        instance_class,
        str(row.get("DbiResourceId", "")),
        _provisioned(row) | _memory(instance_class),
        None if cluster else bool(replays),
        address=str(row.get("Endpoint", {}).get("Address", "")),
        port=int(row.get("Endpoint", {}).get("Port", 0)),
        version=str(row.get("EngineVersion", "")),
        monitored_s=int(row.get("MonitoringInterval", 0)),
    )


def _raise_if_cluster(client: Any, name: str) -> None:
    """Raise an error with the members if *name* is a cluster."""
    try:
        (row,) = client.describe_db_clusters(DBClusterIdentifier=name)["DBClusters"]
    except ClientError:
        return
    members = [
        f"{member['DBInstanceIdentifier']} ({'writer' if member['IsClusterWriter'] else 'reader'})"
        for member in row["DBClusterMembers"]
    ]
    raise TargetProblem(
        f"{name} is a cluster, with the instances {', '.join(members) or '(none)'}",
        remedy=f"use --cluster {name}, or --instance with the name of an instance",
    )


def _with_roles(instances: list[Instance]) -> list[Instance]:
    """Return the instances with their roles in their clusters; not known without the permission rds:DescribeDBClusters."""
    writers: dict[str, bool] = {}
    resources: dict[str, str] = {}
    for cluster in {instance.cluster for instance in instances} - {""}:
        try:
            (row,) = boto3.client("rds").describe_db_clusters(DBClusterIdentifier=cluster)["DBClusters"]
        except (ClientError, BotoCoreError):
            continue
        resources[cluster] = str(row.get("DbClusterResourceId", ""))
        writers |= {str(one["DBInstanceIdentifier"]): bool(one["IsClusterWriter"]) for one in row["DBClusterMembers"]}
    return [
        replace(instance, reader=not writers[instance.name], cluster_resource=resources[instance.cluster])
        if instance.name in writers
        else instance
        for instance in instances
    ]


def _provisioned(row: dict[str, Any]) -> dict[str, float]:
    """Return the provisioned limits of the disk (Aurora and gp2 volumes have none)."""
    limits = {"iops_limit": row.get("Iops", 0), "disk_bytes_per_s_limit": row.get("StorageThroughput", 0) * _MIB}
    return {name: float(value) for name, value in limits.items() if value > 0}


def _memory(instance_class: str) -> dict[str, float]:
    """Return the memory of an instance class, from EC2's instance type of that name; {} where there is none, or without the
    permission ec2:DescribeInstanceTypes."""
    try:
        types = boto3.client("ec2").describe_instance_types(InstanceTypes=[instance_class.removeprefix("db.")])[
            "InstanceTypes"
        ]
    except (ClientError, BotoCoreError):
        return {}
    return {"memory_limit_bytes": float(types[0]["MemoryInfo"]["SizeInMiB"] * _MIB)} if types else {}
