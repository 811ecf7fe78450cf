"""The rows that the statements of a workload find: each distinct execution is derived, and its queries are run on the copy of the start."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import asyncpg

from pgrehearse.base.progress import Stage
from pgrehearse.scenarios.seed.database import Database
from pgrehearse.scenarios.seed.executions import Execution
from pgrehearse.scenarios.seed.names import NameReader
from pgrehearse.workload.sql.bound_text import with_constants
from pgrehearse.workload.sql.clock_text import clock_text
from pgrehearse.workload.sql.find_effects import effects_of
from pgrehearse.workload.sql.linked_rows import count_of_linked, linked_rows
from pgrehearse.workload.sql.row_queries import RowQuery, found_rows, inserts_values
from pgrehearse.workload.sql.statement_trees import NotDerivable, parsed, relation_names, written_name

_OFFSET_BITS = 16
# Hazards of what a statement does inside the database: its queries only read.
_INSIDE = frozenset({"writes"})
# By table: the places of rows, each as a number.
Places = dict[int, set[int]]


@dataclass(frozen=True, slots=True)
class Limits:
    """*rows*: a statement that finds more rows is not covered, unless its tables are small; *small*: rows of a small table, which is taken whole."""

    rows: int = 10_000
    small: int = 1_000


@dataclass(frozen=True, slots=True)
class Derived:
    """A text for one search path: its queries, the tables that it names (oids), and why its rows cannot be derived ("": they can).

    *count*: a query for the number of rows that it finds ("": there is none); *linked*: an INSERT of values finds only the parents of its rows, and
    rows with the same unique key."""

    queries: tuple[RowQuery, ...] = ()
    count: str = ""
    linked: bool = False
    tables: frozenset[int] = frozenset()
    problem: str = ""


@dataclass
class RowFinder:
    """Collects the places of rows by table (a number made of block and offset); small tables are taken whole where rows cannot be derived.

    *uncovered*: the number of statements whose rows are not all taken, by reason."""

    connection: asyncpg.Connection
    database: Database
    limits: Limits
    places: Places = field(default_factory=dict)
    uncovered: Counter[str] = field(default_factory=Counter)
    _derived: dict[tuple[bytes, tuple[str, ...] | None, bool], Derived] = field(default_factory=dict)
    _done: set[tuple[tuple[str, ...] | None, str]] = field(default_factory=set)
    _whole: dict[int, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = NameReader(self.connection, self.database)

    def use(self, connection: asyncpg.Connection) -> None:
        """Use another connection to the same database from now on."""
        self.connection = connection
        self.names.use(connection)

    async def find_all(self, executions: tuple[Execution, ...], stage: Stage) -> None:
        """Find the rows of all executions."""
        for number, execution in enumerate(executions):
            await self._find(execution)
            stage.update(number + 1, len(executions))

    async def derive(self, execution: Execution) -> Derived:
        """Return the queries of an execution's text, without its parameters."""
        key = (execution.sql, execution.path, bool(execution.at))
        if key not in self._derived:
            self._derived[key] = await self._derive(execution)
        return self._derived[key]

    async def take_whole(self, tables: frozenset[int]) -> bool:
        """Take all rows of the small ones of some tables; return whether all of them are small."""
        for table in tables - self._whole.keys():
            query = f"select tableoid::int8, ctid from {self.database.tables[table].name} limit {self.limits.small + 1}"  # noqa: S608 (quoted by the server)
            rows = await self.connection.fetch(query)
            self._whole[table] = len(rows) <= self.limits.small
            self._take(rows if self._whole[table] else [], 1)
        return bool(tables) and all(self._whole[table] for table in tables)

    async def _derive(self, execution: Execution) -> Derived:
        try:
            text = execution.sql.decode()
        except UnicodeDecodeError:
            return Derived(problem="its text is not UTF-8")
        if hazards := effects_of(execution.sql).hazards - _INSIDE:
            return Derived(problem=f"it may act outside the database ({', '.join(sorted(hazards))})")
        if execution.at:
            text = clock_text(execution.sql).bound().decode()
        try:
            tree = parsed(text)
            named = relation_names(tree)
            names = await self.names.names(named, execution.path)
            tables = frozenset(self.names.tables_of(self._with_views(named, names.views), execution.path))
        except NotDerivable as error:
            return Derived(problem=str(error))
        try:
            found = found_rows(tree, names)
            linked = self._linked(text, execution)
        except NotDerivable as error:
            return Derived(tables=tables, problem=str(error))
        inserts = inserts_values(tree)
        count = count_of_linked(linked) if inserts else found.count
        return Derived((*found.queries, *linked), count, inserts, tables)

    def _with_views(self, named: set[tuple[str, str]], views: Any) -> set[tuple[str, str]]:
        out, stack = set(named), [name for name in named if name in views]
        while stack:
            inner = relation_names(parsed(views[stack.pop()])) - out
            out |= inner
            stack += [name for name in inner if name in views]
        return out

    def _linked(self, text: str, execution: Execution) -> tuple[RowQuery, ...]:
        tree = parsed(text)
        name = written_name(tree)
        target = self.names.tables_of([name], execution.path) if name is not None else set()
        written = self.database.written(target.pop()) if target else None
        return tuple(linked_rows(tree, written)) if written is not None else ()

    async def _find(self, execution: Execution) -> None:
        derived = await self.derive(execution)
        problem = derived.problem
        for query in () if problem else derived.queries:
            problem = problem or await self._run(query, execution)
        if problem and not await self.take_whole(derived.tables):
            self.uncovered[problem] += execution.times

    async def _run(self, query: RowQuery, execution: Execution) -> str:
        """Run one query; return why its rows are not taken ("": they are)."""
        problem = ""
        for text in query.texts:
            bound = with_constants(text, execution.values)
            if bound is None:
                return "its parameters are not in the log"
            if (execution.path, bound) in self._done:
                return ""
            try:
                rows = await self._fetch(bound, execution.path)
            except (asyncpg.PostgresError, ValueError) as error:
                problem = problem or _reason(error)
                continue
            self._done.add((execution.path, bound))
            if len(rows) > self.limits.rows:
                return f"it finds more than {self.limits.rows:,} rows"
            self._take(rows, query.tables)
            return ""
        return problem

    def _take(self, rows: list[asyncpg.Record], tables: int) -> None:
        for table, place in _places(rows, tables):
            if table in self.database.tables:
                self.places.setdefault(table, set()).add(place)

    async def _fetch(self, text: str, path: tuple[str, ...] | None) -> list[asyncpg.Record]:
        await self.names.use_path(path)
        async with rolled_back(self.connection):
            return list(await self.connection.fetch(f"{text} LIMIT {self.limits.rows + 1}"))


@asynccontextmanager
async def rolled_back(connection: asyncpg.Connection) -> AsyncIterator[None]:
    """Undo what the queries inside set for the session: a statement of the workload may call ``set_config``."""
    transaction = connection.transaction()
    await transaction.start()
    try:
        yield
    finally:
        await transaction.rollback()


def _places(rows: list[asyncpg.Record], tables: int) -> Iterator[tuple[int, int]]:
    for number in range(tables):
        for row in rows:
            if row[2 * number + 1] is not None:
                block, offset = row[2 * number + 1]
                yield row[2 * number], (block << _OFFSET_BITS) | offset


def tids(places: list[int]) -> list[tuple[int, int]]:
    """Return places as pairs of block and offset."""
    return [(place >> _OFFSET_BITS, place & ((1 << _OFFSET_BITS) - 1)) for place in places]


def _reason(error: Exception) -> str:
    """Return the kind of a server's error: its message can contain values."""
    if isinstance(error, asyncpg.PostgresError):
        return f"the server rejects its query (SQLSTATE {error.sqlstate})"
    return "its query cannot be sent"
