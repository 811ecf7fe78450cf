"""``pgrehearse inspect``: what is in a workload."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pgrehearse.base import units
from pgrehearse.base.output_file import Made, check_file

if TYPE_CHECKING:
    from pgrehearse.workload.analysis.load import Share
    from pgrehearse.workload.analysis.profile import Portrait


@click.command(
    "inspect",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: pgrehearse inspect prod.workload",
)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--top", type=click.IntRange(1, 500), default=15, show_default=True, help="How many query keys to list.")
@click.option(
    "--group", "tables", help="Tables (a,b,c) that might move out together: which transactions would leave them."
)
@click.option("--tenant", help="A column (tenant_id) or a parameter ($1): how the load is spread over its values.")
@click.option("--html", type=click.Path(path_type=Path), help="Write a page with plots.")
@click.option("--force", is_flag=True, help="Replace a file that this command did not write.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def command(
    path: Path, top: int, tables: str | None, tenant: str | None, html: Path | None, *, force: bool, as_json: bool
) -> None:
    """Show the window, sessions, rates, load by query, table, application and tag, errors and losses of a workload."""
    from pgrehearse.commands.capture import document
    from pgrehearse.console import print_json
    from pgrehearse.workload.analysis.profile import portrait
    from pgrehearse.workload.read import Workload

    if html is not None:
        check_file(html, Made.PAGE, force=force)
    asked = [name.strip() for name in tables.split(",")] if tables else []
    found = portrait(Workload.verified(path), top=top, tables=asked, tenant=tenant)
    if html is not None:
        from pgrehearse.report.workload_page import write_portrait

        write_portrait(found, html)
    if as_json:
        print_json(
            {**document(found.manifest, path), **found.document(), **({"page": str(html)} if html is not None else {})}
        )
        return
    _print_load(path, found)
    _print_doubts(found)
    if html is not None:
        from pgrehearse.console import out

        out.print(f"page: {html}", markup=False)


def _print_load(path: Path, found: Portrait) -> None:
    """Print when, what, to which tables, for whom."""
    from rich.markup import escape

    from pgrehearse.base.clock import iso
    from pgrehearse.console import out, print_rows, rate_line

    manifest, summary, loads = found.manifest, found.summary, found.load
    out.print(
        f"[bold]{path}[/]  {iso(manifest.window_start_us)} to {iso(manifest.window_end_us)} ({units.duration(manifest.duration_us)})",
        soft_wrap=True,
    )
    out.print(
        f"{units.count(manifest.sessions)} sessions (at most {summary.peak_sessions} at once), {units.count(manifest.statements)} statements, "
        f"{units.count(manifest.transactions)} transactions, {units.count(manifest.errors)} errors"
    )
    out.print(f"statements  {rate_line(summary.rate, manifest.duration_us / 1e6)}", markup=False)
    out.print("kinds       " + ", ".join(f"{kind} {units.count(n)}" for kind, n in summary.kinds), markup=False)
    out.print("[italic]queries by time[/]")
    rows = [
        {
            "query": escape(" ".join(row.sql.split())[:90]),
            "key": row.query_key[:8],
            "n": units.count(row.n),
            "total": units.duration(row.total_us),
            "p50": units.duration(row.p50_us),
            "p99": units.duration(row.p99_us),
            "errors": units.count(row.errors),
        }
        for row in summary.queries
    ]
    print_rows(rows, spare=("key", "errors", "p50"))
    if loads.in_flight:
        busiest = max(loads.in_flight)
        out.print(
            f"in flight: {sum(loads.in_flight) / len(loads.in_flight):.2f} on average, {busiest:.2f} in the busiest slice"
        )
    for title, told in (
        (
            "tables (statements that read, write)",
            [f"{name} {units.count(r)}, {units.count(w)}" for name, r, w in summary.tables],
        ),
        ("load by table", [_share(one) for one in loads.tables]),
        ("load by schema", [_share(one) for one in loads.schemas]),
        (
            "load by application",
            [f"{_share(one)} of {units.count(one.sessions)} sessions" for one in loads.applications],
        ),
        ("load by endpoint", [_share(one) for one in loads.endpoints]),
        ("tables together in transactions", [f"{a} + {b} {units.count(n)}" for a, b, n in loads.together[:8]]),
        ("errors", [f"{state} {units.count(n)}" for state, n in summary.errors]),
    ):
        if told or title == "errors":
            out.print(f"{title}: " + ("; ".join(told) or "none"), markup=False)


def _print_doubts(found: Portrait) -> None:
    """Print what a replay cannot repeat, and what was asked for."""
    from pgrehearse.commands.capture import print_losses
    from pgrehearse.console import out

    order, moved, spread = found.order, found.group, found.tenants
    out.print(
        f"order: stamps of {units.duration(order.resolution_us)}; of {units.count(order.pairs)} neighbouring writes to a table by two "
        f"transactions {units.count(order.open)} are too near each other's commit for the log to tell which came first"
    )
    if found.load.fleeting:
        out.print("find other rows on another day:")
        for one in found.load.fleeting[:8]:
            whys = (
                (one.clock, "look at the clock"),
                (one.generated, "make ids"),
                (one.afterwards, "come after ids of their table"),
            )
            told = ", ".join(f"{units.count(n)} {why}" for n, why in whys if n)
            out.print(f"  {told}: {' '.join(one.sql.split())[:90]}", markup=False)
    if spread:
        out.print(
            f"{spread.column}: {units.count(spread.tenants)} values in {units.count(spread.statements)} of {units.count(spread.of)} statements; "
            f"the busiest tenth takes {spread.busiest_tenth:.0%}: "
            + "; ".join(_share(one) for one in spread.shares[:8]),
            markup=False,
        )
    if moved:
        out.print(
            f"{', '.join(moved.tables)}: {units.count(moved.transactions)} transactions, {units.count(moved.leave)} of them also touch "
            + (", ".join(f"{name} ({units.count(n)})" for name, n in moved.outside) or "nothing else"),
            markup=False,
        )
    print_losses(found.manifest)


def _share(one: Share) -> str:
    return f"{one.name} {units.duration(one.time_us)} ({units.count(one.statements)})"
