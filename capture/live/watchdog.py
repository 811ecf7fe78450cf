"""Puts a server's logging back when the capture that changed it is gone: ``python -m pgrehearse.capture.live.watchdog``.

Its first line of input is what to do (JSON). A second line ("done") says that nothing has to be done; the input's end,
or the deadline, says that the capture died, or hangs.
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
from pgrehearse.capture.live.recorder import put_back

TRIES = 20


def main() -> None:
    """Wait for the capture's end; act if it was not a good one."""
    # Unbuffered: a buffer would take the second line too, and select() would never report it.
    with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as lines:
        task: dict[str, Any] = json.loads(lines.readline())
    if not _dismissed(sys.stdin.fileno(), float(task["seconds"])):
        asyncio.run(_put_back(task))


def _dismissed(descriptor: int, seconds: float) -> bool:
    ends = time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0:
        if select.select([descriptor], [], [], left)[0]:
            return os.read(descriptor, 16).startswith(b"done")
    return False


async def _put_back(task: dict[str, Any]) -> None:
    """Try for a while: the server may be restarting."""
    for _ in range(TRIES):
        try:
            connection = await connect(Endpoint.of(task["endpoint"]), application="pgrehearse watchdog")
        except TargetProblem:
            await asyncio.sleep(3)
            continue
        try:
            await put_back(connection, [(name, value) for name, value in task["plan"]])
        finally:
            await connection.close()
        return


if __name__ == "__main__":
    main()
