"""The state of a target at the start of a run: settings, extensions, indexes, collations, table sizes, age of statistics."""

from __future__ import annotations

from typing import Any

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.postgres import connect
from pgrehearse.metrics.connection import APPLICATION
from pgrehearse.metrics.query_table import text


async def read_state(endpoint: Endpoint) -> dict[str, Any]:
    """Return the document of ``state.json``; the part of a query that raises is ``{"unavailable": ...}``."""
    connection = await connect(endpoint, application=APPLICATION)
    document: dict[str, Any] = {"version": await connection.fetchval("show server_version")}
    try:
        for name in ("settings", "extensions", "indexes", "sizes", "sequences", "collations"):
            try:
                rows = await connection.fetch(text(f"state_{name}"))
            except asyncpg.PostgresError as error:
                document[name] = {"unavailable": str(error)}
                continue
            document[name] = {row["name"]: row["value"] for row in rows}
    finally:
        await connection.close()
    return document
