"""Cycles of waits and locks: which waits are ended, and when the server is asked."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session import lock_cycles
from pgrehearse.replay.session.lock_cycles import LockCycles, WaitState, cycles
from pgrehearse.replay.session.login import Login

LOGIN = Login(Endpoint("h", 5432, "d", "u"), "app", read_only=False)


@dataclass
class Held:
    """A session: held back for another one (*waits_for*), or not; its process id is 100 + its number."""

    number: int
    waits_for: int = -1
    ended_at: list[int] = field(default_factory=list)

    @property
    def held(self) -> bool:
        return self.waits_for >= 0

    def state(self) -> WaitState:
        return WaitState(self.number, 1, self.waits_for, 100 + self.number, LOGIN)

    def end_in_cycle(self, now: int) -> None:
        self.ended_at.append(now)
        self.waits_for = -1


def checked(
    monkeypatch: pytest.MonkeyPatch, sessions: list[Held], blocked: dict[int, list[int]], times: int = 2
) -> int:
    """Check *times*; return how often the server was asked."""
    asked: list[Login] = []

    def read(login: Login, _: Passwords) -> dict[int, list[int]]:
        asked.append(login)
        return blocked

    async def check() -> None:
        watch = LockCycles(sessions, Passwords(""), lambda: 7)
        for _ in range(times):
            await watch.check()

    monkeypatch.setattr(lock_cycles, "read_blocked", read)
    asyncio.run(check())
    return len(asked)


def test_one_wait_of_a_cycle_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """1 waits for 2, which the server blocks behind 3, which waits for 4, which it blocks behind 1; 5 only waits."""
    sessions = [Held(1, 2), Held(2), Held(3, 4), Held(4), Held(5, 2)]
    assert checked(monkeypatch, sessions, {102: [103], 104: [101]}) == 1
    assert sorted(session.number for session in sessions if session.ended_at) in ([1], [3])
    assert sessions[4].ended_at == []


@pytest.mark.parametrize(
    "blocked",
    [{}, {102: [103]}, {102: [999]}, {999: [101]}],
    ids=["no lock", "lock of another session", "lock of another program", "another program is blocked"],
)
def test_a_wait_without_a_cycle_goes_on(monkeypatch: pytest.MonkeyPatch, blocked: dict[int, list[int]]) -> None:
    sessions = [Held(1, 2), Held(2), Held(3)]
    assert checked(monkeypatch, sessions, blocked) == 1
    assert [session.ended_at for session in sessions] == [[], [], []]


def test_the_server_is_asked_only_for_statements_that_stay_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """A statement that is held back at one check only is usual."""
    assert checked(monkeypatch, [Held(1, 2), Held(2)], {102: [101]}, times=1) == 0
    assert checked(monkeypatch, [Held(1), Held(2)], {102: [101]}) == 0


def test_a_deadlock_of_the_server_is_left_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = [Held(1), Held(2), Held(3, 1)]
    checked(monkeypatch, sessions, {101: [102], 102: [101]})
    assert [session.ended_at for session in sessions] == [[], [], []]


def test_every_cycle_is_found() -> None:
    """Two that share a node, and one alone."""
    found = cycles({1: [2, 3], 2: [1], 3: [1], 7: [8], 8: [7], 9: [7]})
    assert sorted(map(sorted, found)) == [[1, 2], [1, 3], [7, 8]]
    assert cycles({1: [2], 2: [3]}) == []
