"""What one SQL text shows about ids, by its parse tree: the rows that it inserts, its calls of nextval, and values of columns.

Nothing here knows a catalog: columns are names or places, tables are names as written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from pgrehearse.workload.sql.parse_tree import Name, Node, constant, name, nodes, relation, statements
from pgrehearse.workload.sql.value_places import DEFAULT, Value, value_of


@dataclass(frozen=True, slots=True)
class Insert:
    """The rows that a statement writes to a *table*.

    *columns*: those that are named (None: none are). *rows*: the values of each row by position; a value that is neither a
    parameter nor a constant is None, and DEFAULT is ``DEFAULT`` (rows None: they come from a query or from the client).
    *width*: how many columns each row has (None: not known). *generates*: OVERRIDING USER VALUE. *copies*: it is COPY.
    *array*: there is a row for each of its elements (None: not known). *numbered*: places of the values that are calls of nextval in each row, with
    the name of the sequence.
    """

    table: Name
    columns: tuple[str, ...] | None
    rows: tuple[tuple[Value | None, ...], ...] | None
    width: int | None
    generates: bool = False
    copies: bool = False
    array: Value | None = None
    numbered: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Draw:
    """A call of nextval: the name of its sequence as *text* ("": it is a parameter), and where the statement has it. *once*: it is
    executed once."""

    text: str
    value: Value
    once: bool


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a *function*. *once*: it is executed once."""

    function: Name
    once: bool


@dataclass(frozen=True, slots=True)
class Equal:
    """A column is compared with a *value*, or set to it. *qualifier*: of the column ("": none)."""

    qualifier: str
    column: str
    value: Value


@dataclass(frozen=True, slots=True)
class Statement:
    """One text. *changes*: the tables whose rows it updates or deletes. *tables*: by their names in it (aliases).

    *sets*: calls of setval. *calls*: of all functions. *restarts*: sequences that it alters, and tables whose sequences it restarts.
    """

    inserts: tuple[Insert, ...] = ()
    draws: tuple[Draw, ...] = ()
    equals: tuple[Equal, ...] = ()
    changes: tuple[Name, ...] = ()
    sets: tuple[Draw, ...] = ()
    calls: tuple[Call, ...] = ()
    restarts: tuple[Name, ...] = ()
    tables: dict[str, Name] = field(default_factory=dict)


_EQUALS = {"AEXPR_OP", "AEXPR_IN", "AEXPR_OP_ANY"}


def read(text: bytes) -> Statement:
    """Read a text. One that PostgreSQL's grammar rejects shows nothing."""
    found = [_one(one.tree) for one in statements(text) or []]
    return Statement(
        tuple(insert for one in found for insert in one.inserts),
        tuple(draw for one in found for draw in one.draws),
        tuple(equal for one in found for equal in one.equals),
        tuple(table for one in found for table in one.changes),
        tuple(draw for one in found for draw in one.sets),
        tuple(call for one in found for call in one.calls),
        tuple(table for one in found for table in one.restarts),
        {alias: table for one in found for alias, table in one.tables.items()},
    )


def _one(tree: Node) -> Statement:
    """Read one statement."""
    inside = list(nodes(tree))
    once = not any(node.get("fromClause") or key in {"UpdateStmt", "DeleteStmt"} for key, node in inside)
    tables = [node for _, node in inside if "relname" in node]
    updates = [node for key, node in inside if key == "UpdateStmt"]
    changes = [node["relation"] for key, node in inside if key in {"UpdateStmt", "DeleteStmt"}]
    # ON CONFLICT DO UPDATE changes a row of the table of the INSERT.
    changes += [
        node["relation"]
        for key, node in inside
        if key == "InsertStmt" and "ONCONFLICT_UPDATE" in str(node.get("onConflictClause"))
    ]
    # CALL has the same node under another key.
    calls = [(name(node["funcname"]), node) for _, node in inside if "funcname" in node]
    comparisons = [node for key, node in inside if key == "A_Expr"]
    return Statement(
        tuple(insert for key, node in inside for insert in _inserts(key, node)),
        tuple(draw for (_, word), node in calls if word == "nextval" for draw in _drawn(node, once=once)),
        (
            *(equal for node in comparisons for equal in _compared(node)),
            *(equal for node in updates for equal in _set(node)),
        ),
        tuple(map(relation, changes)),
        tuple(draw for (_, word), node in calls if word == "setval" for draw in _drawn(node, once=once)),
        tuple(Call(function, once) for function, _ in calls),
        tuple(one for key, node in inside for one in _restarted(key, node)),
        {str(node.get("alias", {}).get("aliasname", node["relname"])): relation(node) for node in tables},
    )


def _restarted(key: str, node: Node) -> Iterator[Name]:
    """Yield the sequences and the tables of TRUNCATE ... RESTART IDENTITY, ALTER SEQUENCE, and ALTER TABLE ... RESTART."""
    if key == "TruncateStmt" and node.get("restart_seqs"):
        yield from (relation(one["RangeVar"]) for one in node["relations"])
    elif key == "AlterSeqStmt":
        yield relation(node["sequence"])
    elif key == "AlterTableStmt" and any(inner.get("defname") == "restart" for _, inner in nodes(node)):
        yield relation(node["relation"])


