"""Intended changes: taken out of the verdict, told all the same, and no longer than until a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pgrehearse.compare.comparison import Difference, Query, QueryOutcome
from pgrehearse.compare.statement_labels import short


@dataclass(frozen=True, slots=True)
class Accepted:
    """A query whose change of class (*outcome*: regressed), or whose new errors of one *sqlstate*, are meant. *until*: its last day."""

    query_key: str
    why: str
    outcome: str = ""
    sqlstate: str = ""
    until: date | None = None

    def expired(self, today: date) -> bool:
        """Say whether its last day is over."""
        return self.until is not None and today > self.until

    def __str__(self) -> str:
        return f"{self.query_key}: {self.outcome or self.sqlstate}, {self.why}" + (
            f" (until {self.until})" if self.until else ""
        )


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What is left to judge, and what was taken out, in words."""

    queries: tuple[Query, ...]
    errors: dict[str, int]
    told: tuple[str, ...]


def take_out(
    queries: tuple[Query, ...],
    errors: dict[str, int],
    differences: tuple[Difference, ...],
    accepted: Sequence[Accepted],
) -> TakenOut:
    """Take accepted changes out: a query counts as unchanged and says why, its errors are not counted as new."""
    told: list[str] = []
    kept: list[Query] = []
    for query in queries:
        one = next((a for a in accepted if a.query_key == query.query_key and a.outcome == query.outcome.value), None)
        if one is None:
            kept.append(query)
            continue
        told.append(f"accepted: {query.outcome.value}, {short(query.sql, 80)}: {one.why}")
        kept.append(
            replace(
                query,
                outcome=QueryOutcome.UNCHANGED,
                why=f"accepted ({one.why}); it was {query.outcome.value}: {query.why}",
            )
        )
    counts = dict(errors)
    for difference in differences:
        one = next(
            (
                a
                for a in accepted
                if a.sqlstate and (a.query_key, a.sqlstate) == (difference.query_key, difference.sqlstate)
            ),
            None,
        )
        if one is not None and difference.what in counts:
            counts[difference.what] -= difference.count
            told.append(
                f"accepted: {difference.count} errors {difference.sqlstate}, {short(difference.sql, 80)}: {one.why}"
            )
    return TakenOut(tuple(kept), counts, tuple(told))
