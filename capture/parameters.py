"""The bound values of a statement, out of the log's text.

``Parameters: $1 = 'it''s', $2 = NULL``: values are quoted, only ``'`` is doubled, NULL stands bare. A value that
itself reads ``', $2 = '`` has its quotes doubled, so a scan for balanced quotes cannot be fooled.
"""

from __future__ import annotations

import polars as pl

from capture.records import restored

_VALUE = r"\$\d+ = (?:NULL|'(?:[^']|'')*')"
_ON_ERROR = r"(?s)portal(?: \".*?\")? with parameters: (.*)$"


def parameters(details: pl.Series) -> pl.Series:
    """Return each detail's values as a list of binaries (null: a NULL; a null list: no parameters logged)."""
    texts = details.drop_nulls().unique()
    texts = texts.filter(texts.str.contains(r"^[Pp]arameters: "))
    if texts.is_empty():
        return pl.Series(details.name, [None] * len(details), dtype=pl.List(pl.Binary))
    found = pl.DataFrame({"detail": texts}).select("detail", pl.col("detail").str.extract_all(_VALUE).alias("pairs"))
    values = found.explode("pairs", empty_as_null=True).with_columns(
        pl.col("pairs").str.replace(r"^\$\d+ = ", "").alias("value")
    )
    text = pl.when(pl.col("value") != "NULL").then(
        pl.col("value").str.slice(1).str.head(-1).str.replace_all("''", "'", literal=True)
    )
    plain = values.select("detail", text.alias("value"))
    binary = plain.select("detail", restored(plain["value"]).alias("value"))
    lists = binary.group_by("detail", maintain_order=True).agg("value")
    return pl.DataFrame({"detail": details}).join(lists, on="detail", how="left", maintain_order="left")["value"]


def on_error(contexts: pl.Series) -> pl.Series:
    """Return ``unnamed portal with parameters: ...`` contexts in the form of a detail (null elsewhere)."""
    return pl.DataFrame({"c": contexts}).select("parameters: " + pl.col("c").str.extract(_ON_ERROR)).to_series()
