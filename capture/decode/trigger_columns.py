"""Which columns hold the ids that triggers draw, found by the values of decoded rows.

A trigger may draw from a sequence that is the default of no column (``values (nextval('audit_numbers'), ...)``). The catalog does not show where such
an id is stored. The deduction shows which statements drew from the sequence, and which ids. A column of the rows that their triggers inserted holds
these ids if all of its values are among them, all of them differ, and either the trigger's code gives it nextval of the sequence, or they are not just
values of the rows that fired the trigger. (Where each row that fires the trigger draws an id too, both sequences can have the same values in all rows: then only
the code shows which column is a copy.) If not exactly one column is like that, or there are few rows, nothing is decoded for the sequence.
"""

from __future__ import annotations

from collections.abc import Sequence as Values

import polars as pl

from pgrehearse.capture.decode.join import Joined
from pgrehearse.workload.catalog.model import ServerCatalog
from pgrehearse.workload.generated.facts import Sequence
from pgrehearse.workload.schema import Type

_COLUMN: dict[str, Type] = {
    "database": pl.String,
    "schema": pl.String,
    "relation": pl.String,
    "column": pl.String,
    "sequence": pl.String,
}
# A column of a table, and the sequence that fills it.
COLUMNS = pl.Schema(_COLUMN)
# The fewest rows that show a column: values of a few rows may be ids of the sequence by coincidence.
LEAST_ROWS = 10


def code_columns(server: ServerCatalog | None) -> pl.DataFrame:
    """Return the columns (``COLUMNS``) that the code of triggers and functions gives nextval of a sequence, by the catalog (None: no catalog)."""
    rows = [
        (database, *one.relation.partition(".")[::2], name, one.sequence)
        for database, catalog in (server.databases if server else {}).items()
        for one in catalog.ids.filled
        if (name := one.name or next(iter(catalog.columns.get(one.relation, ())[one.place : one.place + 1]), ""))
    ]
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")


def trigger_columns(
    changes: pl.LazyFrame, joined: Joined, pins: pl.DataFrame, sequences: Values[Sequence], by_code: pl.DataFrame
) -> pl.DataFrame:
    """Return the columns (``COLUMNS``) that hold ids of the *sequences* that no default uses. *pins*: as deduced. *by_code*: columns (``COLUMNS``)
    that code gives nextval of a sequence."""
    free = [one.name for one in sequences if not one.columns]
    executions = pins.filter(pl.col("sequence").is_in(free)).select("session", "seq", "sequence", "ids")
    if executions.is_empty():
        return pl.DataFrame(schema=COLUMNS)
    cells = _integers(changes, joined, executions)
    fired_by = cells.filter("own").select("session", "seq", "id", pl.lit(value=True).alias("copied")).unique()
    drawn = executions.explode("ids").select("sequence", pl.col("ids").alias("id"), pl.lit(value=True).alias("drawn"))
    made = (
        cells.filter(~pl.col("own"))
        .join(executions.drop("ids"), on=["session", "seq"], how="inner")
        .join(drawn.unique(), on=["sequence", "id"], how="left")
        .join(fired_by, on=["session", "seq", "id"], how="left")
    )
    columns = made.group_by(list(COLUMNS)).agg(
        pl.len().alias("rows"),
        pl.col("id").n_unique().alias("different"),
        pl.col("drawn").count(),
        pl.col("copied").count(),
    )
    rows = pl.col("rows")
    of_code = by_code.unique().with_columns(pl.lit(value=True).alias("of_code"))
    possible = columns.join(of_code, on=list(COLUMNS), how="left").filter(
        (rows >= LEAST_ROWS) & (pl.col("different") == rows) & (pl.col("drawn") == rows)
    )
    holds = possible.filter(pl.col("of_code").fill_null(value=False) | (pl.col("copied") < rows))
    return holds.filter(pl.len().over("database", "sequence") == 1).select(*COLUMNS)


def _integers(changes: pl.LazyFrame, joined: Joined, executions: pl.DataFrame) -> pl.DataFrame:
    """Return the values of the rows of executions, one a row: database, schema, relation, column, session, seq, own, id (null: not an integer)."""
    rows = joined.rows.drop_nulls("seq").join(executions, on=["session", "seq"], how="semi")
    return (
        changes.filter(pl.col("action") == "insert")
        .join(rows.lazy(), on="place", how="inner")
        .explode("columns", "values", empty_as_null=False)
        .select(
            "database",
            "schema",
            "relation",
            pl.col("columns").alias("column"),
            "session",
            "seq",
            "own",
            pl.col("values").cast(pl.String, strict=False).cast(pl.Int64, strict=False).alias("id"),
        )
        .collect()
    )
