"""How a target would run the costliest queries: ``EXPLAIN (FORMAT JSON)``, taken while it still lives.

A statement is prepared once and explained twice: as any values would have it (a generic plan), and with the values of a
captured execution. Nothing is executed. Values and the planner's conditions (which hold values) are not kept: a plan is
its nodes, what they read, and what they expect and cost.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.postgres import connect
from pgrehearse.metrics.connection import APPLICATION

# What of a node says how, and on what; the rest holds values or noise.
_KEPT = (
    "Node Type",
    "Join Type",
    "Relation Name",
    "Schema",
    "Index Name",
    "Scan Direction",
    "Strategy",
    "Parallel Aware",
    "Partial Mode",
    "Total Cost",
    "Plan Rows",
    "Subplan Name",
    "CTE Name",
    "Function Name",
)
# A plan is asked for at most so long; what takes longer is not worth a lock queue.
_PATIENCE = "5s"
_PLANNED = {"select", "insert", "update", "delete", "merge"}


@dataclass(frozen=True, slots=True)
class Example:
    """A captured execution of a query key: its text and its parameters (None: it had none of its own)."""

    query_key: str
    kind: str
    sql: str
    params: tuple[str | None, ...] | None


Proved = Callable[[asyncpg.Connection], Awaitable[None]]


async def read_plans(endpoint: Endpoint, examples: Iterable[Example], proved: Proved | None = None) -> dict[str, Any]:
    """Return, by query key, its plans: ``generic``, ``captured``, or why there is none (``unavailable``).

    *proved* raises when the connection is with another server than the one that was replayed to.
    """
    connection = await connect(endpoint, application=APPLICATION, statement_cache_size=0)
    found: dict[str, Any] = {}
    try:
        if proved is not None:
            await proved(connection)
        await connection.execute("set default_transaction_read_only = on")
        await connection.execute(f"set statement_timeout = '{_PATIENCE}'")
        for one in examples:
            if one.kind in _PLANNED:
                found[one.query_key] = await _plans(connection, one)
    finally:
        await connection.close()
    return found


async def _plans(connection: asyncpg.Connection, one: Example) -> dict[str, Any]:
    try:
        if one.params is None:
            return {"captured": await _explained(connection, one.sql)}
        # By the extended protocol, which takes one statement and no more.
        await connection.fetch(f"prepare pgrehearse_plan as {one.sql}")
        try:
            return {
                mode: await _executed(connection, f"force_{setting}_plan", values)
                for mode, setting, values in (
                    ("generic", "generic", (None,) * len(one.params)),
                    ("captured", "custom", one.params),
                )
            }
        finally:
            await connection.execute("deallocate pgrehearse_plan")
    except (asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return {"unavailable": type(error).__name__}


async def _executed(connection: asyncpg.Connection, mode: str, values: tuple[str | None, ...]) -> dict[str, Any]:
    """Explain the prepared statement; the server itself quotes the values."""
    await connection.execute(f"set plan_cache_mode = {mode}")
    blanks = ", ".join(["%L"] * len(values))
    words = f"execute pgrehearse_plan({blanks})" if values else "execute pgrehearse_plan"
    quoted = await connection.fetchval("select format($1, variadic $2::text[])", words, list(values))
    return await _explained(connection, str(quoted))


async def _explained(connection: asyncpg.Connection, sql: str) -> dict[str, Any]:
    text = await connection.fetchval(f"explain (format json) {sql}")
    return _kept(json.loads(text)[0]["Plan"])


def _kept(node: dict[str, Any]) -> dict[str, Any]:
    kept = {name: node[name] for name in _KEPT if name in node}
    return {**kept, "Plans": [_kept(child) for child in node["Plans"]]} if "Plans" in node else kept
