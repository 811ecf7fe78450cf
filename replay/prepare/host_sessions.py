"""Which sessions of a replay run on which host of a cluster: loads that are nearly equal, and few waits from one host for another.

A greedy partition. The pairs of sessions that wait for each other are taken by their number of waits: both, with all that is joined to them already, become one
group, unless the group would not fit on a host. Then the groups are placed, the largest first, each on the host with the most room; one that fits
nowhere is divided.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import polars as pl

from pgrehearse.replay.prepare.session_selection import SessionCopy, assign

# A host may have so much more than its share of the load, if fewer sessions wait for those of other hosts then.
UNEVEN = 0.1
NO_WAITS = pl.DataFrame(schema={"session": pl.Int64, "other": pl.Int64, "waits": pl.Int64})


def assign_to_hosts(copies: pl.DataFrame, order: Path | None, workers: Sequence[int]) -> list[list[list[SessionCopy]]]:
    """Return the sessions of each worker of each host; a worker without sessions is left out.

    *copies*: session, copy, shift_us, events; *order*: the directory of the commit order (None: no statement waits); *workers*: of each host.
    """
    if len(workers) == 1:
        divided = [copies]
    else:
        divided = divide(copies, waits_between(order) if order is not None else NO_WAITS, workers)
    return [[shard for shard in assign(part, count) if shard] for part, count in zip(divided, workers, strict=True)]


def waits_between(order: Path) -> pl.DataFrame:
    """Return how often statements of a session wait for transactions of another one: session, other, waits.

    Of the transactions of a table that a statement waits for, the last one counts: it ends last, as a rule. *order*: the directory of the commit order.
    """
    of_table, firsts, owners = (np.load(order / f"{name}.npy") for name in ("of_table", "firsts", "sessions"))
    files = [pl.scan_ipc(file, glob=False) for file in sorted(order.glob("waits-*.arrow"))]
    # A list of waits is pairs of a table and how many of its writers have to have ended.
    pairs = pl.concat(files).select("session", "waits").explode("waits").drop_nulls("waits").collect()
    table, needed = (pairs["waits"].gather_every(2, offset).to_numpy() for offset in (0, 1))
    found = pl.DataFrame(
        {
            "session": pairs["session"].gather_every(2).cast(pl.Int64),
            "other": owners[of_table[firsts[table] + needed - 1]],
        }
    )
    return (
        found.filter(pl.col("session") != pl.col("other"))
        .group_by("session", "other")
        .agg(pl.len().cast(pl.Int64).alias("waits"))
    )


def divide(copies: pl.DataFrame, waits: pl.DataFrame, workers: Sequence[int]) -> list[pl.DataFrame]:
    """Return the sessions of each host: rows of *copies*.

    *copies*: session, copy, events; *waits*: as ``waits_between`` returns them; *workers*: how many each host has, which is its share of the load.
    No host has more than 1.1 times its share of the events, and one session.
    """
    loads = copies["events"].to_list()
    limits = [(1 + UNEVEN) * sum(loads) * count / sum(workers) for count in workers]
    rooms = list(limits)
    host_of = [0] * len(loads)
    for group in _groups(copies, waits, loads, max(limits)):
        most = _most_room(rooms)
        host, whole = most, sum(loads[row] for row in group) <= rooms[most]
        for row in group:
            if not whole and loads[row] > rooms[host]:
                host = _most_room(rooms)
            host_of[row] = host
            rooms[host] -= loads[row]
    placed = copies.with_columns(pl.Series("host", host_of, dtype=pl.Int64))
    return [placed.filter(pl.col("host") == host).drop("host") for host in range(len(workers))]


def _most_room(rooms: list[float]) -> int:
    return max(range(len(rooms)), key=rooms.__getitem__)


def _groups(copies: pl.DataFrame, waits: pl.DataFrame, loads: list[int], limit: float) -> list[list[int]]:
    """Return the rows of *copies* in groups of at most *limit* events, unless one session has more; those with the most events first."""
    groups = [[row] for row in range(len(loads))]
    sums = list(loads)
    group_of = list(range(len(loads)))
    for one, other in _pairs(copies, waits):
        into, from_ = group_of[one], group_of[other]
        if into == from_ or sums[into] + sums[from_] > limit:
            continue
        if len(groups[into]) < len(groups[from_]):
            into, from_ = from_, into
        for row in groups[from_]:
            group_of[row] = into
        groups[into] += groups[from_]
        sums[into] += sums[from_]
        groups[from_] = []
    return [groups[k] for k in sorted(range(len(groups)), key=lambda k: -sums[k]) if groups[k]]


def _pairs(copies: pl.DataFrame, waits: pl.DataFrame) -> list[tuple[int, int]]:
    """Return the pairs of rows of *copies* that wait for each other, those with the most waits first.

    Every copy of a session waits, and only for the sessions themselves (copy 0).
    """
    rows = copies.with_row_index("row").select("row", "session", "copy").cast(pl.Int64)
    themselves = rows.filter(pl.col("copy") == 0).select(
        pl.col("session").alias("other"), pl.col("row").alias("other_row")
    )
    pairs = waits.join(rows, on="session").join(themselves, on="other")
    both = pairs.select(
        pl.min_horizontal("row", "other_row").alias("one"), pl.max_horizontal("row", "other_row").alias("two"), "waits"
    )
    ordered = (
        both.group_by("one", "two")
        .agg(pl.col("waits").sum())
        .sort("waits", "one", "two", descending=[True, False, False])
    )
    return list(ordered.select("one", "two").iter_rows())
