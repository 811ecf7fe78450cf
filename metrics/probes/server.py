"""Probes of a primary, of the tables and locks of its databases, and of a standby: every second, or every five seconds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from pgrehearse.base.clock import SECOND
from pgrehearse.metrics.connection import ServerConnection
from pgrehearse.metrics.lock_chains import in_both, lock_chains
from pgrehearse.metrics.rates import ApplicationCounter, Reading, rates
from pgrehearse.metrics.sample_buffer import Sample, SampleBuffer
from pgrehearse.runs.metric_catalog import POSTGRES, REPLICA_STATUS, REPLICATION

_COUNTER_QUERIES = ("database", "wal", "io", "checkpoints", "aurora_commits")
_QUERIES_OF_DATABASES = {"database", "aurora_commits"}


@dataclass
class CounterRates:
    """Adds the rates of cumulative counters to a buffer, by subject."""

    buffer: SampleBuffer
    source: str
    instance: str
    _before: dict[str, Reading] = field(default_factory=dict, init=False)

    def add(self, now: Reading, subject: str = "") -> None:
        """Add the rates since the last reading."""
        for name, value in rates(self._before.get(subject), now).items():
            self.buffer.add(Sample(now.at_us, self.source, self.instance, name, value, subject))
        self._before[subject] = now


@dataclass
class PrimaryProbe:
    """A server's counters, sessions, and the lag of its standbys as it reports them.

    *inside*: the sampler's connections to the replayed databases; their transactions are subtracted from the application's.
    """

    connection: ServerConnection
    databases: tuple[str, ...]
    instance: str
    inside: list[ServerConnection] = field(default_factory=list)
    every_us: int = SECOND
    _commits: ApplicationCounter = field(default_factory=ApplicationCounter, init=False)
    _rates: CounterRates = field(init=False)

    def __post_init__(self) -> None:
        self._rates = CounterRates(self.connection.buffer, POSTGRES, self.instance)

    async def sample(self, at_us: int) -> None:
        """Take one reading."""
        await self._add_rates(at_us)
        for row in await self.connection.query("sessions"):
            for metric, value in row.items():
                self._add(at_us, metric, value)
        await self._add_lock_chains(at_us)
        await self._add_lags(at_us)

    async def _add_lock_chains(self, at_us: int) -> None:
        """Add the longest chain of waiting sessions, and the circles that a second reading confirms."""
        blockers: Mapping[int, Collection[int]] = await self._blockers()
        if lock_chains(blockers).cycles:
            blockers = in_both(blockers, await self._blockers())
        if blockers:
            chains = lock_chains(blockers)
            self._add(at_us, "lock_depth", chains.depth)
            self._add(at_us, "lock_cycles", chains.cycles)

    async def _blockers(self) -> dict[int, list[int]]:
        """Return the blockers of each waiting session (empty: the server was not read)."""
        return {row["pid"]: row["blockers"] for row in await self.connection.query("lock_blockers")}

    async def _add_lags(self, at_us: int) -> None:
        """Add the bytes of the last standby, and the time of each standby or Aurora reader."""
        standbys = await self.connection.query("replication")
        if behind := [row["replica_lag_bytes"] for row in standbys if row["replica_lag_bytes"] is not None]:
            self._add(at_us, "replica_lag_bytes", max(0.0, *behind))
        readers = await self.connection.query("aurora_replicas")
        for source, rows in ((REPLICATION, standbys), (REPLICA_STATUS, readers)):
            for row in rows:
                if row["replica_lag_ms"] is not None:
                    lag = Sample(at_us, source, str(row["instance"]), "replica_lag_ms", row["replica_lag_ms"])
                    self.connection.buffer.add(lag)

    async def _add_rates(self, at_us: int) -> None:
        counters: dict[str, float] = {}
        for name in _COUNTER_QUERIES:
            arguments = (list(self.databases),) if name in _QUERIES_OF_DATABASES else ()
            for row in await self.connection.query(name, *arguments):
                counters |= {key: float(value) for key, value in row.items() if value is not None}
        if "commits" in counters:
            own = sum(connection.transactions for connection in self.inside)
            counters["commits"] = self._commits.without(counters["commits"], own)
        self._rates.add(Reading(at_us, counters))

    def _add(self, at_us: int, metric: str, value: float) -> None:
        self.connection.buffer.add(Sample(at_us, POSTGRES, self.instance, metric, value))


# The counters of tables are read less often than their locks.
_TABLES_EVERY = 5


@dataclass
class TablesProbe:
    """The tables of one replayed database: which of them sessions wait for, and every fifth time their counters."""

    connection: ServerConnection
    instance: str
    every_us: int = SECOND
    _rates: CounterRates = field(init=False)
    _samples: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._rates = CounterRates(self.connection.buffer, POSTGRES, self.instance)

    async def sample(self, at_us: int) -> None:
        """Take one reading. A table for which no session waits has no row."""
        for row in await self.connection.query("lock_queues"):
            self._add(at_us, "lock_queue", row["lock_queue"], row["subject"])
        if self._samples % _TABLES_EVERY == 0:
            await self._add_counters(at_us)
        self._samples += 1

    async def _add_counters(self, at_us: int) -> None:
        for row in await self.connection.query("tables"):
            counters = {key: float(row[key]) for key in ("toast_reads", "table_reads", "vacuums")}
            self._rates.add(Reading(at_us, counters), row["subject"])
            if row["dead_rows"] > 0:
                self._add(at_us, "dead_rows", row["dead_rows"], row["subject"])

    def _add(self, at_us: int, metric: str, value: float, table: str) -> None:
        self.connection.buffer.add(Sample(at_us, POSTGRES, self.instance, metric, value, table))


@dataclass
class StandbyProbe:
    """The lag of a standby as it reports it itself."""

    connection: ServerConnection
    instance: str
    every_us: int = SECOND

    async def sample(self, at_us: int) -> None:
        """Take one reading."""
        for row in await self.connection.query("standby"):
            if row["replica_lag_ms"] is not None:
                self.connection.buffer.add(
                    Sample(at_us, POSTGRES, self.instance, "replica_lag_ms", row["replica_lag_ms"])
                )
