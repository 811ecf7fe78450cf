"""The requests after the data is there: instances, an upgrade, the login, the mark, readers, and a proxy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pgrehearse.targets.aws.draft import Draft
from pgrehearse.targets.aws.facts import Level
from pgrehearse.targets.aws.requests import MARK, Kind, Request, SecretOf
from pgrehearse.targets.aws.specification import Login, Origin
from pgrehearse.targets.target import TargetKind

START = "start"


def members(draft: Draft) -> tuple[Request, ...]:
    """Return the requests, in order. A cluster that AWS restores has no instance; the first one is its writer."""
    aurora = draft.kind == TargetKind.AURORA
    requests: list[Request] = []
    if aurora:
        requests.append(_instance(draft, draft.writer, after=(draft.cluster,)))
    if draft.target.origin == Origin.REPLICA:
        requests.append(
            Request(
                "promote_read_replica_db_cluster",
                {"DBClusterIdentifier": draft.cluster},
                after=(draft.cluster, draft.writer),
                caught_up=draft.writer,
            )
        )
    if draft.versions.upgrade:
        requests.append(_upgrade(draft))
    requests += _login(draft)
    requests += _start(draft)
    requests.append(Request(MARK, {"Databases": list(draft.databases)}, after=_ready(draft)))
    for reader in draft.readers:
        requests.append(_instance(draft, reader, after=_ready(draft)) if aurora else _read_replica(draft, reader))
    return (*requests, *_proxy(draft))


def _ready(draft: Draft) -> tuple[str, ...]:
    """Return what must be available before the target is changed."""
    return tuple(filter(None, (draft.cluster, draft.writer)))


def _instance(draft: Draft, name: str, after: tuple[str, ...]) -> Request:
    reads = name != draft.writer
    parameters: dict[str, Any] = {
        "DBInstanceIdentifier": name,
        "DBClusterIdentifier": draft.cluster,
        "Engine": draft.engine,
        "DBInstanceClass": (draft.target.reader_class if reads else "") or draft.instance_class,
        "DBParameterGroupName": draft.group(Level.INSTANCE, _family(draft, reads=reads)),
        "PubliclyAccessible": draft.target.public,
        "AutoMinorVersionUpgrade": False,
        "Tags": draft.run.tags(),
    }
    return Request("create_db_instance", parameters, Kind.INSTANCE, name, after)


def _family(draft: Draft, *, reads: bool) -> str:
    """Return the family of an instance: a writer exists before the upgrade, a reader is created after it."""
    return (draft.versions.final if reads else draft.versions.restored).family


def _read_replica(draft: Draft, name: str) -> Request:
    parameters = {
        "DBInstanceIdentifier": name,
        "SourceDBInstanceIdentifier": draft.writer,
        "DBInstanceClass": draft.target.reader_class or draft.instance_class,
        "DBParameterGroupName": draft.group(Level.INSTANCE, _family(draft, reads=True)),
        # Its subnet group is the source's; its security group would be the default one.
        **{key: value for key, value in draft.network().items() if key == "VpcSecurityGroupIds"},
        "PubliclyAccessible": draft.target.public,
        "AutoMinorVersionUpgrade": False,
        "EnableIAMDatabaseAuthentication": draft.target.login == Login.IAM,
        "Tags": draft.run.tags(),
    }
    return Request("create_db_instance_read_replica", parameters, Kind.INSTANCE, name, _ready(draft))


def _of_target(draft: Draft) -> tuple[str, dict[str, Any]]:
    """Return the action that changes the target, and its first parameter."""
    if draft.clustered:
        return "modify_db_cluster", {"DBClusterIdentifier": draft.cluster}
    return "modify_db_instance", {"DBInstanceIdentifier": draft.writer}


def _upgrade(draft: Draft) -> Request:
    action, parameters = _of_target(draft)
    parameters |= {"EngineVersion": draft.versions.final.version, "ApplyImmediately": True}
    if draft.versions.major:
        family = draft.versions.final.family
        parameters["AllowMajorVersionUpgrade"] = True
        if draft.clustered:
            parameters["DBClusterParameterGroupName"] = draft.group(Level.CLUSTER, family)
            parameters |= {"DBInstanceParameterGroupName": draft.group(Level.INSTANCE, family)} if draft.writer else {}
        else:
            parameters["DBParameterGroupName"] = draft.group(Level.INSTANCE, family)
    return Request(action, parameters, after=_ready(draft))


def _login(draft: Draft) -> Iterator[Request]:
    """Yield the request for a new master password: the copy has production's until then."""
    if draft.target.login != Login.SECRET:
        return
    action, parameters = _of_target(draft)
    yield Request(
        action, {**parameters, "ManageMasterUserPassword": True, "ApplyImmediately": True}, after=_ready(draft)
    )


def _start(draft: Draft) -> Iterator[Request]:
    """Yield the snapshot that a reset restores, where the origin cannot be repeated."""
    if not draft.target.resettable or draft.target.origin not in {Origin.CLONE, Origin.REPLICA}:
        return
    name = draft.name(START)
    parameters = {
        "DBClusterSnapshotIdentifier": name,
        "DBClusterIdentifier": draft.cluster,
        "Tags": draft.run.tags(),
    }
    yield Request("create_db_cluster_snapshot", parameters, Kind.CLUSTER_SNAPSHOT, name, _ready(draft))


def _proxy(draft: Draft) -> Iterator[Request]:
    if not draft.target.proxy:
        return
    name = draft.name("proxy")
    kind, of, key = (
        (Kind.CLUSTER, draft.cluster, "DBClusterIdentifiers")
        if draft.clustered
        else (Kind.INSTANCE, draft.writer, "DBInstanceIdentifiers")
    )
    security = draft.network().get("VpcSecurityGroupIds")
    parameters: dict[str, Any] = {
        "DBProxyName": name,
        "EngineFamily": "POSTGRESQL",
        "Auth": [{"AuthScheme": "SECRETS", "SecretArn": SecretOf(kind, of), "IAMAuth": "DISABLED"}],
        "RoleArn": draft.target.proxy_role,
        "VpcSubnetIds": list(draft.facts.subnets),
        **({"VpcSecurityGroupIds": security} if security else {}),
        "RequireTLS": True,
        "Tags": draft.run.tags(),
    }
    yield Request("create_db_proxy", parameters, Kind.PROXY, name, (*_ready(draft), *draft.readers))
    yield Request("register_db_proxy_targets", {"DBProxyName": name, key: [of]}, after=(name,))
