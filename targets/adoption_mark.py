"""The mark of a rehearsal database: a table and a function in the schema ``pgrehearse``, made by ``targets adopt``.

A mark belongs to one database at one place. A copy of the database has the mark, but not the place: the mark keeps the system
identifier, the timeline, the database's oid, the server's address, its data directory and that directory's change time, and
all of them are compared with the result of ``pgrehearse.prove``. The token is random, and only the mark's owner may read it;
the function returns its hash. *used_at*: a replay with writes was started (column ``spent_at``).
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

import asyncpg

from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import ExpectedIdentity, Form, Identity, answered, hashed, question
from pgrehearse.base.sql_files import sql_text
from pgrehearse.runs.run_facts import AdoptionFacts

_PACKAGE = "pgrehearse.targets"

# Parts of the identity that not every role may read: the expression of each, and its value for a role that may not.
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
    """The mark as it is stored. *place*: the server's identity at the adoption; *not_known*: parts that could not be read."""

    token: str = field(repr=False)
    place: Identity
    not_known: tuple[str, ...]
    adopted_by: str
    adopted_at: str
    expires_at: str
    expired: bool
    allowed: frozenset[str]
    used_at: str
    workload: str

    def recorded(self) -> AdoptionFacts:
        """Return the mark in a run's manifest: without the token."""
        return AdoptionFacts(
            self.adopted_by, self.adopted_at, self.expires_at, sorted(self.allowed), list(self.not_known)
        )

    def doubts(self, current: Identity, nonce: str) -> list[str]:
        """Return why the mark does not belong to this database at this place and time ([]: it does)."""
        doubts = [f"it expired {self.expires_at}"] if self.expired else []
        if current.token_hash != hashed(self.token, nonce):
            doubts.append("its function and its table do not belong together")
        for name, difference, meaning in _COMPARED:
            was, now = getattr(self.place, name), getattr(current, name)
            if was != now:
                values = (
                    ""
                    if name == "directory_changed_us"
                    else f" ({was or 'none'} when it was adopted, {now or 'none'} now)"
                )
                doubts.append(f"{difference}{values}: {meaning}")
        return doubts


_COMPARED = (
    ("system_identifier", "the system identifier differs", "it was restored from a dump, or upgraded"),
    ("timeline", "the timeline differs", "it was restored or promoted since"),
    ("database_oid", "the database's oid differs", "the mark was copied from another database"),
    ("address", "the server's address differs", "it is a copy, or the connection uses another address"),
    ("port", "the server's port differs", "it is a copy, or the connection uses another address"),
    ("data_directory", "the data directory differs", "it is a copy of the files"),
    ("directory_changed_us", "its files were created at another time", "it is a copy of the files"),
)


async def read_mark(connection: asyncpg.Connection) -> Mark | None:
    """Return a database's mark, or None (also for a mark of an earlier version: ``has_mark_of_earlier_version``).

    Raises ``asyncpg.InsufficientPrivilegeError`` for a role that may not read it.
    """
    if not await owner_of_mark(connection):  # before the query, so that production logs no error
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
        used_at=row["spent_at"],
        workload=row["workload"],
    )


async def has_mark_of_earlier_version(connection: asyncpg.Connection) -> bool:
    """Return whether the database has a mark of an earlier version, which proves nothing."""
    return bool(await _owner(connection, "rehearsal"))


async def owner_of_mark(connection: asyncpg.Connection) -> str:
    """Return the role that owns the mark ("": there is none); every role may call this."""
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
    """Mark the connected database as an unused rehearsal database; return the parts of its place that could not be read.

    *valid_us*: for how long; *allowed*: the outbound paths that are accepted. Raises ``TargetProblem`` for a role without the
    permission.
    """
    readable = {name: await _is_readable(connection, expression) for name, (expression, _) in _PARTS.items()}
    parts = {name: expression if readable[name] else empty for name, (expression, empty) in _PARTS.items()}
    unreadable = tuple(name for name, is_readable in readable.items() if not is_readable)
    function = sql_text(_PACKAGE, "prove")
    for name, text in parts.items():
        function = function.replace(f"{{{name}}}", text)
    try:
        async with connection.transaction():
            await connection.execute("create schema if not exists pgrehearse")
            await connection.execute(
                "drop function if exists pgrehearse.prove(text); drop table if exists pgrehearse.mark, pgrehearse.rehearsal"
            )
            await connection.execute(sql_text(_PACKAGE, "mark"))
            await _insert(connection, unreadable, valid_us, allowed)
            await connection.execute(function)
            await connection.execute(sql_text(_PACKAGE, "mark_place"))
    except asyncpg.InsufficientPrivilegeError as error:
        raise TargetProblem(
            f"this role may not mark the database: {error}",
            remedy="adopt it as the database's owner or as a superuser",
        ) from None
    return unreadable


async def _insert(
    connection: asyncpg.Connection, unreadable: tuple[str, ...], valid_us: int, allowed: Sequence[str]
) -> None:
    await connection.execute(
        "insert into pgrehearse.mark (token, system_identifier, timeline, database_oid, server_address, server_port, "
        "data_directory, directory_changed_us, not_known, expires_at, allowed) "
        "values ($1, '', 0, 0, '', 0, '', 0, $2, pg_catalog.now() + pg_catalog.make_interval(secs => $3), $4)",
        secrets.token_hex(32),
        list(unreadable),
        valid_us / 1_000_000,
        sorted(set(allowed)),
    )


async def _is_readable(connection: asyncpg.Connection, expression: str) -> bool:
    """Return whether the connected role may read one part of a server's place."""
    try:
        return await connection.fetchval(f"select {expression}") is not None
    except asyncpg.PostgresError:
        return False


async def record_use_in_mark(connection: asyncpg.Connection, digest: str) -> None:
    """Record in the mark that a replay with writes was started."""
    await connection.execute("update pgrehearse.mark set spent_at = pg_catalog.now(), workload = $1", digest)


async def drop_mark(connection: asyncpg.Connection) -> bool:
    """Remove the mark with the schema ``pgrehearse``; False: there was none."""
    exists = bool(await connection.fetchval("select pg_catalog.to_regnamespace('pgrehearse') is not null"))
    if exists:
        await connection.execute("drop schema pgrehearse cascade")
    return exists


async def expected_identity(connection: asyncpg.Connection, name: str, *, adopted: bool) -> ExpectedIdentity:
    """Read the identity of the connected database that later connections have to report; *adopted*: by its mark's function."""
    nonce = secrets.token_hex(16)
    form = Form.ADOPTED if adopted else await _form(connection)
    sql, params = question(form, nonce)
    identity = answered(list(await connection.fetchrow(sql, *params) or ()))
    if identity is None:
        raise TargetProblem(f"{name} does not report its identity", remedy="check that it is PostgreSQL 13 or later")
    return ExpectedIdentity(name, form, identity, nonce if adopted else "")


async def _form(connection: asyncpg.Connection) -> Form:
    """Return the form of the query that every role may use."""
    public = await connection.fetchval(
        "select pg_catalog.has_function_privilege('public', 'pg_catalog.pg_control_system()', 'execute')"
    )
    return Form.IDENTIFIER if public else Form.PLAIN
