"""The results of the queries of one table, added up: checksums are sums modulo 2^64, so that they do not depend on an order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from pgrehearse.runs.state.schema import BUCKETS_OF_A_TABLE, ROWS, Rows
from pgrehearse.targets.state.parts import KeyRanges
from pgrehearse.targets.state.tables import Table

_WRAP = 1 << 64
# What the COPY of the rows contains: hashes as signed integers.
COPIED = pl.Schema({"key_hash": pl.Int64, "row_hash": pl.Int64, "supplied_hash": pl.Int64, "key": pl.String})


@dataclass(slots=True)
class Contents:
    """What is known of a table. *step*, *sample*: one in so many ranges of keys is read, and which (1, []: all rows). *sums*: of the rows, of the supplied columns, then of each column. *buckets*: rows and the first
    two sums, by bucket (empty: not computed). *unavailable*: why it was not read ("": it was)."""

    table: Table
    bytes: int = 0
    step: int = 1
    sample: list[KeyRanges] = field(default_factory=list)
    rows: int = 0
    sums: list[int] = field(default_factory=list)
    buckets: dict[int, list[int]] = field(default_factory=dict)
    kept: Rows = Rows.NOTHING
    unavailable: str = ""

    def add(self, results: Iterable[Sequence[Any]], *, by_bucket: bool) -> None:
        """Add the results of one query of checksums."""
        self.sums = self.sums or [0] * (2 + len(self.table.columns))
        for bucket, rows, *sums in results:
            self.rows += rows
            self.sums = [_sum(before, more) for before, more in zip(self.sums, sums, strict=True)]
            if by_bucket:
                before = self.buckets.get(bucket, [0, 0, 0])
                self.buckets[bucket] = [before[0] + rows, _sum(before[1], sums[0]), _sum(before[2], sums[1])]

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
            "contents": self.kept.value,
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
        if self.kept != Rows.BUCKETS:
            return []
        names = ("rows", "checksum", "supplied_checksum")
        return [
            {"table": number, "bucket": bucket, **dict(zip(names, self.buckets.get(bucket, (0, 0, 0)), strict=True))}
            for bucket in range(BUCKETS_OF_A_TABLE)
        ]


def _sum(before: int, more: Any) -> int:
    return (before + int(more)) % _WRAP


def listed(number: int, text: bytes) -> pl.DataFrame:
    """Return the rows of a table from the text of COPY (CSV): the columns of ``ROWS``."""
    if not text:
        return pl.DataFrame(schema=ROWS)
    hashes = [name for name, kind in COPIED.items() if kind == pl.Int64]
    # COPY writes an empty text as "" and a null without quotes.
    frame = pl.read_csv(text, has_header=False, schema=COPIED)
    return frame.with_columns(
        pl.lit(number, dtype=pl.Int32).alias("table"), *(pl.col(name).reinterpret(signed=False) for name in hashes)
    ).select(*ROWS)
