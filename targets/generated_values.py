"""Reads what a database generates: its sequences and their state, the columns that hold their ids, triggers that draw from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import asyncpg

from pgrehearse.base.sql_files import sql_text
from pgrehearse.targets.start_state import StartState, start_state
from pgrehearse.workload.catalog.model import DEFAULT_PATH, Catalog
from pgrehearse.workload.generated.code_draws import Code, Trigger, read_code, with_code
from pgrehearse.workload.generated.facts import CLOCK, RANDOM, DatabaseIds, GeneratedColumn, IdColumn, Sequence
from pgrehearse.workload.generated.rules import Names
from pgrehearse.workload.sql.parse_tree import Name
from pgrehearse.workload.sql.parser import GENERATORS, parse

_PACKAGE = "pgrehearse.targets"
# Of so many sequences each is read by a query of its own.
_READ_EACH = 1_000
_IDENTITY = {"a": "always", "d": "by default"}
_RANDOM = GENERATORS - {"nextval", "currval", "lastval"}


async def read_generated(
    connection: asyncpg.Connection,
    database: str,
    names: Catalog,
    code: tuple[list[asyncpg.Record], list[asyncpg.Record]],
    defaults: list[asyncpg.Record],
) -> DatabaseIds:
    """Read the generated values of one database. *names*: its relations; *code*, *defaults*: rows of the queries triggers and functions, and
    defaults."""
    rows = await connection.fetch(sql_text(_PACKAGE, "sequences"))
    references = await connection.fetch(sql_text(_PACKAGE, "references"))
    states = await _states(connection, rows)
    sequences = _sequences(database, rows, states)
    # What a server recovered from WAL is up to 32 values ahead, and has no values that are logged in advance.
    if ahead := {name for name, state in states.items() if state.called and state.logged == 0}:
        sequences |= _estimated(sequences, await start_state(connection, ahead))
    ids = DatabaseIds(sequences, _columns(rows, references), others=_others(defaults))
    triggers, functions = code
    fired = [
        Trigger(
            row["name"],
            read_code(row["definition"], _names(names, row["name"])),
            on_insert=row["on_insert"],
            on_change=row["on_change"],
        )
        for row in triggers
    ]
    return with_code(ids, fired, _functions(names, functions))


def _functions(names: Catalog, rows: list[asyncpg.Record]) -> dict[str, tuple[Code, ...]]:
    """Return the code of the functions of each name, with and without its schema."""
    found: dict[str, tuple[Code, ...]] = {}
    for row in rows:
        label = f"{row['schema']}.{row['name']}"
        code = read_code(row["definition"], _names(names, label))
        for name in (row["name"], label):
            found[name] = (*found.get(name, ()), code)
    return found


@dataclass(frozen=True, slots=True)
class _State:
    """A sequence's value, whether it was drawn, and how many values are logged in advance (None: no permission, or not read)."""

    last: int | None
    called: bool
    logged: int | None


async def _state(connection: asyncpg.Connection, row: asyncpg.Record) -> _State:
    """Return the state of a sequence. The view of sequences shows no value for one that was never drawn from."""
    try:
        (state,) = await connection.fetch(row["state"])
    except asyncpg.PostgresError:
        return _State(None, called=False, logged=None)
    return _State(int(state["last_value"]), bool(state["is_called"]), int(state["log_cnt"]))


async def _states(connection: asyncpg.Connection, rows: list[asyncpg.Record]) -> dict[str, _State]:
    """Return the states of all sequences: of a few each is read, of many the view shows the value without what is logged."""
    distinct = {row["sequence"]: row for row in rows}
    if len(distinct) <= _READ_EACH:
        return {name: await _state(connection, row) for name, row in distinct.items()}
    return {
        name: _State(int(row["last"]), called=True, logged=None)
        if row["last"] is not None
        else await _state(connection, row)
        for name, row in distinct.items()
    }


def _estimated(sequences: dict[str, Sequence], state: StartState) -> dict[str, Sequence]:
    """Return the sequences that are ahead of their columns with their estimated values (``start_state``)."""
    return {
        one.name: replace(sequences[one.name], last=one.aligned[0], called=one.aligned[1], estimated=True)
        for one in state.drifting
        if one.name in sequences
    }


def _sequences(database: str, rows: list[asyncpg.Record], states: Mapping[str, _State]) -> dict[str, Sequence]:
    found: dict[str, Sequence] = {}
    for row in rows:
        name = str(row["sequence"])
        known = found.get(name)
        columns = [*(known.columns if known else []), *([row["label"]] if row["label"] is not None else [])]
        last, called = states[name].last, states[name].called
        identity = _IDENTITY.get(row["identity"], known.identity if known else "")
        numbers = (int(row["start"]), int(row["increment"]), int(row["cache"]))
        found[name] = Sequence(database, name, columns, *numbers, bool(row["cycles"]), last, called, identity)
    return found


def _columns(rows: list[asyncpg.Record], references: list[asyncpg.Record]) -> dict[str, tuple[IdColumn, ...]]:
    """Return the columns that draw ids, and those whose foreign keys lead to one."""
    drawing = {(row["relation"], row["name"]): row for row in rows if row["relation"] is not None}
    leads = {(row["relation"], row["name"]): row for row in references}

    def held(place: tuple[str, str], above: frozenset[tuple[str, str]]) -> str:
        if place in drawing:
            return str(drawing[place]["sequence"])
        if place not in leads or place in above:
            return ""
        return held((leads[place]["to_relation"], leads[place]["to_name"]), above | {place})

    found: dict[str, list[IdColumn]] = {}
    for place, row in {**leads, **drawing}.items():
        if sequence := held(place, frozenset()):
            draws = str(row["sequence"]) if place in drawing else ""
            identity = place in drawing and row["identity"] != ""
            found.setdefault(place[0], []).append(IdColumn(place[1], int(row["place"]), draws, sequence, identity))
    return {relation: tuple(sorted(columns, key=lambda one: one.place)) for relation, columns in found.items()}


def _others(defaults: list[asyncpg.Record]) -> dict[str, tuple[GeneratedColumn, ...]]:
    """Return the columns whose default is random or the time."""
    kinds: dict[str, str] = {}
    found: dict[str, list[GeneratedColumn]] = {}
    for row in defaults:
        text = row["expression"]
        if text not in kinds:
            facts = parse(f"select {text}", text) if text else None
            random = facts is not None and any(name.rpartition(".")[2] in _RANDOM for name in facts.functions)
            kinds[text] = RANDOM if random else CLOCK if facts is not None and facts.clock else ""
        if kinds[text]:
            found.setdefault(row["relation"], []).append(GeneratedColumn(row["name"], int(row["place"]), kinds[text]))
    return {relation: tuple(columns) for relation, columns in found.items()}


def _names(catalog: Catalog, relation: str) -> Names:
    """Return the function that resolves a name in a function, or in a trigger's function of a relation: the schema of *relation* is searched first."""
    path = (relation.partition(".")[0], *DEFAULT_PATH[1:])

    def find(name: Name) -> str:
        return catalog.resolved(".".join(filter(None, name)), path)

    return find
