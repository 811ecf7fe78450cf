"""``pgrehearse ci``: run a scenario in a pipeline, and leave the files that the pipeline publishes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.option_groups import CONTEXT, GroupedCommand, json_option, option, workers_option
from pgrehearse.param_types import DIRECTORY, SCENARIO
from pgrehearse.telemetry.options import take_settings, telemetry_options

if TYPE_CHECKING:
    from pgrehearse.scenarios.ci.result import CiResult


@click.command(
    "ci",
    cls=GroupedCommand,
    context_settings=CONTEXT,
    epilog="Example: pgrehearse ci rehearsal.toml --migration db/migrate/0042_index.sql -o pgrehearse-ci",
)
@click.argument("scenario", type=SCENARIO)
@option(
    "--migration",
    "migrations",
    type=click.Path(path_type=str),
    multiple=True,
    group="Scenario",
    help="File of SQL that is executed on the candidate before the replay, as psql executes it (repeatable).",
)
@option(
    "--migration-at",
    type=str,
    default="",
    metavar="DURATION",
    group="Scenario",
    help="Execute the migrations during the candidate's replays, so long after their start (10s), instead of before them.",
)
@workers_option
@option(
    "--yes",
    is_flag=True,
    group="Scenario",
    help="Create targets that cost money or are a load on production. Without it the command refuses them.",
)
@option(
    "--gates",
    type=click.Path(path_type=Path),
    group="Verdict",
    help="TOML file of gates, instead of those of the scenario; they determine the exit code.",
)
@telemetry_options
@option(
    "-o",
    "--output",
    type=DIRECTORY,
    default=Path("pgrehearse-ci"),
    show_default=True,
    group="Output",
    help="Directory for verdict.json, junit.xml, comment.md, report.html and comparison.json.",
)
@option("--force", is_flag=True, group="Output", help="Replace the output directory.")
@json_option
def command(scenario: str, output: Path, *, as_json: bool, **values: Any) -> int:
    """Run SCENARIO in a pipeline: a TOML file, or the name of a scenario that is part of pgrehearse."""
    from pgrehearse.commands.run import watched
    from pgrehearse.scenarios.ci.run import CiOptions, run_ci

    settings = take_settings(values)
    options = CiOptions(scenario, output, **values)
    result = run_ci(options, watched(settings, "ci"))
    _show(result, output, as_json=as_json)
    return result.code


def _show(result: CiResult, output: Path, *, as_json: bool) -> None:
    """Print the document of ``verdict.json``, or the comparison."""
    from pgrehearse.comparison_view import print_comparison
    from pgrehearse.console import out, print_json

    if as_json:
        print_json(result.document())
        return
    assert result.comparison is not None  # noqa: S101 (a result without a comparison is an exception)
    for side, records in result.migrations.items():
        for migration in records:
            out.print(f"{side}: {migration.summary()}", markup=False, soft_wrap=True)
            for lock in migration.locks:
                out.print(f"  {lock.summary()}", markup=False, soft_wrap=True)
    print_comparison(result.comparison, str((output / "report.html").resolve()), list(result.gates))
