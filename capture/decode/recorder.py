"""``capture decode``: the rows that a source commits are decoded from its write-ahead log for a limited time; slot and publication are always removed.

The slot is temporary (``stream``): it ends with its connection. A watchdog process ends that connection, and drops the publication, if this process
is killed or exceeds its time.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from secrets import token_hex

import asyncpg

from pgrehearse.base import units
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.capture.decode import source
from pgrehearse.capture.decode.files import DecodedWriter
from pgrehearse.capture.decode.messages import Decoder
from pgrehearse.capture.decode.source import Facts, Names, Table
from pgrehearse.capture.decode.stream import Batch, Stream, StreamEnded, position
from pgrehearse.capture.guard import Guard

INTERRUPTED = "interrupted"
# A part is written when so many bytes of messages were received, or so long after its first one.
BATCH_BYTES, BATCH_S = 4 << 20, 5.0
# More does not fit into the receive buffers of a connection.
REST_BYTES = 16 << 20
STATUS_S = 1.0
WAIT_S = 0.25
# A few messages are not received one by one: that would cost this process and the server a switch for each.
FEW_BYTES, PAUSE_S = 64 << 10, 0.02
# The slot is created when the transactions that were open have ended.
SLOT_S = 600.0
# At the end the server sends what was committed before: at most so long.
LAST_S = 30.0
GRACE_S = 30.0
_ERRORS = (asyncpg.PostgresError, asyncpg.InterfaceError, OSError)
Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Beside:
    """Another recording that goes on at the same time. *started*: set when every later commit is decoded; *ended*: ends the decoding."""

    started: asyncio.Event = field(default_factory=asyncio.Event)
    ended: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True, slots=True)
class Request:
    """What to decode: *seconds* long, *tables* (empty: all), the user's own *publication* ("": one is created), at most *max_wal_bytes* kept by the source.
    *beside*: the recording that it goes with (None: none)."""

    seconds: float
    tables: tuple[str, ...] = ()
    publication: str = ""
    max_wal_bytes: int = 1 << 30
    beside: Beside | None = None

    @property
    def ended(self) -> bool:
        """Whether the other recording has ended."""
        return self.beside is not None and self.beside.ended.is_set()


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was decoded: the instants and the WAL position as in ``DecodedManifest``. *error*: the server's, if it ended the connection."""

    began_us: int
    ended_us: int
    lsn: str
    tables: list[Table]
    bytes_received: int
    stopped: str = ""
    error: str = ""


async def record(
    connection: asyncpg.Connection, endpoint: Endpoint, writer: DecodedWriter, request: Request, report: Report
) -> Recorded:
    """Decode for the requested time. Raises ``TargetProblem`` if it cannot begin; what ends it later is in the result."""
    facts = await source.check(connection)
    token = token_hex(6)
    names = Names(f"pgrehearse_{token}", "" if request.publication else f"pgrehearse_{token}")
    if request.publication:
        await source.published(connection, request.publication)
    limit_s = SLOT_S + request.seconds + LAST_S + GRACE_S
    guard = Guard.start(endpoint, {"decode": names.document()}, limit_s)
    removed = False
    try:
        if names.publication:
            await source.publish(connection, facts, names.publication, request.tables)
        recording = _Recording(connection, writer, request, names, report)
        return await recording.run(endpoint, facts)
    except _ERRORS as error:
        raise TargetProblem(f"{endpoint}: {error}", remedy="correct this, or leave the rows out") from None
    finally:
        with suppress(*_ERRORS):
            await source.remove(connection, names)
            removed = True
        guard.release(done=removed)


