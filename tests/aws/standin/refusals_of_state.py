"""(a) Requests that AWS refuses because of what there is, or is not; moto accepts them, or has another code.

Sources: RDS API reference, the sections "Errors" and the constraints of the parameters; RDS user guide, "Quotas and constraints" (15
readers of a cluster). The codes marked "assumed" are of the operation's list of errors, but which of them AWS answers is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from moto.iam.models import iam_backends
from moto.rds.models import RDSBackend

from tests.aws.standin import versions
from tests.aws.standin.account import ACCOUNT, DEFAULT_GROUP, members, name_of, of
from tests.aws.standin.exchange import Call, Refused
from tests.aws.standin.groups import family_of, group

_NAME = re.compile(r"[A-Za-z](?:-?[A-Za-z0-9])*")
_NEW_INSTANCE = (
    "CreateDBInstance",
    "RestoreDBInstanceFromDBSnapshot",
    "RestoreDBInstanceToPointInTime",
    "CreateDBInstanceReadReplica",
)
_NEW_CLUSTER = ("CreateDBCluster", "RestoreDBClusterFromSnapshot", "RestoreDBClusterToPointInTime")
# The parameters that name a new thing, and the most characters of the name.
_NEW_NAMES = {
    **dict.fromkeys(("CreateDBInstance", "RestoreDBInstanceFromDBSnapshot"), ("DBInstanceIdentifier", 63)),
    "CreateDBInstanceReadReplica": ("DBInstanceIdentifier", 63),
    "RestoreDBInstanceToPointInTime": ("TargetDBInstanceIdentifier", 63),
    "ModifyDBInstance": ("NewDBInstanceIdentifier", 63),
    **dict.fromkeys(_NEW_CLUSTER, ("DBClusterIdentifier", 63)),
    "CreateDBSnapshot": ("DBSnapshotIdentifier", 255),
    "CopyDBSnapshot": ("TargetDBSnapshotIdentifier", 255),
    "CreateDBClusterSnapshot": ("DBClusterSnapshotIdentifier", 255),
    "CopyDBClusterSnapshot": ("TargetDBClusterSnapshotIdentifier", 255),
    "CreateDBParameterGroup": ("DBParameterGroupName", 255),
    "CreateDBClusterParameterGroup": ("DBClusterParameterGroupName", 255),
}
# What an instance of a cluster has from its cluster, with the words of AWS's message.
_OF_CLUSTER = {
    "MasterUsername": "master user name",
    "MasterUserPassword": "master user password",
    "BackupRetentionPeriod": "backup retention period",
    "VpcSecurityGroupIds": "vpc security group",
    "StorageEncrypted": "storage encryption",
    "DBName": "database name",
}
_MOST_MEMBERS = 16


def check(call: Call) -> None:
    """Raise ``Refused`` if AWS refuses a request because of what there is."""
    for rule in _RULES:
        rule(call, of(call))


Check = Callable[[Call, RDSBackend], None]


def _name(call: Call, _: RDSBackend) -> None:
    parameter, most = _NEW_NAMES.get(call.action, ("", 0))
    name = call.values.get(parameter)
    if name is not None and not (_NAME.fullmatch(name) and len(name) <= most):
        raise Refused(
            "InvalidParameterValue",
            f"The parameter {parameter} is not a valid identifier. Identifiers must begin with a letter; must contain only ASCII "
            "letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.",
        )


def _taken(call: Call, backend: RDSBackend) -> None:
    parameter, _ = _NEW_NAMES.get(call.action, ("", 0))
    name = call.values.get(parameter, "").lower()
    if call.action in (*_NEW_INSTANCE, "ModifyDBInstance") and name in backend.databases:
        raise Refused("DBInstanceAlreadyExists", "DB instance already exists")
    if call.action in _NEW_CLUSTER and name in backend.clusters:
        raise Refused("DBClusterAlreadyExistsFault", "DB Cluster already exists")


def _subnet_group(call: Call, backend: RDSBackend) -> None:
    """A subnet group exists; the one named default is that of the default VPC."""
    name = call.values.get("DBSubnetGroupName", "default").lower()
    uses = call.action in (*_NEW_INSTANCE, *_NEW_CLUSTER, "ModifyDBInstance")
    if uses and name != "default" and name not in backend.subnet_groups:
        raise Refused("DBSubnetGroupNotFoundFault", f"DB subnet group '{name}' does not exist.", 404)


def _moment(call: Call, _: RDSBackend) -> None:
    """A moment of the future cannot be restored."""
    if call.action in {"RestoreDBInstanceToPointInTime", "RestoreDBClusterToPointInTime"}:
        values = call.parameters()
        moment = values.get("RestoreTime") or values.get("RestoreToTime")
        # moto's parser leaves out the time zone, which is UTC.
        if moment is not None and moment.replace(tzinfo=UTC) > datetime.now(UTC):
            raise Refused("InvalidRestoreFault", "The time is after the latest restorable time")  # assumed


def _role(call: Call, _: RDSBackend) -> None:
    """The role of the enhanced monitoring exists."""
    arn = call.values.get("MonitoringRoleArn", "")
    if arn and arn not in {role.arn for role in iam_backends[ACCOUNT]["aws"].roles.values()}:
        raise Refused(
            "InvalidParameterValue", "IAM role ARN value is invalid or does not include the required permissions"
        )


def _engine(call: Call, _: RDSBackend) -> None:
    if call.action in {"CreateDBInstance", "CreateDBCluster"} and "EngineVersion" in call.values:
        versions.check_version(call.values.get("Engine", ""), call.values["EngineVersion"])


def _member(call: Call, backend: RDSBackend) -> None:
    """An instance of a cluster: what its cluster decides cannot be its own."""
    cluster = call.values.get("DBClusterIdentifier", "").lower()
    if call.action != "CreateDBInstance" or call.values.get("Engine") != versions.AURORA:
        return
    if not cluster:
        raise Refused("InvalidParameterCombination", "Aurora instances need DBClusterIdentifier")  # assumed
    if cluster not in backend.clusters:
        raise Refused("DBClusterNotFoundFault", f"DBCluster {cluster} not found.", 404)
    for parameter, words in _OF_CLUSTER.items():
        if any(key.split(".")[0] == parameter for key in call.values):
            message = f"The requested DB Instance will be a member of a DB Cluster. Set {words} for the DB Cluster."
            raise Refused("InvalidParameterCombination", message)
    _check_class(backend.clusters[cluster], call.values["DBInstanceClass"])
    if len(members(backend, cluster)) >= _MOST_MEMBERS:
        raise Refused("InstanceQuotaExceeded", "A DB cluster can have at most 15 readers")  # assumed


def _check_class(cluster: Any, name: str) -> None:
    if name not in versions.CLASSES[versions.AURORA]:
        raise Refused(
            "InvalidParameterCombination",
            f"RDS does not support creating a DB instance with the following combination: DBInstanceClass={name}, "
            f"Engine={cluster.engine}, EngineVersion={cluster.engine_version}, LicenseModel=postgresql-license.",
        )
    if name == "db.serverless" and not cluster.serverless_v2_scaling_configuration:
        raise Refused(
            "InvalidParameterCombination",  # assumed
            "Set the Serverless v2 scaling configuration on the parent DB cluster before creating a Serverless v2 DB instance.",
        )


def _groups(call: Call, backend: RDSBackend) -> None:
    """A parameter group exists, and is of the family of the engine's version."""
    for parameter, cluster in (("DBParameterGroupName", False), ("DBClusterParameterGroupName", True)):
        name = call.values.get(parameter, "")
        uses = call.action in (*_NEW_INSTANCE, *_NEW_CLUSTER, "ModifyDBInstance", "ModifyDBCluster")
        wanted = _family(call, backend) if uses and name else ""
        if not wanted:
            continue
        family = name.removeprefix(DEFAULT_GROUP)
        if not name.startswith(DEFAULT_GROUP):
            family = family_of(group(backend, name, cluster=cluster))
        if family != wanted:
            raise Refused(
                "InvalidParameterCombination",
                f"The parameter group {name} with DBParameterGroupFamily {family} can't be used for this instance. Use a parameter "
                f"group with DBParameterGroupFamily {wanted}.",
            )


