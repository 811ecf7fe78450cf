"""Each side of a comparison, and the clock that all of them share: server time where every side has it.

Server time (from a log) and client time (from the replay) differ by the round trip and more, so they are never mixed: a
capture is best compared with a replay through the replayed target's own log. Without that log, the measured round trip is
subtracted from the client's time, and a change that is not longer than two round trips is not tested.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from pgrehearse.base.artifact import MANIFEST
from pgrehearse.base.clock import iso
from pgrehearse.base.errors import BadInput
from pgrehearse.compare.alignment import NET, SERVER, SERVICE, Layout, Measured, of_production, of_run
from pgrehearse.compare.generated_ids import SideIds
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.id_methods import id_methods
from pgrehearse.runs.quality.fitness import fitness
from pgrehearse.runs.quality.fitness_rules import MOST_NEW_ERRORS, at_most
from pgrehearse.runs.read import Run, is_run
from pgrehearse.runs.run_facts import ReaderFacts, SelectionFacts
from pgrehearse.workload.read import Workload

# The parts of the plan that must be equal for two runs to be comparable, with their options on the command line.
_EQUAL = {
    "speed": "--speed",
    "sync": "--sync",
    "writes": "--writes",
    "from_us": "--from",
    "until_us": "--until",
    "think": "--think",
    "skip_idle_us": "--skip-idle",
    "clock": "--clock",
    "selection": "--only, --except, --amplify, --thin, --where",
    "caches": "--cache",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One side: *run* None means production as captured. *state*: the run's ``state.json``. *most_new_errors*: the share of
    transactions above which errors that production did not have make the run unfit."""

    name: str
    workload: Workload
    run: Run | None = None
    state: dict[str, Any] = field(default_factory=dict)
    most_new_errors: float = MOST_NEW_ERRORS

    @property
    def version(self) -> str:
        if self.run is None:
            source = self.workload.manifest.source
            return source.version if source is not None else ""
        return self.run.manifest.server.version

    @property
    def instance_class(self) -> str:
        """Return the instance class that a run was replayed to, where it was read from AWS."""
        return self.run.manifest.server.instance_class if self.run is not None else ""

    @property
    def has_server_time(self) -> bool:
        return self.run is None or self.run.manifest.server_times

    @property
    def ids(self) -> SideIds:
        """Return how the run got the ids that its statements drew."""
        facts = self.run.manifest.ids if self.run is not None else None
        return SideIds(self.name, facts if facts is not None and id_methods(facts) else None)

    @property
    def readers(self) -> ReaderFacts | None:
        """Return the reads that the target's readers got (None: it has none)."""
        return self.run.manifest.readers if self.run is not None else None

    @property
    def hashed(self) -> bool:
        """Whether the rows of statements were hashed."""
        return self.run is not None and self.run.manifest.plan.hash_results

    def measured(self, where: Layout, time: str, speed: float) -> Measured:
        """Return what this side measured by place; *speed*: of the replay in whose seconds production is placed."""
        if self.run is None:
            return of_production(where, self.workload, speed)
        return of_run(where, self.run, time, self.trip_us)

    @property
    def trip_us(self) -> float:
        """Return the round trip to the target, as it was measured during the run (0: it was not measured)."""
        return float(self.run.manifest.clocks.round_trip_us) if self.run is not None else 0.0

    def fitness(self) -> Fitness | None:
        """Return the fitness of a run (None for production): as recorded at its end, if it has one."""
        if self.run is None:
            return None
        recorded = self.run.manifest.fitness
        if recorded is None or self.run.partial:
            recorded = fitness(self.run, self.workload)
        return at_most(recorded, self.most_new_errors)


def open_side(path: Path, workload_path: Path | None, most_new_errors: float = MOST_NEW_ERRORS) -> Side:
    """Open a run, or a workload as production; a run needs the workload it replayed."""
    if not is_run(path):
        return Side(path.name.removesuffix(".workload"), Workload.open(path))
    run = Run.open(path)
    run.check_columns()
    paths = [workload_path] if workload_path is not None else _workload_paths(run)
    workloads = [Workload.open(each) for each in paths if (each / MANIFEST).is_file()]
    if not workloads:
        raise BadInput(
            f"{path}: the replayed workload ({run.manifest.workload}) was not found at its recorded path",
            remedy="give its path with --workload PATH",
        )
    workload = next((each for each in workloads if each.manifest.digest == run.manifest.workload_digest), None)
    if workload is None:
        raise BadInput(
            f"{path} is a replay of another workload than {workloads[0].path}",
            remedy="give the replayed workload with --workload PATH",
        )
    return Side(run.name, workload, run, _state(run.path), most_new_errors)


