"""Run a scenario: production, traffic, capture, control, candidate, comparison."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from pgrehearse.base.artifact import MANIFEST, Kind, begin, finish, write_json
from pgrehearse.base.progress import Stage, Stages
from pgrehearse.base.version import tool_version
from pgrehearse.compare.compare import compare_paths
from pgrehearse.compare.comparison import Comparison
from pgrehearse.compare.request import Request
from pgrehearse.metrics.sampler import Sampling
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.workers.coordinator import Watch
from pgrehearse.report.html import write_report
from pgrehearse.report.json_document import document
from pgrehearse.scenarios import stages
from pgrehearse.scenarios.database_state import SMALL, EndState, state_if_small
from pgrehearse.scenarios.demo.database import DATABASE
from pgrehearse.scenarios.input_checks import check_inputs, plan_of, prices_of
from pgrehearse.scenarios.rehearsal import Rehearsal, rehearse
from pgrehearse.scenarios.scenario_file import Scenario, Side
from pgrehearse.scenarios.stages import Prepared, Source
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.workload.read import Workload

# The format of an experiment's directory.
FORMAT = 1
# The second replays, which measure the noise floor: control and candidate alternate.
SECOND = {"control": "control-again", "candidate": "candidate-again"}


class Observer(Stages, Protocol):
    """Shows the progress of a scenario."""

    def replay(self, workload: Workload, plan: ReplayPlan) -> Watch:
        """Return the function that takes the progress of a replay's workers."""


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the command line: the output, the size of the traffic, and whether the servers are kept."""

    output: Path
    force: bool = False
    keep: bool = False
    sessions: int | None = None
    seconds: float | None = None
    workers: int | None = None


@dataclass
class Experiment:
    """The result of a scenario: its directory contains the workload, the runs and the report."""

    scenario: Scenario
    directory: Path
    comparison: Comparison | None = None
    report: Path = field(default_factory=Path)
    seconds: list[tuple[str, float]] = field(default_factory=list)


def run_scenario(scenario: Scenario, options: Options, observer: Observer) -> Experiment:
    """Run every stage. The results are in ``NAME.partial``, where they remain if a later stage fails.

    Every side and every input is verified before anything is changed.
    """
    with observer.stage("verify the inputs"):
        check_inputs(scenario)
    final = options.output
    options = replace(options, output=begin(final, Kind.EXPERIMENT, force=options.force))
    write_json(options.output / MANIFEST, _manifest(scenario))
    experiment = _experiment(scenario, options, final, observer)
    finish(final, Kind.EXPERIMENT)
    return experiment


def _manifest(scenario: Scenario) -> dict[str, Any]:
    """Return the manifest of an experiment's directory."""
    return {"format": FORMAT, "kind": str(Kind.EXPERIMENT), "scenario": scenario.name, "tool_version": tool_version()}


def _experiment(scenario: Scenario, options: Options, final: Path, observer: Observer) -> Experiment:
    """Run all stages in the directory of *options*; *final*: its name at the end."""
    experiment = Experiment(scenario, final)
    with _home(options) as home:
        context = _Context(experiment, home, observer, options)
        source = _production(scenario, context)
        rounds = _Rounds(source, context)
        sides = {"control": scenario.control, "candidate": scenario.candidate}
        prepared = {name: rounds.first(name, side) for name, side in sides.items()}
        if scenario.rounds > 1:
            for name, side in sides.items():
                rounds.second(name, side, prepared[name])
    with context.timed("compare"):
        experiment.comparison = compare_paths(
            options.output / "control.run",
            [options.output / "candidate.run"],
            _request(scenario, source, options),
        )
        experiment.report = final / "report.html"
        write_report(experiment.comparison, options.output / "report.html")
        write_json(options.output / "comparison.json", document(experiment.comparison, str(experiment.report)))
    return experiment


