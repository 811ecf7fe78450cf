"""Which columns of a decoded row got their value from the column's default: its statement did not give one.

A row that a trigger or a function inserted may have any of its values from a default. With ON CONFLICT the defaults of rows that were not inserted
were evaluated too: if some were not, the inserted rows do not show which evaluation made which value.
"""

from __future__ import annotations

import polars as pl

from pgrehearse.capture.decode.statements import Written

_STATEMENT = ["session", "seq", "relation"]


def by_default(rows: pl.LazyFrame, written: Written) -> pl.LazyFrame:
    """Return the columns of each inserted row whose statement is known: place, by_default.

    *rows*: place, session, seq, own, relation, action, columns.
    """
    all_given = pl.col("named").is_null().any()
    named = (
        written.statements.select("session", "seq", "shape")
        .join(written.targets, on="shape", how="inner")
        .group_by("session", "seq", pl.col("target").alias("relation"))
        .agg(
            pl.when(~all_given).then(pl.col("named").explode(empty_as_null=False).unique().implode()).first(),
            pl.col("conflicts").any(),
            pl.when(pl.len() == 1).then(pl.col("tried").first()).alias("tried"),
        )
    )
    inserted = rows.filter((pl.col("action").cast(pl.String) == "insert") & pl.col("seq").is_not_null())
    found = pl.col("own").sum().over(_STATEMENT)
    each = inserted.join(named.lazy(), on=_STATEMENT, how="left", maintain_order="left")
    unequal = pl.col("conflicts").fill_null(value=False) & (pl.col("tried") == found).fill_null(value=False).not_()
    given = pl.when(pl.col("named").is_null() | unequal).then("columns").otherwise("named")
    left = pl.when("own").then(pl.col("columns").list.set_difference(given)).otherwise("columns")
    return each.select("place", left.alias("by_default"))
