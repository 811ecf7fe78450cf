"""The executions whose rows differ between two runs, by the hashes that both recorded.

A run may have hashed only the first rows of large results. Equal hashes of these do not show that the results are equal, and
other hashes do not show whether the rows or only their order differ.

Memory: 8 bytes for each place and run, one column at a time; what remains are flags for each place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.compare.alignment import Layout, Mask, batches
from pgrehearse.runs.read import Run
from pgrehearse.runs.schema import Status
from pgrehearse.workload.arrays import Ints

_NONE = 0


@dataclass(frozen=True, slots=True)
class Differing:
    """By place of a statement: *paired*: both runs have a hash; *single*: only one has, or they hashed another part of the rows; *sampled*:
    the first rows are equal, and the others are not hashed. *places*: where rows differ, in order. By these: *reordered*: the same rows in
    another order; *partial*: the first rows differ, and nothing shows whether all rows do or only their order."""

    paired: Mask
    single: Mask
    sampled: Mask
    places: Ints
    reordered: Mask
    partial: Mask


@dataclass(frozen=True, slots=True)
class _Large:
    """By place: whether a result has more rows than were hashed (*larger*), and another number of rows on the other side (*resized*).
    *alike*: both runs hashed as many rows."""

    larger: Mask
    resized: Mask
    alike: bool

    @classmethod
    def of(cls, where: Layout, first: Run, second: Run) -> _Large:
        """Return it for two runs."""
        limits = [run.manifest.plan.hash_rows for run in (first, second)]
        most = min((limit for limit in limits if limit), default=0)
        if not most:
            nothing = np.zeros(len(where.code), dtype=np.bool_)
            return cls(nothing, nothing, alike=True)
        before, after = (_column(where, run, "rows", np.int32) for run in (first, second))
        larger = (before > most) | (after > most)
        return cls(larger, larger & (before != after), alike=limits[0] == limits[1])


def differing(where: Layout, first: Run, second: Run) -> Differing:
    """Compare the rows of two runs: of statements that succeeded, in the first copy of each session."""
    before, after = (_column(where, run, "rows_hash", np.uint64) for run in (first, second))
    statement, large = where.code >= 0, _Large.of(where, first, second)
    both = statement & (before != _NONE) & (after != _NONE)
    single = statement & ((before != _NONE) != (after != _NONE))
    if not large.alike:  # results that are larger than the smaller limit have hashes of different parts
        both, single = both & ~large.larger, single | (both & large.larger)
    differs = (before != after) | large.resized
    sampled = both & large.larger & ~differs
    places = np.flatnonzero(both & differs)
    del before, after, differs
    if not len(places):
        none = np.zeros(0, dtype=np.bool_)
        return Differing(both, single, sampled, places, none, none)
    sums = [_column(where, run, "rows_hash_unordered", np.uint64)[places] for run in (first, second)]
    reordered = (sums[0] == sums[1]) & ~large.resized[places]
    partial = large.larger[places] & ~large.resized[places] & ~reordered
    return Differing(both, single, sampled, places, reordered, partial)


def _column(where: Layout, run: Run, column: str, kind: type[np.generic]) -> NDArray[Any]:
    """Return a column of the statements that succeeded, by place (0: there is no value)."""
    values = np.zeros(len(where.code), dtype=kind)
    known = (pl.col("copy") == 0) & (pl.col("status").cast(pl.String) == Status.OK) & pl.col(column).is_not_null()
    for batch in batches(run.outcome_parts(), ["session", "seq", column], known):
        values[where.places(batch)] = batch[column].to_numpy()
    return values
