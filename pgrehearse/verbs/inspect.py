"""``pgrehearse inspect``: what is in a workload."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    "inspect",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: pgrehearse inspect prod.workload",
)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--top", type=click.IntRange(1, 500), default=15, show_default=True, help="How many query keys to list.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def command(path: Path, top: int, *, as_json: bool) -> None:
    """Show the window, sessions, rates, kinds, query keys, tables, errors and losses of a workload."""
    from pgrehearse.terminal import out, print_json
    from pgrehearse.verbs.capture import document, print_losses
    from workload.read import Workload
    from workload.summary import summarise

    workload = Workload.open(path)
    summary = summarise(workload, top=top)
    if as_json:
        print_json({**document(workload.manifest, path), **summary.document()})
        return
    from rich.table import Table

    from base import units
    from base.clock import iso
    from pgrehearse.terminal import rate_line

    manifest = workload.manifest
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
    table = Table(box=None, pad_edge=False, title="queries by time", title_justify="left")
    table.add_column("query", no_wrap=True, overflow="ellipsis", ratio=1, min_width=30)
    for name in ("key", "n", "total", "p50", "p99", "errors"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in summary.queries:
        table.add_row(
            " ".join(row.sql.split())[:90],
            row.query_key[:8],
            units.count(row.n),
            units.duration(row.total_us),
            units.duration(row.p50_us),
            units.duration(row.p99_us),
            units.count(row.errors),
        )
    out.print(table)
    for title, rows in (
        (
            "tables (statements that read, write)",
            [f"{name} {units.count(r)}, {units.count(w)}" for name, r, w in summary.tables],
        ),
        ("errors", [f"{state} {units.count(n)}" for state, n in summary.errors]),
    ):
        out.print(f"{title}: " + ("; ".join(rows) or "none"), markup=False)
    print_losses(manifest)
