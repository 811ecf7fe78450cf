"""An experiment while it runs: its options, what every stage needs, and its result."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from pgrehearse.base.progress import Stage, Stages
from pgrehearse.compare.comparison import Comparison
from pgrehearse.compare.gates.evaluate import GateResult
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.workers.coordinator import Watch
from pgrehearse.scenarios.experiment.stage_record import StageRecord
from pgrehearse.scenarios.file.scenario_file import Scenario
from pgrehearse.scenarios.sides.made_targets import MadeTargets
from pgrehearse.workload.read import Workload


class Observer(Stages, Protocol):
    """Shows the progress of a scenario."""

    def replay(self, workload: Workload, plan: ReplayPlan) -> Watch:
        """Return the function that takes the progress of a replay's workers."""


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the command line: the output, the size of the traffic, and whether the servers are kept.

    *resume*: continue the experiment that was begun with this output; *resumable*: the command can do so after a failure. *clean*: removes values of the environment from a text that is recorded.
    """

    output: Path
    force: bool = False
    keep: bool = False
    sessions: int | None = None
    seconds: float | None = None
    workers: int | None = None
    resume: bool = False
    resumable: bool = True
    clean: Callable[[str], str] = str

    def command_line(self) -> dict[str, Any]:
        """Return the keys of a scenario that the options replace, with their values."""
        application = {key: value for key in ("sessions", "seconds") if (value := getattr(self, key)) is not None}
        tables = {
            "production": {"application": application} if application else {},
            "replay": {"workers": self.workers} if self.workers else {},
        }
        return {name: table for name, table in tables.items() if table}


@dataclass
class Experiment:
    """The result of a scenario: its directory contains the workload, the runs, the report and the page ``index.html``.

    *allowed*: gates that could not be evaluated pass. *notes*: what production's metrics lack, and which restores were not verified.
    """

    scenario: Scenario
    directory: Path
    comparison: Comparison | None = None
    gates: tuple[GateResult, ...] = ()
    allowed: bool = False
    report: Path = field(default_factory=Path)
    seconds: list[tuple[str, float]] = field(default_factory=list)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What every stage needs. *home*: the folder of the embedded servers."""

    experiment: Experiment
    home: Path
    observer: Observer
    options: Options
    made: MadeTargets
    record: StageRecord

    @property
    def scenario(self) -> Scenario:
        """The scenario that is run."""
        return self.experiment.scenario

    @property
    def directory(self) -> Path:
        """The directory of the experiment until it is complete."""
        return self.record.directory

    @contextmanager
    def timed(self, name: str, *, seconds: float = 0.0) -> Iterator[Stage]:
        """Show a stage while the block runs, and record it with its duration."""
        began = time.monotonic()
        self.record.begin(name)
        with self.observer.stage(name, seconds=seconds) as stage:
            yield stage
        self.record.end(time.monotonic() - began)

    def note(self, *texts: str) -> None:
        """Add notes to the experiment, each once."""
        notes = self.record.content.notes
        notes += [text for text in texts if text not in notes]
        self.record.write()
