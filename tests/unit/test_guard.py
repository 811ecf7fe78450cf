"""The watchdog of a command: how the command ends it."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from pgrehearse.base import guard
from pgrehearse.base.guard import DONE, Guard

# It ends without an error if it reads the last word of a command.
WATCHDOG = "import sys; sys.exit(sys.stdin.readline() != 'done\\n')"


@pytest.mark.parametrize("is_slow", [False, True])
def test_a_command_ends_its_watchdog(monkeypatch: pytest.MonkeyPatch, is_slow: bool) -> None:
    """A watchdog that still starts does not delay the command, and is not an error of it: it reads the last word later, and ends."""
    detached: list[subprocess.Popen[bytes]] = []
    monkeypatch.setattr(guard, "_DETACHED", detached)
    monkeypatch.setattr(guard, "_END_S", 0.01 if is_slow else 120.0)
    process = subprocess.Popen([sys.executable, "-c", WATCHDOG], stdin=subprocess.PIPE)
    if is_slow:
        process.send_signal(signal.SIGSTOP)
    Guard(process).release(DONE)
    assert detached == ([process] if is_slow else [])
    process.send_signal(signal.SIGCONT)
    assert process.wait(timeout=120) == 0
