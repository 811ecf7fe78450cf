"""``pgrehearse run``: a complete rehearsal from one scenario file."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.base.bounds import LEAST_DEMO_SECONDS, MOST_DEMO_SESSIONS
from pgrehearse.option_groups import CONTEXT, GroupedCommand, json_option, option, workers_option
from pgrehearse.param_types import DIRECTORY, SCENARIO
from pgrehearse.telemetry.options import take_settings, telemetry_options
from pgrehearse.telemetry.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from pgrehearse.base.progress import Stage
    from pgrehearse.progress import Display
    from pgrehearse.replay.plan.plan import ReplayPlan
    from pgrehearse.replay.workers.worker import Progress
    from pgrehearse.scenarios.experiment.runner import Experiment, Options
    from pgrehearse.telemetry.session import Telemetry
    from pgrehearse.workload.read import Workload


class Watcher:
    """Shows the stages of a scenario (``pgrehearse.scenarios.experiment.runner.Observer``)."""

    def __init__(self, display: Display, live: Telemetry | None = None) -> None:
        from pgrehearse.telemetry.session import Telemetry, TracedStages

        self._display, self._live = display, live or Telemetry()
        self._stages = TracedStages(display, self._live)

    def stage(self, name: str, *, unit: str = "", seconds: float = 0.0) -> AbstractContextManager[Stage]:
        """Show a stage while the block runs."""
        return self._stages.stage(name, unit=unit, seconds=seconds)

    def replay(self, workload: Workload, plan: ReplayPlan) -> Callable[[Progress], None]:
        """Return the function that takes the progress of the workers."""
        from pgrehearse.replay_progress import watcher

        return watcher(self._display, workload, plan, self._live.begin)


@contextmanager
def watched(settings: Settings, command: str) -> Iterator[Watcher]:
    """Show the stages of a *command*, and serve and send their telemetry, while the block runs."""
    from pgrehearse.console import err
    from pgrehearse.progress import progress
    from pgrehearse.telemetry.session import telemetry

    def note(text: str) -> None:
        err.print(f"note: {text}", markup=False, soft_wrap=True)

    with telemetry(settings, f"pgrehearse {command}", "", note) as live, progress() as display:
        yield Watcher(display, live)


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
@workers_option
@option(
    "--set",
    "sets",
    multiple=True,
    metavar="KEY=VALUE",
    group="Scenario",
    help="Replace a value of the scenario: the path of its key, and a TOML value (replay.workers=2). Repeatable.",
)
@option(
    "--check",
    is_flag=True,
    group="Scenario",
    help="Verify the scenario and what it needs on this machine, and print its stages. No server is asked, nothing is written.",
)
@option(
    "--keep",
    is_flag=True,
    group="Scenario",
    help="Leave the embedded servers running, and the created targets (pgrehearse targets list shows them).",
)
@option(
    "--yes",
    is_flag=True,
    group="Scenario",
    help="Create targets that cost money or are a load on production without a confirmation.",
)
@telemetry_options
@option(
    "-o",
    "--output",
    type=DIRECTORY,
    group="Output",
    help="Directory for workload, runs and report [default: pgrehearse-NAME].",
)
@option("--force", is_flag=True, group="Output", help="Replace the output directory.")
@option(
    "--resume",
    is_flag=True,
    group="Output",
    help="Continue the experiment that was begun with this output and did not end. Complete runs are not repeated.",
)
@json_option
def command(scenario: str, output: Path | None, sets: tuple[str, ...], **values: Any) -> int:
    """Run SCENARIO: a TOML file, or the name of a scenario that is part of pgrehearse."""
    from pgrehearse.scenarios.experiment.runner import Options

    as_json, yes, check = (values.pop(name) for name in ("as_json", "yes", "check"))
    how = Interaction(as_json, yes, take_settings(values))
    if check:
        return _check(scenario, sets, as_json=as_json)
    if values["resume"] and values["force"]:
        raise click.UsageError("--resume continues an experiment, and --force begins it again: give one of them")
    options = Options(output or Path(f"pgrehearse-{Path(scenario).stem}"), **values)
    return execute(scenario, options, sets, how)


def _check(scenario: str, sets: tuple[str, ...], *, as_json: bool) -> int:
    """Print what a scenario would do, after everything was verified that needs no server."""
    from pgrehearse.base.units import duration
    from pgrehearse.console import out, print_json
    from pgrehearse.scenarios.experiment.scenario_plan import UNVERIFIED, checked_plan
    from pgrehearse.scenarios.file.scenario_file import cleaned_messages, find, read

    path = find(scenario)
    file = read(path, sets)
    with cleaned_messages(file.clean):
        plan = checked_plan(file.scenario, str(path))
    if as_json:
        print_json(plan.document())
        return 0
    sides = ", ".join(f"{name} ({kind})" for name, kind in plan.sides.items())
    out.print(f"{path}: valid; sides: {sides}; rounds: {plan.rounds}", markup=False, soft_wrap=True)
    for stage in plan.stages:
        known = duration(stage.seconds * 1e6) if stage.seconds is not None else "not known before"
        out.print(f"  {stage.name:34} {known}", markup=False, soft_wrap=True)
    out.print(f"at least {duration(plan.at_least_s * 1e6)}", markup=False)
    out.print(f"note: {UNVERIFIED}", markup=False, soft_wrap=True)
    return 0


@dataclass(frozen=True, slots=True)
class Interaction:
    """How a *command* shows a scenario: as JSON, creating targets without a confirmation (*yes*), with live figures (*telemetry*)."""

    as_json: bool = False
    yes: bool = False
    telemetry: Settings = field(default_factory=Settings)
    command: str = "run"


def execute(scenario: str, options: Options, sets: tuple[str, ...], how: Interaction) -> int:
    """Run a scenario with the values of *sets*, print the result, and return the exit code of the verdict."""
    from pgrehearse.scenarios.experiment.input_checks import plans_to_confirm
    from pgrehearse.scenarios.experiment.runner import run_scenario
    from pgrehearse.scenarios.file.scenario_file import find, read

    _print_orphans()
    file = read(find(scenario), sets)
    if not how.yes:
        _ask(plans_to_confirm(file.scenario))
    with watched(how.telemetry, how.command) as watcher:
        experiment = run_scenario(file.scenario, options, watcher, file)
    return _show(experiment, as_json=how.as_json)


def _ask(plans: tuple[str, ...]) -> None:
    """Show what will be created, and ask for confirmation. Raises ``UsageProblem`` without it."""
    from pgrehearse.base.errors import UsageProblem
    from pgrehearse.console import err

    for line in plans:
        err.print(line, markup=False, soft_wrap=True)
    if plans and not click.confirm("Create these targets?", err=True):
        raise UsageProblem("nothing was created", remedy="confirm, or give --yes")


def _show(experiment: Experiment, *, as_json: bool) -> int:
    from pgrehearse.compare.gates.exit_code import exit_code, gates_exit_code
    from pgrehearse.comparison_view import print_comparison
    from pgrehearse.console import err, out, print_json
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
                "notes": list(experiment.notes),
                "report": str(experiment.report) if "html" in experiment.scenario.report else "",
                "index": str(experiment.directory / "index.html"),
                "comparison": document(comparison, str(experiment.report), experiment.gates),
            }
        )
    else:
        for note in experiment.notes:
            err.print(note, markup=False, soft_wrap=True)
        page, wanted = (experiment.directory / "index.html").resolve(), "html" in experiment.scenario.report
        print_comparison(comparison, str(experiment.report.resolve()) if wanted else "", experiment.gates)
        out.print(f"all files of the experiment: {page}", markup=False, soft_wrap=True)
    if experiment.gates:
        return gates_exit_code(list(experiment.gates), allowed=experiment.allowed)
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
