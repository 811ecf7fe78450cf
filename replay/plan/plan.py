"""How a workload is replayed: frozen values, validated once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from pgrehearse.base.bounds import HASH_ROWS, MOST_WORKERS
from pgrehearse.base.clock import MILLISECOND, SECOND
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import UsageProblem
from pgrehearse.replay.plan.filters import EVERYTHING, StatementFilter
from pgrehearse.replay.plan.rewrites import Rewrite
from pgrehearse.replay.plan.routing import Routing
from pgrehearse.replay.plan.traffic import Cache, OneServer
from pgrehearse.replay.plan.types_file import FixedTypes
from pgrehearse.runs.run_facts import OrderLimits, RunPlan, SelectionFacts


class Sync(StrEnum):
    """What waits for what."""

    SESSION = "session"  # a statement for the one before it in its session
    COMMIT = "commit"  # and for the transactions that committed before it in production


class Unread(StrEnum):
    """Which tables a statement is assumed to access where its text does not show them: EXECUTE, DO, functions in other languages."""

    EVERYTHING = "everything"
    NOTHING = "nothing"


class Clock(StrEnum):
    """What statements read as the time: the target's clock, or production's instants."""

    TARGET = "target"
    PRODUCTION = "production"


class Ids(StrEnum):
    """Which ids statements draw from sequences."""

    PRODUCTION = "production"  # those that production drew, as far as the workload has them
    TARGET = "target"  # the target's own


@dataclass(frozen=True, slots=True)
class Ordering:
    """What waits for what, and how long at most (*timeout_us*): after that a statement is sent anyway, and counted."""

    sync: Sync = Sync.SESSION
    timeout_us: int = 5 * SECOND
    unread: Unread = Unread.EVERYTHING

    def __post_init__(self) -> None:
        if self.timeout_us < MILLISECOND:
            raise UsageProblem("--sync-timeout is too short", remedy="use at least 1ms; the default is 5s")


@dataclass(frozen=True, slots=True)
class SessionSelection:
    """Which part of a workload is replayed, and how often.

    *only* and *without* select statements. *amplify*: how many times each session is replayed (1.5: half of them twice); *thin*: the fraction
    that is replayed; both of what *where* selects (default: everything). *amplify_writes* lets the further copies write. *seed*: of the random selection.
    """

    only: StatementFilter = EVERYTHING
    without: StatementFilter | None = None
    where: StatementFilter = EVERYTHING
    amplify: float = 1.0
    amplify_writes: bool = False
    thin: float = 1.0
    seed: int = 7

    @property
    def filters(self) -> bool:
        """Whether any of its filters excludes statements."""
        return self.only != EVERYTHING or self.without is not None or self.where != EVERYTHING

    def recorded(self) -> SelectionFacts:
        """Return the selection as the run's manifest has it."""
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
            raise UsageProblem(f"--amplify {self.amplify:g} is out of range", remedy="use a factor from 1 to 1000")
        if not 0 < self.thin <= 1:
            raise UsageProblem(f"--thin {self.thin} is out of range", remedy="use a fraction above 0, up to 1")
        if self.amplify > 1 and self.thin < 1:
            raise UsageProblem("--amplify and --thin cannot be combined", remedy="use one of them")
        if self.where != EVERYTHING and self.amplify == 1 and self.thin == 1:
            raise UsageProblem(
                "--where needs --amplify or --thin", remedy="add one of them, or select statements with --only"
            )


