"""Facts of new instances and clusters that moto has wrong: immutable ids, the default version, and the default parameter group.

moto gives the same DbiResourceId to all instances; its default versions are 9.3 and 12.7. Source: RDS API reference, DBInstance and
DBCluster (DbiResourceId, DbClusterResourceId: unique in the region, immutable).
"""

from __future__ import annotations

from typing import Any

from moto.rds.models import RDSBackend

from tests.aws.standin import versions
from tests.aws.standin.account import DEFAULT_GROUP, members, of, resource_id
from tests.aws.standin.exchange import Call

_INSTANCES = {
    "CreateDBInstance",
    "RestoreDBInstanceFromDBSnapshot",
    "RestoreDBInstanceToPointInTime",
    "CreateDBInstanceReadReplica",
}
_CLUSTERS = {"CreateDBCluster", "RestoreDBClusterFromSnapshot", "RestoreDBClusterToPointInTime"}


def complete(call: Call) -> None:
    """Complete what a request has created."""
    if call.action in _INSTANCES:
        name = call.values.get("TargetDBInstanceIdentifier") or call.values["DBInstanceIdentifier"]
        _complete_instance(of(call), of(call).databases[name.lower()], call.values)
    if call.action in _CLUSTERS:
        _complete_cluster(of(call).clusters[call.values["DBClusterIdentifier"].lower()], call.values)
    if call.action in {"ModifyDBCluster", "ModifyDBInstance"} and "EngineVersion" in call.values:
        _complete_upgrade(of(call), call.values)
    if call.action == "DeleteDBCluster":
        _forget_backups(of(call), call.values["DBClusterIdentifier"].lower())


def _forget_backups(backend: RDSBackend, cluster: str) -> None:
    """The automated snapshots of a cluster are deleted with it; moto keeps them."""
    for name, snapshot in list(backend.cluster_snapshots.items()):
        if snapshot.db_cluster_identifier == cluster and snapshot.snapshot_type == "automated":
            del backend.cluster_snapshots[name]


def _complete_upgrade(backend: RDSBackend, values: dict[str, str]) -> None:
    """Default groups become those of the new version; the instances of a cluster get the group of its request."""
    cluster = backend.clusters.get(values.get("DBClusterIdentifier", "").lower())
    if cluster is None:
        instances = [backend.databases[values["DBInstanceIdentifier"].lower()]]
    else:
        instances = members(backend, cluster.db_cluster_identifier)
        if cluster.parameter_group.startswith(DEFAULT_GROUP):
            cluster.parameter_group = f"default.{versions.family(cluster.engine, cluster.engine_version)}"
    for one in instances:
        one.db_parameter_group_name = values.get("DBInstanceParameterGroupName", one.db_parameter_group_name)
        if (one.db_parameter_group_name or "").startswith(DEFAULT_GROUP):
            one.db_parameter_group_name = None


def _complete_instance(backend: RDSBackend, instance: Any, values: dict[str, str]) -> None:
    instance.dbi_resource_id = resource_id("db-")
    if not instance.db_cluster_identifier and call_has_no_version(values) and instance.engine in versions.VERSIONS:
        instance.engine_version = versions.DEFAULT
    for snapshot in backend.database_snapshots.values():
        # The automated snapshot that was made with the instance.
        if snapshot.db_instance_identifier == instance.db_instance_identifier and snapshot.snapshot_type == "automated":
            snapshot.dbi_resource_id = snapshot.database.dbi_resource_id = instance.dbi_resource_id
            snapshot.engine_version = instance.engine_version


def call_has_no_version(values: dict[str, str]) -> bool:
    """Return whether a request creates an empty thing of the default version."""
    return values["Action"].startswith("Create") and not {"EngineVersion", "SourceDBInstanceIdentifier"} & set(values)


def _complete_cluster(cluster: Any, values: dict[str, str]) -> None:
    if cluster.engine not in versions.VERSIONS:
        return
    if call_has_no_version(values) and "ReplicationSourceIdentifier" not in values:
        cluster.engine_version = versions.DEFAULT
    # Aurora's standard storage type is not described; moto's default is that of a disk.
    if cluster.engine == versions.AURORA and values.get("StorageType", "aurora") == "aurora":
        cluster.storage_type = None
    if "DBClusterParameterGroupName" not in values:
        cluster.parameter_group = f"default.{versions.family(cluster.engine, cluster.engine_version)}"
