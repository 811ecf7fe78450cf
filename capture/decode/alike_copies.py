"""COPYs that table and time cannot distinguish, because they filled the same columns of one table at the same time: each gets the rows of one of them.

The log has neither their rows nor their number. Whichever COPY sends which rows, the table has the same rows in the end.
"""

from __future__ import annotations

import polars as pl

from pgrehearse.capture.decode.statements import Written

_TRANSACTION = ["session", "transaction"]
_DECODED_TRANSACTION = ["database", "xid"]
_KIND = ["target_schema", "target", "filled"]


def alike_copies(possible: pl.DataFrame, written: Written) -> pl.DataFrame:
    """Return pairs of a COPY and a decoded transaction, in the order of their ends: those of each group in which all statements are such COPYs,
    and that has as many of them as decoded transactions.

    *possible*: session, transaction, database, xid, *order* of the decoded transaction.
    """
    copies = written.statements.join(written.targets, on="shape", how="inner").select(
        *_TRANSACTION, "end_us", "copies", "target_schema", "target", pl.col("named").list.join(",").alias("filled")
    )
    pairs = _grouped(possible.join(copies, on=_TRANSACTION, how="left"))
    # A statement with several places that insert is there several times, with different kinds or as no COPY.
    alike = pl.col("copies").fill_null(value=False).all() & (pl.struct(_KIND).n_unique() == 1)
    pairs = pairs.filter(alike.over("group"))
    statements = pairs.select("group", *_TRANSACTION, "end_us").unique().sort("group", "end_us", *_TRANSACTION)
    decoded = pairs.select("group", *_DECODED_TRANSACTION, "order").unique().sort("group", "order")
    nth = pl.int_range(pl.len()).over("group").alias("nth")
    chosen = statements.with_columns(nth).join(
        decoded.with_columns(nth), on=["group", "nth"], how="full", coalesce=True
    )
    known = pairs.select(*_TRANSACTION, *_DECODED_TRANSACTION, pl.lit(value=True).alias("known"))
    checked = chosen.join(known, on=[*_TRANSACTION, *_DECODED_TRANSACTION], how="left")
    whole = checked.filter(pl.col("known").is_not_null().all().over("group"))
    return possible.join(whole, on=[*_TRANSACTION, *_DECODED_TRANSACTION], how="semi")


def _grouped(pairs: pl.DataFrame) -> pl.DataFrame:
    """Add ``group``: pairs that share a statement or a decoded transaction, directly or through other pairs, have the same."""
    grouped = pairs.with_row_index("group")
    while True:
        by_statement = grouped.with_columns(pl.col("group").min().over(_TRANSACTION))
        joined = by_statement.with_columns(pl.col("group").min().over(_DECODED_TRANSACTION))
        if joined["group"].equals(grouped["group"]):
            return joined
        grouped = joined
