"""Reads the state of one database: every table once, in one snapshot, by several connections.

A failed query of a table is the end of this table alone. Heap tables are read in ranges of blocks, so that all connections are
busy until the end. TRUNCATE and commands that rewrite a table are not transactional for older snapshots: a table whose file
changed since the snapshot is not available.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from io import BytesIO

import asyncpg
import polars as pl

from pgrehearse.base.progress import Stage
from pgrehearse.runs.state.schema import Rows
from pgrehearse.targets.state import failures, queries
from pgrehearse.targets.state.contents import Contents, copied, listed
from pgrehearse.targets.state.options import StateOptions
from pgrehearse.targets.state.parts import (
    BLOCKS_AT_ONCE,
    Blocks,
    KeyRanges,
    Part,
    blocks_of,
    ranges_of,
    sampling_column,
    step_of,
)
from pgrehearse.targets.state.session import Session, lost
from pgrehearse.targets.state.tables import Table

_BLOCK_SIZE = "select pg_catalog.current_setting('block_size')::integer"
# Scans of a range of blocks exist since this version; before it each range would read the whole table.
_RANGES_SINCE = (14,)
# A row takes at least so many bytes in its table: a header of 24 bytes and a line pointer of 4.
_LEAST_ROW = 28
_SIZE = """
select coalesce((
  select pg_catalog.sum(pg_catalog.pg_relation_size(p.relid)) from pg_catalog.pg_partition_tree($1::oid) p where p.isleaf
), pg_catalog.pg_relation_size($1::oid), 0)::bigint
"""
_FILENODES = """
select o.oid, coalesce((
  select pg_catalog.string_agg(pg_catalog.pg_relation_filenode(p.relid)::text, ',' order by p.relid)
  from pg_catalog.pg_partition_tree(o.oid) p where p.isleaf
), pg_catalog.pg_relation_filenode(o.oid)::text, '') from unnest($1::oid[]) as o (oid)
"""
WriteRows = Callable[[int, int, pl.DataFrame], None]
_LOST = (OSError, asyncpg.InterfaceError, asyncpg.PostgresError)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A database in one snapshot: the connection that *holds* it, and the statement by which others *adopt* it."""

    session: Session
    holder: asyncpg.Connection
    adopt: str
    options: StateOptions

    async def read(self, tables: Sequence[Table], number: int, write: WriteRows, stage: Stage) -> list[Contents]:
        """Read *tables*, of which the first has the *number*; *write* takes the rows of each part of a table that is listed."""
        contents = [Contents(table, unavailable=table.obstacle) for table in tables]
        async with AsyncExitStack() as stack:
            jobs = max(min(self.options.jobs, len(tables)), 1)
            opened = [await stack.enter_async_context(self.session.connected()) for _ in range(jobs)]
            work = _Work(self, opened, write, stage)
            await work.sizes(contents)
            await work.contents([(number + place, each) for place, each in enumerate(contents)])
            await self._refuse_changed(contents)
        return contents

    async def _refuse_changed(self, contents: Sequence[Contents]) -> None:
        """Mark the tables whose file is not that of the snapshot any more."""
        rows = await self.holder.fetch(_FILENODES, [each.table.oid for each in contents if not each.unavailable])
        current = {row[0]: row[1] for row in rows}
        for each in contents:
            if not each.unavailable and current[each.table.oid] != each.table.filenode:
                each.unavailable = failures.CHANGED


@dataclass(frozen=True, slots=True)
class _Piece:
    """One query of a table, and how many *bytes* it reads. *table*: the number of the table; *number*: of the part."""

    contents: Contents
    part: Part
    bytes: int
    table: int = 0
    number: int = 0


Query = Callable[[asyncpg.Connection, _Piece], Awaitable[None]]


