"""(c) States take their time: what was created is `creating` for some descriptions, then perhaps `backing-up`, before it is `available`;
what was deleted is `deleting` before it is not there. What AWS refuses in these states is refused.

moto shows everything as available at once, and removes it at once. Sources: RDS user guide, "Viewing Amazon RDS DB instance status";
the waiters of botocore's service model; RDS API reference, the errors InvalidDBInstanceState, InvalidDBClusterStateFault,
InvalidDBSnapshotState.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree as ET

from tests.aws.standin.account import name_of, of
from tests.aws.standin.elements import SPACE
from tests.aws.standin.exchange import Call, Refused

AVAILABLE = "available"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of things: its element in descriptions, the parameter with its name, its status, and where moto has it."""

    element: str
    identifier: str
    status: str
    held_in: str
    refusal: str


INSTANCE = _Kind("DBInstance", "DBInstanceIdentifier", "DBInstanceStatus", "databases", "InvalidDBInstanceState")
CLUSTER = _Kind("DBCluster", "DBClusterIdentifier", "Status", "clusters", "InvalidDBClusterStateFault")
SNAPSHOT = _Kind("DBSnapshot", "DBSnapshotIdentifier", "Status", "database_snapshots", "InvalidDBSnapshotState")
CLUSTER_SNAPSHOT = _Kind(
    "DBClusterSnapshot",
    "DBClusterSnapshotIdentifier",
    "Status",
    "cluster_snapshots",
    "InvalidDBClusterSnapshotStateFault",
)
_KINDS = (INSTANCE, CLUSTER, SNAPSHOT, CLUSTER_SNAPSHOT)
_CREATING = ("Create", "Restore", "Copy")
# What changes an existing thing, and the state that it then has.
_CHANGING = {
    "ModifyDBInstance": (INSTANCE, "modifying"),
    "RebootDBInstance": (INSTANCE, "rebooting"),
    "PromoteReadReplica": (INSTANCE, "modifying"),
    "ModifyDBCluster": (CLUSTER, "modifying"),
    "PromoteReadReplicaDBCluster": (CLUSTER, "promoting"),
    "FailoverDBCluster": (CLUSTER, "failing-over"),
}
_DELETING = {"DeleteDBInstance": INSTANCE, "DeleteDBCluster": CLUSTER}
# What needs a thing that is available: the kind, and the parameter that names it.
_NEEDED = {
    **{action: [(kind, kind.identifier)] for action, (kind, _) in _CHANGING.items()},
    "DeleteDBInstance": [(INSTANCE, "DBInstanceIdentifier")],
    "DeleteDBCluster": [(CLUSTER, "DBClusterIdentifier")],
    "DeleteDBSnapshot": [(SNAPSHOT, "DBSnapshotIdentifier")],
    "DeleteDBClusterSnapshot": [(CLUSTER_SNAPSHOT, "DBClusterSnapshotIdentifier")],
    "CreateDBSnapshot": [(INSTANCE, "DBInstanceIdentifier")],
    "CreateDBClusterSnapshot": [(CLUSTER, "DBClusterIdentifier")],
    "CreateDBInstance": [(CLUSTER, "DBClusterIdentifier")],
    "CreateDBCluster": [(INSTANCE, "ReplicationSourceIdentifier")],
    "CreateDBInstanceReadReplica": [(INSTANCE, "SourceDBInstanceIdentifier")],
    "RestoreDBInstanceFromDBSnapshot": [(SNAPSHOT, "DBSnapshotIdentifier")],
    "RestoreDBClusterFromSnapshot": [(SNAPSHOT, "SnapshotIdentifier"), (CLUSTER_SNAPSHOT, "SnapshotIdentifier")],
    "CopyDBSnapshot": [(SNAPSHOT, "SourceDBSnapshotIdentifier")],
    "CopyDBClusterSnapshot": [(CLUSTER_SNAPSHOT, "SourceDBClusterSnapshotIdentifier")],
}
# With these an instance can be deleted, but neither changed nor copied.
FAILURES = {
    "failed",
    "incompatible-network",
    "incompatible-restore",
    "storage-full",
    "inaccessible-encryption-credentials",
}


@dataclass
class _Passing:
    """A state that passes: for *left* more descriptions."""

    state: str
    left: int


