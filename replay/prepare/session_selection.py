"""Which captured sessions are replayed, and in how many copies; and which worker replays each, the busiest first."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.base.clock import SECOND
from pgrehearse.replay.plan.filters import EVERYTHING, TENANT
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.workload.analysis.column_values import column_values
from pgrehearse.workload.analysis.summary import peak
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT
from pgrehearse.workload.window import KINDS, part_of

# How much later than its session a copy begins at most.
JITTER_US = 2 * SECOND
# Which sessions have one copy more does not depend on which sessions are thinned: added to their numbers before they are hashed.
_MORE = 1 << 48


class SessionCopy(NamedTuple):
    """One session to replay: the captured session's number, which *copy* of it (0: itself), and how much later it begins."""

    session: int
    copy: int
    shift_us: int


def select_sessions(workload: Workload, plan: ReplayPlan) -> pl.DataFrame:
    """Return the sessions to replay: session, copy, shift_us, events; ordered by session and copy.

    A session without a selected statement does not connect; thinning and amplification by sessions take all of a session or nothing
    (by statements: ``skip_rules``).
    """
    sessions = _selected_sessions(workload, plan)
    selection = plan.selection
    matching = _matching_where(workload, plan, sessions)
    if selection.thin < 1 and selection.where.selects_sessions:
        kept = pl.Series(uniform_hash(sessions["session"].to_numpy(), selection.seed) < selection.thin)
        sessions = sessions.filter(kept | ~pl.col("session").is_in(matching.implode()))
    number = sessions["session"].to_numpy().astype(np.int64)
    whole, part = divmod(selection.amplify, 1)
    times = int(whole) + (uniform_hash(number + _MORE, selection.seed) < part).astype(np.int64)
    count = pl.when(pl.col("session").is_in(matching.implode())).then(pl.Series(times)).otherwise(1)
    copies = (
        sessions.select("session", "events", pl.int_ranges(0, count, dtype=pl.Int16).alias("copy"))
        .explode("copy", empty_as_null=True)
        .sort("session", "copy")
    )
    numbers = (copies["session"].cast(pl.Int64) * (1 << 16) + copies["copy"]).to_numpy()
    shift = (uniform_hash(numbers, selection.seed) * JITTER_US).astype(np.int64)
    shifted = pl.when(pl.col("copy") > 0).then(pl.Series(shift)).otherwise(0)
    return copies.with_columns((shifted if plan.speed is not None else pl.lit(0)).alias("shift_us"))


def _selected_sessions(workload: Workload, plan: ReplayPlan) -> pl.DataFrame:
    """Return the sessions with a selected statement, in the part of the window that is replayed."""
    sessions = workload.sessions().filter(
        (pl.col("end_us") >= plan.from_us) & (pl.col("at_us") < (plan.until_us or 1 << 62))
    )
    if plan.selection.only == EVERYTHING and plan.selection.without is None:
        return sessions
    selected = statements(workload).filter(is_selected(plan)).select("session").unique().collect()["session"]
    return sessions.filter(pl.col("session").is_in(selected.implode()))


def _matching_where(workload: Workload, plan: ReplayPlan, sessions: pl.DataFrame) -> pl.Series:
    """Return the sessions that ``--where`` selects."""
    if plan.selection.where == EVERYTHING:
        return sessions["session"]
    return (
        statements(workload, plan.selection.where.tenants)
        .filter(plan.selection.where.expression())
        .select("session")
        .unique()
        .collect()["session"]
    )


def is_selected(plan: ReplayPlan) -> pl.Expr:
    """Return whether a statement is selected by ``--only`` and ``--except``."""
    without = plan.selection.without
    return plan.selection.only.expression() & (~without.expression() if without is not None else pl.lit(value=True))


def uniform_hash(numbers: NDArray[np.int64], seed: int) -> NDArray[np.float64]:
    """Return a number from 0 to 1 for each number: the same one on every machine, in every version (splitmix64)."""
    with np.errstate(over="ignore"):
        x = numbers.astype(np.uint64) + np.uint64(seed) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0x9E3779B97F4A7C15)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (x ^ (x >> np.uint64(31))).astype(np.float64) / 2.0**64


def replayed_events(events: pl.LazyFrame, sessions: list[int], plan: ReplayPlan) -> pl.LazyFrame:
    """Return the events of *sessions* in the part of the window that is replayed.

    Columns: those of events, and ``KINDS``.
    """
    return part_of(events.filter(pl.col("session").is_in(sessions)), plan.from_us, plan.until_us)


def statements(workload: Workload, tenants: Sequence[str] = ()) -> pl.LazyFrame:
    """Return the statements of a workload with the columns that filters need."""
    return with_filter_columns(workload.events().filter(IS_STATEMENT), workload, tenants)


def with_filter_columns(events: pl.LazyFrame, workload: Workload, tenants: Sequence[str] = ()) -> pl.LazyFrame:
    """Add the columns that filters need to events. *tenants*: the columns of SQL by whose values a filter selects."""
    if tenants:
        events = events.with_columns(column_values(workload, name).alias(f"{TENANT}{name}") for name in tenants)
    sessions = workload.sessions().lazy().select("session", "user", "database", "application_name", "instance")
    shapes = workload.shapes().lazy().select(*KINDS, "query_key", "tables_read", "tables_written")
    return events.join(sessions, on="session", how="left", maintain_order="left").join(
        shapes, on="shape", how="left", maintain_order="left"
    )


def peak_connections(workload: Workload, copies: pl.DataFrame, plan: ReplayPlan) -> int:
    """Return how many connections are open at once at most, with copies and shared ones. *copies*: column session."""
    sessions = workload.sessions().select("session", "user", "database", "instance", "at_us", "end_us", "pooled")
    replayed = copies.select("session").join(sessions, on="session", how="left")
    if not plan.pooled:
        return peak(replayed)
    pools = replayed.filter("pooled").select("user", "database", "instance").n_unique()
    return peak(replayed.filter(~pl.col("pooled"))) + pools * plan.pooled


def assign(copies: pl.DataFrame, workers: int) -> list[list[SessionCopy]]:
    """Return the sessions of each worker. *copies*: columns session, copy, shift_us, events.

    >>> assign(pl.DataFrame({"session": [1, 2, 3], "copy": 0, "shift_us": 0, "events": [10, 7, 4]}), 2)[0]
    [SessionCopy(session=1, copy=0, shift_us=0)]
    """
    shards: list[list[SessionCopy]] = [[] for _ in range(workers)]
    loads = [(0, worker) for worker in range(workers)]
    ordered = copies.sort(["events", "session", "copy"], descending=[True, False, False])
    for session, copy, shift, events in ordered.select("session", "copy", "shift_us", "events").iter_rows():
        load, worker = heapq.heappop(loads)
        shards[worker].append(SessionCopy(session, copy, shift))
        heapq.heappush(loads, (load + events, worker))
    return [sorted(shard) for shard in shards]
