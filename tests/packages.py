"""The packages of pgrehearse, each a folder at the top, from the command down to what imports no other package."""

from __future__ import annotations

PACKAGES = (
    "pgrehearse",
    "scenarios",
    "report",
    "compare",
    "replay",
    "capture",
    "metrics",
    "targets",
    "runs",
    "workload",
    "base",
)
