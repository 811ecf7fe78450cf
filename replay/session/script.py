"""What a session sends next: pure decisions, no socket and no clock.

Theory of operation. A script goes through its session's rows. ``current`` returns the current row (None: the session is
at its end); ``command_at`` returns the message to send now for that row: a named statement that is not prepared on the connection
under that name with that SQL is prepared first (and closed before, if the name stands for other SQL: drivers close
statements in the protocol, which no log shows). Where a row has to draw production's ids, a message sets them first. ``completed`` takes the result and moves on. With a lost connection the
open transaction is lost: the rest of that transaction is not sent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from pgrehearse.base.own_statements import GIVES_IDS
from pgrehearse.replay.prepare.skip_rules import is_skipped
from pgrehearse.replay.prepare.spool import ACTIONS, BATCH, Rows

CONNECT, PREPARE, QUERY, EXECUTE, DISCONNECT = (
    ACTIONS.index(action) for action in ("connect", "prepare", "query", "execute", "disconnect")
)
# The messages: connect and disconnect, a simple query, an unnamed or a named execute, and those that prepare for these.
OPEN, END, SIMPLE, UNNAMED, NAMED, PARSE, CLOSE, PIN = range(8)
# In a pipeline: the message sets the ids for the row after it.
PINS = -1

_DEALLOCATE = re.compile(rb'(?is)^\s*deallocate\s+(?:prepare\s+)?(?:"((?:[^"]|"")+)"|(\w+))')
Params = list[bytes | None] | None


class Command(NamedTuple):
    """One message to send. *final*: its result is the row's result."""

    op: int
    name: bytes
    sql: bytes
    params: Params
    final: bool
    types: list[int] | None = None


# A statement that the compiled path has sent (``plain_statements``): its result is the row's, and nothing else changes with it.
PLAIN = Command(SIMPLE, b"", b"", None, True)


