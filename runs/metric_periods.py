"""What one value of a metric is of its period, where a source stores one value for each period: the average, the highest or the lowest.

The choice shows trouble: the highest of what is bad when it is high, the lowest of what is bad when it is low, else the average. A
statistic over the values is exact only if the value of each period is of its kind: the highest of the highest values is the
highest of all, but the 99th percentile of averages is not that of what was averaged.
"""

from __future__ import annotations

from enum import StrEnum

from pgrehearse.runs.metric_catalog import AURORA, CLOUDWATCH, ENHANCED, INSIGHTS, STATISTIC


class Of(StrEnum):
    """What one value is of all that was measured in its period."""

    AVERAGE = "average"
    HIGHEST = "highest value"
    LOWEST = "lowest value"


_HIGHEST = frozenset(
    {
        "acu",
        "acu_percent",
        "checkpoint_age_s",
        "commit_latency_ms",
        "cpu_credits_charged",
        "cpu_percent",
        "cpu_surplus_credits",
        "oldest_slot_lag_bytes",
        "rds_replica_lag_ms",
        "read_latency_ms",
        "replica_lag_ms",
        "slot_disk_bytes",
        "swap_used_bytes",
        "transaction_ids_used",
        "volume_bytes",
        "wal_disk_bytes",
        "write_latency_ms",
    }
)
_LOWEST = frozenset(
    {
        "burst_balance_percent",
        "cpu_credits",
        "ebs_byte_balance_percent",
        "ebs_io_balance_percent",
        "engine_uptime_s",
        "memory_free_bytes",
        "storage_free_bytes",
    }
)
# Their periods are a minute or longer.
BY_MINUTE = frozenset({CLOUDWATCH, AURORA})
_AVERAGES = frozenset({INSIGHTS, ENHANCED})
# The subject of the average of each period, where the metric's own value is another statistic.
AVERAGE_SUBJECT = f"{STATISTIC}average"


def of_period(name: str) -> Of:
    """Return what CloudWatch's value of a metric is of each period."""
    if name in _HIGHEST:
        return Of.HIGHEST
    return Of.LOWEST if name in _LOWEST else Of.AVERAGE


def of_value(name: str, source: str) -> Of | None:
    """Return what one value of a metric at *source* is of its period; None: the source measures at instants, or its values are not known
    to be a statistic."""
    if source in BY_MINUTE:
        return of_period(name)
    return Of.AVERAGE if source in _AVERAGES else None
