"""Parses values of the setting ``search_path`` as PostgreSQL does."""

from __future__ import annotations

from dataclasses import dataclass

from pgrehearse.workload.sql.parse_tree import constant, statements

# The name that stands for the session's own user (PostgreSQL manual, "Schemas").
USER = "$user"


def search_path(value: str, user: str) -> tuple[str, ...]:
    """Read a value of ``search_path``: names, folded or quoted, with ``$user`` in place.

    >>> search_path('"$user", Public, "Odd"', "app")
    ('app', 'public', 'Odd')
    """
    out: list[str] = []
    for word in value.split(","):
        text = word.strip().strip("'")
        name = text[1:-1].replace('""', '"') if text.startswith('"') else text.lower()
        if name:
            out.append(user if name == USER else name)
    return tuple(out)


@dataclass(frozen=True, slots=True)
class PathChange:
    """A statement that sets the search path to *names* (None: back to that of the session's start). *local*: until the transaction ends."""

    names: tuple[str, ...] | None
    local: bool = False


def path_change(sql: bytes) -> PathChange | None:
    """Return how a text changes the search path by SET, RESET or DISCARD ALL (None: it does not)."""
    change: PathChange | None = None
    for statement in statements(sql) or ():
        node = statement.tree.get("VariableSetStmt", {})
        if (
            "DiscardStmt" in statement.tree and statement.tree["DiscardStmt"].get("target") == "DISCARD_ALL"
        ) or node.get("kind") == "VAR_RESET_ALL":
            change = PathChange(None)
        elif node.get("name") == "search_path":
            values = [constant(one) for one in node.get("args", [])]
            names = tuple(value for value in values if value is not None)
            change = PathChange(names if node["kind"] == "VAR_SET_VALUE" else None, node.get("is_local", False))
    return change
