"""Production's ids on a rehearsal database: draws from sequences return what the session's queue holds (``sql/id_functions.sql``).

Defaults call ``pgrehearse.draw`` where they called ``nextval``; a trigger gives the ids of identity columns; ``nextval('name')`` in
statements and functions finds ``nextval(text)``, which the schemas of the sequences get for the time of the replay. Sequences are
moved beyond all ids of production first. What is replaced is stored in the same transaction, and put back after the replay, at
the start of the next one, and when the mark is removed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import asyncpg

from pgrehearse.base.sql_files import sql_text
from pgrehearse.workload.sql.renamed_calls import rename_calls

_PACKAGE = "pgrehearse.targets"
_NEXTVAL = frozenset({("", "nextval"), ("pg_catalog", "nextval")})
_DRAW = frozenset({("pgrehearse", "draw")})
# Functions of another signature than PostgreSQL's own: a call with a text finds them, also through a search_path that begins with pg_catalog.
_ADDED = {"nextval": "draw", "currval": "last_id"}
# Sequences are moved so far beyond production's ids, or half of the way to their end.
_GAP = 1_000_000_000


@dataclass(frozen=True, slots=True)
class DrawnRange:
    """The ids that production drew from one sequence (``schema.name`` as SQL writes it), from the least to the greatest."""

    sequence: str
    least: int
    greatest: int


@dataclass(frozen=True, slots=True)
class GivenSequence:
    """A sequence of the database, and the *columns* that it fills, as SQL writes them."""

    oid: int
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What a database returns production's ids for. *sequences*: by name; *not_given*: sentences about draws that get other ids than
    production's."""

    sequences: dict[str, GivenSequence]
    not_given: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PutBack:
    """What was put back. *beyond*: how many draws found an empty queue, by sequence; *left*: sentences about what could not be put back."""

    beyond: dict[str, int]
    left: tuple[str, ...]


