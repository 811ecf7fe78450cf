"""(b) Copies of instances and clusters: restored from a snapshot or to a moment, cloned, replicated; and the promotion of replicas.

moto lacks the restore of a cluster from a snapshot of an instance, and the cluster as a replica of an instance. What moto has copies
more than AWS does: the tags, the protection against deletion and the managed secret of the source. Sources: RDS API reference,
RestoreDBClusterFromSnapshot ("you can use only the ARN to specify a DB snapshot"), RestoreDBClusterToPointInTime, CreateDBCluster
(ReplicationSourceIdentifier), PromoteReadReplicaDBCluster, RestoreDBInstanceFromDBSnapshot, RestoreDBInstanceToPointInTime,
CreateDBInstanceReadReplica, PromoteReadReplica.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from moto.rds.models import RDSBackend

from tests.aws.standin.account import kind_of, name_of, of, snake
from tests.aws.standin.exchange import Answer, Call, Refused
from tests.aws.standin.versions import AURORA, RDS, check_restore

# moto requires a password; a copy has that of its source, which moto does not know.
_UNKNOWN = "not-known-to-moto"
_OF_CLUSTER = (
    "engine",
    "engine_version",
    "master_username",
    "port",
    "storage_encrypted",
    "kms_key_id",
    "database_name",
)
_OF_INSTANCE = ("engine", "engine_version", "master_username", "port", "storage_encrypted", "kms_key_id", "db_name")
_STORAGE = ("allocated_storage", "storage_type", "iops", "license_model")
# moto has no default size for Aurora's storage types, and needs one.
_STORED: dict[str, dict[str, Any]] = {RDS: {}, AURORA: {"allocated_storage": 1, "storage_type": "aurora"}}
_SOURCE_NAMES = (
    "DBSnapshotIdentifier",
    "SnapshotIdentifier",
    "SourceDBInstanceIdentifier",
    "SourceDBClusterIdentifier",
)
_NOT_OF_A_COPY = {
    *_SOURCE_NAMES,
    "UseLatestRestorableTime",
    "RestoreToTime",
    "RestoreTime",
    "RestoreType",
    "TargetDBInstanceIdentifier",
}


def copied(call: Call) -> Answer | None:
    """Answer the requests that make or promote a copy."""
    action = _ACTIONS.get(call.action)
    if action is None:
        return None
    if call.action == "CreateDBCluster" and call.values.get("Engine") != AURORA:
        return None
    return call.answer(action(of(call), call.parameters()))


def _kept(source: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(source, name, None)) is not None}


def _asked(values: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters of a request that are those of the new thing."""
    return snake({name: value for name, value in values.items() if name not in _NOT_OF_A_COPY})


def _snapshot(backend: RDSBackend, identifier: str) -> Any:
    """Return a snapshot for a cluster: of a cluster by name or ARN, of an instance by ARN only."""
    if kind_of(identifier) == "snapshot":
        return backend.get_db_snapshot(name_of(identifier))
    if identifier not in backend.cluster_snapshots and name_of(identifier) not in backend.cluster_snapshots:
        raise Refused("DBClusterSnapshotNotFoundFault", f"DBClusterSnapshot not found: {identifier}", 404)
    return backend.get_db_cluster_snapshot(name_of(identifier))


def _cluster_of_snapshot(backend: RDSBackend, values: dict[str, Any]) -> dict[str, Any]:
    snapshot = _snapshot(backend, values["SnapshotIdentifier"])
    if snapshot.status != "available":
        raise Refused("InvalidDBClusterSnapshotStateFault", f"Snapshot is in {snapshot.status} state")
    return {"DBCluster": _new_cluster(backend, snapshot, values)}


