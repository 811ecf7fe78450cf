"""Run a scenario: production, rounds of replays to all sides, comparison."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pgrehearse.base.artifact import Kind, finish, partial_name
from pgrehearse.base.errors import PgrehearseError
from pgrehearse.scenarios.experiment import stages
from pgrehearse.scenarios.experiment.experiment import Context, Experiment, Observer, Options
from pgrehearse.scenarios.experiment.experiment_results import compare_sides
from pgrehearse.scenarios.experiment.growth_stage import grow_candidate
from pgrehearse.scenarios.experiment.input_checks import check_event_times, check_inputs
from pgrehearse.scenarios.experiment.owned_sides import preparing
from pgrehearse.scenarios.experiment.production import source_of
from pgrehearse.scenarios.experiment.resuming import begun, resumed
from pgrehearse.scenarios.experiment.rounds import Rounds, is_replayed
from pgrehearse.scenarios.experiment.servers_home import servers_home, snapshot_of
from pgrehearse.scenarios.experiment.stage_record import StageRecord
from pgrehearse.scenarios.file.s3_inputs import with_local_inputs
from pgrehearse.scenarios.file.scenario_document import document_of
from pgrehearse.scenarios.file.scenario_file import ScenarioFile, cleaned_messages
from pgrehearse.scenarios.file.scenario_model import Scenario
from pgrehearse.scenarios.sides.made_targets import made_targets
from pgrehearse.workload.read import Workload

__all__ = ["Experiment", "Observer", "Options", "run_scenario"]


def run_scenario(
    scenario: Scenario, options: Options, observer: Observer, file: ScenarioFile | None = None
) -> Experiment:
    """Run every stage. The results are in ``NAME.partial``, where they remain if a later stage fails: ``resume`` continues there.

    Every side and every input is verified before anything is changed. *file*: what the scenario was read from; its document is stored.
    """
    final = options.output
    document = document_of(scenario, file, options.command_line())
    options = replace(options, clean=file.clean if file is not None else str)
    scenario = scaled(scenario, options)
    with observer.stage("verify the inputs"), cleaned_messages(options.clean):
        scenario = with_local_inputs(scenario, observer)
        digest = _digest(scenario)
        if options.resume:
            record = resumed(final, document, digest)
            _check_rest(scenario, record)
        else:
            check_inputs(scenario)
            record = begun(final, document, digest, force=options.force)
    try:
        experiment = _experiment(scenario, options, record, observer)
    except PgrehearseError as error:
        error.message = options.clean(error.message)
        error.remedy = "; ".join(filter(None, [options.clean(error.remedy), *_kept(options, record)]))
        raise
    finish(final, Kind.EXPERIMENT)
    return experiment


def _kept(options: Options, record: StageRecord) -> list[str]:
    """Return what a failed attempt leaves, and how it is continued."""
    snapshot = snapshot_of(Path(record.content.home))
    return [
        f"what was done is in {partial_name(options.output)}",
        *(["pgrehearse run with the same options and --resume continues there"] if options.resumable else []),
        *([f"production's snapshot stays in {snapshot}"] if record.content.home and snapshot.is_dir() else []),
    ]


def scaled(scenario: Scenario, options: Options) -> Scenario:
    """Return the scenario with the size and the workers that the command line sets."""
    application = stages.reduced(scenario.production.application, sessions=options.sessions, seconds=options.seconds)
    return replace(
        scenario,
        production=replace(scenario.production, application=application),
        replay=replace(scenario.replay, workers=options.workers or scenario.replay.workers),
    )


def _digest(scenario: Scenario) -> str:
    """Return the digest of an existing workload ("": the scenario captures its own)."""
    production = scenario.production
    return Workload.open(Path(production.workload)).manifest.digest if production.kind == "workload" else ""


def _check_rest(scenario: Scenario, record: StageRecord) -> None:
    """Verify the inputs of the stages that an earlier attempt has not completed."""
    workload = record.directory / "production.workload"
    captured = Path(scenario.production.workload) if scenario.production.kind == "workload" else workload
    digest = Workload.open(captured).manifest.digest if captured.is_dir() else ""
    rounds = range(1, scenario.rounds + 1)
    finished = frozenset(
        name
        for parts in scenario.groups.values()
        if all(is_replayed(record.directory, parts, number, digest) for number in rounds)
        for name in parts
    )
    used = frozenset(
        name
        for name, side in scenario.sides.items()
        if side.is_owned and side.restore and record.has_begun(preparing(name))
    )
    check_inputs(scenario, finished, used)


def _experiment(scenario: Scenario, options: Options, record: StageRecord, observer: Observer) -> Experiment:
    """Run all stages that are not done, in the directory of *record*."""
    experiment = Experiment(scenario, options.output)
    with (
        servers_home(record, keep=options.keep) as home,
        made_targets(observer, keep=options.keep) as made,
    ):
        context = Context(experiment, home, observer, options, made, record)
        source = source_of(context)
        check_event_times(scenario, Workload.open(source.workload))
        rounds = Rounds(source, context)
        rounds.all()
        grow_candidate(rounds)
    compare_sides(source, context)
    return experiment
