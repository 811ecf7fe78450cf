"""Two states as one result: tables, sequences and large objects by name. Nothing that was not read on both sides is called equal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pgrehearse.base.errors import BadInput
from pgrehearse.compare.end_state.tables import TableState, compare_table, only_on_one_side
from pgrehearse.compare.end_state.values import Sameness, SequenceDifference, StateDifference, TableDifference
from pgrehearse.runs.state.manifest import DatabaseFacts
from pgrehearse.runs.state.read import State

_OTHER_HASH = "the two servers have different hash functions (another byte order): their states cannot be compared"
Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class NamedState:
    """The state of one side. *databases*: captured names by the names on its server, where they differ (--map-database)."""

    name: str
    state: State
    databases: Mapping[str, str] = field(default_factory=dict)

    def facts(self) -> dict[str, DatabaseFacts]:
        """Return the databases by their captured names."""
        return {self._captured(one.name): one for one in self.state.manifest.databases}

    def tables(self) -> dict[Name, TableState]:
        """Return the tables by database and name."""
        columns: dict[int, dict[str, dict[str, Any]]] = {}
        for row in self.state.columns().to_dicts():
            columns.setdefault(row["table"], {})[row["name"]] = row
        return {
            (self._captured(row["database"]), row["name"]): TableState(
                self.name, self.state, row, columns.get(row["table"], {})
            )
            for row in self.state.tables().to_dicts()
        }

    def sequences(self) -> dict[Name, dict[str, Any]]:
        """Return the sequences by database and name."""
        return {(self._captured(row["database"]), row["name"]): row for row in self.state.sequences().to_dicts()}

    @property
    def is_partial(self) -> bool:
        """Whether only some of the tables were read."""
        return bool(self.state.manifest.tables or self.state.manifest.excluded)

    def _captured(self, database: str) -> str:
        return self.databases.get(database, database)


def compare_states(first: NamedState, second: NamedState) -> StateDifference:
    """Compare two states. Raises ``BadInput`` if they have no database in common."""
    facts = (first.facts(), second.facts())
    common = facts[0].keys() & facts[1].keys()
    if not common:
        raise BadInput(
            f"{first.name} is the state of {_names(facts[0])}, {second.name} that of {_names(facts[1])}",
            remedy="read the state of the databases that the workload uses",
        )
    sequences, compared = _sequences(first, second, common)
    return StateDifference(
        first.name,
        second.name,
        _tables(first, second),
        sequences,
        compared,
        tuple(text for name in sorted(common) if (text := _large_objects(name, facts[0][name], facts[1][name]))),
    )


def _names(databases: Mapping[str, DatabaseFacts]) -> str:
    return ("database " if len(databases) == 1 else "databases ") + ", ".join(sorted(databases))


def _tables(first: NamedState, second: NamedState) -> tuple[TableDifference, ...]:
    tables = (first.tables(), second.tables())
    obstacles = _obstacles(first, second)
    found = []
    for name in sorted(tables[0].keys() | tables[1].keys()):
        sides = (tables[0].get(name), tables[1].get(name))
        found.append(_table(name, sides, (first, second), obstacles.get(name[0], "")))
    return tuple(found)


def _table(
    name: Name, tables: tuple[TableState | None, TableState | None], sides: tuple[NamedState, NamedState], obstacle: str
) -> TableDifference:
    """Compare one table, which at least one side has."""
    rows = (tables[0].rows if tables[0] else None, tables[1].rows if tables[1] else None)
    if obstacle:
        return TableDifference(*name, Sameness.NOT_COMPARED, rows, why=obstacle)
    if tables[0] is not None and tables[1] is not None:
        return compare_table(*name, tables[0], tables[1])
    place = 0 if tables[0] is not None else 1
    table, without = tables[place], sides[1 - place]
    assert table is not None  # noqa: S101 (the name is from one of the sides)
    if without.is_partial:
        why = f"the table is not in {without.name}, for which tables were selected"
        return TableDifference(*name, Sameness.NOT_COMPARED, rows, why=why)
    return only_on_one_side(*name, table, place, without.name)


def _obstacles(first: NamedState, second: NamedState) -> dict[str, str]:
    """Return, by database, why no table of it can be compared."""
    facts = (first.facts(), second.facts())
    obstacles = {}
    for name in facts[0].keys() | facts[1].keys():
        if first.state.manifest.hash_probe != second.state.manifest.hash_probe:
            obstacles[name] = _OTHER_HASH
        elif name not in facts[0] or name not in facts[1]:
            without = second.name if name in facts[0] else first.name
            obstacles[name] = f"the state of {without} does not contain database {name}"
        elif facts[0][name].encoding != facts[1][name].encoding:
            obstacles[name] = (
                f"the encodings of the databases differ ({facts[0][name].encoding}, {facts[1][name].encoding})"
            )
    return obstacles


def _sequences(first: NamedState, second: NamedState, common: set[str]) -> tuple[tuple[SequenceDifference, ...], int]:
    """Return the sequences whose positions differ, and how many were compared."""
    sides = (first.sequences(), second.sequences())
    found, compared = [], 0
    for name in sorted(sides[0].keys() | sides[1].keys()):
        rows = [side.get(name) for side in sides]
        if name[0] not in common or any(row is not None and row["unavailable"] for row in rows):
            continue
        compared += 1
        positions = [(row["last_value"], row["is_called"]) if row is not None else None for row in rows]
        if positions[0] != positions[1]:
            found.append(SequenceDifference(*name, *positions))
    return tuple(found), compared


def _large_objects(database: str, first: DatabaseFacts, second: DatabaseFacts) -> str:
    """Return how the large objects of a database differ ("": they are equal)."""
    sides = (first.large_objects, second.large_objects)
    if sides[0].count != sides[1].count:
        return f"{database}: {sides[0].count:,} and {sides[1].count:,} large objects"
    if why := sides[0].unavailable or sides[1].unavailable:
        return f"{database}: {sides[0].count:,} large objects on both sides; their contents were not compared: {why}"
    return f"{database}: the contents of large objects differ" if sides[0].checksum != sides[1].checksum else ""
