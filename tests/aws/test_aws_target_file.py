"""The file of a target at AWS: created by one command, found by its name by later ones, removed by the last one."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.base.progress import SILENT
from pgrehearse.targets import make as making
from pgrehearse.targets.aws.rehearsal import AwsRehearsal
from pgrehearse.targets.aws.waiting import Pace
from pgrehearse.targets.journal import journals
from pgrehearse.targets.make import existing, make
from pgrehearse.targets.specification import read
from tests.aws.rehearsals import production

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.journal import Journal
    from tests.aws.standin.server import StandIn

FILE = """
kind = "aurora"
name = "cand"
expires = "2h"

[settings]
work_mem = "4096"

[aurora]
source = "prod"
origin = "snapshot"
readers = 1
security_groups = ["sg-1"]
parameters = { random_page_cost = "1.1" }
min_free_storage = 0.3
"""


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """The targets that a watchdog was started for, and whether it lets them stay."""
    seen: list[tuple[str, bool]] = []

    @contextmanager
    def guarded(journal: Journal, *, keep: bool = False) -> Iterator[None]:
        seen.append((journal.header.target, keep))
        yield

    monkeypatch.setattr(making, "guarded", guarded)
    return seen


def quick(target: Any) -> AwsRehearsal:
    """The target, which does not sleep between two requests."""
    assert isinstance(target, AwsRehearsal)
    target.pace = Pace(1, 5, lambda _seconds: None)
    return target


def test_a_file_becomes_a_target_that_later_commands_find(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, watched: list[tuple[str, bool]]
) -> None:
    """It stays after its creation; a watchdog waits for its expiry. The settings of the file are parameters."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(AwsRehearsal, "_mark", lambda _target: None)
    production(stand_in)
    (tmp_path / "cand.toml").write_text(FILE)
    made = quick(make(read(tmp_path / "cand.toml")))
    plan = "\n".join(made.plan())
    assert all(text in plan for text in ('"work_mem", "ParameterValue": "4096"', '"random_page_cost"', '["sg-1"]'))
    made.prepare(SILENT)
    found = quick(existing("cand"))
    description = found.describe()
    assert len(description.instances) == 2
    assert 0 < description.expires_us - description.data.at_us < 2 * 3600 * 1_000_000 + 60_000_000
    assert (found.target.database, found.target.min_free_storage) == ("shop", 0.3)
    found.reset(SILENT)
    assert found.describe().resource != description.resource
    assert watched == [("cand", True)] * 2
    assert quick(existing("cand")).destroy(SILENT) == ()
    assert (stand_in.left("shop"), journals()) == ((), [])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('readers = "two"', r"cand\.toml.*readers"),
        ('sauce = "prod"', r"cand\.toml.*sauce"),
        ('origin = "copy"', "not an origin"),
    ],
)
def test_a_file_with_a_wrong_key_is_refused(tmp_path: Path, line: str, message: str) -> None:
    """Before anything is described."""
    (tmp_path / "cand.toml").write_text(f'kind = "aurora"\n[aurora]\nsource = "prod"\n{line}\n')
    with pytest.raises(BadInput, match=message):
        make(read(tmp_path / "cand.toml")).plan()
