"""A journal as text: a target, what exists of it, what it costs, and when it expires."""

from __future__ import annotations

from collections.abc import Iterator

from pgrehearse.base.clock import instant
from pgrehearse.targets.journal import Journal, Progress


def lines_of(journal: Journal) -> Iterator[str]:
    """Return a target and its things, a line each."""
    header = journal.header
    command = "runs" if header.owner_runs() else "has ended"
    price = f"{header.price:.2f} USD per hour" if header.price else "price not known"
    yield f"{header.target} ({header.kind}), run {header.run}, expires {when(header.expires_us)}, {price}, its command {command}"
    for thing in reversed(journal.left()):
        answered = "" if thing.resource or thing.progress == Progress.CREATED else ", its request had no answer"
        yield f"  {thing.kind} {thing.name}{answered}"


def when(us: int) -> str:
    """Return an expiry as text."""
    return instant(us).isoformat(sep=" ", timespec="minutes") if us else "never"