def _new_cluster(backend: RDSBackend, source: Any, values: dict[str, Any]) -> Any:
    """Return a new cluster without instances. The source is of RDS or of Aurora; the engine is the request's."""
    kept = _kept(source, _OF_CLUSTER)
    engine = values.get("Engine", source.engine)
    if engine not in {AURORA, RDS} or (source.engine, engine) == (AURORA, RDS):
        raise Refused("InvalidParameterCombination", f"The engine {source.engine} cannot be restored as {engine}")
    # A cluster of an RDS engine is a Multi-AZ cluster: its instances have a class that the cluster names.
    if engine == RDS and not values.get("DBClusterInstanceClass"):
        raise Refused("InvalidParameterCombination", "DBClusterInstanceClass is required for engine postgres")
    check_restore(source.engine_version, engine, values.get("EngineVersion", source.engine_version))
    cluster = backend.create_db_cluster({**kept, **_STORED[engine], "master_user_password": _UNKNOWN, **_asked(values)})
    if source.storage_encrypted:
        cluster.storage_encrypted = True
    return cluster


def _cluster_of_moment(backend: RDSBackend, values: dict[str, Any]) -> dict[str, Any]:
    kind, moment = values.get("RestoreType", "full-copy"), values.get("RestoreToTime")
    latest = values.get("UseLatestRestorableTime", False)
    if kind == "copy-on-write" and moment is not None:
        raise Refused("InvalidParameterCombination", "RestoreToTime can't be specified for a copy-on-write restore")
    if (moment is None) == (not latest):
        raise Refused(
            "InvalidParameterCombination", "Specify either RestoreToTime or UseLatestRestorableTime, and not both"
        )
    source = _cluster(backend, values["SourceDBClusterIdentifier"])
    if source.engine == RDS and kind == "copy-on-write":
        raise Refused("InvalidParameterCombination", "copy-on-write is not supported for engine postgres")
    return {"DBCluster": _new_cluster(backend, source, values)}


def _cluster(backend: RDSBackend, identifier: str) -> Any:
    if name_of(identifier) not in backend.clusters:
        raise Refused("DBClusterNotFoundFault", f"DBCluster {name_of(identifier)} not found.", 404)
    return backend.clusters[name_of(identifier)]


def _instance(backend: RDSBackend, identifier: str) -> Any:
    if name_of(identifier) not in backend.databases:
        raise Refused("DBInstanceNotFound", f"DBInstance {name_of(identifier)} not found.", 404)
    return backend.databases[name_of(identifier)]


def _created_cluster(backend: RDSBackend, values: dict[str, Any]) -> dict[str, Any]:
    """An empty cluster of Aurora, or one that replicates an instance of RDS."""
    if "ReplicationSourceIdentifier" in values:
        return _replica_cluster(backend, values)
    return {"DBCluster": backend.create_db_cluster({**_STORED[AURORA], **snake(values)})}


def _replica_cluster(backend: RDSBackend, values: dict[str, Any]) -> dict[str, Any]:
    """A cluster of Aurora that replicates an instance of RDS; it has the source's user, so that the request may not have one."""
    if {"MasterUsername", "MasterUserPassword", "ManageMasterUserPassword", "DatabaseName"} & set(values):
        raise Refused(
            "InvalidParameterCombination", "MasterUsername cannot be specified for a cross-engine read replica"
        )
    identifier = values["ReplicationSourceIdentifier"]
    if kind_of(identifier) != "db":
        raise Refused("InvalidParameterValue", f"Invalid ReplicationSourceIdentifier: {identifier}")
    source = _instance(backend, identifier)
    if source.status != "available" or source.db_cluster_identifier is not None:
        raise Refused("InvalidDBInstanceState", f"{source.db_instance_identifier} is not a source of a replica")
    cluster = _new_cluster(
        backend, source, {name: value for name, value in values.items() if name != "ReplicationSourceIdentifier"}
    )
    cluster.replication_source_identifier = identifier
    source.read_replica_db_cluster_identifiers = [
        *getattr(source, "read_replica_db_cluster_identifiers", []),
        cluster.db_cluster_identifier,
    ]
    return {"DBCluster": cluster}


def _promoted_cluster(backend: RDSBackend, values: dict[str, Any]) -> dict[str, Any]:
    cluster = _cluster(backend, values["DBClusterIdentifier"])
    if not cluster.replication_source_identifier:
        raise Refused("InvalidDBClusterStateFault", f"{cluster.db_cluster_identifier} is not a read replica")
    forget_replica(backend, cluster)
    cluster.replication_source_identifier = None
    return {"DBCluster": cluster}


