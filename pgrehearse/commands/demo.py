"""``pgrehearse demo``: ``pgrehearse run`` with the scenario embedded-upgrade."""

from __future__ import annotations

from pathlib import Path

import click

from pgrehearse.base.bounds import LEAST_DEMO_SECONDS, MOST_DEMO_SESSIONS
from pgrehearse.option_groups import CONTEXT, output_json_option
from pgrehearse.param_types import DIRECTORY


@click.command("demo", context_settings=CONTEXT, epilog="Example: pgrehearse demo --seconds 20 -o demo")
@click.option(
    "-o",
    "--output",
    type=DIRECTORY,
    default=Path("pgrehearse-demo"),
    show_default=True,
    help="Directory for all results.",
)
@click.option(
    "--sessions",
    type=click.IntRange(1, MOST_DEMO_SESSIONS),
    help="Concurrent sessions of the demo application [default: 30].",
)
@click.option(
    "--seconds",
    type=click.FloatRange(LEAST_DEMO_SECONDS),
    help="Duration of the demo application's traffic [default: 30].",
)
@click.option("--force", is_flag=True, help="Replace the output directory.")
@output_json_option
def command(output: Path, sessions: int | None, seconds: float | None, *, force: bool, as_json: bool) -> int:
    """Rehearse an upgrade from PostgreSQL 16 to 18 on embedded servers: the scenario embedded-upgrade."""
    from pgrehearse.commands.run import Interaction, execute
    from pgrehearse.scenarios.runner import Options

    options = Options(output, force, sessions=sessions, seconds=seconds)
    return execute("embedded-upgrade", options, (), Interaction(as_json=as_json))
