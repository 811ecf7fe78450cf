"""Samples a server, its standbys and its host during a replay (or on production), each probe at its own interval.

The sampler runs on a thread of its own with its own connections to a maintenance database, so that the metrics of the replayed
databases do not contain its work; the transactions of the queries that it has to send inside these databases are subtracted.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from pgrehearse.base.clock import MILLISECOND, SECOND, Timeline
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.metrics.connection import ServerConnection
from pgrehearse.metrics.external.directions import direction_samples
from pgrehearse.metrics.external.prometheus import Prometheus
from pgrehearse.metrics.external.stream import MetricsCommands
from pgrehearse.metrics.probes.active_sessions import ActiveSessionsProbe, attribute_to_queries
from pgrehearse.metrics.probes.container import ContainerProbe
from pgrehearse.metrics.probes.custom_sql import CustomMetric, CustomSqlProbe
from pgrehearse.metrics.probes.heartbeat import HeartbeatLag, HeartbeatReader, HeartbeatWriter
from pgrehearse.metrics.probes.host import Host, HostProbe, postmaster_of
from pgrehearse.metrics.probes.pg_stat_statements import StatementsProbe
from pgrehearse.metrics.probes.server import PrimaryProbe, StandbyProbe, TablesProbe
from pgrehearse.metrics.sample_buffer import Sample, SampleBuffer
from pgrehearse.runs.clocks import ClockOffset
from pgrehearse.runs.metric_catalog import COMMAND, POSTGRES
from pgrehearse.workload.read import Workload

PRIMARY, STANDBY = "primary", "standby"
_LOCAL = {"127.0.0.1", "localhost", "::1"}
# The time limit of the last readings and of the clean-up.
_FINISH_S = 15
# A server that does not answer delays a replay no longer than this.
_PREPARE_S = 15.0


# The probes that send queries to a server and change nothing.
_READING = (PrimaryProbe, TablesProbe, ActiveSessionsProbe, StandbyProbe, CustomSqlProbe)


class Probe(Protocol):
    """Reads one kind of source at its own interval."""

    @property
    def every_us(self) -> int: ...

    async def sample(self, at_us: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Sampling:
    """How to sample a server. *standbys*: for the replica lag (their names: standby, standby-2, ...); *heartbeat*: write a row ten
    times a second and read it on each standby; *activity_us*: the interval of active sessions (0: none); *custom*: metrics of the
    team, read in the first of the databases; *container*: the name of the server's container; *instances*, *aws_clusters*:
    the server's instances at AWS, or their clusters; their CloudWatch metrics are fetched after the run; *commands*: print metrics
    during the run; *prometheus*: a server whose values are fetched after the run; *directions*: of metrics of the two that the catalog
    does not have."""

    standbys: tuple[Endpoint, ...] = ()
    heartbeat: bool = False
    activity_us: int = 100 * MILLISECOND
    custom: tuple[CustomMetric, ...] = ()
    container: str = ""
    instances: tuple[str, ...] = ()
    aws_clusters: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    prometheus: Prometheus | None = None
    directions: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SamplingTarget:
    """What to sample, and how. *primary*: with a maintenance database; *databases*: the replayed ones; *workload*: its query keys
    are the subjects of the load by query."""

    primary: Endpoint
    databases: tuple[str, ...]
    how: Sampling = field(default_factory=Sampling)
    workload: Workload | None = None


@dataclass
class _Probes:
    """All probes of a sampler, and the two that need a step of their own at the end."""

    all: list[Probe] = field(default_factory=list)
    active_sessions: ActiveSessionsProbe | None = None
    heartbeat: HeartbeatWriter | None = None


@dataclass
class Sampler:
    """Samples from ``start`` to ``stop`` into ``metrics-NNNNN.parquet`` parts of *directory*.

    When the time line is not known yet: ``prepare`` connects and sends every query once, ``begin`` starts to sample at once.
    """

    target: SamplingTarget
    timeline: Timeline
    directory: Path
    every_us: int = SECOND
    clocks: dict[str, ClockOffset] = field(default_factory=dict)
    _buffer: SampleBuffer = field(init=False)
    _commands: MetricsCommands = field(init=False)
    _connections: list[ServerConnection] = field(default_factory=list, init=False)
    _loop: asyncio.AbstractEventLoop | None = field(default=None, init=False)
    _over: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _stop: threading.Event = field(default_factory=threading.Event, init=False)
    _thread: threading.Thread | None = field(default=None, init=False)
    _begun: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _prepared: threading.Event = field(default_factory=threading.Event, init=False)
    _round_us: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._buffer = SampleBuffer(self.timeline, self.directory)
        self._commands = MetricsCommands(self.target.how.commands, self.target.primary, self._buffer, PRIMARY)

    @property
    def unavailable(self) -> dict[str, str]:
        """The queries and sources that failed, with the reason."""
        return self._buffer.unavailable

    def prepare(self, timeout_s: float = _PREPARE_S) -> int:
        """Connect and send every query once, so that the first samples are not slower than later ones; return the time of one round.

        Waits *timeout_s* at most for a server that does not answer.
        """
        self._buffer.recording = False
        self.start()
        self._prepared.wait(timeout_s)
        return self._round_us

    def begin(self, timeline: Timeline) -> None:
        """Sample from now on, after ``prepare``."""
        self.timeline = timeline
        self._buffer.begin(timeline)
        for connection in self._connections:
            connection.begin()
        self._set_event(self._begun)
        self._commands.start(timeline)

    def _set_event(self, event: asyncio.Event) -> None:
        if self._loop is not None and self._loop.is_running():
            with suppress(RuntimeError):  # the loop ended in between
                self._loop.call_soon_threadsafe(event.set)

    def start(self) -> None:
        """Start on a thread of its own."""
        if self._buffer.recording:
            self._commands.start(self.timeline)
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="sampler", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop, write the samples that remain, and add the load by query and by table."""
        self._stop.set()
        self._set_event(self._begun)
        self._set_event(self._over)
        if self._thread is not None:
            self._thread.join(timeout=_FINISH_S)
        self._commands.stop()
        if self.target.how.commands:
            self._buffer.add_frame(direction_samples(COMMAND, self.target.how.directions, 0))
        self._buffer.add_frame(attribute_to_queries(self.directory, self.target.workload, PRIMARY))
        self._buffer.write()

    def _connection(self, endpoint: Endpoint, name: str) -> ServerConnection:
        """Return the connection of this name to a server; there is one."""
        for connection in self._connections:
            if (connection.name, connection.endpoint) == (name, endpoint):
                return connection
        connection = ServerConnection(endpoint, self._buffer, name)
        self._connections.append(connection)
        return connection

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        primary = self._connection(self.target.primary, PRIMARY)
        servers = {PRIMARY: primary} | {name: self._connection(where, name) for name, where in self._standbys()}
        statements = StatementsProbe(primary, self.target.databases, PRIMARY)
        probes = await self._make_probes()
        try:
            await self._measure_clocks(servers)
            limits = await primary.query("limits")
            await statements.begin(self.timeline.now_us())
            if not self._buffer.recording:
                probes = await self._warm_up(probes.all)
                statements.restart(self.timeline.now_us())
            for metric, value in (item for row in limits for item in row.items()):
                self._buffer.add(Sample(self.timeline.now_us(), POSTGRES, PRIMARY, metric, value))
            async with asyncio.TaskGroup() as tasks:
                for probe in probes.all:
                    tasks.create_task(self._sample_until_stop(probe))
            # After the stop the last readings have a time limit of their own.
            with suppress(TimeoutError):
                await asyncio.wait_for(self._finish(servers, statements, probes.heartbeat), _FINISH_S - 5)
        finally:
            self._prepared.set()  # so that ``prepare`` does not wait for a thread that has ended
            if probes.active_sessions is not None:
                probes.active_sessions.write()
            await asyncio.gather(*(connection.close() for connection in self._connections), return_exceptions=True)

    async def _warm_up(self, probes: list[Probe]) -> _Probes:
        """Have every probe send its queries once, wait for ``begin``, and return new probes, which have no first reading."""
        start_us = self.timeline.now_us()
        await asyncio.gather(*(probe.sample(start_us) for probe in probes if isinstance(probe, _READING)))
        second_us = self.timeline.now_us()
        await asyncio.gather(*(probe.sample(second_us) for probe in probes if isinstance(probe, PrimaryProbe)))
        self._round_us = self.timeline.now_us() - second_us
        new_probes = await self._make_probes()
        self._prepared.set()
        await self._begun.wait()
        return new_probes

    def _standbys(self) -> list[tuple[str, Endpoint]]:
        """Return the standbys with their names."""
        return [
            (STANDBY if number == 1 else f"{STANDBY}-{number}", where)
            for number, where in enumerate(self.target.how.standbys, 1)
        ]

    async def _make_probes(self) -> _Probes:
        """Return a probe of everything to sample."""
        target, how = self.target, self.target.how
        primary = self._connection(target.primary, PRIMARY)
        inside = [self._connection(target.primary.to(database=name), f"database {name}") for name in target.databases]
        probes = _Probes([PrimaryProbe(primary, target.databases, PRIMARY, inside, every_us=self.every_us)])
        probes.all += [TablesProbe(connection, PRIMARY, every_us=self.every_us) for connection in inside]
        if how.activity_us:
            # A connection of its own: slower queries must not delay it.
            connection = self._connection(target.primary, "activity's connection")
            probes.active_sessions = ActiveSessionsProbe(connection, self.directory, how.activity_us)
            probes.all.append(probes.active_sessions)
        for name, where in self._standbys():
            # The first one's lag has the primary's name as its instance: gates and scripts refer to it so.
            instance = PRIMARY if name == STANDBY else name
            probes.all.append(StandbyProbe(self._connection(where, name), instance, every_us=self.every_us))
        if how.heartbeat and how.standbys:
            self._add_heartbeat(probes)
        probes.all += self._custom_probes(inside)
        if how.container:
            probes.all.append(ContainerProbe(how.container, self._buffer, PRIMARY, every_us=self.every_us))
        if (host := await self._host(primary)) is not None:
            probes.all.append(HostProbe(host, self._buffer, PRIMARY, every_us=self.every_us))
        return probes

    def _add_heartbeat(self, probes: _Probes) -> None:
        # In a database that sessions write to: it is verified that it may be written to.
        target = self.target
        database = target.databases[0] if target.databases else target.primary.database
        lags = {name: HeartbeatLag() for name, _ in self._standbys()}
        connection = self._connection(target.primary.to(database=database), "heartbeat's connection")
        probes.heartbeat = HeartbeatWriter(connection, tuple(lags.values()))
        probes.all.append(probes.heartbeat)
        for name, where in self._standbys():
            reader = self._connection(where.to(database=database), f"heartbeat's reader on {name}")
            probes.all.append(HeartbeatReader(reader, lags[name], name))

    def _custom_probes(self, inside: list[ServerConnection]) -> Iterator[CustomSqlProbe]:
        """Yield the probes of custom metrics; the connection to the primary is added to *inside*."""
        target = self.target
        for side, where in ((PRIMARY, target.primary), *self._standbys()[:1]):
            metrics = tuple(metric for metric in target.how.custom if metric.side == side)
            if metrics:
                database = target.databases[0] if target.databases else where.database
                connection = self._connection(where.to(database=database), f"own {side}")
                if side == PRIMARY:
                    inside.append(connection)
                yield CustomSqlProbe(connection, metrics, side, self.every_us)

    async def _sample_until_stop(self, probe: Probe) -> None:
        """Sample at absolute times until the stop; missed samples are not repeated."""
        next_us = self.timeline.now_us()
        while not self._stop.is_set():
            await probe.sample(self.timeline.now_us())
            next_us = max(next_us + probe.every_us, self.timeline.now_us())
            with suppress(TimeoutError):
                await asyncio.wait_for(self._over.wait(), max(0.0, next_us - self.timeline.now_us()) / SECOND)

    async def _finish(
        self, servers: dict[str, ServerConnection], statements: StatementsProbe, heartbeat: HeartbeatWriter | None
    ) -> None:
        await statements.end(self.timeline.now_us())
        await self._measure_clocks(servers, at_end=True)
        if heartbeat is not None:
            await heartbeat.end()

    async def _measure_clocks(self, servers: dict[str, ServerConnection], *, at_end: bool = False) -> None:
        """Store the offset of each server's clock from this machine's clock, and its uncertainty."""
        for name, connection in servers.items():
            offset = await connection.clock_us()
            if offset is None:
                continue
            server = "server" if name == PRIMARY else name
            known = self.clocks.get(server, ClockOffset())
            self.clocks[server] = (
                replace(known, end_us=offset[0], end_within_us=offset[1])
                if at_end
                else replace(known, start_us=offset[0], start_within_us=offset[1])
            )

    async def _host(self, primary: ServerConnection) -> Host | None:
        where = self.target.primary.host
        connection = await primary.open() if where in _LOCAL or where.startswith("/") else None
        postmaster = postmaster_of(connection.get_server_pid()) if connection is not None else None
        if connection is None or postmaster is None:
            return None
        directory = await connection.fetchval(
            "select setting from pg_catalog.pg_settings where name = 'data_directory'"  # not visible to some roles
        )
        return Host(postmaster, Path(directory)) if directory else None
