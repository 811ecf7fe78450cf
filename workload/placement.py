"""A placement file: which server gets which schemas and tables (TOML, ``[[server]]``)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pgrehearse.base.errors import BadInput
from pgrehearse.base.toml import read_toml
from pgrehearse.base.typed_document import of_user

_REMEDY = 'write [[server]] with name = "a" and schemas = ["shard_1"], tables = ["public.items"] or others = true (docs/what-if.md)'


@dataclass(frozen=True, slots=True)
class PlacedServer:
    """One server: its *name*, the *schemas* and *tables* that it gets, and whether it gets all *others*. A table precedes its schema."""

    name: str
    schemas: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    others: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """The servers of a placement, in the order of the file. *path*: of the file."""

    path: str
    servers: tuple[PlacedServer, ...]

    def unit_of(self, table: str) -> tuple[str, str] | None:
        """Return the server of a table and what places it there: the table, its schema, or the table as one of all others (None: nothing does).

        A name without a schema is that of a table in any schema; it has no schema to be placed by.

        >>> servers = (PlacedServer("a", schemas=("s",)), PlacedServer("b", tables=("s.hot", "users")))
        >>> [Placement("", servers).unit_of(name) for name in ("s.t", "s.hot", "public.users", "t")]
        [('a', 's'), ('b', 's.hot'), ('b', 'users'), None]
        """
        schema, _, name = table.rpartition(".")
        for server in self.servers:
            if place := next((one for one in (table, name) if one in server.tables), ""):
                return server.name, place
        by_schema = next((server.name for server in self.servers if schema and schema in server.schemas), "")
        if by_schema:
            return by_schema, schema
        rest = next((server.name for server in self.servers if server.others), "")
        return (rest, schema or table) if rest else None

    def server_of(self, table: str) -> str | None:
        """Return the server of a table (None: no server gets it)."""
        unit = self.unit_of(table)
        return unit[0] if unit is not None else None


def read_placement(path: Path) -> Placement:
    """Read a placement file. Raises ``BadInput`` (exit 3) for one that cannot be read, or gives one thing to two servers."""
    document = read_toml(path, missing=_REMEDY, form="docs/what-if.md")
    entries = document.get("server")
    if not isinstance(entries, list) or len(entries) < 2 or set(document) != {"server"}:
        raise BadInput(f"{path}: not a list of two or more servers", remedy=_REMEDY)
    servers = tuple(
        of_user(PlacedServer, entry, f"{path}: server {number}", remedy=_REMEDY)
        for number, entry in enumerate(entries, start=1)
    )
    for what in ("name", "schemas", "tables"):
        given = [getattr(server, what) for server in servers]
        counts = Counter(given if what == "name" else [one for names in given for one in names])
        if twice := next((one for one, count in counts.items() if count > 1), None):
            raise BadInput(f"{path}: {twice!r} is in {what} of two servers", remedy=_REMEDY)
    if sum(server.others for server in servers) > 1:
        raise BadInput(f"{path}: two servers get all others", remedy="set others = true for one server only")
    if empty := next((one.name for one in servers if not (one.schemas or one.tables or one.others)), ""):
        raise BadInput(f"{path}: server {empty} gets nothing", remedy=_REMEDY)
    return Placement(str(path), servers)
