"""The server that a workload was captured from: the facts that --source (or ``capture live``) read from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pgrehearse.base.server_facts import ServerFacts


@dataclass(frozen=True, slots=True)
class Source(ServerFacts):
    """The source server's facts. *logging*: its logging settings, by name; *lsn*: the WAL position at which ``capture live`` began ("": not live).
    *resource*: the immutable id of its instance or cluster at AWS ("": not known)."""

    logging: dict[str, str] = field(default_factory=dict)
    lsn: str = ""
    resource: str = ""

    @property
    def logs_statements(self) -> bool:
        """Whether it logs every statement."""
        return self.logging.get("log_min_duration_statement") == "0" or self.logging.get("log_statement") == "all"

    @property
    def logged_share(self) -> float:
        """The share of the load that a server with these settings logs (1: all of it)."""
        if self.logs_statements:
            return 1.0
        if 0 < (transactions := float(self.logging.get("log_transaction_sample_rate", 0))) < 1:
            return transactions
        sampled = self.logging.get("log_min_duration_sample") == "0"
        rate = float(self.logging.get("log_statement_sample_rate", 1))
        return rate if sampled and 0 < rate < 1 else 1.0
