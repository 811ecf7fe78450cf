"""Counters become rates: pure arithmetic between two readings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# What a counter is called, and the metric its rate is.
RATES: dict[str, str] = {
    "commits": "commits_per_s",
    "rollbacks": "rollbacks_per_s",
    "temp_bytes": "temp_bytes_per_s",
    "deadlocks": "deadlocks_per_s",
    "wal_bytes": "wal_bytes_per_s",
    "checkpoints": "checkpoints_per_s",
    "read_count": "read_iops",
    "write_count": "write_iops",
    "read_bytes": "read_bytes_per_s",
    "write_bytes": "write_bytes_per_s",
    "toast_reads": "toast_reads_per_s",
    "table_reads": "table_reads_per_s",
    "vacuums": "vacuums_per_s",
    "blocks_read": "blocks_read_per_s",
    "rows_read": "rows_read_per_s",
    "rows_written": "rows_written_per_s",
    "server_read_bytes": "server_read_bytes_per_s",
    "server_write_bytes": "server_write_bytes_per_s",
    "wal_full_pages": "wal_full_pages_per_s",
    "checkpoint_buffers": "checkpoint_buffers_per_s",
    "network_receive": "network_receive_bytes_per_s",
    "network_transmit": "network_transmit_bytes_per_s",
    "statement_calls": "statement_calls_per_s",
    "statement_ms": "statement_ms_per_s",
    "statement_rows": "statement_rows_per_s",
    "statement_reads": "statement_reads_per_s",
}


@dataclass(slots=True)
class Others:
    """A counter without our own share of it.

    Servers count our work up to a second after we did it, so the difference may step back for a moment: it stands
    still then. A counter that fell by itself (a restart) begins anew.
    """

    _raw: float = 0.0
    _top: float = float("-inf")

    def without(self, raw: float, own: float) -> float:
        """Return the counter less *own*, never less than before.

        >>> others = Others()
        >>> [others.without(raw, own) for raw, own in ((10, 0), (10, 2), (14, 2))]
        [10, 10, 12]
        """
        if raw < self._raw:
            self._top = float("-inf")
        self._raw = raw
        self._top = max(self._top, raw - own)
        return self._top


@dataclass(frozen=True, slots=True)
class Reading:
    """Counters at an instant."""

    at_us: int
    counters: Mapping[str, float]


def rates(before: Reading | None, now: Reading) -> dict[str, float]:
    """Return the rate of each counter known in both readings; a counter that fell (a restart) gives none.

    >>> rates(Reading(0, {"commits": 10}), Reading(2_000_000, {"commits": 30}))
    {'commits_per_s': 10.0}
    """
    if before is None or now.at_us <= before.at_us:
        return {}
    seconds = (now.at_us - before.at_us) / 1e6
    grown = {name: value - before.counters[name] for name, value in now.counters.items() if name in before.counters}
    found = {RATES[name]: step / seconds for name, step in grown.items() if name in RATES and step >= 0}
    asked = grown.get("blocks_hit", -1.0) + grown.get("blocks_read", 0.0)
    if asked > 0 and grown["blocks_hit"] >= 0 and grown["blocks_read"] >= 0:
        found["cache_hit_ratio"] = grown["blocks_hit"] / asked
    if grown.get("commits", 0) > 0 and grown.get("commit_us", -1) >= 0:
        found["commit_latency_ms"] = grown["commit_us"] / grown["commits"] / 1000
    return found
