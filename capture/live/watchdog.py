"""Restores a server's logging settings if the capture that changed them ends early.

Run as ``python -m pgrehearse.capture.live.watchdog``. The first line of its input is the task (JSON). A second line
("done") means that the settings are restored; the end of the input, or the deadline, means that the capture was killed
or does not respond.
"""

from __future__ import annotations

import asyncio
import json
import os
import select
import sys
import time
from typing import Any

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.postgres import connect
from pgrehearse.capture.live.recorder import restore_settings

TRIES = 20


def main() -> None:
    """Wait for the end of the capture; restore the settings if it did not do so."""
    # Unbuffered: a buffer would read the second line too, and select() would not report it.
    with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as lines:
        task: dict[str, Any] = json.loads(lines.readline())
    if not _done(sys.stdin.fileno(), float(task["seconds"])):
        asyncio.run(_restore_settings(task))


def _done(descriptor: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        if select.select([descriptor], [], [], left)[0]:
            return os.read(descriptor, 16).startswith(b"done")
    return False


async def _restore_settings(task: dict[str, Any]) -> None:
    """Restore the settings; several attempts, since the server may be restarting."""
    for _ in range(TRIES):
        try:
            connection = await connect(Endpoint.of(task["endpoint"]), application="pgrehearse watchdog")
        except TargetProblem:
            await asyncio.sleep(3)
            continue
        try:
            await restore_settings(connection, [(name, value) for name, value in task["plan"]])
        finally:
            await connection.close()
        return


if __name__ == "__main__":
    main()
