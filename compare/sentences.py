"""Sentences that the terminal, the report and a pull request's comment share."""

from __future__ import annotations

from pgrehearse.compare.comparison import CandidateResult
from pgrehearse.compare.statement_labels import query_labels

# So many changes that do not count are told.
_NOTICED = 8


def noticed(one: CandidateResult) -> list[str]:
    """Say which changes are shown and do not count, with their size: statements that write first, then by what they cost."""
    found = sorted(
        (query for query in one.queries if query.noticed),
        key=lambda query: (query.kind == "select", -abs(query.cost_us)),
    )
    named = query_labels(found, 80)
    told = [f"changed, not counted: {named[query.query_key]}: {query.noticed}" for query in found[:_NOTICED]]
    return [*told, f"and {len(found) - _NOTICED} more"] if len(found) > _NOTICED else told


def host_words(one: CandidateResult) -> list[str]:
    """Say what else each run's host did."""
    said = []
    for host in one.hosts:
        parts = [
            f"{what} {load:.0f} %"
            for what, load in (
                ("other programs used", host.others),
                ("steal", host.steal),
                ("waiting for disks", host.io),
                ("for processors", host.cpu),
            )
            if load is not None
        ]
        if parts:
            said.append(f"host during {host.side}: {', '.join(parts)}")
    return said


def cause_words(one: CandidateResult) -> list[str]:
    """Say why transactions of each run failed that did not in production."""
    said = []
    for name, fit in one.fitness.items():
        counted = fit.get("new_errors") or {}
        if not counted.get("failed"):
            continue
        causes = [
            f"{cause['kind']}{' ' + cause['named'] if cause['named'] else ''} ({cause['sqlstate'] or 'no SQLSTATE'}{', drifted ids' if cause['drifted'] else ''}): {cause['transactions']:,}"
            for cause in counted["causes"][:4]
            if cause["transactions"]
        ]
        said.append(
            f"{name}: {counted['failed']:,} of {counted['transactions']:,} transactions failed that did not in production: {'; '.join(causes)}"
        )
    return said
