"""The mark that makes somebody's database a rehearsal: a table and a function of ours in it, made by ``targets adopt``.

A mark is of one database at one place. A copy of the database carries the mark with it, but not the place: the mark
keeps the system identifier, the timeline, the database's oid, the server's address, its data directory and that
directory's change time, and all of it is compared with what ``pgrehearse.prove`` answers. The token is random, and no
role but the mark's owner may read it; the function answers with its hash. *spent_at*: a replay with writes was begun.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import asyncpg

from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import Form, Identity, Witness, answered, hashed, question
from pgrehearse.base.sql_files import sql_text

_PACKAGE = "pgrehearse.targets"

# Parts of the proof that not every role may call: how each is asked, and its value where it may not be.
_PARTS = {
    "system_identifier": ("(select c.system_identifier::text from pg_catalog.pg_control_system() as c)", "''"),
    "timeline": (
        "('x' || substr(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_lsn()), 1, 8))::bit(32)::integer",
        "0",
    ),
    "data_directory": ("pg_catalog.current_setting('data_directory')", "''"),
    "directory_changed_us": (
        "(select (extract(epoch from f.change) * 1000000)::bigint from pg_catalog.pg_stat_file('PG_VERSION') as f)",
        "0::bigint",
    ),
}
SEVEN_DAYS_US = 7 * 24 * 3600 * 1_000_000


@dataclass(frozen=True, slots=True)
class Mark:
    """What a marked database says of itself. *place*: what it said when it was adopted; *not_known*: what it could not."""

    token: str = field(repr=False)
    place: Identity
    not_known: tuple[str, ...]
    adopted_by: str
    adopted_at: str
    expires_at: str
    expired: bool
    allowed: frozenset[str]
    spent_at: str
    workload: str

    def document(self) -> dict[str, Any]:
        """Return what a run's manifest keeps: no token."""
        return {
            "adopted_by": self.adopted_by,
            "adopted_at": self.adopted_at,
            "expires_at": self.expires_at,
            "allowed": sorted(self.allowed),
            "not_known": list(self.not_known),
        }

    def doubts(self, here: Identity, nonce: str) -> list[str]:
        """Say why the mark is not this database's own, at this place and now ([]: it is)."""
        found = [f"it expired {self.expires_at}"] if self.expired else []
        if here.token_hash != hashed(self.token, nonce):
            found.append("its function and its table do not belong together")
        for name, words, meaning in _COMPARED:
            was, now = getattr(self.place, name), getattr(here, name)
            if was != now:
                shown = (
                    ""
                    if name == "directory_changed_us"
                    else f" ({was or 'none'} when it was adopted, {now or 'none'} now)"
                )
                found.append(f"{words}{shown}: {meaning}")
        return found


_COMPARED = (
    ("system_identifier", "the system identifier differs", "it was restored from a dump, or upgraded"),
    ("timeline", "the timeline differs", "it was restored or promoted since"),
    ("database_oid", "the database's oid differs", "the mark was copied from another database"),
    ("address", "the server's address differs", "a copy, or reached another way"),
    ("port", "the server's port differs", "a copy, or reached another way"),
    ("data_directory", "the data directory differs", "a copy of the files"),
    ("directory_changed_us", "its files were made at another time", "a copy of the files"),
)


async def read_mark(connection: asyncpg.Connection) -> Mark | None:
    """Return a database's mark, or None (that of an earlier version is none: ``has_old_mark``).

    Raises ``asyncpg.InsufficientPrivilegeError`` for a role that may not read it.
    """
    if not await owner_of_mark(connection):  # asked first, so that production logs no error
        return None
    try:
        row = await connection.fetchrow(sql_text(_PACKAGE, "read_mark"))
    except (asyncpg.UndefinedTableError, asyncpg.InvalidSchemaNameError, asyncpg.UndefinedColumnError):
        return None
    if row is None:
        return None
    place = Identity(
        system_identifier=row["system_identifier"],
        timeline=row["timeline"],
        database_oid=row["database_oid"],
        address=row["server_address"],
        port=row["server_port"],
        data_directory=row["data_directory"],
        directory_changed_us=row["directory_changed_us"],
    )
    return Mark(
        token=row["token"],
        place=place,
        not_known=tuple(row["not_known"]),
        adopted_by=row["adopted_by"],
        adopted_at=row["adopted_at"],
        expires_at=row["expires_at"],
        expired=row["expired"],
        allowed=frozenset(row["allowed"]),
        spent_at=row["spent_at"],
        workload=row["workload"],
    )


