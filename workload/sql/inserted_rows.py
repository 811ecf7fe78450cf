"""Which tables a text inserts rows into, how many rows it inserts there, and into which columns, as far as the text shows it."""

from __future__ import annotations

from dataclasses import dataclass

from pgrehearse.workload.sql.parse_tree import Node, nodes, statements

_INSERTS = ("InsertStmt", "CopyStmt", "MergeStmt")


@dataclass(frozen=True, slots=True)
class Insertion:
    """One place of a text that inserts rows. *schema*: "" where the name has none. *rows*: how many (None: the text does not show it).

    *columns*: those that get a value from the statement (None: none is named). *copies*: the rows are the data of COPY FROM STDIN.
    *conflicts*: with ON CONFLICT some rows may not be inserted; *tried*: the rows of its VALUES (None: a query, or no ON CONFLICT).
    """

    schema: str
    table: str
    rows: int | None
    columns: tuple[str, ...] | None = None
    copies: bool = False
    conflicts: bool = False
    tried: int | None = None


def insertions(text: bytes) -> tuple[Insertion, ...] | None:
    """Return where a text inserts rows, by its parse tree; None if it cannot be parsed.

    A trigger may insert more rows, and suppress these; functions that the text calls are not followed.
    """
    parsed = statements(text)
    if parsed is None:
        return None
    found: list[Insertion] = []
    for statement in parsed:
        if not _executes(statement.tree):
            continue
        for key, node in nodes(statement.tree):
            if key in _INSERTS and "relation" in node and (key != "CopyStmt" or node.get("is_from")):
                found.append(_insertion(key, node, alone=key in statement.tree))
    return tuple(found)


def _executes(tree: Node) -> bool:
    """Return whether a statement executes what it contains: PREPARE does not, and EXPLAIN only with ANALYZE."""
    if "ExplainStmt" in tree:
        return any(option["DefElem"]["defname"] == "analyze" for option in tree["ExplainStmt"].get("options", []))
    return "PrepareStmt" not in tree


def _insertion(kind: str, node: Node, *, alone: bool) -> Insertion:
    """Return one insertion. *alone*: it is the statement itself, not a part of one."""
    relation = node["relation"]
    schema, table = str(relation.get("schemaname", "")), str(relation["relname"])
    if kind == "CopyStmt":
        named = [str(one["String"]["sval"]) for one in node.get("attlist", [])]
        copies = "filename" not in node and not node.get("is_program")
        return Insertion(schema, table, None, tuple(named) or None, copies)
    if kind == "MergeStmt":
        return Insertion(schema, table, None)
    conflicts, rows = "onConflictClause" in node, _values(node.get("selectStmt"))
    return Insertion(
        schema,
        table,
        rows if alone and not conflicts else None,
        _columns(node),
        conflicts=conflicts,
        tried=rows if conflicts else None,
    )


def _columns(insert: Node) -> tuple[str, ...] | None:
    """Return the columns that an INSERT gives values: not those with DEFAULT in every row, and none with DEFAULT VALUES."""
    if "selectStmt" not in insert:
        return ()
    named = [str(one["ResTarget"]["name"]) for one in insert.get("cols", [])]
    lists = insert["selectStmt"].get("SelectStmt", {}).get("valuesLists", [])
    rows = [one["List"].get("items", []) for one in lists]
    defaults = {
        column
        for place, column in enumerate(named)
        if rows and all("SetToDefault" in row[place] for row in rows if place < len(row))
    }
    return tuple(column for column in named if column not in defaults) if named else None


def _values(source: Node | None) -> int | None:
    """Return the number of rows of VALUES (DEFAULT VALUES: one); None for a query."""
    if source is None:
        return 1
    rows = source.get("SelectStmt", {}).get("valuesLists")
    return len(rows) if rows else None


def inserted_constants(text: bytes) -> list[str]:
    """Return the strings and whole numbers that an INSERT writes as constants, in VALUES or in its SELECT's list; other texts: none.

    >>> inserted_constants(b"insert into t values (1, 'a', now())")
    ['1', 'a']
    """
    parsed = statements(text)
    if not parsed or len(parsed) > 1:
        return []
    source = parsed[0].tree.get("InsertStmt", {}).get("selectStmt", {}).get("SelectStmt", {})
    found = (node for key, node in nodes(source.get("valuesLists") or source.get("targetList", [])) if key == "A_Const")
    return sorted(value for node in found if (value := _constant(node)) is not None)


def _constant(node: Node) -> str | None:
    if "sval" in node:
        return str(node["sval"].get("sval", ""))
    return str(node["ival"].get("ival", 0)) if "ival" in node else None
