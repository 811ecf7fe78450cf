"""``pgrehearse capture``: logs become a workload."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from workload.manifest import Manifest


@click.group(
    "capture",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: pgrehearse capture logs prod.csv -o prod.workload",
)
def command() -> None:
    """Turn statement logs into a workload."""


@command.command(
    "logs",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: pgrehearse capture logs /var/log/postgresql/*.csv -o prod.workload --source postgresql://me@prod/app",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The workload to write.")
@click.option("--source", help="DSN of the server the logs are from: recorded, so that a replay can refuse it.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S"]),
    help="Only what was logged from then on (UTC).",
)
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S"]),
    help="Only what was logged before then (UTC).",
)
@click.option("--force", is_flag=True, help="Replace the output.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def logs(
    paths: tuple[Path, ...],
    output: Path,
    source: str | None,
    since: datetime | None,
    until: datetime | None,
    *,
    force: bool,
    as_json: bool,
) -> None:
    """Capture csvlog files (rotated ones in any order, gzip too) of PostgreSQL 14 to 18."""
    from datetime import UTC

    from base.allocation import keep_memory

    keep_memory()
    from capture.logs import CaptureOptions, capture_logs
    from pgrehearse.terminal import out, print_json, pulse
    from scenarios.version import tool_version

    edges = [int(edge.replace(tzinfo=UTC).timestamp() * 1_000_000) if edge else None for edge in (since, until)]
    options = CaptureOptions(
        paths, output, force=force, since_us=edges[0], until_us=edges[1], source=identified(source) if source else None
    )
    with pulse() as shown:
        manifest = capture_logs(
            options,
            tool_version=tool_version(),
            progress=lambda done, total: shown.say(f"  {done / max(total, 1):.0%} of {total / 1e6:,.0f} MB read"),
        )
    if as_json:
        print_json(document(manifest, output))
        return
    from base import units

    out.print(
        f"{output}: {units.count(manifest.statements)} statements of {units.count(manifest.sessions)} sessions in "
        f"{units.duration(manifest.duration_us)}, {units.count(manifest.errors)} of them failed",
        markup=False,
    )
    print_losses(manifest)


def identified(dsn: str) -> dict[str, Any]:
    """Ask the server at *dsn* who it is: logs do not say."""
    from base import loop
    from base.endpoint import Endpoint
    from targets.facts import identity

    return loop.run(identity(Endpoint.parse(dsn))).document()


def document(manifest: Manifest, path: Path) -> dict[str, Any]:
    """Return the document of ``capture --json`` and ``inspect --json``."""
    from base.clock import iso

    return {
        "workload": str(path),
        "digest": manifest.digest,
        "window": {"start": iso(manifest.window_start_us), "end": iso(manifest.window_end_us)},
        "lines": manifest.losses.lines,
        "buckets": manifest.losses.buckets,
        "sessions": manifest.sessions,
        "events": manifest.events,
        "statements": manifest.statements,
        "errors": manifest.errors,
        "coverage": manifest.coverage,
        "transactions": manifest.transactions,
        "logging_mode": manifest.logging_mode,
        "estimated_starts": manifest.estimated_starts,
        "parameters_missing": manifest.losses.parameters_missing,
        "session_lines_missing": manifest.losses.session_lines_missing,
        "notes": manifest.notes,
    }


def print_losses(manifest: Manifest) -> None:
    """Print the loss accounting: every line in a bucket."""
    from rich.table import Table

    from base import units
    from pgrehearse.terminal import out

    losses = manifest.losses
    table = Table(
        title=f"{units.count(losses.lines)} lines ({manifest.logging_mode})",
        title_justify="left",
        box=None,
        pad_edge=False,
    )
    table.add_column("bucket")
    table.add_column("lines", justify="right")
    for name, lines in losses.buckets.items():
        table.add_row(name, units.count(lines))
    out.print(table)
    out.print(f"coverage: {manifest.coverage['count']:.2%} by count, {manifest.coverage['time']:.2%} by time")
    for number, what in (
        (
            losses.parameters_missing,
            "statements without their parameters (log_parameter_max_length, log_error_verbosity = terse): not replayed",
        ),
        (losses.errors_without_statement, "errors whose statement was not logged (log_min_error_statement)"),
        (losses.session_lines_missing, "records missing by the sessions' own line numbers"),
        (losses.unexecuted, "parses and binds that were never executed"),
        (manifest.estimated_starts, "statements whose start is estimated (failed ones without a duration)"),
    ):
        if number:
            out.print(f"  {units.count(number)} {what}", markup=False)
    for note in manifest.notes:
        out.print(f"  note: {note}", markup=False)
