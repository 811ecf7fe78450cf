"""The tables that move, and what logical replication needs of them and of both servers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import asyncpg

from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.logical.move import TableName
from pgrehearse.workload.placement import Placement

# The first version whose subscriptions have the parameter ``origin`` (PostgreSQL's manual, CREATE SUBSCRIPTION).
_LEAST_VERSION = 16
_TABLES = """
select n.nspname, c.relname, c.relkind::text, c.relpersistence::text, c.relispartition or c.relhassubclass as divided,
  case c.relreplident when 'f' then true when 'n' then false else exists (
    select from pg_catalog.pg_index as i where i.indrelid = c.oid and i.indisvalid
      and case c.relreplident when 'i' then i.indisreplident else i.indisprimary end) end as identified
from pg_catalog.pg_class as c join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pgrehearse')
  and not pg_catalog.starts_with(n.nspname, 'pg_')
order by 1, 2
"""
_KINDS = {"p": "is partitioned", "f": "is a foreign table"}


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of the first server. *kind*, *persistence*: as in pg_class; *divided*: it is or has a partition or a child; *identified*:
    its rows can be identified by a subscriber (REPLICA IDENTITY)."""

    table: TableName
    kind: str = "r"
    persistence: str = "p"
    divided: bool = False
    identified: bool = True


async def find_tables(connection: asyncpg.Connection, placement: Placement, server: str) -> tuple[TableName, ...]:
    """Return the tables that a placement gives to a server. Raises ``TargetProblem`` for one that cannot move, with all reasons."""
    rows = await connection.fetch(_TABLES)
    found = (FoundTable(TableName(row["nspname"], row["relname"]), row["relkind"], *tuple(row)[3:]) for row in rows)
    group = [one for one in found if placement.server_of(str(one.table)) == server]
    if not group:
        raise TargetProblem(
            f"{placement.path}: no table of the first server belongs to {server}",
            remedy="correct the names: inspect W.workload --placement FILE lists the tables of the workload",
        )
    if problems := list(problems_of(group)):
        raise TargetProblem(
            f"tables that logical replication cannot move: {'; '.join(problems)}",
            remedy="a table without a primary key: add one, or ALTER TABLE ... REPLICA IDENTITY FULL; leave the others out of the placement",
        )
    return tuple(one.table for one in group)


def problems_of(tables: Iterable[FoundTable]) -> Iterator[str]:
    """Yield why tables cannot move.

    >>> list(problems_of([FoundTable(TableName("public", "jobs"), identified=False)]))
    ['public.jobs has no primary key, so that its updates and deletes would be refused']
    """
    for one in tables:
        if one.kind in _KINDS or one.divided:
            yield f"{one.table} {_KINDS.get(one.kind, 'has children or is one (inheritance, partitions)')}"
        elif one.persistence == "u":
            yield f"{one.table} is unlogged, and logical replication reads the WAL"
        elif not one.identified:
            yield f"{one.table} has no primary key, so that its updates and deletes would be refused"


async def require_settings(connection: asyncpg.Connection, name: str) -> None:
    """Raise ``TargetProblem`` for a server that cannot replicate in both directions. *name*: of the server, for messages."""
    row = await connection.fetchrow(
        "select pg_catalog.current_setting('server_version_num')::int, pg_catalog.current_setting('wal_level')"
    )
    version, level = tuple(row or (0, ""))
    if fault := fault_of_server(int(version) // 10_000, str(level)):
        raise TargetProblem(f"{name}: {fault[0]}", remedy=fault[1])


def fault_of_server(version: int, wal_level: str) -> tuple[str, str] | None:
    """Return why a server cannot replicate in both directions, and the remedy (None: it can)."""
    if version < _LEAST_VERSION:
        return (
            f"PostgreSQL {version} has no subscriptions with origin = none, without which changes would circle between both servers",
            f"use PostgreSQL {_LEAST_VERSION} or later on both servers",
        )
    if wal_level != "logical":
        return (
            f"wal_level is {wal_level}",
            "set wal_level = logical on both servers (settings of the side), and restart",
        )
    return None
