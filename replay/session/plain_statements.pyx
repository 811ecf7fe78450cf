# cython: language_level=3, boundscheck=False, wraparound=False
"""The path of plain statements of a session, compiled: send, read, hash, record.

A plain statement is a simple query or an execute that nothing has to be done for besides sending it: it is due, is not skipped, waits for
nobody, draws no ids, is in no pipeline, prepares and deallocates nothing, ends no transaction that others wait for, and has no cancel request.
Everything else, and every result that is not rows or a command tag, is left to ``session.Session``, whose code is Python and also does what this
module does. The two must have equal outcomes (tests/postgres/test_plain_statements.py).

libpq's functions are those of the libpq that psycopg has loaded: a connection is one structure of that libpq.
"""

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize
from libc.stdint cimport int32_t, int64_t, uint64_t
from libc.stdlib cimport atoll
from libc.string cimport memcpy
from posix.dlfcn cimport RTLD_NOW, dlopen, dlsym
from posix.time cimport CLOCK_MONOTONIC, clock_gettime, timespec

from xxhash import xxh3_64_intdigest

from pgrehearse.replay.session.libpq import CHUNK
from pgrehearse.replay.session.recorder import NEVER
from pgrehearse.replay.session.row_hash import EMPTY, FACTOR
from pgrehearse.replay.session.script import EXECUTE, PLAIN, QUERY

# The statement was sent here, and Python goes on with it.
FOR_SESSION = PLAIN._replace()

cdef extern from "dlfcn.h":
    int RTLD_NOLOAD

# Numbers of libpq-fe.h and postgres_ext.h; they are part of its binary interface.
cdef enum:
    PGRES_EMPTY_QUERY = 0
    PGRES_COMMAND_OK = 1
    PGRES_TUPLES_OK = 2
    PGRES_FATAL_ERROR = 7
    PGRES_TUPLES_CHUNK = 12
    PG_DIAG_SQLSTATE = 67  # 'C'
    PG_DIAG_MESSAGE_PRIMARY = 77  # 'M'

ctypedef int (*ForConnection)(void *) noexcept
ctypedef int (*ForResult)(void *) noexcept
ctypedef int (*ForCell)(void *, int, int) noexcept
ctypedef void *(*NextResult)(void *) noexcept
ctypedef void (*Clear)(void *) noexcept
ctypedef char *(*CellText)(void *, int, int) noexcept
ctypedef char *(*FieldText)(void *, int) noexcept
ctypedef char *(*ResultText)(void *) noexcept
ctypedef int (*SetRowsAtOnce)(void *, int) noexcept
ctypedef int (*SendQuery)(void *, const char *) noexcept
ctypedef int (*SendParams)(
    void *, const char *, int, const unsigned int *, const char **, const int *, const int *, int
) noexcept
ctypedef int (*SendPrepared)(void *, const char *, int, const char **, const int *, const int *, int) noexcept

cdef struct Libpq:
    ForConnection consume_input
    ForConnection is_busy
    NextResult get_result
    SetRowsAtOnce set_chunked_rows_mode
    ForConnection flush
    SendQuery send_query
    SendParams send_query_params
    SendPrepared send_query_prepared
    ForResult status
    ForResult nfields
    ForResult ntuples
    ForCell is_null
    ForCell length
    CellText value
    ResultText command_tuples
    FieldText error_field
    ResultText error_message
    Clear clear

cdef Libpq pq

# The values of one statement; a statement with more of them is not plain.
cdef enum:
    MOST_VALUES = 64
    NUMBERS = 12  # of an outcome (``recorder.OutcomeRow``)

# What has arrived for a statement: not all of it, all of it, or what Python has to read.
cdef enum:
    PENDING, COMPLETE, FOR_PYTHON

cdef int CODE_QUERY = QUERY, CODE_EXECUTE = EXECUTE, ROWS_AT_ONCE = CHUNK
cdef int64_t NO_INSTANT = NEVER
cdef uint64_t HASH_EMPTY = EMPTY, HASH_FACTOR = FACTOR


