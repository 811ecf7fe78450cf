"""Sentences that the terminal, the report and the Markdown comment share."""

from __future__ import annotations

from collections.abc import Mapping

from pgrehearse.compare.comparison import CandidateResult
from pgrehearse.compare.result_values import Results
from pgrehearse.compare.statement_labels import query_labels

# So many changes that do not count are listed.
_NOTICED = 8


def noticed(result: CandidateResult) -> list[str]:
    """Return the changes that are shown and do not count, with their size: statements that write first, then by cost."""
    queries = sorted(
        (query for query in result.queries if query.noticed),
        key=lambda query: (query.kind == "select", -abs(query.cost_us)),
    )
    named = query_labels(queries, 80)
    lines = [f"changed, not counted: {named[query.query_key]}: {query.noticed}" for query in queries[:_NOTICED]]
    return [*lines, f"and {len(queries) - _NOTICED} more"] if len(queries) > _NOTICED else lines


def host_words(result: CandidateResult) -> list[str]:
    """Return the other load of each run's host."""
    lines = []
    for host in result.hosts:
        parts = [
            f"{what} {load:.0f} %"
            for what, load in (
                ("other programs used", host.others),
                ("steal", host.steal),
                ("waiting for disks", host.io),
                ("waiting for processors", host.cpu),
            )
            if load is not None
        ]
        if parts:
            lines.append(f"host during {host.side}: {', '.join(parts)}")
    return lines


def clock_words(result: CandidateResult) -> list[str]:
    """Return how well the clocks of the hosts of each run agree, where lateness depends on it."""
    return [
        f"lateness of {name}: {fit.clock_error}" for name, fit in result.fitness.items() if fit.clock_error.is_mentioned
    ]


def cause_words(result: CandidateResult) -> list[str]:
    """Return why transactions of each run failed that did not fail in production."""
    lines = []
    for name, fit in result.fitness.items():
        counted = fit.new_errors
        if not counted.failed:
            continue
        causes = [
            f"{cause.kind}{' ' + cause.named if cause.named else ''} ({cause.sqlstate or 'no SQLSTATE'}{', drifted ids' if cause.drifted else ''}): {cause.transactions:,}"
            for cause in counted.causes[:4]
            if cause.transactions
        ]
        lines.append(
            f"{name}: {counted.failed:,} of {counted.transactions:,} transactions failed that did not fail in production: {'; '.join(causes)}"
        )
    return lines


def result_words(results: Results) -> str:
    """Return the classes of results in words.

    >>> result_words(Results(same=12000, reordered=12, not_comparable=3))
    '12,000 same, 12 in another order, 0 different, 3 not comparable'
    >>> result_words(Results(missing="production is a capture, which contains no rows"))
    'not compared: production is a capture, which contains no rows'
    """
    if results.missing:
        return f"not compared: {results.missing}"
    words = f"{results.same:,} same, {results.reordered:,} in another order, {results.different:,} different"
    words += f", {results.sampled:,} same in their first rows (the others are not hashed)" if results.sampled else ""
    words += f", {results.not_comparable:,} not comparable" if results.not_comparable else ""
    return words + (f", {results.not_hashed:,} not hashed alike on both sides" if results.not_hashed else "")


def error_words(errors: Mapping[str, int]) -> str:
    """Return the counts of errors in words.

    >>> error_words({"same": 79, "new": 0, "vanished": 0, "different": 0, "moved": 1, "drifted": 0})
    '79 same, 0 new, 0 resolved, 0 changed SQLSTATE, 1 moved (deadlock or serialization failure, same count)'
    """
    words = f"{errors['same']} same, {errors['new']} new, {errors['vanished']} resolved, {errors['different']} changed SQLSTATE"
    words += f", {errors['moved']} moved (deadlock or serialization failure, same count)" if errors["moved"] else ""
    drifted = f", {errors['drifted']} from drifted ids (ids that differ from production's)"
    return words + (drifted if errors["drifted"] else "")
