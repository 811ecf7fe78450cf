"""``pgrehearse history``: the verdicts and figures of past experiments over time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pgrehearse.option_groups import CONTEXT, GroupedCommand, json_option, option

if TYPE_CHECKING:
    from pgrehearse.console import Row
    from pgrehearse.report.history.find import Found
    from pgrehearse.report.history.past_comparison import PastQuery
    from pgrehearse.report.history.series import HistorySeries, Point


@click.command(
    "history",
    cls=GroupedCommand,
    context_settings=CONTEXT,
    epilog="Example: pgrehearse history nightly/ --html history.html",
)
@click.argument("places", nargs=-1, required=True, metavar="DIR...", type=click.Path(path_type=Path))
@option(
    "--query",
    "keys",
    multiple=True,
    group="Selection",
    help="Key of a query whose times are shown for each comparison. Repeatable.",
)
@option("--html", type=click.Path(path_type=Path), group="Output", help="Write a page with plots to this file.")
@option("--force", is_flag=True, group="Output", help="Replace a file that this command did not write.")
@json_option
def command(places: tuple[Path, ...], keys: tuple[str, ...], html: Path | None, *, force: bool, as_json: bool) -> None:
    """Show past experiments below DIR: their verdicts and figures over time. A file of compare --json can be given too."""
    from pgrehearse.base.output_file import Made, check_files
    from pgrehearse.console import print_json
    from pgrehearse.report.history.find import find_comparisons
    from pgrehearse.report.history.page import write_history_page
    from pgrehearse.report.history.series import document, history

    check_files([(html, Made.PAGE)], force=force)
    found = find_comparisons(places)
    series = history(found)
    if html is not None:
        write_history_page(found, series, keys, html)
    if as_json:
        print_json({**document(found, series, keys), "page": str(html.resolve()) if html is not None else ""})
    else:
        _print(found, series, keys)
        _print_page(html)


def _print(found: Found, series: tuple[HistorySeries, ...], keys: tuple[str, ...]) -> None:
    """Print a table for each scenario and candidate, and what could not be read."""
    from pgrehearse.console import err, out, print_rows
    from pgrehearse.report.history.series import RULE, unlisted

    for one in series:
        out.print(one.title, markup=False)
        print_rows(
            [_row(point) for point in one.points],
            spare=("pgrehearse", "seconds", "versions"),
            left=("replayed (UTC)", "verdict", "jumps"),
        )
        for key in keys:
            print_rows(_query_rows(one, key))
    for key in unlisted(series, keys):
        err.print(
            f"query {key}: no conclusive comparison lists it (compare --json has the keys)",
            markup=False,
            soft_wrap=True,
        )
    if any(point.jumping for one in series for point in one.points):
        out.print(RULE, markup=False, soft_wrap=True)
    for broken in found.broken:
        err.print(f"not readable: {broken.place}: {broken.reason}", markup=False, soft_wrap=True)


def _name(place: Path) -> str:
    """Return the name of an experiment: a file comparison.json has that of its directory."""
    from pgrehearse.report.history.find import COMPARISON

    return place.absolute().parent.name if place.name == COMPARISON else place.name


def _row(point: Point) -> Row:
    from rich.markup import escape

    from pgrehearse.comparison_view import COLOR

    comparison, candidate = point.comparison, point.candidate
    gates = candidate.gates
    return {
        "experiment": escape(_name(Path(comparison.place))),
        "replayed (UTC)": f"{comparison.replayed:%Y-%m-%d %H:%M}",
        "verdict": f"[{COLOR[candidate.verdict]}]{candidate.verdict.value}[/]",
        "p50": _change(candidate.p50_change),
        "p95": _change(candidate.p95_change),
        "new errors": str(candidate.new_errors),
        "gates failed": f"{gates.get('failed', 0)} of {sum(gates.values())}" if gates else "-",
        "seconds": "-" if comparison.duration_s is None else f"{comparison.duration_s:.0f}",
        "versions": escape(f"{comparison.baseline_version or '?'} to {candidate.version or '?'}"),
        "pgrehearse": escape(comparison.tool_version),
        "jumps": ", ".join(point.jumping),
    }


def _query_rows(series: HistorySeries, key: str) -> list[Row]:
    """Return the times of one query, a row for each comparison."""
    from rich.markup import escape

    return [
        {
            f"query {escape(key)}": f"{point.comparison.replayed:%Y-%m-%d %H:%M}",
            "outcome": query.outcome if query is not None else "-",
            "p50": _both(query, "p50_us"),
            "p95": _both(query, "p95_us"),
        }
        for point, query in zip(series.points, series.queries(key), strict=True)
    ]


def _both(query: PastQuery | None, figure: str) -> str:
    """Return a time of both sides ("-": a side has none)."""
    from pgrehearse.base import units

    if query is None or query.baseline is None or query.candidate is None:
        return "-"
    return units.both(getattr(query.baseline, figure), getattr(query.candidate, figure))


def _change(change: float | None) -> str:
    return "-" if change is None else f"{change:+.1%}"


def _print_page(html: Path | None) -> None:
    from pgrehearse.console import out

    if html is not None:
        out.print(f"page: {html.resolve()}", markup=False, soft_wrap=True)
