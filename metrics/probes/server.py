"""What a primary, its databases' tables and a standby tell of themselves, once a second and once every five."""

from __future__ import annotations

from dataclasses import dataclass, field

from pgrehearse.base.clock import SECOND
from pgrehearse.metrics.connection import Link
from pgrehearse.metrics.rates import Others, Reading, rates
from pgrehearse.metrics.sample_buffer import Board
from pgrehearse.runs.metric_catalog import POSTGRES

_SUMS = ("database", "wal", "io", "checkpoints", "aurora_commits")
_OF_DATABASES = {"database", "aurora_commits"}


@dataclass
class Rated:
    """Turns cumulative counters into rates on a board, by subject."""

    board: Board
    source: str
    instance: str
    _before: dict[str, Reading] = field(default_factory=dict, init=False)

    def keep(self, now: Reading, subject: str = "") -> None:
        """Keep the rates since the last reading."""
        for name, value in rates(self._before.get(subject), now).items():
            self.board.keep(now.at_us, self.source, self.instance, name, value, subject)
        self._before[subject] = now


@dataclass
class Primary:
    """A server's own counters, sessions, and its view of its standbys.

    *inside*: our connections to the replayed databases; what they cost there is not the application's.
    """

    link: Link
    databases: tuple[str, ...]
    instance: str
    inside: list[Link] = field(default_factory=list)
    every_us: int = SECOND
    _others: Others = field(default_factory=Others, init=False)
    _rated: Rated = field(init=False)

    def __post_init__(self) -> None:
        self._rated = Rated(self.link.board, POSTGRES, self.instance)

    async def sample(self, at_us: int) -> None:
        """Take one reading."""
        counters: dict[str, float] = {}
        for name in _SUMS:
            arguments = (list(self.databases),) if name in _OF_DATABASES else ()
            for row in await self.link.ask(name, *arguments):
                counters |= {key: float(value) for key, value in row.items() if value is not None}
        if "commits" in counters:
            counters["commits"] = self._others.without(counters["commits"], sum(one.asked for one in self.inside))
        self._rated.keep(Reading(at_us, counters))
        board = self.link.board
        for row in await self.link.ask("sessions"):
            for key, value in row.items():
                board.keep(at_us, POSTGRES, self.instance, key, value)
        for row in await self.link.ask("replication"):
            if row["replica_lag_bytes"] is not None:
                board.keep(at_us, POSTGRES, self.instance, "replica_lag_bytes", max(0.0, row["replica_lag_bytes"]))
        for row in await self.link.ask("aurora_replicas"):
            if row["replica_lag_ms"] is not None:
                board.keep(at_us, POSTGRES, str(row["instance"]), "replica_lag_ms", row["replica_lag_ms"])


@dataclass
class Tables:
    """The tables of one replayed database."""

    link: Link
    instance: str
    every_us: int = 5 * SECOND
    _rated: Rated = field(init=False)

    def __post_init__(self) -> None:
        self._rated = Rated(self.link.board, POSTGRES, self.instance)

    async def sample(self, at_us: int) -> None:
        """Take one reading of every table."""
        for row in await self.link.ask("tables"):
            counted = {key: float(row[key]) for key in ("toast_reads", "table_reads", "vacuums")}
            self._rated.keep(Reading(at_us, counted), row["subject"])
            if row["dead_rows"] > 0:
                self.link.board.keep(at_us, POSTGRES, self.instance, "dead_rows", row["dead_rows"], row["subject"])


@dataclass
class Standby:
    """A standby's own view of how far it is behind."""

    link: Link
    instance: str
    every_us: int = SECOND

    async def sample(self, at_us: int) -> None:
        """Take one reading."""
        for row in await self.link.ask("standby"):
            if row["replica_lag_ms"] is not None:
                self.link.board.keep(at_us, POSTGRES, self.instance, "replica_lag_ms", row["replica_lag_ms"])
