"""Before a replay: is every target a rehearsal, has it what the workload needs, and what does its catalog say."""

from __future__ import annotations

import asyncio
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, replace

import asyncpg
import polars as pl

from pgrehearse.base.application_names import OURS, PREFLIGHT
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.base.postgres import located
from pgrehearse.base.server_identity import Form, Witness, place_of
from pgrehearse.replay.plan.plan import ReplayPlan, Sync
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.session_selection import at_once, cast
from pgrehearse.targets import safety
from pgrehearse.targets.adoption import require_still_fit
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.denied_hosts import refuse_denied
from pgrehearse.targets.pooler import probe_pooler
from pgrehearse.targets.prepared_transactions import refuse_prepared_transactions
from pgrehearse.targets.server_facts import connect, keeps_read_only, takes_options
from pgrehearse.targets.start_state import start_notes, start_state
from pgrehearse.workload.catalog.model import ServerCatalog
from pgrehearse.workload.read import Workload


@dataclass(frozen=True, slots=True)
class Ready:
    """What was found: the plan with its target named in full, each database's proof, the catalog where it is needed.

    *witnesses*: what each database (without a user) has to answer to each connection. *spent*: the databases that the
    replay writes to.
    """

    plan: ReplayPlan
    proofs: tuple[safety.SafetyCheck, ...]
    witnesses: dict[Endpoint, Witness]
    catalog: ServerCatalog
    max_connections: int
    spent: tuple[tuple[Endpoint, safety.SafetyCheck], ...] = ()

    @property
    def proven(self) -> safety.SafetyCheck:
        """The proof of the target that the plan names."""
        return self.proofs[0]


@dataclass(frozen=True, slots=True)
class Permissions:
    """How far a preflight may go, and what it accepts. *spends*: mark the databases as spent when the replay writes."""

    denied: tuple[str, ...] = ()
    dirty: bool = False
    dry: bool = False
    spends: bool = True


async def preflight(workload: Workload, plan: ReplayPlan, permissions: Permissions) -> Ready:
    """Look at every database that sessions will go to before anything is sent to any of them.

    Raises ``TargetProblem`` (exit 4) when one is not safe, or has not what the workload needs.
    """
    passwords = Passwords(plan.access.password_command)
    plan = plan.of_window(workload.manifest.warm_in_us)
    _pooled(workload, plan)
    plan = await _pinned(workload, plan, permissions.denied, passwords)
    target = passwords.of(plan.target)
    looked = await _Look(workload, plan, permissions, passwords).all()
    most = await _room(target, workload, plan, dry=permissions.dry)
    plan = await _shared(await _door(target, plan), workload, passwords)
    await one_server(
        target,
        looked.proofs[0].witness,
        several=_BEHIND_A_POOLER if plan.access.door_sets or plan.access.door_shares else _DIRECT,
    )
    if plan.writes and not permissions.dry and permissions.spends:
        for place, proven in looked.spent:
            await safety.record_use(place, proven, workload.manifest.digest)
    catalog = await _catalog(target, plan, workload)
    return Ready(plan, tuple(looked.proofs), looked.witnesses, catalog, most, tuple(looked.spent))


async def _pinned(workload: Workload, plan: ReplayPlan, denied: tuple[str, ...], passwords: Passwords) -> ReplayPlan:
    """Return the plan with the one address of each target that answers: everything afterwards goes there."""

    async def pinned(target: Endpoint) -> Endpoint:
        named = _with_database(target, workload, plan)
        refuse_denied(named, denied)
        found = await located(passwords.of(named), application=PREFLIGHT)
        refuse_denied(found, denied)
        return found.with_password(target.password).to(database=target.database)

    routes = tuple([replace(route, target=await pinned(route.target)) for route in plan.access.routes])
    target = (await pinned(plan.target)).to(database=_with_database(plan.target, workload, plan).database)
    return replace(plan, target=target, access=replace(plan.access, routes=routes))


