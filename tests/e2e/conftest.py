"""One rehearsal that several tests look at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import held_to_schema
from tests.e2e.command import own_place, scenario
from tests.e2e.runner import Runner, github_steps, rehearses

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Rehearsed:
    """The folder of a small upgrade's rehearsal, and the document that its command printed."""

    runner: Runner
    document: dict[str, Any]

    @property
    def folder(self) -> Path:
        return self.runner.checkout / "rehearsal"


@pytest.fixture(scope="session")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> Rehearsed:
    """The library's upgrade, small, made by the command that docs/ci.md gives to GitHub; no server may run on."""
    runner = Runner.made(tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("programs"))
    scenario("embedded-upgrade", runner.checkout).rename(runner.checkout / "rehearsal.toml")
    with own_place():
        for step in filter(rehearses, github_steps()):
            runner.shell(step["run"])
    document = json.loads((runner.checkout / "run.json").read_text())
    held_to_schema("run", document)
    return Rehearsed(runner, document)