def forget_replica(backend: RDSBackend, cluster: Any) -> None:
    """Remove a cluster from the replicas of its source."""
    source = backend.databases.get(name_of(cluster.replication_source_identifier or ""))
    replicas = getattr(source, "read_replica_db_cluster_identifiers", [])
    if cluster.db_cluster_identifier in replicas:
        replicas.remove(cluster.db_cluster_identifier)


def _instance_of_snapshot(backend: RDSBackend, values: dict[str, Any]) -> dict[str, Any]:
    snapshot = backend.get_db_snapshot(values["DBSnapshotIdentifier"])
    if snapshot.status != "available":
        raise Refused("InvalidDBSnapshotState", f"Snapshot is in {snapshot.status} state")
    return {"DBInstance": _new_instance(backend, snapshot.database, values, values["DBInstanceIdentifier"])}


def _instance_of_moment(backend: RDSBackend, values: dict[str, Any]) -> dict[str, Any]:
    if ("RestoreTime" in values) == bool(values.get("UseLatestRestorableTime", False)):
        raise Refused(
            "InvalidParameterCombination", "Specify either RestoreTime or UseLatestRestorableTime, and not both"
        )
    source = _instance(backend, values["SourceDBInstanceIdentifier"])
    if not source.backup_retention_period:
        raise Refused("PointInTimeRestoreNotEnabled", "Backups are not enabled")
    return {"DBInstance": _new_instance(backend, source, values, values["TargetDBInstanceIdentifier"])}


def _new_instance(backend: RDSBackend, source: Any, values: dict[str, Any], name: str) -> Any:
    if source.db_cluster_identifier is not None or values.get("Engine", source.engine) != source.engine:
        raise Refused("InvalidParameterCombination", f"The engine {source.engine} cannot be restored as an instance")
    kept = {**_kept(source, (*_OF_INSTANCE, *_STORAGE)), "db_instance_class": source.db_instance_class}
    password = {"master_user_password": _UNKNOWN}
    return backend.create_db_instance({**kept, **password, **_asked(values), "db_instance_identifier": name})


def _replica_instance(backend: RDSBackend, values: dict[str, Any]) -> dict[str, Any]:
    source = _instance(backend, values["SourceDBInstanceIdentifier"])
    if source.status != "available" or not source.backup_retention_period:
        raise Refused(
            "InvalidDBInstanceState", f"Automated backups are not enabled for {source.db_instance_identifier}"
        )
    replica = _new_instance(backend, source, values, values["DBInstanceIdentifier"])
    replica.set_as_replica()
    replica.source_db_instance_identifier = source.db_instance_identifier
    source.add_replica(replica)
    return {"DBInstance": replica}


def _promoted_instance(backend: RDSBackend, values: dict[str, Any]) -> dict[str, Any]:
    instance = _instance(backend, values["DBInstanceIdentifier"])
    if not instance.is_replica:
        raise Refused("InvalidDBInstanceState", f"{instance.db_instance_identifier} is not a read replica")
    backend.databases[instance.source_db_instance_identifier].remove_replica(instance)
    instance.is_replica, instance.source_db_instance_identifier = False, None
    return {"DBInstance": instance}


_ACTIONS: dict[str, Callable[[RDSBackend, dict[str, Any]], dict[str, Any]]] = {
    "RestoreDBClusterFromSnapshot": _cluster_of_snapshot,
    "RestoreDBClusterToPointInTime": _cluster_of_moment,
    "CreateDBCluster": _created_cluster,
    "PromoteReadReplicaDBCluster": _promoted_cluster,
    "RestoreDBInstanceFromDBSnapshot": _instance_of_snapshot,
    "RestoreDBInstanceToPointInTime": _instance_of_moment,
    "CreateDBInstanceReadReplica": _replica_instance,
    "PromoteReadReplica": _promoted_instance,
}
