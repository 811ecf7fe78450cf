"""The event ``cut_over``: clients are paused, the second server gets the rest of the changes, and the pooler leads to it.

Until the pooler leads to the second server, a step that fails ends the attempt: the clients continue on the first server.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import asyncpg

from pgrehearse.base.clock import SECOND, monotonic_us
from pgrehearse.base.errors import PgrehearseError
from pgrehearse.runs.cut_over_facts import CutOverStep
from pgrehearse.scenarios.events.pooler_console import Console
from pgrehearse.scenarios.events.target import EventTarget
from pgrehearse.targets.embedded import pooler as poolers
from pgrehearse.targets.logical import replication
from pgrehearse.targets.logical.equal_tables import different_tables
from pgrehearse.targets.logical.move import BACK, FORWARD, Move
from pgrehearse.targets.logical.sequences import copy_values

PAUSE, WAIT, SEQUENCES = "pause the pooler", "wait for the LSN", "copy the sequences"
END, ENABLE, REROUTE, RESUME = "end the replication", "enable the replication back", "reroute", "resume"
# The longest time until the last changes are on both servers, before their tables are compared.
_CATCH_UP_S = 60.0


@dataclass
class CutOverRecord:
    """What a cut-over did: its *steps*, the number of *sequences*, and whether the pooler led to the second server at its end."""

    steps: list[CutOverStep] = field(default_factory=list)
    sequences: int = 0
    completed: bool = False
    _began_us: int = field(default_factory=monotonic_us)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Record a step with its duration, also if it fails."""
        began_us = monotonic_us()
        try:
            yield
        finally:
            self.steps.append(CutOverStep(name, began_us - self._began_us, monotonic_us() - began_us))


@dataclass
class MovingGroup:
    """A group of tables whose move is prepared. *first*, *second*: both servers as events use them; *console*: of the pooler of the group's
    clients. *record*: of the cut-over (None: there was none yet); *differing*: the tables that differed at the end (None: not compared, and
    *why*)."""

    move: Move
    first: EventTarget
    second: EventTarget
    console: Console
    record: CutOverRecord | None = None
    differing: tuple[str, ...] | None = None
    why: str = "the replay did not end"

    @classmethod
    def of(cls, move: Move, first: EventTarget, console: Console) -> MovingGroup:
        """Return the group of a move. *first*: the target of the replay."""
        second = replace(first, endpoint=move.target, databases=(move.database,), cluster=move.second, replicates=True)
        return cls(move, replace(first, replicates=True), second, replace(console, databases=(move.database,)))

    def task(self) -> dict[str, Any]:
        """Return what a watchdog needs (``of_task``)."""
        return {"move": self.move.document(), "console": self.console.document()}

    @classmethod
    def of_task(cls, task: Mapping[str, Any], first: EventTarget) -> MovingGroup | None:
        """Return the group of a ``task`` (None: its servers do not exist any more)."""
        move = Move.of(task["move"])
        return None if move is None else cls.of(move, first, Console.of(task["console"]))

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[tuple[asyncpg.Connection, asyncpg.Connection]]:
        """Connect to both servers, which are verified."""
        database = self.move.database
        async with self.first.verified(database) as first, self.second.verified(database) as second:
            yield first, second

    async def cut_over(self, timeout_us: int) -> None:
        """Move the clients. Raises ``TimeoutError`` if they were not paused, or the LSN was not confirmed, in time: they continue on the
        first server."""
        self.record = record = CutOverRecord()
        async with self._connected() as (first, second), AsyncExitStack() as stack:
            stack.push_async_callback(self._back_to_first)
            async with asyncio.timeout(timeout_us / SECOND):
                with record.step(PAUSE):
                    await self.console.pause()
                with record.step(WAIT):
                    await replication.until_confirmed(first, FORWARD, await replication.position(first))
                with record.step(SEQUENCES):
                    record.sequences = await copy_values(first, second, self.move.tables)
                with record.step(END):
                    await replication.end_subscription(second, first, FORWARD)
            with record.step(ENABLE):
                await replication.enable(first, BACK)
            with record.step(REROUTE):
                poolers.reroute(self.move.first, self.move.database, self.move.second)
                await self.console.reload()
            with record.step(RESUME):
                # It verifies that the database leads to the second server.
                await replace(self.console, port=self.move.second.port).resume()
            stack.pop_all()
        record.completed = True

    async def _back_to_first(self) -> None:
        """Have the pooler lead to the first server, and resume it."""
        poolers.reroute(self.move.first, self.move.database, None)
        await self.console.reload()
        await self.console.resume()

    async def compare(self) -> None:
        """Compare the tables of both servers after the last change is on both."""
        completed = self.record is not None and self.record.completed
        try:
            async with self._connected() as (first, second), asyncio.timeout(_CATCH_UP_S):
                publisher, name = (second, BACK) if completed else (first, FORWARD)
                await replication.until_confirmed(publisher, name, await replication.position(publisher))
                self.differing = await different_tables(first, second, self.move.tables)
        except TimeoutError:
            self.why = f"the last changes were not on both servers within {_CATCH_UP_S:.0f} s"
        except (PgrehearseError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
            self.why = f"the tables could not be read: {error}"

    async def put_back(self) -> None:
        """End all replication of the group, and have the pooler lead to the first server; all of it may be so already."""
        if poolers.port_of(self.move.first) is not None:
            await self._back_to_first()
        async with self._connected() as (first, second):
            await replication.end_subscription(second, first, FORWARD)
            await replication.end_publication(first, FORWARD)
            await replication.end_subscription(first, second, BACK)
            await replication.end_publication(second, BACK)
