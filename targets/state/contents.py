"""The results of the queries of one table, added up: checksums are sums modulo 2^64, so that they do not depend on an order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from pgrehearse.runs.state.schema import BUCKETS_OF_A_TABLE, ROWS, Rows
from pgrehearse.targets.state.parts import KeyRanges
from pgrehearse.targets.state.tables import Table

_WRAP, _LOW = 1 << 64, (1 << 32) - 1


@dataclass(slots=True)
class Contents:
    """What is known of a table. *step*, *sample*: one in so many ranges of keys is read, and which (1, []: all rows). *sums*: of the rows, of the supplied columns, then of each column. *buckets*: rows and the first
    two sums, by bucket. *kept*: what the state contains besides the sums. *unavailable*: why it was not read ("": it was)."""

    table: Table
    bytes: int = 0
    step: int = 1
    sample: list[KeyRanges] = field(default_factory=list)
    rows: int = 0
    sums: list[int] = field(init=False)
    buckets: dict[int, list[int]] = field(default_factory=dict)
    kept: Rows = Rows.NOTHING
    unavailable: str = ""

    def __post_init__(self) -> None:
        self.sums = [0] * (2 + len(self.table.columns))

    def add(self, results: Iterable[Sequence[Any]]) -> None:
        """Add the results of a query of checksums."""
        for bucket, rows, *sums in results:
            self._add(rows, sums)
            before = self.buckets.get(bucket, [0, 0, 0])
            self.buckets[bucket] = [before[0] + rows, _sum(before[1], sums[0]), _sum(before[2], sums[1])]

    def add_rows(self, rows: pl.DataFrame) -> None:
        """Add the rows of a query of rows: the columns of ``copied``."""
        names = [name for name, kind in rows.schema.items() if kind == pl.Int64 and name != "key_hash"]
        # The sum of a column of 64-bit integers could overflow: both halves are added by themselves.
        high, low = (
            rows.select((pl.col(names) // (1 << 32)).sum()).row(0),
            rows.select((pl.col(names) & _LOW).sum()).row(0),
        )
        self._add(rows.height, [(above << 32) + below for above, below in zip(high, low, strict=True)])

    def _add(self, rows: int, sums: Sequence[Any]) -> None:
        self.rows += rows
        self.sums = [_sum(before, more) for before, more in zip(self.sums, sums, strict=True)]

    def table_row(self, number: int, database: str) -> dict[str, Any]:
        """Return its row of ``TABLES``."""
        read = not self.unavailable
        return {
            "table": number,
            "database": database,
            "name": self.table.name,
            "key": [column.name for column in self.table.key],
            "unlogged": self.table.unlogged,
            "step": self.step,
            "rows": self.rows if read else None,
            "checksum": self.sums[0] if read else None,
            "supplied_checksum": self.sums[1] if read else None,
            "contents": self.kept.value if read else Rows.NOTHING.value,
            "bytes": self.bytes,
            "unavailable": self.unavailable or None,
        }

    def column_rows(self, number: int) -> list[dict[str, Any]]:
        """Return its rows of ``COLUMNS``."""
        return [
            {
                "table": number,
                "name": column.name,
                "type": column.type,
                "generated": column.generated.value,
                "checksum": self.sums[2 + place] if not self.unavailable else None,
            }
            for place, column in enumerate(self.table.columns)
        ]

    def bucket_rows(self, number: int) -> list[dict[str, Any]]:
        """Return its rows of ``BUCKETS``: all buckets, or none."""
        if self.unavailable or self.kept != Rows.BUCKETS:
            return []
        names = ("rows", "checksum", "supplied_checksum")
        return [
            {"table": number, "bucket": bucket, **dict(zip(names, self.buckets.get(bucket, (0, 0, 0)), strict=True))}
            for bucket in range(BUCKETS_OF_A_TABLE)
        ]


def _sum(before: int, more: Any) -> int:
    return (before + int(more)) % _WRAP


def copied(text: bytes, columns: int) -> pl.DataFrame:
    """Return the rows of a query of rows from the text of COPY (CSV): hashes are signed integers, as the server has them."""
    kinds = dict.fromkeys(("key_hash", "row_hash", "supplied_hash"), pl.Int64())
    of_columns = {f"column_{place}": pl.Int64() for place in range(columns)}
    schema = pl.Schema({**kinds, "key": pl.String(), **of_columns})
    # COPY writes an empty text as "" and a null without quotes.
    return pl.read_csv(text, has_header=False, schema=schema) if text else pl.DataFrame(schema=schema)


def listed(number: int, rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows as the state contains them: the columns of ``ROWS``. A hash without generated columns that is that of the row is
    not stored a second time."""
    hashes = [pl.col(name).reinterpret(signed=False) for name in ("key_hash", "row_hash", "supplied_hash")]
    table, differs = pl.lit(number, dtype=pl.Int32), pl.col("supplied_hash") != pl.col("row_hash")
    frame = rows.with_columns(table.alias("table"), *hashes).select(*ROWS)
    return frame.with_columns(pl.when(differs).then("supplied_hash"))
