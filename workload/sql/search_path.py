"""Parses values of the setting ``search_path`` as PostgreSQL does."""

from __future__ import annotations

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
