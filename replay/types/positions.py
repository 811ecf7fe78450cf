"""The positions of a statement's parameters in its parse tree: beside a column, in a row to insert, or inside an expression."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pgrehearse.workload.sql.parse_tree import Node, nodes, readable, statements, texts

_COMPARISONS = frozenset({"=", "<>", "!=", "<", ">", "<=", ">="})
_BESIDE_A_COLUMN = frozenset(
    {"AEXPR_IN", "AEXPR_OP_ANY", "AEXPR_BETWEEN", "AEXPR_NOT_BETWEEN", "AEXPR_LIKE", "AEXPR_ILIKE"}
)


def plain_parameters(sql: bytes) -> frozenset[int]:
    """Return the parameters that are in plain positions only: compared with a column, stored in one, cast, in LIMIT or OFFSET,
    tested for NULL. There their type is the column's, and with another type that the server accepts the statement finds and stores the same."""
    parsed = statements(sql)
    if not parsed:
        return frozenset()
    every: Counter[int] = Counter()
    plain: Counter[int] = Counter()
    for statement in parsed:
        for key, node in nodes(statement.tree):
            if key == "ParamRef":
                every[int(node.get("number", 0))] += 1
            plain.update(_numbers(_plain_values(key, node)))
    return frozenset(number for number, count in every.items() if plain[number] == count)


def without_null_tests(sql: bytes) -> bytes:
    """Return a text that tests NULL instead of a parameter for NULL: with such a test the server cannot infer the parameter's type."""
    source = readable(sql).encode()
    lengths: dict[int, int] = {}
    for statement in statements(sql) or []:
        for key, node in nodes(statement.tree):
            tested = node.get("arg", {}).get("ParamRef") if key == "NullTest" else None
            if tested is not None:
                lengths[tested.get("location", 0)] = len(f"${tested.get('number', 0)}")
    for start in sorted(lengths, reverse=True):
        source = source[:start] + b"NULL" + source[start + lengths[start] :]
    return source if sql == readable(sql).encode() else source.decode().encode("latin-1")


def _numbers(values: Iterator[Any]) -> Iterator[int]:
    for value in values:
        if isinstance(value, dict) and "ParamRef" in value:
            yield int(value["ParamRef"].get("number", 0))


def _plain_values(key: str, node: Node) -> Iterator[Any]:
    """Yield the values in plain positions directly under a node."""
    match key:
        case "A_Expr":
            yield from _compared(node)
        case "TypeCast" | "NullTest":
            yield node.get("arg")
        case "SelectStmt":
            yield node.get("limitCount")
            yield node.get("limitOffset")
        case "InsertStmt":
            for row in node.get("selectStmt", {}).get("SelectStmt", {}).get("valuesLists", []):
                yield from row.get("List", {}).get("items", [])
            yield from _set(node.get("onConflictClause", {}).get("targetList", []))
        case "UpdateStmt":
            yield from _set(node.get("targetList", []))


def _set(targets: list[Node]) -> Iterator[Any]:
    for target in targets:
        yield target.get("ResTarget", {}).get("val")


def _compared(node: Node) -> Iterator[Any]:
    left, right = node.get("lexpr"), node.get("rexpr")
    if node.get("kind") == "AEXPR_OP" and not (left and right and set(texts(node.get("name", []))) <= _COMPARISONS):
        return
    if node.get("kind") not in _BESIDE_A_COLUMN | {"AEXPR_OP"}:
        return
    for column, other in ((left, right), (right, left)):
        if isinstance(column, dict) and "ColumnRef" in column and isinstance(other, dict):
            yield from other["List"].get("items", []) if "List" in other else [other]