def _workload_paths(run: Run) -> list[Path]:
    """Return the possible paths of a run's workload: the recorded one, and beside the run."""
    recorded, name = run.manifest.plan.workload_path, f"{run.manifest.workload}.workload"
    beside = [run.path.absolute().parent / name] if Path(name).name == name else []
    return [*([Path(recorded)] if recorded else []), *beside]


def verify(sides: Sequence[Side]) -> None:
    """Verify each workload of the sides once."""
    for workload in {side.workload.path.absolute(): side.workload for side in sides}.values():
        workload.verify()


def with_unique_names(sides: Sequence[Side], paths: Sequence[Path]) -> list[Side]:
    """Return the sides with unique names: equal names get their folder's name in front, or a number.

    Results are kept by the name of their side: two sides of one name would be one.
    """
    names = [side.name for side in sides]
    wide = [
        f"{path.absolute().parent.name}/{name}" if names.count(name) > 1 else name
        for name, path in zip(names, paths, strict=True)
    ]
    unique = [name if wide.index(name) == place else f"{name} ({place + 1})" for place, name in enumerate(wide)]
    return [side if side.name == name else replace(side, name=name) for side, name in zip(sides, unique, strict=True)]


def _state(path: Path) -> dict[str, Any]:
    """Return the parts of a run's ``state.json`` (empty where there is no readable one)."""
    try:
        document = json.loads((path / "state.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    parts = document.items() if isinstance(document, dict) else ()
    return {name: part for name, part in parts if isinstance(part, dict | str)}


def replayed_at(sides: Sequence[Side]) -> str:
    """Return when the first of the sides that are runs was replayed, in UTC ("": none is a run)."""
    starts = [side.run.manifest.wall_start_us for side in sides if side.run is not None]
    return iso(min(starts)) if starts else ""


def check_comparable(baseline: Side, candidates: list[Side]) -> None:
    """Raise when sides belong to different workloads, or runs started from different states."""
    for side in candidates:
        if side.run is None:
            raise BadInput(
                f"{side.name} is a workload; a candidate must be a run",
                remedy="only the baseline may be a workload",
            )
        if side.workload.manifest.digest != baseline.workload.manifest.digest:
            raise BadInput(
                f"{baseline.name} and {side.name} are runs of different workloads ({baseline.workload.name}, {side.workload.name})",
                remedy="compare runs of the same workload",
            )
        if baseline.run is not None:
            _same_plan(baseline.run, side.run)


def _same_plan(baseline: Run, candidate: Run) -> None:
    for word, option in _EQUAL.items():
        before, after = getattr(baseline.manifest.plan, word), getattr(candidate.manifest.plan, word)
        if before == after:
            continue
        if isinstance(before, SelectionFacts):
            word = next(each.name for each in fields(before) if getattr(before, each.name) != getattr(after, each.name))
            before, after = getattr(before, word), getattr(after, word)
        raise BadInput(
            f"{baseline.name} was replayed with {word} {before}, {candidate.name} with {after}",
            remedy=f"replay both with the same {option}",
        )
    if baseline.manifest.plan.writes:
        spent = [run.name for run in (baseline, candidate) if run.manifest.state.spent]
        if len(spent) == 1:
            raise BadInput(
                f"{spent[0]} started on a target that was already used by a replay, the other side did not",
                remedy="reset that target (pgrehearse targets reset) and replay again",
            )


def one_clock(sides: list[Side]) -> str:
    """Return the time by which all sides can be compared ("": there is none)."""
    return next((time for time in (SERVER, SERVICE, NET) if all(has_time(side, time) for side in sides)), "")


def has_time(side: Side, time: str) -> bool:
    """Return whether a side can be measured by a time of ``one_clock``."""
    known = {SERVER: side.has_server_time, SERVICE: side.run is not None, NET: side.run is None or bool(side.trip_us)}
    return known.get(time, False)
