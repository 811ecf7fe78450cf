"""Production's ids on a rehearsal database: draws from sequences return what the session's queue holds (``sql/id_functions.sql``).

Defaults call ``pgrehearse.draw`` where they called ``nextval``; a trigger gives the ids of identity columns; ``nextval('name')`` in
statements and functions finds ``nextval(text)``, which the schemas of the sequences get for the time of the replay; functions that
call PostgreSQL's own ``nextval`` are changed (``pinned_functions``). Where a default cannot be changed, statements have to name the
ids of its table (``Given.named``). Sequences are moved beyond all ids of production first. What is replaced is stored in the same
transaction, and put back after the replay, at the start of the next one, and when the mark is removed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import asyncpg

from pgrehearse.base.sql_files import sql_text
from pgrehearse.targets.named_tables import named_tables
from pgrehearse.targets.pinned_functions import put_back_functions, replace_functions
from pgrehearse.workload.sql.named_ids import NamedTable
from pgrehearse.workload.sql.renamed_calls import NEXTVAL, rename_calls

_PACKAGE = "pgrehearse.targets"
_DRAW = frozenset({("pgrehearse", "draw"), ("pgrehearse", "nextval")})
# The functions that a default may call during a replay: where it was replaced, and where a statement of the replay made it.
_IN_DEFAULTS = ("pgrehearse.draw(regclass, bigint)", "pgrehearse.nextval(regclass)")
# Functions of another signature than PostgreSQL's own: a call with a text finds them, also through a search_path that begins with pg_catalog.
_ADDED = (
    ("nextval", "pg_catalog.text", "draw($1::pg_catalog.regclass)"),
    ("currval", "pg_catalog.text", "last_id($1::pg_catalog.regclass)"),
    ("setval", "pg_catalog.text, pg_catalog.int8", "setval($1::pg_catalog.regclass, $2)"),
    ("setval", "pg_catalog.text, pg_catalog.int8, pg_catalog.bool", "setval($1::pg_catalog.regclass, $2, $3)"),
)
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
    production's; *named*: the tables whose ids statements have to name, and why."""

    sequences: dict[str, GivenSequence]
    not_given: tuple[str, ...]
    named: tuple[tuple[NamedTable, str], ...] = ()


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
        kept: dict[int, str] = {}
        for row in found:
            result = await _replace(connection, row, by_name[row["name"]])
            not_given += result.faults
            if result.given:
                sequences[str(row["name"])] = GivenSequence(int(row["oid"]), tuple(row["columns"]))
                kept |= {int(row["oid"]): result.kept} if result.kept else {}
        for schema in sorted({str(row["schema"]) for row in found}):
            not_given += await _add_functions(connection, schema)
        not_given += await replace_functions(connection) if sequences else []
        named = await named_tables(connection, kept)
    return Given(sequences, tuple(not_given), named)


@dataclass(frozen=True, slots=True)
class _Replaced:
    """Whether a sequence returns production's ids (*given*), sentences about draws that do not, and why its columns keep their defaults
    ("": they do not)."""

    given: bool
    faults: list[str]
    kept: str = ""


async def _local_settings(connection: asyncpg.Connection) -> None:
    """Names are qualified in what the server returns, and a table in use is waited for, but not without end."""
    await connection.execute("set local search_path = pg_catalog; set local lock_timeout = '30s'")


async def _replace(connection: asyncpg.Connection, row: asyncpg.Record, drawn: DrawnRange) -> _Replaced:
    """Move one sequence beyond production's ids, and replace what draws from it."""
    oid, name = int(row["oid"]), str(row["name"])
    room = beyond(drawn, row["position"], row["increment"], (row["least"], row["greatest"]))
    if room is None:
        return _Replaced(given=False, faults=[f"{name}: there are no values left beyond production's ids"])
    await connection.execute(f"create sequence pgrehearse.beyond_{oid}")
    await connection.execute(f"grant usage on sequence pgrehearse.beyond_{oid} to public")
    first = room[0] if row["counts"] else None
    await connection.execute("insert into pgrehearse.replaced_sequence values ($1, $2, $3)", oid, name, first)
    if reason := await _refusal(connection, "select setval($1::oid::regclass, $2, false)", oid, room[0]):
        fault = f"{name} stays where it is ({reason}): a draw without a known id may get an id of production"
        await connection.execute("update pgrehearse.replaced_sequence set first = null where relation = $1", oid)
        return _Replaced(given=True, faults=[fault], kept=reason)
    try:
        async with connection.transaction():
            await _replace_defaults(connection, oid)
            divided = await _add_triggers(connection, oid, room)
    except asyncpg.PostgresError as error:
        return _Replaced(given=True, faults=[], kept=str(error))
    reason = "a trigger cannot change an identity column that divides a table into partitions" if divided else ""
    return _Replaced(given=True, faults=[], kept=reason)


