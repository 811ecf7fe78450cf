"""The outbound paths of a database, read from its catalog: each has a name, by which it is closed or allowed.

A restored copy has the foreign servers, subscriptions and jobs of its source, with their passwords. The server quotes the
identifiers in the SQL that closes a path (``format``), never this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import asyncpg

from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.sql_files import sql_text

_PACKAGE = "pgrehearse.targets"

# Extensions with functions that open connections or write outside the server, by the name that allows them. Reviewed by hand.
# Foreign-data wrappers are not in this list (their servers are checked), nor extensions that list their jobs (pg_cron).
CALL_OUT = {
    "dblink": "dblink",
    "http": "http",
    "pg_net": "http",
    "pg_curl": "http",
    "aws_lambda": "lambda",
    "aws_s3": "s3",
    "azure_storage": "s3",
    "pg_cron": "cron",
    "pgagent": "cron",
    "pg_timetable": "cron",
    "amqp": "queue",
    "pg_amqp": "queue",
    "pg_kafka": "queue",
    "pgq": "queue",
    "plproxy": "call-out",
    "pg_background": "call-out",
    "pglogical": "call-out",
    "bdr": "call-out",
    "citus": "call-out",
    "adminpack": "call-out",
    "google_ml_integration": "call-out",
    "aws_ml": "call-out",
    "azure_ai": "call-out",
    "orafce": "call-out",
    "pgsql_http": "http",
}
# Every name that an outbound path may have.
NAMES = frozenset(
    {
        "foreign-server",
        "subscription",
        "publication",
        "slot",
        "standby",
        "cron",
        "event-trigger",
        "untrusted-code",
        "native-code",
        "archive",
        "prepared-transaction",
        *CALL_OUT.values(),
    }
)


@dataclass(frozen=True, slots=True)
class OutboundPath:
    """One outbound path. *disarm*: the SQL that closes it ((): this connection cannot close it)."""

    name: str
    object: str
    detail: str
    disarm: tuple[str, ...] = ()

    def document(self) -> dict[str, Any]:
        return {**asdict(self), "disarm": list(self.disarm)}

    def __str__(self) -> str:
        return f"{self.name}: {self.object} ({self.detail})"


async def outbound_paths(connection: asyncpg.Connection, *, managed: bool) -> list[OutboundPath]:
    """Return the outbound paths of the connected database. *managed*: it belongs to a service that archives by itself.

    A catalog that the role may not read counts as an outbound path, because it may contain one.
    """
    paths: list[OutboundPath] = []
    for group in ("foreign", "replication", "code", "server"):
        paths += await _read_paths(connection, group, *([managed] if group == "server" else []))
    if await connection.fetchval(_HAS_CRON):
        paths += await _read_paths(connection, "cron")
    extensions = await _rows(connection, "extensions", sorted(CALL_OUT))
    if isinstance(extensions, OutboundPath):
        return [*paths, extensions]
    return paths + [
        OutboundPath(CALL_OUT[row["object"]], f"extension {row['object']}", row["detail"], tuple(row["disarm"]))
        for row in extensions
    ]


# By the catalog: the table exists also for a role that may not resolve its name.
_HAS_CRON = (
    "select exists (select from pg_catalog.pg_class as c join pg_catalog.pg_namespace as n on n.oid = c.relnamespace "
    "where n.nspname = 'cron' and c.relname = 'job')"
)


async def _read_paths(connection: asyncpg.Connection, group: str, *params: object) -> list[OutboundPath]:
    rows = await _rows(connection, group, *params)
    if isinstance(rows, OutboundPath):
        return [rows]
    return [OutboundPath(row["name"], row["object"], row["detail"], tuple(row["disarm"])) for row in rows]


# The name of the path that represents a group that could not be read.
_NAME_OF_UNREADABLE = {
    "foreign": "foreign-server",
    "replication": "slot",
    "code": "untrusted-code",
    "server": "archive",
    "cron": "cron",
}


async def _rows(connection: asyncpg.Connection, group: str, *params: object) -> Sequence[asyncpg.Record] | OutboundPath:
    sql = sql_text(_PACKAGE, f"outbound_{group}")
    try:
        rows: Sequence[asyncpg.Record] = await connection.fetch(sql, *params)
    except asyncpg.PostgresError as error:
        return OutboundPath(
            _NAME_OF_UNREADABLE.get(group, "call-out"),
            f"({group} not readable)",
            f"the catalog could not be read: {error}",
        )
    return rows


def without_allowed(paths: Iterable[OutboundPath], allowed: frozenset[str]) -> list[OutboundPath]:
    """Return the paths that are not allowed by name."""
    return [path for path in paths if path.name not in allowed]


def refuse_outbound_paths(paths: Iterable[OutboundPath], allowed: frozenset[str], place: str) -> None:
    """Raise when a path is not allowed."""
    if refused := without_allowed(paths, allowed):
        names = " ".join(f"--allow {name}" for name in sorted({path.name for path in refused}))
        raise TargetProblem(
            f"{place} has outbound paths: {'; '.join(map(str, refused))}",
            remedy=f"close them: pgrehearse targets adopt DSN --disarm; or accept them by name: {names}",
        )


async def disarm(connection: asyncpg.Connection, paths: Iterable[OutboundPath]) -> list[str]:
    """Close outbound paths, statement by statement; return the statements. Raises ``TargetProblem`` for one that failed."""
    statements = list(dict.fromkeys(sql for path in paths for sql in path.disarm))
    for sql in statements:
        try:
            await connection.execute(sql)
        except asyncpg.PostgresError as error:
            raise TargetProblem(
                f"{sql}: {error}", remedy="close the outbound path by hand, or accept it by name: --allow"
            ) from None
    return statements
