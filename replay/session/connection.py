"""A session's connection to the server: dialled, spoken through, hung up; several, one after the other, when they are lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from psycopg import OperationalError, pq

from pgrehearse.base.clock import MILLISECOND, SECOND
from pgrehearse.replay.session.deadlines import LoginTimeout
from pgrehearse.replay.session.libpq import cancel, send
from pgrehearse.replay.session.login import PASSING, Dial, Login
from pgrehearse.replay.session.script import PARSE, Command

if TYPE_CHECKING:
    from pgrehearse.replay.session.engine import Engine

_BAD = int(pq.ConnStatus.BAD)
_OPEN = (int(pq.TransactionStatus.INTRANS), int(pq.TransactionStatus.INERROR))
# After a refusal the next attempt waits this long, and twice as long each time, up to the longest.
_FIRST_PAUSE_US, _LONGEST_PAUSE_US = 50 * MILLISECOND, 500 * MILLISECOND
# A login takes at most so long.
LOGIN_US = 30 * SECOND
# Flat out there is no time to keep: a session waits so long for a server that is gone before its statements fail.
_PATIENCE_US = 60 * SECOND


class Link:
    """At most one connection at a time. *number*: of the connection; *again_us*: not before then another attempt."""

    __slots__ = (
        "_dial",
        "_engine",
        "_fd",
        "_login",
        "_opened_us",
        "_pause_us",
        "_pid",
        "_refused_us",
        "again_us",
        "number",
        "pg",
    )

    def __init__(self, engine: Engine, login: Login) -> None:
        self._engine, self._login = engine, login
        self.pg: pq.abc.PGconn | None = None
        self._dial: Dial | None = None
        self._fd = self.number = -1
        self._opened_us: int | None = None
        self._pid: int | None = None
        self._pause_us = 0
        self._refused_us: int | None = None
        self.again_us = -(1 << 62)

    @property
    def reads_only(self) -> bool:
        """Whether the server refuses what would write."""
        return self._login.read_only

    @property
    def broken(self) -> bool:
        """Whether libpq has seen the connection end."""
        return self.pg is not None and self.pg.status == _BAD

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open, or failed and not yet rolled back."""
        return self.pg is not None and self.pg.transaction_status in _OPEN

    def dial(self, done: Callable[[pq.abc.PGconn | None, str], None]) -> None:
        """Begin to connect; *done* hears the connection, or None and why not."""
        self.number = self._engine.next_connection()
        engine = self._engine
        self._dial = Dial(
            self._login,
            engine.passwords,
            engine.watch,
            engine.unwatch,
            done=done,
            strange=engine.fail,
            again=engine.restarted,
        )
        engine.call_at(engine.now() + LOGIN_US, LoginTimeout(self._dial))

    def opened(self, pg: pq.abc.PGconn, now: int, readable: Callable[[], None]) -> None:
        """Keep a connection that was made."""
        self._dial = None
        self.pg, self._fd, self._pid, self._opened_us = pg, pg.socket, pg.backend_pid, now
        self._pause_us, self._refused_us = 0, None
        self._engine.watch(self._fd, False, readable)

    def refused(self, now: int, session: int, copy: int, sqlstate: str) -> None:
        """Note that a connection was not made, and when the next attempt may be."""
        self._dial = None
        self._pause_us = min(max(2 * self._pause_us, _FIRST_PAUSE_US), _LONGEST_PAUSE_US)
        self.again_us = now + self._pause_us
        self._refused_us = now if self._refused_us is None else self._refused_us
        self._engine.record.connected(session, copy, self.number, None, None, now, sqlstate)

    def worth_waiting(self, now: int, sqlstate: str) -> bool:
        """Say whether another attempt may go well, and has not been hoped for too long."""
        return sqlstate in PASSING and self._refused_us is not None and now - self._refused_us < _PATIENCE_US

    def put(self, command: Command) -> None:
        """Put one message on the wire (``wire.send``). Raises libpq's OperationalError."""
        if self.pg is not None and send(self.pg, command):
            self._engine.watch(self._fd, True, self._flush)

    def put_pipeline(self, commands: list[Command]) -> None:
        """Put messages on the wire with one Sync. Raises libpq's OperationalError."""
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
            self._engine.watch(self._fd, True, self._flush)

    def _flush(self) -> None:
        pg = self.pg
        if pg is None:
            return
        with suppress(OperationalError):  # reading finds out, and says what became of it
            if not pg.flush():
                self._engine.unwatch_writing(self._fd)

    def strike(self) -> None:
        """Ask the server to cancel what runs."""
        if self.pg is not None:
            with suppress(OperationalError):  # a request that cannot be made cancels nothing, as in production
                cancel(self.pg, self._engine.watch, self._engine.unwatch)

    def hang_up(self, now: int, session: int, copy: int, sqlstate: str | None) -> None:
        """End the connection, if there is one, and keep that it was."""
        if self._dial is not None:
            self._dial.abandon()
            self._dial = None
        if self.pg is None:
            return
        self._engine.unwatch(self._fd)
        self.pg.finish()
        self.pg = None
        self._engine.record.connected(session, copy, self.number, self._pid, self._opened_us, now, sqlstate)
