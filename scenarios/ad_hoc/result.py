"""The result of a trial: what the change did, and the queries that it helps or costs, as one frozen value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import polars as pl

from pgrehearse.compare.comparison import Comparison, Query, QueryOutcome
from pgrehearse.scenarios.migration.record import MigrationRecord

# What an outcome of a query means for the change that is tried.
EFFECTS = {
    QueryOutcome.IMPROVED: "helps",
    QueryOutcome.REGRESSED: "costs",
    QueryOutcome.UNCHANGED: "unchanged",
    QueryOutcome.CANNOT_EVALUATE: "not tested",
}
_WRITERS = frozenset({"insert", "update", "delete", "merge", "copy"})


@dataclass(frozen=True, slots=True)
class TrialQuery:
    """One query of the table. *effect*: of ``EFFECTS``; *writes*: it writes a table that the change locked; *n*: executions on the side with the
    change; *change*: of the typical execution, paired, candidate / control - 1 (None: not known)."""

    query_key: str
    sql: str
    effect: str
    writes: bool
    n: int
    before_p50_us: float
    after_p50_us: float
    before_p95_us: float
    after_p95_us: float
    change: float | None


@dataclass(frozen=True, slots=True)
class Trial:
    """A change, and its effect on the queries of a workload. *undo*: what was executed to remove it ((): the copy was restored);
    *writers_measured*: the statements that write were replayed; *left*: how many other queries had each effect."""

    changes: tuple[str, ...]
    undo: tuple[str, ...]
    record: MigrationRecord
    comparison: Comparison
    queries: tuple[TrialQuery, ...]
    left: dict[str, int]
    writers_measured: bool
    report: str

    def document(self) -> dict[str, Any]:
        """Return the document of ``try --json`` (docs/json.md)."""
        return {
            "changes": list(self.changes),
            "undo": list(self.undo),
            "verdict": self.comparison.verdict.value,
            "reasons": list(self.comparison.reasons),
            "executed": self.record.document(),
            "queries": [asdict(query) for query in self.queries],
            "others": self.left,
            "writers_measured": self.writers_measured,
            "report": self.report,
        }


def queries_of(comparison: Comparison, shapes: pl.DataFrame, tables: frozenset[str]) -> tuple[TrialQuery, ...]:
    """Return the queries that the change helps or costs, and those that write *tables*, with the largest effects first."""
    writers = writing(shapes, tables)
    found = list(_found(comparison.candidates[0].queries, writers))
    return tuple(sorted(found, key=lambda query: (query.writes, -abs(_effect_us(query)))))


def left_out(comparison: Comparison, shown: tuple[TrialQuery, ...]) -> dict[str, int]:
    """Return how many of the queries that are not *shown* have each effect."""
    keys = {query.query_key for query in shown}
    effects = [EFFECTS[query.outcome] for query in comparison.candidates[0].queries if query.query_key not in keys]
    return {effect: effects.count(effect) for effect in EFFECTS.values() if effect in effects}


def writing(shapes: pl.DataFrame, tables: frozenset[str]) -> frozenset[str]:
    """Return the query keys of the statements that write one of *tables* (``schema.table``). A name without a schema is any table of that name."""
    names = [*tables, *(table.rpartition(".")[2] for table in tables)]
    written = pl.col("tables_written").list.eval(pl.element().is_in(names)).list.any()
    found = shapes.filter(written.fill_null(value=False) & pl.col("kind").is_in(_WRITERS))
    return frozenset(found["query_key"].to_list())


def _found(queries: tuple[Query, ...], writers: frozenset[str]) -> Iterator[TrialQuery]:
    for query in queries:
        effect, writes = EFFECTS[query.outcome], query.query_key in writers
        if writes or effect in {"helps", "costs"}:
            yield TrialQuery(
                query.query_key,
                query.sql,
                effect,
                writes,
                query.candidate.n,
                query.baseline.p50_us,
                query.candidate.p50_us,
                query.baseline.p95_us,
                query.candidate.p95_us,
                query.paired.ratio - 1 if query.paired is not None else None,
            )


def _effect_us(query: TrialQuery) -> float:
    """Return the added time of the typical execution, over all executions."""
    return (query.after_p50_us - query.before_p50_us) * query.n
