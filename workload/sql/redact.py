"""Redaction of one SQL text: literals and the names that clients choose are replaced, comments are removed, by PostgreSQL's lexer.

The result has the same parse tree as the text, except for constants and the names of savepoints, cursors and prepared
statements.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Protocol
from zoneinfo import available_timezones

from pgrehearse.workload.sql.lexer import (
    COMMENTS,
    NAMES,
    NUMBERS,
    STRINGS,
    identifier,
    lexed,
    literal,
    parses,
    quoted,
    tokens,
)

_BODIES = {"FUNCTION", "PROCEDURE", "ROUTINE"}
_INTERVAL = re.compile(
    r"(?:[\s\d:.,+@-]|(?:millennium|millennia|mil|mils|century|centuries|decade|year|yr|month|mon|week|day|hour|hr|minute|min|second|sec"
    r"|millisecond|msec|ms|microsecond|usec|us|ago|y|w|d|h|m|s|p|t)s?(?![a-z]))*",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:utc|gmt)?[+-]?\d{1,2}(?::\d\d)?", re.IGNORECASE)
_ZONES = (
    "z",
    "pst",
    "pdt",
    "mdt",
    "cst",
    "cdt",
    "edt",
    "bst",
    "cest",
    "eest",
    "msk",
    "ist",
    "jst",
    "kst",
    "sgt",
    "aest",
    "nzst",
)
# Tokens that are values, and those beside which names stand.
_VALUES = STRINGS | NUMBERS
_NAMING = frozenset(
    {
        "SAVEPOINT",
        "DECLARE",
        "PREPARE",
        "RELEASE",
        "DEALLOCATE",
        "ROLLBACK",
        "ABORT_P",
        "FETCH",
        "MOVE",
        "CLOSE",
        "EXECUTE",
        "CURRENT_P",
    }
)
_STATEMENT = re.compile(
    r"(?i)\s*(?:select|insert|update|delete|with|create|alter|drop|merge|call|do|grant|revoke|truncate)\b"
)
_SEMICOLON = "ASCII_59"
_BASED = {"x": 16, "o": 8, "b": 2}


class Stands(Protocol):
    """Returns the pseudonyms of values and names."""

    def value(self, text: str) -> str:
        """Return the pseudonym of a value."""

    def digits(self, text: str, alphabet: str) -> str:
        """Return the pseudonym of a text of digits of *alphabet*."""

    def name(self, text: str) -> str:
        """Return the pseudonym of the name of a savepoint, a cursor or a prepared statement."""

    def application(self, text: str) -> str:
        """Return the pseudonym of an application's name."""

    def word(self, text: str) -> str:
        """Return the pseudonym of an unquoted word that is the value of a setting, as an SQL literal."""


def redacted_sql(sql: str, stands: Stands, *, code: bool = False) -> str | None:
    """Return a statement with its values replaced; None where that cannot be done. *code*: the body of a function."""
    found = lexed(sql)
    return None if found is None else _Statement(sql, found, stands, code=code).replaced()


def nameless(template: str) -> str:
    """Return a template without names of savepoints, cursors and prepared statements, and bare words that SET gives."""
    found = lexed(template)
    if found is None:
        return "?"
    return _Statement(template, found, _Marks(), code=False).replaced() or "?"


class _Marks:
    """A question mark for every name and bare word of a template."""

    def value(self, text: str) -> str:
        return text

    def digits(self, text: str, alphabet: str) -> str:  # noqa: ARG002 (a template has none)
        return text

    def name(self, text: str) -> str:  # noqa: ARG002 (as above)
        return "?"

    application = name
    word = name


