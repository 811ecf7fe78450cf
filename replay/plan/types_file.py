"""``--types FILE``: the types of parameters that somebody knows, by query key or by text."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pgrehearse.base.errors import BadInput
from pgrehearse.base.typed_document import misfit
from pgrehearse.runs.run_facts import FixedTypeFacts, TypesFile
from pgrehearse.workload.sql.comments import without_comments

# Returns the oid of a type by its name (0: the database has none).
Lookup = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class FixedType:
    """*parameter* (1 is ``$1``) is of the *type* so named, in every text of a *query* key, or in the text *sql*."""

    parameter: int
    type: str
    query: str = ""
    sql: str = ""

    def is_of(self, sql: bytes, sources: tuple[bytes, ...], query_key: str) -> bool:
        """Say whether it speaks of a text. Comments and white space around a text change nothing."""
        if self.query:
            return self.query == query_key
        named = without_comments(self.sql.encode()).strip()
        return named == sql.strip() or any(named == one.strip() for one in sources)


@dataclass(frozen=True, slots=True)
class FixedTypes:
    """What a file of types says. *path*: of the file."""

    path: str
    types: tuple[FixedType, ...] = ()

    def recorded(self) -> TypesFile:
        """Return what the run's manifest keeps."""
        return TypesFile(self.path, [FixedTypeFacts(one.parameter, one.type, one.query, one.sql) for one in self.types])

    def of(self, sql: bytes, sources: tuple[bytes, ...], query_key: str, lookup: Lookup) -> Mapping[int, int]:
        """Return the types of a text's parameters, by number. Raises ``BadInput`` (exit 3) for a type that the target has not."""
        found = {}
        for one in self.types:
            if one.is_of(sql, sources, query_key):
                found[one.parameter] = lookup(one.type)
                if not found[one.parameter]:
                    raise BadInput(
                        f"{self.path}: the target has no type {one.type!r}",
                        remedy="name a type as the target's format_type() does, with its schema if it is not in the search path",
                    )
        return found


def read_fixed_types(path: Path) -> FixedTypes:
    """Read a file of types, TOML or (``.json``) JSON. Raises ``BadInput`` (exit 3) for one that cannot be read, or says something else."""
    try:
        text = path.read_text(encoding="utf-8")
        document: Any = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise BadInput(f"{path}: {error}", remedy=_REMEDY) from None
    entries = document.get("types") if isinstance(document, dict) else None
    if not isinstance(entries, list) or set(document) != {"types"}:
        raise BadInput(f"{path}: it is no list of types", remedy=_REMEDY)
    for number, entry in enumerate(entries, start=1):
        if fault := misfit(FixedType, entry) or _fault(entry):
            raise BadInput(f"{path}: type {number}: {fault}", remedy=_REMEDY)
    return FixedTypes(str(path), tuple(FixedType(**entry) for entry in entries))


_REMEDY = 'write [[types]] with query = "KEY" or sql = "TEXT", parameter = 1, type = "numeric" (docs/replay.md)'


def _fault(entry: dict[str, Any]) -> str:
    if bool(entry.get("query")) == bool(entry.get("sql")):
        return "give a query key or a text, one of them"
    return "parameters are numbered from 1" if entry["parameter"] < 1 else ""
