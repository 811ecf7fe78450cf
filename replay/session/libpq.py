"""libpq as the replayed application speaks it: send one message, read its results away.

``psycopg.pq`` because logs carry parameters as text and the protocol has to be repeated as it was. Results are
counted and dropped, a few rows at a time (chunked rows mode), never held whole.
"""

from __future__ import annotations

from collections.abc import Callable

from psycopg import pq

from pgrehearse.replay.session.script import CLOSE, NAMED, PARSE, SIMPLE, UNNAMED, Command

WAITING, ENDED, SYNCED = range(3)
_EXECUTES = (SIMPLE, UNNAMED, NAMED)
_SYNC, _ABORTED = int(pq.ExecStatus.PIPELINE_SYNC), int(pq.ExecStatus.PIPELINE_ABORTED)
_COPY_OUT, _COPY_IN = int(pq.ExecStatus.COPY_OUT), int(pq.ExecStatus.COPY_IN)
_ROWS = {int(pq.ExecStatus.TUPLES_OK), int(pq.ExecStatus.TUPLES_CHUNK), int(pq.ExecStatus.SINGLE_TUPLE)}
_DONE, _FAILED = int(pq.ExecStatus.COMMAND_OK), int(pq.ExecStatus.FATAL_ERROR)
# Rows of up to 10 MB are held this many at a time.
CHUNK = 4


def send(pg: pq.abc.PGconn, command: Command) -> int:
    """Put one message on the wire; 1: some of it is still to be flushed."""
    op, name, sql, params, _, types = command
    if op == NAMED:
        pg.send_query_prepared(name, params)
    elif op == SIMPLE:
        pg.send_query(sql)
    elif op == UNNAMED:
        pg.send_query_params(sql, params, types)
    elif op == PARSE:
        pg.send_prepare(name, sql, types)
    elif op == CLOSE:
        pg.send_close_prepared(name)
    if op in _EXECUTES:
        pg.set_chunked_rows_mode(CHUNK)
    return pg.flush()


class Answer:
    """What came back for one statement so far."""

    __slots__ = ("message", "ok", "rows", "sqlstate")

    def __init__(self) -> None:
        self.ok, self.rows = True, 0
        self.sqlstate: str | None = None
        self.message: str | None = None

    def fail(self, sqlstate: str | None, message: str | None) -> None:
        self.ok, self.sqlstate, self.message = False, sqlstate, message

    def take(self, result: pq.abc.PGresult, status: int) -> None:
        """Count a result and let it go."""
        if status == _FAILED:
            state = result.error_field(pq.DiagnosticField.SQLSTATE)
            text = result.error_field(pq.DiagnosticField.MESSAGE_PRIMARY) or result.error_message
            self.fail(state.decode() if state else None, text.decode(errors="replace"))
        elif status == _DONE:
            self.rows += result.command_tuples or 0


def read(pg: pq.abc.PGconn, answer: Answer) -> int:
    """Take the results that are there: ``ENDED`` after a statement's last, ``SYNCED`` after a pipeline's, else ``WAITING``."""
    while not pg.is_busy():
        result = pg.get_result()
        if result is None:
            return ENDED
        status = result.status
        if status in _ROWS:
            answer.rows += result.ntuples
        elif status == _SYNC:
            return SYNCED
        if status == _COPY_OUT:
            if not _copied_out(pg):
                return WAITING
        elif status == _COPY_IN:
            pg.put_copy_end(b"COPY data is not in the log")
        elif status == _ABORTED:
            answer.fail(None, "an earlier statement of its pipeline failed")
        else:
            answer.take(result, status)
    return WAITING


def _copied_out(pg: pq.abc.PGconn) -> bool:
    """Read COPY TO STDOUT's rows away (its command tag counts them); False when more must be waited for."""
    while True:
        length, _ = pg.get_copy_data(1)
        if length == 0:
            return False
        if length < 0:
            return True


def dismiss_notices(pg: pq.abc.PGconn) -> None:
    """Take what a server sends to a session that has asked nothing."""
    while not pg.is_busy() and pg.notifies() is not None:
        pass


Watch = Callable[[int, bool, Callable[[], None]], None]
Unwatch = Callable[[int], None]


def driven(
    handshake: pq.abc.PGconn | pq.abc.PGcancelConn,
    poll: Callable[[], int],
    over: Callable[[bool], None],
    watch: Watch,
    unwatch: Unwatch,
) -> None:
    """Poll a handshake whenever its socket is ready, until it is *over* (True: it went well)."""

    def wait(*, writing: bool) -> None:
        descriptor = handshake.socket

        def ready() -> None:
            unwatch(descriptor)
            state = poll()
            if state in {pq.PollingStatus.OK, pq.PollingStatus.FAILED}:
                over(state == pq.PollingStatus.OK)
            else:
                wait(writing=state == pq.PollingStatus.WRITING)

        watch(descriptor, writing, ready)

    wait(writing=True)


def cancel(pg: pq.abc.PGconn, watch: Watch, unwatch: Unwatch) -> None:
    """Ask the server to cancel what runs on a connection (libpq's PQcancelStart). It promises nothing."""
    request = pg.cancel_conn()
    request.start()
    driven(request, request.poll, lambda _: request.finish(), watch, unwatch)
