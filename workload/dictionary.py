"""The distinct values of a text column, with one hash a row (polars' categories)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
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
    code = texts.cast(pl.Categorical(pl.Categories.random())).to_physical().cast(pl.Int32).alias("code")
    firsts = _firsts(code)
    highest = code.max()
    if len(firsts) != (highest + 1 if isinstance(highest, int) else 0):
        raise RuntimeError("polars does not number categories in order of appearance")
    return Distinct(texts.gather(firsts), firsts, code)


def _firsts(code: pl.Series) -> NDArray[np.int64]:
    """Return the first row of each code: codes are assigned in order of appearance, so a new code exceeds all codes before it."""
    numbers = code.fill_null(-1).to_numpy() if code.null_count() else code.to_numpy()
    highest = np.maximum.accumulate(numbers)
    before = np.append(-1, highest[:-1])[: len(numbers)]
    return np.flatnonzero(highest > before)
