"""The outcomes of one session: each event's row for the recorder, with the reason where it did not simply run."""

from __future__ import annotations

from collections.abc import Callable

from psycopg import pq

from pgrehearse.replay.prepare.session_selection import SessionCopy
from pgrehearse.replay.prepare.skip_rules import reason_of
from pgrehearse.replay.session.commit_wait import CommitWait
from pgrehearse.replay.session.connection import Connection
from pgrehearse.replay.session.context import SessionContext
from pgrehearse.replay.session.draws import drawn_sequence
from pgrehearse.replay.session.error_blame import ErrorBlame
from pgrehearse.replay.session.libpq import NO_RESULT, StatementResult
from pgrehearse.replay.session.recorder import FAILED, NEVER, OK, SKIPPED, Details, OutcomeRow
from pgrehearse.replay.session.script import Script
from pgrehearse.runs.reasons import CANCELED, unwaited


class Outcomes:
    """The times of a session's current event, and how its events ended.

    *number*: of the captured session. *ready_us*: when the event before was done; *ordered_us*: when other transactions let the event
    go; *sent_us*: when it was sent. *canceled_seq*: the event that a cancel request was sent for (-1: none).
    """

    __slots__ = (
        "_blame",
        "_connection",
        "_copy",
        "_counts_draws",
        "_recorder",
        "_script",
        "_wait",
        "canceled_seq",
        "number",
        "ordered_us",
        "ready_us",
        "sent_us",
        "shift_us",
    )

    def __init__(
        self, context: SessionContext, copy: SessionCopy, script: Script, connection: Connection, wait: CommitWait
    ) -> None:
        self._recorder, self._script, self._connection, self._wait = context.recorder, script, connection, wait
        self.number, self._copy, self.shift_us = copy.session, copy.copy, copy.shift_us
        self._counts_draws = context.counts_draws
        self._blame = ErrorBlame()
        self.ready_us = self.ordered_us = NEVER
        self.sent_us = 0
        self.canceled_seq = -1

    def use(self, connection: Connection) -> None:
        """Record the events from now on as sent on another connection."""
        self._connection = connection

    def begin_session(self, number: int) -> None:
        """Record the events of another captured session from now on."""
        self.number = number
        self._blame.reset()

    def connected(self, pg: pq.abc.PGconn, now: int, readable: Callable[[], None]) -> None:
        """Keep a connection that was established; its reports of draws are counted (``draws``)."""
        self._connection.opened(pg, now, readable)
        if self._counts_draws:
            pg.notice_handler = self._count_draw

    def _count_draw(self, notice: pq.abc.PGresult) -> None:
        if sequence := drawn_sequence(notice):
            self._recorder.add_draw((self.number, self._copy, self._script.running_seq(), sequence))

    def close_connection(self, now: int, sqlstate: str | None = None) -> None:
        """Close the session's connection and record it."""
        self._connection.close(now, self.number, self._copy, sqlstate)

    def connection_refused(self, now: int, sqlstate: str) -> None:
        """Record that the session's connection was refused."""
        self._connection.refused(now, self.number, self._copy, sqlstate)

    def row(self, row: int, sent_us: int, done_us: int, result: StatementResult = NO_RESULT) -> OutcomeRow:
        """Return an event's outcome as the recorder takes it."""
        rows = self._script.rows
        return (
            self.number,
            self._copy,
            rows.seq[row],
            self._connection.number,
            rows.due_us[row] + self.shift_us,
            self.ready_us,
            self.ordered_us,
            sent_us,
            done_us,
            result.rows,
            result.ordered,
            result.unordered,
        )

    def add_done(self, row: int, now: int) -> None:
        """Record that an event has run, without a result of its own."""
        self._recorder.add(self.row(row, self.sent_us, now))

    def add_result(self, row: int, now: int, result: StatementResult) -> None:
        """Record an event that was sent, and that its transaction has ended if it ends one."""
        outcome = self.row(row, self.sent_us, now, result)
        self._wait.end_transaction(self._script.rows.ends[row], now)
        self.add_explained(outcome, row, result)

    def add_explained(self, outcome: OutcomeRow, row: int, result: StatementResult) -> None:
        """Record an event that failed, was sent in place of another, or was held back. A failure that is not the target's fault counts as skipped."""
        rows, recorder, wait = self._script.rows, self._recorder, self._wait
        if not result.ok:
            status, reason = FAILED, CANCELED if rows.seq[row] == self.canceled_seq else None
            if why := self._blame.skip_reason(rows, row, result.sqlstate, read_only=self._connection.read_only):
                status, reason = SKIPPED, why
            details = Details(reason, result.sqlstate, result.message, rows.expected[row])
            recorder.add_with_details(outcome, status, details)
        elif rows.skip[row]:  # what was sent in its place succeeded
            recorder.add_with_details(outcome, SKIPPED, Details(reason_of(rows.skip[row])))
        elif wait.seq >= 0 and wait.timed_out >= 0:
            recorder.add_with_details(outcome, OK, Details(unwaited(*wait.owner(), cycle=wait.in_cycle)))
        else:
            recorder.add(outcome)
        wait.reset()

    def add_unsent(self, row: int, status: int, now: int, details: Details, *, attempted: bool = False) -> None:
        """Record an event that was not sent (*attempted*: a connection was attempted for it)."""
        expected = self._script.rows.expected[row]
        outcome = self.row(row, self.sent_us, now) if attempted else self.row(row, NEVER, NEVER)
        self._wait.end_transaction(self._script.rows.ends[row], now)
        self._recorder.add_with_details(outcome, status, details._replace(expected=expected))

    def add_skipped(self, row: int, now: int) -> None:
        """Record an event that is not sent by the skip rules."""
        self.add_unsent(row, SKIPPED, now, Details(reason_of(self._script.rows.skip[row])))
