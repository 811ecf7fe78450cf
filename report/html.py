"""One self-contained HTML file from one frozen ``Comparison``: no network, no values, light and dark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from pgrehearse.base import units
from pgrehearse.base.artifact import fresh
from pgrehearse.base.control_characters import visible
from pgrehearse.compare.comparison import CandidateResult, Comparison, QueryOutcome, Series, Verdict
from pgrehearse.compare.end_state.values import Sameness
from pgrehearse.compare.estimates import LEAST_P50, LEAST_P95
from pgrehearse.compare.event_findings import context as event_context
from pgrehearse.compare.event_tables import TEXTS, event_tables, group_notes
from pgrehearse.compare.gates.evaluate import GateResult
from pgrehearse.compare.query_changes import LEAST_P99
from pgrehearse.compare.sentences import cause_words, clock_words, error_words, result_words
from pgrehearse.compare.state_findings import count_words, generated_words, position_words, why
from pgrehearse.compare.statement_labels import Statement, labels, short
from pgrehearse.report.plots import change_plot, distribution_plot, line_plot

SENTENCE = {
    Verdict.IMPROVED: "The candidate is faster.",
    Verdict.UNCHANGED: "No change that counts was found.",
    Verdict.REGRESSED: "The candidate got worse.",
    Verdict.INCONCLUSIVE: "No verdict is possible.",
}

# So many queries have a plot, those with the most costly changes first; all of them are in the table.
_DRAWN = 30
# A page with thousands of statements, or with a statement of a megabyte, opens slowly.
_LISTED = 400
_TEXT = 4000
# The widths of statements in tables, in characters.
_WIDE, _NARROW = 110, 60


@dataclass(frozen=True, slots=True)
class _Plots:
    """The plots of a candidate. *series*: part of the report, title, SVG; *queries*: by query key."""

    series: tuple[tuple[str, str, str], ...]
    distribution: str
    changes: str
    queries: dict[str, str]
    labels: dict[str, str]
    narrow_labels: dict[str, str]


def write_report(comparison: Comparison, path: Path, gates: Sequence[GateResult] = (), *, values: bool = False) -> None:
    """Write the report, readable by its owner alone. *values*: with error messages, which hold data."""
    with fresh(path) as working, working.open("w", encoding="utf-8") as stream:
        render(comparison, stream, gates, values=values)


def render(comparison: Comparison, out: TextIO, gates: Sequence[GateResult] = (), *, values: bool = False) -> None:
    """Write the report's HTML to *out*."""
    page = templates().get_template("report.html")
    out.write(
        page.render(
            c=comparison,
            findings=comparison.findings,
            plots=[_plots(comparison, result, gates) for result in comparison.candidates],
            gates=gates,
            sentence=SENTENCE[comparison.verdict],
            QueryOutcome=QueryOutcome,
            hours=max(comparison.workload["duration_s"], 1.0) / 3600,
            values=values,
            listed=_LISTED,
            cause_words=cause_words,
            clock_words=clock_words,
            error_words=error_words,
            result_words=result_words,
            Sameness=Sameness,
            count_words=count_words,
            generated_words=generated_words,
            position_words=position_words,
            event_context=event_context,
            event_tables=partial(event_tables, most=_WIDE),
            event_texts=TEXTS,
            group_notes=group_notes,
            state_limits=why,
            LEAST={"p50": LEAST_P50, "p95": LEAST_P95, "p99": LEAST_P99},
        )
    )


def _plots(comparison: Comparison, result: CandidateResult, gates: Sequence[GateResult]) -> _Plots:
    tested = any(query.paired or query.p50 for query in result.queries)
    texts: dict[str, str] = {}
    for query_key, sql in _statements(result):
        texts.setdefault(query_key, sql)
    return _Plots(
        series=tuple(
            (series.part, series.title, line_plot(marked))
            for series in result.series
            if series.lines
            # A metric that was always 0 has no plot, unless a gate on it was broken.
            if (marked := _broken(series, result.name, gates)) is not series or not series.empty
        ),
        distribution=distribution_plot(result.distribution) if result.distribution else "",
        changes=change_plot(result.queries, max(comparison.tolerance, result.noise.floor)) if tested else "",
        queries={
            query.query_key: distribution_plot(
                tuple(
                    (name, tuple(us / 1000 for us in side))
                    for name, side in zip((comparison.baseline, result.name), query.distribution, strict=True)
                    if side
                )
            )
            for query in result.queries[:_DRAWN]
            if any(query.distribution)
        },
        labels=labels(texts, _WIDE),
        narrow_labels=labels(texts, _NARROW),
    )


def _statements(result: CandidateResult) -> Iterator[tuple[str, str]]:
    """Return the query key and text of each statement that a table of the report lists."""
    rows: tuple[Statement, ...] = (
        *result.queries[:_LISTED],
        *result.differences,
        *result.drift,
        *result.open_types,
        *result.clock.queries,
        *result.results.queries[:_LISTED],
    )
    for row in rows:
        yield row.query_key, row.sql
    every = {query.query_key: query.sql for query in result.queries[_LISTED:]}
    for load in result.load:
        if load.what == "query" and load.name in every:
            yield load.name, every[load.name]


def _broken(series: Series, candidate: str, gates: Sequence[GateResult]) -> Series:
    """Mark the windows in which a gate on this metric was broken."""
    bands = tuple(
        (begin, end, f"{windows.side}: {gate.gate} broken")
        for gate in gates
        if gate.candidate == candidate
        for windows in gate.windows
        if windows.key == series.metric
        for begin, end in windows.stretches
    )
    return replace(series, bands=(*series.bands, *bands)) if bands else series


@cache
def templates() -> Environment:
    """Return the templates of every page, with the filters that they share."""
    environment = Environment(
        loader=PackageLoader("pgrehearse.report"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters.update(
        us=units.duration,
        both=units.both,
        n=units.count,
        change=_change,
        number=units.number,
        quantity=units.quantity,
        sql=_sql,
        text=lambda sql: sql if len(sql) <= _TEXT else f"{sql[:_TEXT]} … ({len(sql):,} characters)",
        percent=lambda share: f"{share:.1%}",
        step=lambda change: f"+{change:.0%}" if change < 100 else "-",
    )
    return environment


def _shown(value: object) -> object:
    """Return a value as a page shows it: control characters are written out. Markup stays markup."""
    if not isinstance(value, str):
        return value
    shown = visible(value)
    return value if shown == value else type(value)(shown)


def _change(baseline: float, candidate: float) -> str:
    return units.change(candidate / baseline) if baseline else "-"


def _sql(row: Statement, most: int = _WIDE) -> str:
    return short(row.sql, most)
