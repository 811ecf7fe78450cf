"""Undoes what a capture changed on its source if the capture ends early: logging settings, a replication slot, a publication.

Run as ``python -m pgrehearse.capture.watchdog`` (``guard``). The first line of its input is the task (JSON). A second line
("done") means that everything is undone; the end of the input, or the deadline, means that the capture was killed
or does not respond.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg

from pgrehearse.base import guard
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.postgres import connect
from pgrehearse.capture.decode import source
from pgrehearse.capture.live.recorder import restore_settings

TRIES = 20


async def _restore_settings(connection: asyncpg.Connection, plan: Any) -> None:
    await restore_settings(connection, [(name, value) for name, value in plan])


async def _remove_slot(connection: asyncpg.Connection, names: Any) -> None:
    await source.remove(connection, source.Names(**names))


# What a task undoes, by the key of its values.
UNDO: dict[str, Callable[[asyncpg.Connection, Any], Awaitable[None]]] = {
    "settings": _restore_settings,
    "decode": _remove_slot,
}


def main() -> None:
    """Wait for the end of the capture; undo its changes if it did not do so."""
    task = guard.read_task()
    if guard.last_word(task, float(task["seconds"])) != guard.DONE:
        asyncio.run(_undo(task))


async def _undo(task: dict[str, Any]) -> None:
    """Undo the changes; several attempts, since the server may be restarting."""
    for _ in range(TRIES):
        try:
            connection = await connect(Endpoint.of(task["endpoint"]), application="pgrehearse watchdog")
        except TargetProblem:
            await asyncio.sleep(3)
            continue
        try:
            for kind, values in task.items():
                if kind in UNDO:
                    await UNDO[kind](connection, values)
        finally:
            await connection.close()
        return


if __name__ == "__main__":
    main()