async def has_old_mark(connection: asyncpg.Connection) -> bool:
    """Say whether the database holds a mark of an earlier version, which proves nothing."""
    return bool(await _owner(connection, "rehearsal"))


async def owner_of_mark(connection: asyncpg.Connection) -> str:
    """Return the role that owns the mark ("": there is none); every role may ask."""
    return await _owner(connection, "mark")


async def _owner(connection: asyncpg.Connection, table: str) -> str:
    owner = await connection.fetchval(
        "select pg_catalog.pg_get_userbyid(c.relowner)::text from pg_catalog.pg_class as c "
        "join pg_catalog.pg_namespace as n on n.oid = c.relnamespace "
        "where n.nspname = 'pgrehearse' and c.relname = $1",
        table,
    )
    return str(owner or "")


async def write_mark(
    connection: asyncpg.Connection, *, valid_us: int = SEVEN_DAYS_US, allowed: Sequence[str] = ()
) -> tuple[str, ...]:
    """Mark the connected database as a fresh rehearsal; return what of its place could not be read.

    *valid_us*: for how long; *allowed*: the ways out that are accepted. Raises ``TargetProblem`` for a role that may
    not.
    """
    usable = {name: await _answers(connection, asked) for name, (asked, _) in _PARTS.items()}
    parts = {name: asked if usable[name] else instead for name, (asked, instead) in _PARTS.items()}
    unknown = tuple(name for name, may in usable.items() if not may)
    prove = sql_text(_PACKAGE, "prove")
    for name, text in parts.items():
        prove = prove.replace(f"{{{name}}}", text)
    try:
        async with connection.transaction():
            await connection.execute("create schema if not exists pgrehearse")
            await connection.execute(
                "drop function if exists pgrehearse.prove(text); drop table if exists pgrehearse.mark, pgrehearse.rehearsal"
            )
            await connection.execute(sql_text(_PACKAGE, "mark"))
            await _insert(connection, unknown, valid_us, allowed)
            await connection.execute(prove)
            await connection.execute(sql_text(_PACKAGE, "mark_place"))
    except asyncpg.InsufficientPrivilegeError as error:
        raise TargetProblem(
            f"this role may not mark the database: {error}",
            remedy="adopt it as the database's owner or as a superuser",
        ) from None
    return unknown


async def _insert(
    connection: asyncpg.Connection, unknown: tuple[str, ...], valid_us: int, allowed: Sequence[str]
) -> None:
    await connection.execute(
        "insert into pgrehearse.mark (token, system_identifier, timeline, database_oid, server_address, server_port, "
        "data_directory, directory_changed_us, not_known, expires_at, allowed) "
        "values ($1, '', 0, 0, '', 0, '', 0, $2, pg_catalog.now() + pg_catalog.make_interval(secs => $3), $4)",
        secrets.token_hex(32),
        list(unknown),
        valid_us / 1_000_000,
        sorted(set(allowed)),
    )


async def _answers(connection: asyncpg.Connection, asked: str) -> bool:
    """Say whether the connected role may ask for one part of a server's place."""
    try:
        return await connection.fetchval(f"select {asked}") is not None
    except asyncpg.PostgresError:
        return False


async def spend_mark(connection: asyncpg.Connection, digest: str) -> None:
    """Note in the mark that a replay with writes was begun."""
    await connection.execute("update pgrehearse.mark set spent_at = pg_catalog.now(), workload = $1", digest)


async def drop_mark(connection: asyncpg.Connection) -> bool:
    """Take the mark away, with our schema; False: there was none."""
    there = bool(await connection.fetchval("select pg_catalog.to_regnamespace('pgrehearse') is not null"))
    if there:
        await connection.execute("drop schema pgrehearse cascade")
    return there


async def witness(connection: asyncpg.Connection, name: str, *, adopted: bool) -> Witness:
    """Ask the connected database who it is; *adopted*: through its mark."""
    nonce = secrets.token_hex(16)
    form = Form.ADOPTED if adopted else await _form(connection)
    sql, params = question(form, nonce)
    identity = answered(list(await connection.fetchrow(sql, *params) or ()))
    if identity is None:
        raise TargetProblem(f"{name} does not say which server it is", remedy="is it PostgreSQL 13 or later?")
    return Witness(name, form, identity, nonce if adopted else "")


async def _form(connection: asyncpg.Connection) -> Form:
    """Return the form that every role may use."""
    public = await connection.fetchval(
        "select pg_catalog.has_function_privilege('public', 'pg_catalog.pg_control_system()', 'execute')"
    )
    return Form.IDENTIFIER if public else Form.PLAIN
