"""Changes at places of a text: the parse tree and the lexer find the places, all other characters stay, comments too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pgrehearse.workload.sql.lexer import Token


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters *start* to *end* of a text become *text*."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with its edits, which do not overlap.

    >>> edited("select b", [Edit(7, 7, "a, ")])
    'select a, b'
    """
    parts, at = [], 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


def token_at(text: str, tokens: list[Token], byte: int) -> int:
    """Return the index of the first token that begins at a byte of the text, or later."""
    start = len(text.encode()[:byte].decode())
    return next(index for index, token in enumerate(tokens) if token.start >= start)


def depth_step(token: Token) -> int:
    """Return by how much a token changes the depth of parentheses."""
    return (token.text in {"(", "["}) - (token.text in {")", "]"})
