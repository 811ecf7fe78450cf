"""Removes a target if the command that created it is killed, and when its time is over.

Run as ``python -m pgrehearse.targets.watchdog`` (``guarding``). The credentials of the command's session are in its memory only; those that
boto3 finds and can renew are used first.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from pgrehearse.base import guard
from pgrehearse.base.clock import SECOND, wall_us
from pgrehearse.base.errors import BadInput
from pgrehearse.base.progress import SILENT
from pgrehearse.targets.aws.clients import Clients, Credentials
from pgrehearse.targets.aws.proof import AT_AWS
from pgrehearse.targets.aws.teardown import tear_down
from pgrehearse.targets.journal import Journal
from pgrehearse.targets.removal import remove

KEEP = "keep"
_LOOK_S = 5.0
_FOREVER_S = 10 * 365 * 86400.0


def main() -> None:
    """Wait for the end of the command or for the expiry; then remove what the journal lists."""
    task = guard.read_task()
    word = guard.last_word(task, _left_s(task))
    if word == guard.DONE:
        return
    if word == KEEP:
        _wait_for_expiry(task)
    elif _left_s(task) > 0:
        time.sleep(float(task["grace_s"]))
    for _ in range(int(task["tries"])):
        if _is_removed(task):
            return
        time.sleep(float(task["pause_s"]))


def _wait_for_expiry(task: dict[str, Any]) -> None:
    """Wait until the target expires, or its journal is gone: another command has removed the target."""
    while (left := _left_s(task)) > 0 and Path(task["journal"]).exists():
        time.sleep(min(left, _LOOK_S))


def _left_s(task: dict[str, Any]) -> float:
    """Return the seconds until the expiry."""
    expires_us = int(task["expires_us"])
    return max(0.0, (expires_us - wall_us()) / SECOND) if expires_us else _FOREVER_S


def _is_removed(task: dict[str, Any]) -> bool:
    """Try to remove the target. Return whether nothing is left, or the journal cannot be read."""
    path = Path(task["journal"])
    try:
        journal = Journal.open(path)
    except BadInput:
        return True
    left = remove(journal, SILENT)
    if left and task["credentials"] and journal.header.kind in AT_AWS:
        clients = Clients(journal.header.place.get("region", ""), Credentials(**task["credentials"]))
        left = tear_down(journal, clients, SILENT)
        if not left:
            journal.close()
    return not left


if __name__ == "__main__":
    main()
