"""A host of a cluster that ran workers of a replay, as the manifest of the run has it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RunHost:
    """A host of the cluster that ran *workers* (their numbers). *lost*: why it was lost ("": it was not).

    *late_p99_us*: how late its statements were sent because of the harness (None: at full speed, or nothing was sent).
    """

    name: str
    workers: list[int]
    lost: str = ""
    late_p99_us: float | None = None
