"""What ``capture decode`` asks of the source by SQL, and writes to it: a publication, which is dropped at the end, and the slot's WAL.

The server quotes every name (``format``).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import asyncpg

from pgrehearse.base.errors import TargetProblem

ALONE = "or leave the rows out: ids are then deduced from the log alone"
# A publication of single tables takes a lock on each (SHARE UPDATE EXCLUSIVE); it does not wait long behind VACUUM or DDL.
_LOCK_TIMEOUT = "set lock_timeout = '5s'"
# The tables of the database whose changes are in the write-ahead log; partitions are published by the table that they belong to.
_TABLES = """
select c.oid::int8 as oid, n.nspname as schema, c.relname as name, pg_catalog.pg_has_role(c.relowner, 'USAGE') as owned
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
and n.nspname not in ('pg_catalog', 'information_schema')
order by 2, 3
"""
_FACTS = """
select pg_catalog.current_setting('wal_level') as wal_level, pg_catalog.pg_is_in_recovery() as standby,
pg_catalog.current_setting('server_encoding') as encoding, pg_catalog.current_database() as database,
r.rolsuper as superuser, r.rolsuper or r.rolreplication or coalesce(pg_catalog.pg_has_role(
    (select oid from pg_catalog.pg_roles where rolname = 'rds_replication'), 'USAGE'), false) as replicates
