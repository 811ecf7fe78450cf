"""(e) What a request that AWS has answered means for the servers: restore, start, password, settings, failover, promotion, removal."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from moto.rds.models import RDSBackend

from tests.aws.standin import versions
from tests.aws.standin.account import kind_of, members, of
from tests.aws.standin.exchange import Call
from tests.aws.standin.local_server import standby_of, upgraded
from tests.aws.standin.parameters import local_version
from tests.aws.standin.servers import Servers, set_master_password, source_name


@dataclass
class ServerEffects:
    """Applies the requests to the servers, one at a time. Things whose source has no server here have none."""

    servers: Servers
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, call: Call) -> None:
        """Apply a request of RDS that was answered without an error."""
        effect = _EFFECTS.get(call.action)
        if effect is not None and (self.servers.running or self.servers.volumes or self.servers.backups):
            with self._lock:
                effect(Change(self.servers, of(call), call.parameters()))


@dataclass(frozen=True, slots=True)
class Change:
    """A request that AWS has answered, and what it changes."""

    servers: Servers
    backend: RDSBackend
    values: dict[str, Any]


Effect = Callable[[Change], None]


def _keep_instance(change: Change) -> None:
    source = change.servers.running.get(source_name(change.values["DBInstanceIdentifier"]))
    if source is not None:
        change.servers.keep("snapshot", change.values["DBSnapshotIdentifier"].lower(), source)


def _keep_cluster(change: Change) -> None:
    source = change.servers.writer(change.backend, change.values["DBClusterIdentifier"])
    if source is not None:
        change.servers.keep("cluster-snapshot", change.values["DBClusterSnapshotIdentifier"].lower(), source)


def _copy(kind: str, source: str, target: str) -> Effect:
    def copy(change: Change) -> None:
        found = change.servers.backups.get((kind, source_name(change.values[source])))
        if found is not None:
            change.servers.backups[kind, change.values[target].lower()] = found

    return copy


def _forget(kind: str, name: str) -> Effect:
    return lambda change: change.servers.forget(kind, change.values[name].lower())


def _restore_instance(change: Change) -> None:
    name = change.values["DBInstanceIdentifier"].lower()
    found = change.servers.backups.get(("snapshot", source_name(change.values["DBSnapshotIdentifier"])))
    if found is not None:
        change.servers.open(change.backend, name, change.servers.copied(found, name))
        _password(change.servers, change.backend, change.backend.databases[name], change.values)


def _restore_instance_of_moment(change: Change) -> None:
    name = change.values["TargetDBInstanceIdentifier"].lower()
    source = change.servers.running.get(source_name(change.values["SourceDBInstanceIdentifier"]))
    if source is not None:
        change.servers.open(change.backend, name, change.servers.copied(source, name, change.values.get("RestoreTime")))
        _password(change.servers, change.backend, change.backend.databases[name], change.values)


def _replicate(change: Change) -> None:
    name = change.values["DBInstanceIdentifier"].lower()
    source = change.servers.running.get(source_name(change.values["SourceDBInstanceIdentifier"]))
    if source is not None:
        change.servers.open(change.backend, name, standby_of(source, change.servers.new_folder(), name))


def _promote(change: Change) -> None:
    name = change.values["DBInstanceIdentifier"].lower()
    if name in change.servers.running:
        change.servers.running[name].promote()
        change.servers.manage(change.backend, name)


def _restore_cluster(change: Change) -> None:
    identifier, name = change.values["SnapshotIdentifier"], change.values["DBClusterIdentifier"].lower()
    found = change.servers.backups.get((kind_of(identifier) or "cluster-snapshot", source_name(identifier)))
    if found is not None:
        change.servers.volumes[name] = change.servers.copied(found, name)


def _clone(change: Change) -> None:
    name = change.values["DBClusterIdentifier"].lower()
    source = change.servers.writer(change.backend, source_name(change.values["SourceDBClusterIdentifier"]))
    if source is not None:
        change.servers.volumes[name] = change.servers.copied(source, name, change.values.get("RestoreToTime"))


def _create_cluster(change: Change) -> None:
    name = change.values["DBClusterIdentifier"].lower()
    source = change.servers.running.get(source_name(change.values.get("ReplicationSourceIdentifier", "")))
    if source is not None:
        change.servers.volumes[name] = standby_of(source, change.servers.new_folder(), name)


def _promote_cluster(change: Change) -> None:
    name = change.values["DBClusterIdentifier"].lower()
    writer = change.servers.writer(change.backend, name)
    if writer is not None:
        writer.promote()
        change.servers.manage(change.backend, members(change.backend, name)[0].db_instance_identifier)
        change.servers.rebuild(change.backend, name)


def _create_instance(change: Change) -> None:
    name, cluster = change.values["DBInstanceIdentifier"].lower(), change.values.get("DBClusterIdentifier", "").lower()
    if cluster in change.servers.volumes:
        change.servers.open(change.backend, name, change.servers.volumes.pop(cluster))
        _password(change.servers, change.backend, change.backend.clusters[cluster], {})
    elif cluster and (writer := change.servers.writer(change.backend, cluster)) is not None:
        change.servers.open_standby(change.backend, name, writer)


def _delete_instance(change: Change) -> None:
    """moto has removed the instance. The volume of a cluster stays without instances; another instance becomes its writer."""
    name = change.values["DBInstanceIdentifier"].lower()
    server = change.servers.running.get(name)
    if server is None:
        return
    if final := change.values.get("FinalDBSnapshotIdentifier"):
        change.servers.keep("snapshot", final.lower(), server)
    was_writer, others = not server.is_standby(), members(change.backend, server.volume) if server.volume else []
    change.servers.close_instance(name)
    if name in change.servers.production:
        change.servers.production.discard(name)
        return
    if server.volume and not others:
        change.servers.volumes[server.volume] = server
        return
    if was_writer and others:
        change.servers.running[others[0].db_instance_identifier].promote()
        change.servers.rebuild(change.backend, server.volume)
    server.remove()


def _delete_cluster(change: Change) -> None:
    volume = change.servers.volumes.pop(change.values["DBClusterIdentifier"].lower(), None)
    if volume is not None:
        if final := change.values.get("FinalDBSnapshotIdentifier"):
            volume.start()
            change.servers.keep("cluster-snapshot", final.lower(), volume)
        volume.remove()


def _fail_over(change: Change) -> None:
    """moto has made another instance the writer. The old one ends first, so that the new one has all of its WAL."""
    name = change.values["DBClusterIdentifier"].lower()
    found = [one.db_instance_identifier for one in members(change.backend, name)]
    old = next(
        (one for one in found if one in change.servers.running and not change.servers.running[one].is_standby()), None
    )
    if old is not None and found[0] in change.servers.running and old != found[0]:
        change.servers.running[old].stop()
        change.servers.running[found[0]].promote()
        change.servers.rebuild(change.backend, name)


def _reboot(change: Change) -> None:
    name = change.values["DBInstanceIdentifier"].lower()
    if name in change.servers.running and name not in change.servers.production:
        server = change.servers.running[name]
        server.configure(change.servers.settings(change.backend, name, server, restarts=True), restarts=True)
        server.stop()
        server.start()


def _stop(change: Change) -> None:
    for name in _named(change.backend, change.values):
        if name in change.servers.running and name not in change.servers.production:
            change.servers.running[name].stop()


def _start(change: Change) -> None:
    for name in _named(change.backend, change.values):
        if name in change.servers.running and name not in change.servers.production:
            change.servers.running[name].start()


def _named(backend: RDSBackend, values: dict[str, Any]) -> list[str]:
    """Return the instances of a request for an instance or for a cluster, the writer first."""
    if "DBInstanceIdentifier" in values:
        return [values["DBInstanceIdentifier"].lower()]
    return [one.db_instance_identifier for one in members(backend, values["DBClusterIdentifier"])]


def _modify_instance(change: Change) -> None:
    old = change.values["DBInstanceIdentifier"].lower()
    name = change.values.get("NewDBInstanceIdentifier", old).lower()
    if old in change.servers.running:
        change.servers.running[name] = change.servers.running.pop(old)
        _upgrade(change, name)
        _password(change.servers, change.backend, change.backend.databases[name], change.values)
        _reload(change.servers, change.backend, name)


def _modify_cluster(change: Change) -> None:
    old = change.values["DBClusterIdentifier"].lower()
    name = change.values.get("NewDBClusterIdentifier", old).lower()
    if old in change.servers.volumes:
        change.servers.volumes[name] = change.servers.volumes.pop(old)
    for one in members(change.backend, name)[:1]:
        if one.db_instance_identifier in change.servers.running:
            _upgrade(change, one.db_instance_identifier)
    for one in members(change.backend, name):
        if one.db_instance_identifier in change.servers.running:
            change.servers.running[one.db_instance_identifier].volume = name
            _reload(change.servers, change.backend, one.db_instance_identifier)
    _password(change.servers, change.backend, change.backend.clusters[name], change.values)


def _upgrade(change: Change, name: str) -> None:
    """Upgrade the server of an instance to the major version that AWS describes, if it has another one here; its readers are made again."""
    server, instance = change.servers.running[name], change.backend.databases[name]
    wanted = local_version(versions.family(instance.engine, instance.engine_version))
    if name not in change.servers.production and not server.is_standby() and wanted != server.cluster.version:
        server.stop()
        change.servers.open(change.backend, name, upgraded(server, change.servers.new_folder(), wanted))
        if server.volume:
            change.servers.rebuild(change.backend, server.volume)


def _reload_all(change: Change) -> None:
    """A group has changed: the servers apply what needs no restart."""
    for name in list(change.servers.running):
        _reload(change.servers, change.backend, name)


def _reload(servers: Servers, backend: RDSBackend, name: str) -> None:
    if name not in servers.production:
        server = servers.running[name]
        server.configure(servers.settings(backend, name, server, restarts=False), restarts=False)
        server.reload()


def _password(servers: Servers, backend: RDSBackend, thing: Any, values: dict[str, Any]) -> None:
    """Set the password of a request, or that of a secret that the request made or the thing has."""
    server = servers.writer(backend, thing.resource_id) if hasattr(thing, "db_cluster_members") else None
    server = server or servers.running.get(thing.resource_id)
    asked = {"MasterUserPassword", "ManageMasterUserPassword", "RotateMasterUserPassword"} & set(values)
    if server is not None and server not in _of_production(servers) and (asked or not values):
        set_master_password(backend, thing, server, values.get("MasterUserPassword", ""))


def _of_production(servers: Servers) -> list[Any]:
    return [servers.running[name] for name in servers.production if name in servers.running]


_EFFECTS: dict[str, Effect] = {
    "CreateDBSnapshot": _keep_instance,
    "CreateDBClusterSnapshot": _keep_cluster,
    "CopyDBSnapshot": _copy("snapshot", "SourceDBSnapshotIdentifier", "TargetDBSnapshotIdentifier"),
    "CopyDBClusterSnapshot": _copy(
        "cluster-snapshot", "SourceDBClusterSnapshotIdentifier", "TargetDBClusterSnapshotIdentifier"
    ),
    "DeleteDBSnapshot": _forget("snapshot", "DBSnapshotIdentifier"),
    "DeleteDBClusterSnapshot": _forget("cluster-snapshot", "DBClusterSnapshotIdentifier"),
    "RestoreDBInstanceFromDBSnapshot": _restore_instance,
    "RestoreDBInstanceToPointInTime": _restore_instance_of_moment,
    "CreateDBInstanceReadReplica": _replicate,
    "PromoteReadReplica": _promote,
    "RestoreDBClusterFromSnapshot": _restore_cluster,
    "RestoreDBClusterToPointInTime": _clone,
    "CreateDBCluster": _create_cluster,
    "PromoteReadReplicaDBCluster": _promote_cluster,
    "CreateDBInstance": _create_instance,
    "DeleteDBInstance": _delete_instance,
    "DeleteDBCluster": _delete_cluster,
    "FailoverDBCluster": _fail_over,
    "RebootDBInstance": _reboot,
    "StopDBInstance": _stop,
    "StopDBCluster": _stop,
    "StartDBInstance": _start,
    "StartDBCluster": _start,
    "ModifyDBInstance": _modify_instance,
    "ModifyDBCluster": _modify_cluster,
    "ModifyDBParameterGroup": _reload_all,
    "ModifyDBClusterParameterGroup": _reload_all,
    "ResetDBParameterGroup": _reload_all,
    "ResetDBClusterParameterGroup": _reload_all,
}
