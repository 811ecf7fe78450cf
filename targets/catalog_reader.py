"""A server's catalog, read for what statement logs never show: tables behind tables, settings of roles, encodings."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.sql_files import sql_text
from pgrehearse.targets.server_facts import connect
from pgrehearse.workload.catalog.model import DEFAULT_PATH, Catalog, Function, How, ServerCatalog, Tie
from pgrehearse.workload.catalog.session_settings import SessionSettings
from pgrehearse.workload.sql.function_bodies import Body, body, called, makes_ids
from pgrehearse.workload.sql.generated_ids import Drawing

_PACKAGE = "pgrehearse.targets"


async def read_catalog(endpoint: Endpoint, only: Collection[str] | None = None) -> ServerCatalog:
    """Read the catalog of every database of a server that may be connected to (or of the *only* ones).

    Raises ``TargetProblem`` (exit 4) when the server cannot be reached, or one of its databases cannot.
    """
    connection = await connect(endpoint)
    try:
        databases = await connection.fetch(sql_text(_PACKAGE, "databases"))
        settings = await connection.fetch(sql_text(_PACKAGE, "session_settings"))
    finally:
        await connection.close()
    found: dict[str, Catalog] = {}
    unread: set[str] = set()
    databases = [row for row in databases if only is None or row["name"] in only]
    for row in databases:
        found[row["name"]], missed = await _database(endpoint.to(database=row["name"]))
        unread |= missed
    return ServerCatalog(
        name=str(endpoint),
        databases=found,
        settings=tuple(
            SessionSettings({row["name"]: row["value"] for row in rows}, user=who[1], database=who[0])
            for who, rows in groupby(settings, key=lambda row: (row["database"], row["user"]))
        ),
        encodings={row["name"]: row["encoding"] for row in databases},
        unread=tuple(sorted(unread)),
    )


async def database_names(endpoint: Endpoint) -> set[str]:
    """Return the databases of a server that may be connected to. Raises ``TargetProblem`` (exit 4) when it cannot be reached."""
    connection = await connect(endpoint)
    try:
        return {str(row["name"]) for row in await connection.fetch(sql_text(_PACKAGE, "databases"))}
    finally:
        await connection.close()


async def _database(endpoint: Endpoint) -> tuple[Catalog, set[str]]:
    connection = await connect(endpoint)
    try:
        relations = {row["name"]: row["is_view"] for row in await connection.fetch(sql_text(_PACKAGE, "relations"))}
        ties = [
            Tie(row["of"], row["to"], How(row["how"])) for row in await connection.fetch(sql_text(_PACKAGE, "ties"))
        ]
        triggers = await connection.fetch(sql_text(_PACKAGE, "triggers"))
        functions = await connection.fetch(sql_text(_PACKAGE, "functions"))
        defaults = await connection.fetch(sql_text(_PACKAGE, "defaults"))
    finally:
        await connection.close()
    bare = Catalog(frozenset(relations), ())
    bodies = _bodies(functions)
    unread: set[str] = set()
    triggered: set[str] = set()
    for row in triggers:
        found = body(row["definition"], row["language"])
        ties += _of_trigger(bare, row, How.CHECKS, found.read) + _of_trigger(bare, row, How.WRITES, found.written)
        unread |= set() if found.whole else {f"{row['function']} of {row['name']}"}
        triggered |= {row["name"]} if row["on_insert"] and makes_ids(found.calls, bodies) else set()
    catalog = Catalog(
        frozenset(relations),
        tuple(ties),
        _functions(bare, functions, bodies),
        drawing=_drawing(defaults, bodies),
        views=frozenset(name for name, is_view in relations.items() if is_view),
        triggered=frozenset(triggered),
    )
    return catalog, unread


def _drawing(rows: list[asyncpg.Record], bodies: dict[str, Body]) -> dict[str, tuple[Drawing, ...]]:
    """Return the columns whose default makes an id, by relation."""
    found: dict[str, list[Drawing]] = {}
    makes: dict[str, bool] = {}
    for row in rows:
        text = row["expression"]
        if text not in makes:
            makes[text] = bool(text) and makes_ids(frozenset(called(text)), bodies)
        if row["identity"] or makes[text]:
            found.setdefault(row["relation"], []).append(Drawing(row["name"], int(row["place"]), row["identity"]))
    return {relation: tuple(columns) for relation, columns in found.items()}


# Their bodies are compiled: nothing of them can be read, and what they touch is rarely a table.
_COMPILED = {"c", "internal"}


def _bodies(rows: list[asyncpg.Record]) -> dict[str, Body]:
    """Return what each function's body says, by its name with and without its schema; one name may be several functions."""
    bodies: dict[str, Body] = {}
    for row in rows:
        compiled = row["language"] in _COMPILED
        read = Body(whole=True) if compiled else body(row["definition"], row["language"])
        for name in (row["name"], f"{row['schema']}.{row['name']}"):
            bodies[name] = read.joined(bodies[name]) if name in bodies else read
    return bodies


def _functions(catalog: Catalog, rows: list[asyncpg.Record], bodies: dict[str, Body]) -> dict[str, Function]:
    """Return what each function touches, with what it calls; one name may be several functions."""
    found: dict[str, Function] = {}
    for row in rows:
        read = bodies[f"{row['schema']}.{row['name']}"]
        path = (row["schema"], *DEFAULT_PATH[1:])
        reads, writes = (
            frozenset(catalog.resolved(name, path) for name in names) for names in (read.read, read.written)
        )
        one = Function(reads, writes, read.whole)
        for name in (row["name"], f"{row['schema']}.{row['name']}"):
            found[name] = found[name].joined(one) if name in found else one
    return {name: _with_called(name, found, bodies, frozenset()) for name in found}


def _with_called(name: str, found: dict[str, Function], bodies: dict[str, Body], above: frozenset[str]) -> Function:
    """Return what a function touches, and what the functions in its body touch."""
    whole = found[name]
    for callee in bodies[name].calls & found.keys() - above - {name}:
        inner = _with_called(callee, found, bodies, above | {name})
        whole = whole.joined(inner)
    return whole


def _of_trigger(catalog: Catalog, row: asyncpg.Record, how: How, names: frozenset[str]) -> list[Tie]:
    """Return a trigger's ties; names in its function are looked for beside its table first."""
    path = (row["name"].partition(".")[0], *DEFAULT_PATH[1:])
    resolved = (catalog.resolved(name, path) for name in sorted(names))
    return [Tie(row["name"], name, how) for name in resolved if name in catalog.relations]
