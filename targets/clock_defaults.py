"""Defaults of columns that read production's time on a rehearsal database (``sql/clock_functions.sql``).

A default like ``now()`` calls ``pgrehearse.now`` for the time of a replay. What is replaced is stored in the same transaction, and put
back after the replay, at the start of the next one, and when the mark is removed.
"""

from __future__ import annotations

from dataclasses import dataclass

import asyncpg

from pgrehearse.base.sql_files import sql_text
from pgrehearse.workload.sql.clock_text import STATEMENT, TRANSACTION, clock_text
from pgrehearse.workload.sql.renamed_calls import rename_calls

_PACKAGE = "pgrehearse.targets"
_BEFORE = b"select 1 where "
_FUNCTIONS = {TRANSACTION: "pgrehearse.now()", STATEMENT: "pgrehearse.started()"}


@dataclass(frozen=True, slots=True)
class ReplacedDefaults:
    """The *columns* (as SQL writes them) whose defaults read production's time, and sentences about those that do not (*left*)."""

    columns: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    def notes(self) -> list[str]:
        """Return a note on each default that reads the target's time."""
        return [f"a default reads the target's time: {sentence}" for sentence in self.left]


def production_default(expression: str) -> str | None:
    """Return a default that reads production's time (None: it does not use the clock, or cannot be changed).

    >>> production_default("now()")
    "pg_catalog.timestamptz_pl_interval(pgrehearse.now(), '0')"
    """
    made = clock_text(_BEFORE + expression.encode())
    if not made.replaced or made.left:
        return None
    text = made.text[len(_BEFORE) :]
    for mark, function in _FUNCTIONS.items():
        text = text.replace(f"'{mark}'", function)
    return text


async def replace_clock_defaults(connection: asyncpg.Connection) -> ReplacedDefaults:
    """Have the defaults of a rehearsal database read production's time. What an earlier replay left is put back before."""
    await put_back_clock_defaults(connection)
    columns, left = [], []
    async with connection.transaction():
        await _local_settings(connection)
        await connection.execute("create schema if not exists pgrehearse")
        await connection.execute(sql_text(_PACKAGE, "clock_functions"))
        for row in await connection.fetch(sql_text(_PACKAGE, "column_defaults")):
            if (expression := production_default(row["expression"])) is None:
                continue
            try:
                async with connection.transaction():
                    await _replace(connection, row, expression)
                    columns.append(str(row["column"]))
            except asyncpg.PostgresError as error:
                left.append(f"{row['column']}: {error}")
    return ReplacedDefaults(tuple(columns), tuple(left))


async def _replace(connection: asyncpg.Connection, row: asyncpg.Record, expression: str) -> None:
    await connection.execute(
        "insert into pgrehearse.replaced_clock_default values ($1, $2, $3)",
        row["relation"],
        row["attribute"],
        row["expression"],
    )
    await connection.execute(row["command"] + expression)


async def put_back_clock_defaults(connection: asyncpg.Connection) -> None:
    """Put back the defaults that ``replace_clock_defaults`` replaced, if it replaced any.

    A default that was copied during the replay (a new partition) calls PostgreSQL's own functions again.
    """
    if await connection.fetchval("select pg_catalog.to_regclass('pgrehearse.replaced_clock_default') is null"):
        return
    async with connection.transaction():
        await _local_settings(connection)
        stored = {
            (row["relation"], row["attribute"]): row["expression"]
            for row in await connection.fetch("select * from pgrehearse.replaced_clock_default")
        }
        for row in await connection.fetch(sql_text(_PACKAGE, "column_defaults")):
            expression = stored.get((row["relation"], row["attribute"]), _own(row["expression"]))
            if expression != row["expression"]:
                await connection.execute(f"{row['command']}{expression}")
        await connection.execute(
            "drop function pgrehearse.now(), pgrehearse.started(); drop table pgrehearse.replaced_clock_default"
        )


def _own(expression: str) -> str:
    """Return an expression that calls PostgreSQL's own functions where it called those of a replay."""
    for function, own in (("now", "pg_catalog.now"), ("started", "pg_catalog.statement_timestamp")):
        expression = rename_calls(expression, {("pgrehearse", function)}, own) or expression
    return expression


async def _local_settings(connection: asyncpg.Connection) -> None:
    """Names are qualified in what the server returns, and a table in use is waited for, but not without end."""
    await connection.execute("set local search_path = pg_catalog; set local lock_timeout = '30s'")
