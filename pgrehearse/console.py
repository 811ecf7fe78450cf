"""What the terminal shows: tables and progress (rich), or one JSON document and nothing else."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from pgrehearse.base import units
from pgrehearse.base.clock import SECOND
from pgrehearse.base.control_characters import json_text, visible
from pgrehearse.base.units import number
from pgrehearse.compare.comparison import CandidateResult, Comparison, Query, QueryOutcome, Verdict
from pgrehearse.compare.finding import Severity
from pgrehearse.compare.gates.evaluate import GateResult, Outcome
from pgrehearse.compare.sentences import cause_words, error_words, host_words, noticed
from pgrehearse.compare.statement_labels import query_labels, short

if TYPE_CHECKING:
    from pgrehearse.replay.dry_run.forecast import Forecast

COLOUR = {
    Verdict.IMPROVED: "green",
    Verdict.UNCHANGED: "default",
    Verdict.REGRESSED: "red",
    Verdict.INCONCLUSIVE: "yellow",
}
OUTCOME_COLOUR = {
    QueryOutcome.REGRESSED: "red",
    QueryOutcome.IMPROVED: "green",
    QueryOutcome.UNCHANGED: "default",
    QueryOutcome.CANNOT_EVALUATE: "dim",
}
SEVERITY_COLOUR = {
    Severity.INCONCLUSIVE: "yellow",
    Severity.WORSE: "red",
    Severity.WARNING: "yellow",
    Severity.BETTER: "green",
    Severity.INFORMATION: "dim",
}
GATE_COLOUR = {Outcome.PASSED: "green", Outcome.FAILED: "red", Outcome.INCONCLUSIVE: "yellow"}
EVERY_S = 10.0
SHOWN = 18
# What is left of a name is still to be known by.
_LEAST = 24
# A line of a table: its cells by column.
Row = dict[str, str]


class Terminal(Console):
    """A console on which no text acts: control characters in it are written out."""

    def render_str(self, text: str, **how: Any) -> Text:
        """Return a text as it is shown."""
        return super().render_str(visible(text), **how)


# Tables need room; where there is no terminal (a file, CI) they take it.
WIDE = 150
out = Terminal(highlight=False, width=None if sys.stdout.isatty() else WIDE)
err = Terminal(stderr=True, highlight=False)


def print_json(document: dict[str, Any]) -> None:
    """Print the one document that ``--json`` promises."""
    click.echo(json_text(document))


def sparkline(values: list[float], top: float = 0.0) -> str:
    """Draw values as a row of blocks, as high as *top* at most (0: as their highest).

    >>> sparkline([0, 1, 2, 4])
    ' ▂▄█'
    """
    bars = " ▁▂▃▄▅▆▇█"
    top = top or max(values, default=0) or 1
    return "".join(bars[round(value / top * 8)] for value in values)


class Pulse:
    """Progress: a live line on a terminal, a line every ten seconds elsewhere; all on stderr."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._said = 0.0

    def say(self, text: str, *, always: bool = False) -> None:
        """Show a state that the next one replaces."""
        now = time.monotonic()
        if self._live:
            # One column less than there are: a full line would begin the next.
            err.print(text.ljust(err.width - 1)[: err.width - 1], end="\r")
        elif always or now - self._said >= EVERY_S:
            self._said = now
            err.print(text)

    def end(self) -> None:
        if self._live:
            err.print(" " * (err.width - 1), end="\r")


@contextmanager
def pulse() -> Iterator[Pulse]:
    """Show progress while the block runs."""
    shown = Pulse()
    try:
        yield shown
    finally:
        shown.end()


def print_comparison(comparison: Comparison, report: str, gates: Sequence[GateResult] = ()) -> None:
    """Print the verdict and what it stands on."""
    for one in comparison.candidates:
        _fidelity(one)
        _errors(one)
        _queries(comparison, one)
        _metrics(comparison, one)
    for gate in gates:
        out.print(
            f"[{GATE_COLOUR[gate.outcome]}]{gate.outcome.value:12}[/] {escape(gate.gate)}  [dim]{escape(gate.why)}[/]",
            soft_wrap=True,
        )
    colour = COLOUR[comparison.verdict]
    out.print(
        f"\n[bold {colour}]{comparison.verdict.value.upper()}[/]{' (noise not measured)' if comparison.unmeasured else ''}  {', '.join(c.name for c in comparison.candidates)} "
        f"against {comparison.baseline}, by {comparison.time}"
    )
    _findings(comparison)
    if report:
        out.print(f"report: {report}", markup=False, soft_wrap=True)


def _findings(comparison: Comparison) -> None:
    several = len(comparison.candidates) > 1
    for finding in comparison.findings:
        name = f"{finding.candidate}: " if several else ""
        colour = SEVERITY_COLOUR[finding.severity]
        out.print(f"[{colour}]{finding.severity.value}[/]  {escape(name + finding.what)}", soft_wrap=True)
        for label, text in finding.details():
            out.print(f"  {label.lower()}: {text}", markup=False, soft_wrap=True)