def _family(call: Call, backend: RDSBackend) -> str:
    """Return the family of what a request creates or changes ("": not known)."""
    thing = _source(call, backend)
    engine = call.values.get("Engine") or getattr(thing, "engine", "")
    version = call.values.get("EngineVersion") or getattr(thing, "engine_version", "") or versions.DEFAULT
    return versions.family(engine, version) if engine in versions.VERSIONS else ""


def _source(call: Call, backend: RDSBackend) -> Any:
    """Return the thing of moto from which a request's engine and version are, if the request has none."""
    places: tuple[tuple[str, Any], ...] = (
        ("SnapshotIdentifier", backend.cluster_snapshots),
        ("SnapshotIdentifier", backend.database_snapshots),
        ("DBSnapshotIdentifier", backend.database_snapshots),
        ("SourceDBInstanceIdentifier", backend.databases),
        ("SourceDBClusterIdentifier", backend.clusters),
        ("ReplicationSourceIdentifier", backend.databases),
        ("DBClusterIdentifier", backend.clusters),
        ("DBInstanceIdentifier", backend.databases),
    )
    found = (things.get(name_of(call.values.get(parameter, "")).lower()) for parameter, things in places)
    return next((thing for thing in found if thing is not None), None)


def _group_in_use(call: Call, backend: RDSBackend) -> None:
    instances = {str(one.db_parameter_group_name or "").lower() for one in backend.databases.values()}
    clusters = {str(one.parameter_group).lower() for one in backend.clusters.values()}
    used = {
        "DeleteDBParameterGroup": call.values.get("DBParameterGroupName", "").lower() in instances,
        "DeleteDBClusterParameterGroup": call.values.get("DBClusterParameterGroupName", "").lower() in clusters,
    }
    if used.get(call.action):
        raise Refused(
            "InvalidDBParameterGroupState",
            "One or more database instances are still members of this parameter group, so the group cannot be deleted",
        )


