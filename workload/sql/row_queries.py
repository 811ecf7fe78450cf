"""The rows that a statement finds, as queries for the places of these rows (``tableoid`` and ``ctid``).

Theory of operation. A statement is a tree of query levels: its own FROM and WHERE, and those of its subqueries, WITH queries and views.
Each level becomes one query with the same FROM, WHERE and (without grouping) the same ORDER BY and LIMIT, which returns the places of the
rows of each of its tables. Levels that group, aggregate or combine (UNION) need all rows that match their WHERE. A subquery in an
expression may use columns of the levels around it: such a query has several forms, and the first that the server accepts is correct (the
others join it to its outer levels by LATERAL). A set of rows that contains all these rows gives the same result, except where a statement
requires that a row is absent (NOT EXISTS, outer joins with IS NULL, EXCEPT): the caller counts the rows of both to find these.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from pglast import ast
from pglast.enums import LimitOption, SetOperation

from pgrehearse.workload.sql.parse_tree import Name, objects
from pgrehearse.workload.sql.statement_trees import (
    WRITES,
    NotDerivable,
    alias_of,
    altered,
    as_select,
    name_of,
    one_target,
    only_read,
    own_nodes,
    parsed,
    reference_to,
    text_of,
    with_text,
    without,
)

_OUTER = "seed_outer"


@dataclass(frozen=True, slots=True)
class RowQuery:
    """A query for the rows of *tables* tables: its columns are pairs of ``tableoid`` and ``ctid``, null where an outer join found no row.

    *texts*: its forms; the first that the server accepts is correct. Parameters are those of the statement."""

    texts: tuple[str, ...]
    tables: int


@dataclass(frozen=True, slots=True)
class FoundRows:
    """What a statement finds. *count*: a query for the number of rows that it returns or changes ("": it only inserts values)."""

    queries: tuple[RowQuery, ...]
    count: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a database for one search path: its *tables*, the definitions of its *views*, and its *aggregates* (functions)."""

    tables: AbstractSet[Name]
    views: Mapping[Name, str] = field(default_factory=dict)
    aggregates: AbstractSet[str] = frozenset()


def found_rows(tree: Any, names: Names) -> FoundRows:
    """Return the queries for the rows that a statement finds. Raises ``NotDerivable``."""
    if not isinstance(tree, ast.SelectStmt | ast.InsertStmt | ast.UpdateStmt | ast.DeleteStmt | ast.MergeStmt):
        raise NotDerivable("it is not a SELECT, INSERT, UPDATE, DELETE or MERGE")
    for node in objects(tree):
        if isinstance(node, ast.SelectStmt):
            node.lockingClause = None
            node.intoClause = None
    return FoundRows(tuple(_Derivation(names).of(tree)), _count(tree))


@dataclass(slots=True)
class _Level:
    """A query level. *select*: its tree; *outer*: the level whose expressions contain it; *scope*: the WITH queries that it can name."""

    select: Any
    outer: _Level | None
    scope: tuple[Any, ...]


