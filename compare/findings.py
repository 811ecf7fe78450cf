"""What a comparison found, in sentences: what got worse, by how much, why as far as it was recorded, and what to do next.

Every sentence rests on a value of the comparison. In an inconclusive comparison the first findings are why, with the
remedy, and no query is reported as slower or faster.
"""

from __future__ import annotations

from pgrehearse.compare import query_findings, run_findings
from pgrehearse.compare.comparison import CandidateResult, Comparison, Verdict
from pgrehearse.compare.finding import Finding, Severity

_ORDER = [Severity.INCONCLUSIVE, Severity.WORSE, Severity.BETTER, Severity.WARNING, Severity.INFORMATION]


def findings(comparison: Comparison) -> tuple[Finding, ...]:
    """Return all findings, the most severe first: a regression before an inconclusive candidate, if both exist."""
    order = list(_ORDER)
    if comparison.verdict == Verdict.REGRESSED:
        order[:2] = [Severity.WORSE, Severity.INCONCLUSIVE]
    found = [finding for one in comparison.candidates for finding in _of_candidate(comparison, one)]
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))


def _of_candidate(comparison: Comparison, one: CandidateResult) -> list[Finding]:
    found = run_findings.why_inconclusive(one)
    if one.fit:
        found += run_findings.errors(one, comparison)
    if one.verdict == Verdict.INCONCLUSIVE:
        found += query_findings.unconfirmed_changes(one)
    else:
        found += _of_queries(comparison, one)
    found += run_findings.outages(one)
    found += run_findings.row_counts(one)
    found += run_findings.cautions(one, comparison)
    found += run_findings.limits(one)
    threshold = max(comparison.tolerance, one.noise.floor)
    found += run_findings.waits(one, threshold)
    found += run_findings.metrics(one, threshold)
    found += run_findings.differences_of_targets(one, comparison)
    return found + run_findings.accepted(one)


def _of_queries(comparison: Comparison, one: CandidateResult) -> list[Finding]:
    return [
        *query_findings.slower_queries(comparison, one),
        *query_findings.faster_queries(comparison, one),
        *query_findings.no_slower_query(comparison, one),
        *query_findings.small_changes(one),
        *query_findings.untested_queries(one),
    ]
