"""Restarts an embedded server while it is in use: the mode of the stop decides what becomes of its sessions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import asyncpg

from pgrehearse.targets.embedded.affinity import on_processors
from pgrehearse.targets.embedded.binaries import run
from pgrehearse.targets.embedded.cluster import Cluster

_TIMEOUT_S = 150


def restart(cluster: Cluster, mode: str) -> None:
    """Restart a running server and wait until it accepts connections. *mode*: of ``pg_ctl``: ``fast`` or ``immediate`` (recovery follows).

    Raises ``HarnessFailure`` if it does not stop or start.
    """
    arguments: list[str | Path] = ["-D", cluster.data, "-l", cluster.logs / "start.log", "-m", mode, "-w", "-t", "120"]
    with on_processors(cluster.home):
        run([cluster.program("pg_ctl"), *arguments, "restart"], timeout_s=_TIMEOUT_S)


async def unknown_settings(connection: asyncpg.Connection, names: Iterable[str]) -> list[str]:
    """Return the names that are no settings of a server. Those of extensions (with a dot) are not known before a session loads them."""
    found = "select name from unnest($1::text[]) name where name !~ '[.]' and lower(name) <> all (select lower(s.name) from pg_settings s)"
    return [str(row["name"]) for row in await connection.fetch(found, sorted(names))]


async def set_settings(connection: asyncpg.Connection, settings: dict[str, str]) -> None:
    """Store settings of a server; they apply from its next start. Names and values are quoted by the server."""
    for name, value in settings.items():
        statement = await connection.fetchval(
            "select pg_catalog.format('alter system set %I = %L', $1::text, $2::text)", name, value
        )
        await connection.execute(statement)
