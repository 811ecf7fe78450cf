"""Parse trees of statements as objects: their relations, their FROM and WHERE as a SELECT, and their text again (pglast)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pglast import ast, parse_sql
from pglast.enums import JoinType, SetOperation
from pglast.error import Error as PglastError
from pglast.stream import RawStream

from pgrehearse.workload.sql.lexer import depth, tokens
from pgrehearse.workload.sql.parse_tree import Name, objects

WRITES = (ast.InsertStmt, ast.UpdateStmt, ast.DeleteStmt, ast.MergeStmt)
# Python's objects of a deeper tree could exhaust the stack.
_DEEPEST = 1_000
_NO_VALUES = (ast.SetToDefault, ast.MultiAssignRef)


class NotDerivable(ValueError):
    """The rows of a statement cannot be derived from its text. The message is the reason."""


def parsed(sql: str) -> Any:
    """Return the tree of a text of one statement. Raises ``NotDerivable``."""
    found = tokens(sql)
    if found is None or depth(found) > _DEEPEST:
        raise NotDerivable("it cannot be parsed")
    try:
        statements = parse_sql(sql)
    except (PglastError, RecursionError, ValueError):
        raise NotDerivable("it cannot be parsed") from None
    if len(statements) != 1:
        raise NotDerivable("it has several statements")
    return _inside(statements[0].stmt)


def _inside(statement: Any) -> Any:
    """Return the statement inside of EXPLAIN, DECLARE CURSOR, COPY (query) TO and CREATE TABLE AS."""
    if isinstance(statement, ast.ExplainStmt | ast.DeclareCursorStmt | ast.CreateTableAsStmt) or (
        isinstance(statement, ast.CopyStmt) and statement.query is not None
    ):
        return _inside(statement.query)
    if isinstance(statement, ast.CopyStmt) and statement.relation is not None and not statement.is_from:
        return ast.SelectStmt(
            targetList=(one_target(),), fromClause=(statement.relation,), op=SetOperation.SETOP_NONE, all=False
        )
    return statement


def relation_names(tree: Any) -> set[Name]:
    """Return the names of the relations in a tree; those of its WITH queries are included."""
    return {name_of(node) for node in objects(tree) if isinstance(node, ast.RangeVar)}


def written_name(tree: Any) -> Name | None:
    """Return the name of the table that a statement writes to (None: it is a SELECT)."""
    return name_of(tree.relation) if isinstance(tree, WRITES) else None


def as_select(tree: Any) -> Any:
    """Return a SELECT with the FROM and WHERE of an UPDATE, DELETE or MERGE; its targets are the expressions that are assigned."""
    targets: tuple[Any, ...] = (one_target(),)
    kind: Any = type(tree)  # not isinstance: pglast's types say that each part may be missing
    if isinstance(tree, ast.SelectStmt | ast.InsertStmt):
        return tree if isinstance(tree, ast.SelectStmt) else tree.selectStmt
    if isinstance(tree, ast.MergeStmt):
        joined = ast.JoinExpr(
            jointype=JoinType.JOIN_LEFT,
            isNatural=False,
            larg=tree.sourceRelation,
            rarg=tree.relation,
            quals=tree.joinCondition,
            rtindex=0,
        )
        tables, where = (joined,), None
    elif kind is ast.UpdateStmt:
        tables, where = (tree.relation, *(tree.fromClause or ())), tree.whereClause
        targets = tuple(ast.ResTarget(val=item.val) for item in tree.targetList if not isinstance(item.val, _NO_VALUES))
    else:
        tables, where = (tree.relation, *(tree.usingClause or ())), tree.whereClause
    return ast.SelectStmt(
        targetList=targets or (one_target(),),
        fromClause=tables,
        whereClause=where,
        withClause=tree.withClause,
        op=SetOperation.SETOP_NONE,
        all=False,
    )


def text_of(node: Any) -> str:
    """Return the SQL text of a tree."""
    return str(RawStream()(node))


def with_text(tree: Any) -> str:
    """Return the text of a statement's WITH clause, followed by a space; what its queries change is only read ("": it has none)."""
    return "" if tree is None or tree.withClause is None else f"WITH {text_of(only_read(tree.withClause))} "


def alias_of(relation: Any) -> str:
    """Return the name by which a statement refers to a relation of its FROM, quoted."""
    return text_of(ast.ColumnRef(fields=reference_to(relation)))


def only_read(clause: Any) -> Any:
    """Return a WITH clause whose queries read what they would change; rows that they would insert do not exist."""
    return altered(
        clause, ctes=tuple(altered(one, ctequery=_reading(one.ctequery)) for one in clause.ctes or ()) or None
    )


def _reading(query: Any) -> Any:
    if not isinstance(query, WRITES):
        return query
    if isinstance(query, ast.InsertStmt):
        never = parsed("select 1 where false").whereClause
        select = ast.SelectStmt(fromClause=(query.relation,), whereClause=never, op=SetOperation.SETOP_NONE, all=False)
    else:
        select = as_select(query)
    returning = query.returningClause.exprs if query.returningClause is not None else (one_target(),)
    return altered(select, targetList=returning)


def reference_to(relation: Any) -> tuple[Any, ...]:
    if relation.alias is not None:
        return (ast.String(sval=relation.alias.aliasname),)
    words = [relation.schemaname, relation.relname] if relation.schemaname else [relation.relname]
    return tuple(ast.String(sval=word) for word in words)


def own_nodes(select: Any, parts: tuple[str, ...]) -> Iterator[Any]:
    """Yield the nodes of parts of a level; subqueries are yielded, but not what is in them."""
    stack = [getattr(select, name) for name in parts if name not in {"larg", "rarg", "withClause"}]
    while stack:
        item = stack.pop()
        if isinstance(item, tuple):
            stack.extend(item)
        elif isinstance(item, ast.SubLink):
            yield item
            stack.append(item.testexpr)
        elif isinstance(item, ast.Node) and not isinstance(item, ast.SelectStmt):
            yield item
            stack.extend(getattr(item, name) for name in item)


def name_of(relation: Any) -> Name:
    return relation.schemaname or "", relation.relname


def one_target() -> Any:
    return ast.ResTarget(val=ast.A_Const(val=ast.Integer(ival=1)))


def without(node: Any, name: str) -> Any:
    return altered(node, **{name: None})


def altered(node: Any, **values: Any) -> Any:
    """Return a copy of a node with other values."""
    return type(node)(**{name: values.get(name, getattr(node, name)) for name in {*node, *values}})
