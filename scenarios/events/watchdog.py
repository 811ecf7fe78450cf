"""Puts back what events have paused or set, if the command of the replay is killed.

Run as ``python -m pgrehearse.scenarios.events.watchdog`` (``base/guard``).
"""

from __future__ import annotations

import asyncio
import time

import asyncpg

from pgrehearse.base import guard
from pgrehearse.base.errors import PgrehearseError
from pgrehearse.scenarios.events.put_back import PutBack

MODULE = "pgrehearse.scenarios.events.watchdog"
_FOREVER_S = 10 * 365 * 86400.0
# The server may be restarting: for an hour.
_TRIES, _PAUSE_S = 360, 10.0


def main() -> None:
    """Wait for the end of the command; then put back, unless the command has done so."""
    task = guard.read_task()
    if guard.last_word(task, _FOREVER_S) == guard.DONE:
        return
    for _ in range(_TRIES):
        if asyncio.run(_is_put_back(PutBack.of_task(task))):
            return
        time.sleep(_PAUSE_S)


async def _is_put_back(work: PutBack) -> bool:
    try:
        await work.execute()
    except (PgrehearseError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
        return False
    return True


if __name__ == "__main__":
    main()