cdef void *_function(void *library, bytes name) except NULL:
    cdef void *address = dlsym(library, name)
    if address == NULL:
        raise ImportError(f"libpq has no {name.decode()}")
    return address


def use_libpq_of(str module):
    """Use the libpq that the extension module in the file *module* has loaded. Raises ``ImportError``: it has loaded none."""
    cdef void *library = dlopen(module.encode(), RTLD_NOW | RTLD_NOLOAD)
    if library == NULL:
        raise ImportError(f"{module} is no loaded extension module")
    pq.consume_input = <ForConnection>_function(library, b"PQconsumeInput")
    pq.is_busy = <ForConnection>_function(library, b"PQisBusy")
    pq.get_result = <NextResult>_function(library, b"PQgetResult")
    pq.set_chunked_rows_mode = <SetRowsAtOnce>_function(library, b"PQsetChunkedRowsMode")
    pq.flush = <ForConnection>_function(library, b"PQflush")
    pq.send_query = <SendQuery>_function(library, b"PQsendQuery")
    pq.send_query_params = <SendParams>_function(library, b"PQsendQueryParams")
    pq.send_query_prepared = <SendPrepared>_function(library, b"PQsendQueryPrepared")
    pq.status = <ForResult>_function(library, b"PQresultStatus")
    pq.nfields = <ForResult>_function(library, b"PQnfields")
    pq.ntuples = <ForResult>_function(library, b"PQntuples")
    pq.is_null = <ForCell>_function(library, b"PQgetisnull")
    pq.length = <ForCell>_function(library, b"PQgetlength")
    pq.value = <CellText>_function(library, b"PQgetvalue")
    pq.command_tuples = <ResultText>_function(library, b"PQcmdTuples")
    pq.error_field = <FieldText>_function(library, b"PQresultErrorField")
    pq.error_message = <ResultText>_function(library, b"PQresultErrorMessage")
    pq.clear = <Clear>_function(library, b"PQclear")


cdef bytes _encoding(void *result, int row, int columns):
    """Return the encoding of a row that is hashed (``row_hash``)."""
    cdef Py_ssize_t size = 5
    cdef int column
    cdef int32_t length
    for column in range(columns):
        size += 1 if pq.is_null(result, row, column) else 5 + pq.length(result, row, column)
    encoding = PyBytes_FromStringAndSize(NULL, size)
    cdef char *at = PyBytes_AS_STRING(encoding)
    at[0] = b"("
    memcpy(at + 1, &columns, 4)
    at += 5
    for column in range(columns):
        if pq.is_null(result, row, column):
            at[0] = b"N"
            at += 1
            continue
        length = pq.length(result, row, column)
        at[0] = b"s"
        memcpy(at + 1, &length, 4)
        memcpy(at + 5, pq.value(result, row, column), length)
        at += 5 + length
    return encoding


