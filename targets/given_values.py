"""Production's values on a rehearsal database: defaults that are random or of the clock return them (``sql/value_functions.sql``).

A default ``gen_random_uuid()`` becomes ``coalesce(pgrehearse.given(...)::uuid, gen_random_uuid())`` for the time of a replay. What is
replaced is stored in the same transaction, and put back after the replay, at the start of the next one, and when the mark is removed.
Defaults that draw from sequences are those of ``pinning``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import asyncpg

from pgrehearse.base.sql_files import sql_text
from pgrehearse.workload.sql.constant_arguments import constant_arguments
from pgrehearse.workload.sql.parser import parse

_PACKAGE = "pgrehearse.targets"
_OF_SEQUENCES = frozenset({"nextval", "currval", "lastval", "pgrehearse.draw", "pgrehearse.last_id"})
_VOLATILE = (
    "select distinct proname::text from pg_catalog.pg_proc where proname = any($1::text[]) and provolatile <> 'i'"
)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column by the names of its schema, its table and itself, as in the catalog."""

    schema: str
    table: str
    name: str


@dataclass(frozen=True, slots=True)
class GivenColumn:
    """A column whose default returns production's values: its queue is the *setting*; *label*: the column as SQL writes it."""

    column: TableColumn
    setting: str
    label: str


@dataclass(frozen=True, slots=True)
class GivenValues:
    """The columns whose defaults return production's values, and sentences about those whose defaults could not be replaced."""

    columns: tuple[GivenColumn, ...] = ()
    not_given: tuple[str, ...] = ()


async def give_values(connection: asyncpg.Connection, wanted: Iterable[TableColumn]) -> GivenValues:
    """Have the defaults of *wanted* columns return production's values, where they are not constant and draw from no sequence.

    What an earlier replay left is put back before.
    """
    await put_back_values(connection)
    names = set(wanted)
    tables = sorted({(one.schema, one.table) for one in names})
    columns: dict[GivenColumn, None] = {}
    not_given = []
    async with connection.transaction():
        await _local_settings(connection)
        await connection.execute("create schema if not exists pgrehearse")
        await connection.execute(sql_text(_PACKAGE, "value_functions"))
        found = await connection.fetch(
            sql_text(_PACKAGE, "value_defaults"), [schema for schema, _ in tables], [name for _, name in tables]
        )
        rows = [(row, TableColumn(row["schema"], row["name"], row["column"])) for row in found]
        generated = await _generated(connection, {row["expression"] for row, column in rows if column in names})
        for row, column in rows:
            if column not in names or row["expression"] not in generated:
                continue
            setting = f"pgrehearse.values_{row['root']}_{row['place']}"
            if fault := await _replace(connection, row, setting):
                not_given.append(f"{row['label']}: {fault}")
            else:
                columns[GivenColumn(column, setting, str(row["label"]))] = None
    return GivenValues(tuple(columns), tuple(not_given))


async def _generated(connection: asyncpg.Connection, expressions: set[str]) -> set[str]:
    """Return the expressions that may have another value each time: they call a function that is not immutable, and no sequence."""
    found = {expression: parse(f"select {expression}", expression) for expression in expressions}
    called = {name.rpartition(".")[2] for facts in found.values() for name in facts.functions}
    volatile = {str(row["proname"]) for row in await connection.fetch(_VOLATILE, sorted(called))}
    generated = set()
    for expression, facts in found.items():
        draws = any(name in _OF_SEQUENCES or name.rpartition(".")[2] == "nextval" for name in facts.functions)
        changes = facts.clock or any(name.rpartition(".")[2] in volatile for name in facts.functions)
        if changes and not draws:
            generated.add(expression)
    return generated


async def _replace(connection: asyncpg.Connection, row: asyncpg.Record, setting: str) -> str:
    """Replace one default; return why it could not be ("": it is replaced)."""
    counter = _counter(setting)
    given = f"(pgrehearse.given('{setting}', '{counter}'::pg_catalog.regclass))::{row['type']}"
    try:
        async with connection.transaction():
            if await connection.fetchval("select pg_catalog.to_regclass($1) is null", counter):
                await connection.execute(f"create sequence {counter}; grant usage on sequence {counter} to public")
            await connection.execute(
                "insert into pgrehearse.replaced_value values ($1, $2, $3, $4, $5)",
                *(row["relation"], row["attribute"], row["expression"], setting, row["label"]),
            )
            await connection.execute(f"{row['command']}coalesce({given}, {row['expression']})")
    except asyncpg.PostgresError as error:
        return str(error)
    return ""


def _counter(setting: str) -> str:
    """Return the sequence that counts the evaluations without a known value."""
    return setting.replace("values_", "without_")


async def put_back_values(connection: asyncpg.Connection) -> dict[str, int]:
    """Put back the defaults that ``give_values`` replaced, if it replaced any; return how many evaluations had no value of production, by
    column (*label*)."""
    if await connection.fetchval("select pg_catalog.to_regclass('pgrehearse.replaced_value') is null"):
        return {}
    async with connection.transaction():
        await _local_settings(connection)
        stored = await connection.fetch("select * from pgrehearse.replaced_value order by label")
        await _put_back_defaults(connection, stored)
        labels = {str(row["setting"]): str(row["label"]) for row in stored}
        without = {labels[setting]: await _counted(connection, _counter(setting)) for setting in labels}
        for setting in labels:
            await connection.execute(f"drop sequence {_counter(setting)}")
        await connection.execute("drop function pgrehearse.given(text, regclass); drop table pgrehearse.replaced_value")
    return {label: count for label, count in without.items() if count}


async def _put_back_defaults(connection: asyncpg.Connection, stored: list[asyncpg.Record]) -> None:
    """Put back the stored defaults. A default that was copied during the replay (a new partition) gets that of its table."""
    own = {(row["relation"], row["attribute"]): str(row["expression"]) for row in stored}
    of_setting = {str(row["setting"]): str(row["expression"]) for row in stored}
    function = await connection.fetchval("select 'pgrehearse.given(text, regclass)'::regprocedure::oid")
    for row in await connection.fetch(sql_text(_PACKAGE, "id_defaults"), "pg_proc", function):
        copied = constant_arguments(row["expression"], ("pgrehearse", "given"))
        expression = own.get((row["relation"], row["attribute"]), of_setting.get(copied[0] if copied else ""))
        if expression is not None:
            await connection.execute(f"{row['command']}{expression}")


async def _counted(connection: asyncpg.Connection, counter: str) -> int:
    return int(await connection.fetchval("select coalesce(pg_sequence_last_value($1::text::regclass), 0)", counter))


async def _local_settings(connection: asyncpg.Connection) -> None:
    """Names are qualified in what the server returns, and a table in use is waited for, but not without end."""
    await connection.execute("set local search_path = pg_catalog; set local lock_timeout = '30s'")
