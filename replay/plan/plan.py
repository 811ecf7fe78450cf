"""How a workload is to be replayed: frozen values, validated once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from pgrehearse.base.clock import MILLISECOND, SECOND
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import UsageProblem
from pgrehearse.replay.plan.filters import EVERYTHING, Selection
from pgrehearse.replay.plan.routing import Access
from pgrehearse.replay.plan.types_file import FixedTypes
from pgrehearse.runs.run_facts import OrderLimits, RunPlan, SelectionFacts


class Sync(StrEnum):
    """What waits for what."""

    SESSION = "session"  # a session for itself
    COMMIT = "commit"  # and a statement for the transactions that production committed before it


class Unread(StrEnum):
    """What a statement is taken to touch whose tables cannot be read: EXECUTE, DO, functions in other languages."""

    EVERYTHING = "everything"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Ordering:
    """What waits for what, and how long at most (*timeout_us*): then a statement is sent all the same, and counted."""

    sync: Sync = Sync.SESSION
    timeout_us: int = 5 * SECOND
    unread: Unread = Unread.EVERYTHING

    def __post_init__(self) -> None:
        if self.timeout_us < MILLISECOND:
            raise UsageProblem("--sync-timeout is too short", remedy="give at least 1ms; the default is 5s")


@dataclass(frozen=True, slots=True)
class Casting:
    """Which part of a workload plays, and how often.

    *only* and *without* choose statements. *amplify* times as many sessions, *thin*: this share of what is chosen by
    *where* (all, unless it says less); *amplify_writes* lets the further copies write. *seed* of what chance decides.
    """

    only: Selection = EVERYTHING
    without: Selection | None = None
    where: Selection = EVERYTHING
    amplify: int = 1
    amplify_writes: bool = False
    thin: float = 1.0
    seed: int = 7

    @property
    def chooses(self) -> bool:
        """Whether statements have to be looked at at all."""
        return self.only != EVERYTHING or self.without is not None or self.where != EVERYTHING

    def recorded(self) -> SelectionFacts:
        """Return what the run's manifest keeps."""
        return SelectionFacts(
            only=str(self.only),
            without=str(self.without or ""),
            where=str(self.where),
            amplify=self.amplify,
            amplify_writes=self.amplify_writes,
            thin=self.thin,
            seed=self.seed,
        )

    def __post_init__(self) -> None:
        if not 1 <= self.amplify <= 1000:
            raise UsageProblem(f"--amplify {self.amplify} is out of range", remedy="give a whole number from 1 to 1000")
        if not 0 < self.thin <= 1:
            raise UsageProblem(f"--thin {self.thin} is out of range", remedy="give a share above 0, up to 1")
        if self.amplify > 1 and self.thin < 1:
            raise UsageProblem("--amplify and --thin exclude each other", remedy="give one of them")
        if self.where != EVERYTHING and self.amplify == 1 and self.thin == 1:
            raise UsageProblem("--where says of what --amplify or --thin speak", remedy="give one of them, or --only")


@dataclass(frozen=True, slots=True)
class ReplayPlan:
    """*target*: where to; *access*: who goes elsewhere, and as whom. *speed* is a factor (None: as fast as sessions allow). *writes* lets statements
    that write through.

    *allowed*: what may reach outside (``workload/sql/builtin_functions``, ``ALLOWABLE``). *statement_timeout_us*: a guard against runaways (0: none).
    *think*, *connect*: factors of the time between a session's events and before its first; *think_floor_us*: what a
    session that is late thinks at least. *skip_idle_us*: how long a silence of all sessions lasts at most (0: as long as
    it was). *start_at_us*: the wall clock's instant to begin at (0: now). *from_us*, *until_us* (None: the end): the part
    of what was captured to replay; *warm_in_us*: how much of it is before the window, for state only. *pooled*: connections for the sessions that a pooler shared (0: a connection each). *types*: of
    parameters, where they are known.
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
    think_floor_us: int = 0
    skip_idle_us: int = 0
    start_at_us: int = 0
    from_us: int = 0
    warm_in_us: int = 0
    until_us: int | None = None
    pooled: int = 0
    order: Ordering = field(default_factory=Ordering)
    cast: Casting = field(default_factory=Casting)
    access: Access = field(default_factory=Access)
    types: FixedTypes | None = None

    def __post_init__(self) -> None:
        if self.speed is not None and not 0.001 <= self.speed <= 1000:
            raise UsageProblem(f"speed {self.speed} is out of range", remedy="give a factor from 0.001 to 1000, or max")
        if not (0 <= self.think <= 1000 and 0 <= self.connect <= 1000):
            raise UsageProblem("--think and --connect are out of range", remedy="give factors from 0 to 1000")
        if not 1 <= self.workers <= 64:
            raise UsageProblem(f"{self.workers} workers", remedy="give 1 to 64; one per core is plenty")
        if self.until_us is not None and self.until_us <= self.from_us:
            raise UsageProblem("--until is not after --from", remedy="give a part of the window")
        if not 0 <= self.pooled <= 10_000:
            raise UsageProblem(f"--pooled {self.pooled} is out of range", remedy="give 1 to 10000 connections")

    def targets(self) -> list[Endpoint]:
        """Return every target once."""
        return list(dict.fromkeys([self.target, *(route.target for route in self.access.routes)]))

    def labels(self) -> list[str]:
        """Say, for every report, what makes this replay another load than production's."""
        cast, found = self.cast, []
        of = f" of {cast.where}" if str(cast.where) else ""
        if cast.amplify > 1:
            what = "reads and writes" if cast.amplify_writes else "reads only; the first copy alone writes"
            found.append(f"amplified: each session{of} played {cast.amplify} times ({what})")
        if cast.thin < 1:
            found.append(f"thinned: {cast.thin:.0%}{of} played")
        if str(cast.only) or cast.without is not None:
            found.append(
                f"a selection: only {cast.only or 'everything'}" + (f", without {cast.without}" if cast.without else "")
            )
        if self.from_us != self.warm_in_us or self.until_us is not None:
            found.append("a part of the window was replayed")
        if self.pooled:
            found.append(
                f"pooled sessions shared {self.pooled} connections for each user and database: their transactions were the units"
            )
        return found

    def of_window(self, warm_in_us: int) -> ReplayPlan:
        """Return the plan that begins where the window does, if it does not say where: so much before it was captured for state only."""
        return self if self.from_us or not warm_in_us else replace(self, from_us=warm_in_us, warm_in_us=warm_in_us)

    def recorded(self, workload_path: Path) -> RunPlan:
        """Return what the run's manifest keeps: no password."""
        return RunPlan(
            speed="max" if self.speed is None else self.speed,
            workers=self.workers,
            writes=self.writes,
            connections=self.connections,
            allowed=sorted(self.allowed),
            statement_timeout_us=self.statement_timeout_us,
            think=self.think,
            connect=self.connect,
            think_floor_us=self.think_floor_us,
            skip_idle_us=self.skip_idle_us,
            start_at_us=self.start_at_us,
            from_us=self.from_us,
            warm_in_us=self.warm_in_us,
            until_us=self.until_us,
            pooled=self.pooled,
            order=OrderLimits(self.order.timeout_us, self.order.unread.value),
            sync=self.order.sync.value,
            selection=self.cast.recorded(),
            access=self.access.recorded(),
            types=self.types.recorded() if self.types is not None else None,
            workload_path=str(workload_path.resolve()),
        )


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
