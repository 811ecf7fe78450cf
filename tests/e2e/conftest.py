"""One rehearsal whose results several tests check."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import held_to_schema
from tests.e2e.command import scenario, temporary_server_folder
from tests.e2e.runner import Runner, github_steps, is_rehearsal

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Rehearsed:
    """The rehearsal of a small upgrade: its folder, and the document that its command printed."""

    runner: Runner
    document: dict[str, Any]

    @property
    def folder(self) -> Path:
        return self.runner.checkout / "rehearsal"


@pytest.fixture(scope="session")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> Rehearsed:
    """The upgrade of the library at a small size, by the command of GitHub's example in docs/ci.md. No server may run afterwards."""
    runner = Runner.create(tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("programs"))
    scenario("embedded-upgrade", runner.checkout).rename(runner.checkout / "rehearsal.toml")
    with temporary_server_folder():
        for step in filter(is_rehearsal, github_steps()):
            runner.shell(step["run"])
    document = json.loads((runner.checkout / "run.json").read_text())
    held_to_schema("run", document)
    return Rehearsed(runner, document)
