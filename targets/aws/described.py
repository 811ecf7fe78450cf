"""Describe a source at AWS: what a plan is made of. Only descriptions are requested: nothing is created or changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from botocore.exceptions import ClientError

from pgrehearse.base.aws_errors import Purpose, aws_errors
from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.facts import (
    ENGINES,
    EngineVersion,
    Facts,
    Form,
    Level,
    Production,
    Setting,
    Snapshot,
)
from pgrehearse.targets.aws.kinds import is_absent
from pgrehearse.targets.aws.latest import CLUSTER, latest
from pgrehearse.targets.aws.specification import SERVERLESS, AwsTarget
from pgrehearse.targets.aws.versions import Versions, choose
from pgrehearse.targets.target import TargetKind

PERMISSIONS = (
    "rds:DescribeDBInstances",
    "rds:DescribeDBClusters",
    "rds:DescribeDBSnapshots",
    "rds:DescribeDBClusterSnapshots",
    "rds:DescribeDBParameters",
    "rds:DescribeDBClusterParameters",
    "rds:DescribeEngineDefaultParameters",
    "rds:DescribeEngineDefaultClusterParameters",
    "rds:DescribeDBEngineVersions",
    "rds:DescribeOrderableDBInstanceOptions",
    "rds:DescribeDBSubnetGroups",
    "rds:DescribeBlueGreenDeployments",
)
# A blue/green deployment in one of these states does not concern its databases any more.
_ENDED = frozenset({"SWITCHOVER_COMPLETED", "DELETING"})
_GIB = 1 << 30
_ACTIONS = {"DBSnapshot": "db_snapshots", "DBClusterSnapshot": "db_cluster_snapshots"}


def describe(clients: Clients, kind: TargetKind, target: AwsTarget) -> Facts:
    """Describe the source of a target. Raises ``TargetProblem`` or ``BadInput``: it does not exist, or a permission is missing."""
    purpose = Purpose(target.source or target.snapshot, PERMISSIONS)
    rds = clients.of("rds")
    with aws_errors(purpose):
        production = _production(clients, target.source) if target.source else None
        snapshot = _snapshot(clients, target.snapshot) if target.snapshot else None
        versions = _versions(rds, ENGINES[kind])
        facts = Facts(production, snapshot, versions, {}, _place(clients))
        chosen = choose(kind, (facts.form, facts.version), target.engine_version, versions)
        group = target.subnet_group or (production.subnet_group if production else "")
        return Facts(
            production,
            snapshot,
            versions,
            _families(rds, chosen, cluster=kind == TargetKind.AURORA or target.multi_az),
            facts.place,
            _subnets(rds, group) if target.proxy else (),
            _not_offered(rds, ENGINES[kind], chosen, _classes(target, production)),
        )


def _place(clients: Clients) -> str:
    """Return the begin of the ARNs of this account and region."""
    place, partition = clients.place(), clients.of("rds").meta.partition
    return f"arn:{partition}:rds:{place['region']}:{place['account']}"


def _production(clients: Clients, name: str) -> Production:
    rds = clients.of("rds")
    row = _row(rds, "describe_db_instances", "DBInstances", DBInstanceIdentifier=name)
    if row is None:
        cluster = _row(rds, "describe_db_clusters", "DBClusters", DBClusterIdentifier=name)
        if cluster is None:
            raise TargetProblem(
                f"source: there is no instance and no cluster {name}",
                remedy="check the name, and the region (AWS_DEFAULT_REGION) and the account (AWS_PROFILE)",
            )
        return _cluster(clients, cluster)
    if row.get("DBClusterIdentifier"):
        raise BadInput(
            f"source: {name} is an instance of the cluster {row['DBClusterIdentifier']}",
            remedy=f"write source = '{row['DBClusterIdentifier']}'",
        )
    return Production(
        name=name,
        form=Form.INSTANCE,
        arn=str(row["DBInstanceArn"]),
        resource=str(row["DbiResourceId"]),
        version=str(row["EngineVersion"]),
        instance_class=str(row["DBInstanceClass"]),
        writer=name,
        resources=frozenset({str(row["DbiResourceId"])}),
        subnet_group=str(row.get("DBSubnetGroup", {}).get("DBSubnetGroupName", "")),
        security_groups=_security_groups(row),
        database=str(row.get("DBName") or "postgres"),
        storage_bytes=int(row.get("AllocatedStorage", 0)) * _GIB,
        earliest_us=0,
        latest_us=_us(row.get("LatestRestorableTime")),
        values=_instance_values(rds, row),
        blue_green=_blue_green(rds, str(row["DBInstanceArn"])),
        follows=str(row.get("ReadReplicaSourceDBInstanceIdentifier") or ""),
        standby=bool(row.get("MultiAZ")),
        volume=str(row.get("StorageType") or ""),
    )


def _cluster(clients: Clients, row: dict[str, Any]) -> Production:
    rds, name = clients.of("rds"), str(row["DBClusterIdentifier"])
    members = sorted(row["DBClusterMembers"], key=lambda one: not one["IsClusterWriter"])
    if not members:
        raise TargetProblem(
            f"source: the cluster {name} has no instances", remedy="use another cluster, or its snapshot"
        )
    instances = [
        _row(rds, "describe_db_instances", "DBInstances", DBInstanceIdentifier=one["DBInstanceIdentifier"]) or {}
        for one in members
    ]
    resources = [str(row["DbClusterResourceId"]), *(str(one.get("DbiResourceId", "")) for one in instances)]
    group = str(row.get("DBClusterParameterGroup", ""))
    cluster_values = _user_values(rds, "describe_db_cluster_parameters", DBClusterParameterGroupName=group)
    return Production(
        name=name,
        form=Form.AURORA if str(row["Engine"]).startswith("aurora") else Form.MULTI_AZ,
        arn=str(row["DBClusterArn"]),
        resource=resources[0],
        version=str(row["EngineVersion"]),
        instance_class=str(instances[0].get("DBInstanceClass", "")),
        writer=str(members[0]["DBInstanceIdentifier"]),
        resources=frozenset(resources) - {""},
        subnet_group=str(row.get("DBSubnetGroup", "")),
        security_groups=_security_groups(row),
        database=str(row.get("DatabaseName") or "postgres"),
        storage_bytes=_volume_bytes(clients, name),
        earliest_us=_us(row.get("EarliestRestorableTime")),
        latest_us=_us(row.get("LatestRestorableTime")),
        values=cluster_values | _instance_values(rds, instances[0]),
        blue_green=_blue_green(rds, str(row["DBClusterArn"])),
        follows=str(row.get("ReplicationSourceIdentifier") or ""),
    )


def _volume_bytes(clients: Clients, cluster: str) -> int:
    """Return the size of Aurora's volume, which only the price needs (0: not known)."""
    metric = {"used": ("VolumeBytesUsed", "Average")}
    try:
        return int(latest(clients, (CLUSTER, cluster), metric, timedelta(hours=3)).get("used", 0))
    except TargetProblem:
        return 0