def beyond(drawn: DrawnRange, position: int, increment: int, limits: tuple[int, int]) -> tuple[int, int] | None:
    """Return the first value of a sequence that is beyond all ids of production, and how far the values after it may go.

    *position*: the sequence's value now; *limits*: the least and the greatest value that fit. None: there is no room.

    >>> beyond(DrawnRange("s", 5, 900), 40, 1, (1, 2**31 - 1))
    (1000000900, 2000000900)
    >>> beyond(DrawnRange("s", 5, 900), 40, 1, (1, 1000))
    (950, 1000)
    """
    up = increment > 0
    top = max(drawn.greatest, position) if up else min(drawn.least, position)
    gap = min(_GAP, abs((limits[1] if up else limits[0]) - top) // 2)
    gap -= gap % abs(increment)
    if not gap:
        return None
    return (top + gap, top + 2 * gap) if up else (top - gap, top - 2 * gap)


async def give_ids(connection: asyncpg.Connection, drawn: Iterable[DrawnRange]) -> Given:
    """Make a rehearsal database return production's ids. What an earlier replay left is put back before."""
    by_name = {one.sequence: one for one in drawn}
    await put_back(connection)
    async with connection.transaction():
        await _local_settings(connection)
        await connection.execute("create schema if not exists pgrehearse")
        await connection.execute(sql_text(_PACKAGE, "id_functions"))
        found = await connection.fetch(sql_text(_PACKAGE, "id_sequences"), sorted(by_name))
        missing = by_name.keys() - {row["name"] for row in found}
        not_given = [f"there is no sequence {name}" for name in sorted(missing)]
        sequences: dict[str, GivenSequence] = {}
        for row in found:
            is_replaced, faults = await _replace(connection, row, by_name[row["name"]])
            not_given += faults
            if is_replaced:
                sequences[str(row["name"])] = GivenSequence(int(row["oid"]), tuple(row["columns"]))
        for schema in sorted({str(row["schema"]) for row in found}):
            not_given += await _add_functions(connection, schema)
    return Given(sequences, tuple(not_given))


async def _local_settings(connection: asyncpg.Connection) -> None:
    """Names are qualified in what the server returns, and a table in use is waited for, but not without end."""
    await connection.execute("set local search_path = pg_catalog; set local lock_timeout = '30s'")


async def _replace(connection: asyncpg.Connection, row: asyncpg.Record, drawn: DrawnRange) -> tuple[bool, list[str]]:
    """Move one sequence beyond production's ids, and replace what draws from it; return whether it could, and what keeps its own ids."""
    oid, name = int(row["oid"]), str(row["name"])
    room = beyond(drawn, row["position"], row["increment"], (row["least"], row["greatest"]))
    if room is None:
        return False, [f"{name}: there are no values left beyond production's ids"]
    try:
        async with connection.transaction():
            await connection.execute("select setval($1::oid::regclass, $2, false)", oid, room[0])
            await connection.execute(f"create sequence pgrehearse.beyond_{oid}")
            await connection.execute(f"grant usage on sequence pgrehearse.beyond_{oid} to public")
            await connection.execute("insert into pgrehearse.replaced_sequence values ($1, $2)", oid, name)
            await _replace_defaults(connection, oid)
            return True, await _add_triggers(connection, oid, room)
    except asyncpg.PostgresError as error:
        return False, [f"{name}: {error}"]


async def _replace_defaults(connection: asyncpg.Connection, sequence: int) -> None:
    """Have the defaults that call ``nextval`` of a sequence call ``pgrehearse.draw``, also those of partitions and of inherited tables."""
    for row in await connection.fetch(sql_text(_PACKAGE, "id_defaults"), "pg_class", sequence):
        expression = rename_calls(row["expression"], _NEXTVAL, "pgrehearse.draw")
        if expression is not None and expression != row["expression"]:
            await connection.execute(
                "insert into pgrehearse.replaced_default values ($1, $2, $3)",
                row["relation"],
                row["attribute"],
                row["expression"],
            )
            await connection.execute(row["command"] + expression)


async def _add_triggers(connection: asyncpg.Connection, sequence: int, room: tuple[int, int]) -> list[str]:
    """Have triggers give the ids of identity columns; a trigger cannot change the column that divides a table into partitions."""
    not_given = []
    for row in await connection.fetch(sql_text(_PACKAGE, "id_identities"), sequence, min(room), max(room)):
        if row["divides"]:
            not_given.append(f"{row['column_name']}: an identity column that divides a table into partitions")
            continue
        await connection.execute(row["create_function"])
        await connection.execute(row["create_trigger"])
    return not_given


async def _add_functions(connection: asyncpg.Connection, schema: str) -> list[str]:
    """Add the functions that calls of ``nextval`` and ``currval`` with a text find; return why calls in this schema do not find them."""
    try:
        async with connection.transaction():
            for function, own in _ADDED.items():
                signature = await connection.fetchval(
                    "select format('%I.%I(pg_catalog.text)', $1::text, $2::text)", schema, function
                )
                await connection.execute(
                    f"create function {signature} returns pg_catalog.int8 language sql volatile as "
                    f"'select pgrehearse.{own}($1::pg_catalog.regclass)'"
                )
                await connection.execute("insert into pgrehearse.added_function values ($1)", signature)
    except asyncpg.PostgresError as error:
        return [f"calls of nextval in the schema {schema}: {error}"]
    return []


async def put_back(connection: asyncpg.Connection) -> PutBack:
    """Put back what ``give_ids`` replaced, if it replaced anything; sequences stay beyond production's ids."""
    if await connection.fetchval("select pg_catalog.to_regclass('pgrehearse.replaced_sequence') is null"):
        return PutBack({}, ())
    async with connection.transaction():
        await _local_settings(connection)
        sequences = await connection.fetch("select relation, name from pgrehearse.replaced_sequence order by name")
        drawn = {row["name"]: await _drawn_beyond(connection, row["relation"]) for row in sequences}
        await _put_back_defaults(connection)
        left = [fault for row in await _added(connection) if (fault := await _drop(connection, row))]
        for row in sequences:
            await connection.execute(f"drop sequence pgrehearse.beyond_{int(row['relation'])}")
        await connection.execute(sql_text(_PACKAGE, "drop_id_functions"))
    return PutBack({name: count for name, count in drawn.items() if count}, tuple(left))


async def _drawn_beyond(connection: asyncpg.Connection, sequence: int) -> int:
    """Return how many draws found an empty queue."""
    counter = f"pgrehearse.beyond_{sequence}"
    return int(await connection.fetchval("select coalesce(pg_sequence_last_value($1::text::regclass), 0)", counter))


async def _put_back_defaults(connection: asyncpg.Connection) -> None:
    """Put back the stored defaults. A default that was copied during the replay (a new partition) calls ``nextval`` again."""
    stored = {
        (row["relation"], row["attribute"]): row["expression"]
        for row in await connection.fetch("select * from pgrehearse.replaced_default")
    }
    function = await connection.fetchval("select 'pgrehearse.draw(regclass, bigint)'::regprocedure::oid")
    for row in await connection.fetch(sql_text(_PACKAGE, "id_defaults"), "pg_proc", function):
        renamed = rename_calls(row["expression"], _DRAW, "pg_catalog.nextval")
        expression = stored.get((row["relation"], row["attribute"]), renamed)
        await connection.execute(f"{row['command']}{expression}")


async def _added(connection: asyncpg.Connection) -> list[str]:
    """Return the commands that drop what was added, before what it calls is dropped."""
    rows = await connection.fetch(
        "select format('drop function %s', signature) from pgrehearse.added_function union all "
        "select format('drop function %s cascade', p.oid::regprocedure) from pg_proc p "
        "where p.pronamespace = 'pgrehearse'::regnamespace and p.prorettype = 'trigger'::regtype"
    )
    return [str(row[0]) for row in rows]


async def _drop(connection: asyncpg.Connection, command: str) -> str:
    """Execute a command that drops something; return why it could not ("": it is dropped)."""
    try:
        async with connection.transaction():
            await connection.execute(command)
    except asyncpg.PostgresError as error:
        return f"{command}: {error}"
    return ""
