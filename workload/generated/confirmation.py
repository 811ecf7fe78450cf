"""Which draws a later use confirms: the first use of an id is in the session that drew it, if it is in the same transaction.

No other session can see a row before its transaction has committed. A *run* is a series of draws of one transaction without a use
between them; the ids that are first used behind it, in ascending order, are those of its draws, if they are as many. Outside a
transaction the ids that a session uses after one drawing statement are that statement's.
"""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
import polars as pl

from pgrehearse.workload.arrays import Flags, Ints

_TRANSACTION = ("sequence", "session", "transaction")


def runs(units: pl.DataFrame, uses: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the units and the uses, each with its ``run`` (in a transaction; null: none) and its ``rank`` in it, from 0.

    *units*: row, sequence, session, transaction, seq, known; *uses*: sequence, session, transaction, seq, id.
    """
    columns = [*_TRANSACTION, "seq", "use", "row", "id", "known"]
    both = pl.concat(
        [
            units.with_columns(pl.lit(value=False).alias("use"), pl.lit(None, pl.Int64).alias("id")).select(columns),
            uses.with_columns(
                pl.lit(value=True).alias("use"),
                pl.lit(None, units["row"].dtype).alias("row"),
                pl.lit(value=True).alias("known"),
            ).select(columns),
        ]
    ).sort(*_TRANSACTION, "seq", pl.col("use").not_(), "row")
    turn = ~pl.col("use") & pl.col("use").shift(1).over(_TRANSACTION).fill_null(value=True)
    both = both.with_columns(turn.cum_sum().over(_TRANSACTION).alias("turn")).with_columns(
        pl.struct(*_TRANSACTION, "turn").rank("dense").alias("run"),
        pl.len().over(*_TRANSACTION, "turn", "use").alias("size"),
        (pl.col("known").all() & (pl.col("turn") > 0)).over(*_TRANSACTION, "turn").alias("known"),
    )
    drawn = both.filter(~pl.col("use")).with_columns(pl.int_range(pl.len()).over("run").alias("rank"))
    used = (
        both.filter("use")
        .sort("run", "id")
        .with_columns(pl.int_range(pl.len()).over("run").alias("rank"))
        .with_columns(pl.when(pl.col("turn") > 0).then("run").alias("run"))
    )
    return drawn.select("row", "run", "rank", "size", "known"), used.select(
        "sequence", "session", "seq", "run", "rank", "size", "known", "id"
    )


def confirmed(units: pl.DataFrame, uses: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the rows of *units* with the id that uses show (row, id, strong: in its transaction), and the uses of runs with another number
    of draws, each with every draw of its run (run, id, row)."""
    drawn, used = runs(units, uses)
    pairs = drawn.filter("known").join(used.filter("known"), on=["run", "rank"], how="inner", suffix="_used")
    matching = pairs.filter(pl.col("size") == pl.col("size_used")).select("row", "id", "sequence")
    unmatched = used.join(matching, on=["sequence", "id"], how="anti")
    rest = unmatched.drop_nulls("run").select("run", "id").join(drawn.select("run", "row"), on="run", how="inner")
    alone = _outside(units, used.filter(pl.col("run").is_null()).drop("known")).join(matching, on="row", how="anti")
    return pl.concat(
        [
            matching.select("row", "id", pl.lit(value=True).alias("strong")),
            alone.with_columns(pl.lit(value=False).alias("strong")),
        ]
    ), rest


def _outside(units: pl.DataFrame, uses: pl.DataFrame) -> pl.DataFrame:
    """Return the ids that a session uses behind a drawing statement of another transaction, if they are as many as it drew."""
    last = units.group_by("sequence", "session", "seq").agg("row", pl.col("known").all()).sort("session", "seq")
    found = (
        uses.with_columns(pl.col("seq") - 1)
        .sort("session", "seq")
        .join_asof(
            last.with_columns(pl.col("seq").alias("drawn")),
            on="seq",
            by=["sequence", "session"],
            strategy="backward",
            check_sortedness=False,
        )
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


def nearest(rest: pl.DataFrame, first: Ints) -> pl.DataFrame:
    """Return for uses of runs with other numbers the draws whose estimated ids are nearest (row, id). *first*: the estimates."""
    if rest.is_empty():
        return pl.DataFrame(schema={"row": rest["row"].dtype, "id": pl.Int64})
    distance = rest.with_columns((pl.Series(first[rest["row"].to_numpy()]) - pl.col("id")).abs().alias("distance"))
    return (
        distance.sort("distance", "row")
        .unique("id", keep="first", maintain_order=True)
        .unique("row", keep="first", maintain_order=True)
        .select("row", "id")
    )
