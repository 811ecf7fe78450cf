"""Rates from counters: pure arithmetic between two readings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# The name of a counter, and the metric of its rate.
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
class ApplicationCounter:
    """A counter of the server without the share of the sampler.

    Servers count the sampler's transactions up to a second late, so that the difference may decrease for a moment: the last
    value is returned then. A counter that decreased by itself (a restart) starts again.
    """

    _raw: float = 0.0
    _top: float = float("-inf")

    def without(self, raw: float, sampler: float) -> float:
        """Return the counter minus *sampler*, never less than the value before.

        >>> counter = ApplicationCounter()
        >>> [counter.without(raw, sampler) for raw, sampler in ((10, 0), (10, 2), (14, 2))]
        [10, 10, 12]
        """
        if raw < self._raw:
            self._top = float("-inf")
        self._raw = raw
        self._top = max(self._top, raw - sampler)
        return self._top


@dataclass(frozen=True, slots=True)
class Reading:
    """Counters at an instant."""

    at_us: int
    counters: Mapping[str, float]


def rates(before: Reading | None, now: Reading) -> dict[str, float]:
    """Return the rate of each counter that is in both readings; a counter that decreased (a restart) has none.

    >>> rates(Reading(0, {"commits": 10}), Reading(2_000_000, {"commits": 30}))
    {'commits_per_s': 10.0}
    """
    if before is None or now.at_us <= before.at_us:
        return {}
    seconds = (now.at_us - before.at_us) / 1e6
    grown = {name: value - before.counters[name] for name, value in now.counters.items() if name in before.counters}
    result = {RATES[name]: step / seconds for name, step in grown.items() if name in RATES and step >= 0}
    block_accesses = grown.get("blocks_hit", -1.0) + grown.get("blocks_read", 0.0)
    if block_accesses > 0 and grown["blocks_hit"] >= 0 and grown["blocks_read"] >= 0:
        result["cache_hit_ratio"] = grown["blocks_hit"] / block_accesses
    if grown.get("commits", 0) > 0 and grown.get("commit_us", -1) >= 0:
        result["commit_latency_ms"] = grown["commit_us"] / grown["commits"] / 1000
    return result
