"""One captured session on two connections: its moved reads are sent to a reader of the target, everything else to the target.

The order within the session is kept: one statement is in flight on both connections together. The script decides with each row which
connection is used, and the session works on that one as on its only one. The connection to the reader is opened when the session waits for its first
read there.
"""

from __future__ import annotations

from collections.abc import Callable

from psycopg import OperationalError

from pgrehearse.replay.prepare.spool import Rows
from pgrehearse.replay.session.connection import Connection
from pgrehearse.replay.session.context import SessionContext
from pgrehearse.replay.session.libpq import discard_notifications
from pgrehearse.replay.session.login import Login
from pgrehearse.replay.session.script import Script
from pgrehearse.replay.session.session import CONNECTION_LOST, Session
from pgrehearse.replay.session.session_spec import SessionSpec


class ReaderScript(Script):
    """A script whose rows are sent on two connections, each with its prepared statements. *switch* is called when the other one is needed."""

    __slots__ = ("_other_prepared", "on_reader", "switch")

    def __init__(self, fetch: Callable[[int, int], Rows], low: int, high: int) -> None:
        super().__init__(fetch, low, high)
        self._other_prepared: dict[bytes, bytes] = {}
        self.on_reader = False
        self.switch: Callable[[], None] = _nothing

    def current(self) -> int | None:
        """Return the position of the current row; its connection is in use then."""
        row = super().current()
        if row is not None and bool(self.rows.reader[row]) is not self.on_reader:
            self.on_reader = not self.on_reader
            self.prepared, self._other_prepared = self._other_prepared, self.prepared
            self.switch()
        return row

    def lose_other_connection(self) -> None:
        """Note that the connection that is not in use is lost, with the statements that it had prepared."""
        self._other_prepared.clear()


def _nothing() -> None:
    """Do nothing."""


class ReaderSession(Session):
    """A session with a second connection, to a reader. *login*: how it connects there."""

    __slots__ = ("_connects_early", "_other")

    def __init__(
        self,
        context: SessionContext,
        spec: SessionSpec,
        login: Login,
        script: ReaderScript,
        on_end: Callable[[Session], None],
    ) -> None:
        super().__init__(context, spec, script, on_end)
        self._other = Connection(context, login)
        self._plain = None  # it has one connection
        # A connection to a reader is opened before its statement is due.
        self._connects_early = (self._connect_early, True)
        script.switch = self._switch

    def _switch(self) -> None:
        self._connection, self._other = self._other, self._connection
        self._connect_early = self._connects_early[self._on_reader]
        self._outcomes.use(self._connection)

    @property
    def _on_reader(self) -> bool:
        return isinstance(self.script, ReaderScript) and self.script.on_reader

    def _readable(self) -> None:
        """Read what one of the servers sent. The one that is not in use sends notifications, or the end of its connection."""
        if (pg := self._other.pg) is not None:
            try:
                pg.consume_input()
                discard_notifications(pg)
                lost = self._other.broken
            except OperationalError:
                lost = True
            if lost:
                self._close_other(CONNECTION_LOST)
        super()._readable()

    def _close_other(self, sqlstate: str | None = None) -> None:
        self._outcomes.use(self._other)
        self._outcomes.close_connection(self._reactor.now(), sqlstate)
        self._outcomes.use(self._connection)
        if isinstance(self.script, ReaderScript):
            self.script.lose_other_connection()

    def _disconnect(self, row: int) -> None:
        self._close_other()
        super()._disconnect(row)

    def _end(self) -> None:
        if not self.ended:
            self._close_other()
        super()._end()
