"""A worker's sessions as mapped rows: uncompressed Arrow, so that thousands of sessions read side by side cost pages.

The spool is written part by part (memory: one part of the workload) and read a few rows of a session at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa

from base.artifact import disk_errors
from replay.disposition import dispositions
from replay.plan import ReplayPlan
from replay.schedule import NO_CUTS, Cuts, Schedule
from workload.read import Workload
from workload.schema import TOOK, Action, Ended

BATCH = 64
ACTIONS = [word.value for word in Action]
COLUMNS = [
    "seq",
    "code",
    "skip",
    "due_us",
    "sql",
    "prepared_name",
    "params",
    "pipeline",
    "transaction",
    "forgets",
    "strike_us",
]


@dataclass(frozen=True, slots=True)
class Rows:
    """A few rows of one session, as plain lists. *strike_us*: how long after its start a statement is cancelled."""

    seq: list[int]
    code: list[int]
    skip: list[int]
    due_us: list[int]
    sql: list[bytes | None]
    name: list[bytes | None]
    params: list[list[bytes | None] | None]
    pipeline: list[int | None]
    transaction: list[int | None]
    forgets: list[bool]
    strike_us: list[int | None]


def write_spool(
    workload: Workload, sessions: list[int], path: Path, plan: ReplayPlan, silences: Cuts = NO_CUTS
) -> None:
    """Write the rows of *sessions*, ordered by (session, seq), with every disposition taken and every due time set."""
    schedule = Schedule(plan, silences)
    shapes = workload.shapes()
    sink: Any = None
    with disk_errors(path), pa.OSFile(str(path), "wb") as stream:
        for part in workload.parts():
            mine = pl.scan_parquet(part).filter(pl.col("session").is_in(sessions))
            frame = (
                dispositions(mine, shapes, writes=plan.writes, allowed=plan.allowed)
                .select(
                    "session",
                    "seq",
                    pl.col("action").to_physical().cast(pl.UInt8).alias("code"),
                    "skip",
                    "at_us",
                    TOOK.alias("took_us"),
                    "sql",
                    "prepared_name",
                    "params",
                    "pipeline",
                    "transaction",
                    pl.col("kind").is_in(["deallocate", "discard"]).fill_null(value=False).alias("forgets"),
                    pl.when(pl.col("ended") == Ended.CANCELLED).then("took_us").alias("strike_us"),
                )
                .collect()
            )
            if frame.is_empty() and sink is not None:
                continue
            frame = frame.with_columns(schedule.due(frame)).drop("at_us", "took_us")
            table = frame.to_arrow(compat_level=pl.CompatLevel.oldest())
            sink = sink or pa.ipc.new_file(stream, table.schema)
            sink.write_table(table, max_chunksize=1 << 16)
        if sink is not None:
            sink.close()


class Spool:
    """A mapped spool and where each session's rows are in it."""

    def __init__(self, path: Path) -> None:
        self._source = pa.memory_map(str(path))
        self._table = pa.ipc.open_file(self._source).read_all()
        runs = pl.DataFrame({"session": pl.from_arrow(self._table.column("session"))}).with_row_index("row")
        spans = runs.group_by("session").agg(pl.col("row").min().alias("low"), (pl.col("row").max() + 1).alias("high"))
        self.spans: dict[int, tuple[int, int]] = {
            s: (low, high) for s, low, high in spans.select("session", "low", "high").iter_rows()
        }
        self._columns = [self._table.column(name) for name in COLUMNS]

    def rows(self, low: int, high: int) -> Rows:
        """Return rows *low* to *high* of the spool (one session's, at most ``BATCH``)."""
        return Rows(*(column.slice(low, high - low).to_pylist() for column in self._columns))

    def close(self) -> None:
        self._source.close()