def _group_exists(call: Call, backend: RDSBackend) -> None:
    if call.action == "DeleteDBClusterParameterGroup":
        name = call.values.get("DBClusterParameterGroupName", "")
        if not name.startswith(DEFAULT_GROUP):
            group(backend, name, cluster=True)


def _replicated(call: Call, backend: RDSBackend) -> None:
    """The source of a cluster that replicates it cannot be deleted."""
    name = call.values.get("DBInstanceIdentifier", "").lower()
    thing = backend.databases.get(name) if call.action == "DeleteDBInstance" else None
    if thing is not None and getattr(thing, "read_replica_db_cluster_identifiers", []):
        raise Refused(
            "InvalidDBInstanceState", f"{name} has read replica clusters; promote or delete them first"
        )  # assumed


def _key(call: Call, backend: RDSBackend) -> None:
    """CopyDBClusterSnapshot: an unencrypted snapshot cannot be encrypted by its copy; an encrypted one stays encrypted."""
    name = name_of(call.values.get("SourceDBClusterSnapshotIdentifier", "")).lower()
    snapshot = backend.cluster_snapshots.get(name) if call.action == "CopyDBClusterSnapshot" else None
    if snapshot is not None and call.values.get("KmsKeyId") and not snapshot.encrypted:
        raise Refused("InvalidParameterCombination", "Cannot copy an unencrypted DB cluster snapshot with KmsKeyId")
    copies = call.action in {"CopyDBSnapshot", "CopyDBClusterSnapshot"}
    if copies and call.values.get("KmsKeyId") == "":
        raise Refused(
            "KMSKeyNotAccessibleFault", "An encrypted snapshot cannot be copied without encryption"
        )  # assumed


_RULES: tuple[Check, ...] = (
    _name,
    _taken,
    _engine,
    _member,
    _subnet_group,
    _moment,
    _role,
    _groups,
    _group_exists,
    _group_in_use,
    _replicated,
    _key,
)
