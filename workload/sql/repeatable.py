"""Whether a statement has to return the same rows, in the same order, whenever equal servers execute it on equal data.

Decided by the parse tree. What the tree does not show (a function that reads the clock, two rows that are equal in the
ORDER BY) is found by comparing two replays of one server.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pgrehearse.workload.sql.parse_tree import Node, name, nodes, relation, statements, texts

SERVER = "it reports the state of the server or of the session"
SYSTEM_CATALOG = "it reads system catalogs or statistics views"
SYSTEM_COLUMN = "it reads a system column such as ctid"
EXPLAIN = "it returns a plan"
CURSOR = "it reads from a cursor, whose query is in another statement"
SAMPLE = "it reads a random sample (TABLESAMPLE)"
LIMIT = "it has a LIMIT without an ORDER BY, so the server may choose the rows"
AGGREGATE = "its result depends on the order of its input, and it has no ORDER BY for that"

# Functions that return something about the server, the session or the transaction, besides those that read the clock.
_OF_SERVER = frozenset(
    {
        "version",
        "current_setting",
        "inet_client_addr",
        "inet_client_port",
        "inet_server_addr",
        "inet_server_port",
        "pg_backend_pid",
        "pg_conf_load_time",
        "pg_current_snapshot",
        "pg_current_xact_id",
        "pg_current_xact_id_if_assigned",
        "pg_postmaster_start_time",
        "txid_current",
        "txid_current_if_assigned",
        "txid_current_snapshot",
    }
)
# Aggregates whose result contains their input in its order, and window functions that count or choose rows by it.
_BY_ORDER = frozenset(
    {
        "array_agg",
        "json_agg",
        "json_object_agg",
        "jsonb_agg",
        "string_agg",
        "xmlagg",
        "first_value",
        "lag",
        "last_value",
        "lead",
        "nth_value",
        "ntile",
        "row_number",
    }
)
_SYSTEM_COLUMNS = frozenset({"cmax", "cmin", "ctid", "tableoid", "xmax", "xmin"})
_SYSTEM_SCHEMAS = frozenset({"information_schema", "pg_catalog"})


@dataclass(frozen=True, slots=True)
class Repeatable:
    """*reason*: why the rows need not be the same ("": they have to be). *ordered*: the rows have to be in one order but for rows that are
    equal in the ORDER BY."""

    reason: str = ""
    ordered: bool = False


def repeatable(sql: bytes) -> Repeatable:
    """Return whether the rows of a text have to be the same. A text that cannot be parsed has no reason, and no order."""
    trees = [one.tree for one in statements(sql) or []]
    found = set().union(*map(_reasons, trees)) if trees else set()
    order = (SERVER, SYSTEM_CATALOG, SYSTEM_COLUMN, EXPLAIN, CURSOR, SAMPLE, LIMIT, AGGREGATE)
    return Repeatable(
        next((reason for reason in order if reason in found), ""), bool(trees) and all(map(_ordered, trees))
    )


def _reasons(tree: Node) -> set[str]:
    """Return every reason why the rows of one statement need not be the same."""
    return {reason for key, node in nodes(tree) for reason in _of_node(key, node)}


def _of_node(key: str, node: Node) -> Iterator[str]:
    if key in _SELECTS and _chooses_rows(node):
        yield LIMIT
    elif key == "RangeVar":
        schema, table = relation(node)
        if schema in _SYSTEM_SCHEMAS or (not schema and table.startswith("pg_")):
            yield SYSTEM_CATALOG
    elif key == "FuncCall":
        yield from _of_call(node)
    elif key == "ColumnRef" and set(texts(node.get("fields", []))[-1:]) & _SYSTEM_COLUMNS:
        yield SYSTEM_COLUMN
    elif key in _BY_KIND:
        yield _BY_KIND[key]


# A SELECT in a tree, also as a side of UNION.
_SELECTS = frozenset({"SelectStmt", "larg", "rarg"})
_BY_KIND = {
    "VariableShowStmt": SERVER,
    "ExplainStmt": EXPLAIN,
    "FetchStmt": CURSOR,
    "RangeTableSample": SAMPLE,
}


def _chooses_rows(select: Node) -> bool:
    """Return whether a SELECT returns some of its rows and does not order them: LIMIT, FETCH FIRST, DISTINCT ON."""
    distinct_on = any(one for one in select.get("distinctClause", []))
    return ("limitCount" in select or "limitOffset" in select or distinct_on) and "sortClause" not in select


def _of_call(call: Node) -> Iterator[str]:
    schema, function = name(call.get("funcname", []))
    if schema not in {"", "pg_catalog"}:
        return
    if function in _OF_SERVER:
        yield SERVER
    window = call.get("over", {})
    ordered = "agg_order" in call or "orderClause" in window or "name" in window or "refname" in window
    if function in _BY_ORDER and not ordered:
        yield AGGREGATE


def _ordered(tree: Node) -> bool:
    """Return whether a statement orders its rows itself."""
    return "sortClause" in tree.get("SelectStmt", {})
