"""The constant arguments of a function's call in an expression, by its parse tree."""

from __future__ import annotations

from pgrehearse.workload.sql.parse_tree import Name, Node, name, nodes, statements


def constant_arguments(expression: str, function: Name) -> list[str]:
    """Return the strings that are arguments of the first call of *function*, also with a cast ([]: there is no call).

    >>> constant_arguments("coalesce(s.f('a'::text, 1)::int, g('b'))", ("s", "f"))
    ['a']
    """
    for statement in statements(f"select {expression}".encode()) or ():
        for key, node in nodes(statement.tree):
            if key == "FuncCall" and name(node["funcname"]) == function:
                return [text for argument in node.get("args", []) if (text := _string(argument)) is not None]
    return []


def _string(node: Node) -> str | None:
    constant = node.get("TypeCast", {}).get("arg", node).get("A_Const", {})
    return str(constant["sval"].get("sval", "")) if "sval" in constant else None
