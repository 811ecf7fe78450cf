"""The requests that create the data of a target: from a snapshot, from a moment, by a clone, or as a replica of production."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pgrehearse.base.clock import instant, iso
from pgrehearse.targets.aws.draft import Draft
from pgrehearse.targets.aws.facts import Form, Level
from pgrehearse.targets.aws.requests import Kind, Request
from pgrehearse.targets.aws.specification import Login, Origin
from pgrehearse.targets.target import DataOrigin, TargetKind

SNAPSHOT, COPY, MOMENT = "snapshot", "copy", "moment"
QUIET = "moment-group"


@dataclass(frozen=True, slots=True)
class OriginRequests:
    """The requests, the state of production that they restore, and what there is to know about it."""

    requests: tuple[Request, ...]
    data: DataOrigin
    notes: tuple[str, ...] = ()


def origin(draft: Draft) -> OriginRequests:
    """Return the requests of the target's origin."""
    by_origin: dict[str, Callable[[Draft], OriginRequests]] = {
        Origin.SNAPSHOT: _from_snapshot,
        Origin.MOMENT: _from_moment,
        Origin.CLONE: _clone,
        Origin.REPLICA: _replica,
    }
    return by_origin[draft.target.origin](draft)


def _from_snapshot(draft: Draft) -> OriginRequests:
    given = draft.facts.snapshot
    if given is not None:
        data = DataOrigin(Origin.SNAPSHOT, given.name, given.at_us)
        copied = _copied(draft, draft.target.snapshot, given.arn, given.form)
        return OriginRequests((*copied[0], _restore(draft, copied[1], given.form, copied[2])), data)
    production = draft.facts.described
    made = _snapshot_of(draft, production.name, production.form)
    copied = _copied(draft, made.name, _arn(draft, made), production.form, (made.name,))
    requests = (made, *copied[0], _restore(draft, copied[1], production.form, copied[2]))
    return OriginRequests(requests, DataOrigin(Origin.SNAPSHOT, made.name))


def _from_moment(draft: Draft) -> OriginRequests:
    production = draft.facts.described
    at_us = draft.target.moment_us or production.latest_us
    data = DataOrigin(Origin.MOMENT, draft.target.moment or iso(at_us), at_us)
    at = {"RestoreToTime": instant(at_us)}
    if production.form != Form.INSTANCE:
        request = _cluster_at(draft, {"RestoreType": "full-copy", **at})
        return OriginRequests((request,), data)
    if draft.kind == TargetKind.RDS:
        request = _instance_at(draft, draft.writer, at_us)
        return OriginRequests((request,), data)
    name = draft.name(MOMENT)
    quiet = _quiet_group(draft)
    restored = _instance_at(draft, name, at_us)
    made = _snapshot_of(draft, name, Form.INSTANCE, (name,))
    removed = Request(
        "delete_db_instance",
        {"DBInstanceIdentifier": name, "SkipFinalSnapshot": True, "DeleteAutomatedBackups": True},
        after=(made.name,),
        removes=name,
    )
    requests = (
        *quiet,
        restored,
        made,
        removed,
        _restore(draft, (made.name, _arn(draft, made)), Form.INSTANCE, (made.name,)),
    )
    note = (
        "Aurora restores no moment of an RDS instance: an instance is restored to it, then a snapshot of that instance"
    )
    return OriginRequests(requests, data, (note,))


def _clone(draft: Draft) -> OriginRequests:
    production = draft.facts.described
    request = _cluster_at(draft, {"RestoreType": "copy-on-write", "UseLatestRestorableTime": True})
    note = "the clone has the state of production when AWS clones it: at this instant or seconds later"
    return OriginRequests((request,), DataOrigin(Origin.CLONE, production.name, production.latest_us), (note,))


def _replica(draft: Draft) -> OriginRequests:
    production = draft.facts.described
    parameters = {
        **_cluster(draft),
        "Engine": draft.engine,
        "EngineVersion": draft.versions.restored.version,
        "ReplicationSourceIdentifier": production.arn,
        "Tags": draft.run.tags(),
    }
    request = Request("create_db_cluster", parameters, Kind.CLUSTER, draft.cluster)
    note = "production keeps its write-ahead log for the replica until it is promoted: it is watched until then"
    return OriginRequests((request,), DataOrigin(Origin.REPLICA, production.name), (note,))


def _snapshot_of(draft: Draft, name: str, form: Form, after: tuple[str, ...] = ()) -> Request:
    """Return the request for a snapshot of production, or of the instance that was restored to a moment."""
    made, tags = draft.name(SNAPSHOT), draft.run.tags()
    if form == Form.INSTANCE:
        parameters = {"DBSnapshotIdentifier": made, "DBInstanceIdentifier": name, "Tags": tags}
        return Request("create_db_snapshot", parameters, Kind.SNAPSHOT, made, after)
    parameters = {"DBClusterSnapshotIdentifier": made, "DBClusterIdentifier": name, "Tags": tags}
    return Request("create_db_cluster_snapshot", parameters, Kind.CLUSTER_SNAPSHOT, made, after)


def _arn(draft: Draft, made: Request) -> str:
    """Return the ARN of a snapshot that this run makes."""
    part = "snapshot" if made.kind == Kind.SNAPSHOT else "cluster-snapshot"
    return f"{draft.facts.place}:{part}:{made.name}"


