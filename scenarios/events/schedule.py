"""When the events of a replay begin: by its time line, or by the number of statements that are done; an event past the end is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from pgrehearse.base.errors import BadInput
from pgrehearse.base.units import duration
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.prepare.schedule import Schedule, idle_cuts
from pgrehearse.replay.prepare.session_selection import replayed_events, select_sessions
from pgrehearse.scenarios.events.plan import EventPlan
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, TOOK
from pgrehearse.workload.window import KINDS


@dataclass(frozen=True, slots=True)
class ReplaySize:
    """How long a replay is at its speed (None: as fast as possible, not known), and how many statements it sends at most."""

    length_us: int | None
    statements: int


def replay_size(workload: Workload, plan: ReplayPlan) -> ReplaySize:
    """Return the size of a replay, from the statements that are due. Memory: one part of the workload."""
    copies = select_sessions(workload, plan)
    times = copies.group_by("session").len("copies").lazy()
    sessions, kinds = copies["session"].unique().to_list(), workload.shapes().lazy().select(*KINDS)
    schedule, end_us, statements = Schedule(plan, idle_cuts(workload, plan)), 0, 0
    for part in workload.parts():
        events = pl.scan_parquet(part, glob=False).join(kinds, on="shape", how="left", maintain_order="left")
        columns = replayed_events(events, sessions, plan).select("session", "action", "at_us", TOOK.alias("took_us"))
        frame = columns.join(times, on="session", how="left", maintain_order="left").collect()
        frame = frame.with_columns(schedule.due(frame)).filter(IS_STATEMENT)
        end, count = frame.select(
            (pl.col("due_us") + pl.col("took_us").fill_null(0)).max(), pl.col("copies").sum()
        ).row(0)
        end_us, statements = max(end_us, int(end or 0)), statements + int(count or 0)
    return ReplaySize(end_us if plan.speed is not None else None, statements)


def require_within(events: Sequence[EventPlan], size: ReplaySize) -> None:
    """Raise ``BadInput`` for an event that would begin after the end of the replay, or at an instant that is not known."""
    for number, event in enumerate(events, 1):
        where = f"events[{number}] ({event.title(number)})"
        if event.at_statements > size.statements:
            raise BadInput(
                f"{where} begins after {event.at_statements:,} statements, and the replay sends {size.statements:,} at most",
                remedy="use a smaller at_statements, or replay a longer part",
            )
        if event.at and size.length_us is None:
            raise BadInput(
                f"{where} has at, and a replay at maximum speed has no times",
                remedy="use at_statements, or a speed: --speed 1",
            )
        if event.at and size.length_us is not None and event.at_us > size.length_us:
            raise BadInput(
                f"{where} begins at {duration(event.at_us)}, and the replay ends at {duration(size.length_us)} at its speed",
                remedy="use an earlier at, or replay a longer part",
            )
