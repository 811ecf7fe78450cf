"""The checks before a replay: every target is safe and has what the workload needs; its catalog is read."""

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
from pgrehearse.base.server_identity import ExpectedIdentity, Form, place_of
from pgrehearse.replay.plan.plan import Ids, ReplayPlan, Sync
from pgrehearse.replay.plan.readers import sessions_on_readers, with_captured_readers
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.session_selection import peak_connections, select_sessions
from pgrehearse.replay.workers.real_time import require_real_time
from pgrehearse.scenarios.preparing.created_targets import require_created
from pgrehearse.targets import safety
from pgrehearse.targets.adoption import require_still_fit
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.denied_hosts import refuse_denied
from pgrehearse.targets.pooler import probe_pooler
from pgrehearse.targets.prepared_transactions import refuse_prepared_transactions
from pgrehearse.targets.reader_check import check_reader
from pgrehearse.targets.server_facts import connect, keeps_read_only, takes_options
from pgrehearse.workload.catalog.model import ServerCatalog
from pgrehearse.workload.read import Workload


@dataclass(frozen=True, slots=True)
class Ready:
    """The result of the checks: the plan with complete targets, the proof of each database, and the catalog if it is needed.

    *expected_identities*: the identity that each database (without a user) has to return on each connection. *spent*: the databases to
    which the replay writes.
    """

    plan: ReplayPlan
    proofs: tuple[safety.SafetyCheck, ...]
    expected_identities: dict[Endpoint, ExpectedIdentity]
    catalog: ServerCatalog
    max_connections: int
    spent: tuple[tuple[Endpoint, safety.SafetyCheck], ...] = ()

    @property
    def proven(self) -> safety.SafetyCheck:
        """The proof of the plan's own target."""
        return self.proofs[0]


@dataclass(frozen=True, slots=True)
class Permissions:
    """What the checks may do and accept. *spends*: mark the databases as used if the replay writes; *shared*: another replay of the same
    experiment writes to the server at the same time, which does not count as a use. *overload*: the replay may need more
    connections than the target has."""

    denied: tuple[str, ...] = ()
    dirty: bool = False
    dry: bool = False
    spends: bool = True
    shared: bool = False
    overload: bool = False


async def preflight(workload: Workload, plan: ReplayPlan, permissions: Permissions) -> Ready:
    """Check every database that sessions will connect to, before anything is sent to any of them.

    Raises ``TargetProblem`` (exit 4) if one is not safe, or lacks what the workload needs.
    """
    passwords = Passwords(plan.routing.password_command)
    plan = plan.of_window(workload.manifest.warm_in_us)
    _pooled(workload, plan)
    if plan.real_time:
        require_real_time(plan.workers)
    plan = with_captured_readers(workload, await _pinned(workload, plan, permissions.denied, passwords))
    target = passwords.of(plan.target)
    checks = await _Checks(workload, plan, permissions, passwords).all()
    connections = await _free_connections(target, workload, plan, permissions)
    plan = await _with_sharing(await _with_pooler(target, plan), workload, passwords)
    await one_server(
        target,
        checks.proofs[0].expected_identity,
        several=_BEHIND_A_POOLER if plan.routing.set_after_connect or plan.routing.transaction_pooling else _DIRECT,
    )
    if plan.writes and not permissions.dry and permissions.spends:
        for place, proven in checks.spent:
            await safety.record_use(place, proven, workload.manifest.digest)
    catalog = await _catalog(target, plan, workload)
    return Ready(plan, tuple(checks.proofs), checks.expected_identities, catalog, connections, tuple(checks.spent))