def _fidelity(one: CandidateResult) -> None:
    out.print("[italic]fidelity[/]")
    rows: list[Row] = []
    for name, fit in one.fitness.items():
        counts, rate, late, blame = fit.statements, fit.rate, fit.lateness_us, fit.blame_us
        rows.append(
            {
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
        )
    print_rows(rows, spare=("offered/s", "achieved/s", "by order", "due", "late p50", "skipped"))
    for text in host_words(one):
        out.print(f"  {text}", markup=False)
    for label in one.labels:
        out.print(f"  load differs from production: {label}", markup=False)
    for name, fit in one.fitness.items():
        for outage in fit.outages:
            out.print(
                f"  {name}: {outage.what} from {units.duration(outage.at_us)} to {units.duration(outage.until_us)}; "
                f"{outage.statements:,} statements failed; on time again after {units.duration(outage.normal_us - outage.at_us)}",
                markup=False,
            )


def _errors(one: CandidateResult) -> None:
    out.print(f"\nerrors: {error_words(one.errors)}", markup=False)
    for text in cause_words(one):
        out.print(f"  {text}", markup=False, soft_wrap=True)
    for drift in one.drift:
        out.print(
            f"  rows differ in {drift.different} of {drift.pairs}: {short(drift.sql, 80)}\n    {drift.explanation}",
            markup=False,
        )


def _queries(comparison: Comparison, one: CandidateResult) -> None:
    counts = one.counts()
    out.print(
        f"\nqueries: {counts['regressed']} slower, {counts['improved']} faster, {counts['unchanged']} unchanged, {counts['cannot_evaluate']} not tested"
    )
    named = query_labels(one.queries[:SHOWN], 60)
    rows = [
        {
            "query": escape(named[query.query_key]),
            "outcome": f"[{OUTCOME_COLOUR[query.outcome]}]{query.outcome.value}[/]",
            "n": units.count(query.candidate.n),
            "paired": f"{query.paired.ratio:.2f}x" if query.paired else "-",
            **{word: _step(query, f"{word}_us") for word in ("p50", "p95", "p99")},
            "production p50": units.duration(query.production.p50_us) if query.production else "-",
        }
        for query in one.queries[:SHOWN]
    ]
    print_rows(rows, spare=("production p50", "p99", "paired", "n", "p95"), left=("outcome",))
    if len(one.queries) > SHOWN:
        out.print(
            f"  and {len(one.queries) - SHOWN} more in the report ({comparison.baseline} -> {one.name})",
            markup=False,
        )
    for text in noticed(one):
        out.print(f"  {text}", markup=False, soft_wrap=True)


def _step(query: Query, word: str) -> str:
    ours, theirs = getattr(query.baseline, word), getattr(query.candidate, word)
    return units.both(ours, theirs) if ours or theirs else "-"


def _metrics(comparison: Comparison, one: CandidateResult) -> None:
    if not one.metrics:
        return
    out.print()
    out.print("[italic]metrics, mean (p99)[/]")
    rows: list[Row] = []
    names = (escape(comparison.baseline), escape(one.name))
    for row in one.metrics:
        # Single tables, and what never happened on either side, are left to the report.
        if row.subject or not any(side and side["max"] for side in (row.baseline, row.candidate)):
            continue
        sides = [
            f"{units.quantity(side['mean'], row.unit)} ({units.quantity(side['p99'], row.unit)})" if side else "-"
            for side in (row.baseline, row.candidate)
        ]
        rows.append(
            {
                "metric": f"{row.name} [dim]{escape(row.source)}[/]",
                "unit": row.unit,
                **dict(zip(names, sides, strict=True)),
            }
        )
    print_rows(rows, left=("unit",))


def print_rows(rows: Sequence[Row], *, spare: Sequence[str] = (), left: Sequence[str] = ()) -> None:
    """Print a table: the first column gives way where there is little room, and if that is not enough *spare* ones are left
    out, the first of them first. Columns stand to the right but for the first and *left*."""
    if not rows:
        return
    width = {
        name: max(Text.from_markup(visible(cell)).cell_len for cell in (name, *(row[name] for row in rows)))
        for name in rows[0]
    }
    first = next(iter(width))
    least = min(width[first], _LEAST)
    for name in spare:
        if _together(width) - width[first] + least <= out.width:
            break
        del width[name]
    table = Table(box=None, pad_edge=False)
    for name in width:
        room = max(least, min(width[name], out.width - _together(width) + width[first])) if name == first else None
        justify: Literal["left", "right"] = "left" if name == first or name in left else "right"
        table.add_column(name, justify=justify, no_wrap=True, overflow="ellipsis", width=room)
    for row in rows:
        table.add_row(*(row[name] for name in width))
    out.print(table)


def _together(width: Mapping[str, int]) -> int:
    """Return how wide columns are with the room between them."""
    return sum(width.values()) + 2 * (len(width) - 1)


def print_forecast(found: Forecast) -> None:
    """Print what a replay would do."""
    out.print(
        f"{found.statements:,} statements of {found.sessions:,} sessions in {'about' if found.plan['speed'] != 'max' else 'at least'} "
        f"{units.duration(found.duration_s * SECOND)}: {number(found.rate['mean'])}/s, {number(found.rate['peak'])}/s in the busiest second"
    )
    for reason, count in found.skipped.items():
        out.print(f"  skipped: {count:,}, {reason}", markup=False)
    out.print(f"connections at once: {found.connections:,} of the target's {found.max_connections:,}")
    out.print(
        f"one worker sends {number(found.calibration.per_s)}/s here flat out, {found.calibration.cpu_us:.0f} µs of CPU each: "
        f"{found.workers} worker{'s' if found.workers > 1 else ''} on {found.processors} processors"
    )
    for reason in found.reasons:
        out.print(f"[yellow]{reason}[/]")


def rate_line(counts: list[float], seconds: float) -> str:
    """Return a sparkline of a rate with its extremes."""
    if not counts:
        return ""
    step = seconds / len(counts)
    return f"{sparkline(counts)}  {min(counts) / step:,.0f} to {max(counts) / step:,.0f} a second"


def seconds(us: int) -> float:
    """Return microseconds as seconds."""
    return us / SECOND