def _copied(
    draft: Draft, name: str, arn: str, form: Form, after: tuple[str, ...] = ()
) -> tuple[tuple[Request, ...], tuple[str, str], tuple[str, ...]]:
    """Return a copy under the target's key where a restore cannot have another key (of an RDS instance); the snapshot to restore by
    name and ARN; and what the restore waits for."""
    if not draft.target.kms_key or draft.clustered or form != Form.INSTANCE:
        return (), (name, arn), after
    copy = draft.name(COPY)
    parameters = {
        "SourceDBSnapshotIdentifier": name,
        "TargetDBSnapshotIdentifier": copy,
        "KmsKeyId": draft.target.kms_key,
        "Tags": draft.run.tags(),
    }
    request = Request("copy_db_snapshot", parameters, Kind.SNAPSHOT, copy, after)
    return (request,), (copy, _arn(draft, request)), (copy,)


def _restore(draft: Draft, snapshot: tuple[str, str], form: Form, after: tuple[str, ...] = ()) -> Request:
    """Return the restore of a snapshot (its name and ARN) that was made of *form*."""
    name, arn = snapshot
    if draft.clustered:
        parameters = {
            **_cluster(draft),
            # A snapshot of an instance is restored to a cluster by its ARN only (RDS API reference).
            "SnapshotIdentifier": arn if form == Form.INSTANCE else name,
            "Engine": draft.engine,
            "EngineVersion": draft.versions.restored.version,
            **({"KmsKeyId": draft.target.kms_key} if draft.target.kms_key else {}),
            "Tags": draft.run.tags(),
        }
        return Request("restore_db_cluster_from_snapshot", parameters, Kind.CLUSTER, draft.cluster, after)
    key = "DBSnapshotIdentifier" if form == Form.INSTANCE else "DBClusterSnapshotIdentifier"
    parameters = {"DBInstanceIdentifier": draft.writer, key: name, **_instance(draft), "Tags": draft.run.tags()}
    return Request("restore_db_instance_from_db_snapshot", parameters, Kind.INSTANCE, draft.writer, after)


def _instance_at(draft: Draft, name: str, at_us: int) -> Request:
    """Return the restore of production's instance to a moment."""
    production = draft.facts.described
    settings = _instance(draft) if name == draft.writer and draft.kind == TargetKind.RDS else _passing(draft)
    parameters = {
        "SourceDBInstanceIdentifier": production.name,
        "TargetDBInstanceIdentifier": name,
        "RestoreTime": instant(at_us),
        **settings,
        "Tags": draft.run.tags(),
    }
    return Request("restore_db_instance_to_point_in_time", parameters, Kind.INSTANCE, name)


def _cluster_at(draft: Draft, how: dict[str, Any]) -> Request:
    parameters = {
        **_cluster(draft),
        "SourceDBClusterIdentifier": draft.facts.described.name,
        **how,
        **({"KmsKeyId": draft.target.kms_key} if draft.target.kms_key else {}),
        "Tags": draft.run.tags(),
    }
    return Request("restore_db_cluster_to_point_in_time", parameters, Kind.CLUSTER, draft.cluster)


def _cluster(draft: Draft) -> dict[str, Any]:
    """Return what all requests that create a cluster have."""
    target = draft.target
    capacity = {"MinCapacity": target.min_acu, "MaxCapacity": target.max_acu}
    return {
        "DBClusterIdentifier": draft.cluster,
        **draft.network(),
        "DBClusterParameterGroupName": draft.group(Level.CLUSTER, draft.versions.restored.family),
        "DeletionProtection": False,
        "EnableIAMDatabaseAuthentication": target.login == Login.IAM,
        **({"ServerlessV2ScalingConfiguration": capacity} if target.serverless else {}),
        **({"StorageType": "aurora-iopt1"} if target.io_optimized else {}),
        **(
            {"DBClusterInstanceClass": draft.instance_class, "PubliclyAccessible": target.public}
            if target.multi_az
            else {}
        ),
    }


def _instance(draft: Draft) -> dict[str, Any]:
    """Return what all requests that create an RDS instance have."""
    return {
        "DBInstanceClass": draft.instance_class,
        **draft.network(),
        "DBParameterGroupName": draft.group(Level.INSTANCE, draft.versions.restored.family),
        "PubliclyAccessible": draft.target.public,
        "DeletionProtection": False,
        "AutoMinorVersionUpgrade": False,
        "MultiAZ": draft.standby,
        "EnableIAMDatabaseAuthentication": draft.target.login == Login.IAM,
    }


def _passing(draft: Draft) -> dict[str, Any]:
    """Return the settings of the instance that only a snapshot is made of: nobody connects to it."""
    return {
        "DBInstanceClass": draft.facts.described.instance_class,
        **draft.network(),
        "DBParameterGroupName": draft.name(QUIET),
        "PubliclyAccessible": False,
        "DeletionProtection": False,
        "AutoMinorVersionUpgrade": False,
        "MultiAZ": False,
    }


def _quiet_group(draft: Draft) -> tuple[Request, ...]:
    """Return the requests for the parameter group of that instance: a subscription of production must not start on it.

    AWS's default group loads no library of production's, and its log is not needed.
    """
    name, major = draft.name(QUIET), draft.facts.version.partition(".")[0]
    workers = {
        "ParameterName": "max_logical_replication_workers",
        "ParameterValue": "0",
        "ApplyMethod": "pending-reboot",
    }
    described = {"Description": f"pgrehearse {draft.run.run}", "Tags": draft.run.tags()}
    create = {"DBParameterGroupName": name, "DBParameterGroupFamily": f"postgres{major}", **described}
    return (
        Request("create_db_parameter_group", create, Kind.GROUP, name),
        Request("modify_db_parameter_group", {"DBParameterGroupName": name, "Parameters": [workers]}),
    )