def _inserts(key: str, node: Node) -> Iterator[Insert]:
    """Yield the rows that a node of the tree inserts."""
    if key == "InsertStmt":
        yield _insert(node)
    elif key == "CopyStmt" and node.get("is_from") and "relation" in node:
        named = tuple(str(part["String"]["sval"]) for part in node.get("attlist", [])) or None
        yield Insert(relation(node["relation"]), named, None, len(named) if named else None, copies=True)


def _insert(node: Node) -> Insert:
    select = node.get("selectStmt", {}).get("SelectStmt")
    columns = tuple(str(one["ResTarget"]["name"]) for one in node.get("cols", [])) or None
    table = relation(node["relation"])
    generates = node.get("override") == "OVERRIDING_USER_VALUE"
    if select is None:  # DEFAULT VALUES
        return Insert(table, columns, ((),), 0, generates)
    if "valuesLists" in select:
        items = [row["List"]["items"] for row in select["valuesLists"]]
        rows = tuple(tuple(map(value_of, row)) for row in items)
        return Insert(table, columns, rows, len(rows[0]), generates, numbered=_numbered(items))
    if "targetList" not in select or select.get("larg"):
        return Insert(table, columns, None, len(columns) if columns else None, generates)
    targets = [one["ResTarget"].get("val", {}) for one in select["targetList"]]
    if not _sources(select):  # a SELECT without FROM is one row
        row = tuple(map(value_of, targets))
        return Insert(table, columns, (row,), len(row), generates)
    width, numbered = len(columns) if columns else None, _numbered([targets])
    return Insert(table, columns, None, width, generates, array=_array(select), numbered=numbered)


def _numbered(rows: list[list[Node]]) -> tuple[tuple[int, str], ...]:
    """Return the places of the values that are ``nextval('SEQUENCE')``, of one sequence in all rows."""
    each = ({_sequence(value) for value in column} for column in zip(*rows, strict=False))
    return tuple((place, named.pop()) for place, named in enumerate(each) if len(named) == 1 and "" not in named)


def _sequence(value: Node) -> str:
    """Return the sequence of a value that is a call of nextval, cast or not ("": it is not)."""
    while "TypeCast" in value:
        value = value["TypeCast"].get("arg", {})
    call = value.get("FuncCall", {})
    if not call or name(call["funcname"])[1] != "nextval":
        return ""
    argument: Node = next(iter(call.get("args", [])), {})
    return constant(argument) or ""


_CLAUSES = ("whereClause", "havingClause", "groupClause", "distinctClause", "limitCount", "limitOffset")


def _calls(tree: Any) -> list[Node]:
    """Return the function calls in a tree: any may return several rows, or aggregate them."""
    return [node for key, node in nodes(tree) if key == "FuncCall"]


def _sources(select: Node) -> bool:
    """Return whether a SELECT may return another number of rows than one."""
    return bool(select.get("fromClause") or _calls(select["targetList"])) or any(map(select.get, _CLAUSES))


def _array(select: Node) -> Value | None:
    """Return the array of a SELECT that has a row for each element, by unnest in FROM or alone among the columns; several arrays
    have as many elements."""
    outside, inside = _calls(select.get("fromClause", [])), _calls(select["targetList"])
    plain = len(select.get("fromClause", [])) == len(outside) <= 1 and not any(map(select.get, _CLAUSES))
    calls = outside or inside
    if not plain or (outside and inside) or any(name(node["funcname"])[1] != "unnest" for node in calls):
        return None
    value = value_of(next(iter(calls[0].get("args", [])), {})) if calls else None
    return replace(value, many=True) if value is not None and value != DEFAULT else None


def _drawn(node: Node, *, once: bool) -> Iterator[Draw]:
    argument: Node = next(iter(node.get("args", [])), {})
    found = value_of(argument)
    if found is not None:
        yield Draw(constant(argument) or "", found, once)


def _compared(node: Node) -> Iterator[Equal]:
    """Yield the values that a comparison by =, IN or = ANY gives for a column."""
    if node.get("kind") not in _EQUALS or name(node.get("name", []))[1] != "=":
        return
    for left, right in ((node.get("lexpr", {}), node.get("rexpr", {})), (node.get("rexpr", {}), node.get("lexpr", {}))):
        if "ColumnRef" in left:
            yield from _equals(left["ColumnRef"], right, many=node["kind"] == "AEXPR_OP_ANY")


def _set(node: Node) -> Iterator[Equal]:
    """Yield the values that SET gives for columns."""
    table = node["relation"]
    qualifier = str(table.get("alias", {}).get("aliasname", table["relname"]))
    for target in node.get("targetList", []):
        value = value_of(target["ResTarget"].get("val", {}))
        if value is not None and value != DEFAULT:
            yield Equal(qualifier, str(target["ResTarget"].get("name", "")), value)


def _equals(column: Node, other: Node, *, many: bool) -> Iterator[Equal]:
    words = [str(part["String"].get("sval", "")) for part in column.get("fields", []) if "String" in part]
    if not words:
        return
    qualifier = words[-2] if len(words) > 1 else ""
    items: list[Any] = (
        other["List"]["items"] if "List" in other else other.get("A_ArrayExpr", {}).get("elements", [other])
    )
    alone = len(items) == 1 and items[0] is other
    for item in items:
        value = value_of(item)
        if value is not None and value != DEFAULT:
            yield Equal(qualifier, words[-1], replace(value, many=many and alone))
