"""One table on two sides: by its checksums first, then by its rows or its buckets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from pgrehearse.compare.end_state.rows import compare_rows
from pgrehearse.compare.end_state.values import RowCounts, Sameness, TableDifference
from pgrehearse.runs.state.read import State
from pgrehearse.runs.state.schema import Generated, Rows


@dataclass(frozen=True, slots=True)
class TableState:
    """A table in the state of a *side*: its row of ``TABLES``, and its rows of ``COLUMNS`` by name."""

    side: str
    state: State
    facts: Mapping[str, Any]
    columns: Mapping[str, Mapping[str, Any]]

    @property
    def rows(self) -> int | None:
        """The number of rows (None: the table was not read)."""
        rows: int | None = self.facts["rows"]
        return rows

    def listed(self) -> pl.DataFrame:
        """Return the hashes of its rows: the columns of ``ROWS``."""
        return self.state.rows(int(self.facts["table"]), int(self.facts["rows"]))

    def supplied(self) -> set[str]:
        """Return the columns that are not generated."""
        return {name for name, column in self.columns.items() if column["generated"] == Generated.NO}


def compare_table(database: str, name: str, first: TableState, second: TableState) -> TableDifference:
    """Compare a table that both states have."""
    rows = (first.rows, second.rows)
    if why := _unavailable(first, second):
        return TableDifference(database, name, Sameness.NOT_COMPARED, rows, why=why)
    if first.facts["step"] != second.facts["step"]:
        steps = f"1 in {first.facts['step']:,} and 1 in {second.facts['step']:,} ranges of keys"
        why = f"the samples differ ({steps}): read both states with the same --sample-above"
        return TableDifference(database, name, Sameness.NOT_COMPARED, (None, None), why=why)
    return replace(_compared(database, name, first, second), sampled=int(first.facts["step"]))


def _compared(database: str, name: str, first: TableState, second: TableState) -> TableDifference:
    """Compare a table that was read on both sides."""
    rows = (first.rows, second.rows)
    if first.columns.keys() != second.columns.keys() or first.supplied() != second.supplied():
        return _other_columns(database, name, first, second)
    if rows[0] == rows[1] and first.facts["checksum"] == second.facts["checksum"]:
        return TableDifference(database, name, Sameness.EQUAL, rows)
    columns, generated = _columns(first, second)
    same_supplied = rows[0] == rows[1] and first.facts["supplied_checksum"] == second.facts["supplied_checksum"]
    outcome = Sameness.GENERATED if same_supplied else Sameness.DIFFERENT
    return _with_rows(TableDifference(database, name, outcome, rows, columns, generated), first, second)


def only_on_one_side(database: str, name: str, table: TableState, place: int, other: str) -> TableDifference:
    """Return a table that only the side at *place* (0, 1) has; *other*: the name of the side that lacks it."""
    rows = (table.rows, None) if place == 0 else (None, table.rows)
    counts = RowCounts(*(each or 0 for each in rows)) if table.rows is not None else None
    return TableDifference(
        database, name, Sameness.DIFFERENT, rows, supplied=counts, why=f"the table does not exist on {other}"
    )


def _unavailable(first: TableState, second: TableState) -> str:
    reasons = [f"{side.side}: {why}" for side in (first, second) if (why := side.facts["unavailable"])]
    return "; ".join(reasons)


def _columns(first: TableState, second: TableState) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the columns whose checksums differ: those that the application supplies, and generated ones with their kind."""
    differ = [
        name
        for name, column in first.columns.items()
        if name in second.columns and column["checksum"] != second.columns[name]["checksum"]
    ]
    kinds = {name: str(first.columns[name]["generated"]) for name in differ}
    return (
        tuple(name for name in differ if kinds[name] == Generated.NO),
        tuple((name, kinds[name]) for name in differ if kinds[name] != Generated.NO),
    )


def _other_columns(database: str, name: str, first: TableState, second: TableState) -> TableDifference:
    """Compare a table whose columns, or whose generated columns, are not the same: by the checksums of the columns that both have."""
    columns, generated = _columns(first, second)
    rows = (first.rows, second.rows)
    names = ", ".join(sorted(first.columns.keys() ^ second.columns.keys())) or "defaults"
    outcome = Sameness.DIFFERENT if columns or rows[0] != rows[1] else Sameness.NOT_COMPARED
    why = f"the columns of the table differ ({names}), so only the checksums of each common column were compared"
    return TableDifference(database, name, outcome, rows, columns, generated, why=why)


def _with_rows(table: TableDifference, first: TableState, second: TableState) -> TableDifference:
    """Return a table that differs with the number of its rows or buckets that differ."""
    kept = {first.facts["contents"], second.facts["contents"]}
    key = list(first.facts["key"])
    same_key = key == list(second.facts["key"])
    generated_key = any(first.columns[name]["generated"] != Generated.NO for name in key)
    if kept == {Rows.LISTED}:
        found = compare_rows(
            first.listed(),
            second.listed(),
            keyed=bool(key) and same_key,
            generated_key=generated_key,
        )
        return replace(table, by_key=found.by_key, supplied=found.supplied, keys=found.keys)
    if kept == {Rows.BUCKETS} and same_key and not generated_key:
        return replace(
            table, buckets=_buckets(first, second), why="the table has too many rows to list them (--max-rows)"
        )
    return replace(table, why="the rows are not listed on both sides")


def _buckets(first: TableState, second: TableState) -> int:
    """Return how many buckets differ in their number of rows or in their supplied columns."""
    frames = [
        side.state.buckets()
        .filter(pl.col("table") == side.facts["table"])
        .select("bucket", "rows", "supplied_checksum")
        for side in (first, second)
    ]
    joined = frames[0].join(frames[1], on="bucket", suffix="_second")
    same = (pl.col("rows") == pl.col("rows_second")) & (
        pl.col("supplied_checksum") == pl.col("supplied_checksum_second")
    )
    return joined.filter(~same).height
