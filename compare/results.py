"""Whether both sides returned the same rows for each statement, by the hashes that replays record (docs/results.md).

Executions are paired by their place, as everywhere in a comparison. A pair with equal hashes is the same, one whose hashes
are equal without the order is reordered, any other is different. A difference counts unless the rows of the statement need not
be the same: by the statement itself, by values that are generated for it, or because two replays of the baseline differ too.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from pgrehearse.compare.alignment import OK, Mask
from pgrehearse.compare.columns import total
from pgrehearse.compare.divergence import BothSides
from pgrehearse.compare.given_values import given_values
from pgrehearse.compare.result_causes import Causes, Evidence
from pgrehearse.compare.result_groups import groups
from pgrehearse.compare.result_values import QueryRows, Results
from pgrehearse.compare.rewrites import other_rows
from pgrehearse.compare.row_hashes import Differing, differing
from pgrehearse.compare.sides import Side
from pgrehearse.runs.read import Run
from pgrehearse.workload.sql.repeatable import repeatable


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
class _Found:
    """What differs between the sides, and between the two replays of the baseline (*again*; None: there is no second one). *runs*: of the sides."""

    between: Differing
    again: Differing | None
    runs: tuple[Run, Run]


def compare_results(sides: BothSides, runs: ResultSides, facts: pl.DataFrame) -> Results:
    """Compare the rows of both sides. *facts*: query_key, tables, clock, generated."""
    if missing := runs.missing():
        return Results(missing=missing)
    baseline, candidate = runs.baseline.run, runs.candidate.run
    if baseline is None or candidate is None:
        return Results()
    between = differing(sides.where, baseline, candidate)
    control = runs.control.run if runs.control is not None else None
    again = differing(sides.where, baseline, control) if control is not None and len(between.places) else None
    found = _Found(between, again, (baseline, candidate))
    queries = _queries(sides, runs, found, facts) if len(between.places) else ()
    return _totals(queries, between, sides, control=control is not None)


def _totals(queries: tuple[QueryRows, ...], found: Differing, sides: BothSides, *, control: bool) -> Results:
    """Count the pairs by class: executions that succeeded on both sides."""
    counted = [row for row in queries if not row.reason]
    paired, sampled, single = (_succeeded(sides, flags) for flags in (found.paired, found.sampled, found.single))
    return Results(
        same=paired - len(found.places) - sampled,
        sampled=sampled,
        reordered=sum(row.reordered for row in counted),
        different=sum(row.different for row in counted),
        not_comparable=sum(row.reordered + row.different for row in queries if row.reason),
        not_hashed=single,
        missing="" if paired else "no statement returned rows on both sides",
        control=control,
        queries=queries,
    )


def _succeeded(sides: BothSides, flags: Mask) -> int:
    """Return how many of the executions with a flag succeeded on both sides."""
    status = [side.status for side in (sides.baseline, sides.candidate)]
    return total(len(flags), lambda part: flags[part] & (status[0][part] == OK) & (status[1][part] == OK))


def _queries(sides: BothSides, runs: ResultSides, found: _Found, facts: pl.DataFrame) -> tuple[QueryRows, ...]:
    """Return the queries whose rows differ, those whose differences are counted first."""
    where, workload = sides.where, runs.baseline.workload
    keys = {where.keys[number] for number in set(where.code[found.between.places].tolist())}
    given = given_values(where, workload, found.runs, facts, keys)
    known = {row["query_key"]: row for row in facts.iter_rows(named=True)}
    replaced = other_rows(runs.baseline, runs.candidate)
    evidence, causes = Evidence(runs.written(), given, replaced), Causes.of(runs.baseline.state, runs.candidate.state)
    rows = []
    for group in groups(sides, found.between, found.again, given, workload):
        form, fact = repeatable(group.text), known[where.keys[group.number]]
        cause = causes.formats if group.different else causes.of_order(form)
        rows.append(
            QueryRows(
                *sides.sql(group.number),
                group.pairs,
                group.reordered,
                group.different,
                group.resized,
                group.again,
                evidence.reason(fact, group, form),
                "; ".join(filter(None, (evidence.ids(fact, group), cause))),
                group.executions,
            )
        )
    return tuple(sorted(rows, key=lambda row: (bool(row.reason), -row.different, -row.reordered)))