class _Work:
    """The queries of one database, distributed over its connections."""

    def __init__(
        self,
        snapshot: Snapshot,
        connections: Sequence[asyncpg.Connection],
        write: WriteRows,
        stage: Stage,
    ) -> None:
        self._snapshot, self._connections, self._write, self._stage = snapshot, connections, write, stage
        self._options = snapshot.options
        self._block_size, self._done, self._total = 8192, 0, 0

    async def sizes(self, contents: Sequence[Contents]) -> None:
        """Read the size of each table."""
        self._block_size = int(await self._snapshot.holder.fetchval(_BLOCK_SIZE))

        async def size(connection: asyncpg.Connection, piece: _Piece) -> None:
            each = piece.contents
            each.bytes = int(await connection.fetchval(_SIZE, each.table.oid))
            if 0 < self._options.sample_above < each.bytes:
                await self._sample(connection, each)

        await self._run((_Piece(each, Blocks(), 0) for each in contents), size)

    async def _sample(self, connection: asyncpg.Connection, contents: Contents) -> None:
        """Choose the ranges of keys of a large table."""
        table, most = contents.table, self._options.sample_above
        contents.unavailable = failures.not_sampled(most)
        if (column := sampling_column(table)) is None:
            return
        least, greatest = tuple(await connection.fetchrow(queries.bounds(table, column)) or ())
        contents.step = step_of(contents.bytes, most)
        if least is None:  # dead rows only
            contents.sample = [KeyRanges(column, 0, -1, contents.step)]
        else:
            count = -(-contents.bytes // contents.step // (BLOCKS_AT_ONCE * self._block_size))
            contents.sample = ranges_of(column, least, greatest, step=contents.step, queries=count)
        contents.unavailable = "" if contents.sample else contents.unavailable

    async def contents(self, numbered: Sequence[tuple[int, Contents]]) -> None:
        """Read all tables, the largest first: the rows of small tables, the checksums of the others."""
        largest = sorted(numbered, key=lambda each: -each[1].bytes)
        pieces = [piece for number, each in largest for piece in self._pieces(number, each)]
        self._total = sum(piece.bytes for piece in pieces)
        await self._run(pieces, self._read)

    async def _read(self, connection: asyncpg.Connection, piece: _Piece) -> None:
        each = piece.contents
        if each.kept != Rows.LISTED:
            query = queries.checksums(each.table, piece.part, by_bucket=each.kept == Rows.BUCKETS)
            each.add([tuple(row) for row in await connection.fetch(query)])
            return
        text = BytesIO()

        async def append(chunk: bytes) -> None:
            text.write(chunk)

        query = queries.rows(each.table, piece.part, keys=self._options.keys)
        await connection.copy_from_query(query, output=append, format="csv")
        rows = copied(text.getvalue(), len(each.table.columns))
        each.add_rows(rows)
        self._write(piece.table, piece.number, listed(piece.table, rows))

    def _kept(self, contents: Contents) -> Rows:
        """Return whether the rows of a table are listed, by the most rows that its blocks can contain, or by the server's estimate."""
        read, estimate = contents.bytes // contents.step, contents.table.rows_of_a_page
        is_small = read <= _LEAST_ROW * self._options.max_rows
        if is_small or 0 < read / self._block_size * estimate <= self._options.max_rows:
            return Rows.LISTED
        return Rows.BUCKETS if contents.table.key else Rows.NOTHING

    def _pieces(self, table: int, contents: Contents) -> Iterator[_Piece]:
        contents.kept = self._kept(contents)
        by_range = contents.table.heap and self._snapshot.holder.get_server_version() >= _RANGES_SINCE
        parts: list[Part] = [*contents.sample]
        if not parts:
            parts = [*blocks_of(contents.bytes // self._block_size)] if by_range else [Blocks()]
        for number, part in enumerate(parts):
            yield _Piece(contents, part, contents.bytes // contents.step // len(parts), table, number)

    async def _run(self, pieces: Iterable[_Piece], query: Query) -> None:
        """Run a query for each piece, as many at a time as there are connections."""
        left = deque(pieces)
        try:
            async with asyncio.TaskGroup() as group:
                for connection in self._connections:
                    group.create_task(self._worker(connection, left, query))
        except ExceptionGroup as errors:
            first = errors.exceptions[0]
            if not isinstance(first, _LOST):
                raise first from None
            raise lost(self._snapshot.session) from None

    async def _worker(self, connection: asyncpg.Connection, left: deque[_Piece], query: Query) -> None:
        session = self._snapshot.session
        while left:
            piece = left.popleft()
            if piece.contents.unavailable:
                continue
            try:
                async with session.transaction(connection, self._snapshot.adopt):
                    await query(connection, piece)
            except asyncpg.PostgresError as error:
                if connection.is_closed():
                    raise
                piece.contents.unavailable = failures.reason(error, session.max_seconds)
            self._done += piece.bytes
            self._stage.update(self._done, max(self._total, 1))
