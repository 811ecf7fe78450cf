"""Literals leave a workload as strangers: the same value always becomes the same stranger, under a key the user holds.

What stands in for a value keeps its length and the class of every character (letter, digit, other), so that types and
plans stay what they were; order is not kept. What shapes a plan and tells nobody anything stays: numbers below 1,000,
LIMIT and OFFSET, intervals, booleans, NULL, JSON's keys, SET, and the values of an allow-list. SQL that PostgreSQL's
grammar refuses is dropped, not leaked.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from base.errors import BadInput
from workload.tags import COLUMNS as TAGS

# Whole SQL as tokens: what is not one of these is left as it is.
_STRING = r"(?:\b[eE])'(?:[^'\\]|\\.|'')*'|(?:\b[bBxXnN])?'(?:[^']|'')*'"
_TOKENS = (
    rf"(?s)--[^\n]*|/\*.*?\*/|\$\$.*?\$\$|{_STRING}"
    r'|"(?:[^"]|"")*"|\$\d+|(?-u:\b)\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\w+|[^\w\'"$/-]+|.'
)
_KEEPS_NEXT = ("limit", "offset", "interval", "first", "next", "precision", "zone")
_WORDS = {"", "t", "f", "true", "false", "on", "off", "yes", "no", "null", "now", "today", "infinity", "-infinity"}
_KEPT_KINDS = {"set", "begin", "commit", "rollback", "savepoint", "release", "show", "discard", "deallocate", "empty"}
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?=$|[ T])")
_TIME = re.compile(r"(?<=[ T])(\d\d):(\d\d)(?::(\d\d))?")
# What stays inside JSON, arrays and escaped text: keys, escapes, words, exponents.
_SYNTAX = re.compile(
    r'"(?:[^"\\]|\\.)*"(?=\s*:)|\\(?:u[0-9a-fA-F]{4}|.)|\b(?:true|false|null|NULL)\b|(?<=\d)[eE](?=[+-]?\d)'
)
_SMALL = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,3})?")
_HEX = re.compile(r"(?:\\x)?[0-9a-fA-F-]{8,}")
KEY_OCTETS = 32


@dataclass(frozen=True, slots=True)
class Redaction:
    """Maps literals by *key*; values of *allowed* stay."""

    key: bytes = field(repr=False)
    allowed: frozenset[str] = frozenset()

    def value(self, text: str) -> str:
        """Return the stranger that stands for one value, wherever it stands (inline or a parameter)."""
        if text in self.allowed or text.lower() in _WORDS or _SMALL.fullmatch(text):
            return text
        stream = _Stream(self.key, text)
        if _DATE.match(text):
            return _TIME.sub(stream.time, _DATE.sub(stream.date, text, count=1), count=1)
        structured = text[:1] in {"{", "["} or "\\" in text
        kept = [found.span() for found in _SYNTAX.finditer(text)] if structured else []
        return stream.strangers(text, kept, hexadecimal=_HEX.fullmatch(text) is not None and not text.isdigit())

    def sql(self, texts: pl.Series, kinds: pl.Series) -> pl.Series:
        """Return statements with their literals replaced; null where a statement cannot be kept.

        *kinds*: of the statements' shapes ("unparsed": what the grammar refuses).
        """
        open_ = ~kinds.is_in(sorted(_KEPT_KINDS)).fill_null(value=False)
        dropped = (kinds == "unparsed").fill_null(value=False) | texts.str.contains(r"\$[A-Za-z_]\w*\$").fill_null(
            value=False
        )
        rows = (open_ & ~dropped & texts.is_not_null()).arg_true()
        out = texts.set(dropped, None)
        if rows.is_empty():
            return out
        distinct = texts.gather(rows).unique()
        replaced = self._replaced(distinct)
        found = pl.DataFrame({"text": texts.gather(rows)}).join(
            pl.DataFrame({"text": distinct, "new": replaced}), on="text", how="left", maintain_order="left"
        )
        return out.scatter(rows, found["new"])

    def _replaced(self, texts: pl.Series) -> pl.Series:
        tokens = (
            pl.DataFrame({"text": texts})
            .with_row_index("row")
            .with_columns(pl.col("text").str.extract_all(_TOKENS).alias("token"))
            .explode("token", empty_as_null=True)
            .drop("text")
        )
        blank = pl.col("token").str.contains(r"^\s*$")
        word = pl.when(~blank).then(pl.col("token").str.to_lowercase())
        tokens = tokens.with_columns(word.forward_fill().shift(1).over("row").alias("before"))
        comment = pl.col("token").str.starts_with("--") | pl.col("token").str.starts_with("/*")
        literal = pl.col("token").str.contains(r"^(?:[eEbBxXnN]?'|\d|\$\$)")
        keeps = pl.col("before").is_in(list(_KEEPS_NEXT)).fill_null(value=False)
        following = (pl.col("token").shift(-step).over("row").str.to_lowercase() for step in (1, 2))
        cast = (pl.concat_str(list(following)) == "::interval").fill_null(value=False)
        old = tokens.filter(literal & ~keeps & ~cast)["token"].unique()
        new = pl.Series("new", [self._literal(token) for token in old], dtype=pl.String)
        mapped = tokens.join(pl.DataFrame({"token": old, "new": new}), on="token", how="left", maintain_order="left")
        said = (
            pl.when(comment)
            .then(pl.lit(" "))
            .when(literal & ~keeps & ~cast)
            .then(pl.coalesce("new", "token"))
            .otherwise("token")
        )
        return (
            mapped.select("row", said.alias("said"))
            .group_by("row", maintain_order=True)
            .agg(pl.col("said").str.join(""))["said"]
        )

    def _literal(self, token: str) -> str:
        """Return the literal that stands in for one, in its own notation."""
        if token.startswith("$$"):
            return "$$" + self.value(token[2:-2]) + "$$"
        quote = token.find("'")
        if quote < 0:
            return self.value(token)
        inner = token[quote + 1 : -1].replace("''", "'")
        return token[: quote + 1] + self.value(inner).replace("'", "''") + "'"

    def parameters(self, values: pl.Series) -> pl.Series:
        """Return lists of bound values (binary) with each value replaced."""
        if values.null_count() == len(values):
            return values
        rows = pl.DataFrame({"values": values}).with_row_index("row")
        flat = rows.explode("values", empty_as_null=True, keep_nulls=True)
        old = flat["values"].drop_nulls().unique()
        new = [self.value(octets.decode(errors="surrogateescape")).encode(errors="surrogateescape") for octets in old]
        table = pl.DataFrame({"values": old, "new": pl.Series(new, dtype=pl.Binary)})
        mapped = flat.join(table, on="values", how="left", maintain_order="left")
        lists = mapped.group_by("row", maintain_order=True).agg("new")["new"]
        empty = values.list.len() == 0
        return lists.set(values.is_null(), None).zip_with(~empty.fill_null(value=False), values)

    def names(self, names: pl.Series) -> pl.Series:
        """Return prepared statements' names (binary) replaced; the unnamed one stays."""
        old = names.drop_nulls().unique()
        new = [self.value(name.decode(errors="surrogateescape")).encode(errors="surrogateescape") for name in old]
        return names.replace_strict(old, pl.Series(new, dtype=pl.Binary), default=None) if len(old) else names


