"""What the names in a statement are in a database, for one search path: tables, or views with their definitions."""

from __future__ import annotations

from collections.abc import Iterable

import asyncpg

from pgrehearse.scenarios.seed.database import Database
from pgrehearse.workload.sql.parse_tree import Name
from pgrehearse.workload.sql.row_queries import Names
from pgrehearse.workload.sql.statement_trees import NotDerivable, parsed, relation_names

# The server quotes the names of a search path.
SET_PATH = """
select set_config('search_path', (select string_agg(quote_ident(name), ', ' order by place) from unnest($1::text[]) with ordinality as s(name, place)), false)
"""
_RELATIONS = """
select s, n, c.oid::int8 as oid, c.relkind::text as kind,
  case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end as definition
from unnest($1::text[], $2::text[]) as given(s, n)
join pg_class c on c.oid = to_regclass(case when s = '' then quote_ident(n) else format('%I.%I', s, n) end)
"""
_MOST_DEPTH = 32


class NameReader:
    """Reads what names are, each once for each search path. The path of the connection is changed to that of the last request."""

    def __init__(self, connection: asyncpg.Connection, database: Database) -> None:
        self.connection, self._database = connection, database
        self._known: dict[tuple[str, ...] | None, dict[Name, tuple[int, str] | None]] = {}
        self._set: tuple[str, ...] | None = None

    def use(self, connection: asyncpg.Connection) -> None:
        """Use another connection, whose search path is that of the database."""
        self.connection, self._set = connection, None

    async def use_path(self, path: tuple[str, ...] | None) -> None:
        """Set the search path of the connection; None: that of the database."""
        if path != self._set:
            await (
                self.connection.execute("reset search_path")
                if path is None
                else self.connection.fetchval(SET_PATH, path)
            )
            self._set = path

    async def names(self, wanted: Iterable[Name], path: tuple[str, ...] | None) -> Names:
        """Return what names are, and the names in the definitions of views. Raises ``NotDerivable``."""
        await self.use_path(path)
        known = self._known.setdefault(path, {})
        missing = [name for name in wanted if name not in known]
        for _ in range(_MOST_DEPTH):
            if not missing:
                break
            known.update(dict.fromkeys(missing))
            rows = await self.connection.fetch(_RELATIONS, *map(list, zip(*missing, strict=True)))
            known.update({(row["s"], row["n"]): (row["oid"], row["definition"] or "") for row in rows})
            inner = {name for row in rows if row["definition"] for name in relation_names(parsed(row["definition"]))}
            missing = [name for name in inner if name not in known]
        if missing:
            raise NotDerivable("its views are nested too deeply")
        tables = {name for name, one in known.items() if one is not None and self._keyed(one[0])}
        views = {name: one[1] for name, one in known.items() if one is not None and one[1]}
        return Names(tables, views, self._database.aggregates)

    def tables_of(self, wanted: Iterable[Name], path: tuple[str, ...] | None) -> set[int]:
        """Return the oids of the tables among names that were read before."""
        known = self._known.get(path, {})
        return {one[0] for name in wanted if (one := known.get(name)) is not None and self._keyed(one[0])}

    def _keyed(self, oid: int) -> bool:
        table = self._database.tables.get(oid)
        return table is not None and table.kind in {"r", "p"}
