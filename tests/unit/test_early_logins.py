"""Sessions that were open before the window log in before the time line begins, a limited number at a time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import pytest
import uvloop

from pgrehearse.base.clock import Timeline
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session import early_logins
from pgrehearse.replay.session.early_logins import EarlyLogins, log_in
from pgrehearse.replay.session.login import Login
from pgrehearse.replay.session.reactor import Reactor

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg import pq

    from pgrehearse.replay.session.connection_attempt import AttemptCallbacks

AT_ONCE = 3
OPENED = cast("pq.abc.PGconn", object())


@dataclass
class Server:
    """A server that completes a login when the loop is idle. *refuses*: what the login of this number gets instead of a connection."""

    refuses: Callable[[int, AttemptCallbacks], bool] = lambda _number, _callbacks: False
    begun: int = 0
    in_progress: int = 0
    most: int = 0
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)

    def attempt(self, _login: Login, _passwords: Passwords, _sockets: object, callbacks: AttemptCallbacks) -> object:
        number, self.begun = self.begun, self.begun + 1
        self.in_progress += 1
        self.most = max(self.most, self.in_progress)
        self.loop.call_soon(self._end, number, callbacks)
        return object()

    def _end(self, number: int, callbacks: AttemptCallbacks) -> None:
        self.in_progress -= 1
        if not self.refuses(number, callbacks):
            callbacks.done(OPENED, "")


def logged_in(monkeypatch: pytest.MonkeyPatch, number: int, **server: Any) -> tuple[EarlyLogins, Server]:
    """Log *number* sessions in to a server of the test."""

    async def run() -> tuple[EarlyLogins, Server]:
        made = Server(**server)
        monkeypatch.setattr(early_logins, "ConnectionAttempt", made.attempt)
        reactor = Reactor(asyncio.get_running_loop(), Timeline.starting_in(0))
        try:
            logins = [Login(Endpoint(host="h", port=1, database="d", user="u"), "", read_only=False)] * number
            return await log_in(reactor, logins, Passwords(""), AT_ONCE), made
        finally:
            reactor.close()

    return uvloop.run(run())


@pytest.mark.parametrize("number", [0, 1, AT_ONCE, 50])
def test_logins_are_begun_a_limited_number_at_a_time(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Every session has a connection at the end."""
    result, server = logged_in(monkeypatch, number)
    assert result.connections == [OPENED] * number
    assert server.most == min(number, AT_ONCE)


def test_a_refused_login_leaves_its_session_without_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others log in."""

    def refuses(number: int, callbacks: AttemptCallbacks) -> bool:
        if number == 4:
            callbacks.done(None, 'FATAL:  role "gone" does not exist')
        return number == 4

    result, _ = logged_in(monkeypatch, 9, refuses=refuses)
    assert result.connections == [None if number == 4 else OPENED for number in range(9)]


def _unreachable(callbacks: AttemptCallbacks) -> None:
    callbacks.done(None, "timeout expired")


def _another_server(callbacks: AttemptCallbacks) -> None:
    callbacks.wrong_server(TargetProblem("another server answered", remedy="none"))


@pytest.mark.parametrize("end", [_unreachable, _another_server])
def test_no_login_is_begun_once_the_server_is_not_the_target(
    monkeypatch: pytest.MonkeyPatch, end: Callable[[AttemptCallbacks], None]
) -> None:
    """The sessions' own logins find it, with its reason: they would all wait for the same timeout here."""

    def refuses(number: int, callbacks: AttemptCallbacks) -> bool:
        if number >= 10:
            end(callbacks)
        return number >= 10

    result, server = logged_in(monkeypatch, 1_000, refuses=refuses)
    assert result.connections == [OPENED if number < 10 else None for number in range(1_000)]
    assert server.begun <= 10 + AT_ONCE + 1


def test_the_error_of_a_callback_ends_the_logins(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker ends with it, and does not wait for the login without end."""

    def refuses(number: int, _callbacks: AttemptCallbacks) -> bool:
        raise ZeroDivisionError(number)

    with pytest.raises(ZeroDivisionError):
        logged_in(monkeypatch, 5, refuses=refuses)