@contextmanager
def _home(options: Options) -> Iterator[Path]:
    """Yield a directory for the clusters. They are stopped and removed when the block ends, except with *keep*."""
    home = registry.workspace()
    try:
        yield home
    finally:
        for entry in registry.list_clusters([home]):
            if not options.keep:
                clusters.stop(entry.cluster)
        if not options.keep:
            shutil.rmtree(home, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Context:
    """What every stage needs."""

    experiment: Experiment
    home: Path
    observer: Observer
    options: Options

    @contextmanager
    def timed(self, name: str, *, seconds: float = 0.0) -> Iterator[Stage]:
        """Show a stage while the block runs, and record its duration."""
        began = time.monotonic()
        with self.observer.stage(name, seconds=seconds) as stage:
            yield stage
        self.experiment.seconds.append((name, round(time.monotonic() - began, 1)))


def _production(scenario: Scenario, context: _Context) -> Source:
    """Return the workload: an existing one, or that of an embedded server under traffic."""
    production, options = scenario.production, context.options
    if production.kind == "workload":
        path = Path(production.workload)
        return Source(
            path,
            production=Workload.open(path).manifest.source,
            dirty=scenario.replay.dirty,
            end_state=Path(production.end_state) if production.end_state else None,
        )
    application = stages.reduced(production.application, sessions=options.sessions, seconds=options.seconds)
    workload = options.output / "production.workload"
    with context.timed("production"):
        primary, clusters_made, snapshot = stages.build_production(context.home, production)
    with context.timed("traffic", seconds=application.seconds):
        stages.run_traffic(primary, application)
    with context.timed("capture") as stage:
        stages.capture_production(primary, workload, stage.update)
    end_state = _state_of_production(scenario, context, primary)
    for cluster in reversed(clusters_made):
        clusters.stop(cluster)
    source = Workload.open(workload).manifest.source
    return Source(workload, snapshot, production.version, source, scenario.replay.dirty, end_state)


def _state_of_production(scenario: Scenario, context: _Context, primary: Cluster) -> Path | None:
    """Read the state of an embedded production after its log was captured, so that the log does not contain the reading."""
    if scenario.replay.end_state == "no" or not scenario.replay.writes:
        return None
    with context.timed("production's end state"):
        output = context.options.output / "production.state"
        return state_if_small(primary.endpoint(DATABASE), output, context.observer)


@dataclass(frozen=True, slots=True)
class _Rounds:
    """The replays of both sides."""

    source: Source
    context: _Context

    def first(self, name: str, side: Side) -> Prepared:
        """Prepare a side and replay to it."""
        with self.context.timed(f"prepare {name}"):
            prepared = stages.prepare(self.context.home, name, side, self.source)
        self._replay(name, side, prepared)
        return prepared

    def second(self, name: str, side: Side, prepared: Prepared) -> None:
        """Restore a side and replay to it again."""
        with self.context.timed(f"restore {name}"):
            restored = stages.restore_again(self.context.home, name, side, prepared)
        self._replay(SECOND[name], side, restored)

    def _replay(self, name: str, side: Side, prepared: Prepared) -> None:
        """Replay to a side that is prepared, then stop its servers."""
        scenario, options, observer = self.context.experiment.scenario, self.context.options, self.context.observer
        plan = plan_of(scenario, prepared.target, options.workers or scenario.replay.workers)
        sampling = Sampling(
            standbys=prepared.standbys, custom=scenario.metric.get("sql", ()), instance=prepared.instance
        )
        rehearsal = Rehearsal(
            self.source.workload,
            options.output / f"{name}.run",
            plan,
            force=True,
            dirty=scenario.replay.dirty,
            sampling=sampling,
            logs=prepared.logs,
            prepared=prepared.steps,
            end_state=_end_state(scenario, side),
        )
        with self.context.timed(f"replay {name}"):
            rehearse(rehearsal, observer.replay(Workload.open(self.source.workload), plan), observer)
        if not options.keep:
            for cluster in reversed(prepared.clusters):
                clusters.stop(cluster)


def _end_state(scenario: Scenario, side: Side) -> EndState | None:
    """Return how to take the end state of a side (None: not at all). With ``auto`` only small databases are read."""
    if not scenario.takes_end_state(side):
        return None
    return EndState(most_bytes=SMALL if scenario.replay.end_state == "auto" else 0)


def _request(scenario: Scenario, source: Source, options: Options) -> Request:
    twice = scenario.rounds > 1
    return Request(
        tolerance=scenario.compare.tolerance,
        again=options.output / f"{SECOND['control']}.run" if twice else None,
        repeat=options.output / f"{SECOND['candidate']}.run" if twice else None,
        workload=source.workload,
        prices=prices_of(scenario),
        max_new_errors=scenario.compare.max_new_errors,
        end_state=source.end_state,
    )
