"""Where a statement's parameters stand, by its parse tree: beside a column, in a row to insert, or inside an expression."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pgrehearse.workload.sql.parse_tree import Node, nodes, readable, statements, texts

_COMPARISONS = frozenset({"=", "<>", "!=", "<", ">", "<=", ">="})
_BESIDE_A_COLUMN = frozenset(
    {"AEXPR_IN", "AEXPR_OP_ANY", "AEXPR_BETWEEN", "AEXPR_NOT_BETWEEN", "AEXPR_LIKE", "AEXPR_ILIKE"}
)


def plain(sql: bytes) -> frozenset[int]:
    """Return the parameters that stand plainly wherever they stand: compared with a column, stored in one, cast, counted off (LIMIT),
    tested for NULL. There their type is the column's, and another that the server accepts finds and stores the same."""
    found = statements(sql)
    if not found:
        return frozenset()
    every: Counter[int] = Counter()
    easy: Counter[int] = Counter()
    for one in found:
        for key, node in nodes(one.tree):
            if key == "ParamRef":
                every[int(node.get("number", 0))] += 1
            easy.update(_numbers(_direct(key, node)))
    return frozenset(number for number, count in every.items() if easy[number] == count)


def without_null_tests(sql: bytes) -> bytes:
    """Return a text that tests NULL where it tests a parameter for NULL: such a test keeps the server from inferring the parameter's type."""
    source = readable(sql).encode()
    places: dict[int, int] = {}
    for one in statements(sql) or []:
        for key, node in nodes(one.tree):
            tested = node.get("arg", {}).get("ParamRef") if key == "NullTest" else None
            if tested is not None:
                places[tested.get("location", 0)] = len(f"${tested.get('number', 0)}")
    for start in sorted(places, reverse=True):
        source = source[:start] + b"NULL" + source[start + places[start] :]
    return source if sql == readable(sql).encode() else source.decode().encode("latin-1")


def _numbers(values: Iterator[Any]) -> Iterator[int]:
    for value in values:
        if isinstance(value, dict) and "ParamRef" in value:
            yield int(value["ParamRef"].get("number", 0))


def _direct(key: str, node: Node) -> Iterator[Any]:
    """Yield the values that stand plainly right under a node."""
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
    for one, other in ((left, right), (right, left)):
        if isinstance(one, dict) and "ColumnRef" in one and isinstance(other, dict):
            yield from other["List"].get("items", []) if "List" in other else [other]
