"""Calls of ``nextval`` that find PostgreSQL's own function only, whatever functions a schema of the search_path has."""

from __future__ import annotations

from pgrehearse.workload.sql.parse_tree import Node, name, nodes, statements


def calls_own_nextval(text: bytes) -> bool:
    """Return whether a text calls ``nextval`` with its schema, or with an argument of the type regclass.

    >>> calls_own_nextval(b"select nextval('a'::regclass)"), calls_own_nextval(b"select nextval('a')")
    (True, False)
    """
    return any(
        key == "FuncCall" and _is_own(node)
        for statement in statements(text) or ()
        for key, node in nodes(statement.tree)
    )


def _is_own(call: Node) -> bool:
    schema, function = name(call["funcname"])
    if function != "nextval":
        return False
    if schema:
        return schema == "pg_catalog"
    casts = [argument["TypeCast"] for argument in call.get("args", []) if "TypeCast" in argument]
    return any(name(cast["typeName"]["names"])[1] == "regclass" for cast in casts)
