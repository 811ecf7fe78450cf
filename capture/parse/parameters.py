"""The bound values of a statement, from the log's text.

``Parameters: $1 = 'it''s', $2 = NULL``: values are quoted, only ``'`` is doubled, NULL is not quoted. A value that
is itself ``', $2 = '`` has its quotes doubled, so a scan for balanced quotes finds the right end.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import polars as pl

from pgrehearse.capture.input.raw_bytes import unescape_column

_VALUE = r"\$\d+ = (?:NULL|'(?:[^']|'')*')"
_BEGIN = re.compile(r"(?s)^[Pp]arameters: |portal(?: \".*?\")? with parameters: ")
_ON_ERROR = r"(?s)portal(?: \".*?\")? with parameters: (.*)$"


def parameters(details: pl.Series) -> pl.Series:
    """Return each detail's values as a list of binaries (null: a NULL; a null list: no parameters logged)."""
    texts = details.drop_nulls().unique()
    texts = texts.filter(texts.str.contains(r"^[Pp]arameters: "))
    if texts.is_empty():
        return pl.Series(details.name, [None] * len(details), dtype=pl.List(pl.Binary))
    pairs = pl.DataFrame({"detail": texts}).select("detail", pl.col("detail").str.extract_all(_VALUE).alias("pairs"))
    values = pairs.explode("pairs", empty_as_null=True).with_columns(
        pl.col("pairs").str.replace(r"^\$\d+ = ", "").alias("value")
    )
    text = pl.when(pl.col("value") != "NULL").then(
        pl.col("value").str.slice(1).str.head(-1).str.replace_all("''", "'", literal=True)
    )
    plain = values.select("detail", text.alias("value"))
    binary = plain.select("detail", unescape_column(plain["value"]).alias("value"))
    lists = binary.group_by("detail", maintain_order=True).agg("value")
    return pl.DataFrame({"detail": details}).join(lists, on="detail", how="left", maintain_order="left")["value"]


def error_parameters(contexts: pl.Series) -> pl.Series:
    """Return ``unnamed portal with parameters: ...`` contexts as details (null elsewhere)."""
    return pl.DataFrame({"c": contexts}).select("parameters: " + pl.col("c").str.extract(_ON_ERROR)).to_series()


def rewritten(text: str, change: Callable[[list[str | None]], list[str | None]]) -> str:
    """Return a detail, or the context of an error, with its bound values changed; any other text is unchanged."""
    begin = _BEGIN.search(text)
    if begin is None:
        return text
    pairs = re.findall(_VALUE, text[begin.end() :])
    values = [pair.partition(" = ")[2] for pair in pairs]
    old = [None if value == "NULL" else value[1:-1].replace("''", "'") for value in values]
    new = change(old)
    if new == old:
        return text
    quoted = ("NULL" if value is None else "'" + value.replace("'", "''") + "'" for value in new)
    return text[: begin.end()] + ", ".join(f"${number} = {value}" for number, value in enumerate(quoted, 1))