@dataclass
class _Derivation:
    names: Names
    keys: int = 0
    views: int = 0
    defined: set[Name] = field(default_factory=set)  # the WITH queries that the level can name

    def of(self, tree: Any) -> Iterator[RowQuery]:
        """Yield the queries of a statement."""
        select = as_select(tree)
        if select is None:
            return
        if isinstance(tree, ast.InsertStmt) and tree.withClause is not None:
            scope = yield from self._with(tree.withClause, ())
            yield from self._level(_Level(select, None, scope))
        else:
            yield from self._level(_Level(select, None, ()))

    def _with(self, clause: Any, scope: tuple[Any, ...]) -> Generator[RowQuery, None, tuple[Any, ...]]:
        """Yield the queries of WITH queries; return what the query after them can name."""
        for query in clause.ctes:
            inner = query.ctequery
            around = (*scope, clause) if clause.recursive else (*scope, _before(clause, query))
            yield from self._level(_Level(as_select(inner), None, around))
        return (*scope, clause)

    def _level(self, level: _Level) -> Iterator[RowQuery]:
        select, scope = level.select, level.scope
        if select is None:
            return
        if select.withClause is not None:
            scope = yield from self._with(select.withClause, scope)
            level = _Level(without(select, "withClause"), level.outer, scope)
            select = level.select
        if select.op != SetOperation.SETOP_NONE:
            for side in (select.larg, select.rarg):
                yield from self._level(_Level(side, level.outer, scope))
            return
        opaque: list[Any] = []
        self.defined = {("", str(one.ctename)) for clause in scope for one in clause.ctes or ()}
        keyed, pairs = self._keyed(select, opaque, alone=True)
        if pairs:
            yield RowQuery(tuple(_forms(keyed, pairs, level)), len(pairs))
        for part in opaque:
            yield from self._level(_Level(part, level, scope))
        for link in _sublinks(select):
            yield from self._level(_Level(link, level, scope))

    def _keyed(self, select: Any, opaque: list[Any], *, alone: bool) -> tuple[Any, list[int]]:
        """Return a level that returns the places of its rows as further columns, and their numbers."""
        parts = [self._from(item, opaque) for item in select.fromClause or ()]
        refs = [ref for _, found in parts for ref in found]
        targets = tuple(column for number, reference in refs for column in _columns(number, reference))
        changed = {"fromClause": tuple(item for item, _ in parts) or None}
        if self._groups(select):
            changed |= dict.fromkeys(_GROUPING)
            changed["targetList"] = targets or (one_target(),)
        elif alone and (select.limitCount is None or _ordered_by_window(select)):
            changed |= dict.fromkeys(("sortClause", "limitCount", "limitOffset", "windowClause"))
            changed["targetList"] = targets or (one_target(),)
        else:
            changed["targetList"] = (*(select.targetList or ()), *targets)
            changed |= _with_offset(select) if alone else {}
        return altered(select, **changed), [number for number, _ in refs]

    def _from(self, item: Any, opaque: list[Any]) -> tuple[Any, list[tuple[int, tuple[Any, ...]]]]:
        """Return an item of FROM, and the places that it can return: a number, and what the columns belong to (or their names)."""
        if isinstance(item, ast.RangeVar):
            return self._relation(item, opaque)
        if isinstance(item, ast.RangeTableSample):
            return item, self._relation(item.relation, opaque)[1]
        if isinstance(item, ast.JoinExpr):
            left, of_left = self._from(item.larg, opaque)
            right, of_right = self._from(item.rarg, opaque)
            if item.alias is not None and (of_left or of_right):
                raise NotDerivable("a join has an alias")
            return altered(item, larg=left, rarg=right), [*of_left, *of_right]
        if isinstance(item, ast.RangeSubselect):
            return self._subselect(item, opaque)
        return item, []

    def _relation(self, item: Any, opaque: list[Any]) -> tuple[Any, list[tuple[int, tuple[Any, ...]]]]:
        name = name_of(item)
        if name in self.defined:
            return item, []
        if name in self.names.views:
            self.views += 1
            if self.views > _MOST_VIEWS:
                raise NotDerivable("it uses too many views")
            alias = item.alias or ast.Alias(aliasname=item.relname)
            query = parsed(self.names.views[name])
            return self._subselect(ast.RangeSubselect(lateral=False, subquery=query, alias=alias), opaque)
        if name not in self.names.tables:
            return item, []
        self.keys += 1
        return item, [(self.keys, reference_to(item))]

    def _subselect(self, item: Any, opaque: list[Any]) -> tuple[Any, list[tuple[int, tuple[Any, ...]]]]:
        select = item.subquery
        if (
            not isinstance(select, ast.SelectStmt)
            or select.op != SetOperation.SETOP_NONE
            or select.valuesLists
            or select.withClause is not None
            or select.limitOffset is not None
            or self._groups(select)
        ):
            opaque.append(select)
            return item, []
        keyed, numbers = self._keyed(select, opaque, alone=False)
        opaque.extend(_sublinks(select))
        alias = item.alias or ast.Alias(aliasname=f"seed_{self.keys}_{len(opaque)}")
        new = altered(item, subquery=keyed, alias=alias)
        return new, [(number, (ast.String(sval=alias.aliasname), number)) for number in numbers]

    def _groups(self, select: Any) -> bool:
        """Return whether several rows of a level can become one row."""
        if select.groupClause or select.distinctClause or select.havingClause is not None:
            return True
        return any(
            isinstance(node, ast.FuncCall)
            and node.over is None
            and (node.agg_star or node.agg_within_group or _function(node) in self.names.aggregates)
            for node in own_nodes(select, ("targetList", "sortClause"))
        )


_GROUPING = (
    *("groupClause", "distinctClause", "havingClause", "sortClause", "limitCount", "limitOffset", "windowClause"),
)
_MOST_VIEWS = 50


