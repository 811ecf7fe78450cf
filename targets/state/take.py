"""Takes the state of databases: each in a snapshot of its own, one after the other, into a new directory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import asyncpg

from pgrehearse.base.clock import monotonic_us
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.base.progress import Stages
from pgrehearse.base.version import tool_version
from pgrehearse.runs.state.manifest import DatabaseFacts, StateManifest
from pgrehearse.runs.state.write import StateWriter
from pgrehearse.targets.server_facts import read_facts
from pgrehearse.targets.state import queries
from pgrehearse.targets.state.options import StateOptions
from pgrehearse.targets.state.other_objects import read_large_objects, read_sequences
from pgrehearse.targets.state.reader import Snapshot
from pgrehearse.targets.state.session import Session, lost
from pgrehearse.targets.state.tables import read_tables

# pg_partition_tree and the column attgenerated of the catalog exist since this version.
_OLDEST = (12,)
_DATABASE = """
select pg_catalog.current_database(), pg_catalog.pg_encoding_to_char(encoding),
  (extract(epoch from pg_catalog.transaction_timestamp()) * 1000000)::bigint
from pg_catalog.pg_database where datname = pg_catalog.current_database()
"""


@dataclass(slots=True)
class _Read:
    """The rows of a state's tables, database by database, and the names of the tables that were found."""

    tables: list[dict[str, Any]] = field(default_factory=list)
    columns: list[dict[str, Any]] = field(default_factory=list)
    buckets: list[dict[str, Any]] = field(default_factory=list)
    sequences: list[dict[str, Any]] = field(default_factory=list)
    databases: list[DatabaseFacts] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


async def take_state(
    sessions: Sequence[Session], options: StateOptions, writer: StateWriter, stages: Stages
) -> StateManifest:
    """Read the database of each session and write its state. Raises ``TargetProblem`` and, for a pattern that matches no table,
    ``UsageProblem``; a table that cannot be read is in the state with the reason."""
    read = _Read()
    facts, probe = None, ""
    for session in sessions:
        async with session.snapshot() as (connection, adopt):
            if connection.get_server_version() < _OLDEST:
                raise TargetProblem(
                    f"{session.endpoint}: a state needs PostgreSQL 12 or later",
                    remedy="compare the runs without a state",
                )
            facts = facts or await read_facts(connection, session.endpoint)
            try:
                probe = str(await connection.fetchval(queries.PROBE))
                await _read_database(Snapshot(session, connection, adopt, options), read, writer, stages)
            except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
                raise _problem(session, connection, error) from None
    if unmatched := options.unmatched(read.names):
        raise UsageProblem(
            f"no table matches {unmatched[0]!r}", remedy="write --table as schema.table; * matches any characters"
        )
    if facts is None:
        raise UsageProblem("no database was chosen", remedy="name a database in the DSN, or with --database")
    manifest = StateManifest(
        server=facts,
        databases=read.databases,
        hash_probe=probe,
        tool_version=tool_version(),
        tables=list(options.tables),
        excluded=list(options.excluded),
        max_rows=options.max_rows,
        keys=options.keys,
    )
    writer.write(manifest, read.tables, read.columns, read.buckets, read.sequences)
    return manifest


def _problem(session: Session, connection: asyncpg.Connection, error: Exception) -> TargetProblem:
    """Return why a database could not be read."""
    if connection.is_closed():
        return lost(session)
    return TargetProblem(
        f"{session.endpoint}: the catalog could not be read: {error}", remedy="see the log of the server"
    )


async def _read_database(snapshot: Snapshot, read: _Read, writer: StateWriter, stages: Stages) -> None:
    """Add the state of one database."""
    began_us, connection = monotonic_us(), snapshot.holder
    name, encoding, taken_us = tuple(await connection.fetchrow(_DATABASE) or ())
    tables = await read_tables(connection)
    read.names += [table.plain for table in tables]
    chosen = [table for table in tables if snapshot.options.selects(table.plain)]
    first = len(read.tables)
    with stages.stage(f"read the tables of {name}", unit="B") as stage:
        contents = await snapshot.read(chosen, first, writer.write_rows, stage)
    for number, each in enumerate(contents, first):
        read.tables.append(each.table_row(number, name))
        read.columns += each.column_rows(number)
        read.buckets += each.bucket_rows(number)
    read.sequences += await read_sequences(connection, name)
    large_objects = await read_large_objects(connection)
    read.databases.append(DatabaseFacts(name, encoding, taken_us, monotonic_us() - began_us, large_objects))
