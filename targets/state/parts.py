"""The parts in which a table is read: ranges of its blocks, or a sample of the ranges of its keys.

A large table with an integer key is sampled by ranges of 1024 consecutive values of the key's first column. A range is in the
sample if the lowest bits of the hash of its number are 0. So the same keys are in the samples of all copies, and only these
rows are read, by the index of the key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pgrehearse.targets.state.tables import Column, Table

# The blocks of one query: 64 MB at 8 kB.
BLOCKS_AT_ONCE = 8192
# The keys of one range, and the most ranges that a table can have: more of them take longer to enumerate than to read.
KEYS_OF_A_RANGE = 1024
_MOST_RANGES = 100_000_000
_INTEGERS = {"smallint", "integer", "bigint"}


class Part(Protocol):
    """A part of a table."""

    def source(self, table: Table) -> str:
        """Return the part as the text after FROM; its rows have the alias t."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """A range of the blocks of a table: from *first* to *end*, which is not part of it (None: to the end of the table)."""

    first: int = 0
    end: int | None = None

    def source(self, table: Table) -> str:
        """Return the rows in these blocks; a partitioned table is read as a whole."""
        if table.partitioned:
            return f"{table.name} as t"
        conditions = [f"t.ctid >= '({self.first},0)'::pg_catalog.tid"] if self.first else []
        conditions += [f"t.ctid < '({self.end},0)'::pg_catalog.tid"] if self.end is not None else []
        return f"only {table.name} as t" + (f" where {' and '.join(conditions)}" if conditions else "")


@dataclass(frozen=True, slots=True)
class KeyRanges:
    """Of the ranges of keys from *first* to *last*, one in *step* (a power of two)."""

    column: Column
    first: int
    last: int
    step: int

    def source(self, table: Table) -> str:
        """Return the rows whose keys are in the ranges of the sample."""
        column, rows = f"u.{self.column.quoted}", table.name if table.partitioned else f"only {table.name}"
        low, high = f"n.number * {KEYS_OF_A_RANGE}", f"(n.number + 1) * {KEYS_OF_A_RANGE}"
        return (
            f"pg_catalog.generate_series({self.first}::bigint, {self.last}::bigint) as n (number) "
            f"cross join lateral (select * from {rows} as u where {column} >= {low} and {column} < {high}) as t "
            f"where pg_catalog.hashint8extended(n.number, 0) & {self.step - 1} = 0"
        )


def blocks_of(blocks: int) -> Iterator[Blocks]:
    """Yield ranges that contain all *blocks* of a table; the last one has no end, because the table can grow."""
    firsts = range(0, max(blocks, 1), BLOCKS_AT_ONCE)
    for first in firsts:
        yield Blocks(first, None if first == firsts[-1] else first + BLOCKS_AT_ONCE)


def sampling_column(table: Table) -> Column | None:
    """Return the column by which a table can be sampled: the first one of its key, if it is an integer (None: there is none)."""
    return table.key[0] if table.key and table.key[0].type in _INTEGERS else None


def step_of(size_bytes: int, most_bytes: int) -> int:
    """Return the step of the sample of a table that is larger than *most_bytes*.

    >>> step_of(10, 10), step_of(11, 10), step_of(100, 10)
    (1, 2, 16)
    """
    step = 1
    while size_bytes > step * most_bytes:
        step *= 2
    return step


def ranges_of(column: Column, least: int, greatest: int, *, step: int, queries: int) -> list[KeyRanges]:
    """Return the sample of the keys from *least* to *greatest*, as so many *queries* ([]: there are too many ranges)."""
    first, last = least // KEYS_OF_A_RANGE, greatest // KEYS_OF_A_RANGE
    if last - first >= _MOST_RANGES:
        return []
    width = -(-(last - first + 1) // queries)
    return [KeyRanges(column, start, min(start + width - 1, last), step) for start in range(first, last + 1, width)]
