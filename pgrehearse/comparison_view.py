"""A comparison on the terminal: fidelity, errors, queries, metrics, gates and the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from rich.markup import escape

from pgrehearse.base import units
from pgrehearse.base.units import number
from pgrehearse.compare.comparison import CandidateResult, Comparison, Query, QueryOutcome, Verdict
from pgrehearse.compare.event_findings import context, event_words
from pgrehearse.compare.event_tables import group_notes, group_tables, phase_table
from pgrehearse.compare.event_values import KINDS
from pgrehearse.compare.finding import Severity
from pgrehearse.compare.gates.evaluate import GateResult, Outcome
from pgrehearse.compare.sentences import cause_words, clock_words, error_words, host_words, noticed, result_words
from pgrehearse.compare.state_findings import state_words
from pgrehearse.compare.statement_labels import query_labels, short
from pgrehearse.console import Row, out, print_rows
from pgrehearse.runs.fitness_values import Fitness, Outage

COLOR = {
    Verdict.IMPROVED: "green",
    Verdict.UNCHANGED: "default",
    Verdict.REGRESSED: "red",
    Verdict.INCONCLUSIVE: "yellow",
}
OUTCOME_COLOR = {
    QueryOutcome.REGRESSED: "red",
    QueryOutcome.IMPROVED: "green",
    QueryOutcome.UNCHANGED: "default",
    QueryOutcome.CANNOT_EVALUATE: "dim",
}
SEVERITY_COLOR = {
    Severity.INCONCLUSIVE: "yellow",
    Severity.WORSE: "red",
    Severity.WARNING: "yellow",
    Severity.BETTER: "green",
    Severity.INFORMATION: "dim",
}
GATE_COLOR = {Outcome.PASSED: "green", Outcome.FAILED: "red", Outcome.INCONCLUSIVE: "yellow"}
SHOWN = 18


def print_comparison(
    comparison: Comparison, report: str, gates: Sequence[GateResult] = (), *, values: bool = False
) -> None:
    """Print each candidate, the gates and the verdict with its reasons. *report*: the path of the report ("": none). *values*: with
    the keys of rows that differ."""
    for candidate in comparison.candidates:
        _fidelity(candidate)
        _errors(candidate)
        _clock(comparison, candidate)
        _results(candidate)
        _ids(candidate)
        _end_state(candidate, values=values)
        _events(candidate)
        _queries(comparison, candidate)
        _metrics(comparison, candidate)
    for gate in gates:
        out.print(
            f"[{GATE_COLOR[gate.outcome]}]{gate.outcome.value:12}[/] {escape(gate.gate)}  [dim]{escape(gate.why)}[/]",
            soft_wrap=True,
        )
    _verdict(comparison)
    if report:
        out.print(f"report: {report}", markup=False, soft_wrap=True)


def _verdict(comparison: Comparison) -> None:
    color = COLOR[comparison.verdict]
    unmeasured = " (noise not measured)" if comparison.unmeasured else ""
    names = ", ".join(candidate.name for candidate in comparison.candidates)
    out.print(
        f"\n[bold {color}]{comparison.verdict.value.upper()}[/]{unmeasured}  {names} against {comparison.baseline}, by {comparison.time}"
    )
    several = len(comparison.candidates) > 1
    for candidate in comparison.candidates:
        if text := context(candidate.events):
            out.print(f"{f'{candidate.name}: ' if several else ''}{text}", markup=False, soft_wrap=True)
    for finding in comparison.findings:
        name = f"{finding.candidate}: " if several else ""
        color = SEVERITY_COLOR[finding.severity]
        out.print(f"[{color}]{finding.severity.value}[/]  {escape(name + finding.what)}", soft_wrap=True)
        for label, text in finding.details():
            out.print(f"  {label.lower()}: {text}", markup=False, soft_wrap=True)


def _fidelity(candidate: CandidateResult) -> None:
    out.print("[italic]fidelity[/]")
    rows = [_fidelity_row(name, fit) for name, fit in candidate.fitness.items()]
    print_rows(rows, spare=("offered/s", "achieved/s", "by order", "due", "late p50", "skipped"))
    for sentence in [*host_words(candidate), *clock_words(candidate)]:
        out.print(f"  {sentence}", markup=False)
    for label in candidate.labels:
        out.print(f"  load differs from production: {label}", markup=False)
    for name, fit in candidate.fitness.items():
        for outage in fit.outages:
            out.print(f"  {name}: {outage_sentence(outage)}", markup=False)


def outage_sentence(outage: Outage) -> str:
    """Return an outage as a sentence: from when, until when, what failed, and when statements were on time again."""
    begin, end = units.duration(outage.at_us), units.duration(outage.until_us)
    recovered = units.duration(outage.normal_us - outage.at_us)
    return (
        f"{outage.what} from {begin} to {end}; {outage.statements:,} statements failed; on time again after {recovered}"
    )


def _fidelity_row(name: str, fit: Fitness) -> Row:
    counts, rate, late, blame = fit.statements, fit.rate, fit.lateness_us, fit.blame_us
    return {
        "run": escape(name),
        "due": units.count(counts["due"]),
        "sent": units.count(counts["sent"]),
        "failed": units.count(counts["failed"]),
        "skipped": units.count(counts["skipped"]),
        "offered/s": number(rate["offered"]),
        "achieved/s": number(rate["achieved"]),
        "late p50": units.duration(late["p50"]),
        "late p99": units.duration(late["p99"]),
        "by target": units.duration(blame["predecessor"]),
        "by order": units.duration(blame["ordering"]),
        "by harness": units.duration(blame["harness"]),
    }


def _errors(candidate: CandidateResult) -> None:
    out.print(f"\nerrors: {error_words(candidate.errors)}", markup=False)
    for sentence in cause_words(candidate):
        out.print(f"  {sentence}", markup=False, soft_wrap=True)
    for drift in candidate.drift:
        out.print(
            f"  rows differ in {drift.different} of {drift.pairs}: {short(drift.sql, 80)}\n    {drift.explanation}",
            markup=False,
        )


def _clock(comparison: Comparison, candidate: CandidateResult) -> None:
    rows = candidate.clock.queries
    if not rows:
        return
    is_capture = rows[0].baseline is None
    before = "not known" if is_capture else units.count(sum(row.baseline or 0 for row in rows))
    after = units.count(sum(row.candidate for row in rows))
    out.print(
        f"queries that depend on the clock: {units.count(len(rows))}; rows: {comparison.baseline} {before}, {candidate.name} {after}; "
        f"production's time on: {', '.join(candidate.clock.production) or 'no side'}",
        markup=False,
    )


def _results(candidate: CandidateResult) -> None:
    results = candidate.results
    out.print(f"\nresults: {result_words(results)}", markup=False)
    shown = results.queries[:SHOWN]
    named = query_labels(shown, 80)
    for row in shown:
        out.print(
            f"  {row.different:,} different and {row.reordered:,} in another order, of {row.pairs:,}: {named[row.query_key]}",
            markup=False,
        )
        if text := f"not counted: {row.reason}" if row.reason else row.why:
            out.print(f"    {text}", markup=False, soft_wrap=True)


def _ids(candidate: CandidateResult) -> None:
    """Print how each run got the ids that its statements drew, if one drew production's."""
    if any(side.facts for side in candidate.ids):
        for side in candidate.ids:
            out.print(f"ids: {side.words()}", markup=False, soft_wrap=True)