class _Recording:
    """One capture that is running: receives messages, writes parts, confirms what was written, and stops at its limits."""

    def __init__(
        self, connection: asyncpg.Connection, writer: DecodedWriter, request: Request, names: Names, report: Report
    ) -> None:
        self._connection, self._writer, self._request, self._names, self._report = (
            connection,
            writer,
            request,
            names,
            report,
        )
        self._decoder = Decoder()
        self._batch, self._batch_since = Batch(), 0.0
        self._bytes = self._confirmed = 0
        self._status_at = 0.0

    async def run(self, endpoint: Endpoint, facts: Facts) -> Recorded:
        """Decode until the time has passed or a limit is reached."""
        publication = self._request.publication or self._names.publication
        tables = await source.published(self._connection, publication)
        create, start = await source.commands(self._connection, self._names.slot, publication)
        try:
            stream = await Stream.open(endpoint, facts.encoding)
        except StreamEnded as refused:
            raise _refusal(endpoint, str(refused)) from None
        try:
            lsn = await self._created(stream, create)
            began_us, _ = await source.now(self._connection)
            await stream.start(start)
            if self._request.beside is not None:
                self._request.beside.started.set()
            stopped, ended_us, error = await self._received(stream)
        except StreamEnded as refused:
            raise _refusal(endpoint, str(refused)) from None
        finally:
            stream.close()
        return Recorded(began_us, ended_us or began_us, lsn, tables, self._bytes, stopped, error)

    async def _created(self, stream: Stream, command: str) -> str:
        """Create the slot, when the open transactions have ended; return the WAL position from which it decodes."""
        self._report("wait for the end of the open transactions")
        try:
            async with asyncio.timeout(SLOT_S):
                return await stream.create_slot(command)
        except TimeoutError:
            raise TargetProblem(
                f"transactions were open for {units.duration(SLOT_S * 1e6)}; the slot cannot be created before they end",
                remedy="end the oldest transactions of pg_stat_activity, or try again when they have ended",
            ) from None

    async def _received(self, stream: Stream) -> tuple[str, int, str]:
        """Receive until the end. Return why it stopped early, the instant up to which everything is contained, and the server's error."""
        try:
            stopped = await self._followed(stream)
            ended_us, late = await self._drained(stream)
        except (StreamEnded, *_ERRORS) as problem:
            self._receive_rest(stream)
            self._write_last(stream)
            return "", self._writer.last_commit_us, f"{str(problem) or type(problem).__name__}{await self._keep_size()}"
        return stopped or late, ended_us, ""

    def _receive_rest(self, stream: Stream) -> None:
        """Add the messages that had arrived when the connection ended."""
        before = len(self._batch.buffer)
        with suppress(StreamEnded):
            stream.receive(self._batch, before + REST_BYTES)
        self._bytes += len(self._batch.buffer) - before

    async def _keep_size(self) -> str:
        """Return a limit of the server that may have ended the slot ("": it has none, or cannot be reached)."""
        with suppress(*_ERRORS):
            if (size := await source.keep_size(self._connection)) != "-1":
                return f"; max_slot_wal_keep_size is {size}: the server ends a slot that needs more WAL"
        return ""

    async def _followed(self, stream: Stream) -> str:
        """Receive until the time has passed. Return the reason for stopping early ("": none)."""
        deadline = time.monotonic() + self._request.seconds
        stopped = ""
        try:
            while (left := deadline - time.monotonic()) > 0 and not stopped and not self._request.ended:
                await self._step(stream, min(left, WAIT_S))
                if time.monotonic() >= self._status_at:
                    stopped = await self._status(stream)
                    self._report(f"  {left:.0f} s left, {self._writer.changes:,} rows")
        except asyncio.CancelledError:  # Ctrl-C: what was decoded is kept; a second Ctrl-C is not caught
            task = asyncio.current_task()
            if task is not None:
                task.uncancel()
            return INTERRUPTED
        return stopped

    async def _step(self, stream: Stream, seconds: float) -> None:
        """Receive what has arrived, or wait for it; write the batch if it is full or old."""
        before = len(self._batch.buffer)
        stream.receive(self._batch, BATCH_BYTES)
        grown = len(self._batch.buffer) - before
        self._bytes += grown
        if grown and not before:
            self._batch_since = time.monotonic()
        old = bool(self._batch.starts) and time.monotonic() - self._batch_since > BATCH_S
        if old or len(self._batch.buffer) >= BATCH_BYTES:
            self._write(stream)
        elif not grown:
            await stream.readable(seconds)
        elif grown < FEW_BYTES:
            await asyncio.sleep(PAUSE_S)

    def _write(self, stream: Stream) -> None:
        """Write the batch as a part; the server need not keep the WAL of what is written."""
        batch, self._batch = self._batch, Batch()
        if batch.starts:
            self._writer.add(self._decoder.decode(bytes(batch.buffer), batch.starts))
        self._confirmed = max(self._confirmed, stream.committed)

    def _write_last(self, stream: Stream) -> None:
        """Write the last batch. A transaction that the server was still sending is not kept: it committed later, or a part of it is missing."""
        self._write(stream)
        self._writer.cut(self._decoder.complete)

    async def _status(self, stream: Stream) -> str:
        """Confirm what was written, and return the reason to stop early ("": none)."""
        self._status_at = time.monotonic() + STATUS_S
        if not self._batch.starts and not stream.in_transaction:
            self._confirmed = max(self._confirmed, stream.sent)
        stream.confirm(self._confirmed)
        retained = await source.retained_bytes(self._connection, self._names.slot)
        if retained is None:
            raise StreamEnded("the server has removed the slot, or WAL that it needs")
        if retained <= self._request.max_wal_bytes:
            return ""
        return (
            f"the server kept {units.size(retained)} of WAL for the slot, more than --max-wal "
            f"({units.size(self._request.max_wal_bytes)})"
        )

    async def _drained(self, stream: Stream) -> tuple[int, str]:
        """Receive what was committed until now. Return that instant; or, if not all of it arrives in time, that of the last commit, and the reason."""
        now_us, lsn = await source.now(self._connection)
        end, deadline = position(lsn), time.monotonic() + LAST_S
        while max(stream.sent, stream.committed) < end and time.monotonic() < deadline:
            stream.confirm(self._confirmed, request_reply=True)
            await self._step(stream, WAIT_S)
        self._write_last(stream)
        if max(stream.sent, stream.committed) >= end:
            return now_us, ""
        late = f"the server did not send all rows within {units.duration(LAST_S * 1e6)} after the end"
        return self._writer.last_commit_us, late


def _refusal(endpoint: Endpoint, message: str) -> TargetProblem:
    """Return the error for a replication connection or a slot that the server refused."""
    remedies = {
        "replication slots are in use": "drop a replication slot that nobody reads, or raise max_replication_slots",
        "max_wal_senders": "raise max_wal_senders",
        "pg_hba.conf": "permit replication for the role in pg_hba.conf",
    }
    remedy = next((text for words, text in remedies.items() if words in message), f"correct this, {source.ALONE}")
    return TargetProblem(f"{endpoint}: {message}", remedy=remedy)
