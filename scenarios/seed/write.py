"""The file of a seed: SQL that psql loads: the schema before the data, COPY for each table, the sequences, the schema after the data."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.output_file import Made, comment
from pgrehearse.scenarios.seed.closure import CHUNK, load_order
from pgrehearse.scenarios.seed.database import Database, Table
from pgrehearse.scenarios.seed.found import Places, tids
from pgrehearse.targets.data.clients import Clients

# Changes the lines of COPY of a table: a block of whole lines.
Change = Callable[[Table, bytes], bytes]
_HEAD = """set client_encoding = 'UTF8';
set standard_conforming_strings = on;
set row_security = off;
"""
# Without the schema, the constraints and triggers exist already: they are off for the time of the load.
_TRIGGERS_OFF = "set session_replication_role = replica;\n"
_TRIGGERS_ON = "set session_replication_role = origin;\n"
_OPTIONS = (
    "--no-owner",
    "--no-privileges",
    "--no-publications",
    "--no-subscriptions",
    "--no-tablespaces",
    "--no-security-labels",
)
_RESTRICT = b"\\restrict "
_SETVAL = "select format('select pg_catalog.setval(%L, %s, %L);', $1::text, last_value, is_called) from "
_VIEWS = "select format('refresh materialized view %I.%I;', schemaname, matviewname) from pg_matviews order by format('%I.%I', schemaname, matviewname)::regclass::oid"

# The roles of the workload's sessions can do in every schema what owners can do with rows; they are created where they do not exist.
_ROLES = """
select format('do $role$ begin if not exists (select from pg_catalog.pg_roles where rolname = %1$L) then create role %1$I login; end if; end $role$;', role)
from unnest($1::text[]) as r(role)
union all
select format('grant all on schema %1$I to %2$I; grant all on all tables in schema %1$I to %2$I; grant all on all sequences in schema %1$I to %2$I;', nspname, role)
from pg_namespace, unnest($1::text[]) as r(role)
where nspname not in ('pg_catalog', 'information_schema', 'pgrehearse') and nspname !~ '^pg_(toast|temp)'
"""


@dataclass(frozen=True, slots=True)
class SeedFiles:
    """The parts of a seed in a folder."""

    folder: Path

    @property
    def before(self) -> Path:
        return self.folder / "pre-data.sql"

    @property
    def data(self) -> Path:
        return self.folder / "data.sql"

    @property
    def after(self) -> Path:
        return self.folder / "post-data.sql"

    @property
    def whole(self) -> Path:
        """The seed with its schema, which is loaded to verify it."""
        return self.folder / "whole.sql"

    def write_schema(self, source: Endpoint, clients: Clients) -> None:
        """Write the schema of the source, before and after the data."""
        for path, section in ((self.before, "pre-data"), (self.after, "post-data")):
            words: list[str | Path] = [
                f"--section={section}",
                "--exclude-schema=pgrehearse",
                *_OPTIONS,
                "-f",
                path,
                "-d",
                source.database,
            ]
            clients.run("pg_dump", words, source)
            path.write_bytes(with_stable_key(path.read_bytes()))

    async def write_data(
        self, connection: asyncpg.Connection, database: Database, places: Places, change: Change | None
    ) -> dict[int, int]:
        """Write the rows at *places*; return the number of rows of each table."""
        counts: dict[int, int] = {}
        with self.data.open("wb") as stream:
            for oid in load_order(database, {table for table, rows in places.items() if rows}):
                await _copy(connection, database.tables[oid], sorted(places[oid]), stream, change)
                counts[oid] = len(places[oid])
            for name in database.sequences:
                stream.write(f"{await connection.fetchval(_SETVAL + name, name)}\n".encode())
        return counts

    async def last_statements(self, connection: asyncpg.Connection, roles: list[str]) -> str:
        """Return the statements that fill the materialized views, and those for the *roles* of the workload's sessions."""
        rows = [*await connection.fetch(_VIEWS), *await connection.fetch(_ROLES, roles)]
        return "".join(f"{row[0]}\n" for row in rows)

    def joined(self, path: Path, head: str, *, schema: bool, last: str) -> None:
        """Write the file of the seed. *head*: lines of comment; *schema*: with the schema of the source and the *last* statements."""
        with path.open("wb") as stream:
            stream.write(f"-- {comment(Made.SEED)}\n{head}{_HEAD}".encode())
            if schema:
                _append(stream, self.before)
            stream.write((_HEAD + ("" if schema else _TRIGGERS_OFF)).encode())
            _append(stream, self.data)
            if schema:
                _append(stream, self.after)
            stream.write(((last if schema else _TRIGGERS_ON) + "analyze;\n").encode())


def with_stable_key(dump: bytes) -> bytes:
    r"""Return the text of pg_dump with a key of ``\restrict`` that is the same each time.

    pg_dump writes a random key, so that nothing in the source can contain the ``\unrestrict`` that ends the protection. The digest of the text
    is no more possible to write into that text.
    """
    line = next((line for line in dump.splitlines() if line.startswith(_RESTRICT)), b"")
    if not line:  # pg_dump before the minor versions of August 2025
        return dump
    key = line.removeprefix(_RESTRICT)
    return dump.replace(key, hashlib.sha256(dump.replace(key, b"")).hexdigest().encode())


def _append(stream: BinaryIO, path: Path) -> None:
    with path.open("rb") as part:
        while block := part.read(1 << 20):
            stream.write(block)


async def _copy(
    connection: asyncpg.Connection, table: Table, rows: list[int], stream: BinaryIO, change: Change | None
) -> None:
    """Write the rows of a table as COPY with data."""
    columns = ", ".join(column.name for column in table.copied)
    stream.write(f"copy {table.name} ({columns}) from stdin;\n".encode())
    query = f"select {columns} from only {table.name} where ctid = any($1::tid[])"  # noqa: S608 (quoted by the server)
    for start in range(0, len(rows), CHUNK):
        lines = bytearray()

        async def receive(block: bytes, lines: bytearray = lines) -> None:
            lines.extend(block)

        await connection.copy_from_query(query, tids(rows[start : start + CHUNK]), output=receive)
        stream.write(bytes(lines) if change is None else change(table, bytes(lines)))
    stream.write(b"\\.\n")
