"""libpq as the replayed application speaks it: connect, send one message, read its results away.

``psycopg.pq`` because logs carry parameters as text and the protocol has to be repeated as it was. Results are
counted and dropped, a few rows at a time (chunked rows mode), never held whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from psycopg import pq
from psycopg.conninfo import make_conninfo

from base.endpoint import Endpoint
from replay.script import CLOSE, NAMED, PARSE, SIMPLE, UNNAMED, Command

WAITING, ENDED, SYNCED = range(3)
_SYNC, _ABORTED = int(pq.ExecStatus.PIPELINE_SYNC), int(pq.ExecStatus.PIPELINE_ABORTED)
_COPY_OUT, _COPY_IN = int(pq.ExecStatus.COPY_OUT), int(pq.ExecStatus.COPY_IN)
_ROWS = {int(pq.ExecStatus.TUPLES_OK), int(pq.ExecStatus.TUPLES_CHUNK), int(pq.ExecStatus.SINGLE_TUPLE)}
_DONE, _FAILED = int(pq.ExecStatus.COMMAND_OK), int(pq.ExecStatus.FATAL_ERROR)
# Rows of up to 10 MB are held this many at a time.
CHUNK = 8
_STATES = (
    (re.compile(r'database ".*" does not exist'), "3D000"),
    (re.compile(r'role ".*" does not exist'), "28000"),
    (re.compile(r"password authentication failed|no password supplied"), "28P01"),
    (re.compile(r"no pg_hba.conf entry|is not permitted to log in"), "28000"),
    (re.compile(r"too many clients|remaining connection slots|too many connections"), "53300"),
    (re.compile(r"starting up|shutting down|recovery mode"), "57P03"),
    (re.compile(r"permission denied for database"), "42501"),
    (re.compile(r"Connection refused|could not connect|timeout expired|closed the connection"), "08001"),
)


def conninfo(
    endpoint: Endpoint,
    *,
    application: str,
    read_only: bool,
    encoding: str | None = None,
    settings: Mapping[str, str] | None = None,
) -> bytes:
    """Return libpq's connection words for one captured session.

    *encoding*: of its text, where it is not the target database's own. *settings*: what the session starts with.
    """
    words = {**endpoint.libpq(), "application_name": application, "connect_timeout": "30"}
    if encoding:
        words["client_encoding"] = encoding
    given = [f"{name}={value}" for name, value in (settings or {}).items()]
    if read_only:
        given.append("default_transaction_read_only=on")
    if given:
        # Blanks and backslashes are escaped: libpq's "options" is split like a command line.
        escaped = (re.sub(r"([\\ ])", r"\\\1", one) for one in given)
        words["options"] = " ".join([words.get("options", ""), *(f"-c {one}" for one in escaped)]).strip()
    return make_conninfo("", **words).encode()


def sqlstate_of(message: str) -> str:
    """Return the SQLSTATE of a refused connection: libpq gives its words only."""
    return next((state for pattern, state in _STATES if pattern.search(message)), "08006")


def send(pg: pq.abc.PGconn, command: Command) -> None:
    """Put one message on the wire (buffered until flushed)."""
    op = command.op
    if op == SIMPLE:
        pg.send_query(command.sql)
    elif op == NAMED:
        pg.send_query_prepared(command.name, command.params)
    elif op == UNNAMED:
        pg.send_query_params(command.sql, command.params)
    elif op == PARSE:
        pg.send_prepare(command.name, command.sql)
        return
    elif op == CLOSE:
        pg.send_close_prepared(command.name)
        return
    pg.set_chunked_rows_mode(CHUNK)


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


Watch = Callable[[int, bool, Callable[[], None]], None]
Unwatch = Callable[[int], None]


def _driven(
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


class Dial:
    """A connection in the making."""

    def __init__(
        self, words: bytes, watch: Watch, unwatch: Unwatch, done: Callable[[pq.abc.PGconn | None, str], None]
    ) -> None:
        self._unwatch, self._done, self._going = unwatch, done, True
        self._pg = pq.PGconn.connect_start(words)
        self._pg.notice_handler = None
        if self._pg.status == pq.ConnStatus.BAD:
            self._over(well=False)
        else:
            _driven(self._pg, self._pg.connect_poll, lambda well: self._over(well=well), watch, unwatch)

    def _over(self, *, well: bool) -> None:
        self._going = False
        if well:
            self._pg.nonblocking = 1
            self._done(self._pg, "")
            return
        message = self._pg.get_error_message("utf-8").strip()
        self._pg.finish()
        self._done(None, message)

    def abandon(self) -> None:
        """Give up on a connection in the making."""
        if self._going:
            self._unwatch(self._pg.socket)
            self._pg.finish()


def cancel(pg: pq.abc.PGconn, watch: Watch, unwatch: Unwatch) -> None:
    """Ask the server to cancel what runs on a connection (libpq's PQcancelStart). It promises nothing."""
    request = pg.cancel_conn()
    request.start()
    _driven(request, request.poll, lambda _: request.finish(), watch, unwatch)
