"""The manifest of a run: which workload against which target, how, and in what state it began."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from base.artifact import MANIFEST, read_manifest
from base.errors import BadInput
from runs.schema import FORMAT


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
    versions: dict[str, str] = field(default_factory=dict)
    interrupted: bool = False
    workers_lost: int = 0
    worker_cpu_us: int = 0
    worker_peak_mib: int = 0
    server_times: bool = False
    notes: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    format: int = FORMAT

    def document(self) -> dict[str, Any]:
        """Return the JSON document, format first."""
        whole = asdict(self)
        return {"format": whole.pop("format"), "kind": "run", **whole}


def read(directory: Path) -> RunManifest:
    """Read a run's manifest; refuse what is no run, or of a newer format."""
    document = read_manifest(directory, kind="run", known=FORMAT, again="replay again")
    try:
        return RunManifest(**document)
    except TypeError as error:
        raise BadInput(f"{directory / MANIFEST}: damaged: {error}", remedy="replay again") from None
