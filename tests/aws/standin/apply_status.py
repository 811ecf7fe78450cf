"""(c) Which parameter groups an instance uses: those of its last start. Another group, or a static value, waits for a reboot.

Source: RDS user guide, "Working with parameter groups" (the parameters of a newly associated group apply after a reboot);
API reference, DBParameterGroupStatus, DBClusterMember.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree as ET

from moto.rds.models import RDSBackend

from tests.aws.standin.account import name_of, of
from tests.aws.standin.elements import SPACE, put, text
from tests.aws.standin.exchange import Call
from tests.aws.standin.groups import values_of

_STARTS = {
    "CreateDBInstance": "DBInstanceIdentifier",
    "CreateDBInstanceReadReplica": "DBInstanceIdentifier",
    "RestoreDBInstanceFromDBSnapshot": "DBInstanceIdentifier",
    "RestoreDBInstanceToPointInTime": "TargetDBInstanceIdentifier",
    "RebootDBInstance": "DBInstanceIdentifier",
    "StartDBInstance": "DBInstanceIdentifier",
}


@dataclass(frozen=True, slots=True)
class Used:
    """The groups of an instance at its last start, and their values. *cluster*: the group of its cluster ("": it has none)."""

    own: str
    cluster: str
    values: dict[str, dict[str, str]]


@dataclass
class ApplyStatus:
    """The groups that instances use, by the names of the instances."""

    used: dict[str, Used] = field(default_factory=dict)

    def completed(self, call: Call) -> None:
        """Note the groups of an instance that a request has started; an upgrade starts all instances of its cluster."""
        backend = of(call)
        if call.action in _STARTS:
            names = [name_of(call.values[_STARTS[call.action]]).lower()]
        elif call.action in {"ModifyDBInstance", "ModifyDBCluster"} and "EngineVersion" in call.values:
            names = list(backend.databases)
        else:
            return
        for name in names:
            self.used[name] = _now(backend, backend.databases[name])

    def groups(self, instance: Any) -> tuple[str, str]:
        """Return the names of the groups that an instance uses: its own and its cluster's."""
        used = self.used.get(instance.db_instance_identifier)
        return (used.own, used.cluster) if used else _names(instance)

    def show(self, call: Call, root: ET.Element) -> None:
        """Show which groups wait for a reboot."""
        backend = of(call)
        for element in root.iter(SPACE + "DBInstance"):
            waits, _ = self._waits(backend, text(element, "DBInstanceIdentifier"))
            for group in element.iter(SPACE + "DBParameterGroup"):
                put(group, "ParameterApplyStatus", "pending-reboot" if waits else "in-sync")
        for element in root.iter(SPACE + "DBClusterMember"):
            _, waits = self._waits(backend, text(element, "DBInstanceIdentifier"))
            put(element, "DBClusterParameterGroupStatus", "pending-reboot" if waits else "in-sync")

    def _waits(self, backend: RDSBackend, name: str) -> tuple[bool, bool]:
        """Return whether the instance's own group, and that of its cluster, wait for a reboot."""
        used, instance = self.used.get(name), backend.databases.get(name)
        if used is None or instance is None:
            return False, False
        own, cluster = _names(instance)
        return (
            own != used.own or _has_pending(backend, used, own, cluster=False),
            cluster != used.cluster or (bool(cluster) and _has_pending(backend, used, cluster, cluster=True)),
        )


def _names(instance: Any) -> tuple[str, str]:
    own = str(instance.db_parameter_groups()[0].name)
    cluster = instance.backend.clusters.get(instance.db_cluster_identifier or "")
    return own, str(cluster.parameter_group) if cluster is not None else ""


def _now(backend: RDSBackend, instance: Any) -> Used:
    own, cluster = _names(instance)
    values = {own: values_of(backend, own, cluster=False, restarts=True)}
    if cluster:
        values[cluster] = values_of(backend, cluster, cluster=True, restarts=True)
    return Used(own, cluster, values)


def _has_pending(backend: RDSBackend, used: Used, group: str, *, cluster: bool) -> bool:
    at_once = values_of(backend, group, cluster=cluster, restarts=False)
    wanted = values_of(backend, group, cluster=cluster, restarts=True)
    return {**used.values[group], **at_once} != {**used.values[group], **wanted}
