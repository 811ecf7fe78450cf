"""Names of columns with their tables, as SQL writes them: ``schema.table.column``, with quotes where a part needs them."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from typing import Any

from pglast import ast, parse_sql
from pglast.parser import ParseError

from pgrehearse.workload.sql.statement_trees import text_of


def qualified(*parts: str) -> str:
    """Return a name of these parts; an empty part is left out.

    >>> qualified("Sales Dept", "orders", "id")
    '"Sales Dept".orders.id'
    """
    return text_of(ast.ColumnRef(fields=tuple(ast.String(sval=part) for part in parts if part)))


def as_qualified(text: str) -> str:
    """Return a name that a user wrote as ``qualified`` writes it; a text that is no name is returned as it is.

    >>> as_qualified('"public"."t"."Id"'), as_qualified("a b c")
    ('public.t."Id"', 'a b c')
    """
    try:
        statement: Any = parse_sql(f"select {text}")[0].stmt
    except ParseError:
        return text
    column: Any = statement.targetList[0].val if len(statement.targetList or ()) == 1 else None
    fields = (column.fields or ()) if isinstance(column, ast.ColumnRef) else ()
    names = [str(field.sval) for field in fields if isinstance(field, ast.String)]
    is_name = (
        bool(names) and len(names) == len(fields) and statement == parse_sql(f"select {qualified(*names)}")[0].stmt
    )
    return qualified(*names) if is_name else text


def keep_options(columns: Iterable[str]) -> str:
    """Return the options that keep the values of columns, as a shell reads them."""
    return shlex.join(word for column in columns for word in ("--keep", column))
