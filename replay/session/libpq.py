"""libpq as the replayed application uses it: send one message, read its results and discard them.

``psycopg.pq`` because logs carry parameters as text and the protocol has to be repeated as it was. Results are
counted, hashed and discarded, a few rows at a time (chunked rows mode); a complete result is never in memory.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from psycopg import pq

from pgrehearse.replay.session.row_hash import NOT_HASHED, RowHasher, fold
from pgrehearse.replay.session.script import CLOSE, NAMED, PARSE, PIN, SIMPLE, UNNAMED, Command

PENDING, COMPLETE, SYNCED, COPY_IN = range(4)
_EXECUTES = (SIMPLE, UNNAMED, NAMED)
_SYNC, _ABORTED = int(pq.ExecStatus.PIPELINE_SYNC), int(pq.ExecStatus.PIPELINE_ABORTED)
_COPY_OUT, _COPY_IN = int(pq.ExecStatus.COPY_OUT), int(pq.ExecStatus.COPY_IN)
_ROWS = {int(pq.ExecStatus.TUPLES_OK), int(pq.ExecStatus.TUPLES_CHUNK), int(pq.ExecStatus.SINGLE_TUPLE)}
_DONE, _FAILED = int(pq.ExecStatus.COMMAND_OK), int(pq.ExecStatus.FATAL_ERROR)
# The data of COPY FROM STDIN is handed to libpq in pieces of this size, each when the one before was sent.
COPY_BYTES = 64 << 10
NOT_LOGGED = b"COPY data is not in the log"
# Rows of up to 10 MB are held this many at a time, and one of them twice more while it is hashed.
CHUNK = 2


class Sockets(Protocol):
    """Calls back when a socket is ready (``reactor.Reactor``)."""

    def watch(self, fd: int, callback: Callable[[], None], *, writing: bool = False) -> None: ...
    def unwatch(self, fd: int) -> None: ...


def send(pg: pq.abc.PGconn, command: Command) -> int:
    """Send one message; 1: some of it is still to be flushed."""
    op, name, sql, params, _, types = command
    if op == NAMED:
        pg.send_query_prepared(name, params)
    elif op == SIMPLE:
        pg.send_query(sql)
    elif op in {UNNAMED, PIN}:
        pg.send_query_params(sql, params, types)
    elif op == PARSE:
        pg.send_prepare(name, sql, types)
    elif op == CLOSE:
        pg.send_close_prepared(name)
    if op in _EXECUTES:
        pg.set_chunked_rows_mode(CHUNK)
    return pg.flush()


class StatementResult:
    """What the server has returned for one statement so far: its error, or how many *rows*, and their hashes (``row_hash``).

    *hasher*: None if rows are not hashed. *left*: how many more rows are hashed at most.
    """

    __slots__ = ("hasher", "left", "message", "most", "ok", "ordered", "rows", "sqlstate", "unordered")

    def __init__(self, hasher: RowHasher | None) -> None:
        self.hasher = hasher
        self.most = self.left = hasher.most if hasher is not None else 0
        self.ok, self.rows = True, 0
        self.ordered = self.unordered = NOT_HASHED
        self.sqlstate: str | None = None
        self.message: str | None = None

    def restart(self) -> None:
        """Begin with another statement, after one that succeeded."""
        self.rows, self.ordered, self.unordered, self.left = 0, NOT_HASHED, NOT_HASHED, self.most

    def fail(self, sqlstate: str | None, message: str | None) -> None:
        """Note that the statement failed."""
        self.ok, self.sqlstate, self.message = False, sqlstate, message


# Of an event without a result: it was not sent, or it connects or disconnects.
NO_RESULT = StatementResult(None)
NO_RESULT.rows = -1


def read(pg: pq.abc.PGconn, result: StatementResult) -> int:
    """Read the results that have arrived: ``COMPLETE`` after a statement's last, ``SYNCED`` after a pipeline's, ``COPY_IN`` while the server waits
    for the data of a COPY, else ``PENDING``."""
    while not pg.is_busy():
        received = pg.get_result()
        if received is None:
            return COMPLETE
        status = received.status
        if status in _ROWS:
            _add_rows(received, result)
        elif status == _SYNC:
            return SYNCED
        elif status == _COPY_IN:
            return COPY_IN
        elif status == _COPY_OUT:
            if not _read_copy_rows(pg, result):
                return PENDING
        else:
            _add(received, status, result)
    return PENDING


def _add_rows(received: pq.abc.PGresult, result: StatementResult) -> None:
    """Count and hash the rows that have arrived."""
    count = received.ntuples
    result.rows += count
    hasher, left = result.hasher, result.left
    if hasher is not None and left and (count or result.ordered == NOT_HASHED):
        hashed = min(count, left)
        result.ordered, result.unordered = hasher.add(received, hashed, result.ordered, result.unordered)
        result.left = left - hashed


def _add(received: pq.abc.PGresult, status: int, result: StatementResult) -> None:
    """Add a result that has no rows."""
    if status == _DONE:
        result.rows += received.command_tuples or 0
    elif status == _FAILED:
        state = received.error_field(pq.DiagnosticField.SQLSTATE)
        text = received.error_field(pq.DiagnosticField.MESSAGE_PRIMARY) or received.error_message
        result.fail(state.decode() if state else None, text.decode(errors="replace"))
    elif status == _ABORTED:
        result.fail(None, "an earlier statement of its pipeline failed")


def _read_copy_rows(pg: pq.abc.PGconn, result: StatementResult) -> bool:
    """Read the rows of COPY TO STDOUT (its command tag counts them), hash and discard them; False: more have to arrive."""
    while True:
        length, line = pg.get_copy_data(1)
        if length <= 0:
            return length < 0
        if result.left:
            result.ordered, result.unordered = fold([(bytes(line),)], result.ordered, result.unordered)
            result.left -= 1


class CopyData:
    """The data of one COPY FROM STDIN while it is sent, as much at a time as the socket takes. None: the COPY is ended with an error."""

    __slots__ = ("_at", "_data", "_ended")

    def __init__(self, data: memoryview | None) -> None:
        self._data, self._at, self._ended = data, 0, False

    def send(self, pg: pq.abc.PGconn) -> bool:
        """Send the next part; False: the rest has to wait until the socket takes more."""
        data = self._data
        while data is not None and self._at < len(data):
            if not pg.put_copy_data(data[self._at : self._at + COPY_BYTES]):
                return False
            self._at += COPY_BYTES
            if pg.flush():
                return False
        if not self._ended:
            self._ended = bool(pg.put_copy_end(NOT_LOGGED if data is None else None))
        return self._ended and not pg.flush()


def discard_notifications(pg: pq.abc.PGconn) -> None:
    """Read what a server sends to an idle session."""
    while not pg.is_busy() and pg.notifies() is not None:
        pass


def poll_handshake(
    handshake: pq.abc.PGconn | pq.abc.PGcancelConn,
    poll: Callable[[], int],
    done: Callable[[bool], None],
    sockets: Sockets,
) -> None:
    """Poll a handshake whenever its socket is ready, until it is *done* (True: it succeeded)."""

    def wait(*, writing: bool) -> None:
        descriptor = handshake.socket

        def ready() -> None:
            sockets.unwatch(descriptor)
            state = poll()
            if state in {pq.PollingStatus.OK, pq.PollingStatus.FAILED}:
                done(state == pq.PollingStatus.OK)
            else:
                wait(writing=state == pq.PollingStatus.WRITING)

        sockets.watch(descriptor, ready, writing=writing)

    wait(writing=True)


def request_cancel(pg: pq.abc.PGconn, sockets: Sockets) -> None:
    """Ask the server to cancel the statement that runs on a connection (libpq's PQcancelStart). The server may ignore it."""
    request = pg.cancel_conn()
    request.start()
    poll_handshake(request, request.poll, lambda _: request.finish(), sockets)
