"""Lines of a plain log that do not look as the server writes them: without their tab, or with a carriage return.

The server puts a tab before each line that continues a text. Collectors take it off: then a line that begins nothing may
continue the record before it, or may come from elsewhere. Such a record is joined and marked; ``doubts`` decides.
"""

from __future__ import annotations

import polars as pl

from pgrehearse.capture.formats.line_prefix import FOLLOWING, MAIN
from pgrehearse.capture.formats.records import CUT, JOINED

# Lines that the server itself writes without a prefix: what its memory was spent on, when it ran out.
_MEMORY = r"^\s*(?:Grand total: \d+ bytes|.*\d+ total in \d+ blocks; \d+ free)"
# A record with another prefix than the log's: it, and what follows it, continues nothing.
_STAMPED = rf"^[^\n]*?\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d[^\n]*?(?:{'|'.join((*MAIN, *FOLLOWING))}):  "
# Texts that hold what a client sent, and may thus have several lines.
_CLIENTS = r"^(?:[0-9A-Z]{5}: )?(?:duration: [0-9.]+ ms  )?(?:statement: |parse |bind |execute )"
_BOUND = r"^[Pp]arameters: |with parameters: "


def without_returns(texts: pl.Series) -> pl.Series:
    """Return texts without the carriage return of Windows' line ends.

    A text whose last line ends in one was written so, and each of its lines ends in one; in any other they are the
    text's own.
    """
    ends = texts.str.ends_with("\r").fill_null(value=False)
    if not ends.any():
        return texts
    rows = ends.arg_true()
    bare = texts.gather(rows).str.replace_all("\r\n", "\n", literal=True).str.strip_suffix("\r")
    return texts.clone().scatter(rows, bare)


def unmarked(said: pl.DataFrame) -> pl.DataFrame:
    """Give lines that begin nothing (*severity* null) to the line before them, where they may continue it.

    *said*: lines parsed (*severity*, *text*, *lines*, *doubt*).
    """
    stray = pl.col("severity").is_null()
    marked = said.with_columns((~stray).cum_sum().alias("owner"))
    bound = pl.col("severity").is_in(["DETAIL", "CONTEXT"])
    open_ended = bound | (pl.col("severity") == "STATEMENT") | pl.col("text").str.contains(_CLIENTS)
    owners = marked.filter(~stray & open_ended).select("owner")
    ours = ~pl.col("text").str.contains(_STAMPED).cum_max().over("owner") & ~pl.col("text").str.contains(_MEMORY)
    rest = marked.filter(stray).filter(ours).join(owners, on="owner", how="semi")
    filled = pl.col("text").str.strip_chars() != ""
    rest = rest.filter(filled.cum_max(reverse=True).over("owner"))  # blank lines behind a text are none of it
    if rest.is_empty():
        return said
    more = rest.group_by("owner").agg(
        ("\n" + pl.col("text")).str.join("").alias("more"), pl.col("lines").sum().alias("count")
    )
    left = marked.join(rest.select("line"), on="line", how="anti", maintain_order="left")
    given = left.join(more, on="owner", how="left", maintain_order="left")
    takes = ~stray & pl.col("more").is_not_null()
    doubt = pl.when(bound & pl.col("text").str.contains(_BOUND)).then(pl.lit(CUT)).when(~bound).then(pl.lit(JOINED))
    return given.with_columns(
        pl.when(takes).then(pl.concat_str("text", "more")).otherwise("text").alias("text"),
        pl.when(takes).then(pl.col("lines") + pl.col("count")).otherwise("lines").alias("lines"),
        pl.when(takes).then(doubt).otherwise("doubt").alias("doubt"),
    ).drop("owner", "more", "count")