def pin(settings: Sequence[bytes | None]) -> Command:
    """Return the message that sets the ids for a row. *settings*: names and values in turn."""
    return Command(PIN, b"", _pin_sql(len(settings) // 2), list(settings), False)


@cache
def _pin_sql(count: int) -> bytes:
    calls = ", ".join(f"pg_catalog.set_config(${2 * n + 1}, ${2 * n + 2}, false)" for n in range(count))
    return f"{GIVES_IDS}{calls}".encode()


class Script:
    """One session's rows, in order. *fetch* returns a few rows of the spool; *position*: of the current row in ``rows``."""

    __slots__ = ("_at", "_count", "_fetch", "_high", "_lost", "_pinned_seq", "position", "prepared", "rows")

    def __init__(self, fetch: Callable[[int, int], Rows], low: int, high: int) -> None:
        self._fetch = fetch
        self._at, self._high = low, high
        self.position, self._count = 0, 0
        self._lost: int | None = None
        self._pinned_seq = -1  # the row whose ids were set
        self.prepared: dict[bytes, bytes] = {}
        self.rows: Rows

    def assign(self, low: int, high: int) -> None:
        """Continue with other rows, on the same connection."""
        self._at, self._high = low, high
        self.position, self._count = 0, 0
        self._lost, self._pinned_seq = None, -1

    def current(self) -> int | None:
        """Return the position of the current row in ``rows``; None: the session is at its end."""
        if self.position >= self._count:
            if self._at >= self._high:
                return None
            low, self._at = self._at, min(self._at + BATCH, self._high)
            self.rows = self._fetch(low, self._at)
            self.position, self._count = 0, self._at - low
        return self.position

    def command_at(self, i: int) -> Command:
        """Return the message to send for row *i*, given what is prepared now."""
        rows = self.rows
        code, sql, name = rows.code[i], rows.sql[i] or b"", rows.name[i]
        if (pins := rows.pins[i]) is not None and rows.pipeline[i] is None and self._pinned_seq != rows.seq[i]:
            return pin(pins)
        if code == QUERY:
            return Command(SIMPLE, b"", sql, None, True)
        if code == EXECUTE:
            if not name:
                return Command(UNNAMED, b"", sql, rows.params[i], True, rows.types[i])
            prepared_sql = self.prepared.get(name)
            if prepared_sql == sql:
                return Command(NAMED, name, sql, rows.params[i], True)
            return Command(PARSE if prepared_sql is None else CLOSE, name, sql, None, False, rows.types[i])
        if code == PREPARE:
            if name and name in self.prepared:
                return Command(CLOSE, name, sql, None, False)
            return Command(PARSE, name or b"", sql, None, True, rows.types[i])
        return Command(OPEN if code == CONNECT else END, b"", b"", None, True)

    def completed(self, command: Command, ok: bool) -> bool:
        """Note that *command* has completed; True: its row has too, and the next one is the current row.

        If a message that prepares for the row failed, the row failed: its statement cannot run.
        """
        if command.op == PIN:  # a transaction that has failed refuses it, and the row's statement too
            self._pinned_seq = self.rows.seq[self.position]
            return False
        if command.op == PARSE and ok:
            self.prepared[command.name] = command.sql
        elif command.op == CLOSE and ok:
            self.prepared.pop(command.name, None)
        elif ok and self.rows.deallocates[self.position]:
            self._deallocate(command.sql)
        if command.final or not ok:
            self.position += 1
            return True
        return False

    def running_seq(self) -> int:
        """Return the event whose results arrive: events of its pipeline before it that are not sent have none."""
        rows, row = self.rows, self.position
        while is_skipped(rows.skip[row]):
            row += 1
        return rows.seq[row]

    def advance(self) -> None:
        """Move on to the next row."""
        self.position += 1

    def pipeline(self) -> list[int]:
        """Return the positions of the rows that are sent as one pipeline (at least that of the current row, which is sent)."""
        rows, i = self.rows, self.position
        number = rows.pipeline[i]
        if number is None:
            return [i]
        if self._at < self._high and rows.pipeline[-1] == number:  # it may continue in the next batch
            high = min(self._at + BATCH, self._high)
            more = self._fetch(self._at, high)
            self.rows = Rows(*((getattr(rows, name)[i:] + getattr(more, name)) for name in Rows.__slots__))
            self.position, self._count, self._at = 0, len(self.rows.seq), high
            return self.pipeline()
        end = i
        names: dict[bytes, bytes | None] = {}
        while end < self._count and rows.pipeline[end] == number:
            # One name cannot stand for two statements in one pipeline.
            if (
                not is_skipped(rows.skip[end])
                and (name := rows.name[end])
                and names.setdefault(name, rows.sql[end]) != rows.sql[end]
            ):
                break
            end += 1
        return [row for row in range(i, end) if not is_skipped(rows.skip[row])]

    def _preparation(self, pipeline: list[int]) -> Command | None:
        """Return a message that has to be sent before a pipeline, for a statement that it uses and does not prepare (None: there is none)."""
        parsed: set[bytes] = set()
        for row in pipeline:
            command, name = self.command_at(row), self.rows.name[row] or b""
            if self.rows.code[row] == PREPARE and not (command.op == CLOSE and name not in parsed):
                parsed.add(name)
            elif not command.final and name not in parsed:
                return command
        return None

    def messages(self, *, pinned: bool) -> list[tuple[int, Command]]:
        """Return the messages of the current row's pipeline, each with its row (``PINS``: it sets ids, if *pinned*: a failed transaction
        would refuse that), or the one message that has to be sent before the pipeline."""
        pipeline = self.pipeline()
        preparation = self._preparation(pipeline)
        return self._pipeline_messages(pipeline, pinned=pinned) if preparation is None else [(pipeline[0], preparation)]

    def _pipeline_messages(self, pipeline: list[int], *, pinned: bool) -> list[tuple[int, Command]]:
        commands = []
        for row in pipeline:
            if pinned and (settings := self.rows.pins[row]) is not None:
                commands.append((PINS, pin(settings)))
            command = self.command_at(row)
            if self.rows.code[row] == EXECUTE and not command.final:  # the pipeline itself prepares it
                command = Command(NAMED, command.name, command.sql, self.rows.params[row], True)
            commands.append((row, command))
        return commands

    def note_prepared(self, row: int) -> None:
        """Note what a row of a pipeline has prepared, after it succeeded."""
        if self.rows.code[row] == PREPARE:
            self.prepared[self.rows.name[row] or b""] = self.rows.sql[row] or b""

    def lose_connection(self) -> None:
        """Note that the connection is lost, with the statements that it had prepared and the transaction of the current row."""
        self.prepared.clear()
        self._lost = self.rows.transaction[self.position] if self.position < self._count else None

    def lose_idle_connection(self) -> None:
        """Note that the connection was lost while no statement was running: a transaction that has statements left is lost."""
        self.prepared.clear()
        done = self.rows.transaction[self.position - 1] if self.position else None
        following = self.current()
        self._lost = done if following is not None and self.rows.transaction[following] == done else None

    def in_lost_transaction(self) -> bool:
        """Return whether the current row belongs to a transaction that was lost with its connection."""
        return self._lost is not None and self.rows.transaction[self.position] == self._lost

    def _deallocate(self, sql: bytes) -> None:
        """Note what a DEALLOCATE or DISCARD has deallocated."""
        statement = _DEALLOCATE.match(sql)
        if statement is None or (statement[2] or b"").lower() == b"all":
            self.prepared.clear()
        else:
            name = statement[1].replace(b'""', b'"') if statement[1] else statement[2].lower()
            self.prepared.pop(name, None)
