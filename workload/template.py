"""A cheap vectorised normal form of SQL, in front of pglast, so that the parser sees each shape once.

Comments go, strings and numbers become ``?``, white space folds. Two statements of one template have one query
key; two templates may still share a query key (pglast's fingerprint sees through spelling), never the reverse
for statements this tool has to tell apart.
"""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import polars as pl
import pyarrow as pa

from workload.distinct import contiguous, distinct

COMMENT = r"(?s:/\*.*?\*/)|--[^\n]*"
STRING = r"(?i:\be'(?:[^'\\]|\\.|'')*')|(?i:\b[bxnu]&?)?'(?:[^']|'')*'"
# A number begins at a word's boundary: t1 stays, $1 becomes $?.
NUMBER = r"(?-u:\b)[0-9][0-9.]*(?:[eE][+-]?[0-9]+)?"
_LETTER = np.isin(np.arange(256), [*(string.ascii_letters + "_").encode()])
LIST = r"\(\s*\$?\?(?:\s*,\s*\$?\?)+\s*\)"


@dataclass(frozen=True, slots=True)
class Coded:
    """Texts by template: each text's *code* (Int32; null for null), the *templates* behind the codes, an example of each."""

    code: pl.Series
    templates: list[str]
    examples: list[str]


def coded(sql: pl.Series) -> Coded:
    """Return the template of each SQL text, as a code.

    Digits are the one thing taken out of every text; what is left repeats, so the rest is done once for each
    distinct one.
    """
    rough = distinct(_skeleton(sql))
    some = sql.gather(rough.firsts)
    numbers: dict[str, int] = {}
    final = [numbers.setdefault(text, len(numbers)) for text in template(some)]
    firsts = dict(zip(reversed(final), reversed(some.to_list()), strict=True))
    code = pl.Series("code", final, dtype=pl.Int32).gather(rough.code)
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


def _skeleton(sql: pl.Series) -> pl.Series:
    """Return the texts with every digit of a number as 0: texts of one skeleton have one template.

    A run of digits is no number when a letter stands before it (t1, utf8): it stays. Bytes are looked at all at
    once, wherever texts begin: at worst the first digits of a text stay too, which makes skeletons more, not wrong.
    """
    texts = contiguous(sql)
    valid, offsets, octets = texts.buffers()
    if octets is None:
        return sql
    old = np.frombuffer(octets, np.uint8)
    value = old - np.uint8(ord("0"))
    digit = value < 10
    new = old - value * digit
    before = np.flatnonzero(digit[1:] > digit[:-1])
    stays = before[_LETTER[old[before]]] + 1
    while len(stays):
        new[stays] = old[stays]
        stays = stays[stays + 1 < len(old)] + 1
        stays = stays[digit[stays]]
    whole = pa.LargeStringArray.from_buffers(len(texts), offsets, pa.py_buffer(new), valid, offset=texts.offset)
    return pl.Series(whole)


def _where(text: pl.Series, mask: pl.Series, change: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """Apply *change* to the rows of *mask*."""
    rows = mask.arg_true()
    if rows.is_empty():
        return text
    if len(rows) == len(text):
        return change(text)
    return text.scatter(rows, change(text.gather(rows)))
