"""Sides that got other parts of the traffic (--placement): only the statements that were sent to both sides are compared.

The statements that a server of a placement did not get are on one side only. Those of transactions that cross servers were sent to no server
at all: their load is missing, which is a caution, and above a small share no verdict on speed is possible.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from pgrehearse.compare.alignment import Mask, Measured
from pgrehearse.compare.columns import column, parts
from pgrehearse.compare.comparison import Caution
from pgrehearse.compare.same_work import OtherWork
from pgrehearse.compare.sides import Side
from pgrehearse.runs.reasons import CROSSES_SERVERS, NO_SERVER, OTHER_SERVER
from pgrehearse.runs.run_facts import RunPlan
from pgrehearse.runs.schema import Status
from pgrehearse.workload.schema import IS_STATEMENT, TOOK

# Above this share of the time of the statements, those that were sent to no server are a load that is missing.
MOST_MISSING = 0.01
_SKIPPED = list(Status).index(Status.SKIPPED) + 1
_LOOK = "placement.html of the scenario, or inspect --placement, lists these transactions by their tables"


@dataclass(frozen=True, slots=True)
class NotSent:
    """What a placement left out on a side. *elsewhere*: statements of other servers; *nowhere*: statements that were sent to no server,
    and their *share* of the time of all statements (of their number, if the capture has no times)."""

    elsewhere: int
    nowhere: int
    share: float


def is_same_part(plan: RunPlan, other: RunPlan) -> bool:
    """Return whether two runs got the same part of the traffic: by the content of the placement, or by its words in a run without it."""
    parts = [(one.placement, one.server) if one.placement else one.one_server for one in (plan, other)]
    return parts[0] == parts[1]


def got_other_parts(baseline: Side, candidate: Side) -> bool:
    """Return whether two sides got other parts of the traffic. Production got all of it."""
    plans = [side.run.manifest.plan if side.run is not None else RunPlan() for side in (baseline, candidate)]
    return not is_same_part(plans[0], plans[1])


def not_on_both(before: Measured, after: Measured) -> Mask:
    """Return the places of the statements that were not sent on one of two sides."""
    skipped: Mask = column(len(before.status), np.bool_)
    for part in parts(len(skipped)):
        skipped[part] = (before.status[part] == _SKIPPED) | (after.status[part] == _SKIPPED)
    return skipped


def not_sent(side: Side) -> NotSent:
    """Count what a placement left out on a side."""
    if side.run is None or not side.run.manifest.plan.one_server:
        return NotSent(0, 0, 0.0)
    reasons = pl.col("reason").cast(pl.String)
    left = (
        side.run.outcomes()
        .filter((pl.col("copy") == 0) & reasons.is_in([OTHER_SERVER, CROSSES_SERVERS, NO_SERVER]))
        .select("session", "seq", (reasons != OTHER_SERVER).alias("nowhere"))
    )
    ran = side.workload.events().filter(IS_STATEMENT).select("session", "seq", TOOK.fill_null(0).alias("us"))
    found = ran.join(left, on=["session", "seq"], how="left")
    nowhere = pl.col("nowhere").fill_null(value=False)
    counts = found.select(
        (~pl.col("nowhere")).sum().alias("elsewhere"),
        nowhere.sum().alias("nowhere"),
        pl.col("us").sum(),
        pl.col("us").filter(nowhere).sum().alias("nowhere_us"),
        pl.len().alias("statements"),
    ).collect()
    row = counts.row(0, named=True)
    part, whole = (row["nowhere_us"], row["us"]) if row["us"] else (row["nowhere"], row["statements"])
    return NotSent(row["elsewhere"], row["nowhere"], part / whole if whole else 0.0)


def unlike_parts(baseline: Side, candidate: Side) -> tuple[Caution, ...]:
    """Return a caution if the sides got other parts of the traffic."""
    if not got_other_parts(baseline, candidate):
        return ()
    missing = tuple(one.caution for one in missing_traffic(baseline, candidate))
    return missing + tuple(
        Caution(
            f"{side.name} got the statements of one server only ({side.run.manifest.plan.one_server}): {left.elsewhere:,} statements of other "
            f"servers were not sent to it. Only statements that were sent to both sides are compared; metrics are those of the whole servers",
            "replay both sides with the same --placement and --server to compare whole servers; placement.html of a scenario shows all servers",
        )
        for side in (baseline, candidate)
        if side.run is not None and side.run.manifest.plan.one_server and (left := not_sent(side))
    )


def missing_traffic(baseline: Side, candidate: Side) -> tuple[OtherWork, ...]:
    """Return the statements that a placement sends to no server (empty: none). They prevent a verdict above a small share of the time."""
    if not got_other_parts(baseline, candidate):
        return ()
    return tuple(
        OtherWork(
            Caution(
                f"{left.nowhere:,} statements ({left.share:.1%} of the time of all) were not sent to {side.name}, nor to another server: "
                "their transactions cross servers, or use a table that no server gets. Their load is missing",
                _LOOK,
            ),
            left.share > MOST_MISSING,
        )
        for side in (baseline, candidate)
        if (left := not_sent(side)).nowhere
    )
