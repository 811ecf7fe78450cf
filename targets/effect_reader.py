"""What using each name of a database does, read from its catalog (``workload/catalog/hazards``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.sql_files import sql_text
from pgrehearse.targets.server_facts import connect
from pgrehearse.workload.catalog.hazards import Definition, Hazards, Kind, closed
from pgrehearse.workload.sql.builtin_functions import hazard_of_builtin, hazard_of_extension, reviewed
from pgrehearse.workload.sql.effects import Effects
from pgrehearse.workload.sql.find_effects import effects_of, effects_of_expression, effects_of_function
from pgrehearse.workload.sql.parse_tree import Name
from pgrehearse.workload.sql.search_path import USER, search_path

_PACKAGE = "pgrehearse.targets"

_COMPILED = {"c", "internal"}
_READABLE = {"sql", "plpgsql"}
_NAMED: dict[str, Callable[[frozenset[Name]], Effects]] = {
    "calls": lambda names: Effects(calls=names),
    "reads": lambda names: Effects(reads=names),
    "writes": lambda names: Effects(writes=names),
    "types": lambda names: Effects(types=names),
}


async def read_definitions(endpoint: Endpoint) -> list[Definition]:
    """Read what using each name of one database does by itself. Raises ``TargetProblem`` (exit 4) when it cannot be reached."""
    connection = await connect(endpoint)
    try:
        # Behind a pooler what a session sets may be found by strangers: it is set for one transaction.
        async with connection.transaction(readonly=True):
            # So that the server writes every name with its schema, but for its own.
            await connection.execute("set local search_path = ''")
            functions = await connection.fetch(sql_text(_PACKAGE, "function_definitions"))
            uses = await connection.fetch(sql_text(_PACKAGE, "uses"))
    finally:
        await connection.close()
    found = [*_functions(functions), *(one for row in uses for one in _use(row))]
    return [one for one in found if one.hazards or one.effects != Effects()]


async def read_paths(endpoint: Endpoint) -> dict[str, frozenset[str]]:
    """Return the schemas that sessions begin with in their search path in a database, by user ("": users without a setting of their own).

    The server's own setting is what a session of ours begins with, where neither our role nor the database has one.
    """
    connection = await connect(endpoint)
    try:
        rows = await connection.fetch(sql_text(_PACKAGE, "search_paths"))
    finally:
        await connection.close()
    found = {str(row["user"]): frozenset(search_path(row["value"], USER)) for row in rows}
    # A role's setting replaces the others, but its sessions may lose it again by RESET.
    return {user: path | found[""] for user, path in found.items()}


async def roles_with_schemas(endpoint: Endpoint) -> frozenset[str]:
    """Return the roles whose names are schemas' names too: what ``"$user"`` may mean after SET ROLE."""
    connection = await connect(endpoint)
    try:
        rows = await connection.fetch(
            "select rolname from pg_catalog.pg_roles join pg_catalog.pg_namespace on nspname = rolname"
        )
    finally:
        await connection.close()
    return frozenset(str(row[0]) for row in rows)


async def read_hazards(endpoint: Endpoint) -> Hazards:
    """Read what using each name of one database does in the end, whatever a session's search path."""
    return closed(await read_definitions(endpoint))


def _functions(rows: list[asyncpg.Record]) -> Iterator[Definition]:
    for row in rows:
        name = (row["schema"], row["name"])
        hazards = {hazard} if (hazard := _hazard(row)) else set()
        if row["volatile"] and row["definition"]:
            hazards.add("volatile")
        effects = effects_of_function(row["definition"]) if row["definition"] else Effects()
        yield Definition(Kind.FUNCTION, name, effects, frozenset(hazards), of_row=row["of_row"])


def _hazard(row: asyncpg.Record) -> str:
    """Return what a function does by what it is, its body left aside."""
    language, extension = row["language"], row["extension"]
    if row["own"] and not extension:
        known = not row["volatile"] or reviewed(row["name"])
        return hazard_of_builtin(row["name"]) or ("" if known else "unreviewed")
    compiled = language in _COMPILED and not row["aggregate"]
    if compiled or extension:
        found = hazard_of_extension(extension, row["name"], volatile=row["volatile"] and compiled)
        if found or compiled:
            return found
    if language in _READABLE or row["aggregate"]:
        return ""
    return "dynamic-sql" if row["trusted"] else "untrusted-code"


def _use(row: asyncpg.Record) -> Iterator[Definition]:
    """Return what one row of the catalog says; of a relation, for reading it and for writing to it."""
    kinds = (Kind.READ, Kind.WRITE) if row["kind"] == "both" else (Kind(row["kind"]),)
    name, other = (row["schema"], row["name"]), frozenset({(row["other_schema"], row["other"])})
    hazards: frozenset[str] = frozenset()
    match row["form"]:
        case "query":
            effects = _own(effects_of(row["definition"].encode()))
        case "expression":
            effects = _own(effects_of_expression(row["definition"]))
        case "hazard":
            effects, hazards = Effects(), frozenset({row["definition"]})
        case form:
            effects = _NAMED[form](other)
    for kind in kinds:
        yield Definition(kind, name, effects, hazards)


def _own(effects: Effects) -> Effects:
    """Return effects whose names without a schema are PostgreSQL's own: the server wrote the others with theirs."""
    return replace(
        effects,
        reads=frozenset(map(_named, effects.reads)),
        writes=frozenset(map(_named, effects.writes)),
        calls=frozenset(map(_named, effects.calls)),
        operators=frozenset(map(_named, effects.operators)),
        types=frozenset(map(_named, effects.types)),
    )


def _named(name: Name) -> Name:
    return (name[0] or "pg_catalog", name[1])
