"""The stage of a scenario that describes the moves of tables: a page for each side whose tables moved (``moves_from``)."""

from __future__ import annotations

from pathlib import Path

from pgrehearse.base.artifact import read_json
from pgrehearse.base.typed_document import typed
from pgrehearse.compare.comparison import CandidateResult, Comparison
from pgrehearse.compare.move_figures import CopyFigures, MoveFigures
from pgrehearse.report.move_page import write_move_page
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.experiment.experiment import Context
from pgrehearse.scenarios.experiment.rounds import move_file, run_name
from pgrehearse.scenarios.file.scenario_model import Scenario
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.workload.analysis.crossing_examples import crossing_examples
from pgrehearse.workload.analysis.placement import place
from pgrehearse.workload.placement import read_placement
from pgrehearse.workload.read import Workload


def files_of_moves(scenario: Scenario) -> tuple[str, ...]:
    """Return the files about moves (empty: no tables move)."""
    moving = [name for name, side in scenario.sides.items() if side.moves_from]
    return tuple(file for name in moving for file in (f"{name}.move.html", move_file(name)))


def describe_moves(context: Context, workload: Workload, comparison: Comparison) -> None:
    """Write the page of each side whose tables moved, from its run of the first round."""
    results = {result.name: result for result in comparison.candidates}
    for name, side in context.scenario.sides.items():
        if side.moves_from:
            figures = _figures(name, side, workload, context.directory, results.get(name))
            write_move_page(figures, workload.name, context.directory / f"{name}.move.html")


def _figures(name: str, side: Side, workload: Workload, directory: Path, result: CandidateResult | None) -> MoveFigures:
    run, placement = Run.open(directory / run_name(name, 1)), read_placement(Path(side.placement))
    file = directory / move_file(name)
    copies = typed(CopyFigures, read_json(file, what="an experiment"), file, remedy="run the scenario again")
    cut_over = next(iter(run.manifest.cut_overs), None)
    failed = (event.error for event in run.mid_run_events() if cut_over is None or event.number == cut_over.event)
    return MoveFigures(
        name,
        side.server,
        side.moves_from,
        result.verdict.value if result is not None else "",
        place(workload, placement),
        crossing_examples(workload, placement),
        copies,
        cut_over,
        next(filter(None, failed), ""),
        result.events.side(name) if result is not None else None,
    )
