"""Warm one instance: read what the workload uses, then repeat the probe until its latency settles, all within a bound."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from random import Random

import asyncpg

from pgrehearse.base.application_names import WARM_UP
from pgrehearse.base.clock import SECOND, monotonic_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import ExpectedIdentity
from pgrehearse.runs.run_facts import WarmUp
from pgrehearse.targets import safety
from pgrehearse.targets.server_facts import connect
from pgrehearse.targets.warm_up.probe import window_us
from pgrehearse.targets.warm_up.relations import SEQUENTIAL, Relation, prewarm_function, read_relation, used_relations
from pgrehearse.targets.warm_up.settling import has_settled

SETTLED, BOUND, NOTHING, FAILED = "settled", "bound", "nothing to read", "failed"
_ERRORS = (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TargetProblem)


@dataclass(frozen=True, slots=True)
class Instance:
    """One instance. *databases*: of the workload, each with the names of its tables and the identity that its connections have to report."""

    name: str
    endpoint: Endpoint
    databases: Mapping[str, tuple[Collection[str], ExpectedIdentity | None]]


@dataclass
class _Progress:
    """What has been read so far, and the probe's latency in each window."""

    relations: int = 0
    unread: int = 0
    windows: list[float] = field(default_factory=list)


async def warm(instance: Instance, bound_us: int, seed: int = 7) -> WarmUp:
    """Warm an instance for at most *bound_us*; an error of the server ends it, and is part of the result."""
    began_us, progress, problem = monotonic_us(), _Progress(), ""
    try:
        async with asyncio.timeout(bound_us / SECOND), AsyncExitStack() as stack:
            ended = await _warm(instance, bound_us, progress, stack, Random(seed))  # noqa: S311 (it chooses blocks)
    except (TimeoutError, asyncpg.QueryCanceledError):
        ended = BOUND
    except _ERRORS as error:
        ended, problem = FAILED, str(error)
    windows = progress.windows or [0.0]
    return WarmUp(
        instance.name,
        monotonic_us() - began_us,
        ended,
        progress.relations,
        progress.unread,
        len(progress.windows),
        round(windows[0]),
        round(windows[-1]),
        problem,
    )


async def _warm(instance: Instance, bound_us: int, progress: _Progress, stack: AsyncExitStack, random: Random) -> str:
    """Read the relations of every database, then probe the largest one's until the latency settles; return how it ended."""
    found: list[tuple[asyncpg.Connection, list[Relation]]] = []
    for database, (names, expected) in instance.databases.items():
        connection = await connect(instance.endpoint.to(database=database), application=WARM_UP)
        stack.callback(connection.terminate)
        if expected is not None:
            await safety.require_identity(connection, expected)
        await connection.execute(SEQUENTIAL)
        await connection.execute(
            "select pg_catalog.set_config('statement_timeout', $1, false)", f"{bound_us // 1000 + 1}ms"
        )
        relations = await used_relations(connection, names)
        await _read(connection, relations, progress)
        found.append((connection, [one for one in relations if not one.is_index]))
    if not any(tables for _, tables in found):
        return NOTHING
    connection, tables = max(found, key=lambda one: sum(table.blocks for table in one[1]))
    while not has_settled(progress.windows):
        progress.windows.append(await window_us(connection, tables, random))
    return SETTLED


async def _read(connection: asyncpg.Connection, relations: list[Relation], progress: _Progress) -> None:
    """Read relations one after the other; one that this role may not read is counted."""
    prewarm = await prewarm_function(connection)
    for relation in relations:
        try:
            read = await read_relation(connection, relation, prewarm)
        except (asyncpg.InsufficientPrivilegeError, asyncpg.UndefinedTableError):
            read = False
        progress.relations += read
        progress.unread += not read
