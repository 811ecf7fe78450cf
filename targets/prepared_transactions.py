"""Prepared transactions of a server: they hold their locks until somebody ends them, whoever made them is long gone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from typing import Any

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import Witness
from pgrehearse.targets.safety import proved
from pgrehearse.targets.server_facts import connect

_HERE = """
select gid, owner::text as owner, database::text as database, pg_catalog.format('rollback prepared %L', gid) as command
from pg_catalog.pg_prepared_xacts where database = pg_catalog.current_database() order by prepared, gid
"""


@dataclass(frozen=True, slots=True)
class Prepared:
    """One prepared transaction, and the *command* that rolls it back in its database. *rolled_back*: whether we did."""

    gid: str
    owner: str
    database: str
    command: str
    rolled_back: bool = False

    def document(self) -> dict[str, Any]:
        """Return what a run's manifest keeps."""
        return asdict(self)

    def __str__(self) -> str:
        return f"{self.gid!r} of {self.owner} in database {self.database}"


async def prepared_transactions(connection: asyncpg.Connection) -> list[Prepared]:
    """Return those of the database that is connected to."""
    return [
        Prepared(str(gid), str(owner), str(database), str(command))
        for gid, owner, database, command in await connection.fetch(_HERE)
    ]


async def refuse_prepared(endpoint: Endpoint) -> None:
    """Raise where a database has prepared transactions: what a replay writes would wait for their locks."""
    connection = await connect(endpoint)
    try:
        found = await prepared_transactions(connection)
    finally:
        await connection.close()
    if found:
        raise TargetProblem(
            f"{endpoint}: {len(found)} prepared transactions hold their locks: {', '.join(map(str, found[:3]))}",
            remedy=f"end them in their database: {'; '.join(one.command for one in found[:3])}; or restore the target's state",
        )


async def end_prepared(endpoint: Endpoint, witness: Witness, ours: Collection[str], *, keep: bool) -> list[Prepared]:
    """Return the prepared transactions of a database whose names are *ours*, rolled back unless they are to be kept.

    One that the role may not end is told as it is. Raises ``TargetProblem`` where another server answers.
    """
    connection = await connect(endpoint)
    try:
        found = [one for one in await prepared_transactions(connection) if one.gid in ours]
        if not found or keep:
            return found
        await proved(connection, witness)
        return [await _ended(connection, one) for one in found]
    finally:
        await connection.close()


async def _ended(connection: asyncpg.Connection, one: Prepared) -> Prepared:
    try:
        await connection.execute(one.command)
    except asyncpg.PostgresError:
        return one
    return replace(one, rolled_back=True)
