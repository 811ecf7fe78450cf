"""SQL texts as tokens, by PostgreSQL's own lexer (pglast): where strings, comments and numbers begin and end.

The lexer works from left to right without recursion, so that no text can exhaust the stack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pglast import parse_sql, parser
from pglast.error import Error as PglastError

STRINGS = frozenset({"SCONST", "USCONST", "BCONST", "XCONST"})
NUMBERS = frozenset({"ICONST", "FCONST"})
COMMENTS = frozenset({"C_COMMENT", "SQL_COMMENT"})
NAMES = frozenset({"IDENT", "UIDENT"})
# A longer text is not read: it counts as a text that the lexer rejects.
MOST_CHARACTERS = 16 << 20
# The parser's tree is walked recursively in C: a text of which a tree could be deeper might exhaust the stack.
DEEPEST = 5_000
_INDEX = re.compile(r"at index (\d+)$")


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a text: its kind by the lexer's *name*, and its position (*end* is not included)."""

    name: str
    start: int
    end: int
    text: str


def lexed(sql: str) -> list[Any] | None:
    """Return a text's tokens as the lexer returns them (*name*, *start*, *end* included); None if it rejects the text."""
    if len(sql) > MOST_CHARACTERS or "\0" in sql:
        return None
    try:
        found: list[Any] = parser.scan(sql)
    except (PglastError, UnicodeError):
        return None
    return found


def tokens(sql: str) -> list[Token] | None:
    """Return a text's tokens, comments included; None if the lexer rejects it."""
    found = lexed(sql)
    if found is None:
        return None
    return [Token(one.name, one.start, one.end + 1, sql[one.start : one.end + 1]) for one in found]


def parses(sql: str, found: list[Token]) -> bool:
    """Return whether PostgreSQL's grammar accepts a text with the tokens *found* (False for a text that is nested too deeply)."""
    if depth(found) > DEEPEST:
        return False
    try:
        parser.parse_sql_protobuf(sql)  # no Python object is made of its tree
    except (PglastError, UnicodeError):
        return False
    return True


def depth(found: list[Token]) -> int:
    """Return a number that the depth of a text's tree does not exceed.

    Inside of parentheses a tree grows with every token of an item of a list, and with every UNION.
    """
    deepest = outside = item = sets = 0
    levels: list[tuple[int, int]] = []
    for token in found:
        if token.text in {"(", "["}:
            levels.append((item, sets))
            outside += item + sets + 1
            item = sets = 0
        elif token.text in {")", "]"} and levels:
            item, sets = levels.pop()
            outside -= item + sets + 1
        elif token.text in {",", ";"}:
            item = 0
        elif token.name in {"UNION", "INTERSECT", "EXCEPT"}:
            sets += 1
        item += 1
        deepest = max(deepest, outside + item + sets)
    return deepest


def outline(sql: str) -> str:
    """Return a text with ``?`` for each string and number and a space for each comment.

    If the lexer rejects a text, the part that it did not read becomes one ``?``.
    """
    if len(sql) > MOST_CHARACTERS or "\0" in sql:
        return "?"
    try:
        return "".join(_outlined(sql))
    except UnicodeError:
        return "?"
    except PglastError as error:
        place = _INDEX.search(str(error))
        index = min(int(place[1]), len(sql)) if place else 0
        return (outline(sql[:index]) if index < len(sql) else "") + "?"


def _outlined(sql: str) -> Iterator[str]:
    at = 0
    for token in parser.scan(sql):
        yield sql[at : token.start]
        at = token.end + 1
        if token.name in COMMENTS:
            yield " "
        elif token.name in STRINGS or token.name in NUMBERS:
            yield "?"
        elif token.name == "PARAM":
            yield "$?"
        else:
            yield sql[token.start : at]


def literal(text: str) -> str | None:
    """Return the value of a string constant (with its UESCAPE, if it has one); None if it is not valid."""
    if text[:1] == "'" and "\n" not in text:
        return text[1:-1].replace("''", "'")
    if text[:1] == "$":
        tag = text.index("$", 1) + 1
        return text[tag:-tag]
    try:
        select: Any = parse_sql(f"select {text}")[0].stmt
        constant = select.targetList[0].val.val
    except (PglastError, UnicodeError):
        return None
    return str(getattr(constant, "sval", getattr(constant, "bsval", "")) or "")


def identifier(text: str) -> str:
    """Return the name of an identifier, quoted or not."""
    if text[:1] == '"':
        return text[1:-1].replace('""', '"')
    if text[:2].lower() != "u&":
        return text.lower()
    try:
        select: Any = parse_sql(f"select 1 as {text}")[0].stmt
        return str(select.targetList[0].name)
    except (PglastError, UnicodeError):
        return text


def quoted(value: str) -> str:
    """Return a value as a string constant."""
    return "'" + value.replace("'", "''") + "'"
