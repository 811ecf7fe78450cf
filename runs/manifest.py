"""The manifest of a run: which workload against which target, how, and in what state it began."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from base.artifact import read_json
from base.errors import BadInput, FormatTooNew
from runs.schema import FORMAT

NAME = "manifest.json"


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
    versions: dict[str, str] = field(default_factory=dict)
    interrupted: bool = False
    workers_lost: int = 0
    worker_cpu_us: int = 0
    server_times: bool = False
    notes: list[str] = field(default_factory=list)
    format: int = FORMAT

    def document(self) -> dict[str, Any]:
        """Return the JSON document, format first."""
        whole = asdict(self)
        return {"format": whole.pop("format"), "kind": "run", **whole}


def read(directory: Path) -> RunManifest:
    """Read a run's manifest; refuse what is no run, or of a newer format."""
    document = read_json(directory / NAME, what="a run")
    if document.get("kind") != "run":
        raise BadInput(
            f"{directory} is not a run but a {document.get('kind', 'stranger')}",
            remedy="give the directory that `pgrehearse replay` wrote",
        )
    found = document.get("format")
    if not isinstance(found, int):
        raise BadInput(f"{directory / NAME}: damaged: no format", remedy="replay again")
    if found > FORMAT:
        raise FormatTooNew(str(directory), found, FORMAT)
    document.pop("kind")
    try:
        return RunManifest(**document)
    except TypeError as error:
        raise BadInput(f"{directory / NAME}: damaged: {error}", remedy="replay again") from None
