"""``pgrehearse demo``: ``pgrehearse run`` with the scenario embedded-upgrade."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pgrehearse.base.bounds import LEAST_DEMO_SECONDS, MOST_DEMO_SESSIONS
from pgrehearse.option_groups import CONTEXT, GroupedCommand, json_option, option
from pgrehearse.param_types import DIRECTORY
from pgrehearse.telemetry.options import take_settings, telemetry_options


@click.command(
    "demo", cls=GroupedCommand, context_settings=CONTEXT, epilog="Example: pgrehearse demo --seconds 20 -o demo"
)
@option(
    "--sessions",
    type=click.IntRange(1, MOST_DEMO_SESSIONS),
    group="Scenario",
    help="Concurrent sessions of the demo application [default: 30].",
)
@option(
    "--seconds",
    type=click.FloatRange(LEAST_DEMO_SECONDS),
    group="Scenario",
    help="Duration of the demo application's traffic [default: 30].",
)
@telemetry_options
@option(
    "-o",
    "--output",
    type=DIRECTORY,
    default=Path("pgrehearse-demo"),
    show_default=True,
    group="Output",
    help="Directory for all results.",
)
@option("--force", is_flag=True, group="Output", help="Replace the output directory.")
@json_option
def command(output: Path, *, force: bool, as_json: bool, **values: Any) -> int:
    """Rehearse an upgrade from PostgreSQL 16 to 18 on embedded servers: the scenario embedded-upgrade."""
    from pgrehearse.commands.run import Interaction, execute
    from pgrehearse.scenarios.experiment.runner import Options

    how = Interaction(as_json, telemetry=take_settings(values), command="demo")
    return execute("embedded-upgrade", Options(output, force, **values), (), how)
