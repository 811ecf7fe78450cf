"""Expressions of a parse tree whose value depends on the time at which they are evaluated, and where they are in the text.

PostgreSQL's manual, section "Current Date/Time": functions (``now()``), words of the grammar (``CURRENT_DATE``), and the special
literals of section "Special Values" (``'today'::date``). ``age(x)`` counts as ``age(current_date, x)``; of a transaction id it
does not depend on the time, which the text does not show.
"""

from __future__ import annotations

from dataclasses import dataclass

from pgrehearse.workload.sql.parse_tree import Node, constant, name, nodes, statements

# Functions whose result depends on the time of the call.
CLOCK_FUNCTIONS = frozenset({"now", "clock_timestamp", "statement_timestamp", "transaction_timestamp", "timeofday"})
# What an expression that uses the clock calls, among the calls of a function's body (``workload/sql/effects``).
CLOCK_CALL = ("pg_catalog", "(clock)")
# The keys of the objects of a tree that can be such an expression.
CLOCK_NODES = ("SQLValueFunction", "FuncCall", "TypeCast")
_AGE, _LITERAL = "age", "literal"
_SPECIAL_WORDS = frozenset({"now", "today", "tomorrow", "yesterday"})
_TIME_TYPES = frozenset({"date", "time", "timetz", "timestamp", "timestamptz"})
_VALUES = {
    f"SVFOP_{word.upper()}": word
    for word in ("current_date", "current_time", "current_timestamp", "localtime", "localtimestamp")
}


@dataclass(frozen=True, slots=True)
class ClockExpression:
    """An expression that uses the clock: its function or word (*name*; ``age``, ``literal``), and its place in the text, in bytes.

    *precision*: digits of a second that it is rounded to (None: not given).
    """

    name: str
    start: int
    precision: int | None = None


_EXPRESSIONS = {"SQLValueFunction", "FuncCall", "TypeCast"}


def clock_expression(key: str, node: Node) -> ClockExpression | None:
    """Return the expression that one object of a tree is (None: it does not use the clock). *key*: its key in the tree."""
    if key not in _EXPRESSIONS:  # CREATE TABLESPACE has a location that is a path
        return None
    start = int(node.get("location", 0))
    if key == "SQLValueFunction":
        kind = str(node["op"])
        word = _VALUES.get(kind.removesuffix("_N"), "")
        precision = int(node.get("typmod", 0)) if kind.endswith("_N") else None
        return ClockExpression(word, start, precision) if word else None
    if key == "FuncCall":
        schema, word = name(node["funcname"])
        is_age = word == _AGE and len(node.get("args", [])) == 1
        is_clock = schema in {"", "pg_catalog"} and (word in CLOCK_FUNCTIONS or is_age)
        return ClockExpression(word, start) if is_clock else None
    if key == "TypeCast" and name(node["typeName"]["names"])[1] in _TIME_TYPES:
        words = (constant(node["arg"]) or "").lower().split()
        return ClockExpression(_LITERAL, start) if _SPECIAL_WORDS.intersection(words) else None
    return None


def uses_clock(tree: Node) -> bool:
    """Return whether a statement contains an expression that uses the clock."""
    return any(clock_expression(key, node) is not None for key, node in nodes(tree))


def clock_statements(text: bytes) -> list[bool]:
    """Return for each statement of a text whether it uses the clock (empty: the text cannot be parsed)."""
    return [uses_clock(one.tree) for one in statements(text) or ()]
