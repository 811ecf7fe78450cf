"""The executions whose rows differ between two runs, by the hashes that both recorded.

A run may have hashed only the first rows of large results. Equal hashes of these do not show that the results are equal, and
other hashes do not show whether the rows or only their order differ.

Memory (``columns``): 8 bytes for each place and run, one column at a time; what remains are flags for each place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.compare.alignment import Layout, Mask, batches
from pgrehearse.compare.columns import chosen, column, parts
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
    """Results that have more rows than were hashed. *rows*: of both runs, by place (None: all rows were hashed); *most*: so many were hashed on
    both sides. *alike*: both runs hashed as many rows."""

    rows: tuple[NDArray[np.int32], NDArray[np.int32]] | None
    most: int
    alike: bool

    @classmethod
    def of(cls, where: Layout, first: Run, second: Run) -> _Large:
        """Return it for two runs."""
        limits = [run.manifest.plan.hash_rows for run in (first, second)]
        most = min((limit for limit in limits if limit), default=0)
        if not most:
            return cls(None, 0, alike=True)
        before, after = (_column(where, run, "rows", np.int32) for run in (first, second))
        return cls((before, after), most, alike=limits[0] == limits[1])

    def at(self, places: slice | Ints) -> tuple[Mask, Mask]:
        """Return, by place, whether a result has more rows than were hashed, and whether it has another number of them on the other side."""
        if self.rows is None:
            nothing = np.zeros(1, dtype=np.bool_)
            return nothing, nothing
        before, after = (rows[places] for rows in self.rows)
        larger: Mask = (before > self.most) | (after > self.most)
        return larger, larger & (before != after)


def differing(where: Layout, first: Run, second: Run) -> Differing:
    """Compare the rows of two runs: of statements that succeeded, in the first copy of each session."""
    size, large = len(where.code), _Large.of(where, first, second)
    before, after = (_column(where, run, "rows_hash", np.uint64) for run in (first, second))
    paired, single, sampled, differs = (column(size, np.bool_) for _ in range(4))
    for part in parts(size):
        statement, (larger, resized) = where.code[part] >= 0, large.at(part)
        hashed = before[part] != _NONE, after[part] != _NONE
        both, one = statement & hashed[0] & hashed[1], statement & (hashed[0] != hashed[1])
        if not large.alike:  # results that are larger than the smaller limit have hashes of different parts
            both, one = both & ~larger, one | (both & larger)
        differs[part] = both & ((before[part] != after[part]) | resized)
        paired[part], single[part], sampled[part] = both, one, both & larger & ~differs[part]
    del before, after
    places = chosen(size, lambda part: differs[part])
    if not len(places):
        none = np.zeros(0, dtype=np.bool_)
        return Differing(paired, single, sampled, places, none, none)
    sums = [_column(where, run, "rows_hash_unordered", np.uint64)[places] for run in (first, second)]
    larger, resized = large.at(places)
    reordered = (sums[0] == sums[1]) & ~resized
    return Differing(paired, single, sampled, places, reordered, larger & ~resized & ~reordered)


def _column(where: Layout, run: Run, name: str, kind: type[np.generic]) -> NDArray[Any]:
    """Return a column of the statements that succeeded, by place (0: there is no value)."""
    values = column(len(where.code), kind)
    known = (pl.col("copy") == 0) & (pl.col("status").cast(pl.String) == Status.OK) & pl.col(name).is_not_null()
    for batch in batches(run.outcome_parts(), ["session", "seq", name], known):
        values[where.places(batch)] = batch[name].to_numpy()
    return values
