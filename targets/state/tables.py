"""The tables of a database and their columns, read from the catalog in the snapshot of the state."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import asyncpg

from pgrehearse.base.sql_files import sql_text
from pgrehearse.runs.state.schema import Generated
from pgrehearse.targets.state.generated_columns import Place, Reference, kind_of, with_references

_PACKAGE = "pgrehearse.targets"
_OBSTACLES = {
    "permission": "this role has no permission to read it (grant select, or pg_read_all_data)",
    "row security": "row security can hide rows from this role (use a role with BYPASSRLS)",
    "foreign partition": "one of its partitions is a foreign table, and the state does not access other servers",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its *name*, the name as the server *quoted* it, its type, what generates it, and its place in the key (None: not in it)."""

    name: str
    quoted: str
    type: str
    generated: Generated
    key_place: int | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table to read. *plain*: ``schema.table`` without quotes; *name*: with the server's quotes. *heap*: it can be read by
    ranges of blocks. *rows_of_a_page*: an estimate of the server (0 or less: unknown). *filenode*: that of the snapshot. *obstacle*: why it is not read ("": it is).
    """

    oid: int
    plain: str
    name: str
    partitioned: bool
    unlogged: bool
    heap: bool
    rows_of_a_page: float
    filenode: str
    obstacle: str
    columns: tuple[Column, ...]

    @property
    def key(self) -> tuple[Column, ...]:
        """The columns of the key, in its order (empty: the table has none)."""
        return tuple(
            sorted(
                (column for column in self.columns if column.key_place is not None),
                key=lambda column: column.key_place or 0,
            )
        )

    @property
    def supplied(self) -> tuple[Column, ...]:
        """The columns whose values are not generated."""
        return tuple(column for column in self.columns if column.generated == Generated.NO)


async def read_tables(connection: asyncpg.Connection) -> list[Table]:
    """Return all tables of a database. A partition is part of its partitioned table."""
    tables = await connection.fetch(sql_text(_PACKAGE, "state_tables"))
    rows = await connection.fetch(sql_text(_PACKAGE, "state_columns"))
    references = [
        Reference((row["oid"], row["name"]), (row["target"], row["target_name"]))
        for row in await connection.fetch(sql_text(_PACKAGE, "state_references"))
    ]
    kinds: dict[Place, Generated] = {
        (row["oid"], row["name"]): kind_of(row["expression"], identity=row["identity"], computed=row["computed"])
        for row in rows
    }
    kinds = with_references(kinds, references)
    columns: dict[int, list[Column]] = defaultdict(list)
    for row in rows:
        place = (row["oid"], row["name"])
        columns[row["oid"]].append(Column(row["name"], row["quoted"], row["type"], kinds[place], row["key_place"]))
    return [
        Table(
            **{
                name: row[name]
                for name in ("oid", "plain", "name", "partitioned", "unlogged", "heap", "rows_of_a_page")
            },
            filenode=row["filenode"] or "",
            obstacle=_OBSTACLES.get(row["obstacle"], ""),
            columns=tuple(columns[row["oid"]]),
        )
        for row in tables
    ]
