"""All findings of a comparison, the most important first.

Every sentence rests on a value of the comparison. In an inconclusive comparison the first findings are why, with the
remedy, and no query is reported as slower or faster.
"""

from __future__ import annotations

from pgrehearse.compare import event_findings, query_findings, result_findings, run_findings, state_findings
from pgrehearse.compare.comparison import CandidateResult, Comparison, Verdict
from pgrehearse.compare.finding import Finding, Severity

_ORDER = [Severity.INCONCLUSIVE, Severity.WORSE, Severity.BETTER, Severity.WARNING, Severity.INFORMATION]


def findings(comparison: Comparison) -> tuple[Finding, ...]:
    """Return all findings, the most severe first: a regression before an inconclusive candidate, if both exist.

    Events that only some sides had are what is compared: their findings are before those that can be their consequences.
    """
    order = list(_ORDER)
    if comparison.verdict == Verdict.REGRESSED:
        order[:2] = [Severity.WORSE, Severity.INCONCLUSIVE]
    compared = [
        finding
        for result in comparison.candidates
        if not result.events.same
        for finding in event_findings.event_findings(result.name, result.events)
    ]
    entries = [finding for result in comparison.candidates for finding in _of_candidate(comparison, result)]
    ranks = {finding: float(order.index(finding.severity)) for finding in entries}
    ranks |= dict.fromkeys(compared, order.index(Severity.WORSE) - 0.5)
    return tuple(sorted(entries, key=lambda finding: ranks[finding]))


def _of_candidate(comparison: Comparison, result: CandidateResult) -> list[Finding]:
    entries = run_findings.why_inconclusive(result)
    if result.fit:
        entries += run_findings.errors(result, comparison)
        entries += result_findings.results(result, comparison)
    if result.verdict == Verdict.INCONCLUSIVE:
        entries += query_findings.unconfirmed_changes(result)
    else:
        entries += _of_queries(comparison, result)
    entries += event_findings.event_findings(result.name, result.events)
    entries += run_findings.outages(result)
    entries += run_findings.row_counts(result)
    entries += run_findings.clock(result, comparison)
    entries += state_findings.end_states(result)
    entries += run_findings.cautions(result, comparison)
    entries += run_findings.limits(result)
    threshold = max(comparison.tolerance, result.noise.floor)
    entries += run_findings.waits(result, threshold)
    entries += run_findings.metrics(result, threshold)
    entries += run_findings.differences_of_targets(result, comparison)
    return entries + run_findings.accepted(result)


def _of_queries(comparison: Comparison, result: CandidateResult) -> list[Finding]:
    return [
        *query_findings.slower_queries(comparison, result),
        *query_findings.faster_queries(comparison, result),
        *query_findings.no_slower_query(comparison, result),
        *query_findings.small_changes(result),
        *query_findings.untested_queries(result),
    ]
