"""Samples a server, its readers and its host beside a replay (or beside production), each thing in its own time.

It runs on a thread of its own with its own connections, from a maintenance database, so that its work is not in what
it measures; what it must ask inside the replayed databases is subtracted.
"""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from pgrehearse.base.clock import MILLISECOND, SECOND, Timeline
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.metrics.connection import Link
from pgrehearse.metrics.probes.active_sessions import Activity, attributed
from pgrehearse.metrics.probes.container import ContainerProbe
from pgrehearse.metrics.probes.custom_sql import CustomMetric, Own
from pgrehearse.metrics.probes.heartbeat import Beat, Pulse, Reader
from pgrehearse.metrics.probes.host import Host, HostProbe, postmaster_of
from pgrehearse.metrics.probes.pg_stat_statements import Statements
from pgrehearse.metrics.probes.server import Primary, Standby, Tables
from pgrehearse.metrics.sample_buffer import Board
from pgrehearse.runs.metric_catalog import POSTGRES
from pgrehearse.workload.read import Workload

PRIMARY, STANDBY = "primary", "standby"
_LOCAL = {"127.0.0.1", "localhost", "::1"}
# How long the last readings and the farewells may take.
_FAREWELL_S = 15
# A server that does not answer holds up a replay no longer than this.
_PREPARED_S = 15.0


# Those that ask a server over a link, and change nothing by it.
_ASKING = (Primary, Tables, Activity, Standby, Own)


