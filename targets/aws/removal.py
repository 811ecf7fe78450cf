"""Removes things at AWS, in the order of AWS's rules: proxies, readers, the writer, the cluster, snapshots, parameter groups, secrets.

All deletions are requested in this order, again and again, until each thing is gone, is refused, or the time is over. AWS refuses a
deletion while something else is in its way (a cluster with instances, a parameter group in use, a thing that is being created): such a
deletion is requested again. So the failure of one thing stops no other, and the loop can be started again at any time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from botocore.exceptions import ClientError

from pgrehearse.base.aws_errors import AWS_ERRORS, Purpose, error_code, is_temporary, problem_of
from pgrehearse.base.clock import SECOND, wall_us
from pgrehearse.base.interrupts import deferred
from pgrehearse.base.progress import Stage, Stages
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.kinds import KINDS, is_absent
from pgrehearse.targets.aws.ownership import Expected, is_another, why_not_ours, why_protected

PROMOTION = "rds:PromoteReadReplicaDBCluster"
_CLUSTER = KINDS["db-cluster"]
SOMEBODY_ELSE = "so that it may be of somebody else"
_DELETING = "AWS is deleting it"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a removal lasts. *interval_s*: between two rounds (1, 2, 4 ... seconds at first); *bound_s*: of all rounds (an instance takes 5 to 15 minutes);
    *unanswered_s*: how long a thing whose request had no answer may still appear; *blocked_s*: how long the rest is tried again after
    something was refused, which may be in its way."""

    interval_s: float = 10
    bound_s: float = 3600
    unanswered_s: float = 60
    blocked_s: float = 900
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)

    def rounds(self, seconds: float) -> int:
        """Return the number of rounds in a time."""
        return max(1, round(seconds / max(self.interval_s, 1)))


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be removed. *asked_us*: when it was requested, if the request had no answer (0: it had)."""

    expected: Expected
    asked_us: int = 0
    number: int = 0


class State(Enum):
    """What a round has found."""

    GONE = auto()
    DELETING = auto()
    PENDING = auto()  # AWS does not delete it now
    REFUSED = auto()
    FOREIGN = auto()  # it is not proven to be what was created


@dataclass(frozen=True, slots=True)
class Step:
    """The result of one round for one thing. *why*: why it is not gone."""

    state: State
    why: str = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """One removal. *gone*: is called with each item that does not exist any more."""

    clients: Clients
    region: str
    patience: Patience
    gone: Callable[[Item], None]

    def remove(self, items: Iterable[Item], stages: Stages) -> tuple[str, ...]:
        """Remove *items*; return a sentence for each that is left. Ctrl-C is obeyed only after each deletion was requested once."""
        pending = sorted(items, key=lambda item: item.expected.kind.order)
        total, refused, idle = len(pending), list[str](), 0
        waiting: list[tuple[Item, Step]] = []
        with stages.stage("remove the target at AWS") as stage:
            for turn in range(self.patience.rounds(self.patience.bound_s)):
                if turn:
                    self.patience.sleep(min(self.patience.interval_s, 2.0 ** (turn - 1)))
                with nullcontext() if turn else deferred():
                    steps = [(item, self._step(item)) for item in pending]
                refused += [self._left(*one) for one in steps if one[1].state in {State.REFUSED, State.FOREIGN}]
                waiting = [one for one in steps if one[1].state in {State.PENDING, State.DELETING}]
                idle = idle + 1 if all(step.state is State.PENDING for _, step in steps) else 0
                pending = [item for item, _ in waiting]
                _show(stage, total, pending)
                if not pending or (refused and idle >= self.patience.rounds(self.patience.blocked_s)):
                    break
        return (*refused, *(self._left(*one) for one in waiting))

    def _step(self, item: Item) -> Step:
        try:
            step = self._tried(item)
        except AWS_ERRORS as error:
            expected = item.expected
            problem = problem_of(Purpose("AWS", expected.kind.actions), error)
            why = f"{problem.message.removeprefix('AWS: ')} ({problem.remedy})"
            return Step(State.PENDING if is_temporary(error) else State.REFUSED, why)
        if step.state is State.GONE:
            self.gone(item)
        return step

    def _tried(self, item: Item) -> Step:
        """Look for a thing, verify that it is ours, and request its deletion. Raises the errors of boto3."""
        expected = item.expected
        row = expected.kind.row(self.clients, expected.name)
        if row is None:
            may_appear = wall_us() < item.asked_us + self.patience.unanswered_s * SECOND
            return Step(State.PENDING, "its request had no answer") if may_appear else Step(State.GONE)
        if is_another(expected, row):
            return Step(State.GONE)
        if why := why_not_ours(expected, row):
            return Step(State.FOREIGN, why)
        if why := why_protected(row):
            return Step(State.REFUSED, why)
        if expected.kind.is_deleting(row):
            return Step(State.DELETING, _DELETING)
        return self._deleted(item, row)

    def _deleted(self, item: Item, row: dict[str, Any]) -> Step:
        try:
            item.expected.kind.delete(self.clients, item.expected.name)
        except ClientError as error:
            if not is_absent(error) and not _is_in_the_way(error):
                raise
            if error_code(error).startswith("InvalidDBClusterState"):
                self._promote(str(row.get("DBClusterIdentifier", "")), item.expected.run)
            return Step(State.PENDING, f"AWS refused: {error}")
        return Step(State.DELETING, _DELETING)

    def _promote(self, cluster: str, run: str) -> None:
        """Promote a replica cluster of ours: AWS does not delete the last instance of a replica (DeleteDBInstance)."""
        row = _CLUSTER.row(self.clients, cluster) if cluster else None
        if row is None or not row.get("ReplicationSourceIdentifier") or row.get("Status") != "available":
            return
        if not why_not_ours(Expected(_CLUSTER, cluster, run), row):
            self.clients.of("rds").promote_read_replica_db_cluster(DBClusterIdentifier=cluster)

    def _left(self, item: Item, step: Step) -> str:
        kind, name = item.expected.kind, item.expected.name
        if step.state is State.FOREIGN:
            return f"{kind.name} {name} is not removed: {step.why}, {SOMEBODY_ELSE}"
        return f"{kind.name} {name} is not removed: {step.why}. To remove it: {kind.command(name, self.region)}"


def _is_in_the_way(error: ClientError) -> bool:
    """Return whether AWS refuses a deletion for now: InvalidDBInstanceState, InvalidDBClusterStateFault, InvalidDBParameterGroupState, ..."""
    code = error_code(error)
    return code.startswith("Invalid") and "State" in code


def _show(stage: Stage, total: int, pending: list[Item]) -> None:
    stage.update(total - len(pending), total)
    if pending:
        stage.describe(f"remove the target at AWS: {pending[0].expected.name}")