def redacted(events: pl.DataFrame, redaction: Redaction, kinds: list[str]) -> pl.DataFrame:
    """Return events (``EVENTS``) without values: SQL, parameters and names mapped, error texts and tags gone.

    *kinds*: by shape. A statement that cannot be kept (it does not parse, or is no UTF-8) loses its text and counts as
    truncated, so that it is not replayed.
    """
    kind = pl.Series(kinds, dtype=pl.String).gather(events["shape"])
    text = events["sql"].cast(pl.String, strict=False)
    sql = redaction.sql(text, kind)
    lost = events["sql"].is_not_null() & sql.is_null()
    gone = (pl.lit(None, pl.String).alias(name) for name in TAGS)
    return events.with_columns(
        sql.cast(pl.Binary).alias("sql"),
        redaction.parameters(events["params"]).alias("params"),
        redaction.names(events["prepared_name"]).alias("prepared_name"),
        redaction.names(events["portal"]).alias("portal"),
        pl.lit(None, pl.Binary).alias("error"),
        (events["truncated"] | lost).alias("truncated"),
        *gone,
    )


class _Stream:
    """Bytes that follow from key and value, as many as are asked for."""

    def __init__(self, key: bytes, text: str) -> None:
        self._seed = hmac.new(key, text.encode(errors="surrogateescape"), hashlib.sha256).digest()
        self._bytes = b""
        self._at = self._round = 0

    def _next(self, below: int) -> int:
        if self._at + 2 > len(self._bytes):
            self._bytes += hashlib.sha256(self._seed + self._round.to_bytes(8, "big")).digest()
            self._round += 1
        drawn = int.from_bytes(self._bytes[self._at : self._at + 2], "big") % below
        self._at += 2
        return drawn

    def date(self, found: re.Match[str]) -> str:
        return f"{found[1]}-{self._next(12) + 1:02}-{self._next(28) + 1:02}"

    def time(self, found: re.Match[str]) -> str:
        seconds = f":{self._next(60):02}" if found[3] else ""
        return f"{self._next(24):02}:{self._next(60):02}{seconds}"

    def strangers(self, text: str, kept: list[tuple[int, int]], *, hexadecimal: bool) -> str:
        """Replace each character by one of its class; spans of *kept* and JSON's words stay."""
        out: list[str] = []
        digits = 0
        spans = iter([*kept, (len(text), len(text))])
        low, high = next(spans)
        for place, character in enumerate(text):
            while place >= high and high < len(text):
                low, high = next(spans)
            if low <= place < high or (hexadecimal and text.startswith("\\x") and place < 2):
                out.append(character)
                continue
            digits = digits + 1 if character.isdigit() else 0
            out.append(self._stranger(character, digits, hexadecimal=hexadecimal))
        return "".join(out)

    def _stranger(self, character: str, digits: int, *, hexadecimal: bool) -> str:
        if character.isdigit():
            # The first two digits stay: what fitted its type still does.
            return character if digits <= 2 and not hexadecimal else str(self._next(10))
        if hexadecimal and character in "abcdefABCDEF":
            letter = "abcdef"[self._next(6)]
            return letter.upper() if character.isupper() else letter
        if character.isalpha() and character.isascii():
            letter = "abcdefghijklmnopqrstuvwxyz"[self._next(26)]
            return letter.upper() if character.isupper() else letter
        return "x" if character.isalpha() else character


def bare(template: str, kind: str) -> str:
    """Return a shape's template without what might be a value: dollar-quoted text, and all of what does not parse."""
    return "(dropped: it does not parse)" if kind == "unparsed" else re.sub(r"(?s)\$\w*\$.*?\$\w*\$", "$$?$$", template)


def key_of(path: Path) -> bytes:
    """Return the key in a file, made there (0600) when there is none: the same key always maps alike."""
    if not path.exists():
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as stream:
            stream.write(secrets.token_bytes(KEY_OCTETS))
    if path.stat().st_mode & 0o077:
        raise BadInput(f"{path}: others may read this key", remedy=f"chmod 600 {path}")
    key = path.read_bytes()
    if len(key) < KEY_OCTETS:
        raise BadInput(
            f"{path}: a key of {len(key)} bytes, {KEY_OCTETS} are needed",
            remedy="name a file that is not there: one is made",
        )
    return key