async def still_spent(ready: Ready, digest: str) -> list[str]:
    """Mark the databases as spent once more when the replay is over; say which do not answer for their mark any longer."""
    lost = []
    for place, proven in ready.spent:
        try:
            await safety.record_use(place, proven, digest)
        except (TargetProblem, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
            lost.append(
                f"{place} does not answer for its mark any longer (adopt it again before the next replay): {error}"
            )
    return lost


async def distances(ready: Ready, window_start_us: int) -> list[str]:
    """Say how far the databases that a replay writes to are from the window's start."""
    notes = []
    for place, proven in ready.spent:
        connection = await connect(place)
        try:
            await safety.require_identity(connection, proven.witness)
            found = start_notes(await start_state(connection), window_start_us)
        finally:
            await connection.close()
        notes += [f"{proven.facts.database}: {note}" for note in found]
    return notes


class _Look:
    """Examines the plan's target, then every other database that sessions go to, each once."""

    def __init__(self, workload: Workload, plan: ReplayPlan, permissions: Permissions, passwords: Passwords) -> None:
        self._workload, self._plan, self._permissions, self._passwords = workload, plan, permissions, passwords
        self._writes = plan.writes and not permissions.dry
        self.proofs: list[safety.SafetyCheck] = []
        self.witnesses: dict[Endpoint, Witness] = {}
        self.spent: list[tuple[Endpoint, safety.SafetyCheck]] = []

    async def all(self) -> _Look:
        """Examine everything; a database of the workload that a target lacks is proven as its server."""
        wanted = destinations(self._workload, self._plan)
        for server in dict.fromkeys([self._plan.target, *wanted]):
            named = _with_database(server, self._workload, self._plan)
            databases = wanted.get(server, {named.database})
            main = await self._examine(self._passwords.of(named), required=named.database in databases)
            present = await self._present(self._passwords.of(named), databases)
            self.witnesses[place_of(named)] = main.witness
            for database in sorted(databases - {named.database}):
                place = self._passwords.of(server.to(database=database))
                found = await self._other(place, main) if database in present else main.server
                self.witnesses[place_of(place)] = found
        return self

    async def _examine(self, place: Endpoint, *, required: bool) -> safety.SafetyCheck:
        plan, source = self._plan, self._workload.manifest.source
        found = await safety.check_target(
            place, source, self._permissions.denied, writes=self._writes, allowed=plan.allowed
        )
        if self._writes and required:
            safety.require_rehearsal(found, place, dirty=self._permissions.dirty)
            if "prepared-transaction" not in plan.allowed:
                await refuse_prepared_transactions(place)
            await require_still_fit(place, found, plan.allowed)
            self.spent.append((place, found))
        self.proofs.append(found)
        return found

    async def _other(self, place: Endpoint, main: safety.SafetyCheck) -> Witness:
        """Examine a further database of a server. One that this role may not connect to is only read, and proven as its
        server by what every role may ask in every database."""
        try:
            return (await self._examine(place, required=True)).witness
        except TargetProblem:
            if self._writes:
                raise
            expected = replace(main.server.expected, system_identifier="")
            return replace(main.server, form=Form.PLAIN, expected=expected)

    async def _present(self, place: Endpoint, databases: AbstractSet[str]) -> set[str]:
        """Return which of the databases are there; refuse a server that has none of them."""
        connection = await connect(place)
        try:
            rows = await connection.fetch("select datname from pg_catalog.pg_database where datallowconn")
        finally:
            await connection.close()
        present = {str(row[0]) for row in rows} & databases
        if databases and not present:
            raise TargetProblem(
                f"the target has no database {min(databases)!r}, which the workload speaks to",
                remedy="restore production's databases to the target first, or name another: --map-database captured=other",
            )
        return present


def destinations(workload: Workload, plan: ReplayPlan) -> dict[Endpoint, set[str]]:
    """Return the databases that the sessions of a replay go to, by target."""
    playing = cast(workload, plan)["session"].unique()
    sessions = workload.sessions().filter(pl.col("session").is_in(playing.implode()))
    found: dict[Endpoint, set[str]] = {}
    for user, database, instance in sessions.select("user", "database", "instance").unique().iter_rows():
        server = plan.access.server(plan.target, user, instance or "")
        found.setdefault(server, set()).add(plan.access.endpoint(plan.target, user, database, instance or "").database)
    return found


# So many connections at once are proven in advance: behind a name or a pooler there may be several servers.
_DIRECT, _BEHIND_A_POOLER = 2, 3
_PATIENCE_S = 5.0


async def one_server(target: Endpoint, expected: Witness, *, several: int) -> None:
    """Refuse a target whose connections lead to different servers: some are held open at once, each in a transaction.

    A pooler hands out no further server connection when its pool is full: those that wait are given up.
    """
    held: list[asyncpg.Connection] = []
    try:
        for _ in range(several):
            connection = await connect(target)
            held.append(connection)
            with suppress(TimeoutError):
                await asyncio.wait_for(connection.execute("begin"), _PATIENCE_S)
                await safety.require_identity(connection, expected)
    finally:
        for connection in held:
            connection.terminate()


def _with_database(target: Endpoint, workload: Workload, plan: ReplayPlan) -> Endpoint:
    """Name a database to prove and sample by: the target's own, or the workload's busiest."""
    sessions = workload.sessions()
    if target.database or sessions.is_empty():
        return target
    busiest = str(sessions.sort("events", descending=True)["database"][0])
    return target.to(database=dict(plan.access.databases).get(busiest, busiest))


def _pooled(workload: Workload, plan: ReplayPlan) -> None:
    if plan.pooled and not workload.sessions()["pooled"].any():
        raise UsageProblem(
            "--pooled: no session of this workload is known to be a pooler's",
            remedy="say whose sessions are when it is captured: capture logs --pooled user=app",
        )


# What a server can hold, by its own word: all of it, what it keeps for superusers and for holders of pg_use_reserved_connections, how many
# are connected now, and whether every one of these users may take what is kept.
_ROOM = """
select pg_catalog.current_setting('max_connections')::int,
       pg_catalog.current_setting('superuser_reserved_connections')::int
         + coalesce(pg_catalog.current_setting('reserved_connections', true), '0')::int,
       (select pg_catalog.count(*) from pg_catalog.pg_stat_activity
        where datid is not null and pid <> pg_catalog.pg_backend_pid() and backend_type is distinct from 'autovacuum worker'
          and not (application_name = any ($2::text[]) and usename = session_user)),
       (select pg_catalog.bool_and(rolsuper) from pg_catalog.pg_roles where rolname = any ($1::text[]))
"""
# Beside one for each database: the sampler's two, and one that asks questions.
_OF_OUR_OWN = 3


async def _room(target: Endpoint, workload: Workload, plan: ReplayPlan, *, dry: bool) -> int:
    """Refuse a target that cannot hold the connections that the replay needs at once; return how many it can."""
    sessions = workload.sessions()
    access = plan.access
    users = {access.endpoint(plan.target, user, "", "").user for user in sessions["user"].drop_nulls().unique()}
    connection = await connect(target)
    try:
        most, kept, there, superusers = tuple(await connection.fetchrow(_ROOM, sorted(users), sorted(OURS)) or ())
    finally:
        await connection.close()
    ours = _OF_OUR_OWN + sessions["database"].n_unique()
    wanted = at_once(workload, cast(workload, plan), plan)
    kept = 0 if superusers else kept
    room = max(int(most - kept - there - ours), 0)
    if wanted > room and not dry:
        raise TargetProblem(
            f"the replay needs {wanted} connections at once, the target has room for {room}: of max_connections = {most} "
            f"{kept} are reserved, {there} taken, and {ours} our own",
            remedy=f"set max_connections = {most + wanted - room + 10} on the target and restart it",
        )
    return room


async def _door(target: Endpoint, plan: ReplayPlan) -> ReplayPlan:
    """Find out whether the target's door takes settings at a session's start; a pooler's does not.

    Behind one that does not, nothing keeps a session read-only: a pooler hands its server connections on.
    """
    if await takes_options(target):
        if not plan.writes and not await keeps_read_only(target):
            raise TargetProblem(
                f"{target}: what is in front of it drops the settings of a session's start: nothing keeps a session read-only",
                remedy="replay past the pooler; or take options out of its ignore_startup_parameters",
            )
        return plan
    connection = await connect(target)
    try:
        reads_only = await connection.fetchval("show default_transaction_read_only") == "on"
    finally:
        await connection.close()
    if not plan.writes and not reads_only:
        raise TargetProblem(
            f"{target}: a pooler is in front of it, through which nothing keeps a session read-only",
            remedy="replay past the pooler; or ALTER ROLE ... SET default_transaction_read_only = on; or --writes to a rehearsal",
        )
    return replace(plan, access=replace(plan.access, door_sets=True))


async def _shared(plan: ReplayPlan, workload: Workload, passwords: Passwords) -> ReplayPlan:
    """Find out whether a session's transactions go to one server connection, and whether its prepared statements are known there.

    Where they are not, what the protocol names is sent without a name. What SQL names cannot be: that is refused.
    """
    doors = [await probe_pooler(passwords.of(target)) for target in plan.targets()]
    shares, forgets = any(door.shares for door in doors), any(door.forgets for door in doors)
    named = workload.shapes().filter(pl.col("kind").is_in(["prepare", "execute"])).height
    if shares and named:
        raise TargetProblem(
            f"{plan.target}: a pooler is in front of it that gives a session's transactions to any server connection, and {named} shapes of the "
            "workload are SQL's PREPARE and EXECUTE: their names would collide and be missing there",
            remedy="replay past the pooler, or set its pool_mode to session",
        )
    return replace(plan, access=replace(plan.access, door_shares=shares, door_forgets=forgets))


async def _catalog(target: Endpoint, plan: ReplayPlan, workload: Workload) -> ServerCatalog:
    """Read what the target's catalog says of tables, where ordering needs it."""
    if plan.order.sync != Sync.COMMIT:
        return ServerCatalog("")
    renamed = dict(plan.access.databases)
    names = workload.sessions()["database"].drop_nulls().unique().to_list()
    return await read_catalog(target, {renamed.get(name, name) for name in names})
