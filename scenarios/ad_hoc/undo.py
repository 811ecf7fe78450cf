"""The statements that undo a change, deduced from its parse tree: for CREATE INDEX with a name only."""

from __future__ import annotations

from collections.abc import Sequence

from psycopg import sql

from pgrehearse.base.errors import UsageProblem
from pgrehearse.workload.sql.parse_tree import statements


def deduced_undo(changes: Sequence[str]) -> tuple[str, ...]:
    """Return what undoes statements, the last one first. Raises ``UsageProblem`` for a statement whose opposite is not known.

    >>> deduced_undo(["create index concurrently i on app.orders (status)"])
    ('drop index if exists "app"."i"',)
    """
    return tuple(_undo(change) for change in reversed(changes))


def _undo(change: str) -> str:
    found = statements(change.encode()) or []
    index = found[0].tree.get("IndexStmt") if len(found) == 1 else None
    if index is None or not index.get("idxname"):
        raise UsageProblem(
            f"it is not known what undoes {change!r}",
            remedy="name the index of a CREATE INDEX, or give the statements that undo the change with --undo",
        )
    schema = index["relation"].get("schemaname")
    name = sql.Identifier(*filter(None, (schema, index["idxname"])))
    return sql.SQL("drop index if exists {}").format(name).as_string(None)
