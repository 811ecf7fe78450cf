"""Each side of a comparison, and the one clock that all of them share: server time where every side has it.

Server time (from a log) and client time (from the replay) differ by the round trip and more, so they are never simply
mixed: a capture is best compared with a replay through the replayed target's own log. Without that, the measured
round trip is taken off the client's time, and what is not longer than two of them is not judged.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pgrehearse.base.artifact import MANIFEST
from pgrehearse.base.errors import BadInput
from pgrehearse.compare.alignment import NET, SERVER, SERVICE, Layout, Measured, of_production, of_run
from pgrehearse.runs.quality.fitness import fitness, readable
from pgrehearse.runs.quality.fitness_rules import MOST_NEW_ERRORS, at_most, completed
from pgrehearse.runs.read import Run, is_run
from pgrehearse.workload.read import Workload

# What two runs must have been played alike in, to be set beside each other, and what it is called on the command line.
_ALIKE = {
    "speed": "--speed",
    "sync": "--sync",
    "writes": "--writes",
    "from_us": "--from",
    "until_us": "--until",
    "think": "--think",
    "skip_idle_us": "--skip-idle",
    "selection": "--only, --except, --amplify, --thin, --where",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One side: *run* None means production as captured. *most_new_errors*: the share of transactions beyond which errors that
    production did not have make the run unfit."""

    name: str
    workload: Workload
    run: Run | None = None
    state: dict[str, Any] = field(default_factory=dict)
    most_new_errors: float = MOST_NEW_ERRORS

    @property
    def version(self) -> str:
        if self.run is None:
            return str(self.workload.manifest.source.get("version", ""))
        return str(self.run.manifest.server.get("version", ""))

    @property
    def instance_class(self) -> str:
        """Return the class of instance that a run was replayed to, where AWS was asked."""
        return str(self.run.manifest.server.get("class", "")) if self.run is not None else ""

    @property
    def has_server_time(self) -> bool:
        return self.run is None or self.run.manifest.server_times

    def measured(self, where: Layout, time: str, speed: float) -> Measured:
        """Return what this side measured by place; *speed*: of the replay whose seconds production is told in."""
        if self.run is None:
            return of_production(where, self.workload, speed)
        return of_run(where, self.run, time, self.trip_us)

    @property
    def trip_us(self) -> float:
        """Return the round trip to the target, as it was measured beside the run (0: it was not)."""
        return float(self.run.manifest.clocks.get("round_trip_us", 0)) if self.run is not None else 0.0

    def fitness(self) -> dict[str, Any] | None:
        """Return what a run says of itself (None for production): what it said at its end, if it came to one."""
        if self.run is None:
            return None
        known = self.run.manifest.fitness
        if known and not readable(known):
            raise BadInput(f"{self.run.path / MANIFEST}: damaged: fitness is not a run's", remedy="replay again")
        if not known or self.run.partial:
            known = fitness(self.run, self.workload).document()
        elif not known.get("new_errors"):  # of a run that an earlier version made: what it did not look for is added
            known = completed(known, fitness(self.run, self.workload).document())
        return at_most(known, self.most_new_errors)


def open_side(path: Path, workload_path: Path | None, most_new_errors: float = MOST_NEW_ERRORS) -> Side:
    """Open a run, or a workload as production; a run needs the workload it replayed."""
    if not is_run(path):
        return Side(path.name.removesuffix(".workload"), Workload.open(path))
    run = Run.open(path)
    run.check_columns()
    places = [workload_path] if workload_path is not None else _named(run)
    found = [Workload.open(place) for place in places if (place / MANIFEST).is_file()]
    if not found:
        raise BadInput(
            f"{path}: the workload it replayed ({run.manifest.workload}) is not where it was",
            remedy="give it with --workload PATH",
        )
    workload = next((one for one in found if one.manifest.digest == run.manifest.workload_digest), None)
    if workload is None:
        raise BadInput(
            f"{path} replayed another workload than {found[0].path}",
            remedy="give the workload it replayed with --workload PATH",
        )
    return Side(run.name, workload, run, _state(run.path), most_new_errors)


def _named(run: Run) -> list[Path]:
    """Return where the workload of a run may be: where it was, or beside the run. Its digest has to fit."""
    recorded, name = run.manifest.plan.get("workload_path"), f"{run.manifest.workload}.workload"
    beside = [run.path.absolute().parent / name] if Path(name).name == name else []
    return [*([Path(recorded)] if recorded else []), *beside]


def verify(sides: Sequence[Side]) -> None:
    """Verify each workload of the sides once."""
    for workload in {side.workload.path.absolute(): side.workload for side in sides}.values():
        workload.verify()


def told_apart(sides: Sequence[Side], paths: Sequence[Path]) -> list[Side]:
    """Return the sides with names that are each one's own: those that share one take their folder's along, or a number.

    All that is told by side is told by name: two of one name would be one.
    """
    names = [side.name for side in sides]
    wide = [
        f"{path.absolute().parent.name}/{name}" if names.count(name) > 1 else name
        for name, path in zip(names, paths, strict=True)
    ]
    own = [name if wide.index(name) == place else f"{name} ({place + 1})" for place, name in enumerate(wide)]
    return [side if side.name == name else replace(side, name=name) for side, name in zip(sides, own, strict=True)]


def _state(path: Path) -> dict[str, Any]:
    """Return the parts of a run's ``state.json`` (empty where there is none that can be read)."""
    try:
        document = json.loads((path / "state.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    parts = document.items() if isinstance(document, dict) else ()
    return {name: part for name, part in parts if isinstance(part, dict | str)}


def check_comparable(baseline: Side, candidates: list[Side]) -> None:
    """Raise when sides tell of different workloads, or runs began from different states."""
    for side in candidates:
        if side.run is None:
            raise BadInput(
                f"{side.name} is a workload",
                remedy="a candidate is a run; only the baseline may be a workload",
            )
        if side.workload.manifest.digest != baseline.workload.manifest.digest:
            raise BadInput(
                f"{baseline.name} and {side.name} tell of different workloads ({baseline.workload.name}, {side.workload.name})",
                remedy="compare runs of one workload",
            )
        if baseline.run is not None:
            _same_plan(baseline.run, side.run)


def _same_plan(baseline: Run, candidate: Run) -> None:
    for word, option in _ALIKE.items():
        ours, theirs = baseline.manifest.plan.get(word), candidate.manifest.plan.get(word)
        if ours != theirs:
            if isinstance(ours, dict) and isinstance(theirs, dict):
                apart = [name for name in sorted(ours.keys() | theirs.keys()) if ours.get(name) != theirs.get(name)]
                word, ours, theirs = apart[0], ours.get(apart[0]), theirs.get(apart[0])
            raise BadInput(
                f"{baseline.name} was replayed with {word} {ours}, {candidate.name} with {theirs}",
                remedy=f"replay both alike ({option})",
            )
    if baseline.manifest.plan.get("writes"):
        spent = [run.name for run in (baseline, candidate) if run.manifest.state.get("spent")]
        if len(spent) == 1:
            raise BadInput(
                f"{spent[0]} began on a target that had been replayed to before, the other side did not",
                remedy="reset that target (pgrehearse targets reset) and replay again",
            )


def one_clock(sides: list[Side]) -> str:
    """Return the time that all sides can be compared by ("" when there is none)."""
    if all(side.has_server_time for side in sides):
        return SERVER
    if all(side.run is not None for side in sides):
        return SERVICE
    return NET if all(side.trip_us for side in sides if side.run is not None) else ""
