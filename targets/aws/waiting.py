"""Wait until something at AWS is available, or gone: bounded, and ended at once by a state that does not end by itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pgrehearse.base.aws_errors import AWS_ERRORS, Purpose, is_temporary, problem_of
from pgrehearse.base.clock import monotonic_us
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.units import duration
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.kinds import KINDS

# States that do not end by themselves, with what to do. Sources: RDS user guide, "Viewing Amazon RDS DB instance status"; Aurora user
# guide, "Viewing DB cluster status".
_KEY = "allow the key (kms_key) for this role, and check that the key is enabled"
_NETWORK = "check the subnet group and its free addresses, and the security groups"
FAILED: dict[str, str] = {
    "failed": "look at its events: aws rds describe-events",
    "cloning-failed": "use origin = 'snapshot'",
    "migration-failed": "look at its events: aws rds describe-events",
    "incompatible-create": "look at its events: aws rds describe-events",
    "incompatible-network": _NETWORK,
    "incompatible-option-group": "remove the options of production that the target's version does not have",
    "incompatible-parameters": "correct the values in parameters: one does not fit the instance class",
    "incompatible-restore": "use another snapshot, or another engine_version",
    "incompatible-credentials": "check the secret and its key",
    "inaccessible-encryption-credentials": _KEY,
    "inaccessible-encryption-credentials-recoverable": _KEY,
    "insufficient-capacity": "use another instance class, or a subnet group of other zones",
    "insufficient-resource-limits": "ask AWS for a larger limit of this account",
    "restore-error": "use another snapshot",
    "storage-full": "use a target with more storage",
    "stopped": "somebody has stopped it: start it",
    "deleting": "somebody deletes it: create the target again",
}


@dataclass(frozen=True, slots=True)
class Pace:
    """How often AWS is asked. *interval_s*: between two descriptions; *tries*: of a request that fails for now."""

    interval_s: float = 20
    tries: int = 5
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)


Ready = Callable[[dict[str, Any]], bool]


@dataclass(frozen=True, slots=True)
class Waiting:
    """*bound_us*: the longest wait for one thing; *between*: is called before each description, and may raise."""

    clients: Clients
    bound_us: int
    pace: Pace
    between: Callable[[], None]

    def available(self, kind: str, name: str, ready: Ready = lambda _row: True) -> dict[str, Any]:
        """Return the description of a thing that is available and *ready*. Raises ``TargetProblem``: it failed, or the time is over."""
        if not KINDS[kind].arn or kind == "db-proxy":
            return self._until(kind, name, lambda row: _is_available(kind, name, row) and ready(row))
        return self._until(kind, name, lambda _row: True)  # a parameter group has no state

    def gone(self, kind: str, name: str) -> None:
        """Wait until a thing does not exist."""
        self.until(f"{kind} {name} still exists", lambda: self._row(kind, name) is None)

    def until(self, what: str, done: Callable[[], bool]) -> None:
        """Call *done* until it is true. *what*: the fault if the time is over."""
        end = monotonic_us() + self.bound_us
        while True:
            self.between()
            if done():
                return
            if monotonic_us() >= end:
                raise TargetProblem(
                    f"{what} after {duration(self.bound_us)}",
                    remedy="set wait to a longer time; restores of large databases can take hours",
                )
            self.pace.sleep(self.pace.interval_s)

    def _until(self, kind: str, name: str, done: Ready) -> dict[str, Any]:
        found: list[dict[str, Any]] = []

        def is_done() -> bool:
            row = self._row(kind, name)
            if row is None or not done(row):
                return False
            found.append(row)
            return True

        self.until(f"{kind} {name} is not available", is_done)
        return found[-1]

    def _row(self, kind: str, name: str) -> dict[str, Any] | None:
        """Describe a thing; a fault of AWS or of the network that can pass is tried again."""
        for left in reversed(range(self.pace.tries)):
            try:
                return KINDS[kind].row(self.clients, name)
            except AWS_ERRORS as error:
                if not left or not is_temporary(error):
                    raise problem_of(Purpose(f"{kind} {name}", KINDS[kind].actions[:1]), error) from None
                self.pace.sleep(self.pace.interval_s)
        return None


def _is_available(kind: str, name: str, row: dict[str, Any]) -> bool:
    state = str(row.get(KINDS[kind].status, ""))
    if state in FAILED:
        raise TargetProblem(f"{kind} {name} is {state}", remedy=FAILED[state])
    return state == "available"
