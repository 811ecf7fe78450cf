"""A fast vectorized normal form of SQL texts (templates), so that pglast parses each shape once.

Patterns read the texts that they can read as PostgreSQL's lexer does (a pattern decides which); the lexer reads the
others.

Comments are removed, strings and numbers become ``?``, and white space is folded. Two statements with one template have one query
key. Two templates can have one query key (pglast's fingerprint ignores spelling); one template never has two query keys, for
statements that have to be distinguished.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import polars as pl
import pyarrow as pa

from pgrehearse.workload.arrow import contiguous, series_of
from pgrehearse.workload.dictionary import distinct
from pgrehearse.workload.sql.lexer import outline

COMMENT = r"(?s:/\*.*?\*/)|--[^\n]*"
STRING = r"(?i:\b[ebxnu]&?)?'(?:[^']|'')*'"
# A number begins at a word's boundary: t1 stays, $1 becomes $?.
NUMBER = r"\b(?:0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|[0-9][0-9_.]*(?:[eE][+-]?[0-9_]+)?)"
_ASCII_NUMBER = rf"(?-u:\b){NUMBER[2:]}"
# The texts that the patterns above read as PostgreSQL's lexer does; the lexer reads all others. No identifier
# and no comment in them contains the start of a string, no comment contains another, no string
# that may be an E'' contains a backslash, and nothing is dollar-quoted. Each pattern has one way to match.
_PLAIN, _ESCAPED = r"'[^']*'(?:'[^']*')*", r"[eE]'[^'\\]*'(?:'[^'\\]*')*"
_NAMED = r"""(?:[^'"$]|"[^"'$]*"|\$[0-9])"""
_NOT_E = r"""(?:[^'"$eE]|"[^"'$]*"|\$[0-9])"""
_EASY = rf"^(?:{_PLAIN})?(?:{_NAMED}*(?:{_NOT_E}{_PLAIN}|{_ESCAPED}))*{_NAMED}*$"
_REMARK = r"""--[^\n\r'"$]*(?:\n|$)|/\*(?:[^'"$*/]|/[^*'"$/]|\*[^/'"$*]|'[^'*/\\$]*')*\*/"""
_OTHER = rf"""[^'"$eE/\-]|"[^"'$/\-]*"|\$[0-9]|[-/][^'"$/*\-eE]|{_REMARK}"""
_EASY_COMMENTED = rf"^(?:{_PLAIN})?(?:(?:{_OTHER}|[eE])*(?:(?:{_OTHER}){_PLAIN}|{_ESCAPED}))*(?:{_OTHER}|[eE])*$"
# Bytes of which words are made, those of characters beyond ASCII included.
_LETTER = np.isin(np.arange(256), [*(string.ascii_letters + "_").encode(), *range(0x80, 0x100)])
# Runs of digits behind a letter are read digit by digit, all at once; longer ones (bytes in hexadecimal) one by one.
_SHORT = 32
_BASES = np.isin(np.arange(256), [*b"xXoObB"])
# What a text may contain a number or a quote in, and the literals themselves.
_LITERAL = rf'"[^"]*"|{COMMENT}|\$[0-9]+|{STRING}|{NUMBER}'
LIST = r"\(\s*\$?\?(?:\s*,\s*\$?\?)+\s*\)"


@dataclass(frozen=True, slots=True)
class Coded:
    """Texts by template: each text's *code* (Int32; null for null), the *templates* behind the codes, an example of each."""

    code: pl.Series
    templates: list[str]
    examples: list[str]


def coded(sql: pl.Series) -> Coded:
    """Return the template of each SQL text, as a code.

    Digits are replaced in every text. The results repeat, so all further steps run once for each distinct result.
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
    easy = _easy(sql)
    text = _where(sql, easy, _outline)
    text = _where(text, ~easy, lambda t: pl.Series([outline(one) for one in t], dtype=pl.String))
    text = _where(text, text.str.contains(r"\?\s*,"), lambda t: t.str.replace_all(LIST, "(?, ...)"))
    text = _where(text, text.str.contains(r"[\n\r\t]|  "), lambda t: t.str.replace_all(r"\s+", " "))
    return text.str.strip_chars().str.strip_chars_end("; \n")


def outlined(sql: pl.Series) -> pl.Series:
    """Return each text with ``?`` for its strings and numbers: equal results have their literals at the same places.

    Null for a text that the patterns cannot read (see above).
    """
    easy = _easy(sql)
    return _where(sql.set(~easy, None), easy, _outline)


def literals(sql: pl.Series) -> pl.Series:
    """Return the strings and numbers of each text as it writes them, in their order (a list); texts that ``outlined`` can read."""
    found = sql.str.extract_all(_LITERAL)
    others = pl.element().str.contains(r'^(?:"|\$|--|/\*)')
    return found.list.eval(pl.element().filter(~others))


def constants(found: pl.Series) -> pl.Series:
    """Return what ``literals`` are: a string without its quotes, a number as it is written."""
    string = found.str.extract(r"(?s)'(.*)'$").str.replace_all("''", "'", literal=True)
    return string.fill_null(found)


def literal_starts(sql: str) -> list[int]:
    """Return where the literals of a text that ``outlined`` can read begin, in characters."""
    found = re.finditer(_LITERAL, sql)
    return [match.start() for match in found if not match[0].startswith(('"', "$", "--", "/*"))]


def _easy(sql: pl.Series) -> pl.Series:
    """Return for each text whether patterns read it as the lexer does (null: it does)."""
    commented = _commented(sql)
    easy = sql.str.contains(_EASY)
    rows = commented.arg_true()
    if not rows.is_empty():
        easy = easy.scatter(rows, sql.gather(rows).str.contains(_EASY_COMMENTED))
    return easy.fill_null(value=True)


def _commented(sql: pl.Series) -> pl.Series:
    return sql.str.contains("/*", literal=True) | sql.str.contains("--", literal=True)


def _outline(sql: pl.Series) -> pl.Series:
    """Take numbers, strings and comments out of easy texts."""
    narrow = sql.str.len_bytes() == sql.str.len_chars()
    text = _where(sql, narrow, lambda t: t.str.replace_all(_ASCII_NUMBER, "?"))
    text = _where(text, ~narrow, lambda t: t.str.replace_all(NUMBER, "?"))
    text = _where(text, text.str.contains("'", literal=True), lambda t: t.str.replace_all(STRING, "?"))
    return _where(text, _commented(text), lambda t: t.str.replace_all(COMMENT, " "))


def _skeleton(sql: pl.Series) -> pl.Series:
    """Return the texts with every digit of a number as 1: texts of one skeleton have one template.

    A run of digits is no number when a letter stands before it (t1, utf8): it stays. So does the 0 of 0x, 0o and 0b. Bytes are looked at all at
    once, wherever texts begin: at worst the first digits of a text stay too, which makes skeletons more, not wrong.
    """
    texts = contiguous(sql)
    valid, offsets, text_bytes = texts.buffers()
    if text_bytes is None:
        return sql
    old = np.frombuffer(text_bytes, np.uint8)
    value = old - np.uint8(ord("0"))
    digit = value < 10
    new = old - value * digit + digit
    zeros = np.flatnonzero(value[:-1] == 0)
    based = zeros[_BASES[old[zeros + 1]]]
    new[based] = old[based]
    before = np.flatnonzero(digit[1:] > digit[:-1])
    stays = before[_LETTER[old[before]]] + 1
    for _ in range(_SHORT):
        new[stays] = old[stays]
        stays = stays[stays + 1 < len(old)] + 1
        stays = stays[digit[stays]]
    if len(stays):
        other = np.append(np.flatnonzero(~digit), len(old))
        for start, end in zip(stays, other[np.searchsorted(other, stays)], strict=True):
            new[start:end] = old[start:end]
    skeletons = pa.LargeStringArray.from_buffers(len(texts), offsets, pa.py_buffer(new), valid, offset=texts.offset)
    return series_of("", skeletons)


def _where(text: pl.Series, mask: pl.Series, change: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """Apply *change* to the rows of *mask*."""
    rows = mask.arg_true()
    if rows.is_empty():
        return text
    if len(rows) == len(text):
        return change(text)
    return text.clone().scatter(rows, change(text.gather(rows)))
