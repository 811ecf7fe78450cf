"""CloudWatch's metrics of RDS and Aurora: AWS's name, the factor to the metric catalog's unit, the statistic, the level.

The names, units and levels are those of AWS's tables (the RDS user guide, "Amazon CloudWatch metrics for Amazon RDS"; the
Aurora user guide, "Amazon CloudWatch metrics for Amazon Aurora"). The statistic of a period is the one that shows trouble:
the maximum of what is bad when it is high, the minimum of what is bad when it is low, else the average.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pgrehearse.runs.metric_periods import Of, of_period


class Statistic(StrEnum):
    """A statistic of CloudWatch over one period."""

    AVERAGE = "Average"
    MAXIMUM = "Maximum"
    MINIMUM = "Minimum"
    P99 = "p99"


class Level(StrEnum):
    """What has a metric: any instance, a writer or a reader only, or the cluster."""

    INSTANCE = "instance"
    WRITER = "writer"
    READER = "reader"
    CLUSTER = "cluster"


@dataclass(frozen=True, slots=True)
class CloudWatchMetric:
    """The name of a metric in the metric catalog and at AWS, the factor to the catalog's unit, its statistic, who has it, and its
    shortest period. *percentile*: CloudWatch may have its 99th percentile too."""

    metric: str
    aws_name: str
    factor: float = 1.0
    level: Level = Level.INSTANCE
    period_s: int = 60
    percentile: bool = False

    @property
    def statistic(self) -> Statistic:
        """The statistic of each period that is the metric's value."""
        return _STATISTICS[of_period(self.metric)]

    def further_statistics(self) -> tuple[Statistic, ...]:
        """Return the statistics that are fetched beside the main one."""
        average = (Statistic.AVERAGE,) if self.statistic != Statistic.AVERAGE else ()
        return (*average, *((Statistic.P99,) if self.percentile else ()))


_STATISTICS = {Of.AVERAGE: Statistic.AVERAGE, Of.HIGHEST: Statistic.MAXIMUM, Of.LOWEST: Statistic.MINIMUM}
_VOLUME_S = 300

BOTH = (
    CloudWatchMetric("cpu_percent", "CPUUtilization"),
    CloudWatchMetric("read_iops", "ReadIOPS"),
    CloudWatchMetric("write_iops", "WriteIOPS"),
    CloudWatchMetric("read_bytes_per_s", "ReadThroughput"),
    CloudWatchMetric("write_bytes_per_s", "WriteThroughput"),
    CloudWatchMetric("read_latency_ms", "ReadLatency", 1000.0, percentile=True),
    CloudWatchMetric("write_latency_ms", "WriteLatency", 1000.0, percentile=True),
    CloudWatchMetric("disk_queue", "DiskQueueDepth"),
    CloudWatchMetric("connections", "DatabaseConnections"),
    CloudWatchMetric("memory_free_bytes", "FreeableMemory"),
    CloudWatchMetric("swap_used_bytes", "SwapUsage"),
    CloudWatchMetric("network_receive_bytes_per_s", "NetworkReceiveThroughput"),
    CloudWatchMetric("network_transmit_bytes_per_s", "NetworkTransmitThroughput"),
    CloudWatchMetric("active_sessions", "DBLoad"),
    CloudWatchMetric("active_sessions_cpu", "DBLoadCPU"),
    CloudWatchMetric("active_sessions_waiting", "DBLoadNonCPU"),
    CloudWatchMetric("cpu_credits", "CPUCreditBalance"),
    CloudWatchMetric("cpu_surplus_credits", "CPUSurplusCreditBalance"),
    CloudWatchMetric("cpu_credits_charged", "CPUSurplusCreditsCharged"),
    CloudWatchMetric("ebs_io_balance_percent", "EBSIOBalance%"),
    CloudWatchMetric("ebs_byte_balance_percent", "EBSByteBalance%"),
    CloudWatchMetric("transaction_ids_used", "MaximumUsedTransactionIDs"),
    CloudWatchMetric("wal_disk_bytes", "TransactionLogsDiskUsage"),
    CloudWatchMetric("slot_disk_bytes", "ReplicationSlotDiskUsage"),
)
RDS = (
    CloudWatchMetric("replica_lag_ms", "ReplicaLag", 1000.0, Level.READER),
    CloudWatchMetric("storage_free_bytes", "FreeStorageSpace"),
    CloudWatchMetric("wal_bytes_per_s", "TransactionLogsGeneration"),
    CloudWatchMetric("burst_balance_percent", "BurstBalance"),
    CloudWatchMetric("oldest_slot_lag_bytes", "OldestReplicationSlotLag"),
    CloudWatchMetric("checkpoint_age_s", "CheckpointLag"),
)
AURORA = (
    CloudWatchMetric("commits_per_s", "CommitThroughput"),
    CloudWatchMetric("commit_latency_ms", "CommitLatency", percentile=True),
    CloudWatchMetric("replica_lag_ms", "AuroraReplicaLag", level=Level.READER),
    CloudWatchMetric("replica_lag_ms", "AuroraReplicaLagMaximum", level=Level.WRITER),
    CloudWatchMetric("rds_replica_lag_ms", "RDSToAuroraPostgreSQLReplicaLag", 1000.0),
    CloudWatchMetric("deadlocks_per_s", "Deadlocks"),
    CloudWatchMetric("cache_hit_ratio", "BufferCacheHitRatio", 0.01),
    CloudWatchMetric("storage_free_bytes", "FreeLocalStorage"),
    CloudWatchMetric("acu", "ServerlessDatabaseCapacity"),
    CloudWatchMetric("acu_percent", "ACUUtilization"),
    CloudWatchMetric("storage_network_bytes_per_s", "StorageNetworkThroughput"),
    CloudWatchMetric("storage_network_receive_bytes_per_s", "StorageNetworkReceiveThroughput"),
    CloudWatchMetric("storage_network_transmit_bytes_per_s", "StorageNetworkTransmitThroughput"),
    CloudWatchMetric("engine_uptime_s", "EngineUptime"),
    CloudWatchMetric("temp_storage_iops", "TempStorageIOPS"),
    CloudWatchMetric("temp_storage_bytes_per_s", "TempStorageThroughput"),
    # Operations in five minutes, of the volume: the average of longer periods is still that of five minutes.
    CloudWatchMetric("volume_read_iops", "VolumeReadIOPs", 1 / _VOLUME_S, level=Level.CLUSTER, period_s=_VOLUME_S),
    CloudWatchMetric("volume_write_iops", "VolumeWriteIOPs", 1 / _VOLUME_S, level=Level.CLUSTER, period_s=_VOLUME_S),
    CloudWatchMetric("volume_bytes", "VolumeBytesUsed", level=Level.CLUSTER, period_s=_VOLUME_S),
)
