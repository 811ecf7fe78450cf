"""A cheap vectorised normal form of SQL, in front of pglast, so that the parser sees each shape once.

Comments go, strings and numbers become ``?``, white space folds. Two statements of one template have one query
key; two templates may still share a query key (pglast's fingerprint sees through spelling), never the reverse
for statements this tool has to tell apart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

COMMENT = r"(?s:/\*.*?\*/)|--[^\n]*"
STRING = r"(?i:\be'(?:[^'\\]|\\.|'')*')|(?i:\b[bxnu]&?)?'(?:[^']|'')*'"
# A number begins at a word's boundary: t1 stays, $1 becomes $?.
NUMBER = r"(?-u:\b)[0-9][0-9.]*(?:[eE][+-]?[0-9]+)?"
LIST = r"\(\s*\$?\?(?:\s*,\s*\$?\?)+\s*\)"
# So many texts tell whether texts repeat.
SAMPLE = 4096


@dataclass(frozen=True, slots=True)
class Coded:
    """Texts by template: each text's *code* (Int32; null for null), the *templates* behind the codes, an example of each."""

    code: pl.Series
    templates: list[str]
    examples: list[str]


def coded(sql: pl.Series) -> Coded:
    """Return the template of each SQL text, as a code.

    Only numbers and strings are taken out of every text; what is left repeats, so the rest is done once for each
    distinct one. Texts that repeat already (prepared statements) are made distinct before that.
    """
    some = sql.head(SAMPLE)
    repeats = some.n_unique() < len(some) / 2
    whole = _distinct(sql) if repeats else None
    texts = whole.values if whole else sql
    outlines = _distinct(_outline(texts))
    numbers: dict[str, int] = {}
    final = [numbers.setdefault(text, len(numbers)) for text in template(outlines.values)]
    firsts = dict(zip(reversed(final), reversed(texts.gather(outlines.firsts).to_list()), strict=True))
    code = pl.Series("code", final, dtype=pl.Int32).gather(outlines.code)
    if whole:
        code = code.gather(whole.code)
    return Coded(code, list(numbers), [firsts[number] for number in range(len(numbers))])


def template(sql: pl.Series) -> pl.Series:
    """Return the template of each SQL text (string to string; null for null).

    Each step touches only the rows that need it.
    """
    text = _outline(sql)
    commented = text.str.contains("/*", literal=True) | text.str.contains("--", literal=True)
    text = _where(text, commented, lambda t: t.str.replace_all(COMMENT, " "))
    text = _where(text, text.str.contains(r"\?\s*,"), lambda t: t.str.replace_all(LIST, "(?, ...)"))
    text = _where(text, text.str.contains(r"[\n\r\t]|  "), lambda t: t.str.replace_all(r"\s+", " "))
    return text.str.strip_chars().str.strip_chars_end("; \n")


def _outline(sql: pl.Series) -> pl.Series:
    """Take numbers and strings out."""
    text = sql.str.replace_all(NUMBER, "?")
    return _where(text, text.str.contains("'", literal=True), lambda t: t.str.replace_all(STRING, "?"))


@dataclass(frozen=True, slots=True)
class _Distinct:
    """The distinct *values* of a column without its nulls, where each stands first, and every row's place among them."""

    values: pl.Series
    firsts: pl.Series
    code: pl.Series


def _distinct(texts: pl.Series) -> _Distinct:
    firsts = texts.arg_unique()
    values = texts.gather(firsts)
    if values.null_count():
        firsts = firsts.filter(values.is_not_null())
        values = values.drop_nulls()
    places = pl.DataFrame({"text": values, "code": pl.int_range(len(values), dtype=pl.UInt32, eager=True)})
    joined = pl.DataFrame({"text": texts}).join(places, on="text", how="left", maintain_order="left")
    return _Distinct(values, firsts, joined["code"])


def _where(text: pl.Series, mask: pl.Series, change: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """Apply *change* to the rows of *mask*."""
    rows = mask.arg_true()
    if rows.is_empty():
        return text
    if len(rows) == len(text):
        return change(text)
    return text.scatter(rows, change(text.gather(rows)))
