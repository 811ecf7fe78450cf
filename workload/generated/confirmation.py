"""Which draws a later use confirms: the first use of an id is in the session that drew it, if it is in the same transaction.

No other session can see a row before its transaction has committed. A *run* is a series of draws of one transaction without a use
between them; the ids that are first used behind it, in ascending order, are those of its draws, if they are as many. Outside a
transaction the ids that a session uses after one drawing statement are that statement's. Of all other uses, in any session, one shows
whose id it is if only one draw can have it (``possible_ids``).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
import polars as pl

from pgrehearse.workload.arrays import Flags, Ints
from pgrehearse.workload.generated.possible_ids import Possible, free_ids

_TRANSACTION = ("sequence", "session", "transaction")
# A draw that can have more ids than that overlapped with so many others that a use hardly shows which one it was.
_MOST_IDS = 64


@dataclass(frozen=True, slots=True)
class _Runs:
    """Draws and uses in the order of their sequences, sessions, transactions and statements, with the *run* that each is in.

    *draw*, *used*: rows of the draws and of the uses (-1: it is the other one). *known*: it is one draw.
    """

    run: Ints
    draw: Ints
    used: Ints
    known: Flags

    @property
    def drawn(self) -> Ints:
        """How many draws each run has."""
        return np.bincount(self.run, weights=self.draw >= 0).astype(np.int64)

    @property
    def matching(self) -> Flags:
        """Which runs have as many first uses as draws."""
        used = np.bincount(self.run, weights=self.used >= 0)
        unknown = np.bincount(self.run, weights=~self.known)
        found: Flags = (self.drawn == used) & (unknown == 0)
        return found


def _runs(units: pl.DataFrame, uses: pl.DataFrame) -> _Runs:
    """Return the runs of all transactions. A use in the statement of a draw is before it."""
    both = pl.concat(
        [
            units.select(*_TRANSACTION, "seq", "known"),
            uses.select(*_TRANSACTION, "seq", pl.lit(value=True).alias("known")),
        ]
    ).with_columns(pl.col("sequence").cast(pl.Categorical).to_physical())
    sequence, session, transaction, seq = (both[name].cast(pl.Int64).to_numpy() for name in (*_TRANSACTION, "seq"))
    entry = np.arange(both.height)
    order = np.lexsort((entry, entry < units.height, seq, transaction, session, sequence))
    use = order >= units.height
    begins = ~use & np.append(False, use[:-1])[: len(use)]
    begins[:1] = True
    for column in (sequence, session, transaction):
        begins[1:] |= np.diff(column[order]) != 0
    return _Runs(
        np.cumsum(begins) - 1,
        np.where(use, -1, order),
        np.where(use, order - units.height, -1),
        both["known"].to_numpy()[order],
    )


def confirmed(units: pl.DataFrame, uses: pl.DataFrame, pooled: pl.Series) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the rows of *units* with the id that uses show (row, id, strong: in its transaction), and the runs with another number
    of uses than of draws (row, id: lists).

    *units*: row (0, 1 ...), sequence, session, transaction, seq, known; *uses*: sequence, session, transaction, seq, id. *pooled*: the
    sessions that have transactions of many clients: what another transaction of them uses shows nothing.
    """
    found = _runs(units, uses)
    matching, drawn = found.matching[found.run], found.drawn[found.run]
    is_draw, ids = found.draw >= 0, uses["id"].to_numpy()
    pairs = np.flatnonzero(~is_draw & matching)
    ascending = pairs[np.lexsort((ids[found.used[pairs]], found.run[pairs]))]
    shown = pl.DataFrame({"row": found.draw[is_draw & matching], "id": ids[found.used[ascending]]})
    others = ~is_draw & ~matching & (drawn > 0)
    used = pl.DataFrame({"run": found.run[others], "id": ids[found.used[others]]}).group_by("run").agg("id")
    draws = pl.DataFrame({"run": found.run[is_draw], "row": found.draw[is_draw]}).group_by("run").agg("row")
    rest = draws.join(used, on="run", how="inner").select("row", "id")
    apart = uses[found.used[~is_draw & (drawn == 0)]].filter(~pl.col("session").is_in(pooled.implode()))
    alone = _outside(units, apart).join(shown, on="row", how="anti")
    strong = pl.lit(value=True).alias("strong")
    return pl.concat([shown.with_columns(strong), alone.with_columns(~strong)]), rest


