"""One self-contained HTML page of a history: for each scenario and candidate its figures over time, and its queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from pgrehearse.base.artifact import fresh
from pgrehearse.report.history.find import Found
from pgrehearse.report.history.past_comparison import PastQuery
from pgrehearse.report.history.plots import HistoryLine, history_plot
from pgrehearse.report.history.series import FIGURES, RULE, Figure, HistorySeries
from pgrehearse.report.html import templates

_PERCENT = 100.0
_MILLISECOND_US = 1000.0


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A series with its plots: title, SVG; *queries*: by query key, its text and plots."""

    series: HistorySeries
    plots: tuple[tuple[str, str], ...]
    queries: tuple[tuple[str, str, str], ...]


def write_history_page(found: Found, series: Sequence[HistorySeries], keys: Sequence[str], path: Path) -> None:
    """Write the page, readable by its owner alone. *keys*: of the queries that have a plot."""
    with fresh(path) as working, working.open("w", encoding="utf-8") as stream:
        render(found, series, keys, stream)


def render(found: Found, series: Sequence[HistorySeries], keys: Sequence[str], out: TextIO) -> None:
    """Write the page's HTML to *out*."""
    template = templates().get_template("history_page.html")
    out.write(template.render(found=found, drawn=[_drawn(one, keys) for one in series], rule=RULE, figures=FIGURES))


def _drawn(series: HistorySeries, keys: Sequence[str]) -> _Drawn:
    plots = tuple((figure.title, _plot(series, figure)) for figure in FIGURES if _has_value(series.values(figure)))
    queries = [(key, series.queries(key)) for key in keys]
    return _Drawn(
        series,
        plots,
        tuple(
            (key, next(query.sql for query in rows if query is not None), _query_plot(series, key, rows))
            for key, rows in queries
            if any(query is not None for query in rows)
        ),
    )


def _has_value(values: Sequence[float | None]) -> bool:
    return any(value is not None for value in values)


def _plot(series: HistorySeries, figure: Figure) -> str:
    factor = _PERCENT if figure.unit == "%" else 1.0
    values = [None if value is None else value * factor for value in series.values(figure)]
    jumping = [figure.name in point.jumping for point in series.points]
    verdicts = [point.candidate.verdict for point in series.points]
    return history_plot(figure.title, figure.unit, [HistoryLine(series.candidate, values)], verdicts, jumping)


def _query_plot(series: HistorySeries, key: str, rows: Sequence[PastQuery | None]) -> str:
    """Plot the p95 of both sides of a query."""
    sides = [(None, None) if row is None else (row.baseline, row.candidate) for row in rows]
    lines = [
        HistoryLine(name, [None if times is None else times.p95_us / _MILLISECOND_US for times in values])
        for name, values in zip(("baseline", series.candidate), zip(*sides, strict=True), strict=True)
    ]
    verdicts = [point.candidate.verdict for point in series.points]
    return history_plot(f"p95 of query {key}", "ms", lines, verdicts, [])
