"""What a session sends next: pure decisions, no socket and no clock.

Theory of operation. A script walks its session's rows. ``look`` stands on the next row (or says the session is
over); ``command_at`` says what the wire needs now for that row: a named statement that the connection does not know
under that name with that SQL is prepared first (and closed before, if the name means other SQL: drivers close
statements in the protocol, which no log shows). ``heard`` takes the answer and moves on. A lost connection takes the
open transaction with it: the rest of that transaction is not sent.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from pgrehearse.replay.prepare.skip_rules import is_skipped
from pgrehearse.replay.prepare.spool import ACTIONS, BATCH, Rows

CONNECT, PREPARE, QUERY, EXECUTE, DISCONNECT = (
    ACTIONS.index(word) for word in ("connect", "prepare", "query", "execute", "disconnect")
)
# What goes over the wire: connect and disconnect, a simple query, an unnamed or a named execute, the two helpers.
OPEN, END, SIMPLE, UNNAMED, NAMED, PARSE, CLOSE = range(7)

_DEALLOCATE = re.compile(rb'(?is)^\s*deallocate\s+(?:prepare\s+)?(?:"((?:[^"]|"")+)"|(\w+))')
Params = list[bytes | None] | None


class Command(NamedTuple):
    """One message to send; *final* says that its answer is the row's."""

    op: int
    name: bytes
    sql: bytes
    params: Params
    final: bool
    types: list[int] | None = None


class Script:
    """The walk over one session's rows. *fetch* returns a few rows of the spool; *position*: in ``rows``, of the row stood on."""

    __slots__ = ("_at", "_fetch", "_high", "_lost", "_n", "position", "prepared", "rows")

    def __init__(self, fetch: Callable[[int, int], Rows], low: int, high: int) -> None:
        self._fetch = fetch
        self._at, self._high = low, high
        self.position, self._n = 0, 0
        self._lost: int | None = None
        self.prepared: dict[bytes, bytes] = {}
        self.rows: Rows

    def take(self, low: int, high: int) -> None:
        """Go on with other rows, on the same connection."""
        self._at, self._high = low, high
        self.position, self._n = 0, 0
        self._lost = None

    def look(self) -> int | None:
        """Stand on the next row and return its position in ``rows``; None: the session is over."""
        if self.position >= self._n:
            if self._at >= self._high:
                return None
            low, self._at = self._at, min(self._at + BATCH, self._high)
            self.rows = self._fetch(low, self._at)
            self.position, self._n = 0, self._at - low
        return self.position

    def command_at(self, i: int) -> Command:
        """Return what row *i* needs on the wire, with what is prepared now."""
        rows = self.rows
        code, sql, name = rows.code[i], rows.sql[i] or b"", rows.name[i]
        if code == QUERY:
            return Command(SIMPLE, b"", sql, None, True)
        if code == EXECUTE:
            if not name:
                return Command(UNNAMED, b"", sql, rows.params[i], True, rows.types[i])
            known = self.prepared.get(name)
            if known == sql:
                return Command(NAMED, name, sql, rows.params[i], True)
            return Command(PARSE if known is None else CLOSE, name, sql, None, False, rows.types[i])
        if code == PREPARE:
            if name and name in self.prepared:
                return Command(CLOSE, name, sql, None, False)
            return Command(PARSE, name or b"", sql, None, True, rows.types[i])
        return Command(OPEN if code == CONNECT else END, b"", b"", None, True)

    def heard(self, command: Command, ok: bool) -> bool:
        """Take the answer to *command*; True when the row is done (moving on to the next).

        A helper that failed is the row's own answer: its statement cannot run.
        """
        if command.op == PARSE and ok:
            self.prepared[command.name] = command.sql
        elif command.op == CLOSE and ok:
            self.prepared.pop(command.name, None)
        elif ok and self.rows.forgets[self.position]:
            self._forget(command.sql)
        if command.final or not ok:
            self.position += 1
            return True
        return False

    def skip(self) -> None:
        """Move on without sending the row."""
        self.position += 1

    def pipeline(self) -> list[int]:
        """Return the positions of the rows that are sent as one pipeline (at least the row stood on, which is sent)."""
        rows, i = self.rows, self.position
        number = rows.pipeline[i]
        if number is None:
            return [i]
        if self._at < self._high and rows.pipeline[-1] == number:  # it may go on in the next batch
            high = min(self._at + BATCH, self._high)
            more = self._fetch(self._at, high)
            self.rows = Rows(*((getattr(rows, f)[i:] + getattr(more, f)) for f in Rows.__slots__))
            self.position, self._n, self._at = 0, len(self.rows.seq), high
            return self.pipeline()
        end = i
        names: dict[bytes, bytes | None] = {}
        while end < self._n and rows.pipeline[end] == number:
            # One name cannot mean two statements in what goes out at once.
            if (
                not is_skipped(rows.skip[end])
                and (name := rows.name[end])
                and names.setdefault(name, rows.sql[end]) != rows.sql[end]
            ):
                break
            end += 1
        return [row for row in range(i, end) if not is_skipped(rows.skip[row])]

    def needed(self, group: list[int]) -> Command | None:
        """Return what has to be sent before a pipeline can go out: statements that it uses and does not prepare."""
        parsed: set[bytes] = set()
        for row in group:
            command, name = self.command_at(row), self.rows.name[row] or b""
            if self.rows.code[row] == PREPARE and not (command.op == CLOSE and name not in parsed):
                parsed.add(name)
            elif not command.final and name not in parsed:
                return command
        return None

    def together(self, group: list[int]) -> list[Command]:
        """Return the commands of a pipeline that needs nothing more."""
        found = []
        for row in group:
            command = self.command_at(row)
            if self.rows.code[row] == EXECUTE and not command.final:  # the pipeline itself prepares it
                command = Command(NAMED, command.name, command.sql, self.rows.params[row], True)
            found.append(command)
        return found

    def ran(self, row: int) -> None:
        """Note what a row of a pipeline that went well has prepared."""
        if self.rows.code[row] == PREPARE:
            self.prepared[self.rows.name[row] or b""] = self.rows.sql[row] or b""

    def lose(self) -> None:
        """Note that the connection is gone, with what it had prepared and the transaction of the row stood on."""
        self.prepared.clear()
        self._lost = self.rows.transaction[self.position] if self.position < self._n else None

    def lose_idle(self) -> None:
        """Note that the connection went while nothing was on the wire: the transaction that goes on, if any, is lost."""
        self.prepared.clear()
        done = self.rows.transaction[self.position - 1] if self.position else None
        following = self.look()
        self._lost = done if following is not None and self.rows.transaction[following] == done else None

    def lost(self) -> bool:
        """Say whether the row stood on belongs to a transaction that died with its connection."""
        return self._lost is not None and self.rows.transaction[self.position] == self._lost

    def _forget(self, sql: bytes) -> None:
        one = _DEALLOCATE.match(sql)
        if one is None or (one[2] or b"").lower() == b"all":
            self.prepared.clear()
        else:
            self.prepared.pop(one[1].replace(b'""', b'"') if one[1] else one[2].lower(), None)
