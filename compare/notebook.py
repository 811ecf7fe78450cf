"""A comparison as a short HTML table for notebooks: the verdict, the findings, the queries with the most costly changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Protocol

from pgrehearse.base import units
from pgrehearse.base.control_characters import visible
from pgrehearse.compare.finding import Finding
from pgrehearse.compare.statement_labels import Statement, query_labels

_QUERIES, _FINDINGS = 10, 12


class TimedQuery(Statement, Protocol):
    """What a table shows of a query."""

    @property
    def outcome(self) -> str: ...

    @property
    def baseline(self) -> Times: ...

    @property
    def candidate(self) -> Times: ...


class Times(Protocol):
    """Times of one side's executions in microseconds."""

    @property
    def n(self) -> int: ...

    @property
    def p50_us(self) -> float: ...

    @property
    def p95_us(self) -> float: ...


class Candidate(Protocol):
    """A candidate with its queries, in order of the cost of their changes."""

    @property
    def name(self) -> str: ...

    @property
    def queries(self) -> Sequence[TimedQuery]: ...


def comparison_html(verdict: str, baseline: str, findings: Sequence[Finding], candidates: Sequence[Candidate]) -> str:
    """Return the HTML of a comparison. It holds no values of statements."""
    names = ", ".join(candidate.name for candidate in candidates)
    parts = [f"<p><b>{_text(verdict)}</b>: {_text(names)} against {_text(baseline)}</p>"]
    rows = (
        (finding.severity.value, finding.what, "; ".join(f"{label}: {text}" for label, text in finding.details()))
        for finding in findings[:_FINDINGS]
    )
    parts.append(_table(("severity", "finding", "details"), rows))
    if len(findings) > _FINDINGS:
        parts.append(f"<p>and {len(findings) - _FINDINGS} more findings in the report</p>")
    return "".join([*parts, *(_queries(candidate) for candidate in candidates)])


def _queries(candidate: Candidate) -> str:
    queries = candidate.queries[:_QUERIES]
    named = query_labels(queries, 80)
    rows = (
        (
            named[query.query_key],
            str(query.outcome),
            units.count(query.candidate.n),
            units.both(query.baseline.p50_us, query.candidate.p50_us),
            units.both(query.baseline.p95_us, query.candidate.p95_us),
        )
        for query in queries
    )
    return _table((f"query ({candidate.name})", "outcome", "n", "p50", "p95"), rows)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th style='text-align:left'>{_text(name)}</th>" for name in heads)
    lines = ("".join(f"<td style='text-align:left'>{_text(cell)}</td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _text(text: str) -> str:
    return escape(visible(text))
