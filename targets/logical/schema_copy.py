"""The definitions of the tables that move, from one server to the other: first what a copy needs, the secondary indexes before or after it.

``pg_dump`` writes an archive with a list of its entries; each begins with the OIDs of the catalog and of the object, by which the
entries are divided.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.targets.embedded.binaries import programs, run
from pgrehearse.targets.logical.composing import quoted
from pgrehearse.targets.logical.move import Move, TableName

_SECONDARY = """
select i.indexrelid from pg_catalog.pg_index as i
where i.indrelid = any ($1::text[]::pg_catalog.regclass[]) and not i.indisreplident
  and not exists (select from pg_catalog.pg_constraint as c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
"""
_FOREIGN_KEYS = """
select oid, conname, conrelid::pg_catalog.regclass::text as of_table, confrelid = any ($1::text[]::pg_catalog.regclass[]) as inside,
  conrelid = any ($1::text[]::pg_catalog.regclass[]) as moves
from pg_catalog.pg_constraint
where contype = 'f' and (conrelid = any ($1::text[]::pg_catalog.regclass[]) or confrelid = any ($1::text[]::pg_catalog.regclass[]))
order by 3, 2
"""
_TRIGGERS = (
    "select oid from pg_catalog.pg_trigger where tgrelid = any ($1::text[]::pg_catalog.regclass[]) and not tgisinternal"
)


@dataclass(frozen=True, slots=True)
class Divided:
    """Objects of the first server by OID: *indexes* that no constraint has; *later*: foreign keys inside the group, and triggers;
    *crossing*: foreign keys to tables that do not move. *names*: of all foreign keys between the group and other tables."""

    indexes: frozenset[int] = frozenset()
    later: frozenset[int] = frozenset()
    crossing: frozenset[int] = frozenset()
    names: tuple[str, ...] = ()


async def divide(connection: asyncpg.Connection, tables: Sequence[TableName]) -> Divided:
    """Read from the catalog which objects of the tables are created when."""
    names = quoted(tables)
    keys = await connection.fetch(_FOREIGN_KEYS, names)
    inside = frozenset(row["oid"] for row in keys if row["moves"] and row["inside"])
    return Divided(
        frozenset(row[0] for row in await connection.fetch(_SECONDARY, names)),
        inside | frozenset(row[0] for row in await connection.fetch(_TRIGGERS, names)),
        frozenset(row["oid"] for row in keys if row["moves"] and not row["inside"]),
        tuple(f"{row['conname']} of {row['of_table']}" for row in keys if not (row["moves"] and row["inside"])),
    )


def entries(listed: str, divided: Divided) -> tuple[list[str], list[str], list[str]]:
    """Divide the list of an archive (``pg_restore --list``): tables with their constraints, secondary indexes, foreign keys and triggers.

    >>> listed = "; a comment\\n5; 1259 20 TABLE public t app\\n6; 1259 30 INDEX public i app\\n7; 2606 40 FK CONSTRAINT public t f app\\n"
    >>> entries(listed, Divided(frozenset({30}), frozenset(), frozenset({40})))
    (['5; 1259 20 TABLE public t app'], ['6; 1259 30 INDEX public i app'], [])
    """
    first: list[str] = []
    indexes: list[str] = []
    later: list[str] = []
    for line in listed.splitlines():
        if not line or line.startswith(";"):
            continue
        oid = int(line.split(maxsplit=3)[2])
        if oid in divided.crossing:
            continue
        (indexes if oid in divided.indexes else later if oid in divided.later else first).append(line)
    return first, indexes, later


@dataclass
class SchemaCopy:
    """Definitions in the folder *folder*, which the account of the servers can write. *version*: of the programs (that of the second server)."""

    move: Move
    folder: Path
    version: int
    _lists: tuple[list[str], list[str], list[str]] = field(default=([], [], []), init=False)

    @property
    def _archive(self) -> Path:
        return self.folder / "definitions.dump"

    def read(self, divided: Divided) -> None:
        """Write the archive of the definitions. Raises ``HarnessFailure`` with the message of pg_dump."""
        tables = [f"--table={name}" for name in quoted(self.move.tables)]
        options = ["--format=custom", "--schema-only", "--strict-names", "--no-comments", "--no-publications"]
        self._run("pg_dump", [*options, *tables, f"--file={self._archive}"], self.move.source)
        listed = self._run("pg_restore", ["--list", str(self._archive)])
        self._lists = entries(listed, divided)

    def create_tables(self) -> None:
        """Create the tables with their constraints, without secondary indexes."""
        self._restore(self._lists[0])

    def create_indexes(self) -> None:
        """Create the secondary indexes."""
        self._restore(self._lists[1])

    def create_rest(self) -> None:
        """Create the foreign keys inside the group, and the triggers."""
        self._restore(self._lists[2])

    def _restore(self, lines: Iterable[str]) -> None:
        chosen = self.folder / "definitions.list"
        chosen.write_text("".join(f"{line}\n" for line in lines))
        database = f"--dbname={self.move.target.database}"
        self._run(
            "pg_restore", [database, "--exit-on-error", f"--use-list={chosen}", str(self._archive)], self.move.target
        )

    def _run(self, program: str, arguments: Sequence[str], server: Endpoint | None = None) -> str:
        variables = server.variables() if server is not None else None
        return run([programs(self.version) / program, *arguments], environment=variables)
