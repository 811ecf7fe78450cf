"""Renames the calls of a function in an expression, at their places in the parse tree."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from pgrehearse.workload.sql.parse_tree import Name, name, nodes, statements

# PostgreSQL's function as an expression of the catalog names it.
NEXTVAL = frozenset({("", "nextval"), ("pg_catalog", "nextval")})
_BEFORE = b"select "


def rename_calls(expression: str, functions: AbstractSet[Name], other: str) -> str | None:
    """Return an expression that calls *other* (as it is written in SQL) where it called one of *functions*.

    None: the expression cannot be parsed. Strings and columns with the same name stay.

    >>> rename_calls("'nextval' || nextval('a'::regclass)", {("", "nextval")}, "pgrehearse.draw")
    "'nextval' || pgrehearse.draw('a'::regclass)"
    """
    text = _BEFORE + expression.encode()
    parsed = statements(text)
    if parsed is None or len(parsed) != 1:
        return None
    places = sorted(
        node["location"]
        for key, node in nodes(parsed[0].tree)
        if key == "FuncCall" and name(node["funcname"]) in functions
    )
    for place in reversed(places):  # from the end, so that the places before stay valid
        text = text[:place] + other.encode() + text[text.index(b"(", place) :]
    return text[len(_BEFORE) :].decode()
