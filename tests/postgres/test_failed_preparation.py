"""A target whose preparation fails: its own error is shown, and it is removed once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.progress import SILENT
from pgrehearse.scenarios.sides.made_targets import made_targets
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.targets.journal import journals
from pgrehearse.targets.specification import Command, Embedded

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    yield
    assert journals() == []


@pytest.mark.parametrize(
    ("side", "message"),
    [
        (Side(embedded=Embedded(16, seed="seed.sql", database="app")), "psql failed: .*nowhere"),
        (Side("command", command=Command("false", "true", "true")), "prepare"),
    ],
    ids=["embedded", "command"],
)
def test_the_error_of_a_preparation_is_that_of_the_scenario(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, side: Side, message: str
) -> None:
    """The scenario removes its targets at its end, also one that was removed already."""
    monkeypatch.chdir(tmp_path)
    Path("seed.sql").write_text("select 1;\nselect * from nowhere;\n")
    with pytest.raises(TargetProblem, match=message) as failed, made_targets(SILENT, keep=False) as made:
        made.new("control", side).prepare(SILENT)
    assert "not removed" not in failed.value.remedy
