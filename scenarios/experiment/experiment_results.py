"""The results of an experiment: the comparison of its runs, its gates, and the files and pages about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pgrehearse.base.artifact import read_json, write_json, write_text
from pgrehearse.compare.compare import compare_paths
from pgrehearse.compare.comparison import Comparison
from pgrehearse.compare.gates.evaluate import evaluate
from pgrehearse.compare.gates.gate_file import GateFile, read_gates
from pgrehearse.compare.gates.syntax import parse_gates
from pgrehearse.compare.request import Request
from pgrehearse.report.experiment_page import ExperimentPage, PageSide, write_experiment_page
from pgrehearse.report.html import write_report
from pgrehearse.report.json_document import document
from pgrehearse.report.junit import junit
from pgrehearse.report.markdown import markdown
from pgrehearse.report.workload_page import write_workload_page
from pgrehearse.scenarios.experiment.experiment import Context
from pgrehearse.scenarios.experiment.growth_stage import DOCUMENT, PAGE
from pgrehearse.scenarios.experiment.input_checks import prices_of
from pgrehearse.scenarios.experiment.move_stage import describe_moves, files_of_moves
from pgrehearse.scenarios.experiment.placement_stage import describe_placements, files_of
from pgrehearse.scenarios.experiment.resuming import SCENARIO
from pgrehearse.scenarios.experiment.rounds import run_name
from pgrehearse.scenarios.experiment.stages import Source
from pgrehearse.scenarios.file.scenario_model import Scenario
from pgrehearse.workload.analysis.profile import read_profile
from pgrehearse.workload.read import Workload

# So many queries are on the page of the workload.
_TOP = 25
# The files of `report`, by its words. The comparison's JSON document is always written: `pgrehearse history` reads it.
_FILES = {"html": "report.html", "junit": "junit.xml", "markdown": "summary.md"}


def compare_sides(source: Source, context: Context) -> None:
    """Compare the runs of all sides, evaluate the gates, and write the files that the scenario lists, and ``index.html``."""
    scenario, experiment, directory = context.scenario, context.experiment, context.directory
    with context.timed("compare"):
        today = datetime.now(UTC).date()
        gatefile = gates_of(scenario)
        request = replace(_request(source, context), accepted=gatefile.standing(today))
        runs = [directory / run_name(name, 1) for name in scenario.sides]
        comparison = compare_paths(runs[0], runs[1:], request)
        gates = (*gatefile.expired(today), *evaluate(list(gatefile.gates), comparison))
        experiment.comparison, experiment.gates, experiment.allowed = comparison, gates, gatefile.allow_inconclusive
        _write_files(context)
    with context.timed("write the pages"):
        workload = Workload.open(source.workload)
        write_workload_page(read_profile(workload, top=_TOP), directory / "workload.html")
        describe_moves(context, workload, comparison)
        describe_placements(context, workload)
    experiment.notes, experiment.seconds = tuple(context.record.content.notes), context.record.done
    write_experiment_page(_page(comparison, context), directory / "index.html")


def gates_of(scenario: Scenario) -> GateFile:
    """Return the gates of a scenario: its list, or the content of its file."""
    if isinstance(scenario.gates, str):
        return read_gates(Path(scenario.gates))
    return GateFile(parse_gates(scenario.gates))


def _write_files(context: Context) -> None:
    """Write the files about the comparison. The report is linked by the place that it has when the experiment is complete."""
    experiment, directory, wanted = context.experiment, context.directory, context.scenario.report
    comparison, gates = experiment.comparison, list(experiment.gates)
    assert comparison is not None  # noqa: S101 (it was just made)
    if "html" in wanted:
        experiment.report = experiment.directory / _FILES["html"]
        write_report(comparison, directory / _FILES["html"], gates)
    report = str(experiment.report) if "html" in wanted else ""
    write_json(directory / "comparison.json", document(comparison, report, gates))
    if "junit" in wanted:
        write_text(directory / _FILES["junit"], junit(comparison, gates))
    if "markdown" in wanted:
        write_text(directory / _FILES["markdown"], markdown(comparison, gates))


def _page(comparison: Comparison, context: Context) -> ExperimentPage:
    """Return what the page of the experiment shows."""
    scenario, experiment = context.scenario, context.experiment
    results = {result.name: result for result in comparison.candidates}
    sides = tuple(
        PageSide(
            name,
            results[name].version if name in results else comparison.baseline_version,
            results[name].verdict.value if name in results else "",
            tuple(run_name(name, number) for number in range(1, scenario.rounds + 1)),
        )
        for name in scenario.sides
    )
    files = [_FILES[word] for word in _FILES if word in scenario.report]
    return ExperimentPage(
        scenario.name,
        scenario.description,
        comparison,
        experiment.gates,
        sides,
        tuple(experiment.seconds),
        (
            *files,
            "comparison.json",
            "workload.html",
            "scenario.json",
            *((PAGE, DOCUMENT) if scenario.growth.steps else ()),
            *files_of_moves(scenario),
            *files_of(scenario),
        ),
        experiment.notes,
        read_json(context.directory / SCENARIO, what="an experiment"),
    )


def _request(source: Source, context: Context) -> Request:
    """Return how the runs are compared, with the prices of the targets that have one."""
    scenario, directory = context.scenario, context.directory
    table = prices_of(scenario)
    second = [directory / run_name(name, 2) for name in scenario.sides] if scenario.rounds > 1 else []
    return Request(
        tolerance=scenario.compare.tolerance,
        again=second[0] if second else None,
        repeats=second[1:],
        workload=source.workload,
        prices=replace(table, sides=table.sides | context.record.content.prices),
        max_new_errors=scenario.compare.max_new_errors,
        end_state=source.end_state,
        second_round=_second_round(scenario),
    )


def _second_round(scenario: Scenario) -> str:
    """Return what to do for a second replay of the control: it is the scenario that makes it."""
    if scenario.compare.rounds == 1:
        return "set compare.rounds = 2, and run the scenario again"
    if scenario.rounds == 1:
        return "give each side what restores it (restore of kind dsn, reset of kind command), and run the scenario again: all sides are then replayed twice"
    return "run the scenario again"
