"""Pairs of a statement and a decoded transaction that table and time leave open, by the constants in the statement's text.

A statement of the simple protocol contains its values. A pair is accepted if the rows of the transaction contain all constants that the INSERT writes, one
of them at least ``LEAST`` characters long, and if that is so for no other pair of the statement or of the transaction. A constant that the server stores in
another form (a date, a number with decimals) is not found: then nothing is accepted.
"""

from __future__ import annotations

import polars as pl

from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, Type
from pgrehearse.workload.sql.inserted_rows import inserted_constants

# The length of a constant that is not in other rows by coincidence.
LEAST = 4
_TRANSACTION = ["session", "transaction"]
_DECODED = ["database", "xid"]
_CONSTANT: dict[str, Type] = {"session": pl.Int32, "transaction": pl.Int32, "value": pl.Binary}


def shown_by_constants(possible: pl.DataFrame, workload: Workload, changes: pl.LazyFrame) -> pl.DataFrame:
    """Return the pairs among the *possible* ones that the constants show. Columns: at least session, transaction, database, xid."""
    if possible.is_empty():
        return possible
    constants = _constants(possible, workload)
    values = (
        changes.join(possible.lazy().select(_DECODED).unique(), on=_DECODED, how="semi")
        .select(*_DECODED, "values")
        .explode("values", empty_as_null=False)
        .select(*_DECODED, pl.col("values").alias("value"), pl.lit(value=True).alias("found"))
        .unique()
        .collect()
    )
    each = possible.join(constants, on=_TRANSACTION, how="inner").join(values, on=[*_DECODED, "value"], how="left")
    long = pl.col("value").bin.size() >= LEAST
    alike = each.group_by(*_TRANSACTION, *_DECODED).agg(
        pl.col("found").is_not_null().all().alias("all"), long.any().alias("long")
    )
    alike = alike.filter(pl.col("all") & pl.col("long"))
    only = (pl.len().over(_TRANSACTION) == 1) & (pl.len().over(_DECODED) == 1)
    return possible.join(alike.filter(only), on=[*_TRANSACTION, *_DECODED], how="semi")


def _constants(possible: pl.DataFrame, workload: Workload) -> pl.DataFrame:
    """Return the constants of the statements, one a row."""
    pairs = possible.lazy().select(_TRANSACTION).unique()
    events = workload.events().filter(IS_STATEMENT).select(*_TRANSACTION, "sql")
    texts = events.join(pairs, on=_TRANSACTION, how="semi").drop_nulls("sql").collect()
    rows = [
        (session, transaction, value.encode())
        for session, transaction, sql in texts.iter_rows()
        for value in inserted_constants(sql)
    ]
    return pl.DataFrame(rows, schema=_CONSTANT, orient="row").unique()