@dataclass(frozen=True, slots=True)
class ReplayPlan:
    """*target*: the server; *routing*: which sessions go to another server or log in under another name. *speed*: a factor (None: as fast as
    sessions allow). *real_time*: the workers have real-time priority. *writes*: statements that write are sent.

    *hash_results*: the rows of results are hashed (``replay/session/row_hash``), at most *hash_rows* of each (0: all). *allowed*: hazards that are allowed by name (``workload/sql/builtin_functions``, ``ALLOWABLE``). *statement_timeout_us*: of each
    session (0: none). *think*, *connect*: factors of the time between a session's events and before its first; *think_floor_us*: the
    minimum think time of a session that is late. *skip_idle_us*: the longest idle period of all sessions together (0: idle periods keep
    their length). *start_at_us*: the wall clock's instant to begin at (0: now). *from_us*, *until_us* (None: the end): the part
    of the capture to replay; *warm_in_us*: how much of it is before the window, for state only. *pooled*: connections for the sessions
    that a pooler shared (0: a connection each). *types*: of parameters, from ``--types``. *clock*: what statements read as the time. *ids*:
    which ids are drawn from sequences (None: production's, if the replay writes and the workload has them). *counts_draws*: the target
    reports each draw, and the run counts them. *reads*: the reads that are moved to the readers of the target (None: none).
    *rewrites*: the rules that replace SQL texts. *caches*: reads that are not sent, because a cache answers them. *one_server*: the part of the
    traffic that goes to one server of a placement (None: all of it).
    """

    target: Endpoint
    speed: float | None = 1.0
    workers: int = 1
    real_time: bool = False
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
    selection: SessionSelection = field(default_factory=SessionSelection)
    routing: Routing = field(default_factory=Routing)
    types: FixedTypes | None = None
    clock: Clock = Clock.TARGET
    hash_results: bool = True
    hash_rows: int = HASH_ROWS
    ids: Ids | None = None
    counts_draws: bool = False
    reads: StatementFilter | None = None
    rewrites: tuple[Rewrite, ...] = ()
    caches: tuple[Cache, ...] = ()
    one_server: OneServer | None = None

    def __post_init__(self) -> None:
        self._check_times()
        if not 1 <= self.workers <= MOST_WORKERS:
            raise UsageProblem(
                f"--workers {self.workers} is out of range",
                remedy=f"use 1 to {MOST_WORKERS}; one per core is sufficient",
            )
        if self.ids == Ids.PRODUCTION and not self.writes:
            raise UsageProblem(
                "--ids production needs --writes", remedy="add --writes: a read-only replay draws no ids"
            )
        if self.hash_rows < 0:
            raise UsageProblem(f"--hash-rows {self.hash_rows} is out of range", remedy="use 0 (all) or more")
        if not 0 <= self.pooled <= 10_000:
            raise UsageProblem(f"--pooled {self.pooled} is out of range", remedy="use 1 to 10000 connections")

    def _check_times(self) -> None:
        if self.speed is not None and not 0.001 <= self.speed <= 1000:
            raise UsageProblem(
                f"--speed {self.speed} is out of range", remedy="use a factor from 0.001 to 1000, or max"
            )
        if not (0 <= self.think <= 1000 and 0 <= self.connect <= 1000):
            raise UsageProblem(
                "--think-time-scale or --connect-time-scale is out of range", remedy="use factors from 0 to 1000"
            )
        if self.until_us is not None and self.until_us <= self.from_us:
            raise UsageProblem("--until is not after --from", remedy="use a later --until, or an earlier --from")
        if self.real_time and self.speed is None:
            raise UsageProblem(
                "--real-time needs instants at which statements are due, and --speed max has none",
                remedy="remove --real-time, or use a factor for --speed",
            )

    def targets(self) -> list[Endpoint]:
        """Return every target once: the plan's own, those of its routes, and readers that reads are moved to."""
        moved = [reader.target for reader in self.routing.readers] if self.reads is not None else []
        return list(dict.fromkeys([self.target, *(route.target for route in self.routing.routes), *moved]))

    def labels(self) -> list[str]:
        """Return, for every report, how the load of this replay differs from production's."""
        selection = self.selection
        labels = []
        of = f" of {selection.where}" if str(selection.where) else ""
        if selection.amplify > 1:
            what = "reads and writes" if selection.amplify_writes else "reads only; only the first copy writes"
            times = f"{selection.amplify:g} times{' on average' if selection.amplify % 1 else ''}"
            labels.append(f"amplified: each session{of} replayed {times} ({what})")
        if selection.thin < 1:
            labels.append(f"thinned: {selection.thin:.0%}{of} replayed")
        if str(selection.only) or selection.without is not None:
            without = f", without {selection.without}" if selection.without else ""
            labels.append(f"a selection: only {selection.only or 'everything'}{without}")
        if self.reads is not None:
            labels.append(f"reads were moved to readers: {str(self.reads) or 'all that can be moved'}")
        labels += self._changes()
        if self.from_us != self.warm_in_us or self.until_us is not None:
            labels.append("a part of the window was replayed")
        if self.pooled:
            labels.append(
                f"pooled sessions shared {self.pooled} connections for each user and database, one transaction at a time"
            )
        return labels

    def _changes(self) -> list[str]:
        """Return labels of what-if changes of the traffic."""
        caches, titles = "; ".join(map(str, self.caches)), ", ".join(rule.title for rule in self.rewrites)
        server = str(self.one_server or "")
        labels = [f"reads were left out, as if a cache answered them: {caches}"] if caches else []
        labels += [f"statements were replaced by other SQL: {titles}"] if titles else []
        crossing = "transactions that would cross servers were left out"
        return labels + ([f"a part of the traffic: {server}; {crossing}"] if server else [])

    def of_window(self, warm_in_us: int) -> ReplayPlan:
        """Return the plan that begins at the window, if it has no --from. *warm_in_us*: how much before the window was captured, for state only."""
        return self if self.from_us or not warm_in_us else replace(self, from_us=warm_in_us, warm_in_us=warm_in_us)

    def recorded(self, workload_path: Path) -> RunPlan:
        """Return the plan as the run's manifest has it, without a password."""
        return RunPlan(
            speed="max" if self.speed is None else self.speed,
            workers=self.workers,
            real_time=self.real_time,
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
            selection=self.selection.recorded(),
            access=self.routing.recorded(),
            types=self.types.recorded() if self.types is not None else None,
            clock=self.clock.value,
            hash_results=self.hash_results,
            hash_rows=self.hash_rows,
            ids=(self.ids or Ids.TARGET).value,
            reads="" if self.reads is None else str(self.reads) or "all",
            caches=[str(cache) for cache in self.caches],
            one_server="" if self.one_server is None else str(self.one_server),
            placement=self.one_server.placement.servers if self.one_server is not None else (),
            server=self.one_server.server if self.one_server is not None else "",
            workload_path=str(workload_path.resolve()),
        )


def parse_speed(text: str) -> float | None:
    """Parse ``max`` or a factor.

    >>> parse_speed("2.5"), parse_speed("max")
    (2.5, None)
    """
    if text == "max":
        return None
    try:
        return float(text.removesuffix("x"))
    except ValueError:
        raise UsageProblem(f"invalid speed {text!r}", remedy="use a factor like 0.5, 1, 2.5, or max") from None
