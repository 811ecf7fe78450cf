"""Tags that applications put in SQL comments: sqlcommenter (``key='value'``, percent-encoded) and marginalia (``key:value``)."""

from __future__ import annotations

import polars as pl

_COMMENT = r"(?s)/\*(.*?)\*/"
_TAGGED = r"[\w-]+\s*(?:=\s*'|:)"
_DECODED = {"%20": " ", "%21": "!", "%23": "#", "%27": "'", "%2C": ",", "%2F": "/", "%3A": ":", "%3D": "=", "%3F": "?"}
COLUMNS = ("endpoint", "job", "caller", "trace")


def comments(sql: pl.Series) -> pl.Series:
    """Return each text's first comment that holds a tag (null: none)."""
    marked = sql.str.contains("/*", literal=True).fill_null(value=False)
    if not marked.any():
        return pl.Series("comment", [None], dtype=pl.String).new_from_index(0, len(sql))
    found = sql.str.extract(_COMMENT)
    return found.set(~found.str.contains(_TAGGED).fill_null(value=False), None).alias("comment")


def tags(comment: pl.Series) -> pl.DataFrame:
    """Return *endpoint*, *job*, *caller* and *trace* of comments (each null if the comment does not contain it)."""
    if comment.null_count() == len(comment):
        return pl.DataFrame(dict.fromkeys(COLUMNS, comment))
    action = pl.concat_str(_tag("controller"), pl.lit("#"), _tag("action"))
    return comment.to_frame("comment").select(
        pl.coalesce(action, _tag("controller"), _tag("route"), _tag("endpoint")).alias("endpoint"),
        pl.coalesce(_tag("job"), _tag("job_class")).alias("job"),
        pl.coalesce(_tag("application"), _tag("app"), _tag("caller"), _tag("framework")).alias("caller"),
        pl.coalesce(_tag("traceparent"), _tag("trace_id")).alias("trace"),
    )


def _tag(key: str) -> pl.Expr:
    quoted = pl.col("comment").str.extract(rf"(?:^|[\s,]){key}\s*=\s*'((?:[^'\\]|\\.)*)'")
    plain = pl.col("comment").str.extract(rf"(?:^|[\s,]){key}:([^,\s]+)")
    return pl.coalesce(quoted.str.replace_many(_DECODED), plain)
