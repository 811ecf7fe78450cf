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
(
    HEARTBEAT,
    REPLICA_STATUS,
    POSTGRES,
    REPLICATION,
    OWN,
    COMMAND,
    PROMETHEUS,
    WORKLOAD,
    HOST,
    CONTAINER,
    ENHANCED,
    INSIGHTS,
    CLOUDWATCH,
    AURORA,
) = SOURCES = (
    "heartbeat",
    "aurora_replica_status",
    "postgres",
    "pg_stat_replication",
    "own",
    "command",
    "prometheus",
    "workload",
    "host",
    "container",
    "enhanced",
    "insights",
    "cloudwatch",
    "cloudwatch-aurora",
)

# Sources that have the metrics of several instances.
OF_INSTANCES = frozenset({REPLICA_STATUS, REPLICATION, COMMAND, PROMETHEUS, ENHANCED, INSIGHTS, CLOUDWATCH, AURORA})
# Metrics of the readers of a server, whatever their instance is.
OF_READERS = frozenset({"replica_lag_ms", "replica_lag_bytes"})
# The begin of a subject that is a further statistic of a metric over each period of its source: "statistic:p99".
STATISTIC = "statistic:"
READER = "is_reader"
UNLIMITED_CPU = "is_cpu_unlimited"
# The direction of a metric that is not in this catalog: its name is the subject of the sample.
DIRECTION = "metric_direction"

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
    ("lock_queue", "count", _LOWER, "sessions that wait for a lock of a table or of its rows, by table"),
    (
        "lock_depth",
        "count",
        _LOWER,
        "longest chain of sessions that wait for a lock: each is blocked by the next one; of a circle, its sessions",
    ),
    (
        "lock_cycles",
        "count",
        _LOWER,
        "circles of sessions that wait for each other: deadlocks that the server has not detected yet (`deadlock_timeout`)",
    ),
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
    ("active_sessions_waiting", "count", _LOWER, "of the sessions that run a statement, those that wait for something"),
    ("acu", "count", _NEITHER, "capacity units of a serverless instance"),
    ("acu_percent", "percent", _LOWER, "capacity units in use among the most that a serverless instance may have"),
    (
        "cpu_credits",
        "count",
        _HIGHER,
        "CPU credits left of an instance of a burstable class (db.t): one is a minute of one processor",
    ),
    (
        "cpu_surplus_credits",
        "count",
        _LOWER,
        "CPU credits that an instance in unlimited mode used and has not earned yet",
    ),
    ("cpu_credits_charged", "count", _LOWER, "of them, those that AWS charges"),
    ("burst_balance_percent", "percent", _HIGHER, "I/O credits left of a gp2 volume"),
    (
        "ebs_io_balance_percent",
        "percent",
        _HIGHER,
        "I/O credits left of the instance class for requests to its volumes",
    ),
    ("ebs_byte_balance_percent", "percent", _HIGHER, "throughput credits left of the instance class for its volumes"),
    ("transaction_ids_used", "count", _LOWER, "age of the oldest transaction id that is not frozen"),
    ("wal_disk_bytes", "B", _LOWER, "disk space of the write-ahead log"),
    ("slot_disk_bytes", "B", _LOWER, "disk space of the write-ahead log that replication slots retain"),
    (
        "oldest_slot_lag_bytes",
        "B",
        _LOWER,
        "write-ahead log that the last of the replication slots has not confirmed yet",
    ),
    ("checkpoint_age_s", "s", _NEITHER, "time since the last checkpoint"),
    ("rds_replica_lag_ms", "ms", _LOWER, "how far an Aurora replica of an RDS instance is behind that instance"),
    ("storage_network_bytes_per_s", "B/s", _LOWER, "bytes between an Aurora instance and its volume"),
    ("storage_network_receive_bytes_per_s", "B/s", _LOWER, "of them, those that the instance receives"),
    ("storage_network_transmit_bytes_per_s", "B/s", _LOWER, "of them, those that the instance sends"),
    ("temp_storage_iops", "1/s", _LOWER, "requests to the local disk of an Aurora instance"),
    ("temp_storage_bytes_per_s", "B/s", _LOWER, "bytes read and written on the local disk of an Aurora instance"),
    ("volume_bytes", "B", _NEITHER, "storage that an Aurora volume uses"),
    ("engine_uptime_s", "s", _NEITHER, "time since the engine of an Aurora instance started"),
    (READER, "count", _NEITHER, "1: the instance is a reader; 0: it is not"),
    (
        UNLIMITED_CPU,
        "count",
        _NEITHER,
        "1: a burstable instance continues without CPU credits (unlimited mode); 0: its processors are limited then",
    ),
    (
        DIRECTION,
        "count",
        _NEITHER,
        "1: higher values of the metric that is the subject are better; -1: lower values are",
    ),
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
    "cpu_percent": f"host, container, enhanced, {_CLOUD}",
    **dict.fromkeys(
        ("read_latency_ms", "write_latency_ms", "disk_queue", "swap_used_bytes", "storage_free_bytes"), _CLOUD
    ),
    **dict.fromkeys(("network_receive_bytes_per_s", "network_transmit_bytes_per_s"), f"container, enhanced, {_CLOUD}"),
    **dict.fromkeys(
        (
            "volume_read_iops",
            "volume_write_iops",
            "volume_bytes",
            "acu",
            "acu_percent",
            "rds_replica_lag_ms",
            "storage_network_bytes_per_s",
            "storage_network_receive_bytes_per_s",
            "storage_network_transmit_bytes_per_s",
            "engine_uptime_s",
            "temp_storage_iops",
            "temp_storage_bytes_per_s",
        ),
        "cloudwatch-aurora",
    ),
    **dict.fromkeys(
        (
            "active_sessions_waiting",
            "cpu_credits",
            "cpu_surplus_credits",
            "cpu_credits_charged",
            "ebs_io_balance_percent",
            "ebs_byte_balance_percent",
            "transaction_ids_used",
            "wal_disk_bytes",
            "slot_disk_bytes",
            READER,
            UNLIMITED_CPU,
        ),
        _CLOUD,
    ),
    DIRECTION: "command, prometheus",
    **dict.fromkeys(("burst_balance_percent", "oldest_slot_lag_bytes", "checkpoint_age_s"), "cloudwatch"),
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
        ("server_cpu_percent", "others_cpu_percent", "cpu_pressure_percent", "io_pressure_percent"),
        "host",
    ),
    "steal_percent": "host, enhanced",
    "commits_per_s": "postgres, workload, cloudwatch-aurora",
    "commit_latency_ms": "postgres (Aurora), cloudwatch-aurora",
    "connections": f"postgres, {_CLOUD}",
    "active_sessions": f"postgres, insights, {_CLOUD}",
    "active_sessions_cpu": f"postgres, {_CLOUD}",
    "wal_bytes_per_s": "postgres (not Aurora), cloudwatch",
    "wal_full_pages_per_s": "postgres (14+, not Aurora)",
    "replica_lag_ms": f"heartbeat, aurora_replica_status, postgres, pg_stat_replication, {_CLOUD}",
}
CATALOGUE: dict[str, Metric] = {row[0]: Metric(*row, told=_TOLD.get(row[0], "postgres")) for row in _ROWS}

