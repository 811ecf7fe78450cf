"""Whether an INSERT returns nothing but what is generated for its rows: then no other session decides what it returns."""

from __future__ import annotations

from collections.abc import Collection

from pgrehearse.workload.sql.parse_tree import Node, relation, statements, texts


def returns_generated_only(text: bytes, generated: Collection[tuple[str, str]]) -> bool:
    """Return whether a text is one INSERT of rows that it contains, and returns only columns that are *generated* (table, column).

    >>> returns_generated_only(b"insert into t (a) values ($1) returning id", {("t", "id")})
    True
    >>> returns_generated_only(b"insert into t (a) values ($1) returning id, at", {("t", "id")})
    False
    >>> returns_generated_only(b"insert into t (a) select $1 returning id", {("t", "id")})
    False
    """
    parsed = statements(text)
    if parsed is None or len(parsed) != 1 or (insert := parsed[0].tree.get("InsertStmt")) is None:
        return False
    if "onConflictClause" in insert or "withClause" in insert or not _only_constants(insert):
        return False
    _, table = relation(insert["relation"])
    columns = {column for of_table, column in generated if of_table == table}
    returned = [_column(target["ResTarget"]) for target in insert.get("returningClause", {}).get("exprs", [])]
    return bool(returned) and all(column in columns for column in returned)


def _only_constants(insert: Node) -> bool:
    """Return whether the rows are DEFAULT VALUES, or VALUES with constants, parameters and DEFAULT only."""
    select = insert.get("selectStmt")
    if select is None:
        return True
    rows = select["SelectStmt"].get("valuesLists", [])
    values = [value for row in rows for value in row["List"]["items"]]
    return bool(rows) and all(_is_constant(value) for value in values)


def _is_constant(value: Node) -> bool:
    while "TypeCast" in value:
        value = value["TypeCast"]["arg"]
    return not {"A_Const", "ParamRef", "SetToDefault"}.isdisjoint(value)


def _column(target: Node) -> str | None:
    """Return the column that is returned (None: another expression)."""
    reference = target["val"].get("ColumnRef")
    if reference is None:
        return None
    parts = texts(reference.get("fields", []))
    return parts[-1] if len(parts) == len(reference.get("fields", [])) else None
