"""One self-contained HTML file from one frozen ``Comparison``: no network, no values, light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Protocol, TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from pgrehearse.base import units
from pgrehearse.base.artifact import fresh
from pgrehearse.base.control_characters import visible
from pgrehearse.compare.comparison import Comparison, QueryOutcome, Series, Verdict
from pgrehearse.compare.gates.evaluate import GateResult
from pgrehearse.compare.query_changes import LEAST_P50, LEAST_P95, LEAST_P99
from pgrehearse.compare.sentences import cause_words
from pgrehearse.compare.statement_labels import query_labels, short
from pgrehearse.report.plots import change_plot, distribution_plot, line_plot

SENTENCE = {
    Verdict.IMPROVED: "The candidate is faster.",
    Verdict.UNCHANGED: "Nothing that matters changed.",
    Verdict.REGRESSED: "The candidate got worse.",
    Verdict.INCONCLUSIVE: "This cannot be judged.",
}

# So many queries are drawn, the ones that cost most to have changed first; all are told in numbers.
_DRAWN = 30
# A page with thousands of statements, or with a statement of a megabyte, opens slowly and is read by nobody.
_LISTED = 400
_TEXT = 4000


def write_report(comparison: Comparison, path: Path, gates: Sequence[GateResult] = (), *, values: bool = False) -> None:
    """Write the report, readable by its owner alone. *values*: with what errors said, which holds data."""
    with fresh(path) as working, working.open("w", encoding="utf-8") as stream:
        render(comparison, stream, gates, values=values)


def render(comparison: Comparison, out: TextIO, gates: Sequence[GateResult] = (), *, values: bool = False) -> None:
    """Write the report's HTML to *out*."""
    plots = [
        {
            "series": [
                (series.part, series.title, line_plot(marked))
                for series in one.series
                if series.lines
                # What never happened need not be drawn, unless a gate wanted it to.
                if (marked := _broken(series, one.name, gates)) is not series or not series.empty
            ],
            "distribution": distribution_plot(one.distribution) if one.distribution else "",
            "changes": change_plot(one.queries, max(comparison.tolerance, one.noise.floor))
            if any(query.paired or query.p50 for query in one.queries)
            else "",
            "labels": query_labels(one.queries[:_LISTED], 110),
            "loads": query_labels(one.queries[:_LISTED], 60),
            "queries": {
                query.query_key: distribution_plot(
                    tuple(
                        (name, tuple(us / 1000 for us in side))
                        for name, side in zip((comparison.baseline, one.name), query.distribution, strict=True)
                        if side
                    )
                )
                for query in one.queries[:_DRAWN]
                if any(query.distribution)
            },
        }
        for one in comparison.candidates
    ]
    hours = max(comparison.workload["duration_s"], 1.0) / 3600
    page = templates().get_template("report.html")
    out.write(
        page.render(
            c=comparison,
            plots=plots,
            gates=gates,
            sentence=SENTENCE[comparison.verdict],
            QueryOutcome=QueryOutcome,
            hours=hours,
            values=values,
            listed=_LISTED,
            cause_words=cause_words,
            LEAST={"p50": LEAST_P50, "p95": LEAST_P95, "p99": LEAST_P99},
        )
    )


def _broken(series: Series, candidate: str, gates: Sequence[GateResult]) -> Series:
    """Mark in which windows a gate on this metric was broken."""
    bands = tuple(
        (begin, end, f"{told.side}: {gate.gate} broken")
        for gate in gates
        if gate.candidate == candidate
        for told in gate.windows
        if told.key == series.metric
        for begin, end in told.stretches
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
    """Return what a page shows of a value: no character of it acts. What is markup stays markup."""
    if not isinstance(value, str):
        return value
    shown = visible(value)
    return value if shown == value else type(value)(shown)


def _change(ours: float, theirs: float) -> str:
    return units.change(theirs / ours) if ours else "-"


class Worded(Protocol):
    """What has a statement's text."""

    @property
    def sql(self) -> str: ...


def _sql(query: Worded, most: int = 110) -> str:
    return short(query.sql, most)
