"""Before a replay: is every target a rehearsal, has it what the workload needs, and what does its catalog say."""

from __future__ import annotations

from dataclasses import dataclass, replace

import polars as pl

from base.endpoint import Endpoint
from base.errors import TargetProblem, UsageProblem
from replay.access import Passwords
from replay.cast import at_once, cast
from replay.plan import ReplayPlan, Sync
from targets import proof
from targets.catalog import read_catalog
from targets.facts import connect, takes_options
from workload.catalog import ServerCatalog
from workload.read import Workload


@dataclass(frozen=True, slots=True)
class Ready:
    """What was found: the plan with its target named in full, each target's proof, the catalog where it is needed."""

    plan: ReplayPlan
    proofs: tuple[proof.Proof, ...]
    catalog: ServerCatalog
    max_connections: int


async def preflight(
    workload: Workload, plan: ReplayPlan, denied: tuple[str, ...], *, dirty: bool = False, dry: bool = False
) -> Ready:
    """Look at every target before anything is sent; mark them as spent when the replay writes (unless *dry*).

    Raises ``TargetProblem`` (exit 4) when one is not safe, or has not what the workload needs.
    """
    passwords = Passwords(plan.access.password_command)
    plan = replace(plan, target=_with_database(plan.target, workload, plan))
    _pooled(workload, plan)
    proofs = []
    for target in plan.targets():
        known = passwords.of(_with_database(target, workload, plan))
        proven = await proof.examine(known, workload.manifest.source, denied)
        proof.require(proven, writes=plan.writes and not dry, dirty=dirty)
        proofs.append(proven)
    target = passwords.of(plan.target)
    most = await _room(target, workload, plan, dry=dry)
    await _databases(target, workload, plan)
    plan = await _door(target, plan)
    if plan.writes and not dry:
        for place, proven in zip(plan.targets(), proofs, strict=True):
            await proof.spend(passwords.of(_with_database(place, workload, plan)), proven, workload.manifest.digest)
    return Ready(plan, tuple(proofs), await _catalog(target, plan, workload), most)


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


async def _room(target: Endpoint, workload: Workload, plan: ReplayPlan, *, dry: bool) -> int:
    """Refuse a target that cannot hold the connections that the replay needs at once; return how many it can."""
    connection = await connect(target)
    try:
        most = int(await connection.fetchval("show max_connections"))
    finally:
        await connection.close()
    wanted = at_once(workload, cast(workload, plan), plan)
    if wanted > most and not dry:
        raise TargetProblem(
            f"the replay needs {wanted} connections at once, the target allows {most}",
            remedy=f"set max_connections = {wanted + 10} on the target and restart it",
        )
    return most


async def _databases(target: Endpoint, workload: Workload, plan: ReplayPlan) -> None:
    """Refuse a target that lacks every database of the workload."""
    renamed = dict(plan.access.databases)
    names = {
        renamed.get(name, name)
        for name in workload.sessions().filter(pl.col("began") != "failed")["database"].drop_nulls()
    }
    connection = await connect(target)
    try:
        present = {str(row[0]) for row in await connection.fetch("select datname from pg_database")}
    finally:
        await connection.close()
    if names and not present & names:
        raise TargetProblem(
            f"the target has no database {min(names)!r}, which the workload speaks to",
            remedy="restore production's databases to the target first, or name another: --map-database captured=other",
        )


async def _door(target: Endpoint, plan: ReplayPlan) -> ReplayPlan:
    """Find out whether the target's door takes settings at a session's start; a pooler's does not.

    Behind one that does not, nothing keeps a session read-only: a pooler hands its server connections on.
    """
    if await takes_options(target):
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


async def _catalog(target: Endpoint, plan: ReplayPlan, workload: Workload) -> ServerCatalog:
    """Read the target's catalog, where ordering or a read-only replay needs it."""
    calls = workload.shapes()["functions"].list.len().fill_null(0).sum() > 0
    if plan.order.sync != Sync.COMMIT and (plan.writes or not calls):
        return ServerCatalog("")
    renamed = dict(plan.access.databases)
    names = workload.sessions()["database"].drop_nulls().unique().to_list()
    return await read_catalog(target, {renamed.get(name, name) for name in names})