@dataclass
class _Statement:
    sql: str
    all: list[Any]
    stands: Stands
    code: bool
    tokens: list[Any] = field(init=False)
    named: set[int] = field(init=False)
    firsts: list[int] = field(init=False)
    sets: bool = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = [token for token in self.all if token.name not in COMMENTS]
        self.firsts = [0, *(place + 1 for place, token in enumerate(self.tokens) if token.name == _SEMICOLON)]
        self.sets = not self.code and any(self._name(first) == "SET" for first in self.firsts)
        self.named = set() if self.code else _named(self.sql, self.tokens)

    def replaced(self) -> str | None:
        """Return the text with all replacements."""
        changes = [(token.start, token.end + 1, " ") for token in self.all if token.name in COMMENTS]
        after = 0
        replaced = _VALUES | NAMES if self.sets else _VALUES
        for place, token in enumerate(self.tokens):
            if place < after or (token.name not in replaced and place not in self.named):
                continue
            after = self._constant_end(place)
            end = self.tokens[after - 1].end + 1
            new = self._new(place, self.sql[token.start : end])
            if new is None:
                return None
            if after > place + 1:  # comments between a constant and its UESCAPE go with it
                changes = [one for one in changes if not token.start <= one[0] < end]
            changes.append((token.start, end, new))
        out, at = [], 0
        for start, end, new in sorted(changes):
            out += [self.sql[at:start], new]
            at = end
        return "".join([*out, self.sql[at:]])

    def _constant_end(self, place: int) -> int:
        return place + 3 if self._name(place) == "USCONST" and self._name(place + 1) == "UESCAPE" else place + 1

    def _new(self, place: int, text: str) -> str | None:
        """Return the replacement of a token; None if it cannot be replaced."""
        name = self.tokens[place].name
        if name in STRINGS:
            return self._string(place, text)
        if name in NUMBERS:
            return self._number(place)
        if place in self.named:
            return _identifier(self.stands.name(identifier(text)))
        if not self._assigned(place):
            return text
        application = self._setting(place) == "application_name"
        return (self.stands.application if application else self.stands.word)(identifier(text))

    def _first(self, place: int) -> int:
        """Return where the statement of a token begins."""
        return self.firsts[bisect_right(self.firsts, place) - 1]

    def _number(self, place: int) -> str:
        """Return the replacement of a number; those of LIMIT, OFFSET and FETCH FIRST are not replaced."""
        text = self._text(place)
        before = self._name(place - 1)
        rows = before in {"FIRST_P", "NEXT"} and self._name(place + 1) in {"ROW", "ROWS"}
        if before in {"LIMIT", "OFFSET"} or rows:
            return text
        base = _BASED.get(text[1:2].lower(), 10)
        plain = str(int(text[2:].replace("_", ""), base)) if base != 10 else text.replace("_", "")
        new = self.stands.value(plain)
        return text if new == plain else new

    def _string(self, place: int, text: str) -> str | None:
        """Return the replacement of a string constant; None if it cannot be replaced."""
        token = self.tokens[place]
        if token.name in {"BCONST", "XCONST"}:
            alphabet = "01" if token.name == "BCONST" else "0123456789abcdef"
            return text[0] + "'" + self.stands.digits(text[2:-1], alphabet) + "'"
        value = literal(text)
        if value is None:
            return None
        body = self._body(place)
        if body is not None:
            return body if body == "" else self._coded(text, value, body)
        if self._stays(place, value):
            return text
        if self.code and _STATEMENT.match(value) and (found := tokens(value)) and parses(value, found):
            inner = redacted_sql(value, self.stands)
            return None if inner is None else constant(inner)
        if self._application(place):
            return quoted(self.stands.application(value))
        other = self.stands.value(value)
        return text if other == value else constant(other)

    def _coded(self, text: str, value: str, language: str) -> str | None:
        if language not in {"sql", "plpgsql"}:
            return None
        new = redacted_sql(value, self.stands, code=True)
        if new is None:
            return None
        if text[:1] == "$":
            tag = text[: text.index("$", 1) + 1]
            return tag + new + tag
        return constant(new)

    def _body(self, place: int) -> str | None:
        """Return the language of a string that is code; None if it is not code."""
        first = self._first(place)
        do = self._name(first) == "DO"
        if self._name(place - 1) == "LANGUAGE" or not (do or self._makes_function(first)):
            return None
        if (
            not do
            and self._name(place - 1) != "AS"
            and not (self._text(place - 1) == "," and self._name(place - 2) in STRINGS)
        ):
            return None
        for at in range(first, len(self.tokens)):
            if self._text(at) == ";":
                break
            if self._name(at) == "LANGUAGE":
                word = self._text(at + 1)
                return (literal(word) or "" if word[:1] in {"'", "$"} else identifier(word)).lower() or "?"
        return "plpgsql" if do else "sql"

    def _makes_function(self, first: int) -> bool:
        return self._name(first) == "CREATE" and bool({self._name(at) for at in range(first, first + 4)} & _BODIES)

    def _stays(self, place: int, value: str) -> bool:
        """Return whether a constant is not replaced: intervals, time zones, languages, settings of the server and their names."""
        before, after = self._name(place - 1), self._name(place + 1)
        if before == "LANGUAGE":
            return True
        if before == "INTERVAL" or (after == "TYPECAST" and self._name(place + 2) == "INTERVAL"):
            return _INTERVAL.fullmatch(value) is not None
        if (
            before == "ZONE"
            and self._name(place - 2) == "TIME"
            and self._name(place - 3) in {"AT", "SET", "LOCAL", "SESSION"}
        ):
            return value.lower() in _zones() or _OFFSET.fullmatch(value) is not None
        if self._text(place - 1) == "(" and self._called(place - 2) in {"set_config", "current_setting"}:
            return True
        if (
            self._text(place - 1) == ","
            and self._name(place - 2) in STRINGS
            and self._called(place - 4) == "set_config"
        ):
            named = literal(self._text(place - 2)) or ""
            return "." not in named and named.lower() != "application_name"
        setting = self._setting(place)
        return setting is not None and "." not in setting and setting != "application_name"

    def _application(self, place: int) -> bool:
        named = self._name(place - 2) in STRINGS and self._called(place - 4) == "set_config"
        name = (literal(self._text(place - 2)) or "").lower() if named and self._text(place - 1) == "," else ""
        return name == "application_name" or self._setting(place) == "application_name"

    def _assigned(self, place: int) -> bool:
        """Return whether a bare word is the value of a setting of an application."""
        setting = self._setting(place)
        return setting is not None and ("." in setting or setting == "application_name")

    def _setting(self, place: int) -> str | None:
        """Return the name of the setting that SET gives a value at *place*; None: it does not."""
        first = self._first(place) if self.sets else place
        if self._name(first) != "SET":
            return None
        at = first + 2 if self._name(first + 1) in {"LOCAL", "SESSION"} else first + 1
        parts: list[str] = []
        while at < place and self._text(at) not in {"=", ";"} and self._name(at) != "TO":
            parts.append("." if self._text(at) == "." else identifier(self._text(at)))
            at += 1
        return "".join(parts).lower() if at < place else None

    def _called(self, place: int) -> str:
        return identifier(self._text(place)) if self._name(place) in NAMES else ""

    def _name(self, place: int) -> str:
        return self.tokens[place].name if 0 <= place < len(self.tokens) else ""

    def _text(self, place: int) -> str:
        if not 0 <= place < len(self.tokens):
            return ""
        token = self.tokens[place]
        return self.sql[token.start : token.end + 1]