cdef class PlainPath:
    """The plain statements of one session. What has arrived for a statement is in fields of its own."""

    cdef object _session, _script, _outcomes, _connection, _recorder, _rows
    cdef list _seq, _code, _skip, _due_us, _sql, _name, _params, _types, _deallocates, _empty
    cdef Py_ssize_t _count
    cdef int64_t _copy, _zero_us, _shift_us, _most
    # What has arrived for the statement that was sent (as ``StatementResult``); *handed_over*: the session's result is not as at its start.
    cdef int64_t _row_count, _left
    cdef uint64_t _ordered, _unordered
    cdef bint _handed_over

    def __init__(self, session, outcomes, connection, context, int64_t copy):
        """*copy*: of the captured session."""
        self._session, self._script, self._outcomes, self._connection = session, session.script, outcomes, connection
        self._recorder, self._zero_us = context.recorder, context.reactor.zero_us
        self._copy, self._shift_us = copy, outcomes.shift_us
        self._most = context.hasher.most if context.hasher is not None else 0

    def send(self, pg, Py_ssize_t row):
        """Send the statement of the current *row* if it is plain, and return whether it was sent."""
        rows = self._script.rows
        if rows is not self._rows:
            self._take(rows)
        if not self._send(_address(pg), row):
            return False
        self._session._command = PLAIN
        return True

    def readable(self):
        """Read what the server sent (``Session._readable``). When a plain statement has its result, send the next one first, and record this one
        while the server works on that. An error, the data of a COPY and everything that is not of a plain statement is left to the session."""
        cdef int64_t outcome[NUMBERS]
        cdef int64_t now
        cdef int state
        cdef Py_ssize_t row
        cdef void *connection
        session, pg = self._session, self._connection.pg
        if pg is None or session._command is not PLAIN or not session.in_flight:
            session._readable()
            return
        connection = _address(pg)
        if not pq.consume_input(connection):
            session._lose_connection(f"consuming input failed: {pg.get_error_message()}".strip())
            return
        state = self._read(connection)
        if state != COMPLETE:
            self._hand_over(state)
            return
        now = self._now()
        row = self._script.position
        self._complete(row, outcome, now)
        if not self._send_next(connection, row + 1, now):
            session.in_flight = False
            session.proceed(now)
        self._recorder.add_packed(PyBytes_FromStringAndSize(<char *>outcome, sizeof(outcome)))

    cdef int64_t _now(self):
        """Return the instant on the run's time line (``Reactor.now``)."""
        cdef timespec moment
        clock_gettime(CLOCK_MONOTONIC, &moment)
        return <int64_t>moment.tv_sec * 1000000 + moment.tv_nsec // 1000 - self._zero_us

    cdef int _complete(self, Py_ssize_t row, int64_t *outcome, int64_t now) except -1:
        """Write the numbers of the statement's outcome (``recorder.OutcomeRow``), and move on to the next row."""
        outcomes = self._outcomes
        outcome[0], outcome[1] = outcomes.number, self._copy
        outcome[2], outcome[3] = self._seq[row], self._connection.number
        outcome[4] = <int64_t>self._due_us[row] + self._shift_us
        outcome[5], outcome[6] = outcomes.ready_us, NO_INSTANT
        outcome[7], outcome[8], outcome[9] = outcomes.sent_us, now, self._row_count
        outcome[10], outcome[11] = <int64_t>self._ordered, <int64_t>self._unordered
        outcomes.ready_us = now
        self._script.position = row + 1
        return 0

    cdef bint _send_next(self, void *connection, Py_ssize_t row, int64_t now) except -1:
        """Send the statement of the next row, if it was fetched, is plain and due."""
        if row >= self._count or now < <int64_t>self._due_us[row] + self._shift_us:
            return False
        if self._handed_over:
            self._session._result.restart()
        if not self._send(connection, row):
            return False
        self._outcomes.sent_us = now
        return True

    cdef bint _send(self, void *connection, Py_ssize_t row) except -1:
        """Send the statement of *row* if it is plain, and return whether it was sent. libpq has nothing of a statement that it refuses."""
        cdef int sent
        cdef bytes sql
        cdef list params
        if not self._is_plain(row):
            return False
        cdef int code = self._code[row]
        name = self._name[row]
        sql = self._sql[row]
        if sql is None:
            return False
        if code == CODE_QUERY:
            sent = pq.send_query(connection, PyBytes_AS_STRING(sql))
        elif code != CODE_EXECUTE:
            return False
        elif not name and self._types[row] is None:
            sent = self._send_values(connection, None, sql, self._params[row])
        elif name and self._script.prepared.get(name) == sql:
            sent = self._send_values(connection, name, sql, self._params[row])
        else:
            return False
        if not sent:
            return False
        pq.set_chunked_rows_mode(connection, ROWS_AT_ONCE)
        self._row_count = self._ordered = self._unordered = self._handed_over = 0
        self._left = self._most
        if pq.flush(connection):
            self._connection.flush_later()
        return True

    cdef int _send_values(self, void *connection, bytes name, bytes sql, list params) except -1:
        """Execute a prepared statement (*name*) or a text with its values; 0: it was not sent."""
        cdef const char *values[MOST_VALUES]
        cdef bytes value
        cdef int number, count = 0 if params is None else len(params)
        if count > MOST_VALUES:
            return 0
        for number in range(count):
            value = params[number]
            values[number] = NULL if value is None else PyBytes_AS_STRING(value)
        if name is not None:
            return pq.send_query_prepared(connection, PyBytes_AS_STRING(name), count, values, NULL, NULL, 0)
        return pq.send_query_params(connection, PyBytes_AS_STRING(sql), count, NULL, values, NULL, NULL, 0)

    cdef bint _is_plain(self, Py_ssize_t row) except -1:
        """Return whether nothing has to be done for a row besides sending it."""
        if <int>self._skip[row] or self._deallocates[row]:
            return False
        for column in self._empty:
            if (<list>column)[row] is not None:
                return False
        return True

    cdef int _take(self, rows) except -1:
        """Keep the columns of rows that were fetched."""
        self._rows = rows
        self._seq, self._code, self._skip, self._due_us = rows.seq, rows.code, rows.skip, rows.due_us
        self._sql, self._name, self._params, self._types = rows.sql, rows.name, rows.params, rows.types
        self._deallocates = rows.deallocates
        self._empty = [rows.min_think_us, rows.waits, rows.ends, rows.cancel_after_us, rows.pins, rows.pipeline]
        self._count = len(self._seq)
        return 0

    cdef int _read(self, void *connection) except -1:
        """Read the results that have arrived (``libpq.read``)."""
        cdef void *result
        cdef bint added
        while not pq.is_busy(connection):
            result = pq.get_result(connection)
            if result == NULL:
                return COMPLETE
            try:
                added = self._add(result)
            finally:
                pq.clear(result)
            if not added:
                return FOR_PYTHON
        return PENDING

    cdef bint _add(self, void *result) except -1:
        """Add one result; False: Python has to read the next one."""
        cdef int status = pq.status(result)
        if status == PGRES_TUPLES_OK or status == PGRES_TUPLES_CHUNK:
            self._add_rows(result)
        elif status == PGRES_COMMAND_OK:
            self._row_count += atoll(pq.command_tuples(result))
        elif status == PGRES_FATAL_ERROR:
            self._add_error(result)
            return False
        else:
            return status == PGRES_EMPTY_QUERY  # libpq returns the state of a COPY again
        return True

    cdef int _add_rows(self, void *result) except -1:
        """Count and hash rows (``RowHasher.add``)."""
        cdef int count = pq.ntuples(result), columns = pq.nfields(result), row
        cdef int hashed = <int>min(count, self._left)
        cdef uint64_t one
        self._row_count += count
        if not self._left:
            return 0
        if not self._ordered:
            self._ordered = self._unordered = HASH_EMPTY
        for row in range(hashed):
            one = xxh3_64_intdigest(_encoding(result, row, columns))
            self._ordered = self._ordered * HASH_FACTOR + one
            self._unordered += one
        self._left -= hashed
        return 0

    cdef int _add_error(self, void *result) except -1:
        """Note the error of a statement."""
        cdef char *sqlstate = pq.error_field(result, PG_DIAG_SQLSTATE)
        cdef char *primary = pq.error_field(result, PG_DIAG_MESSAGE_PRIMARY)
        state = <bytes>sqlstate if sqlstate != NULL else b""
        message = (<bytes>primary if primary != NULL else b"") or <bytes>pq.error_message(result)
        self._session._result.fail(state.decode() if state else None, message.decode(errors="replace"))
        return 0

    cdef int _hand_over(self, int state) except -1:
        """Put what has arrived into the session's result, which has it if the connection is lost; the session reads what Python has to read."""
        session = self._session
        if self._row_count or self._ordered:
            result = session._result
            result.rows, result.left = self._row_count, self._left
            result.ordered, result.unordered = self._ordered, self._unordered
            self._handed_over = True
        if state == FOR_PYTHON:
            session._command = FOR_SESSION
            session._readable()
        return 0


cdef void *_address(pg) except NULL:
    """Return libpq's structure of a connection."""
    cdef size_t address = pg.pgconn_ptr
    return <void *>address
