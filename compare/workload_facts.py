"""What a comparison has about the workload of its sides."""

from __future__ import annotations

from typing import Any

from pgrehearse.compare.sides import Side


def workload_facts(side: Side) -> dict[str, Any]:
    """Return the name of the workload, its size, how complete it is, and how it was captured."""
    manifest = side.workload.manifest
    return {
        "name": side.workload.name,
        "digest": manifest.digest,
        "statements": manifest.statements,
        "sessions": manifest.sessions,
        "duration_s": manifest.duration_us / 1e6,
        "logging_mode": manifest.logging_mode,
        "coverage": manifest.coverage,
        "lines": manifest.losses.lines,
        "buckets": manifest.losses.buckets,
        "notes": manifest.notes,
        "redaction": manifest.redaction,
        "sampling": manifest.sampling,
        "parameters_missing": manifest.losses.parameters_missing,
    }
