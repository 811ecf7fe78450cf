"""Reads the definitions of a database's views, functions, triggers and rules, for ``workload/catalog/hazards``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.sql_files import sql_text
from pgrehearse.targets.server_facts import connect
from pgrehearse.workload.catalog.hazards import Definition, Kind
from pgrehearse.workload.sql.builtin_functions import hazard_of_builtin, hazard_of_extension, reviewed
from pgrehearse.workload.sql.effects import Effects
from pgrehearse.workload.sql.find_effects import effects_of, effects_of_expression, effects_of_function
from pgrehearse.workload.sql.parse_tree import Name
from pgrehearse.workload.sql.search_path import USER, search_path

_PACKAGE = "pgrehearse.targets"

_COMPILED = {"c", "internal"}
_PARSED = {"sql", "plpgsql"}
_EFFECTS_OF_NAMES: dict[str, Callable[[frozenset[Name]], Effects]] = {
    "calls": lambda names: Effects(calls=names),
    "reads": lambda names: Effects(reads=names),
    "writes": lambda names: Effects(writes=names),
    "types": lambda names: Effects(types=names),
}


async def read_definitions(endpoint: Endpoint) -> list[Definition]:
    """Read the direct effects of using each name of one database. Raises ``TargetProblem`` (exit 4) when it cannot be reached."""
    connection = await connect(endpoint)
    try:
        # Behind a pooler other clients would see a session's settings: this one is set for one transaction.
        async with connection.transaction(readonly=True):
            # So that the server returns every name with its schema, except for its own.
            await connection.execute("set local search_path = ''")
            functions = await connection.fetch(sql_text(_PACKAGE, "function_definitions"))
            uses = await connection.fetch(sql_text(_PACKAGE, "uses"))
    finally:
        await connection.close()
    definitions = [*_functions(functions), *(definition for row in uses for definition in _use(row))]
    return [one for one in definitions if one.hazards or one.effects != Effects()]


async def read_paths(endpoint: Endpoint) -> dict[str, frozenset[str]]:
    """Return the schemas of the initial search path in a database, by user ("": users without a setting of their own).

    The server's setting applies to a session of pgrehearse where neither its role nor the database has one.
    """
    connection = await connect(endpoint)
    try:
        rows = await connection.fetch(sql_text(_PACKAGE, "search_paths"))
    finally:
        await connection.close()
    paths = {str(row["user"]): frozenset(search_path(row["value"], USER)) for row in rows}
    # A role's setting replaces the others, but its sessions may undo it by RESET.
    return {user: path | paths[""] for user, path in paths.items()}


async def roles_with_schemas(endpoint: Endpoint) -> frozenset[str]:
    """Return the roles that have the name of a schema: ``"$user"`` may stand for them after SET ROLE."""
    connection = await connect(endpoint)
    try:
        rows = await connection.fetch(
            "select rolname from pg_catalog.pg_roles join pg_catalog.pg_namespace on nspname = rolname"
        )
    finally:
        await connection.close()
    return frozenset(str(row[0]) for row in rows)


def _functions(rows: list[asyncpg.Record]) -> Iterator[Definition]:
    for row in rows:
        hazards = {hazard} if (hazard := _hazard(row)) else set()
        if row["definition"]:
            hazards |= {"volatile"} if row["volatile"] else set()
            effects = effects_of_function(row["definition"])
        elif hazards:
            effects = Effects()
        else:
            continue  # nearly all of the server's own functions
        name = (row["schema"], row["name"])
        yield Definition(Kind.FUNCTION, name, effects, frozenset(hazards), of_row=row["of_row"])


def _hazard(row: asyncpg.Record) -> str:
    """Return the hazard of a function by its language and extension, without its body."""
    language, extension = row["language"], row["extension"]
    if row["own"] and not extension:
        is_reviewed = not row["volatile"] or reviewed(row["name"])
        return hazard_of_builtin(row["name"]) or ("" if is_reviewed else "unreviewed")
    compiled = language in _COMPILED and not row["aggregate"]
    if compiled or extension:
        hazard = hazard_of_extension(extension, row["name"], volatile=row["volatile"] and compiled)
        if hazard or compiled:
            return hazard
    if language in _PARSED or row["aggregate"]:
        return ""
    return "dynamic-sql" if row["trusted"] else "untrusted-code"


def _use(row: asyncpg.Record) -> Iterator[Definition]:
    """Return the definitions of one row of the catalog; of a relation, for reading it and for writing to it."""
    kinds = (Kind.READ, Kind.WRITE) if row["kind"] == "both" else (Kind(row["kind"]),)
    name, other = (row["schema"], row["name"]), frozenset({(row["other_schema"], row["other"])})
    hazards: frozenset[str] = frozenset()
    match row["form"]:
        case "query":
            effects = _with_schemas(effects_of(row["definition"].encode()))
        case "expression":
            effects = _with_schemas(effects_of_expression(row["definition"]))
        case "hazard":
            effects, hazards = Effects(), frozenset({row["definition"]})
        case form:
            effects = _EFFECTS_OF_NAMES[form](other)
    for kind in kinds:
        yield Definition(kind, name, effects, hazards)


def _with_schemas(effects: Effects) -> Effects:
    """Return effects with ``pg_catalog`` as the schema of names without one: the server returned all other names with their schema."""
    return replace(
        effects,
        reads=frozenset(map(_with_schema, effects.reads)),
        writes=frozenset(map(_with_schema, effects.writes)),
        calls=frozenset(map(_with_schema, effects.calls)),
        operators=frozenset(map(_with_schema, effects.operators)),
        types=frozenset(map(_with_schema, effects.types)),
    )


def _with_schema(name: Name) -> Name:
    return (name[0] or "pg_catalog", name[1])
