"""Executes a migration file as psql does, statement by statement, and reads its locks by a second connection.

A statement outside of a transaction block is executed in a transaction of its own where its kind allows it. Its locks are read before the
commit, so none is missed. Statements that cannot be in a transaction block (CREATE INDEX CONCURRENTLY, VACUUM) are executed alone, and
their locks are sampled while they run.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput
from pgrehearse.base.sql_files import sql_text
from pgrehearse.scenarios.migration.record import LockRecord, MigrationRecord, SizeRecord, StatementRecord
from pgrehearse.scenarios.migration.script import MigrationScript, MigrationStatement

SAMPLE_US = 10_000
# The classes of SQLSTATE whose messages can contain values: data, constraints, functions and exceptions of PL/pgSQL.
_WITH_VALUES = frozenset({"21", "22", "23", "38", "39", "44", "P0"})


async def execute_script(
    connection: asyncpg.Connection, watcher: asyncpg.Connection, endpoint: Endpoint, script: MigrationScript
) -> MigrationRecord:
    """Execute a migration file, and return what it did. *watcher*: a second connection to the same database.

    Raises ``BadInput`` with the file and the line of a statement that failed. What was committed before stays.
    """
    before = await _sizes(watcher)
    began = time.monotonic_ns()
    locks = _Locks(watcher, await connection.fetchval("select pg_catalog.pg_backend_pid()"))
    statements: list[StatementRecord] = []
    open_block = False
    for statement in script.statements:
        open_block = statement.begins or (open_block and not statement.ends)
        try:
            statements.append(await _execute(connection, locks, statement, in_block=open_block))
        except asyncpg.PostgresError as error:
            raise BadInput(
                f"{endpoint}: {script.path}:{statement.line}: {_words(error)}",
                remedy="correct the migration, or the data that it does not fit",
            ) from None
    took_us = (time.monotonic_ns() - began) // 1000
    sizes = _changed(before, await _sizes(watcher))
    return MigrationRecord(script.path, took_us, SAMPLE_US, tuple(statements), locks.records(), sizes)


async def _sizes(connection: asyncpg.Connection) -> dict[tuple[str, str], int]:
    """Return the size of each table and index of the database in bytes, by name and kind."""
    rows = await connection.fetch(sql_text("pgrehearse.scenarios.migration", "sizes_of_relations"))
    return {(row["name"], row["kind"]): row["bytes"] for row in rows}


def _changed(before: dict[tuple[str, str], int], after: dict[tuple[str, str], int]) -> tuple[SizeRecord, ...]:
    """Return the tables and indexes whose size is another one, or that are new or dropped."""
    return tuple(
        SizeRecord(name, kind, before.get((name, kind)), after.get((name, kind)))
        for name, kind in sorted(before.keys() | after.keys())
        if before.get((name, kind)) != after.get((name, kind))
    )


async def _execute(
    connection: asyncpg.Connection, locks: _Locks, statement: MigrationStatement, *, in_block: bool
) -> StatementRecord:
    """Execute one statement, and note its locks. *in_block*: a transaction block of the file goes on after it."""
    began = time.monotonic_ns()
    if statement.ends:
        tag = await connection.execute(statement.sql)
        locks.release()
    elif in_block:
        locks.enter(statement.line)
        tag = await connection.execute(statement.sql)
        await locks.read()
    elif statement.wrapped:
        locks.enter(statement.line)
        async with connection.transaction():
            tag = await connection.execute(statement.sql)
            await locks.read()
        locks.release()
    else:
        async with locks.sampled(statement.line):
            tag = await connection.execute(statement.sql)
    return StatementRecord(statement.line, _without_counts(tag), (time.monotonic_ns() - began) // 1000)


def _words(error: asyncpg.PostgresError) -> str:
    """Return an error of the server in words; its message only if it cannot contain values of the data."""
    hidden = error.sqlstate[:2] in _WITH_VALUES
    return f"{error.sqlstate}: {type(error).__name__ if hidden else error.args[0]}"


def _without_counts(tag: str) -> str:
    """Return a command tag without its numbers of rows.

    >>> _without_counts("INSERT 0 5"), _without_counts("CREATE INDEX")
    ('INSERT', 'CREATE INDEX')
    """
    return " ".join(word for word in tag.split() if not word.isdigit())


@dataclass
class _Locks:
    """The locks of tables of one session, by table and mode."""

    watcher: asyncpg.Connection
    pid: int
    _line: int = 0
    _began_ns: int = 0
    _open: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    _done: list[LockRecord] = field(default_factory=list)

    def enter(self, line: int) -> None:
        """Note the start of a statement in a transaction."""
        self._line, self._began_ns = line, time.monotonic_ns()

    async def read(self) -> None:
        """Note the locks that the open transaction holds: those that are new were taken by the last statement."""
        for name, mode in await self._held():
            self._open.setdefault((name, mode), (self._line, self._began_ns))

    def release(self) -> None:
        """Note the end of the transaction: it released all locks."""
        now = time.monotonic_ns()
        self._done += [
            LockRecord(name, mode, (now - began) // 1000, line, sampled=False)
            for (name, mode), (line, began) in self._open.items()
        ]
        self._open.clear()

    @asynccontextmanager
    async def sampled(self, line: int) -> AsyncIterator[None]:
        """Sample the locks while the block runs."""
        seen: dict[tuple[str, str], tuple[int, int]] = {}
        ended = asyncio.Event()
        sampler = asyncio.create_task(self._sample(seen, ended))
        try:
            yield
        finally:
            ended.set()
            await sampler
        self._done += [
            LockRecord(name, mode, (last - first) // 1000, line, sampled=True)
            for (name, mode), (first, last) in seen.items()
        ]

    async def _sample(self, seen: dict[tuple[str, str], tuple[int, int]], ended: asyncio.Event) -> None:
        """Note when each lock was seen first and last, until the statement has ended."""
        while not ended.is_set():
            held = await self._held()
            now = time.monotonic_ns()
            for key in held:
                seen[key] = (seen.get(key, (now, now))[0], now)
            with suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), SAMPLE_US / 1e6)

    async def _held(self) -> list[tuple[str, str]]:
        text = sql_text("pgrehearse.scenarios.migration", "locks_of_tables")
        return [(row["name"], row["mode"]) for row in await self.watcher.fetch(text, self.pid)]

    def records(self) -> tuple[LockRecord, ...]:
        """Return all locks, the longest first."""
        return tuple(sorted(self._done, key=lambda lock: -lock.held_us))
