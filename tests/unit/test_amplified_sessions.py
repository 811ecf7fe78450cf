"""Which sessions are replayed more than once, by a factor that need not be an integer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import UsageProblem
from pgrehearse.replay.plan.plan import ReplayPlan, SessionSelection
from pgrehearse.replay.prepare.session_selection import select_sessions
from tests.captured import captured
from tests.logged import LogRecord, Server

if TYPE_CHECKING:
    from pgrehearse.workload.read import Workload

SESSIONS = 400


@pytest.fixture(scope="module")
def workload(tmp_path_factory: pytest.TempPathFactory) -> Workload:
    folder = tmp_path_factory.mktemp("amplified")
    records = [LogRecord.ran(number, 1 + number / 100, "select 1") for number in range(1, SESSIONS + 1)]
    return captured(folder, Server().write(folder / "x.csv", *records)).workload


def copies(workload: Workload, amplify: float, seed: int = 7) -> list[tuple[int, int]]:
    plan = ReplayPlan(
        Endpoint.parse("postgresql://127.0.0.1/x"), selection=SessionSelection(amplify=amplify, seed=seed)
    )
    return select_sessions(workload, plan).select("session", "copy").rows()


def test_a_fraction_of_the_sessions_has_one_copy_more(workload: Workload) -> None:
    """The same ones for the same seed, and at least those of a smaller factor."""
    half = copies(workload, 1.5)
    assert abs(len(half) - 1.5 * SESSIONS) < 0.1 * SESSIONS
    assert {copy for _, copy in half} == {0, 1}
    assert half == copies(workload, 1.5) != copies(workload, 1.5, seed=8)
    assert set(copies(workload, 1.25)) < set(half) < set(copies(workload, 2)) < set(copies(workload, 2.5))
    assert len(copies(workload, 3)) == 3 * SESSIONS


def test_labels_give_the_factor() -> None:
    target = Endpoint.parse("postgresql://127.0.0.1/x")
    labels = [ReplayPlan(target, selection=SessionSelection(amplify=factor)).labels()[0] for factor in (1.5, 2)]
    assert [label.partition(" (")[0] for label in labels] == [
        "amplified: each session replayed 1.5 times on average",
        "amplified: each session replayed 2 times",
    ]


def test_a_factor_below_1_is_refused() -> None:
    with pytest.raises(UsageProblem, match=r"--amplify 0\.5 is out of range"):
        SessionSelection(amplify=0.5)