class Probe(Protocol):
    """Something that is sampled at its own pace."""

    @property
    def every_us(self) -> int: ...

    async def sample(self, at_us: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Sampling:
    """How a server is sampled. *standbys*: its readers, for the lag (they are called standby, standby-2, ...); *heartbeat*:
    write a row ten times a second and look for it on each; *activity_us*: how often sessions are looked at (0: never); *own*:
    a team's numbers, asked in the first of the databases; *container*: the server's, by its name; *instance*: the server's
    name at AWS, whose metrics are fetched when the sampling is over."""

    standbys: tuple[Endpoint, ...] = ()
    heartbeat: bool = False
    activity_us: int = 100 * MILLISECOND
    own: tuple[CustomMetric, ...] = ()
    container: str = ""
    instance: str = ""


@dataclass(frozen=True, slots=True)
class Watched:
    """What to sample, and how. *primary* names a maintenance database; *databases* are the replayed ones; *workload*: whose
    query keys the load is told by."""

    primary: Endpoint
    databases: tuple[str, ...]
    how: Sampling = field(default_factory=Sampling)
    workload: Workload | None = None


@dataclass
class Sampler:
    """Samples from ``start`` to ``stop`` into ``metrics-NNNNN.parquet`` parts of *directory*.

    Where the time line is not known yet: ``prepare`` connects, and asks everything once, ``begin`` samples at once.
    """

    watched: Watched
    timeline: Timeline
    directory: Path
    every_us: int = SECOND
    clocks: dict[str, Any] = field(default_factory=dict)
    _board: Board = field(init=False)
    _links: list[Link] = field(default_factory=list, init=False)
    _loop: asyncio.AbstractEventLoop | None = field(default=None, init=False)
    _over: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _stop: threading.Event = field(default_factory=threading.Event, init=False)
    _thread: threading.Thread | None = field(default=None, init=False)
    _begun: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _prepared: threading.Event = field(default_factory=threading.Event, init=False)
    _round_us: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._board = Board(self.timeline, self.directory)

    @property
    def unavailable(self) -> dict[str, str]:
        """What could not be had, with why."""
        return self._board.unavailable

    def prepare(self, timeout_s: float = _PREPARED_S) -> int:
        """Connect and ask everything once, so that a sample takes no longer later than it has to; return how long one takes.

        A server that does not answer is not waited for any longer than *timeout_s*.
        """
        self._board.taking = False
        self.start()
        self._prepared.wait(timeout_s)
        return self._round_us

    def begin(self, timeline: Timeline) -> None:
        """Sample from now on, after ``prepare``."""
        self.timeline = timeline
        self._board.begin(timeline)
        for link in self._links:
            link.begin()
        self._tell(self._begun)

    def _tell(self, event: asyncio.Event) -> None:
        if self._loop is not None and self._loop.is_running():
            with suppress(RuntimeError):  # it ended by itself in between
                self._loop.call_soon_threadsafe(event.set)

    def start(self) -> None:
        """Begin on a thread of its own."""
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="sampler", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End, write what is left, and tell the load by query and table."""
        self._stop.set()
        self._tell(self._begun)
        self._tell(self._over)
        if self._thread is not None:
            self._thread.join(timeout=_FAREWELL_S)
        self._board.keep_frame(attributed(self.directory, self.watched.workload, PRIMARY))
        self._board.write()

    def _link(self, endpoint: Endpoint, name: str) -> Link:
        """Return the one link of this name to a server."""
        known = next((one for one in self._links if one.name == name and one.endpoint == endpoint), None)
        if known is None:
            known = Link(endpoint, self._board, name)
            self._links.append(known)
        return known

    async def _run(self) -> None:
        self._loop, watched = asyncio.get_running_loop(), self.watched
        link = self._link(watched.primary, PRIMARY)
        statements = Statements(link, watched.databases, PRIMARY)
        standbys = {name: self._link(where, name) for name, where in self._standbys()}
        probes, activity, beat = await self._probes(link, standbys)
        try:
            await self._clock({PRIMARY: link} | standbys, "")
            limits = await link.ask("limits")
            await statements.begin(self.timeline.now_us())
            if not self._board.taking:
                probes, activity, beat = await self._warmed(probes, link, standbys)
                statements.begins(self.timeline.now_us())
            for row in limits:
                for name, value in row.items():
                    self._board.keep(self.timeline.now_us(), POSTGRES, PRIMARY, name, value)
            async with asyncio.TaskGroup() as tasks:
                for probe in probes:
                    tasks.create_task(self._paced(probe))
            # Stopped: the last readings have a bound of their own.
            with suppress(TimeoutError):
                await asyncio.wait_for(self._farewell({PRIMARY: link} | standbys, statements, beat), _FAREWELL_S - 5)
        finally:
            self._prepared.set()  # whatever ended it: nobody waits for it any longer
            if activity is not None:
                activity.write()
            await asyncio.gather(*(one.close() for one in self._links), return_exceptions=True)

    async def _warmed(
        self, probes: list[Probe], link: Link, standbys: dict[str, Link]
    ) -> tuple[list[Probe], Activity | None, Beat | None]:
        """Have every probe ask once, wait for ``begin``, and return the same probes anew: they have seen nothing."""
        began = self.timeline.now_us()
        await asyncio.gather(*(one.sample(began) for one in probes if isinstance(one, _ASKING)))
        again = self.timeline.now_us()
        await asyncio.gather(*(one.sample(again) for one in probes if isinstance(one, Primary)))
        self._round_us = self.timeline.now_us() - again
        fresh = await self._probes(link, standbys)
        self._prepared.set()
        await self._begun.wait()
        return fresh

    def _standbys(self) -> list[tuple[str, Endpoint]]:
        """Return the readers by the names that they are told under."""
        return [
            (STANDBY if number == 1 else f"{STANDBY}-{number}", where)
            for number, where in enumerate(self.watched.how.standbys, 1)
        ]

    async def _probes(self, link: Link, standbys: dict[str, Link]) -> tuple[list[Probe], Activity | None, Beat | None]:
        """Return everything to sample, in its own time, and the two that have an end of their own."""
        watched, how = self.watched, self.watched.how
        inside = [self._link(watched.primary.to(database=name), f"database {name}") for name in watched.databases]
        probes: list[Probe] = [Primary(link, watched.databases, PRIMARY, inside, every_us=self.every_us)]
        probes += [Tables(one, PRIMARY, every_us=5 * self.every_us) for one in inside]
        activity = None
        if how.activity_us:
            # A connection of its own: it must not wait for slower questions.
            activity = Activity(self._link(watched.primary, "activity's connection"), self.directory, how.activity_us)
            probes.append(activity)
        beat = None
        for name, one in standbys.items():
            # The first is told under the primary's name, as scripts know it.
            probes.append(Standby(one, PRIMARY if name == STANDBY else name, every_us=self.every_us))
        if how.heartbeat and standbys:
            pulses = {name: Pulse() for name in standbys}
            # In a database that sessions write to, which has proved that it may be written to.
            database = watched.databases[0] if watched.databases else watched.primary.database
            beaten = watched.primary.to(database=database)
            beat = Beat(self._link(beaten, "heartbeat's connection"), tuple(pulses.values()))
            probes.append(beat)
            for name, where in self._standbys():
                read = where.to(database=database)
                probes.append(Reader(self._link(read, f"heartbeat's reader on {name}"), pulses[name], name))
        for side, where in ((PRIMARY, watched.primary), *self._standbys()[:1]):
            wanted = tuple(one for one in how.own if one.side == side)
            if wanted:
                database = watched.databases[0] if watched.databases else where.database
                own = self._link(where.to(database=database), f"own {side}")
                inside += [own] if side == PRIMARY else []
                probes.append(Own(own, wanted, side, self.every_us))
        if how.container:
            probes.append(ContainerProbe(how.container, self._board, PRIMARY, every_us=self.every_us))
        if (host := await self._host(link)) is not None:
            probes.append(HostProbe(host, self._board, PRIMARY, every_us=self.every_us))
        return probes, activity, beat

    async def _paced(self, probe: Probe) -> None:
        """Sample at absolute instants until the end; what is missed is not made up for."""
        next_us = self.timeline.now_us()
        while not self._stop.is_set():
            await probe.sample(self.timeline.now_us())
            next_us = max(next_us + probe.every_us, self.timeline.now_us())
            with suppress(TimeoutError):
                await asyncio.wait_for(self._over.wait(), max(0.0, next_us - self.timeline.now_us()) / SECOND)

    async def _farewell(self, links: dict[str, Link], statements: Statements, beat: Beat | None) -> None:
        await statements.end(self.timeline.now_us())
        await self._clock(links, "_at_end")
        if beat is not None:
            await beat.end()

    async def _clock(self, links: dict[str, Link], when: str) -> None:
        """Say how far each server's clock is from ours (and within what), for whoever reads its own instants."""
        for name, link in links.items():
            found = await link.clock_us()
            if found is not None:
                self.clocks[f"{'server' if name == PRIMARY else name}_offset{when}_us"] = found[0]
                self.clocks[f"{'server' if name == PRIMARY else name}_offset{when}_within_us"] = found[1]

    async def _host(self, link: Link) -> Host | None:
        where = self.watched.primary.host
        connection = await link.open() if where in _LOCAL or where.startswith("/") else None
        postmaster = postmaster_of(connection.get_server_pid()) if connection is not None else None
        if connection is None or postmaster is None:
            return None
        directory = await connection.fetchval(
            "select setting from pg_catalog.pg_settings where name = 'data_directory'"  # hidden from some roles
        )
        return Host(postmaster, Path(directory)) if directory else None
