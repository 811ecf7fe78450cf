"""A replication connection that reads one temporary slot: the only module of ``capture`` that uses libpq.

Why a replication connection and not ``pg_logical_slot_get_binary_changes``: each call of that function reads the write-ahead log again from
the slot's restart_lsn, which does not advance while a long transaction is open, so that production would read the same log again and again.
A WAL sender reads it once, sends each transaction when it has committed, and spills large ones to disk (logical_decoding_work_mem). asyncpg
has no replication protocol, so libpq is used (``PQgetCopyData``; the chapter "Streaming Replication Protocol" of PostgreSQL's manual).

Why a temporary slot: the server itself drops it when the connection ends, whatever ends it (kill -9 of this process, or wal_sender_timeout
if this machine stops responding). A slot of a lost connection cannot be used again: the capture ends there.
"""

from __future__ import annotations

import asyncio
import struct
import time
from dataclasses import dataclass, field

from psycopg import OperationalError, pq
from psycopg.conninfo import make_conninfo

from pgrehearse.base.application_names import CAPTURE
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.capture.decode.messages import EPOCH_US

_XLOG_DATA, _KEEPALIVE = b"wk"
_BEGIN, _COMMIT = b"BC"
# XLogData: its kind (1 byte), start and end of the WAL (8 each), the server's clock (8); then the message of pgoutput.
_HEADER = 25
_CONNECT_S = 10
# Values in a form that every session reads alike, as a subscription's connection has it (libpqwalreceiver.c).
# tcp_user_timeout: if this machine stops reading and the server wants to end the slot (max_slot_wal_keep_size), the WAL sender can be blocked in
# the message that ends its connection, and the checkpointer waits for the WAL sender. The server's kernel then ends the connection.
_SETTINGS = "-c datestyle=ISO -c intervalstyle=postgres -c extra_float_digits=3 -c tcp_user_timeout=30s"
_FAILED = int(pq.ExecStatus.FATAL_ERROR)
_COPY_BOTH = int(pq.ExecStatus.COPY_BOTH)


class StreamEnded(Exception):
    """The replication connection ended, or the server refused a command of it; the text is the server's message."""


@dataclass(slots=True)
class Batch:
    """Messages that were received and not decoded yet: their bytes, and where each begins."""

    buffer: bytearray = field(default_factory=bytearray)
    starts: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Stream:
    """A replication connection. LSNs are integers: positions in the write-ahead log, in bytes.

    *committed*: the end of the last transaction that was received. *sent*: the position up to which the server has sent everything that
    committed, by its last keepalive. *in_transaction*: the last message that was received is inside a transaction.
    """

    _pg: pq.abc.PGconn
    committed: int = 0
    sent: int = 0
    in_transaction: bool = False

    @classmethod
    async def open(cls, endpoint: Endpoint, encoding: str) -> Stream:
        """Connect to the endpoint's database for replication. *encoding*: of the texts that the server sends. Raises ``StreamEnded``."""
        parameters = endpoint.libpq() | {
            "replication": "database",
            "options": f"{endpoint.word('options')} {_SETTINGS}".strip(),
            "application_name": CAPTURE,
            "client_encoding": encoding,
            "connect_timeout": str(int(endpoint.word("connect_timeout")) or _CONNECT_S),
        }
        pg = await asyncio.to_thread(pq.PGconn.connect, make_conninfo("", **parameters).encode())
        if pg.status != pq.ConnStatus.OK:
            message = pg.get_error_message("utf-8").strip()
            pg.finish()
            raise StreamEnded(message)
        pg.nonblocking = 1
        pg.notice_handler = None
        return cls(pg)

    async def create_slot(self, command: str) -> str:
        """Create a slot (CREATE_REPLICATION_SLOT ... TEMPORARY). Return the LSN from which it decodes every transaction that commits later.

        The server waits for the end of the transactions that are open.
        """
        result = await self._execute(command)
        return (result.get_value(0, 1) or b"").decode()

    async def start(self, command: str) -> None:
        """Begin to receive (START_REPLICATION)."""
        await self._execute(command)

    async def _execute(self, command: str) -> pq.abc.PGresult:
        """Execute a replication command and return its first result."""
        try:
            self._pg.send_query(command.encode())
            while self._pg.flush() or self._pg.is_busy():
                await self.readable()
                self._pg.consume_input()
            result = self._pg.get_result()
            if result is None or result.status == _FAILED:
                raise StreamEnded(result.get_error_message().strip() if result is not None else "no result")
            if result.status != _COPY_BOTH:
                while self._pg.get_result() is not None:
                    pass
        except OperationalError as error:
            raise StreamEnded(str(error).strip()) from None
        return result

    async def readable(self, seconds: float | None = None) -> bool:
        """Wait until the server has sent something, at most so long (None: no limit)."""
        loop = asyncio.get_running_loop()
        ready: asyncio.Future[None] = loop.create_future()
        descriptor = self._pg.socket
        loop.add_reader(descriptor, lambda: None if ready.done() else ready.set_result(None))
        try:
            async with asyncio.timeout(seconds):
                await ready
        except TimeoutError:
            return False
        finally:
            loop.remove_reader(descriptor)
        return True

    def receive(self, batch: Batch, most_bytes: int) -> None:
        """Add the messages that have arrived to *batch*, until it has *most_bytes*. Raises ``StreamEnded``."""
        arrived = True  # libpq reads a part of what has arrived at a time
        try:
            while len(batch.buffer) < most_bytes:
                length, data = self._pg.get_copy_data(1)
                if length > 0:
                    self._add(data, batch)
                    arrived = True
                elif length < 0:
                    raise StreamEnded(self._reason())
                elif arrived:
                    self._pg.consume_input()
                    arrived = False
                else:
                    return
        except OperationalError as error:
            raise StreamEnded(str(error).strip()) from None

    def _add(self, data: memoryview, batch: Batch) -> None:
        if data[0] == _XLOG_DATA:
            batch.starts.append(len(batch.buffer))
            batch.buffer += data[_HEADER:]
            kind = data[_HEADER]
            if kind == _COMMIT:  # its kind, flags (1 byte), the LSN of the commit (8), the end of the transaction (8)
                self.committed = int.from_bytes(data[_HEADER + 10 : _HEADER + 18])
                self.in_transaction = False
            elif kind == _BEGIN:
                self.in_transaction = True
        elif data[0] == _KEEPALIVE:
            self.sent = int.from_bytes(data[1:9])

    def confirm(self, lsn: int, *, request_reply: bool = False) -> None:
        """Send a Standby status update: what is before *lsn* is not needed any more. *request_reply*: the server answers with a keepalive."""
        clock_us = time.time_ns() // 1000 - EPOCH_US
        try:
            self._pg.put_copy_data(struct.pack(">cQQQqb", b"r", lsn, lsn, lsn, clock_us, request_reply))
            self._pg.flush()
        except OperationalError as error:
            raise StreamEnded(str(error).strip()) from None

    def _reason(self) -> str:
        """Return why the server ended the stream."""
        result = self._pg.get_result()
        message = result.get_error_message().strip() if result is not None else ""
        return message or "the server ended the replication connection"

    def close(self) -> None:
        """Close the connection; the server then drops the slot."""
        self._pg.finish()


def position(lsn: str) -> int:
    """Return an LSN as an integer.

    >>> position("1/2A")
    4294967338
    """
    high, _, low = lsn.partition("/")
    return (int(high, 16) << 32) + int(low, 16)