async def _refusal(connection: asyncpg.Connection, command: str, *values: object) -> str:
    """Execute a command; return why it was refused ("": it was not)."""
    try:
        async with connection.transaction():
            await connection.execute(command, *values)
    except asyncpg.PostgresError as error:
        return str(error)
    return ""


async def _replace_defaults(connection: asyncpg.Connection, sequence: int) -> None:
    """Have the defaults that call ``nextval`` of a sequence call ``pgrehearse.draw``, also those of partitions and of inherited tables."""
    for row in await connection.fetch(sql_text(_PACKAGE, "id_defaults"), "pg_class", sequence):
        expression = rename_calls(row["expression"], NEXTVAL, "pgrehearse.draw")
        if expression is not None and expression != row["expression"]:
            await connection.execute(row["command"] + expression)


async def _add_triggers(connection: asyncpg.Connection, sequence: int, room: tuple[int, int]) -> bool:
    """Have triggers give the ids of identity columns; return whether one divides a table into partitions: a trigger cannot change it."""
    divided = False
    for row in await connection.fetch(sql_text(_PACKAGE, "id_identities"), sequence, min(room), max(room)):
        if row["divides"]:
            divided = True
            continue
        await connection.execute(row["create_function"])
        await connection.execute(row["create_trigger"])
    return divided


async def _add_functions(connection: asyncpg.Connection, schema: str) -> list[str]:
    """Add the functions that calls with a text find; return why calls in this schema do not find them."""
    try:
        async with connection.transaction():
            for function, arguments, own in _ADDED:
                signature = await connection.fetchval(
                    "select format('%I.%I(%s)', $1::text, $2::text, $3::text)", schema, function, arguments
                )
                await connection.execute(
                    f"create function {signature} returns pg_catalog.int8 language sql volatile as 'select pgrehearse.{own}'"
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
        sequences = await connection.fetch(sql_text(_PACKAGE, "id_draws_beyond"))
        left = await _put_back_defaults(connection)
        left += await put_back_functions(connection)
        left += [f"{row}: {fault}" for row in await _added(connection) if (fault := await _refusal(connection, row))]
        for row in sequences:
            await connection.execute(f"drop sequence pgrehearse.beyond_{int(row['relation'])}")
        await connection.execute(sql_text(_PACKAGE, "drop_id_functions"))
    return PutBack({row["name"]: int(row["draws"]) for row in sequences if row["draws"]}, tuple(left))


async def _put_back_defaults(connection: asyncpg.Connection) -> list[str]:
    """Have defaults call ``nextval`` again, also those that the replay copied (a new partition) or made; return why one cannot.

    An expression is changed as it is now: the sequence may have another name than before.
    """
    left = []
    for function in _IN_DEFAULTS:
        oid = await connection.fetchval("select $1::text::regprocedure::oid", function)
        for row in await connection.fetch(sql_text(_PACKAGE, "id_defaults"), "pg_proc", oid):
            expression = rename_calls(row["expression"], _DRAW, "pg_catalog.nextval")
            if reason := await _refusal(connection, f"{row['command']}{expression}"):
                left.append(f"{row['command']}: {reason}")
    return left


async def _added(connection: asyncpg.Connection) -> list[str]:
    """Return the commands that drop what was added, before what it calls is dropped."""
    rows = await connection.fetch(
        "select format('drop function %s', signature) from pgrehearse.added_function union all "
        "select format('drop function %s cascade', p.oid::regprocedure) from pg_proc p "
        "where p.pronamespace = 'pgrehearse'::regnamespace and p.prorettype = 'trigger'::regtype"
    )
    return [str(row[0]) for row in rows]
