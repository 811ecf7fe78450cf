"""What a replay would do: which statements it would send, at which rate, on how many connections, with how many workers."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.base.clock import SECOND
from pgrehearse.replay.dry_run.calibration import MAX_UTILIZATION, Calibration
from pgrehearse.replay.dry_run.cluster_capacity import Capacity, HostCapacity, hosts_needed
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.prepare.consequences import Consequences
from pgrehearse.replay.prepare.schedule import Schedule, idle_cuts
from pgrehearse.replay.prepare.session_selection import peak_connections, select_sessions
from pgrehearse.replay.prepare.skip_rules import Rules, reason_of
from pgrehearse.replay.prepare.spool import decided
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, TOOK
from pgrehearse.workload.window import before_it


@dataclass(frozen=True, slots=True)
class Forecast:
    """*statements* that are sent, and those *skipped* by reason; *duration_s*: the shortest, where it is flat out.

    *rate*: statements a second, mean and peak (of a second). *connections* at once at most; *max_connections*: those that are free on the
    target (its setting less what is reserved, in use, and the tool's own). *calibration*: what one worker can send here; *workers*: how many the peak needs. *hosts*: of the
    cluster, with *hosts_needed* of them (0: no cluster); *processors*: of all hosts, or of this machine.
    """

    sessions: int
    statements: int
    skipped: dict[str, int]
    duration_s: float
    rate: dict[str, float]
    connections: int
    max_connections: int
    calibration: Calibration
    workers: int
    processors: int
    plan: dict[str, Any]
    hosts: tuple[HostCapacity, ...] = ()
    hosts_needed: int = 0
    reasons: list[str] = field(default_factory=list)

    def document(self) -> dict[str, Any]:
        return asdict(self)


def forecast(
    workload: Workload,
    plan: ReplayPlan,
    *,
    rules: Rules,
    max_connections: int,
    capacity: Capacity,
) -> Forecast:
    """Compute which statements are sent, and when, as the replay itself would. Memory: one part of the workload."""
    copies = select_sessions(workload, plan)
    tally = _tally(workload, plan, copies, rules)
    calibration, hosts, paced = capacity.calibration, capacity.hosts, plan.speed is not None
    per_s = calibration.per_s * plan.workers
    least_s = max(tally.longest_us / SECOND, tally.sent / per_s if per_s else 0.0)
    duration_s = tally.end_us / SECOND if paced else least_s
    rate = {"mean": tally.sent / max(duration_s, 1e-6), "peak": float(tally.per_second.max()) if paced else per_s}
    needed = workers_needed(rate["peak"], calibration.per_s) if paced and calibration.per_s else plan.workers
    connections = peak_connections(workload, copies, plan)
    return Forecast(
        sessions=copies.height,
        statements=tally.sent,
        skipped=dict(sorted(tally.skipped.items())),
        duration_s=round(duration_s, 3),
        rate={name: round(value, 1) for name, value in rate.items()},
        connections=connections,
        max_connections=max_connections,
        calibration=calibration,
        workers=needed,
        processors=capacity.processors,
        plan=asdict(plan.recorded(workload.path)),
        hosts=hosts,
        hosts_needed=hosts_needed(needed, [host.processors for host in hosts]) if hosts else 0,
        reasons=[
            *_reasons(connections, max_connections, needed, plan),
            *_few_processors(needed, capacity, plan),
        ],
    )


def workers_needed(peak: float, per_s: float) -> int:
    """Return how many workers send *peak* statements a second, if one can send *per_s*: none is busy for more than ``MAX_UTILIZATION`` of the time.

    >>> workers_needed(10_000, 4_000)
    5
    """
    return max(math.ceil(peak / (MAX_UTILIZATION * per_s)), 1)


@dataclass
class _Tally:
    """Statements *sent*, *skipped* by reason, due *per_second*; when the last one ends, and the server time of the session with the most."""

    sent: int = 0
    skipped: dict[str, int] = field(default_factory=dict)
    per_second: NDArray[np.int64] = field(default_factory=lambda: np.zeros(1, dtype=np.int64))
    end_us: int = 0
    longest_us: int = 0

    def add(self, frame: pl.DataFrame, copies: pl.DataFrame) -> None:
        """Count one part. *frame*: session, skip, copy_skip, due_us, took_us; *copies*: session, copies."""
        for reason, count in frame.filter(pl.col("skip") > 0).group_by("skip").len().iter_rows():
            self.skipped[reason_of(reason)] = self.skipped.get(reason_of(reason), 0) + count
        times = pl.when(pl.col("skip") == 0).then(1).otherwise(0) + pl.when(pl.col("copy_skip") == 0).then(
            pl.col("copies") - 1
        ).otherwise(0)
        counted = frame.join(copies, on="session").select(
            "session", "took_us", "due_us", times.alias("times"), (pl.col("due_us") // SECOND).clip(0).alias("second")
        )
        per_second = np.bincount(counted["second"].to_numpy(), weights=counted["times"].to_numpy()).astype(np.int64)
        self.per_second = np.pad(self.per_second, (0, max(len(per_second) - len(self.per_second), 0)))
        self.per_second[: len(per_second)] += per_second
        self.sent += int(counted["times"].sum())
        took = pl.col("took_us").fill_null(0)
        end, longest = counted.select((pl.col("due_us") + took).max(), took.sum().over("session").max()).row(0)
        self.end_us, self.longest_us = max(self.end_us, end or 0), max(self.longest_us, longest or 0)


def _tally(workload: Workload, plan: ReplayPlan, copies: pl.DataFrame, rules: Rules) -> _Tally:
    counts = copies.group_by("session").agg((pl.col("copy").max() + 1).cast(pl.Int64).alias("copies"))
    schedule, sessions = Schedule(plan, idle_cuts(workload, plan)), copies["session"].unique().to_list()
    tally, consequences = _Tally(), Consequences(rules, before_it(workload.sessions(), plan.from_us))
    for part in workload.parts():
        frame = (
            decided(workload, part, sessions, plan, consequences)
            .select("session", "action", "skip", "copy_skip", "at_us", TOOK.alias("took_us"))
            .collect()
        )
        due = frame.with_columns(schedule.due(frame))
        tally.add(due.filter(IS_STATEMENT), counts)
    return tally


def _reasons(connections: int, free: int, workers: int, plan: ReplayPlan) -> list[str]:
    """Return why the replay would not be as planned."""
    reasons = []
    if connections > free:
        reasons.append(
            f"{connections} concurrent connections are needed and {free} are free on the target: raise max_connections by {connections - free + 10}"
        )
    if workers > plan.workers and plan.speed is not None:
        reasons.append(f"the busiest second needs {workers} workers: use --workers {workers}")
    return reasons


def _few_processors(workers: int, capacity: Capacity, plan: ReplayPlan) -> list[str]:
    """Return a reason if there is not a processor for each worker, and one for the rest."""
    if workers <= capacity.for_workers or plan.speed is None:
        return []
    has = (
        f"the hosts of the cluster have {capacity.processors}"
        if capacity.hosts
        else f"this machine has {capacity.processors}"
    )
    return [
        f"{workers} workers are needed and {has} processors, which is enough for {capacity.for_workers} "
        "(one processor of each machine is for the system): some statements will be late"
    ]
