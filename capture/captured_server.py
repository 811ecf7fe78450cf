"""What the capture of one server leaves besides its events: everything that the tables and the manifest of a workload need."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from pgrehearse.capture.accounting import Accounting
from pgrehearse.capture.assemble.assembler import Merged
from pgrehearse.capture.parse.clock_steps import Step
from pgrehearse.workload.arrays import Ints
from pgrehearse.workload.shapes import LearnedShapes, Resolved


@dataclass(frozen=True, slots=True)
class ReadingNotes:
    """How the logs of a server were read: notes on time *zones*; the logs that may *overlap* an earlier one, and those that are *truncated*, by
    name; how many records are *disordered* (``duplicates.Repeats``)."""

    zones: list[str]
    overlapping: list[str]
    truncated: list[str]
    disordered: int


@dataclass(frozen=True, slots=True)
class CapturedServer:
    """One server after its logs were read; sessions, shapes, logs and records have the server's own numbers.

    *facts*: one row for each session (``session_table.combined_facts``). *instances*, *events*, *transactions*: by session, its server, how many
    events and transactions it has. *excluded*: the reason for each excluded session. *resolved*: the shapes as a catalog resolves their names
    (None: no catalog was read); *strange*: names of tables that are not in it. *records*: how many each log has. *steps*: of the clock.
    """

    facts: pl.DataFrame
    instances: list[str]
    events: Ints
    transactions: Ints
    excluded: dict[int, str]
    shapes: LearnedShapes
    resolved: list[Resolved] | None
    strange: frozenset[str]
    accounting: Accounting
    merged: Merged
    steps: list[Step]
    records: list[int]
    notes: ReadingNotes

    @property
    def sessions(self) -> int:
        return len(self.instances)
