"""Redaction of a workload: each value is replaced by a pseudonym; equal values with the same key have equal pseudonyms.

A pseudonym has the same length as its value and the same class of each character (letter, digit, other), so that types and
plans do not change; the order of values is not kept. Values that influence a plan and identify nobody are not replaced: numbers
below 1,000, LIMIT and OFFSET, intervals, booleans, NULL, keys of JSON, SET, and the values of an allow-list. SQL that PostgreSQL's
grammar rejects is removed.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import polars as pl

from pgrehearse.base.errors import BadInput
from pgrehearse.workload.dictionary import distinct
from pgrehearse.workload.sql.comment_tags import COLUMNS as TAGS
from pgrehearse.workload.sql.lexer import quoted
from pgrehearse.workload.sql.redact import nameless, redacted_sql

_WORDS = {"", "t", "f", "true", "false", "on", "off", "yes", "no", "null", "now", "today", "infinity", "-infinity"}
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?=$|[ T])")
_DATETIME = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:\s*(?:[+-]\d\d(?::?\d\d)?|Z|UTC))?)?")
_TIME = re.compile(r"(?<=[ T])(\d\d):(\d\d)(?::(\d\d))?")
# Parts of arrays and escaped text that are not replaced: escapes, character classes of patterns, keywords.
_SYNTAX = re.compile(r'\\[\\"dDsSwWnrt]|\b(?:true|false|null|NULL)\b')
# JSON's strings, with the colon after a key, and its numbers.
_JSON = re.compile(r'"(?:[^"\\]|\\.)*"(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?', re.DOTALL)
_FLOAT = re.compile(r"([+-]?\d+(?:\.\d*)?)([eE][+-]?\d+)")
_SMALL = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,3})?")
_HEX = re.compile(r"(?:\\x)?[0-9a-fA-F-]{8,}")
KEY_BYTES = 32
_DRAWS = struct.Struct(">16H")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Redaction:
    """Replaces values by pseudonyms that depend on *key*; the values in *allowed* are not replaced."""

    key: bytes = field(repr=False)
    allowed: frozenset[str] = frozenset()

    def value(self, text: str) -> str:
        """Return the pseudonym of a value: the same for a literal and for a bound parameter."""
        if text in self.allowed or text.lower() in _WORDS or _SMALL.fullmatch(text):
            return text
        if number := _FLOAT.fullmatch(text):
            return self.value(number[1]) + number[2]
        if text[:1] in {"{", "["} and _is_json(text):
            return _JSON.sub(self._json, text)
        stream = _Stream(self.key, text)
        if _DATE.match(text):
            date = _TIME.sub(stream.time, _DATE.sub(stream.date, text, count=1), count=1)
            place = len(_DATETIME.match(date)[0])  # type: ignore[index]
            return date[:place] + (stream.pseudonym(date[place:], [], hexadecimal=False) if date[place:] else "")
        structured = text[:1] in {"{", "["} or "\\" in text
        kept = [found.span() for found in _SYNTAX.finditer(text)] if structured else []
        return stream.pseudonym(text, kept, hexadecimal=_HEX.fullmatch(text) is not None and not text.isdigit())

    def _json(self, found: re.Match[str]) -> str:
        """Return the pseudonym of a JSON string or number; keys are not replaced."""
        if found[1] is not None:
            return found[0]
        if found[0][0] != '"':
            return self.value(found[0])
        return json.dumps(self.value(json.loads(found[0])), ensure_ascii="\\u" in found[0])

    def digits(self, text: str, alphabet: str) -> str:
        """Return the pseudonym of a bit string or hexadecimal string, with digits of *alphabet*."""
        return text if text in self.allowed else _Stream(self.key, text).drawn(len(text), alphabet)

    def name(self, text: str) -> str:
        """Return the pseudonym of the name of a prepared statement, a portal, a cursor or a savepoint ("" for "")."""
        return text if text in self.allowed or not text else f"name_{self._number(text)}"

    def application(self, text: str) -> str:
        """Return the pseudonym of an application's name."""
        return text if text in self.allowed or not text else f"app_{self._number(text)}"

    def word(self, text: str) -> str:
        """Return the pseudonym of an unquoted word that is the value of a setting, as an SQL literal: the same as for a literal."""
        return quoted(self.value(text))

    def host(self, text: str) -> str:
        """Return the pseudonym of a client's address; ``[local]`` is not replaced."""
        return text if text in self.allowed or text in {"", "[local]"} else f"host_{self._number(text)}"

    def _number(self, text: str) -> str:
        return hmac.new(self.key, text.encode(errors="surrogateescape"), hashlib.sha256).hexdigest()[:12]

    def sql(self, texts: pl.Series, kinds: pl.Series) -> pl.Series:
        """Return statements with their literals replaced; null for a statement that cannot be redacted.

        *kinds*: the kinds of the statements' shapes ("unparsed": rejected by the grammar).
        """
        dropped = (kinds == "unparsed").fill_null(value=False)
        rows = (~dropped & texts.is_not_null()).arg_true()
        out = texts.set(dropped, None)
        if rows.is_empty():
            return out
        found = distinct(texts.gather(rows))
        new = pl.Series([redacted_sql(text, self) for text in found.values], dtype=pl.String)
        return out.scatter(rows, new.gather(found.code))

    def parameters(self, values: pl.Series) -> pl.Series:
        """Return lists of bound values (binary) with each value replaced."""
        if values.null_count() == len(values):
            return values
        rows = pl.DataFrame({"values": values}).with_row_index("row")
        flat = rows.explode("values", empty_as_null=True, keep_nulls=True)
        old = flat["values"].drop_nulls().unique()
        new = [self.value(value.decode(errors="surrogateescape")).encode(errors="surrogateescape") for value in old]
        table = pl.DataFrame({"values": old, "new": pl.Series(new, dtype=pl.Binary)})
        mapped = flat.join(table, on="values", how="left", maintain_order="left")
        lists = mapped.group_by("row", maintain_order=True).agg("new")["new"]
        empty = values.list.len() == 0
        return lists.set(values.is_null(), None).zip_with(~empty.fill_null(value=False), values)

    def names(self, names: pl.Series) -> pl.Series:
        """Return pseudonyms of prepared statements' names (binary); the empty name is not replaced."""
        old = names.drop_nulls().unique()
        new = [self.name(name.decode(errors="surrogateescape")).encode(errors="surrogateescape") for name in old]
        return names.replace_strict(old, pl.Series(new, dtype=pl.Binary), default=None) if len(old) else names


