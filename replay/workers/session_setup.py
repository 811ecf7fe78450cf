"""The sessions of one worker: each with its login, its rows and the instant at which it begins; shared connections with a pool."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import polars as pl

from pgrehearse.base.clock import MILLISECOND, Timeline
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure
from pgrehearse.base.server_identity import ExpectedIdentity, place_of
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.schedule import IdleCuts, Schedule
from pgrehearse.replay.prepare.session_selection import SessionCopy
from pgrehearse.replay.prepare.spool import Spool
from pgrehearse.replay.session.draws import REPORT_DRAWS
from pgrehearse.replay.session.early_logins import LOGIN_TRIPS, log_in
from pgrehearse.replay.session.engine import Engine
from pgrehearse.replay.session.login import Login
from pgrehearse.replay.session.pool import Pool, connections_of
from pgrehearse.replay.session.reactor import Reactor
from pgrehearse.replay.session.reader_session import ReaderScript, ReaderSession
from pgrehearse.replay.session.script import Script
from pgrehearse.replay.session.session import Session
from pgrehearse.replay.session.session_spec import SessionSpec
from pgrehearse.workload.catalog.session_settings import SessionSettings

# Time needed before the time line's zero: a worker's last steps, and each session's creation and first call.
_STEPS_US, _SESSION_US = 200 * MILLISECOND, 200


@dataclass(frozen=True, slots=True)
class SessionSetup:
    """What a worker's sessions are made of. *max_open*: how many may be open at once flat out; *lead_us*: how long
    before the time line's zero the sessions that were open before it begin; *trip_us*: a round trip to the target.
    *reader_logins*: how sessions connect to a reader that their reads are moved to. *starts*: every session, in the order in which they begin, with
    the instant at which it does. *restarts*: the later starts of the target that logins before the time line found."""

    sessions: pl.DataFrame
    logins: dict[int, Login]
    copies: list[SessionCopy]
    spool: Spool
    max_open: int
    lead_us: int
    trip_us: int = 0
    reader_logins: dict[int, Login] = field(default_factory=dict)
    starts: list[tuple[int, SessionSpec]] = field(default_factory=list)
    restarts: frozenset[int] = frozenset()


def lead_us(sessions: int, trip_us: int = 0) -> int:
    """Return how long before the time line's zero the workers begin with the first session.

    *sessions*: how many there are; *trip_us*: a round trip to the target.
    """
    return _last_us(trip_us) + sessions * _SESSION_US


def _last_us(trip_us: int) -> int:
    """Return how long before the time line's zero the last session that was open before it begins: it may still have to log in."""
    return _STEPS_US + LOGIN_TRIPS * trip_us


def _early(plan: ReplayPlan) -> pl.Expr:
    """Return whether a session was open before the window."""
    return (pl.col("began") == "already open") | (pl.col("at_us") < plan.from_us)


def logins(
    sessions: pl.DataFrame,
    plan: ReplayPlan,
    settings: Sequence[SessionSettings],
    expected_identities: Mapping[Endpoint, ExpectedIdentity],
) -> dict[int, Login]:
    """Return how each captured session connects.

    *settings*: what sessions start with, as the workload has it; *expected_identities*: by endpoint without a user.
    """
    timeout_us = plan.statement_timeout_us
    guard = {"statement_timeout": f"{timeout_us // 1000}ms"} if timeout_us else {}
    if plan.counts_draws:
        guard |= REPORT_DRAWS
    routing = plan.routing
    by_session: dict[int, Login] = {}
    for row in sessions.iter_rows(named=True):
        server = routing.server(plan.target, row["user"], row["instance"] or "")
        endpoint = routing.place(server, row["user"], row["database"])
        by_session[row["session"]] = Login(
            endpoint,
            application=row["application_name"],
            read_only=not plan.writes or routing.on_reader(server),
            encoding=row["encoding"],
            settings=guard | routing.initial_settings(row["user"], row["database"], row["application_name"], settings),
            set_after_connect=routing.set_after_connect,
            expected_identity=_witness(endpoint, expected_identities),
        )
    return by_session


def reader_logins(
    by_session: Mapping[int, Login],
    moved: Collection[int],
    plan: ReplayPlan,
    expected_identities: Mapping[Endpoint, ExpectedIdentity],
) -> dict[int, Login]:
    """Return how the sessions whose reads are *moved* connect to their readers. *by_session*: how they connect to the target."""
    found = {}
    for session in moved:
        login = by_session[session]
        endpoint = plan.routing.reader_of(session).to(database=login.endpoint.database, user=login.endpoint.user)
        expected = _witness(endpoint, expected_identities)
        found[session] = replace(login.as_read_only(), endpoint=endpoint, expected_identity=expected)
    return found