def _row(rds: Any, action: str, key: str, **filters: Any) -> dict[str, Any] | None:
    """Return the row that AWS describes (None: there is none)."""
    try:
        rows = getattr(rds, action)(**filters)[key]
    except ClientError as error:
        if is_absent(error):
            return None
        raise
    return rows[0] if rows else None


def _snapshot(clients: Clients, identifier: str) -> Snapshot:
    """Describe a snapshot, by its name, or by its ARN (another account can share it)."""
    if ":cluster-snapshot:" not in identifier:
        row = _snapshot_row(clients, identifier, "DBSnapshot")
        if row is not None:
            at = row.get("OriginalSnapshotCreateTime") or row.get("SnapshotCreateTime")
            return _made(row, "DBSnapshot", Form.INSTANCE, at, "DbiResourceId")
    if ":snapshot:" not in identifier:
        row = _snapshot_row(clients, identifier, "DBClusterSnapshot")
        if row is not None:
            form = Form.AURORA if str(row["Engine"]).startswith("aurora") else Form.MULTI_AZ
            return _made(row, "DBClusterSnapshot", form, row.get("SnapshotCreateTime"), "DbClusterResourceId")
    raise TargetProblem(
        f"snapshot: there is no snapshot {identifier}",
        remedy="check the name and the region; a snapshot that another account shares is given by its ARN",
    )


def _snapshot_row(clients: Clients, identifier: str, kind: str) -> dict[str, Any] | None:
    """Return what AWS describes of a snapshot (None: it does not exist). One of another account is found among those that are shared."""
    rds, action = clients.of("rds"), f"describe_{_ACTIONS[kind]}"
    if not identifier.startswith("arn:"):
        return _row(rds, action, f"{kind}s", **{f"{kind}Identifier": identifier})
    account, name = identifier.split(":", 6)[4], identifier.split(":", 6)[6]
    if account == clients.place()["account"]:
        return _row(rds, action, f"{kind}s", **{f"{kind}Identifier": name})
    pages = rds.get_paginator(action).paginate(SnapshotType="shared", IncludeShared=True)
    return next((row for page in pages for row in page[f"{kind}s"] if row[f"{kind}Arn"] == identifier), None)


