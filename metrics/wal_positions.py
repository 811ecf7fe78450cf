"""The WAL positions of a target and of its readers during a replay, on a thread of its own: they bound which reads were stale.

A position belongs to an interval: the server reports it between the request (*asked_us*) and the answer (*answered_us*).
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

import asyncpg
import polars as pl

from pgrehearse.base.application_names import SAMPLER
from pgrehearse.base.clock import MILLISECOND, SECOND, Timeline, monotonic_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.postgres import connect
from pgrehearse.metrics.connection import LOST
from pgrehearse.runs.schema import POSITIONS

PRIMARY = ""
_EVERY_US = 20 * MILLISECOND
_STOP_S = 15
_WRITTEN = "select pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0')::bigint"
_REPLAYED = "select pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_last_wal_replay_lsn(), '0/0')::bigint"


@dataclass
class WalPositions:
    """Samples from ``start`` to ``stop``. *servers*: the target (``PRIMARY``) and its readers, by name. *problems*: what failed, by name."""

    servers: Mapping[str, Endpoint]
    problems: dict[str, str] = field(default_factory=dict)
    _rows: list[tuple[str, int, int, int]] = field(default_factory=list, init=False)
    _stop: threading.Event = field(default_factory=threading.Event, init=False)
    _thread: threading.Thread | None = field(default=None, init=False)

    def start(self) -> None:
        """Start on a thread of its own."""
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="WAL positions", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop after a last sample of each server."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=_STOP_S)

    def frame(self, timeline: Timeline) -> pl.DataFrame:
        """Return the samples on the time line of the run: rows of ``POSITIONS``."""
        frame = pl.DataFrame(self._rows, schema=POSITIONS, orient="row")
        return frame.with_columns(pl.col("asked_us", "answered_us") - timeline.monotonic_start_us)

    async def _run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            for name, endpoint in self.servers.items():
                tasks.create_task(self._sample(name, endpoint))

    async def _sample(self, name: str, endpoint: Endpoint) -> None:
        """Sample one server until the stop; after a lost connection again a second later."""
        while not self._stop.is_set():
            try:
                connection = await connect(endpoint, application=SAMPLER, command_timeout=10)
            except (*LOST, asyncpg.PostgresError, TargetProblem) as error:
                self.problems[name] = str(error)
                await asyncio.sleep(1)
                continue
            try:
                await self._sample_by(connection, name)
            except LOST:
                continue
            except asyncpg.PostgresError as error:  # the server refuses the query: it is not sent again
                self.problems[name] = str(error)
                return
            finally:
                connection.terminate()

    async def _sample_by(self, connection: asyncpg.Connection, name: str) -> None:
        """Sample by one connection until the stop."""
        last = False
        while not last:
            last = self._stop.is_set()
            asked_us = monotonic_us()
            position = await connection.fetchval(_WRITTEN if name == PRIMARY else _REPLAYED)
            if position is not None:
                self._rows.append((name, asked_us, monotonic_us(), position))
            await asyncio.sleep(max(0, asked_us + _EVERY_US - monotonic_us()) / SECOND)
