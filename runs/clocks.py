"""The clocks of a run: its server's, and those of the hosts whose workers replayed it. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field

from pgrehearse.base.units import duration

# Where lateness is stated, an error of the clocks of the hosts up to this is not mentioned.
MENTIONED_US = 1_000


@dataclass(frozen=True, slots=True)
class ClockOffset:
    """How far a server's clock is from the replaying machine's, *within* what, at the start and at the end of a run."""

    start_us: float | None = None
    start_within_us: float | None = None
    end_us: float | None = None
    end_within_us: float | None = None

    @property
    def moved_us(self) -> float:
        """How far the clock moved during the run (0: not known)."""
        return self.end_us - self.start_us if self.start_us is not None and self.end_us is not None else 0.0


@dataclass(frozen=True, slots=True)
class HostClock:
    """The monotonic clock of a *host* of a cluster against the coordinator's, whose time line is the run's.

    *offset_us*: by how much it was ahead at the start, *within_us*; *drift_ppm*: how much faster it ran, in microseconds in a second,
    *drift_within_ppm* (None: it was not read at the end). *error_us*: how far the instants of the host's outcomes are from the run's time
    line at most (None: not known). *target*: how far the target's clock was from the run's, read from this host.
    """

    host: str
    offset_us: float
    within_us: float
    drift_ppm: float | None = None
    drift_within_ppm: float | None = None
    error_us: float | None = None
    target: ClockOffset = field(default_factory=ClockOffset)


@dataclass(frozen=True, slots=True)
class ClockError:
    """How far the clocks of a run's hosts were from its time line at most (*us*; None: not known), and which *host*'s was ("": there is one
    machine only)."""

    us: float | None = 0.0
    host: str = ""

    @property
    def is_mentioned(self) -> bool:
        """Whether it is stated beside lateness: it is not known, or above 1 ms."""
        return self.us is None or self.us > MENTIONED_US

    def __str__(self) -> str:
        if self.us is None:
            return f"how well the clocks of the hosts agree is not known: that of {self.host} was not read at the end"
        return f"the clocks of the hosts agree with the coordinator's within {duration(self.us)} ({self.host})"


@dataclass(frozen=True, slots=True)
class Clocks:
    """*round_trip_us*: to the target and back (0: not measured); *offsets*: by server (``server``, ``standby``, ...);
    *processors_awake*: the processors' idle states were kept away during the run; *real_time*: every worker had real-time priority until the end;
    *hosts*: those of a cluster."""

    round_trip_us: float = 0.0
    offsets: dict[str, ClockOffset] = field(default_factory=dict)
    processors_awake: bool = False
    real_time: bool = False
    hosts: list[HostClock] = field(default_factory=list)

    @property
    def error(self) -> ClockError:
        """The largest error of the clocks of hosts; one that is not known is larger than all others."""
        for clock in self.hosts:
            if clock.error_us is None:
                return ClockError(None, clock.host)
        errors = [(clock.error_us or 0.0, clock.host) for clock in self.hosts]
        return ClockError(*max(errors)) if errors else ClockError()
