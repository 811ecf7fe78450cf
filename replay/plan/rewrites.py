"""Rules that replace SQL texts in a replay (``--rewrite FILE``, and ``[[rewrite]]`` of a scenario): what if the application sent other SQL?

A rule names the statements by query key or by an example text; both are compared by PostgreSQL's parse tree
(``workload/sql/rewriting``). What is sent in their place has parameters: ``$1`` is the value that has this number in the example, or in
the normalized text of the query.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pgrehearse.base.errors import BadInput
from pgrehearse.base.toml import read_toml
from pgrehearse.base.typed_document import misfit
from pgrehearse.workload.sql.parse_tree import statements

TABLE = "rewrite"
_REMEDY = f'write [[{TABLE}]] with match = "QUERY KEY" or match_sql = "TEXT", and sql = "TEXT" (docs/what-if.md)'


@dataclass(frozen=True, slots=True)
class Rewrite:
    """One rule.

    *sql*: the statements that are sent in the place of one that matches; several run in one transaction. *match*: a query key;
    *match_sql*: a text whose parse tree a statement has to have, where each ``$n`` stands for a constant or a parameter: one of the two.
    *sides*: the sides of a scenario on which the rule applies ((): all). *name*: for reports. *same_rows*: the rows are those of the original, and are compared. *required*: a rule that matches
    nothing is an error.
    """

    sql: tuple[str, ...]
    match: str = ""
    match_sql: str = ""
    name: str = ""
    same_rows: bool = False
    required: bool = False
    sides: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The name of the rule in reports."""
        return self.name or self.match or self.match_sql

    def fault(self) -> str:
        """Return what is wrong with the rule ("": nothing)."""
        if bool(self.match) == bool(self.match_sql):
            return "expected either match (a query key) or match_sql (a text)"
        if not self.sql:
            return "sql is empty"
        return next(
            (
                f"{key} is not one statement of valid SQL: {text}"
                for key, text in self._texts()
                if len(statements(text.encode()) or ()) != 1
            ),
            "",
        )

    def _texts(self) -> list[tuple[str, str]]:
        """Return each text with its key."""
        matched = [("match_sql", self.match_sql)] if self.match_sql else []
        return [*matched, *(("sql", text) for text in self.sql)]


def rewrite_of(entry: Mapping[str, Any], where: str) -> Rewrite:
    """Return the rule that a table describes; ``sql`` may be one text. Raises ``BadInput`` (exit 3) that names *where* for an invalid one."""
    sql = entry.get("sql")
    values: dict[str, Any] = {**entry, **({"sql": [sql]} if isinstance(sql, str) else {})}
    if fault := misfit(Rewrite, values):
        raise BadInput(f"{where}: {fault}", remedy=_REMEDY)
    rule = Rewrite(**{**values, "sql": tuple(values["sql"]), "sides": tuple(values.get("sides", ()))})
    if fault := rule.fault():
        raise BadInput(f"{where}: {fault}", remedy=_REMEDY)
    return rule


def read_rewrites(path: Path) -> tuple[Rewrite, ...]:
    """Read a file of rules. Raises ``BadInput`` (exit 3) for one that cannot be read, or has an invalid rule."""
    document = read_toml(path, missing=_REMEDY, form="docs/what-if.md")
    entries = document.get(TABLE)
    if not isinstance(entries, list) or not entries or set(document) != {TABLE}:
        raise BadInput(f"{path}: not a list of rules", remedy=_REMEDY)
    return rewrites_of(entries, str(path))


def rewrites_of(entries: Iterable[Any], path: str) -> tuple[Rewrite, ...]:
    """Return the rules of a list of tables. Raises ``BadInput`` (exit 3) that names the file and the number of the first invalid one."""
    rules = []
    for number, entry in enumerate(entries, start=1):
        where = f"{path}: {TABLE} {number}"
        if not isinstance(entry, Mapping):
            raise BadInput(f"{where}: it is not a table", remedy=_REMEDY)
        rules.append(rewrite_of(entry, where))
    return tuple(rules)
