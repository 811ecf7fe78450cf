"""A parameter group of a server's own, with the values of its present group: for a default group, or one that others have too.

It is created and not attached: the attachment needs a reboot, whose time its owner chooses. RDS does not copy default groups (API
reference, CopyDBParameterGroup), so a group of the same family is created and gets the values that were set.
"""

from __future__ import annotations

from typing import Any

from pgrehearse.base.aws_errors import Purpose, aws_errors
from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.rds_logging.groups import LoggedServer, Parameter

PERMISSIONS = (
    "rds:CreateDBParameterGroup",
    "rds:ModifyDBParameterGroup",
    "rds:CreateDBClusterParameterGroup",
    "rds:ModifyDBClusterParameterGroup",
)
# Of one request (API reference, ModifyDBParameterGroup).
_MOST = 20


def copy_group(client: Any, server: LoggedServer, name: str) -> tuple[str, ...]:
    """Create a group *name* with the values of the server's group; return the commands that attach it.

    Raises ``TargetProblem`` if AWS refuses, for example because a group of this name exists.
    """
    group = server.group
    kind = "DBClusterParameterGroup" if group.cluster else "DBParameterGroup"
    create = client.create_db_cluster_parameter_group if group.cluster else client.create_db_parameter_group
    modify = client.modify_db_cluster_parameter_group if group.cluster else client.modify_db_parameter_group
    rows = [_row(one) for one in group.parameters.values() if one.is_set and one.value is not None]
    with aws_errors(Purpose(name, PERMISSIONS, TargetProblem)):
        create(
            **{f"{kind}Name": name},
            DBParameterGroupFamily=group.family,
            Description=f"copy of {group.name}, by pgrehearse",
        )
        for begin in range(0, len(rows), _MOST):
            modify(**{f"{kind}Name": name}, Parameters=rows[begin : begin + _MOST])
    return attachment(server, name)


def _row(parameter: Parameter) -> dict[str, str | None]:
    method = "immediate" if parameter.dynamic else "pending-reboot"
    return {"ParameterName": parameter.name, "ParameterValue": parameter.value, "ApplyMethod": method}


def attachment(server: LoggedServer, name: str) -> tuple[str, ...]:
    """Return the commands that attach a group to a server."""
    if server.group.cluster:
        attach = (
            f"aws rds modify-db-cluster --db-cluster-identifier {server.name} --db-cluster-parameter-group-name {name}"
        )
    else:
        attach = f"aws rds modify-db-instance --db-instance-identifier {server.name} --db-parameter-group-name {name}"
    reboots = [f"aws rds reboot-db-instance --db-instance-identifier {member.name}" for member in server.members]
    return (attach, *reboots)