def _forms(keyed: Any, pairs: list[int], level: _Level) -> Iterator[str]:
    """Yield the forms of a level's query: alone, joined to the level around it, to the two levels around it, and so on."""
    clauses = " ".join(_scope_text(level.scope))
    columns = ", ".join(f"{_OUTER}.k{n}t, {_OUTER}.k{n}c" for n in pairs)
    text = f"(SELECT {columns} FROM ({text_of(keyed)}) AS {_OUTER})"
    outer = level.outer
    yield f"{clauses} SELECT DISTINCT {columns} FROM {text} AS {_OUTER}".strip()
    while outer is not None:
        select = outer.select
        tables = "".join(f"{text_of(item)}, " for item in select.fromClause or ())
        where = f" WHERE {text_of(select.whereClause)}" if select.whereClause is not None else ""
        text = f"(SELECT {columns} FROM {tables}LATERAL {text} AS {_OUTER}{where})"
        yield f"{clauses} SELECT DISTINCT {columns} FROM {text} AS {_OUTER}".strip()
        outer = outer.outer


def _scope_text(scope: tuple[Any, ...]) -> Iterator[str]:
    queries = [one for clause in scope for one in (only_read(clause).ctes or ())]
    if queries:
        recursive = any(clause.recursive for clause in scope)
        latest = {one.ctename: one for one in queries}
        yield "WITH " + text_of(ast.WithClause(ctes=tuple(latest.values()), recursive=recursive))


def _before(clause: Any, query: Any) -> Any:
    return altered(clause, ctes=clause.ctes[: clause.ctes.index(query)] or None)


def _function(call: Any) -> str:
    return str(call.funcname[-1].sval)


def inserts_values(tree: Any) -> bool:
    """Return whether a statement only inserts values, and finds no rows by itself."""
    select: Any = tree.selectStmt if isinstance(tree, ast.InsertStmt) else tree
    values = isinstance(tree, ast.InsertStmt) and (select is None or bool(select.valuesLists))
    return values and not any(isinstance(node, WRITES) for node in objects(tree) if node is not tree)


def _count(tree: Any) -> str:
    if any(isinstance(node, WRITES) for node in objects(tree) if node is not tree):
        return ""
    if isinstance(tree, ast.SelectStmt):
        return f"SELECT count(*) FROM ({text_of(tree)}) AS {_OUTER}"
    if isinstance(tree, ast.InsertStmt | ast.MergeStmt):
        select: Any = tree.selectStmt if isinstance(tree, ast.InsertStmt) else None
        if select is None or select.valuesLists:
            return ""
        return f"{with_text(tree)}SELECT count(*) FROM ({text_of(select)}) AS {_OUTER}"
    reference = alias_of(tree.relation)
    target = parsed(f"select count(distinct ({reference}.tableoid, {reference}.ctid))").targetList
    return text_of(altered(as_select(tree), targetList=target))


def _with_offset(select: Any) -> dict[str, Any]:
    """Return the LIMIT with which the rows that OFFSET skips are found too."""
    if select.limitOption == LimitOption.LIMIT_OPTION_WITH_TIES or select.limitOffset is None:
        return {}
    total = parsed("select cast(1 as bigint) + cast(2 as bigint)").targetList[0].val
    total.lexpr.arg, total.rexpr.arg = select.limitCount, select.limitOffset
    return {"limitCount": total, "limitOffset": None}


def _ordered_by_window(select: Any) -> bool:
    """Return whether a level has window functions: their values depend on all rows, so that LIMIT limits nothing."""
    return any(
        isinstance(node, ast.FuncCall) and node.over is not None
        for node in own_nodes(select, ("targetList", "sortClause"))
    )


def _columns(number: int, reference: tuple[Any, ...]) -> Iterator[Any]:
    for letter, column in (("t", "tableoid"), ("c", "ctid")):
        name = f"k{number}{letter}"
        inner = isinstance(reference[-1], int)
        fields = (reference[0], ast.String(sval=name)) if inner else (*reference, ast.String(sval=column))
        yield ast.ResTarget(name=name, val=ast.ColumnRef(fields=fields))


def _sublinks(select: Any) -> list[Any]:
    """Return the subqueries in the expressions of a level, those in deeper levels excluded."""
    return [node.subselect for node in own_nodes(select, tuple(select)) if isinstance(node, ast.SubLink)]
