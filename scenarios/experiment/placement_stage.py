"""The stage of a scenario that describes its placements: the servers of each candidate that were replayed at the same time."""

from __future__ import annotations

from pathlib import Path

from pgrehearse.base.artifact import write_json
from pgrehearse.compare.placement_figures import PlacementFigures, placement_figures
from pgrehearse.report.placement_page import write_placement_page
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.experiment.experiment import Context
from pgrehearse.scenarios.experiment.rounds import run_name
from pgrehearse.scenarios.file.scenario_model import Scenario
from pgrehearse.scenarios.sides.side_parts import has_parts
from pgrehearse.workload.placement import read_placement
from pgrehearse.workload.read import Workload

# The files of the stage, in the directory of the experiment.
DOCUMENT, PAGE = "placement.json", "placement.html"


def files_of(scenario: Scenario) -> tuple[str, ...]:
    """Return the files that the stage writes (empty: no side has several servers)."""
    return (PAGE, DOCUMENT) if any(map(has_parts, scenario.tables.values())) else ()


def describe_placements(context: Context, workload: Workload) -> tuple[PlacementFigures, ...]:
    """Write the figures of all candidates with several servers, from the runs of the first round (empty: there is none)."""
    scenario, directory = context.scenario, context.directory
    if not files_of(scenario):
        return ()
    found = tuple(
        placement_figures(
            table,
            read_placement(Path(side.placement)),
            workload,
            {part.server: Run.open(directory / run_name(name, 1)) for name, part in scenario.groups[table].items()},
        )
        for table, side in scenario.tables.items()
        if has_parts(side)
    )
    write_json(directory / DOCUMENT, {"placements": [one.document() for one in found]})
    write_placement_page(found, workload.name, directory / PAGE)
    return found
