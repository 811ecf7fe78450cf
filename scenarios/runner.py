"""A scenario run end to end: production, traffic, capture, control, candidate, comparison."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from pgrehearse.base.artifact import MANIFEST, Kind, begin, finish, write_json
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
from pgrehearse.scenarios.input_checks import look_first, plan_of, prices_of
from pgrehearse.scenarios.rehearsal import Rehearsal, rehearse
from pgrehearse.scenarios.scenario_file import Application, Scenario, Side
from pgrehearse.scenarios.stages import Prepared, Source
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.workload.read import Workload

# The format of an experiment's directory.
FORMAT = 1
# The second replays, from which the noise floor is measured: control and candidate in turns.
AGAIN = {"control": "control-again", "candidate": "candidate-again"}


class Told(Protocol):
    """Who watches a scenario: the terminal, or nobody."""

    def stage(self, name: str) -> None: ...
    def replaying(self, workload: Workload, plan: ReplayPlan) -> AbstractContextManager[Watch]: ...


@dataclass(frozen=True, slots=True)
class Options:
    """The command line's part: where to, how much, and whether the servers stay."""

    output: Path
    force: bool = False
    keep: bool = False
    sessions: int | None = None
    seconds: float | None = None
    workers: int | None = None


@dataclass
class Experiment:
    """What a finished scenario leaves: its directory holds the workload, both runs, the report."""

    scenario: Scenario
    directory: Path
    comparison: Comparison | None = None
    report: Path = field(default_factory=Path)
    seconds: list[tuple[str, float]] = field(default_factory=list)


def run_scenario(scenario: Scenario, options: Options, told: Told) -> Experiment:
    """Run every stage. ``NAME.partial`` is written as it goes: what was done survives a failure further on.

    Every side is proven, and every input looked at, before anything is done to any of them.
    """
    look_first(scenario)
    final = options.output
    options = replace(options, output=begin(final, Kind.EXPERIMENT, force=options.force))
    write_json(options.output / MANIFEST, _manifest(scenario))
    experiment = _experiment(scenario, options, final, told)
    finish(final, Kind.EXPERIMENT)
    return experiment


def _manifest(scenario: Scenario) -> dict[str, Any]:
    """Return the document by which a directory is known as an experiment of ours."""
    return {"format": FORMAT, "kind": str(Kind.EXPERIMENT), "scenario": scenario.name, "tool_version": tool_version()}


def _experiment(scenario: Scenario, options: Options, final: Path, told: Told) -> Experiment:
    """Do everything in the directory of *options*; *final*: what it will be called."""
    experiment = Experiment(scenario, final)
    with _home(options) as home:
        source = _production(scenario, options, home, experiment, told)
        stage = _Stage(source, home, experiment, told, options)
        sides = {"control": scenario.control, "candidate": scenario.candidate}
        ready = {name: _first(name, side, stage) for name, side in sides.items()}
        if scenario.rounds > 1:
            for name, side in sides.items():
                _again(name, side, ready[name], stage)
    with _timed(experiment, told, "compare"):
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
    """Give the clusters a folder, and stop and remove them however the block ends (unless they are to stay)."""
    home = registry.workspace()
    try:
        yield home
    finally:
        for entry in registry.list_clusters([home]):
            if not options.keep:
                clusters.stop(entry.cluster)
        if not options.keep:
            shutil.rmtree(home, ignore_errors=True)


@contextmanager
def _timed(experiment: Experiment, told: Told, name: str) -> Iterator[None]:
    told.stage(name)
    began = time.monotonic()
    yield
    experiment.seconds.append((name, round(time.monotonic() - began, 1)))


def _production(scenario: Scenario, options: Options, home: Path, experiment: Experiment, told: Told) -> Source:
    production = scenario.production
    if production.kind == "workload":
        path = Path(production.workload)
        return Source(path, production=Workload.open(path).manifest.source, dirty=scenario.replay.dirty)
    application: Application = stages.reduced(
        production.application, sessions=options.sessions, seconds=options.seconds
    )
    workload = options.output / "production.workload"
    with _timed(experiment, told, "production"):
        primary, made, snapshot = stages.build_production(home, production)
    with _timed(experiment, told, "traffic"):
        stages.run_traffic(primary, application)
    with _timed(experiment, told, "capture"):
        stages.capture_production(primary, workload, None)
    for cluster in reversed(made):
        clusters.stop(cluster)
    known = Workload.open(workload).manifest.source
    return Source(workload, snapshot, production.version, known, scenario.replay.dirty)


@dataclass(frozen=True, slots=True)
class _Stage:
    """What every stage of a side needs."""

    source: Source
    home: Path
    experiment: Experiment
    told: Told
    options: Options


def _first(name: str, side: Side, stage: _Stage) -> Prepared:
    with _timed(stage.experiment, stage.told, f"prepare {name}"):
        prepared = stages.prepare(stage.home, name, side, stage.source)
    _replay(name, prepared, stage)
    return prepared


def _again(name: str, side: Side, prepared: Prepared, stage: _Stage) -> None:
    with _timed(stage.experiment, stage.told, f"bring back {name}"):
        back = stages.bring_back(stage.home, name, side, prepared)
    _replay(AGAIN[name], back, stage)


def _request(scenario: Scenario, source: Source, options: Options) -> Request:
    twice = scenario.rounds > 1
    return Request(
        tolerance=scenario.compare.tolerance,
        again=options.output / f"{AGAIN['control']}.run" if twice else None,
        repeat=options.output / f"{AGAIN['candidate']}.run" if twice else None,
        workload=source.workload,
        prices=prices_of(scenario),
        max_new_errors=scenario.compare.max_new_errors,
    )


def _replay(name: str, prepared: Prepared, stage: _Stage) -> None:
    """Replay to a side that is ready, and let it rest."""
    scenario, options = stage.experiment.scenario, stage.options
    plan = plan_of(scenario, prepared.target, options.workers or scenario.replay.workers)
    rehearsal = Rehearsal(
        stage.source.workload,
        options.output / f"{name}.run",
        plan,
        force=True,
        dirty=scenario.replay.dirty,
        sampling=Sampling(
            standbys=prepared.standbys, custom=scenario.metric.get("sql", ()), instance=prepared.instance
        ),
        logs=prepared.logs,
        prepared=prepared.steps,
    )
    workload = Workload.open(stage.source.workload)
    with _timed(stage.experiment, stage.told, f"replay {name}"), stage.told.replaying(workload, plan) as watch:
        rehearse(rehearsal, watch)
    if not options.keep:
        for cluster in reversed(prepared.clusters):
            clusters.stop(cluster)