def _end_state(candidate: CandidateResult, *, values: bool) -> None:
    for line in state_words(candidate):
        out.print(line, markup=False, soft_wrap=True)
    for pair in candidate.end_state.pairs if values else ():
        for table in pair.tables:
            for key in table.keys:
                out.print(f"  {pair.first} -> {pair.second}: {table.table}: key {key}", markup=False, soft_wrap=True)


def _events(candidate: CandidateResult) -> None:
    """Print what each event in mid-run did, and the phases of both sides."""
    for side in candidate.events.sides:
        for event in side.events:
            out.print(f"\n{side.side}: {event_words(side, event)}", markup=False, soft_wrap=True)
    rows = _escaped(phase_table(candidate.events))
    if rows:
        print_rows(rows, spare=("p50", "length", "slow", "response p99", "SQLSTATE", "p95"), left=("phase", "SQLSTATE"))
    for table, _title in group_tables(candidate.events, 60):
        out.print()
        print_rows(_escaped(table[:SHOWN]), spare=("run", "after: ok", "recovery: ok"), left=(*KINDS, "SQLSTATE"))
    for text in group_notes(candidate.events):
        out.print(text, markup=False, style="dim", soft_wrap=True)


def _escaped(rows: list[Row]) -> list[Row]:
    return [{name: escape(text) for name, text in row.items()} for row in rows]


def _queries(comparison: Comparison, candidate: CandidateResult) -> None:
    counts = candidate.counts()
    out.print(
        f"\nqueries: {counts['regressed']} slower, {counts['improved']} faster, {counts['unchanged']} unchanged, "
        f"{counts['cannot_evaluate']} not tested"
    )
    shown = candidate.queries[:SHOWN]
    labels = query_labels(shown, 60)
    rows = [_query_row(query, labels[query.query_key]) for query in shown]
    print_rows(rows, spare=("production p50", "p99", "paired", "n", "p95"), left=("outcome",))
    if len(candidate.queries) > SHOWN:
        out.print(
            f"  and {len(candidate.queries) - SHOWN} more in the report ({comparison.baseline} -> {candidate.name})",
            markup=False,
        )
    for sentence in noticed(candidate):
        out.print(f"  {sentence}", markup=False, soft_wrap=True)


def _query_row(query: Query, label: str) -> Row:
    return {
        "query": escape(label),
        "outcome": f"[{OUTCOME_COLOR[query.outcome]}]{query.outcome.value}[/]",
        "n": units.count(query.candidate.n),
        "paired": f"{query.paired.ratio:.2f}x" if query.paired else "-",
        **{percentile: _both(query, f"{percentile}_us") for percentile in ("p50", "p95", "p99")},
        "production p50": units.duration(query.production.p50_us) if query.production else "-",
    }


def _both(query: Query, name: str) -> str:
    baseline, candidate = getattr(query.baseline, name), getattr(query.candidate, name)
    return units.both(baseline, candidate) if baseline or candidate else "-"


def _metrics(comparison: Comparison, candidate: CandidateResult) -> None:
    if not candidate.metrics:
        return
    out.print()
    out.print("[italic]metrics, mean (p99)[/]")
    rows: list[Row] = []
    names = (escape(comparison.baseline), escape(candidate.name))
    for row in candidate.metrics:
        # Metrics of single tables, and metrics that are zero on both sides, are only in the report.
        if row.subject or not any(side and side["max"] for side in (row.baseline, row.candidate)):
            continue
        sides = [
            f"{units.quantity(side['mean'], row.unit)} ({units.quantity(side['p99'], row.unit)})" if side else "-"
            for side in (row.baseline, row.candidate)
        ]
        rows.append(
            {
                "metric": f"{row.name} [dim]{escape(row.place)}[/]",
                "unit": row.unit,
                **dict(zip(names, sides, strict=True)),
            }
        )
    print_rows(rows, left=("unit",))