def _made(row: dict[str, Any], kind: str, form: Form, at: Any, resource: str) -> Snapshot:
    if row.get("Status") != "available":
        raise TargetProblem(
            f"snapshot: {row[f'{kind}Identifier']} is {row.get('Status')}", remedy="wait until it is available"
        )
    return Snapshot(
        str(row[f"{kind}Identifier"]),
        str(row[f"{kind}Arn"]),
        form,
        str(row["EngineVersion"]),
        _us(at),
        str(row.get(resource) or ""),
    )


def _versions(rds: Any, engine: str) -> tuple[EngineVersion, ...]:
    pages = rds.get_paginator("describe_db_engine_versions").paginate(Engine=engine)
    return tuple(
        EngineVersion(
            str(row["EngineVersion"]),
            str(row["DBParameterGroupFamily"]),
            frozenset(
                str(one["EngineVersion"]) for one in row.get("ValidUpgradeTarget", []) if one.get("Engine") == engine
            ),
        )
        for page in pages
        for row in page["DBEngineVersions"]
    )


def _families(rds: Any, chosen: Versions, *, cluster: bool) -> dict[tuple[str, Level], dict[str, Setting]]:
    """Return the parameters of the families of both versions, by level."""
    found = {}
    for family in {chosen.restored.family, chosen.final.family}:
        found[family, Level.INSTANCE] = _settings(rds, "describe_engine_default_parameters", family)
        if cluster:
            found[family, Level.CLUSTER] = _settings(rds, "describe_engine_default_cluster_parameters", family)
    return found


def _settings(rds: Any, action: str, family: str) -> dict[str, Setting]:
    found, marker = {}, ""
    while True:
        words = {"Marker": marker} if marker else {}
        page = getattr(rds, action)(DBParameterGroupFamily=family, **words)["EngineDefaults"]
        for row in page.get("Parameters", []):
            static = row.get("ApplyType") == "static"
            found[str(row["ParameterName"])] = Setting(static, bool(row.get("IsModifiable")))
        marker = str(page.get("Marker") or "")
        if not marker:
            return found


def _instance_values(rds: Any, row: dict[str, Any]) -> dict[str, str]:
    groups = [str(one["DBParameterGroupName"]) for one in row.get("DBParameterGroups", [])]
    values: dict[str, str] = {}
    for group in groups:
        values |= _user_values(rds, "describe_db_parameters", DBParameterGroupName=group)
    return values


def _user_values(rds: Any, action: str, **group: str) -> dict[str, str]:
    """Return the parameters of a group that somebody has set."""
    if not all(group.values()):
        return {}
    pages = rds.get_paginator(action).paginate(**group, Source="user")
    rows = [row for page in pages for row in page["Parameters"]]
    return {
        str(row["ParameterName"]): str(row["ParameterValue"]) for row in rows if row.get("ParameterValue") is not None
    }


def _blue_green(rds: Any, arn: str) -> str:
    """Return the blue/green deployment that a database is part of ("": none)."""
    pages = rds.get_paginator("describe_blue_green_deployments").paginate()
    for page in pages:
        for one in page["BlueGreenDeployments"]:
            if one.get("Status") not in _ENDED and arn in {one.get("Source"), one.get("Target")}:
                return str(one["BlueGreenDeploymentIdentifier"])
    return ""


def _subnets(rds: Any, group: str) -> tuple[str, ...]:
    row = _row(rds, "describe_db_subnet_groups", "DBSubnetGroups", DBSubnetGroupName=group) if group else None
    return tuple(str(one["SubnetIdentifier"]) for one in (row or {}).get("Subnets", []))


def _classes(target: AwsTarget, production: Production | None) -> Iterable[str]:
    writer = target.instance_class or (production.instance_class if production else "")
    classes = [SERVERLESS] if target.serverless else [writer, *([target.reader_class] if target.readers else [])]
    return dict.fromkeys(filter(None, classes))


def _not_offered(rds: Any, engine: str, chosen: Versions, classes: Iterable[str]) -> tuple[str, ...]:
    """Return the classes that AWS does not offer for one of the versions."""
    versions = dict.fromkeys((chosen.restored.version, chosen.final.version))
    return tuple(
        one
        for one in classes
        if not all(
            rds.describe_orderable_db_instance_options(Engine=engine, EngineVersion=version, DBInstanceClass=one)[
                "OrderableDBInstanceOptions"
            ]
            for version in versions
        )
    )


def _security_groups(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(str(one["VpcSecurityGroupId"]) for one in row.get("VpcSecurityGroups", []))


def _us(at: Any) -> int:
    return round(at.timestamp() * SECOND) if at is not None else 0
