"""The past comparisons below directories: experiments, and files ``comparison.json``. One that cannot be read is named, and left out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pgrehearse.base.artifact import MANIFEST, PARTIAL, REPLACED, Kind
from pgrehearse.base.errors import BadInput
from pgrehearse.report.history.past_comparison import PastComparison, Unreadable, past_comparison

COMPARISON, STAGES = "comparison.json", "stages.json"
# The experiment in the directory of `pgrehearse ci`. Its comparison is that of the directory, without the gates of the pipeline.
_OF_CI = "experiment"
_DIRECTORIES = (Kind.EXPERIMENT, Kind.CI)
# No comparison is in these directories.
_OTHER = (".run", ".workload", ".state", ".decoded", f".run{PARTIAL}", f".workload{PARTIAL}", f".state{PARTIAL}")


@dataclass(frozen=True, slots=True)
class Broken:
    """What could not be read, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """The comparisons, the oldest first, and what could not be read."""

    comparisons: tuple[PastComparison, ...]
    broken: tuple[Broken, ...]


def find_comparisons(places: Sequence[Path]) -> Found:
    """Read every comparison below *places* (directories, or files). Raises ``BadInput`` if a place does not exist, or nothing can be read."""
    for place in places:
        if not place.exists():
            raise BadInput(f"{place}: no such file or directory", remedy="give directories with experiments")
    found: list[PastComparison] = []
    broken: list[Broken] = []
    for file in dict.fromkeys(path for place in places for path in _files(place)):
        try:
            found.append(_read(file))
        except Unreadable as error:
            broken.append(Broken(str(file), str(error)))
    if not found:
        named = f"; not readable: {broken[0].place} ({broken[0].reason})" if broken else ""
        raise BadInput(
            f"no comparison was found below {', '.join(map(str, places))}{named}",
            remedy="give the directories of experiments (pgrehearse run -o), or files of compare --json",
        )
    return Found(tuple(sorted(found, key=lambda one: (one.replayed, one.place))), tuple(broken))


def _files(place: Path) -> Iterator[Path]:
    """Yield the documents below a place: *place* itself if it is a file. An experiment without one is yielded too, and is then unreadable."""
    if not place.is_dir():
        yield place
        return
    for folder, folders, names in os.walk(place):
        folders[:] = sorted(name for name in folders if not name.endswith(_OTHER) and REPLACED not in name)
        directory = Path(folder)
        kind = _manifest(directory).get("kind") if MANIFEST in names else None
        if kind == Kind.CI:
            folders[:] = [name for name in folders if name.removesuffix(PARTIAL) != _OF_CI]
        if COMPARISON in names or kind in _DIRECTORIES:
            yield directory / COMPARISON


def _read(file: Path) -> PastComparison:
    if file.parent.name.endswith(PARTIAL):
        raise Unreadable("the experiment is not complete (pgrehearse run --resume continues it)")
    experiment = _experiment_of(file)
    if experiment is None:
        return past_comparison(_document(file), str(file))
    scenario = _manifest(experiment).get("scenario")
    return past_comparison(_document(file), str(file.parent), str(scenario or ""), _duration(experiment))


def _experiment_of(file: Path) -> Path | None:
    """Return the experiment whose comparison a file contains (None: it is not part of one)."""
    kind = _manifest(file.parent).get("kind") if file.name == COMPARISON else None
    if kind == Kind.CI:
        return file.parent / _OF_CI
    return file.parent if kind == Kind.EXPERIMENT else None


def _document(file: Path) -> dict[str, Any]:
    """Return a JSON object. Raises ``Unreadable`` for anything else."""
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Unreadable(f"there is no {file.name}") from None
    except (OSError, ValueError, RecursionError) as error:
        raise Unreadable(f"not a JSON document: {type(error).__name__}") from None
    if not isinstance(document, dict):
        raise Unreadable("not a JSON object")
    return document


def _manifest(directory: Path) -> dict[str, Any]:
    """Return the manifest of a directory (empty: there is no readable one)."""
    try:
        return _document(directory / MANIFEST)
    except Unreadable:
        return {}


def _duration(directory: Path) -> float | None:
    """Return the seconds of all stages of an experiment (None: not known)."""
    try:
        stages = _document(directory / STAGES).get("stages")
    except Unreadable:
        return None
    seconds = [stage.get("seconds") for stage in stages if isinstance(stage, dict)] if isinstance(stages, list) else []
    known = [value for value in seconds if isinstance(value, int | float) and not isinstance(value, bool)]
    return sum(known) if known else None
