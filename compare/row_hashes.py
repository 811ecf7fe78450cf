"""The executions whose rows differ between two runs, by the hashes that both recorded.

Memory: 8 bytes for each place and run, one column at a time; what remains are two flags for each place.
"""

from __future__ import annotations

from dataclasses import dataclass

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
    """*paired*, *single*: by place of a statement, whether both runs have a hash, or only one. *places*: where rows differ, in order; *reordered*: which of
    these have the same rows in another order."""

    paired: Mask
    single: Mask
    places: Ints
    reordered: Mask


def differing(where: Layout, first: Run, second: Run) -> Differing:
    """Compare the rows of two runs: of statements that succeeded, in the first copy of each session."""
    before, after = (_hashes(where, run, "rows_hash") for run in (first, second))
    statement = where.code >= 0
    paired, single = (
        statement & (before != _NONE) & (after != _NONE),
        statement & ((before != _NONE) != (after != _NONE)),
    )
    places = np.flatnonzero(paired & (before != after))
    del before, after
    if not len(places):
        return Differing(paired, single, places, np.zeros(0, dtype=np.bool_))
    sums = [_hashes(where, run, "rows_hash_unordered")[places] for run in (first, second)]
    return Differing(paired, single, places, sums[0] == sums[1])


def _hashes(where: Layout, run: Run, column: str) -> NDArray[np.uint64]:
    """Return a column of hashes by place (0: there is none)."""
    hashes = np.zeros(len(where.code), dtype=np.uint64)
    hashed = (pl.col("copy") == 0) & (pl.col("status").cast(pl.String) == Status.OK) & pl.col(column).is_not_null()
    for batch in batches(run.outcome_parts(), ["session", "seq", column], hashed):
        hashes[where.places(batch)] = batch[column].to_numpy()
    return hashes
