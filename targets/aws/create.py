"""Execute a plan: a line in the journal before each request that creates, and a bounded wait for what the next one needs.

A request whose answer is lost is sent again; if AWS then answers that the thing exists, it is verified to be this run's. A request
that AWS refuses for the present state (production is being backed up) is sent again until the bound. Nothing is removed here, except what the plan itself removes: the caller tears the target down if an error is raised.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from typing import Any

from botocore.exceptions import ClientError

from pgrehearse.base.aws_errors import AWS_ERRORS, Purpose, error_code, is_temporary, problem_of
from pgrehearse.base.clock import SECOND, monotonic_us
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.progress import Stage, Stages
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.kinds import KINDS
from pgrehearse.targets.aws.ownership import Expected, why_not_ours, why_protected
from pgrehearse.targets.aws.requests import MARK, Kind, Plan, Request, SecretOf, kinds_of
from pgrehearse.targets.aws.waiting import Pace, Ready, Waiting
from pgrehearse.targets.aws.watch import ReplicaWatch
from pgrehearse.targets.journal import Journal

_DATA = frozenset({Kind.CLUSTER, Kind.INSTANCE})
_SNAPSHOTS = frozenset({Kind.SNAPSHOT, Kind.CLUSTER_SNAPSHOT})


@dataclass(frozen=True, slots=True)
class Creation:
    """Creates what a plan contains. *mark*: closes the outbound paths and writes the mark. *production*: the ids of
    production, which nothing that is created may have; *watch*: of production
    while a replica follows it (None: nothing follows it)."""

    clients: Clients
    journal: Journal
    bound_us: int
    pace: Pace
    mark: Callable[[], None]
    production: frozenset[str] = frozenset()
    watch: ReplicaWatch | None = None

    def execute(self, plan: Plan, stages: Stages) -> None:
        """Send the requests in order. Raises ``TargetProblem``; the journal then has what was created, or may have been."""
        kinds = kinds_of(plan.requests)
        at_us = {plan.data.name: plan.data.at_us}
        following = self.watch is not None
        with stages.stage("create the target at AWS") as stage:
            for place, request in enumerate(plan.requests):
                stage.update(place, len(plan.requests))
                for name in request.after:
                    self._available(stage, kinds.get(name, ""), name, following=following)
                if request.caught_up and self.watch is not None:
                    stage.describe(f"wait until {request.caught_up} has reached production")
                    self._waiting(following).until(
                        f"{request.caught_up} has not reached production", self.watch.caught_up
                    )
                stage.describe(f"{request.action} {request.name}".rstrip())
                if request.action == MARK:
                    self.mark()
                    continue
                row = self._sent(request, kinds, _facts(plan, request, at_us))
                self._applied(request, following=following)
                if request.kind in _SNAPSHOTS:
                    at_us |= self._instant(stage, request, following=following)
                following = following and not request.caught_up
                self._refuse(request, row)
            self._settled(stage, plan, kinds)

    def _waiting(self, following: bool = False) -> Waiting:
        check = self.watch.check if following and self.watch is not None else _nothing
        return Waiting(self.clients, self.bound_us, self.pace, check)

    def _available(self, stage: Stage, kind: str, name: str, *, following: bool = False) -> dict[str, Any]:
        stage.describe(f"wait for {name}")
        return self._waiting(following).available(kind, name)

    def _instant(self, stage: Stage, request: Request, *, following: bool) -> dict[str, int]:
        """Return the instant of a snapshot that was requested; the restore that follows records it."""
        row = self._available(stage, request.kind, request.name, following=following)
        at = row.get("OriginalSnapshotCreateTime") or row.get("SnapshotCreateTime")
        return {request.name: round(at.timestamp() * SECOND) if at else 0}

    def _sent(self, request: Request, kinds: dict[str, str], facts: dict[str, str]) -> dict[str, Any]:
        """Send one request, with its line in the journal. Return the row of what it created."""
        parameters = self._known(request.parameters)
        number = self.journal.requested(request.kind, request.name, **facts) if request.kind else 0
        row = self._answered(request, parameters)
        if request.kind:
            self.journal.created(number, str(row.get(KINDS[request.kind].resource, "")))
        if request.removes:
            kind = kinds[request.removes]
            self._waiting().gone(kind, request.removes)
            self.journal.removed(next(one.number for one in self.journal.left() if one.name == request.removes))
        return row

    def _answered(self, request: Request, parameters: dict[str, Any]) -> dict[str, Any]:
        client = self.clients.of("rds")
        permissions = [f"rds:{client.meta.method_to_api_mapping[request.action]}"]
        permissions += ["rds:AddTagsToResource"] if request.kind else []
        purpose = Purpose(request.name or request.action, tuple(permissions), otherwise="correct the target's file")
        end, left = monotonic_us() + self.bound_us, self.pace.tries
        while True:
            try:
                answer = getattr(client, request.action)(**parameters)
                return next((row for row in answer.values() if isinstance(row, dict) and "HTTPHeaders" not in row), {})
            except AWS_ERRORS as error:
                if request.kind and _is(error, "AlreadyExists"):
                    return self._ours(request, error)
                is_busy = _is(error, "State") and monotonic_us() < end
                left -= not is_busy
                if not is_busy and (left <= 0 or not is_temporary(error)):
                    raise problem_of(purpose, error) from None
                self.pace.sleep(self.pace.interval_s)

    def _ours(self, request: Request, error: Exception) -> dict[str, Any]:
        """Return the row of a thing that an earlier try has created, if it is this run's."""
        kind = KINDS[request.kind]
        row = kind.row(self.clients, request.name)
        reason = why_not_ours(Expected(kind, request.name, self.journal.header.run), row) if row else "it is gone"
        if row is None or reason:
            raise TargetProblem(f"{request.name}: {error}: {reason}", remedy="create the target again") from None
        return row

    def _known(self, value: Any) -> Any:
        """Return parameters with the ARNs of secrets in the place of ``SecretOf``."""
        if isinstance(value, SecretOf):
            row = self._waiting().available(value.kind, value.name, has_secret)
            return row["MasterUserSecret"]["SecretArn"]
        if isinstance(value, dict):
            return {key: self._known(one) for key, one in value.items()}
        if isinstance(value, list):
            return [self._known(one) for one in value]
        assert not is_dataclass(value)  # noqa: S101 (a parameter of boto3)
        return value

    def _applied(self, request: Request, *, following: bool) -> None:
        """Wait until a change is in force: right after the request AWS still shows the earlier state."""
        effect = _EFFECTS.get(request.action)
        if effect is None:
            return
        key = "DBClusterIdentifier" if "cluster" in request.action else "DBInstanceIdentifier"
        kind = Kind.CLUSTER if "cluster" in request.action else Kind.INSTANCE
        self._waiting(following).available(kind, request.parameters[key], effect(request.parameters))

    def _refuse(self, request: Request, row: dict[str, Any]) -> None:
        """Raise unless what was created is another database than production's, and can be deleted."""
        if request.kind not in _DATA:
            return
        resource = str(row.get(KINDS[request.kind].resource, ""))
        reason = "it has the id of production" if resource in self.production else why_protected(row)
        if reason:
            raise TargetProblem(f"{request.name}: {reason}", remedy="look at it at AWS before anything is done with it")

    def _settled(self, stage: Stage, plan: Plan, kinds: dict[str, str]) -> None:
        """Wait for everything, and restart the instances whose parameters need it."""
        removed = {request.removes for request in plan.requests}
        things = {name: kind for name, kind in kinds.items() if name not in removed}
        rows = {name: self._available(stage, kind, name) for name, kind in things.items() if kind in _DATA}
        pending = {name for row in rows.values() for name in _pending_reboot(row)}
        for name in sorted(pending):
            stage.describe(f"restart {name} for its parameters")
            self._answered(Request("reboot_db_instance", {}), {"DBInstanceIdentifier": name})
        for name, kind in things.items():
            self._available(stage, kind, name)


