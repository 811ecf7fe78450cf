"""Reads the file of the option ``--events``: tables ``[[events]]``, as a scenario has them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from pgrehearse.base.errors import BadInput
from pgrehearse.base.toml import read_toml
from pgrehearse.scenarios.events.plan import EventPlan, check_events
from pgrehearse.scenarios.keys.validation import CONFIG, validated

_FORM = "docs/events.md"


@dataclass(frozen=True, slots=True)
class _EventsFile:
    __pydantic_config__: ClassVar[dict[str, Any]] = CONFIG

    events: tuple[EventPlan, ...]


def read_events(path: Path) -> tuple[EventPlan, ...]:
    """Return the events of a file. Raises ``BadInput`` with all keys that are wrong."""
    document = read_toml(path, missing="use the path of a file with tables [[events]]", form=_FORM)
    events = validated(_EventsFile, document, str(path)).events
    check_events(events, str(path))
    for number, event in enumerate(events, 1):
        if event.sides:
            raise BadInput(
                f"{path}: events[{number}].sides: a replay has one target, and no sides",
                remedy="remove the key, or use the events in a scenario",
            )
    return events
