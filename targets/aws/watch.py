"""Production is watched while an Aurora replica follows it: the write-ahead log that it keeps for the replica, and its free storage.

A replica that falls behind lets production's disk fill up. At a bound the target is removed, the replica first, which releases the log.
Source: Aurora user guide, "Migrating data from an RDS for PostgreSQL DB instance to Aurora PostgreSQL using an Aurora read replica".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pgrehearse.base.clock import SECOND, monotonic_us
from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.latest import INSTANCE, latest

EVERY_US = 60 * SECOND
_PRODUCTION = {
    "slot": ("OldestReplicationSlotLag", "Maximum"),
    "logs": ("TransactionLogsDiskUsage", "Maximum"),
    "free": ("FreeStorageSpace", "Minimum"),
}
_REPLICA = {"lag": ("RDSToAuroraPostgreSQLReplicaLag", "Maximum")}


@dataclass(frozen=True, slots=True)
class Bounds:
    """*slot_bytes*: the most that production may keep; *free_share*: of its storage; *lag_s*: with which the replica is promoted."""

    slot_bytes: int
    free_share: float
    lag_s: float


@dataclass(slots=True)
class ReplicaWatch:
    """Watches *production* (an instance with *storage_bytes*) for *replica* (the writer of the replica cluster)."""

    clients: Clients
    production: str
    storage_bytes: int
    replica: str
    bounds: Bounds
    every_us: int = EVERY_US
    _next_us: int = field(default=0, repr=False)

    def check(self) -> None:
        """Raise ``TargetProblem`` if production is at a bound, or if its free storage is not known. At most one request a minute."""
        now = monotonic_us()
        if now < self._next_us:
            return
        self._next_us = now + self.every_us
        values = latest(self.clients, (INSTANCE, self.production), _PRODUCTION)
        if "free" not in values:
            raise TargetProblem(
                f"{self.production}: CloudWatch has no FreeStorageSpace of the last 15 minutes, so production cannot be watched",
                remedy="grant `cloudwatch:GetMetricData`, or use origin = 'snapshot', which production does not notice",
            )
        if values["free"] < self.bounds.free_share * self.storage_bytes:
            raise self._at_bound(
                f"{_gb(values['free'])} of {_gb(self.storage_bytes)} storage are free", "min_free_storage"
            )
        kept = max(values.get("slot", 0.0), 0.0)
        if kept > self.bounds.slot_bytes:
            raise self._at_bound(f"it keeps {_gb(kept)} of write-ahead log for its replicas", "max_slot_lag")

    def caught_up(self) -> bool:
        """Return whether the replica has reached production, as far as the bound requires. A negative lag means: not replicating yet."""
        lag = latest(self.clients, (INSTANCE, self.replica), _REPLICA).get("lag")
        return lag is not None and 0 <= lag <= self.bounds.lag_s

    def _at_bound(self, fault: str, key: str) -> TargetProblem:
        return TargetProblem(
            f"{self.production}: {fault}; the replica is removed, so that production is not at risk",
            remedy=f"use origin = 'snapshot', or another {key}",
        )


def _gb(size: float) -> str:
    return f"{size / (1 << 30):.1f} GB"
