"""Throttling by the cloud: a server without credits is as slow as its volume or its class allows, whatever its engine does.

A volume or a class with burst performance has a balance of credits. When it is used up, requests are limited to the baseline
performance (the RDS user guide, "Amazon RDS DB instance storage"; the EC2 user guide, "EBS-optimized instances"). The balance at
the start of a replay is not that of production, so such a run is no evidence on latencies. CPU credits are the same, but an
instance in unlimited mode continues without them, and is charged: that is a warning. A provisioned limit (of a volume, of a serverless
cluster) is a choice that production would have too: reaching it is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd
import polars as pl

from pgrehearse.compare.capacity import uses
from pgrehearse.compare.comparison import Caution
from pgrehearse.runs.metric_catalog import UNLIMITED_CPU

# From this balance on, in percent, a server counts as throttled; in CPU credits (minutes of one processor), as without credits.
LEAST_PERCENT, LEAST_CREDITS = 1.0, 1.0
# From this share of a provisioned limit on, an average of a minute counts as at the limit: part of the minute was.
AT_LIMIT = 0.95
_BALANCES = {
    "burst_balance_percent": "the I/O credits of its volume (gp2)",
    "ebs_io_balance_percent": "the I/O credits of its instance class",
    "ebs_byte_balance_percent": "the throughput credits of its instance class",
}
_PROVISIONED = {
    "disk requests": ("the provisioned IOPS of its volume", "provision more IOPS"),
    "disk throughput": ("the provisioned throughput of its volume", "provision more throughput"),
    "serverless capacity": ("its maximum of capacity units", "raise the maximum of capacity units (ACU)"),
}
_OTHER_CLASS = "replay to an instance class without CPU credits (not db.t)"


def throttled(sides: Sequence[tuple[str, pd.DataFrame]]) -> tuple[Caution, ...]:
    """Return which credits were used up during a run, so that the server was limited (empty: none, or none is known)."""
    balances = (
        Caution(
            f"{side}: {what} were used up in {count} of {total} samples ({name} of {instance} at most {LEAST_PERCENT:g} %): "
            "latencies show the limit of the storage and not the engine",
            "replay to a larger instance class, or a volume with provisioned IOPS (gp3, io2), or a shorter window",
        )
        for side, frame in sides
        for name, what in _BALANCES.items()
        for instance, count, total in _empty(frame, name, LEAST_PERCENT)
    )
    processors = (
        Caution(
            f"{side}: {instance} had no CPU credits left in {count} of {total} samples{_mode(unlimited)}: latencies show the limit "
            "of its processors and not the engine",
            _OTHER_CLASS,
        )
        for side, instance, count, total, unlimited in _without_cpu_credits(sides)
        if not unlimited
    )
    return (*balances, *processors)


def at_a_limit(sides: Sequence[tuple[str, pd.DataFrame]]) -> tuple[Caution, ...]:
    """Return what limits a server that continues: used-up CPU credits in unlimited mode, and provisioned limits."""
    charged = (
        Caution(
            f"{side}: {instance} had no CPU credits left in {count} of {total} samples: in unlimited mode it continues, and AWS "
            "charges for it",
            _OTHER_CLASS,
        )
        for side, instance, count, total, unlimited in _without_cpu_credits(sides)
        if unlimited
    )
    return (*charged, *(caution for side, frame in sides for caution in _provisioned(side, frame)))


def _provisioned(side: str, frame: pd.DataFrame) -> Iterator[Caution]:
    used = uses(frame)
    for what, (limit, remedy) in _PROVISIONED.items():
        if what not in used:
            continue
        is_at_limit = (pl.col("used") >= AT_LIMIT * pl.col("limit")).sum()
        counts = used[what].group_by("instance").agg(is_at_limit.alias("count"), pl.len()).sort("instance")
        for instance, count, total in counts.filter(pl.col("count") > 0).rows():
            yield Caution(
                f"{side}: {instance} used {limit} in {count} of {total} samples (at least {AT_LIMIT:.0%} of it): latencies then show "
                "this limit",
                f"{remedy}, and replay again, if the limit is not the one of your future server",
            )


def _mode(unlimited: bool | None) -> str:
    return "" if unlimited is False else " (whether it is in unlimited mode is not known)"


def _without_cpu_credits(
    sides: Sequence[tuple[str, pd.DataFrame]],
) -> Iterator[tuple[str, str, int, int, bool | None]]:
    """Yield the instances without CPU credits: side, instance, in how many samples, of how many, whether it is in unlimited mode."""
    for side, frame in sides:
        facts = frame[frame["name"] == UNLIMITED_CPU]
        modes = dict(zip(facts["instance"].astype(str), facts["value"] > 0, strict=True))
        for instance, count, total in _empty(frame, "cpu_credits", LEAST_CREDITS):
            yield side, instance, count, total, modes.get(instance)


def _empty(frame: pd.DataFrame, name: str, least: float) -> list[tuple[str, int, int]]:
    """Return the instances whose balance was at most *least*: in how many samples, of how many."""
    samples = frame[(frame["name"] == name) & (frame["subject"] == "")]
    by_instance = [(str(instance), values) for instance, values in samples.groupby("instance")["value"]]
    return [
        (instance, int((values <= least).sum()), len(values))
        for instance, values in by_instance
        if (values <= least).any()
    ]
