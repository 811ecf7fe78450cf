"""``pgrehearse try``: which queries a change helps, and what it costs, on a copy of the data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pgrehearse.option_groups import CONTEXT, GroupedCommand, json_option, option
from pgrehearse.param_types import DIRECTORY
from pgrehearse.telemetry.options import take_settings, telemetry_options


@click.command(
    "try",
    cls=GroupedCommand,
    context_settings=CONTEXT,
    epilog="Example: pgrehearse try prod.workload --sql 'create index orders_status on orders (status)' --from app.dump",
)
@click.argument("workload", type=DIRECTORY)
@option(
    "--sql",
    "changes",
    multiple=True,
    required=True,
    group="Change",
    help="Statement of the change (repeatable).",
)
@option(
    "--undo",
    multiple=True,
    group="Change",
    help="Statement that undoes the change on an adopted copy (repeatable) [default: for CREATE INDEX with a name, DROP INDEX].",
)
@option(
    "--from",
    "origin",
    required=True,
    group="Copy",
    help="The data: a dump, a seed script, a base backup, or the DSN of an adopted copy.",
)
@option(
    "--roles",
    type=click.Path(dir_okay=False, exists=True),
    group="Copy",
    help="The roles that a dump names: the output of pg_dumpall --globals-only.",
)
@option(
    "--version",
    "version",
    type=click.IntRange(13),
    group="Copy",
    help="PostgreSQL version of an embedded copy [default: that of the workload's source, or of the base backup].",
)
@option("--database", default="", group="Copy", help="Database of an embedded copy [default: that of the workload].")
@option(
    "--only",
    multiple=True,
    group="Replay",
    help="Replay only matching statements, as for pgrehearse replay (repeatable).",
)
@option("--speed", default="1", show_default=True, group="Replay", help="Speed of the replay: a factor, or max.")
@telemetry_options
@option(
    "-o",
    "--output",
    type=DIRECTORY,
    default=Path("pgrehearse-try"),
    show_default=True,
    group="Output",
    help="Directory for the runs and the report.",
)
@option("--force", is_flag=True, group="Output", help="Replace the output directory.")
@json_option
def command(workload: Path, origin: str, *, as_json: bool, version: int | None, database: str, **values: Any) -> int:
    """Try a change with the traffic of WORKLOAD: replay without it and with it, each twice, and compare."""
    from pgrehearse.commands.run import watched
    from pgrehearse.compare.gates.exit_code import exit_code
    from pgrehearse.console import print_json
    from pgrehearse.scenarios.ad_hoc.copy import Copy
    from pgrehearse.scenarios.ad_hoc.trial import TrialOptions, run_trial
    from pgrehearse.trial_view import print_trial

    settings = take_settings(values)
    copy = Copy(origin, version or 0, database, values.pop("roles") or "")
    options = TrialOptions(workload, copy=copy, **values)
    with watched(settings, "try") as watcher:
        trial = run_trial(options, watcher)
    if as_json:
        print_json(trial.document())
    else:
        print_trial(trial)
    return exit_code(trial.comparison)
