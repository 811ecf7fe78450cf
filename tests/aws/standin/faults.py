"""(d) Faults of AWS, each for the next requests that match: refusals of the service, a cut body, a connection that ends.

Sources: AWS general reference, "Common errors" (Throttling 400, ExpiredToken 403, InternalFailure 500, ServiceUnavailable 503); RDS API
reference, CreateDBInstance and RestoreDBClusterFromSnapshot, "Errors" (InsufficientDBInstanceCapacity, KMSKeyNotAccessibleFault, quotas).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum

from tests.aws.standin.exchange import Answer, Call, Rule, error_for


class ConnectionEnds(Exception):
    """The connection ends without an answer."""


class Fault(Enum):
    """A fault that a request can have: status, code and message of an error; or what happens to the connection."""

    THROTTLED = (400, "Throttling", "Rate exceeded")
    EXPIRED = (403, "ExpiredToken", "The security token included in the request is expired")
    DENIED = (403, "AccessDenied", "User is not authorized to perform this action")
    FAILED = (500, "InternalFailure", "The request processing has failed because of an unknown error")
    UNAVAILABLE = (503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server")
    NO_CAPACITY = (400, "InsufficientDBInstanceCapacity", "The DB instance class is not available in this zone")
    NO_CLUSTER_CAPACITY = (403, "InsufficientDBClusterCapacityFault", "The DB cluster has not enough capacity")
    NO_STORAGE = (400, "InsufficientStorageClusterCapacity", "There is not enough storage for this action")
    INSTANCE_QUOTA = (400, "InstanceQuotaExceeded", "Cannot create more than 40 DB instances")
    SNAPSHOT_QUOTA = (400, "SnapshotQuotaExceeded", "Cannot create more than 100 manual snapshots")
    KMS_DENIED = (400, "KMSKeyNotAccessibleFault", "An error occurred accessing an AWS KMS key")
    CUT = "the connection ends after half of the body"
    RESET = "the request was executed, and the connection ends without an answer"
    REFUSED = "the connection ends before the request was executed"


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error of AWS that has no name here. *value*: its status, code and message."""

    value: tuple[int, str, str]


_OF_CONNECTION = (Fault.CUT, Fault.RESET, Fault.REFUSED)


@dataclass
class Faults:
    """The faults to come: each is for the next request whose action or path contains its text."""

    queue: list[tuple[str, Fault | Refusal]] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def add(self, where: str, *faults: Fault | Refusal) -> None:
        """Add faults, in order, for the next requests that contain *where*."""
        self.queue += [(where, fault) for fault in faults]

    def next(self, call: Call) -> Fault | Refusal | None:
        """Take the next fault that matches a request."""
        text = call.action or call.path
        self.seen.append(text)
        place = next((place for place, (where, _) in enumerate(self.queue) if where in text), None)
        return None if place is None else self.queue.pop(place)[1]


def struck(fault: Fault | Refusal, call: Call, answered: Callable[[], Answer]) -> Answer:
    """Return the answer with a fault. Raises ``ConnectionEnds`` where there is none."""
    if fault not in _OF_CONNECTION:
        status, code, message = fault.value
        return error_for(call, int(status), str(code), str(message))
    if fault is Fault.REFUSED:
        raise ConnectionEnds
    whole = answered()
    if fault is Fault.RESET:
        raise ConnectionEnds
    return replace(whole, body=whole.body[: len(whole.body) // 2], length=len(whole.body))


def first(rules: tuple[Rule, ...]) -> Rule:
    """Return the rule that asks each of *rules* in order."""
    return lambda call: next((answer for rule in rules if (answer := rule(call)) is not None), None)
