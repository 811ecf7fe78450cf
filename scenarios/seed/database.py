"""The tables of a database as far as a seed needs them: columns, keys, foreign keys, sequences. All names are quoted by the server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import asyncpg

from pgrehearse.workload.sql.linked_rows import Link, Written

Value = TypeVar("Value")

_OURS = "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'pgrehearse') and n.nspname !~ '^pg_(temp|toast_temp)'"
_NOT_OF_EXTENSION = "not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')"
TABLES = f"""
select c.oid::int8 as oid, format('%I.%I', n.nspname, c.relname) as name, c.relkind::text as kind,
  greatest(c.reltuples, 0)::int8 as rows, (case when c.relkind = 'r' then pg_relation_size(c.oid) else 0 end) as bytes
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'f', 'm') and c.relpersistence <> 't' and {_OURS} and {_NOT_OF_EXTENSION} order by c.oid
"""  # noqa: S608 (constants)
_COLUMNS = """
select a.attrelid::int8 as oid, quote_ident(a.attname) as name, format_type(a.atttypid, a.atttypmod) as type,
  a.attgenerated <> '' as generated
from pg_attribute a where a.attrelid = any($1::oid[]) and a.attnum > 0 and not a.attisdropped order by a.attrelid, a.attnum
"""
# A foreign key to a partitioned table has further entries, one for each partition: the one to the partitioned table finds all rows.
_KEYS = """
select con.conrelid::int8 as child, con.confrelid::int8 as parent, con.contype::text as kind,
  array(select quote_ident(a.attname) from unnest(con.conkey) with ordinality k(n, o) join pg_attribute a
    on a.attrelid = con.conrelid and a.attnum = k.n order by k.o) as columns,
  array(select quote_ident(a.attname) from unnest(con.confkey) with ordinality k(n, o) join pg_attribute a
    on a.attrelid = con.confrelid and a.attnum = k.n order by k.o) as parent_columns
from pg_constraint con where con.contype in ('f', 'p', 'u') and con.conrelid = any($1::oid[])
  and not exists (select from pg_constraint up where up.oid = con.conparentid and up.conrelid = con.conrelid)
order by con.oid
"""
_UNIQUE = """
select i.indrelid::int8 as oid, array(select quote_ident(a.attname) from unnest(i.indkey::int2[]) with ordinality k(n, o)
  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n where k.o <= i.indnkeyatts order by k.o) as columns
from pg_index i where i.indisunique and i.indexprs is null and i.indpred is null and i.indrelid = any($1::oid[]) order by i.indexrelid
"""
_SEQUENCES = f"""
select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'S' and c.relpersistence <> 't' and {_OURS} and {_NOT_OF_EXTENSION} order by c.oid
"""  # noqa: S608 (constants)
_AGGREGATES = "select distinct proname::text from pg_proc where prokind = 'a'"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its quoted name, its type as ``format_type`` writes it."""

    name: str
    type: str
    generated: bool


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns of the table *child* that refer to the columns of the table *parent* (oids)."""

    child: int
    columns: tuple[str, ...]
    parent: int
    parent_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table, partitioned table (kind ``p``), foreign table (``f``) or materialized view (``m``). *rows*: the planner's estimate."""

    oid: int
    name: str
    kind: str
    rows: int
    bytes: int
    columns: tuple[Column, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()

    @property
    def copied(self) -> tuple[Column, ...]:
        """The columns that COPY can fill."""
        return tuple(column for column in self.columns if not column.generated)


@dataclass(frozen=True, slots=True)
class Database:
    """What a seed needs of a database's catalog. *large_objects*: how many it has."""

    tables: Mapping[int, Table]
    keys: tuple[ForeignKey, ...]
    sequences: tuple[str, ...]
    aggregates: frozenset[str]
    large_objects: int = 0
    _written: dict[int, Written] = field(default_factory=dict)

    def parents_of(self, table: int) -> list[ForeignKey]:
        return [key for key in self.keys if key.child == table and key.parent in self.tables]

    def written(self, oid: int) -> Written | None:
        """Return a table as ``linked_rows`` needs it (None: it is not a table of this database)."""
        table = self.tables.get(oid)
        if table is None:
            return None
        if oid not in self._written:
            of_parent = [key for key in self.keys if key.parent == oid and key.child in self.tables]
            parents = tuple(
                Link(key.columns, self.tables[key.parent].name, key.parent_columns) for key in self.parents_of(oid)
            )
            children = tuple(Link(key.parent_columns, self.tables[key.child].name, key.columns) for key in of_parent)
            columns = {column.name: column.type for column in table.columns}
            self._written[oid] = Written(table.name, columns, parents, table.unique, children)
        return self._written[oid]


async def read_database(connection: asyncpg.Connection) -> Database:
    """Read the catalog of the connection's database."""
    rows = await connection.fetch(TABLES)
    oids = [row["oid"] for row in rows]
    columns = _grouped(
        (row["oid"], Column(row["name"], row["type"], row["generated"]))
        for row in await connection.fetch(_COLUMNS, oids)
    )
    unique = _grouped((row["oid"], tuple(row["columns"])) for row in await connection.fetch(_UNIQUE, oids))
    keys = [
        ForeignKey(row["child"], tuple(row["columns"]), row["parent"], tuple(row["parent_columns"]))
        for row in await connection.fetch(_KEYS, oids)
        if row["kind"] == "f"
    ]
    tables = {
        row["oid"]: Table(**row, columns=columns.get(row["oid"], ()), unique=unique.get(row["oid"], ())) for row in rows
    }
    return Database(
        tables,
        tuple(keys),
        tuple(row["name"] for row in await connection.fetch(_SEQUENCES)),
        frozenset(row["proname"] for row in await connection.fetch(_AGGREGATES)),
        await connection.fetchval("select count(*) from pg_largeobject_metadata"),
    )


def _grouped(pairs: Iterable[tuple[int, Value]]) -> dict[int, tuple[Value, ...]]:
    out: dict[int, list[Value]] = {}
    for oid, value in pairs:
        out.setdefault(oid, []).append(value)
    return {oid: tuple(values) for oid, values in out.items()}
