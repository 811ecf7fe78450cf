"""Markdown for a pull request's comment: the verdict and the findings first, detail collapsed. No values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pgrehearse.base import units
from pgrehearse.base.control_characters import visible
from pgrehearse.base.failures import Failure
from pgrehearse.base.output_file import Made, comment
from pgrehearse.compare.comparison import CandidateResult, Comparison, Query, QueryOutcome
from pgrehearse.compare.event_findings import context
from pgrehearse.compare.event_tables import event_tables, group_notes
from pgrehearse.compare.finding import Finding
from pgrehearse.compare.gates.evaluate import GateResult, Outcome
from pgrehearse.compare.sentences import cause_words, error_words, host_words, noticed, result_words
from pgrehearse.compare.state_findings import state_words
from pgrehearse.compare.statement_labels import query_labels

_MARK = {Outcome.PASSED: "✅", Outcome.FAILED: "❌", Outcome.INCONCLUSIVE: "❔"}
_SHOWN = 20


def markdown(comparison: Comparison, gates: list[GateResult]) -> str:
    """Return the comparison for a pull request."""
    names = ", ".join(plain(result.name) for result in comparison.candidates)
    lines = [
        comment(Made.MARKDOWN),
        f"## pgrehearse: {comparison.verdict.value}{' (noise not measured)' if comparison.unmeasured else ''}",
        "",
        f"{names} against {plain(comparison.baseline)}, by {comparison.time}.",
        "",
    ]
    several = len(comparison.candidates) > 1
    for result in comparison.candidates:
        if text := context(result.events):
            lines += [f"{words(f'{result.name}: ' if several else '')}{words(text)}.", ""]
    for finding in comparison.findings:
        lines += _finding(finding, several=several)
    if gates:
        lines += ["", "| | gate | value |", "|---|---|---|"]
        lines += [f"| {_MARK[gate.outcome]} | `{cell(gate.gate)}` | {words(gate.why)} |" for gate in gates]
    for result in comparison.candidates:
        lines += _candidate(result)
    return "\n".join(lines) + "\n"


def markdown_of_failure(name: str, failure: Failure) -> str:
    """Return the reason and the remedy for a pull request, where a scenario has no comparison."""
    lines = [
        comment(Made.MARKDOWN),
        "## pgrehearse: no verdict",
        "",
        f"{plain(name)} ended with exit code {failure.code} before the comparison.",
        "",
        f"- **reason** {words(failure.message)}",
        *([f"- **what to do** {words(failure.remedy)}"] if failure.remedy else []),
    ]
    return "\n".join(lines) + "\n"


def _finding(finding: Finding, *, several: bool) -> Iterator[str]:
    name = f"{plain(finding.candidate)}: " if several else ""
    yield f"- **{finding.severity.value}** {name}{words(finding.what)}"
    for label, text in finding.details():
        yield f"  <br>{label}: {words(text)}"


def _candidate(result: CandidateResult) -> list[str]:
    counts = result.counts()
    named = query_labels(result.queries[:_SHOWN], 90)
    return [
        "",
        f"**{plain(result.name)}**: {counts['regressed']} queries slower, {counts['improved']} faster, {counts['unchanged']} unchanged, "
        f"{counts['cannot_evaluate']} not tested; errors: {error_words(result.errors)}; results: {result_words(result.results)}.",
        "",
        "<details><summary>queries, errors, hosts</summary>",
        "",
        *(
            f"- {words(text)}"
            for text in (*cause_words(result), *state_words(result), *noticed(result), *host_words(result))
        ),
        "",
        *_events(result),
        "| query | outcome | n | p50 | p95 |",
        "|---|---|---|---|---|",
        *(_row(query, named[query.query_key]) for query in result.queries[:_SHOWN]),
        "",
        "</details>",
    ]


def _events(result: CandidateResult) -> Iterator[str]:
    """Yield the tables of events in mid-run and of their phases, if there are any."""
    for rows, _title in event_tables(result.events, 90):
        yield f"| {' | '.join(rows[0])} |"
        yield f"|{'---|' * len(rows[0])}"
        yield from (f"| {' | '.join(map(words, row.values()))} |" for row in rows[:_SHOWN])
        yield ""
    yield from map(words, group_notes(result.events))
    yield ""


def _row(query: Query, label: str) -> str:
    p50, p95 = (
        units.both(getattr(query.baseline, name), getattr(query.candidate, name)) for name in ("p50_us", "p95_us")
    )
    outcome = query.outcome.value
    shown = f"**{outcome}**" if query.outcome == QueryOutcome.REGRESSED else outcome
    return f"| `{cell(label)}` | {shown} | {units.count(query.candidate.n)} | {p50} | {p95} |"


def cell(text: str) -> str:
    """Return a text that stays inside its cell of a table, and inside a code span."""
    return visible(text).replace("|", "\\|").replace("\n", " ").replace("`", "'")


def words(text: str) -> str:
    """Return a text that stays inside its cell of a table, outside of a code span: nothing in it is HTML."""
    return re.sub(r"([<*_])", r"\\\1", cell(text))


def plain(name: str) -> str:
    """Return a name as words: nothing in it is Markdown or HTML."""
    return re.sub(r"([\\`*_{}\[\]()<>#|~!$&])", r"\\\1", " ".join(visible(name).split()))
