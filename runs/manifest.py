"""The manifest of a run: which workload against which target, how, and in what state it began."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pgrehearse.base.artifact import MANIFEST, read_manifest
from pgrehearse.base.errors import BadInput
from pgrehearse.base.typed_document import fits, typed
from pgrehearse.runs.schema import FORMAT

# What a reader counts on in a run's plan.
_PLAN: dict[str, Any] = {
    "from_us": int,
    "until_us": int,
    "pooled": int,
    "workers": int,
    "writes": bool,
    "workload_path": str,
}


@dataclass(frozen=True, slots=True)
class RunManifest:
    """What ``manifest.json`` holds (docs/formats.md). *target* never holds a password."""

    workload: str
    workload_digest: str
    target: dict[str, Any]
    plan: dict[str, Any]
    wall_start_us: int
    duration_us: int
    tool_version: str
    server: dict[str, Any] = field(default_factory=dict)
    state: dict[str, Any] = field(default_factory=dict)
    clocks: dict[str, Any] = field(default_factory=dict)
    fitness: dict[str, Any] = field(default_factory=dict)
    order: dict[str, Any] = field(default_factory=dict)
    types: dict[str, Any] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    interrupted: bool = False
    workers_lost: int = 0
    worker_cpu_us: int = 0
    worker_peak_mib: int = 0
    server_times: bool = False
    notes: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    prepared: list[dict[str, Any]] = field(default_factory=list)
    format: int = FORMAT

    def document(self) -> dict[str, Any]:
        """Return the JSON document, format first."""
        whole = asdict(self)
        return {"format": whole.pop("format"), "kind": "run", **whole}


def read(directory: Path) -> RunManifest:
    """Read a run's manifest; refuse what is not a run, or has another format."""
    document = read_manifest(directory, kind="run", version=FORMAT, remedy="replay again")
    found = typed(RunManifest, document, directory / MANIFEST, remedy="replay again")
    if fault := next(_faults(found), ""):
        raise BadInput(f"{directory / MANIFEST}: damaged: {fault} has the wrong type", remedy="replay again")
    return found


def _faults(manifest: RunManifest) -> Iterator[str]:
    """Yield which of the values that a reader counts on, inside the manifest's objects, have another type."""
    speed = manifest.plan.get("speed", 1)
    if speed != "max" and not (fits(speed, float) and speed > 0):
        yield "plan.speed"
    yield from (f"plan.{name}" for name, hint in _PLAN.items() if not fits(manifest.plan.get(name), hint | None))
    yield from (
        f"clocks.{name}"
        for name, value in manifest.clocks.items()
        if name.endswith("_us") and not fits(value, float | None)
    )
    if not fits(manifest.state.get("prepared"), list[str] | None):
        yield "state.prepared"
