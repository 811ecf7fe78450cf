"""What a database can do outside itself, by its own catalog: each way out has a name, and is disarmed or allowed by it.

A restored copy has its source's foreign servers, subscriptions and jobs, with their passwords. Identifiers in the SQL
that disarms are quoted by the server (``format``), never here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import asyncpg

from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.sql_files import sql_text

_PACKAGE = "pgrehearse.targets"

# Extensions whose functions reach outside the server, by the name that allows them. Reviewed by hand; foreign-data
# wrappers are not here (their servers are looked at), nor are those whose work is listed otherwise (jobs of pg_cron).
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
# Every name that a way out may have.
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
class WayOut:
    """One of them. *disarm*: the SQL that closes it ((): it cannot be closed from here)."""

    name: str
    object: str
    detail: str
    disarm: tuple[str, ...] = ()

    def document(self) -> dict[str, Any]:
        return {**asdict(self), "disarm": list(self.disarm)}

    def __str__(self) -> str:
        return f"{self.name}: {self.object} ({self.detail})"


async def ways_out(connection: asyncpg.Connection, *, managed: bool) -> list[WayOut]:
    """Return what the connected database can do outside. *managed*: by a service that archives by itself.

    What may not be looked at counts as a way out: nobody can say that it is none.
    """
    found: list[WayOut] = []
    for stem in ("foreign", "replication", "code", "server"):
        found += await _listed(connection, stem, *([managed] if stem == "server" else []))
    if await connection.fetchval(_HAS_CRON):
        found += await _listed(connection, "cron")
    extensions = await _rows(connection, "extensions", sorted(CALL_OUT))
    if isinstance(extensions, WayOut):
        return [*found, extensions]
    return found + [
        WayOut(CALL_OUT[row["object"]], f"extension {row['object']}", row["detail"], tuple(row["disarm"]))
        for row in extensions
    ]


# By the catalog: a name that the role may not resolve is there all the same.
_HAS_CRON = (
    "select exists (select from pg_catalog.pg_class as c join pg_catalog.pg_namespace as n on n.oid = c.relnamespace "
    "where n.nspname = 'cron' and c.relname = 'job')"
)


async def _listed(connection: asyncpg.Connection, stem: str, *params: object) -> list[WayOut]:
    rows = await _rows(connection, stem, *params)
    if isinstance(rows, WayOut):
        return [rows]
    return [WayOut(row["name"], row["object"], row["detail"], tuple(row["disarm"])) for row in rows]


_FIRST = {
    "foreign": "foreign-server",
    "replication": "slot",
    "code": "untrusted-code",
    "server": "archive",
    "cron": "cron",
}


async def _rows(connection: asyncpg.Connection, stem: str, *params: object) -> Sequence[asyncpg.Record] | WayOut:
    sql = sql_text(_PACKAGE, f"ways_out_{stem}")
    try:
        rows: Sequence[asyncpg.Record] = await connection.fetch(sql, *params)
    except asyncpg.PostgresError as error:
        return WayOut(_FIRST.get(stem, "call-out"), f"({stem} not readable)", f"the catalog does not tell: {error}")
    return rows


def still_open(ways: Iterable[WayOut], allowed: frozenset[str]) -> list[WayOut]:
    """Return those that are not allowed by name."""
    return [way for way in ways if way.name not in allowed]


def refuse_open(ways: Iterable[WayOut], allowed: frozenset[str], place: str) -> None:
    """Raise when one is not allowed."""
    if found := still_open(ways, allowed):
        names = " ".join(f"--allow {name}" for name in sorted({way.name for way in found}))
        raise TargetProblem(
            f"{place} can reach outside itself: {'; '.join(str(way) for way in found)}",
            remedy=f"close what can be closed: pgrehearse targets adopt DSN --disarm; or accept it by name: {names}",
        )


async def disarm(connection: asyncpg.Connection, ways: Iterable[WayOut]) -> list[str]:
    """Close them, statement by statement; return what was executed. Raises ``TargetProblem`` for one that failed."""
    statements = list(dict.fromkeys(sql for way in ways for sql in way.disarm))
    for sql in statements:
        try:
            await connection.execute(sql)
        except asyncpg.PostgresError as error:
            raise TargetProblem(f"{sql}: {error}", remedy="disarm it by hand, or accept it by name: --allow") from None
    return statements
