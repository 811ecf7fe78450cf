"""Samples a server, its standby and its host once a second, beside a replay.

It runs on a thread of its own with its own connections, in autocommit (inside a transaction the statistics stand
still), from a maintenance database, so that its work is not in what it measures; what it must ask inside the
replayed database is subtracted. A query that raises is recorded as unavailable and asked no more.
"""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg
import polars as pl

from base.clock import SECOND, Timeline, wall_us
from base.endpoint import Endpoint
from metrics.host import Host, postmaster_of
from metrics.queries import query
from metrics.rates import Others, Reading, rates
from runs.catalogue import CATALOGUE
from runs.schema import METRICS
from runs.write import write_part

APPLICATION = "pgrehearse sampler"
PART_ROWS = 2_000
Sample = tuple[int, str, str, str, str, float, str]


@dataclass(frozen=True, slots=True)
class Watched:
    """What to sample. *primary* names a maintenance database; *databases* are the replayed ones; *standby* may be None."""

    primary: Endpoint
    databases: tuple[str, ...]
    standby: Endpoint | None = None
    name: str = "primary"


@dataclass
class Sampler:
    """Samples from ``start`` to ``stop`` into ``metrics-NNNNN.parquet`` parts of *directory*."""

    watched: Watched
    timeline: Timeline
    directory: Path
    every_us: int = SECOND
    unavailable: dict[str, str] = field(default_factory=dict)
    clocks: dict[str, int] = field(default_factory=dict)
    _rows: list[Sample] = field(default_factory=list, init=False)
    _parts: int = field(default=0, init=False)
    _stop: threading.Event = field(default_factory=threading.Event, init=False)
    _thread: threading.Thread | None = field(default=None, init=False)
    _before: dict[str, Reading] = field(default_factory=dict, init=False)
    _others: Others = field(default_factory=Others, init=False)

    def start(self) -> None:
        """Begin on a thread of its own."""
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="sampler", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End, and write what is left."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=15)
        self._write()

    async def _run(self) -> None:
        primary = await self._connect(self.watched.primary, "primary")
        if primary is None:
            return
        inside = (
            await self._connect(self.watched.primary.to(database=self.watched.databases[0]), "tables")
            if self.watched.databases
            else None
        )
        standby = await self._connect(self.watched.standby, "standby") if self.watched.standby else None
        version = primary.get_server_version().major
        host = await self._host(primary)
        self.clocks["server_offset_us"] = await self._offset(primary)
        next_us = self.timeline.now_us()
        asked = 0
        try:
            while not self._stop.is_set():
                at = self.timeline.now_us()
                await self._primary(primary, version, at, asked)
                if inside is not None:
                    asked += await self._tables(inside, version, at)
                if standby is not None:
                    await self._standby(standby, at)
                if host is not None:
                    self._host_sample(host, at)
                if len(self._rows) >= PART_ROWS:
                    self._write()
                next_us += self.every_us
                await asyncio.to_thread(self._stop.wait, max(0.0, (next_us - self.timeline.now_us()) / SECOND))
        finally:
            for connection in (primary, inside, standby):
                if connection is not None and not connection.is_closed():
                    await connection.close(timeout=5)

    async def _connect(self, endpoint: Endpoint, what: str) -> asyncpg.Connection | None:
        try:
            connection: asyncpg.Connection = await asyncpg.connect(
                **endpoint.asyncpg(),
                server_settings={"application_name": APPLICATION},
                timeout=10,
                command_timeout=10,
            )
        except (OSError, asyncpg.PostgresError, TimeoutError) as error:
            self.unavailable[what] = str(error)
            return None
        return connection

    async def _host(self, primary: asyncpg.Connection) -> Host | None:
        if self.watched.primary.host not in {
            "127.0.0.1",
            "localhost",
            "::1",
        } and not self.watched.primary.host.startswith("/"):
            return None
        postmaster = postmaster_of(primary.get_server_pid())
        if postmaster is None:
            return None
        return Host(postmaster, Path(await primary.fetchval("show data_directory")))

    async def _offset(self, primary: asyncpg.Connection) -> int:
        """Return the server's clock minus ours, by the quickest of three round trips."""
        best: tuple[int, int] | None = None
        for _ in range(3):
            before = wall_us()
            theirs = await primary.fetchval("select (extract(epoch from clock_timestamp()) * 1000000)::int8")
            after = wall_us()
            trip = (after - before, theirs - (before + after) // 2)
            best = trip if best is None else min(best, trip)
        return best[1] if best is not None else 0

    async def _ask(
        self, connection: asyncpg.Connection, name: str, version: int, *arguments: object
    ) -> list[asyncpg.Record]:
        if name in self.unavailable or connection.is_closed():
            return []
        try:
            found: list[asyncpg.Record] = await connection.fetch(query(name, version), *arguments)
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError) as error:
            self.unavailable[name] = str(error)
            return []
        return found

    async def _primary(self, connection: asyncpg.Connection, version: int, at: int, asked: int) -> None:
        counters: dict[str, float] = {}
        for name, arguments in (
            ("database", (list(self.watched.databases),)),
            ("wal", ()),
            ("checkpoints", ()),
        ):
            for row in await self._ask(connection, name, version, *arguments):
                counters |= {key: float(value) for key, value in row.items() if value is not None}
        if "commits" in counters:
            counters["commits"] = self._others.without(counters["commits"], asked)
        self._rates("server", "", Reading(at, counters))
        for row in await self._ask(connection, "sessions", version):
            for key, value in row.items():
                self._keep(at, "postgres", "", key, value)
        for row in await self._ask(connection, "replication", version):
            if row["replica_lag_bytes"] is not None:
                self._keep(at, "postgres", "", "replica_lag_bytes", max(0.0, row["replica_lag_bytes"]))

    async def _tables(self, connection: asyncpg.Connection, version: int, at: int) -> int:
        """Sample per-table views; return how many commits that cost the replayed database."""
        for row in await self._ask(connection, "tables", version):
            self._rates(f"table:{row['subject']}", row["subject"], Reading(at, {"toast_reads": row["toast_reads"]}))
        return 1

    async def _standby(self, connection: asyncpg.Connection, at: int) -> None:
        for row in await self._ask(connection, "standby", connection.get_server_version().major):
            if row["replica_lag_ms"] is not None:
                self._keep(at, "postgres", "", "replica_lag_ms", row["replica_lag_ms"])

    def _host_sample(self, host: Host, at: int) -> None:
        for name, value in host.gauges(at).items():
            self._keep(at, "host", "", name, value)
        self._rates("host", "", Reading(at, host.counters()))

    def _rates(self, key: str, subject: str, now: Reading) -> None:
        source = "host" if key == "host" else "postgres"
        for name, value in rates(self._before.get(key), now).items():
            self._keep(now.at_us, source, subject, name, value)
        self._before[key] = now

    def _keep(self, at: int, source: str, subject: str, name: str, value: float) -> None:
        self._rows.append((at, source, self.watched.name, subject, name, float(value), CATALOGUE[name].unit))

    def _write(self) -> None:
        if self._rows:
            rows, self._rows = self._rows, []
            write_part(self.directory, f"metrics-{self._parts:05}", pl.DataFrame(rows, schema=METRICS, orient="row"))
            self._parts += 1
