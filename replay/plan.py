"""How a workload is to be replayed: one frozen value, validated once."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from base.endpoint import Endpoint
from base.errors import UsageProblem

# How long before the time line's zero workers begin, and connections that were open before the window are made.
LEAD_US = 1_000_000


@dataclass(frozen=True, slots=True)
class ReplayPlan:
    """*speed* is a factor (None: as fast as sessions allow). *writes* lets statements that write through.

    *allowed*: what may reach outside (``disposition.OUTSIDE``). *statement_timeout_us*: a guard against runaways (0: none).
    *think*, *connect*: factors of the time between a session's events and before its first. *skip_idle_us*: how long a
    silence of all sessions lasts at most (0: as long as it was). *start_at_us*: the wall clock's instant to begin at (0: now).
    """

    target: Endpoint
    speed: float | None = 1.0
    workers: int = 1
    writes: bool = False
    connections: int | None = None
    allowed: frozenset[str] = frozenset()
    statement_timeout_us: int = 0
    think: float = 1.0
    connect: float = 1.0
    skip_idle_us: int = 0
    start_at_us: int = 0

    def __post_init__(self) -> None:
        if self.speed is not None and not 0.001 <= self.speed <= 1000:
            raise UsageProblem(f"speed {self.speed} is out of range", remedy="give a factor from 0.001 to 1000, or max")
        if not (0 <= self.think <= 1000 and 0 <= self.connect <= 1000):
            raise UsageProblem("--think and --connect are out of range", remedy="give factors from 0 to 1000")
        if not 1 <= self.workers <= 64:
            raise UsageProblem(f"{self.workers} workers", remedy="give 1 to 64; one per core is plenty")

    def document(self) -> dict[str, Any]:
        """Return what the run's manifest keeps: no password."""
        whole = asdict(self)
        whole["speed"] = "max" if self.speed is None else self.speed
        whole["sync"] = "session"
        whole["allowed"] = sorted(self.allowed)
        del whole["target"]  # the run names its target itself, without a password
        return whole


def parse_speed(text: str) -> float | None:
    """Read ``max`` or a factor.

    >>> parse_speed("2.5"), parse_speed("max")
    (2.5, None)
    """
    if text == "max":
        return None
    try:
        return float(text.removesuffix("x"))
    except ValueError:
        raise UsageProblem(f"not a speed: {text!r}", remedy="give a factor like 0.5, 1, 2.5, or max") from None
