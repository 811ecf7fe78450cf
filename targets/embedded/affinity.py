"""How many processors of the machine an embedded server may use: it stands in for a smaller instance class.

The number is in the folder of the server, so that it applies after every restart.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pgrehearse.base.errors import UsageProblem

_FILE = "processors"
# The number since an event in mid-run changed it, until the server is reset.
_SCALED = "processors-scaled"


def require_processors(count: int) -> None:
    """Raise ``UsageProblem`` if this machine cannot limit a server to so many processors (0: no limit)."""
    if not count:
        return
    if not hasattr(os, "sched_setaffinity"):
        raise UsageProblem("this operating system cannot limit the processors of a server", remedy="remove cpus")
    available = len(os.sched_getaffinity(0))
    if count > available:
        raise UsageProblem(f"cpus is {count}, this machine has {available}", remedy=f"use 1 to {available}")


def limit_processors(home: Path, count: int) -> None:
    """Store how many processors the server in the folder *home* may use from its next start."""
    (home / _FILE).write_text(str(count))


def processors_of(text: str) -> int:
    """Return a number of processors that this machine can give a server. Raises ``UsageProblem``."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise UsageProblem(f"cpus is {text!r}", remedy="use a number of whole processors, 1 or more")
    require_processors(int(text))
    return int(text)


def scale_processors(home: Path, count: int) -> None:
    """Store another number of processors, from the next start of the server until it is reset."""
    (home / _SCALED).write_text(str(count))


def put_back_processors(home: Path) -> None:
    """Forget the number that ``scale_processors`` stored."""
    (home / _SCALED).unlink(missing_ok=True)


@contextmanager
def on_processors(home: Path) -> Iterator[None]:
    """Start programs on the processors of a server: a child has the affinity of the thread that starts it (sched_setaffinity(2))."""
    stored = [int(file.read_text()) for file in (home / _SCALED, home / _FILE) if file.exists()]
    count = stored[0] if stored else 0
    if not count:
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(before)[:count])
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
