"""The vocabulary: every metric's name, unit, which direction is better, and what it is.

docs/metrics.md is held to this table by a test.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Better(StrEnum):
    """Which way is good news; NEITHER: a description of load, not a judgement."""

    LOWER = "lower"
    HIGHER = "higher"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Metric:
    """One word of the vocabulary."""

    name: str
    unit: str
    better: Better
    meaning: str


CATALOGUE: dict[str, Metric] = {
    metric.name: metric
    for metric in (
        Metric(
            "cpu_percent",
            "percent",
            Better.LOWER,
            "busy share of all cores of the host (harness included when it runs there)",
        ),
        Metric("server_cpu_percent", "percent", Better.LOWER, "share of all cores used by the server's processes"),
        Metric("read_iops", "1/s", Better.LOWER, "read requests on the device that holds the data directory"),
        Metric("write_iops", "1/s", Better.LOWER, "write requests on the device that holds the data directory"),
        Metric("read_bytes_per_s", "B/s", Better.LOWER, "bytes read from that device"),
        Metric("write_bytes_per_s", "B/s", Better.LOWER, "bytes written to that device"),
        Metric(
            "commits_per_s",
            "1/s",
            Better.HIGHER,
            "commits in the replayed databases, the sampler's own subtracted",
        ),
        Metric("rollbacks_per_s", "1/s", Better.NEITHER, "rollbacks in the replayed databases"),
        Metric("cache_hit_ratio", "ratio", Better.HIGHER, "blocks found in shared buffers among blocks asked for"),
        Metric("connections", "count", Better.NEITHER, "client connections, the sampler's own left out"),
        Metric("active_sessions", "count", Better.LOWER, "client sessions that run a statement at the moment"),
        Metric("wal_bytes_per_s", "B/s", Better.LOWER, "write-ahead log written"),
        Metric("temp_bytes_per_s", "B/s", Better.LOWER, "bytes written to temporary files"),
        Metric("deadlocks_per_s", "1/s", Better.LOWER, "deadlocks found"),
        Metric("replica_lag_bytes", "B", Better.LOWER, "write-ahead log the standby has not replayed yet"),
        Metric(
            "replica_lag_ms",
            "ms",
            Better.LOWER,
            "age of the standby's last replayed transaction; 0 when it has replayed all it received",
        ),
        Metric("checkpoints_per_s", "1/s", Better.NEITHER, "checkpoints begun, timed and requested"),
        Metric(
            "toast_reads_per_s",
            "1/s",
            Better.LOWER,
            "TOAST blocks read from outside shared buffers, by table",
        ),
    )
}
