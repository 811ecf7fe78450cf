"""The vocabulary: every metric's name, unit, which direction is better, and what it is.

docs/metrics.md is held to this table by a test. Where one name means different things at different sources, ``KINDS``
says so: what is not of one kind is never set side by side, and a gate on such a pair is a usage problem.
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
    """One word of the vocabulary. *told*: by which sources, from which version and on which flavour."""

    name: str
    unit: str
    better: Better
    meaning: str
    told: str = "postgres"


# Where samples come from, the most trusted first: a metric that several of them report is taken from the first one.
HEARTBEAT, POSTGRES, OWN, WORKLOAD, HOST, CONTAINER, INSIGHTS, CLOUDWATCH, AURORA = SOURCES = (
    "heartbeat",
    "postgres",
    "own",
    "workload",
    "host",
    "container",
    "insights",
    "cloudwatch",
    "cloudwatch-aurora",
)

_LOWER, _HIGHER, _NEITHER = Better.LOWER, Better.HIGHER, Better.NEITHER
_ROWS: tuple[tuple[str, str, Better, str], ...] = (
    ("cpu_percent", "percent", _LOWER, "busy share of all cores of the host (harness included when it runs there)"),
    ("server_cpu_percent", "percent", _LOWER, "share of all cores used by the server's processes"),
    ("others_cpu_percent", "percent", _NEITHER, "share of all cores used by neither the server nor this harness"),
    ("steal_percent", "percent", _NEITHER, "share of all cores that a hypervisor gave to others"),
    (
        "cpu_pressure_percent",
        "percent",
        _NEITHER,
        "share of the time in which some process waited for a processor (/proc/pressure)",
    ),
    (
        "io_pressure_percent",
        "percent",
        _NEITHER,
        "share of the time in which some process waited for a disk (/proc/pressure)",
    ),
    ("read_iops", "1/s", _LOWER, "read requests on the device that holds the data directory"),
    ("write_iops", "1/s", _LOWER, "write requests on the device that holds the data directory"),
    ("read_bytes_per_s", "B/s", _LOWER, "bytes read from that device"),
    ("write_bytes_per_s", "B/s", _LOWER, "bytes written to that device"),
    ("volume_read_iops", "1/s", _LOWER, "billed read operations of an Aurora volume, over five minutes"),
    ("volume_write_iops", "1/s", _LOWER, "billed write operations of an Aurora volume, over five minutes"),
    ("read_latency_ms", "ms", _LOWER, "time of a read request, as the service reports it"),
    ("write_latency_ms", "ms", _LOWER, "time of a write request, as the service reports it"),
    ("disk_queue", "count", _LOWER, "requests that wait for the device"),
    ("memory_free_bytes", "B", _HIGHER, "memory that could be had without swapping"),
    ("swap_used_bytes", "B", _LOWER, "swap in use"),
    ("storage_free_bytes", "B", _HIGHER, "local storage left"),
    ("network_receive_bytes_per_s", "B/s", _NEITHER, "bytes received over the network"),
    ("network_transmit_bytes_per_s", "B/s", _NEITHER, "bytes sent over the network"),
    ("commits_per_s", "1/s", _HIGHER, "commits in the replayed databases, the sampler's own subtracted"),
    ("rollbacks_per_s", "1/s", _NEITHER, "rollbacks in the replayed databases"),
    ("commit_latency_ms", "ms", _LOWER, "time of a commit, as the service reports it"),
    ("cache_hit_ratio", "ratio", _HIGHER, "blocks found in shared buffers among blocks asked for"),
    ("blocks_read_per_s", "1/s", _LOWER, "blocks asked from outside shared buffers"),
    ("rows_read_per_s", "1/s", _NEITHER, "rows that scans returned"),
    ("rows_written_per_s", "1/s", _NEITHER, "rows inserted, updated and deleted"),
    ("server_read_bytes_per_s", "B/s", _LOWER, "bytes that the server read, by its own account (pg_stat_io, since 16)"),
    (
        "server_write_bytes_per_s",
        "B/s",
        _LOWER,
        "bytes that the server wrote, without the write-ahead log (pg_stat_io, since 16)",
    ),
    ("connections", "count", _NEITHER, "client connections, the sampler's own left out"),
    (
        "active_sessions",
        "count",
        _LOWER,
        "client sessions that run a statement, on average; by wait class, wait event, query and table",
    ),
    ("active_sessions_cpu", "count", _LOWER, "of them, those that wait for nothing"),
    ("longest_transaction_s", "s", _LOWER, "age of the oldest transaction of a client"),
    ("lock_waits", "count", _LOWER, "client sessions that wait for a lock"),
    ("wal_bytes_per_s", "B/s", _LOWER, "write-ahead log written"),
    ("wal_full_pages_per_s", "1/s", _LOWER, "whole pages written to the write-ahead log after a checkpoint"),
    ("temp_bytes_per_s", "B/s", _LOWER, "bytes written to temporary files"),
    ("deadlocks_per_s", "1/s", _LOWER, "deadlocks found"),
    ("replica_lag_bytes", "B", _LOWER, "write-ahead log that the last of the standbys has not replayed yet"),
    ("replica_lag_ms", "ms", _LOWER, "how far a reader is behind: what it has not shown yet of what was committed"),
    ("checkpoints_per_s", "1/s", _NEITHER, "checkpoints begun, timed and requested"),
    ("checkpoint_buffers_per_s", "1/s", _NEITHER, "buffers written by checkpoints"),
    ("toast_reads_per_s", "1/s", _LOWER, "TOAST blocks read from outside shared buffers, by table"),
    (
        "table_reads_per_s",
        "1/s",
        _LOWER,
        "blocks of a table and its indexes read from outside shared buffers, by table",
    ),
    ("dead_rows", "count", _LOWER, "rows that vacuum has not removed yet, by table"),
    ("vacuums_per_s", "1/s", _NEITHER, "vacuums done, by table"),
    ("statement_calls_per_s", "1/s", _NEITHER, "executions by the server's account (pg_stat_statements), by query"),
    ("statement_ms_per_s", "ms/s", _LOWER, "execution time by the server's account (pg_stat_statements), by query"),
    ("statement_rows_per_s", "1/s", _NEITHER, "rows by the server's account (pg_stat_statements), by query"),
    ("statement_reads_per_s", "1/s", _LOWER, "blocks read by the server's account (pg_stat_statements), by query"),
    ("acu", "count", _NEITHER, "capacity units of a serverless instance"),
    ("connections_limit", "count", _NEITHER, "connections that the server takes"),
    ("memory_limit_bytes", "B", _NEITHER, "memory of the machine, the container, or the instance's class"),
    ("iops_limit", "1/s", _NEITHER, "provisioned requests a second, reads and writes together"),
    ("disk_bytes_per_s_limit", "B/s", _NEITHER, "provisioned throughput, reads and writes together"),
)
_CLOUD = "cloudwatch, cloudwatch-aurora"
# Which servers report a metric, from which version and flavor; any PostgreSQL from 13 reports what is not named here.
_TOLD = {
    **dict.fromkeys(
        ("cpu_percent", "read_iops", "write_iops", "read_bytes_per_s", "write_bytes_per_s", "memory_free_bytes"),
        f"host, container, {_CLOUD}",
    ),
    **dict.fromkeys(
        ("read_latency_ms", "write_latency_ms", "disk_queue", "swap_used_bytes", "storage_free_bytes"), _CLOUD
    ),
    **dict.fromkeys(("network_receive_bytes_per_s", "network_transmit_bytes_per_s"), f"container, {_CLOUD}"),
    **dict.fromkeys(("volume_read_iops", "volume_write_iops", "acu"), "cloudwatch-aurora"),
    **dict.fromkeys(("server_read_bytes_per_s", "server_write_bytes_per_s"), "postgres (16+)"),
    **dict.fromkeys(("replica_lag_bytes", "checkpoints_per_s", "checkpoint_buffers_per_s"), "postgres (not Aurora)"),
    **dict.fromkeys(
        ("statement_calls_per_s", "statement_ms_per_s", "statement_rows_per_s", "statement_reads_per_s"),
        "postgres (with pg_stat_statements)",
    ),
    **dict.fromkeys(("cache_hit_ratio", "deadlocks_per_s"), "postgres, cloudwatch-aurora"),
    "memory_limit_bytes": f"host, container, {_CLOUD}",
    **dict.fromkeys(("iops_limit", "disk_bytes_per_s_limit"), "cloudwatch"),
    **dict.fromkeys(
        ("server_cpu_percent", "others_cpu_percent", "steal_percent", "cpu_pressure_percent", "io_pressure_percent"),
        "host",
    ),
    "commits_per_s": "postgres, workload, cloudwatch-aurora",
    "commit_latency_ms": "postgres (Aurora), cloudwatch-aurora",
    "connections": f"postgres, {_CLOUD}",
    "active_sessions": "postgres, insights",
    "wal_bytes_per_s": "postgres (not Aurora), cloudwatch",
    "wal_full_pages_per_s": "postgres (14+, not Aurora)",
    "replica_lag_ms": f"heartbeat, postgres, {_CLOUD}",
}
CATALOGUE: dict[str, Metric] = {row[0]: Metric(*row, told=_TOLD.get(row[0], "postgres")) for row in _ROWS}

# What a server can hold: told under headroom, beside what came near it.
LIMITS = frozenset({"connections_limit", "memory_limit_bytes", "iops_limit", "disk_bytes_per_s_limit"})

# What a name means at a source, where that is not what it means elsewhere.
KINDS: dict[tuple[str, str], str] = {
    ("write_iops", AURORA): "records of the write-ahead log sent to storage",
    ("write_bytes_per_s", AURORA): "bytes of the write-ahead log sent to storage",
    ("write_latency_ms", AURORA): "a write of the write-ahead log to storage",
    ("read_iops", AURORA): "reads from an Aurora volume",
    ("cpu_percent", CONTAINER): "share of the host's cores that the container uses",
    ("memory_free_bytes", CONTAINER): "what is left of the container's limit",
    ("memory_free_bytes", HOST): "what is left of the host's memory",
    ("replica_lag_ms", POSTGRES): "age of the last replayed transaction; 0 when all that was received is replayed",
    ("replica_lag_ms", HEARTBEAT): "from a commit until a reader shows it",
    ("replica_lag_ms", CLOUDWATCH): "lag by the minute, as the service reports it",
    ("replica_lag_ms", AURORA): "lag of an Aurora reader's pages, by the minute",
    ("read_iops", CONTAINER): "read requests of the container",
    ("write_iops", CONTAINER): "write requests of the container",
    ("active_sessions", INSIGHTS): "load as Performance Insights samples it",
}


def kind(name: str, source: str) -> str:
    """Return what *name* means at *source*: two samples are comparable when it is the same.

    >>> kind("commits_per_s", "postgres") == kind("commits_per_s", "workload")
    True
    >>> kind("write_iops", "cloudwatch-aurora") == kind("write_iops", "cloudwatch")
    False
    """
    return KINDS.get((name, source), name)


def unit(name: str) -> str:
    """Return a metric's unit ("" for a team's own, which brings its own)."""
    return CATALOGUE[name].unit if name in CATALOGUE else ""
