"""What every session of the demo's traffic needs: the server, its pauses, and the application's ids."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from hashlib import md5
from uuid import UUID

import psycopg
from psycopg.conninfo import make_conninfo

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.scenarios.demo.database import Counts

THINK_S = 0.16


@dataclass(frozen=True, slots=True)
class Stage:
    """What every session needs: the server, the row counts, and when the traffic begins and how long it lasts."""

    server: Endpoint
    counts: Counts
    begins: float
    seconds: float

    async def think(self, chance: random.Random, times: float = 1) -> None:
        """Pause: shorter in the peak (40 to 55 % of the time), longer in the quiet phase (70 to 82 %), never past the end."""
        now = asyncio.get_running_loop().time()
        at = (now - self.begins) / self.seconds
        shape = 0.45 if 0.40 <= at < 0.55 else 3.0 if 0.70 <= at < 0.82 else 1.0
        pause = times * chance.expovariate(1 / (THINK_S * shape))
        await asyncio.sleep(max(0.0, min(pause, self.begins + self.seconds - now)))

    def left(self) -> float:
        """Return how many seconds the traffic still lasts, at least 0."""
        return max(0.0, self.begins + self.seconds - asyncio.get_running_loop().time())

    def over(self) -> bool:
        return asyncio.get_running_loop().time() >= self.begins + self.seconds


class Ids:
    """The application's ids: digests of numbers for loaded rows, random ones of the session for new rows."""

    def __init__(self, counts: Counts, chance: random.Random) -> None:
        self._counts, self._chance = counts, chance

    def some(self, letter: str) -> UUID:
        """Return the id of a loaded row; small numbers are more frequent."""
        count = {
            "w": self._counts.workspaces,
            "m": self._counts.members,
            "v": self._counts.videos,
            "j": self._counts.jobs,
        }[letter]
        number = 1 + int(count * self._chance.random() ** 2)
        return UUID(md5(f"{letter}{min(number, count)}".encode()).hexdigest())  # noqa: S324 (ids, not secrets)

    def fresh(self) -> UUID:
        return UUID(int=self._chance.getrandbits(128), version=4)


async def psycopg_session(
    stage: Stage, user: str, application: str, *, simple: bool
) -> psycopg.AsyncConnection[tuple[object, ...]]:
    server = stage.server.to(user=user)
    factory = psycopg.AsyncClientCursor if simple else psycopg.AsyncCursor
    return await psycopg.AsyncConnection.connect(
        make_conninfo("", **{**server.libpq(), "application_name": application}),
        autocommit=True,
        cursor_factory=factory,
    )


# Runs one session until the end: the stage, its random choices, its number.
Actor = Callable[[Stage, random.Random, int], Coroutine[None, None, None]]
