"""The manifest of a workload: what it holds, what it could not keep, and how it was made."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from base.artifact import MANIFEST, read_manifest
from base.errors import BadInput
from workload.schema import FORMAT


@dataclass(frozen=True, slots=True)
class Losses:
    """Loss accounting: every physical line in a bucket, every event that could not be kept whole counted."""

    lines: int = 0
    buckets: dict[str, int] = field(default_factory=dict)
    unexecuted: int = 0
    errors_without_statement: int = 0
    parameters_missing: int = 0
    fetches_folded: int = 0
    session_lines_missing: int = 0
    files_cut_short: list[str] = field(default_factory=list)
    credentials_emptied: int = 0
    credentials_left_out: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """What ``manifest.json`` holds (docs/formats.md). Instants are wall clock, microseconds since the epoch."""

    window_start_us: int
    window_end_us: int
    files: list[str]
    logging_mode: str
    time_resolution_us: int
    sessions: int
    events: int
    statements: int
    errors: int
    transactions: int
    estimated_starts: int
    losses: Losses
    coverage: dict[str, float]
    digest: str
    tool_version: str
    log_format: str = ""
    source: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    redaction: str = "none"
    sampling: float = 1.0
    pooled: list[str] = field(default_factory=list)
    session_settings: list[dict[str, Any]] = field(default_factory=list)
    format: int = FORMAT

    @property
    def duration_us(self) -> int:
        return self.window_end_us - self.window_start_us

    def document(self) -> dict[str, Any]:
        """Return the JSON document, format first."""
        whole = asdict(self)
        return {"format": whole.pop("format"), "kind": "workload", **whole}


def read(directory: Path) -> Manifest:
    """Read a workload's manifest; refuse what is no workload, or of a newer format."""
    document = read_manifest(directory, kind="workload", known=FORMAT, again="capture the logs again")
    try:
        return Manifest(**{**document, "losses": Losses(**document["losses"])})
    except (TypeError, KeyError) as error:
        raise BadInput(f"{directory / MANIFEST}: damaged: {error}", remedy="capture the logs again") from None
