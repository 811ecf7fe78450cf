"""To which values of a column a statement is limited, by PostgreSQL's parse tree: one tenant, one customer, one shard.

Theory of operation. Every part of a statement that finds rows is limited to some values of the column, or is not limited. A comparison by
``=``, IN, = ANY or IS NOT DISTINCT FROM with values limits; so does a value that an INSERT gives the column. Of parts that all apply (AND,
an inner join, a subquery that a condition needs, a WITH query) one is enough. Of parts that are alternatives (OR, UNION, the rows of
VALUES) each has to be limited. NOT, other operators, SET and the conditions of outer joins do not limit. A statement with values for
several tables has all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pgrehearse.workload.sql.parse_tree import Node, name, nodes, statements, texts
from pgrehearse.workload.sql.value_places import DEFAULT, Value, value_of

# The values to which a part is limited; empty: it finds no rows of a table; None: it is not limited.
Limit = tuple[Value, ...] | None

_EQUALS = {"AEXPR_OP", "AEXPR_IN", "AEXPR_OP_ANY", "AEXPR_NOT_DISTINCT"}
_WRITES = ("InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt")
# Statements that contain the one whose rows count.
_AROUND = ("ExplainStmt", "DeclareCursorStmt", "CreateTableAsStmt", "CopyStmt")


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """The *values* to which a text is limited (none: it is not limited). *unknown*: the text does not show a value that it uses: it
    is computed, or the statement inserts into columns that it does not name."""

    values: tuple[Value, ...] = ()
    unknown: bool = False


def column_filter(text: bytes, column: str, table_columns: tuple[str, ...] | None = None) -> ColumnFilter:
    """Return to which values of a column (its name in the catalog) a text is limited.

    *table_columns*: those of the table into which an INSERT without a list of columns writes (None: unknown).
    """
    reading = _Reading(column, table_columns)
    try:
        limit = _each(reading.statement(one.tree, {}) for one in statements(text) or ())
    except RecursionError:
        return ColumnFilter(unknown=True)
    return ColumnFilter(tuple(dict.fromkeys(limit or ())), unknown=reading.unknown and not limit)


def _all(limits: Iterable[Limit]) -> Limit:
    """Return the limit of parts that all apply."""
    found = list(limits)
    values = tuple(value for one in found if one for value in one)
    return values or (None if None in found else ())


def _each(limits: Iterable[Limit]) -> Limit:
    """Return the limit of alternatives; one that finds no rows of a table is none."""
    found = [one for one in limits if one != ()]
    return None if None in found else tuple(value for one in found if one for value in one)


Queries = Mapping[str, Limit]


@dataclass(slots=True)
class _Reading:
    """One text, read for one *column*."""

    column: str
    table_columns: tuple[str, ...] | None
    unknown: bool = field(default=False)

    def statement(self, tree: Node, queries: Queries) -> Limit:
        """Return the limit of a statement. *queries*: the limits of the WITH queries that it can name."""
        ((kind, node),) = tree.items()
        if kind == "SelectStmt":
            return self._select(node, queries)
        if kind in _AROUND:
            return self.statement(node["query"], queries) if "query" in node else ()
        if kind not in _WRITES:
            return ()
        queries, written = self._with(node, queries)
        if kind == "InsertStmt":
            return _all([self._insert(node, queries), *written])
        where = [self._condition(node[key], queries) for key in ("whereClause", "joinCondition") if key in node]
        tables = [*node.get("fromClause", []), *node.get("usingClause", [])]
        tables += [node["sourceRelation"]] if "sourceRelation" in node else []
        return _all([None, *(self._table(one, queries) for one in tables), *where, *written])

    def _with(self, node: Node, queries: Queries) -> tuple[Queries, list[Limit]]:
        """Return the WITH queries that a statement can name, and the limits of those that write."""
        known, written = dict(queries), list[Limit]()
        for one in node.get("withClause", {}).get("ctes", []):
            query = one["CommonTableExpr"]
            known[query["ctename"]] = self._recursive(query, known)
            written += [known[query["ctename"]]] * any(kind in query["ctequery"] for kind in _WRITES)
        return known, written

    def _recursive(self, query: Node, queries: Queries) -> Limit:
        """Return the limit of a WITH query; where it names itself, its first part is meant."""
        select = query["ctequery"].get("SelectStmt", {})
        if "larg" not in select:
            return self.statement(query["ctequery"], queries)
        first = self._select(select["larg"], queries)
        return _each([first, self._select(select["rarg"], {**queries, query["ctename"]: first})])

    def _select(self, node: Node, queries: Queries) -> Limit:
        queries, written = self._with(node, queries)
        if "larg" in node:
            return _all([_each(self._select(node[side], queries) for side in ("larg", "rarg")), *written])
        tables = [self._table(one, queries) for one in node.get("fromClause", [])]
        where = [self._condition(node[key], queries) for key in ("whereClause", "havingClause") if key in node]
        # Without FROM, the subqueries of the list are all that finds rows: select exists (select ...).
        own = [] if tables else [self._subqueries(one, queries) for one in node.get("targetList", [])]
        return _all([*tables, *where, *own, *written])

    def _table(self, item: Node, queries: Queries) -> Limit:
        """Return the limit of an item of FROM."""
        ((kind, node),) = item.items()
        if kind == "RangeVar":
            return None if "schemaname" in node else queries.get(node["relname"])
        if kind == "RangeSubselect":
            return self.statement(node["subquery"], queries)
        if kind == "JoinExpr":
            sides = {"JOIN_LEFT": ("larg",), "JOIN_RIGHT": ("rarg",), "JOIN_INNER": ("larg", "rarg")}
            kept = [self._table(node[side], queries) for side in sides.get(node["jointype"], ())]
            inner = node["jointype"] == "JOIN_INNER" and "quals" in node
            return _all([*kept, self._condition(node["quals"], queries)] if inner else kept or [None])
        return () if kind in {"RangeFunction", "RangeTableFunc", "JsonTable"} else None

    def _condition(self, item: Node, queries: Queries) -> Limit:
        """Return the limit of a condition."""
        ((kind, node),) = item.items()
        if kind == "BoolExpr" and node["boolop"] != "NOT_EXPR":
            parts = [self._condition(one, queries) for one in node["args"]]
            return _all(parts) if node["boolop"] == "AND_EXPR" else _each(parts)
        if kind == "A_Expr" and node.get("kind") in _EQUALS and name(node.get("name", []))[1] == "=":
            compared = self._compared(node)
            if compared is not None:
                return compared
        return self._subqueries(item, queries) or None

    def _subqueries(self, item: Node, queries: Queries) -> Limit:
        """Return the limit of the subqueries that an expression needs; what NOT, OR and CASE contain may not be needed."""
        found: list[Limit] = []
        stack: list[object] = [item]
        while stack:
            node = stack.pop()
            if isinstance(node, list):
                stack.extend(node)
            elif isinstance(node, dict) and "SubLink" in node:
                link = node["SubLink"]
                if link["subLinkType"] != "ALL_SUBLINK":
                    found.append(self.statement(link["subselect"], queries))
            elif isinstance(node, dict) and not node.keys() & {"BoolExpr", "CaseExpr"}:
                stack.extend(node.values())
        return _all(found)

    def _compared(self, node: Node) -> Limit:
        """Return the values with which a comparison compares the column (None: it does not)."""
        left, right = node.get("lexpr", {}), node.get("rexpr", {})
        many = node["kind"] == "AEXPR_OP_ANY" and "A_ArrayExpr" not in _bare(right)
        for own, other in ((left, right), (right, left)):
            place = self._place(own)
            if place is None:
                continue
            values = [value_of(_part(one, own, place)) for one in _items(other)]
            if all(one is not None and one != DEFAULT for one in values):
                return tuple(replace(one, many=many) for one in values if one is not None)
            self.unknown |= not any(key == "ColumnRef" for key, _ in nodes(other))
        return None

    def _place(self, item: Node) -> int | None:
        """Return where an expression, or a row of them, is the column (None: nowhere)."""
        parts = item["RowExpr"].get("args", []) if "RowExpr" in item else [item]
        return next((place for place, one in enumerate(parts) if self._is_column(_bare(one))), None)

    def _is_column(self, item: Node) -> bool:
        return texts(item.get("ColumnRef", {}).get("fields", []))[-1:] == [self.column]

    def _insert(self, node: Node, queries: Queries) -> Limit:
        """Return the values that an INSERT gives the column, or the limit of its query."""
        if "selectStmt" not in node:  # DEFAULT VALUES
            return None
        named = [one["ResTarget"]["name"] for one in node.get("cols", [])] or self.table_columns
        self.unknown |= named is None
        place = named.index(self.column) if named and self.column in named else None
        return self._given(node["selectStmt"]["SelectStmt"], place, queries)

    def _given(self, source: Node, place: int | None, queries: Queries) -> Limit:
        """Return the limit of the rows of an INSERT. *place*: of the column in each (None: it is not given)."""
        if "larg" in source:
            queries, _ = self._with(source, queries)
            return _each(self._given(source[side], place, queries) for side in ("larg", "rarg"))
        if "valuesLists" in source:
            return _each(self._given_value(row["List"]["items"], place) for row in source["valuesLists"])
        row = [one["ResTarget"].get("val", {}) for one in source.get("targetList", [])]
        limit = self._select(source, queries)
        return _all([self._given_value(row, place) if not _has_star(row) else None, limit])

    def _given_value(self, row: list[Node], place: int | None) -> Limit:
        if place is None or place >= len(row):
            return None
        value = value_of(row[place])
        self.unknown |= value is None and not any(key == "ColumnRef" for key, _ in nodes(row[place]))
        return None if value is None or value == DEFAULT else (value,)


def _has_star(row: list[Node]) -> bool:
    return any(key == "A_Star" for key, _ in nodes(row))


def _bare(item: Node) -> Node:
    """Return an expression without its casts."""
    while "TypeCast" in item:
        item = item["TypeCast"].get("arg", {})
    return item


def _items(item: Node) -> Iterator[Node]:
    """Yield the values of a list, of an array, or an expression alone."""
    item = _bare(item)
    yield from item["List"]["items"] if "List" in item else item.get("A_ArrayExpr", {}).get("elements", [item])


def _part(item: Node, own: Node, place: int) -> Node:
    """Return what a row has at a place, where the other side of the comparison is a row too."""
    if "RowExpr" not in own:
        return item
    parts: list[Node] = item.get("RowExpr", {}).get("args", [])
    return parts[place] if place < len(parts) else {}
