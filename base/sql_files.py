"""The texts of the packages' ``.sql`` files."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def sql_text(package: str, name: str) -> str:
    """Return the text of ``sql/NAME.sql`` of *package* (a dotted name).

    >>> sql_text("pgrehearse.targets", "databases").startswith("select datname")
    True
    """
    return (files(package) / "sql" / f"{name}.sql").read_text(encoding="utf-8")
