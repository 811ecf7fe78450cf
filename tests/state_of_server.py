"""States in tests: read from an embedded server, and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pgrehearse.compare.end_state.states import NamedState, compare_states
from pgrehearse.compare.end_state.values import Sameness, TableDifference
from pgrehearse.scenarios.replaying.database_state import state_of_server
from pgrehearse.targets.state.options import StateOptions

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.compare.end_state.values import StateDifference
    from pgrehearse.runs.state.read import State
    from pgrehearse.targets.embedded.cluster import Cluster


def read(cluster: Cluster, database: str, output: Path, **options: Any) -> State:
    """Read the state of a database."""
    return state_of_server(cluster.endpoint(database), output, StateOptions(**options), force=True)


def difference(first: State, second: State) -> StateDifference:
    """Compare two states, whatever the names of their databases are."""
    names = [state.manifest.databases[0].name for state in (first, second)]
    return compare_states(NamedState("first", first), NamedState("second", second, {names[1]: names[0]}))


def unequal(pair: StateDifference) -> dict[str, TableDifference]:
    """Return the tables that are not equal, by name."""
    return {table.table: table for table in pair.tables if table.outcome != Sameness.EQUAL}
