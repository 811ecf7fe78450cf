"""A change is tried on an adopted database that cannot be restored: read-only replays without and with it, A B A B.

The change is executed before each replay of the candidate, and undone before the second replay of the control and at the end, also after a
failure. Because the replays are read-only, the data is the same in all four.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.base.artifact import MANIFEST, Kind, begin, finish, write_json
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.version import tool_version
from pgrehearse.compare.compare import compare_paths
from pgrehearse.compare.comparison import Comparison
from pgrehearse.compare.request import Request
from pgrehearse.report.html import write_report
from pgrehearse.report.json_document import document
from pgrehearse.scenarios.experiment.experiment import Observer
from pgrehearse.scenarios.experiment.input_checks import check_inputs, place_of_side, plan_of
from pgrehearse.scenarios.experiment.resuming import FORMAT
from pgrehearse.scenarios.file.scenario_model import CANDIDATE, CONTROL, Scenario
from pgrehearse.scenarios.migration.record import MigrationRecord
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.scenarios.sides.side_changes import change
from pgrehearse.workload.read import Workload


@dataclass(frozen=True, slots=True)
class AdoptedTrial:
    """A read-only scenario whose sides are the same database. *change*, *undo*: sides whose migrations execute the change, and undo it."""

    scenario: Scenario
    change: Side
    undo: Side
    output: Path
    observer: Observer

    def run(self, *, force: bool) -> tuple[MigrationRecord, Comparison]:
        """Replay four times and compare. Returns what the first execution of the change did. Raises as ``run_scenario``."""
        check_inputs(self.scenario)
        workload = Workload.open(self.scenario.production.workload)
        target = event_loop.run(place_of_side(self.change))
        folder = begin(self.output, Kind.EXPERIMENT, force=force)
        head = {"format": FORMAT, "kind": str(Kind.EXPERIMENT), "scenario": self.scenario.name}
        write_json(folder / MANIFEST, {**head, "tool_version": tool_version()})
        self._replay(workload, target, folder / f"{CONTROL}.run")
        with ExitStack() as stack:
            # Its statements have IF EXISTS: they can be executed after a change that failed.
            stack.callback(self._execute, self.undo, target, workload)
            record = self._execute(self.change, target, workload)
            self._replay(workload, target, folder / f"{CANDIDATE}.run")
            self._execute(self.undo, target, workload)
            self._replay(workload, target, folder / f"{CONTROL}-again.run")
            self._execute(self.change, target, workload)
            self._replay(workload, target, folder / f"{CANDIDATE}-again.run")
        comparison = self._compared(workload, folder)
        finish(self.output, Kind.EXPERIMENT)
        return record, comparison

    def _execute(self, side: Side, target: Endpoint, workload: Workload) -> MigrationRecord:
        """Execute the change or its undo, on a connection that was verified."""
        with self.observer.stage("undo the change" if side is self.undo else "execute the change"):
            (record,) = event_loop.run(change(target, side, workload.manifest.source, dirty=True))
        return record

    def _replay(self, workload: Workload, target: Endpoint, output: Path) -> None:
        plan = plan_of(self.scenario, target, workload=workload)
        with self.observer.stage(f"replay {output.stem}"):
            rehearse(
                Rehearsal(workload.path, output, plan, force=True, dirty=True),
                self.observer.replay(workload, plan),
                self.observer,
            )

    def _compared(self, workload: Workload, folder: Path) -> Comparison:
        request = Request(
            again=folder / f"{CONTROL}-again.run",
            repeats=(folder / f"{CANDIDATE}-again.run",),
            workload=workload.path,
        )
        comparison = compare_paths(folder / f"{CONTROL}.run", [folder / f"{CANDIDATE}.run"], request)
        write_report(comparison, folder / "report.html")
        write_json(folder / "comparison.json", document(comparison, str(self.output / "report.html")))
        return comparison
