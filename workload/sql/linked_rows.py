"""The rows that a write needs besides those that it finds: parents of foreign keys, rows that conflict, children of deleted rows.

The queries are those of ``row_queries``: pairs of ``tableoid`` and ``ctid``. All names of tables, columns and types were quoted by the server.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pglast import ast

from pgrehearse.workload.sql.row_queries import RowQuery
from pgrehearse.workload.sql.statement_trees import alias_of, as_select, text_of, with_text


@dataclass(frozen=True, slots=True)
class Link:
    """Columns of a table, and the columns of the *other* table that have the same values, in the same order."""

    columns: tuple[str, ...]
    other: str
    other_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A table that a statement writes to: its *columns* in their order with their types, its foreign keys, unique keys and what refers to it."""

    name: str
    columns: dict[str, str]
    parents: tuple[Link, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    children: tuple[Link, ...] = ()


def linked_rows(tree: Any, table: Written) -> Iterator[RowQuery]:
    """Yield the queries for the rows that a write of *table* needs besides those that it finds."""
    if isinstance(tree, ast.InsertStmt) and tree.selectStmt is not None:
        yield from _of_insert(tree, table)
    elif isinstance(tree, ast.UpdateStmt):
        yield from _of_update(tree, table)
    elif isinstance(tree, ast.DeleteStmt):
        yield from _of_delete(tree, table)


def count_of_linked(queries: Iterable[RowQuery]) -> str:
    """Return the query for the number of rows that these queries find together ("": there are none)."""
    counts = [f"(SELECT count(*) FROM ({query.texts[0]}) AS seed_linked)" for query in queries]
    return f"SELECT {' + '.join(counts)}" if counts else ""


def _of_insert(tree: Any, table: Written) -> Iterator[RowQuery]:
    """Yield the queries for the parents of the inserted rows, and for the rows with the same unique key."""
    names = [_identifier(one.name) for one in tree.cols] if tree.cols else list(table.columns)
    links = [*table.parents, *(Link(one, table.name, one) for one in table.unique)]
    for link in links:
        if set(link.columns) <= set(names):
            given, given_names = _given(tree.selectStmt, names, link.columns)
            equal = [
                f"seed_other.{other} = CAST(seed_new.{mine} AS {table.columns[mine]})"
                for mine, other in zip(link.columns, link.other_columns, strict=True)
            ]
            source = f"({text_of(given)}) AS seed_new ({', '.join(given_names)})"
            text = f"SELECT DISTINCT seed_other.tableoid, seed_other.ctid FROM {source} JOIN {link.other} AS seed_other ON {' AND '.join(equal)}"
            yield RowQuery((with_text(tree) + text,), 1)


def _given(select: Any, names: list[str], wanted: tuple[str, ...]) -> tuple[Any, list[str]]:
    """Return the source of an INSERT and the names of its columns: of VALUES only the *wanted* columns, with NULL for DEFAULT."""
    if not select.valuesLists:
        return select, names
    nothing = ast.A_Const(isnull=True, val=None)
    places = [names.index(one) for one in wanted if names.index(one) < len(select.valuesLists[0])]
    rows = tuple(
        tuple(nothing if isinstance(row[place], ast.SetToDefault) else row[place] for place in places)
        for row in select.valuesLists
    )
    values = {**{name: getattr(select, name) for name in select}, "valuesLists": rows}
    return type(select)(**values), [names[place] for place in places]


def _of_update(tree: Any, table: Written) -> Iterator[RowQuery]:
    """Yield the queries for the new parents of the updated rows."""
    set_to = {
        _identifier(one.name): one.val
        for one in tree.targetList
        if not isinstance(one.val, ast.SetToDefault | ast.MultiAssignRef)
    }
    own = alias_of(tree.relation)
    for link in table.parents:
        if not set(link.columns) & set(set_to):
            continue
        values = [
            f"CAST({text_of(set_to[mine])} AS {table.columns[mine]})" if mine in set_to else f"{own}.{mine}"
            for mine in link.columns
        ]
        yield _beside(tree, link, values)


def _of_delete(tree: Any, table: Written) -> Iterator[RowQuery]:
    """Yield the queries for the rows that refer to the deleted rows."""
    own = alias_of(tree.relation)
    for link in table.children:
        yield _beside(tree, link, [f"{own}.{mine}" for mine in link.columns])


def _beside(tree: Any, link: Link, values: list[str]) -> RowQuery:
    """Return the query for the rows of another table whose columns have *values* in the rows that a statement finds.

    The columns of the other table have names of their own: a name without a table in the statement is that of its own column.
    """
    select = as_select(tree)
    names = [f"seed_{number}" for number in range(len(values))]
    columns = "".join(f", {other} AS {name}" for other, name in zip(link.other_columns, names, strict=True))
    tables = [text_of(one) for one in select.fromClause]
    tables.append(f"(SELECT tableoid AS seed_table, ctid AS seed_place{columns} FROM {link.other}) AS seed_other")
    where = [f"({text_of(select.whereClause)})"] if select.whereClause is not None else []
    where += [f"seed_other.{name} = {value}" for name, value in zip(names, values, strict=True)]
    text = f"SELECT DISTINCT seed_other.seed_table, seed_other.seed_place FROM {', '.join(tables)} WHERE {' AND '.join(where)}"
    return RowQuery((with_text(tree) + text,), 1)


def _identifier(name: str) -> str:
    """Return a column's name as the server quotes it."""
    return text_of(ast.ColumnRef(fields=(ast.String(sval=name),)))
