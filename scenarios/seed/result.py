"""What a seed contains and what it does not: the value that the command prints, and its JSON document (docs/json.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pgrehearse.scenarios.seed.verify import Verification

# A document lists so many statements that find another number of rows.
_LISTED = 100


@dataclass(frozen=True, slots=True)
class SeedTable:
    """A table of a seed: its *rows*, and the planner's estimate of the rows that the source has."""

    table: str
    rows: int
    source_rows: int


@dataclass(frozen=True, slots=True)
class SeedResult:
    """A seed. *statements*: all of the workload; *uncovered*: statements whose rows are not all in the seed, by reason; *excluded*: statements
    that were not looked at, by reason; *verification*: None: it was not verified; *parents*: rows that only foreign keys need."""

    seed: str
    workload: str
    digest: str
    database: str
    masked: bool
    bytes: int
    tables: tuple[SeedTable, ...]
    parents: int
    statements: int
    executions: int
    excluded: Mapping[str, int]
    uncovered: Mapping[str, int]
    verification: Verification | None
    notes: tuple[str, ...] = field(default=())

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables)

    def different(self) -> list[dict[str, Any]]:
        """Return the statements that find another number of rows, by text, the most frequent first."""
        groups: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for one in self.verification.differences if self.verification is not None else ():
            groups[one.sql].append((one.execution.times, one.source_rows, one.seed_rows or 0))
        out = [
            {
                "sql": sql,
                "statements": sum(times for times, _, _ in rows),
                "source_rows": sum(times * source for times, source, _ in rows),
                "seed_rows": sum(times * seed for times, _, seed in rows),
            }
            for sql, rows in groups.items()
        ]
        return sorted(out, key=lambda one: (-int(str(one["statements"])), str(one["sql"])))

    def document(self) -> dict[str, Any]:
        """Return the JSON document. It contains no values of statements or rows."""
        verified = self.verification
        return {
            "seed": self.seed,
            "workload": self.workload,
            "digest": self.digest,
            "database": self.database,
            "masked": self.masked,
            "bytes": self.bytes,
            "rows": self.rows,
            "rows_of_foreign_keys": self.parents,
            "tables": [{"table": one.table, "rows": one.rows, "source_rows": one.source_rows} for one in self.tables],
            "statements": {
                "all": self.statements,
                "distinct": self.executions,
                "excluded": dict(self.excluded),
                "not_covered": dict(self.uncovered),
            },
            "verified": None
            if verified is None
            else {
                "same": verified.same,
                "different": verified.different,
                "not_counted": verified.uncounted,
                "differences": self.different()[:_LISTED],
            },
            "notes": list(self.notes),
        }
