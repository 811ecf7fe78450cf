"""The description of a prepared target, beside its journal: a later command reads what the target is."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pgrehearse.base.errors import BadInput, HarnessFailure
from pgrehearse.base.state_folder import state_folder
from pgrehearse.targets.target import DataOrigin, Description, TargetKind


def _path(name: str) -> Path:
    return state_folder("targets") / f"{name}.json"


def document(description: Description) -> dict[str, Any]:
    """Return a description as JSON (docs/json.md)."""
    return {**asdict(description), "logs": [str(log) for log in description.logs]}


def save(description: Description) -> None:
    """Write a description. Raises ``HarnessFailure`` if the disk refuses."""
    path = _path(description.name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(document(description)))
        fresh.replace(path)
    except OSError as error:
        raise HarnessFailure(
            f"{path}: {error.strerror}", remedy="make the folder writable, or set XDG_STATE_HOME"
        ) from None


def load(name: str) -> Description:
    """Return the description of a prepared target. Raises ``BadInput`` if it is missing or damaged."""
    path = _path(name)
    try:
        stored = json.loads(path.read_text())
        tuples = {key: tuple(value) for key, value in stored.items() if isinstance(value, list)}
        logs = tuple(Path(log) for log in stored["logs"])
        kind, data = TargetKind(stored["kind"]), DataOrigin(**stored["data"])
        return Description(**{**stored, **tuples, "kind": kind, "data": data, "logs": logs})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(
            f"{path}: the description of target {name} cannot be read ({type(error).__name__})",
            remedy=f"pgrehearse targets destroy {name}, and create it again",
        ) from None


def remove(name: str) -> None:
    """Remove a description, if there is one."""
    _path(name).unlink(missing_ok=True)
