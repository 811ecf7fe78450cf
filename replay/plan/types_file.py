"""``--types FILE``: the types of parameters, by query key or by text."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pgrehearse.base.errors import BadInput
from pgrehearse.base.toml import read_toml
from pgrehearse.base.typed_document import misfit
from pgrehearse.runs.run_facts import FixedTypeFacts, TypesFile
from pgrehearse.workload.sql.comments import without_comments

# Returns the oid of a type by its name (0: the database has none).
Lookup = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class FixedType:
    """*parameter* (1 is ``$1``) has the *type* of this name, in every text of a *query* key, or in the text *sql*."""

    parameter: int
    type: str
    query: str = ""
    sql: str = ""

    def applies_to(self, sql: bytes, sources: tuple[bytes, ...], query_key: str) -> bool:
        """Return whether it applies to a text. Comments and white space around a text are ignored."""
        if self.query:
            return self.query == query_key
        named = without_comments(self.sql.encode()).strip()
        return named == sql.strip() or any(named == source.strip() for source in sources)


@dataclass(frozen=True, slots=True)
class FixedTypes:
    """The content of a file of types. *path*: of the file."""

    path: str
    types: tuple[FixedType, ...] = ()

    def recorded(self) -> TypesFile:
        """Return what the run's manifest keeps."""
        return TypesFile(self.path, [FixedTypeFacts(one.parameter, one.type, one.query, one.sql) for one in self.types])

    def of(self, sql: bytes, sources: tuple[bytes, ...], query_key: str, lookup: Lookup) -> Mapping[int, int]:
        """Return the types of a text's parameters, by number. Raises ``BadInput`` (exit 3) for a type that does not exist on the target."""
        types = {}
        for fixed in self.types:
            if fixed.applies_to(sql, sources, query_key):
                types[fixed.parameter] = lookup(fixed.type)
                if not types[fixed.parameter]:
                    raise BadInput(
                        f"{self.path}: the target has no type {fixed.type!r}",
                        remedy="write a type as the target's format_type() does, with its schema if it is not in the search path",
                    )
        return types


def read_fixed_types(path: Path) -> FixedTypes:
    """Read a file of types, TOML or (``.json``) JSON. Raises ``BadInput`` (exit 3) for one that cannot be read, or is not a list of types."""
    document = _json(path) if path.suffix == ".json" else read_toml(path, missing=_REMEDY, form="docs/replay.md")
    entries = document.get("types") if isinstance(document, dict) else None
    if not isinstance(entries, list) or set(document) != {"types"}:
        raise BadInput(f"{path}: not a list of types", remedy=_REMEDY)
    for number, entry in enumerate(entries, start=1):
        if fault := misfit(FixedType, entry) or _fault(entry):
            raise BadInput(f"{path}: type {number}: {fault}", remedy=_REMEDY)
    return FixedTypes(str(path), tuple(FixedType(**entry) for entry in entries))


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}", remedy=_REMEDY) from None
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{path}: not JSON: {error}", remedy=_REMEDY) from None


_REMEDY = 'write [[types]] with query = "KEY" or sql = "TEXT", parameter = 1, type = "numeric" (docs/replay.md)'


def _fault(entry: dict[str, Any]) -> str:
    if bool(entry.get("query")) == bool(entry.get("sql")):
        return "expected either a query key or a text"
    return "parameter numbers start at 1" if entry["parameter"] < 1 else ""
