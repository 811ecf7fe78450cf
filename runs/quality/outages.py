"""Outages: when the target was unreachable or stopped responding, how many statements failed, and the time to recovery.

They are derived from outcomes alone. Statements that failed because of a missing connection are split into outages at gaps without
failures. A span in which statements were in flight and none completed is an outage too.
"""

from __future__ import annotations

import numpy as np
import polars as pl

from pgrehearse.base.clock import MILLISECOND, SECOND
from pgrehearse.runs.fitness_values import Outage
from pgrehearse.runs.reasons import LOST, REFUSED, UNREACHABLE
from pgrehearse.workload.arrays import Ints

# The server is unreachable, shuts down, starts up, or has no free connection: class 08, 57P01 to 57P03, 53300.
GONE = pl.col("sqlstate").str.starts_with("08") | pl.col("sqlstate").is_in(["57P01", "57P02", "57P03", "53300"])
_UNCONNECTED = [REFUSED, UNREACHABLE]
# Failures this far apart belong to two outages; a span this long without a response is an outage.
_APART_US, _STILL_US = 2 * SECOND, SECOND
# The target has recovered when the statements of one second are on time again: within this limit, or twice the lateness before the outage.
_ON_TIME_US = 10 * MILLISECOND


def outages(found: pl.DataFrame) -> list[Outage]:
    """Return the outages of a run in order. *found*: rows of ``statements.statements``.

    Statements that failed in production too are ignored.
    """
    late = _late_by_second(found)
    cut = [_outage(part, late) for part in _bands(_failed(found))]
    return sorted(cut + _standstills(found, cut, late), key=lambda outage: outage.at_us)


def _failed(found: pl.DataFrame) -> pl.DataFrame:
    """Return the statements that failed because of a missing connection: the time of failure, session, copy, transaction."""
    gone = GONE.fill_null(value=False) | pl.col("reason").is_in([*_UNCONNECTED, LOST]).fill_null(value=False)
    return (
        found.lazy()
        .filter((pl.col("status") == "failed") & gone & (pl.col("ended") == "ok"))
        .select(
            pl.coalesce("done_us", pl.max_horizontal("due_us", "ready_us")).alias("failed_us"),
            "session",
            "copy",
            "transaction",
            pl.col("reason").is_in(_UNCONNECTED).fill_null(value=False).alias("refused"),
        )
        .sort("failed_us")
        .collect()
    )


def _bands(failed: pl.DataFrame) -> list[pl.DataFrame]:
    if failed.is_empty():
        return []
    band = (pl.col("failed_us").diff().fill_null(0) > _APART_US).cum_sum().alias("band")
    return failed.with_columns(band).partition_by("band", maintain_order=True)


def _outage(band: pl.DataFrame, late: Ints) -> Outage:
    at, until = int(band["failed_us"][0]), int(band["failed_us"][-1])
    return Outage(
        "server unreachable" if band["refused"].any() else "connections lost",
        at,
        until,
        _normal(at, until, late),
        band.height,
        band.select("session", "copy", "transaction").n_unique(),
    )


def _standstills(found: pl.DataFrame, earlier: list[Outage], late: Ints) -> list[Outage]:
    """Return the spans in which no statement completed although statements of more than one session were in flight throughout."""
    sent = found.drop_nulls("done_us")
    done = np.sort(sent["done_us"].to_numpy())
    if len(done) < 2:
        return []
    gaps = np.flatnonzero(np.diff(done) > _STILL_US)
    out = []
    for low, high in zip(done[gaps].tolist(), done[gaps + 1].tolist(), strict=True):
        held = sent.filter((pl.col("sent_us") <= low + _STILL_US // 2) & (pl.col("done_us") >= high))
        longest = int(held.select((pl.col("took_us").fill_null(0)).max().fill_null(0)).item() or 0)
        covered = any(outage.at_us < high and low < outage.until_us for outage in earlier)
        if held["session"].n_unique() > 1 and longest < (high - low) // 2 and not covered:
            out.append(Outage("server stopped responding", low, high, _normal(low, high, late), 0, 0))
    return out


def _late_by_second(found: pl.DataFrame) -> Ints:
    """Return, for each second, the lateness (p90) of the statements that were due in it."""
    by = (
        found.drop_nulls("sent_us")
        .group_by((pl.col("due_us") // SECOND).clip(0).alias("second"))
        .agg(pl.col("late").quantile(0.9))
    )
    if by.is_empty():
        return np.zeros(1, dtype=np.int64)
    late: Ints = np.zeros(int(by["second"].max()) + 1, dtype=np.int64)  # type: ignore[arg-type]
    late[by["second"].to_numpy()] = by["late"].to_numpy().astype(np.int64)
    return late


def _normal(at_us: int, until_us: int, late: Ints) -> int:
    begin, end = max(at_us // SECOND, 0), max(until_us // SECOND, 0)
    before = float(np.median(late[:begin])) if begin > 0 else 0.0
    well = np.flatnonzero(late[end + 1 :] <= max(_ON_TIME_US, 2 * before))
    if late[end : end + 1].size and late[end] <= max(_ON_TIME_US, 2 * before):
        return until_us
    return int((end + 1 + well[0]) * SECOND) if len(well) else max(len(late) * SECOND, until_us)