# What a server can hold: told under headroom, beside what came near it.
LIMITS = frozenset({"connections_limit", "memory_limit_bytes", "iops_limit", "disk_bytes_per_s_limit"})
# What holds for all of a run and is sampled once.
FACTS = LIMITS | {READER, UNLIMITED_CPU, DIRECTION}

_HIGHEST, _LOWEST = "highest value of each minute", "lowest value of each minute"
_BY_MINUTE = {
    "cpu_percent": _HIGHEST,
    "read_latency_ms": _HIGHEST,
    "swap_used_bytes": _HIGHEST,
    "memory_free_bytes": _LOWEST,
    "storage_free_bytes": _LOWEST,
}
# What a name means at a source, where that is not what it means elsewhere.
KINDS: dict[tuple[str, str], str] = {
    **{(name, source): meaning for name, meaning in _BY_MINUTE.items() for source in (CLOUDWATCH, AURORA)},
    ("write_iops", AURORA): "records of the write-ahead log sent to storage",
    ("write_bytes_per_s", AURORA): "bytes of the write-ahead log sent to storage",
    ("write_latency_ms", AURORA): "a write of the write-ahead log to storage, highest value of each minute",
    ("commit_latency_ms", AURORA): _HIGHEST,
    ("read_iops", AURORA): "reads from an Aurora volume",
    ("cpu_percent", CONTAINER): "share of the host's cores that the container uses",
    ("memory_free_bytes", CONTAINER): "what is left of the container's limit",
    ("memory_free_bytes", HOST): "what is left of the host's memory",
    ("replica_lag_ms", POSTGRES): "age of the last replayed transaction; 0 when all that was received is replayed",
    ("replica_lag_ms", REPLICA_STATUS): "lag of the pages of an Aurora reader, as aurora_replica_status() reports it",
    (
        "replica_lag_ms",
        REPLICATION,
    ): "from a flush on the primary until the primary learned that a standby had replayed it (replay_lag)",
    ("replica_lag_ms", HEARTBEAT): "from a commit until a reader shows it",
    ("replica_lag_ms", CLOUDWATCH): "lag as the service reports it, highest value of each minute",
    (
        "replica_lag_ms",
        AURORA,
    ): "lag of the pages of an Aurora reader (of a writer: of its last reader), highest value of each minute",
    ("read_iops", CONTAINER): "read requests of the container",
    ("write_iops", CONTAINER): "write requests of the container",
    **{
        (name, source): "load as Performance Insights samples it"
        for name in ("active_sessions", "active_sessions_cpu")
        for source in (INSIGHTS, CLOUDWATCH, AURORA)
    },
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
