"""The options of a replay's plan, and the plan that they describe: one list for ``pgrehearse replay`` and for ``[replay]`` of a scenario."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pgrehearse.base.bounds import HASH_ROWS
from pgrehearse.base.clock import SECOND
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.replay.plan.filters import parse_filter, parse_reads
from pgrehearse.replay.plan.plan import Clock, Ids, Ordering, ReplayPlan, SessionSelection, Sync, Unread, parse_speed
from pgrehearse.replay.plan.rewrites import Rewrite
from pgrehearse.replay.plan.routing import Reader, Route, Routing, parse_names
from pgrehearse.replay.plan.traffic import parse_caches
from pgrehearse.replay.plan.types_file import read_fixed_types
from pgrehearse.workload.catalog.session_settings import parse as parse_settings
from pgrehearse.workload.manifest import Manifest

# A moment of the window: an instant (True, microseconds since the epoch), or the time from the start of the window (False).
Moment = tuple[bool, int]


@dataclass(frozen=True, slots=True)
class Servers:
    """Where a replay is sent: the *target*, the *routes* of sessions that go elsewhere, and the target's *readers*."""

    target: Endpoint
    routes: tuple[Route, ...] = ()
    readers: tuple[Reader, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """The values of the options, named as the option is written (``--think-floor``: *think_floor*; with ``_`` after a word of Python).

    Durations are in microseconds, *start_at* is in microseconds since the epoch. What is selected, mapped or set is a list of texts as
    the command line has it.
    """

    speed: str = "1"
    think_time_scale: float = 1.0
    connect_time_scale: float = 1.0
    think_floor: int = 0
    skip_idle: int = 0
    start_at: int | None = None
    clock: str = Clock.TARGET
    statement_timeout: int = 0
    from_: Moment | None = None
    until: Moment | None = None
    only: Sequence[str] = ()
    except_: Sequence[str] = ()
    amplify: float = 1.0
    amplify_writes: bool = False
    thin: float = 1.0
    where: Sequence[str] = ()
    seed: int = 7
    sync: str = Sync.SESSION
    sync_timeout: int = 5 * SECOND
    unread: str = Unread.EVERYTHING
    workers: int = 1
    real_time: bool = False
    pooled: int = 0
    map_user: Sequence[str] = ()
    map_database: Sequence[str] = ()
    as_role: bool = False
    password_command: str = ""
    session_set: Sequence[str] = ()
    types: Path | None = None
    hash_results: bool = True
    hash_rows: int = HASH_ROWS
    ids: str | None = None
    writes: bool = False
    allow: Sequence[str] = ()
    route_reads: Sequence[str] = ()
    cache: Sequence[str] = ()

    def plan(
        self, servers: Servers, manifest: Manifest | None = None, rewrites: tuple[Rewrite, ...] = ()
    ) -> ReplayPlan:
        """Return the plan for these servers and a workload (None: any, from its start to its end), with rules that replace SQL texts.

        Raises ``UsageProblem`` or ``BadInput``.
        """
        return ReplayPlan(
            servers.target,
            speed=parse_speed(self.speed),
            workers=self.workers,
            real_time=self.real_time,
            writes=self.writes,
            allowed=frozenset(self.allow),
            statement_timeout_us=self.statement_timeout,
            think=self.think_time_scale,
            connect=self.connect_time_scale,
            think_floor_us=self.think_floor,
            skip_idle_us=self.skip_idle,
            start_at_us=self.start_at or 0,
            from_us=max(_into(self.from_, manifest) or 0, 0),
            until_us=_into(self.until, manifest),
            pooled=self.pooled,
            hash_results=self.hash_results,
            hash_rows=self.hash_rows,
            types=read_fixed_types(self.types) if self.types is not None else None,
            ids=Ids(self.ids) if self.ids else None,
            order=Ordering(Sync(self.sync), self.sync_timeout, Unread(self.unread)),
            selection=self.selection(),
            routing=self.routing(servers),
            clock=Clock(self.clock),
            reads=parse_reads(self.route_reads) if self.route_reads else None,
            rewrites=rewrites,
            caches=parse_caches(self.cache),
        )

    def selection(self) -> SessionSelection:
        """Return which sessions are replayed, and how often."""
        return SessionSelection(
            only=parse_filter("--only", self.only),
            without=parse_filter("--except", self.except_) if self.except_ else None,
            where=parse_filter("--where", self.where),
            amplify=self.amplify,
            amplify_writes=self.amplify_writes,
            thin=self.thin,
            seed=self.seed,
        )

    def routing(self, servers: Servers) -> Routing:
        """Return where sessions connect to, and as which user."""
        return Routing(
            routes=servers.routes,
            readers=servers.readers,
            users=parse_names("--map-user", self.map_user),
            databases=parse_names("--map-database", self.map_database),
            as_role=self.as_role,
            password_command=self.password_command,
            settings=tuple(parse_settings(text) for text in self.session_set),
        )


def _into(moment: Moment | None, manifest: Manifest | None) -> int | None:
    """Return a moment in microseconds from the start of the capture (None: not given, or an instant of a window that is not known)."""
    if moment is None:
        return None
    is_wall_clock, us = moment
    if manifest is None:
        return None if is_wall_clock else us
    return us - manifest.window_start_us if is_wall_clock else us + manifest.warm_in_us
