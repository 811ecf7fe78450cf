"""(a) Modifications that AWS refuses, or applies later: versions that cannot be reached, and changes without ApplyImmediately.

Sources: RDS API reference, ModifyDBInstance and ModifyDBCluster (AllowMajorVersionUpgrade, ApplyImmediately: "if this parameter is
disabled, changes are applied during the next maintenance window"; PendingModifiedValues); RDS user guide, "Upgrading the PostgreSQL DB
engine" (a custom parameter group has to be replaced).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

from moto.rds.models import RDSBackend

from tests.aws.standin.account import DEFAULT_GROUP, members, of
from tests.aws.standin.elements import SPACE, put, text
from tests.aws.standin.exchange import Call, Refused
from tests.aws.standin.versions import check_version, major, targets

_KINDS = {
    "ModifyDBInstance": ("databases", "DBInstanceIdentifier", "DBParameterGroupName"),
    "ModifyDBCluster": ("clusters", "DBClusterIdentifier", "DBClusterParameterGroupName"),
}
# What waits for the maintenance window. Other changes (groups, passwords, tags, protection) are applied at once in any case.
_WAITS = {
    "EngineVersion",
    "DBInstanceClass",
    "AllocatedStorage",
    "StorageType",
    "Iops",
    "NewDBInstanceIdentifier",
    "MultiAZ",
}


def check(call: Call) -> None:
    """Raise ``Refused`` if a request changes the engine's version to one that it cannot have."""
    version = call.values.get("EngineVersion", "")
    if call.action not in _KINDS or not version:
        return
    held_in, identifier, group = _KINDS[call.action]
    thing = getattr(of(call), held_in).get(call.values[identifier].lower())
    if thing is None or version == thing.engine_version:
        return
    if call.action == "ModifyDBInstance" and thing.db_cluster_identifier:
        raise Refused("InvalidParameterCombination", "Modify the engine version of the DB cluster")
    check_version(thing.engine, version)
    if (thing.engine, version) not in targets(thing.engine, thing.engine_version):
        raise Refused(
            "InvalidParameterCombination", f"Cannot upgrade {thing.engine} from {thing.engine_version} to {version}"
        )
    if major(version) != major(thing.engine_version):
        _check_major(of(call), call, thing, group)


def _check_major(backend: RDSBackend, call: Call, thing: Any, group: str) -> None:
    if call.values.get("AllowMajorVersionUpgrade", "false").lower() != "true":
        raise Refused(
            "InvalidParameterCombination",
            "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.",
        )
    current = getattr(thing, "parameter_group", "") or getattr(thing, "db_parameter_group_name", "") or DEFAULT_GROUP
    instances = members(backend, thing.resource_id) if call.action == "ModifyDBCluster" else []
    own = [one for one in instances if not (one.db_parameter_group_name or DEFAULT_GROUP).startswith(DEFAULT_GROUP)]
    missing = {
        group: not current.startswith(DEFAULT_GROUP),
        "DBInstanceParameterGroupName": bool(own),
    }
    for parameter, needed in missing.items():
        if needed and parameter not in call.values:
            raise Refused(
                "InvalidParameterCombination",
                "The current parameter group is custom. You must explicitly specify a new parameter group, either default or custom, "
                f"for the engine version upgrade: {parameter}",
            )


@dataclass
class Pending:
    """Changes that wait for the maintenance window, which never comes, by kind and name."""

    waiting: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def without(self, call: Call) -> Call:
        """Return a request without the changes that it lets wait; they are described as pending."""
        at_once = call.values.get("ApplyImmediately", "false").lower() == "true"
        if call.action not in _KINDS or at_once:
            return call
        waits = {key: value for key, value in call.values.items() if key in _WAITS}
        if not waits:
            return call
        _, identifier, _ = _KINDS[call.action]
        element = call.action.removeprefix("Modify")
        self.waiting.setdefault((element, call.values[identifier].lower()), {}).update(waits)
        values = {key: value for key, value in call.values.items() if key not in waits}
        return replace(call, values=values, body=urlencode(values).encode())

    def show(self, root: ET.Element) -> None:
        """Show the pending changes in an answer."""
        for (element, name), waits in self.waiting.items():
            for thing in root.iter(SPACE + element):
                if text(thing, f"{element}Identifier") == name:
                    pending = thing.find(SPACE + "PendingModifiedValues")
                    pending = ET.SubElement(thing, SPACE + "PendingModifiedValues") if pending is None else pending
                    for key, value in waits.items():
                        put(pending, key, value)
