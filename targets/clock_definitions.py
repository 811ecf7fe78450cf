"""Views, functions and policies that read production's time on a rehearsal database (``sql/clock_functions.sql``).

Each is defined again by its own command with calls of ``pgrehearse.now`` for its clock expressions. CREATE OR REPLACE and ALTER
POLICY keep the owner, the privileges, the comment and what depends on the object. Each is first defined by its command as it is: one
that is another afterwards is left as it was. What is replaced is stored in the same transaction.
"""

from __future__ import annotations

from dataclasses import dataclass

import asyncpg

from pgrehearse.base.sql_files import sql_text
from pgrehearse.workload.sql.clock import clock_statements
from pgrehearse.workload.sql.clock_definitions import (
    function_source,
    own_definition,
    production_definition,
    with_source,
)

_PACKAGE = "pgrehearse.targets"
_REPLACED = frozenset({"view", "function", "policy"})


@dataclass(frozen=True, slots=True)
class ReplacedDefinitions:
    """The objects (*names*: the kind and the name) that read production's time, and sentences about those that do not (*left*)."""

    names: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


async def replace_definitions(connection: asyncpg.Connection) -> ReplacedDefinitions:
    """Have the views, functions and policies of a database read production's time. Called in a transaction, with the functions created."""
    names, left = [], []
    for row in await connection.fetch(sql_text(_PACKAGE, "clock_definitions"), None):
        name, text, fault = f"{row['kind']} {row['name']}", "", ""
        if row["kind"] in _REPLACED:
            made = production_definition(row["definition"], row["language"])
            text, fault = made.text, made.fault
        elif any(clock_statements(row["definition"].encode())):
            fault = f"a {row['kind']} cannot be replaced in its place"
        if text and not (fault := await _replace(connection, row, text)):
            names.append(name)
        if fault:
            left.append(f"{name}: {fault}")
    return ReplacedDefinitions(tuple(names), tuple(left))


async def _replace(connection: asyncpg.Connection, row: asyncpg.Record, text: str) -> str:
    """Replace one definition and store what it was; return why that is not possible ("": it is done)."""
    try:
        async with connection.transaction():
            await _define_as_it_is(connection, row)
            await connection.execute(text)
            await connection.execute(
                "insert into pgrehearse.replaced_clock_definition values ($1, $2, $3, $4)",
                row["kind"],
                row["object"],
                row["definition"],
                await _definition(connection, row),
            )
    except _Changed:
        return "its own definition would change it"
    except asyncpg.PostgresError as error:
        return str(error)
    return ""


class _Changed(Exception):
    """An object was another after its own definition was executed."""


async def _define_as_it_is(connection: asyncpg.Connection, row: asyncpg.Record) -> None:
    await connection.execute(row["definition"])
    if await _definition(connection, row) != row["definition"]:
        raise _Changed


async def _definition(connection: asyncpg.Connection, row: asyncpg.Record) -> str:
    """Return the definition that an object has now."""
    rows = await connection.fetch(sql_text(_PACKAGE, "clock_definitions"), [row["object"]])
    return next(str(one["definition"]) for one in rows if one["kind"] == row["kind"])


async def put_back_definitions(connection: asyncpg.Connection) -> tuple[str, ...]:
    """Put back the definitions that ``replace_definitions`` replaced; return sentences about those that could not be.

    Called in a transaction. Objects that were dropped during the replay are not there any more.
    """
    stored = {
        (row["kind"], row["object"]): row
        for row in await connection.fetch("select * from pgrehearse.replaced_clock_definition")
    }
    objects = [number for _, number in stored]
    rows = await connection.fetch(sql_text(_PACKAGE, "clock_definitions"), objects)
    commands = [(row, _restored(row["definition"], found)) for row in rows if (found := stored.get(_key(row)))]
    faults = [(row, await _execute(connection, command)) for row, command in commands if command]
    kept = [row["object"] for row, fault in faults if fault]
    await connection.execute("delete from pgrehearse.replaced_clock_definition where object <> all($1)", kept)
    return tuple(f"{row['kind']} {row['name']}: {fault}" for row, fault in faults if fault)


def _key(row: asyncpg.Record) -> tuple[str, int]:
    return str(row["kind"]), int(row["object"])


def _restored(definition: str, stored: asyncpg.Record) -> str:
    """Return the command that puts an object back: its stored definition, or, if it was altered during the replay, its present one
    with PostgreSQL's own functions ("": it was defined anew)."""
    if definition == stored["replacement"]:
        return str(stored["definition"])
    text = own_definition(definition)
    source, replaced = function_source(stored["definition"]), function_source(stored["replacement"])
    if source is not None and function_source(text) == replaced:
        text = with_source(text, source)
    return text if text != definition else ""


async def _execute(connection: asyncpg.Connection, command: str) -> str:
    """Execute a command; return why it failed ("": it did not)."""
    try:
        async with connection.transaction():
            await connection.execute(command)
    except asyncpg.PostgresError as error:
        return str(error)
    return ""
