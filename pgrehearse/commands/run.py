"""``pgrehearse run``: everything, from one scenario file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from pgrehearse.console import Pulse
    from pgrehearse.replay.plan.plan import ReplayPlan
    from pgrehearse.replay.workers.worker import Progress
    from pgrehearse.scenarios.runner import Experiment
    from pgrehearse.workload.read import Workload


class Shown:
    """Tells the terminal which stage a scenario is in."""

    def __init__(self, pulse: Pulse) -> None:
        self._pulse = pulse

    def stage(self, name: str) -> None:
        from pgrehearse.console import err

        self._pulse.end()
        err.print(f"[bold]{name}[/]")

    def replaying(self, workload: Workload, plan: ReplayPlan) -> AbstractContextManager[Callable[[Progress], None]]:
        from pgrehearse.replay_progress import watched

        return watched(workload, plan)


@click.command(
    "run",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: pgrehearse run forgotten-index -o experiment",
)
@click.argument("scenario")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Directory for workload, runs and report [default: the scenario's name].",
)
@click.option("--sessions", type=click.IntRange(1, 2000), help="Concurrent sessions of an embedded application.")
@click.option("--seconds", type=click.FloatRange(1), help="How long an embedded application runs.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes that replay.")
@click.option("--keep", is_flag=True, help="Leave the embedded servers running (see: pgrehearse targets list).")
@click.option("--force", is_flag=True, help="Replace the output directory.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def command(  # noqa: PLR0913 (one argument an option)
    scenario: str,
    output: Path | None,
    sessions: int | None,
    seconds: float | None,
    workers: int | None,
    *,
    keep: bool,
    force: bool,
    as_json: bool,
) -> int:
    """Run SCENARIO (a TOML file, or the name of one that comes with pgrehearse) end to end."""
    from pgrehearse.scenarios.runner import Options

    return execute(
        scenario,
        Options(output or Path(f"pgrehearse-{Path(scenario).stem}"), force, keep, sessions, seconds, workers),
        as_json=as_json,
    )


def execute(scenario: str, options: object, *, as_json: bool) -> int:
    """Run a scenario and show what came of it; the verdict's exit code."""
    from pgrehearse.console import pulse
    from pgrehearse.scenarios.runner import Options, run_scenario
    from pgrehearse.scenarios.scenario_file import find, load

    assert isinstance(options, Options)  # noqa: S101 (lazy import: the type is known here)
    _left_behind()
    loaded = load(find(scenario))
    with pulse() as shown:
        experiment = run_scenario(loaded, options, Shown(shown))
    return _show(experiment, as_json=as_json)


def _show(experiment: Experiment, *, as_json: bool) -> int:
    from pgrehearse.commands.compare import exit_code
    from pgrehearse.console import print_comparison, print_json
    from pgrehearse.report.json_document import document

    comparison = experiment.comparison
    assert comparison is not None  # noqa: S101 (a finished scenario has compared)
    if as_json:
        print_json(
            {
                "scenario": experiment.scenario.name,
                "directory": str(experiment.directory),
                "verdict": comparison.verdict.value,
                "stages": [{"name": name, "seconds": taken} for name, taken in experiment.seconds],
                "report": str(experiment.report),
                "comparison": document(comparison, str(experiment.report)),
            }
        )
    else:
        print_comparison(comparison, str(experiment.report.resolve()))
    return exit_code(comparison)


def _left_behind() -> None:
    """Tell of servers that an earlier command left running."""
    from pgrehearse.console import err
    from pgrehearse.targets.embedded.registry import left_behind

    for entry in left_behind():
        err.print(
            f"[yellow]an embedded server of an earlier run still runs: {entry.cluster.name} on port {entry.cluster.port} "
            f"({entry.cluster.home}); stop it with: pgrehearse targets destroy {entry.cluster.port}[/]",
            soft_wrap=True,
        )
