"""Lines of a plain log that differ from how the server writes them: without their tab, or with a carriage return.

The server writes a tab before each line that continues a text. Some collectors remove it: then a line without a prefix
may continue the record before it, or may be another program's. Such a record is joined and marked;
``incomplete_statements`` decides.
"""

from __future__ import annotations

import polars as pl

from pgrehearse.capture.formats.line_prefix import FOLLOWING, MAIN
from pgrehearse.capture.formats.records import CUT, JOINED

# Lines that the server itself writes without a prefix: its memory use, when it is out of memory.
_MEMORY = r"^\s*(?:Grand total: \d+ bytes|.*\d+ total in \d+ blocks; \d+ free)"
# A record with another prefix than the log's: this line and the lines after it continue no record.
_STAMPED = rf"^[^\n]*?\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d[^\n]*?(?:{'|'.join((*MAIN, *FOLLOWING))}):  "
# Texts with SQL of a client, which may have several lines.
_CLIENTS = r"^(?:[0-9A-Z]{5}: )?(?:duration: [0-9.]+ ms  )?(?:statement: |parse |bind |execute )"
_BOUND = r"^[Pp]arameters: |with parameters: "


def without_carriage_returns(texts: pl.Series) -> pl.Series:
    """Return texts without the carriage returns of Windows line ends.

    If the last line of a text ends in one, each of its lines does; in any other text, carriage returns are part of it.
    """
    ends = texts.str.ends_with("\r").fill_null(value=False)
    if not ends.any():
        return texts
    rows = ends.arg_true()
    bare = texts.gather(rows).str.replace_all("\r\n", "\n", literal=True).str.strip_suffix("\r")
    return texts.clone().scatter(rows, bare)


def join_unmarked(parsed: pl.DataFrame) -> pl.DataFrame:
    """Join lines without a prefix (*severity* null) to the line before them, if they may continue it.

    *parsed*: parsed lines (*severity*, *text*, *lines*, *doubt*).
    """
    stray = pl.col("severity").is_null()
    marked = parsed.with_columns((~stray).cum_sum().alias("owner"))
    bound = pl.col("severity").is_in(["DETAIL", "CONTEXT"])
    open_ended = bound | (pl.col("severity") == "STATEMENT") | pl.col("text").str.contains(_CLIENTS)
    owners = marked.filter(~stray & open_ended).select("owner")
    continues = ~pl.col("text").str.contains(_STAMPED).cum_max().over("owner") & ~pl.col("text").str.contains(_MEMORY)
    rest = marked.filter(stray).filter(continues).join(owners, on="owner", how="semi")
    filled = pl.col("text").str.strip_chars() != ""
    rest = rest.filter(filled.cum_max(reverse=True).over("owner"))  # blank lines after a text do not belong to it
    if rest.is_empty():
        return parsed
    more = rest.group_by("owner").agg(
        ("\n" + pl.col("text")).str.join("").alias("more"), pl.col("lines").sum().alias("count")
    )
    left = marked.join(rest.select("line"), on="line", how="anti", maintain_order="left")
    joined = left.join(more, on="owner", how="left", maintain_order="left")
    takes = ~stray & pl.col("more").is_not_null()
    doubt = pl.when(bound & pl.col("text").str.contains(_BOUND)).then(pl.lit(CUT)).when(~bound).then(pl.lit(JOINED))
    return joined.with_columns(
        pl.when(takes).then(pl.concat_str("text", "more")).otherwise("text").alias("text"),
        pl.when(takes).then(pl.col("lines") + pl.col("count")).otherwise("lines").alias("lines"),
        pl.when(takes).then(doubt).otherwise("doubt").alias("doubt"),
    ).drop("owner", "more", "count")
