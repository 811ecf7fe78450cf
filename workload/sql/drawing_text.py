"""A statement's text in which ids are drawn by the functions of ``pgrehearse`` where the database's own means cannot be changed.

Calls that find PostgreSQL's own functions only (``pg_catalog.nextval('s')``, ``nextval('s'::regclass)``) call those of the schema
``pgrehearse``, which have the same names. A view must not store a call of a function that exists for the time of a replay. INSERTs into tables whose defaults stay name their ids (``named_ids``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pgrehearse.workload.sql.lexer import COMMENTS, tokens
from pgrehearse.workload.sql.named_ids import NamedTable, name_ids
from pgrehearse.workload.sql.parse_tree import Name, Node, nodes, relation, statements
from pgrehearse.workload.sql.sequence_calls import is_own_call, is_sequence_call, renamed_call
from pgrehearse.workload.sql.text_edits import edited


@dataclass(frozen=True, slots=True)
class DrawingText:
    """A *text* as it is sent. *named*: the tables whose ids it names; *left*: those whose ids it cannot name. *calls*: how many calls
    of sequence functions have another schema."""

    text: bytes
    named: tuple[NamedTable, ...] = ()
    left: tuple[NamedTable, ...] = ()
    calls: int = 0


def drawing_text(sql: bytes, tables: Mapping[Name, NamedTable]) -> DrawingText:
    """Return a text in which known ids are drawn. *tables*: those whose ids have to be named, by schema ("": none) and name.

    >>> drawing_text(b"select pg_catalog.nextval('s')", {}).text
    b"select pgrehearse.nextval('s')"
    """
    parsed = statements(sql)
    objects = [item for one in parsed or () for item in nodes(one.tree) if item[0] in _WANTED]
    calls = [call for one in parsed or () for call in _calls(one.tree)]
    inserts = ((key, node, tables.get(_table(key, node))) for key, node in objects)
    rows = [(key, node, table) for key, node, table in inserts if table is not None and not _gives_all(node, table)]
    if not calls and not rows:
        return DrawingText(sql)
    try:
        text = sql.decode()
    except UnicodeDecodeError:
        return DrawingText(sql, left=tuple(table for *_, table in rows))
    found = [token for token in tokens(text) or () if token.name not in COMMENTS]
    named, left = [], []
    edits = [renamed_call(text, found, node, schema) for node, schema in calls]
    for key, node, table in rows:
        more = name_ids(text, found, node, table) if key == "InsertStmt" else None
        if more is None:
            left.append(table)
        elif more:
            named.append(table)
            edits += more
    return DrawingText(edited(text, edits).encode(), tuple(named), tuple(left), len(calls))


# COPY FROM and MERGE insert rows too: their ids cannot be named.
_INSERTS = frozenset({"InsertStmt", "CopyStmt", "mergeStmt", "MergeStmt"})
_WANTED = _INSERTS
# Commands that store their expressions: a default is put back after the replay, the others have PostgreSQL's own function.
_STORED = {
    "CreateStmt": "pgrehearse",
    "AlterTableStmt": "pgrehearse",
    "ViewStmt": "pg_catalog",
    "CreateFunctionStmt": "pg_catalog",
    "RuleStmt": "pg_catalog",
    "CreatePolicyStmt": "pg_catalog",
}


def _calls(tree: Node) -> Iterator[tuple[Node, str]]:
    """Yield the calls of sequence functions that have to call those of another schema, and that schema."""
    stores = _STORED.get(next(iter(tree)), "")
    for key, node in nodes(tree):
        if key == "FuncCall" and (is_sequence_call(node) if stores else is_own_call(node)):
            yield node, stores or "pgrehearse"


def _table(key: str, node: Node) -> Name:
    """Return the table into which an object of a parse tree inserts rows ("": it inserts none)."""
    if key not in _INSERTS or "relation" not in node or (key == "CopyStmt" and not node.get("is_from")):
        return "", ""
    return relation(node["relation"])


def _gives_all(node: Node, table: NamedTable) -> bool:
    """Return whether a COPY names the columns of the table that draw ids: its data contain them."""
    named = {str(one["String"]["sval"]) for one in node.get("attlist", [])}
    return "attlist" in node and all(column.name in named for column in table.drawn)
