"""Reads from a server's catalog what statement logs do not contain: dependencies of tables, settings of roles, encodings."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.sql_files import sql_text
from pgrehearse.targets.clock_reader import find_clock_use
from pgrehearse.targets.generated_values import read_generated
from pgrehearse.targets.server_facts import connect
from pgrehearse.workload.catalog.model import DEFAULT_PATH, Catalog, Function, How, ServerCatalog, Tie
from pgrehearse.workload.catalog.session_settings import SessionSettings
from pgrehearse.workload.sql.function_bodies import Body, body, called, makes_ids
from pgrehearse.workload.sql.generated_ids import Drawing

_PACKAGE = "pgrehearse.targets"


async def read_catalog(endpoint: Endpoint, only: Collection[str] | None = None) -> ServerCatalog:
    """Read the catalog of every database of a server that accepts connections (or only of *only*).

    Raises ``TargetProblem`` (exit 4) when the server cannot be reached, or one of its databases cannot.
    """
    connection = await connect(endpoint)
    try:
        databases = await connection.fetch(sql_text(_PACKAGE, "databases"))
        settings = await connection.fetch(sql_text(_PACKAGE, "session_settings"))
    finally:
        await connection.close()
    catalogs: dict[str, Catalog] = {}
    unread: set[str] = set()
    databases = [row for row in databases if only is None or row["name"] in only]
    for row in databases:
        catalogs[row["name"]], unread_functions = await _read_database(endpoint.to(database=row["name"]))
        unread |= unread_functions
    return ServerCatalog(
        name=str(endpoint),
        databases=catalogs,
        settings=tuple(
            SessionSettings({row["name"]: row["value"] for row in rows}, user=user, database=database)
            for (database, user), rows in groupby(settings, key=lambda row: (row["database"], row["user"]))
        ),
        encodings={row["name"]: row["encoding"] for row in databases},
        unread=tuple(sorted(unread)),
    )


async def database_names(endpoint: Endpoint) -> set[str]:
    """Return the databases of a server that accept connections. Raises ``TargetProblem`` (exit 4) when it cannot be reached."""
    connection = await connect(endpoint)
    try:
        return {str(row["name"]) for row in await connection.fetch(sql_text(_PACKAGE, "databases"))}
    finally:
        await connection.close()


async def _read_database(endpoint: Endpoint) -> tuple[Catalog, set[str]]:
    connection = await connect(endpoint)
    try:
        relations = {row["name"]: row for row in await connection.fetch(sql_text(_PACKAGE, "relations"))}
        ties = [
            Tie(row["of"], row["to"], How(row["how"])) for row in await connection.fetch(sql_text(_PACKAGE, "ties"))
        ]
        triggers = await connection.fetch(sql_text(_PACKAGE, "triggers"))
        functions = await connection.fetch(sql_text(_PACKAGE, "functions"))
        defaults = await connection.fetch(sql_text(_PACKAGE, "defaults"))
        views = await connection.fetch(sql_text(_PACKAGE, "views"))
        policies = await connection.fetch(sql_text(_PACKAGE, "policies"))
        names = Catalog(frozenset(relations), ())
        ids = await read_generated(connection, endpoint.database, names, (triggers, functions), defaults)
    finally:
        await connection.close()
    bodies = _bodies(functions)
    unread: set[str] = set()
    triggered: set[str] = set()
    for row in triggers:
        trigger = body(row["definition"], row["language"])
        ties += _ties_of_trigger(names, row, How.CHECKS, trigger.read) + _ties_of_trigger(
            names, row, How.WRITES, trigger.written
        )
        unread |= set() if trigger.whole else {f"{row['function']} of {row['name']}"}
        triggered |= {row["name"]} if row["on_insert"] and makes_ids(trigger.calls, bodies) else set()
    catalog = Catalog(
        frozenset(relations),
        tuple(ties),
        _functions(names, functions, bodies),
        drawing=_id_columns(defaults, bodies),
        views=frozenset(name for name, row in relations.items() if row["is_view"]),
        triggered=frozenset(triggered),
        clock=find_clock_use(views, defaults, triggers, policies, bodies),
        ids=ids,
        columns={name: tuple(row["columns"]) for name, row in relations.items()},
    )
    return catalog, unread


def _id_columns(rows: list[asyncpg.Record], bodies: dict[str, Body]) -> dict[str, tuple[Drawing, ...]]:
    """Return the columns with a default that generates an id, by relation."""
    columns: dict[str, list[Drawing]] = {}
    generates: dict[str, bool] = {}
    for row in rows:
        text = row["expression"]
        if text not in generates:
            generates[text] = bool(text) and makes_ids(frozenset(called(text)), bodies)
        if row["identity"] or generates[text]:
            columns.setdefault(row["relation"], []).append(Drawing(row["name"], int(row["place"]), row["identity"]))
    return {relation: tuple(drawings) for relation, drawings in columns.items()}


# Their bodies are compiled and cannot be read; they rarely access tables.
_COMPILED = {"c", "internal"}


def _bodies(rows: list[asyncpg.Record]) -> dict[str, Body]:
    """Return the parsed body of each function, by its name with and without its schema; several functions may have one name."""
    bodies: dict[str, Body] = {}
    for row in rows:
        compiled = row["language"] in _COMPILED
        parsed = Body(whole=True) if compiled else body(row["definition"], row["language"])
        for name in (row["name"], f"{row['schema']}.{row['name']}"):
            bodies[name] = parsed.joined(bodies[name]) if name in bodies else parsed
    return bodies


def _functions(catalog: Catalog, rows: list[asyncpg.Record], bodies: dict[str, Body]) -> dict[str, Function]:
    """Return the relations that each function and its callees access; several functions may have one name."""
    functions: dict[str, Function] = {}
    for row in rows:
        parsed = bodies[f"{row['schema']}.{row['name']}"]
        path = (row["schema"], *DEFAULT_PATH[1:])
        reads, writes = (
            frozenset(catalog.resolved(name, path) for name in names) for names in (parsed.read, parsed.written)
        )
        function = Function(reads, writes, parsed.whole)
        for name in (row["name"], f"{row['schema']}.{row['name']}"):
            functions[name] = functions[name].joined(function) if name in functions else function
    return {name: _with_callees(name, functions, bodies, frozenset()) for name in functions}


def _with_callees(
    name: str, functions: dict[str, Function], bodies: dict[str, Body], above: frozenset[str]
) -> Function:
    """Return the relations that a function and the functions in its body access. *above*: its callers."""
    function = functions[name]
    for callee in bodies[name].calls & functions.keys() - above - {name}:
        function = function.joined(_with_callees(callee, functions, bodies, above | {name}))
    return function


def _ties_of_trigger(catalog: Catalog, row: asyncpg.Record, how: How, names: frozenset[str]) -> list[Tie]:
    """Return the ties of a trigger; names in its function are resolved in the schema of its table first."""
    path = (row["name"].partition(".")[0], *DEFAULT_PATH[1:])
    resolved = (catalog.resolved(name, path) for name in sorted(names))
    return [Tie(row["name"], name, how) for name in resolved if name in catalog.relations]