def _is(error: Exception, word: str) -> bool:
    """Return whether AWS's code contains *word*: ``...AlreadyExists``, or ``Invalid...State`` (of a database that is being backed up)."""
    return isinstance(error, ClientError) and word in error_code(error)


def has_secret(row: dict[str, Any]) -> bool:
    """Return whether AWS has created the secret of a master user."""
    return str(row.get("MasterUserSecret", {}).get("SecretStatus", "")) == "active"


def _nothing() -> None:
    """Watch nothing."""


def _facts(plan: Plan, request: Request, at_us: dict[str, int]) -> dict[str, str]:
    """Return what the journal records of the data with the request that creates it."""
    if request.name not in {plan.cluster, plan.writer}:
        return {}
    return {"how": plan.data.how, "data": plan.data.name, "at_us": str(at_us.get(plan.data.name, 0))}


def _pending_reboot(row: dict[str, Any]) -> list[str]:
    """Return the instances of a row whose parameters are in force after a restart only."""
    groups = row.get("DBParameterGroups", [])
    own = (
        [str(row["DBInstanceIdentifier"])] if any(one.get("ParameterApplyStatus") == _PENDING for one in groups) else []
    )
    members = row.get("DBClusterMembers", [])
    return own + [
        str(one["DBInstanceIdentifier"]) for one in members if one.get("DBClusterParameterGroupStatus") == _PENDING
    ]


_PENDING = "pending-reboot"


def _modified(parameters: dict[str, Any]) -> Ready:
    version, managed = parameters.get("EngineVersion"), parameters.get("ManageMasterUserPassword")
    return lambda row: (version is None or row.get("EngineVersion") == version) and (not managed or has_secret(row))


def _promoted(_parameters: dict[str, Any]) -> Ready:
    return lambda row: not row.get("ReplicationSourceIdentifier")


# Of each action that changes something: whether its effect is there.
_EFFECTS: dict[str, Callable[[dict[str, Any]], Ready]] = {
    "modify_db_cluster": _modified,
    "modify_db_instance": _modified,
    "promote_read_replica_db_cluster": _promoted,
}
