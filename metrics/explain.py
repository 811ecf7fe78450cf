"""The plans of the most expensive queries on a target: ``EXPLAIN (FORMAT JSON)``, read while the target still runs.

A statement is prepared once and explained twice: with a generic plan, and with the values of a captured execution. Nothing is
executed. Values and the planner's conditions (which contain values) are not stored: a plan is its nodes, the relations that
they read, and their estimates of rows and cost.
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

# The keys of a node that describe its method and its relation; the other keys contain values or estimates that vary.
_STORED_KEYS = (
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
# The timeout of EXPLAIN: a longer wait would block in a lock queue.
_TIMEOUT = "5s"
_EXPLAINABLE = {"select", "insert", "update", "delete", "merge"}


@dataclass(frozen=True, slots=True)
class Example:
    """A captured execution of a query key: its text and its parameters (None: the simple protocol)."""

    query_key: str
    kind: str
    sql: str
    params: tuple[str | None, ...] | None


RequireIdentity = Callable[[asyncpg.Connection], Awaitable[None]]


async def read_plans(
    endpoint: Endpoint, examples: Iterable[Example], require_identity: RequireIdentity | None = None
) -> dict[str, Any]:
    """Return the plans by query key: ``generic`` and ``captured``, or the error (``unavailable``).

    *require_identity* raises when the connection leads to another server than the replay's.
    """
    connection = await connect(endpoint, application=APPLICATION, statement_cache_size=0)
    plans: dict[str, Any] = {}
    try:
        if require_identity is not None:
            await require_identity(connection)
        await connection.execute("set default_transaction_read_only = on")
        await connection.execute(f"set statement_timeout = '{_TIMEOUT}'")
        for example in examples:
            if example.kind in _EXPLAINABLE:
                plans[example.query_key] = await _read_plans(connection, example)
    finally:
        await connection.close()
    return plans


async def _read_plans(connection: asyncpg.Connection, example: Example) -> dict[str, Any]:
    try:
        if example.params is None:
            return {"captured": await _explain(connection, example.sql)}
        # By the extended protocol, which accepts a single statement only.
        await connection.fetch(f"prepare pgrehearse_plan as {example.sql}")
        try:
            return {
                mode: await _explain_prepared(connection, f"force_{setting}_plan", values)
                for mode, setting, values in (
                    ("generic", "generic", (None,) * len(example.params)),
                    ("captured", "custom", example.params),
                )
            }
        finally:
            await connection.execute("deallocate pgrehearse_plan")
    except (asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return {"unavailable": type(error).__name__}


async def _explain_prepared(
    connection: asyncpg.Connection, mode: str, values: tuple[str | None, ...]
) -> dict[str, Any]:
    """Explain the prepared statement with *values*, which the server quotes."""
    await connection.execute(f"set plan_cache_mode = {mode}")
    placeholders = ", ".join(["%L"] * len(values))
    execute = f"execute pgrehearse_plan({placeholders})" if values else "execute pgrehearse_plan"
    quoted = await connection.fetchval("select format($1, variadic $2::text[])", execute, list(values))
    return await _explain(connection, str(quoted))


async def _explain(connection: asyncpg.Connection, sql: str) -> dict[str, Any]:
    text = await connection.fetchval(f"explain (format json) {sql}")
    return _without_values(json.loads(text)[0]["Plan"])


def _without_values(node: dict[str, Any]) -> dict[str, Any]:
    stored = {name: node[name] for name in _STORED_KEYS if name in node}
    return {**stored, "Plans": [_without_values(child) for child in node["Plans"]]} if "Plans" in node else stored
