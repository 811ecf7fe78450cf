"""What follows a failed statement in its transaction: every later statement fails with SQLSTATE 25P02, for the same reason."""

from __future__ import annotations

import polars as pl

ABORTED = "25P02"


def with_reason(rows: pl.DataFrame, failed: pl.Expr, reason: str) -> pl.DataFrame:
    """Return *rows* in which the statements of *failed* and the rest of their transactions have a *reason*.

    *rows*: session, copy, transaction, status, sqlstate, reason.
    """
    aborted = (pl.col("status").cast(pl.String) == "failed") & (pl.col("sqlstate") == ABORTED)
    follows = pl.col("transaction").is_not_null() & aborted & failed.any().over("session", "copy", "transaction")
    is_effect = (failed | follows).fill_null(value=False)
    return rows.with_columns(pl.when(is_effect).then(pl.lit(reason)).otherwise("reason").alias("reason"))
