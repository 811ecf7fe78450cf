"""Events in mid-run: actions on the target during a replay, such as a restart or an index build, as the run records them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MidRunEvent:
    """One event that was executed, a row of the run's ``mid_run_events.parquet`` (docs/formats.md).

    *number*: its place in the plan, from 1; *name*: for people; *kind*: what was done (docs/events.md). Times are on the run's time line:
    *planned_us*, and from *began_us* to *ended_us* it was executed. *error*: why it failed ("": it did not).
    """

    number: int
    name: str
    kind: str
    planned_us: int
    began_us: int
    ended_us: int
    error: str = ""
