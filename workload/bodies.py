"""Which tables the body of a function touches: what an INSERT into a table with a trigger does besides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pglast import parse_plpgsql, split
from pglast.error import Error as PglastError

from workload.parsing import Parsed, parse

# PL/pgSQL's parse modes (plpgsql.h, RawParseMode): whole statements; everything else is an expression or an assignment.
_STATEMENT, _EXPRESSION = 0, 2


@dataclass(frozen=True, slots=True)
class Body:
    """Tables that a function reads and writes, and what it *calls*, as it names them. *whole*: nothing in it stayed unread."""

    read: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()
    whole: bool = False

    def joined(self, other: Body) -> Body:
        """Return two bodies as one."""
        return Body(
            self.read | other.read, self.written | other.written, self.calls | other.calls, self.whole and other.whole
        )


def body(definition: str, language: str) -> Body:
    """Read a function's body.

    *definition*: for PL/pgSQL its ``CREATE FUNCTION`` (``pg_get_functiondef``), for SQL its statements. What is put
    together while it runs (EXECUTE), and other languages, cannot be read.
    """
    try:
        if language == "plpgsql":
            found = list(_expressions(parse_plpgsql(definition)))
        elif language == "sql":
            found = [(text, _STATEMENT) for text in split(definition)]
        else:
            return Body()
    except PglastError:
        return Body()
    parsed = [_parsed(text, mode) for text, mode in found if text]
    return Body(
        frozenset(name for one in parsed for name in one.tables_read),
        frozenset(name for one in parsed for name in one.tables_written),
        frozenset(name for one in parsed for name in one.functions),
        whole=all(text for text, _ in found) and all(one.kind != "unparsed" for one in parsed),
    )


def _parsed(text: str, mode: int) -> Parsed:
    if mode == _STATEMENT:
        return parse(text, text)
    expression = text if mode == _EXPRESSION else text.partition(":=")[2] or text.partition("=")[2]
    return parse(f"select {expression}", text)


def _expressions(node: Any) -> Iterator[tuple[str, int]]:
    """Yield every SQL text of a parsed function with its mode; "" for one that is put together while it runs."""
    if isinstance(node, list):
        for one in node:
            yield from _expressions(one)
    elif isinstance(node, dict):
        if "query" in node and "parseMode" in node:
            yield str(node["query"]), int(node["parseMode"])
        for name, one in node.items():
            if name.startswith("PLpgSQL_stmt_dyn"):
                yield "", _STATEMENT
            yield from _expressions(one)