def _witness(endpoint: Endpoint, expected_identities: Mapping[Endpoint, ExpectedIdentity]) -> ExpectedIdentity:
    """Return what a database has to answer; no session connects to a database whose identity was not proven."""
    expected_identity = expected_identities.get(place_of(endpoint))
    if expected_identity is None:
        raise HarnessFailure(
            f"the identity of {endpoint} was not proven before the replay",
            remedy="report this with the command line used",
        )
    return expected_identity


def plan_sessions(setup: SessionSetup, plan: ReplayPlan, worker: int, cuts: IdleCuts) -> list[tuple[int, SessionSpec]]:
    """Return the sessions in the order in which they begin, each with the instant at which it does.

    Those that were open before the window begin one after the other, all before the last steps to its zero.
    """
    table = setup.sessions.sort("at_us", "session")
    begins = Schedule(plan, cuts).begins(table["at_us"])
    at = dict(zip(table["session"].to_list(), begins.to_list(), strict=True))
    early = set(table.filter(_early(plan))["session"])
    pooled = set(table.filter("pooled")["session"]) if plan.pooled else set()
    own = [copy for copy in setup.copies if copy.session not in pooled and copy.session in setup.spool.spans]
    ahead = [copy for copy in own if copy.session in early]
    spread = np.linspace(-setup.lead_us, -_last_us(setup.trip_us), len(ahead), dtype=np.int64).tolist()
    later = sorted((at[copy.session] + copy.shift_us, copy) for copy in own if copy.session not in early)
    starts = [*zip(spread, ahead, strict=True), *later]
    sessions = [(first, _spec(setup, plan, copy, early=first < 0)) for first, copy in starts]
    shared = _shared(setup, plan, worker, table.filter(pl.col("session").is_in(list(pooled))))
    return sessions + [(-setup.lead_us, spec) for spec in shared]


def _spec(setup: SessionSetup, plan: ReplayPlan, copy: SessionCopy, *, early: bool) -> SessionSpec:
    login = setup.logins[copy.session]
    if copy.copy and not plan.selection.amplify_writes:
        login = login.as_read_only()
    return SessionSpec(copy, login, connect_early=early)


def _shared(setup: SessionSetup, plan: ReplayPlan, worker: int, table: pl.DataFrame) -> list[SessionSpec]:
    """Return the connections that pooled sessions share: as many for each user and database."""
    specs: list[SessionSpec] = []
    for _, group in sorted(table.partition_by("user", "database", "instance", as_dict=True).items(), key=str):
        numbers = [number for number in group["session"].to_list() if number in setup.spool.spans]
        if not numbers:
            continue
        pool = Pool(setup.spool.transactions(numbers))
        spec = SessionSpec(SessionCopy(numbers[0], 0, 0), setup.logins[numbers[0]], connect_early=True, pool=pool)
        specs += [spec] * connections_of(worker, plan.workers, plan.pooled)
    return specs


async def log_in_early(setup: SessionSetup, passwords: Passwords, at_once: int) -> SessionSetup:
    """Log in, *at_once* at a time, for the sessions that were open before the window and send something; return the setup with their connections.

    A session whose login is refused has none: it connects itself, and records the reason.
    """
    sending = {copies: setup.spool.sending(copies=copies) for copies in (False, True)}
    early = [
        number
        for number, (_, spec) in enumerate(setup.starts)
        if spec.connect_early and (spec.pool is not None or spec.copy.session in sending[spec.copy.copy > 0])
    ]
    reactor = Reactor(asyncio.get_running_loop(), Timeline.starting_in(0))
    try:
        requested = [setup.starts[number][1].login for number in early]
        opened = await log_in(reactor, requested, passwords, at_once)
    finally:
        reactor.close()
    connections = dict(zip(early, opened.connections, strict=True))
    starts = [
        (first_us, replace(spec, early=connections.get(number))) for number, (first_us, spec) in enumerate(setup.starts)
    ]
    return replace(setup, starts=starts, restarts=opened.restarts)


def make_session(engine: Engine, setup: SessionSetup, spec: SessionSpec) -> Session:
    """Return the session of a spec, which the engine can start."""
    spool, number = setup.spool, spec.copy.session
    if spec.pool is not None:
        return Session(engine.context, spec, Script(spool.rows, 0, 0), engine.session_ended)
    fetch = spool.copied_rows if spec.copy.copy else spool.rows
    if (on_reader := setup.reader_logins.get(number)) is not None:
        script = ReaderScript(fetch, *spool.spans[number])
        return ReaderSession(engine.context, spec, on_reader, script, engine.session_ended)
    return Session(engine.context, spec, Script(fetch, *spool.spans[number]), engine.session_ended)
