"""The watchdog of a capture that changes its source: a detached process that undoes the changes if the capture ends early.

It has the task in its memory only; the password is sent through its pipe.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from pgrehearse.base.endpoint import Endpoint


@dataclass(frozen=True, slots=True)
class Guard:
    """A running watchdog (``pgrehearse.capture.watchdog``)."""

    _process: subprocess.Popen[bytes]

    @classmethod
    def start(cls, endpoint: Endpoint, undo: Mapping[str, Any], seconds: float) -> Guard:
        """Start a watchdog. *undo*: what to undo, by its kind (``watchdog.UNDO``); *seconds*: after this time it does so in any case."""
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "pgrehearse.capture.watchdog"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        task = {"endpoint": endpoint.document(), "seconds": seconds, **undo}
        if process.stdin is not None:
            process.stdin.write(json.dumps(task).encode() + b"\n")
            process.stdin.flush()
        return cls(process)

    def release(self, *, done: bool) -> None:
        """Send the watchdog that everything is undone; if it is not, the end of its input makes it undo that."""
        if self._process.stdin is not None:
            with suppress(BrokenPipeError):
                self._process.stdin.write(b"done\n" if done else b"")
                self._process.stdin.close()
        if done:
            self._process.wait(timeout=10)
