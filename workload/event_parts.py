"""The names of the files with the events of a workload, and their order."""

from __future__ import annotations

from pathlib import Path


def part_path(folder: Path, number: int) -> Path:
    """Return the path of a part of a workload's events."""
    return folder / f"part-{number:04}.parquet"


def parts_in(folder: Path) -> list[Path]:
    """Return the parts in a folder in the order of their numbers, which can have more than four digits."""
    return sorted(folder.glob("part-*.parquet"), key=lambda path: (len(path.name), path.name))
