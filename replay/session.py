"""One captured session on one connection: the script's commands at their times, the answers into the record.

Everything here runs in callbacks of the event loop and never waits. A failing statement, a refused login, a killed
backend end what they must and no more: after a lost connection the session dials again at its next event.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from psycopg import OperationalError, pq

from replay.disposition import REASONS
from replay.record import FAILED, NEVER, SKIPPED, UNSENT
from replay.script import CONNECT, DISCONNECT, LOST, Script
from replay.wire import ENDED, WAITING, Answer, Dial, cancel, read, send, sqlstate_of

if TYPE_CHECKING:
    from replay.engine import Engine
    from replay.record import Line

_BAD = int(pq.ConnStatus.BAD)
REFUSED = "its connection was refused"
INTERRUPTED = "interrupted"
STRUCK = "cancelled, as it was in production"


class Strike:
    """The instant at which a statement is to be cancelled, as it was in production: after the same time."""

    __slots__ = ("_seq", "_session")

    def __init__(self, session: Session, seq: int) -> None:
        self._session, self._seq = session, seq

    def proceed(self, now: int) -> None:  # noqa: ARG002 (the engine's word for a due time)
        """It is time."""
        self._session.strike(self._seq)


class Session:
    """The engine's unit of work."""

    __slots__ = (
        "_answer",
        "_busy",
        "_command",
        "_dial",
        "_engine",
        "_fd",
        "_group",
        "_opened_us",
        "_pg",
        "_pid",
        "_ready_us",
        "_sent_us",
        "_struck",
        "_words",
        "connection",
        "number",
        "over",
        "script",
    )

    def __init__(self, engine: Engine, number: int, script: Script, words: bytes) -> None:
        self._engine, self.number, self.script, self._words = engine, number, script, words
        self._pg: pq.abc.PGconn | None = None
        self._dial: Dial | None = None
        self._fd = -1
        self._busy = self.over = False
        self._group: list[int] = []  # the rows of the pipeline on the wire
        self._ready_us = NEVER
        self._sent_us = 0
        self._struck = -1
        self.connection = -1
        self._opened_us: int | None = None
        self._pid: int | None = None

    def proceed(self, now: int) -> None:
        """Do what is due at *now*; called whenever the session is free and its time may have come."""
        script, engine = self.script, self._engine
        while (i := script.look()) is not None:
            rows = script.rows
            if rows.skip[i]:
                self._other(i, SKIPPED, reason=REASONS[rows.skip[i]])
                script.skip()
                continue
            due = rows.due_us[i]
            if now < due:
                engine.call_at(due, self)
                return
            code = rows.code[i]
            if code == DISCONNECT:
                self._disconnect(i)
                continue
            if self._pg is None:
                if code != CONNECT and script.lost():
                    self._other(i, FAILED, reason=LOST)
                    script.skip()
                    continue
                self._connect()
                return
            if code == CONNECT:  # opened early
                script.skip()
                continue
            self._send(i, now)
            return
        self._finish()

    def _send(self, i: int, now: int) -> None:
        """Send the row stood on, with all of its pipeline if it leads one."""
        self._busy = True
        self._answer = Answer()
        self._sent_us = now
        rows = self.script.rows
        if rows.pipeline[i] is None or not self._put_pipeline():
            self._put()
        if (after := rows.strike_us[i]) is not None:
            self._engine.call_at(now + after, Strike(self, rows.seq[i]))

    def strike(self, seq: int) -> None:
        """Cancel the event *seq*, if it still runs."""
        if self._busy and self._pg is not None and self.script.rows.seq[self.script.position] == seq:
            self._struck = seq
            with suppress(OperationalError):  # a request that cannot be made cancels nothing, as in production
                cancel(self._pg, self._engine.watch, self._engine.unwatch)

    def _put(self) -> None:
        """Put the next command of the row on the wire."""
        pg = self._pg
        if pg is None:
            return
        try:
            command = self._command = self.script.command()
            send(pg, command)
            if pg.flush():
                self._engine.watch(self._fd, True, self._flush)
        except OperationalError as error:
            self._answer.fail(None, str(error))
            self._gone()

    def _put_pipeline(self) -> bool:
        """Send executes of one implicit transaction with one Sync; False when one of them must be prepared first."""
        pg, group = self._pg, self.script.pipeline()
        commands = [self.script.command_at(row) for row in group]
        if pg is None or len(group) < 2 or not all(command.final for command in commands):
            return False
        self._group = group
        try:
            pg.enter_pipeline_mode()
            for command in commands:
                if command.name:
                    pg.send_query_prepared(command.name, command.params)
                else:
                    pg.send_query_params(command.sql, command.params)
            pg.pipeline_sync()
            if pg.flush():
                self._engine.watch(self._fd, True, self._flush)
        except OperationalError as error:
            self._answer.fail(None, str(error))
            self._gone()
        return True

    def _flush(self) -> None:
        pg = self._pg
        if pg is None:
            return
        try:
            if not pg.flush():
                self._engine.unwatch_writing(self._fd)
        except OperationalError as error:
            self._answer.fail(None, str(error))
            self._gone()

    def _readable(self) -> None:
        """Read what came; the hot path."""
        pg = self._pg
        if pg is None:
            return
        try:
            pg.consume_input()
            if not self._busy:
                self._idle(pg)
                return
            while (heard := read(pg, self._answer)) != WAITING:
                if heard == ENDED and self._group:
                    self._next_of_group()
                elif heard == ENDED:
                    self._done()
                    return
                else:
                    self._group_done(pg)
                    return
        except OperationalError as error:
            if self._answer.ok:
                self._answer.fail("08006", str(error).strip())
            self._gone()

    def _idle(self, pg: pq.abc.PGconn) -> None:
        while not pg.is_busy() and pg.notifies() is not None:
            pass
        if pg.status == _BAD:
            self._gone()

    def _done(self) -> None:
        """A statement has its answer: go on first, and keep what came while the server works on the next."""
        answer, script, engine = self._answer, self.script, self._engine
        now = engine.now()
        if not answer.ok and self._pg is not None and self._pg.status == _BAD:
            self._gone()
            return
        row, rows, ready, sent = script.position, script.rows, self._ready_us, self._sent_us
        if not script.heard(self._command, ok=answer.ok):
            self._busy = True
            self._answer = Answer()
            self._put()
            return
        self._busy = False
        self._ready_us = now
        connection = self.connection
        self.proceed(now)
        if answer.ok:
            engine.record.add(self.number, rows.seq[row], connection, rows.due_us[row], ready, sent, now, answer.rows)
        else:
            line = (self.number, rows.seq[row], connection, rows.due_us[row], ready, sent, now, answer.rows)
            reason = STRUCK if rows.seq[row] == self._struck else None
            engine.record.add_other(line, FAILED, sqlstate=answer.sqlstate, message=answer.message, reason=reason)

    def _next_of_group(self) -> None:
        """One statement of a pipeline has its results."""
        row = self._group.pop(0)
        now = self._engine.now()
        self._keep(row, 0 if self._answer.ok else FAILED, now, self._answer)
        self._answer = Answer()
        self.script.passed(1)

    def _group_done(self, pg: pq.abc.PGconn) -> None:
        pg.exit_pipeline_mode()
        self._group = []
        self._busy = False
        now = self._ready_us = self._engine.now()
        self.proceed(now)

    def _keep(self, row: int, status: int, now: int, answer: Answer) -> None:
        line, record = self._line(row, self._sent_us, now, answer.rows), self._engine.record
        if status == FAILED:
            record.add_other(line, FAILED, sqlstate=answer.sqlstate, message=answer.message)
        else:
            record.add(*line)

    def _other(
        self, row: int, status: int, *, reason: str, sqlstate: str | None = None, message: str | None = None
    ) -> None:
        """Keep an event that was not sent."""
        line = self._line(row, NEVER, NEVER)
        self._engine.record.add_other(line, status, sqlstate=sqlstate, message=message, reason=reason)

    def _line(self, row: int, sent_us: int, done_us: int, count: int = -1) -> Line:
        """Return an outcome as the record takes it."""
        rows = self.script.rows
        return self.number, rows.seq[row], self.connection, rows.due_us[row], self._ready_us, sent_us, done_us, count

    def _connect(self) -> None:
        self._sent_us = self._engine.now()
        self.connection = self._engine.next_connection()
        self._dial = Dial(self._words, self._engine.watch, self._engine.unwatch, self._connected)

    def _connected(self, pg: pq.abc.PGconn | None, message: str) -> None:
        self._dial = None
        engine, script = self._engine, self.script
        now = engine.now()
        row = script.look()
        if row is None:
            return
        opening = script.rows.code[row] == CONNECT
        if pg is None:
            self._refused(row, now, message, opening=opening)
            return
        self._pg, self._fd, self._pid, self._opened_us = pg, pg.socket, pg.backend_pid, now
        engine.watch(self._fd, False, self._readable)
        if opening:
            engine.record.add(*self._line(row, self._sent_us, now))
            script.skip()
        self._ready_us = now
        self.proceed(now)

    def _refused(self, row: int, now: int, message: str, *, opening: bool) -> None:
        """A login failed. At the session's start it takes all of the session; later, only the event that needed it."""
        engine = self._engine
        state = sqlstate_of(message)
        engine.record.connected(self.number, self.connection, None, None, now, state)
        line = self._line(row, self._sent_us, now)
        engine.record.add_other(line, FAILED, sqlstate=state, message=message.split("FATAL:  ")[-1], reason=REFUSED)
        self.script.skip()
        self._ready_us = now
        if opening:
            self.drain(REFUSED)
        else:
            self.proceed(now)

    def _gone(self) -> None:
        """The connection broke. What was on the wire failed; the session goes on without what it had."""
        now = self._engine.now()
        was_busy, self._busy = self._busy, False
        self._hang_up(now, "08006")
        if was_busy:
            answer = self._answer
            if answer.ok:
                answer.fail("08006", "the connection was lost")
            for row in self._group or [self.script.position]:
                self._keep(row, FAILED, now, answer)
            self.script.lose()
            self.script.passed(max(len(self._group), 1))
            self._group = []
            self._ready_us = now
            self.proceed(now)
        else:
            self.script.lose_idle()

    def _disconnect(self, row: int) -> None:
        now = self._engine.now()
        self._sent_us = now
        self._hang_up(now, None)
        self._engine.record.add(*self._line(row, now, now))
        self.script.skip()
        self._ready_us = now

    def _hang_up(self, now: int, sqlstate: str | None) -> None:
        if self._pg is None:
            return
        self._engine.unwatch(self._fd)
        self._pg.finish()
        self._pg = None
        self._engine.record.connected(self.number, self.connection, self._pid, self._opened_us, now, sqlstate)

    def drain(self, reason: str) -> None:
        """Keep every event that is left as unsent, and end the session."""
        if self.over:
            return
        if self._dial is not None:
            self._dial.abandon()
            self._dial = None
        if self._busy:
            self._answer.fail(None, reason)
            for row in self._group or [self.script.position]:
                self._other(row, FAILED, reason=reason)
            self.script.passed(max(len(self._group), 1))
            self._busy = False
        while (left := self.script.look()) is not None:
            self._other(left, UNSENT, reason=reason)
            self.script.skip()
        self._finish()

    def _finish(self) -> None:
        if not self.over:
            self.over = True
            self._hang_up(self._engine.now(), None)
            self._engine.ended(self)
