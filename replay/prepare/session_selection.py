"""Who plays: which captured sessions, in how many copies, dealt to workers whole, the busiest first."""

from __future__ import annotations

import heapq
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.base.clock import SECOND
from pgrehearse.replay.plan.filters import EVERYTHING
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.workload.analysis.summary import peak
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT
from pgrehearse.workload.window import KINDS, part_of

# How far the copies of an amplified session lie from it at most.
JITTER_US = 2 * SECOND


class Role(NamedTuple):
    """One session to play: its number, which *copy* of it (0: itself), and how much later than it."""

    session: int
    copy: int
    shift_us: int


def cast(workload: Workload, plan: ReplayPlan) -> pl.DataFrame:
    """Return the roles of a replay: session, copy, shift_us, events; ordered by session and copy.

    A session of which nothing is chosen does not connect; one whose sessions are thinned out, or amplified, is thinned
    or amplified whole (statements chosen by what they say are: ``skip_rules``).
    """
    sessions = _chosen(workload, plan)
    casting = plan.cast
    taken = _taken(workload, plan, sessions)
    if casting.thin < 1 and casting.where.of_sessions:
        kept = pl.Series(chance(sessions["session"].to_numpy(), casting.seed) < casting.thin)
        sessions = sessions.filter(kept | ~pl.col("session").is_in(taken.implode()))
    copies = pl.when(pl.col("session").is_in(taken.implode())).then(casting.amplify).otherwise(1)
    roles = (
        sessions.select("session", "events", pl.int_ranges(0, copies, dtype=pl.Int16).alias("copy"))
        .explode("copy", empty_as_null=True)
        .sort("session", "copy")
    )
    place = (roles["session"].cast(pl.Int64) * (1 << 16) + roles["copy"]).to_numpy()
    shift = (chance(place, casting.seed) * JITTER_US).astype(np.int64)
    moved = pl.when(pl.col("copy") > 0).then(pl.Series(shift)).otherwise(0)
    return roles.with_columns((moved if plan.speed is not None else pl.lit(0)).alias("shift_us"))


def _chosen(workload: Workload, plan: ReplayPlan) -> pl.DataFrame:
    """Return the sessions of which something is chosen, in the part of the window that is replayed."""
    sessions = workload.sessions().filter(
        (pl.col("end_us") >= plan.from_us) & (pl.col("at_us") < (plan.until_us or 1 << 62))
    )
    if plan.cast.only == EVERYTHING and plan.cast.without is None:
        return sessions
    chosen = statements(workload).filter(selected(plan)).select("session").unique().collect()["session"]
    return sessions.filter(pl.col("session").is_in(chosen.implode()))


def _taken(workload: Workload, plan: ReplayPlan, sessions: pl.DataFrame) -> pl.Series:
    """Return the sessions that ``where`` speaks of."""
    if plan.cast.where == EVERYTHING:
        return sessions["session"]
    return statements(workload).filter(plan.cast.where.expression()).select("session").unique().collect()["session"]


def selected(plan: ReplayPlan) -> pl.Expr:
    """Return whether a statement is chosen by ``--only`` and ``--except``."""
    without = plan.cast.without
    return plan.cast.only.expression() & (~without.expression() if without is not None else pl.lit(value=True))


def chance(numbers: NDArray[np.int64], seed: int) -> NDArray[np.float64]:
    """Return a number from 0 to 1 for each number: the same one on every machine, in every version (splitmix64)."""
    with np.errstate(over="ignore"):
        x = numbers.astype(np.uint64) + np.uint64(seed) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0x9E3779B97F4A7C15)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (x ^ (x >> np.uint64(31))).astype(np.float64) / 2.0**64


def playing(events: pl.LazyFrame, sessions: list[int], plan: ReplayPlan) -> pl.LazyFrame:
    """Return the events of *sessions* in the part of the window that is replayed.

    Columns: those of events, and ``KINDS``.
    """
    return part_of(events.filter(pl.col("session").is_in(sessions)), plan.from_us, plan.until_us)


def statements(workload: Workload) -> pl.LazyFrame:
    """Return the statements of a workload with all that a selection looks at."""
    return looked_at(workload.events().filter(IS_STATEMENT), workload)


def looked_at(events: pl.LazyFrame, workload: Workload) -> pl.LazyFrame:
    """Add what selections look at to events."""
    sessions = workload.sessions().lazy().select("session", "user", "database", "application_name", "instance")
    shapes = workload.shapes().lazy().select(*KINDS, "query_key", "tables_read", "tables_written")
    return events.join(sessions, on="session", how="left", maintain_order="left").join(
        shapes, on="shape", how="left", maintain_order="left"
    )


def at_once(workload: Workload, roles: pl.DataFrame, plan: ReplayPlan) -> int:
    """Return how many connections are open at once at most, with copies and shared ones. *roles*: column session."""
    sessions = workload.sessions().select("session", "user", "database", "instance", "at_us", "end_us", "pooled")
    played = roles.select("session").join(sessions, on="session", how="left")
    if not plan.pooled:
        return peak(played)
    pools = played.filter("pooled").select("user", "database", "instance").n_unique()
    return peak(played.filter(~pl.col("pooled"))) + pools * plan.pooled


def deal(roles: pl.DataFrame, workers: int) -> list[list[Role]]:
    """Return the roles of each worker. *roles*: columns session, copy, shift_us, events.

    >>> deal(pl.DataFrame({"session": [1, 2, 3], "copy": 0, "shift_us": 0, "events": [10, 7, 4]}), 2)[0]
    [Role(session=1, copy=0, shift_us=0)]
    """
    hands: list[list[Role]] = [[] for _ in range(workers)]
    loads = [(0, hand) for hand in range(workers)]
    ordered = roles.sort(["events", "session", "copy"], descending=[True, False, False])
    for session, copy, shift, events in ordered.select("session", "copy", "shift_us", "events").iter_rows():
        load, hand = heapq.heappop(loads)
        hands[hand].append(Role(session, copy, shift))
        heapq.heappush(loads, (load + events, hand))
    return [sorted(hand) for hand in hands]
