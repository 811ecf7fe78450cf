"""A session's connection to the server: opened, written to, closed; several, one after the other, when they are lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from psycopg import OperationalError, pq

from pgrehearse.base.clock import MILLISECOND, SECOND
from pgrehearse.replay.session.connection_attempt import AttemptCallbacks, ConnectionAttempt
from pgrehearse.replay.session.context import SessionContext
from pgrehearse.replay.session.deadlines import LoginTimeout
from pgrehearse.replay.session.libpq import CopyData, request_cancel, send
from pgrehearse.replay.session.login import TRANSIENT, Login
from pgrehearse.replay.session.recorder import ConnectionRow
from pgrehearse.replay.session.script import PARSE, Command

_BAD = int(pq.ConnStatus.BAD)
_FAILED = int(pq.TransactionStatus.INERROR)
_OPEN = (int(pq.TransactionStatus.INTRANS), int(pq.TransactionStatus.INERROR))
# After a refusal the next attempt waits this long, and twice as long each time, up to the longest.
_FIRST_PAUSE_US, _LONGEST_PAUSE_US = 50 * MILLISECOND, 500 * MILLISECOND
# A login takes at most so long.
LOGIN_US = 30 * SECOND
# Flat out statements have no due times: a session waits so long for an unreachable server before its statements fail.
_RETRY_US = 60 * SECOND


class Connection:
    """At most one connection at a time. *number*: of the connection; *retry_us*: the earliest instant of another attempt; *early*: the
    first one, if it was opened before the time line began."""

    __slots__ = (
        "_attempt",
        "_context",
        "_copy",
        "_early",
        "_fd",
        "_login",
        "_opened_us",
        "_pause_us",
        "_pid",
        "_reactor",
        "_refused_us",
        "number",
        "pg",
        "retry_us",
    )

    def __init__(self, context: SessionContext, login: Login, early: pq.abc.PGconn | None = None) -> None:
        self._context, self._reactor, self._login = context, context.reactor, login
        self.pg: pq.abc.PGconn | None = None
        self._early = early
        self._attempt: ConnectionAttempt | None = None
        self._copy: CopyData | None = None
        self._fd = self.number = -1
        self._opened_us: int | None = None
        self._pid: int | None = None
        self._pause_us = 0
        self._refused_us: int | None = None
        self.retry_us = -(1 << 62)

    @property
    def login(self) -> Login:
        """How it logs in."""
        return self._login

    @property
    def backend_pid(self) -> int:
        """The process id of the server process (0: there is no connection)."""
        return (self._pid or 0) if self.pg is not None else 0

    @property
    def read_only(self) -> bool:
        """Whether the server refuses statements that write."""
        return self._login.read_only

    @property
    def broken(self) -> bool:
        """Whether libpq has found the connection closed."""
        return self.pg is not None and self.pg.status == _BAD

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open, or failed and not yet rolled back."""
        return self.pg is not None and self.pg.transaction_status in _OPEN

    @property
    def in_failed_transaction(self) -> bool:
        """Whether a transaction has failed and is not yet rolled back."""
        return self.pg is not None and self.pg.transaction_status == _FAILED

    def connect(self, done: Callable[[pq.abc.PGconn | None, str], None]) -> None:
        """Begin to connect; *done* receives the connection, or None and the reason of the refusal."""
        context, reactor = self._context, self._reactor
        self.number = context.recorder.next_connection()
        if (early := self._early) is not None:
            self._early = None
            done(early, "")
            return
        callbacks = AttemptCallbacks(done, context.wrong_server, context.restarted)
        self._attempt = ConnectionAttempt(self._login, context.passwords, reactor, callbacks)
        reactor.call_at(reactor.now() + LOGIN_US, LoginTimeout(self._attempt))

    def opened(self, pg: pq.abc.PGconn, now: int, readable: Callable[[], None]) -> None:
        """Keep a connection that was established; *readable* is called whenever the server has sent something."""
        self._attempt = None
        self.pg, self._fd, self._pid, self._opened_us = pg, pg.socket, pg.backend_pid, now
        self._pause_us, self._refused_us = 0, None
        self._reactor.watch(self._fd, readable)

    def refused(self, now: int, session: int, copy: int, sqlstate: str) -> None:
        """Record that a connection was refused, and set the instant of the next attempt."""
        self._attempt = None
        self._pause_us = min(max(2 * self._pause_us, _FIRST_PAUSE_US), _LONGEST_PAUSE_US)
        self.retry_us = now + self._pause_us
        self._refused_us = now if self._refused_us is None else self._refused_us
        self._context.recorder.add_connection(
            ConnectionRow(session, copy, self.number, ended_us=now, sqlstate=sqlstate)
        )

    def should_retry(self, now: int, sqlstate: str) -> bool:
        """Return whether another attempt may succeed, and the attempts have not lasted too long."""
        return sqlstate in TRANSIENT and self._refused_us is not None and now - self._refused_us < _RETRY_US

    def send(self, command: Command) -> None:
        """Send one message (``libpq.send``). Raises libpq's OperationalError."""
        if self.pg is not None and send(self.pg, command):
            self.flush_later()

    def flush_later(self) -> None:
        """Send the rest of a message as soon as the socket takes it."""
        self._reactor.watch(self._fd, self._flush, writing=True)

    def send_pipeline(self, commands: list[Command]) -> None:
        """Send messages with one Sync. Raises libpq's OperationalError."""
        pg = self.pg
        if pg is None:
            return
        pg.enter_pipeline_mode()
        for command in commands:
            if command.op == PARSE:
                pg.send_prepare(command.name, command.sql, command.types)
            elif command.name:
                pg.send_query_prepared(command.name, command.params)
            else:
                pg.send_query_params(command.sql, command.params, param_types=command.types)
        pg.pipeline_sync()
        if pg.flush():
            self.flush_later()

    def send_copy(self, data: memoryview | None) -> None:
        """Send the data of the COPY FROM STDIN that runs (None: end it with an error); also called while the data is being sent."""
        if self._copy is None:
            self._copy = CopyData(data)
            self.flush_later()

    def _flush(self) -> None:
        pg = self.pg
        if pg is None:
            return
        with suppress(OperationalError):  # reading finds the error too, and records it
            if self._copy is not None and self._copy.send(pg):
                self._copy = None
            if self._copy is None and not pg.flush():
                self._reactor.unwatch_writing(self._fd)

    def cancel(self) -> None:
        """Ask the server to cancel the running statement."""
        if self.pg is not None:
            with suppress(OperationalError):  # a request that cannot be made cancels nothing, as in production
                request_cancel(self.pg, self._reactor)

    def close(self, now: int, session: int, copy: int, sqlstate: str | None) -> None:
        """Close the connection, if there is one, and record it."""
        if self._attempt is not None:
            self._attempt.abandon()
            self._attempt = None
        if self._early is not None:  # nothing was sent on it
            self._early.finish()
            self._early = None
        if self.pg is None:
            return
        self._reactor.unwatch(self._fd)
        self.pg.finish()
        self.pg = self._copy = None
        self._context.recorder.add_connection(
            ConnectionRow(session, copy, self.number, self._pid, self._opened_us, now, sqlstate)
        )
