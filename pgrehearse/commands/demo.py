"""``pgrehearse demo``: ``pgrehearse run`` on the scenario that comes first."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    "demo",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: pgrehearse demo --seconds 20 -o demo",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("pgrehearse-demo"),
    show_default=True,
    help="Directory for everything it makes.",
)
@click.option("--sessions", type=click.IntRange(1, 2000), help="Concurrent sessions of the application [default: 30].")
@click.option("--seconds", type=click.FloatRange(1), help="How long the application runs [default: 30].")
@click.option("--force", is_flag=True, help="Replace the output directory.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def command(output: Path, sessions: int | None, seconds: float | None, *, force: bool, as_json: bool) -> int:
    """Rehearse an upgrade from PostgreSQL 16 to 18 on embedded servers: the scenario embedded-upgrade."""
    from pgrehearse.commands.run import execute
    from pgrehearse.scenarios.runner import Options

    return execute("embedded-upgrade", Options(output, force, sessions=sessions, seconds=seconds), as_json=as_json)
