"""One captured session on one connection: the script's commands at their times, the answers into the record.

Everything here runs in callbacks of the event loop and never waits. A failing statement, a refused login, a killed
backend end what they must and no more: after a lost connection the session dials again at its next event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from psycopg import OperationalError, pq

from pgrehearse.replay.prepare.skip_rules import IN_ITS_PLACE, reason_of
from pgrehearse.replay.session.commit_wait import Waiting
from pgrehearse.replay.session.connection import Link
from pgrehearse.replay.session.deadlines import Strike
from pgrehearse.replay.session.error_blame import Excuses
from pgrehearse.replay.session.libpq import ENDED, WAITING, Answer, dismiss_notices, read
from pgrehearse.replay.session.login import PASSING, sqlstate_of
from pgrehearse.replay.session.recorder import FAILED, NEVER, OK, SKIPPED, UNSENT
from pgrehearse.replay.session.script import CONNECT, DISCONNECT, Script
from pgrehearse.runs.reasons import LOST, REFUSED, STRUCK, UNREACHABLE, unwaited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.replay.prepare.session_selection import Role
    from pgrehearse.replay.session.engine import Engine
    from pgrehearse.replay.session.login import Login
    from pgrehearse.replay.session.pool import Pool
    from pgrehearse.replay.session.recorder import Line


class Session:
    """The engine's unit of work. *pool*: where a connection that many sessions share finds its next transaction."""

    __slots__ = (
        "_answer",
        "_command",
        "_early",
        "_engine",
        "_excuses",
        "_group",
        "_link",
        "_ordered_us",
        "_piped",
        "_pool",
        "_ready_us",
        "_rested",
        "_sent_us",
        "_shift_us",
        "_struck",
        "_waiting",
        "busy",
        "copy",
        "number",
        "over",
        "script",
    )

    def __init__(
        self, engine: Engine, role: Role, script: Script, login: Login, *, early: bool = False, pool: Pool | None = None
    ) -> None:
        self._engine, self.number, self.copy, self._shift_us = engine, role.session, role.copy, role.shift_us
        self.script, self._link, self._pool = script, Link(engine, login), pool
        self.busy = self.over = False  # busy: something of it is on the wire
        self._early = early  # connect before the first event is due
        self._group: list[int] = []  # the rows of the pipeline on the wire
        self._piped = False  # a pipeline is on the wire, perhaps with its Sync alone
        self._ready_us = self._ordered_us = NEVER
        self._sent_us = 0
        self._struck = self._rested = -1
        self._waiting = Waiting(engine, self)
        self._answer = Answer()
        self._excuses = Excuses()

    def proceed(self, now: int) -> None:
        """Do what is due at *now*; called whenever the session is free and its time may have come."""
        script, link = self.script, self._link
        while (i := script.look()) is not None or (i := self._next_unit()) is not None:
            rows = script.rows
            if 0 < rows.skip[i] < IN_ITS_PLACE:
                self._pass_over(i, now)
                continue
            due = rows.due_us[i] + self._shift_us
            if rows.rest_us[i] is not None:
                due = self._rested_at(i, due)
            if now < due:
                self._wait_until(due)
                return
            code = rows.code[i]
            if code == DISCONNECT:
                self._disconnect(i)
            elif link.pg is None:
                if not self._passed_unconnected(i, now):
                    return
            elif code == CONNECT:  # opened early
                script.skip()
            elif (waits := rows.waits[i]) is not None and self._held_back(rows.seq[i], waits, now):
                return
            else:
                self._send(i, now)
                return
        self._finish()

    def _pass_over(self, row: int, now: int) -> None:
        """Keep a row that is not sent, and move on."""
        self._other(row, SKIPPED, now, reason=reason_of(self.script.rows.skip[row]))
        self.script.skip()

    def _next_unit(self) -> int | None:
        """A shared connection takes the next transaction when it is done with one; any other is at its end.

        What a client left open when it went away ends with its connection, as a pooler has it.
        """
        if self._pool is None or not self._pool.deal_to(self):
            return None
        self._excuses.forget()
        if self._link.in_transaction:
            self._link.hang_up(self._engine.now(), self.number, self.copy, None)
            self.script.prepared.clear()
        return self.script.look()

    def _rested_at(self, i: int, due: int) -> int:
        """Return when a session that thinks at least so long may go on."""
        rows = self.script.rows
        if self._ready_us == NEVER:
            return due
        if self._rested != rows.seq[i]:  # what it thinks at least counts as its own, not as lateness of ours
            self._rested = rows.seq[i]
            self._ready_us += rows.rest_us[i] or 0
        return max(due, self._ready_us)

    def _wait_until(self, due: int) -> None:
        """Nothing is due before; a session that was open before the window connects meanwhile."""
        if self._early and self._link.pg is None:
            self._connect()
        else:
            self._engine.call_at(due, self)

    def _passed_unconnected(self, i: int, now: int) -> bool:
        """Pass over a row that fails for want of a connection; False: it waits for one.

        After a refusal there is a pause: on time the events in it fail at once, at full speed they wait for its end.
        """
        script, again = self.script, self._link.again_us
        if script.rows.code[i] != CONNECT and script.lost():
            self._other(i, FAILED, now, reason=LOST, sqlstate="08006")
        elif now >= again:
            self._connect()
            return False
        elif self._engine.paced:
            self._other(i, FAILED, now, reason=UNREACHABLE, sqlstate="08001")
            script.lose()
        else:
            self._engine.call_at(again, self)
            return False
        script.skip()
        return True

    def _held_back(self, seq: int, waits: list[int], now: int) -> bool:
        """Say whether a statement has to wait for other transactions; it is called when it may go on."""
        if self._waiting.holds(seq, waits, now):
            return True
        if self._waiting.seq == seq:
            self._ordered_us = now
        return False

    def waits_no_longer(self, seq: int, now: int) -> None:
        """The bound of a wait ran out."""
        row = self.script.look() if not self.over else None
        held = row is not None and self._waiting.seq == seq == self.script.rows.seq[row] and not self.busy
        if held and self._ordered_us == NEVER:
            self._waiting.ends(now)

    def _send(self, i: int, now: int) -> None:
        """Send the row stood on, with all of its pipeline if it leads one."""
        self.busy = True
        self._answer.rows = 0
        self._sent_us = now
        rows = self.script.rows
        self._put(i, rows.pipeline[i] is not None)
        if (after := rows.strike_us[i]) is not None:
            self._engine.call_at(now + after, Strike(self, rows.seq[i]))

    def strike(self, seq: int) -> None:
        """Cancel the event *seq*, if it still runs."""
        if self.busy and self.script.rows.seq[self.script.position] == seq:
            self._struck = seq
            self._link.strike()

    def _put(self, i: int, together: bool) -> None:
        """Put the next command of the row on the wire, or all of its pipeline (*together*) with one Sync."""
        script = self.script
        try:
            if not together or len(group := script.pipeline()) < 2:
                command = self._command = script.command_at(i)
                self._link.put(command)
            elif (needed := script.needed(group)) is not None:  # prepared before, not in the middle
                self._command = needed
                self._link.put(needed)
            else:
                self._group, self._piped = group, True
                self._link.put_pipeline(script.together(group))
        except OperationalError as error:
            self._answer.fail(None, str(error))
            self._gone()

    def _readable(self) -> None:
        """Read what came; the hot path."""
        pg = self._link.pg
        if pg is None:
            return
        try:
            pg.consume_input()
            if not self.busy:
                dismiss_notices(pg)
                if self._link.broken:
                    self._gone()
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

    def _done(self) -> None:
        """A statement has its answer: go on first, and keep what came while the server works on the next."""
        answer, script, engine = self._answer, self.script, self._engine
        now = engine.now()
        if not answer.ok and self._link.broken:
            self._gone()
            return
        row, rows = script.position, script.rows
        if not script.heard(self._command, answer.ok):
            self._put(row, rows.pipeline[row] is not None)
            return
        line, plain = (
            self._line(row, self._sent_us, now, answer.rows),
            answer.ok and self._waiting.seq < 0 and not rows.skip[row],
        )
        if not plain:
            self._keep_told(line, row, answer)
        self.busy = False
        self._ready_us, self._ordered_us = now, NEVER
        if rows.ends[row] is not None:
            self._waiting.passes_on(rows.ends[row], now)
        self.proceed(now)
        if plain:
            engine.record.add(*line)

    def _keep_told(self, line: Line, row: int, answer: Answer) -> None:
        """Keep a row that failed, stood in for another, or was held back; not each that failed did so through the target."""
        rows, record, waiting = self.script.rows, self._engine.record, self._waiting
        if not answer.ok:
            status, reason = FAILED, STRUCK if line[2] == self._struck else None
            if why := self._excuses.why(rows, row, answer.sqlstate, reads_only=self._link.reads_only):
                status, reason = SKIPPED, why
            told = {"sqlstate": answer.sqlstate, "message": answer.message, "expected": rows.expected[row]}
            record.add_other(line, status, reason=reason, **told)
            self._answer = Answer()
        elif rows.skip[row]:  # what was sent in its place went well
            record.add_other(line, SKIPPED, reason=reason_of(rows.skip[row]))
        elif waiting.seq >= 0 and waiting.given_up >= 0:
            record.add_other(line, OK, reason=unwaited(*self._engine.owner(waiting.given_up)))
        else:
            record.add(*line)
        waiting.over()

    def _next_of_group(self) -> None:
        """One statement of a pipeline has its results."""
        row = self._group.pop(0)
        now = self._engine.now()
        self._stand_on(row, now)
        if self._answer.ok:
            self.script.ran(row)
        self._keep(row, now, self._answer)
        self._answer = Answer()
        self.script.skip()

    def _stand_on(self, row: int, now: int) -> None:
        """Pass over the rows of a pipeline that were not sent, up to one that was."""
        while self.script.position < row:
            self._pass_over(self.script.position, now)

    def _taken_off_the_wire(self, now: int) -> Iterator[int]:
        """Yield every row that is on the wire, and move on over it."""
        for row in self._group if self._piped else [self.script.position]:
            self._stand_on(row, now)
            yield row
            self.script.skip()
        self._group, self._piped, self.busy = [], False, False

    def _group_done(self, pg: pq.abc.PGconn) -> None:
        pg.exit_pipeline_mode()
        self._group, self._piped, self.busy = [], False, False
        now = self._ready_us = self._engine.now()
        self._ordered_us = NEVER
        self.proceed(now)

    def _keep(self, row: int, now: int, answer: Answer) -> None:
        """Keep a row that was on the wire."""
        rows = self.script.rows
        line = self._line(row, self._sent_us, now, answer.rows)
        self._waiting.passes_on(rows.ends[row], now)
        self._keep_told(line, row, answer)

    def _other(
        self,
        row: int,
        status: int,
        now: int,
        *,
        reason: str,
        sqlstate: str | None = None,
        message: str | None = None,
        tried: bool = False,
    ) -> None:
        """Keep an event that was not sent (*tried*: its connection was dialled for it)."""
        rows = self.script.rows
        line = self._line(row, self._sent_us, now) if tried else self._line(row, NEVER, NEVER)
        self._waiting.passes_on(rows.ends[row], now)
        self._engine.record.add_other(
            line, status, sqlstate=sqlstate, message=message, reason=reason, expected=rows.expected[row]
        )

    def _line(self, row: int, sent_us: int, done_us: int, count: int = -1) -> Line:
        """Return an outcome as the record takes it."""
        rows = self.script.rows
        return (
            self.number,
            self.copy,
            rows.seq[row],
            self._link.number,
            rows.due_us[row] + self._shift_us,
            self._ready_us,
            self._ordered_us,
            sent_us,
            done_us,
            count,
        )

    def _connect(self) -> None:
        self._sent_us = self._engine.now()
        self._link.dial(self._connected)

    def _connected(self, pg: pq.abc.PGconn | None, message: str) -> None:
        engine, script = self._engine, self.script
        now = engine.now()
        row = script.look()
        if row is None:
            return
        opening = script.rows.code[row] == CONNECT
        if pg is None:
            self._refused(row, now, message, opening=opening)
            return
        self._link.opened(pg, now, self._readable)
        if opening:
            engine.record.add(*self._line(row, self._sent_us, now))
            script.skip()
        self._ready_us = now
        self.proceed(now)

    def _refused(self, row: int, now: int, message: str, *, opening: bool) -> None:
        """A login failed. For good, at the session's start, it takes all of the session; else the event that needed it."""
        state = sqlstate_of(message)
        self._link.refused(now, self.number, self.copy, state)
        self._ready_us = now
        early = self._early and self.script.rows.due_us[row] + self._shift_us > now
        if early or (
            not self._engine.paced and self._link.worth_waiting(now, state)
        ):  # there is time for another attempt
            self._engine.call_at(self._link.again_us, self)
            return
        text = message.split("FATAL:  ")[-1]
        self._other(row, FAILED, now, reason=REFUSED, sqlstate=state, message=text, tried=True)
        self.script.lose()
        self.script.skip()
        if opening and state not in PASSING:
            self.drain(REFUSED)
        else:
            self.proceed(now)

    def _gone(self) -> None:
        """The connection broke. What was on the wire failed; the session goes on without what it had."""
        now = self._engine.now()
        was_busy, self.busy = self.busy, False
        self._link.hang_up(now, self.number, self.copy, "08006")
        if was_busy:
            answer = self._answer
            if answer.ok:
                answer.fail("08006", "the connection was lost")
            self.script.lose()
            for row in self._taken_off_the_wire(now):
                self._keep(row, now, answer)
            self._ready_us, self._ordered_us = now, NEVER
            self.proceed(now)
        else:
            self._answer = Answer()  # that it broke is no statement's answer
            self.script.lose_idle()

    def _disconnect(self, row: int) -> None:
        now = self._sent_us = self._engine.now()
        self._link.hang_up(now, self.number, self.copy, None)
        self._engine.record.add(*self._line(row, now, now))
        self.script.skip()
        self._ready_us = now

    def drain(self, reason: str) -> None:
        """Keep every event that is left as unsent, and end the session."""
        if self.over:
            return
        now = self._engine.now()
        if self.busy:
            self._answer.fail(None, reason)
            for row in self._taken_off_the_wire(now):
                self._other(row, FAILED, now, reason=reason)
        while (left := self.script.look()) is not None or (left := self._next_unit()) is not None:
            self._other(left, UNSENT, now, reason=reason)
            self.script.skip()
        self._finish()

    def _finish(self) -> None:
        if not self.over:
            self.over = True
            self._link.hang_up(self._engine.now(), self.number, self.copy, None)
            self._engine.ended(self)
