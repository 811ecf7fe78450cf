"""A connection that is being established: libpq's handshake, then the session's first statement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from psycopg import OperationalError, pq

from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import Identity
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session.libpq import Sockets, poll_handshake
from pgrehearse.replay.session.login import IDENTITY_QUERY, Login, cannot_prove, read_identity, wrong_server


@dataclass(frozen=True, slots=True)
class AttemptCallbacks:
    """*done* receives the connection, or None and the reason of the refusal. *wrong_server* is called when another server answered
    (*done* is not called then), *restarted* when the same server answered after a restart of its own."""

    done: Callable[[pq.abc.PGconn | None, str], None]
    wrong_server: Callable[[TargetProblem], None]
    restarted: Callable[[Identity], None]


class ConnectionAttempt:
    """Establishes one connection, and proves that the right server answered."""

    def __init__(self, login: Login, passwords: Passwords, sockets: Sockets, callbacks: AttemptCallbacks) -> None:
        self._login, self._sockets, self._callbacks, self._active = login, sockets, callbacks, True
        self._query = login.first_statement()
        self._result: pq.abc.PGresult | None = None
        self._watched: int | None = None  # libpq has no socket any more when it finds the connection closed
        self._pg = pq.PGconn.connect_start(login.conninfo(passwords))
        self._pg.notice_handler = None
        if self._pg.status == pq.ConnStatus.BAD:
            self._handshake_done(ok=False)
        else:
            poll_handshake(self._pg, self._pg.connect_poll, lambda ok: self._handshake_done(ok=ok), sockets)

    def _handshake_done(self, *, ok: bool) -> None:
        if ok and self._query is not None:
            self._watched = self._pg.socket
            self._sockets.watch(self._watched, self._readable)
            self._send(self._query)
            return
        self._active = False
        if ok:
            self._pg.nonblocking = 1
            self._callbacks.done(self._pg, "")
            return
        message = self._pg.get_error_message("utf-8").strip()
        self._pg.finish()
        self._callbacks.done(None, message)

    def _send(self, query: tuple[bytes, list[bytes | None]]) -> None:
        try:
            self._pg.send_query_params(*query)
        except OperationalError as error:
            self._finish(str(error))

    def _readable(self) -> None:
        """Read the result of the first statement."""
        try:
            self._pg.consume_input()
            while not self._pg.is_busy():
                result = self._pg.get_result()
                if result is None:
                    self._check(self._result)
                    return
                self._result = self._result or result
        except OperationalError as error:
            self._finish(str(error))

    def _check(self, result: pq.abc.PGresult | None) -> None:
        """Keep the connection, if the server that answered is the proven one."""
        if result is not None and cannot_prove(result) and self._query != IDENTITY_QUERY:
            self._query, self._result = IDENTITY_QUERY, None
            self._send(IDENTITY_QUERY)
            return
        if result is None or (result.status == pq.ExecStatus.FATAL_ERROR and self._query != IDENTITY_QUERY):
            self._finish(result.get_error_message() if result is not None else "the server closed the connection")
            return
        expected, identity = self._login.expected_identity, read_identity(result)
        if refusal := self._login.refusal(identity):
            self._end()
            self._pg.finish()
            self._callbacks.wrong_server(wrong_server(refusal))
            return
        if expected is not None and identity is not None and expected.restarted(identity):
            self._callbacks.restarted(identity)
        self._finish("")

    def _end(self) -> None:
        self._sockets.unwatch(self._pg.socket if self._watched is None else self._watched)
        self._active = False

    def _finish(self, refusal: str) -> None:
        self._end()
        if refusal:
            self._pg.finish()
            self._callbacks.done(None, refusal.strip())
        else:
            self._pg.nonblocking = 1
            self._callbacks.done(self._pg, "")

    def time_out(self) -> None:
        """End an attempt that is still in progress, as one that the server did not answer."""
        if self._active:
            self.abandon()
            self._callbacks.done(None, "timeout expired")

    def abandon(self) -> None:
        """End an attempt that is still in progress; *done* is not called."""
        if self._active:
            self._end()
            self._pg.finish()
