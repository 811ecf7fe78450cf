"""A cheap vectorised normal form of SQL, in front of pglast, so that the parser sees each shape once.

Comments go, strings and numbers become ``?``, white space folds. Two statements of one template have one query
key; two templates may still share a query key (pglast's fingerprint sees through spelling), never the reverse
for statements this tool has to tell apart.
"""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

COMMENT = r"(?s:/\*.*?\*/)|--[^\n]*"
STRING = r"(?i:\be'(?:[^'\\]|\\.|'')*')|(?i:\b[bxnu]&?)?'(?:[^']|'')*'"
# A number begins at a word's boundary: t1 stays, $1 becomes $?.
NUMBER = r"(?-u:\b)[0-9][0-9.]*(?:[eE][+-]?[0-9]+)?"
LIST = r"\(\s*\$?\?(?:\s*,\s*\$?\?)+\s*\)"


def template(sql: pl.Series) -> pl.Series:
    """Return the template of each SQL text (string to string; null for null).

    Each step touches only the rows that need it: the expressions run over every statement of a log.
    """
    text = sql.str.strip_chars()
    text = _where(text, text.str.contains("'", literal=True), lambda t: t.str.replace_all(STRING, "?"))
    commented = text.str.contains("/*", literal=True) | text.str.contains("--", literal=True)
    text = _where(text, commented, lambda t: t.str.replace_all(COMMENT, " "))
    text = text.str.replace_all(NUMBER, "?")
    text = _where(text, text.str.contains(r"\?\s*,"), lambda t: t.str.replace_all(LIST, "(?, ...)"))
    text = _where(text, text.str.contains(r"[\n\r\t]|  "), lambda t: t.str.replace_all(r"\s+", " ").str.strip_chars())
    return text.str.strip_chars_end("; \n")


def _where(text: pl.Series, mask: pl.Series, change: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """Apply *change* to the rows of *mask*."""
    rows = mask.arg_true()
    if rows.is_empty():
        return text
    if len(rows) == len(text):
        return change(text)
    return text.scatter(rows, change(text.gather(rows)))
