"""Begin the directory of an experiment, or continue one that failed, was interrupted or was killed.

What is kept of an earlier attempt: a workload that was captured, production's snapshot, and each run that is complete. Everything else is
done again. An experiment of another scenario, of another version of its inputs, or of another pgrehearse is not continued.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pgrehearse.base.artifact import MANIFEST, Kind, begin, partial_name, read_json, resume, write_json
from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.base.version import tool_version
from pgrehearse.replay.plan.traffic import OneServer
from pgrehearse.runs.read import Run, is_run
from pgrehearse.scenarios.experiment.servers_home import remove_home
from pgrehearse.scenarios.experiment.stage_record import FILE, StageRecord
from pgrehearse.scenarios.file.scenario_document import ScenarioDocument, differences

# The format of an experiment's directory.
FORMAT = 1
SCENARIO = "scenario.json"


def begun(final: Path, scenario: ScenarioDocument, workload: str, *, force: bool) -> StageRecord:
    """Create the directory of an experiment. What an earlier attempt left is removed. *workload*: the digest of an existing one ("": none)."""
    earlier = _earlier(partial_name(final))
    directory = begin(final, Kind.EXPERIMENT, force=force)
    if earlier is not None:
        remove_home(earlier)
    write_json(directory / MANIFEST, _manifest(scenario, workload))
    write_json(directory / SCENARIO, scenario.document)
    record = StageRecord(directory)
    record.write()
    return record


def resumed(final: Path, scenario: ScenarioDocument, workload: str) -> StageRecord:
    """Continue an experiment. Raises ``UsageProblem`` if there is none, or ``BadInput`` if another one was begun there."""
    directory = resume(final, Kind.EXPERIMENT)
    manifest = read_json(directory / MANIFEST, what="an experiment that can be continued")
    before = read_json(directory / SCENARIO, what="an experiment that can be continued")
    for what, old, new in (
        ("scenario", manifest.get("digest"), scenario.digest),
        ("workload", manifest.get("workload"), workload),
        ("version of pgrehearse", manifest.get("tool_version"), tool_version()),
    ):
        if old != new:
            keys = differences(before, scenario.document) or "a variable of the environment"
            raise BadInput(
                f"{directory} was begun with another {what}" + (f": {keys}" if what == "scenario" else ""),
                remedy=f"use the same {what}, or begin again without --resume",
            )
    return StageRecord.read(directory)


def _manifest(scenario: ScenarioDocument, workload: str) -> dict[str, Any]:
    """Return the manifest of an experiment's directory."""
    return {
        "format": FORMAT,
        "kind": str(Kind.EXPERIMENT),
        "scenario": scenario.document["name"],
        "digest": scenario.digest,
        "workload": workload,
        "tool_version": tool_version(),
    }


def _earlier(directory: Path) -> StageRecord | None:
    """Return the record of an attempt that did not end (None: there is none, or it cannot be read)."""
    try:
        return StageRecord.read(directory) if (directory / FILE).is_file() else None
    except BadInput:
        return None


def is_complete(path: Path, digest: str, part: OneServer | None = None) -> bool:
    """Return whether a run of an earlier attempt is complete: a replay of this workload, and of this *part* of a placement, to its end, with its fitness."""
    if not (path.is_dir() and is_run(path)):
        return False
    try:
        manifest = Run.open(path).manifest
    except (BadInput, UsageProblem):
        return False
    placement, server = (part.placement.servers, part.server) if part is not None else ((), "")
    same = (manifest.plan.placement, manifest.plan.server) == (placement, server)
    return same and manifest.workload_digest == digest and manifest.fitness is not None and not manifest.interrupted