def _named(sql: str, found: list[Any]) -> set[int]:
    """Return the places of names of savepoints, cursors and prepared statements."""
    if not any(token.name in _NAMING for token in found):
        return set()
    out: set[int] = set()
    begin = 0
    for place in range(len(found) + 1):
        if place == len(found) or found[place].name == _SEMICOLON:
            out |= _names([token.name for token in found[begin:place]], begin)
            begin = place + 1
    return {
        place
        for place in out
        if place < len(found) and found[place].name != "ALL" and re.match(r'[\w"]', sql[found[place].start])
    }


def _names(words: list[str], begin: int) -> set[int]:
    """Return the places of such names in one statement of the tokens *words*, which begins at *begin*."""
    head, after = (*words, "", "")[:2]
    out: set[int] = set()
    if head in {"SAVEPOINT", "DECLARE"} or (head == "PREPARE" and after != "TRANSACTION"):
        out.add(1)
    elif head in {"RELEASE", "DEALLOCATE"}:
        out.add(2 if after in {"SAVEPOINT", "PREPARE"} and len(words) > 2 else 1)
    elif head in {"ROLLBACK", "ABORT_P"} and "TO" in words:
        at = words.index("TO") + 1
        out.add(at + int(words[at : at + 1] == ["SAVEPOINT"] and len(words) > at + 1))
    elif head in {"FETCH", "MOVE", "CLOSE"}:
        out.add(len(words) - 1)
    out |= {n + 1 for n, word in enumerate(words) if word == "EXECUTE" and _prepared(words, n)}
    out |= {n + 2 for n, word in enumerate(words) if word == "CURRENT_P" and words[n + 1 : n + 2] == ["OF"]}
    return {begin + place for place in out if place < len(words)}


def _prepared(words: list[str], place: int) -> bool:
    """Return whether an EXECUTE runs a prepared statement."""
    return words[0] in {"EXECUTE", "EXPLAIN", "CREATE"} and words[place + 1 : place + 2] not in (
        ["FUNCTION"],
        ["PROCEDURE"],
    )


def _identifier(name: str) -> str:
    return name if re.fullmatch(r"[a-z_][a-z0-9_]*|\?", name) else '"' + name.replace('"', '""') + '"'


def constant(value: str) -> str:
    """Return a value as a constant, whatever the server takes a backslash for."""
    if "\\" in value:
        return "E" + quoted(value.replace("\\", "\\\\"))
    return quoted(value)


@cache
def _zones() -> set[str]:
    return {zone.lower() for zone in available_timezones()} | set(_ZONES)
