"""Whether a statement generates ids: the columns that it writes, and the columns of the table whose default generates an id.

A column that an INSERT does not name, or sets to DEFAULT, gets its default: the next number of a sequence (serial,
identity), a random value. The text does not show which columns a table has; the catalog does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pglast import ast
from pglast.enums.nodes import CmdType
from pglast.enums.primnodes import OverridingKind

# A list of columns that is not written stands for all of them.
_ALL = 1 << 30


@dataclass(frozen=True, slots=True)
class Filled:
    """The columns that a statement writes in one table.

    *columns*: by name (None: by position, the first *width* columns of the table; a *width* of None is unknown).
    *defaults*: positions in them that are set to DEFAULT. *others*: whether the columns that are not named get their
    defaults (an UPDATE does not change them). *user_value*: an identity column generates an id although a value is given.
    """

    table: str
    columns: tuple[str, ...] | None = None
    width: int | None = None
    defaults: frozenset[int] = frozenset()
    others: bool = True
    user_value: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A column whose default generates an id: its name, its *place* among the table's columns (from 0), whether it is an *identity*."""

    name: str
    place: int
    identity: bool = False


def filled(node: Any, table: str) -> list[Filled]:
    """Return the columns that one node of a parse tree writes in its *table*."""
    if isinstance(node, ast.InsertStmt):
        return [_inserted(node, table)]
    if isinstance(node, ast.MergeStmt):
        return [
            _merged(clause, table) for clause in node.mergeWhenClauses or () if clause.commandType != CmdType.CMD_DELETE
        ]
    if isinstance(node, ast.UpdateStmt):
        return [_updated(node.targetList, table)]
    if isinstance(node, ast.CopyStmt):
        named = tuple(str(one.sval) for one in node.attlist) if node.attlist else None
        return [Filled(table, named, _ALL)]
    return []


def unnamed_columns(written: Iterable[Filled]) -> str:
    """Return the one table whose columns a statement fills without naming them ("": there is none, or there are several)."""
    tables = {one.table for one in written if one.columns is None and one.others}
    return tables.pop() if len(tables) == 1 else ""


def draws(one: Filled, columns: Iterable[Drawing]) -> bool | None:
    """Return whether a table with these *columns*, whose defaults generate ids, generates an id (None: unknown)."""
    unknown = False
    for column in columns:
        if one.user_value and column.identity:
            return True
        place = _place(one, column)
        if place is None:
            unknown = True
        elif place in one.defaults or (place < 0 and one.others):
            return True
    return None if unknown else False


def _place(one: Filled, column: Drawing) -> int | None:
    """Return the position of a column among those that are written (-1: it is not written; None: unknown)."""
    if one.columns is not None:
        return one.columns.index(column.name) if column.name in one.columns else -1
    if one.width is None:
        return None
    return column.place if column.place < one.width else -1


def _inserted(node: ast.InsertStmt, table: str) -> Filled:
    width, defaults = _given(node.selectStmt)
    return Filled(
        table,
        _names(node.cols),
        width,
        defaults,
        user_value=node.override == OverridingKind.OVERRIDING_USER_VALUE,
    )


def _given(source: Any) -> tuple[int | None, frozenset[int]]:
    """Return the number of values in each row of an INSERT (None: unknown), and the positions that are set to DEFAULT."""
    while source is not None and source.larg is not None:  # UNION: all parts have as many
        source = source.larg
    if source is None:  # DEFAULT VALUES
        return 0, frozenset()
    if source.valuesLists:
        rows = source.valuesLists
        return len(rows[0]), frozenset(place for row in rows for place in _defaulted(row))
    targets = source.targetList or ()
    return (None if any(_spreads(one.val) for one in targets) else len(targets)), frozenset()


def _spreads(value: Any) -> bool:
    """Return whether a target of a SELECT may be several columns: ``t.*``, ``(row).*``."""
    last: Any = value.fields if isinstance(value, ast.ColumnRef) else getattr(value, "indirection", None)
    return bool(last) and isinstance(last[-1], ast.A_Star)


def _merged(clause: Any, table: str) -> Filled:
    if clause.commandType != CmdType.CMD_INSERT:
        return _updated(clause.targetList, table)
    values = clause.values or ()
    return Filled(
        table,
        _names(clause.targetList),
        len(values),
        frozenset(_defaulted(values)),
        user_value=clause.override == OverridingKind.OVERRIDING_USER_VALUE,
    )


def _updated(targets: Any, table: str) -> Filled:
    """Return the columns that SET writes: only a column that is set to DEFAULT gets its default."""
    found = [one for one in targets or () if isinstance(one, ast.ResTarget)]
    defaults = frozenset(place for place, one in enumerate(found) if _is_default(one.val))
    return Filled(table, tuple(str(one.name) for one in found), None, defaults, others=False)


def _is_default(value: Any) -> bool:
    if isinstance(value, ast.MultiAssignRef):  # SET (a, b) = (1, DEFAULT)
        args = getattr(value.source, "args", None) or ()
        place = (value.colno or 0) - 1
        return 0 <= place < len(args) and isinstance(args[place], ast.SetToDefault)
    return isinstance(value, ast.SetToDefault)


def _defaulted(row: Iterable[Any]) -> list[int]:
    return [place for place, value in enumerate(row) if isinstance(value, ast.SetToDefault)]


def _names(targets: Any) -> tuple[str, ...] | None:
    return tuple(str(one.name) for one in targets) if targets else None