async def _pinned(workload: Workload, plan: ReplayPlan, denied: tuple[str, ...], passwords: Passwords) -> ReplayPlan:
    """Return the plan with the one address of each target that accepts connections; all later connections use it."""

    async def pinned(target: Endpoint) -> Endpoint:
        named = _with_database(target, workload, plan)
        refuse_denied(named, denied)
        located_target = await located(passwords.of(named), application=PREFLIGHT)
        refuse_denied(located_target, denied)
        return located_target.with_password(target.password).to(database=target.database)

    routes = tuple([replace(route, target=await pinned(route.target)) for route in plan.routing.routes])
    readers = tuple([replace(reader, target=await pinned(reader.target)) for reader in plan.routing.readers])
    target = (await pinned(plan.target)).to(database=_with_database(plan.target, workload, plan).database)
    return replace(plan, target=target, routing=replace(plan.routing, routes=routes, readers=readers))


async def still_spent(ready: Ready, digest: str) -> list[str]:
    """Mark the databases as used again after the replay; return a note for each whose mark cannot be verified any more."""
    notes = []
    for place, proven in ready.spent:
        try:
            await safety.record_use(place, proven, digest)
        except (TargetProblem, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
            notes.append(f"{place}: the mark could not be verified (adopt it again before the next replay): {error}")
    return notes


class _Checks:
    """Checks the plan's target, then every other database that sessions connect to, each once."""

    def __init__(self, workload: Workload, plan: ReplayPlan, permissions: Permissions, passwords: Passwords) -> None:
        self._workload, self._plan, self._permissions, self._passwords = workload, plan, permissions, passwords
        self._writes = plan.writes and not permissions.dry
        self.proofs: list[safety.SafetyCheck] = []
        self.expected_identities: dict[Endpoint, ExpectedIdentity] = {}
        self.spent: list[tuple[Endpoint, safety.SafetyCheck]] = []

    async def all(self) -> _Checks:
        """Check all databases. For a database that the target does not have, the identity of the server is checked."""
        by_server = destinations(self._workload, self._plan)
        for server in dict.fromkeys([self._plan.target, *by_server]):
            named = _with_database(server, self._workload, self._plan)
            databases = by_server.get(server, {named.database})
            if self._plan.routing.on_reader(server):
                await self._examine_reader(server, databases)
                continue
            main = await self._examine(self._passwords.of(named), required=named.database in databases)
            present = await self._present(self._passwords.of(named), databases)
            self.expected_identities[place_of(named)] = main.expected_identity
            for database in sorted(databases - {named.database}):
                place = self._passwords.of(server.to(database=database))
                expected_identity = await self._other(place, main) if database in present else main.server
                self.expected_identities[place_of(place)] = expected_identity
        return self

    async def _examine_reader(self, server: Endpoint, databases: AbstractSet[str]) -> None:
        """Check every database of a reader. The target itself was checked before."""
        for database in sorted(databases):
            place = self._passwords.of(server.to(database=database))
            source, denied = self._workload.manifest.source, self._permissions.denied
            self.expected_identities[place_of(place)] = await check_reader(place, self.proofs[0], source, denied)

    async def _examine(self, place: Endpoint, *, required: bool) -> safety.SafetyCheck:
        plan, source = self._plan, self._workload.manifest.source
        proof = await safety.check_target(
            place, source, self._permissions.denied, writes=self._writes, allowed=plan.allowed
        )
        if self._permissions.shared:
            proof = replace(proof, used=False)
        if self._writes and required:
            safety.require_rehearsal(proof, place, dirty=self._permissions.dirty)
            await require_created(place, source)
            if "prepared-transaction" not in plan.allowed:
                await refuse_prepared_transactions(place)
            await require_still_fit(place, proof, plan.allowed)
            self.spent.append((place, proof))
        self.proofs.append(proof)
        return proof

    async def _other(self, place: Endpoint, main: safety.SafetyCheck) -> ExpectedIdentity:
        """Check a further database of a server.

        A read-only replay accepts a database that this role may not connect to. Its connections are then verified by functions
        that every role may call in every database.
        """
        try:
            return (await self._examine(place, required=True)).expected_identity
        except TargetProblem:
            if self._writes:
                raise
            expected = replace(main.server.expected, system_identifier="")
            return replace(main.server, form=Form.PLAIN, expected=expected)

    async def _present(self, place: Endpoint, databases: AbstractSet[str]) -> set[str]:
        """Return which of the databases exist. Raises ``TargetProblem`` for a server that has none of them."""
        connection = await connect(place)
        try:
            rows = await connection.fetch("select datname from pg_catalog.pg_database where datallowconn")
        finally:
            await connection.close()
        present = {str(row[0]) for row in rows} & databases
        if databases and not present:
            raise TargetProblem(
                f"the target has no database {min(databases)!r}, which the workload uses",
                remedy="restore production's databases to the target first, or use --map-database captured=other",
            )
        return present


def primaries(workload: Workload, plan: ReplayPlan) -> dict[Endpoint, set[str]]:
    """Return the databases that the sessions of a replay connect to, by target; without readers."""
    by_server = destinations(workload, plan)
    return {server: names for server, names in by_server.items() if not plan.routing.on_reader(server)}


def destinations(workload: Workload, plan: ReplayPlan) -> dict[Endpoint, set[str]]:
    """Return the databases that the sessions of a replay connect to, by target."""
    playing = select_sessions(workload, plan)["session"].unique()
    sessions = workload.sessions().filter(pl.col("session").is_in(playing.implode()))
    databases: dict[Endpoint, set[str]] = {}
    for user, database, instance in sessions.select("user", "database", "instance").unique().iter_rows():
        server = plan.routing.server(plan.target, user, instance or "")
        endpoint = plan.routing.endpoint(plan.target, user, database, instance or "")
        databases.setdefault(server, set()).add(endpoint.database)
    if plan.reads is not None:
        everywhere = set().union(*databases.values())
        databases |= {reader.target: everywhere for reader in plan.routing.readers}
    return databases


# So many simultaneous connections are verified in advance: a name or a pooler can lead to several servers.
_DIRECT, _BEHIND_A_POOLER = 2, 3
_TIMEOUT_S = 5.0


async def one_server(target: Endpoint, expected: ExpectedIdentity, *, several: int) -> None:
    """Refuse a target whose connections lead to different servers: several are open at the same time, each in a transaction.

    A pooler whose pool is full provides no further server connection: an attempt that waits for one times out.
    """
    held: list[asyncpg.Connection] = []
    try:
        for _ in range(several):
            connection = await connect(target)
            held.append(connection)
            with suppress(TimeoutError):
                await asyncio.wait_for(connection.execute("begin"), _TIMEOUT_S)
                await safety.require_identity(connection, expected)
    finally:
        for connection in held:
            connection.terminate()


def _with_database(target: Endpoint, workload: Workload, plan: ReplayPlan) -> Endpoint:
    """Return the target with a database for checks and samples: its own, or the workload's busiest one."""
    sessions = workload.sessions()
    if target.database or sessions.is_empty():
        return target
    busiest = str(sessions.sort("events", descending=True)["database"][0])
    return target.to(database=dict(plan.routing.databases).get(busiest, busiest))


def _pooled(workload: Workload, plan: ReplayPlan) -> None:
    if plan.pooled and not workload.sessions()["pooled"].any():
        raise UsageProblem(
            "--pooled: this workload has no pooled sessions",
            remedy="declare them at the capture: capture logs --pooled user=app",
        )


# The connections of a server: the maximum, the number reserved for superusers and for members of pg_use_reserved_connections, the number
# in use, and whether all users of the replay may use the reserved ones.
_CONNECTIONS = """
select pg_catalog.current_setting('max_connections')::int,
       pg_catalog.current_setting('superuser_reserved_connections')::int
         + coalesce(pg_catalog.current_setting('reserved_connections', true), '0')::int,
       (select pg_catalog.count(*) from pg_catalog.pg_stat_activity
        where datid is not null and pid <> pg_catalog.pg_backend_pid() and backend_type is distinct from 'autovacuum worker'
          and not (application_name = any ($2::text[]) and usename = session_user)),
       (select pg_catalog.bool_and(rolsuper) from pg_catalog.pg_roles where rolname = any ($1::text[]))
"""
# The connections of pgrehearse itself, in addition to one for each database: two of the sampler, one for queries.
_OWN_CONNECTIONS = 3


async def _free_connections(target: Endpoint, workload: Workload, plan: ReplayPlan, permissions: Permissions) -> int:
    """Return the number of free connections of the target. Raises ``TargetProblem`` if the replay needs more at the same time."""
    sessions = workload.sessions()
    access = plan.routing
    users = {access.endpoint(plan.target, user, "", "").user for user in sessions["user"].drop_nulls().unique()}
    connection = await connect(target)
    try:
        maximum, reserved, used, superusers = tuple(
            await connection.fetchrow(_CONNECTIONS, sorted(users), sorted(OURS)) or ()
        )
    finally:
        await connection.close()
    own = _OWN_CONNECTIONS + sessions["database"].n_unique()
    elsewhere = sessions_on_readers(workload, plan)["session"].implode()
    playing = select_sessions(workload, plan).filter(~pl.col("session").is_in(elsewhere))
    needed = peak_connections(workload, playing, plan)
    reserved = 0 if superusers else reserved
    free = max(int(maximum - reserved - used - own), 0)
    if needed > free and not (permissions.dry or permissions.overload):
        raise TargetProblem(
            f"the replay needs {needed} connections at the same time, the target has {free} left: max_connections = {maximum}, "
            f"{reserved} reserved, {used} in use, {own} for pgrehearse itself",
            remedy=f"set max_connections = {maximum + needed - free + 10} on the target and restart it",
        )
    return free


async def _with_pooler(target: Endpoint, plan: ReplayPlan) -> ReplayPlan:
    """Return the plan with whether settings can be passed at the start of a session; a pooler may not accept them.

    If it does not, no setting makes a session read-only: a pooler gives its server connections to other clients.
    """
    if await takes_options(target):
        if not plan.writes and not await keeps_read_only(target):
            raise TargetProblem(
                f"{target}: a pooler ignores the settings at the start of a session, so sessions would not be read-only",
                remedy="replay without the pooler, or remove options from its ignore_startup_parameters",
            )
        return plan
    connection = await connect(target)
    try:
        reads_only = await connection.fetchval("show default_transaction_read_only") == "on"
    finally:
        await connection.close()
    if not plan.writes and not reads_only:
        raise TargetProblem(
            f"{target}: behind this pooler sessions would not be read-only",
            remedy="replay without the pooler, or ALTER ROLE ... SET default_transaction_read_only = on, or use --writes on a rehearsal database",
        )
    return replace(plan, routing=replace(plan.routing, set_after_connect=True))


async def _with_sharing(plan: ReplayPlan, workload: Workload, passwords: Passwords) -> ReplayPlan:
    """Return the plan with whether a session keeps its server connection between transactions, and its prepared statements.

    If it does not, prepared statements of the protocol are sent without names. Those of SQL (PREPARE) need names: refused.
    """
    poolers = [await probe_pooler(passwords.of(target)) for target in plan.targets()]
    shares, forgets = any(pooler.shares for pooler in poolers), any(pooler.forgets for pooler in poolers)
    named = workload.shapes().filter(pl.col("kind").is_in(["prepare", "execute"])).height
    if shares and named:
        raise TargetProblem(
            f"{plan.target}: a pooler shares server connections between clients, and {named} shapes of the workload are PREPARE or EXECUTE; "
            "their names would collide, or be missing",
            remedy="replay without the pooler, or set its pool_mode to session",
        )
    return replace(plan, routing=replace(plan.routing, transaction_pooling=shares, unnamed_statements=forgets))


async def _catalog(target: Endpoint, plan: ReplayPlan, workload: Workload) -> ServerCatalog:
    """Return the target's catalog of tables, if the order of transactions, the use of ids or the stale reads on readers need it."""
    if plan.order.sync != Sync.COMMIT and plan.ids != Ids.PRODUCTION and not plan.routing.readers:
        return ServerCatalog("")
    renamed = dict(plan.routing.databases)
    names = workload.sessions()["database"].drop_nulls().unique().to_list()
    return await read_catalog(target, {renamed.get(name, name) for name in names})
