"""The scenarios that are part of pgrehearse: their names and files. Imports nothing, so that shell completion is quick."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent / "library"


def library() -> list[str]:
    """Return the names of the scenarios."""
    return sorted(path.stem for path in _FOLDER.glob("*.toml"))


def find(name: str) -> Path:
    """Return the file of a scenario: of the library, or the path itself."""
    inside = _FOLDER / f"{name}.toml"
    return inside if inside.exists() else Path(name)
