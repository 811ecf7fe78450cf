"""The distinct values of a text column, with one hash a row (Arrow's dictionary encoding)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Distinct:
    """The distinct *values* of a column without its nulls, in order of appearance.

    *firsts*: the first row of each value. *code*: the index in *values* of each row's value (Int32; null for null).
    """

    values: pl.Series
    firsts: NDArray[np.int64]
    code: pl.Series


def distinct(texts: pl.Series) -> Distinct:
    """Return the distinct values of a string column."""
    encoded = contiguous(texts).dictionary_encode()
    code = pl.Series("code", encoded.indices, dtype=pl.Int32)
    values = pl.Series(texts.name, encoded.dictionary, dtype=pl.String)
    return Distinct(values, _firsts(code), code)


def contiguous(texts: pl.Series) -> pa.LargeStringArray:
    """Return a string column as one Arrow array with contiguous bytes."""
    return texts.to_arrow(compat_level=pl.CompatLevel.oldest())


def _firsts(code: pl.Series) -> NDArray[np.int64]:
    """Return the first row of each code: codes are assigned in order of appearance, so a new code exceeds all codes before it."""
    numbers = code.fill_null(-1).to_numpy() if code.null_count() else code.to_numpy()
    highest = np.maximum.accumulate(numbers)
    before = np.append(-1, highest[:-1])[: len(numbers)]
    return np.flatnonzero(highest > before)
