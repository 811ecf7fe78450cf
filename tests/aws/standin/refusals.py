"""(a) Requests that AWS refuses and moto accepts.

Sources: RDS API reference, the sections "Errors" and the parameters of CreateDBInstance, DeleteDBInstance, DeleteDBCluster,
ModifyDBParameterGroup and ModifyDBClusterParameterGroup.
"""

from __future__ import annotations

import re

from tests.aws.standin.exchange import Answer, Call, error

# The form of the names of instance classes, and a part of their families (RDS user guide, "DB instance class types").
_CLASS = re.compile(
    r"db\.(?:serverless|(?:m[5-8]g?d?|r[5-8]g?d?|t[34]g?|x2gd?|x2iedn)\.(?:micro|small|medium|\d{0,2}x?large))"
)
_MONITORED = ("CreateDBInstance", "ModifyDBInstance")


def unknown_class(call: Call) -> Answer | None:
    """CreateDBInstance, ModifyDBInstance: an instance class that does not exist is InvalidParameterValue."""
    name = call.values.get("DBInstanceClass")
    if call.action not in _MONITORED or name is None or _CLASS.fullmatch(name):
        return None
    return error(400, "InvalidParameterValue", f"Invalid DB Instance class: {name}")


def default_group(call: Call) -> Answer | None:
    """Modify and delete of a parameter group: a default group cannot be changed."""
    name = call.values.get("DBParameterGroupName") or call.values.get("DBClusterParameterGroupName") or ""
    changes = call.action.startswith(("Modify", "Reset", "Delete")) and call.action.endswith("ParameterGroup")
    if not changes or not name.startswith("default."):
        return None
    return error(400, "InvalidDBParameterGroupState", f"Default DBParameterGroup cannot be modified: {name}")


def no_final_snapshot(call: Call) -> Answer | None:
    """DeleteDBInstance, DeleteDBCluster: without SkipFinalSnapshot, FinalDBSnapshotIdentifier is required.

    An instance of an Aurora cluster has no final snapshot: its cluster has.
    """
    if call.action not in {"DeleteDBInstance", "DeleteDBCluster"}:
        return None
    skips = call.values.get("SkipFinalSnapshot", "false").lower() == "true"
    if skips or call.values.get("FinalDBSnapshotIdentifier"):
        return None
    return error(
        400,
        "InvalidParameterCombination",
        "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.",
    )


def no_monitoring_role(call: Call) -> Answer | None:
    """CreateDBInstance, ModifyDBInstance: enhanced monitoring needs a role."""
    interval = call.values.get("MonitoringInterval", "0")
    if call.action not in _MONITORED or interval == "0" or call.values.get("MonitoringRoleArn"):
        return None
    return error(
        400,
        "InvalidParameterCombination",
        "A MonitoringRoleARN value is required if you specify a MonitoringInterval value other than 0.",
    )


RULES = (unknown_class, default_group, no_final_snapshot, no_monitoring_role)
