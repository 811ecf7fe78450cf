"""Findings about results: whose rows differ, whose rows come in another order, and which differences are no evidence."""

from __future__ import annotations

from collections import Counter

from pgrehearse.compare.comparison import CandidateResult, Comparison, Verdict
from pgrehearse.compare.finding import Finding, Severity, counted
from pgrehearse.compare.result_values import CONCURRENT, FEW, FIRST_ROWS, WITH_GIVEN_IDS, QueryRows
from pgrehearse.compare.statement_labels import labels

_LABEL = 110
# So many queries are named.
_NAMED = 3
_LOOK = "execute it on both targets and compare the rows"
_REORDERED = "compare the collation, its provider and its version on both targets; add a unique column to the ORDER BY"
_NO_ORDER = "add an ORDER BY if the application depends on the order"


def results(result: CandidateResult, comparison: Comparison) -> list[Finding]:
    """Return a finding for each of the first queries whose rows differ, one for the rest, and one for differences that are not counted."""
    rows = result.results.counted()
    severity = Severity.WORSE if result.verdict == Verdict.REGRESSED else Severity.WARNING
    named = labels({row.query_key: row.sql for row in rows[:_NAMED]}, _LABEL)
    entries = [_query(result, row, severity, (comparison.baseline, named[row.query_key])) for row in rows[:_NAMED]]
    if rest := rows[_NAMED:]:
        what = f"The rows of {counted(len(rest), 'more query', 'more queries')} differ"
        much = counted(sum(row.reordered + row.different for row in rest), "execution", "executions")
        entries.append(Finding(result.name, severity, what, much, next_step="see section Results"))
    return entries + _not_counted(result, comparison)


def _query(result: CandidateResult, row: QueryRows, severity: Severity, names: tuple[str, str]) -> Finding:
    baseline, label = names
    if not row.different:
        by_plan = "no ORDER BY" in row.why
        return Finding(
            result.name,
            Severity.INFORMATION if by_plan else Severity.WARNING,
            f"The rows of a query come in another order than on {baseline}: {label}",
            f"{row.reordered:,} of {row.pairs:,} executions",
            row.why,
            _NO_ORDER if by_plan else _REORDERED,
            row.query_key,
        )
    resized = f"; in {row.resized:,} of them the number of rows differs" if row.resized else ""
    reordered = f"; {row.reordered:,} more return the same rows in another order" if row.reordered else ""
    return Finding(
        result.name,
        severity,
        f"A query returns other rows than on {baseline}: {label}",
        f"{row.different:,} of {row.pairs:,} executions return different rows{resized}{reordered}",
        row.why,
        f"{_LOOK}: {row.examples[0]}" if row.examples else _LOOK,
        row.query_key,
    )


def _not_counted(result: CandidateResult, comparison: Comparison) -> list[Finding]:
    """Return one finding for all differences that are no evidence against the candidate."""
    rows = [row for row in result.results.queries if row.reason]
    if not rows:
        return []
    reasons = Counter(row.reason for row in rows)
    control = f"compare with a second replay of {comparison.baseline} (--control)"
    again = {
        CONCURRENT: control,
        WITH_GIVEN_IDS: control,
        FEW: "replay a longer window",
        FIRST_ROWS: "replay both sides with --hash-rows 0",
    }
    steps = list(dict.fromkeys(step for reason, step in again.items() if reason in reasons))
    return [
        Finding(
            result.name,
            Severity.WARNING if steps else Severity.INFORMATION,
            f"Rows of {counted(len(rows), 'query', 'queries')} differ without evidence that {result.name} is the cause",
            counted(result.results.not_comparable, "execution", "executions"),
            "; ".join(f"{counted(number, 'query', 'queries')}: {reason}" for reason, number in reasons.most_common()),
            "; ".join(steps),
        )
    ]