@dataclass
class States:
    """*descriptions*: how many answers show a new or changed thing in its passing state, that of its creation included; *backing_up*: how
    many more show a new instance as backing-up; *doomed*: the status in which new things end, by their kind (DBInstance, DBCluster) and a
    part of their name."""

    descriptions: int = 0
    backing_up: int = 0
    doomed: dict[tuple[str, str], str] = field(default_factory=dict)
    _passing: dict[tuple[str, str], list[_Passing]] = field(default_factory=dict)
    _restored: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def of(self, kind: _Kind, name: str) -> str:
        """Return the passing state of a thing ("": it has none)."""
        return next((one.state for one in self._passing.get((kind.element, name.lower()), []) if one.left > 0), "")

    def check(self, call: Call) -> None:
        """Raise ``Refused`` if a request needs a thing that is not available."""
        for kind, parameter in _NEEDED.get(call.action, []):
            name = name_of(call.values.get(parameter, "")).lower()
            thing = getattr(of(call), kind.held_in).get(name)
            if thing is None:
                continue
            state = self.of(kind, name) or _lasting(thing)
            if state and not (call.action.startswith("Delete") and state in FAILURES):
                raise Refused(kind.refusal, f"{kind.element} {name} is not in available state: {state}")
            self._check_restores(call, kind, name)

    def _check_restores(self, call: Call, kind: _Kind, name: str) -> None:
        """A snapshot cannot be deleted while something is restored from it."""
        if call.action in {"DeleteDBSnapshot", "DeleteDBClusterSnapshot"}:
            busy = [new for new, source in self._restored.items() if source == (kind.element, name)]
            if any(self._passing.get(new) for new in busy):
                raise Refused(kind.refusal, f"{kind.element} {name} is being restored")

    def forget_deleted(self, call: Call) -> None:
        """At a description: remove from moto what has been deleting long enough; before the deletion of a cluster, its instances."""
        for kind in (INSTANCE, CLUSTER):
            things: Any = getattr(of(call), kind.held_in)
            for name, thing in list(things.items()):
                deleted = thing.status == "deleting"
                if deleted and (self._is_over(call, kind, name) or self._leaves(call, thing)):
                    del things[name]
                    self._passing.pop((kind.element, name), None)

    def _is_over(self, call: Call, kind: _Kind, name: str) -> bool:
        passing = self._passing.get((kind.element, name), [])
        return call.action == f"Describe{kind.element}s" and not any(one.left > 0 for one in passing)

    def _leaves(self, call: Call, thing: Any) -> bool:
        cluster = call.values.get("DBClusterIdentifier", "").lower()
        return call.action == "DeleteDBCluster" and getattr(thing, "db_cluster_identifier", None) == cluster

    def deleted(self, call: Call) -> Any:
        """Return the thing that a request is about to delete (None: it deletes nothing that takes its time)."""
        kind = _DELETING.get(call.action)
        if kind is None or not self.descriptions:
            return None
        return getattr(of(call), kind.held_in).get(call.values[kind.identifier].lower())

    def completed(self, call: Call, gone: Any) -> None:
        """Begin the passing state that a request causes. *gone*: what it has deleted."""
        if gone is not None:
            kind, name = _DELETING[call.action], call.values[_DELETING[call.action].identifier].lower()
            gone.status = "deleting"
            getattr(of(call), kind.held_in)[name] = gone
            self._begin(kind, name, "deleting", self.descriptions)
        elif call.action in _CHANGING:
            kind, state = _CHANGING[call.action]
            self._begin(kind, call.values[kind.identifier], state, self.descriptions)

    def show(self, call: Call, root: ET.Element) -> None:
        """Show the states in an answer; each of its things comes one description further."""
        for kind in _KINDS:
            for element in root.iter(SPACE + kind.element):
                name, state = element.find(SPACE + kind.identifier), element.find(SPACE + kind.status)
                if name is not None and name.text and state is not None:
                    if call.action.startswith(_CREATING):
                        self._create(call, kind, name.text)
                    state.text = self._shown(kind, name.text.lower()) or state.text

    def _create(self, call: Call, kind: _Kind, name: str) -> None:
        self._begin(kind, name, "creating", self.descriptions)
        if kind is INSTANCE:
            self._passing[kind.element, name.lower()].append(_Passing("backing-up", self.backing_up))
        source = call.values.get("DBSnapshotIdentifier") or call.values.get("SnapshotIdentifier", "")
        if source and call.action.startswith("Restore"):
            for one in (SNAPSHOT, CLUSTER_SNAPSHOT):
                if name_of(source).lower() in getattr(of(call), one.held_in):
                    self._restored[kind.element, name.lower()] = (one.element, name_of(source).lower())
        for (element, part), status in self.doomed.items():
            if element == kind.element and part in name:
                getattr(of(call), kind.held_in)[name].status = status

    def _begin(self, kind: _Kind, name: str, state: str, descriptions: int) -> None:
        self._passing[kind.element, name.lower()] = [_Passing(state, descriptions)]

    def _shown(self, kind: _Kind, name: str) -> str:
        """Return the passing state, and count its description."""
        passing = self._passing.get((kind.element, name), [])
        current = next((one for one in passing if one.left > 0), None)
        if current is None:
            self._passing.pop((kind.element, name), None)
            return ""
        current.left -= 1
        return current.state


def _lasting(thing: Any) -> str:
    """Return a state of moto's in which a thing cannot be changed ("": it can). A new cluster of moto shows `creating` once."""
    state = str(getattr(thing, "_status", None) or thing.status)
    return "" if state in {AVAILABLE, "creating", "started", "stopped"} else state
