"""A team's own command that prints metrics: started without a shell, read line by line, and ended with all its children.

In its environment: PGREHEARSE_SINCE and PGREHEARSE_UNTIL, in ISO 8601. Without PGREHEARSE_UNTIL it prints until it gets SIGTERM.
"""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO

from pgrehearse.base.clock import iso
from pgrehearse.base.errors import TargetProblem
from pgrehearse.metrics.external.lines import LineReader, Measured

# A longer line is not valid; it is read in pieces of this size.
_LONGEST = 1 << 16
# How long a command may continue after SIGTERM, to print what it has.
_GRACE_S = 5.0
# How long a command that closed its output may take to end.
_EXIT_CHECKS, _EXIT_CHECK_S = 100, 0.02


@dataclass
class MetricsCommand:
    """One run of a command. *sink* gets each valid value, on a thread of this object; *more*: further variables of the environment."""

    command: str
    sink: Callable[[Measured], None]
    since_us: int
    until_us: int | None = None
    more: dict[str, str] = field(default_factory=dict)
    reader: LineReader = field(default_factory=LineReader)
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _thread: threading.Thread | None = field(default=None, init=False)

    def start(self) -> None:
        """Start it. Raises ``TargetProblem`` if that is not possible."""
        try:
            self._process = subprocess.Popen(
                shlex.split(self.command) or [""],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                # What it writes there may hold a token, and is not repeated.
                stderr=subprocess.DEVNULL,
                env={**os.environ, **self.more, **self.window()},
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            why = os.strerror(error.errno or 0) if isinstance(error, OSError) else str(error)
            raise TargetProblem(
                f"the metrics command could not be started ({why})",
                remedy="give a program and its arguments; no shell is used",
            ) from None
        stream = self._process.stdout
        assert stream is not None  # noqa: S101 # a pipe was requested
        self._thread = threading.Thread(target=self._read, args=(stream,), name="metrics command", daemon=True)
        self._thread.start()

    def window(self) -> dict[str, str]:
        """Return the variables with the interval of the metrics."""
        until = {} if self.until_us is None else {"PGREHEARSE_UNTIL": iso(self.until_us)}
        return {"PGREHEARSE_SINCE": iso(self.since_us), **until}

    def wait(self, timeout_s: float) -> bool:
        """Wait for its end; return whether it ended in time."""
        if self._process is None or self._thread is None:
            return True
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            return False
        # It remains a zombie until ``stop``, so that its group has no other owner.
        pause, options = threading.Event(), os.WEXITED | os.WNOHANG | os.WNOWAIT
        for _ in range(_EXIT_CHECKS):
            if os.waitid(os.P_PID, self._process.pid, options) is not None:
                return True
            pause.wait(_EXIT_CHECK_S)
        return False

    def stop(self) -> None:
        """End it and all that it started: by SIGTERM, after some seconds by SIGKILL. What it prints until then is read."""
        if self._process is None or self._process.returncode is not None:
            return
        self._signal(signal.SIGTERM)
        if not self.wait(_GRACE_S):
            self._signal(signal.SIGKILL)
            self.wait(1.0)
        self._process.wait()

    def failure(self) -> str:
        """Return how it failed ("": it did not, or a signal ended it). It has to be stopped before."""
        code = self._process.returncode if self._process is not None else 0
        return f"the metrics command returned exit code {code}" if code is not None and code > 0 else ""

    def _signal(self, number: int) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, number)

    def _read(self, stream: IO[bytes]) -> None:
        with stream:
            while line := stream.readline(_LONGEST):
                if line.endswith(b"\n") or len(line) < _LONGEST:
                    value = self.reader.read(line.decode(errors="replace"))
                    if value is not None:
                        self.sink(value)
                else:
                    self.reader.lines += 1
                    self.reader.reject(f"longer than {_LONGEST:,} bytes")
                    while (rest := stream.readline(_LONGEST)) and not rest.endswith(b"\n"):
                        pass
