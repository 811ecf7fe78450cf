"""One captured session on one connection: sends the script's commands at their times, and records the results.

Everything here runs in callbacks of the event loop and never waits. A failing statement, a refused login, a killed
backend end what they must and no more: after a lost connection the session connects again at its next event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from psycopg import OperationalError, pq

from pgrehearse.replay.prepare.skip_rules import IN_ITS_PLACE
from pgrehearse.replay.session.commit_wait import CommitWait
from pgrehearse.replay.session.compiled import PLAIN_PATH
from pgrehearse.replay.session.connection import Connection
from pgrehearse.replay.session.context import SessionContext
from pgrehearse.replay.session.deadlines import CancelAt
from pgrehearse.replay.session.libpq import COMPLETE, COPY_IN, PENDING, StatementResult, discard_notifications, read
from pgrehearse.replay.session.login import TRANSIENT, sqlstate_of
from pgrehearse.replay.session.outcomes import Outcomes
from pgrehearse.replay.session.recorder import FAILED, NEVER, UNSENT, Details
from pgrehearse.replay.session.script import CONNECT, DISCONNECT, PIN, PINS, Script
from pgrehearse.replay.session.session_spec import SessionSpec
from pgrehearse.runs.reasons import LOST, REFUSED, UNREACHABLE

CONNECTION_LOST = "08006"
_CONNECTION_CODES = (CONNECT, DISCONNECT)


class Session:
    """The engine's unit of work. *on_end* is called once, when nothing is left to send. *in_flight*: the server is executing something of it."""

    __slots__ = (
        "_command",
        "_connect_early",
        "_connection",
        "_context",
        "_in_pipeline",
        "_on_end",
        "_outcomes",
        "_pipeline",
        "_plain",
        "_pool",
        "_reactor",
        "_recorder",
        "_result",
        "_thinking_seq",
        "_wait",
        "ended",
        "in_flight",
        "script",
    )

    def __init__(
        self, context: SessionContext, spec: SessionSpec, script: Script, on_end: Callable[[Session], None]
    ) -> None:
        self._context, self._reactor, self._recorder = context, context.reactor, context.recorder
        self._connect_early, self._pool, self.script, self._on_end = spec.connect_early, spec.pool, script, on_end
        self.in_flight = self.ended = False
        self._pipeline: list[int] = []  # rows of the pipeline that was sent
        self._in_pipeline = False  # a pipeline was sent, and its Sync has not come back
        self._thinking_seq = -1
        self._connection = Connection(context, spec.login, spec.early)
        self._wait = CommitWait(context, self, None if spec.copy.copy else self._connection)
        self._outcomes = Outcomes(context, spec.copy, script, self._connection, self._wait)
        self._result = StatementResult(context.hasher)
        copy = spec.copy.copy
        self._plain = PLAIN_PATH(self, self._outcomes, self._connection, context, copy) if PLAIN_PATH else None

    @property
    def number(self) -> int:
        """The captured session that is replayed now."""
        return self._outcomes.number

    def proceed(self, now: int) -> None:
        """Do what is due at *now*; called whenever the session is free and its time may have come."""
        script, outcomes = self.script, self._outcomes
        while (i := script.current()) is not None or (i := self._next_transaction()) is not None:
            rows = script.rows
            if 0 < rows.skip[i] < IN_ITS_PLACE:
                self._skip(i, now)
                continue
            due = rows.due_us[i] + outcomes.shift_us
            if rows.min_think_us[i] is not None:
                due = self._after_thinking(i, due)
            if now < due:
                self._wait_until(due)
                return
            code = rows.code[i]
            if self._connection.pg is None or code in _CONNECTION_CODES:
                if self._change_connection(i, now):
                    continue
                return
            if (waits := rows.waits[i]) is None or not self._is_held_back(rows.seq[i], waits, now):
                self._send(i, now)
            return
        self._end()

    def _change_connection(self, i: int, now: int) -> bool:
        """Connect or disconnect; False: the session continues when it is called again."""
        if self.script.rows.code[i] == DISCONNECT:
            self._disconnect(i)
            return True
        if self._connection.pg is None:
            return self._fail_unconnected(i, now)
        self.script.advance()  # a connect whose connection was opened early
        return True

    def _skip(self, row: int, now: int) -> None:
        """Record a row that is not sent, and move on."""
        self._outcomes.add_skipped(row, now)
        self.script.advance()

    def _next_transaction(self) -> int | None:
        """Take the pool's next transaction, if the connection is shared; None: the session is at its end.

        A transaction that a client left open when it went away ends with its connection, as a pooler ends it.
        """
        if self._pool is None or (transaction := self._pool.take()) is None:
            return None
        self._outcomes.begin_session(transaction.session)
        self.script.assign(transaction.low, transaction.high)
        if self._connection.in_transaction:
            self._outcomes.close_connection(self._reactor.now())
            self.script.prepared.clear()
        return self.script.current()

    def _after_thinking(self, i: int, due: int) -> int:
        """Return when a session that has a minimum think time may continue."""
        rows, outcomes = self.script.rows, self._outcomes
        if outcomes.ready_us == NEVER:
            return due
        if self._thinking_seq != rows.seq[i]:  # minimum think time counts as the session's own, not as lateness
            self._thinking_seq = rows.seq[i]
            outcomes.ready_us += rows.min_think_us[i] or 0
        return max(due, outcomes.ready_us)

    def _wait_until(self, due: int) -> None:
        """Nothing is due before; a session that was open before the window connects now."""
        if self._connect_early and self._connection.pg is None:
            self._connect()
        else:
            self._reactor.call_at(due, self)

    def _fail_unconnected(self, i: int, now: int) -> bool:
        """Record that a row failed without a connection, and move on; False: it waits for one.

        After a refusal there is a pause: a paced session's events in it fail at once, flat out they wait for its end.
        """
        script, retry_us = self.script, self._connection.retry_us
        if script.rows.code[i] != CONNECT and script.in_lost_transaction():
            self._outcomes.add_unsent(i, FAILED, now, Details(LOST, CONNECTION_LOST))
        elif now >= retry_us:
            self._connect()
            return False
        elif self._context.paced:
            self._outcomes.add_unsent(i, FAILED, now, Details(UNREACHABLE, "08001"))
            script.lose_connection()
        else:
            self._reactor.call_at(retry_us, self)
            return False
        script.advance()
        return True

    def _is_held_back(self, seq: int, waits: list[int], now: int) -> bool:
        """Return whether a statement has to wait for other transactions; the session is called when it may continue."""
        if self._wait.must_wait(seq, waits, now):
            return True
        if self._wait.seq == seq:
            self._outcomes.ordered_us = now
        return False

    def stop_waiting(self, seq: int, now: int) -> None:
        """The wait of the event *seq* timed out."""
        row = self.script.current() if not self.ended else None
        held = row is not None and self._wait.seq == seq == self.script.rows.seq[row] and not self.in_flight
        if held and self._outcomes.ordered_us == NEVER:
            self._wait.time_out(now)

    def _send(self, i: int, now: int) -> None:
        """Send the current row, with all of its pipeline if it is the first of one."""
        self.in_flight = True
        self._result.restart()
        self._outcomes.sent_us = now
        rows = self.script.rows
        self._send_command(i, rows.pipeline[i] is not None)
        if (after := rows.cancel_after_us[i]) is not None:
            self._reactor.call_at(now + after, CancelAt(self, rows.seq[i]))

    def cancel(self, seq: int) -> None:
        """Cancel the event *seq*, if it still runs."""
        if self.in_flight and self.script.rows.seq[self.script.position] == seq:
            self._outcomes.canceled_seq = seq
            self._connection.cancel()

    def _send_command(self, i: int, in_pipeline: bool) -> None:
        """Send the next command of the row, or all commands of its pipeline (*in_pipeline*) with one Sync."""
        script, connection = self.script, self._connection
        try:
            if self._plain is not None and connection.pg is not None and self._plain.send(connection.pg, i):
                return
            if not in_pipeline:
                command = self._command = script.command_at(i)
                connection.send(command)
                return
            messages = script.messages(pinned=not connection.in_failed_transaction)
            self._command = messages[0][1]
            if len(messages) == 1:
                connection.send(self._command)
            else:
                self._pipeline, self._in_pipeline = [row for row, _ in messages], True
                connection.send_pipeline([command for _, command in messages])
        except OperationalError as error:
            self._result.fail(None, str(error))
            self._lose_connection()

    def _readable(self) -> None:
        """Read what the server sent; the hot path."""
        if (pg := self._connection.pg) is None:
            return
        try:
            pg.consume_input()
            if not self.in_flight:
                self._read_idle(pg)
                return
            while (state := read(pg, self._result)) != PENDING:
                if state == COMPLETE and self._pipeline:
                    self._complete_in_pipeline()
                elif state == COMPLETE:
                    self._complete()
                    return
                else:
                    self._complete_pipeline(pg, state)
                    return
        except OperationalError as error:
            self._lose_connection(str(error).strip())

    def _read_idle(self, pg: pq.abc.PGconn) -> None:
        """Read what the server sent while no statement was running: a notification, or the end of the connection."""
        discard_notifications(pg)
        if self._connection.broken:
            self._lose_connection()

    def _complete(self) -> None:
        """A statement has its result: send the next one first, and record this one while the server works on that."""
        result, script, outcomes = self._result, self.script, self._outcomes
        now = self._reactor.now()
        if not result.ok and self._connection.broken:
            self._lose_connection()
            return
        row, rows = script.position, script.rows
        if not script.completed(self._command, result.ok):
            if self._command.op == PIN:  # its result is not the statement's, and its time neither
                self._result = StatementResult(self._result.hasher)
                outcomes.sent_us = now
            self._send_command(row, rows.pipeline[row] is not None)
            return
        outcome = outcomes.row(row, outcomes.sent_us, now, result)
        plain = result.ok and self._wait.seq < 0 and not rows.skip[row]
        if not plain:
            outcomes.add_explained(outcome, row, result)
            if not result.ok:
                self._result = StatementResult(result.hasher)
        self.in_flight = False
        outcomes.ready_us, outcomes.ordered_us = now, NEVER
        if rows.ends[row] is not None:
            self._wait.end_transaction(rows.ends[row], now)
        self.proceed(now)
        if plain:
            self._recorder.add(outcome)

    def _complete_in_pipeline(self) -> None:
        """One statement of a pipeline has its result."""
        if (row := self._pipeline.pop(0)) == PINS:
            self._result = StatementResult(self._result.hasher)
            return
        now = self._reactor.now()
        self._advance_to(row, now)
        if self._result.ok:
            self.script.note_prepared(row)
        self._outcomes.add_result(row, now, self._result)
        self._result = StatementResult(self._result.hasher)
        self.script.advance()

    def _complete_pipeline(self, pg: pq.abc.PGconn, state: int) -> None:
        """A pipeline's Sync has come back; or (``COPY_IN``) the server waits for the data of a COPY."""
        if state == COPY_IN:
            self._connection.send_copy(self.script.rows.copy[self.script.position])
            return
        pg.exit_pipeline_mode()
        self._pipeline, self._in_pipeline, self.in_flight = [], False, False
        self._outcomes.ready_us, self._outcomes.ordered_us = self._reactor.now(), NEVER
        self.proceed(self._outcomes.ready_us)

    def _advance_to(self, row: int, now: int) -> None:
        """Record the rows of a pipeline that were not sent, up to one that was."""
        while self.script.position < row:
            self._skip(self.script.position, now)

    def _sent_rows(self, now: int) -> Iterator[int]:
        """Yield every row that was sent and has no result, and move on past it."""
        for row in [row for row in self._pipeline if row != PINS] if self._in_pipeline else [self.script.position]:
            self._advance_to(row, now)
            yield row
            self.script.advance()
        self._pipeline, self._in_pipeline, self.in_flight = [], False, False

    def _connect(self) -> None:
        self._outcomes.sent_us = self._reactor.now()
        self._connection.connect(self._connected)

    def _connected(self, pg: pq.abc.PGconn | None, message: str) -> None:
        """Continue with a connection that was established, or without one that was refused."""
        now = self._reactor.now()
        self._context.login_ended(self)
        if (row := self.script.current()) is None:
            return
        if pg is None:
            self._refused(row, now, message)
            return
        readable = self._readable if self._plain is None else self._plain.readable
        self._outcomes.connected(pg, now, readable)
        if self.script.rows.code[row] == CONNECT:
            self._outcomes.add_done(row, now)
            self.script.advance()
        self._outcomes.ready_us = now
        self.proceed(now)

    def _refused(self, row: int, now: int, message: str) -> None:
        """A login was refused. At the session's start and for good, all its events fail; else the event that needed the connection."""
        opening = self.script.rows.code[row] == CONNECT
        state = sqlstate_of(message)
        self._outcomes.connection_refused(now, state)
        self._outcomes.ready_us = now
        early = self._connect_early and self.script.rows.due_us[row] + self._outcomes.shift_us > now
        if early or (
            not self._context.paced and self._connection.should_retry(now, state)
        ):  # there is time for another attempt
            self._reactor.call_at(self._connection.retry_us, self)
            return
        details = Details(REFUSED, state, message.split("FATAL:  ")[-1])
        self._outcomes.add_unsent(row, FAILED, now, details, attempted=True)
        self.script.lose_connection()
        self.script.advance()
        if opening and state not in TRANSIENT:
            self.stop(REFUSED)
        else:
            self.proceed(now)

    def _lose_connection(self, message: str = "the connection was lost") -> None:
        """The connection is broken. What was sent failed; the session continues without the state it had."""
        now, outcomes = self._reactor.now(), self._outcomes
        was_in_flight, self.in_flight = self.in_flight, False
        outcomes.close_connection(now, CONNECTION_LOST)
        result, self._result = self._result, StatementResult(self._result.hasher)
        if not was_in_flight:  # no statement failed
            self.script.lose_idle_connection()
            return
        if result.ok:
            result.fail(CONNECTION_LOST, message)
        self.script.lose_connection()
        for row in self._sent_rows(now):
            outcomes.add_result(row, now, result)
        outcomes.ready_us, outcomes.ordered_us = now, NEVER
        self.proceed(now)

    def _disconnect(self, row: int) -> None:
        outcomes = self._outcomes
        now = outcomes.sent_us = self._reactor.now()
        outcomes.close_connection(now)
        outcomes.add_done(row, now)
        self.script.advance()
        outcomes.ready_us = now

    def stop(self, reason: str) -> None:
        """Record every event that is left as unsent, and end the session."""
        if self.ended:
            return
        now, outcomes = self._reactor.now(), self._outcomes
        if self.in_flight:
            for row in self._sent_rows(now):
                outcomes.add_unsent(row, FAILED, now, Details(reason))
        while (left := self.script.current()) is not None or (left := self._next_transaction()) is not None:
            outcomes.add_unsent(left, UNSENT, now, Details(reason))
            self.script.advance()
        self._end()

    def _end(self) -> None:
        if not self.ended:
            self.ended = True
            self._outcomes.close_connection(self._reactor.now())
            self._on_end(self)
