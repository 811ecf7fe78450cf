"""How much of a server both sides used: active sessions by wait, query and table, and how close they came to limits."""

from __future__ import annotations

import pandas as pd
import polars as pl

from pgrehearse.compare.comparison import Headroom, Load
from pgrehearse.runs.metric_catalog import LIMITS

# Prefixes of the subjects of ``active_sessions``; by query and table it is sampled in steps of this length.
LOADS = ("wait:", "event:", "query:", "table:")
STEP_S = 10
PROCESSOR = "processor"
# By resource: its unit, what is used of it at one moment, and its limit.
_RESOURCES: dict[str, tuple[str, pl.Expr, pl.Expr]] = {
    PROCESSOR: ("percent", pl.col("cpu_percent"), pl.lit(100.0)),
    "connections": ("count", pl.col("connections"), pl.col("connections_limit")),
    "memory": ("B", pl.col("memory_limit_bytes") - pl.col("memory_free_bytes"), pl.col("memory_limit_bytes")),
    "disk requests": ("1/s", pl.col("read_iops") + pl.col("write_iops"), pl.col("iops_limit")),
    "disk throughput": (
        "B/s",
        pl.col("read_bytes_per_s") + pl.col("write_bytes_per_s"),
        pl.col("disk_bytes_per_s_limit"),
    ),
    "serverless capacity": ("percent", pl.col("acu_percent"), pl.lit(100.0)),
}
# A cache hit ratio that is lower by this share at first: the cache was cold.
COLD = 0.05


def loads(sides: list[tuple[str, pd.DataFrame]]) -> tuple[Load, ...]:
    """Return how many sessions were active on average on each side: by wait class, wait event, query and table."""
    averages: dict[str, list[float]] = {}
    for number, (_, frame) in enumerate(sides):
        active = frame[frame["name"] == "active_sessions"]
        parts = active[active["subject"].str.startswith(LOADS)]
        every = active[(active["subject"] == "") & (active["source"] == "postgres")]
        if every.empty or parts.empty:
            continue
        for subject, values in parts.groupby("subject")["value"]:
            # Waits are sampled every second, the rest in steps.
            width = 1 if str(subject).startswith("wait:") else STEP_S
            of_sides = averages.setdefault(str(subject), [0.0] * len(sides))
            of_sides[number] = float(values.sum()) * width / len(every)
    order = sorted(averages.items(), key=lambda item: -max(item[1]))
    return tuple(Load(subject.partition(":")[0], subject.partition(":")[2], tuple(values)) for subject, values in order)


def headroom(side: str, frame: pd.DataFrame) -> list[Headroom]:
    """Return how close a side came to the limits of its server, as far as a source has them."""
    closest = []
    for what, pairs in uses(frame).items():
        used, limit = pairs.select("used", "limit").sort(pl.col("used") / pl.col("limit")).row(-1)
        closest.append(Headroom(side, what, _RESOURCES[what][0], used, limit))
    return closest


def uses(frame: pd.DataFrame) -> dict[str, pl.DataFrame]:
    """Return what was used of each resource whose limit is known: instance, second, used, limit."""
    server = frame[frame["subject"] == ""]
    if server.empty:
        return {}
    place = ["source", "instance"]
    samples = pl.from_pandas(server[[*place, "second", "name", "value"]]).pivot(
        "name", index=[*place, "second"], values="value", aggregate_function="max"
    )
    wanted = {name for _, used, _ in _RESOURCES.values() for name in used.meta.root_names()} | LIMITS
    samples = samples.with_columns(pl.lit(None, pl.Float64).alias(name) for name in wanted - set(samples.columns))
    # A limit holds for all of the run; the limit of connections holds for all sources.
    samples = samples.with_columns(
        pl.col("connections_limit").max(), pl.col(*sorted(LIMITS - {"connections_limit"})).max().over(place)
    )
    pairs = {
        what: samples.select("instance", "second", used.alias("used"), limit.alias("limit")).drop_nulls()
        for what, (_, used, limit) in _RESOURCES.items()
    }
    return {what: table for what, table in pairs.items() if not table.is_empty()}


def began_cold(label: str, frame: pd.DataFrame) -> list[str]:
    """Return whether a side's cache was cold at the start: its hit ratio was much lower in the first tenth than later."""
    ratios = frame[(frame["name"] == "cache_hit_ratio") & (frame["subject"] == "")].sort_values("second")["value"]
    begin = max(len(ratios) // 10, 1)
    if len(ratios) < 2 * begin:
        return []
    first, rest = float(ratios.iloc[:begin].mean()), float(ratios.iloc[begin:].mean())
    if rest - first <= COLD:
        return []
    return [f"{label} started with a cold cache: hit ratio {first:.1%} at first, {rest:.1%} later"]
