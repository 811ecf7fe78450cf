"""How the numbers of the events of one server become those of a workload of several servers.

A server is captured with numbers of its own: sessions, shapes, logs and records from 0. In the workload its sessions follow those of the
servers before it; records have the order of the logs of all servers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from pgrehearse.workload.arrays import Flags, Ints
from pgrehearse.workload.schema import EVENTS

# The columns that contain numbers of records.
_RECORDS = ("record", "bind_record", "last_record", "commit_rank")


@dataclass(frozen=True, slots=True)
class EventNumbers:
    """The numbers of one server's events in the workload.

    *kept*: by the server's sessions, whether they are in the workload. *start_us*: the start of the window. *first_session*: the number of its
    first session. *shapes*, *logs*: the workload's number of each of its own. *records*: by log, the server's number of its first record;
    *first_records*: the workload's number of it.
    """

    kept: Flags
    start_us: int
    first_session: int
    shapes: Ints
    logs: Ints
    records: Ints
    first_records: Ints

    def renumber(self, events: pl.DataFrame) -> pl.DataFrame:
        """Return events with the numbers of the workload. Columns whose numbers do not change are not touched."""
        changed: list[pl.Series | pl.Expr] = []
        if self.first_session:
            changed.append(pl.col("session") + self.first_session)
        for name, numbers in (("shape", self.shapes), ("file", self.logs)):
            if (numbers != np.arange(len(numbers))).any():
                changed.append(_gathered(events[name], numbers))
        shifts = self.first_records - self.records
        if shifts.any():
            changed += [_shifted(events[name], self.records, shifts) for name in _RECORDS]
        return events.with_columns(changed).cast({"session": EVENTS["session"]}) if changed else events


def _gathered(column: pl.Series, numbers: Ints) -> pl.Series:
    """Return the workload's numbers for a server's own ones; null remains null."""
    return pl.Series(column.name, numbers).cast(column.dtype).gather(column).alias(column.name)


def _shifted(column: pl.Series, firsts: Ints, shifts: Ints) -> pl.Series:
    """Return numbers of records, each shifted by the shift of its log; null remains null."""
    if len(set(shifts.tolist())) == 1:
        return column + int(shifts[0])
    log = np.searchsorted(firsts, column.fill_null(0).to_numpy(), side="right") - 1
    return (column + pl.Series(shifts[log])).alias(column.name)
