"""The move of a group of tables to a second server, as its page shows it. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pgrehearse.compare.event_values import SideEvents
from pgrehearse.runs.cut_over_facts import CutOverFacts
from pgrehearse.workload.analysis.placement import PlacedLoad


@dataclass(frozen=True, slots=True)
class CopyFigures:
    """The copies of the *tables*. *with_indexes_us*: into tables with all indexes; *copy_us*: into tables with the indexes of constraints
    only; *indexes_us*: to create the others afterwards. *foreign_keys*: between the group and other tables."""

    tables: tuple[str, ...]
    with_indexes_us: int
    copy_us: int
    indexes_us: int
    table_bytes: int
    index_bytes: int
    foreign_keys: tuple[str, ...] = ()

    @property
    def without_us(self) -> int:
        """The copy without secondary indexes, and their creation."""
        return self.copy_us + self.indexes_us


@dataclass(frozen=True, slots=True)
class MoveFigures:
    """*side*: of the tables that move to *server* from *origin*; *verdict*: of its comparison with the control. *load*: the workload on both
    servers; *examples*: by the tables of a crossing transaction, the texts of its statements. *cut_over*: None: it had not begun; *error*: why
    the event failed. *events*: before, during and after it (None: they were not compared)."""

    side: str
    server: str
    origin: str
    verdict: str
    load: PlacedLoad
    examples: Mapping[tuple[str, ...], tuple[str, ...]]
    copies: CopyFigures
    cut_over: CutOverFacts | None = None
    error: str = ""
    events: SideEvents | None = None

    @property
    def crossing_share(self) -> float:
        """The share of the transactions that would cross."""
        return self.load.crossing / (self.load.transactions or 1)

    @property
    def joins_share(self) -> float:
        """The share of the transactions with a statement that would cross."""
        return self.load.joins / (self.load.transactions or 1)

    @property
    def headline(self) -> str:
        """What became of the move, in one sentence."""
        if self.cut_over is None:
            return "The cut-over had not begun."
        if not self.cut_over.completed:
            return "The cut-over was not completed: the clients continued on the first server."
        if self.cut_over.differing:
            return "The tables moved, but their rows differ on both servers at the end."
        return "The tables moved, and their clients continued on the second server."
