"""The rows of statements whose answer depends on the clock, on both sides.

``where created_at > now() - interval '1 hour'`` finds nothing on a copy of last week's data, in no time: the row counts show it.
"""

from __future__ import annotations

import numpy as np
import polars as pl

from pgrehearse.compare.alignment import OK
from pgrehearse.compare.comparison import ClockComparison, ClockRows
from pgrehearse.compare.divergence import BothSides
from pgrehearse.compare.sides import Side


def clock_comparison(both: BothSides, facts: pl.DataFrame, sides: tuple[Side, Side]) -> ClockComparison:
    """Return the queries that depend on the clock, and the sides on which statements read production's time (a capture's did)."""
    production = [side.name for side in sides if side.run is None or side.run.manifest.plan.clock == "production"]
    return ClockComparison(clock_rows(both, facts), tuple(production))


def clock_rows(sides: BothSides, facts: pl.DataFrame) -> tuple[ClockRows, ...]:
    """Return the query keys that use the clock, with the rows of the executions that succeeded and were counted on both sides.

    *facts*: query_key, clock. A capture has no row counts: then every execution that was counted on the candidate is included.
    """
    where, baseline, candidate = sides.where, sides.baseline, sides.candidate
    is_clock = np.isin(where.keys, facts.filter("clock")["query_key"].to_list())
    counted = (where.code >= 0) & is_clock[where.code] & (candidate.status == OK) & (candidate.rows >= 0)
    has_rows = bool((baseline.rows >= 0).any())
    if has_rows:
        counted &= (baseline.status == OK) & (baseline.rows >= 0)
    places = np.flatnonzero(counted)
    code, size = where.code[places], len(where.keys)
    n = np.bincount(code, minlength=size)
    before, after = (np.bincount(code, weights=side.rows[places], minlength=size) for side in (baseline, candidate))
    rows = [
        ClockRows(*sides.sql(number), int(n[number]), int(before[number]) if has_rows else None, int(after[number]))
        for number in np.flatnonzero(n).tolist()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.n, row.query_key)))
