"""A server's catalog, read for what statement logs never show: tables behind tables, settings of roles, encodings."""

from __future__ import annotations

from importlib.resources import files
from itertools import groupby

import asyncpg

from base.endpoint import Endpoint
from targets.facts import connect
from workload.bodies import body
from workload.catalog import DEFAULT_PATH, Catalog, How, ServerCatalog, Tie
from workload.settings import SessionSettings


async def read_catalog(endpoint: Endpoint) -> ServerCatalog:
    """Read the catalog of every database of a server that may be connected to.

    Raises ``TargetProblem`` (exit 4) when the server cannot be reached, or one of its databases cannot.
    """
    connection = await connect(endpoint)
    try:
        databases = await connection.fetch(_query("databases"))
        settings = await connection.fetch(_query("session_settings"))
    finally:
        await connection.close()
    found: dict[str, Catalog] = {}
    unread: set[str] = set()
    for row in databases:
        found[row["name"]], missed = await _database(endpoint.to(database=row["name"]))
        unread |= missed
    return ServerCatalog(
        name=str(endpoint),
        databases=found,
        settings=tuple(
            SessionSettings({row["name"]: row["value"] for row in rows}, user=who[1], database=who[0])
            for who, rows in groupby(settings, key=lambda row: (row["database"], row["user"]))
        ),
        encodings={row["name"]: row["encoding"] for row in databases},
        unread=tuple(sorted(unread)),
    )


async def _database(endpoint: Endpoint) -> tuple[Catalog, set[str]]:
    connection = await connect(endpoint)
    try:
        relations = frozenset(row["name"] for row in await connection.fetch(_query("relations")))
        ties = [Tie(row["of"], row["to"], How(row["how"])) for row in await connection.fetch(_query("ties"))]
        triggers = await connection.fetch(_query("triggers"))
    finally:
        await connection.close()
    bare = Catalog(relations, ())
    unread: set[str] = set()
    for row in triggers:
        found = body(row["definition"], row["language"])
        ties += _of_trigger(bare, row, How.CHECKS, found.read) + _of_trigger(bare, row, How.WRITES, found.written)
        unread |= set() if found.whole else {f"{row['function']} of {row['name']}"}
    return Catalog(relations, tuple(ties)), unread


def _of_trigger(catalog: Catalog, row: asyncpg.Record, how: How, names: frozenset[str]) -> list[Tie]:
    """Return a trigger's ties; names in its function are looked for beside its table first."""
    path = (row["name"].partition(".")[0], *DEFAULT_PATH[1:])
    resolved = (catalog.resolved(name, path) for name in sorted(names))
    return [Tie(row["name"], name, how) for name in resolved if name in catalog.relations]


def _query(stem: str) -> str:
    return (files("targets") / "sql" / f"{stem}.sql").read_text(encoding="utf-8")