def redacted_sessions(sessions: pl.DataFrame, redaction: Redaction) -> pl.DataFrame:
    """Return sessions (``SESSIONS``) with pseudonyms for applications and clients' addresses."""
    return sessions.with_columns(
        _each(sessions["application_name"], redaction.application), _each(sessions["remote_host"], redaction.host)
    )


def _each(column: pl.Series, change: Callable[[str], str]) -> pl.Series:
    old = column.drop_nulls().unique()
    new = pl.Series([change(text) for text in old], dtype=pl.String)
    return column.replace_strict(old, new, default=None) if len(old) else column


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def redacted(events: pl.DataFrame, redaction: Redaction, kinds: list[str]) -> pl.DataFrame:
    """Return events (``EVENTS``) without values: SQL, parameters and names are replaced, error texts and tags are removed.

    *kinds*: by shape. The text of a statement that cannot be redacted (it cannot be parsed, or is not UTF-8) is removed, and the
    statement is marked as truncated, so that it is not replayed.
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
    """An endless stream of pseudorandom numbers that depends on the key and a value only."""

    def __init__(self, key: bytes, text: str) -> None:
        self._seed = hmac.new(key, text.encode(errors="surrogateescape"), hashlib.sha256).digest()
        self._draws = self._drawn()

    def _drawn(self) -> Iterator[int]:
        for number in count():
            yield from _DRAWS.unpack(hashlib.sha256(self._seed + number.to_bytes(8, "big")).digest())

    def _next(self, below: int) -> int:
        return next(self._draws) % below

    def date(self, found: re.Match[str]) -> str:
        return f"{found[1]}-{self._next(12) + 1:02}-{self._next(28) + 1:02}"

    def time(self, found: re.Match[str]) -> str:
        seconds = f":{self._next(60):02}" if found[3] else ""
        return f"{self._next(24):02}:{self._next(60):02}{seconds}"

    def drawn(self, count: int, alphabet: str) -> str:
        """Return *count* characters of an alphabet."""
        return "".join(alphabet[self._next(len(alphabet))] for _ in range(count))

    def pseudonym(self, text: str, kept: list[tuple[int, int]], *, hexadecimal: bool) -> str:
        """Replace each character by another one of its class; the spans in *kept* are not replaced."""
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
            out.append(self._other_character(character, digits, hexadecimal=hexadecimal))
        return "".join(out)

    def _other_character(self, character: str, digits: int, *, hexadecimal: bool) -> str:
        if digits:
            # The first two digits are kept, so that a number still fits its type.
            return character if digits <= 2 and not hexadecimal else str(self._next(10))
        if not character.isalpha():
            return character
        if hexadecimal and character in "abcdefABCDEF":
            letter = "abcdef"[self._next(6)]
        elif character.isascii():
            letter = _LETTERS[self._next(26)]
        else:
            return "x"
        return letter.upper() if character.isupper() else letter


def bare(template: str, kind: str) -> str:
    """Return a shape's template without names that clients generate; a template that could not be parsed is removed."""
    return "(removed: it could not be parsed)" if kind == "unparsed" else nameless(template)


def key_of(path: Path) -> bytes:
    """Return the key in a file; a file that does not exist is created (mode 0600) with a random key."""
    if not path.exists():
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as stream:
            stream.write(secrets.token_bytes(KEY_BYTES))
    if path.stat().st_mode & 0o077:
        raise BadInput(f"{path}: other users can read this key", remedy=f"chmod 600 {path}")
    key = path.read_bytes()
    if len(key) < KEY_BYTES:
        raise BadInput(
            f"{path}: the key has {len(key)} bytes; {KEY_BYTES} are needed",
            remedy="name a file that does not exist: it is created with a new key",
        )
    return key
