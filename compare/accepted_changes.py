"""Intended changes: taken out of the verdict until a given day, and still reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pgrehearse.compare.comparison import Difference, Query, QueryOutcome
from pgrehearse.compare.statement_labels import short


@dataclass(frozen=True, slots=True)
class Accepted:
    """A query of which an *outcome* (regressed), or new errors of one *sqlstate*, are intended. *until*: the last valid day."""

    query_key: str
    why: str
    outcome: str = ""
    sqlstate: str = ""
    until: date | None = None

    def expired(self, today: date) -> bool:
        """Return whether its last valid day is over."""
        return self.until is not None and today > self.until

    def accepts(self, difference: Difference) -> bool:
        """Return whether it accepts these errors."""
        same = (self.query_key, self.sqlstate) == (difference.query_key, difference.sqlstate)
        return bool(self.sqlstate) and same

    def __str__(self) -> str:
        return f"{self.query_key}: {self.outcome or self.sqlstate}, {self.why}" + (
            f" (until {self.until})" if self.until else ""
        )


@dataclass(frozen=True, slots=True)
class TakenOut:
    """The queries and errors without accepted changes, and what was taken out, in *sentences*."""

    queries: tuple[Query, ...]
    errors: dict[str, int]
    differences: tuple[Difference, ...]
    sentences: tuple[str, ...]


def take_out(
    queries: tuple[Query, ...],
    errors: dict[str, int],
    differences: tuple[Difference, ...],
    accepted: Sequence[Accepted],
) -> TakenOut:
    """Take accepted changes out: the query counts as unchanged, and its errors are not counted as new."""
    sentences: list[str] = []
    kept_queries = tuple(_accept_query(query, accepted, sentences) for query in queries)
    counts = dict(errors)
    kept_differences = []
    for difference in differences:
        entry = next((entry for entry in accepted if entry.accepts(difference)), None)
        if entry is None or difference.what not in counts:
            kept_differences.append(difference)
            continue
        counts[difference.what] -= difference.count
        kept_differences.append(replace(difference, accepted=entry.why))
        label = short(difference.sql, 80)
        sentences.append(f"accepted: {difference.count} errors {difference.sqlstate}, {label}: {entry.why}")
    return TakenOut(kept_queries, counts, tuple(kept_differences), tuple(sentences))


def _accept_query(query: Query, accepted: Sequence[Accepted], sentences: list[str]) -> Query:
    """Return a query as unchanged if its outcome is accepted; a sentence about it is added to *sentences*."""
    entry = next(
        (entry for entry in accepted if (entry.query_key, entry.outcome) == (query.query_key, query.outcome.value)),
        None,
    )
    if entry is None:
        return query
    sentences.append(f"accepted: {query.outcome.value}, {short(query.sql, 80)}: {entry.why}")
    why = f"accepted ({entry.why}); it was {query.outcome.value}: {query.why}"
    return replace(query, outcome=QueryOutcome.UNCHANGED, why=why)
