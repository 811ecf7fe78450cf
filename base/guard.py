"""A detached process that finishes what a command cannot finish when it is killed: it has its task in memory, and waits for the command's end.

The task and the words are sent through a pipe: nothing is in a file or in a list of processes. The end of the pipe is the end of the
command, however it ended.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from pgrehearse.base.processes import is_running, started

DONE = "done"
# How often the process of the command is looked for: a child of it may have the pipe open for longer.
_LOOK_S = 5.0
# How long a command waits for the end of a watchdog that has nothing to do.
_END_S = 10.0
# Watchdogs that go on when this process ends: it must not wait for them.
_DETACHED: list[subprocess.Popen[bytes]] = []


@dataclass(frozen=True, slots=True)
class Guard:
    """A running watchdog."""

    _process: subprocess.Popen[bytes]

    @classmethod
    def start(cls, module: str, task: Mapping[str, Any]) -> Guard:
        """Start ``python -m module``, which reads *task* by ``read_task``."""
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        owner = {"owner_pid": os.getpid(), "owner_started": started(os.getpid())}
        if process.stdin is not None:
            process.stdin.write(json.dumps({**owner, **task}).encode() + b"\n")
            process.stdin.flush()
        return cls(process)

    @property
    def pid(self) -> int:
        return self._process.pid

    def release(self, word: str = "") -> None:
        """Send the last word, and close the pipe ("": the watchdog does its task). After ``DONE``, wait for its end, but not for long."""
        if self._process.stdin is not None:
            with suppress(BrokenPipeError):
                self._process.stdin.write(f"{word}\n".encode() if word else b"")
                self._process.stdin.close()
        try:
            self._process.wait(timeout=_END_S if word == DONE else 0)
        except subprocess.TimeoutExpired:
            # After ``DONE``: on a busy machine it may still start. The word is in the pipe, and it ends without doing anything.
            _DETACHED.append(self._process)


def read_task() -> dict[str, Any]:
    """Return the task, in the process of the watchdog."""
    # Unbuffered: a buffer would read the next line too, and select() would not report it.
    with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as lines:
        task: dict[str, Any] = json.loads(lines.readline())
    return task


def last_word(task: Mapping[str, Any], seconds: float) -> str:
    """Wait for the last word of the command; "": it ended without one, or *seconds* are over."""
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        if select.select([sys.stdin.fileno()], [], [], min(left, _LOOK_S))[0]:
            return os.read(sys.stdin.fileno(), 16).decode(errors="replace").strip()
        if not is_running(int(task["owner_pid"]), int(task["owner_started"])):
            return ""
    return ""
