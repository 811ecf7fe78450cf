"""The bound values of a statement, out of the log's text.

``Parameters: $1 = 'it''s', $2 = NULL``: values are quoted, only ``'`` is doubled, NULL stands bare. A value that
itself reads ``', $2 = '`` has its quotes doubled, so a scan for balanced quotes cannot be fooled.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import polars as pl

from pgrehearse.capture.formats.records import restored

_VALUE = r"\$\d+ = (?:NULL|'(?:[^']|'')*')"
_BEGIN = re.compile(r"(?s)^[Pp]arameters: |portal(?: \".*?\")? with parameters: ")
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


def rewritten(told: str, change: Callable[[list[str | None]], list[str | None]]) -> str:
    """Return a detail, or the context of an error, with its bound values changed; any other text stays."""
    begin = _BEGIN.search(told)
    if begin is None:
        return told
    pairs = re.findall(_VALUE, told[begin.end() :])
    values = [text.partition(" = ")[2] for text in pairs]
    old = [None if value == "NULL" else value[1:-1].replace("''", "'") for value in values]
    new = change(old)
    if new == old:
        return told
    said = ("NULL" if value is None else "'" + value.replace("'", "''") + "'" for value in new)
    return told[: begin.end()] + ", ".join(f"${number} = {value}" for number, value in enumerate(said, 1))
