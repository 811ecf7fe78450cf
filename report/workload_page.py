"""One self-contained HTML page of one workload: production's load over time, by table, application and query."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from pgrehearse.base import units
from pgrehearse.base.artifact import fresh
from pgrehearse.base.clock import iso
from pgrehearse.compare.comparison import Series
from pgrehearse.compare.statement_labels import Statement, labels
from pgrehearse.report.html import templates
from pgrehearse.report.plots import bar_plot, line_plot
from pgrehearse.workload.analysis.load import Share
from pgrehearse.workload.analysis.profile import WorkloadProfile

_BARS = 12
_WIDE = 110
_ACROSS = "seconds into the window"


def write_workload_page(profile: WorkloadProfile, path: Path) -> None:
    """Write the page, readable by its owner alone."""
    with fresh(path) as working, working.open("w", encoding="utf-8") as stream:
        render(profile, stream)


def render(profile: WorkloadProfile, out: TextIO) -> None:
    """Write the page's HTML to *out*."""
    manifest, load = profile.manifest, profile.load
    window = (iso(manifest.window_start_us), iso(manifest.window_end_us))
    shares = [
        ("load by table", load.tables),
        ("load by schema", load.schemas),
        ("load by application", load.applications),
        ("load by endpoint", load.endpoints),
    ]
    if profile.tenants is not None:
        shares.append((f"load by {profile.tenants.column}", profile.tenants.shares))
    page = templates().get_template("workload_page.html")
    out.write(
        page.render(
            p=profile,
            labels=labels(_statements(profile), _WIDE),
            m=manifest,
            window=window,
            over_time=[(series.title, line_plot(series, across=_ACROSS)) for series in _series(profile)],
            bars=[(title, bar_plot(title, _bars(rows))) for title, rows in shares if rows],
        )
    )


def _statements(profile: WorkloadProfile) -> dict[str, str]:
    """Return the query key and text of each statement that a table of the page lists."""
    rows: tuple[Statement, ...] = (*profile.summary.queries, *profile.load.nondeterministic, *profile.clock.queries)
    return {row.query_key: row.sql for row in rows}


def _series(profile: WorkloadProfile) -> list[Series]:
    seconds = profile.manifest.duration_us / 1e6
    slices = len(profile.summary.rate)
    at = tuple((place + 0.5) * seconds / slices for place in range(slices))
    rate = tuple(value * slices / seconds if seconds else 0.0 for value in profile.summary.rate)
    plots = [Series("statements per second", "1/s", (("production", at, rate),))]
    if profile.load.in_flight:
        plots.append(Series("statements in flight", "", (("production", at, tuple(profile.load.in_flight)),)))
    return plots


def _bars(rows: list[Share]) -> tuple[tuple[str, float, str], ...]:
    """Return the share of each row: of the time, or of the statements where the log has no times."""
    timed = any(row.time_us for row in rows)
    weights = [row.time_us if timed else row.statements for row in rows]
    total = sum(weights) or 1
    return tuple(
        (row.name, weight / total, f"{units.duration(row.time_us)}, {units.count(row.statements)}")
        for row, weight in zip(rows[:_BARS], weights, strict=False)
    )
