"""The logins of sessions that were open before the window: made before the time line begins, a limited number at a time.

A server completes a limited number of logins a second, because it starts a process for each. If more are begun, each of them takes
longer, until all of them time out. Therefore another login is begun only when one has ended.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from psycopg import pq

from pgrehearse.base.clock import MILLISECOND
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import Identity
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session.connection import LOGIN_US
from pgrehearse.replay.session.connection_attempt import AttemptCallbacks, ConnectionAttempt
from pgrehearse.replay.session.deadlines import LoginTimeout
from pgrehearse.replay.session.login import UNREACHABLE, Login, sqlstate_of
from pgrehearse.replay.session.reactor import Reactor

# Round trips of a login: TCP, TLS, the password, the identity query.
LOGIN_TRIPS = 10
# As many logins are in progress as the processors of a server can use; and, where the round trips take long, one for each 3 ms of them.
LEAST_AT_ONCE, _INTERVAL_US = 16, 3 * MILLISECOND


def most_at_once(trip_us: int, workers: int) -> int:
    """Return how many logins of each worker are in progress at most. *trip_us*: a round trip to the target.

    >>> most_at_once(100, workers=1), most_at_once(100_000, workers=4), most_at_once(100, workers=64)
    (16, 87, 1)
    """
    return max((LEAST_AT_ONCE + LOGIN_TRIPS * trip_us // _INTERVAL_US) // workers, 1)


@dataclass(frozen=True, slots=True)
class EarlyLogins:
    """*connections*: one for each login, in their order; None where there is none: the session then connects itself, and records the reason.
    *restarts*: the later starts of the target that they found."""

    connections: list[pq.abc.PGconn | None]
    restarts: frozenset[int]


async def log_in(reactor: Reactor, logins: Sequence[Login], passwords: Passwords, at_once: int) -> EarlyLogins:
    """Open a connection for each login, at most *at_once* at a time. The rest is not begun once the server is unreachable, or is another one."""
    under_way = _Logins(reactor, logins, passwords, at_once)
    under_way.begin()
    await under_way.finished
    return EarlyLogins(under_way.connections, frozenset(under_way.restarts))


class _Logins:
    """Logins of which some are in progress."""

    def __init__(self, reactor: Reactor, logins: Sequence[Login], passwords: Passwords, at_once: int) -> None:
        self._reactor, self._logins, self._passwords, self._at_once = reactor, logins, passwords, at_once
        self._begun = self._in_progress = 0
        self.connections: list[pq.abc.PGconn | None] = [None] * len(logins)
        self.restarts: set[int] = set()
        self.finished: asyncio.Future[None] = reactor.loop.create_future()
        reactor.end_with_errors(self.finished)

    def begin(self) -> None:
        """Begin as many logins as may be in progress."""
        while self._in_progress < self._at_once and self._begun < len(self._logins):
            number = self._begun
            self._begun += 1
            self._in_progress += 1
            callbacks = AttemptCallbacks(partial(self._ended, number), self._wrong_server, self._restarted)
            attempt = ConnectionAttempt(self._logins[number], self._passwords, self._reactor, callbacks)
            self._reactor.call_at(self._reactor.now() + LOGIN_US, LoginTimeout(attempt))
        if not self._in_progress and not self.finished.done():
            self.finished.set_result(None)

    def _ended(self, number: int, connection: pq.abc.PGconn | None, refusal: str) -> None:
        """One login has ended, perhaps while it was begun: another one is begun by the loop, so that calls are not nested."""
        self.connections[number] = connection
        if connection is None and sqlstate_of(refusal) == UNREACHABLE:
            self._begun = len(self._logins)
        self._in_progress -= 1
        self._reactor.loop.call_soon(self.begin)

    def _wrong_server(self, problem: TargetProblem) -> None:  # noqa: ARG002 (a session's own login finds it, and ends the replay)
        self._begun = len(self._logins)
        self._in_progress -= 1
        self._reactor.loop.call_soon(self.begin)

    def _restarted(self, identity: Identity) -> None:
        self.restarts.add(identity.started_us)
