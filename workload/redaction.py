"""Redaction of a workload: each value is replaced by a pseudonym; equal values with the same key have equal pseudonyms.

A pseudonym has the same length as its value and the same class of each character (letter, digit, other), so that types and
plans do not change; the order of values is not kept. Different values have different pseudonyms (``pseudonyms``). The elements of an
array and the values in a JSON document have the pseudonyms that they have alone. Values that influence a plan and identify nobody are not
replaced: numbers below 1,000, LIMIT and OFFSET, intervals, booleans, NULL, keys of JSON, SET, and the values of an allow-list. SQL that
PostgreSQL's grammar rejects is removed.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from pgrehearse.base.errors import BadInput
from pgrehearse.workload import pseudonyms
from pgrehearse.workload.dictionary import distinct
from pgrehearse.workload.sql.comment_tags import COLUMNS as TAGS
from pgrehearse.workload.sql.lexer import quoted
from pgrehearse.workload.sql.redact import nameless, redacted_sql

_WORDS = frozenset(
    {"", "t", "f", "true", "false", "on", "off", "yes", "no", "null", "nan", "infinity", "-infinity"}
    | {"now", "today", "tomorrow", "yesterday", "epoch", "allballs"}
)
# Parts of patterns and escaped text that are not replaced: escapes, character classes, keywords.
_SYNTAX = re.compile(r'\\[\\"dDsSwWnrt]|\b(?:true|false|null|NULL)\b')
# JSON's strings, with the colon after a key, and its numbers.
_JSON = re.compile(r'"(?:[^"\\]|\\.)*"(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?', re.DOTALL)
# An array's text, and its elements (PostgreSQL manual, "Array Input and Output Syntax").
_ARRAY = re.compile(r'\{(?:[{},\s]|"(?:[^"\\]|\\.)*+"|[^{},"\\\s][^{},"\\]*+)*+(?<=\})', re.DOTALL)
_ELEMENT = re.compile(r'"(?:[^"\\]|\\.)*"|[^{},"\\\s](?:[^{},"\\]*[^{},"\\\s])?', re.DOTALL)
_UUID = re.compile(r"[0-9a-fA-F]{8}(-?)[0-9a-fA-F]{4}\1[0-9a-fA-F]{4}\1[0-9a-fA-F]{4}\1[0-9a-fA-F]{12}")
_SMALL = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,3}0*)?\.?")
# With what numbers, dates and addresses begin, and with what arrays and JSON documents do.
_BEGIN_NUMBER, _BEGIN_DOCUMENT = frozenset("+-0123456789"), frozenset("{[")
KEY_BYTES = 32
# Changes when the pseudonyms of a key change.
_METHOD = b"pgrehearse pseudonyms 2"


@dataclass(frozen=True, slots=True)
class Redaction:
    """Replaces values by pseudonyms that depend on *key*; the values in *allowed* are not replaced."""

    key: bytes = field(repr=False)
    allowed: frozenset[str] = frozenset()

    @property
    def key_id(self) -> str:
        """What identifies the key and the method without showing the key: workload and seed have the same pseudonyms if it is equal."""
        return hmac.new(self.key, _METHOD, hashlib.sha256).hexdigest()[:16]

    def value(self, text: str) -> str:
        """Return the pseudonym of a value: the same for a literal and for a bound parameter."""
        if self.stays(text):
            return text
        new = self._other(text)
        # A pseudonym that is a value which stays is replaced again: no two values have the same pseudonym.
        while new != text and self.stays(new):
            new = self._other(new)
        return new

    def stays(self, text: str) -> bool:
        """Return whether a value is not replaced."""
        return text in self.allowed or text.lower() in _WORDS or _SMALL.fullmatch(text) is not None

    def _other(self, text: str) -> str:
        if text[:1] in _BEGIN_NUMBER:
            return self._numeric(text)
        if text[:1] in _BEGIN_DOCUMENT and _is_json(text):
            return _JSON.sub(self._json, text)
        if text[:1] in _BEGIN_DOCUMENT and _ARRAY.fullmatch(text):
            return _ELEMENT.sub(self._element, text)
        return self._text(text)

    def _numeric(self, text: str) -> str:
        """Return the pseudonym of a number, a date, an address, or of another text that begins as they do."""
        if number := pseudonyms.NUMBER.fullmatch(text):
            return pseudonyms.of_number(self.key, number[1], number[2], number[3]) + (number[4] or "")
        if found := pseudonyms.DATETIME.match(text):
            instant = pseudonyms.of_datetime(self.key, found)
            if instant is not None:
                rest = text[found.end() :]
                return instant + (rest if rest in {"", " BC"} else self._text(rest))
        if found := pseudonyms.ADDRESS.fullmatch(text):
            return pseudonyms.of_address(self.key, found) or self._text(text)
        return self._text(text)

    def _text(self, text: str) -> str:
        structured = text[:1] in _BEGIN_DOCUMENT or "\\" in text
        kept = [found.span() for found in _SYNTAX.finditer(text)] if structured else []
        if _UUID.fullmatch(text):
            # Drivers write a UUID with dashes and without them.
            digits = iter(pseudonyms.of_text(self.key, text.replace("-", ""), [], hexadecimal=True))
            return "".join(one if one == "-" else next(digits) for one in text)
        hexadecimal = pseudonyms.HEXADECIMAL.fullmatch(text) is not None
        return pseudonyms.of_text(self.key, text, kept, hexadecimal=hexadecimal)

    def _element(self, found: re.Match[str]) -> str:
        """Return the pseudonym of an element of an array; NULL is not replaced."""
        if found[0][0] != '"':
            return self.value(found[0])
        value = self.value(re.sub(r"\\(.)", r"\1", found[0][1:-1], flags=re.DOTALL))
        return '"' + re.sub(r'([\\"])', r"\\\1", value) + '"'

    def _json(self, found: re.Match[str]) -> str:
        """Return the pseudonym of a JSON string or number; keys are not replaced."""
        if found[1] is not None:
            return found[0]
        if found[0][0] != '"':
            return self.value(found[0])
        return json.dumps(self.value(json.loads(found[0])), ensure_ascii="\\u" in found[0])

    def digits(self, text: str, alphabet: str) -> str:
        """Return the pseudonym of a bit string or hexadecimal string, with digits of *alphabet*."""
        return text if text in self.allowed else pseudonyms.of_digits(self.key, text.lower(), alphabet)

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
