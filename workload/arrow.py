"""Columns and frames of polars as arrays and tables of Arrow, and back, without a copy where possible.

They come back by Arrow's C interface: for an object that it recognizes as pyarrow's, polars imports ``pyarrow.compute``, which
takes 50 ms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl
import pyarrow as pa


def contiguous(texts: pl.Series) -> pa.LargeStringArray:
    """Return a string column as one Arrow array with contiguous bytes."""
    return texts.to_arrow(compat_level=pl.CompatLevel.oldest())


def series_of(name: str, array: pa.Array[Any]) -> pl.Series:
    """Return an array as a column."""
    return pl.Series(name, _Array(array))


def frame_of(table: pa.Table) -> pl.DataFrame:
    """Return a table as a frame."""
    return pl.DataFrame(_Table(table))


@dataclass(frozen=True, slots=True)
class _Array:
    array: pa.Array[Any]

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]:
        exported: tuple[object, object] = self.array.__arrow_c_array__(requested_schema)
        return exported


@dataclass(frozen=True, slots=True)
class _Table:
    table: pa.Table

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        exported: object = self.table.__arrow_c_stream__(requested_schema)
        return exported
