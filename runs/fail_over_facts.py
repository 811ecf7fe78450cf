"""What a failover in mid-run cost, as the manifest of the run has it."""

from __future__ import annotations

from dataclasses import dataclass

from pgrehearse.base.units import duration


@dataclass(frozen=True, slots=True)
class FailOverFacts:
    """*event*: its number. *outage_us*: from the first failed statement to the first good one that was sent after it (None: no statement
    failed, or none was good after it). *unconfirmed*: transactions whose COMMIT, or whose only statement, was sent and had no answer.

    *lost*: transactions that were committed on the old primary and are not on the new one (None: not known, and *why*).
    """

    event: int
    outage_us: int | None
    unconfirmed: int
    lost: int | None
    why: str = ""

    def words(self) -> str:
        """Return it as words."""
        outage = duration(self.outage_us) if self.outage_us is not None else "not known"
        lost = f"{self.lost:,}" if self.lost is not None else f"not known ({self.why})"
        return f"outage {outage}; transactions: {self.unconfirmed:,} without an answer to their COMMIT, lost: {lost}"
