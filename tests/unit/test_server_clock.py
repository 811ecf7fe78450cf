"""When the clock of a server can be production's: replayed time has to pass as production's did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.replay.plan.plan import Clock, ReplayPlan
from pgrehearse.scenarios.preparing import server_clock
from pgrehearse.scenarios.preparing.server_clock import notes_of, obstacle

if TYPE_CHECKING:
    from pathlib import Path

PLAN: dict[str, Any] = {"clock": Clock.PRODUCTION}


@pytest.mark.parametrize(
    ("more", "standbys", "words"),
    [
        ({}, False, ""),
        ({"start_at_us": 1, "from_us": 5, "think_floor_us": 5}, False, ""),
        ({"speed": None}, False, "not at speed 1"),
        ({"speed": 2.0}, False, "not at speed 1"),
        ({"think": 0.5}, False, "scaled"),
        ({"connect": 0.0}, False, "scaled"),
        ({"skip_idle_us": 1}, False, "idle periods"),
        ({}, True, "standbys"),
    ],
)
def test_time_that_passes_otherwise_is_an_obstacle(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, more: dict[str, Any], standbys: bool, words: str
) -> None:
    """Then texts are sent with production's instants."""
    monkeypatch.setattr(server_clock, "library", lambda: tmp_path)
    found = obstacle(ReplayPlan(Endpoint(), **PLAN, **more), standbys=standbys)
    assert words in found
    assert bool(words) == bool(found)


def test_a_note_gives_the_reason() -> None:
    """Of a server that is not embedded, this; without the option there is no note."""
    plan = ReplayPlan(Endpoint(), speed=None, clock=Clock.PRODUCTION)
    assert "not at speed 1" in notes_of(None, plan, embedded=True, standbys=False)[0]
    assert "it is not an embedded server" in notes_of(None, plan, embedded=False, standbys=False)[0]
    assert notes_of(None, ReplayPlan(Endpoint()), embedded=True, standbys=False) == []


def test_a_missing_library_is_an_obstacle_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence contains the command that installs it."""
    monkeypatch.setattr(server_clock, "library", lambda: None)
    assert "apt-get install faketime" in obstacle(ReplayPlan(Endpoint(), **PLAN), standbys=False)