from pg_catalog.pg_roles r where r.rolname = current_user
"""
_PUBLISHED = "select schemaname as schema, tablename as name from pg_catalog.pg_publication_tables where pubname = $1 order by 1, 2"
_OTHER_PUBLICATION = "name another publication, or leave out --publication: one is created for the time of the capture"
# Row filters and lists of columns: PostgreSQL 15 and later.
_PARTS = "select current_setting('server_version_num')::int >= 150000"
_IN_PART = "select exists (select from pg_catalog.pg_publication_rel where prpubid = $1 and (prqual is not null or prattrs is not null))"
_RETAINED = (
    "select pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), restart_lsn)::int8 "
    "from pg_catalog.pg_replication_slots where slot_name = $1"
)
_WITH = "with (publish = 'insert', publish_via_partition_root = true)"


@dataclass(frozen=True, slots=True)
class Names:
    """What this capture creates on the source: a temporary slot and a publication ("": the user's own is read)."""

    slot: str
    publication: str = ""

    def document(self) -> dict[str, str]:
        """Return the names for the watchdog."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the source by schema and name, as in its catalog."""

    schema: str
    name: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The source as far as decoding depends on it. *superuser*: the role may publish all tables at once."""

    encoding: str
    database: str
    superuser: bool


async def check(connection: asyncpg.Connection) -> Facts:
    """Return facts about the source. Raises ``TargetProblem`` if it cannot be decoded: the reason, and what to change."""
    row = await connection.fetchrow(_FACTS)
    if row is None:
        raise TargetProblem("the role of this session does not exist", remedy="connect as another role")
    if row["standby"]:
        raise TargetProblem("the server is a standby", remedy=f"connect to its primary, {ALONE}")
    if row["wal_level"] != "logical":
        raise TargetProblem(
            f"wal_level is {row['wal_level']}; logical decoding requires wal_level = logical",
            remedy=f"set wal_level = logical and restart the server (on RDS: rds.logical_replication = 1 and a reboot), {ALONE}",
        )
    if not row["replicates"]:
        raise TargetProblem(
            "the role may not use replication slots",
            remedy="connect as a role with REPLICATION (alter role NAME replication; on RDS: grant rds_replication to NAME)",
        )
    return Facts(str(row["encoding"]), str(row["database"]), bool(row["superuser"]))


async def publish(connection: asyncpg.Connection, facts: Facts, name: str, tables: tuple[str, ...]) -> None:
    """Create a publication of the inserted rows of *tables* (empty: all tables).

    Only inserts: with updates and deletes the server would refuse those of a table without a replica identity.
    """
    await connection.execute(_LOCK_TIMEOUT)
    if facts.superuser and not tables:
        await _execute(connection, f"create publication %I for all tables {_WITH}", name)
        return
    oids = [await _table(connection, table) for table in tables] if tables else await _owned(connection)
    named = await connection.fetchval(
        "select pg_catalog.string_agg(pg_catalog.format('%I.%I', n.nspname, c.relname), ', ') from pg_catalog.pg_class c "
        "join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.oid = any($1::oid[])",
        oids,
    )
    await _execute(connection, f"create publication %I for table {str(named).replace('%', '%%')} {_WITH}", name)


async def _table(connection: asyncpg.Connection, name: str) -> int:
    oid = await connection.fetchval("select pg_catalog.to_regclass($1)::oid::int8", name)
    if oid is None:
        raise TargetProblem(
            f"there is no table {name}", remedy="write --table schema.table, in quotes where SQL needs them"
        )
    return int(oid)


async def _owned(connection: asyncpg.Connection) -> list[int]:
    """Return all tables. Raises ``TargetProblem`` if the role does not own one: it may not publish it."""
    rows = await connection.fetch(_TABLES)
    others = [f"{row['schema']}.{row['name']}" for row in rows if not row["owned"]]
    if others:
        raise TargetProblem(
            f"the role does not own {len(others)} of {len(rows)} tables, for example {others[0]}, and only a superuser or the owner may "
            "publish a table",
            remedy="name the tables with --table, or let their owner run create publication NAME for all tables with "
            "(publish = 'insert'), and use --publication NAME",
        )
    if not rows:
        raise TargetProblem("the database has no table", remedy="use the DSN of the database that the application uses")
    return [int(row["oid"]) for row in rows]


async def published(connection: asyncpg.Connection, name: str) -> list[Table]:
    """Return the tables of a publication. Raises ``TargetProblem`` if it does not exist."""
    row = await connection.fetchrow("select oid, pubinsert from pg_catalog.pg_publication where pubname = $1", name)
    if row is None:
        raise TargetProblem(f"there is no publication {name}", remedy=_OTHER_PUBLICATION)
    if not row["pubinsert"]:
        raise TargetProblem(f"the publication {name} does not publish inserts", remedy=_OTHER_PUBLICATION)
    if await connection.fetchval(_PARTS) and await connection.fetchval(_IN_PART, row["oid"]):
        raise TargetProblem(
            f"the publication {name} has a row filter or a list of columns; rows would be incomplete",
            remedy=_OTHER_PUBLICATION,
        )
    return [Table(str(row["schema"]), str(row["name"])) for row in await connection.fetch(_PUBLISHED, name)]


async def commands(connection: asyncpg.Connection, slot: str, publication: str) -> tuple[str, str]:
    """Return the replication commands that create the slot and that read it."""
    create = await connection.fetchval(
        "select pg_catalog.format('CREATE_REPLICATION_SLOT %I TEMPORARY LOGICAL pgoutput NOEXPORT_SNAPSHOT', $1::text)",
        slot,
    )
    start = await connection.fetchval(
        "select pg_catalog.format('START_REPLICATION SLOT %I LOGICAL 0/0 (proto_version ''1'', publication_names %L)', "
        "$1::text, pg_catalog.quote_ident($2::text))",
        slot,
        publication,
    )
    return str(create), str(start)


async def retained_bytes(connection: asyncpg.Connection, slot: str) -> int | None:
    """Return how much WAL the server keeps for the slot, in bytes; None: the slot does not exist, or its WAL was removed."""
    value = await connection.fetchval(_RETAINED, slot)
    return None if value is None else int(value)


async def keep_size(connection: asyncpg.Connection) -> str:
    """Return how much WAL the server keeps for a slot ("-1": any amount; before version 13 always)."""
    query = "select coalesce(pg_catalog.current_setting('max_slot_wal_keep_size', true), '-1')"
    return str(await connection.fetchval(query))


async def now(connection: asyncpg.Connection) -> tuple[int, str]:
    """Return the server's clock (microseconds since the epoch) and its WAL position."""
    row = await connection.fetchrow(
        "select (extract(epoch from clock_timestamp()) * 1e6)::int8, pg_catalog.pg_current_wal_lsn()::text"
    )
    return (0, "0/0") if row is None else (int(row[0]), str(row[1]))


async def remove(connection: asyncpg.Connection, names: Names) -> None:
    """Drop what a capture created: its slot, with the session that reads it, and its publication. Nothing happens if they do not exist."""
    await connection.execute(
        "select pg_catalog.pg_terminate_backend(active_pid) from pg_catalog.pg_replication_slots "
        "where slot_name = $1 and active_pid is not null",
        names.slot,
    )
    if names.publication:
        await _execute(connection, "drop publication if exists %I", names.publication)


async def _execute(connection: asyncpg.Connection, template: str, *names: Any) -> None:
    """Execute a command whose names the server quotes."""
    places = ", ".join(f"${number}::text" for number in range(2, len(names) + 2))
    await connection.execute(
        str(await connection.fetchval(f"select pg_catalog.format($1::text, {places})", template, *names))
    )
