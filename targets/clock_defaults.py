"""Defaults, views, functions and policies that read production's time on a rehearsal database (``sql/clock_functions.sql``).

A default like ``now()`` calls ``pgrehearse.now`` for the time of a replay; the others are in ``clock_definitions``. What is replaced is
stored in the same transaction, and put back after the replay, at the start of the next one, and when the mark is removed.
"""

from __future__ import annotations

from dataclasses import dataclass

import asyncpg

from pgrehearse.base.sql_files import sql_text
from pgrehearse.targets.clock_definitions import put_back_definitions, replace_definitions
from pgrehearse.workload.sql.clock_definitions import production_expression
from pgrehearse.workload.sql.renamed_calls import rename_calls

_PACKAGE = "pgrehearse.targets"
# PostgreSQL's own functions, by those of a replay.
_OWN = {
    ("pgrehearse", "now"): "pg_catalog.now",
    ("pgrehearse", "started"): "pg_catalog.statement_timestamp",
    ("pgrehearse", "clock"): "pg_catalog.clock_timestamp",
    ("pgrehearse", "age"): "pg_catalog.age",
}


@dataclass(frozen=True, slots=True)
class ReplacedDefaults:
    """The *columns* (as SQL writes them) whose defaults read production's time, the other objects that do (*definitions*: the kind and
    the name), and sentences about those that do not (*left*)."""

    columns: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


async def replace_clock_defaults(connection: asyncpg.Connection) -> ReplacedDefaults:
    """Have the defaults, views, functions and policies of a rehearsal database read production's time. What an earlier replay left is put
    back before."""
    await put_back_clock_defaults(connection)
    columns, left = [], []
    async with connection.transaction():
        await _local_settings(connection)
        await connection.execute("create schema if not exists pgrehearse")
        await connection.execute(sql_text(_PACKAGE, "clock_functions"))
        for row in await connection.fetch(sql_text(_PACKAGE, "column_defaults")):
            if (expression := production_expression(row["expression"])) is None:
                continue
            try:
                async with connection.transaction():
                    await _replace(connection, row, expression)
                    columns.append(str(row["column"]))
            except asyncpg.PostgresError as error:
                left.append(f"default of {row['column']}: {error}")
        others = await replace_definitions(connection)
    return ReplacedDefaults(tuple(columns), others.names, (*left, *others.left))


async def _replace(connection: asyncpg.Connection, row: asyncpg.Record, expression: str) -> None:
    await connection.execute(
        "insert into pgrehearse.replaced_clock_default values ($1, $2, $3)",
        row["relation"],
        row["attribute"],
        row["expression"],
    )
    await connection.execute(row["command"] + expression)


async def put_back_clock_defaults(connection: asyncpg.Connection) -> tuple[str, ...]:
    """Put back what ``replace_clock_defaults`` replaced, if it replaced anything; return sentences about what could not be put back.

    A default that was copied during the replay (a new partition) calls PostgreSQL's own functions again. The functions of the replay are
    kept while something calls them: without a setting they return the target's time.
    """
    if await connection.fetchval("select pg_catalog.to_regclass('pgrehearse.replaced_clock_default') is null"):
        return ()
    async with connection.transaction():
        await _local_settings(connection)
        left = await put_back_definitions(connection)
        await _put_back_defaults(connection)
        return left or await _drop_functions(connection)


async def _drop_functions(connection: asyncpg.Connection) -> tuple[str, ...]:
    """Drop the functions of a replay; return why they have to stay."""
    try:
        async with connection.transaction():
            await connection.execute(sql_text(_PACKAGE, "drop_clock_functions"))
    except asyncpg.DependentObjectsStillExistError as error:
        return tuple(str(error.detail).splitlines())
    return ()


async def _put_back_defaults(connection: asyncpg.Connection) -> None:
    stored = {
        (row["relation"], row["attribute"]): row["expression"]
        for row in await connection.fetch("select * from pgrehearse.replaced_clock_default")
    }
    for row in await connection.fetch(sql_text(_PACKAGE, "column_defaults")):
        expression = stored.get((row["relation"], row["attribute"]), _own(row["expression"]))
        if expression != row["expression"]:
            await connection.execute(f"{row['command']}{expression}")
    await connection.execute("delete from pgrehearse.replaced_clock_default")


def _own(expression: str) -> str:
    """Return an expression that calls PostgreSQL's own functions where it called those of a replay."""
    for function, own in _OWN.items():
        expression = rename_calls(expression, {function}, own) or expression
    return expression


async def _local_settings(connection: asyncpg.Connection) -> None:
    """Names are qualified in what the server returns, a table in use is waited for, but not without end, and the body of a function may
    name what there is not yet."""
    await connection.execute(
        "set local search_path = pg_catalog; set local lock_timeout = '30s'; set local check_function_bodies = off; "
        "set local standard_conforming_strings = on"
    )
