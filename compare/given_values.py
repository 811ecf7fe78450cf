"""The executions for which both sides had production's ids or production's time: their rows can be compared.

Rows of other statements that generate ids or read the clock differ between any two replays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.compare.alignment import Layout, Mask
from pgrehearse.compare.columns import column, parts
from pgrehearse.runs.id_methods import method_words
from pgrehearse.runs.read import Run
from pgrehearse.workload.arrays import Ints
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, ClockPlace, How
from pgrehearse.workload.sql.clock_text import clock_text

# Why the rows of an execution cannot be compared: not at all, or because of the clock, or of generated values.
NOTHING, BY_CLOCK, BY_IDS = range(3)
_GIVEN_CLOCK = [ClockPlace.TEXT.value, ClockPlace.DEFAULT.value]


@dataclass(frozen=True, slots=True)
class GivenValues:
    """*obstacle*: by place, why its rows cannot be compared (``NOTHING``, ...). *ids*: place and *how* of the executions whose ids both sides had;
    *columns*: (table, column) of those that these ids fill on both sides, if every draw could get them (else none)."""

    obstacle: NDArray[np.uint8]
    ids: pl.DataFrame
    columns: frozenset[tuple[str, str]]

    def methods(self, places: Ints) -> str:
        """Return how the ids of some executions are known, in words ("": they drew none)."""
        drawn = self.ids.filter(pl.col("place").is_in(places))["how"].explode(empty_as_null=False)
        return method_words(Counter(drawn.to_list()))


def given_values(
    where: Layout, workload: Workload, runs: tuple[Run, Run], facts: pl.DataFrame, keys: Collection[str]
) -> GivenValues:
    """Return which executions had production's values on both sides. *facts*: query_key, clock, generated; *keys*: of the queries
    whose texts are read."""
    timed = _with_production_time(workload, runs, facts.filter("clock", pl.col("query_key").is_in(list(keys))))
    ids, columns = _with_production_ids(where, workload, runs)
    known = {row["query_key"]: row for row in facts.iter_rows(named=True)}
    clock = np.array([bool(known[key]["clock"]) and key not in timed for key in where.keys], dtype=np.bool_)
    generated = np.array([bool(known[key]["generated"]) for key in where.keys], dtype=np.bool_)
    size = len(where.code)
    given: Mask = column(size, np.bool_)
    given[ids["place"].to_numpy()] = True
    obstacle: NDArray[np.uint8] = column(size, np.uint8, NOTHING)
    for part in parts(size):
        code = where.code[part]
        made = np.where(generated[code] & ~given[part], BY_IDS, NOTHING)
        obstacle[part] = np.where(clock[code], BY_CLOCK, made)
    return GivenValues(obstacle, ids, columns)


def _with_production_ids(
    where: Layout, workload: Workload, runs: tuple[Run, Run]
) -> tuple[pl.DataFrame, frozenset[tuple[str, str]]]:
    """Return the executions all of whose draws had known ids on both sides (place, how), and the columns that are filled."""
    facts = [run.manifest.ids for run in runs]
    nothing = pl.DataFrame(schema={"place": pl.Int64, "how": pl.List(pl.String)})
    if facts[0] is None or facts[1] is None:
        return nothing, frozenset()
    first, second = (
        {one.sequence: (sorted(one.known.items()), sorted(one.columns)) for one in each.sequences}
        for each in (facts[0], facts[1])
    )
    same = [name for name, of_sequence in first.items() if second.get(name) == of_sequence]
    replayed = pl.Series(np.flatnonzero(where.offsets[0] >= 0)) if len(where.offsets) else pl.Series([], dtype=pl.Int64)
    whole = (
        pl.col("sequence").is_in(same)
        & pl.col("ids").list.eval(pl.element().is_not_null()).list.all()
        & ~pl.col("how").list.contains(How.UNKNOWN.value)
    )
    drawn = (
        workload.pins()
        .filter(pl.col("session").is_in(replayed))
        .group_by("session", "seq")
        .agg(whole.all().fill_null(value=False).alias("whole"), pl.col("how").explode(empty_as_null=False))
        .filter("whole")
    )
    ids = drawn.select(pl.Series("place", where.places(drawn), dtype=pl.Int64), "how")
    complete = not any(each.not_given or each.named for each in (facts[0], facts[1]))
    columns = (column.split(".") for name in same for column in first[name][1])
    return ids, frozenset((parts[-2], parts[-1]) for parts in columns if len(parts) > 1 and complete)


def _with_production_time(workload: Workload, runs: tuple[Run, Run], clocked: pl.DataFrame) -> set[str]:
    """Return which query keys read production's time in all their executions on both sides, by the texts that were sent."""
    facts = [run.manifest.clock for run in runs]
    if clocked.is_empty() or any(one is None or one.way != "statements" for one in facts):
        return set()
    shapes = workload.shapes().filter(pl.col("query_key").is_in(clocked["query_key"].implode()))
    elsewhere = ~pl.col("clock_in").list.set_difference(pl.lit(_GIVEN_CLOCK)).list.len().eq(0)
    left = set(shapes.filter(elsewhere.fill_null(value=True))["query_key"])
    texts = (
        workload.events()
        .filter(IS_STATEMENT & pl.col("shape").is_in(shapes["shape"].implode()))
        .select("shape", "sql")
        .drop_nulls("sql")
        .unique()
        .collect()
        .join(shapes.select("shape", "query_key"), on="shape")
    )
    left |= {key for key, sql in texts.select("query_key", "sql").unique().iter_rows() if clock_text(sql).left}
    return set(clocked["query_key"]) - left
