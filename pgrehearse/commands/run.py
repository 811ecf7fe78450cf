"""``pgrehearse run``: a complete rehearsal from one scenario file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.base.bounds import LEAST_DEMO_SECONDS, MOST_DEMO_SESSIONS, MOST_WORKERS
from pgrehearse.option_groups import CONTEXT, GroupedCommand, json_option, option
from pgrehearse.param_types import SCENARIO

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from pgrehearse.base.progress import Stage
    from pgrehearse.progress import Display
    from pgrehearse.replay.plan.plan import ReplayPlan
    from pgrehearse.replay.workers.worker import Progress
    from pgrehearse.scenarios.runner import Experiment, Options
    from pgrehearse.workload.read import Workload


class Watcher:
    """Shows the stages of a scenario (``pgrehearse.scenarios.runner.Observer``)."""

    def __init__(self, display: Display) -> None:
        self._display = display

    def stage(self, name: str, *, unit: str = "", seconds: float = 0.0) -> AbstractContextManager[Stage]:
        """Show a stage while the block runs."""
        return self._display.stage(name, unit=unit, seconds=seconds)

    def replay(self, workload: Workload, plan: ReplayPlan) -> Callable[[Progress], None]:
        """Return the function that takes the progress of the workers."""
        from pgrehearse.replay_progress import watcher

        return watcher(self._display, workload, plan)


@click.command(
    "run",
    cls=GroupedCommand,
    context_settings=CONTEXT,
    epilog="Example: pgrehearse run forgotten-index -o experiment",
)
@click.argument("scenario", type=SCENARIO)
@option(
    "--sessions",
    type=click.IntRange(1, MOST_DEMO_SESSIONS),
    group="Scenario",
    help="Concurrent sessions of the embedded application; replaces the scenario's value.",
)
@option(
    "--seconds",
    type=click.FloatRange(LEAST_DEMO_SECONDS),
    group="Scenario",
    help="Duration of the embedded application's traffic; replaces the scenario's value.",
)
@option(
    "--workers",
    type=click.IntRange(1, MOST_WORKERS),
    group="Scenario",
    help="Number of worker processes of the replays; replaces the scenario's value.",
)
@option(
    "--keep",
    is_flag=True,
    group="Scenario",
    help="Leave the embedded servers running (pgrehearse targets list shows them).",
)
@option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    group="Output",
    help="Directory for workload, runs and report [default: pgrehearse-NAME].",
)
@option("--force", is_flag=True, group="Output", help="Replace the output directory.")
@json_option
def command(scenario: str, output: Path | None, *, as_json: bool, **values: Any) -> int:
    """Run SCENARIO: a TOML file, or the name of a scenario that is part of pgrehearse."""
    from pgrehearse.scenarios.runner import Options

    return execute(scenario, Options(output or Path(f"pgrehearse-{Path(scenario).stem}"), **values), as_json=as_json)


def execute(scenario: str, options: Options, *, as_json: bool) -> int:
    """Run a scenario, print the result, and return the exit code of the verdict."""
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.runner import run_scenario
    from pgrehearse.scenarios.scenario_file import find, load

    _print_orphans()
    loaded = load(find(scenario))
    with progress() as display:
        experiment = run_scenario(loaded, options, Watcher(display))
    return _show(experiment, as_json=as_json)


def _show(experiment: Experiment, *, as_json: bool) -> int:
    from pgrehearse.commands.compare import exit_code
    from pgrehearse.comparison_view import print_comparison
    from pgrehearse.console import print_json
    from pgrehearse.report.json_document import document

    comparison = experiment.comparison
    assert comparison is not None  # noqa: S101 (a finished scenario has a comparison)
    if as_json:
        print_json(
            {
                "scenario": experiment.scenario.name,
                "directory": str(experiment.directory),
                "verdict": comparison.verdict.value,
                "stages": [{"name": name, "seconds": seconds} for name, seconds in experiment.seconds],
                "report": str(experiment.report),
                "comparison": document(comparison, str(experiment.report)),
            }
        )
    else:
        print_comparison(comparison, str(experiment.report.resolve()))
    return exit_code(comparison)


def _print_orphans() -> None:
    """Print the embedded servers that an earlier command left running."""
    from pgrehearse.console import err
    from pgrehearse.targets.embedded.registry import left_behind

    for entry in left_behind():
        cluster = entry.cluster
        err.print(
            f"[yellow]an embedded server of an earlier command is still running: {cluster.name} on port {cluster.port} "
            f"({cluster.home}); to stop it: pgrehearse targets destroy {cluster.port}[/]",
            soft_wrap=True,
        )
