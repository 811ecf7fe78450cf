"""Processes of this machine: whether one still runs. A process id is used again, so that the start of the process identifies it."""

from __future__ import annotations

import os
from pathlib import Path


def started(pid: int) -> int:
    """Return when a process was started, in clock ticks since the start of the system (0: not known, or it does not run).

    Source: proc_pid_stat(5), field 22 (starttime).
    """
    return _status(pid, 22)


def parent(pid: int) -> int:
    """Return the id of the parent of a process (0: not known, or it does not run). Source: proc_pid_stat(5), field 4 (ppid)."""
    return _status(pid, 4)


def _status(pid: int, field: int) -> int:
    """Return a field of proc_pid_stat(5), counted from 1. The name of the program, in parentheses, may contain spaces."""
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[field - 3])
    except (OSError, ValueError, IndexError):
        return 0


def is_running(pid: int, start: int = 0) -> bool:
    """Return whether a process runs. *start*: its ``started`` (0: not known; then another process may have its id)."""
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    now = started(pid)
    return not start or not now or start == now
