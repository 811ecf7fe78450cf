"""Whether both sides returned the same rows for each statement, by the hashes that replays record (docs/results.md).

Executions are paired by their place, as everywhere in a comparison. A pair with equal hashes is the same, one whose hashes
are equal without the order is reordered, any other is different. A difference counts unless the rows of its query need not
be the same: by the statement itself, or because two replays of the baseline differ too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from pgrehearse.compare.alignment import OK, Mask
from pgrehearse.compare.divergence import BothSides, log_lines
from pgrehearse.compare.result_values import (
    CLOCK,
    CONCURRENT,
    FEW,
    GENERATED,
    NOT_DETERMINISTIC,
    Execution,
    QueryRows,
    Results,
)
from pgrehearse.compare.row_hashes import Differing, differing
from pgrehearse.compare.sides import Side
from pgrehearse.workload.arrays import Ints
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.repeatable import Repeatable, repeatable

# If sessions race, an execution differs on the candidate as often as on the second control: that this many differ on the candidate
# and none on the control has a probability of less than 1 % (2 ** -7).
_PROOF = 7
# So many executions of a query are named.
_NAMED = 3
# Settings that change the text of values.
_FORMATS = ("DateStyle", "IntervalStyle", "TimeZone", "bytea_output", "extra_float_digits", "lc_monetary", "xmlbinary")
_COLLATION = "its ORDER BY compares text by another collation (locale, provider or version), or returns rows that are equal in it in any order"
_NO_ORDER = "it has no ORDER BY, so the order of its rows follows the plan"


@dataclass(frozen=True, slots=True)
class ResultSides:
    """The sides whose rows are compared. *control*: the second replay of the baseline (None: there is none that is fit)."""

    baseline: Side
    candidate: Side
    control: Side | None

    def missing(self) -> str:
        """Return why rows cannot be compared ("": they can)."""
        for side in (self.baseline, self.candidate):
            if side.run is None:
                return f"{side.name} is a capture, which contains no rows"
            if not side.run.manifest.plan.hash_results:
                return f"{side.name} was replayed with --no-hash-results"
        return ""

    def written(self) -> frozenset[str]:
        """Return the tables that the replays write."""
        if self.candidate.run is None or not self.candidate.run.manifest.plan.writes:
            return frozenset()
        tables = self.candidate.workload.shapes()["tables_written"].explode(empty_as_null=False).drop_nulls()
        return frozenset(tables.to_list())


@dataclass(frozen=True, slots=True)
class _Causes:
    """Differences between the targets that change results, by their ``state.json``, in words ("": none): settings that change the text of
    values (*formats*), and *collations*."""

    formats: str
    collations: str

    @classmethod
    def of(cls, baseline: Mapping[str, Any], candidate: Mapping[str, Any]) -> _Causes:
        """Return the differences of two targets."""
        formats = [name for name in _differing(baseline, candidate, "settings") if name in _FORMATS]
        collations = _differing(baseline, candidate, "collations")
        named = ", ".join(collations[:_NAMED]) + (", ..." if len(collations) > _NAMED else "")
        return cls(
            f"settings that change the text of values differ: {', '.join(formats)}" if formats else "",
            f"; the targets differ in the collation of {named}" if collations else "",
        )

    def of_order(self, form: Repeatable) -> str:
        """Return why the rows of a statement come in another order."""
        return f"{_COLLATION}{self.collations}" if form.ordered else _NO_ORDER


def _differing(baseline: Mapping[str, Any], candidate: Mapping[str, Any], part: str) -> list[str]:
    """Return the names of one part of ``state.json`` whose values differ (none, unless both targets have the part)."""
    before, after = baseline.get(part, {}), candidate.get(part, {})
    if not before or not after or "unavailable" in {*before, *after}:
        return []
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))


class _OfQuery(NamedTuple):
    """The pairs of one query, as in ``QueryRows``."""

    pairs: int
    reordered: int
    different: int
    resized: int
    again: int | None


@dataclass(frozen=True, slots=True)
class _Counts:
    """The pairs of each query, by the number of its key. *repeated*: pairs of the replays of the baseline; *again*: those of them that differ."""

    pairs: Ints
    reordered: Ints
    different: Ints
    resized: Ints
    repeated: Ints
    again: Ints

    def of(self, number: int) -> _OfQuery:
        """Return the pairs of one query."""
        pairs, reordered, different, resized, repeated, again = (
            int(getattr(self, name)[number]) for name in self.__slots__
        )
        return _OfQuery(pairs, reordered, different, resized, again if repeated else None)


def compare_results(sides: BothSides, runs: ResultSides, facts: pl.DataFrame) -> Results:
    """Compare the rows of both sides. *facts*: query_key, tables, clock, generated."""
    if missing := runs.missing():
        return Results(missing=missing)
    baseline, candidate = runs.baseline.run, runs.candidate.run
    if baseline is None or candidate is None:
        return Results()
    found = differing(sides.where, baseline, candidate)
    ok = (sides.baseline.status == OK) & (sides.candidate.status == OK) & (sides.where.code >= 0)
    control = runs.control.run if runs.control is not None else None
    again = differing(sides.where, baseline, control) if control is not None and len(found.places) else None
    queries = _queries(sides, runs, found, again, facts) if len(found.places) else ()
    return _totals(queries, found, ok, control=control is not None)


def _totals(queries: tuple[QueryRows, ...], found: Differing, ok: Mask, *, control: bool) -> Results:
    """Count the pairs by class. *ok*: by place, whether the execution succeeded on both sides."""
    counted = [row for row in queries if not row.reason]
    paired = int((found.paired & ok).sum())
    return Results(
        same=paired - len(found.places),
        reordered=sum(row.reordered for row in counted),
        different=sum(row.different for row in counted),
        not_comparable=sum(row.reordered + row.different for row in queries if row.reason),
        not_hashed=int((found.single & ok).sum()),
        missing="" if paired else "no statement returned rows on both sides",
        control=control,
        queries=queries,
    )


def _queries(
    sides: BothSides, runs: ResultSides, found: Differing, again: Differing | None, facts: pl.DataFrame
) -> tuple[QueryRows, ...]:
    """Return the queries whose rows differ, those whose differences are counted first."""
    counts = _counts(sides, found, again)
    examples = _examples(sides, found.places, runs.baseline.workload)
    known = {row["query_key"]: row for row in facts.iter_rows(named=True)}
    written, causes = runs.written(), _Causes.of(runs.baseline.state, runs.candidate.state)
    rows = []
    for number, (executions, text) in examples.items():
        form, fact = repeatable(text), known[sides.where.keys[number]]
        of_query = counts.of(number)
        rows.append(
            QueryRows(
                *sides.sql(number),
                of_query.pairs,
                of_query.reordered,
                of_query.different,
                of_query.resized,
                of_query.again,
                _reason(fact, form, of_query, written),
                causes.formats if of_query.different else causes.of_order(form),
                executions,
            )
        )
    return tuple(sorted(rows, key=lambda row: (bool(row.reason), -row.different, -row.reordered)))


def _counts(sides: BothSides, found: Differing, again: Differing | None) -> _Counts:
    """Count the pairs of each query key."""
    where, places = sides.where, found.places
    nothing = np.zeros(0, dtype=np.int64)
    resized = sides.baseline.rows[places] != sides.candidate.rows[places]

    def by_key(some: Ints) -> Ints:
        return np.bincount(where.code[some], minlength=len(where.keys))

    return _Counts(
        by_key(np.flatnonzero(found.paired)),
        by_key(places[found.reordered]),
        by_key(places[~found.reordered]),
        by_key(places[resized]),
        by_key(np.flatnonzero(again.paired) if again is not None else nothing),
        by_key(again.places if again is not None else nothing),
    )


def _examples(sides: BothSides, places: Ints, workload: Workload) -> dict[int, tuple[tuple[Execution, ...], bytes]]:
    """Return the first executions of each query key among *places*, and the text of the first of them."""
    where = sides.where
    code = where.code[places]
    order = np.argsort(code, kind="stable")
    numbers, begins = np.unique(code[order], return_index=True)
    ends = [*begins[1:].tolist(), len(order)]
    first = {
        number: [where.execution(place) for place in places[order[begin : min(end, begin + _NAMED)]].tolist()]
        for number, begin, end in zip(numbers.tolist(), begins.tolist(), ends, strict=True)
    }
    named = [one for some in first.values() for one in some]
    events = pl.DataFrame(named, schema={"session": pl.Int32, "seq": pl.Int32}, orient="row")
    lines, sent = log_lines(workload, events), _sent(workload, events)
    return {
        number: (
            tuple(Execution(*one, lines.get(one, ""), _shown(*sent.get(one, (b"", None)))) for one in some),
            sent.get(some[0], (b"", None))[0],
        )
        for number, some in first.items()
    }


def _sent(workload: Workload, events: pl.DataFrame) -> dict[tuple[int, int], tuple[bytes, list[bytes | None] | None]]:
    """Return the text and the parameters of each of some events: session, seq."""
    columns = workload.events().select("session", "seq", "sql", "params").drop_nulls("sql")
    rows = columns.join(events.lazy(), on=["session", "seq"], how="semi").collect()
    return {(session, seq): (sql, params) for session, seq, sql, params in rows.iter_rows()}


def _shown(sql: bytes, params: list[bytes | None] | None) -> str:
    """Return a statement with its parameters, as text.

    >>> _shown(b"select $1, $2", [b"7", None])
    "select $1, $2 [$1 = '7', $2 = NULL]"
    """
    values = ["NULL" if value is None else f"'{value.decode(errors='replace')}'" for value in params or ()]
    named = ", ".join(f"${number} = {value}" for number, value in enumerate(values, start=1))
    return sql.decode(errors="replace") + (f" [{named}]" if named else "")


def _reason(fact: Mapping[str, Any], form: Repeatable, counts: _OfQuery, written: frozenset[str]) -> str:
    """Return why the differences of a query are not evidence against a side ("": they are)."""
    if fact["clock"]:
        return CLOCK
    if fact["generated"]:
        return GENERATED
    if form.reason:
        return form.reason
    if counts.again:
        return NOT_DETERMINISTIC
    if written.isdisjoint(fact["tables"] or ()):
        return ""
    if counts.again is None:
        return CONCURRENT
    return FEW if counts.reordered + counts.different < _PROOF else ""
