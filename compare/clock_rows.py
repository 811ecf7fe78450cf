"""The rows of statements whose answer depends on the clock, on both sides.

``where created_at > now() - interval '1 hour'`` finds nothing on a copy of last week's data, in no time: the row counts show it.
"""

from __future__ import annotations

import numpy as np
import polars as pl

from pgrehearse.compare.columns import parts
from pgrehearse.compare.comparison import ClockComparison, ClockRows
from pgrehearse.compare.divergence import BothSides
from pgrehearse.compare.sides import Side
from pgrehearse.runs.run_facts import ClockFacts
from pgrehearse.workload.schema import ClockPlace


def clock_comparison(both: BothSides, facts: pl.DataFrame, sides: tuple[Side, Side]) -> ClockComparison:
    """Return the queries that depend on the clock, and the sides on which statements read production's time (a capture's did)."""
    production = [side.name for side in sides if side.run is None or side.run.manifest.plan.clock == "production"]
    run = sides[1].run
    places = target_places(run.manifest.clock) if run is not None and sides[1].name in production else frozenset()
    kept = facts.filter(pl.col("clock_in").list.eval(pl.element().is_in(sorted(places))).list.any())
    return ClockComparison(clock_rows(both, facts), tuple(production), tuple(sorted(kept["query_key"])))


# The kinds of objects through which a statement uses the clock in a place, beside its text.
_KINDS = {
    ClockPlace.VIEW: {"view", "function"},
    ClockPlace.FUNCTION: {"function"},
    ClockPlace.POLICY: {"policy", "function"},
}


def target_places(clock: ClockFacts | None) -> frozenset[str]:
    """Return where statements of a replay with production's time may read the target's: objects were not replaced, or some were not."""
    if clock is None or clock.way == "server":
        return frozenset()
    left = {name.partition(" ")[0] for name in clock.left}
    return frozenset(place.value for place, kinds in _KINDS.items() if not clock.definitions or kinds & left)


def clock_rows(sides: BothSides, facts: pl.DataFrame) -> tuple[ClockRows, ...]:
    """Return the query keys that use the clock, with the rows of the executions that succeeded and were counted on both sides.

    *facts*: query_key, clock. A capture has no row counts: then every execution that was counted on the candidate is included.
    """
    baseline, size = sides.baseline.rows, len(sides.where.keys)
    is_clock = np.isin(sides.where.keys, facts.filter("clock")["query_key"].to_list())
    has_rows = any((baseline[part] >= 0).any() for part in parts(len(baseline)))
    n, before, after = np.zeros((3, size))
    for code, *rows_of_sides in sides.counted(both=has_rows):
        n += np.bincount(code, minlength=size) * is_clock
        before += np.bincount(code, weights=rows_of_sides[0], minlength=size)
        after += np.bincount(code, weights=rows_of_sides[1], minlength=size)
    rows = [
        ClockRows(*sides.sql(number), int(n[number]), int(before[number]) if has_rows else None, int(after[number]))
        for number in np.flatnonzero(n).tolist()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.n, row.query_key)))
