"""Which databases and tables a state contains, and how much load its reading is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

MAX_ROWS = 1_000_000
MAX_SECONDS = 600.0
JOBS = 2
SAMPLE_ABOVE = 16 << 30


@dataclass(frozen=True, slots=True)
class StateOptions:
    """How to read a state. *databases*: their names (empty: that of the DSN). *tables*, *excluded*: patterns of
    ``schema.table`` (empty *tables*: all). *jobs*: connections. *max_rows*: the rows of larger tables are not listed.
    *max_seconds*: the longest time of one query. *sample_above*: larger tables, in bytes, are sampled (0: none). *keys*: store the keys of the listed rows as text.
    """

    databases: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    jobs: int = JOBS
    max_rows: int = MAX_ROWS
    max_seconds: float = MAX_SECONDS
    sample_above: int = SAMPLE_ABOVE
    keys: bool = False

    def selects(self, table: str) -> bool:
        """Return whether a table (``schema.table``) is part of the state.

        >>> StateOptions(tables=("public.*",), excluded=("*.audit",)).selects("public.audit")
        False
        """
        return (not self.tables or _matches(table, self.tables)) and not _matches(table, self.excluded)

    def unmatched(self, tables: Sequence[str]) -> list[str]:
        """Return the patterns of *tables* that match none of the names."""
        return [pattern for pattern in self.tables if not any(fnmatchcase(name, pattern) for name in tables)]


def _matches(table: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(table, pattern) for pattern in patterns)
