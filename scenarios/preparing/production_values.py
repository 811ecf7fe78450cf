"""Production's values of other generated columns during a replay: random ones, and those of the clock, as far as rows were decoded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import asyncpg
import polars as pl

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.server_identity import place_of
from pgrehearse.replay.prepare.given_values import default_columns, value_settings, values_of
from pgrehearse.runs.run_facts import ColumnValues
from pgrehearse.scenarios.preparing.preflight import Ready
from pgrehearse.targets import safety
from pgrehearse.targets.given_values import GivenValues, TableColumn, give_values
from pgrehearse.targets.server_facts import connect
from pgrehearse.workload.read import Workload

_GIVEN = dict.fromkeys(("place", "schema", "relation", "column", "setting"), pl.String)


@dataclass(frozen=True, slots=True)
class ProductionValues:
    """*settings*: those of each statement (``pins.PINS``; None: no default is replaced). *facts*: the columns, and how many values are known;
    *places*: the database of each. *not_given*: sentences about columns that get values of the target's own."""

    settings: pl.DataFrame | None = None
    facts: list[ColumnValues] = field(default_factory=list)
    places: list[Endpoint] = field(default_factory=list)
    not_given: list[str] = field(default_factory=list)


def give_production_values(workload: Workload, ready: Ready, places: pl.DataFrame) -> ProductionValues:
    """Have the defaults of the databases that a replay writes to return production's values. *places*: session, place."""
    columns = default_columns(workload, places)
    if columns.is_empty():
        return ProductionValues()
    given: dict[Endpoint, GivenValues] = {}
    for endpoint, proven in ready.spent:
        wanted = columns.filter(pl.col("place") == str(place_of(endpoint))).drop("place")
        names = [TableColumn(*row) for row in wanted.iter_rows()]
        given[place_of(endpoint)] = event_loop.run(_give(endpoint, proven, names))
    rows = [
        (str(place), one.column.schema, one.column.table, one.column.name, one.setting)
        for place, found in given.items()
        for one in found.columns
    ]
    values = values_of(workload, places, pl.DataFrame(rows, schema=_GIVEN, orient="row"))
    known = values.join(places, on="session").drop_nulls("value").group_by("place", "setting").len()
    counts = {(place, setting): count for place, setting, count in known.iter_rows()}
    columns_given = [(place, one) for place, found in given.items() for one in found.columns]
    facts = [
        ColumnValues(place.database, one.label, counts.get((str(place), one.setting), 0))
        for place, one in columns_given
    ]
    not_given = [sentence for found in given.values() for sentence in found.not_given]
    return ProductionValues(value_settings(values), facts, [place for place, _ in columns_given], not_given)


async def _give(endpoint: Endpoint, proven: safety.SafetyCheck, wanted: list[TableColumn]) -> GivenValues:
    """Replace the defaults of one database. A role without the permission leaves it as it is."""
    if not wanted:
        return GivenValues()
    connection = await connect(endpoint)
    try:
        await safety.require_identity(connection, proven.expected_identity)
        return await give_values(connection, wanted)
    except asyncpg.PostgresError as error:
        return GivenValues(not_given=(f"{endpoint.database}: {error}",))
    finally:
        await connection.close()


def with_own_values(
    columns: list[ColumnValues], places: list[Endpoint], own: Mapping[Endpoint, Mapping[str, int]]
) -> list[ColumnValues]:
    """Return the *columns* with how many evaluations of their defaults had no value of production.

    *places*: the database of each column; two servers can have databases of the same name. *own*: by database and column.
    """
    return [replace(one, own=own.get(place, {}).get(one.column, 0)) for one, place in zip(columns, places, strict=True)]


def value_notes(columns: list[ColumnValues]) -> list[str]:
    """Return notes about the values of a replay: how many of production's were given, by table, and which columns got others."""
    notes = []
    if known := ", ".join(f"{one.column} {one.known:,}" for one in columns if one.known):
        notes.append(f"defaults of columns returned production's values, from decoded rows (--ids production): {known}")
    if own := ", ".join(f"{one.column} {one.own:,}" for one in columns if one.own):
        notes.append(f"defaults that returned values of the target's own, because production's were not known: {own}")
    return notes
