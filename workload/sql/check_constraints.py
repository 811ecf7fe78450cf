"""Whether a pseudonym of a value always fulfills a CHECK constraint which the value fulfills, by the parse tree of the constraint."""

from __future__ import annotations

from typing import Any

from pgrehearse.workload.sql.parse_tree import Node, nodes, statements, texts

# A pseudonym keeps the sign, the number of digits, and numbers below this one.
_SMALL = 1_000
_COMPARISONS = frozenset({"=", "<", "<=", ">", ">=", "<>", "!="})
_LENGTHS = frozenset({"length", "char_length", "character_length", "octet_length"})


def constrained_columns(expression: str) -> set[str]:
    """Return the columns of a CHECK's expression whose pseudonyms may violate it.

    Comparisons of a number with a constant below 1,000, IS [NOT] NULL and conditions on the length never are violated.
    """
    found = statements(f"select {expression}".encode())
    if not found:
        return {"?"}
    target = found[0].tree["SelectStmt"]["targetList"][0]["ResTarget"]["val"]
    return constrained_in(target)


def constrained_in(node: Node) -> set[str]:
    """Return the columns of a CHECK's parse tree whose pseudonyms may violate it."""
    if "BoolExpr" in node:
        return {name for one in node["BoolExpr"]["args"] for name in constrained_in(one)}
    if "NullTest" in node or ("A_Expr" in node and _compares(node["A_Expr"])):
        return set()
    return {texts(one["fields"])[-1] for key, one in nodes(node) if key == "ColumnRef" and texts(one["fields"])}


def _compares(expression: Node) -> bool:
    sides = [_without_cast(expression.get(side, {})) for side in ("lexpr", "rexpr")]
    if expression.get("kind") != "AEXPR_OP" or texts(expression["name"])[-1] not in _COMPARISONS:
        return False
    constants = [_is_small(side) for side in sides]
    return any(constants) and all(
        constant or "ColumnRef" in side or _is_length(side) for constant, side in zip(constants, sides, strict=True)
    )


def _is_length(node: Node) -> bool:
    return "FuncCall" in node and texts(node["FuncCall"]["funcname"])[-1] in _LENGTHS


def _is_small(node: Node) -> bool:
    value: Any = node.get("A_Const", {})
    if "ival" in value:
        return abs(int(value["ival"].get("ival", 0))) < _SMALL
    if "fval" in value:
        return abs(float(value["fval"]["fval"])) < _SMALL
    return False


def _without_cast(node: Node) -> Node:
    while "TypeCast" in node:
        node = node["TypeCast"].get("arg", {})
    return node