def _outside(units: pl.DataFrame, uses: pl.DataFrame) -> pl.DataFrame:
    """Return the ids that a session uses behind a drawing statement of another transaction, if they are as many as it drew."""
    statements = units.group_by("sequence", "session", "seq", maintain_order=True)
    last = (
        statements.agg(pl.col("row").cast(pl.Int64), pl.col("known").all())
        .with_columns(pl.col("seq").alias("drawn"))
        .sort("seq")
    )
    found = uses.sort("seq").join_asof(
        last,
        on="seq",
        by=["sequence", "session"],
        strategy="backward",
        allow_exact_matches=False,
        check_sortedness=False,
    )
    return (
        found.drop_nulls("drawn")
        .sort("id")
        .group_by("sequence", "session", "drawn", maintain_order=True)
        .agg(pl.col("row").first(), pl.col("known").first(), "id")
        .filter(pl.col("known") & (pl.col("row").list.len() == pl.col("id").list.len()))
        .explode("row", "id")
        .select("row", "id")
    )


def consistent(after: Ints, before: Ints, ids: Ints) -> Flags:
    """Return which confirmed draws fit together: of two draws that do not overlap, the later one has the larger id.

    The draws are in their estimated order. The longest ascending series of ids is kept, and every other draw that fits to all of it.
    """
    keep = _ascending(ids)
    if keep.all():
        return keep
    order = np.argsort(before[keep], kind="stable")
    place = np.searchsorted(before[keep][order], after, side="left")
    low = np.append(-1, np.maximum.accumulate(ids[keep][order]))[place]
    order = np.argsort(after[keep], kind="stable")
    place = np.searchsorted(after[keep][order], before, side="right")
    high = np.append(np.minimum.accumulate(ids[keep][order][::-1])[::-1], np.iinfo(np.int64).max)[place]
    fits: Flags = (ids > low) & (ids < high)
    _, first = np.unique(ids, return_index=True)
    once = np.zeros(len(ids), dtype=np.bool_)
    once[first] = True
    return keep | (fits & once & ~np.isin(ids, ids[keep]))


def _ascending(ids: Ints) -> Flags:
    """Return which ids are in the longest strictly ascending series (patience sorting; 0.3 us an id)."""
    tops: list[int] = []
    at: list[int] = []
    previous = np.full(len(ids), -1, dtype=np.int64)
    for row, number in enumerate(ids.tolist()):
        place = bisect_left(tops, number)
        if place:
            previous[row] = at[place - 1]
        if place == len(tops):
            tops.append(number)
            at.append(row)
        else:
            tops[place], at[place] = number, row
    keep = np.zeros(len(ids), dtype=np.bool_)
    row = at[-1] if at else -1
    while row >= 0:
        keep[row] = True
        row = int(previous[row])
    return keep


def nearest(rest: pl.DataFrame, estimates: Ints, free: Flags) -> pl.DataFrame:
    """Return for the uses in runs with another number of draws the *free* draw of the run whose estimated id is nearest (row, id)."""
    runs = rest.with_row_index("run")
    draws = runs.select("run", "row").explode("row")
    rows = draws["row"].to_numpy()
    near = draws.with_columns(pl.Series("id", estimates[rows])).filter(pl.Series(free[rows])).sort("id")
    used = runs.select("run", "id").explode("id").filter(pl.col("id") >= 0).sort("id")
    found = used.join_asof(near, on="id", by="run", strategy="nearest", check_sortedness=False)
    return found.drop_nulls("row").unique("row", keep="first", maintain_order=True).select("row", "id")


def only_draws(possible: Possible, origin: pl.DataFrame, uses: pl.DataFrame) -> pl.DataFrame:
    """Return the draws that alone can have an id that was used (row, id).

    A session uses ids that it drew itself before, or those of rows that are visible. *origin*: session, seq, visible of all draws;
    *uses*: id, session, seq, last_record.
    """
    size = possible.high - possible.low + 1
    size = np.where((size > 0) & (size <= _MOST_IDS), size, 0)
    owner = np.repeat(np.arange(len(size)), size)
    number = possible.low[owner] + np.arange(len(owner)) - (np.cumsum(size) - size)[owner]
    rows = possible.rows[owner]
    pairs = origin[rows].with_columns(pl.Series("row", rows), pl.Series("id", free_ids(number, possible.taken)))
    own = (pl.col("session") == pl.col("session_use")) & (pl.col("seq") < pl.col("seq_use"))
    visible = (pl.col("visible") < pl.col("last_record")).fill_null(value=False)
    fitting = pairs.join(uses, on="id", how="inner", suffix="_use").filter(own | visible)
    alone = fitting.filter(pl.len().over("id") == 1)
    return alone.filter(pl.len().over("row") == 1).select("row", "id")
