"""Which values the defaults of columns have to return: production's values become settings that are sent before a statement.

A setting holds the session's queue for one column: values in the order of the statement's rows, as ``targets/sql/value_functions.sql``
reads them. The values are those of decoded rows whose statement did not give the column.
"""

from __future__ import annotations

import polars as pl
import pyarrow.parquet as pq

from pgrehearse.replay.prepare.pins import queued
from pgrehearse.workload.read import DECODED_ROWS, Workload
from pgrehearse.workload.schema import Type

# So many decoded rows are read at once.
_ROWS = 20_000
_ESCAPED = {"%": "%25", ",": "%2c", "*": "%2a", ">": "%3e"}
_VALUES: dict[str, Type] = {
    "session": pl.Int32,
    "seq": pl.Int32,
    "place": pl.String,
    "setting": pl.String,
    "value": pl.String,
}
VALUES = pl.Schema(_VALUES)


def default_columns(workload: Workload, places: pl.DataFrame) -> pl.DataFrame:
    """Return the columns of which decoded rows have values that their statements did not give: place, schema, relation, column.

    *places*: session, place (the database that the session is replayed to).
    """
    decoded = workload.decoded().filter(pl.col("by_default").list.len() > 0)
    columns = (
        decoded.select("session", "schema", "relation", "by_default")
        .explode("by_default")
        .rename({"by_default": "column"})
        .unique()
    )
    return columns.join(places.lazy(), on="session").drop("session").unique().sort(pl.all()).collect()


def values_of(workload: Workload, places: pl.DataFrame, given: pl.DataFrame) -> pl.DataFrame:
    """Return production's values for the columns *given* (place, schema, relation, column, setting), in the order of the rows (``VALUES``).

    A value is null if it is not UTF-8, and where production's is NULL.
    """
    if given.is_empty():
        return pl.DataFrame(schema=VALUES)
    wanted = ["session", "seq", "schema", "relation", "columns", "values", "by_default"]
    table = ["place", "schema", "relation"]
    tables = given.select(table).unique()
    frames = [pl.DataFrame(schema=VALUES)]
    with pq.ParquetFile(workload.home / DECODED_ROWS) as file:
        for batch in file.iter_batches(_ROWS, columns=wanted):
            rows = pl.DataFrame(pl.from_arrow(batch)).filter(pl.col("by_default").list.len() > 0)
            placed = rows.join(places, on="session", maintain_order="left").join(
                tables, on=table, how="semi", maintain_order="left"
            )
            cells = placed.explode("columns", "values", empty_as_null=False).rename({"columns": "column"})
            evaluated = cells.filter(pl.col("by_default").list.contains(pl.col("column")))
            found = evaluated.join(given, on=[*table, "column"], maintain_order="left")
            value = pl.col("values").cast(pl.String, strict=False).alias("value")
            frames.append(found.with_columns(value).select(*VALUES).cast(_VALUES))  # type: ignore[arg-type]
    return pl.concat(frames)


def value_settings(values: pl.DataFrame) -> pl.DataFrame:
    """Return the settings of each statement (``pins.PINS``). *values*: ``VALUES``."""
    text = pl.col("value")
    for letter, escaped in _ESCAPED.items():
        text = text.str.replace_all(letter, escaped, literal=True)
    item = pl.when(text == "").then(pl.lit("%00")).otherwise(text).fill_null("*").alias("item")
    return queued(values.select("session", "seq", "setting", item))
