"""Whether the statements of a workload find the same number of rows in a seed as in the data that it was made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import asyncpg

from pgrehearse.base.progress import Stage
from pgrehearse.scenarios.seed.executions import Execution
from pgrehearse.scenarios.seed.found import Derived, RowFinder, rolled_back
from pgrehearse.scenarios.seed.names import NameReader
from pgrehearse.workload.sql.bound_text import with_constants
from pgrehearse.workload.sql.lexer import outline

# An execution with the values that the seed has.
Masked = Callable[[Execution], Execution | None]


@dataclass(frozen=True, slots=True)
class Difference:
    """An execution that finds another number of rows in the seed. *sql*: its text without values; None: the server rejects it there."""

    execution: Execution
    derived: Derived
    source_rows: int
    seed_rows: int | None

    @property
    def sql(self) -> str:
        return outline(self.execution.sql.decode(errors="replace"))


@dataclass
class Verification:
    """Numbers of statements: that find as many rows in the seed, that find another number, and whose rows cannot be counted.

    An INSERT of values finds the parents of its rows and the rows with the same unique key; it is not counted if its table has neither."""

    same: int = 0
    empty: int = 0  # of the same: they find no row, though they do more than insert values
    uncounted: int = 0
    differences: list[Difference] = field(default_factory=list)

    @property
    def different(self) -> int:
        return sum(one.execution.times for one in self.differences)


class SourceCounts:
    """The numbers of rows that executions find in the source: each is counted once, also when the seed is verified again."""

    def __init__(self, finder: RowFinder) -> None:
        self.finder = finder
        self._counted: dict[Execution, int | None] = {}

    async def of(self, execution: Execution) -> int | None:
        """Return the number of rows that an execution finds (None: they cannot be counted)."""
        if execution not in self._counted:
            query = await self.query(execution)
            rows = None
            if query is not None:
                await self.finder.names.use_path(execution.path)
                rows = await counted(self.finder.connection, query)
            self._counted[execution] = rows
        return self._counted[execution]

    async def query(self, execution: Execution) -> str | None:
        """Return the query that counts the rows of an execution (None: there is none)."""
        derived = await self.finder.derive(execution)
        return with_constants(derived.count, execution.values) if derived.count else None


async def verify(
    executions: tuple[Execution, ...],
    source: SourceCounts,
    seed: NameReader,
    stage: Stage,
    masked: Masked,
) -> Verification:
    """Count the rows of each execution in the source and in the seed."""
    result = Verification()
    for number, execution in enumerate(executions):
        stage.update(number, len(executions))
        found = await source.of(execution)
        other = masked(execution) if found is not None else None
        query = await source.query(other) if other is not None else None
        if found is None or query is None:
            result.uncounted += execution.times
            continue
        await seed.use_path(execution.path)
        rows = await counted(seed.connection, query)
        if rows == found:
            result.same += execution.times
            inserts = (await source.finder.derive(execution)).linked
            result.empty += execution.times if found == 0 and not inserts else 0
        else:
            result.differences.append(Difference(execution, await source.finder.derive(execution), found, rows))
    return result


async def counted(connection: asyncpg.Connection, query: str) -> int | None:
    """Return the number that a query counts (None: the server rejects it)."""
    try:
        async with rolled_back(connection):
            return int(await connection.fetchval(query))
    except (asyncpg.PostgresError, ValueError):
        return None
