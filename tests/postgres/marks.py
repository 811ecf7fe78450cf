"""Marks of databases in tests: how they are written and checked, and workloads that write."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets import safety
from pgrehearse.targets.adoption_mark import Mark, read_mark, write_mark
from pgrehearse.targets.server_facts import connect as connect_facts
from tests.conftest import LogMark, connect, superuser

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload


def write_mark_of(endpoint: Endpoint, **words: Any) -> Mark:
    """Mark a database, and return its mark."""

    async def mark() -> Mark:
        connection = await connect_facts(endpoint)
        try:
            await write_mark(connection, **words)
            database_mark = await read_mark(connection)
        finally:
            await connection.close()
        assert database_mark is not None
        return database_mark

    return asyncio.run(mark())


def checked(endpoint: Endpoint) -> safety.SafetyCheck:
    return asyncio.run(safety.check_target(endpoint, None))


def doubts(endpoint: Endpoint) -> str:
    """Return why a mark is refused: the message of the replay contains it."""
    checked_target = checked(endpoint)
    assert checked_target.kind == "unproven"
    with pytest.raises(TargetProblem, match="does not prove"):
        safety.require_rehearsal(checked_target, endpoint, dirty=True)
    return "; ".join(checked_target.doubts)


def captured(cluster: Cluster, folder: Path, *databases: str, statements: int = 1) -> Workload:
    """Return the workload of one session that writes in each database."""
    start = LogMark.now(cluster)
    for database in databases:
        with connect(cluster, database) as connection:
            connection.execute("create table if not exists notes (n int)")
            for n in range(statements):
                connection.execute(f"insert into notes values ({n})")
    workload = start.capture(folder, "proof")
    for database in databases:
        with superuser(cluster, database) as connection:
            connection.execute("truncate notes")
    return workload


def count(cluster: Cluster, database: str) -> int:
    with superuser(cluster, database) as connection:
        return int(str(connection.execute("select count(*) from notes").fetchall()[0][0]))


def written(workload: Workload, target: Endpoint, output: Path, **plan: Any) -> Run:
    replay_plan = ReplayPlan(target, writes=True, **{"speed": None, **plan})
    return rehearse(Rehearsal(workload.path, output, replay_plan, metrics=False, force=True, dirty=True))[0]
