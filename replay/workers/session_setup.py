"""Every role gets its session: login, rows, the instant it begins; sessions that share connections get a pool."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import polars as pl

from pgrehearse.base.clock import MILLISECOND
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import OurFailure
from pgrehearse.base.server_identity import Witness, place_of
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.prepare.schedule import Cuts, Schedule
from pgrehearse.replay.prepare.session_selection import Role
from pgrehearse.replay.prepare.spool import Spool
from pgrehearse.replay.session.engine import Engine
from pgrehearse.replay.session.login import Login
from pgrehearse.replay.session.pool import Pool, shares
from pgrehearse.replay.session.script import Script
from pgrehearse.replay.session.session import Session
from pgrehearse.workload.catalog.session_settings import SessionSettings
from pgrehearse.workload.read import Workload

# What is done before the time line's zero: a worker's last steps, each session's making, each login made in advance.
_STEPS_US, _SEAT_US, _LOGIN_US = 200 * MILLISECOND, 50, 3 * MILLISECOND
# A login asks the server so often: TCP, TLS, a password's exchange, the proof.
_LOGIN_TRIPS = 10


@dataclass(frozen=True, slots=True)
class Seats:
    """What a worker's sessions are made of. *together*: how many may be open at once at full speed; *lead_us*: how long
    before the time line's zero those that were open before begin to connect, *trip_us* how long a question takes to the target and back."""

    sessions: pl.DataFrame
    logins: dict[int, Login]
    roles: list[Role]
    spool: Spool
    together: int
    lead_us: int
    trip_us: int = 0


def lead_us(workload: Workload, roles: pl.DataFrame, plan: ReplayPlan, trip_us: int = 0) -> int:
    """Return how long before the time line's zero the connections have to be begun that were open before it.

    *trip_us*: how long the smallest question takes to the target and back.
    """
    early = workload.sessions().filter(_early(plan))["session"]
    made = roles.filter(pl.col("session").is_in(early.implode())).height + plan.pooled if plan.speed is not None else 0
    return _last_us(trip_us) + roles.height * _SEAT_US + made * _LOGIN_US


def _last_us(trip_us: int) -> int:
    """Return how long before the time line's zero the last login in advance is begun."""
    return _STEPS_US + _LOGIN_TRIPS * trip_us


def _early(plan: ReplayPlan) -> pl.Expr:
    """Return whether a session was open before the window."""
    return (pl.col("began") == "already open") | (pl.col("at_us") < plan.from_us)


def logins(
    sessions: pl.DataFrame,
    plan: ReplayPlan,
    settings: Sequence[SessionSettings],
    witnesses: Mapping[Endpoint, Witness],
) -> dict[int, Login]:
    """Return how each captured session connects.

    *settings*: what the workload knows that sessions start with; *witnesses*: by endpoint without a user.
    """
    timeout_us = plan.statement_timeout_us
    guard = {"statement_timeout": f"{timeout_us // 1000}ms"} if timeout_us else {}
    access = plan.access
    found: dict[int, Login] = {}
    for row in sessions.iter_rows(named=True):
        endpoint = access.endpoint(plan.target, row["user"], row["database"], row["instance"] or "")
        found[row["session"]] = Login(
            endpoint,
            application=row["application_name"],
            read_only=not plan.writes,
            encoding=row["encoding"],
            settings=guard | access.begins_with(row["user"], row["database"], row["application_name"], settings),
            door_sets=access.door_sets,
            witness=_witness(endpoint, witnesses),
        )
    return found


def _witness(endpoint: Endpoint, witnesses: Mapping[Endpoint, Witness]) -> Witness:
    """Return what a database has to answer; a database that was not proven is never connected to."""
    found = witnesses.get(place_of(endpoint))
    if found is None:
        raise OurFailure(
            f"{endpoint} was not proven before the replay", remedy="report this with the command line used"
        )
    return found


def seated(
    engine: Engine, seats: Seats, plan: ReplayPlan, worker: int, silences: Cuts
) -> tuple[list[Session], list[int]]:
    """Return the sessions in the order in which they begin, and when each does.

    Those that were open before the window connect one after the other, all before the last steps to its zero.
    """
    table = seats.sessions.sort("at_us", "session")
    begins = Schedule(plan, silences).begins(table["at_us"])
    at = dict(zip(table["session"].to_list(), begins.to_list(), strict=True))
    early = set(table.filter(_early(plan))["session"])
    pooled = set(table.filter("pooled")["session"]) if plan.pooled else set()
    own = [role for role in seats.roles if role.session not in pooled and role.session in seats.spool.spans]
    ahead = [role for role in own if role.session in early]
    spread = np.linspace(-seats.lead_us, -_last_us(seats.trip_us), len(ahead), dtype=np.int64).tolist()
    begun = sorted((at[role.session] + role.shift_us, role) for role in own if role.session not in early)
    begun = [*zip(spread, ahead, strict=True), *begun]
    made = [_session(engine, seats, plan, role, early=first < 0) for first, role in begun]
    shared = _shared(engine, seats, plan, worker, table.filter(pl.col("session").is_in(list(pooled))))
    return made + shared, [first for first, _ in begun] + [-seats.lead_us] * len(shared)


def _session(engine: Engine, seats: Seats, plan: ReplayPlan, role: Role, *, early: bool) -> Session:
    spool, login = seats.spool, seats.logins[role.session]
    if role.copy and not plan.cast.amplify_writes:
        login = login.for_reading()
    fetch = spool.copied_rows if role.copy else spool.rows
    return Session(engine, role, Script(fetch, *spool.spans[role.session]), login, early=early)


def _shared(engine: Engine, seats: Seats, plan: ReplayPlan, worker: int, table: pl.DataFrame) -> list[Session]:
    """Return the connections that pooled sessions share: as many for each user and database."""
    out: list[Session] = []
    for _, group in sorted(table.partition_by("user", "database", "instance", as_dict=True).items(), key=str):
        numbers = [number for number in group["session"].to_list() if number in seats.spool.spans]
        if not numbers:
            continue
        pool = Pool(seats.spool.units(numbers))
        make = partial(Session, engine, Role(numbers[0], 0, 0), login=seats.logins[numbers[0]], early=True, pool=pool)
        connections = shares(plan.pooled, plan.workers, worker)
        out += [make(script=Script(seats.spool.rows, 0, 0)) for _ in range(connections)]
    return out
