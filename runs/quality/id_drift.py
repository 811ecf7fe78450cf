"""Ids that a replay draws from sequences are others than production's: which errors follow from that.

The counting rule (docs/gates.md): a foreign key that finds no row (23503), where the workload or the target draws ids at
all; and a duplicate key (23505) of a unique index over a column that is filled from a sequence. Where the run does not
know the index, a duplicate key of a statement that draws an id.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from pgrehearse.runs.read import Run
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.parse_tree import statements

FOREIGN_KEY, DUPLICATE = "23503", "23505"


@dataclass(frozen=True, slots=True)
class Drawn:
    """Where ids are drawn. *somewhere*: at all; *shapes*, *keys*: statements that draw one; *indexes*: unique ones over a column
    that is filled from a sequence, of all that are *known* (names without their schema)."""

    somewhere: bool = False
    shapes: frozenset[int] = frozenset()
    keys: frozenset[str] = frozenset()
    indexes: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()

    def drifted(self, sqlstate: str, named: str, draws: pl.Expr) -> pl.Expr:
        """Return whether an error follows from drawn ids, by columns of its SQLSTATE and the object it names; *draws*:
        whether its statement draws an id."""
        state, index = pl.col(sqlstate), pl.col(named)
        foreign = (state == FOREIGN_KEY) & pl.lit(self.somewhere)
        unknown = index.is_null() | ~index.is_in(sorted(self.known))
        duplicate = (state == DUPLICATE) & (index.is_in(sorted(self.indexes)) | (unknown & draws))
        return (foreign | duplicate).fill_null(value=False)


def drawn(workload: Workload, state: Mapping[str, Any]) -> Drawn:
    """Return where ids are drawn. *state*: a run's ``state.json``."""
    shapes = workload.shapes().filter(pl.col("generated").fill_null(value=False))
    columns = {str(name) for name in _part(state, "sequences")}
    indexes = {name: str(sql) for name, sql in _part(state, "indexes").items()}
    over = {name.rpartition(".")[2] for name, sql in indexes.items() if columns & set(_indexed(sql, columns))}
    return Drawn(
        somewhere=bool(columns) or not shapes.is_empty(),
        shapes=frozenset(shapes["shape"].to_list()),
        keys=frozenset(shapes["query_key"].to_list()),
        indexes=frozenset(over),
        known=frozenset(name.rpartition(".")[2] for name in indexes),
    )


def of_run(run: Run, workload: Workload) -> Drawn:
    """Return where a run's ids are drawn, by its workload and what is known of its target."""
    try:
        state = json.loads((run.path / "state.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        state = {}
    return drawn(workload, state if isinstance(state, dict) else {})


def _part(state: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = state.get(name, {})
    return part if isinstance(part, dict) and "unavailable" not in part else {}


def _indexed(definition: str, columns: set[str]) -> list[str]:
    """Return the columns of a unique index as ``schema.table.column``; none of an index that cannot be unique over one of *columns*."""
    if not any(column.rpartition(".")[2] in definition for column in columns):
        return []
    found = statements(definition.encode()) or []
    index = found[0].tree.get("IndexStmt", {}) if found else {}
    if not index.get("unique"):
        return []
    table = index["relation"]
    names = [one["IndexElem"].get("name", "") for one in index.get("indexParams", [])]
    return [f"{table.get('schemaname', '')}.{table['relname']}.{name}" for name in names]
