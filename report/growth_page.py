"""One self-contained HTML page of a growing load: the curve, its knee, and the resource that ran out there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from pgrehearse.base.artifact import fresh
from pgrehearse.compare.comparison import Series
from pgrehearse.compare.growth import Growth
from pgrehearse.report.html import templates
from pgrehearse.report.plots import line_plot

_ACROSS = "factor of the load"
# The name of a curve, its factors, and its values.
Line = tuple[str, tuple[float, ...], tuple[float, ...]]


def write_growth_page(growth: Growth, name: str, path: Path) -> None:
    """Write the page, readable by its owner alone. *name*: of the workload."""
    with fresh(path) as working, working.open("w", encoding="utf-8") as stream:
        render(growth, name, stream)


def render(growth: Growth, name: str, out: TextIO) -> None:
    """Write the page's HTML to *out*."""
    page = templates().get_template("growth_page.html")
    plots = [(series.title, line_plot(series, across=_ACROSS)) for series in _series(growth)]
    out.write(page.render(g=growth, name=name, plots=plots if len(growth.steps) > 1 else []))


def _series(growth: Growth) -> list[Series]:
    """Return the curves. A single step has none."""
    figures = [step.figures for step in growth.steps]
    at = tuple(one.factor for one in figures)
    rates = (
        ("offered", at, tuple(one.offered for one in figures)),
        ("achieved", at, tuple(one.achieved for one in figures)),
    )
    return [
        Series("statements per second", "1/s", rates),
        Series("latency", "ms", _quantiles(at, [one.latency_us for one in figures])),
        Series(
            "response time, from when a statement was due", "ms", _quantiles(at, [one.response_us for one in figures])
        ),
    ]


def _quantiles(at: tuple[float, ...], times: list[Mapping[str, float]]) -> tuple[Line, ...]:
    """Return the curves of the quantiles, in milliseconds."""
    return tuple((name, at, tuple(one[name] / 1000 for one in times)) for name in ("p50", "p95", "p99"))
