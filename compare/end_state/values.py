"""The result of a comparison of two states: one value for each table and each sequence."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Sameness(StrEnum):
    """The result for one table. GENERATED: its rows differ in generated columns only."""

    EQUAL = "equal"
    GENERATED = "only generated columns"
    DIFFERENT = "different"
    NOT_COMPARED = "not compared"


@dataclass(frozen=True, slots=True)
class RowCounts:
    """How many rows are only on the first side, only on the second side, and on both with other values.

    Rows that are paired by their contents, and not by a key, have no *changed*: a changed row counts as one on each side.
    """

    only_first: int
    only_second: int
    changed: int = 0

    @property
    def least(self) -> int:
        """The smallest number of rows that differ."""
        return self.changed + max(self.only_first, self.only_second)


@dataclass(frozen=True, slots=True)
class TableDifference:
    """One table on two sides.

    *rows*: of each side (None: unknown). *columns*: the columns that the application supplies and whose values differ;
    *generated*: generated columns that differ, each with its kind. *by_key*: rows paired by key, all columns compared;
    *supplied*: rows without their generated columns, paired by key if the key is not generated. None: not known. *buckets*:
    of 1024, how many differ (None: the rows are listed, or nothing is known of them). *sampled*: one in so many ranges of keys
    was read, and all numbers are those of the sample (1: all rows). *keys*: examples, as values. *why*: what
    limits the result ("": nothing).
    """

    database: str
    table: str
    outcome: Sameness
    rows: tuple[int | None, int | None] = (None, None)
    columns: tuple[str, ...] = ()
    generated: tuple[tuple[str, str], ...] = ()
    by_key: RowCounts | None = None
    supplied: RowCounts | None = None
    buckets: int | None = None
    sampled: int = 1
    keys: tuple[str, ...] = field(default=(), repr=False)
    why: str = ""

    @property
    def least_rows(self) -> int:
        """The smallest number of rows that differ in columns that are not generated."""
        if self.outcome != Sameness.DIFFERENT:
            return 0
        if self.supplied is not None:
            return self.supplied.least
        first, second = self.rows
        fewer = abs(first - second) if first is not None and second is not None else 0
        return max(fewer, self.buckets or 0, 1 if self.columns else 0)

    @property
    def is_counted(self) -> bool:
        """Whether the number of rows that differ is known, and not only its smallest value."""
        same = self.outcome in {Sameness.EQUAL, Sameness.GENERATED}
        return self.sampled == 1 and (same or self.supplied is not None)


@dataclass(frozen=True, slots=True)
class SequenceDifference:
    """A sequence whose position differs: its last value on each side, and whether that value was drawn (None: no such sequence)."""

    database: str
    name: str
    first: tuple[int, bool] | None
    second: tuple[int, bool] | None


@dataclass(frozen=True, slots=True)
class StateDifference:
    """The states of two sides. *first*, *second*: the names of the sides; *sequences*: of *sequences_compared*, those that differ;
    *large_objects*: one sentence for each database whose large objects differ or were not compared; *notes*: what limits the
    result; *ids*: by which method each run got its generated ids."""

    first: str
    second: str
    tables: tuple[TableDifference, ...]
    sequences: tuple[SequenceDifference, ...] = ()
    sequences_compared: int = 0
    large_objects: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    ids: str = ""

    def with_outcome(self, outcome: Sameness) -> tuple[TableDifference, ...]:
        """Return the tables with an outcome."""
        return tuple(table for table in self.tables if table.outcome == outcome)

    def counts(self) -> dict[str, int]:
        """Return the number of tables by outcome."""
        return {word.value.replace(" ", "_"): len(self.with_outcome(word)) for word in Sameness}

    @property
    def sampled(self) -> int:
        """The number of tables that are equal in their samples: their other rows are unknown."""
        return sum(table.sampled > 1 and table.outcome != Sameness.DIFFERENT for table in self.tables)

    @property
    def rows_different(self) -> tuple[int, bool]:
        """The smallest number of rows that differ in columns that are not generated, and whether it is the exact number."""
        return sum(table.least_rows for table in self.tables), all(table.is_counted for table in self.tables)

    def document(self, *, values: bool) -> dict[str, Any]:
        """Return it for a JSON document: all tables that are not equal. *values*: with examples of keys."""
        least, exact = self.rows_different
        return {
            "first": self.first,
            "second": self.second,
            "tables": self.counts(),
            "tables_sampled": self.sampled,
            "rows_different": least,
            "rows_counted": exact,
            "differences": [_table(table, values=values) for table in self.tables if table.outcome != Sameness.EQUAL],
            "sequences_compared": self.sequences_compared,
            "sequences": [asdict(sequence) for sequence in self.sequences],
            "large_objects": list(self.large_objects),
            "notes": list(self.notes),
            "ids": self.ids,
        }


@dataclass(frozen=True, slots=True)
class StateComparisons:
    """The comparisons of one candidate. The first one is that of the gates: with production's state, where there is one, else
    with the baseline's. *missing*: why there is none ("": there is one). *at_end*: the first one is with production's state at
    the end of the window, so that a difference is a reason against the run."""

    pairs: tuple[StateDifference, ...] = ()
    missing: str = ""
    at_end: bool = False

    @property
    def judged(self) -> StateDifference | None:
        """The comparison of the gates (None: there is none)."""
        return self.pairs[0] if self.pairs else None

    def document(self, *, values: bool) -> dict[str, Any]:
        """Return it for a JSON document. *values*: with examples of keys."""
        pairs = [pair.document(values=values) for pair in self.pairs]
        return {"pairs": pairs, "missing": self.missing, "at_end": self.at_end}


def _table(table: TableDifference, *, values: bool) -> dict[str, Any]:
    document = {**asdict(table), "outcome": table.outcome.value}
    document["generated"] = [{"column": name, "kind": kind} for name, kind in table.generated]
    return document if values else {**document, "keys": []}
